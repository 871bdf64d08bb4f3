/// Finds sentences: rules over tokens.
struct SentenceSplitter {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenBuffer

  /// Index of the first token of each sentence.
  func sentenceStarts() -> [UInt32] {
    var starts: [UInt32] = []
    guard tokens.count > 0 else { return starts }
    starts.append(0)
    var i = 1
    while i < tokens.count {
      if startsSentence(i) { starts.append(UInt32(i)) }
      i += 1
    }
    return starts
  }

  private func startsSentence(_ i: Int) -> Bool {
    let shape = tokens.shape(at: i)
    if shape.contains(.paragraphStart) { return true }
    guard tokens.kind(at: i - 1) == .punctuation || tokens.kind(at: i - 1) == .abbreviation || shape.contains(.lineStart)
    else { return false }
    let opens = shape.contains(.initialUpper) || shape.contains(.hasDigit) || opensSentence(i)
    if shape.contains(.lineStart), opens { return true }
    guard !shape.contains(.glued), opens else { return false }
    // Closing quotes and brackets go with the sentence that they end.
    var last = i - 1
    while last > 0, isCloser(last), i - last < 4 { last -= 1 }
    return isTerminator(last)
  }

  private func isTerminator(_ i: Int) -> Bool {
    guard tokens.kind(at: i) == .punctuation else { return false }
    let span = tokens.span(at: i)
    switch bytes[span.start] {
    case 0x2E, 0x21, 0x3F: return true
    case 0xE2: return span.count == 3 && bytes[span.start + 1] == 0x80 && bytes[span.start + 2] == 0xA6
    default: return false
    }
  }

  private func isCloser(_ i: Int) -> Bool {
    guard tokens.kind(at: i) == .punctuation else { return false }
    let span = tokens.span(at: i)
    switch bytes[span.start] {
    case 0x29, 0x5D, 0x22: return true
    case 0xC2: return bytes[span.start + 1] == 0xBB
    case 0xE2: return span.count == 3 && bytes[span.start + 1] == 0x80 && [0x9D, 0x99].contains(bytes[span.start + 2])
    default: return false
    }
  }

  private func opensSentence(_ i: Int) -> Bool {
    let span = tokens.span(at: i)
    switch bytes[span.start] {
    case 0x22, 0x28, 0x2D: return true
    case 0xC2: return span.count == 2 && bytes[span.start + 1] == 0xAB
    case 0xE2:
      return span.count == 3 && bytes[span.start + 1] == 0x80 && [0x93, 0x94, 0x9C].contains(bytes[span.start + 2])
    default: return false
    }
  }
}
