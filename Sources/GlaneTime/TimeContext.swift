/// What resolution knows: every argument explicit, no clock, no locale.
public struct TimeContext: Sendable, Hashable {
  /// The date of the text, against which "hier" is placed.
  public var reference: LocalDateTime?
  /// The last date of the text, as resolved: what "le lendemain" and a bare clock time go on from.
  public var anchor: PartialDate?
  /// Which way a bare expression ("mardi", "le 7 juillet") looks.
  public var direction: Direction

  public init(reference: LocalDateTime? = nil, anchor: PartialDate? = nil, direction: Direction = .usual) {
    self.reference = reference
    self.anchor = anchor
    self.direction = direction
  }

  /// The way a bare expression looks where the text does not say.
  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    /// At or before the reference.
    case past
    /// At or after the reference.
    case future
    /// Whichever is closer.
    case nearest
    /// What a reader takes where no verb tells: the one to come, save that a day of the month said without its year is
    /// the one of the last hundred days where there is one.
    case usual
  }
}
