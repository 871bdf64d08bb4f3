import GlaneTime

/// One document of a JSON Lines stream: `{"id": …, "text": …, "reference": …}`; other keys are passed over.
package struct DocumentLine: Sendable, Hashable {
  /// A string or a number; nil where the line has none.
  package var id: DocumentID?
  /// As given: bytes that are not UTF-8 are kept, for the extractor to report.
  package var text: [UInt8]
  package var reference: LocalDateTime?

  /// What is wrong with a line, and the id of the document where that could be read.
  package struct Failure: Error, Hashable {
    package var id: DocumentID?
    package var message: String

    package init(id: DocumentID?, message: String) {
      self.id = id
      self.message = message
    }
  }

  /// Reads one line, with or without its line end.
  ///
  /// - Complexity: O(*n*) in the bytes of the line.
  package init(parsing line: UnsafeBufferPointer<UInt8>) throws(Failure) {
    var members = Members()
    do throws(JSONError) {
      var reader = JSONReader(line)
      try members.read(&reader)
    } catch {
      throw Failure(id: members.id, message: error.description)
    }
    if let problem = members.problem { throw Failure(id: members.id, message: problem) }
    guard let text = members.text else {
      throw Failure(id: members.id, message: "found no “text”, expected a string under that key")
    }
    self.init(id: members.id, text: text, reference: members.reference)
  }

  package init(id: DocumentID?, text: [UInt8], reference: LocalDateTime?) {
    self.id = id
    self.text = text
    self.reference = reference
  }
}

/// The members of the object as they are read. A value of the wrong type is noted and the reading goes on, so that the
/// answer can name the document even where its id comes last.
private struct Members {
  var id: DocumentID?
  var text: [UInt8]?
  var reference: LocalDateTime?
  var problem: String?
  private var seen: Set<String> = []

  mutating func read(_ reader: inout JSONReader) throws(JSONError) {
    try reader.beginDocument()
    try reader.expect(UInt8(ascii: "{"), "an object")
    if !reader.skip(UInt8(ascii: "}")) {
      repeat {
        let key = String(decoding: try reader.string("a key"), as: UTF8.self)
        try reader.expect(UInt8(ascii: ":"), "“:”")
        try readValue(of: key, &reader)
      } while reader.skip(UInt8(ascii: ","))
      try reader.expect(UInt8(ascii: "}"), "“,” or “}”")
    }
    try reader.endDocument()
  }

  private mutating func readValue(of key: String, _ reader: inout JSONReader) throws(JSONError) {
    guard ["id", "text", "reference"].contains(key) else {
      try reader.skipValue()
      return
    }
    if !seen.insert(key).inserted { note("found the key “\(key)” twice, expected it once") }
    let kind = try reader.peekKind()
    switch (key, kind) {
    case ("id", .string): id = .string(String(decoding: try reader.string(), as: UTF8.self))
    case ("id", .number): id = .number(try reader.number())
    case ("text", .string): text = try reader.string()
    case ("reference", .string):
      let written = String(decoding: try reader.string(), as: UTF8.self)
      reference = LocalDateTime(written)
      if reference == nil {
        note("found “\(written)” under “reference”, expected an ISO 8601 date such as 2024-02-12 or 2024-02-12T08:30")
      }
    case ("id", .null), ("reference", .null): try reader.skipValue()
    default:
      let expected = key == "id" ? "a string or a number" : "a string"
      note("found \(kind.rawValue) under “\(key)”, expected \(expected)")
      try reader.skipValue()
    }
  }

  private mutating func note(_ message: String) {
    if problem == nil { problem = message }
  }
}
