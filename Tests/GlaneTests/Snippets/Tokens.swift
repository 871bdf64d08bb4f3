import GlaneText
import Testing

extension Snippets {
  @Test func tokens() {
    // snippet
    let tokenized = Tokenizer().tokenize("L'été 1998, a-t-il plu ?")
    let words = tokenized.tokens.map { tokenized.string($0.span) }
    // ["L'", "été", "1998", ",", "a", "-t-il", "plu", "?"]
    // snippet

    #expect(words == ["L'", "été", "1998", ",", "a", "-t-il", "plu", "?"])
  }
}
