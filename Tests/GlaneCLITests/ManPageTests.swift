import Foundation
import TestSupport
import Testing

/// The man page and the completions say what the help says.
@Suite struct ManPageTests {
  private struct Argument: Decodable {
    struct Name: Decodable { var name: String }
    var abstract: String?
    var names: [Name]?
    var valueName: String
  }

  private struct Subcommand: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Subcommand]?
  }

  private struct Dump: Decodable { var command: Subcommand }

  @Test("Documentation/glane.1 has each command and option, word for word (if not: make man)") func current() throws {
    let dump = try JSONDecoder().decode(Dump.self, from: Data(Command.run(["--experimental-dump-help"]).output.utf8))
    let page = try PackageFiles.text("Documentation/glane.1")
    var lines = page.split(separator: "\n").map(String.init)
    #expect(page.utf8.allSatisfy { $0 < 0x80 }, "the generator drops what is not ASCII")
    /// Takes the lines up to the first that starts so.
    func expect(_ line: String) {
      guard let at = lines.firstIndex(where: { $0.hasPrefix(line) }) else {
        Issue.record("the man page lacks “\(line)”: make man")
        return
      }
      lines.removeFirst(at + 1)
    }
    for command in (dump.command.subcommands ?? []).filter({ $0.commandName != "help" }) {
      expect(".It Em \(command.commandName)")
      if let abstract = command.abstract { expect(abstract) }
      if let discussion = command.discussion { expect(discussion) }
      for argument in command.arguments ?? [] {
        expect(
          argument.names.map { ".It Fl \($0.map(\.name).count > 1 ? "h" : "-" + $0[0].name)" }
            ?? ".It Ar \(argument.valueName)")
        if let abstract = argument.abstract { expect(abstract) }
      }
    }
    let options = page.split(separator: "\n").filter { $0.hasPrefix(".It ") }.count
    let known = (dump.command.subcommands ?? []).filter { $0.commandName != "help" }
      .reduce(dump.command.arguments?.count ?? 0) { $0 + 1 + ($1.arguments?.count ?? 0) }
    #expect(options >= known && options <= known + 3, "the man page has what the help lacks: make man")
  }

  @Test("Completion scripts know the commands", arguments: ["bash", "zsh", "fish"]) func completions(_ shell: String)
    throws
  {
    let result = try Command.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for command in ["extract", "tokenize", "explain", "evaluate"] { #expect(result.output.contains(command)) }
  }
}
