import GlanePatterns
import GlaneTime

// Dates, clock times and parts of the day from their fields.
extension DateBuilder {
  func date() -> Built? {
    var d = PartialDate()
    d.weekday = int("weekday")
    d.day = int("day")
    d.month = int("month")
    if let pair { (d.day, d.month) = (pair.0, pair.1) }
    d.season = int("season").flatMap { Season(rawValue: $0) }
    d.quarter = int("quarter")
    d.half = int("half")
    d.fortnight = int("fortnight")
    d.week = int("week")
    if int("weekend") != nil { d.weekend = true }
    if let year = int("year") {
      // The year n before our era is 1 - n; a sign says the same.
      d.year = int("bce") != nil ? 1 - abs(year) : year < 0 ? 1 + year : year
    }
    d.yearOfCentury = int("short")
    if let decade = int("decade") {
      guard decade % 10 == 0 else { return nil }
      d.decade = decade / 10
    }
    d.decadeOfCentury = int("short-decade").map { $0 / 10 }
    if let century = int("century") { d.century = int("bce") != nil ? -century : century }
    if let day = d.day, !Self.isPossible(day: day, month: d.month, year: d.year) { return blocked }
    if let week = d.week, !(1...53 ~= week) { return nil }
    let moment = Moment.date(d, choice: choice("choice"))
    return built(position().map { .portion($0, moment) } ?? moment, qualifiers: qualifiers())
  }

  static func isPossible(day: Int, month: Int?, year: Int?) -> Bool {
    guard let month else { return 1...31 ~= day }
    guard 1...12 ~= month else { return false }
    // A year that the text does not give may be a leap year.
    return day >= 1 && day <= CivilDate.daysInMonth(month, year: year ?? 2000)
  }

  func numeric() -> Built? {
    guard let code = int("code") else { return nil }
    let n = NumericDate(packed: Int32(truncatingIfNeeded: code))
    guard n.isPossible else { return blocked }
    if arguments.has("whole"), n.isShort || n.year < 1900 { return nil }
    var d = n.fields
    if d.year == nil { d.year = int("year") }
    if let day = d.day, !Self.isPossible(day: day, month: n.month, year: d.year) { return blocked }
    d.weekday = int("weekday")
    return built(.date(d))
  }

  func clock() -> Built? {
    var t = PartialDate()
    var hasHalf = false
    if let code = int("code") {
      let c = ClockTime(packed: Int32(truncatingIfNeeded: code))
      t.hour = c.hour
      t.minute = c.minute
      t.second = c.second
      hasHalf = c.hasHalf
    } else if let noon = int("noon") {
      t.hour = noon
    } else {
      t.hour = int("hour")
    }
    guard var hour = t.hour, hour <= 24 else { return nil }
    if let minute = int("minute") { t.minute = minute }
    if let second = int("second") { t.second = second }
    if let quarter = int("quarter") { t.minute = quarter }
    if let minus = int("minus") {
      guard 1...59 ~= minus else { return nil }
      hour = hour == 0 ? 23 : hour - 1
      t.minute = 60 - minus
    }
    // Two number names in a row are a clock time only where the second makes round minutes.
    if let least = int("words"),
      (t.minute ?? 0) < max(least, 5) || least == 1 && (t.minute ?? 0) < 10 || (t.minute ?? 0) % 5 != 0 || hour > 24
    {
      return nil
    }
    guard (t.minute ?? 0) < 60, hour < 24 || (t.minute ?? 0) == 0 else { return nil }
    // "8 heures du soir": 1 morning, 2 afternoon, 3 evening, 4 night.
    if let half = int("half"), hour <= 12, !hasHalf {
      switch half {
      case 1: if hour == 12 { hour = 0 }
      case 2, 3: if hour < 12 { hour += 12 }
      default: if hour >= 6, hour < 12 { hour += 12 }
      }
    }
    t.hour = hour
    if let zone = text("zone") { t.zone = Self.zone(zone) }
    let moment = Moment.date(t)
    var result = built(moment, qualifiers: qualifiers())
    result.names = [.clock]
    return result
  }

