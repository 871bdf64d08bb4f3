extension PartialDate: Codable {
  private enum CodingKeys: String, CodingKey {
    case century, decade, year, yearOfCentury, decadeOfCentury, half, quarter, season, month, fortnight, week, weekend
    case day, weekday, part, hour, minute, second, zone
  }

  public init(from decoder: any Decoder) throws {
    self.init()
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    century = try fields.decodeIfPresent(Int.self, forKey: .century)
    decade = try fields.decodeIfPresent(Int.self, forKey: .decade)
    year = try fields.decodeIfPresent(Int.self, forKey: .year)
    yearOfCentury = try fields.decodeIfPresent(Int.self, forKey: .yearOfCentury)
    decadeOfCentury = try fields.decodeIfPresent(Int.self, forKey: .decadeOfCentury)
    half = try fields.decodeIfPresent(Int.self, forKey: .half)
    quarter = try fields.decodeIfPresent(Int.self, forKey: .quarter)
    season = try fields.decodeIfPresent(Season.self, forKey: .season)
    month = try fields.decodeIfPresent(Int.self, forKey: .month)
    fortnight = try fields.decodeIfPresent(Int.self, forKey: .fortnight)
    week = try fields.decodeIfPresent(Int.self, forKey: .week)
    weekend = try fields.decodeIfPresent(Bool.self, forKey: .weekend)
    day = try fields.decodeIfPresent(Int.self, forKey: .day)
    weekday = try fields.decodeIfPresent(Int.self, forKey: .weekday)
    part = try fields.decodeIfPresent(DayPart.self, forKey: .part)
    hour = try fields.decodeIfPresent(Int.self, forKey: .hour)
    minute = try fields.decodeIfPresent(Int.self, forKey: .minute)
    second = try fields.decodeIfPresent(Int.self, forKey: .second)
    zone = try fields.decodeIfPresent(ZoneName.self, forKey: .zone)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(century, forKey: .century)
    try fields.encodeIfPresent(decade, forKey: .decade)
    try fields.encodeIfPresent(year, forKey: .year)
    try fields.encodeIfPresent(yearOfCentury, forKey: .yearOfCentury)
    try fields.encodeIfPresent(decadeOfCentury, forKey: .decadeOfCentury)
    try fields.encodeIfPresent(half, forKey: .half)
    try fields.encodeIfPresent(quarter, forKey: .quarter)
    try fields.encodeIfPresent(season, forKey: .season)
    try fields.encodeIfPresent(month, forKey: .month)
    try fields.encodeIfPresent(fortnight, forKey: .fortnight)
    try fields.encodeIfPresent(week, forKey: .week)
    try fields.encodeIfPresent(weekend, forKey: .weekend)
    try fields.encodeIfPresent(day, forKey: .day)
    try fields.encodeIfPresent(weekday, forKey: .weekday)
    try fields.encodeIfPresent(part, forKey: .part)
    try fields.encodeIfPresent(hour, forKey: .hour)
    try fields.encodeIfPresent(minute, forKey: .minute)
    try fields.encodeIfPresent(second, forKey: .second)
    try fields.encodeIfPresent(zone, forKey: .zone)
  }
}
