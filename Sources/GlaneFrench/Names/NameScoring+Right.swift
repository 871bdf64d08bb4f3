import GlanePatterns
import GlaneText

// What stands behind the name, and beside it.
extension NameScoring {
  func weighRight(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    let end = c.tokens.upperBound
    let limit = chart.sentence(of: c.tokens.lowerBound).upperBound
    guard end < limit else { return }
    let next = word(end, chart)
    let marks = words.marks[end]
    if marks.contains(.saying) { c[.person] += 1.2; c[.organization] += 0.7 }
    weighDateline(&c, next, chart)
    // "Vautrin l'attendait", "Rastignac monta": who stands before a verb is mostly a person.
    if c.isInitial, c.tokens.count == 1, words.marks[c.tokens.lowerBound].isDisjoint(with: .anyName),
      words.classes[c.tokens.lowerBound].isEmpty, chart.shape(c.tokens.lowerBound).contains(.hasLower),
      isPastVerb(end, chart)
        || end + 1 < limit && chart.shape(end).isAllLower && words.classes[end].contains(.little)
          && isPastVerb(end + 1, chart)
    {
      c[.person] += 0.6
    }
    weighTown(&c, limit, chart)
    weighSeat(&c, next, limit, chart)
    if marks.contains(.apposed), chart.shape(end).isAllLower { c[.person] += 2 }
    // "Rose et Paul Morel"
    if next == "et", end + 2 < limit, c.tokens.count == 1, words.marks[c.tokens.lowerBound].contains(.firstName),
      words.marks[end + 1].contains(.firstName), chart.shape(end + 1).contains(.initialUpper),
      chart.shape(end + 2).contains(.initialUpper)
    {
      c[.person] += c.isInitial ? 5 : 3
    }
    if next == ",", end + 1 < limit {
      var r = end + 1
      if ["le", "la", "l'", "les", "un", "une", "son", "sa", "leur", "ancien", "ancienne"].contains(
        word(r, chart)), r + 1 < limit
      {
        r += 1
      }
      if roleStarts[r] >= 0, roles[Int(roleStarts[r])].kind == .function || roles[Int(roleStarts[r])].complements != nil
      {
        c[.person] += 2.5
      }
      if isAge(end + 1, limit, chart) { c[.person] += 4 }
    }
    if next == "(", end + 2 < limit {
      if roleStarts[end + 1] >= 0 { c[.person] += 2 }
      if isAge(end + 1, limit, chart) || ["née", "né", "°"].contains(word(end + 1, chart)) { c[.person] += 4 }
      if word(end + 2, chart) == ")", words.marks[end + 1].contains(.country) { c[.place] += 0.5; c[.person] += 0.5 }
      if word(end + 2, chart) == ")", chart.shape(end + 1).isAllUpper,
        words.marks[end + 1].isDisjoint(with: .anyPlace)
      {
        c[.organization] += 1; c[.person] += 1
      }
    }
    if c.tokens.count == 1, words.marks[c.tokens.lowerBound].contains([.organization, .ambiguous]) {
      // The seat acts: "l'Élysée a fait savoir".
      if marks.contains(.saying)
        || Self.auxiliaries.contains(next)
        || words.classes[end] == .verb && chart.shape(end).isAllLower
      {
        c[.organization] += 1.5
      }
    }
    if Self.personsPronouns.contains(next) { c[.person] += 0.5 }
    if next == "mort" || next == "morte" || next == "âgé" || next == "âgée" || next == "décède" || next == "meurt" {
      c[.person] += 2
    }
  }

  /// "mort à Paisley Park", "à Borgo Egnazia, dans les Pouilles": what is not given to anybody is where.
  func weighSeat(_ c: inout NameCandidate, _ next: PackedWord, _ limit: Int, _ chart: borrowing Chart) {
    let (t, end) = (c.tokens.lowerBound, c.tokens.upperBound)
    guard c.tokens.count > 1, t > 1, word(t - 1, chart) == "à" else { return }
    let isSet = next == "," && end + 1 < limit && Self.seats.contains(word(end + 1, chart))
    guard isSet || Self.staying.contains(word(t - 2, chart)) else { return }
    c[.place] += 2.5
    c[.person] -= 2.5
  }

  static let seats: WordSet = ["en", "dans", "aux", "près"]
  /// Before "à": where somebody or something is.
  static let staying: WordSet = [
    "né", "née", "nés", "mort", "morte", "morts", "décédé", "décédée", "inhumé", "inhumée", "enterré", "enterrée",
    "situé", "située", "situés", "basé", "basée", "basés", "installé", "installée", "domicilié", "domiciliée",
    "habite", "vit", "vivait", "réside", "naît", "meurt", "lieu", "tiendra", "tient",
  ]

  static let kindsOfTown: WordSet = [
    "capitale", "préfecture", "ville", "commune", "village", "chef-lieu", "bourg", "bourgade", "cité",
    "station", "port", "banlieue", "métropole", "localité", "municipalité",
  ]

