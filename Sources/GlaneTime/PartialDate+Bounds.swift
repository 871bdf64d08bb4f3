extension PartialDate {
  /// `[start, end)` in local time; nil where a field that a larger one needs is unknown.
  public var bounds: (start: CivilDateTime, end: CivilDateTime)? {
    guard let days = dayBounds else { return nil }
    let start = CivilDateTime(days.start)
    guard hasTime else { return (start, CivilDateTime(days.end)) }
    if let hour {
      let length = second != nil ? 1 : minute != nil ? 60 : 3600
      guard let a = start.adding(seconds: hour * 3600 + (minute ?? 0) * 60 + (second ?? 0)),
        let b = a.adding(seconds: length)
      else { return nil }
      return (a, b)
    }
    guard let part, let a = start.adding(seconds: part.hours.start * 3600),
      let b = start.adding(seconds: part.hours.end * 3600)
    else { return nil }
    return (a, b)
  }

  /// The days of the date, `end` excluded.
  public var dayBounds: (start: CivilDate, end: CivilDate)? {
    if let date = civilDate {
      return date.adding(days: 1).map { (date, $0) }
    }
    if let year, let week {
      guard let monday = ISOWeek(year: year, number: week).monday else { return nil }
      let first = weekend == true ? 5 : (weekday ?? 1) - 1
      let length = weekend == true ? 2 : weekday != nil ? 1 : 7
      guard let a = monday.adding(days: first), let b = a.adding(days: length) else { return nil }
      return (a, b)
    }
    guard day == nil, week == nil, weekday == nil, weekend == nil else { return nil }
    if let year {
      if let month {
        guard var a = CivilDate(year: year, month: month, day: 1), var b = a.adding(months: 1) else { return nil }
        if fortnight == 1 { b = a.adding(days: 15) ?? b }
        if fortnight == 2 { a = a.adding(days: 15) ?? a }
        return (a, b)
      }
      if let season {
        let next = Season(rawValue: season.rawValue % 4 + 1) ?? season
        guard let a = season.firstDay(year), let b = next.firstDay(season == .winter ? year + 1 : year)
        else { return nil }
        return (a, b)
      }
      if let quarter { return Self.months(year, first: quarter * 3 - 2, count: 3) }
      if let half { return Self.months(year, first: half * 6 - 5, count: 6) }
      return Self.years(year, count: 1)
    }
    guard month == nil, season == nil, quarter == nil, half == nil else { return nil }
    if let decade { return Self.years(decade * 10, count: 10) }
    // The first century is the years 1 to 100; the first before our era 1 to 100 BCE, astronomically -99 to 0.
    if let century { return Self.years(century > 0 ? (century - 1) * 100 + 1 : century * 100 + 1, count: 100) }
    return nil
  }

  private static func months(_ year: Int, first: Int, count: Int) -> (start: CivilDate, end: CivilDate)? {
    guard let a = CivilDate(year: year, month: first, day: 1), let b = a.adding(months: count) else { return nil }
    return (a, b)
  }

  private static func years(_ first: Int, count: Int) -> (start: CivilDate, end: CivilDate)? {
    guard let a = CivilDate(year: first, month: 1, day: 1), let b = CivilDate(year: first + count, month: 1, day: 1)
    else { return nil }
    return (a, b)
  }
}
