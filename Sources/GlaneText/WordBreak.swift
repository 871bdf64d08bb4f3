import CGlaneText

/// Word break classes (UAX #29), numbered as ICU numbers them, with two flags.
package struct WordBreak: Equatable {
  let bits: UInt8

  /// Extended_Pictographic.
  package static let pictographic: UInt8 = 0x80
  /// Of a script that ICU cuts by dictionary or by rules of its own: complex context, Han, kana, Hangul.
  package static let dictionary: UInt8 = 0x40

  @inline(__always) init(_ bits: UInt8) { self.bits = bits }
  @inline(__always) static func of(_ scalar: UInt32) -> WordBreak { WordBreak(glane_word_class(scalar)) }

  var value: UInt8 { bits & 0x1F }
  var isPictographic: Bool { bits & Self.pictographic != 0 }
  var needsDictionary: Bool { bits & Self.dictionary != 0 }

  static let other: UInt8 = 0
  static let letter: UInt8 = 1
  static let format: UInt8 = 2
  static let katakana: UInt8 = 3
  static let midLetter: UInt8 = 4
  static let midNumber: UInt8 = 5
  static let numeric: UInt8 = 6
  static let extendNumLet: UInt8 = 7
  static let carriageReturn: UInt8 = 8
  static let extend: UInt8 = 9
  static let lineFeed: UInt8 = 10
  static let midNumLet: UInt8 = 11
  static let newline: UInt8 = 12
  static let regionalIndicator: UInt8 = 13
  static let hebrewLetter: UInt8 = 14
  static let singleQuote: UInt8 = 15
  static let doubleQuote: UInt8 = 16
  static let joiner: UInt8 = 21
  static let space: UInt8 = 22

  /// ALetter or Hebrew_Letter.
  var isLetter: Bool { value == Self.letter || value == Self.hebrewLetter }
  /// CR, LF, Newline: break before and after.
  var isLineEnd: Bool { value == Self.lineFeed || value == Self.carriageReturn || value == Self.newline }
  /// Extend, Format, ZWJ: ignored after anything but line ends (WB4).
  var isIgnored: Bool { value == Self.extend || value == Self.format || value == Self.joiner }
}
