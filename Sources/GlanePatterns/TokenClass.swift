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

  /// One bit per class.
  var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 0) }

  init(bit: UInt32) { self = Self.allCases[bit.trailingZeroBitCount] }

  /// The classes that a token belongs to, as bits.
  static func mask(_ kind: TokenKind, _ shape: TokenShape) -> UInt32 {
    var mask: UInt32 = 0
    var bit: UInt32 = 1
    for c in allCases {
      if c.accepts(kind, shape) { mask |= bit }
      bit <<= 1
    }
    return mask
  }
}
