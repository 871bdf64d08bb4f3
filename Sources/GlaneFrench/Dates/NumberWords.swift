/// French number names from 0 to 99 in every spelling, made by their grammar rather than listed.
///
/// France, Belgium, Switzerland: soixante-dix and septante, quatre-vingts, huitante and octante, quatre-vingt-dix and
/// nonante. With hyphens throughout (1990), with hyphens where tradition has them, and without, as people type.
enum NumberWords {
  private static let small = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]

  /// Name and value, every spelling once.
  static let belowHundred: [(name: String, value: Int)] = {
    var names: [(String, Int)] = []
    var known: Set<String> = []
    func add(_ name: String, _ value: Int) {
      for spelling in spellings(name) where known.insert(spelling).inserted { names.append((spelling, value)) }
    }
    for (value, name) in small.enumerated() { add(name, value) }
    add("une", 1)
    let regular = [
      ("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("septante", 70),
      ("huitante", 80), ("octante", 80), ("nonante", 90),
    ]
    for (ten, value) in regular {
      add(ten, value)
      add(ten + "-et-un", value + 1)
      add(ten + "-et-une", value + 1)
      for unit in 2...9 { add(ten + "-" + small[unit], value + unit) }
    }
    add("soixante-et-onze", 71)
    for unit in 0...9 where unit != 1 { add("soixante-" + small[10 + unit], 70 + unit) }
    add("quatre-vingts", 80)
    add("quatre-vingt", 80)
    add("quatre-vingt-une", 81)
    for unit in 1...19 { add("quatre-vingt-" + small[unit], 80 + unit) }
    return names
  }()

  /// The list `number-word`, in the form that the rule loader reads.
  static let list: String = {
    var text = "# list number-word\n# Made by NumberWords.swift.\n"
    for (name, value) in belowHundred {
      text += name
      text += "\t"
      text += String(value)
      text += "\n"
    }
    return text
  }()

  /// "trente-et-un": with its hyphens, and with spaces.
  private static func spellings(_ name: String) -> [String] {
    [name, String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)]
  }
}
