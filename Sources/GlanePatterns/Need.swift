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
    var numbers = SetNumbers(symbolCount: symbols.count)
    var ofSymbol = [Bits](repeating: Bits(), count: symbols.count)
    var (ofRule, keyOfRule): ([Bits], [Bits]) = ([], [])
    for program in programs {
      var bits = Bits()
      var key = (bits: Bits.always, commonness: Int.max)
      for set in program.needs {
        let (number, isNew) = numbers.number(of: set)
        let bit = Bits(set: number + 1)
        if isNew {
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

/// Numbers sets of symbols in the order in which they come. Nearly all hold one symbol.
private struct SetNumbers {
  private var count = 0
  /// By symbol: the number of the set that holds it alone, or -1.
  private var singles: [Int]
  /// By their first symbol, those that hold several.
  private var others: [[(set: [Symbol], number: Int)]]

  init(symbolCount: Int) {
    singles = [Int](repeating: -1, count: symbolCount)
    others = .init(repeating: [], count: symbolCount)
  }

  mutating func number(of set: [Symbol]) -> (Int, isNew: Bool) {
    let first = Int(set[0].id)
    if set.count == 1 {
      if singles[first] >= 0 { return (singles[first], false) }
      singles[first] = count
    } else {
      for other in others[first] where other.set == set { return (other.number, false) }
      others[first].append((set, count))
    }
    count += 1
    return (count - 1, true)
  }
}

extension Pattern {
  /// The sets of symbols of which every match takes, or looks at, at least one each; ascending.
  ///
  /// - Parameter symbol: What a name stands for; nil for a recogniser.
  func needs(_ symbol: (NameTable.Name) -> Symbol?) -> [[Symbol]] {
    var all: [[Symbol]] = []
    addNeeds(to: &all, symbol)
    return all
  }

  private func addNeeds(to all: inout [[Symbol]], _ symbol: (NameTable.Name) -> Symbol?) {
    switch self {
    case .literal(let name, _), .list(let name, _), .constituent(let name, _, _):
      if let s = symbol(name) { all.append([s]) }
    case .token(let conditions), .lookbehind(let conditions, negative: false):
      for c in conditions where !c.negated {
        switch c.test {
        case .word(let name, _), .list(let name, _):
          guard let s = symbol(name) else { continue }
          all.append([s])
          return
        case .shape: continue
        }
      }
    case .sequence(let items):
      for item in items { item.addNeeds(to: &all, symbol) }
    case .choice(let branches):
      // One of them is taken: the smallest need of each.
      var union: [Symbol] = []
      for branch in branches where !branch.addSmallestNeed(to: &union, symbol) { return }
      union.sort { $0.id < $1.id }
      var kept = 0
      for i in union.indices where i == 0 || union[i] != union[kept - 1] {
        union[kept] = union[i]
        kept += 1
      }
      union.removeLast(union.count - kept)
      if !union.isEmpty { all.append(union) }
    case .repetition(let item, let minimum, _):
      if minimum > 0 { item.addNeeds(to: &all, symbol) }
    case .capture(_, let item), .lookahead(let item, negative: false): item.addNeeds(to: &all, symbol)
    case .shape, .glue, .sentenceStart, .sentenceEnd, .lookahead, .lookbehind: return
    }
  }

  /// Adds the first of the smallest needs; false where there is none.
  private func addSmallestNeed(to union: inout [Symbol], _ symbol: (NameTable.Name) -> Symbol?) -> Bool {
    switch self {
    case .literal(let name, _), .list(let name, _), .constituent(let name, _, _):
      guard let s = symbol(name) else { return false }
      union.append(s)
      return true
    case .capture(_, let item): return item.addSmallestNeed(to: &union, symbol)
    default:
      guard let least = needs(symbol).min(by: { $0.count < $1.count }) else { return false }
      union += least
      return true
    }
  }
}
