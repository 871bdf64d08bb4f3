import GlaneText

/// What a pattern cannot match without: of each set at least one word, list or constituent must stand in the sentence.
///
/// A rule whose needs a sentence does not meet is not tried in it: most rules name a word that most sentences lack.
struct Need {
  /// One bit for each set of symbols, shared where there are more sets than bits: a bit that is set proves nothing, one
  /// that is not rules the set out.
  ///
  /// Four words, not a vector: processors without AVX compare 64-bit lanes one by one.
  struct Bits: BitwiseCopyable, Sendable {
    var a: UInt64 = 0
    var b: UInt64 = 0
    var c: UInt64 = 0
    var d: UInt64 = 0

    @inline(__always)
    static func |= (bits: inout Bits, more: Bits) {
      bits.a |= more.a
      bits.b |= more.b
      bits.c |= more.c
      bits.d |= more.d
    }

    /// Whether all of them are in `met`.
    @inline(__always)
    func areMet(by met: Bits) -> Bool {
      (a & ~met.a) | (b & ~met.b) | (c & ~met.c) | (d & ~met.d) == 0
    }

    /// Whether one of them is in `met`.
    @inline(__always)
    func isTouched(by met: Bits) -> Bool { (a & met.a) | (b & met.b) | (c & met.c) | (d & met.d) != 0 }

    /// - Parameter number: Of a set; those above 255 share bits.
    init(set number: Int) {
      let bit: UInt64 = 1 << UInt64(number & 63)
      switch number >> 6 & 3 {
      case 0: a = bit
      case 1: b = bit
      case 2: c = bit
      default: d = bit
      }
    }

    init() {}

    /// What every sentence meets.
    static let always = Bits(set: 0)
  }

  /// By symbol: the sets that it belongs to.
  let ofSymbol: FrozenRow<Bits>
  /// By rule: the sets that it needs; and that one of them which a sentence meets most rarely, ``Bits/always`` where it
  /// needs none.
  let ofRule: [Bits]
  let keyOfRule: [Bits]

  init(programs: [Program], symbols: SymbolTable) {
    var numbers: [Set<Symbol>: Int] = [:]
    var ofSymbol = [Bits](repeating: Bits(), count: symbols.count)
    var (ofRule, keyOfRule): ([Bits], [Bits]) = ([], [])
    for program in programs {
      var bits = Bits()
      var key = (bits: Bits.always, commonness: Int.max)
      for set in program.needs {
        let number = numbers[set] ?? numbers.count + 1
        let bit = Bits(set: number)
        if numbers.updateValue(number, forKey: set) == nil {
          for symbol in set { ofSymbol[Int(symbol.id)] |= bit }
        }
        bits |= bit
        let commonness = set.reduce(0) { $0 + Need.commonness(symbols.names[Int($1.id)]) }
        if commonness < key.commonness { key = (bit, commonness) }
      }
      ofRule.append(bits)
      keyOfRule.append(key.bits)
    }
    self.ofSymbol = FrozenRow(ofSymbol)
    self.ofRule = ofRule
    self.keyOfRule = keyOfRule
  }

  /// A guess at how often a symbol stands in a text: short words do most often.
  private static func commonness(_ name: SymbolTable.Name) -> Int {
    switch name {
    case .word(let bytes): bytes.count <= 3 ? 64 : bytes.count <= 5 ? 8 : 1
    case .list: 8
    case .constituent: 4
    }
  }
}

extension Pattern {
  /// The sets of symbols of which every match takes, or looks at, at least one each.
  ///
  /// - Parameter symbol: What a literal, a list or a constituent stands for; nil for a recogniser.
  func needs<E: Error>(_ symbol: (Pattern) throws(E) -> Symbol?) throws(E) -> [Set<Symbol>] {
    switch self {
    case .literal, .list, .constituent: return try symbol(self).map { [[$0]] } ?? []
    case .token(let conditions), .lookbehind(let conditions, negative: false):
      for c in conditions where !c.negated {
        let named: Pattern
        switch c.test {
        case .word(let word, let at): named = .literal(word, at: at)
        case .list(let list, let at): named = .list(list, at: at)
        case .shape: continue
        }
        if let s = try symbol(named) { return [[s]] }
      }
      return []
    case .sequence(let items):
      var all: [Set<Symbol>] = []
      for item in items { all += try item.needs(symbol) }
      return all
    case .choice(let branches):
      // One of them is taken: the smallest need of each.
      var union: Set<Symbol> = []
      for branch in branches {
        guard let least = try branch.needs(symbol).min(by: { $0.count < $1.count }) else { return [] }
        union.formUnion(least)
      }
      return union.isEmpty ? [] : [union]
    case .repetition(let item, let minimum, _): return minimum > 0 ? try item.needs(symbol) : []
    case .capture(_, let item), .lookahead(let item, negative: false): return try item.needs(symbol)
    case .shape, .glue, .sentenceStart, .sentenceEnd, .lookahead, .lookbehind: return []
    }
  }
}
