import GlaneText

/// Which rules may start at a token, by what the token is and what stands behind it.
///
/// A pattern's ways to start (``Program/Start``) are filed by stage and by what the first token must be. Each has the
/// signature of what may follow, so that most are put aside by one test of two words.
final class TriggerIndex: Sendable {
  /// One way for a rule to start.
  struct Way {
    /// The signature of what may stand behind the first step.
    var next: UInt64
    var rule: Int32
    /// A recogniser's call that starts, or -1.
    var call: Int32
    /// What must stand behind the first step; a row of ``symbolBits`` for its symbols, or -1 where that is left open.
    var row: Int32
    var classes: UInt32
    var kinds: UInt32
  }

  /// For each symbol, a bit per stage that has a rule starting with it.
  let stagesOfSymbol: [UInt64]
  /// The same by kind and by the bits of the shape that classes depend on, for what a token starts by these.
  private let shapeStages: [UInt64]
  let ways: [Way]
  /// Ways that start with a symbol, by stage: those of symbol s are the rows from `symbolFirst[s]` to `symbolFirst[s + 1]`.
  let symbolRows: [SymbolRow]
  let symbolFirst: [UInt32]
  /// Ways that start with a token class, or with a recogniser's kind of token, by bits of classes or kinds.
  let shapeWays: [ShapeWays]
  /// By stage: where in ``shapeWays`` those of its classes start, then those of its kinds; one more at the end.
  let shapeFirst: [Int]
  /// The symbols of token sets, a bit each: rows of (symbols + 63) / 64 words.
  private let symbolBits: [UInt64]
  /// Token classes by kind and by the bits of the shape that they depend on.
  private let classTable: [UInt32]

  /// Ways that start alike: a range of ``ways``.
  struct Bucket {
    var first: Int
    var end: Int
    /// The signature of what may follow in one of them.
    var next: UInt64
    /// Where in ``bitmaps`` those of a large bucket are, or -1.
    var bitmaps: Int
  }

  /// Ways of one stage that start with one symbol.
  struct SymbolRow {
    var stage: Int
    var bucket: Bucket
  }

  /// Ways that start with a token of one of several classes or kinds.
  struct ShapeWays {
    var bits: UInt32
    var bucket: Bucket
  }

  /// Of large buckets: for each bit of a signature, the ways that a token with that bit behind the first step lets go on, a
  /// bit each. Most ways of a large bucket are put aside together.
  private let bitmaps: [UInt64]

  init(rules: [Rule], stageCount: Int, symbols: SymbolTable, recognisers: [Recogniser], wordsOf: [[Symbol]]) {
    Signature.checkRoom()
    classTable = TokenKind.allCases.flatMap { kind in
      (0..<16).map { bits in
        var shape: TokenShape = []
        for (i, s) in TriggerIndex.telling.enumerated() where bits >> i & 1 != 0 { shape.insert(s) }
        return TokenClass.mask(kind, shape)
      }
    }
    var builder = TriggerIndexBuilder(
      stageCount: stageCount, symbolCount: symbols.count, recognisers: recognisers, wordsOf: wordsOf)
    for (i, rule) in rules.enumerated() {
      for start in rule.program.starts { builder.add(Int32(i), start, stage: rule.stage) }
    }
    stagesOfSymbol = builder.stagesOfSymbol
    let (byClass, byKind) = (builder.byClass, builder.byKind)
    shapeStages = classTable.enumerated().map { index, classes in
      let kind: UInt32 = 1 << UInt32(index >> 4)
      return byClass.indices.reduce(0) { stages, stage in
        byClass[stage].contains { $0.bits & classes != 0 } || byKind[stage].contains { $0.bits & kind != 0 }
          ? stages | 1 << UInt64(stage) : stages
      }
    }
    var ways: [Way] = []
    var bitmaps: [UInt64] = []
    // What a call takes is not known yet: it is looked at whatever follows.
    func next(_ way: Way) -> UInt64 { way.call >= 0 ? Signature.always : way.next }
    func bucket(_ own: some Collection<Way>) -> Bucket {
      var bucket = Bucket(first: ways.count, end: ways.count, next: 0, bitmaps: -1)
      for way in own {
        ways.append(way)
        bucket.next |= next(way)
      }
      bucket.end = ways.count
      let count = bucket.end - bucket.first
      guard count > 6 else { return bucket }
      bucket.bitmaps = bitmaps.count
      let words = (count + 63) / 64
      bitmaps += repeatElement(0, count: 64 * words)
      for i in 0..<count {
        let next = next(ways[bucket.first + i])
        var bits = next
        while bits != 0 {
          bitmaps[bucket.bitmaps + bits.trailingZeroBitCount * words + i / 64] |= 1 << UInt64(i % 64)
          bits &= bits - 1
        }
      }
      return bucket
    }
    var rows: [SymbolRow] = []
    var first: [UInt32] = []
    first.reserveCapacity(symbols.count + 1)
    let filed = builder.bySymbolAndStage()
    var at = 0
    for symbol in 0..<symbols.count {
      first.append(UInt32(rows.count))
      while at < filed.count, filed[at].symbol == symbol {
        let start = at
        let stage = filed[at].stage
        while at < filed.count, filed[at].symbol == symbol, filed[at].stage == stage { at += 1 }
        rows.append(SymbolRow(stage: stage, bucket: bucket(filed[start..<at].lazy.map(\.way))))
      }
    }
    first.append(UInt32(rows.count))
    symbolRows = rows
    var shapeWays: [ShapeWays] = []
    var shapeFirst: [Int] = []
    for stage in 0..<stageCount {
      for lists in [builder.byClass[stage], builder.byKind[stage]] {
        shapeFirst.append(shapeWays.count)
        for list in lists {
          shapeWays.append(ShapeWays(bits: list.bits, bucket: bucket(list.ways)))
        }
      }
    }
    self.shapeWays = shapeWays
    self.shapeFirst = shapeFirst + [shapeWays.count]
    self.ways = ways
    self.bitmaps = bitmaps
    symbolFirst = first
    symbolBits = builder.symbolBits
  }

