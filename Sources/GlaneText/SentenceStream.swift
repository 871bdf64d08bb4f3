/// The sentences of a text that arrives in chunks, for logs, sockets and files larger than memory.
///
/// ```swift
/// var stream = SentenceStream()
/// while let chunk = read() {
///   stream.append(chunk) { print($0.span, String(decoding: $0.utf8, as: UTF8.self)) }
/// }
/// stream.finish { print($0.span) }
/// ```
///
/// The sentences are those that ``Tokenizer`` finds in the whole text, wherever it is cut into chunks: inside a word, or inside
/// a character. Chunks were chosen over an iterator that pulls, because the caller keeps its own way of reading (blocking,
/// asynchronous, from several sources), and nothing here waits.
///
/// A sentence is given once what follows it can no longer change it, a few words after its end. Time is linear in the text;
/// memory in its longest sentence and the chunk, whatever the text's length.
public struct SentenceStream: Sendable {
  public struct Sentence: Sendable {
    /// Where it lies in the whole text, from the first byte of its first token to the last byte of its last.
    public let span: TextSpan
    public let utf8: ArraySlice<UInt8>
  }

  private let tokenizer: Tokenizer
  private var buffer: [UInt8] = []
  /// Offset of the buffer in the whole text.
  private var base = 0
  /// The buffer is looked at again once it has this many bytes: what is not ready is not read again for every byte.
  private var wanted = 0
  private var tokens = TokenBuffer()
  private var starts: [UInt32] = []

  public init(_ tokenizer: Tokenizer = Tokenizer()) { self.tokenizer = tokenizer }

  /// Adds a chunk, and gives the sentences that it completes to `body`, in order.
  public mutating func append(_ chunk: some Sequence<UInt8>, _ body: (Sentence) -> Void) {
    buffer.append(contentsOf: chunk)
    guard buffer.count >= wanted else { return }
    read()
    let last = lastCertainStart()
    if last > 0 {
      give(0..<last, body)
      let cut = Int(tokens.starts[Int(starts[last])])
      buffer.removeSubrange(..<cut)
      base += cut
    }
    wanted = 2 * buffer.count
  }

  /// Gives the sentences that are left: the text is complete. The stream may be used for another text then.
  public mutating func finish(_ body: (Sentence) -> Void) {
    read()
    give(0..<starts.count, body)
    buffer.removeAll()
    base = 0
    wanted = 0
  }

  private mutating func read() {
    tokenizer.tokenize(buffer, into: &tokens)
    tokenizer.sentenceStarts(buffer, tokens, into: &starts)
  }

  private func give(_ sentences: Range<Int>, _ body: (Sentence) -> Void) {
    for i in sentences {
      let first = Int(starts[i])
      let end = i + 1 < starts.count ? Int(starts[i + 1]) : tokens.count
      let span = TextSpan(start: Int(tokens.starts[first]), end: Int(tokens.ends[end - 1]))
      body(Sentence(span: TextSpan(start: base + span.start, end: base + span.end), utf8: buffer[span.range]))
    }
  }

  /// The most blanks that are read past a token to settle it: those after it, after the name that an initial stands before,
  /// and after what follows that.
  private static let lookahead = 8

  /// The number of the last sentence whose start no later byte can move, and before which no token depends on what stands
  /// before it: a blank stands there, and it opens with no closing mark. 0 where there is none.
  private func lastCertainStart() -> Int {
    var end = buffer.count
    var blanks = 0
    while end > 0, blanks < Self.lookahead {
      end -= 1
      // A run of blanks counts once.
      if buffer[end] == 0x20 || buffer[end] == 0xA, end > 0, buffer[end - 1] > 0x20 { blanks += 1 }
    }
    guard blanks == Self.lookahead else { return 0 }
    for i in stride(from: starts.count - 1, to: 0, by: -1) {
      let token = Int(starts[i])
      let start = Int(tokens.starts[token])
      guard start < end else { continue }
      if buffer[start - 1] == 0x20 || buffer[start - 1] == 0xA, tokens.kinds[token] != .punctuation { return i }
    }
    return 0
  }
}
