/// Cuts French text into surface tokens and sentences.
///
/// ```swift
/// let text = Tokenizer().tokenize("L'été 1998, à Lomé.")
/// text.tokens.map { text.string($0.span) }  // ["L'", "été", "1998", ",", "à", "Lomé", "."]
/// ```
///
/// The conventions are those of Universal Dependencies' French treebanks: an elided word ends with its apostrophe,
/// hyphenated compounds are one token, inversion clitics are split off with their hyphen (`a` `-t-il`).
///
/// Any bytes are accepted: those that are not UTF-8 lie in gaps and are listed in ``TokenizedText/invalid``. Time and
/// memory are linear in the text. One tokenizer serves all threads.
public struct Tokenizer: Sendable {
  private let rules = FrenchTokenRules()

  public init() {}

  /// - Complexity: O(*n*) in the bytes of the text.
  public func tokenize(_ text: String) -> TokenizedText { tokenize(Array(text.utf8)) }

  /// - Complexity: O(*n*) in the bytes of the text.
  public func tokenize(_ utf8: [UInt8]) -> TokenizedText {
    utf8.withUnsafeBufferPointer { bytes in
      var scanner = TokenScanner(bytes, rules: rules, tokens: TokenBuffer(minimumCapacity: bytes.count / 5 + 16))
      scanner.run()
      let sentences = SentenceSplitter(bytes: bytes, tokens: scanner.tokens, rules: rules).sentenceStarts()
      return TokenizedText(
        utf8: utf8, tokens: scanner.tokens, sentenceStarts: sentences, invalid: scanner.invalid)
    }
  }
}
