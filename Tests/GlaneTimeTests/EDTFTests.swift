import Testing

@testable import GlaneTime

private func fields(_ set: (inout PartialDate) -> Void) -> PartialDate {
  var date = PartialDate()
  set(&date)
  return date
}

/// The examples that the specification publishes (Library of Congress, EDTF Specification of 4 February 2019).
@Suite struct EDTFTests {
  @Test(arguments: [
    // Level 0
    "1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02",
    "2004-02-01/2005", "2005/2006-02",
    // Level 1
    "Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX",
    "1985-04-XX", "1985-XX-XX", "1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12", "../1985-04", "../1985",
    "1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985", "-1985",
    // Level 2
    "Y-17E7", "1950S2", "Y171010000S3", "Y3388E2S3", "2001-34", "[1667,1668,1670..1672]", "[..1760-12-03]",
    "[1760-12..]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]", "{1667,1668,1670..1672}",
    "{1960,1961-12}", "{..1984}", "2004-06-11%", "2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11",
    "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "1984-1X", "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
  ])
  func publishedExamplesPrintBack(_ text: String) throws {
    let value = try #require(EDTF(text))
    #expect(value.description == text)
    #expect(EDTF(value.description) == value)
  }

  @Test(arguments: [
    // Qualified ends of intervals (level 1), a year before year 0, every code of a season, quarter or half.
    "1984~/2004-06", "1984/2004-06~", "1984~/2004~", "1984?/2004%", "1984?/..", "../1984~", "-0001", "-1984-04-12",
    "0000", "Y12345", "2004-06?-11", "2004-?06-11", "?2004-06", "201X-XX", "[1667-12,1760]", "{1667..1670}",
    "2001-21/2003-24", "-1985/2004",
  ])
  func combinationsPrintBack(_ text: String) throws {
    #expect(try #require(EDTF(text)).description == text)
  }

  @Test(arguments: 21...41)
  func everySubYear(_ code: Int) throws {
    #expect(try #require(EDTF("2001-\(code)")).description == "2001-\(code)")
  }

  @Test(arguments: [
    (PartialDate(year: 2024, month: 2, day: 8), "2024-02-08"), (PartialDate(year: 2024, month: 2), "2024-02"),
    (PartialDate(year: nil, month: 7, day: 14), "XXXX-07-14"), (PartialDate(year: nil, month: 7), "XXXX-07"),
    (
      fields {
        $0.year = 2016; $0.season = .summer
      }, "2016-22"
    ),
    (
      fields {
        $0.year = 2016; $0.quarter = 3
      }, "2016-35"
    ),
    (
      fields {
        $0.year = 2016; $0.half = 2
      }, "2016-41"
    ), (fields { $0.decade = 199 }, "199X"),
    (fields { $0.century = 19 }, "18XX"),
    (
      fields {
        $0.year = 2024; $0.week = 7
      }, "2024-02-12/2024-02-18"
    ),
    (
      fields {
        $0.year = 2024; $0.week = 7; $0.weekend = true
      }, "2024-02-17/2024-02-18"
    ),
    (
      fields {
        $0.year = 2024; $0.month = 4; $0.fortnight = 2
      }, "2024-04-16/2024-04-30"
    ),
  ])
  func ofPartialDates(_ date: PartialDate, _ text: String) throws {
    #expect(EDTF(date)?.description == text)
    // What is written can be read.
    #expect(try #require(EDTF(text)).description == text)
  }

  @Test(arguments: [
    fields { $0.weekday = 2 }, fields { $0.hour = 14 }, fields { $0.part = .morning }, fields { $0.century = -2 },
    PartialDate(),
  ])
  func noEDTF(_ date: PartialDate) { #expect(EDTF(date) == nil) }

  @Test(arguments: [
    "", "/", "../..", "198", "19855", "1985-4", "1985-13", "1985-04-31", "1985-02-29", "1985-04-12T23:20", "-0000",
    "1985-04-12T24:20:30", "1985-42", "1985-21-01", "1985-04-12-01", "Y1985", "1985/1986/1987", "[1985", "{}",
    "[1985,]", "1985-??", "é985", "1985-04-12T23:20:30+4", "1985-3X-01",
  ])
  func notEDTF(_ text: String) { #expect(EDTF(text) == nil) }

  @Test func yearsAreAstronomical() {
    // 190 BCE is -0189 in EDTF and BC0190 in TIMEX3.
    let date = PartialDate(year: -189)
    #expect(EDTF(date)?.description == "-0189")
    #expect(date.notation == "BC0190")
  }

  @Test func valueOfALongYear() {
    guard case .date(let date)? = EDTF("Y-17E7") else { return #expect(Bool(false)) }
    #expect(date.year.value == -170_000_000)
  }
}
