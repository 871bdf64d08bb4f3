import GlaneText

/// Which rules may start at a token, by what the token is, what stands behind it and what its sentence has.
///
/// A pattern's ways to start (``Program/Start``) are filed by stage and by what the first token must be. Each has what its
/// rule needs in the sentence (``Need``) and the signature of what may follow, so that most are put aside by two tests.
final class TriggerIndex: Sendable {
  /// One way for a rule to start: a line of a processor's cache.
  struct Way: BitwiseCopyable, Sendable {
    /// What the rule needs of the sentence.
    var needs: Need.Bits
    /// The signature of what may stand behind the first step.
    var next: UInt64
    var rule: Int32
    /// A recogniser's call that starts, or -1. What it takes is not known yet: it is looked at whatever follows.
    var call: Int32
    /// What must stand behind the first step; a row of ``symbolBits`` for its symbols, or -1 where that is left open.
    var row: Int32
    var classes: UInt32
    var kinds: UInt32
  }

  /// Ways that start alike: a range of ``ways``.
  struct Bucket: BitwiseCopyable, Sendable {
    var first: Int32 = 0
    var end: Int32 = 0
    /// The signature of what may follow in one of them.
    var next: UInt64 = 0
    /// Of each of them the need that is met most rarely (``Need/keyOfRule``).
    var keys = Need.Bits()
  }

  /// For each symbol, a bit per stage that has a rule starting with it.
  let stagesOfSymbol: FrozenRow<StageSet>
  /// The same by kind and by the bits of the shape that classes depend on, for what a token starts by these.
  private let shapeStages: FrozenRow<StageSet>
  let ways: FrozenRow<Way>
  /// Ways that start with a symbol: for each symbol a bucket per stage that has any, the first stage's at `symbolFirst`.
  private let symbolBuckets: FrozenRow<Bucket>
  private let symbolFirst: FrozenRow<UInt32>
  /// Ways that start with a token class, or with a recogniser's kind of token, by stage and ``form(_:_:)``.
  let formBuckets: FrozenRow<Bucket>
  /// The symbols of token sets, a bit each: rows of (symbols + 63) / 64 words.
  private let symbolBits: FrozenRow<UInt64>
  /// Token classes by ``form(_:_:)``.
  private let classTable: FrozenRow<UInt32>

  /// What token classes depend on, besides the kind.
  private static let telling: [TokenShape] = [.initialUpper, .innerUpper, .hasLower, .elided]
  /// One more than the highest form: kinds take up five bits.
  static var formCount: Int { 32 << 4 }

  /// Numbers the kinds and shapes that classes tell apart.
  @inline(__always)
  static func form(_ kind: TokenKind, _ shape: TokenShape) -> Int {
    let s = Int(shape.rawValue)
    return Int(kind.rawValue) << 4 | s & 7 | s >> 4 & 8
  }

