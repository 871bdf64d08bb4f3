import ArgumentParser
import Glane

struct Tokenize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut text into tokens, one a line; an empty line follows each sentence.",
    discussion: """
      Each line is a token, with --spans preceded by its offsets, kind and a tab. With --format jsonl each document is \
      one object: {"id": ..., "offsets": ..., "tokens": [[start, end], ...], "sentences": [[start, end], ...]}.
      """)

  @Argument(help: ArgumentHelp("The texts to cut, in UTF-8.", valueName: "file"))
  var files: [String] = []

  @Option(name: .long, help: "Write text or one JSON object a line.")
  var format: TokenFormat = .text

  @Option(name: .long, help: "Read plain text, one document a file, or one JSON object a line.")
  var input: InputFormat = .text

  @Option(name: .long, help: "What offsets count.")
  var offsets: OffsetUnit = .unicodeScalar

  @Flag(name: .long, help: "Write the offsets and the kind before each token.")
  var spans = false

  @OptionGroup var size: SizeOptions

  enum TokenFormat: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func run() async throws {
    try await reportingFailures {
      let answerer = TokenAnswerer(format: format, offsets: offsets, spans: spans)
      try await Documents(files: files, format: input, reference: nil, limit: size.bytes, answerer: answerer).run()
    }
  }
}

/// Cuts, and writes the tokens.
private struct TokenAnswerer: DocumentAnswerer {
  let tokenizer = Tokenizer()
  let format: Tokenize.TokenFormat
  let offsets: OffsetUnit
  let spans: Bool

  func answer(_ document: Document) -> Answer {
    let text = tokenizer.tokenize(document.text)
    // Offsets cost more memory than the text: only where they are written.
    let record = spans || format == .jsonl ? TokenRecord(text, id: document.id, offsets: offsets) : nil
    return Answer(
      output: format == .jsonl ? (record?.json() ?? []) + [0x0A] : lines(text, record?.tokens),
      complaints: complaints(text.invalid, in: document.name), good: 1)
  }

  func answer(toFailure record: FailureRecord) -> [UInt8] { format == .jsonl ? record.json() + [0x0A] : [] }

  private func lines(_ text: TokenizedText, _ offsets: [OffsetPair]?) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 2)
    for s in text.sentenceStarts.indices {
      for i in text.sentenceTokens(s) {
        if let pair = offsets?[i] {
          out.append(contentsOf: "\(pair.start)\t\(pair.end)\t\(text.tokens.kind(at: i))\t".utf8)
        }
        out.append(contentsOf: text.utf8[text.tokens.span(at: i).range])
        out.append(0x0A)
      }
      out.append(0x0A)
    }
    return out
  }
}
