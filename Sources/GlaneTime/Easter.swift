extension CivilDate {
  /// Easter Sunday of the Gregorian calendar, for any year (Meeus, *Astronomical Algorithms*, chapter 8; the
  /// anonymous algorithm of 1876). Before 1583 it is proleptic: not the Easter that was then kept.
  public static func easter(_ year: Int) -> CivilDate? {
    let a = floorModulo(year, 19)
    let century = floorDivide(year, 100)
    let c = floorModulo(year, 100)
    let d = floorDivide(century, 4)
    let e = floorModulo(century, 4)
    let f = floorDivide(century + 8, 25)
    let g = floorDivide(century - f + 1, 3)
    let h = floorModulo(19 * a + century - d - g + 15, 30)
    let l = floorModulo(32 + 2 * e + 2 * (c / 4) - h - c % 4, 7)
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilDate(year: year, month: n / 31, day: n % 31 + 1)
  }
}
