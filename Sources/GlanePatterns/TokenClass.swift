import GlaneText

/// A token test by kind and shape: the `%name` of the rule language.
package enum TokenClass: String, Sendable, CaseIterable {
  /// A word that starts with a capital and is not all capitals.
  case Cap
  /// Two letters or more, all capitals; acronyms included.
  case UPPER
  /// A word that starts with a capital, whatever follows.
  case Name
  /// A word without a capital.
  case lower
  /// A word of any case, acronyms included.
  case word
  case number, ordinal, acronym, initial, abbreviation, punct, elided, clitic, any

  @inline(__always)
  package func accepts(_ kind: TokenKind, _ shape: TokenShape) -> Bool {
    switch self {
    case .Cap:
      kind == .word && shape.contains(.initialUpper) && (shape.contains(.hasLower) || !shape.contains(.innerUpper))
    case .UPPER: (kind == .word || kind == .acronym) && shape.isAllUpper
    case .Name: (kind == .word || kind == .acronym) && shape.contains(.initialUpper)
    case .lower: kind == .word && shape.isAllLower
    case .word: kind == .word || kind == .acronym
    case .number: kind == .number
    case .ordinal: kind == .ordinal
    case .acronym: kind == .acronym || (kind == .word && shape.isAllUpper)
    case .initial: kind == .initial
    case .abbreviation: kind == .abbreviation
    case .punct: kind == .punctuation
    case .elided: shape.contains(.elided)
    case .clitic: kind == .clitic
    case .any: true
    }
  }

  /// One bit per class, in their order.
  var bit: UInt32 {
    switch self {
    case .Cap: 1 << 0
    case .UPPER: 1 << 1
    case .Name: 1 << 2
    case .lower: 1 << 3
    case .word: 1 << 4
    case .number: 1 << 5
    case .ordinal: 1 << 6
    case .acronym: 1 << 7
    case .initial: 1 << 8
    case .abbreviation: 1 << 9
    case .punct: 1 << 10
    case .elided: 1 << 11
    case .clitic: 1 << 12
    case .any: 1 << 13
    }
  }

  /// The classes that a token belongs to, as bits.
  static func mask(_ kind: TokenKind, _ shape: TokenShape) -> UInt32 {
    var mask: UInt32 = 0
    for c in allCases where c.accepts(kind, shape) { mask |= c.bit }
    return mask
  }
}
