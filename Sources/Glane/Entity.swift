import GlaneText

/// A person, organisation, place or event of the document: everything that its mentions say of it, gathered.
public struct Entity: Sendable, Hashable, Identifiable {
  /// The position of the entity in ``Analysis/entities``.
  public struct ID: Hashable, Sendable, Comparable {
    public let index: Int
    package init(_ index: Int) { self.index = index }
    public static func < (a: ID, b: ID) -> Bool { a.index < b.index }
  }

  /// An office that a person holds or held.
  public struct Function: Sendable, Hashable {
    public let label: String
    public let organization: Entity.ID?
    public let place: Entity.ID?
    public let mention: Mention.ID
    /// What the text says of when it was held; nil where it says nothing.
    public let status: Status?
    /// The expression of time tied to it: "depuis janvier 2024".
    public let time: Mention.ID?

    /// Whether an office is held at the time of the text.
    public enum Status: String, Sendable, Hashable, Codable {
      /// "ancien maire", "ex-ministre"
      case former
      /// "alors maire": at the time that the text tells of.
      case then
      /// "actuel maire", "aujourd'hui maire"
      case current
      /// "futur maire"
      case future
    }

    package init(
      label: String, organization: Entity.ID?, place: Entity.ID?, mention: Mention.ID, status: Status? = nil,
      time: Mention.ID? = nil
    ) {
      self.label = label
      self.organization = organization
      self.place = place
      self.mention = mention
      self.status = status
      self.time = time
    }
  }

  public let id: ID
  /// `person`, `organization`, `place` or `event`.
  public let type: MentionType
  /// The fullest form the document gives.
  public let name: String
  /// In reading order.
  public let mentions: [Mention.ID]
  /// Other forms of the name in the document, in order of appearance, without ``name``.
  public let aliases: [String]
  public let acronym: String?
  /// The titles of a person, as the text gives them, without repetition.
  public let titles: [String]
  public let functions: [Function]

  package init(
    id: ID, type: MentionType, name: String, mentions: [Mention.ID], aliases: [String] = [], acronym: String? = nil,
    titles: [String] = [], functions: [Function] = []
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.mentions = mentions
    self.aliases = aliases
    self.acronym = acronym
    self.titles = titles
    self.functions = functions
  }
}
