import GlanePatterns
import GlaneText

/// Dates in figures: `8/2/24`, `08.02.2024`, `2024-02-08`, `8/2`, `11/2016`.
///
/// Year, month and day travel through the matcher packed in one integer.
struct NumericDate {
  /// 0…9999; a year of two digits is as written, with ``isShort`` set; -1 where there is none.
  var year = -1
  var isShort = false
  /// 0 where there is none; a day or month that the calendar lacks is kept, to be refused as a whole.
  var month = 0
  var day = 0
  /// Day or month was written with a leading zero.
  var isPadded = false

  var packed: Int32 {
    Int32(year + 1) << 16 | (isShort ? 1 << 15 : 0) | Int32(month) << 8 | (isPadded ? 1 << 7 : 0) | Int32(day)
  }

  init() {}

  init(packed: Int32) {
    year = Int(packed >> 16) - 1
    isShort = packed & (1 << 15) != 0
    month = Int(packed >> 8 & 0x7F)
    day = Int(packed & 0x7F)
    isPadded = packed & (1 << 7) != 0
  }

  /// Whether there is no year: then 3/4 may be a fraction as well, and only a rule's context can tell.
  var isDayMonth: Bool { year < 0 }
  /// Whether it can hardly be a fraction all the same: 22/4, 06/06.
  var looksLikeDate: Bool { day > 12 || isPadded }

  /// Whether month and day can be; the rule leaves the place blocked where not, so that no part of it is read.
  var isPossible: Bool { month >= 1 && month <= 12 && day <= 31 }

  /// The date that starts at a token, and the token after it.
  ///
  /// - Parameter loose: Whether spaces alone may part the fields ("17 02 2014").
  static func read(
    _ chart: borrowing Chart, _ token: Int, _ limit: Int, loose: Bool
  ) -> (date: NumericDate, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let utf8 = chart.text.utf8
    guard let (date, end) = utf8.withUnsafeBufferPointer({ read($0, from: start, loose: loose) }) else { return nil }
    guard let last = tokenEnding(chart, at: end, from: token, limit) else { return nil }
    return (date, last + 1)
  }

  private static func read(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int, loose: Bool
  ) -> (NumericDate, Int)? {
    var i = start
    guard i < utf8.count, utf8[i] >= 48, utf8[i] <= 57 else { return nil }
    var fields: [(value: Int, digits: Int)] = []
    var separators: [UInt8] = []
    while true {
      let from = i
      var n = 0
      while i < utf8.count, utf8[i] >= 48, utf8[i] <= 57, i - from < 5 {
        n = n * 10 + Int(utf8[i] - 48)
        i += 1
      }
      guard i > from, i - from <= 4 else { return nil }
      fields.append((n, i - from))
      guard fields.count < 3, i < utf8.count else { break }
      var next = i
      let spaces = skipSpaces(utf8, &next)
      guard next < utf8.count else { break }
      let c = utf8[next]
      if c == UInt8(ascii: "/") || c == UInt8(ascii: "-") || c == UInt8(ascii: ".") {
        var after = next + 1
        let more = skipSpaces(utf8, &after)
        guard after < utf8.count, utf8[after] >= 48, utf8[after] <= 57 else { break }
        // Spaces about the sign only where the sign is a slash or the fields leave no doubt: "11 / 2016".
        if spaces || more, c == UInt8(ascii: ".") { break }
        separators.append(spaces || more ? c | 0x80 : c)
        i = after
      } else if loose, spaces, c >= 48, c <= 57 {
        separators.append(32)
        i = next
      } else {
        break
      }
    }
    // What goes on with a figure, a sign between figures or a letter is something else: a version, a score, a sum.
    if i < utf8.count {
      let c = utf8[i]
      let next = i + 1 < utf8.count ? utf8[i + 1] : 32
      let figure = next >= 48 && next <= 57
      if (c >= 48 && c <= 57) || (c >= 65 && c <= 90 && c != 84) || (c >= 97 && c <= 122) || c == UInt8(ascii: "%")
        || ((c == UInt8(ascii: ".") || c == UInt8(ascii: "/") || c == UInt8(ascii: "-")) && figure)
      {
        return nil
      }
    }
    return NumericDate.date(fields, separators).map { ($0, i) }
  }

