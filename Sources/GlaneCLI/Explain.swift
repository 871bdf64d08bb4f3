import ArgumentParser
import Glane

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say how a span came about, or why there is none.",
    discussion: """
      Shows what was found in a text, or with --at or --word at one place of it: the mentions, every rule that matched \
      on the way, and the lists that hold its words. With --file the text is read from a file.
      """)

  @Argument(help: ArgumentHelp("The text to explain.", valueName: "text"))
  var text: String?

  @Option(name: .long, help: ArgumentHelp("Read the text from a file (`-`: standard input).", valueName: "file"))
  var file: String?

  @Option(name: .long, help: ArgumentHelp("A place, in Unicode scalars from the start.", valueName: "offset"))
  var at: Int?

  @Option(name: .long, help: ArgumentHelp("A word: its first occurrence.", valueName: "word"))
  var word: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if (text == nil) == (file == nil) { throw ValidationError("Give a text or --file, one of the two.") }
    if at != nil, word != nil { throw ValidationError("Give --at or --word, not both.") }
    if let at, at < 0 { throw ValidationError("--at counts from 0.") }
    if let word, word.isEmpty { throw ValidationError("--word needs a word.") }
  }

  func run() async throws {
    try await reportingFailures {
      let extractor = try reading.makeExtractor()
      let bytes: [UInt8]
      if let file {
        var input = try ByteInput(file)
        bytes = try input.readAll()
      } else {
        bytes = Array((text ?? "").utf8)
      }
      let source = Tokenizer().tokenize(bytes)
      for complaint in complaints(source.invalid, in: file ?? "the text") { complain(complaint) }
      var output = ByteOutput()
      let text = String(decoding: bytes, as: UTF8.self)
      try output.write(extractor.explain(text, reference: reading.reference, at: place(in: text)).report)
      try output.flush()
    }
  }

  /// The token that --at or --word names; nil for the whole text.
  private func place(in text: String) throws -> TextSpan? {
    let source = Tokenizer().tokenize(text)
    if let at {
      guard let offset = OffsetMap(source).utf8(scalar: at), offset < source.utf8.count else {
        throw CommandFailure("--at \(at) lies outside the text", status: .badData)
      }
      guard let token = source.tokens.first(where: { $0.span.contains(offset) }) else {
        throw CommandFailure("--at \(at) lies between words", status: .badData)
      }
      return token.span
    }
    guard let word else { return nil }
    let wanted = Array(word.utf8)
    // A whole token first, so that "sept" is not found in "septembre".
    if let token = source.tokens.first(where: { source.utf8[$0.span.range].elementsEqual(wanted) }) {
      return token.span
    }
    guard let range = text.firstRange(of: word), let span = TextSpan(range, in: text) else {
      throw CommandFailure("“\(word)” does not occur in the text", status: .badData)
    }
    return span
  }
}
