import ArgumentParser
import Glane

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Extract dates, people, functions, organisations, places and quotations.",
    discussion: """
      Reads each FILE as one document, or standard input where none is given (`-` too). With --input jsonl each line \
      is a document: {"id": ..., "text": ..., "reference": ...}; a line that can't be read is answered by \
      {"id": ..., "line": ..., "error": ...} in its place, and the rest goes on. What gzip compressed is read as \
      what it holds.
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

  @Flag(name: .long, help: "Put the text in JSON: what evaluate reads.")
  var text = false

  @Option(name: .long, help: "How many documents of a JSON Lines stream to read at a time; the order is kept.")
  var jobs = 1

  @Option(name: .long, help: "Pass over the first documents of a JSON Lines stream: those answered before.")
  var skip = 0

  @OptionGroup var size: SizeOptions

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs needs at least 1.") }
    if skip < 0 { throw ValidationError("--skip counts from 0.") }
    if format.isOneDocument, input == .jsonl || files.count > 1 {
      throw ValidationError("--format \(format) writes one document; use --format jsonl for several.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let answerer = ExtractionAnswerer(
        extractor: try reading.makeExtractor(), format: format, offsets: offsets, tokens: tokens, text: text,
        namesDocuments: input == .jsonl || files.count > 1)
      try await Documents(
        files: files, format: input, reference: reading.reference, jobs: jobs, skip: skip, limit: size.bytes,
        answerer: answerer
      ).run()
    }
  }
}

/// Extracts, and writes in the chosen format.
private struct ExtractionAnswerer: DocumentAnswerer {
  let extractor: Extractor
  let format: OutputFormat
  let offsets: OffsetUnit
  let tokens: Bool
  let text: Bool
  /// Whether a report starts with the name of its document.
  let namesDocuments: Bool
  let styled = System.isTerminal(System.standardOutput) && (System.environment("NO_COLOR") ?? "").isEmpty

  func answer(_ document: Document) -> Answer {
    let analysis = extractor.extract(utf8: document.text, reference: document.reference)
    return Answer(
      output: render(analysis, document), complaints: complaints(analysis.source.invalid, in: document.name), good: 1)
  }

  /// The formats that have no place for it leave it to standard error.
  func answer(toFailure record: FailureRecord) -> [UInt8] {
    [.json, .jsonl, .jsonld, .spacy].contains(format) ? record.json() + [0x0A] : []
  }

  /// What a page is called: its file, without folder and extension.
  private func title(_ document: Document) -> String {
    let whole = document.id?.description ?? document.name
    if whole == "-" || whole == ByteInput.standard { return "Entrée standard" }
    let name = whole.split(separator: "/").last.map(String.init) ?? whole
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func render(_ analysis: Analysis, _ document: Document) -> [UInt8] {
    let id = document.id
    switch format {
    case .text:
      let report = analysis.report(styled: styled)
      return Array((namesDocuments ? "== \(id?.description ?? document.name)\n\n\(report)\n" : report).utf8)
    case .json, .jsonl:
      var json = analysis.jsonBytes(id: id, offsets: offsets, tokens: tokens, text: text, pretty: format == .json)
      json.append(0x0A)
      return json
    case .html: return Array(analysis.html(title: title(document)).utf8)
    case .brat: return Array(analysis.brat().utf8)
    case .conll: return Array(analysis.conll().utf8)
    case .timeml: return Array(analysis.timeML(id: id?.description ?? "").utf8)
    case .jsonld: return analysis.jsonLD(id: id) + [0x0A]
    case .spacy: return analysis.spaCy(title: id?.description) + [0x0A]
    }
  }
}

/// Says where a text is not UTF-8; everything around those bytes was read.
func complaints(_ runs: [TextSpan], in name: String) -> [String] {
  guard !runs.isEmpty else { return [] }
  let shown = runs.prefix(8).map(\.description).joined(separator: ", ")
  let more = runs.count > 8 ? " and \(runs.count - 8) more" : ""
  return ["\(name): not UTF-8 at bytes \(shown)\(more); the rest was read"]
}
