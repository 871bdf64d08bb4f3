import GlanePatterns
import GlaneText
import GlaneTime

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

  /// Year, month and day as said.
  var fields: PartialDate {
    var d = PartialDate(
      year: year >= 0 && !isShort ? year : nil, month: month > 0 ? month : nil, day: day > 0 ? day : nil)
    if isShort { d.yearOfCentury = year }
    return d
  }

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

  /// A date that a weekday is written against, without its space: "jeudi6/5/2013".
  static func readAfterWeekday(
    _ chart: borrowing Chart, _ token: Int, _ limit: Int
  ) -> (date: NumericDate, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let found = chart.text.utf8.withUnsafeBufferPointer { utf8 -> (NumericDate, Int)? in
      var i = start
      while i < utf8.count, i - start < 9, utf8[i] | 0x20 >= 97, utf8[i] | 0x20 <= 122 { i += 1 }
      guard 5...8 ~= i - start, weekdays.contains(where: { $0.elementsEqual(utf8[start..<i].lazy.map { $0 | 0x20 }) })
      else { return nil }
      return read(utf8, from: i, loose: false)
    }
    guard let (date, end) = found, date.year >= 0, let last = tokenEnding(chart, at: end, from: token, limit) else {
      return nil
    }
    return (date, last + 1)
  }

  private static let weekdays: [[UInt8]] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ].map { Array($0.utf8) }

  private static func read(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int, loose: Bool
  ) -> (NumericDate, Int)? {
    var i = start
    guard let fields = Fields(utf8, &i, loose ? .spaces : .any), isEnd(utf8, i) else { return nil }
    return date(fields).map { ($0, i) }
  }

  /// Two dates with a hyphen or a dash between them: "10/1-11/2/2017", "28/02 - 01/03". What the second one says of the
  /// year is said of both.
  static func readSpan(
    _ chart: borrowing Chart, _ token: Int, _ limit: Int
  ) -> (from: NumericDate, to: NumericDate, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let found = chart.text.utf8.withUnsafeBufferPointer { utf8 -> (NumericDate, NumericDate, Int)? in
      var i = start
      guard let first = Fields(utf8, &i, .noHyphen), first.count > 1 else { return nil }
      _ = skipSpaces(utf8, &i)
      if i < utf8.count, utf8[i] == UInt8(ascii: "-") {
        i += 1
      } else if i + 2 < utf8.count, utf8[i] == 0xE2, utf8[i + 1] == 0x80, utf8[i + 2] == 0x93 || utf8[i + 2] == 0x94 {
        i += 3
      } else {
        return nil
      }
      _ = skipSpaces(utf8, &i)
      guard let second = Fields(utf8, &i, .noHyphen), second.count > 1, isEnd(utf8, i), var from = date(first),
        let to = date(second), from.day > 0, to.day > 0
      else { return nil }
      // "1/2-3/4" may be fractions; "1.5-2.5" are numbers.
      guard to.year >= 0 || first.signs.0 == UInt8(ascii: "/") && (from.looksLikeDate || to.looksLikeDate) else {
        return nil
      }
      if from.year < 0 { (from.year, from.isShort) = (to.year, to.isShort) }
      return (from, to, i)
    }
    guard let (from, to, end) = found, let last = tokenEnding(chart, at: end, from: token, limit) else { return nil }
    return (from, to, last + 1)
  }

  /// Up to three runs of figures with a sign between them.
  private struct Fields {
    enum Signs { case any, noHyphen, spaces }

    var values = (0, 0, 0)
    var digits = (0, 0, 0)
    /// `/`, `-`, `.` or a space; with the high bit set where there were spaces about it.
    var signs: (UInt8, UInt8) = (0, 0)
    var count = 0

    /// Moves `i` past the fields; nil where no figure stands there or one has more than four.
    init?(_ utf8: UnsafeBufferPointer<UInt8>, _ i: inout Int, _ allowed: Signs) {
      while true {
        let from = i
        var n = 0
        while i < utf8.count, utf8[i] >= 48, utf8[i] <= 57, i - from < 5 {
          n = n * 10 + Int(utf8[i] - 48)
          i += 1
        }
        guard i > from, i - from <= 4 else { return nil }
        switch count {
        case 0: (values.0, digits.0) = (n, i - from)
        case 1: (values.1, digits.1) = (n, i - from)
        default: (values.2, digits.2) = (n, i - from)
        }
        count += 1
        guard count < 3, i < utf8.count, let sign = Fields.sign(utf8, &i, count, signs.0, allowed) else { return }
        if count == 1 { signs.0 = sign } else { signs.1 = sign }
      }
    }

    /// The sign before the next field; `i` moves only where there is one.
    private static func sign(
      _ utf8: UnsafeBufferPointer<UInt8>, _ i: inout Int, _ count: Int, _ before: UInt8, _ allowed: Signs
    ) -> UInt8? {
      var next = i
      let spaces = skipSpaces(utf8, &next)
      guard next < utf8.count else { return nil }
      let c = utf8[next]
      if c == UInt8(ascii: ","), !spaces, count == 2, before == UInt8(ascii: "/"), isYearAlone(utf8, next + 1) {
        // "12/08,2015"
        i = next + 1
        return before
      }
      if c == UInt8(ascii: "/") || c == UInt8(ascii: "-") && allowed != .noHyphen || c == UInt8(ascii: ".") {
        var after = next + 1
        let more = skipSpaces(utf8, &after)
        guard after < utf8.count, utf8[after] >= 48, utf8[after] <= 57 else { return nil }
        // Spaces about the sign only where the sign is a slash or the fields leave no doubt: "11 / 2016".
        if spaces || more, c == UInt8(ascii: ".") { return nil }
        i = after
        return spaces || more ? c | 0x80 : c
      }
      guard allowed == .spaces, spaces, c >= 48, c <= 57 else { return nil }
      i = next
      return 32
    }
  }

  /// Whether the figures end there. What goes on with a figure, a sign between figures or a letter is something else: a
  /// version, a score, a sum.
  private static func isEnd(_ utf8: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i < utf8.count else { return true }
    let c = utf8[i]
    let next = i + 1 < utf8.count ? utf8[i + 1] : 32
    let figure = next >= 48 && next <= 57
    return
      !((c >= 48 && c <= 57) || (c >= 65 && c <= 90 && c != 84) || (c >= 97 && c <= 122) || c == UInt8(ascii: "%")
      || ((c == UInt8(ascii: ".") || c == UInt8(ascii: "/") || c == UInt8(ascii: "-")) && figure))
  }

  /// Whether exactly two or four figures stand there.
  private static func isYearAlone(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var i = start
    while i < utf8.count, i - start < 5, utf8[i] >= 48, utf8[i] <= 57 { i += 1 }
    return i - start == 2 || i - start == 4
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

  private static func date(_ f: Fields) -> NumericDate? {
    let (v, n, s) = (f.values, f.digits, f.signs)
    var d = NumericDate()
    if f.count == 3 {
      guard s.0 == s.1 else { return nil }
      if n.0 == 4, n.1 <= 2, n.2 <= 2, s.0 != 32 {
        (d.year, d.month, d.day) = v
      } else if n.0 <= 2, n.1 <= 2, n.2 == 4 || n.2 == 2 {
        (d.day, d.month, d.year) = v
        d.isShort = n.2 == 2
      } else {
        return nil
      }
      // 12/29/2000: the other way round where only that can be.
      if d.month > 12, d.day >= 1, d.day <= 12, d.month <= 31 { swap(&d.month, &d.day) }
      guard d.day >= 1, d.month >= 1, n.2 != 4 || d.year >= 1000 else { return nil }
      return d
    }
    guard f.count == 2 else { return nil }
    if n.1 == 4, n.0 <= 2, s.0 & 0x7F != UInt8(ascii: "."), s.0 != 32 {
      guard 1...12 ~= v.0, 1500...2199 ~= v.1 else { return nil }
      (d.month, d.year) = (v.0, v.1)
      return d
    }
    if n.0 == 4, n.1 <= 2, s.0 != 32 {
      guard 1...12 ~= v.1, 1000...2999 ~= v.0 else { return nil }
      (d.year, d.month) = (v.0, v.1)
      return d
    }
    // A hyphen or a full stop between two short figures is a score or a decimal.
    guard n.0 <= 2, n.1 <= 2, s.0 & 0x7F == UInt8(ascii: "/") || s.0 == 32 else { return nil }
    // 12/20 is a pupil's mark.
    if v.1 == 20, n.0 == 2 || v.0 > 9 || v.0 == 0 { return nil }
    (d.day, d.month) = (v.0, v.1)
    d.isPadded = (n.0 == 2 && v.0 < 10) || (n.1 == 2 && v.1 < 10)
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
