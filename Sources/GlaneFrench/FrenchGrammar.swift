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

  /// The stages after which something looks at the whole text: names are weighed, dialogues found.
  static let pauses = ["functions", "attributions"].map { stages.firstIndex(of: $0)! }

  /// The last of the stages that read dates, which come first.
  static let lastOfDates = stages.lastIndex { $0.hasPrefix("date-") }!

  /// What a grammar reads.
  package enum Scope: Sendable { case everything, dates }

  package let rules: RuleSet
  package let scope: Scope
  private let families: [(range: Range<Int>, family: Int)]
  let dates: DateTables
  let names: NameLexicon
  /// The storage of texts read before, for the next.
  private let scratch = Pool<ReadingScratch>()

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
    for source in DateReader.sources { try loader.add(source) }
    for source in EmbeddedData.sources where scope == .everything || source.name.hasPrefix("Dates/") {
      try loader.add(source)
    }
    if scope == .dates, !user.isEmpty { loader.leaveOut(lists: EmbeddedData.listNames) }
    for source in user { try loader.add(source, isUsers: true) }
    rules = try loader.load()
    dates = DateTables(rules)
    names = NameLexicon(rules)
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
    var reading = FrenchReading(text: text, grammar: self)
    reading.run(self)
    return reading
  }

  /// Storage for a reading: what another text left, or new.
  func takeScratch() -> ReadingScratch {
    if let known = scratch.take() { return known }
    let (dates, names) = (dates, names)
    return ReadingScratch(
      table: TypeTable(rules: rules) { spelling, entries, hash in
        TypeMarks.of(spelling, entries, hash, dates: dates, names: names)
      })
  }

  /// Takes back the storage of a reading that is gone.
  package func recycle(_ storage: ReadingScratch) { scratch.put(storage) }

  /// The family that a constructor belongs to, and its index there.
  func family(of constructor: Int) -> (family: Int, constructor: Int) {
    for f in families where f.range.contains(constructor) { return (f.family, constructor - f.range.lowerBound) }
    preconditionFailure("a constructor belongs to a family")
  }
}

/// What reading a text needs room for, and what was learnt of spellings: goes from one text to the next.
package final class ReadingScratch {
  let table: TypeTable
  let roleWords = RoleWords()
  fileprivate var cascade = Cascade()

  init(table: TypeTable) { self.table = table }
}

/// What the cascade found in one text.
package struct FrenchReading: ~Copyable {
  package var chart: Chart
  package var dates: DateReader
  package var names: NameReader
  package var speech = SpeechReader()
  package let scratch: ReadingScratch
  private let scope: FrenchGrammar.Scope

  init(text: TokenizedText, grammar: FrenchGrammar) {
    dates = DateReader(grammar.dates, tokenCount: text.tokens.count)
    scope = grammar.scope
    scratch = grammar.takeScratch()
    names = NameReader(grammar.names, scratch.roleWords)
    chart = Chart(text: text, rules: grammar.rules, table: scratch.table)
    chart.annotateTypes()
  }

  /// Runs the cascade. What the rules find lies within a sentence, so a few sentences at a time go through the stages, up to
  /// one that looks at the whole text: what the stages read is still at hand then.
  mutating func run(_ grammar: FrenchGrammar) {
    let blocks = FrenchReading.blocks(chart.text)
    var cascade = Cascade()
    swap(&cascade, &scratch.cascade)  // moved, not copied
    defer { swap(&cascade, &scratch.cascade) }
    for block in blocks {
      chart.annotate(sentences: block.sentences, noting: DateReader.noted)
      dates.prepare(&chart, in: block.tokens)
      for stage in 0...FrenchGrammar.lastOfDates {
        run(stage, on: block.tokens, &cascade, grammar)
        dates.finish(stage: stage, &chart, in: block.tokens)
      }
    }
    guard scope == .everything else { return }
    names.begin(chart)
    var first = FrenchGrammar.lastOfDates + 1
    for last in FrenchGrammar.pauses {
      for block in blocks {
        for stage in first...last { run(stage, on: block.tokens, &cascade, grammar) }
      }
      names.finish(stage: FrenchGrammar.stages[last], &chart)
      speech.finish(stage: FrenchGrammar.stages[last], &chart)
      first = last + 1
    }
  }

  private mutating func run(_ stage: Int, on block: Range<Int>, _ cascade: inout Cascade, _ grammar: FrenchGrammar) {
    let isOfDates = stage <= FrenchGrammar.lastOfDates
    cascade.run(stage: stage, on: &chart, tokens: block, focused: isOfDates) { match, chart in
      let (family, constructor) = grammar.family(of: match.rule.constructor)
      switch family {
      case 0: return dates.build(match, constructor: constructor, chart: &chart)
      case 1: return names.build(match, constructor: constructor, chart: &chart)
      default: return speech.build(match, constructor: constructor, chart: &chart)
      }
    }
  }

  /// Whole sentences, about so many tokens together: their part of the chart fits a processor's cache.
  private static let blockSize = 1024

  private static func blocks(_ text: TokenizedText) -> [(sentences: Range<Int>, tokens: Range<Int>)] {
    var blocks: [(sentences: Range<Int>, tokens: Range<Int>)] = []
    var (first, start) = (0, 0)
    for s in text.sentenceStarts.indices {
      let end = text.sentenceTokens(s).upperBound
      if end - start >= blockSize || s == text.sentenceStarts.count - 1 {
        blocks.append((first..<s + 1, start..<end))
        (first, start) = (s + 1, end)
      }
    }
    return blocks
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
