import ArgumentParser

@main
struct GlaneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glane",
    abstract:
      "Gathers the facts of French text: dates with their values, people, functions, organisations, quotations.",
    discussion: """
      Exit status: 0 all well; 1 some documents failed; 64 usage; 65 bad data; 66 no input; 74 input or output failed.
      """,
    version: "0.1.0",
    subcommands: [Extract.self, Tokenize.self, Explain.self, Evaluate.self])

  static func main() async {
    // A reader that goes away shows as EPIPE from write(2), which ends the command quietly.
    ignoreBrokenPipes()
    await main(nil)
  }
}
