import Foundation
import GlaneText

/// The tables of GlaneText: token classes and folds, from ICU's properties.
package enum TextTables {
  /// File name and bytes of each table.
  package static func make() -> [(name: String, bytes: [UInt8])] {
    let properties = UnicodeProperties()
    let folds = FoldTable()
    return [
      ("token.bin", TwoStageTable.encode(tokenClasses(properties), wide: false)),
      ("fold.bin", folds.table),
      ("fold-records.bin", folds.records),
      ("word.bin", TwoStageTable.encode(wordBreaks(properties), wide: false)),
    ]
  }

  static func write(to folder: String) throws {
    for (name, bytes) in make() {
      try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
      print("\(folder)/\(name): \(bytes.count) bytes")
    }
  }

  /// ICU's word break value, with flags for what the rules ask besides: pictographs, and scripts that need a dictionary.
  static func wordBreaks(_ p: UnicodeProperties) -> [UInt16] {
    // UScriptCode: Han, Hiragana, Katakana. ULineBreak: complex context. UWordBreakValues: Katakana.
    let dictionaryScripts: Set<UInt16> = [17, 20, 22]
    return (0..<UnicodeProperties.codePoints).map { c in
      var value = p.wordBreak[c]
      if p.pictographic[c] != 0 { value |= UInt16(WordBreak.pictographic) }
      let isHangulSyllable = (0xAC00...0xD7A3).contains(c)  // ICU's rules break between these and other letters
      if dictionaryScripts.contains(p.script[c]) || p.lineBreak[c] == 24 || p.wordBreak[c] == 3 || isHangulSyllable {
        value |= UInt16(WordBreak.dictionary)
      }
      return value
    }
  }

  static func tokenClasses(_ p: UnicodeProperties) -> [UInt16] {
    (0..<UnicodeProperties.codePoints).map { UInt16(tokenClass(p, $0).rawValue) }
  }

  private static func tokenClass(_ p: UnicodeProperties, _ c: Int) -> CharacterClass {
    // ICU's numbering of the properties: UCharCategory, ULineBreak, UScriptCode, UGraphemeClusterBreak.
    let uppercaseLetter = 1, titlecaseLetter = 3, modifierLetter = 4, letterNumber = 10
    let complexContext = 24, regionalIndicator = 12
    let scriptsWithoutSpaces: Set<UInt16> = [5, 17, 20, 22]  // Bopomofo, Han, Hiragana, Katakana
    if p.whiteSpace[c] != 0 || c == 0xFEFF { return .gap }
    if p.graphemeBreak[c] == regionalIndicator { return .regionalIndicator }
    if p.pictographic[c] != 0 && (p.emojiPresentation[c] != 0 || c >= 0x1F000) { return .emoji }
    switch Int(p.category[c]) {
    case uppercaseLetter, titlecaseLetter: return .upper
    case 2, modifierLetter, 5, letterNumber:
      if p.lineBreak[c] == complexContext || scriptsWithoutSpaces.contains(p.script[c]) { return .complex }
      if p.uppercase[c] != 0 { return .upper }
      return p.lowercase[c] != 0 ? .lower : .letter
    case 6, 7, 8:
      // Marks of a script without spaces are part of its words.
      return p.lineBreak[c] == complexContext ? .complex : .mark
    case 9: return .digit
    case 11: return .number
    case 15: return .gap  // controls
    case 16: return .format
    case 19, 20, 21, 22, 23, 28, 29: return .punctuation
    case 24, 25, 26, 27: return .symbol
    default: return .other
    }
  }
}
