import Foundation
import GlanePatterns

/// Lays the word lists of names out as one gazetteer image, so that loading them costs nothing.
///
/// `swift run glane-tables name-gazetteer [LISTS [IMAGE]]`
enum NameGazetteer {
  static func image(lists folder: String) throws -> [UInt8] {
    var builder = GazetteerBuilder()
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".tsv") {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      var list: UInt16?
      // The feminine of each office, by its masculine.
      var feminines: [(masculine: String, feminine: String)] = []
      for line in text.split(separator: "\n") {
        if line.hasPrefix("# list ") { list = builder.list(String(line.dropFirst(7))) }
        guard let list, !line.hasPrefix("#") else { continue }
        let parts = line.split(separator: "\t", maxSplits: 1)
        let value = parts.count > 1 ? String(parts[1]) : "0"
        let listValue: ListValue = Int32(value).map { .integer($0) } ?? .text(value)
        builder.add(String(parts[0]), list: list, value: listValue)
        // A former office is one word with its prefix: ex-ministre, ex-colonel.
        if file == "function.tsv" || file == "title.tsv" { builder.add("ex-" + parts[0], list: list, value: listValue) }
        if file == "function.tsv", value.hasPrefix("f|") {
          feminines.append((value.dropFirst(2).split(separator: "|").first.map(String.init) ?? "", String(parts[0])))
        }
      }
      guard let list else { continue }
      for (masculine, feminine) in feminines {
        let forms = InclusiveForms.forms(masculine: masculine, feminine: feminine)
        for form in forms {
          let singular = forms[0].text
          builder.add(
            form.text, list: list, value: .text(form.isPlural ? "xp|\(masculine)|\(singular)" : "x|\(masculine)"))
        }
      }
    }
    return builder.image()
  }

  static func write(lists: String, to path: String) throws {
    try Data(image(lists: lists)).write(to: URL(fileURLWithPath: path))
  }
}