  /// Spaces (also no-break ones); whether there was one.
  private static func skipSpaces(_ utf8: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Bool {
    let start = i
    while i < utf8.count {
      if utf8[i] == 32 {
        i += 1
      } else if i + 1 < utf8.count, utf8[i] == 0xC2, utf8[i + 1] == 0xA0 {
        i += 2
      } else if i + 2 < utf8.count, utf8[i] == 0xE2, utf8[i + 1] == 0x80, utf8[i + 2] == 0xAF {
        i += 3
      } else {
        break
      }
      if i - start > 3 { break }
    }
    return i > start
  }

  private static func date(_ f: [(value: Int, digits: Int)], _ s: [UInt8]) -> NumericDate? {
    var d = NumericDate()
    if f.count == 3 {
      guard s[0] == s[1] else { return nil }
      if f[0].digits == 4, f[1].digits <= 2, f[2].digits <= 2, s[0] != 32 {
        (d.year, d.month, d.day) = (f[0].value, f[1].value, f[2].value)
      } else if f[0].digits <= 2, f[1].digits <= 2, f[2].digits == 4 || f[2].digits == 2 {
        (d.day, d.month, d.year, d.isShort) = (f[0].value, f[1].value, f[2].value, f[2].digits == 2)
      } else {
        return nil
      }
      // 12/29/2000: the other way round where only that can be.
      if d.month > 12, d.day >= 1, d.day <= 12, d.month <= 31 { swap(&d.month, &d.day) }
      guard d.day >= 1, d.month >= 1, f[2].digits != 4 || d.year >= 1000 else { return nil }
      return d
    }
    guard f.count == 2 else { return nil }
    if f[1].digits == 4, f[0].digits <= 2, s[0] & 0x7F != UInt8(ascii: "."), s[0] != 32 {
      guard 1...12 ~= f[0].value, 1500...2199 ~= f[1].value else { return nil }
      (d.month, d.year) = (f[0].value, f[1].value)
      return d
    }
    if f[0].digits == 4, f[1].digits <= 2, s[0] != 32 {
      guard 1...12 ~= f[1].value, 1000...2999 ~= f[0].value else { return nil }
      (d.year, d.month) = (f[0].value, f[1].value)
      return d
    }
    // A hyphen or a full stop between two short figures is a score or a decimal.
    guard f[0].digits <= 2, f[1].digits <= 2, s[0] & 0x7F == UInt8(ascii: "/") || s[0] == 32 else { return nil }
    (d.day, d.month) = (f[0].value, f[1].value)
    d.isPadded = (f[0].digits == 2 && f[0].value < 10) || (f[1].digits == 2 && f[1].value < 10)
    if d.month > 12, d.day >= 1, d.day <= 12, d.month <= 31 { swap(&d.month, &d.day) }
    return d.day >= 1 && d.month >= 1 ? d : nil
  }
}

extension NumericDate {
  /// ISO 8601 in one: 2016-12-16T12:23:59 or 20091219T170000.
  static func readInstant(
    _ chart: borrowing Chart, _ token: Int, _ limit: Int
  ) -> (date: NumericDate, time: ClockTime, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let found = chart.text.utf8.withUnsafeBufferPointer { utf8 -> (NumericDate, ClockTime, Int)? in
      var i = start
      func number(_ count: Int) -> Int? {
        guard i + count <= utf8.count else { return nil }
        var n = 0
        for k in i..<i + count {
          guard utf8[k] >= 48, utf8[k] <= 57 else { return nil }
          n = n * 10 + Int(utf8[k] - 48)
        }
        i += count
        return n
      }
      func take(_ c: UInt8) -> Bool {
        guard i < utf8.count, utf8[i] == c else { return false }
        i += 1
        return true
      }
      var d = NumericDate()
      var t = ClockTime()
      guard let year = number(4) else { return nil }
      let extended = take(UInt8(ascii: "-"))
      guard let month = number(2), !extended || take(UInt8(ascii: "-")), let day = number(2), take(UInt8(ascii: "T")),
        let hour = number(2), !extended || take(UInt8(ascii: ":")), let minute = number(2)
      else { return nil }
      (d.year, d.month, d.day, t.hour, t.minute) = (year, month, day, hour, minute)
      let beforeSecond = i
      if !extended || take(UInt8(ascii: ":")), let second = number(2) { t.second = second } else { i = beforeSecond }
      guard hour < 24, minute < 60, (t.second ?? 0) < 60 else { return nil }
      _ = take(UInt8(ascii: "Z"))
      return (d, t, i)
    }
    guard let (date, time, end) = found, let last = tokenEnding(chart, at: end, from: token, limit) else { return nil }
    return (date, time, last + 1)
  }
}

/// The token, from `token` on, that ends at a byte offset; nil where the offset lies inside one.
func tokenEnding(_ chart: borrowing Chart, at offset: Int, from token: Int, _ limit: Int) -> Int? {
  var t = token
  while t < limit, Int(chart.text.tokens.ends[t]) <= offset {
    if Int(chart.text.tokens.ends[t]) == offset { return t }
    t += 1
  }
  return nil
}
