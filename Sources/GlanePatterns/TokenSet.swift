/// Some tokens of a text, a bit each.
package struct TokenSet: Sendable {
  private var words: [UInt64]

  package init(count: Int = 0) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  package func contains(_ token: Int) -> Bool { words[token >> 6] >> UInt64(token & 63) & 1 != 0 }

  @inline(__always)
  package mutating func insert(_ token: Int) { words[token >> 6] |= 1 << UInt64(token & 63) }

  package mutating func insertAll() { for i in words.indices { words[i] = .max } }

  /// Adds those of another set of as many tokens, and for each of them the `reach` tokens before it.
  ///
  /// - Parameters:
  ///   - range: Where the others are looked for; what is added may lie a little before.
  ///   - reach: At most 63.
  /// - Complexity: O(range / 64 × reach).
  package mutating func formUnion(_ other: TokenSet, in range: Range<Int>, before reach: Int) {
    precondition(words.count == other.words.count && reach < 64, "sets of one text, a word apart at most")
    guard !range.isEmpty else { return }
    let first = range.lowerBound >> 6
    var next: UInt64 = 0
    for i in (first...(range.upperBound - 1) >> 6).reversed() {
      let own = other.words[i]
      var bits = own
      for k in 1..<UInt64(reach + 1) { bits |= own >> k | next << (64 - k) }
      words[i] |= bits
      next = own
    }
    guard first > 0 else { return }
    for k in 1..<UInt64(reach + 1) { words[first - 1] |= next << (64 - k) }
  }

  /// The first token from `token` on, below `end`, that is in the set.
  @inline(__always)
  func first(from token: Int, below end: Int) -> Int? {
    guard token < end else { return nil }
    var i = token >> 6
    var word = words[i] & (.max << UInt64(token & 63))
    while word == 0 {
      i += 1
      guard i << 6 < end else { return nil }
      word = words[i]
    }
    let found = i << 6 + word.trailingZeroBitCount
    return found < end ? found : nil
  }
}