  /// A zone as its list gives it: minutes east of Greenwich, or the name of a place.
  static func zone(_ text: String) -> ZoneName {
    guard text.hasPrefix("UTC"), let minutes = Int(text.dropFirst(3)) else { return .place(text) }
    return .offset(minutes)
  }

  func dayPart() -> Built? {
    guard let n = int("part"), DayPart.allCases.indices.contains(n) else { return nil }
    var t = PartialDate()
    t.part = DayPart.allCases[n]
    var moment = Moment.date(t, choice: choice("choice"))
    if let position = position() { moment = .portion(position, moment) }
    var result = built(moment)
    result.names = choice("choice") == nil ? [.part] : [.part, .moment]
    // "une boîte de nuit": without an article or anything else about it, a part of the day is only part of a phrase.
    result.item.isMention = choice("choice") != nil || position() != nil || arguments.has("alone")
    return result
  }

  func unit() -> Built? {
    guard let unit = unitNamed(int("unit")), let count = int("count") else { return nil }
    if arguments.word("from") == "rest" {
      return period(.bounds(from: .now, to: .unit(unit, count: 0, from: .reference)), [])
    }
    var moment = Moment.unit(unit, count: count, from: origin)
    if let n = int("part"), DayPart.allCases.indices.contains(n) {
      var t = PartialDate()
      t.part = DayPart.allCases[n]
      moment = .within(moment, t)
    }
    if let position = position() { moment = .portion(position, moment) }
    return built(moment)
  }

  func instant() -> Built? {
    guard let pair else { return nil }
    let n = NumericDate(packed: Int32(pair.0))
    let c = ClockTime(packed: Int32(pair.1))
    guard n.isPossible, Self.isPossible(day: n.day, month: n.month, year: n.year) else { return blocked }
    var d = PartialDate(year: n.year, month: n.month, day: n.day)
    d.hour = c.hour
    d.minute = c.minute
    d.second = c.second
    return built(.date(d))
  }

  func feast() -> Built? {
    guard let name = text("feast"), let feast = Feast(rawValue: name) else { return nil }
    var year: Moment?
    if let part = part("year") {
      year = part.moment
    } else if let y = int("year") {
      year = .date(PartialDate(year: y))
    } else if let short = int("short") {
      var d = PartialDate()
      d.yearOfCentury = short
      year = .date(d)
    }
    var moment = Moment.feast(feast, year: year, choice: choice("choice"))
    if let before = int("before") { moment = .away(CalendarDuration(abs(before), .day), forward: before < 0, moment) }
    return built(moment)
  }

  func republican() -> Built? {
    guard let year = int("year") else { return nil }
    guard let month = int("month") else {
      // A year of the Republic runs from one vendémiaire to the next.
      guard let first = RepublicanDate(year: year, month: 1, day: 1)?.days?.first,
        let last = RepublicanDate(year: year, month: 13, day: nil)?.days?.end.adding(days: -1)
      else { return nil }
      return period(.bounds(from: .date(PartialDate(first)), to: .date(PartialDate(last))), [])
    }
    guard let date = RepublicanDate(year: year, month: month, day: int("day")) else { return nil }
    guard date.day == nil, let days = date.days, let last = days.end.adding(days: -1) else {
      return built(.republican(date))
    }
    // A month of the Republic straddles two of ours: a stretch of days.
    return period(
      .bounds(from: .date(PartialDate(days.first)), to: .date(PartialDate(last))), [])
  }

  func adverb() -> Built? {
    let meaning: TimeExpression.Meaning
    switch arguments.word("time") {
    case "past": meaning = .past
    case "future": meaning = .future
    case "now": meaning = .moment(.now)
    default: meaning = .present
    }
    return (DateItem(meaning, tokens), [.adverb])
  }
}
