import ArgumentParser
import Glane

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the extraction against documents whose mentions are marked, rule by rule.",
    discussion: """
      Each line of GOLD is a document as extract --format jsonl --text writes it, put right by hand: its text, its \
      mentions and quotes. Mentions count strictly (equal spans) and fuzzily (spans that overlap), and so do values, \
      holders and labels of functions, and speakers. A type that the gold does not mark is not judged.
      """)

  @Argument(help: ArgumentHelp("The marked documents, a JSON object a line.", valueName: "gold"))
  var files: [String] = []

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(name: .long, help: "Write tables to read, or one JSON object.")
  var format: Format = .text

  @Option(name: .long, help: "How many mistakes of each sort to show.")
  var mistakes = 10

  @OptionGroup var size: SizeOptions

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if mistakes < 0 { throw ValidationError("--mistakes counts from 0.") }
  }

  func run() async throws {
    try await reportingFailures {
      let extractor = try reading.makeExtractor()
      var evaluation = Evaluation(mistakesKept: mistakes)
      var outcome = Outcome()
      for path in files.isEmpty ? ["-"] : files {
        do {
          var input = try ByteInput(path, limit: size.bytes)
          try read(&input, extractor, &evaluation, &outcome)
        } catch let failure as CommandFailure {
          complain(failure.message)
          outcome.failed(failure.status)
        }
      }
      var output = ByteOutput()
      switch format {
      case .text: try output.write(evaluation.report)
      case .json: try output.write(evaluation.json() + [0x0A])
      }
      try output.flush()
      try outcome.finish()
    }
  }

  private func read(
    _ input: inout ByteInput, _ extractor: Extractor, _ evaluation: inout Evaluation, _ outcome: inout Outcome
  ) throws {
    var number = 0
    while true {
      let next = try input.nextLine(idle: {}) { (bytes: Array($0), isHead: $1) }
      guard let (line, isHead) = next else { return }
      number += 1
      if isHead {
        complain("\(input.name):\(number): \(SizeOptions.excess("line", over: size.bytes))")
        outcome.failed(.badData)
        continue
      }
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      do throws(DocumentLine.Failure) {
        let gold = try line.withUnsafeBufferPointer { bytes throws(DocumentLine.Failure) in
          try GoldDocument(parsing: bytes)
        }
        evaluation.add(
          extractor.extract(utf8: gold.text, reference: gold.reference ?? reading.reference), gold: gold)
        outcome.succeeded()
      } catch {
        complain("\(input.name):\(number): \(error.message)")
        outcome.failed(.badData)
      }
    }
  }
}
