import CGlaneICU

/// Properties of every code point, as ICU knows them.
struct UnicodeProperties {
  static let codePoints = Int(GLANE_CODE_POINTS)

  let category: [UInt16]
  let whiteSpace: [UInt16]
  let lowercase: [UInt16]
  let uppercase: [UInt16]
  let lineBreak: [UInt16]
  let script: [UInt16]
  let wordBreak: [UInt16]
  let graphemeBreak: [UInt16]
  let pictographic: [UInt16]
  let emojiPresentation: [UInt16]

  init() {
    category = Self.read(GLANE_GENERAL_CATEGORY)
    whiteSpace = Self.read(GLANE_WHITE_SPACE)
    lowercase = Self.read(GLANE_LOWERCASE)
    uppercase = Self.read(GLANE_UPPERCASE)
    lineBreak = Self.read(GLANE_LINE_BREAK)
    script = Self.read(GLANE_SCRIPT)
    wordBreak = Self.read(GLANE_WORD_BREAK)
    graphemeBreak = Self.read(GLANE_GRAPHEME_BREAK)
    pictographic = Self.read(GLANE_EXTENDED_PICTOGRAPHIC)
    emojiPresentation = Self.read(GLANE_EMOJI_PRESENTATION)
  }

  private static func read(_ property: Int) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: codePoints) { buffer, count in
      glane_icu_property(Int32(property), buffer.baseAddress!)
      count = codePoints
    }
  }

  /// The canonical decomposition of `scalar`, or itself.
  static func decomposition(_ scalar: UInt32) -> [UInt32] {
    var out = [UInt32](repeating: 0, count: 16)
    let n = glane_icu_decompose(scalar, &out, 16)
    return Array(out[..<Int(n)])
  }

  static func lower(_ scalar: UInt32) -> UInt32 { glane_icu_lower(scalar) }
}
