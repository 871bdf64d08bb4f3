import GlanePatterns

/// Two months or two centuries that a hyphen makes one word: "mars-avril", "XVIIe-XVIIIe"; the value is the first of the
/// two times a hundred plus the second. And the numerals of centuries without their ending ("XIX siècle") or with all of
/// it in capitals ("XIXE SIÈCLE"), which are no ordinals by their form. And zones by their distance from Greenwich.
enum DateWords {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  private static let numerals = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx", "xxi",
  ]

  /// In the form that the rule loader reads.
  static let lists: String = {
    var entries: [(String, Int)] = []
    for (i, first) in months.enumerated() {
      for (k, second) in months.enumerated() where i != k {
        entries.append((first + "-" + second, (i + 1) * 100 + k + 1))
      }
    }
    var text = list("month-pair", entries)
    entries = []
    for i in numerals.indices {
      for k in numerals.indices where i < k {
        let (first, second) = (i == 0 ? "ier" : numerals[i] + "e", numerals[k] + "e")
        entries.append((first + "-" + second, (i + 1) * 100 + k + 1))
        entries.append((numerals[i] + "-" + second, (i + 1) * 100 + k + 1))
      }
    }
    text += "\n" + list("century-pair", entries)
    entries = []
    for (i, numeral) in numerals.enumerated() {
      // One letter is too little to go on.
      if numeral.utf8.count > 1 { entries.append((numeral, i + 1)) }
      entries.append((numeral + "e", i + 1))
      if i > 0 { entries.append((numeral + "eme", i + 1)) }
    }
    text += "\n" + list("roman-century", entries)
    text += "\nlist offset\n"
    for hours in 1...14 {
      for name in ["UTC", "GMT"] {
        text += "  \(name)+\(hours), \(name)+0\(hours) => UTC+\(60 * hours)\n"
        text += "  \(name)-\(hours), \(name)-0\(hours), \(name)\u{2212}\(hours) => UTC-\(60 * hours)\n"
      }
    }
    return text
  }()

  private static func list(_ name: String, _ entries: [(String, Int)]) -> String {
    "list \(name)\n"
      + entries.map { "  \($0.0) => \($0.1)\n" }.joined()
  }
}
