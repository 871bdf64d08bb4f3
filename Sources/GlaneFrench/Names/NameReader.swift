import GlanePatterns

/// The rules of people, their titles and functions, organisations, places and events, given their meaning.
package struct NameReader: RuleFamily {
  package static var constructors: [ConstructorSignature] { [] }
  package init() {}
  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool { false }
  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String { "" }
}
