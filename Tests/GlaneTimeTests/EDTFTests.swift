import Testing

@testable import GlaneTime

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
