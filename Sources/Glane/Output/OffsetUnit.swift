import GlaneText

/// What an offset in the output counts.
public enum OffsetUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// Bytes, as in this library.
  case utf8
  /// As in JavaScript, Java and `NSString`.
  case utf16
  /// As in Python, spaCy and brat.
  case unicodeScalar = "unicode-scalar"
}

/// A half-open range of offsets in some ``OffsetUnit``; on the wire `[start, end]`.
public struct OffsetPair: Sendable, Hashable, Codable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    start = try container.decode(Int.self)
    end = try container.decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(start)
    try container.encode(end)
  }
}

/// Converts the spans of one text into a unit. One for all that is written of a text: passed about, not copied.
final class OffsetConverter {
  private let source: TokenizedText
  private let unit: OffsetUnit
  private let map: OffsetMap?

  init(_ source: TokenizedText, unit: OffsetUnit) {
    self.source = source
    self.unit = unit
    map = unit == .utf8 ? nil : OffsetMap(source)
  }

  /// An offset that is no scalar boundary stays in bytes; the spans of an analysis have none.
  func convert(_ offset: Int) -> Int {
    switch unit {
    case .utf8: offset
    case .utf16: map?.utf16(offset) ?? offset
    case .unicodeScalar: map?.scalar(offset) ?? offset
    }
  }

  func convert(_ span: TextSpan) -> OffsetPair {
    OffsetPair(start: convert(span.start), end: convert(span.end))
  }

  /// All tokens in one walk over the text: the map would read up to 256 bytes for each of their ends.
  func tokens() -> [OffsetPair] {
    let tokens = source.tokens
    guard unit != .utf8 else { return tokens.indices.map { convert(tokens.span(at: $0)) } }
    var pairs: [OffsetPair] = []
    pairs.reserveCapacity(tokens.count)
    let isUTF16 = unit == .utf16
    source.utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      var units = 0
      func advance(to offset: Int) -> Int {
        while at < offset {
          let scalar = bytes.decodeScalar(at: at)
          at += scalar.length
          units += isUTF16 && scalar.value != DecodedScalar.invalid && scalar.value > 0xFFFF ? 2 : 1
        }
        return units
      }
      for i in 0..<tokens.count {
        let span = tokens.span(at: i)
        let start = advance(to: span.start)
        pairs.append(OffsetPair(start: start, end: advance(to: span.end)))
      }
    }
    return pairs
  }
}
