/// A date with any of its fields: "mars", "lundi 8", "1990", "le XIXe siècle", "14 h 30".
///
/// As said by a text, it holds no more than the text said; as resolved, the fields that were filled in are listed in
/// ``ResolvedTime/implied``. Fields that are nil are unknown and print as `X`.
public struct PartialDate: Sendable, Hashable, Codable {
  /// 19 is the nineteenth century, -2 the second before our era.
  public var century: Int?
  /// The year without its last digit: 199 for "les années 1990".
  public var decade: Int?
  /// Astronomical: 0 is 1 BCE.
  public var year: Int?
  /// The last two digits, where the text gave no more ("93"): the century is left to resolution.
  public var yearOfCentury: Int?
  /// The tens of "les années soixante" (6): the century is left to resolution.
  public var decadeOfCentury: Int?
  /// 1 or 2.
  public var half: Int?
  /// 1…4.
  public var quarter: Int?
  public var season: Season?
  /// 1…12.
  public var month: Int?
  /// 1 is the first fortnight of the month ("la première quinzaine de mars").
  public var fortnight: Int?
  /// ISO week, 1…53; its year is the week's own.
  public var week: Int?
  /// The Saturday and Sunday of the week.
  public var weekend: Bool?
  public var day: Int?
  /// 1 is Monday.
  public var weekday: Int?
  public var part: DayPart?
  public var hour: Int?
  public var minute: Int?
  public var second: Int?
  public var zone: ZoneName?

  public init() {}

  public init(year: Int?, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  public init(_ date: CivilDate) { self.init(year: date.year, month: date.month, day: date.day) }

  /// The date and time down to `unit` (``CalendarUnit/second``, `minute` or `hour`), else the day.
  public init(_ instant: CivilDateTime, to unit: CalendarUnit = .second) {
    self.init(instant.date)
    guard [.second, .minute, .hour].contains(unit) else { return }
    hour = instant.hour
    minute = instant.minute
    if unit == .second, instant.second != 0 { second = instant.second }
  }

  /// Whether any field of the clock or a part of the day is there.
  public var hasTime: Bool { part != nil || hour != nil }
  /// Whether any field of a day or coarser is there.
  public var hasDate: Bool {
    hasYear || half != nil || quarter != nil || season != nil || month != nil || fortnight != nil || week != nil
      || weekend != nil || day != nil || weekday != nil
  }
  /// Whether a field tells the year, the decade or the century.
  public var hasYear: Bool {
    year != nil || yearOfCentury != nil || decade != nil || decadeOfCentury != nil || century != nil
  }

  /// The day, where year, month and day are there and the calendar has it.
  public var civilDate: CivilDate? {
    guard let year, let month, let day else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The finest unit that a field names; nil for an empty date.
  public var precision: CalendarUnit? {
    if second != nil { return .second }
    if minute != nil { return .minute }
    if hour != nil || part != nil { return .hour }
    if day != nil || weekday != nil { return .day }
    if weekend != nil { return .weekend }
    if week != nil { return .week }
    if fortnight != nil { return .fortnight }
    if month != nil { return .month }
    if season != nil { return .season }
    if quarter != nil { return .quarter }
    if half != nil { return .half }
    if year != nil || yearOfCentury != nil { return .year }
    if decade != nil || decadeOfCentury != nil { return .decade }
    return century != nil ? .century : nil
  }

  /// The date alone, without part of day and clock.
  public var dateOnly: PartialDate {
    var copy = self
    copy.part = nil
    copy.hour = nil
    copy.minute = nil
    copy.second = nil
    copy.zone = nil
    return copy
  }

  /// The fields of `other` laid over these.
  public func merging(_ other: PartialDate) -> PartialDate {
    var r = self
    r.century = other.century ?? r.century
    r.decade = other.decade ?? r.decade
    r.year = other.year ?? r.year
    r.yearOfCentury = other.yearOfCentury ?? r.yearOfCentury
    r.decadeOfCentury = other.decadeOfCentury ?? r.decadeOfCentury
    r.half = other.half ?? r.half
    r.quarter = other.quarter ?? r.quarter
    r.season = other.season ?? r.season
    r.month = other.month ?? r.month
    r.fortnight = other.fortnight ?? r.fortnight
    r.week = other.week ?? r.week
    r.weekend = other.weekend ?? r.weekend
    r.day = other.day ?? r.day
    r.weekday = other.weekday ?? r.weekday
    r.part = other.part ?? r.part
    r.hour = other.hour ?? r.hour
    r.minute = other.minute ?? r.minute
    r.second = other.second ?? r.second
    r.zone = other.zone ?? r.zone
    return r
  }
}

// MARK: - Units that contain a day

extension PartialDate {
  /// The `unit` of the calendar that holds `date`, `offset` units on: the week after, the month before.
  public init?(_ unit: CalendarUnit, containing date: CivilDate, offset n: Int = 0) {
    self.init()
    guard abs(n) <= 1_000_000 else { return nil }
    switch unit {
    case .second, .minute, .hour, .day:
      guard let d = date.adding(days: n) else { return nil }
      self.init(d)
    case .week, .weekend:
      guard let w = date.week.adding(weeks: n) else { return nil }
      year = w.year
      week = w.number
      if unit == .weekend { weekend = true }
    case .fortnight:
      let i = date.year * 24 + (date.month - 1) * 2 + (date.day > 15 ? 1 : 0) + n
      year = floorDivide(i, 24)
      month = floorModulo(i, 24) / 2 + 1
      fortnight = floorModulo(i, 2) + 1
    case .month:
      guard let d = CivilDate(year: date.year, month: date.month, day: 1)?.adding(months: n) else { return nil }
      year = d.year
      month = d.month
    case .quarter, .half:
      let size = unit == .quarter ? 3 : 6
      let i = date.year * (12 / size) + (date.month - 1) / size + n
      year = floorDivide(i, 12 / size)
      let k = floorModulo(i, 12 / size) + 1
      if unit == .quarter { quarter = k } else { half = k }
    case .season:
      var i = date.year * 4 - 1
      for s in Season.allCases where (s.firstDay(date.year) ?? date) <= date { i = date.year * 4 + s.rawValue - 1 }
      i += n
      year = floorDivide(i, 4)
      season = Season(rawValue: floorModulo(i, 4) + 1)
    case .year: year = date.year + n
    case .decade: decade = floorDivide(date.year, 10) + n
    case .century:
      let c = floorDivide(date.year - 1, 100) + 1 + n
      century = c > 0 ? c : c - 1
    case .millennium: return nil
    }
    if let year, !CivilDate.years.contains(year) { return nil }
  }
}
