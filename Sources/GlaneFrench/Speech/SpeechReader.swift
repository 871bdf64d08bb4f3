import GlanePatterns

/// The rules of quotations and their sources, given their meaning.
package struct SpeechReader: RuleFamily {
  package static var constructors: [ConstructorSignature] { [] }
  package init() {}
  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool { false }
  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String { "" }
}
