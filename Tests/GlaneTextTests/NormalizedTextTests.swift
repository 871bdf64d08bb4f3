import GlaneText
import Testing

@Suite struct NormalizedTextTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    ("e\u{301}te\u{301} a\u{300} Lome\u{301}", "\u{E9}t\u{E9} \u{E0} Lom\u{E9}"),
    ("C\u{327}a\u{302}", "\u{C7}\u{E2}"),
    ("o\u{302}\u{323}", "\u{1ED9}"),  // marks in an order that is not canonical
    ("\u{E9}\u{323}", "\u{1EB9}\u{301}"),  // what is composed comes apart for a mark below
    ("\u{212B} \u{2126} \u{340}", "\u{C5} \u{3A9} \u{300}"),  // scalars that are only written otherwise
    ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "\u{D55C}\u{AE00}"),  // Hangul
    ("\u{AC00}\u{11A8}", "\u{AC01}"),
    ("\u{301}a", "\u{301}a"),
    ("\u{915}\u{93C}", "\u{915}\u{93C}"),  // excluded from composition
    ("\u{958}", "\u{915}\u{93C}"),
  ])
  func composition(original: String, composed: String) {
    let result = NormalizedText(Array(original.utf8))
    #expect(text(result.utf8).unicodeScalars.elementsEqual(composed.unicodeScalars))
    #expect(result.isUnchanged == (Array(original.utf8) == Array(composed.utf8)))
  }

  @Test func spansGoBothWays() {
    let original = Array("l'e\u{301}te\u{301} œ".utf8)
    let composed = NormalizedText(original)
    #expect(text(composed.utf8) == "l'été œ")
    #expect(composed.original(TextSpan(start: 2, end: 4)) == TextSpan(start: 2, end: 5))
    #expect(composed.original(TextSpan(start: 2, end: 7)) == TextSpan(start: 2, end: 9))
    #expect(composed.original(TextSpan(start: 8, end: 10)) == TextSpan(start: 10, end: 12))
    #expect(composed.original(TextSpan(start: 4, end: 4)) == TextSpan(start: 5, end: 5))
    #expect(composed.normalized(TextSpan(start: 5, end: 9)) == TextSpan(start: 4, end: 7))
    // A letter without its accent is part of what it has become.
    #expect(composed.normalized(TextSpan(start: 2, end: 3)) == TextSpan(start: 2, end: 4))
    #expect(composed.original(TextSpan(start: 3, end: 4)) == TextSpan(start: 2, end: 5))
  }

  @Test(arguments: [
    ("L’Été\u{A0}: Œuvre", "l'ete : oeuvre"), ("ae\u{301}b", "aeb"), ("extra\u{AD}ordinaire", "extraordinaire"),
    ("ÉTAT\tde\nDroit", "etat de droit"), ("déjà vu", "deja vu"), ("plain", "plain"), ("ﬁn", "fin"),
  ])
  func lookups(original: String, folded: String) {
    let result = NormalizedText(Array(original.utf8), .lookup)
    #expect(text(result.utf8) == folded)
    #expect(result.isUnchanged == (original == folded))
    var form = FoldedForm()
    Array(original.utf8).withUnsafeBufferPointer { form.assign($0) }
    #expect(Array(form.bytes) == result.utf8, "the fold of a token and that of a text differ")
  }

  @Test func whatIsDroppedBelongsToWhatStandsBeforeIt() {
    let folded = NormalizedText(Array("ae\u{301}\u{AD}b É".utf8), .lookup)
    #expect(text(folded.utf8) == "aeb e")
    #expect(folded.original(TextSpan(start: 1, end: 2)) == TextSpan(start: 1, end: 6))
    #expect(folded.original(TextSpan(start: 2, end: 3)) == TextSpan(start: 6, end: 7))
    #expect(folded.original(TextSpan(start: 4, end: 5)) == TextSpan(start: 8, end: 10))
    #expect(folded.normalized(TextSpan(start: 8, end: 10)) == TextSpan(start: 4, end: 5))
  }

  @Test(arguments: NormalizedText.Form.allCases)
  func cleanTextIsNotCopied(_ form: NormalizedText.Form) {
    let bytes = Array("un texte propre - rien a faire ; \u{4E2D}\u{6587}".utf8)
    let result = NormalizedText(bytes, form)
    #expect(result.isUnchanged)
    let isSame = bytes.withUnsafeBufferPointer { a in
      result.utf8.withUnsafeBufferPointer { $0.baseAddress == a.baseAddress }
    }
    #expect(isSame)
  }

  @Test func longRunsOfMarksStayAsTheyAre() {
    let thirty = "e" + String(repeating: "\u{301}", count: 30)
    let more = "e" + String(repeating: "\u{301}", count: 31)
    #expect(text(NormalizedText(Array(thirty.utf8)).utf8).unicodeScalars.first == "\u{E9}")
    #expect(NormalizedText(Array(more.utf8)).isUnchanged)
    let between = NormalizedText(Array("e\u{301} \(more)! e\u{301}".utf8))
    #expect(between.utf8 == Array("\u{E9} \(more)! \u{E9}".utf8))
  }

  @Test func bytesThatAreNotUTF8StayAsTheyAre() {
    let bytes: [UInt8] = [0xE9, 0x65, 0xCC, 0x81, 0xFF, 0xCC, 0x81, 0xCC, 0xE2, 0x80, 0x65, 0xCC]
    let composed = NormalizedText(bytes)
    #expect(composed.utf8 == [0xE9, 0xC3, 0xA9, 0xFF, 0xCC, 0x81, 0xCC, 0xE2, 0x80, 0x65, 0xCC])
    #expect(composed.original(TextSpan(start: 3, end: 11)) == TextSpan(start: 4, end: 12))
    #expect(NormalizedText(bytes, .lookup).utf8 == [0xE9, 0x65, 0xFF, 0xCC, 0xE2, 0x80, 0x65, 0xCC])
  }

  /// Swift's `==` on strings compares canonical equivalents, with tables of its own.
  @Test func generatedTextStaysTheSameToUnicode() {
    var random = SplitMix(seed: 7)
    var changed = 0
    for _ in 0..<400 {
      let bytes = GeneratedText.make(&random, scalars: 60)
      let composed = NormalizedText(bytes)
      #expect(text(composed.utf8) == text(bytes))
      changed += composed.isUnchanged ? 0 : 1
      #expect(NormalizedText(composed.utf8).isUnchanged)
      for token in Tokenizer().tokenize(composed.utf8).tokens {
        let back = composed.original(token.span)
        #expect(composed.normalized(back).contains(token.span))
        #expect(text(Array(bytes[back.range])) == text(Array(composed.utf8[composed.normalized(back).range])))
      }
    }
    #expect(changed > 100)
  }
}
