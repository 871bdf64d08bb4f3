/// A day of the proleptic Gregorian calendar, with astronomical years (0 is 1 BCE, -1 is 2 BCE).
///
/// An invalid date cannot be built, and years stay within -9999…9999, so that no arithmetic below can overflow.
public struct CivilDate: Hashable, Sendable {
  public let year: Int
  /// 1…12.
  public let month: Int
  /// 1…31.
  public let day: Int

  /// The years that a date may have.
  public static let years = -9999...9999

  /// nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), 1...12 ~= month,
      day >= 1, day <= Self.daysInMonth(month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Every fourth year, save the centuries that 400 does not divide.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// - Precondition: `month` in 1…12.
  public static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: - Day numbers

extension CivilDate {
  /// Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year.
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = floorDivide(y, 400)
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day `dayNumber` days after 1970-01-01; nil outside the years that a date may have.
  public init?(dayNumber: Int) {
    guard abs(dayNumber) < 5_000_000 else { return nil }
    let n = dayNumber + 719_468
    let era = floorDivide(n, 146_097)
    let dayOfEra = n - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  public func adding(days: Int) -> CivilDate? {
    guard abs(days) < 10_000_000 else { return nil }
    return CivilDate(dayNumber: dayNumber + days)
  }

  /// The same day some months on; the last day of the month where that month is too short (31 January + 1 = 28 February).
  public func adding(months: Int) -> CivilDate? {
    guard abs(months) < 1_000_000 else { return nil }
    let n = year * 12 + (month - 1) + months
    let y = floorDivide(n, 12)
    guard Self.years.contains(y) else { return nil }
    let m = n - y * 12 + 1
    return CivilDate(year: y, month: m, day: min(day, Self.daysInMonth(m, year: y)))
  }
}

extension CivilDate: Comparable {
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

// MARK: - Weeks

extension CivilDate {
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { floorModulo(dayNumber + 3, 7) + 1 }

  /// The week of ISO 8601: it starts on Monday and belongs to the year that has its Thursday.
  public var week: ISOWeek {
    let thursday = CivilDate(dayNumber: dayNumber + 4 - weekday) ?? self
    let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? self
    return ISOWeek(year: thursday.year, number: (thursday.dayNumber - first.dayNumber) / 7 + 1)
  }
}

/// A week of ISO 8601, which may start in the last days of the year before its own.
public struct ISOWeek: Hashable, Sendable {
  public let year: Int
  /// 1…53.
  public let number: Int

  public init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  /// Its Monday: week 1 is the one with 4 January.
  public var monday: CivilDate? {
    guard let fourth = CivilDate(year: year, month: 1, day: 4), 1...53 ~= number else { return nil }
    return fourth.adding(days: (number - 1) * 7 - (fourth.weekday - 1))
  }

  public func adding(weeks: Int) -> ISOWeek? {
    guard abs(weeks) < 1_000_000 else { return nil }
    return monday?.adding(days: weeks * 7)?.week
  }
}

// MARK: - Division

/// Division that rounds towards minus infinity, so that years before 1 fall into the right decade, century and era.
func floorDivide(_ a: Int, _ b: Int) -> Int {
  let q = a / b
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q
}

func floorModulo(_ a: Int, _ b: Int) -> Int { a - floorDivide(a, b) * b }

// MARK: - Text

extension CivilDate: CustomStringConvertible {
  /// ISO 8601: `2024-02-08`, `-0189-02-12`.
  public var description: String { String(notation: { $0.put(self) }) }

  /// Reads `2024-02-08`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var u = Array(text.utf8)
    let negative = u.first == UInt8(ascii: "-")
    if negative { u.removeFirst() }
    guard u.count == 10, u[4] == UInt8(ascii: "-"), u[7] == UInt8(ascii: "-"),
      let y = digits(u[0..<4]), let m = digits(u[5..<7]), let d = digits(u[8..<10])
    else { return nil }
    self.init(year: negative ? -y : y, month: m, day: d)
  }
}

extension CivilDate: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = CivilDate(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an ISO 8601 date: \(text)"))
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The number that ASCII digits write; nil where there is another byte, or none, or too many.
func digits(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
  var n = 0
  for b in bytes {
    guard b >= 48, b <= 57 else { return nil }
    n = n * 10 + Int(b - 48)
  }
  return n
}