  static let beforeKinds: WordSet = ["la", "le", "une", "un", "petite", "grande"]
  static let presents: WordSet = ["est", "a", "était", "fut", "n'", "sera"]

  /// "Valence, préfecture de la Drôme"; "Sens est une ville", where no article stands before the word.
  func weighTown(_ c: inout NameCandidate, _ limit: Int, _ chart: borrowing Chart) {
    let (t, end) = (c.tokens.lowerBound, c.tokens.upperBound)
    guard c.tokens.count == 1, !words.marks[t].isDisjoint(with: [.place, .town]) else { return }
    var k = end + 1
    if chart.word(end) == ",", k < limit {
      if Self.beforeKinds.contains(chart.word(k)), k + 1 < limit { k += 1 }
      if Self.kindsOfTown.contains(chart.word(k)) { c[.place] += 4 }
      return
    }
    guard c.isInitial, !words.classes[t].isEmpty, words.marks[t].isSuperset(of: [.place, .ambiguous]),
      !words.marks[t].contains(.organization), chart.shape(end).isAllLower
    else { return }
    if words.classes[end] == .verb || Self.presents.contains(chart.word(end)) {
      c[.place] += 4
    }
  }

  /// A verb of narration: "monta", "attendait", "crièrent".
  func isPastVerb(_ t: Int, _ chart: borrowing Chart) -> Bool {
    guard words.classes[t] == .verb || words.classes[t].isEmpty, chart.shape(t).isAllLower else {
      return false
    }
    let text = chart.lower(t)
    guard text.utf8.count >= 4, !["connait", "parait", "plait"].contains(where: text.hasSuffix) else { return false }
    return ["ait", "aient", "èrent", "irent", "urent"].contains { text.hasSuffix($0) }
      || text.hasSuffix("a") && !text.hasSuffix("ra")
  }

  /// "ROANNE – La piscine rouvre", "ROANNE (AFP) -": a town in capitals opens the piece.
  func weighDateline(_ c: inout NameCandidate, _ next: PackedWord, _ chart: borrowing Chart) {
    let t = c.tokens.lowerBound
    guard c.isInitial, c.tokens.count == 1, Self.dashes.contains(next) else { return }
    let (shape, marks) = (chart.shape(t), words.marks[t])
    guard shape.isAllUpper, chart.text.tokens.span(at: t).count >= 4,
      marks.isDisjoint(with: [.acronym, .organization, .abbreviation, .product]),
      words.classes[t].isEmpty || shape.contains(.hasHyphen)
    else { return }
    c[.place] += 4
  }

  func isAge(_ t: Int, _ limit: Int, _ chart: borrowing Chart) -> Bool {
    t + 1 < limit && chart.kind(t) == .number && word(t + 1, chart) == "ans"
  }

  /// What is coordinated is mostly of one sort; what stands in brackets behind a place is where it lies.
  func weighNeighbour(_ c: inout NameCandidate, _ left: NameCandidate, _ chart: borrowing Chart) {
    let gap = left.tokens.upperBound..<c.tokens.lowerBound
    guard gap.count >= 1, gap.count <= 3, left.score >= 3,
      chart.sentence(of: c.tokens.lowerBound).contains(gap.lowerBound)
    else { return }
    let text = gap.map { word($0, chart) }
    // "MM. Bernard, Caron et Delmas"
    if left.isListed, text == [","] || text == ["et"] || text == [",", "et"] {
      c.isListed = true
      c[.person] += 8
      return
    }
    // "Diderot et d'Alembert", where no preposition is said again.
    if left.best == .person, c.tokens.count == 1, text.count == 2, text[0] == "et" || text[0] == ",",
      ["d'", "d’"].contains(text[1]), c[.person] + 1.5 >= c.score, left.tokens.lowerBound > 0,
      !["de", "d'", "d’", "du", "des"].contains(word(left.tokens.lowerBound - 1, chart))
    {
      c.tokens = c.tokens.lowerBound - 1..<c.tokens.upperBound
      c[.person] += 2
      return
    }
    let bracket = text == ["("]
    if bracket {
      if left.best == .place { c[.place] += 2.5 }
      if left.best == .person { c[.organization] += 0.7; c[.place] += 0.7; c[.person] -= 1 }
      if left.best == .organization {
        // "le tribunal de Poitiers (Vienne)"
        if words.marks[c.tokens.lowerBound].isDisjoint(with: .anyPlace) {
          c[.organization] += 1
        } else {
          c[.place] += 2
        }
      }
      return
    }
    let link = text.filter {
      !["le", "la", "les", "l'", "de", "d'", "du", "des", "à", "en", "au"].contains($0)
    }
    guard link.count == 1, ["et", ",", "ou", "puis", "-", "–", "/"].contains(link[0]) else { return }
    c[left.best] += 1
  }
}
