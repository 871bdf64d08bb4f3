import ArgumentParser
import Glane

enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, jsonl
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, html, brat, conll, timeml, jsonld, spacy

  /// Whether a second document would break the first one's file.
  var isOneDocument: Bool { [.json, .html, .brat, .timeml].contains(self) }
}

extension OffsetUnit: ExpressibleByArgument {}

extension LocalDateTime: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// How much is read at once: an analysis takes some sixty times the memory of its text.
struct SizeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The most that a document, or a line of JSON, may have, in MiB.", valueName: "mib"))
  var maxSize = 64

  static let standard = 64 << 20
  /// In bytes.
  var bytes: Int { maxSize << 20 }

  func validate() throws {
    // A span's offsets are 32 bits wide.
    if !(1...4095).contains(maxSize) { throw ValidationError("--max-size lies between 1 and 4095.") }
  }

  /// What is said of something that has more.
  static func excess(_ what: String, over limit: Int) -> String {
    "a \(what) may have at most \(limit >> 20) MiB (--max-size)"
  }
}

extension TimeContext.Direction: ExpressibleByArgument {}

/// What a text is read with.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The date of the text, which \"hier\" counts from: 2024-02-12 or 2024-02-12T08:30.", valueName: "date"))
  var reference: LocalDateTime?

  @Flag(
    name: .long,
    help: "Without --reference, don't take the date of the text's own dateline (\"PARIS, 3 mars 2017 -\").")
  var noDateline = false

  @Option(
    name: .long,
    help: "Which way \"mardi\" or \"le 7 juillet\" look: past, future or nearest; else the verb beside them tells.")
  var direction: TimeContext.Direction?

  @Flag(name: .long, help: "Look for dates alone, which is several times as fast.")
  var onlyDates = false

  @Option(name: .long, help: ArgumentHelp("Rules of your own (.rules); may be given several times.", valueName: "file"))
  var rules: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("A word list of your own (.tsv); may be given several times.", valueName: "file"))
  var list: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out names that are less sure, from 0 to 1; at 0.9 at least 95 in 100 are right.", valueName: "confidence"))
  var minConfidence: Double = 0

  func validate() throws {
    if !(0...1).contains(minConfidence) { throw ValidationError("--min-confidence lies between 0 and 1.") }
  }

  /// Lists first: a rule may name a list of the same command line.
  func makeExtractor() throws -> Extractor {
    let sources = try (list + rules).map { path in
      var input = try ByteInput(path)
      return RuleSource(name: path, utf8: try input.readAll())
    }
    do {
      var extractor = try Extractor(rules: sources, scope: onlyDates ? .dates : .everything)
      extractor.minimumConfidence = minConfidence
      extractor.readsDateline = !noDateline
      extractor.direction = direction
      return extractor
    } catch {
      throw CommandFailure(error.description, status: .badData)
    }
  }
}
