import CTestICU
import GlaneTime
import Testing

/// The proleptic Gregorian calendar and ISO weeks, against ICU's calendar.
@Suite struct ICUCalendarTests {
  @Test(arguments: [
    // Every day of forty years about now; then a day every few months over the whole range of years.
    (first: 7000, step: 1, count: 15_000), (first: -4_371_000, step: 97, count: 75_000),
  ])
  func daysAndWeeks(_ run: (first: Int, step: Int, count: Int)) throws {
    var days = [test_icu_day](repeating: test_icu_day(), count: run.count)
    try #require(test_icu_days(Int32(run.first), Int32(run.step), Int32(run.count), &days) != 0)
    var wrong: [String] = []
    for (i, icu) in days.enumerated() {
      let number = run.first + i * run.step
      guard let date = CivilDate(dayNumber: number) else { continue }
      let same =
        date.year == Int(icu.year) && date.month == Int(icu.month) && date.day == Int(icu.day)
        && date.weekday == Int(icu.weekday) && date.week.number == Int(icu.week)
        && (date.year < 1 || date.week.year == Int(icu.week_year)) && date.dayNumber == number
      if !same { wrong.append("\(date) weekday \(date.weekday) week \(date.week) ICU \(icu)") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }
}
