import Testing

@testable import GlaneText

/// Texts that once made the scanner stand still: each must end, and give its bytes back.
@Suite struct ProgressTests {
  @Test(arguments: ["ʼ", "a ʼ b", "ʼʼʼ", "lʼhomme", "ʼa", "\u{2BC}\u{301}", "(ʼ)", "2ʼ", "-ʼ-"])
  func modifierApostrophe(_ text: String) {
    let tokens = Tokenizer().tokenize(text)
    tokens.checkInvariants()
    #expect(!tokens.tokens.isEmpty)
  }

  @Test func modifierApostropheAmongBytesThatAreNotUTF8() {
    let tokens = Tokenizer().tokenize([0xB2, 0xCA, 0xBC, 0xE8, 0x81])
    tokens.checkInvariants()
    #expect(tokens.tokens.count == 1)
  }
}
