import GlanePatterns
import GlaneText

/// Clock times in figures: `14h30`, `14 h 30`, `14:30:05`, `8h10m00s`, `5:16 p.m.`, `15 h`.
///
/// They travel through the matcher packed in one integer.
struct ClockTime {
  var hour = 0
  var minute: Int?
  var second: Int?
  /// "am" or "pm" was written.
  var hasHalf = false

  /// Written with a colon: never a length of time.
  var hasColon = false

  var packed: Int32 {
    Int32(hour) | (hasColon ? 1 << 18 : 0) | Int32(minute.map { $0 + 1 } ?? 0) << 5 | Int32(second.map { $0 + 1 } ?? 0)
      << 11
      | (hasHalf ? 1 << 17 : 0)
  }

  init() {}

  init(packed: Int32) {
    hour = Int(packed & 31)
    let m = Int(packed >> 5 & 63)
    let s = Int(packed >> 11 & 63)
    minute = m > 0 ? m - 1 : nil
    second = s > 0 ? s - 1 : nil
    hasHalf = packed & 1 << 17 != 0
    hasColon = packed & 1 << 18 != 0
  }

  /// The clock time that starts at a token, and the token after it.
  static func read(_ chart: borrowing Chart, _ token: Int, _ limit: Int) -> (time: ClockTime, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let found = chart.text.utf8.withUnsafeBufferPointer { utf8 in
      var scanner = Scanner(utf8: utf8, i: start)
      return scanner.read()
    }
    guard let (time, end) = found, let last = tokenEnding(chart, at: end, from: token, limit) else { return nil }
    return (time, last + 1)
  }

  /// Two clock times with a hyphen or a dash between them: "13h-15h", "13-15h", "8:10 - 12h32", "1-3pm".
  static func readSpan(_ chart: borrowing Chart, _ token: Int, _ limit: Int) -> (ClockTime, ClockTime, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let found = chart.text.utf8.withUnsafeBufferPointer { utf8 -> (ClockTime, ClockTime, Int)? in
      var scanner = Scanner(utf8: utf8, i: start)
      return scanner.readSpan()
    }
    guard let (from, to, end) = found, let last = tokenEnding(chart, at: end, from: token, limit) else { return nil }
    return (from, to, last + 1)
  }

  private struct Scanner {
    let utf8: UnsafeBufferPointer<UInt8>
    var i: Int

    private func at(_ n: Int) -> UInt8 { i + n < utf8.count ? utf8[i + n] : 0 }
    private func isDigit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
    private func isLetter(_ b: UInt8) -> Bool { (b | 32) >= 97 && (b | 32) <= 122 || b >= 0xC3 && b < 0xE0 }

    /// Up to two digits; nil where there is none or a third follows.
    private mutating func twoDigits() -> Int? {
      let from = i
      var n = 0
      while isDigit(at(0)), i - from < 3 {
        n = n * 10 + Int(at(0) - 48)
        i += 1
      }
      return i > from && i - from <= 2 ? n : nil
    }

    private mutating func spaces() {
      let from = i
      while i - from < 6 {
        if at(0) == 32 {
          i += 1
        } else if at(0) == 0xC2, at(1) == 0xA0 {
          i += 2
        } else if at(0) == 0xE2, at(1) == 0x80, at(2) == 0xAF {
          i += 3
        } else {
          return
        }
      }
    }

    mutating func read() -> (ClockTime, Int)? {
      var time = ClockTime()
      if let compact = compact() { return compact }
      guard let hour = twoDigits(), hour <= 24 else { return nil }
      time.hour = hour
      let afterHour = i
      spaces()
      let spaced = i > afterHour
      var said = false
      if at(0) | 32 == UInt8(ascii: "h"), !isLetter(at(1)) {
        i += 1
        said = true
        minutes(&time)
      } else if !spaced, at(0) == UInt8(ascii: ":"), isDigit(at(1)), isDigit(at(2)), !isDigit(at(3)) {
        i += 1
        time.minute = twoDigits()
        time.hasColon = true
        said = true
        if at(0) == UInt8(ascii: ":"), isDigit(at(1)), isDigit(at(2)), !isDigit(at(3)) {
          i += 1
          time.second = twoDigits()
        }
      } else {
        i = afterHour
      }
      guard (time.minute ?? 0) < 60, (time.second ?? 0) < 60 else { return nil }
      let half = halfOfDay()
      guard said || half != nil else { return nil }
      if let half {
        time.hasHalf = true
        if half == .afternoon, time.hour < 12 { time.hour += 12 }
        if half == .morning, time.hour == 12 { time.hour = 0 }
      }
      guard time.hour < 24 || (time.minute ?? 0) == 0 else { return nil }
      if time.second != nil, at(0) == UInt8(ascii: "."), isDigit(at(1)) {
        i += 1
        while isDigit(at(0)) { i += 1 }
      }
      // 14:30:99, 8h10-ish things and figures that go on are no clock time.
      if isDigit(at(0)) || (at(0) == UInt8(ascii: ":") && isDigit(at(1))) { return nil }
      if (at(0) == UInt8(ascii: ".") || at(0) == UInt8(ascii: ",")) && isDigit(at(1)) && time.second == nil {
        return nil
      }
      return (time, i)
    }

