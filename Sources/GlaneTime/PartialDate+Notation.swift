extension PartialDate {
  /// TIMEX3's notation: `2024-02-08`, `2024-Q2`, `199` (a decade), `18` (a century), `XXXX-WXX-2`, `BC0190`,
  /// `2024-03-05T14:30`, `2024-03-05TMO`, `T15:00`. Unknown fields are `X`.
  public var notation: String {
    let time = timeNotation
    guard hasDate else { return time.isEmpty ? "XXXX" : time }
    return dateNotation + time
  }

  private var timeNotation: String {
    if let hour {
      let clock = "T" + padded(hour, 2) + ":" + padded(minute ?? 0, 2) + (second.map { ":" + padded($0, 2) } ?? "")
      return clock + (zone?.suffix ?? "")
    }
    return part.map { "T" + $0.rawValue } ?? ""
  }

  /// `2024`, `BC0190`, `XX93`, `XXXX`.
  private var yearNotation: String {
    if let year { return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4) }
    if let yearOfCentury { return "XX" + padded(yearOfCentury, 2) }
    if let decade { return decade >= 0 ? padded(decade, 3) + "X" : "BC" + padded(-decade - 1, 3) + "X" }
    return "XXXX"
  }

  private var dateNotation: String {
    let y = yearNotation
    if week != nil || weekend != nil || (weekday != nil && day == nil && month == nil) {
      let w = y + "-W" + (week.map { padded($0, 2) } ?? "XX")
      if let weekday { return w + "-\(weekday)" }
      return weekend == true ? w + "-WE" : w
    }
    if let day { return y + "-" + (month.map { padded($0, 2) } ?? "XX") + "-" + padded(day, 2) }
    if let fortnight, let month {
      // TIMEX3 has no notation for a fortnight: its days say it, where the month's length is known.
      let last = year.map { CivilDate.daysInMonth(month, year: $0) }
      let a = y + "-" + padded(month, 2) + "-" + (fortnight == 1 ? "01" : "16")
      let b = fortnight == 1 ? "15" : last.map { padded($0, 2) } ?? "XX"
      return a + "/" + y + "-" + padded(month, 2) + "-" + b
    }
    if let month { return y + "-" + padded(month, 2) }
    if let season { return y + "-" + season.code }
    if let quarter { return y + "-Q\(quarter)" }
    if let half { return y + "-H\(half)" }
    if year != nil || yearOfCentury != nil { return y }
    if let decade { return decade >= 0 ? padded(decade, 3) : "BC" + padded(-decade - 1, 3) }
    if let decadeOfCentury { return "XX\(decadeOfCentury)" }
    if let century { return century > 0 ? padded(century - 1, 2) : "BC" + padded(-century - 1, 2) }
    return "XXXX"
  }
}
