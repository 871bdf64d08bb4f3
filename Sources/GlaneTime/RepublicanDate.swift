/// A day of the French Republican calendar (1793–1805), converted as the Republic itself kept it.
///
/// Leap years were III, VII and XI, as observed. The calendar ended with 10 nivôse an XIV; years after XIV have no
/// agreed leap rule and are not converted.
public struct RepublicanDate: Hashable, Sendable, Codable {
  /// 1 is an I.
  public let year: Int
  /// 1 is vendémiaire, 12 fructidor; 13 holds the complementary days.
  public let month: Int
  /// 1…30; nil where the text names the month alone.
  public let day: Int?

  /// nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int?) {
    guard 1...14 ~= year, 1...13 ~= month else { return nil }
    let length = month < 13 ? 30 : Self.isLeap(year) ? 6 : 5
    if let day, !(1...length ~= day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The sextile years of the calendar as it was kept.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 3 }

  /// The first day of the date, and the day after its last.
  public var days: (first: CivilDate, end: CivilDate)? {
    // 1 vendémiaire an I was 22 September 1792.
    guard let epoch = CivilDate(year: 1792, month: 9, day: 22) else { return nil }
    let leapDays = year / 4  // III, VII and XI lie before IV, VIII and XII.
    let start = (year - 1) * 365 + leapDays + (month - 1) * 30
    let length = month < 13 ? 30 : Self.isLeap(year) ? 6 : 5
    guard let first = epoch.adding(days: start + (day ?? 1) - 1),
      let end = first.adding(days: day == nil ? length : 1)
    else { return nil }
    return (first, end)
  }
}
