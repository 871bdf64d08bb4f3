/// The text that is tokenized, with the lists that French tokens need: small, so that it is passed in registers.
///
/// What asks about the text and changes nothing is here; what writes tokens is ``TokenScanner``.
struct TokenReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let rules: UnsafePointer<FrenchTokenRules>

  /// A scalar with its class; class gap and length 0 past the end, class gap for bytes that are not UTF-8.
  struct Unit {
    let kind: CharacterClass
    let value: UInt32
    let length: Int
    static let end = Unit(kind: .gap, value: 0, length: 0)
    var isLetter: Bool { kind == .upper || kind == .lower || kind == .letter }
  }

  @inline(__always)
  func unit(at i: Int) -> Unit {
    guard i < bytes.count else { return .end }
    let scalar = bytes.decodeScalar(at: i)
    guard scalar.value != DecodedScalar.invalid else {
      return Unit(kind: .gap, value: scalar.value, length: scalar.length)
    }
    return Unit(kind: .of(scalar.value), value: scalar.value, length: scalar.length)
  }

  /// The byte at `i`, 0 past the end.
  @inline(__always)
  func byte(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }

  /// The length of an apostrophe at `i`: ' or ’ or ʼ; 0 where there is none.
  @inline(__always)
  func apostropheLength(at i: Int) -> Int {
    switch byte(i) {
    case 0x27: 1
    case 0xE2: byte(i + 1) == 0x80 && byte(i + 2) == 0x99 ? 3 : 0
    case 0xCA: byte(i + 1) == 0xBC ? 2 : 0
    default: 0
    }
  }

  /// The length of a hyphen at `i`: - or U+2010 or U+2011; 0 where there is none.
  @inline(__always)
  func hyphenLength(at i: Int) -> Int {
    switch byte(i) {
    case 0x2D: 1
    case 0xE2: byte(i + 1) == 0x80 && (byte(i + 2) == 0x90 || byte(i + 2) == 0x91) ? 3 : 0
    default: 0
    }
  }

  /// The shape that the token's own bytes give.
  func shape(_ start: Int, _ end: Int) -> TokenShape {
    var shape: TokenShape = []
    var i = start
    var lastApostrophe = -1
    while i < end {
      let b = bytes[i]
      if b < 0x80 {
        if (b | 0x20) &- 0x61 < 26 {
          shape.formUnion(
            b & 0x20 != 0
              ? [.hasLower, .hasLetter]
              : shape.contains(.hasLetter) ? [.innerUpper, .hasLetter] : [.initialUpper, .hasLetter])
        } else if b &- 0x30 < 10 {
          shape.insert(.hasDigit)
        } else if b == 0x2D {
          shape.insert(.hasHyphen)
        } else if b == 0x27 {
          lastApostrophe = i + 1
        } else if b == 0x2E {
          shape.insert(.hasPeriod)
        }
        i += 1
        continue
      }
      let unit = unit(at: i)
      shape.insert(.nonASCII)
      switch unit.kind {
      case .upper:
        shape.insert(shape.contains(.hasLetter) ? .innerUpper : .initialUpper)
        shape.insert(.hasLetter)
      case .lower:
        // U+02BC is a letter to Unicode and an apostrophe to its users.
        if unit.value == 0x2BC { lastApostrophe = i + 2 } else { shape.insert([.hasLower, .hasLetter]) }
      case .letter, .complex:
        if unit.value == 0x2BC { lastApostrophe = i + 2 } else { shape.insert(.hasLetter) }
      case .digit: shape.insert(.hasDigit)
      default:
        switch unit.value {
        case 0x2010, 0x2011: shape.insert(.hasHyphen)
        case 0x2019: lastApostrophe = i + unit.length
        default: break
        }
      }
      i += unit.length
    }
    if lastApostrophe >= 0 {
      shape.insert(.hasApostrophe)
      if lastApostrophe == end, shape.contains(.hasLetter) { shape.insert(.elided) }
    }
    return shape
  }
}
