/// A unit that French counts time in.
public enum CalendarUnit: String, Sendable, Hashable, Codable, CaseIterable {
  case second, minute, hour, day, weekend, week, fortnight, month, season, quarter, half, year, decade, century
  case millennium

  /// What an ISO 8601 duration counts this unit in, and how many of these make one.
  ///
  /// A decade, a century and a millennium have letters of their own in TIMEX3 (`DE`, `CE`, `ML`): they are kept apart
  /// until they are printed.
  var designator: (letter: String, factor: Int, isClock: Bool) {
    switch self {
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour: ("H", 1, true)
    case .day: ("D", 1, false)
    case .weekend: ("WE", 1, false)
    case .week: ("W", 1, false)
    case .fortnight: ("D", 15, false)
    case .month: ("M", 1, false)
    case .season: ("M", 3, false)
    case .quarter: ("M", 3, false)
    case .half: ("M", 6, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    case .millennium: ("Y", 1000, false)
    }
  }

  /// Months in one of the unit; nil for those that months do not make up.
  var months: Int? {
    switch self {
    case .month: 1
    case .season, .quarter: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    case .millennium: 12_000
    default: nil
    }
  }

  /// Seconds in one of the unit; nil for those that vary.
  var seconds: Int? {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .week, .weekend: 7 * 86_400
    case .fortnight: 15 * 86_400
    default: nil
    }
  }

  /// From the finest to the coarsest.
  package var rank: Int {
    switch self {
    case .second: 0
    case .minute: 1
    case .hour: 2
    case .day: 3
    case .weekend: 4
    case .week: 5
    case .fortnight: 6
    case .month: 7
    case .season: 8
    case .quarter: 9
    case .half: 10
    case .year: 11
    case .decade: 12
    case .century: 13
    case .millennium: 14
    }
  }
}

public enum Season: Int, Sendable, Hashable, Codable, CaseIterable {
  case spring = 1, summer, autumn, winter

  /// As in TIMEX3 values: `2013-SU`.
  var code: String {
    switch self {
    case .spring: "SP"
    case .summer: "SU"
    case .autumn: "FA"
    case .winter: "WI"
    }
  }
  /// ISO 8601-2, 4.8: 21 is spring.
  var edtfCode: Int { 20 + rawValue }

  /// Its usual first day in the northern hemisphere; winter belongs to the year that it starts in.
  func firstDay(_ year: Int) -> CivilDate? {
    switch self {
    case .spring: CivilDate(year: year, month: 3, day: 21)
    case .summer: CivilDate(year: year, month: 6, day: 21)
    case .autumn: CivilDate(year: year, month: 9, day: 22)
    case .winter: CivilDate(year: year, month: 12, day: 21)
    }
  }
}

/// A part of the day, by TIMEX3's codes.
public enum DayPart: String, Sendable, Hashable, Codable, CaseIterable {
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
  case daytime = "DT"

  /// Where the part usually lies, in hours from the midnight that starts its day; only used to place it in order and
  /// to give its interval. A night runs into the next day.
  var hours: (start: Int, end: Int) {
    switch self {
    case .morning: (4, 12)
    case .midday: (12, 14)
    case .afternoon: (12, 18)
    case .evening: (18, 24)
    case .night: (20, 30)
    case .daytime: (6, 20)
    }
  }
}

/// The zone that a text names with a clock time.
public enum ZoneName: Hashable, Sendable, Codable {
  /// Minutes east of Greenwich: GMT and UTC are 0, CET is 60.
  case offset(Int)
  /// "heure de Paris", "heure locale": named, with an offset that depends on the season and is not computed.
  case place(String)

  /// The suffix of ISO 8601: `Z`, `+01:00`; empty for a place.
  var suffix: String { String(notation: { write(to: &$0) }) }

  func write(to writer: inout NotationWriter) {
    switch self {
    case .offset(0): writer.put("Z")
    case .offset(let m):
      if m < 0 { writer.put("-") } else { writer.put("+") }
      writer.put(abs(m) / 60, width: 2)
      writer.put(":")
      writer.put(abs(m) % 60, width: 2)
    case .place: break
    }
  }
}
