import Testing

@testable import GlaneTime

/// Feasts of other calendars against days that are on record.
@Suite struct FeastTests {
  @Test(arguments: [
    (Feast.roshHashanah, 2019, "2019-09-30"), (.roshHashanah, 2020, "2020-09-19"), (.roshHashanah, 2023, "2023-09-16"),
    (.roshHashanah, 2024, "2024-10-03"), (.yomKippur, 2023, "2023-09-25"), (.yomKippur, 2024, "2024-10-12"),
    (.hanukkah, 2022, "2022-12-19"), (.hanukkah, 2023, "2023-12-08"), (.hanukkah, 2024, "2024-12-26"),
    (.passover, 2023, "2023-04-06"), (.passover, 2024, "2024-04-23"),
    (.orthodoxEaster, 2016, "2016-05-01"), (.orthodoxEaster, 2021, "2021-05-02"), (.orthodoxEaster, 2024, "2024-05-05"),
    (.orthodoxEaster, 2025, "2025-04-20"),
  ])
  func computed(_ feast: Feast, _ year: Int, _ day: String) { #expect(feast.date(year)?.description == day) }

  @Test(arguments: [
    // Feasts of churches and countries.
    (Feast.maundyThursday, 2024, "2024-03-28"), (.holySaturday, 2024, "2024-03-30"), (.lowSunday, 2024, "2024-04-07"),
    (.trinity, 2024, "2024-05-26"), (.corpusChristi, 2024, "2024-05-30"), (.advent, 2023, "2023-12-03"),
    (.advent, 2022, "2022-11-27"), (.advent, 2024, "2024-12-01"), (.federalFast, 2024, "2024-09-15"),
    (.genevaFast, 2024, "2024-09-05"), (.genevaFast, 2023, "2023-09-07"), (.belgianDay, 2024, "2024-07-21"),
  ])
  func ofChurchesAndCountries(_ feast: Feast, _ year: Int, _ day: String) {
    #expect(feast.date(year)?.description == day)
  }

  @Test(arguments: [
    Feast.ramadan, .eid, .eidAlFitr, .eidAlAdha, .mawlid, .ashura, .chineseNewYear, .islamicNewYear, .nightOfDestiny,
    .nowruz, .diwali,
  ])
  func seenByTheMoon(_ feast: Feast) { #expect((1990...2060).allSatisfy { feast.date($0) == nil }) }

  @Test func newYearsKeepTheirLengths() {
    // Every year of the fixed calendar has one of six lengths, and starts on Monday, Tuesday, Thursday or Saturday.
    for year in 5000...6500 {
      guard let start = CivilDate.hebrewNewYear(year), let next = CivilDate.hebrewNewYear(year + 1) else {
        Issue.record("no new year \(year)")
        continue
      }
      #expect([353, 354, 355, 383, 384, 385].contains(next.dayNumber - start.dayNumber))
      #expect([1, 2, 4, 6].contains(start.weekday))
    }
    #expect(CivilDate.hebrewNewYear(0) == nil && CivilDate.orthodoxEaster(1500) == nil)
  }
}
