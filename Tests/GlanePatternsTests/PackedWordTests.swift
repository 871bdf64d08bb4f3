import GlaneText
import Testing

@testable import GlanePatterns

@Suite struct PackedWordTests {
  private func forms(_ word: String) -> (plain: PackedWord, lower: PackedWord) {
    Array(word.utf8).withUnsafeBufferPointer { PackedWord.forms(of: $0) }
  }

  @Test(arguments: [
    ("le", "le", "le"), ("L’", "L'", "l'"), ("ÉTAT", "ÉTAT", "état"), ("Œuvre", "Œuvre", "œuvre"),
    ("e\u{301}te\u{301}", "été", "été"), ("E\u{301}TE\u{301}", "ÉTÉ", "été"), ("ŸVES", "ŸVES", "ÿves"),
    ("aujourd’hui", "aujourd'hui", "aujourd'hui"), ("«", "«", "«"), ("–", "–", "–"), ("ΑΘΗΝΑ", "ΑΘΗΝΑ", "αθηνα"),
    ("Jean-Noël", "Jean-Noël", "jean-noël"),
  ])
  func spellings(_ word: String, _ plain: String, _ lower: String) {
    #expect(forms(word).plain == PackedWord(plain))
    #expect(forms(word).lower == PackedWord(lower))
  }

  /// Every letter of the Latin blocks, alone and behind another: the quick way agrees with the standard library.
  @Test func lettersFoldAsTheStandardLibraryHasThem() {
    for value in UInt32(0x21)...0x24F where !(0x7F...0xA0).contains(value) && value != 0xAD {
      let letter = String(Character(Unicode.Scalar(value)!))
      for word in [letter, "x" + letter, letter + "é"] {
        #expect(forms(word).lower == PackedWord(word.lowercased()), "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func fifteenBytesFitAndSixteenDoNot() {
    #expect(forms("abcdefghijklmno").plain == "abcdefghijklmno")
    #expect(forms("abcdefghijklmno").plain.count == 15)
    #expect(forms("abcdefghijklmnop").plain == .none)
    #expect(forms("Abcdefghijklm’o").plain == "Abcdefghijklm'o")  // 17 bytes, 15 with a plain apostrophe
    #expect(forms(String(repeating: "é", count: 200)).lower == .none)
    #expect(forms("").plain == .none)
  }

  @Test func aPrefixIsAnotherWord() {
    #expect(PackedWord("ab") != PackedWord("a"))
    #expect(PackedWord("a\0") != PackedWord("a"))
    #expect(PackedWord("abcdefgh") != PackedWord("abcdefghi"))
    #expect(PackedWord("été") == "été")
  }

  @Test func setsHoldWhatTheyWereGiven() {
    let set: WordSet = ["le", "la", "l'", "œuvre", "aujourd'hui", "(", "abcdefgh", "abcdefghi"]
    for word in ["le", "la", "l'", "œuvre", "aujourd'hui", "(", "abcdefgh", "abcdefghi"] {
      #expect(set.contains(PackedWord(word)), "\(word)")
    }
    for word in ["", "l", "les", "Le", ")", "abcdefg", "abcdefghij", "anticonstitutionnellement"] {
      #expect(!set.contains(PackedWord(word)), "\(word)")
    }
    let empty: WordSet = []
    #expect(!empty.contains("le"))
  }
}
