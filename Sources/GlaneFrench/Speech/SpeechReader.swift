import GlanePatterns
import GlaneText

/// A verb of saying or a preposition that gives words to somebody, with the source where the frame holds it.
package struct Attribution: Sendable, Hashable {
  package enum Order: String, Sendable, CaseIterable {
    /// "a déclaré X", "a-t-il dit": the source follows the verb.
    case inverted
    /// "selon X"
    case preposition
    /// "X estime": the source stands somewhere before.
    case direct
    /// "coupa X": the same as ``inverted``, but only inside or behind what is said.
    case passing
    /// "X parle d'« … »", "qualifié par X de « … »": only right before the marks; the source stands before, or in the frame.
    case naming
    /// "ce que les économistes appellent « … »": the same, by somebody whom the text does not name.
    case called
    /// "et de conclure": by the subject of the sentence, else by whoever spoke last.
    case further
  }

  package var order: Order
  /// The whole frame.
  package var tokens: Range<Int>
  package var cue: Range<Int>
  /// A name, a function, or a clitic ("-t-il"); nil for ``Order/direct`` and where nobody is named.
  package var source: Range<Int>?
  package var sourceIsClitic: Bool
  /// lui, elle, ce dernier
  package var sourceIsPronoun = false
  package var rule: Int32
}

/// The rules of quotations and their sources, given their meaning.
package struct SpeechReader: RuleFamily {
  package static let constructors = [
    ConstructorSignature(
      "attribution", required: ["cue", "order"], optional: ["source", "clitic", "pronoun"], yields: ["attribution"])
  ]
  private enum Argument { static let (cue, order, source, clitic, pronoun) = (0, 1, 2, 3, 4) }

  /// The payload of an `<attribution>` is the index here.
  package private(set) var attributions: [Attribution] = []
  /// In reading order.
  package private(set) var dialogue: [DialogueTurn] = []

  package init() {}

  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool {
    guard let cue = match.capture(Argument.cue),
      let order = match.word(Argument.order).flatMap(Attribution.Order.init(rawValue:)),
      let symbol = chart.rules.constituent("attribution")
    else { return false }
    let clitic = match.capture(Argument.clitic)
    let pronoun = match.capture(Argument.pronoun)
    attributions.append(
      Attribution(
        order: order, tokens: match.tokens, cue: cue.tokens,
        source: (match.capture(Argument.source) ?? clitic ?? pronoun)?.tokens, sourceIsClitic: clitic != nil,
        sourceIsPronoun: pronoun != nil, rule: match.ruleIndex))
    chart.add(symbol, match.tokens, rule: match.ruleIndex, payload: Int32(attributions.count - 1))
    return true
  }

  package mutating func finish(stage: String, _ chart: inout Chart) {
    if stage == "attributions" { dialogue = Dialogue.find(in: chart, attributions: attributions) }
  }

  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String {
    let a = attributions[Int(edge.payload)]
    var out = words(a.cue, chart)
    if let source = a.source { out += " ← " + words(source, chart) }
    return out
  }

  private func words(_ tokens: Range<Int>, _ chart: borrowing Chart) -> String {
    var out: [String] = []
    for t in tokens { out.append(chart.text.string(chart.text.tokens.span(at: t))) }
    return out.joined(separator: " ")
  }
}
