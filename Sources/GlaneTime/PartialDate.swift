/// A date with any of its fields: "mars", "lundi 8", "1990", "le XIXe siècle", "14 h 30".
///
/// As said by a text, it holds no more than the text said; as resolved, the fields that were filled in are listed in
/// ``ResolvedTime/implied``. Fields that are nil are unknown and print as `X`; a number beyond 32 bits is kept as the
/// nearest that fits.
public struct PartialDate: Sendable, Hashable {
  // A number takes four bytes, absent or not: dates are copied and laid over one another by the thousand.
  @usableFromInline var centuryField = Field()
  @usableFromInline var decadeField = Field()
  @usableFromInline var yearField = Field()
  @usableFromInline var yearOfCenturyField = Field()
  @usableFromInline var decadeOfCenturyField = Field()
  @usableFromInline var halfField = Field()
  @usableFromInline var quarterField = Field()
  @usableFromInline var monthField = Field()
  @usableFromInline var fortnightField = Field()
  @usableFromInline var weekField = Field()
  @usableFromInline var dayField = Field()
  @usableFromInline var weekdayField = Field()
  @usableFromInline var hourField = Field()
  @usableFromInline var minuteField = Field()
  @usableFromInline var secondField = Field()

  /// 19 is the nineteenth century, -2 the second before our era.
  @inlinable public var century: Int? {
    get { centuryField.value }
    set { centuryField.value = newValue }
  }
  /// The year without its last digit: 199 for "les années 1990".
  @inlinable public var decade: Int? {
    get { decadeField.value }
    set { decadeField.value = newValue }
  }
  /// Astronomical: 0 is 1 BCE.
  @inlinable public var year: Int? {
    get { yearField.value }
    set { yearField.value = newValue }
  }
  /// The last two digits, where the text gave no more ("93"): the century is left to resolution.
  @inlinable public var yearOfCentury: Int? {
    get { yearOfCenturyField.value }
    set { yearOfCenturyField.value = newValue }
  }
  /// The tens of "les années soixante" (6): the century is left to resolution.
  @inlinable public var decadeOfCentury: Int? {
    get { decadeOfCenturyField.value }
    set { decadeOfCenturyField.value = newValue }
  }
  /// 1 or 2.
  @inlinable public var half: Int? {
    get { halfField.value }
    set { halfField.value = newValue }
  }
  /// 1…4.
  @inlinable public var quarter: Int? {
    get { quarterField.value }
    set { quarterField.value = newValue }
  }
  public var season: Season?
  /// 1…12.
  @inlinable public var month: Int? {
    get { monthField.value }
    set { monthField.value = newValue }
  }
  /// 1 is the first fortnight of the month ("la première quinzaine de mars").
  @inlinable public var fortnight: Int? {
    get { fortnightField.value }
    set { fortnightField.value = newValue }
  }
  /// ISO week, 1…53; its year is the week's own.
  @inlinable public var week: Int? {
    get { weekField.value }
    set { weekField.value = newValue }
  }
  /// The Saturday and Sunday of the week.
  public var weekend: Bool?
  @inlinable public var day: Int? {
    get { dayField.value }
    set { dayField.value = newValue }
  }
  /// 1 is Monday.
  @inlinable public var weekday: Int? {
    get { weekdayField.value }
    set { weekdayField.value = newValue }
  }
  public var part: DayPart?
  @inlinable public var hour: Int? {
    get { hourField.value }
    set { hourField.value = newValue }
  }
  @inlinable public var minute: Int? {
    get { minuteField.value }
    set { minuteField.value = newValue }
  }
  @inlinable public var second: Int? {
    get { secondField.value }
    set { secondField.value = newValue }
  }
  public var zone: ZoneName?

  /// A number that may be absent.
  @usableFromInline
  struct Field: Sendable, Hashable {
    @usableFromInline var stored = Int32.min

    @inlinable init() {}

    @inlinable var value: Int? {
      get { stored == .min ? nil : Int(stored) }
      set { stored = newValue.map { Int32(clamping: Swift.max($0, -Int(Int32.max))) } ?? .min }
    }

    @inlinable func or(_ other: Field) -> Field { stored == .min ? other : self }
  }

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
    r.centuryField = other.centuryField.or(centuryField)
    r.decadeField = other.decadeField.or(decadeField)
    r.yearField = other.yearField.or(yearField)
    r.yearOfCenturyField = other.yearOfCenturyField.or(yearOfCenturyField)
    r.decadeOfCenturyField = other.decadeOfCenturyField.or(decadeOfCenturyField)
    r.halfField = other.halfField.or(halfField)
    r.quarterField = other.quarterField.or(quarterField)
    r.season = other.season ?? season
    r.monthField = other.monthField.or(monthField)
    r.fortnightField = other.fortnightField.or(fortnightField)
    r.weekField = other.weekField.or(weekField)
    r.weekend = other.weekend ?? weekend
    r.dayField = other.dayField.or(dayField)
    r.weekdayField = other.weekdayField.or(weekdayField)
    r.part = other.part ?? part
    r.hourField = other.hourField.or(hourField)
    r.minuteField = other.minuteField.or(minuteField)
    r.secondField = other.secondField.or(secondField)
    r.zone = other.zone ?? zone
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
