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
    var text = "list month-pair\n"
    // Pieces are appended one by one: hundreds of entries are made whenever rules are loaded.
    func entry(_ first: String, _ middle: String, _ last: String, _ value: Int) {
      text += "  "
      text += first
      text += middle
      text += last
      text += " => "
      text += String(value)
      text += "\n"
    }
    for (i, first) in months.enumerated() {
      for (k, second) in months.enumerated() where i != k { entry(first, "-", second, (i + 1) * 100 + k + 1) }
    }
    text += "\nlist century-pair\n"
    for i in numerals.indices {
      for k in numerals.indices where i < k {
        let value = (i + 1) * 100 + k + 1
        let second = numerals[k] + "e"
        entry(numerals[i], i == 0 ? "er-" : "e-", second, value)
        entry(numerals[i], "-", second, value)
      }
    }
    text += "\nlist roman-century\n"
    for (i, numeral) in numerals.enumerated() {
      // One letter is too little to go on.
      if numeral.utf8.count > 1 { entry(numeral, "", "", i + 1) }
      entry(numeral, "e", "", i + 1)
      if i > 0 { entry(numeral, "eme", "", i + 1) }
    }
    text += "\nlist offset\n"
    for hours in 1...14 {
      for name in ["UTC", "GMT"] {
        text += "  \(name)+\(hours), \(name)+0\(hours) => UTC+\(60 * hours)\n"
        text += "  \(name)-\(hours), \(name)-0\(hours), \(name)\u{2212}\(hours) => UTC-\(60 * hours)\n"
      }
    }
    return text
  }()
}
