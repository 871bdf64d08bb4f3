import Testing

@testable import GlaneTime

private func fields(_ set: (inout PartialDate) -> Void) -> PartialDate {
  var d = PartialDate()
  set(&d)
  return d
}

private func context(
  _ reference: String?, anchor: PartialDate? = nil, _ direction: TimeContext.Direction = .usual
) -> TimeContext {
  TimeContext(reference: reference.flatMap { LocalDateTime($0) }, anchor: anchor, direction: direction)
}

private func resolve(_ moment: Moment, _ context: TimeContext) -> ResolvedTime {
  TimeExpression(.moment(moment)).resolve(in: context)
}

@Suite struct ResolutionTests {
  @Test func theSeedArticle() {
    let reference = context("2024-02-12")
    let range = TimeExpression(
      .period(
        .bounds(
          from: .date(PartialDate(year: 2024, month: 2, day: 8)),
          to: .date(PartialDate(year: 2024, month: 2, day: 10)))),
      elements: [
        .init(start: 3, end: 4, .moment(.date(PartialDate(year: 2024, month: 2, day: 8)))),
        .init(start: 8, end: 23, .moment(.date(PartialDate(year: 2024, month: 2, day: 10)))),
      ]
    ).resolve(in: reference)
    #expect(range.value == "2024-02-08/2024-02-10" && range.edtf == range.value && range.type == .period)
    #expect(range.interval?.start?.description == "2024-02-08T00:00:00")
    #expect(range.interval?.end?.description == "2024-02-11T00:00:00")
    #expect(range.timex3.map(\.value) == ["2024-02-08", "2024-02-10"] && range.absolute)

    let ago = TimeExpression(
      .moment(.distance(CalendarDuration(10, .year), forward: false, from: .reference)), qualifiers: .lessThan
    ).resolve(in: reference)
    #expect(ago.value == "2014" && ago.edtf == "2014~" && ago.timex3.first?.value == "P10Y" && !ago.absolute)
    #expect(ago.timex3.first?.mod == "LESS_THAN")

    let june = resolve(.date(fields { $0.month = 6 }, choice: .next), reference)
    #expect(june.value == "2024-06" && june.implied == ["year"] && !june.absolute)
    #expect(resolve(.date(PartialDate(year: 2023, month: 11)), reference).value == "2023-11")
  }

  @Test(arguments: [
    // A Tuesday; direction; weekday; the day.
    (TimeContext.Direction.future, 2, "2013-02-12"), (.past, 2, "2013-02-12"), (.future, 1, "2013-02-18"),
    (.past, 1, "2013-02-11"), (.past, 3, "2013-02-06"), (.nearest, 1, "2013-02-11"), (.nearest, 5, "2013-02-15"),
    (.usual, 7, "2013-02-17"),
  ])
  func weekdays(_ direction: TimeContext.Direction, _ weekday: Int, _ day: String) {
    #expect(resolve(.date(fields { $0.weekday = weekday }), context("2013-02-12", direction)).value == day)
  }

  @Test(arguments: [
    (Choice.next, "2013-02-19"), (.last, "2013-02-05"), (.current, "2013-02-12"),
  ])
  func tuesdaysSaidOnATuesday(_ choice: Choice, _ day: String) {
    #expect(resolve(.date(fields { $0.weekday = 2 }, choice: choice), context("2013-02-12")).value == day)
  }

  @Test(arguments: [
    ("2012-08-10", 2, 8, TimeContext.Direction.usual, "2013-02-08"), ("2012-08-10", 7, 12, .usual, "2012-07-12"),
    ("2012-08-10", 7, 12, .future, "2013-07-12"), ("2002-01-03", 12, 21, .past, "2001-12-21"),
    ("2017-03-22", 2, 29, .past, "2016-02-29"), ("2017-03-22", 2, 29, .future, "2020-02-29"),
    ("2013-02-12", 10, 31, .usual, "2012-10-31"),
  ])
  func daysOfTheYear(_ r: String, _ month: Int, _ day: Int, _ d: TimeContext.Direction, _ value: String) {
    #expect(resolve(.date(PartialDate(year: nil, month: month, day: day)), context(r, d)).value == value)
  }