  init(
    rules: [Rule], stageCount: Int, symbols: SymbolTable, recognisers: [Recogniser], wordsOf: [[Symbol]], need: Need
  ) {
    Signature.checkRoom()
    precondition(TokenKind.allCases.allSatisfy { $0.rawValue < 32 }, "kinds have five bits")
    let classTable = (0..<Self.formCount).map { form -> UInt32 in
      guard let kind = TokenKind(rawValue: UInt8(form >> 4)) else { return 0 }
      let bits = form & 15
      var shape: TokenShape = []
      for (i, s) in TriggerIndex.telling.enumerated() where bits >> i & 1 != 0 { shape.insert(s) }
      return TokenClass.mask(kind, shape)
    }
    self.classTable = FrozenRow(classTable)
    var builder = TriggerIndexBuilder(
      stageCount: stageCount, symbolCount: symbols.count, recognisers: recognisers, wordsOf: wordsOf, need: need)
    for (i, rule) in rules.enumerated() {
      for start in rule.program.starts { builder.add(Int32(i), start, stage: rule.stage) }
    }
    stagesOfSymbol = FrozenRow(builder.stagesOfSymbol)
    var ways: [Way] = []
    func bucket(_ own: some Collection<Way>) -> Bucket {
      var bucket = Bucket(first: Int32(ways.count))
      for way in own {
        ways.append(way)
        bucket.next |= way.next
        bucket.keys |= need.keyOfRule[Int(way.rule)]
      }
      bucket.end = Int32(ways.count)
      return bucket
    }
    var rows: [Bucket] = []
    var first: [UInt32] = []
    first.reserveCapacity(symbols.count)
    let filed = builder.bySymbolAndStage()
    var at = 0
    for symbol in 0..<symbols.count {
      first.append(UInt32(rows.count))
      while at < filed.count, filed[at].symbol == symbol {
        let start = at
        let stage = filed[at].stage
        while at < filed.count, filed[at].symbol == symbol, filed[at].stage == stage { at += 1 }
        rows.append(bucket(filed[start..<at].lazy.map(\.way)))
      }
    }
    symbolBuckets = FrozenRow(rows)
    symbolFirst = FrozenRow(first)
    var buckets = [Bucket](repeating: Bucket(), count: stageCount * Self.formCount)
    var shapeStages = [StageSet](repeating: 0, count: Self.formCount)
    for stage in 0..<stageCount {
      let lists = builder.byClass[stage] + builder.byKind[stage]
      let classLists = builder.byClass[stage].count
      precondition(lists.count <= 64, "a stage's rules start with few kinds of token")
      // Forms of the same lists share their ways.
      var known: [(lists: UInt64, bucket: Bucket)] = []
      for form in 0..<Self.formCount {
        var own: UInt64 = 0
        for (i, list) in lists.enumerated() {
          let bits = i < classLists ? classTable[form] : 1 << UInt32(form >> 4)
          if list.bits & bits != 0 { own |= 1 << UInt64(i) }
        }
        guard own != 0 else { continue }
        shapeStages[form] |= 1 << StageSet(stage)
        if let same = known.first(where: { $0.lists == own }) {
          buckets[stage * Self.formCount + form] = same.bucket
          continue
        }
        let new = bucket(lists.indices.filter { own >> UInt64($0) & 1 != 0 }.flatMap { lists[$0].ways })
        known.append((own, new))
        buckets[stage * Self.formCount + form] = new
      }
    }
    formBuckets = FrozenRow(buckets)
    self.shapeStages = FrozenRow(shapeStages)
    self.ways = FrozenRow(ways)
    symbolBits = FrozenRow(builder.symbolBits)
  }

  /// The classes of a token of that kind and shape, as bits, and the stages of which a rule may start there by these.
  @inline(__always)
  func starts(_ kind: TokenKind, _ shape: TokenShape) -> (classes: UInt32, stages: StageSet) {
    let form = Self.form(kind, shape)
    return (classTable.base[form], shapeStages.base[form])
  }

  /// The ways of a stage that start with a symbol.
  ///
  /// - Parameter stage: The stage's bit; one of the symbol's ``stagesOfSymbol``.
  @inline(__always)
  func bucket(_ symbol: Int, _ stage: StageSet) -> UnsafePointer<Bucket> {
    let before = (stagesOfSymbol.base[symbol] & (stage &- 1)).nonzeroBitCount
    return symbolBuckets.base + (Int(symbolFirst.base[symbol]) + before)
  }

  /// Whether what must stand behind the first step does stand at `token`.
  @inline(__always)
  func goesOn(_ way: UnsafePointer<Way>, _ chart: borrowing Chart, _ token: Int, _ limit: Int) -> Bool {
    way.pointee.row < 0 || token < limit && meets(way, chart, token)
  }

  private func meets(_ way: UnsafePointer<Way>, _ chart: borrowing Chart, _ token: Int) -> Bool {
    let signature = chart.rows.pointee.signatures[token]
    guard signature & way.pointee.next != 0 else { return false }
    if UInt32(truncatingIfNeeded: signature) & way.pointee.classes != 0 { return true }
    if way.pointee.kinds >> UInt32(chart.kind(token).rawValue) & 1 != 0 { return true }
    for entry in chart.entries(at: token) where holds(way.pointee.row, entry.symbol) { return true }
    var e = chart.firstEdge(at: token)
    while e >= 0 {
      if holds(way.pointee.row, chart.edges[Int(e)].symbol) { return true }
      e = chart.edges[Int(e)].next
    }
    return false
  }

  @inline(__always)
  private func holds(_ row: Int32, _ symbol: Symbol) -> Bool {
    symbolBits.base[Int(row) + (Int(symbol.id) >> 6)] >> UInt64(symbol.id & 63) & 1 != 0
  }
}

/// Files the ways to start for a ``TriggerIndex``.
private struct TriggerIndexBuilder {
  typealias Way = TriggerIndex.Way

  /// A way that starts with a symbol.
  struct Filed {
    var symbol: Int
    var stage: Int
    var way: Way
  }

