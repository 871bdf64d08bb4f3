// A user imports Glane and has the whole public API: spans and tokens from GlaneText, values of time from GlaneTime.
// Swift has no other spelling for a re-export.
@_exported import GlaneText
@_exported import GlaneTime

/// What ``Extractor/extract(_:reference:)`` found in one text.
public struct Analysis: Sendable {
  /// The text with its tokens and sentences.
  public let source: TokenizedText
  /// The document's own date, against which relative expressions were resolved: the caller's, or its dateline's.
  public let reference: LocalDateTime?
  /// Whether ``reference`` was read off the document's dateline, the caller having given none.
  public let referenceIsImplied: Bool
  /// Every mention, ordered by start, then longest first. `mentions[i].id.index == i`.
  public let mentions: [Mention]
  /// `entities[i].id.index == i`.
  public let entities: [Entity]
  /// In reading order.
  public let quotations: [Quotation]

  package init(
    source: TokenizedText, reference: LocalDateTime?, impliesReference: Bool = false, mentions: [Mention],
    entities: [Entity], quotations: [Quotation]
  ) {
    self.source = source
    self.reference = reference
    referenceIsImplied = impliesReference
    self.mentions = mentions
    self.entities = entities
    self.quotations = quotations
  }

  public subscript(id: Mention.ID) -> Mention { mentions[id.index] }
  public subscript(id: Entity.ID) -> Entity { entities[id.index] }
}
