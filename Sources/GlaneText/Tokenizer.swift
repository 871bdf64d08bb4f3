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
    var tokens = TokenBuffer()
    let invalid = tokenize(utf8, into: &tokens)
    return TokenizedText(utf8: utf8, tokens: tokens, sentenceStarts: sentenceStarts(utf8, tokens), invalid: invalid)
  }

  /// Tokens alone, into a buffer whose room is used again: nothing is allocated once it is large enough.
  ///
  /// - Returns: runs of bytes that are not UTF-8.
  /// - Complexity: O(*n*) in the bytes of the text.
  @discardableResult
  public func tokenize(_ utf8: [UInt8], into tokens: inout TokenBuffer) -> [TextSpan] {
    precondition(utf8.count <= Int(UInt32.max), "a text has at most 4 GiB: split it into documents")
    return utf8.withUnsafeBufferPointer { TokenScanner.scan($0, rules: rules, into: &tokens) }
  }

  /// Index of the first token of each sentence, for tokens of the same text.
  ///
  /// - Complexity: O(*n*) in the tokens.
  public func sentenceStarts(_ utf8: [UInt8], _ tokens: TokenBuffer) -> [UInt32] {
    var starts: [UInt32] = []
    sentenceStarts(utf8, tokens, into: &starts)
    return starts
  }

  /// The same, into an array whose room is used again.
  public func sentenceStarts(_ utf8: [UInt8], _ tokens: TokenBuffer, into starts: inout [UInt32]) {
    starts.removeAll(keepingCapacity: true)
    utf8.withUnsafeBufferPointer { bytes in
      tokens.withInput { SentenceSplitter(bytes: bytes, tokens: $0, rules: rules).appendStarts(to: &starts) }
    }
  }

  /// Sentences of these tokens, each of which is asked: the tests compare the two.
  package func sentenceStartsByStep(_ utf8: [UInt8], _ tokens: TokenBuffer) -> [UInt32] {
    var starts: [UInt32] = []
    utf8.withUnsafeBufferPointer { bytes in
      tokens.withInput {
        SentenceSplitter(bytes: bytes, tokens: $0, rules: rules).appendStarts(to: &starts, blocks: false)
      }
    }
    return starts
  }

  /// Tokens without the fast path: the tests compare the two.
  package func tokenizeByStep(_ utf8: [UInt8]) -> TokenBuffer {
    var tokens = TokenBuffer()
    _ = utf8.withUnsafeBufferPointer { TokenScanner.scan($0, rules: rules, into: &tokens, blocks: false) }
    return tokens
  }
}
