import GlanePatterns
import GlaneText

/// The French rules and lists, loaded: immutable, one for all threads.
package struct FrenchGrammar: Sendable {
  /// The cascade: the stages in the order in which they run. A later stage uses, or steps around, what an earlier one found.
  package static let stages = [
    // When
    "date-atoms",  // days, months, years, clock times, amounts, units
    "date-phrases",  // mardi prochain, début mai, le premier lundi du mois
    "date-times",  // a date with its clock time or part of the day
    "date-ranges",  // from … to …, both … and …
    "date-modifiers",  // vers, depuis, avant, d'ici à
    // Who and where
    "name-atoms",  // names by their form, first names, particles
    "places",
    "organizations",
    "functions",
    "persons",
    "name-groups",  // several people who share a title or a function
    // Who said what
    "attributions",
  ]

  /// What a grammar reads.
  package enum Scope: Sendable { case everything, dates }

  package let rules: RuleSet
  package let scope: Scope
  private let families: [(range: Range<Int>, family: Int)]

  /// - Parameters:
  ///   - user: Rule files and lists of the user's own, loaded after the built-in ones.
  ///   - scope: With ``Scope/dates`` the rules and lists of names and speech are not loaded, and cost nothing.
  /// - Throws: ``LoadError`` for the first mistake in a user's file; the built-in ones are proved by the tests.
  package init(user: [RuleSource] = [], scope: Scope = .everything) throws(LoadError) {
    self.scope = scope
    let families: [any RuleFamily.Type] =
      scope == .dates ? [DateReader.self] : [DateReader.self, NameReader.self, SpeechReader.self]
    var loader = RuleLoader(
      stages: Self.stages, constructors: families.flatMap { $0.constructors },
      recognisers: families.flatMap { $0.recognisers }, constituents: families.flatMap { $0.constituents })
    if scope == .everything {
      for gazetteer in EmbeddedData.gazetteers { loader.add(gazetteer) }
    }
    for source in DateReader.sources + EmbeddedData.sources
    where scope == .everything || source.name == "number words" || source.name.hasPrefix("Dates/") {
      try loader.add(source)
    }
    for source in user { try loader.add(source, isUsers: true) }
    rules = try loader.load()
    var first = 0
    self.families = families.enumerated().map { i, family in
      defer { first += family.constructors.count }
      return (first..<first + family.constructors.count, i)
    }
  }

  /// Reads a tokenized text.
  ///
  /// - Complexity: Linear in its tokens.
  package func read(_ text: TokenizedText) -> FrenchReading {
    var reading = FrenchReading(text: text, rules: rules, scope: scope)
    reading.run(self)
    return reading
  }

  /// The family that a constructor belongs to, and its index there.
  func family(of constructor: Int) -> (family: Int, constructor: Int) {
    for f in families where f.range.contains(constructor) { return (f.family, constructor - f.range.lowerBound) }
    preconditionFailure("a constructor belongs to a family")
  }
}

/// What the cascade found in one text.
package struct FrenchReading: ~Copyable {
  package var chart: Chart
  package var dates = DateReader()
  package var names = NameReader()
  package var speech = SpeechReader()
  private let scope: FrenchGrammar.Scope

  init(text: TokenizedText, rules: RuleSet, scope: FrenchGrammar.Scope) {
    self.scope = scope
    chart = Chart(text: text, rules: rules)
    chart.annotate()
  }

  mutating func run(_ grammar: FrenchGrammar) {
    finish(stage: nil)
    var cascade = Cascade()
    for (i, stage) in FrenchGrammar.stages.enumerated() where scope == .everything || stage.hasPrefix("date-") {
      cascade.run(stage: i, on: &chart) { match, chart in
        let (family, constructor) = grammar.family(of: match.rule.constructor)
        switch family {
        case 0: return dates.build(match, constructor: constructor, chart: &chart)
        case 1: return names.build(match, constructor: constructor, chart: &chart)
        default: return speech.build(match, constructor: constructor, chart: &chart)
        }
      }
      finish(stage: stage)
    }
  }

  private mutating func finish(stage: String?) {
    dates.finish(stage: stage, chart: &chart)
    guard scope == .everything else { return }
    names.finish(stage: stage, chart: &chart)
    speech.finish(stage: stage, chart: &chart)
  }

  /// The value of a constituent, as the examples of rules print it.
  package func describe(_ edge: Chart.Edge, grammar: FrenchGrammar, reference: String?) -> String {
    guard edge.rule >= 0 else { return "" }
    switch grammar.family(of: chart.rules.rules[Int(edge.rule)].constructor).family {
    case 0: return dates.describe(edge, chart: chart, reference: reference)
    case 1: return names.describe(edge, chart: chart, reference: reference)
    default: return speech.describe(edge, chart: chart, reference: reference)
    }
  }
}