    mutating func readSpan() -> (ClockTime, ClockTime, Int)? {
      let start = i
      var from = ClockTime()
      var isBare = false
      if let (time, end) = read() {
        from = time
        i = end
      } else {
        i = start
        if let hour = twoDigits(), hour <= 24 {
          from.hour = hour
        } else {
          // "630-930am": hours and minutes in one, which only what follows can tell.
          i = start
          guard let (hour, minute) = hundreds() else { return nil }
          from.hour = hour
          from.minute = minute
        }
        isBare = true
      }
      spaces()
      if at(0) == UInt8(ascii: "-") {
        i += 1
      } else if at(0) == 0xE2, at(1) == 0x80, at(2) == 0x93 || at(2) == 0x94 {
        i += 3
      } else {
        return nil
      }
      spaces()
      guard isDigit(at(0)), let (to, end) = read(), from.minute == nil || !isBare || to.hasHalf else { return nil }
      // "1-3pm": the half of the day is said of both.
      if isBare, to.hasHalf, from.hour < 12, to.hour >= 12, from.hour + 12 <= to.hour { from.hour += 12 }
      return (from, to, end)
    }

    /// "340pm", "1140 am": three or four figures are a clock time only with their half of the day.
    private mutating func compact() -> (ClockTime, Int)? {
      let start = i
      guard let (hour, minute) = hundreds(), let half = halfOfDay() else {
        i = start
        return nil
      }
      var time = ClockTime()
      time.hour = hour % 12 + (half == .afternoon ? 12 : 0)
      time.minute = minute
      time.hasHalf = true
      return (time, i)
    }

    /// Three or four figures: hours up to twelve and minutes.
    private mutating func hundreds() -> (Int, Int)? {
      let start = i
      var n = 0
      while isDigit(at(0)), i - start < 5 {
        n = n * 10 + Int(at(0) - 48)
        i += 1
      }
      return 3...4 ~= i - start && n / 100 <= 12 && n % 100 < 60 ? (n / 100, n % 100) : nil
    }

    /// After "h": minutes, with or without a space, "min" and seconds.
    private mutating func minutes(_ time: inout ClockTime) {
      let from = i
      spaces()
      let start = i
      guard let m = twoDigits(), i - start == 2, m < 60 else {
        i = from
        return
      }
      // "à 14 h 30 personnes": only what stands glued to the hour, or alone, is its minutes; a rule's context decides
      // the rest.
      time.minute = m
      let afterMinute = i
      spaces()
      if at(0) | 32 == UInt8(ascii: "m"), at(1) | 32 == UInt8(ascii: "n") || at(1) | 32 == UInt8(ascii: "i") {
        while isLetter(at(0)) { i += 1 }
      } else if at(0) | 32 == UInt8(ascii: "m"), !isLetter(at(1)) {
        i += 1
      } else {
        i = afterMinute
        if at(0) == UInt8(ascii: ":"), isDigit(at(1)), isDigit(at(2)), !isDigit(at(3)) {
          i += 1
          time.second = twoDigits()
        }
        return
      }
      let afterName = i
      spaces()
      let secondStart = i
      guard let s = twoDigits(), s < 60 else {
        i = afterName
        return
      }
      let isPadded = i - secondStart == 2
      let afterSecond = i
      spaces()
      if at(0) | 32 == UInt8(ascii: "s"), !isLetter(at(1)) {
        i += 1
        time.second = s
      } else if isPadded {
        i = afterSecond
        time.second = s
      } else {
        i = afterName
      }
    }

    private enum Half { case morning, afternoon }

    /// am, pm, a.m., p.m., p: read only where no word goes on.
    private mutating func halfOfDay() -> Half? {
      let from = i
      spaces()
      let spaced = i > from
      let letter = at(0) | 32
      guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else {
        i = from
        return nil
      }
      let half: Half = letter == UInt8(ascii: "p") ? .afternoon : .morning
      if at(1) | 32 == UInt8(ascii: "m"), !isLetter(at(2)) {
        i += 2
        return half
      }
      if at(1) == UInt8(ascii: "."), at(2) | 32 == UInt8(ascii: "m"), !isLetter(at(3)) {
        i += at(3) == UInt8(ascii: ".") ? 4 : 3
        return half
      }
      if at(1) == UInt8(ascii: "."), at(2) == 32, at(3) | 32 == UInt8(ascii: "m"), !isLetter(at(4)) {
        i += at(4) == UInt8(ascii: ".") ? 5 : 4
        return half
      }
      if at(1) == 32, at(2) | 32 == UInt8(ascii: "m"), !isLetter(at(3)), spaced {
        i += 3
        return half
      }
      if !spaced, half == .afternoon, !isLetter(at(1)) {
        i += 1
        return half
      }
      i = from
      return nil
    }
  }
}
