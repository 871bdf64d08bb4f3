/// A local date, with its clock time where that is known: the date of a text.
public struct LocalDateTime: Sendable, Hashable, Codable {
  public var instant: CivilDateTime
  /// Whether the clock time was given: without it "dans deux heures" has no place on the clock.
  public var hasTime: Bool

  public init(_ date: CivilDate) {
    instant = CivilDateTime(date)
    hasTime = false
  }

  public init(_ instant: CivilDateTime) {
    self.instant = instant
    hasTime = true
  }

  /// ISO 8601: `2024-02-12` or `2024-02-12T08:30`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if let date = CivilDate(text) {
      self.init(date)
    } else if let instant = CivilDateTime(text) {
      self.init(instant)
    } else {
      return nil
    }
  }

  public var date: CivilDate { instant.date }

  /// As it is read: `2024-02-12`, or `2024-02-12T08:30:00` where the clock time was given.
  public var description: String { hasTime ? instant.description : date.description }
}

extension LocalDateTime: CustomStringConvertible {}
