/// Full stops that only a date or a clock time tells apart from the end of a sentence.
extension TokenReader {
  /// Whether a day and its month follow on the line: `mer.| 3 mai`, `jeu.| 1er sept.`.
  func startsDayOfMonth(_ i: Int) -> Bool {
    var i = afterSpaces(i)
    let first = i
    while i - first < 3, byte(i) &- 0x30 < 10 { i += 1 }
    guard 1...2 ~= i - first else { return false }
    if byte(i) == 0x65 {  // 1er
      i += byte(i + 1) == 0x72 ? 2 : 1
    }
    let start = afterSpaces(i)
    guard start > i else { return false }
    // No month is longer than nine bytes: février, décembre.
    var end = start
    while end - start < 10, byte(end) | 0x20 &- 0x61 < 26 || byte(end) >= 0x80 { end += 1 }
    guard end > start else { return false }
    // "septembre" is one letter too long for a short word.
    let known = min(end, start + 8)
    guard let word = ShortWord(bytes, start, end) ?? ShortWord(bytes, start, known) else { return false }
    return rules.pointee.months.value(word) != 0 || word == ShortWord("septembr")
  }

  /// The end of `a. m.`, `p. m.` and `p. Chr. n.`, which are written with spaces too; the last full stop may lack.
  func spacedAbbreviationEnd(_ start: Int) -> Int? {
    guard byte(start) == 0x61 || byte(start) == 0x70, byte(start + 1) == 0x2E else { return nil }
    var end = afterSpaces(start + 2)
    guard end > start + 2 else { return nil }
    if byte(end) == 0x6D {
      end += 1
    } else {
      // "Chr. n" byte by byte.
      guard byte(start) == 0x70, byte(end) | 0x20 == 0x63, byte(end + 1) == 0x68, byte(end + 2) == 0x72,
        byte(end + 3) == 0x2E
      else { return nil }
      end = afterSpaces(end + 4)
      guard byte(end) == 0x6E else { return nil }
      end += 1
    }
    if byte(end) == 0x2E { return end + 1 }
    return startsWord(at: end) ? nil : end
  }

  /// Past a few spaces, no-break ones too: more of them are no gap inside an abbreviation.
  private func afterSpaces(_ i: Int) -> Int {
    var j = i
    while j - i < 6 {
      let unit = unit(at: j)
      guard unit.value == 0x20 || unit.value == 0xA0 || unit.value == 0x202F else { break }
      j += unit.length
    }
    return j
  }
}