  @Test func unitsAroundTheReference() {
    let c = context("2013-02-12")
    #expect(resolve(.unit(.day, count: -1, from: .reference), c).value == "2013-02-11")
    #expect(resolve(.unit(.week, count: 1, from: .reference), c).value == "2013-W08")
    #expect(resolve(.unit(.weekend, count: 0, from: .reference), c).value == "2013-W07-WE")
    #expect(resolve(.unit(.month, count: -2, from: .reference), c).value == "2012-12")
    #expect(resolve(.unit(.quarter, count: -1, from: .reference), c).value == "2012-Q4")
    #expect(resolve(.unit(.year, count: -1, from: .reference), c).value == "2012")
    #expect(resolve(.unit(.century, count: -1, from: .reference), c).value == "19")
    #expect(resolve(.unit(.decade, count: 0, from: .reference), c).value == "201")
    #expect(resolve(.unit(.day, count: -1, from: .reference), context(nil)).value == nil)
  }

  @Test func anaphoraCountFromTheLastDate() {
    let c = context("2013-02-12", anchor: PartialDate(year: 1914, month: 8, day: 3))
    #expect(resolve(.unit(.day, count: 1, from: .anchor), c).value == "1914-08-04")
    #expect(resolve(.distance(CalendarDuration(3, .year), forward: true, from: .anchor), c).value == "1917")
    #expect(resolve(.distance(CalendarDuration(3, .day), forward: true, from: .anchor), c).value == "1914-08-06")
    #expect(resolve(.unit(.day, count: 1, from: .anchor), context("2013-02-12")).value == "2013-02-13")
  }

