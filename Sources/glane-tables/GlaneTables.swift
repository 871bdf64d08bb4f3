/// The generator of checked-in tables: `swift run glane-tables SUBCOMMAND [FOLDER]`.
@main
struct GlaneTables {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "text": try TextTables.write(to: arguments.dropFirst().first ?? "Sources/CGlaneText/tables")
    case "name-lists" where arguments.count >= 4:
      let a = Array(arguments)
      try NameLists.write(
        cldr: a[1], hunspell: a[2], geonames: a[3], to: a.count > 4 ? a[4] : "Sources/GlaneFrench/Names/Lists")
    case "name-gazetteer":
      let a = Array(arguments.dropFirst())
      try NameGazetteer.write(
        lists: a.first ?? "Sources/GlaneFrench/Names/Lists",
        to: a.count > 1 ? a[1] : "Sources/GlaneFrench/Names/names.gazetteer")
    case "tokenize": try TokenizeLines.run()
    default:
      print(
        """
        usage: glane-tables text [FOLDER] | name-lists CLDR HUNSPELL GEONAMES [LISTS] | name-gazetteer [LISTS [IMAGE]]
               | tokenize < JSONL
        """)
    }
  }
}
