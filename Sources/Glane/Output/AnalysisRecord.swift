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
    self.init(head: analysis, id: id, offsets: offsets, tokens: tokens, text: text, converter)
    mentions = analysis.mentions.map { Mention($0, converter) }
    entities = analysis.entities.map(Entity.init)
    quotes = analysis.quotations.map { Quote($0, converter) }
  }

  /// What comes before the mentions, and none of these.
  init(
    head analysis: Analysis, id: DocumentID?, offsets: OffsetUnit, tokens: Bool, text: Bool,
    _ converter: OffsetConverter
  ) {
    self.id = id
    self.offsets = offsets
    reference = analysis.reference?.description
    referenceImplied = analysis.referenceIsImplied ? true : nil
    let invalid = analysis.source.invalid
    self.invalid = invalid.isEmpty ? nil : invalid.map(converter.convert)
    if text { self.text = String(decoding: analysis.source.utf8, as: UTF8.self) }
    self.tokens = tokens ? converter.tokens() : nil
    sentences = analysis.source.sentences.map(converter.convert)
    mentions = []
    entities = []
    quotes = []
  }
}

extension AnalysisRecord.Mention {
  init(_ mention: Mention, _ converter: OffsetConverter) {
    let span = converter.convert(mention.span)
    var time: ResolvedTime?
    var (titles, functions): ([String]?, [String]?) = (nil, nil)
    var label: String?
    var holders: [String]?
    var (organization, place): (String?, String?) = (nil, nil)
    switch mention.detail {
    case .name: break
    case .time(let resolved): time = resolved
    case .person(let held, let offices):
      titles = held.nonEmpty?.map(\.wire)
      functions = offices.nonEmpty?.map(\.wire)
    case .title(let entities): holders = entities.map(\.wire)
    case .function(let function):
      label = function.label
      holders = function.holders.map(\.wire)
      organization = function.organization?.wire
      place = function.place?.wire
    }
    // All at once: a record is large, and would be copied for each member set after.
    self.init(
      id: mention.id.wire, type: mention.type, start: span.start, end: span.end, text: mention.text,
      rule: mention.rule, entity: mention.entity?.wire,
      confidence: mention.confidence.map { ($0 * 100).rounded() / 100 }, value: time?.value, edtf: time?.edtf,
      interval: time?.interval.map { [$0.start?.description, $0.end?.description] }, absolute: time?.absolute,
      timex3: time?.timex3.map { element in
        AnalysisRecord.TimexElement(
          start: element.start.map(converter.convert) ?? span.start,
          end: element.end.map(converter.convert) ?? span.end,
          type: element.type.rawValue, value: element.value, mod: element.mod, quant: element.quant, freq: element.freq)
      }, titles: titles, functions: functions, label: label, holders: holders, organization: organization, place: place)
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
  var wire: String { wireID(UInt8(ascii: "m"), index) }
}

extension Entity.ID {
  /// As the output spells it: `e0`.
  var wire: String { wireID(UInt8(ascii: "e"), index) }
}

/// A letter and a number, which the memory of the String itself holds.
private func wireID(_ letter: UInt8, _ index: Int) -> String {
  guard 0..<1_000_000_000 ~= index else { return String(UnicodeScalar(letter)) + String(index) }
  return String(unsafeUninitializedCapacity: 15) { bytes in
    var figures = 1
    var bound = 10
    while index >= bound {
      figures += 1
      bound *= 10
    }
    bytes[0] = letter
    var rest = index
    for i in stride(from: figures, through: 1, by: -1) {
      bytes[i] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return figures + 1
  }
}

extension Array {
  /// nil instead of an empty array, which the wire form leaves out.
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
