import GlanePatterns

/// The rules of people, their titles and functions, organisations, places and events, given their meaning.
package struct NameReader: RuleFamily {
  package static var constructors: [ConstructorSignature] { [] }
  package static let constituents = ["person", "title", "function", "organization", "place", "event"]
  /// What was found, in reading order once the cascade is done. Functions that no name holds are here too (with no
  /// person pointing at them): "la ministre" is later joined to the minister.
  package private(set) var mentions: [NameMention] = []

  package init() {}
  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool { false }
  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String { "" }
}
