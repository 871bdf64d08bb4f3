import Glane

/// Walks the documents of the files on the command line, and settles how the command ends.
struct Documents {
  let files: [String]
  let format: InputFormat
  let defaultReference: LocalDateTime?

  /// One document as the input gives it, and the name that messages use for it.
  struct Document {
    var name: String
    var id: DocumentID?
    var text: [UInt8]
    var reference: LocalDateTime?
  }

  enum Item {
    case document(Document)
    /// A line of a JSON Lines stream that can't be read: it is answered in its place.
    case failure(id: DocumentID?, line: Int, message: String)
  }

  /// A span's offsets are 32 bits wide.
  private static let maximumSize = Int(UInt32.max)

  /// Calls `body` for each document in order; files that can't be read are reported and passed over.
  ///
  /// - Parameter idle: Called before each wait for more input.
  /// - Throws: `ExitCode` at the end, where documents failed; and what `idle` and `body` throw.
  func forEach(idle: () throws -> Void, _ body: (Item) throws -> Void) throws {
    var outcome = Outcome()
    for path in files.isEmpty ? ["-"] : files {
      do {
        var input = try ByteInput(path)
        switch format {
        case .text:
          let text = try input.readAll()
          guard text.count <= Self.maximumSize else {
            throw CommandFailure("\(input.name): a document may have at most 4 GiB", status: .badData)
          }
          try body(
            .document(Document(name: input.name, id: .string(path), text: text, reference: defaultReference)))
          outcome.succeeded()
        case .jsonl: try forEachLine(of: &input, &outcome, idle, body)
        }
      } catch let failure as CommandFailure {
        // Input that fails ends this file; output that fails is another error, and ends everything.
        complain(failure.message)
        outcome.failed(failure.status)
      }
    }
    try idle()
    try outcome.finish()
  }

  private func forEachLine(
    of input: inout ByteInput, _ outcome: inout Outcome, _ idle: () throws -> Void, _ body: (Item) throws -> Void
  ) throws {
    var number = 0
    let name = input.name
    let reference = defaultReference
    while let item = try input.nextLine(idle: idle, { line -> Item? in
      number += 1
      return Self.item(line, number, "\(name):\(number)", reference)
    }) {
      guard let item else { continue }
      switch item {
      case .document: outcome.succeeded()
      case .failure(_, let line, let message):
        complain("\(name):\(line): \(message)")
        outcome.failed(.badData)
      }
      try body(item)
    }
  }

  /// nil for a blank line.
  private static func item(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ name: String, _ reference: LocalDateTime?
  ) -> Item? {
    if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { return nil }
    do throws(DocumentLine.Failure) {
      let document = try DocumentLine(parsing: line)
      guard document.text.count <= maximumSize else {
        return .failure(id: document.id, line: number, message: "a document may have at most 4 GiB")
      }
      return .document(
        Document(name: name, id: document.id, text: document.text, reference: document.reference ?? reference))
    } catch {
      return .failure(id: error.id, line: number, message: error.message)
    }
  }
}
