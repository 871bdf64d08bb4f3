import GlanePatterns

/// What gives the rules of one family (dates, names, speech) their meaning: its constructors, its recognisers, and the
/// things that they make for one text.
///
/// A family is made anew for each text; constituents on the chart refer to its things by their index (the payload).
package protocol RuleFamily {
  static var constructors: [ConstructorSignature] { get }
  static var recognisers: [Recogniser] { get }
  /// Names of constituents that code, not a constructor, puts on the chart.
  static var constituents: [String] { get }

  /// Makes what a match says and adds it to the chart.
  ///
  /// - Parameter constructor: Index into ``constructors``.
  /// - Returns: false to refuse the match.
  mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool

  // What is better said in Swift than in a rule: before the stages and after each, of the sentences that are being read; and
  // after a stage of ``FrenchGrammar/pauses``, of the whole text.
  mutating func prepare(_ chart: inout Chart, in tokens: Range<Int>)
  mutating func finish(stage: Int, _ chart: inout Chart, in tokens: Range<Int>)
  mutating func finish(stage: String, _ chart: inout Chart)

  /// The value of a constituent that one of this family's rules gave, as the examples of rules print it.
  func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String
}

extension RuleFamily {
  package static var recognisers: [Recogniser] { [] }
  package static var constituents: [String] { [] }
  package mutating func prepare(_ chart: inout Chart, in tokens: Range<Int>) {}
  package mutating func finish(stage: Int, _ chart: inout Chart, in tokens: Range<Int>) {}
  package mutating func finish(stage: String, _ chart: inout Chart) {}
}
