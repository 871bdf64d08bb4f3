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
    var isOwn = [Bool](repeating: false, count: chart.rules.symbols.count)
    for symbol in symbols where Int(symbol.id) < isOwn.count { isOwn[Int(symbol.id)] = true }
    let blocked = symbols[DateSymbol.blocked.rawValue]
    var candidates: [Candidate] = []
    candidates.reserveCapacity(items.count)
    var seen = [Bool](repeating: false, count: items.count)
    for i in chart.edges.indices {
      let edge = chart.edges[i]
      guard edge.rule >= 0, isOwn[Int(edge.symbol.id)], !seen[Int(edge.payload)] else { continue }
      seen[Int(edge.payload)] = true
      let payload = Int(edge.payload)
      candidates.append(
        Candidate(
          weight: items[payload].weight, start: edge.start, end: edge.end, payload: payload, rule: Int(edge.rule),
          isMention: items[payload].isMention, isBlocked: edge.symbol == blocked))
    }
    candidates.sort()
    var taken = [Bool](repeating: false, count: chart.tokenCount)
    var chosen: [Candidate] = []
    for candidate in candidates where !taken[candidate.start] && !taken[candidate.end - 1] {
      // What was blocked holds its words against shorter readings.
      guard candidate.isMention || candidate.isBlocked, !taken[candidate.start..<candidate.end].contains(true)
      else { continue }
      for token in candidate.start..<candidate.end { taken[token] = true }
      if candidate.isMention { chosen.append(candidate) }
    }
    chosen.sort { $0.start < $1.start }
    var mentions: [DateMention] = []
    mentions.reserveCapacity(chosen.count)
    for candidate in chosen {
      let tokens = candidate.start..<candidate.end
      let item = items[candidate.payload]
      let elements: [TimeExpression.Element] =
        if let only = item.single { [element(only, chart)] } else { item.elements.map { element($0, chart) } }
      mentions.append(
        DateMention(
          span: chart.span(tokens), tokens: tokens, ruleName: chart.rules.rules[candidate.rule].name,
          expression: TimeExpression(item.meaning, qualifiers: item.qualifiers, elements: elements)))
    }
    return mentions
  }

  private func element(_ e: DateItem.Element, _ chart: borrowing Chart) -> TimeExpression.Element {
    let span = e.number.flatMap { numbers(chart.span(e.tokens), chart)[$0] } ?? chart.span(e.tokens)
    return TimeExpression.Element(start: span.start, end: span.end, e.meaning, qualifiers: e.qualifiers)
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

  /// A constituent that may be a mention.
  private struct Candidate: Comparable {
    var weight: Int
    var start: Int
    var end: Int
    var payload: Int
    var rule: Int
    var isMention: Bool
    var isBlocked: Bool

    /// Longest first, then leftmost, then what was built last: "dans" + "la soirée" gives way to "la soirée de mardi".
    static func < (a: Candidate, b: Candidate) -> Bool {
      if a.weight != b.weight { return a.weight > b.weight }
      if a.end - a.start != b.end - b.start { return a.end - a.start > b.end - b.start }
      return a.start != b.start ? a.start < b.start : a.payload > b.payload
    }
  }
}
