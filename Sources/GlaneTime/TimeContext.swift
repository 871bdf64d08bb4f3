/// What resolution knows: every argument explicit, no clock, no locale.
public struct TimeContext: Sendable, Hashable {
  /// The date of the text, against which "hier" is placed.
  public var reference: LocalDateTime?
  /// The last date of the text, as resolved: what "le lendemain" and a bare clock time go on from.
  public var anchor: PartialDate?
  /// Which way a bare expression ("mardi", "le 7 juillet") looks.
  public var direction: Direction
  /// Whether `direction` is only a hint, as a verb's tense is: a day of the year at most two months ahead is meant though
  /// the verb is in the past, rather than one ten months ago or more ("Le concert du 3 mars a été annulé").
  public var isLeaning: Bool

  /// Whether a part of the day said without its day ("dans la matinée") is one of the reference's day where the text
  /// has named no day before. It is where the expression is all that is said, as an answer to "when?"; within a sentence
  /// it may be any day's ("Il travaille le matin").
  public var impliesDay: Bool

  /// Where a story has come to: a date without its year goes on from here ("Le 3 mai 1968, … Le 10 mai, …").
  public var story: PartialDate?

  public init(
    reference: LocalDateTime? = nil, anchor: PartialDate? = nil, direction: Direction = .usual, isLeaning: Bool = false,
    impliesDay: Bool = true, story: PartialDate? = nil
  ) {
    self.story = story
    self.impliesDay = impliesDay
    self.isLeaning = isLeaning
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
    /// What a reader takes where no verb tells: the one to come; of a day of a month said without its year ("le 7
    /// juillet") the nearest.
    case usual
  }
}
