/// The generator of checked-in tables: `swift run glane-tables SUBCOMMAND [FOLDER]`.
@main
struct GlaneTables {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "text": try TextTables.write(to: arguments.dropFirst().first ?? "Sources/CGlaneText/tables")
    case "tokenize": try TokenizeLines.run()
    default: print("usage: glane-tables text [FOLDER] | tokenize < JSONL")
    }
  }
}
