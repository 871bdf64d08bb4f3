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
    var numbers: [Set<Symbol>: Int] = [:]
    var ofSymbol = [Bits](repeating: .zero, count: symbolCount)
    ofRule = programs.map { program in
      var bits = Bits.zero
      for set in program.needs {
        let number = numbers[set] ?? numbers.count
        let bit = Need.bit(number)
        if numbers.updateValue(number, forKey: set) == nil {
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
