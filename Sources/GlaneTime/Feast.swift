/// A feast or named day.
public enum Feast: String, Sendable, Hashable, Codable, CaseIterable {
  case newYear, epiphany, candlemas, valentine, womensDay, francophonieDay, annunciation, labourDay, victory1945
  case musicDay, luxembourgDay, saintJohn, quebecDay, canadaDay, bastilleDay, belgianDay, swissDay, assumption
  case septemberEleventh, halloween, allSaints, allSouls, armistice, kingsDay, saintNicholas, immaculateConception
  case saintPatrick, saintGeorge, saintMichael, saintMartin, saintCatherine
  case christmasEve, christmas, newYearsEve
  case mardiGras, ashWednesday, palmSunday, maundyThursday, goodFriday, holySaturday, easter, easterMonday, lowSunday
  case ascension, pentecost, whitMonday, trinity, corpusChristi
  case mothersDay, fathersDay, federalFast, genevaFast, advent, thanksgiving, labourDayAmerica
  case orthodoxEaster, hanukkah, passover, yomKippur, roshHashanah
  /// Feasts of calendars that follow the moon as it is seen: named, with no day.
  case ramadan, eid, eidAlFitr, eidAlAdha, mawlid, ashura, islamicNewYear, nightOfDestiny, chineseNewYear, diwali
  /// The instant of the equinox gives its day, which is the 20th or the 21st of March.
  case nowruz

  /// The days of the feast; nil where it cannot be computed from a calendar rule (lunar calendars, sighting).
  public func date(_ year: Int) -> CivilDate? {
    if let (month, day) = fixedDay { return CivilDate(year: year, month: month, day: day) }
    if let offset = easterOffset { return CivilDate.easter(year)?.adding(days: offset) }
    switch self {
    case .mothersDay:
      // The last Sunday of May, or the first of June where that is Pentecost (France, law of 1950).
      guard let sunday = CivilDate.nth(-1, weekday: 7, year: year, month: 5) else { return nil }
      return sunday == CivilDate.easter(year)?.adding(days: 49) ? sunday.adding(days: 7) : sunday
    case .fathersDay: return .nth(3, weekday: 7, year: year, month: 6)
    case .federalFast: return .nth(3, weekday: 7, year: year, month: 9)
    // The Thursday after the first Sunday of September.
    case .genevaFast: return CivilDate.nth(1, weekday: 7, year: year, month: 9)?.adding(days: 4)
    case .advent:
      // The fourth Sunday before Christmas.
      guard let eve = CivilDate(year: year, month: 12, day: 24) else { return nil }
      return eve.adding(days: -21 - floorModulo(eve.weekday, 7))
    case .thanksgiving: return .nth(4, weekday: 4, year: year, month: 11)
    case .labourDayAmerica: return .nth(1, weekday: 1, year: year, month: 9)
    case .orthodoxEaster: return .orthodoxEaster(year)
    // 1 and 10 tishri, 25 kislev, 15 nisan: days that begin on the evening before. The Jewish year y + 3761 starts in
    // the autumn of the year y.
    case .roshHashanah: return .hebrewNewYear(year + 3761)
    case .yomKippur: return CivilDate.hebrewNewYear(year + 3761)?.adding(days: 9)
    case .hanukkah:
      guard let start = CivilDate.hebrewNewYear(year + 3761), let next = CivilDate.hebrewNewYear(year + 3762) else {
        return nil
      }
      // Tishri has 30 days; marheshvan has 29, save in the long years of 355 and 385 days.
      return start.adding(days: (next.dayNumber - start.dayNumber) % 10 == 5 ? 84 : 83)
    // From nisan on no length varies: 15 nisan lies 163 days before the new year.
    case .passover: return CivilDate.hebrewNewYear(year + 3761)?.adding(days: -163)
    default: return nil
    }
  }

  private var fixedDay: (Int, Int)? {
    switch self {
    case .newYear: (1, 1)
    case .epiphany: (1, 6)
    case .candlemas: (2, 2)
    case .valentine: (2, 14)
    case .womensDay: (3, 8)
    case .francophonieDay: (3, 20)
    case .annunciation: (3, 25)
    case .labourDay: (5, 1)
    case .victory1945: (5, 8)
    case .musicDay: (6, 21)
    case .luxembourgDay: (6, 23)
    case .saintJohn, .quebecDay: (6, 24)
    case .canadaDay: (7, 1)
    case .bastilleDay: (7, 14)
    case .belgianDay: (7, 21)
    case .swissDay: (8, 1)
    case .assumption: (8, 15)
    case .septemberEleventh: (9, 11)
    case .halloween: (10, 31)
    case .allSaints: (11, 1)
    case .allSouls: (11, 2)
    case .armistice: (11, 11)
    case .saintPatrick: (3, 17)
    case .saintGeorge: (4, 23)
    case .saintMichael: (9, 29)
    case .saintMartin: (11, 11)
    case .saintCatherine: (11, 25)
    case .kingsDay: (11, 15)
    case .saintNicholas: (12, 6)
    case .immaculateConception: (12, 8)
    case .christmasEve: (12, 24)
    case .christmas: (12, 25)
    case .newYearsEve: (12, 31)
    default: nil
    }
  }

  private var easterOffset: Int? {
    switch self {
    case .mardiGras: -47
    case .ashWednesday: -46
    case .palmSunday: -7
    case .maundyThursday: -3
    case .goodFriday: -2
    case .holySaturday: -1
    case .easter: 0
    case .easterMonday: 1
    case .lowSunday: 7
    case .ascension: 39
    case .pentecost: 49
    case .whitMonday: 50
    case .trinity: 56
    case .corpusChristi: 60
    default: nil
    }
  }
}

extension CivilDate {
  /// The `n`th such weekday of a month, from its end where `n` is negative; nil where there is none.
  public static func nth(_ n: Int, weekday: Int, year: Int, month: Int) -> CivilDate? {
    guard 1...12 ~= month, n != 0, abs(n) <= 5,
      let edge = CivilDate(year: year, month: month, day: n > 0 ? 1 : daysInMonth(month, year: year))
    else { return nil }
    let gap = n > 0 ? floorModulo(weekday - edge.weekday, 7) : -floorModulo(edge.weekday - weekday, 7)
    guard let date = edge.adding(days: gap + (n > 0 ? n - 1 : n + 1) * 7), date.month == month else { return nil }
    return date
  }
}
