import GlanePatterns
import GlaneText
import GlaneTime

/// A time expression found in a text, before it is resolved.
package struct DateMention: Sendable {
  package let span: TextSpan
  /// In tokens.
  package let tokens: Range<Int>
  package let ruleName: String
  /// Its elements' extents are UTF-8 offsets in the text.
  package let expression: TimeExpression
}

extension DateReader {
  /// The mentions of the text in reading order: of what the stages found, the longest first.
  ///
  /// - Complexity: O(n log n) in the number of constituents.
  package func mentions(_ chart: borrowing Chart) -> [DateMention] {
    let own = Set(symbols.map(\.id))
    var edges: [Chart.Edge] = []
    var seen = Set<Int32>()
    for edge in chart.edges where edge.rule >= 0 && own.contains(edge.symbol.id) && seen.insert(edge.payload).inserted {
      edges.append(edge)
    }
    // Longest first, then leftmost, then what was built last: "dans" + "la soirée" gives way to "la soirée de mardi".
    func key(_ e: Chart.Edge) -> (Int, Int, Int, Int) {
      (-items[Int(e.payload)].weight, e.start - e.end, e.start, -Int(e.payload))
    }
    edges.sort { key($0) < key($1) }
    var taken = [Bool](repeating: false, count: chart.tokenCount)
    var chosen: [Chart.Edge] = []
    for edge in edges where !taken[edge.start] && !taken[edge.end - 1] && !edge.tokens.contains(where: { taken[$0] }) {
      let item = items[Int(edge.payload)]
      // What was blocked holds its words against shorter readings.
      guard item.isMention || isBlocked(edge, chart) else { continue }
      for token in edge.tokens { taken[token] = true }
      if item.isMention { chosen.append(edge) }
    }
    chosen.sort { $0.start < $1.start }
    var mentions: [DateMention] = []
    mentions.reserveCapacity(chosen.count)
    for edge in chosen {
      let item = items[Int(edge.payload)]
      let elements = item.elements.map { e in
        let span = e.number.flatMap { numbers(chart.span(e.tokens), chart)[$0] } ?? chart.span(e.tokens)
        return TimeExpression.Element(start: span.start, end: span.end, e.meaning, qualifiers: e.qualifiers)
      }
      mentions.append(
        DateMention(
          span: chart.span(edge.tokens), tokens: edge.tokens,
          ruleName: chart.rules.rules[Int(edge.rule)].name,
          expression: TimeExpression(item.meaning, qualifiers: item.qualifiers, elements: elements)))
    }
    return mentions
  }

  /// The two runs of figures at the ends of "2002/2003".
  private func numbers(_ span: TextSpan, _ chart: borrowing Chart) -> [TextSpan?] {
    func isDigit(_ i: Int) -> Bool { 48...57 ~= chart.text.utf8[i] }
    var first = span.start
    while first < span.end, isDigit(first) { first += 1 }
    var second = span.end
    while second > span.start, isDigit(second - 1) { second -= 1 }
    return [TextSpan(start: span.start, end: first), TextSpan(start: second, end: span.end)]
  }

  private func isBlocked(_ edge: Chart.Edge, _ chart: borrowing Chart) -> Bool {
    edge.symbol == symbols[DateSymbol.blocked.rawValue]
  }
}
