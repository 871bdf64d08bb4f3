import GlaneText

/// What a pattern cannot match without: of each set at least one word, list or constituent must stand in the sentence.
///
/// A rule whose needs a sentence does not meet is not tried in it: most rules name a word that most sentences lack.
struct Need {
  /// One bit for each set of symbols, shared where there are more sets than bits: a bit that is set proves nothing, one
  /// that is not rules the set out.
  typealias Bits = SIMD4<UInt64>

  /// By symbol: the sets that it belongs to.
  let ofSymbol: [Bits]
  /// By rule: the sets that it needs.
  let ofRule: [Bits]

  init(programs: [Program], symbolCount: Int) {
    var numbers = SetNumbers(symbolCount: symbolCount)
    var ofSymbol = [Bits](repeating: .zero, count: symbolCount)
    ofRule = programs.map { program in
      var bits = Bits.zero
      for set in program.needs {
        let (number, isNew) = numbers.number(of: set)
        let bit = Need.bit(number)
        if isNew {
          for symbol in set { ofSymbol[Int(symbol.id)] |= bit }
        }
        bits |= bit
      }
      return bits
    }
    self.ofSymbol = ofSymbol
  }

  private static func bit(_ number: Int) -> Bits {
    var bits = Bits.zero
    bits[number >> 6 & 3] = 1 << UInt64(number & 63)
    return bits
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
