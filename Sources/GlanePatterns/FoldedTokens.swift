import GlaneText

/// The folded forms of a text's tokens, one behind the other with a space between, so that the key of any phrase is a
/// slice: nothing is folded twice.
struct FoldedTokens {
  private(set) var bytes: [UInt8] = []
  /// By token: where its fold starts; one more than there are tokens, each past the space before it.
  private(set) var starts: [UInt32] = []
  /// By token: accents dropped and capitals, as in ``FoldedForm``.
  private var accents: [UInt64] = []
  private var uppers: [UInt64] = []

  init(_ text: TokenizedText) {
    let n = text.tokens.count
    bytes.reserveCapacity(text.utf8.count + 2 * n)
    starts.reserveCapacity(n + 1)
    accents.reserveCapacity(n)
    uppers.reserveCapacity(n)
    var form = FoldedForm()
    text.utf8.withUnsafeBufferPointer { utf8 in
      for t in 0..<n {
        form.assign(UnsafeBufferPointer(rebasing: utf8[Int(text.tokens.starts[t])..<Int(text.tokens.ends[t])]))
        starts.append(UInt32(truncatingIfNeeded: bytes.count))
        bytes.append(contentsOf: form.bytes)
        bytes.append(UInt8(ascii: " "))
        accents.append(form.accents)
        uppers.append(form.uppers)
      }
      starts.append(UInt32(truncatingIfNeeded: bytes.count))
    }
  }

  /// The bytes of the phrase of those tokens.
  @inline(__always)
  func range(_ first: Int, _ end: Int) -> Range<Int> { Int(starts[first])..<Int(starts[end]) - 1 }

  /// The accents and capitals of the phrase: those of each token, moved to its place in the phrase.
  func signature(_ first: Int, _ end: Int) -> (accents: UInt64, uppers: UInt64) {
    var signature = (accents: accents[first], uppers: uppers[first])
    for t in first + 1..<max(end, first + 1) {
      let place = starts[t] - starts[first]
      guard place < 16 else { break }
      signature.accents |= accents[t] << UInt64(place * 4)
      signature.uppers |= uppers[t] << UInt64(place * 4)
    }
    return signature
  }
}
