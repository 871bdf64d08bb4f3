import Glane

/// One document as the input gives it, and the name that messages use for it.
struct Document: Sendable {
  var name: String
  var id: DocumentID?
  var text: [UInt8]
  var reference: LocalDateTime?
}

/// What the command writes for a document, and for a line in whose place there is none.
protocol DocumentAnswerer: Sendable {
  func answer(_ document: Document) -> Answer
  func answer(toFailure record: FailureRecord) -> [UInt8]
}

/// The answer to one or several documents.
struct Answer: Sendable {
  var output: [UInt8] = []
  /// For standard error.
  var complaints: [String] = []
  var good = 0
  var bad = 0
  /// How many bytes of input it answers.
  var size = 0

  static func += (a: inout Answer, b: Answer) {
    if a.output.isEmpty { a.output = b.output } else { a.output += b.output }
    a.complaints += b.complaints
    a.good += b.good
    a.bad += b.bad
    a.size += b.size
  }
}

/// Answers the documents of the files on the command line, in their order, and settles how the command ends.
struct Documents<Answerer: DocumentAnswerer> {
  let files: [String]
  let format: InputFormat
  let reference: LocalDateTime?
  /// How many documents are read at a time.
  var jobs = 1
  /// How many documents of a JSON Lines stream have been answered before and are passed over.
  var skip = 0
  /// The most bytes that a document or a line may have.
  let limit: Int
  let answerer: Answerer

  /// Reads everything. Files that can't be read are reported and passed over.
  ///
  /// - Throws: `ExitCode` at the end, where documents failed; ``OutputFailure`` at once.
  @MainActor func run() async throws {
    var outcome = Outcome()
    var output = ByteOutput()
    var progress = Progress(isShown: format == .jsonl)
    for path in files.isEmpty ? ["-"] : files {
      do {
        var input = try ByteInput(path, limit: limit)
        switch format {
        case .text:
          let text = try input.readAll()
          let document = Document(name: input.name, id: .string(path), text: text, reference: reference)
          try finish(answerer.answer(document), &output, &outcome, &progress)
        case .jsonl:
          progress.begin(size: input.sizeHint)
          try await readLines(&input, &output, &outcome, &progress)
        }
      } catch let failure as CommandFailure {
        // Input that fails ends this file; output that fails is another error, and ends everything.
        complain(failure.message)
        outcome.failed(failure.status)
      }
    }
    try output.flush()
    progress.end()
    try outcome.finish()
  }

  private func finish(
    _ answer: Answer, _ output: inout ByteOutput, _ outcome: inout Outcome, _ progress: inout Progress
  ) throws {
    if !answer.complaints.isEmpty { progress.clear() }
    for complaint in answer.complaints { complain(complaint) }
    for _ in 0..<answer.good { outcome.succeeded() }
    for _ in 0..<answer.bad { outcome.failed(.badData) }
    try output.write(answer.output)
    progress.add(documents: answer.good + answer.bad, bytes: answer.size)
  }

  // MARK: - JSON Lines

  /// So many bytes are read ahead at most, and one document more.
  private static var windowSize: Int { 1 << 24 }

  /// One job answers its lines at once. Several read ahead: a window of batches is being answered while the first one's
  /// answer is awaited, so that memory is bounded and the order kept.
  @MainActor private func readLines(
    _ input: inout ByteInput, _ output: inout ByteOutput, _ outcome: inout Outcome, _ progress: inout Progress
  ) async throws {
    var reader = LineReader(name: input.name, skip: skip)
    if jobs == 1 {
      while let batch = try reader.next(&input, limit: 1, idle: { try output.flush() }) {
        try finish(answer(batch), &output, &outcome, &progress)
      }
      return try reader.finish()
    }
    var window: [(answer: Task<Answer, Never>, size: Int)] = []
    var isOver = false
    while true {
      // Few documents are so large that two of them wait for each other; many small ones keep every job busy.
      while !isOver, window.count < 2 * jobs, window.reduce(0, { $0 + $1.size }) < Self.windowSize {
        guard let batch = try reader.next(&input, limit: 1 << 16, idle: {}) else {
          isOver = true
          break
        }
        window.append((Task.detached { answer(batch) }, batch.size))
      }
      if window.isEmpty { break }
      try finish(await window.removeFirst().answer.value, &output, &outcome, &progress)
    }
    try reader.finish()
  }

  private func answer(_ batch: LineReader.Batch) -> Answer {
    var all = Answer()
    for line in batch.lines {
      let place = "\(batch.name):\(line.number)"
      do throws(DocumentLine.Failure) {
        if line.isHead {
          throw DocumentLine.Failure(id: id(in: line.bytes), message: SizeOptions.excess("line", over: limit))
        }
        let document = try line.bytes.withUnsafeBufferPointer { bytes throws(DocumentLine.Failure) in
          try DocumentLine(parsing: bytes)
        }
        all += answerer.answer(
          Document(name: place, id: document.id, text: document.text, reference: document.reference ?? reference))
      } catch {
        let record = FailureRecord(id: error.id, line: line.number, error: error.message)
        all.output += answerer.answer(toFailure: record)
        all.complaints.append("\(place): \(error.message)")
        all.bad += 1
      }
      all.size += line.bytes.count + 1
    }
    return all
  }
}

/// The id that the head of a line gives, if it comes before the text.
private func id(in head: [UInt8]) -> DocumentID? {
  do throws(DocumentLine.Failure) {
    return try head.withUnsafeBufferPointer { bytes throws(DocumentLine.Failure) in
      try DocumentLine(parsing: bytes).id
    }
  } catch {
    return error.id
  }
}

/// Cuts a stream into batches of lines with their numbers; blank lines are none.
private struct LineReader {
  struct Batch: Sendable {
    var name: String
    /// Of a line that is too long, its head alone.
    var lines: [(number: Int, bytes: [UInt8], isHead: Bool)] = []
    var size = 0
  }

  let name: String
  var skip: Int
  private var number = 0
  /// What ended the input too early: thrown once all that was read before it is answered.
  private var failure: CommandFailure?

  init(name: String, skip: Int) {
    self.name = name
    self.skip = skip
  }

  /// Lines until they have `limit` bytes; nil at the end.
  mutating func next(_ input: inout ByteInput, limit: Int, idle: () throws -> Void) throws -> Batch? {
    var batch = Batch(name: name)
    while batch.size < limit, failure == nil {
      let line: (bytes: [UInt8], isHead: Bool)?
      do {
        line = try input.nextLine(idle: idle) { line, isHead in
          (!isHead && line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } ? [] : Array(line), isHead)
        }
      } catch let error as CommandFailure {
        failure = error
        break
      }
      guard let line else { break }
      number += 1
      if line.bytes.isEmpty { continue }
      if skip > 0 {
        skip -= 1
        continue
      }
      batch.lines.append((number, line.bytes, line.isHead))
      batch.size += line.bytes.count
    }
    return batch.lines.isEmpty ? nil : batch
  }

  /// Throws what ended the input, once everything before it is answered.
  func finish() throws {
    if let failure { throw failure }
  }
}
