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
  @inlinable
  public func sentenceTokens(_ index: Int) -> Range<Int> {
    Int(sentenceStarts[index])..<(index + 1 < sentenceStarts.count ? Int(sentenceStarts[index + 1]) : tokens.count)
  }

  /// The index of the sentence that holds the token at `token`.
  ///
  /// - Complexity: O(log *n*) in the sentences.
  public func sentence(of token: Int) -> Int {
    var (low, high) = (0, sentenceStarts.count)
    while low < high {
      let mid = (low + high) / 2
      if Int(sentenceStarts[mid]) <= token { low = mid + 1 } else { high = mid }
    }
    return max(low - 1, 0)
  }

  /// The sentences: from the first byte of the first token to the last byte of the last.
  public var sentences: [TextSpan] {
    sentenceStarts.indices.map {
      let r = sentenceTokens($0)
      return TextSpan(start: tokens.span(at: r.lowerBound).start, end: tokens.span(at: r.upperBound - 1).end)
    }
  }
}

extension TokenizedText {
  /// Traps where the tokens break a law of the house: they ascend, are not empty, lie on scalar boundaries, hold no
  /// invalid bytes; gaps hold nothing but blanks, controls and invalid bytes. For tests: O(*n*).
  package func checkInvariants() {
    utf8.withUnsafeBufferPointer { bytes in
      var starts = [Bool](repeating: false, count: bytes.count + 1)
      var isGap = [Bool](repeating: false, count: bytes.count)
      var isInvalid = [Bool](repeating: false, count: bytes.count)
      var i = 0
      while i < bytes.count {
        starts[i] = true
        let scalar = bytes.decodeScalar(at: i)
        let invalid = scalar.value == DecodedScalar.invalid
        let gap = invalid || [.gap, .format].contains(CharacterClass.of(scalar.value))
        for k in i..<i + scalar.length {
          isInvalid[k] = invalid
          isGap[k] = gap
        }
        i += scalar.length
      }
      starts[bytes.count] = true
      var end = 0
      for i in tokens.indices {
        let span = tokens.span(at: i)
        precondition(span.start >= end && !span.isEmpty && span.end <= bytes.count, "token \(i): \(span) after \(end)")
        precondition(starts[span.start] && starts[span.end], "token \(i): \(span) cuts a scalar")
        precondition(!isInvalid[span.range].contains(true), "token \(i): \(span) holds invalid bytes")
        precondition(
          !isGap[end..<span.start].contains(false), "a gap before token \(i) holds text: \(end)..<\(span.start)")
        precondition(
          tokens.shape(at: i).contains(.glued) == (i > 0 && span.start == end), "token \(i): glued is wrong")
        end = span.end
      }
      precondition(!isGap[end...].contains(false), "text after the last token")
      var covered = [Bool](repeating: false, count: bytes.count)
      for span in invalid { for k in span.range { covered[k] = true } }
      precondition(covered == isInvalid, "invalid runs are wrong")
      precondition(sentenceStarts.first == (tokens.isEmpty ? nil : 0), "the first sentence starts at token 0")
      for (a, b) in zip(sentenceStarts, sentenceStarts.dropFirst()) { precondition(a < b, "sentences ascend") }
      precondition(sentenceStarts.allSatisfy { $0 < tokens.count }, "sentences have tokens")
    }
  }
}
