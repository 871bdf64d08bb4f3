import CGlaneICU

/// Grapheme and sentence boundaries by UAX #29, as ICU's root iterators find them.
///
/// ```swift
/// BoundarySegmenter(.graphemes).boundaries(of: Array("e\u{301}té".utf8))  // [3, 4, 6]
/// ```
///
/// These are Unicode's sentences, which know no French: ``Tokenizer`` has better ones, in ``TokenizedText/sentences``. Words
/// have a segmenter of their own, ``WordSegmenter``. One segmenter serves all threads.
public struct BoundarySegmenter: Sendable {
  public enum Unit: Sendable, CaseIterable {
    /// What readers call characters.
    case graphemes
    /// Unicode's default sentences.
    case sentences
  }

  private let unit: Unit

  public init(_ unit: Unit) { self.unit = unit }

  /// The end of each segment, ascending; the last is the number of bytes. Empty for empty text. Maximal bad parts of text that
  /// is not UTF-8 count as U+FFFD. Without ICU's data the text is one segment.
  ///
  /// - Precondition: the text has less than 2 GiB.
  /// - Complexity: O(*n*) in the bytes of the text.
  public func boundaries(of utf8: [UInt8]) -> [UInt32] {
    guard !utf8.isEmpty else { return [] }
    precondition(utf8.count < Int(Int32.max), "a text has less than 2 GiB: split it into documents")
    let breaker = glane_icu_breaker_open(Int32(unit == .graphemes ? GLANE_GRAPHEMES : GLANE_SENTENCES))
    defer { glane_icu_breaker_close(breaker) }
    return [UInt32](unsafeUninitializedCapacity: utf8.count) { ends, count in
      let written =
        breaker == nil
        ? -1 : glane_icu_breaker_run(breaker, utf8, Int64(utf8.count), 0, ends.baseAddress, Int64(utf8.count))
      count = Int(written)
      if written <= 0 {
        ends[0] = UInt32(utf8.count)
        count = 1
      }
    }
  }
}