  let recognisers: [Recogniser]
  let wordsOf: [[Symbol]]
  let need: Need
  var stagesOfSymbol: [StageSet]
  private var bySymbol: [Filed] = []
  var byClass: [[(bits: UInt32, ways: [Way])]]
  var byKind: [[(bits: UInt32, ways: [Way])]]
  let symbolWords: Int
  /// The first row is that of every set without a symbol.
  var symbolBits: [UInt64]

  init(stageCount: Int, symbolCount: Int, recognisers: [Recogniser], wordsOf: [[Symbol]], need: Need) {
    self.recognisers = recognisers
    self.wordsOf = wordsOf
    self.need = need
    stagesOfSymbol = [StageSet](repeating: 0, count: symbolCount)
    byClass = [[(bits: UInt32, ways: [Way])]](repeating: [], count: stageCount)
    byKind = byClass
    symbolWords = (symbolCount + 63) / 64
    symbolBits = [UInt64](repeating: 0, count: symbolWords)
  }

  mutating func add(_ rule: Int32, _ start: Program.Start, stage: Int) {
    let way = self.way(rule, start)
    if let call = start.call {
      file(.recogniser(call.recogniser), way, stage)
    } else {
      for trigger in start.first { file(trigger, way, stage) }
    }
  }

  private mutating func file(_ trigger: Trigger, _ way: Way, _ stage: Int) {
    switch trigger {
    case .symbol(let s):
      stagesOfSymbol[Int(s.id)] |= 1 << StageSet(stage)
      bySymbol.append(Filed(symbol: Int(s.id), stage: stage, way: way))
    case .shape(let c): file(c, way, &byClass[stage])
    case .recogniser(let r):
      for s in wordsOf[r] { file(.symbol(s), way, stage) }
      let kinds = recognisers[r].kinds.reduce(UInt32(0)) { $0 | 1 << UInt32($1.rawValue) }
      if kinds != 0 { file(kinds, way, &byKind[stage]) }
      let classes = recognisers[r].classes.reduce(UInt32(0)) { $0 | $1.bit }
      if classes != 0 { file(classes, way, &byClass[stage]) }
    }
  }

  /// Those that start with symbols, by symbol, then stage, then in the order of filing.
  func bySymbolAndStage() -> [Filed] {
    let stages = byClass.count
    var first = [Int](repeating: 0, count: stagesOfSymbol.count * stages + 1)
    for f in bySymbol { first[f.symbol * stages + f.stage + 1] += 1 }
    for i in first.indices.dropFirst() { first[i] += first[i - 1] }
    var order = [Int](repeating: 0, count: bySymbol.count)
    for (i, f) in bySymbol.enumerated() {
      let key = f.symbol * stages + f.stage
      order[first[key]] = i
      first[key] += 1
    }
    return order.map { bySymbol[$0] }
  }

  private func file(_ bits: UInt32, _ way: Way, _ list: inout [(bits: UInt32, ways: [Way])]) {
    if let i = list.firstIndex(where: { $0.bits == bits }) {
      list[i].ways.append(way)
    } else {
      list.append((bits, [way]))
    }
  }

  /// A recogniser that declares nothing of what it starts with.
  private func isAnywhere(_ trigger: Trigger) -> Bool {
    guard case .recogniser(let r) = trigger else { return false }
    return wordsOf[r].isEmpty && recognisers[r].kinds.isEmpty && recognisers[r].classes.isEmpty
  }

  private mutating func way(_ rule: Int32, _ start: Program.Start) -> Way {
    var way = Way(
      needs: need.ofRule[Int(rule)], next: Signature.always, rule: rule, call: Int32(start.call?.index ?? -1), row: -1,
      classes: 0, kinds: 0)
    guard let next = start.next, !next.contains(where: isAnywhere) else { return way }
    way.next = 0
    way.row = 0
    var symbols: [Symbol] = []
    for trigger in next {
      way.next |= Signature.of(trigger, recognisers, wordsOf)
      switch trigger {
      case .symbol(let s): symbols.append(s)
      case .shape(let c): way.classes |= c
      case .recogniser(let r):
        symbols += wordsOf[r]
        for k in recognisers[r].kinds { way.kinds |= 1 << UInt32(k.rawValue) }
        for c in recognisers[r].classes { way.classes |= c.bit }
      }
    }
    if way.call >= 0 { way.next = .max }
    guard !symbols.isEmpty else { return way }
    way.row = Int32(symbolBits.count)
    symbolBits.append(contentsOf: repeatElement(0, count: symbolWords))
    for s in symbols { symbolBits[Int(way.row) + (Int(s.id) >> 6)] |= 1 << UInt64(s.id & 63) }
    return way
  }
}
