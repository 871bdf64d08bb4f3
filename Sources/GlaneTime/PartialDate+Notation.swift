extension PartialDate {
  /// TIMEX3's notation: `2024-02-08`, `2024-Q2`, `199` (a decade), `18` (a century), `XXXX-WXX-2`, `BC0190`,
  /// `2024-03-05T14:30`, `2024-03-05TMO`, `T15:00`. Unknown fields are `X`.
  public var notation: String { String(notation: { write(to: &$0) }) }

  func write(to writer: inout NotationWriter) {
    if hasDate {
      writeDate(to: &writer)
    } else if !hasTime {
      writer.put("XXXX")
    }
    writeTime(to: &writer)
  }

  private func writeTime(to writer: inout NotationWriter) {
    if let hour {
      writer.put("T")
      writer.put(hour, width: 2)
      writer.put(":")
      writer.put(minute ?? 0, width: 2)
      if let second {
        writer.put(":")
        writer.put(second, width: 2)
      }
      zone?.write(to: &writer)
    } else if let part {
      writer.put("T")
      writer.put(text: part.rawValue)
    }
  }

  /// `2024`, `BC0190`, `XX93`, `XXXX`.
  private func writeYear(to writer: inout NotationWriter) {
    if let year {
      if year <= 0 { writer.put("BC") }
      writer.put(year > 0 ? year : 1 - year, width: 4)
    } else if let yearOfCentury {
      writer.put("XX")
      writer.put(yearOfCentury, width: 2)
    } else if let decade {
      write(decade: decade, to: &writer)
      writer.put("X")
    } else {
      writer.put("XXXX")
    }
  }

  private func write(decade: Int, to writer: inout NotationWriter) {
    if decade < 0 { writer.put("BC") }
    writer.put(decade >= 0 ? decade : -decade - 1, width: 3)
  }

  func writeDate(to writer: inout NotationWriter) {
    if week != nil || weekend != nil || (weekday != nil && day == nil && month == nil) {
      writeYear(to: &writer)
      writer.put("-W")
      if let week { writer.put(week, width: 2) } else { writer.put("XX") }
      if let weekday {
        writer.put("-")
        writer.put(weekday)
      } else if weekend == true {
        writer.put("-WE")
      }
    } else if let day {
      writeYear(to: &writer)
      writer.put("-")
      if let month { writer.put(month, width: 2) } else { writer.put("XX") }
      writer.put("-")
      writer.put(day, width: 2)
    } else if let fortnight, let month {
      // TIMEX3 has no notation for a fortnight: its days say it, where the month's length is known.
      writeYear(to: &writer)
      writer.put("-")
      writer.put(month, width: 2)
      if fortnight == 1 { writer.put("-01/") } else { writer.put("-16/") }
      writeYear(to: &writer)
      writer.put("-")
      writer.put(month, width: 2)
      if fortnight == 1 {
        writer.put("-15")
      } else if let year {
        writer.put("-")
        writer.put(CivilDate.daysInMonth(month, year: year), width: 2)
      } else {
        writer.put("-XX")
      }
    } else if let month {
      writeYear(to: &writer)
      writer.put("-")
      writer.put(month, width: 2)
    } else if let season {
      writeYear(to: &writer)
      writer.put("-")
      writer.put(text: season.code)
    } else if let quarter {
      writeYear(to: &writer)
      writer.put("-Q")
      writer.put(quarter)
    } else if let half {
      writeYear(to: &writer)
      writer.put("-H")
      writer.put(half)
    } else if year != nil || yearOfCentury != nil {
      writeYear(to: &writer)
    } else if let decade {
      write(decade: decade, to: &writer)
    } else if let decadeOfCentury {
      writer.put("XX")
      writer.put(decadeOfCentury)
    } else if let century {
      if century <= 0 { writer.put("BC") }
      writer.put(century > 0 ? century - 1 : -century - 1, width: 2)
    } else {
      writer.put("XXXX")
    }
  }

  /// Whether TIMEX3 and EDTF write the date alike: a day, a month or a year of our era and nothing else, such as
  /// `2024-02-08`.
  var isPlain: Bool {
    guard let year, year > 0, !hasTime, week == nil, weekend == nil, fortnight == nil else { return false }
    if day != nil { return month != nil && season == nil && quarter == nil && half == nil }
    return weekday == nil && season == nil && quarter == nil && half == nil
  }
}
