import ArgumentParser
import Glane

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how a span came about, or why there is none.",
    discussion: """
      Explains every mention of TEXT, or with --at or --word only what covers that place. With --file the text is read \
      from a file.
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

  func run() throws {
    try reportingFailures {
      let extractor = try reading.makeExtractor()
      let bytes: [UInt8]
      if let file {
        var input = try ByteInput(file)
        bytes = try input.readAll()
      } else {
        bytes = Array((text ?? "").utf8)
      }
      let analysis = extractor.extract(utf8: bytes, reference: reading.reference)
      complainOfInvalidBytes(analysis.source.invalid, in: file ?? "the text")
      let place = try place(in: analysis.source).map { TextSpan(start: $0, end: $0 + 1) }
      var output = ByteOutput()
      try output.write(extractor.explain(analysis, at: place).report(analysis))
      try output.flush()
    }
  }

  /// The byte offset that --at or --word names.
  private func place(in source: TokenizedText) throws -> Int? {
    if let at {
      guard let offset = OffsetMap(source).utf8(scalar: at), offset < source.utf8.count else {
        throw CommandFailure("--at \(at) lies outside the text", status: .badData)
      }
      return offset
    }
    guard let word else { return nil }
    let wanted = Array(word.utf8)
    // A whole token first, so that "sept" is not found in "septembre".
    if let i = source.tokens.indices.first(where: { source.utf8[source.tokens.span(at: $0).range].elementsEqual(wanted) })
    {
      return source.tokens.span(at: i).start
    }
    guard let range = source.utf8.firstRange(of: wanted) else {
      throw CommandFailure("“\(word)” does not occur in the text", status: .badData)
    }
    return range.lowerBound
  }
}
