/// A text with its tokens and sentences: what every recogniser reads.
public struct TokenizedText: Sendable {
  /// The original bytes, unchanged.
  public let utf8: [UInt8]
  public let tokens: TokenBuffer
  /// Index of the first token of each sentence, ascending; the first is 0 where there is a token at all.
  public let sentenceStarts: [UInt32]
  /// Runs of bytes that are not UTF-8, ascending. They lie in gaps: no token holds one.
  public let invalid: [TextSpan]

  package init(utf8: [UInt8], tokens: TokenBuffer, sentenceStarts: [UInt32], invalid: [TextSpan]) {
    self.utf8 = utf8
    self.tokens = tokens
    self.sentenceStarts = sentenceStarts
    self.invalid = invalid
  }

  /// The text of a span, decoded.
  public func string(_ span: TextSpan) -> String { String(decoding: utf8[span.range], as: UTF8.self) }

  /// The token range of the sentence at `index`.
  public func sentenceTokens(_ index: Int) -> Range<Int> {
    Int(sentenceStarts[index])
      ..< (index + 1 < sentenceStarts.count ? Int(sentenceStarts[index + 1]) : tokens.count)
  }

  /// The sentences: from the first byte of the first token to the last byte of the last.
  public var sentences: [TextSpan] {
    sentenceStarts.indices.map {
      let r = sentenceTokens($0)
      return TextSpan(start: tokens.span(at: r.lowerBound).start, end: tokens.span(at: r.upperBound - 1).end)
    }
  }
}
