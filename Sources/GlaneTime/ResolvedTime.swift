/// A time expression placed on the calendar, in every rendering that Glane writes: the second of the two stages.
public struct ResolvedTime: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case date, time, duration, set, period
  }

  public var type: Kind
  /// One string in TIMEX3's notation, `A/B` for a period (B included at its own precision), `..` for an open side.
  public var value: String?
  /// ISO 8601-2 (EDTF) level 2; nil where the calendar meaning does not fit it.
  public var edtf: String?
  /// `[start, end)` in local time; nil where nothing is resolvable, a nil side where it is open.
  public var interval: Interval?
  /// Whether the text itself names a calendar date: a year, a decade, a century, a day of a month, a feast. A month alone
  /// ("en mars") counts from the date of the text as "mardi" does.
  public var absolute: Bool
  /// The fields of the value that the text did not say.
  public var implied: [String]
  public var timex3: [Timex3]
  /// The calendar date that later anaphoric expressions count from; nil where this one gives none.
  public var anchor: PartialDate?

  public struct Interval: Sendable, Hashable, Codable {
    public var start: CivilDateTime?
    public var end: CivilDateTime?

    public init(start: CivilDateTime?, end: CivilDateTime?) {
      self.start = start
      self.end = end
    }
  }
}

/// A TIMEX3 element (TimeML 1.2.1 and ISO 24617-1), with names and values as there.
public struct Timex3: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// In the caller's unit; nil where the element is the whole mention.
  public var start: Int?
  public var end: Int?
  public var type: Kind
  public var value: String
  public var mod: String?
  public var quant: String?
  public var freq: String?
  /// ISO values of the ends of a duration that the text anchors.
  public var beginPoint: String?
  public var endPoint: String?

  public init(_ type: Kind, _ value: String) {
    self.type = type
    self.value = value
  }
}
