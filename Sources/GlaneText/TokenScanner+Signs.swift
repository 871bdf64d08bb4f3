/// Punctuation, symbols, emoji, and words of scripts without spaces.
extension TokenScanner {
  mutating func scanSign(_ unit: TokenReader.Unit) {
    let start = position
    let next = start + unit.length
    switch unit.value {
    case 0x2E: return emit(start, text.runOf(0x2E, from: next), .punctuation)
    case 0x2D:
      if text.unit(at: next).kind == .digit, text.standsFree(start) { return scanNumber(from: start) }
      return emit(start, text.runOf(0x2D, from: next), .punctuation)
    case 0x2B:
      if byte(next) == 0x2F, byte(next + 1) == 0x2D { return emit(start, next + 2, .symbol) }
      if text.unit(at: next).kind == .digit, text.standsFree(start) { return scanNumber(from: start) }
    case 0x2212:
      if text.unit(at: next).kind == .digit, text.standsFree(start) { return scanNumber(from: start) }
    case 0xB0:
      if byte(next) | 0x20 == 0x63 || byte(next) == 0x46, !text.startsWord(at: next + 1) {
        return emit(start, next + 1, .symbol)
      }
    case 0x40, 0x23:
      if text.unit(at: next).isLetter || byte(next) == 0x5F {
        return emit(start, text.runEnd(next), unit.value == 0x40 ? .handle : .hashtag)
      }
    default: break
    }
    switch unit.kind {
    case .punctuation: emit(start, text.marksEnd(next), .punctuation)
    case .symbol: emit(start, text.marksEnd(next), .symbol)
    case .number: emit(start, text.marksEnd(next), .number)
    default: emit(start, text.marksEnd(next), .other)
    }
  }

  /// An emoji with its modifiers, joined to the next by ZWJ; or a flag of two regional indicators.
  mutating func scanEmoji() {
    let start = position
    let first = text.unit(at: start)
    var end = start + first.length
    if first.kind == .regionalIndicator {
      let second = text.unit(at: end)
      if second.kind == .regionalIndicator { end += second.length }
      return emit(start, text.marksEnd(end), .emoji)
    }
    while true {
      let next = text.unit(at: end)
      if next.kind == .mark || 0x1F3FB...0x1F3FF ~= next.value || 0xE0020...0xE007F ~= next.value {
        end += next.length
      } else if next.value == 0x200D {
        let joined = text.unit(at: end + next.length)
        guard joined.kind == .emoji || joined.kind == .symbol else { break }
        end += next.length + joined.length
      } else {
        break
      }
    }
    emit(start, end, .emoji)
  }

  mutating func scanComplex() {
    let start = position
    var end = start
    while true {
      let unit = text.unit(at: end)
      guard unit.kind == .complex || unit.kind == .mark else { break }
      end += unit.length
    }
    emit(start, end, .other)
  }
}

extension TokenReader {
  /// Whether nothing but a gap or an opening bracket stands before `start`: `-8` is a number there, `3-8` is not.
  func standsFree(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    return bytes[start - 1] <= 0x20 || bytes[start - 1] == 0x28
  }

  func runOf(_ value: UInt8, from i: Int) -> Int {
    var end = i
    while byte(end) == value { end += 1 }
    return end
  }

  func marksEnd(_ i: Int) -> Int {
    var end = i
    while true {
      let unit = unit(at: end)
      guard unit.kind == .mark else { return end }
      end += unit.length
    }
  }
}
