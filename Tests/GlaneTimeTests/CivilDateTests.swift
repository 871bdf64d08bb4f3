import Testing

@testable import GlaneTime

@Suite struct CivilDateTests {
  @Test func dayNumbersCountEveryDayOnce() throws {
    // Every day of the range, in order, with its weekday: a reference walk that knows nothing of the formulas.
    var y = 1890
    var m = 1
    var d = 1
    var weekday = 3  // 1 January 1890 was a Wednesday.
    var number = try #require(CivilDate(year: 1890, month: 1, day: 1)).dayNumber
    while y < 2110 {
      let date = try #require(CivilDate(year: y, month: m, day: d))
      #expect(date.dayNumber == number && date.weekday == weekday && CivilDate(dayNumber: number) == date)
      number += 1
      weekday = weekday % 7 + 1
      d += 1
      let lengths = [
        31, y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
      ]
      if d > lengths[m - 1] {
        d = 1
        m += 1
      }
      if m > 12 {
        m = 1
        y += 1
      }
    }
  }

  @Test func dayNumbersComeBackAtBothEnds() throws {
    for text in ["-9999-01-01", "-0001-12-31", "0000-02-29", "0001-01-01", "1582-10-15", "9999-12-31"] {
      let date = try #require(CivilDate(text))
      #expect(CivilDate(dayNumber: date.dayNumber) == date)
      #expect(date.description == text)
    }
    #expect(CivilDate("9999-12-31")?.adding(days: 1) == nil)
    #expect(CivilDate("-9999-01-01")?.adding(days: -1) == nil)
    #expect(CivilDate("2024-01-01")?.adding(days: .max) == nil)
  }

  @Test(arguments: [
    ("2023-02-29", false), ("2024-02-29", true), ("1900-02-29", false), ("2000-02-29", true), ("2024-04-31", false),
    ("2024-13-01", false), ("2024-00-01", false), ("2024-1-01", false), ("", false), ("2024-01-1x", false),
  ])
  func onlyRealDays(_ text: String, _ exists: Bool) { #expect((CivilDate(text) != nil) == exists) }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -1, "2023-12-15"), ("0000-01-15", -1, "-0001-12-15"),
  ])
  func months(_ from: String, _ n: Int, _ to: String) {
    #expect(CivilDate(from)?.adding(months: n)?.description == to)
  }

  @Test(arguments: [
    // ISO 8601: the year of a week may differ from the year of its days.
    ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1), ("2013-02-12", 2013, 7),
    ("2016-01-01", 2015, 53), ("2027-01-04", 2027, 1),
  ])
  func weeks(_ text: String, _ year: Int, _ number: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.week == ISOWeek(year: year, number: number))
    let monday = try #require(date.week.monday)
    #expect(monday.weekday == 1 && monday <= date && date.dayNumber - monday.dayNumber < 7)
  }

  @Test(arguments: [
    (1961, "1961-04-02"), (1990, "1990-04-15"), (2010, "2010-04-04"), (2019, "2019-04-21"), (2024, "2024-03-31"),
    (2038, "2038-04-25"), (1818, "1818-03-22"), (1943, "1943-04-25"),
  ])
  func easter(_ year: Int, _ date: String) { #expect(CivilDate.easter(year)?.description == date) }

  @Test func feasts() {
    #expect(Feast.ascension.date(2024)?.description == "2024-05-09")
    #expect(Feast.pentecost.date(2024)?.description == "2024-05-19")
    #expect(Feast.mardiGras.date(2024)?.description == "2024-02-13")
    // The last Sunday of May 2023 was Pentecost: Mothers' Day went to June.
    #expect(Feast.mothersDay.date(2023)?.description == "2023-06-04")
    #expect(Feast.mothersDay.date(2024)?.description == "2024-05-26")
    #expect(Feast.fathersDay.date(2016)?.description == "2016-06-19")
    #expect(Feast.eidAlFitr.date(2024) == nil)
  }

  @Test(arguments: [
    (1, 1, 1, "1792-09-22"), (2, 1, 1, "1793-09-22"), (2, 11, 9, "1794-07-27"), (4, 1, 13, "1795-10-05"),
    (8, 2, 18, "1799-11-09"), (12, 1, 1, "1803-09-24"), (13, 3, 11, "1804-12-02"), (14, 4, 10, "1805-12-31"),
    (3, 13, 6, "1795-09-22"),
  ])
  func republicanDays(_ year: Int, _ month: Int, _ day: Int, _ date: String) {
    #expect(RepublicanDate(year: year, month: month, day: day)?.days?.first.description == date)
  }

  @Test func noSuchRepublicanDay() {
    #expect(RepublicanDate(year: 2, month: 13, day: 6) == nil)
    #expect(RepublicanDate(year: 2, month: 1, day: 31) == nil)
    #expect(RepublicanDate(year: 15, month: 1, day: 1) == nil)
  }

  @Test(arguments: ["2024-02-08T14:30:00", "-0001-12-31T00:00:00"])
  func instantsPrintAsRead(_ text: String) { #expect(CivilDateTime(text)?.description == text) }

  @Test(arguments: [
    "2024-02-08", "2024-02-08T24:30", "2024-02-08T14", "2024-02-08T14:60", "2024-02-08Tx", "2024-02-08T14:30abc",
  ])
  func notInstants(_ text: String) { #expect(CivilDateTime(text) == nil) }
}
