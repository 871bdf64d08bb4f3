import GlanePatterns
import GlaneText

// The words of the name itself.
extension NameScoring {
  func weighWords(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    let n = c.tokens.count
    var organizationWords = 0
    var common = 0
    var surnames = 0
    var particles = false
    for t in c.tokens {
      let marks = words.marks[t]
      if marks.contains(.organizationWord), t > c.tokens.lowerBound || n == 1 || !marks.contains(.firstName) {
        organizationWords += 1
      }
      if !words.classes[t].isEmpty, marks.isDisjoint(with: [.firstName, .surname]), !chart.shape(t).isAllUpper,
        !chart.shape(t).contains(.elided), !marks.contains(.particle) || chart.shape(t).contains(.initialUpper)
      {
        common += 1
      }
      if marks.contains(.surname) { surnames += 1 }
      if marks.contains(.particle), !chart.shape(t).contains(.initialUpper) { particles = true }
    }
    let first = c.tokens.lowerBound
    let own = words.marks[first]
    // "le Nord de la France", "l'Ouest des États-Unis": a side of a country, no place of that name.
    if n == 1, c.tokens.upperBound < chart.sentence(of: first).upperBound,
      Self.sides.contains(chart.word(first)), Self.ofWords.contains(chart.word(c.tokens.upperBound))
    {
      c.scores -= SIMD8<Float>(repeating: 6)
      return
    }
    if n == 1 {
      weighSingle(&c, own, chart)
      return
    }
    if c.firstNames > 0, c.firstNames < n || n > 1 { c[.person] += 5 }
    if c.firstNames == 0 {
      // Two capitalised words that are in no dictionary are a person more often than not.
      // Letters before a name are no first name: "WTS Leeds".
      let hasLetters =
        n == 2 && chart.shape(first).isAllUpper && chart.text.tokens.span(at: first).count <= 4
        && chart.shape(first + 1).contains(.hasLower) && own.isDisjoint(with: [.surname, .firstName])
        && words.marks[first + 1].isDisjoint(with: .firstName)
      if common == 0, !hasLetters { c[.person] += 2.5 }
      // The known part may stand anywhere: "Kwame Nkrumah", "Ouattara Alassane".
      if c.tokens.contains(where: { words.marks[$0].contains(.firstName) }) { c[.person] += 2 }
    }
    c[.person] += Float(min(surnames, 1)) * 1.5 + (particles ? 1.5 : 0)
    if common > 0 {
      c[.person] -= Float(common) * (c.firstNames > 0 ? 1 : 2)
      c[.organization] += 1.5
    }
    if organizationWords > 0 {
      c[.organization] += 4
      c[.person] -= 2
    }
    if !own.isDisjoint(with: [.country, .bigTown]), c.firstNames == 0 {
      c[.place] += 2; c[.person] -= 1.5; c[.organization] += 1
    }
    // "Chosroès II"
    if n == 2, c.isNumbered { c[.person] += 2.5 }
    let last = words.marks[c.tokens.upperBound - 1]
    if !last.isDisjoint(with: [.country, .bigTown]), c.firstNames == 0 { c[.organization] += 1; c[.place] += 1 }
    if chart.shape(c.tokens.upperBound - 1).isAllUpper, chart.kind(c.tokens.upperBound - 1) == .acronym || n == 2,
      c.firstNames == 0
    {
      c[.organization] += 1.5
    }
    if isArticleWord(first, chart) {
      c[.organization] += 1.5
      c[.person] -= 1
      // "Les Brotteaux", where "Le Monde" has an everyday word.
      if n == 2, words.classes[first + 1].isEmpty, chart.shape(first + 1).contains(.hasLower),
        words.marks[first + 1].isDisjoint(with: [.organization, .organizationWord, .acronym])
      {
        c[.organization] -= 1.5
        c[.place] += 3.2
      }
    }
    if c.firstNames == 0, own.contains(.organizationHead) || own.contains(.organization) { c[.organization] += 3 }
    if own.contains(.placeHead) { c[.place] += 3 }
    if own.contains(.eventHead), c.firstNames == 0 { c[.event] += 2.5 }
  }

