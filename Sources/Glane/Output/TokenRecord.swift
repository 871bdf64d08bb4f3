import GlaneText

/// Tokens and sentences of one text on the wire, without any extraction.
public struct TokenRecord: Sendable, Hashable, Codable {
  public var id: DocumentID?
  public var offsets: OffsetUnit
  public var tokens: [OffsetPair]
  public var sentences: [OffsetPair]

  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: TokenizedText, id: DocumentID? = nil, offsets: OffsetUnit = .unicodeScalar) {
    let converter = OffsetConverter(text, unit: offsets)
    self.id = id
    self.offsets = offsets
    tokens = converter.tokens()
    sentences = text.sentences.map(converter.convert)
  }

  /// One line of JSON in UTF-8, without its line end.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.value(id)
    writer.key("offsets")
    writer.value(offsets.rawValue)
    writer.key("tokens")
    writer.value(tokens)
    writer.key("sentences")
    writer.value(sentences)
    writer.endObject()
    return writer.bytes
  }
}
