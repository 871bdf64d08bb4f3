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

/// What a text is read with.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The date of the text, which “hier” counts from: 2024-02-12 or 2024-02-12T08:30.", valueName: "date"))
  var reference: LocalDateTime?

  @Option(name: .long, help: ArgumentHelp("Rules of your own (.rules); may be given several times.", valueName: "file"))
  var rules: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("A word list of your own (.tsv); may be given several times.", valueName: "file"))
  var list: [String] = []

  /// Lists first: a rule may name a list of the same command line.
  func makeExtractor() throws -> Extractor {
    let sources = try (list + rules).map { path in
      var input = try ByteInput(path)
      return RuleSource(name: path, utf8: try input.readAll())
    }
    do {
      return try Extractor(rules: sources)
    } catch {
      throw CommandFailure(error.description, status: .badData)
    }
  }
}
