import GlaneFrench
import GlanePatterns

/// How what was found at a place came about, or what was known there where nothing was.
public struct Explanation: Sendable, Hashable {
  /// A rule that matched: one step of the cascade.
  public struct Step: Sendable, Hashable {
    public let stage: String
    public let rule: String
    /// Where the rule is written: `FILE:LINE`.
    public let origin: String
    /// What later stages see it as: `date`, `person`.
    public let constituent: String
    public let span: TextSpan
    public let text: String
    /// The value, as the examples of rules print it.
    public let value: String
  }

  /// A word or phrase of the text with the lists that hold it.
  public struct Listing: Sendable, Hashable {
    public let span: TextSpan
    public let text: String
    public let lists: [String]
  }

  /// The place that was asked for.
  public let span: TextSpan
  public let text: String
  /// The mentions that share text with it, in reading order; none where there is nothing there.
  public let mentions: [Mention]
  public let quotations: [Quotation]
  /// Every match of a rule that shares text with it, in the order in which the cascade made them. Those that no mention
  /// came of are here too: they were used by a later step, or lost a conflict.
  public let steps: [Step]
  public let listings: [Listing]
}

extension Extractor {
  /// Why there is, or is not, a mention at a place of a text.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - reference: As for ``extract(_:reference:)``.
  ///   - span: The place, in UTF-8 bytes; the whole text where nil.
  /// - Complexity: That of an extraction.
  public func explain(_ text: String, reference: LocalDateTime? = nil, at span: TextSpan? = nil) -> Explanation {
    explain(extract(text, reference: reference), at: span)
  }

  /// The same for an analysis that this extractor made.
  public func explain(_ analysis: Analysis, at span: TextSpan? = nil) -> Explanation {
    let asked = span ?? TextSpan(start: 0, end: analysis.source.utf8.count)
    let reading = grammar.read(analysis.source)
    let rules = grammar.rules
    var steps: [Explanation.Step] = []
    for edge in reading.chart.edges where edge.rule >= 0 {
      let at = reading.chart.span(edge.tokens)
      guard at.overlaps(asked) else { continue }
      let rule = rules.rules[Int(edge.rule)]
      steps.append(
        Explanation.Step(
          stage: rules.stages[rule.stage], rule: rule.name, origin: "\(rule.file):\(rule.position.line)",
          constituent: Self.name(rules.symbols.names[Int(edge.symbol.id)]), span: at,
          text: analysis.source.string(at),
          value: reading.describe(edge, grammar: grammar, reference: analysis.reference.map { "\($0)" })))
    }
    return Explanation(
      span: asked, text: analysis.source.string(asked),
      mentions: analysis.mentions.filter { $0.span.overlaps(asked) },
      quotations: analysis.quotations.filter { $0.span.overlaps(asked) }, steps: steps,
      listings: listings(reading.chart, asked))
  }

  private func listings(_ chart: borrowing Chart, _ asked: TextSpan) -> [Explanation.Listing] {
    var out: [Explanation.Listing] = []
    for t in 0..<chart.tokenCount where chart.text.tokens.span(at: t).overlaps(asked) {
      var byLength: [Int: [String]] = [:]
      for entry in chart.entries(at: t) {
        guard case .list(let name) = chart.rules.symbols.names[Int(entry.symbol.id)] else { continue }
        byLength[Int(entry.length), default: []].append(name)
      }
      for (length, lists) in byLength.sorted(by: { $0.key < $1.key }) {
        let span = chart.span(t..<t + length)
        out.append(Explanation.Listing(span: span, text: chart.text.string(span), lists: lists.sorted()))
      }
    }
    return out
  }

  private static func name(_ symbol: SymbolTable.Name) -> String {
    switch symbol {
    case .word(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list(let name), .constituent(let name): name
    }
  }
}
