import CGlaneText

/// Finds sentences: rules over tokens.
///
/// A sentence ends before a token that
/// - opens a paragraph, or a line unless the line before seems to run on;
/// - follows `.`, `!`, `?` or `…` and what closes them, and looks like a beginning;
/// - follows `;` or a full stop of its own and looks like a beginning;
/// - is a capitalised function word amid small letters: a headline without a stop stood before it.
///
/// Abbreviations and initials hold their full stops, so a `.` token is a full stop proper.
struct SentenceSplitter {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenBuffer.Input
  let rules: FrenchTokenRules

  /// Appends the index of the first token of each sentence.
  ///
  /// - Parameter blocks: false asks about every token, which gives the same sentences: for tests.
  func appendStarts(to starts: inout [UInt32], blocks: Bool = true) {
    guard tokens.count > 0 else { return }
    starts.append(0)
    guard let kinds = tokens.kinds.baseAddress, let shapes = tokens.shapes.baseAddress else { return }
    let kindNumbers = UnsafeRawPointer(kinds).assumingMemoryBound(to: UInt8.self)
    let shapeNumbers = UnsafeRawPointer(shapes).assumingMemoryBound(to: UInt16.self)
    var first = 1
    while blocks, first < tokens.count {
      // Whole blocks, as long as the storage reaches.
      guard first + 65 <= tokens.kinds.count else { break }
      var candidates = glane_sentence_candidates(kindNumbers, shapeNumbers, Int64(first), Int64(tokens.count))
      while candidates != 0 {
        let i = first + candidates.trailingZeroBitCount
        candidates &= candidates &- 1
        if startsSentence(i) { starts.append(UInt32(truncatingIfNeeded: i)) }
      }
      first += 64
    }
    while first < tokens.count {
      if startsSentence(first) { starts.append(UInt32(truncatingIfNeeded: first)) }
      first += 1
    }
  }

  private func startsSentence(_ i: Int) -> Bool {
    let shape = tokens.shape(at: i)
    if shape.contains(.paragraphStart) { return true }
    let before = tokens.kind(at: i - 1)
    let isCapital = shape.contains(.initialUpper)
    if shape.contains(.lineStart) {
      return opens(i, shape) || before == .punctuation && isListStop(i - 1)
    }
    guard before == .punctuation || before == .abbreviation || isCapital, !shape.contains(.glued) else { return false }
    // Most signs are commas.
    if before == .punctuation, bytes[Int(tokens.starts[i - 1])] == 0x2C { return false }
    // Closing quotes and brackets go with the sentence that they end.
    var last = i - 1
    while last > 0, i - last < 4, isCloser(last) { last -= 1 }
    switch stop(last) {
    case .final: return opens(i, shape) && !(last == i - 1 && isMasked(last, before: i))
    case .full: return opens(i, shape) || last == i - 1 && shape.isAllLower
    case .semicolon: return isCapital && last == i - 1 && isOpener(i)
    case .none: return isCapital && isHeadlineEnd(before: i)
    }
  }

  /// "M. A... B...", where dots stand for what is kept back of a name.
  private func isMasked(_ dots: Int, before i: Int) -> Bool {
    dots > 0 && tokens.shape(at: dots).contains(.glued) && tokens.span(at: dots - 1).count == 1
      && tokens.shape(at: dots - 1).contains(.initialUpper) && tokens.span(at: i).count == 1
      && tokens.shape(at: i).contains(.initialUpper)
  }

  private func opens(_ i: Int, _ shape: TokenShape) -> Bool {
    shape.contains(.initialUpper) || shape.contains(.hasDigit) || opensSentence(i)
  }

  private enum Stop { case none, full, final, semicolon }

  private func stop(_ i: Int) -> Stop {
    guard tokens.kind(at: i) == .punctuation else {
      return tokens.kind(at: i) == .abbreviation && endsWithEtc(i) ? .final : .none
    }
    let span = tokens.span(at: i)
    switch bytes[span.start] {
    case 0x2E: return span.count == 1 ? .full : .final
    case 0x21, 0x3F: return .final
    case 0x3B: return .semicolon
    case 0xE2:
      return span.count == 3 && bytes[span.start + 1] == 0x80 && bytes[span.start + 2] == 0xA6 ? .final : .none
    default: return .none
    }
  }

  /// `etc.` may end a sentence, other abbreviations don't.
  private func endsWithEtc(_ i: Int) -> Bool {
    let span = tokens.span(at: i)
    return span.count == 4 && ShortWord(bytes, span.start, span.end - 1) == .etc
  }

  /// Ends of list items: a line that ends with one of these does not run on.
  private func isListStop(_ i: Int) -> Bool {
    let byte = bytes[tokens.span(at: i).start]
    return byte == 0x3B || byte == 0x3A
  }

  /// Whether a function word with a capital stands here, before a small letter: "Le maire", not "Le Monde".
  private func isOpener(_ i: Int) -> Bool {
    guard i + 1 < tokens.count, tokens.shape(at: i + 1).isAllLower, !tokens.shape(at: i).contains(.innerUpper) else {
      return false
    }
    let span = tokens.span(at: i)
    guard span.count <= 12, let word = ShortWord(bytes, span.start, span.end) else { return false }
    return rules.openers.value(word) != 0
  }

  /// Whether a headline without a stop seems to end before token `i`: `… de la sécurité | Le maire a …`.
  private func isHeadlineEnd(before i: Int) -> Bool {
    guard isOpener(i) else { return false }
    let previous = tokens.span(at: i - 1)
    guard tokens.kind(at: i - 1) != .punctuation || bytes[previous.end - 1] == 0x29 else { return false }
    // What announces a title, or wants a complement: "dans Le Monde diplomatique", "le film Les enfants du paradis".
    if let word = ShortWord(bytes, previous.start, previous.end), rules.runsOn.value(word) != 0 { return false }
    return !tokens.shape(at: i - 1).contains(.elided)
  }

  private func isCloser(_ i: Int) -> Bool {
    guard tokens.kind(at: i) == .punctuation else { return false }
    let span = tokens.span(at: i)
    switch bytes[span.start] {
    case 0x29, 0x5D, 0x22: return true
    case 0xC2: return bytes[span.start + 1] == 0xBB
    case 0xE2:
      return span.count == 3 && bytes[span.start + 1] == 0x80
        && (bytes[span.start + 2] == 0x9D || bytes[span.start + 2] == 0x99)
    default: return false
    }
  }

  /// Opening quotes, brackets and dashes, before something that could begin a sentence.
  private func opensSentence(_ i: Int) -> Bool {
    let span = tokens.span(at: i)
    let isOpener: Bool
    switch bytes[span.start] {
    case 0x22, 0x2D: isOpener = true
    case 0x28: return i + 1 < tokens.count && !tokens.shape(at: i + 1).isAllLower
    case 0xC2: isOpener = span.count == 2 && bytes[span.start + 1] == 0xAB
    case 0xE2:
      isOpener =
        span.count == 3 && bytes[span.start + 1] == 0x80 && [0x93, 0x94, 0x9C, 0xA2].contains(bytes[span.start + 2])
    default: isOpener = false
    }
    return isOpener
  }
}
