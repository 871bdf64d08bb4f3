import GlaneText
import GlaneTime

/// A text with what is right to find in it: a line of the schema `glane/1` with the text itself under `text`.
///
/// Mentions need `type`, `start` and `end`; `value`, `label`, `holders`, `entity` and a quotation's `speaker` are compared
/// where they are given. Ids are those of the gold itself.
package struct GoldDocument: Sendable {
  package struct Mention: Sendable {
    package var type: MentionType
    package var span: TextSpan
    package var value: String?
    package var label: String?
    package var holders: [String]?
    package var entity: String?
  }

  package struct Quote: Sendable {
    package var span: TextSpan
    /// nil where the gold does not say; an inner nil where it says that nobody is named.
    package var speaker: String??
  }

  package var id: DocumentID?
  package var text: [UInt8]
  package var reference: LocalDateTime?
  package var mentions: [Mention]
  /// nil where quotations are not marked.
  package var quotes: [Quote]?

  /// Reads one line.
  ///
  /// - Throws: what is wrong with it, and where: a span outside the text, a `text` of a mention that is not what stands there.
  package init(parsing line: UnsafeBufferPointer<UInt8>) throws(DocumentLine.Failure) {
    let document = try DocumentLine(parsing: line)
    id = document.id
    text = document.text
    reference = document.reference
    mentions = []
    let id = document.id
    do throws(GoldError) {
      let json: JSONValue
      do throws(JSONError) { json = try JSONValue(parsing: line) } catch { throw GoldError(error.description) }
      let spans = try SpanReader(text: document.text, offsets: json["offsets"])
      for (i, mention) in (json["mentions"]?.items ?? []).enumerated() {
        let place = "mentions[\(i)]"
        guard let name = mention["type"]?.text, let type = MentionType(rawValue: name) else {
          throw GoldError("\(place): found \(mention["type"]?.text ?? "no type"), expected a type such as person")
        }
        mentions.append(
          Mention(
            type: type, span: try spans.read(mention, place), value: mention["value"]?.text,
            label: mention["label"]?.text, holders: mention["holders"]?.items?.compactMap(\.text),
            entity: mention["entity"]?.text))
      }
      if let items = json["quotes"]?.items {
        var quotes: [Quote] = []
        for (i, quote) in items.enumerated() {
          quotes.append(
            Quote(span: try spans.read(quote, "quotes[\(i)]"), speaker: quote["speaker"].map { $0.text }))
        }
        self.quotes = quotes
      }
    } catch {
      throw DocumentLine.Failure(id: id, message: error.message)
    }
  }
}

private struct GoldError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

/// Turns the offsets of a line into spans of its text.
private struct SpanReader {
  let text: [UInt8]
  let unit: OffsetUnit
  let map: OffsetMap

  init(text: [UInt8], offsets: JSONValue?) throws(GoldError) {
    self.text = text
    guard let unit = offsets.map({ $0.text.flatMap(OffsetUnit.init(rawValue:)) }) ?? .unicodeScalar else {
      throw GoldError("offsets: found \(offsets?.text ?? "no string"), expected utf8, utf16 or unicode-scalar")
    }
    self.unit = unit
    map = OffsetMap(text)
  }

  func read(_ value: JSONValue, _ place: String) throws(GoldError) -> TextSpan {
    guard let from = value["start"]?.integer, let to = value["end"]?.integer else {
      throw GoldError("\(place): found no span, expected whole numbers under “start” and “end”")
    }
    guard from < to, let start = utf8(from), let end = utf8(to), end <= text.count else {
      throw GoldError("\(place): found \(from)..<\(to), expected a span inside the text")
    }
    if let words = value["text"] {
      guard case .string(let bytes) = words, bytes.elementsEqual(text[start..<end]) else {
        let found = String(decoding: text[start..<end], as: UTF8.self)
        throw GoldError("\(place): found “\(found)” at \(from)..<\(to), expected “\(words.text ?? "")” as under “text”")
      }
    }
    return TextSpan(start: start, end: end)
  }

  private func utf8(_ offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    switch unit {
    case .utf8: return offset
    case .utf16: return map.utf8(utf16: offset)
    case .unicodeScalar: return map.utf8(scalar: offset)
    }
  }
}
