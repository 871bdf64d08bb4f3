/// The answer to an input line that can't be read, in its document's place: `{"id": …, "line": …, "error": …}`.
public struct FailureRecord: Sendable, Hashable, Codable {
  /// nil where not even the id could be read.
  public var id: DocumentID?
  /// Counted from 1.
  public var line: Int
  public var error: String

  public init(id: DocumentID?, line: Int, error: String) {
    self.id = id
    self.line = line
    self.error = error
  }

  /// One line of JSON in UTF-8, without its line end.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.value(id)
    writer.key("line")
    writer.value(line)
    writer.key("error")
    writer.value(error)
    writer.endObject()
    return writer.bytes
  }
}
