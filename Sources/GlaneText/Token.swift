/// What a token is.
public enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// Letters, with inner hyphens and apostrophes where French keeps the word whole: `homme`, `porte-parole`, `aujourd'hui`, `l'`.
  case word
  /// An inversion clitic with its hyphen: `-t-il`, `-je`, `-là` after a verb.
  case clitic
  /// Digits with their groups and decimals: `12`, `1 250`, `3,5`.
  case number
  /// Digits or Roman numerals with an ordinal ending: `1er`, `2e`, `XIXe`.
  case ordinal
  /// A word shortened with a full stop that belongs to it: `M.`, `janv.`, `art.`, `J.-C.`.
  case abbreviation
  /// Capitals with dots: `S.N.C.F.`. Without dots (`ONU`) it is a ``word`` all in capitals: ``TokenShape/isAllUpper``.
  case acronym
  /// One or more initials with dots: `J.`, `J.-P.`.
  case initial
  case punctuation
  case symbol
  case url
  case email
  /// `@name`.
  case handle
  /// `#name`.
  case hashtag
  case emoji
  /// A word of a script without letter case or spaces (Thai, Han …) or anything that fits nowhere else.
  case other
}

/// How a token looks and how it stands to the token before it.
// Its members are computed, so that a test in another module is one instruction.
public struct TokenShape: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first letter is a capital.
  @inlinable public static var initialUpper: TokenShape { TokenShape(rawValue: 1 << 0) }
  /// There is a capital after the first letter.
  @inlinable public static var innerUpper: TokenShape { TokenShape(rawValue: 1 << 1) }
  /// There is a small letter.
  @inlinable public static var hasLower: TokenShape { TokenShape(rawValue: 1 << 2) }
  @inlinable public static var hasDigit: TokenShape { TokenShape(rawValue: 1 << 3) }
  @inlinable public static var hasHyphen: TokenShape { TokenShape(rawValue: 1 << 4) }
  @inlinable public static var hasApostrophe: TokenShape { TokenShape(rawValue: 1 << 5) }
  @inlinable public static var hasPeriod: TokenShape { TokenShape(rawValue: 1 << 6) }
  /// The token ends with an apostrophe: `l'`, `d'`, `qu'`, `jusqu'`.
  @inlinable public static var elided: TokenShape { TokenShape(rawValue: 1 << 7) }
  @inlinable public static var nonASCII: TokenShape { TokenShape(rawValue: 1 << 8) }
  /// Nothing lies between the token before and this one.
  @inlinable public static var glued: TokenShape { TokenShape(rawValue: 1 << 9) }
  /// The gap before holds a line end, or the token is the first of the text.
  @inlinable public static var lineStart: TokenShape { TokenShape(rawValue: 1 << 10) }
  /// The gap before holds an empty line, or the token is the first of the text.
  @inlinable public static var paragraphStart: TokenShape { TokenShape(rawValue: 1 << 11) }
  /// At least one letter.
  @inlinable public static var hasLetter: TokenShape { TokenShape(rawValue: 1 << 12) }

  /// Two letters or more, all of them capitals.
  @inlinable public var isAllUpper: Bool { isSuperset(of: [.initialUpper, .innerUpper]) && !contains(.hasLower) }
  /// Letters, none of them a capital.
  @inlinable public var isAllLower: Bool {
    contains(.hasLower) && isDisjoint(with: [.initialUpper, .innerUpper])
  }
  /// A capital, then small letters alone (or a single capital).
  @inlinable public var isCapitalized: Bool { contains(.initialUpper) && !contains(.innerUpper) }
}

/// One token, as read out of a ``TokenBuffer``.
public struct Token: Hashable, Sendable {
  public let span: TextSpan
  public let kind: TokenKind
  public let shape: TokenShape

  @inlinable
  public init(span: TextSpan, kind: TokenKind, shape: TokenShape) {
    self.span = span
    self.kind = kind
    self.shape = shape
  }
}