  /// What token classes depend on, besides the kind.
  private static let telling: [TokenShape] = [.initialUpper, .innerUpper, .hasLower, .elided]

  /// The classes of a token of that kind and shape, as bits, and the stages of which a rule may start there by these.
  @inline(__always)
  func starts(_ kind: TokenKind, _ shape: TokenShape) -> (classes: UInt32, stages: UInt64) {
    let s = Int(shape.rawValue)
    let index = Int(kind.rawValue) << 4 | s & 7 | s >> 4 & 8
    return (classTable[index], shapeStages[index])
  }

  /// Hands on the ways of a bucket that a token of signature `next` behind the first step does not rule out.
  @inline(__always)
  func forEachWay(_ bucket: Bucket, next: UInt64, _ body: (Way) -> Void) {
    guard bucket.next & next != 0 else { return }
    guard bucket.bitmaps >= 0 else {
      for w in bucket.first..<bucket.end where ways[w].next & next != 0 || ways[w].call >= 0 { body(ways[w]) }
      return
    }
    let words = (bucket.end - bucket.first + 63) / 64
    bitmaps.withUnsafeBufferPointer { all in
      // A bucket has 64 rows of so many words from its place on.
      let rows = all.baseAddress! + bucket.bitmaps
      for w in 0..<words {
        var open: UInt64 = 0
        var bits = next
        while bits != 0 {
          open |= rows[bits.trailingZeroBitCount * words + w]
          bits &= bits - 1
        }
        while open != 0 {
          body(ways[bucket.first + 64 * w + open.trailingZeroBitCount])
          open &= open - 1
        }
      }
    }
  }

  /// Whether what must stand behind the first step does stand at `token`.
  @inline(__always)
  func goesOn(_ way: Way, _ chart: borrowing Chart, _ token: Int, _ limit: Int) -> Bool {
    way.row < 0 || token < limit && meets(way, chart, token)
  }

  private func meets(_ way: Way, _ chart: borrowing Chart, _ token: Int) -> Bool {
    let signature = chart.signatures[token]
    guard signature & way.next != 0 else { return false }
    if UInt32(truncatingIfNeeded: signature) & way.classes != 0 { return true }
    if way.kinds >> UInt32(chart.text.tokens.kinds[token].rawValue) & 1 != 0 { return true }
    for entry in chart.entries(at: token) where holds(way.row, entry.symbol) { return true }
    var e = chart.firstEdge(at: token)
    while e >= 0 {
      if holds(way.row, chart.edges[Int(e)].symbol) { return true }
      e = chart.edges[Int(e)].next
    }
    return false
  }

  @inline(__always)
  private func holds(_ row: Int32, _ symbol: Symbol) -> Bool {
    symbolBits[Int(row) + (Int(symbol.id) >> 6)] >> UInt64(symbol.id & 63) & 1 != 0
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
  var stagesOfSymbol: [UInt64]
  private var bySymbol: [Filed] = []
  var byClass: [[(bits: UInt32, ways: [Way])]]
  var byKind: [[(bits: UInt32, ways: [Way])]]
  let symbolWords: Int
  /// The first row is that of every set without a symbol.
  var symbolBits: [UInt64]

  init(stageCount: Int, symbolCount: Int, recognisers: [Recogniser], wordsOf: [[Symbol]]) {
    self.recognisers = recognisers
    self.wordsOf = wordsOf
    stagesOfSymbol = [UInt64](repeating: 0, count: symbolCount)
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
      stagesOfSymbol[Int(s.id)] |= 1 << UInt64(stage)
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
      next: Signature.always, rule: rule, call: Int32(start.call?.index ?? -1), row: -1, classes: 0, kinds: 0)
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
    guard !symbols.isEmpty else { return way }
    way.row = Int32(symbolBits.count)
    symbolBits.append(contentsOf: repeatElement(0, count: symbolWords))
    for s in symbols { symbolBits[Int(way.row) + (Int(s.id) >> 6)] |= 1 << UInt64(s.id & 63) }
    return way
  }
}
