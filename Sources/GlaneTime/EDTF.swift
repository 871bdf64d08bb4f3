/// A date of ISO 8601-2:2019, Extended Date/Time Format, levels 0 to 2 (Library of Congress profile).
///
/// It keeps the way the text was written, so that what is parsed prints back byte for byte.
public enum EDTF: Sendable, Hashable {
  case date(Date)
  /// Level 0: a whole date and a clock time with seconds; the zone as written (`Z`, `-04`, `+04:30`, or nothing).
  case dateTime(CivilDateTime, zone: String)
  case interval(Endpoint, Endpoint)
  /// Level 2: `[1667,1668]` is one of them, `{1667,1668}` all of them.
  case oneOf([Member])
  case allOf([Member])

  /// Uncertain, approximate or both, as the standard writes it.
  public enum Qualifier: Character, Sendable, Hashable {
    case uncertain = "?"
    case approximate = "~"
    case both = "%"
  }

  public enum Endpoint: Sendable, Hashable {
    case date(Date)
    /// `..`
    case open
    /// Nothing written.
    case unknown
  }

  /// A member of a set: a date, or a range that may be open on one side.
  public enum Member: Sendable, Hashable {
    case date(Date)
    case range(Date?, Date?)
  }

  /// Year, year and month (or season), or a day; any digit may be unspecified, any component qualified.
  public struct Date: Sendable, Hashable {
    public var year: Year
    /// 1…12, or 21…41: the seasons, quarters and halves of ISO 8601-2, 4.8.
    public var month: Component?
    public var day: Component?

    public init(year: Year, month: Component? = nil, day: Component? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Two digits, each of which may be `X`.
  public struct Component: Sendable, Hashable {
    public var digits: String
    /// Before the digits: qualifies this component alone.
    public var leading: Qualifier?
    /// After the digits: qualifies this component and all to its left.
    public var trailing: Qualifier?

    public init(_ digits: String, leading: Qualifier? = nil, trailing: Qualifier? = nil) {
      self.digits = digits
      self.leading = leading
      self.trailing = trailing
    }

    /// The number; nil where a digit is unspecified.
    public var value: Int? { Int(digits) }
  }

  public struct Year: Sendable, Hashable {
    /// Four digits with `X` where unspecified; more than four after the letter `Y`.
    public var digits: String
    public var isNegative = false
    /// Written with the letter `Y`.
    public var isLong = false
    /// `E7`: times ten to the seventh.
    public var exponent: Int?
    /// `S2`: the first two digits are significant.
    public var significant: Int?
    public var leading: Qualifier?
    public var trailing: Qualifier?

    public init(digits: String) { self.digits = digits }

    /// nil where a digit is unspecified or the number is beyond an `Int`.
    public var value: Int? {
      guard var n = Int(digits) else { return nil }
      for _ in 0..<min(exponent ?? 0, 19) {
        let (product, overflow) = n.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        n = product
      }
      return isNegative ? -n : n
    }
  }
}

// MARK: - From resolved dates

extension EDTF {
  /// The date in EDTF; nil where it has none (a clock time without seconds, a part of the day, a bare weekday).
  public init?(_ date: PartialDate) {
    if date.hasTime {
      guard date.part == nil, let day = date.civilDate, let hour = date.hour, let minute = date.minute,
        let second = date.second, let instant = CivilDateTime(day, hour: hour, minute: minute, second: second)
      else { return nil }
      self = .dateTime(instant, zone: date.zone?.suffix ?? "")
      return
    }
    if date.week != nil || date.fortnight != nil || date.weekend != nil {
      guard let (start, end) = date.dayBounds, let last = end.adding(days: -1) else { return nil }
      self = .interval(.date(Date(start)), .date(Date(last)))
      return
    }
    guard date.weekday == nil || date.day != nil else { return nil }
    guard let year = Year(date) else { return nil }
    var result = Date(year: year)
    if let season = date.season {
      result.month = Component(String(season.edtfCode))
    } else if let quarter = date.quarter {
      result.month = Component(String(32 + quarter))
    } else if let half = date.half {
      result.month = Component(String(39 + half))
    } else if let month = date.month {
      result.month = Component(padded(month, 2))
    } else if date.day != nil {
      result.month = Component("XX")
    }
    if let day = date.day { result.day = Component(padded(day, 2)) }
    if year.digits == "XXXX", result.month == nil { return nil }
    self = .date(result)
  }

  /// The date as EDTF prints it; nil where it has none.
  static func notation(of date: PartialDate) -> String? {
    date.isPlain ? date.notation : EDTF(date)?.description
  }

  /// `date` with a sign after it, where it is a single date that bears none; an interval gets it on both ends.
  static func qualified(_ date: String, _ sign: String) -> String? {
    date.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0 == ".." || $0.isEmpty || $0.contains("T") ? String($0) : $0 + sign }
      .joined(separator: "/")
  }
}

extension EDTF.Date {
  public init(_ date: CivilDate) {
    self.init(
      year: EDTF.Year(date.year), month: EDTF.Component(padded(date.month, 2)),
      day: EDTF.Component(padded(date.day, 2)))
  }
}

extension EDTF.Year {
  public init(_ year: Int) {
    self.init(digits: padded(abs(year), 4))
    isNegative = year < 0
  }

  init?(_ date: PartialDate) {
    if let year = date.year {
      self.init(year)
    } else if let decade = date.decade, decade >= 0 {
      self.init(digits: padded(decade, 3) + "X")
    } else if let century = date.century, century > 0 {
      // EDTF's 18XX is 1800 to 1899, as near to the nineteenth century as the notation comes.
      self.init(digits: padded(century - 1, 2) + "XX")
    } else if date.century == nil, date.decade == nil {
      self.init(digits: "XXXX")
    } else {
      return nil
    }
  }
}

// MARK: - Printing

extension EDTF: CustomStringConvertible, LosslessStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .dateTime(let instant, let zone): instant.description + zone
    case .interval(let a, let b): Self.text(a) + "/" + Self.text(b)
    case .oneOf(let members): "[" + members.map(Self.text).joined(separator: ",") + "]"
    case .allOf(let members): "{" + members.map(Self.text).joined(separator: ",") + "}"
    }
  }

  private static func text(_ endpoint: Endpoint) -> String {
    switch endpoint {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }

  private static func text(_ member: Member) -> String {
    switch member {
    case .date(let date): date.description
    case .range(let a, let b): (a?.description ?? "") + ".." + (b?.description ?? "")
    }
  }
}

extension EDTF.Date: CustomStringConvertible {
  public var description: String {
    var text = year.description
    for component in [month, day] {
      if let component { text += "-" + component.description }
    }
    return text
  }
}

extension EDTF.Component: CustomStringConvertible {
  public var description: String {
    (leading.map { String($0.rawValue) } ?? "") + digits + (trailing.map { String($0.rawValue) } ?? "")
  }
}

extension EDTF.Year: CustomStringConvertible {
  public var description: String {
    (leading.map { String($0.rawValue) } ?? "") + (isLong ? "Y" : "") + (isNegative ? "-" : "") + digits
      + (exponent.map { "E\($0)" } ?? "") + (significant.map { "S\($0)" } ?? "")
      + (trailing.map { String($0.rawValue) } ?? "")
  }
}

// MARK: - Coding

extension EDTF: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = EDTF(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an EDTF date: \(text)"))
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
