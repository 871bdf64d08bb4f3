import Testing

@testable import GlaneTime

@Suite struct NotationTests {
  private static func date(_ set: (inout PartialDate) -> Void) -> PartialDate {
    var date = PartialDate()
    set(&date)
    return date
  }

  @Test(
    "Dates in TIMEX3's notation",
    arguments: [
      (date { _ in }, "XXXX"), (PartialDate(year: 2024, month: 2, day: 8), "2024-02-08"),
      (PartialDate(year: 12_024, month: 2), "12024-02"), (PartialDate(year: 0), "BC0001"),
      (PartialDate(year: -189, month: 2, day: 12), "BC0190-02-12"), (PartialDate(year: nil, day: 8), "XXXX-XX-08"),
      (date { $0.yearOfCentury = 7 }, "XX07"), (date { $0.decade = 199 }, "199"), (date { $0.decade = -2 }, "BC001"),
      (date { ($0.decade, $0.season) = (199, .winter) }, "199X-WI"), (date { $0.decadeOfCentury = 6 }, "XX6"),
      (date { $0.century = 19 }, "18"), (date { $0.century = -2 }, "BC01"), (date { $0.weekday = 2 }, "XXXX-WXX-2"),
      (date { ($0.year, $0.week) = (2024, 7) }, "2024-W07"),
      (date { ($0.week, $0.weekend) = (7, true) }, "XXXX-W07-WE"),
      (date { ($0.year, $0.month, $0.fortnight) = (2024, 2, 1) }, "2024-02-01/2024-02-15"),
      (date { ($0.year, $0.month, $0.fortnight) = (2024, 2, 2) }, "2024-02-16/2024-02-29"),
      (date { ($0.month, $0.fortnight) = (2, 2) }, "XXXX-02-16/XXXX-02-XX"),
      (date { ($0.year, $0.quarter) = (2024, 3) }, "2024-Q3"), (date { ($0.year, $0.half) = (2024, 1) }, "2024-H1"),
      (date { $0.hour = 15 }, "T15:00"), (date { $0.part = .morning }, "TMO"),
      (date { ($0.hour, $0.minute, $0.second) = (8, 5, 9) }, "T08:05:09"),
      (date { ($0.hour, $0.zone) = (8, .offset(0)) }, "T08:00Z"),
      (date { ($0.hour, $0.zone) = (8, .offset(-270)) }, "T08:00-04:30"),
      (date { ($0.hour, $0.zone) = (8, .place("Paris")) }, "T08:00"),
      (date { ($0.year, $0.month, $0.day, $0.part) = (2024, 3, 5, .evening) }, "2024-03-05TEV"),
    ])
  func dates(_ date: PartialDate, _ notation: String) {
    #expect(date.notation == notation)
  }

  @Test("Numbers that no calendar has are printed too, in both halves of a range")
  func absurdNumbers() {
    var date = PartialDate(year: .min, month: .min, day: .max)
    (date.hour, date.minute, date.second, date.zone) = (.min, .min, .min, .offset(-Int.max))
    #expect(date.notation.hasPrefix("BC2147483648--2147483647-2147483647T"))
    let period = TimeExpression(.period(.bounds(from: .date(date), to: .date(date))))
    #expect(period.resolve(in: TimeContext()).value == date.notation + "/" + date.notation)
  }

  @Test(
    "Numbers are padded behind their sign", arguments: [(7, 2, "07"), (-7, 2, "-07"), (123, 2, "123"), (0, 4, "0000")])
  func padding(_ n: Int, _ width: Int, _ text: String) {
    #expect(padded(n, width) == text)
  }

  @Test("Every number comes back", arguments: [0, 9, 10, 99, 100, 9_999, 10_000, -1, .max, .min])
  func numbers(_ n: Int) {
    #expect(padded(n, 1) == String(n))
  }

  @Test("Where TIMEX3 and EDTF are said to agree, they do; where they agree of themselves, it is said")
  func plainDates() {
    var plain = 0
    for fields in 0..<1 << 12 {
      var date = PartialDate()
      if fields & 1 != 0 { date.year = 2024 }
      if fields & 2 != 0 { date.month = 3 }
      if fields & 4 != 0 { date.day = 5 }
      if fields & 8 != 0 { date.weekday = 2 }
      if fields & 16 != 0 { date.season = .summer }
      if fields & 32 != 0 { date.quarter = 2 }
      if fields & 64 != 0 { date.half = 1 }
      if fields & 128 != 0 { date.week = 10 }
      if fields & 256 != 0 { date.hour = 8 }
      if fields & 512 != 0 { date.fortnight = 1 }
      if fields & 1024 != 0 { date.decade = 202 }
      if fields & 2048 != 0 { date.weekend = false }
      if date.isPlain {
        plain += 1
        #expect(EDTF(date)?.description == date.notation)
      }
      #expect(EDTF.notation(of: date) == EDTF(date)?.description)
    }
    // A year, a month, a day, a day with its weekday; each with and without the decade.
    #expect(plain == 8)
    #expect(!PartialDate(year: 0).isPlain)
  }

  @Test("Durations")
  func durations() {
    let many = CalendarDuration(parts: (1...6).flatMap { [.init($0 * 1000, .hour), .init($0 * 1000, .day)] })
    #expect(many.notation == "P1D2D3D4D5D6DT1H2H3H4H5H6H")
    #expect(CalendarDuration(parts: [.init(nil, .hour), .init(nil, .century)]).notation == "PXCETXH")
    #expect(CalendarDuration(parts: [.init(-500, .day)]).notation == "P-0.5D")
    #expect(CalendarDuration(parts: [.init(1000, .minute), .init(2000, .fortnight)]).notation == "P30DT1M")
    #expect(CalendarDuration(parts: []).notation == "P")
  }

  @Test("Units are ranked in their order")
  func ranks() {
    #expect(CalendarUnit.allCases.map(\.rank) == Array(0..<CalendarUnit.allCases.count))
  }
}