  func weighSingle(_ c: inout NameCandidate, _ own: Marks, _ chart: borrowing Chart) {
    let t = c.tokens.lowerBound
    if chart.shape(t).contains(.hasDigit), own.isDisjoint(with: .anyName) {
      c[.place] += 5  // a road
      return
    }
    let shape = chart.shape(t)
    let isCommon = !words.classes[t].isEmpty
    let length = chart.text.tokens.span(at: t).count
    if own.contains(.country) { c[.place] += 7 }
    if own.contains(.place), !own.contains(.country) {
      c[.place] += own.contains(.ambiguous) ? 2.5 : 5
    }
    if own.contains(.bigTown) {
      c[.place] += 4.5
    } else if own.contains(.town) {
      c[.place] += isCommon || own.contains(.surname) || own.contains(.firstName) ? 0.7 : 2.2
    }
    if own.contains(.organization) {
      c[.organization] += own.contains(.ambiguous) ? isCommon || own.contains(.town) ? 2 : 3.2 : 6
    }
    if own.contains(.acronym), shape.isAllUpper { c[.organization] += 6 }
    // "la Nasa", "le Medef": letters that are read as a word are written as one.
    if own.contains(.acronym), !shape.isAllUpper, length >= 4, !isCommon, own.isDisjoint(with: .anyPlace) {
      c[.organization] += own.contains(.firstName) || own.contains(.surname) ? 3 : 5.5
    }
    if own.contains(.event) { c[.event] += 5 }
    if own.contains(.product) { c[.product] += own.contains(.ambiguous) ? 2 : 6 }
    if own.contains(.firstName) { c[.person] += 2 }
    if own.contains(.surname) { c[.person] += 2.5 }
    // Taken for a name only where it is the letters of a body: "(IRM)".
    if own.contains(.abbreviation), own.isDisjoint(with: .anyName) { c[.organization] -= 3 }
    if shape.isAllUpper, length >= 2, !isCommon || length <= 3, !words.inCapitals[t], own.isDisjoint(with: .anyName) {
      c[.organization] += length <= 6 ? 3 : 1.5
      // "les TPE", "un GPS": letters in the plural stand for things more often than for a body.
      if t > 0, Self.counting.contains(chart.word(t - 1)) { c[.organization] -= 2 }
    } else if shape.contains(.innerUpper), !shape.contains(.hasHyphen), !shape.contains(.hasApostrophe),
      shape.contains(.hasLower)
    {
      c[.organization] += 2
      c[.person] += 0.5
    }
    if shape.contains(.hasHyphen), (chart.form(t) & TypeMarks.town != 0) { c[.place] += 3.5 }
    if own.isDisjoint(with: .anyName), !isCommon, shape.contains(.hasLower) {
      c[.person] += 1
      c[.place] += 0.9
      c[.organization] += 0.7
    }
    if isCommon, !(shape.contains(.hasHyphen) && (chart.form(t) & TypeMarks.town != 0)) {
      let penalty: Float = c.isInitial ? 3 : own.isDisjoint(with: .anyName) ? 1 : 0.5
      c[.person] -= penalty
      c[.place] -= penalty
      c[.organization] -= penalty
    }
  }

  static let named: WordSet = ["nommé", "dénommé", "nommée", "dénommée"]
  static let links: WordSet = ["et", ",", "/"]
  static let ofWords: WordSet = ["de", "d'", "du", "des"]
  static let sides: WordSet = [
    "nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "centre",
  ]
  static let counting: WordSet = [
    "les", "des", "aux", "ces", "ses", "nos", "vos", "leurs", "un", "une", "deux", "trois", "quatre", "cinq", "dix",
    "cent", "quelques", "plusieurs", "certains", "certaines", "chaque", "aucun", "aucune",
  ]

  /// Bodies that take a person's name without "de".
  static let calledAfter: WordSet = [
    "groupe", "société", "entreprise", "école", "lycée", "collège", "fondation", "institut", "université", "hôpital",
    "clinique", "association", "compagnie", "cabinet", "éditions", "maison", "académie", "laboratoires", "laboratoire",
    "banque", "studio", "prison", "bibliothèque", "conservatoire", "maternité", "gymnase",
  ]

  func isArticleWord(_ t: Int, _ chart: borrowing Chart) -> Bool {
    Self.articles.contains(chart.spelling(t))
  }
}
