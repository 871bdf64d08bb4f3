extension CivilDate {
  /// 1 tishri of a Jewish year: the day of the mean new moon (molad), put off by the four rules of the fixed calendar.
  ///
  /// The arithmetic is the one of Maimonides' *Sanctification of the New Moon*: 235 months in 19 years, a month of 29
  /// days, 12 hours and 793 of the 1080 parts of an hour.
  static func hebrewNewYear(_ year: Int) -> CivilDate? {
    guard 1...13_000 ~= year else { return nil }
    // Days from the epoch to new year, without the rule that keeps years from having 356 or 382 days.
    func elapsed(_ year: Int) -> Int {
      let months = floorDivide(235 * year - 234, 19)
      let parts = 12_084 + 13_753 * months
      let day = 29 * months + floorDivide(parts, 25_920)
      // Never on Sunday, Wednesday or Friday.
      return 3 * (day + 1) % 7 < 3 ? day + 1 : day
    }
    let before = elapsed(year - 1)
    let here = elapsed(year)
    let after = elapsed(year + 1)
    let delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0
    // The epoch, 1 tishri of the year 1, was 7 October 3761 BCE in the Julian calendar.
    return CivilDate(dayNumber: here + delay - 2_092_590)
  }

  /// Easter of the churches that keep the Julian calendar, as a day of ours.
  static func orthodoxEaster(_ year: Int) -> CivilDate? {
    guard 1583...4099 ~= year else { return nil }
    let (a, b, c) = (year % 4, year % 7, year % 19)
    let d = (19 * c + 15) % 30
    let e = (2 * a + 4 * b - d + 34) % 7
    let month = (d + e + 114) / 31
    let day = (d + e + 114) % 31 + 1
    // Ten days apart in 1583, and one more after each century that 400 does not divide.
    return CivilDate(year: year, month: month, day: day)?.adding(days: year / 100 - year / 400 - 2)
  }
}
