/// What each scalar folds to for look-ups: see `FoldedForm`.
///
/// The rule: canonical decomposition, lower case, marks U+0300..U+036F dropped (the first is remembered as an accent); then
/// the letters, apostrophes, hyphens and spaces below, which decomposition does not reach.
struct FoldTable {
  let table: [UInt8]
  let records: [UInt8]

  init() {
    // Record 0: the scalar stays as it is; record 1: it is dropped.
    var records: [[UInt8]] = [Array(repeating: 0, count: 8), [0, 0, 0, 0, 0, 0, 0, 1]]
    var numbers: [[UInt8]: UInt16] = [:]
    var values = [UInt16](repeating: 0, count: UnicodeProperties.codePoints)
    for scalar in 0..<UInt32(values.count) where !(0xD800...0xDFFF).contains(scalar) {
      guard let record = Self.record(scalar) else { continue }
      if record[4] == 0, record[5] == 0 {
        values[Int(scalar)] = 1
      } else if let number = numbers[record] {
        values[Int(scalar)] = number
      } else {
        numbers[record] = UInt16(records.count)
        values[Int(scalar)] = UInt16(records.count)
        records.append(record)
      }
    }
    table = TwoStageTable.encode(values, wide: true)
    self.records = records.flatMap(\.self)
  }

  /// Letters that have no canonical decomposition, and what is not a letter.
  private static let special: [UInt32: String] = {
    var map: [UInt32: String] = [
      0x152: "oe", 0x153: "oe", 0xC6: "ae", 0xE6: "ae", 0xDF: "ss", 0x1E9E: "ss", 0x132: "ij", 0x133: "ij",
      0xD8: "o", 0xF8: "o", 0x110: "d", 0x111: "d", 0x141: "l", 0x142: "l", 0x131: "i", 0x126: "h", 0x127: "h",
      0x166: "t", 0x167: "t", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
      0xFB06: "st",
    ]
    for apostrophe: UInt32 in [0x2018, 0x2019, 0x201B, 0x2BC, 0x2B9, 0x2032, 0xFF07] { map[apostrophe] = "'" }
    for hyphen: UInt32 in [0x2010, 0x2011, 0xFE63, 0xFF0D] { map[hyphen] = "-" }
    for space: UInt32 in [0x9, 0xA, 0xB, 0xC, 0xD, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000] {
      map[space] = " "
    }
    for space in UInt32(0x2000)...0x200A { map[space] = " " }
    // Soft hyphen, zero-width space, joiners, direction marks, word joiner, byte order mark, variation selectors.
    for dropped: UInt32 in [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF] { map[dropped] = "" }
    for selector in UInt32(0xFE00)...0xFE0F { map[selector] = "" }
    return map
  }()

  /// Letters of `special` that a bar or stroke tells from the plain letter: written without it, they still match.
  private static let barred: Set<UInt32> = [0xD8, 0xF8, 0x110, 0x111, 0x141, 0x142, 0x126, 0x127, 0x166, 0x167]

  private static func record(_ scalar: UInt32) -> [UInt8]? {
    let decomposed = UnicodeProperties.decomposition(scalar)
    var accent: UInt8 = 0
    var folded: [UInt32] = []
    for part in decomposed {
      if (0x300...0x36F).contains(part) {
        if accent == 0 { accent = accentNumber(part) }
      } else if let text = special[part] {
        folded += text.unicodeScalars.map(\.value)
        if barred.contains(part) { accent = 7 }
      } else {
        folded.append(UnicodeProperties.lower(part))
      }
    }
    let isUpper = UnicodeProperties.lower(decomposed[0]) != decomposed[0]
    let own = String(Unicode.Scalar(scalar)!)
    let text = String(String.UnicodeScalarView(folded.map { Unicode.Scalar($0)! }))
    guard !text.unicodeScalars.elementsEqual(own.unicodeScalars) else { return nil }
    let bytes = Array(text.utf8)
    // Scripts whose decomposition is longer than what is kept (Hangul, Indic two-part vowels) stay as they are; so does
    // anything that would grow: a fold never takes more bytes than its scalar.
    guard bytes.count <= 4, bytes.count <= own.utf8.count, accent != 0 || folded.count == 1 || special[scalar] != nil
    else { return nil }
    return bytes + [UInt8](repeating: 0, count: 4 - bytes.count) + [UInt8(bytes.count), accent, isUpper ? 1 : 0, 0]
  }

  private static func accentNumber(_ mark: UInt32) -> UInt8 {
    switch mark {
    case 0x301: 1
    case 0x300: 2
    case 0x302: 3
    case 0x308: 4
    case 0x327: 5
    case 0x303: 6
    default: 7
    }
  }
}
