import ArgumentParser
import Glane

struct Tokenize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cut text into tokens, one a line; an empty line follows each sentence.",
    discussion: """
      Each line is a token, with --spans preceded by its offsets, kind and a tab. With --format jsonl each document is \
      one object: {"id": …, "offsets": …, "tokens": [[start, end], …], "sentences": [[start, end], …]}.
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

  enum TokenFormat: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func run() throws {
    try reportingFailures {
      let tokenizer = Tokenizer()
      var output = ByteOutput()
      try Documents(files: files, format: input, defaultReference: nil).forEach {
        try output.flush()
      } _: { item in
        switch item {
        case .document(let document):
          let text = tokenizer.tokenize(document.text)
          complainOfInvalidBytes(text.invalid, in: document.name)
          let record = TokenRecord(text, id: document.id, offsets: offsets)
          try output.write(format == .jsonl ? record.json() + [0x0A] : lines(text, record))
        case .failure(let id, let line, let message):
          if format == .jsonl { try output.write(FailureRecord(id: id, line: line, error: message).json() + [0x0A]) }
        }
      }
    }
  }

  private func lines(_ text: TokenizedText, _ record: TokenRecord) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 2)
    for s in text.sentenceStarts.indices {
      for i in text.sentenceTokens(s) {
        if spans {
          let pair = record.tokens[i]
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
