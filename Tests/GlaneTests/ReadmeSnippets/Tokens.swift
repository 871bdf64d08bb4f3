import GlaneText
import Testing

extension ReadmeSnippets {
  @Test func tokens() {
    // README
    let tokenized = Tokenizer().tokenize("L'été 1998, a-t-il plu ?")
    let words = tokenized.tokens.map { tokenized.string($0.span) }
    // ["L'", "été", "1998", ",", "a", "-t-il", "plu", "?"]
    // README

    #expect(words == ["L'", "été", "1998", ",", "a", "-t-il", "plu", "?"])
  }
}
