import GlaneText

/// Rules and lists, loaded: immutable, shared by all threads.
package final class RuleSet: Sendable {
  package let rules: [Rule]
  /// Names of the stages, in the order in which the cascade runs them.
  package let stages: [String]
  package let constructors: [ConstructorSignature]
  package let recognisers: [Recogniser]
  package let symbols: SymbolTable
  /// Gazetteers with, for each list of each, its symbol (nil where no pattern nor code asks for the list).
  let layers: [Layer]
  let triggers: TriggerIndex
  /// By rule: what the matcher needs, apart from the rest.
  let programs: [Program]
  let priorities: [Int]

  /// A class, so that the loop over tokens copies nothing.
  final class Layer: Sendable {
    let gazetteer: Gazetteer
    let symbols: [Symbol?]
    /// What is added to the index of a text value, so that the layers' texts are numbered together.
    let textBase: Int32

    init(gazetteer: Gazetteer, symbols: [Symbol?], textBase: Int32) {
      self.gazetteer = gazetteer
      self.symbols = symbols
      self.textBase = textBase
    }
  }

  init(
    rules: [Rule], stages: [String], constructors: [ConstructorSignature], recognisers: [Recogniser],
    symbols: SymbolTable, layers: [Layer], triggers: TriggerIndex
  ) {
    self.rules = rules
    self.stages = stages
    self.constructors = constructors
    self.recognisers = recognisers
    self.symbols = symbols
    self.layers = layers
    self.triggers = triggers
    programs = rules.map(\.program)
    priorities = rules.map(\.priority)
  }

  /// The symbol of a list, for code that asks whether a token belongs to it.
  package func list(_ name: String) -> Symbol? { symbols[.list(name)] }
  /// The symbol of a constituent.
  package func constituent(_ name: String) -> Symbol? { symbols[.constituent(name)] }
  package func rule(named name: String) -> Int? { rules.firstIndex { $0.name == name } }

  /// The text that an entry's value stands for.
  package func text(_ value: Int32) -> String {
    for layer in layers.reversed() where value >= layer.textBase {
      let i = Int(value - layer.textBase)
      return i < layer.gazetteer.texts.count ? layer.gazetteer.texts[i] : ""
    }
    return ""
  }

  @inline(__always)
  func stageMask(of symbol: Symbol) -> UInt64 { triggers.stagesOfSymbol[Int(symbol.id)] }
}

/// Which rules may start at a token, by what the token is.
final class TriggerIndex: Sendable {
  /// For each symbol, a bit per stage that has a rule starting with it.
  let stagesOfSymbol: [UInt64]
  /// For each stage: symbol -> 1 + index into `ruleLists`, or 0.
  let listOfSymbol: [[UInt16]]
  let ruleLists: [[Int32]]
  /// For each stage: rules that start with a token class, or with a recogniser's kind of token.
  let byClass: [[(TokenClass, [Int32])]]
  let byKind: [[(TokenKind, [Int32])]]
  /// Token classes and kinds in use at all, with the stages that use them.
  let classStages: [(TokenClass, UInt64)]
  let kindStages: [UInt64]
  /// By rule: what its first two tokens must be.
  let starts: [[Start]]

  /// One way for a rule to start: what the first token must be, and the one after it where the rule tells.
  struct Start: Sendable {
    var first: TokenSet
    var next: TokenSet?
  }

  /// A set of tests, of which one must hold.
  struct TokenSet: Sendable {
    /// A bit per symbol.
    var symbols: [UInt64]
    var classes: [TokenClass] = []
    var kinds: [TokenKind] = []

    /// Whether what starts at `token` may go on with the rule.
    func accepts(_ chart: borrowing Chart, _ token: Int) -> Bool {
      for i in Int(chart.entryStarts[token])..<Int(chart.entryStarts[token + 1]) {
        let id = Int(chart.entries[i].symbol.id)
        if symbols[id >> 6] >> UInt64(id & 63) & 1 != 0 { return true }
      }
      var e = chart.firstEdge(at: token)
      while e >= 0 {
        let id = Int(chart.edges[Int(e)].symbol.id)
        if symbols[id >> 6] >> UInt64(id & 63) & 1 != 0 { return true }
        e = chart.edges[Int(e)].next
      }
      let (kind, shape) = (chart.text.tokens.kinds[token], chart.text.tokens.shapes[token])
      for k in kinds where k == kind { return true }
      for c in classes where c.accepts(kind, shape) { return true }
      return false
    }
  }

