extension Chart {
  /// Lets rules of some stages start only at some tokens: those where a family of rules has seen something to go on.
  ///
  /// Constituents added later open their first token again.
  ///
  /// - Parameters:
  ///   - stages: One bit per stage.
  ///   - tokens: One flag per token, from the token `first` on.
  /// - Complexity: O(flags).
  package mutating func focus(_ stages: UInt64, on tokens: [Bool], from first: Int) {
    precondition(first >= 0 && first + tokens.count <= stageMask.count, "one flag per token")
    for i in tokens.indices where !tokens[i] { stageMask[first + i] &= ~stages }
  }

  /// Marks the tokens from which one that holds is at most `reach` tokens on.
  ///
  /// - Complexity: O(tokens).
  package static func before(_ marks: [Bool], reach: Int) -> [Bool] {
    var out = [Bool](repeating: false, count: marks.count)
    var left = -1
    for i in marks.indices.reversed() {
      if marks[i] { left = reach }
      if left >= 0 { out[i] = true }
      left -= 1
    }
    return out
  }
}
