import GlaneText

/// Which rules may start at a token, by what the token is.
final class TriggerIndex: Sendable {
  /// For each symbol, a bit per stage that has a rule starting with it.
  let stagesOfSymbol: [UInt64]
  /// For each stage: symbol -> 1 + index into `ruleLists`, or 0.
  let listOfSymbol: [[UInt16]]
  let ruleLists: [[Int32]]
  /// For each stage: rules that start with a token class, or with a recogniser's kind of token.
  let byClass: [[(UInt32, [Int32])]]
  let byKind: [[(TokenKind, [Int32])]]
  /// Token classes and kinds in use at all, with the stages that use them.
  let classStages: [(UInt32, UInt64)]
  /// Token classes by kind and by the bits of the shape that they depend on.
  private let classTable: [UInt32]
  let kindStages: [UInt64]
  /// Ways to start of all rules, and by rule which of them are its own.
  private let starts: [Start]
  private let startsOfRule: [Range<Int>]
  /// The symbols of token sets, a bit each, ``symbolWords`` words to a set.
  private let symbolBits: [UInt64]
  private let symbolWords: Int

  /// One way for a rule to start: what the first token must be, and the one after it where the rule tells.
  private struct Start {
    var first: TokenSet
    /// A recogniser's call that starts, or -1.
    var call: Int
    var next: TokenSet
    var hasNext: Bool
  }

  /// A set of tests, of which one must hold: symbols (a row of `symbolBits`), token classes and kinds as bits.
  private struct TokenSet {
    var row: Int
    var classes: UInt32
    var kinds: UInt32
  }

  init(rules: [Rule], stageCount: Int, symbols: SymbolTable, recognisers: [Recogniser], wordsOf: [[Symbol]]) {
    let builder = TriggerIndexBuilder(
      rules: rules, stageCount: stageCount, symbols: symbols, recognisers: recognisers, wordsOf: wordsOf)
    stagesOfSymbol = builder.stagesOfSymbol
    listOfSymbol = builder.listOfSymbol
    ruleLists = builder.ruleLists
    byClass = builder.byClass.map { $0.map { ($0.0.bit, $0.1) } }
    byKind = builder.byKind
    classStages = builder.classStages.map { ($0.0.bit, $0.1) }
    kindStages = builder.kindStages
    classTable = TokenKind.allCases.flatMap { kind in
      (0..<16).map { bits in
        var shape: TokenShape = []
        for (i, s) in TriggerIndex.telling.enumerated() where bits >> i & 1 != 0 { shape.insert(s) }
        return TokenClass.mask(kind, shape)
      }
    }
    let words = (symbols.count + 63) / 64
    // The first row is that of every set without a symbol.
    var bits = [UInt64](repeating: 0, count: words)
    bits.reserveCapacity(words * rules.reduce(1) { $0 + 2 * $1.program.starts.count })
    func set(_ triggers: Set<Trigger>) -> TokenSet {
      var set = TokenSet(row: 0, classes: 0, kinds: 0)
      let needsRow = triggers.contains {
        switch $0 {
        case .symbol: true
        case .shape: false
        case .recogniser(let r): !wordsOf[r].isEmpty
        }
      }
      if needsRow {
        set.row = bits.count
        bits.append(contentsOf: repeatElement(0, count: words))
      }
      func add(_ s: Symbol) { bits[set.row + (Int(s.id) >> 6)] |= 1 << UInt64(s.id & 63) }
      for trigger in triggers {
        switch trigger {
        case .symbol(let s): add(s)
        case .shape(let c): set.classes |= c.bit
        case .recogniser(let r):
          for s in wordsOf[r] { add(s) }
          for k in recognisers[r].kinds { set.kinds |= 1 << UInt32(k.rawValue) }
        }
      }
      return set
    }
    var starts: [Start] = []
    var ranges: [Range<Int>] = []
    for rule in rules {
      let first = starts.count
      for s in rule.program.starts {
        starts.append(
          Start(first: set(s.first), call: s.call ?? -1, next: set(s.next ?? []), hasNext: s.next != nil))
      }
      ranges.append(first..<starts.count)
    }
    self.starts = starts
    startsOfRule = ranges
    symbolBits = bits
    symbolWords = words
  }

  /// What token classes depend on, besides the kind.
  private static let telling: [TokenShape] = [.initialUpper, .innerUpper, .hasLower, .elided]

  /// The classes of a token of that kind and shape, as bits.
  @inline(__always)
  func classMask(_ kind: TokenKind, _ shape: TokenShape) -> UInt32 {
    let s = Int(shape.rawValue)
    return classTable[Int(kind.rawValue) << 4 | s & 7 | s >> 4 & 8]
  }

  /// Whether a rule may match from `token`, by its first step and the token behind that: what it costs to ask is little
  /// beside a match.
  func mayStart(_ rule: Int, _ chart: borrowing Chart, _ token: Int, limit: Int, _ matcher: inout Matcher) -> Bool {
    for i in startsOfRule[rule] {
      let start = starts[i]
      if start.call >= 0 {
        if let hit = matcher.call(start.call, chart, at: token, limit: limit), goesOn(start, chart, hit.end, limit) {
          return true
        }
        continue
      }
      if chart.classMask[token] & start.first.classes != 0
        || start.first.kinds >> UInt32(chart.text.tokens.kinds[token].rawValue) & 1 != 0,
        goesOn(start, chart, token + 1, limit)
      {
        return true
      }
      for e in Int(chart.entryStarts[token])..<Int(chart.entryStarts[token + 1])
      where holds(start.first, chart.entries[e].symbol)
        && goesOn(start, chart, token + Int(chart.entries[e].length), limit)
      {
        return true
      }
      var e = chart.firstEdge(at: token)
      while e >= 0 {
        let edge = chart.edges[Int(e)]
        if holds(start.first, edge.symbol), goesOn(start, chart, edge.end, limit) { return true }
        e = edge.next
      }
    }
    return false
  }

  @inline(__always)
  private func holds(_ set: TokenSet, _ symbol: Symbol) -> Bool {
    symbolBits[set.row + (Int(symbol.id) >> 6)] >> UInt64(symbol.id & 63) & 1 != 0
  }

  private func goesOn(_ start: Start, _ chart: borrowing Chart, _ token: Int, _ limit: Int) -> Bool {
    if !start.hasNext { return true }
    guard token < limit else { return false }
    let set = start.next
    if chart.classMask[token] & set.classes != 0 { return true }
    if set.kinds >> UInt32(chart.text.tokens.kinds[token].rawValue) & 1 != 0 { return true }
    for i in Int(chart.entryStarts[token])..<Int(chart.entryStarts[token + 1]) where holds(set, chart.entries[i].symbol)
    {
      return true
    }
    var e = chart.firstEdge(at: token)
    while e >= 0 {
      if holds(set, chart.edges[Int(e)].symbol) { return true }
      e = chart.edges[Int(e)].next
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
