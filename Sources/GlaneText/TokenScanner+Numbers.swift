/// Numbers, ordinals, and the units written against them.
extension TokenScanner {
  /// Scans a number whose sign, if any, starts at `start`; the digits start at `position` or just after the sign.
  mutating func scanNumber(from start: Int) {
    let first = bytes[start] == 0x2B || bytes[start] == 0x2D ? start + 1 : text.hyphenOrMinus(start)
    var end = text.digitsEnd(first)
    end = text.groupsEnd(first, end)
    // Decimals, thousands with a full stop or an apostrophe, dates, fractions: 3,5  2.700.000  25/01/06  1/10
    while true {
      let separator = byte(end)
      let length = separator == 0x27 || separator == 0xE2 ? text.apostropheLength(at: end) : 1
      switch separator {
      case 0x2E, 0x2C, 0x2F, 0x27, 0xE2:
        guard length > 0, text.unit(at: end + length).kind == .digit else { return finishNumber(start, end) }
        end = text.digitsEnd(end + length)
      default: return finishNumber(start, end)
      }
    }
  }

  private mutating func finishNumber(_ start: Int, _ end: Int) {
    let next = text.unit(at: end)
    if next.isLetter || next.kind == .mark {
      let letters = text.runEnd(end)
      if let word = ShortWord(bytes, end, letters) {
        if rules.ordinals.value(word) != 0 { return emit(start, letters, .ordinal) }
        if rules.units.value(word) != 0 { return emit(start, end, .number) }
      }
      // 18h30: the letter is a token of its own, the minutes a number.
      if bytes[end] | 0x20 == 0x68, byte(end + 1) &- 0x30 < 10 {
        emit(start, end, .number)
        return emit(end, end + 1, .word)
      }
      position = start
      return scanAlphanumeric(start, letters)
    }
    if next.value == 0x2D || next.value == 0x2010 || next.value == 0x2011, text.startsWord(at: end + next.length) {
      return scanAlphanumeric(start, end)
    }
    if next.kind == .number, next.value < 0x2090 { return emit(start, text.runEnd(end), .number) }
    emit(start, end, .number)
  }

  /// `4x4`, `115L`, `4-temps`, `1971-72`: what letters and hyphens make of a number.
  private mutating func scanAlphanumeric(_ start: Int, _ end: Int) {
    var end = end
    while true {
      let hyphen = text.hyphenLength(at: end)
      guard hyphen > 0, text.startsWord(at: end + hyphen) else { break }
      end = text.runEnd(end + hyphen)
    }
    var hasLetter = false
    var i = start
    while i < end, !hasLetter {
      let unit = text.unit(at: i)
      hasLetter = unit.isLetter
      i += unit.length
    }
    emit(start, end, hasLetter ? .word : .number)
  }
}

extension TokenReader {
  func hyphenOrMinus(_ start: Int) -> Int {
    unit(at: start).kind == .digit ? start : start + unit(at: start).length
  }

  func digitsEnd(_ i: Int) -> Int {
    var end = i
    while end < bytes.count {
      if bytes[end] &- 0x30 < 10 {
        end += 1
        continue
      }
      guard bytes[end] >= 0x80 else { break }
      let unit = unit(at: end)
      guard unit.kind == .digit || unit.kind == .mark && end > i else { break }
      end += unit.length
    }
    return end
  }

  /// `1 250 000`: one to three digits, then groups of exactly three after a blank.
  func groupsEnd(_ first: Int, _ end: Int) -> Int {
    guard end - first <= 3, bytes[first] != 0x30 || end - first == 3 else { return end }
    var end = end
    while true {
      let blank: Int
      switch byte(end) {
      case 0x20: blank = 1
      case 0xC2 where byte(end + 1) == 0xA0: blank = 2
      case 0xE2 where byte(end + 1) == 0x80 && (byte(end + 2) == 0xAF || byte(end + 2) == 0x89): blank = 3
      default: return end
      }
      let group = end + blank
      guard byte(group) &- 0x30 < 10, byte(group + 1) &- 0x30 < 10, byte(group + 2) &- 0x30 < 10,
        !startsWord(at: group + 3)
      else { return end }
      end = group + 3
    }
  }
}