  init(rules: [Rule], stageCount: Int, symbols: SymbolTable, recognisers: [Recogniser], wordsOf: [[Symbol]]) {
    let builder = TriggerIndexBuilder(
      rules: rules, stageCount: stageCount, symbols: symbols, recognisers: recognisers, wordsOf: wordsOf)
    stagesOfSymbol = builder.stagesOfSymbol
    listOfSymbol = builder.listOfSymbol
    ruleLists = builder.ruleLists
    byClass = builder.byClass
    byKind = builder.byKind
    classStages = builder.classStages
    kindStages = builder.kindStages
    func set(_ triggers: Set<Trigger>) -> TokenSet {
      var set = TokenSet(symbols: [UInt64](repeating: 0, count: (symbols.count + 63) / 64))
      for trigger in triggers {
        switch trigger {
        case .symbol(let s): set.symbols[Int(s.id) >> 6] |= 1 << UInt64(s.id & 63)
        case .shape(let c): set.classes.append(c)
        case .recogniser(let r):
          for s in wordsOf[r] { set.symbols[Int(s.id) >> 6] |= 1 << UInt64(s.id & 63) }
          set.kinds += recognisers[r].kinds
        }
      }
      return set
    }
    starts = rules.map { $0.program.starts.map { Start(first: set($0.first), next: $0.next.map(set)) } }
  }

  /// Whether a rule may match from `token`, by that token and the next: what it costs to ask is little beside a match.
  func mayStart(_ rule: Int, _ chart: borrowing Chart, _ token: Int) -> Bool {
    for i in starts[rule].indices where starts[rule][i].first.accepts(chart, token) {
      guard starts[rule][i].next != nil else { return true }
      if starts[rule][i].next!.accepts(chart, token + 1) { return true }
    }
    return false
  }
}

/// Fills a ``TriggerIndex``.
private struct TriggerIndexBuilder {
  var stagesOfSymbol: [UInt64] = []
  var listOfSymbol: [[UInt16]] = []
  var ruleLists: [[Int32]] = [[]]
  var byClass: [[(TokenClass, [Int32])]] = []
  var byKind: [[(TokenKind, [Int32])]] = []
  var classStages: [(TokenClass, UInt64)] = []
  var kindStages: [UInt64] = [UInt64](repeating: 0, count: 256)

  init(rules: [Rule], stageCount: Int, symbols: SymbolTable, recognisers: [Recogniser], wordsOf: [[Symbol]]) {
    stagesOfSymbol = [UInt64](repeating: 0, count: symbols.count)
    listOfSymbol = [[UInt16]](repeating: [UInt16](repeating: 0, count: symbols.count), count: stageCount)
    byClass = [[(TokenClass, [Int32])]](repeating: [], count: stageCount)
    byKind = [[(TokenKind, [Int32])]](repeating: [], count: stageCount)
    for (i, rule) in rules.enumerated() {
      for trigger in rule.program.triggers {
        switch trigger {
        case .symbol(let s): add(Int32(i), s, rule.stage)
        case .shape(let c): add(Int32(i), c, rule.stage)
        case .recogniser(let r):
          for s in wordsOf[r] { add(Int32(i), s, rule.stage) }
          for k in recognisers[r].kinds { add(Int32(i), k, rule.stage) }
        }
      }
    }
    var masks: [TokenClass: UInt64] = [:]
    for (stage, classes) in byClass.enumerated() {
      for (c, _) in classes { masks[c, default: 0] |= 1 << UInt64(stage) }
    }
    classStages = TokenClass.allCases.compactMap { c in masks[c].map { (c, $0) } }
    for (stage, kinds) in byKind.enumerated() {
      for (k, _) in kinds { kindStages[Int(k.rawValue)] |= 1 << UInt64(stage) }
    }
  }

  private mutating func add(_ rule: Int32, _ symbol: Symbol, _ stage: Int) {
    stagesOfSymbol[Int(symbol.id)] |= 1 << UInt64(stage)
    var list = Int(listOfSymbol[stage][Int(symbol.id)])
    if list == 0 {
      ruleLists.append([])
      list = ruleLists.count - 1
      listOfSymbol[stage][Int(symbol.id)] = UInt16(list)
    }
    if ruleLists[list].last != rule { ruleLists[list].append(rule) }
  }

  private mutating func add(_ rule: Int32, _ c: TokenClass, _ stage: Int) {
    if let i = byClass[stage].firstIndex(where: { $0.0 == c }) {
      byClass[stage][i].1.append(rule)
    } else {
      byClass[stage].append((c, [rule]))
    }
  }

  private mutating func add(_ rule: Int32, _ kind: TokenKind, _ stage: Int) {
    if let i = byKind[stage].firstIndex(where: { $0.0 == kind }) {
      byKind[stage][i].1.append(rule)
    } else {
      byKind[stage].append((kind, [rule]))
    }
  }
}