  @Test func distances() {
    let c = context("2014-09-01T10:30")
    func ago(_ parts: [CalendarDuration.Part]) -> String? {
      resolve(.distance(CalendarDuration(parts: parts), forward: false, from: .reference), c).value
    }
    #expect(ago([.init(1000, .hour)]) == "2014-09-01T09:30")
    #expect(ago([.init(1000, .day)]) == "2014-08-31")
    #expect(ago([.init(2000, .month)]) == "2014-07")
    #expect(
      ago([
        .init(1000, .year), .init(1000, .month), .init(1000, .week), .init(1000, .day), .init(1000, .hour),
        .init(1000, .minute),
      ]) == "2013-07-24T09:29")
    // An open amount is never a number.
    let open = resolve(.distance(.some(.month), forward: false, from: .reference), c)
    #expect(open.value == "PXM" && open.timex3.first?.type == .duration)
    // Hours from a date without a clock time have no place on the clock.
    #expect(
      resolve(.distance(CalendarDuration(2, .hour), forward: true, from: .reference), context("2014-09-01")).value
        == nil)
  }

  @Test func withinAndOrdinals() {
    let c = context("2013-02-12")
    let nextMonth = Moment.unit(.month, count: 1, from: .reference)
    #expect(resolve(.ordinalWeekday(1, 3, within: nextMonth), c).value == "2013-03-06")
    #expect(resolve(.ordinalWeekday(-1, 5, within: nextMonth), c).value == "2013-03-29")
    #expect(resolve(.ordinalWeekday(5, 3, within: nextMonth), c).value == nil)
    let october = Moment.date(PartialDate(year: 2014, month: 10))
    #expect(resolve(.ordinal(1, .week, within: october), c).value == "2014-W41")
    #expect(resolve(.ordinal(-1, .week, within: .date(PartialDate(year: 2014, month: 9))), c).value == "2014-W39")
    #expect(resolve(.ordinal(3, .day, within: october), c).value == "2014-10-03")
    #expect(resolve(.ordinal(2, .weekend, within: .date(PartialDate(year: 2013, month: 9))), c).value == "2013-W37-WE")
    let nextWeek = Moment.unit(.week, count: 1, from: .reference)
    #expect(resolve(.within(nextWeek, fields { $0.weekday = 1 }), c).value == "2013-02-18")
    let tomorrow = Moment.unit(.day, count: 1, from: .reference)
    #expect(resolve(.within(tomorrow, fields { $0.hour = 11 }), c).value == "2013-02-13T11:00")
    #expect(resolve(.within(tomorrow, fields { $0.part = .evening }), c).value == "2013-02-13TEV")
  }

  @Test func shortYearsAndDecades() {
    func year(_ yy: Int, _ r: String?) -> String? {
      resolve(.date(fields { $0.yearOfCentury = yy }), context(r)).value
    }
    #expect(year(14, "2013-02-12") == "2014" && year(78, "2016-11-07") == "1978" && year(93, "2002-01-21") == "1993")
    #expect(year(99, nil) == "1999")
    func decade(_ d: Int, _ r: String?) -> String? {
      resolve(.date(fields { $0.decadeOfCentury = d }), context(r)).value
    }
    #expect(decade(6, "1999-05-30") == "196" && decade(2, "2024-01-01") == "192" && decade(1, "2024-01-01") == "201")
  }

  @Test(arguments: [
    (19, "18", "18XX", "1801-01-01T00:00:00", "1901-01-01T00:00:00"),
    (1, "00", "00XX", "0001-01-01T00:00:00", "0101-01-01T00:00:00"),
  ])
  func centuries(_ n: Int, _ value: String, _ edtf: String, _ start: String, _ end: String) {
    let r = resolve(.date(fields { $0.century = n }), context(nil))
    #expect(r.value == value && r.edtf == edtf)
    #expect(r.interval?.start?.description == start && r.interval?.end?.description == end)
  }

  @Test func centuriesBeforeOurEra() {
    let r = resolve(.date(fields { $0.century = -2 }), context(nil))
    #expect(r.value == "BC01" && r.edtf == nil)
    // 200 to 101 BCE.
    #expect(r.interval?.start?.description == "-0199-01-01T00:00:00")
    #expect(r.interval?.end?.description == "-0099-01-01T00:00:00")
  }

  @Test func periods() {
    let c = context("2013-02-12")
    func period(_ p: Period) -> String? { TimeExpression(.period(p)).resolve(in: c).value }
    let dec = Moment.date(PartialDate(year: nil, month: 12, day: 28))
    let jan = Moment.date(PartialDate(year: nil, month: 1, day: 3))
    #expect(period(.bounds(from: dec, to: jan)) == "2012-12-28/2013-01-03")
    let aug = Moment.date(PartialDate(year: nil, month: 8, day: 10))
    #expect(
      period(.bounds(from: aug, to: .date(PartialDate(year: 2013, month: 9, day: 12)))) == "2013-08-10/2013-09-12")
    #expect(period(.bounds(from: .date(PartialDate(year: 2018)), to: nil)) == "2018/..")
    #expect(period(.bounds(from: nil, to: .date(PartialDate(year: 2027)))) == "../2027")
    #expect(period(.window(CalendarDuration(2, .month), forward: false, from: .reference)) == "2012-12/2013-01")
    #expect(period(.window(CalendarDuration(3, .day), forward: true, from: .reference)) == "2013-02-13/2013-02-15")
    #expect(period(.window(CalendarDuration(2, .week), forward: false, from: .reference)) == "2013-01-28/2013-02-10")
    let ten = Moment.date(fields { $0.hour = 22 })
    let two = Moment.date(fields { $0.hour = 2 })
    #expect(period(.bounds(from: ten, to: two)) == "2013-02-12T22:00/2013-02-13T02:00")
  }

  @Test func setsAndDurations() {
    let daily = TimeExpression(.recurrence(Recurrence(period: CalendarDuration(1, .day)))).resolve(in: context(nil))
    #expect(daily.type == .set && daily.value == "P1D" && daily.timex3.first?.quant == "EVERY")
    let mondays = Recurrence(
      on: fields {
        $0.weekday = 1; $0.hour = 16
      })
    #expect(TimeExpression(.recurrence(mondays)).resolve(in: context(nil)).value == "XXXX-WXX-1T16")
    let twice = TimeExpression(.recurrence(Recurrence(period: CalendarDuration(1, .month), times: 2)))
    #expect(twice.resolve(in: context(nil)).timex3.first?.freq == "2X")
    #expect(CalendarDuration(parts: [.init(1500, .hour)]).notation == "PT1.5H")
    #expect(CalendarDuration(parts: [.init(500, .century)]).notation == "P50Y")
    #expect(CalendarDuration(parts: [.init(123_450, .second)]).notation == "PT123.45S")
    #expect(CalendarDuration(parts: [.init(1000, .year), .init(2000, .month)]).notation == "P1Y2M")
    #expect(CalendarDuration.some(.decade).notation == "PXDE")
  }

  @Test(arguments: [
    // Both ends: the first instant is in, the last is out.
    (PartialDate(year: 2024, month: 2, day: 29), "2024-02-29T00:00:00", "2024-03-01T00:00:00"),
    (PartialDate(year: 2023, month: 12), "2023-12-01T00:00:00", "2024-01-01T00:00:00"),
    (PartialDate(year: 2024), "2024-01-01T00:00:00", "2025-01-01T00:00:00"),
    (PartialDate(year: 0), "0000-01-01T00:00:00", "0001-01-01T00:00:00"),
    (PartialDate(year: -43), "-0043-01-01T00:00:00", "-0042-01-01T00:00:00"),
    (
      fields {
        $0.year = 2020; $0.week = 53
      }, "2020-12-28T00:00:00", "2021-01-04T00:00:00"
    ),
    (
      fields {
        $0.year = 2024; $0.quarter = 4
      }, "2024-10-01T00:00:00", "2025-01-01T00:00:00"
    ),
    (fields { $0.decade = 199 }, "1990-01-01T00:00:00", "2000-01-01T00:00:00"),
    (
      fields {
        $0.year = 2024; $0.month = 2; $0.fortnight = 2
      }, "2024-02-16T00:00:00", "2024-03-01T00:00:00"
    ),
    (
      fields {
        $0.year = 2024; $0.month = 12; $0.day = 31; $0.hour = 23
      }, "2024-12-31T23:00:00", "2025-01-01T00:00:00"
    ),
    (
      fields {
        $0.year = 2024; $0.month = 3; $0.day = 5; $0.hour = 14; $0.minute = 30
      }, "2024-03-05T14:30:00",
      "2024-03-05T14:31:00"
    ),
  ])
  func intervalsAreHalfOpen(_ date: PartialDate, _ start: String, _ end: String) {
    let interval = resolve(.date(date), context(nil)).interval
    #expect(interval?.start?.description == start && interval?.end?.description == end)
  }

  @Test func openAndExcludedSides() {
    func interval(_ p: Period) -> String {
      let i = TimeExpression(.period(p)).resolve(in: context("2024-02-12")).interval
      return (i?.start?.description ?? "..") + " " + (i?.end?.description ?? "..")
    }
    let year = Moment.date(PartialDate(year: 1990))
    #expect(interval(.bounds(from: year, to: nil)) == "1990-01-01T00:00:00 ..")
    #expect(interval(.bounds(from: year, to: nil, startExcluded: true)) == "1991-01-01T00:00:00 ..")
    #expect(interval(.bounds(from: nil, to: year)) == ".. 1991-01-01T00:00:00")
    #expect(interval(.bounds(from: nil, to: year, endExcluded: true)) == ".. 1990-01-01T00:00:00")
  }

  @Test func startsAndEndsOfTheUnitAtHand() {
    func value(_ portion: Portion, _ unit: CalendarUnit, _ r: String, _ d: TimeContext.Direction) -> String? {
      resolve(.portion(portion, .unit(unit, count: 0, from: .reference)), context(r, d)).value
    }
    // Said on the 12th, the start of a month is over: next month's, unless it is told.
    #expect(value(.start, .month, "2013-02-12", .usual) == "2013-03")
    #expect(value(.start, .month, "2013-02-12", .past) == "2013-02")
    #expect(value(.start, .month, "2013-02-05", .usual) == "2013-02")
    #expect(value(.end, .month, "2013-02-12", .usual) == "2013-02")
    #expect(value(.end, .month, "2013-02-12", .past) == "2013-01")
    #expect(value(.end, .year, "2013-11-12", .past) == "2013")
    #expect(value(.middle, .week, "2013-02-12", .past) == "2013-W07")
  }

  @Test func valuesSurviveCoding() throws {
    // A value that goes through JSON and back is the same value; the encoder is the test's only use of Foundation.
    let e = TimeExpression(
      .period(.bounds(from: .feast(.easter), to: .portion(.end, .date(PartialDate(year: 2024, month: 5))))),
      qualifiers: [.approximate])
    #expect(try roundTrip(e) == e)
    let r = e.resolve(in: context("2024-02-12"))
    #expect(try roundTrip(r) == r)
  }
}
