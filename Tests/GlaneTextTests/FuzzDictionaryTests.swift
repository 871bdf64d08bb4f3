import TestSupport
import Testing

@testable import GlaneText

/// The fuzzer's dictionary has something of all that the scanners tell apart: a lone U+02BC once hung the tokenizer, and no
/// input had one.
@Suite struct FuzzDictionaryTests {
  private func entries() throws -> [[UInt8]] {
    try PackageFiles.text("Fuzz/dictionary.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      var bytes: [UInt8] = []
      var rest = line.dropFirst().dropLast()
      while let character = rest.popFirst() {
        if character == "\\", rest.popFirst() == "x" {
          bytes.append(UInt8(rest.prefix(2), radix: 16)!)
          rest = rest.dropFirst(2)
        } else {
          bytes += Array(String(character).utf8)
        }
      }
      return bytes
    }
  }

  @Test func everyClassOfCharacterIsThere() throws {
    let scalars = try entries().flatMap { String(decoding: $0, as: UTF8.self).unicodeScalars.map(\.value) }
    let missing = CharacterClass.allCases.filter { kind in !scalars.contains { CharacterClass.of($0) == kind } }
    #expect(missing.isEmpty)
    let breaks = Set(scalars.map { WordBreak.of($0).value })
    // UWordBreakValues in use: 17 to 20 are no longer given to any character.
    let lacking = Set<UInt8>((0...22).filter { !(17...20).contains($0) }).subtracting(breaks)
    #expect(lacking.isEmpty)
  }

  /// What the code names by its number, beyond ASCII.
  @Test(arguments: [
    0x85, 0xA0, 0xAB, 0xAD, 0xB0, 0xBB, 0x2BC, 0x152, 0x153, 0x2009, 0x200D, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018,
    0x2019,
    0x201C, 0x201D, 0x2022, 0x2026, 0x2028, 0x2029, 0x202F, 0x20AC, 0x2212, 0x1F3FB, 0x1F3FF, 0xE0041, 0xE007F, 0xFEFF,
  ])
  func everyNamedCharacterIsThere(_ value: Int) throws {
    let scalar = Character(Unicode.Scalar(UInt32(value))!)
    #expect(
      try entries().contains { String(decoding: $0, as: UTF8.self).unicodeScalars.contains { Character($0) == scalar } }
    )
  }

  @Test func allASCIIPunctuationIsThere() throws {
    let bytes = Set(try entries().flatMap(\.self))
    let punctuation = Set((UInt8(0x21)...0x7E).filter { !Character(Unicode.Scalar($0)).isLetter && $0 &- 0x30 >= 10 })
    #expect(punctuation.subtracting(bytes).isEmpty)
  }
}
