import GlaneText
import GlaneTime

/// The wire form of an ``Analysis``: one object of the output schema `glane/1`.
///
/// Build one from an analysis to write it with any encoder, or read one back from what `glane extract --format jsonl`
/// wrote. Ids are strings, offsets count ``offsets``, and keys are only ever added to the schema.
public struct AnalysisRecord: Sendable, Hashable, Codable {
  public var schema = "glane/1"
  public var id: DocumentID?
  public var reference: String?
  /// True where the reference is the document's own dateline; absent where the caller gave it.
  public var referenceImplied: Bool?
  public var offsets: OffsetUnit
  /// The text itself, where it was asked for: with it the record stands alone, as a gold does.
  public var text: String?
  /// Runs of bytes that are not UTF-8; absent where there are none.
  public var invalid: [OffsetPair]?
  public var tokens: [OffsetPair]?
  public var sentences: [OffsetPair]?
  public var mentions: [Mention]
  public var entities: [Entity]
  public var quotes: [Quote]

  public struct Mention: Sendable, Hashable, Codable {
    public var id: String
    public var type: MentionType
    public var start: Int
    public var end: Int
    public var text: String
    public var rule: String
    public var entity: String?
    /// Of a name: how sure it is, from 0 to 1, in hundredths.
    public var confidence: Double?
    // Expressions of time.
    public var value: String?
    public var edtf: String?
    /// `[start, end)` as local ISO 8601 date-times; nil for an open side.
    public var interval: [String?]?
    public var absolute: Bool?
    public var timex3: [TimexElement]?
    // Persons: ids of mentions.
    public var titles: [String]?
    public var functions: [String]?
    // Titles and functions: ids of entities.
    public var label: String?
    public var holders: [String]?
    public var organization: String?
    public var place: String?
  }

  /// A TIMEX3 element with its own span.
  public struct TimexElement: Sendable, Hashable, Codable {
    public var start: Int
    public var end: Int
    public var type: String
    public var value: String
    public var mod: String?
    public var quant: String?
    public var freq: String?
  }

  public struct Entity: Sendable, Hashable, Codable {
    public var id: String
    public var type: MentionType
    public var name: String
    public var mentions: [String]
    public var aliases: [String]?
    public var acronym: String?
    public var titles: [String]?
    public var functions: [Function]?
  }

  public struct Function: Sendable, Hashable, Codable {
    public var label: String
    public var organization: String?
    public var place: String?
    public var mention: String
    /// `former`, `then`, `current` or `future`, where the text says so.
    public var status: String?
    /// The id of the expression of time tied to it.
    public var time: String?
  }

  public struct Quote: Sendable, Hashable, Codable {
    public var start: Int
    public var end: Int
    public var text: String
    public var speaker: String?
    public var cue: OffsetPair?
    public var rule: String
  }
}

// MARK: - From an analysis

extension AnalysisRecord {
  /// - Parameters:
  ///   - id: The document's own name, echoed.
  ///   - offsets: What the offsets of the record count.
  ///   - tokens: Whether the tokens are listed.
  ///   - text: Whether the text is there too.
  /// - Complexity: O(*n*) in the length of the text.
  public init(
    _ analysis: Analysis, id: DocumentID? = nil, offsets: OffsetUnit = .unicodeScalar, tokens: Bool = false,
    text: Bool = false
  ) {
    let converter = OffsetConverter(analysis.source, unit: offsets)
    self.id = id
    self.offsets = offsets
    reference = analysis.reference?.description
    referenceImplied = analysis.referenceIsImplied ? true : nil
    let invalid = analysis.source.invalid
    self.invalid = invalid.isEmpty ? nil : invalid.map(converter.convert)
    if text { self.text = String(decoding: analysis.source.utf8, as: UTF8.self) }
    self.tokens = tokens ? converter.tokens() : nil
    sentences = analysis.source.sentences.map(converter.convert)
    mentions = analysis.mentions.map { Mention($0, converter) }
    entities = analysis.entities.map(Entity.init)
    quotes = analysis.quotations.map { Quote($0, converter) }
  }
}

extension AnalysisRecord.Mention {
  init(_ mention: Mention, _ converter: OffsetConverter) {
    let span = converter.convert(mention.span)
    self.init(
      id: mention.id.wire, type: mention.type, start: span.start, end: span.end, text: mention.text,
      rule: mention.rule, entity: mention.entity?.wire,
      confidence: mention.confidence.map { ($0 * 100).rounded() / 100 })
    switch mention.detail {
    case .name: break
    case .time(let time):
      value = time.value
      edtf = time.edtf
      interval = time.interval.map { [$0.start?.description, $0.end?.description] }
      absolute = time.absolute
      timex3 = time.timex3.map { element in
        AnalysisRecord.TimexElement(
          start: element.start.map(converter.convert) ?? span.start,
          end: element.end.map(converter.convert) ?? span.end,
          type: element.type.rawValue, value: element.value, mod: element.mod, quant: element.quant, freq: element.freq)
      }
    case .person(let titles, let functions):
      self.titles = titles.nonEmpty?.map(\.wire)
      self.functions = functions.nonEmpty?.map(\.wire)
    case .title(let holders): self.holders = holders.map(\.wire)
    case .function(let function):
      label = function.label
      holders = function.holders.map(\.wire)
      organization = function.organization?.wire
      place = function.place?.wire
    }
  }
}

extension AnalysisRecord.Entity {
  init(_ entity: Entity) {
    self.init(
      id: entity.id.wire, type: entity.type, name: entity.name, mentions: entity.mentions.map(\.wire),
      aliases: entity.aliases.nonEmpty, acronym: entity.acronym, titles: entity.titles.nonEmpty,
      functions: entity.functions.nonEmpty?.map {
        AnalysisRecord.Function(
          label: $0.label, organization: $0.organization?.wire, place: $0.place?.wire, mention: $0.mention.wire,
          status: $0.status?.rawValue, time: $0.time?.wire)
      })
  }
}

extension AnalysisRecord.Quote {
  init(_ quotation: Quotation, _ converter: OffsetConverter) {
    let span = converter.convert(quotation.span)
    self.init(
      start: span.start, end: span.end, text: quotation.text, speaker: quotation.speaker?.wire,
      cue: quotation.cue.map(converter.convert), rule: quotation.rule)
  }
}

extension Mention.ID {
  /// As the output spells it: `m0`.
  var wire: String { "m\(index)" }
}

extension Entity.ID {
  /// As the output spells it: `e0`.
  var wire: String { "e\(index)" }
}

extension Array {
  /// nil instead of an empty array, which the wire form leaves out.
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
