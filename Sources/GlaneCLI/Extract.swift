import ArgumentParser
import Glane

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extract dates, people, functions, organisations, places and quotations.",
    discussion: """
      Reads each FILE as one document, or standard input where none is given (`-` too). With --input jsonl each line \
      is a document: {"id": …, "text": …, "reference": …}; a line that can't be read is answered by \
      {"id": …, "line": …, "error": …} in its place, and the rest goes on.
      """)

  @Argument(help: ArgumentHelp("The texts to read, in UTF-8.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: .long,
    help: """
      A report to read (text), one JSON object (json) or one a line (jsonl), a page for a browser (html), brat standoff, \
      CoNLL-2003 columns, TimeML, JSON-LD in the vocabulary of schema.org, or a spaCy document in JSON.
      """)
  var format: OutputFormat = .text

  @Option(name: .long, help: "Read plain text, one document a file, or one JSON object a line.")
  var input: InputFormat = .text

  @Option(name: .long, help: "What offsets in JSON count.")
  var offsets: OffsetUnit = .unicodeScalar

  @Flag(name: .long, help: "List the tokens in JSON.")
  var tokens = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if format.isOneDocument, input == .jsonl || files.count > 1 {
      throw ValidationError("--format \(format) writes one document; use --format jsonl for several.")
    }
  }

  func run() throws {
    try reportingFailures {
      let extractor = try reading.makeExtractor()
      let documents = Documents(files: files, format: input, defaultReference: reading.reference)
      var writer = DocumentWriter(
        format: format, offsets: offsets, tokens: tokens, namesDocuments: input == .jsonl || files.count > 1)
      try documents.forEach {
        try writer.output.flush()
      } _: { item in
        switch item {
        case .document(let document):
          let analysis = extractor.extract(utf8: document.text, reference: document.reference)
          complainOfInvalidBytes(analysis.source.invalid, in: document.name)
          try writer.write(analysis, of: document)
        case .failure(let id, let line, let message): try writer.write(message, id: id, line: line)
        }
      }
    }
  }
}

/// Writes documents in the chosen format, in the order they come.
struct DocumentWriter: ~Copyable {
  var output = ByteOutput()
  let format: OutputFormat
  let offsets: OffsetUnit
  let tokens: Bool
  /// Whether a report starts with the name of its document.
  let namesDocuments: Bool
  private let styled = System.isTerminal(System.standardOutput) && (System.environment("NO_COLOR") ?? "").isEmpty
  private var isFirst = true

  init(format: OutputFormat, offsets: OffsetUnit, tokens: Bool, namesDocuments: Bool) {
    self.format = format
    self.offsets = offsets
    self.tokens = tokens
    self.namesDocuments = namesDocuments
  }

  mutating func write(_ analysis: Analysis, of document: Documents.Document) throws {
    let id = document.id
    switch format {
    case .text:
      try head(id?.description ?? document.name)
      try output.write(analysis.report(styled: styled))
    case .json, .jsonl:
      let record = AnalysisRecord(analysis, id: id, offsets: offsets, tokens: tokens)
      try output.write(record.json(pretty: format == .json) + [0x0A])
    case .html: try output.write(analysis.html(title: document.name))
    case .brat: try output.write(analysis.brat())
    case .conll: try output.write(analysis.conll())
    case .timeml: try output.write(analysis.timeML(id: id?.description ?? ""))
    case .jsonld: try output.write(analysis.jsonLD(id: id) + [0x0A])
    case .spacy: try output.write(analysis.spaCy(title: id?.description) + [0x0A])
    }
  }

  mutating func write(_ message: String, id: DocumentID?, line: Int) throws {
    // The other formats have no place for it: standard error has the message.
    guard [.json, .jsonl, .jsonld, .spacy].contains(format) else { return }
    try output.write(FailureRecord(id: id, line: line, error: message).json() + [0x0A])
  }

  private mutating func head(_ name: String) throws {
    guard namesDocuments else { return }
    try output.write((isFirst ? "" : "\n") + "== \(name)\n\n")
    isFirst = false
  }
}

/// Says where a text is not UTF-8; everything around those bytes was read.
func complainOfInvalidBytes(_ runs: [TextSpan], in name: String) {
  guard !runs.isEmpty else { return }
  let shown = runs.prefix(8).map(\.description).joined(separator: ", ")
  let more = runs.count > 8 ? " and \(runs.count - 8) more" : ""
  complain("\(name): not UTF-8 at bytes \(shown)\(more); the rest was read")
}
