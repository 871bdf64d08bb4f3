import GlaneText
import GlaneTime

/// What a mention is. The raw values are the `type` of the output schema `glane/1`.
public enum MentionType: String, Sendable, CaseIterable, Codable {
  case date, time, duration, set, period
  case person, title, function, organization, place, event, product
  /// A nominal mention of an entity found elsewhere: "le dirigeant togolais", "l'institution".
  case reference

  init(_ kind: ResolvedTime.Kind) {
    switch kind {
    case .date: self = .date
    case .time: self = .time
    case .duration: self = .duration
    case .set: self = .set
    case .period: self = .period
    }
  }

  /// Whether the mention says when: `date`, `time`, `duration`, `set` or `period`.
  public var isTemporal: Bool {
    switch self {
    case .date, .time, .duration, .set, .period: true
    default: false
    }
  }
}

/// A stretch of the text that says one thing, tied to its place and to the rule that found it.
///
/// Mentions may nest: an organisation inside a function, a place inside an organisation.
public struct Mention: Sendable, Hashable, Identifiable {
  /// The position of the mention in ``Analysis/mentions``.
  public struct ID: Hashable, Sendable, Comparable {
    public let index: Int
    package init(_ index: Int) { self.index = index }
    public static func < (a: ID, b: ID) -> Bool { a.index < b.index }
  }

  public let id: ID
  public let type: MentionType
  /// UTF-8 byte offsets in the original text.
  public let span: TextSpan
  /// The text of the span, as it stands in the original.
  public let text: String
  /// The name of the rule or list that gave the mention.
  public let rule: String
  /// How sure a name is, from 0 to 1: of mentions at 0.9 or more, at least 95 in 100 are right on the development data. nil
  /// for what is found by a grammar without doubt (dates, titles, functions).
  public let confidence: Double?
  /// The entity it belongs to, where it belongs to one.
  public internal(set) var entity: Entity.ID?
  public internal(set) var detail: Detail

  /// What only some types carry.
  public enum Detail: Sendable, Hashable {
    /// A name with nothing more to say: organisations, places, events, products, references.
    case name
    indirect case time(ResolvedTime)
    /// The name alone; its titles and functions are mentions of their own.
    case person(titles: [ID], functions: [ID])
    case title(holders: [Entity.ID])
    case function(FunctionDetail)
  }

  package init(
    id: ID, type: MentionType, span: TextSpan, text: String, rule: String, confidence: Double? = nil,
    entity: Entity.ID? = nil,
    detail: Detail
  ) {
    self.confidence = confidence
    self.id = id
    self.type = type
    self.span = span
    self.text = text
    self.rule = rule
    self.entity = entity
    self.detail = detail
  }
}

/// An office or role as a mention states it.
public struct FunctionDetail: Sendable, Hashable {
  /// The whole function, even where the text shares its head between several people: "ministre du Commerce" for
  /// "les ministres de l'Agriculture, X, du Commerce, Y".
  public let label: String
  public internal(set) var holders: [Entity.ID]
  public internal(set) var organization: Entity.ID?
  public internal(set) var place: Entity.ID?

  package init(label: String, holders: [Entity.ID], organization: Entity.ID? = nil, place: Entity.ID? = nil) {
    self.label = label
    self.holders = holders
    self.organization = organization
    self.place = place
  }
}
