/// An instant of local time: a day and the seconds since its midnight. It has no zone.
public struct CivilDateTime: Hashable, Sendable {
  public let date: CivilDate
  /// 0..<86,400: local days are taken to have 24 hours.
  public let secondOfDay: Int

  public init(_ date: CivilDate, secondOfDay: Int = 0) {
    precondition(0..<86_400 ~= secondOfDay, "a day has 86,400 seconds")
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// nil where there is no such day or clock time; hour 24 with no minutes is the next midnight.
  public init?(_ date: CivilDate, hour: Int, minute: Int = 0, second: Int = 0) {
    if hour == 24, minute == 0, second == 0 {
      guard let next = date.adding(days: 1) else { return nil }
      self.init(next)
      return
    }
    guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second else { return nil }
    self.init(date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  public func adding(seconds: Int) -> CivilDateTime? {
    guard abs(seconds) < 1 << 50 else { return nil }
    let n = secondOfDay + seconds
    return date.adding(days: floorDivide(n, 86_400)).map {
      CivilDateTime($0, secondOfDay: floorModulo(n, 86_400))
    }
  }

  public var hour: Int { secondOfDay / 3600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }
}

extension CivilDateTime: Comparable {
  public static func < (a: CivilDateTime, b: CivilDateTime) -> Bool {
    (a.date, a.secondOfDay) < (b.date, b.secondOfDay)
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// ISO 8601 without zone: `2024-02-08T14:30:00`.
  public var description: String { String(notation: { $0.put(self) }) }

  /// Reads `2024-02-08T14:30` or `2024-02-08T14:30:05`, with fractions of a second and a zone left aside.
  public init?(_ text: some StringProtocol) {
    guard let t = text.firstIndex(where: { $0 == "T" || $0 == " " }), let date = CivilDate(text[..<t])
    else { return nil }
    let clock = text[text.index(after: t)...].prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { digits($0.utf8) }
    guard 2...3 ~= parts.count, let hour = parts[0], let minute = parts[1], hour < 24 else { return nil }
    guard let second = parts.count == 3 ? parts[2] : 0 else { return nil }
    let tail = text[clock.endIndex...]
    guard tail.isEmpty || tail.first == "." || tail.first == "Z" || tail.first == "+" || tail.first == "-"
    else { return nil }
    self.init(date, hour: hour, minute: minute, second: second)
  }
}

extension CivilDateTime: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let instant = CivilDateTime(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an ISO 8601 date-time: \(text)"))
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
