import GlanePatterns

/// The rules of dates and times, given their meaning.
package struct DateReader: RuleFamily {
  package static var constructors: [ConstructorSignature] { [] }
  package init() {}
  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool { false }
  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String { "" }
}
