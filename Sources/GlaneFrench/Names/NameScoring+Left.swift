import GlanePatterns
import GlaneText

// What stands before the name.
extension NameScoring {
  private static let singularArticles: WordSet = ["un", "le", "une", "la", "du", "au"]
  private static let definiteArticles: WordSet = ["le", "la", "l'", "les"]
  private static let families: WordSet = [
    "frères", "sœurs", "soeurs", "époux", "couple", "famille", "clan", "fratrie", "dynastie", "jumeaux",
  ]

  func weighLeft(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    let t = c.tokens.lowerBound
    let start = chart.sentence(of: t).lowerBound
    let role = roleEnds[t]
    if role >= 0 {
      let r = roles[Int(role)]
      // A role in a verb's place or a common noun ("membre X") still says a person most of the time.
      let shape = chart.shape(t)
      if c.tokens.count == 1, r.kind == .function, shape.contains(.innerUpper), !shape.contains(.hasHyphen) {
        c[.organization] += 3  // "la députée LaREM", "le maire LR"
        return
      }
      if r.isPlural { c.isListed = true }
      // "le fabricant de batteries X": an office that is mostly a firm's.
      if r.kind == .function, c.firstNames == 0, words.marks[r.head.lowerBound].contains(.organizationHead) {
        c[.organization] += 4
        c[.person] += 1
        return
      }
      // "l'inventeur de la machine Enigma": the noun before the name may be what bears it.
      let last = words.classes[t - 1]
      let isNoun =
        r.kind == .function && r.complements != nil && c.firstNames == 0 && last.contains(.noun)
        && !last.contains(.adjective) && chart.shape(t - 1).isAllLower
        && c.tokens.allSatisfy { words.marks[$0].isDisjoint(with: [.surname, .firstName]) }
      c[.person] += r.kind == .title ? 6 : isNoun ? 0.5 : 4.5
      if r.kind == .title, r.isSaint { c[.person] -= 4 }
      // "lord Halifax"
      if r.isNoble, r.complements == nil { c[.place] -= 6 }
      return
    }
    guard t > start else { return }
    if let over = roleOver(t, start, chart), over.kind == .function || over.complements != nil || over.head.count > 1 {
      c[.person] += 4.5
    }
    let before = word(t - 1, chart)
    let marks = words.marks[t - 1]
    let examples = exampleHead(t, start, chart)
    if examples.contains(.placeHead) { c[.place] += 4.5 }
    if examples.contains(.organizationHead) { c[.organization] += 3 }
    if examples.contains(.function) { c[.person] += 3 }
    let small = chart.shape(t - 1).isAllLower
    if small, marks.contains(.kin) {
      // A family takes any word for its name: "les frères Lumière".
      c[.person] += isFamily(before) ? 4 : 2.5
    } else if small, marks.isDisjoint(with: [.function, .title, .demonym, .placeHead, .organizationHead, .apposed]),
      c.firstNames == 0,
      words.classes[t - 1].contains(.noun), words.classes[t - 1].isDisjoint(with: [.little, .verb])
    {
      c[.person] -= c.tokens.count > 1 ? 1 : 1.5  // "le virus Zika", "l'opération Sentinelle": the name of a thing
      c[.place] -= 0.5
      if makerBefore(t - 1, start, chart) { c[.organization] += 3.5 }
    }
    if small, marks.contains(.apposed) { c[.person] += 4 }
    // "la vieille Sauvage", "le pauvre Lantier"
    if small, Self.epithets.contains(before), c.tokens.count <= 2, chart.shape(t).contains(.hasLower),
      words.classes[t].isEmpty || words.marks[t].contains(.surname)
    {
      c[.person] += 3
    }
    // "un nommé Bidegain"
    if small, Self.named.contains(before), t - 2 >= start,
      Self.singularArticles.contains(word(t - 2, chart))
    {
      c[.person] += 3.5
    }
    if before == "est", t - 2 >= start, word(t - 2, chart).firstByte == UInt8(ascii: "c"), word(t - 2, chart).count <= 4
    {
      c[.person] += 0.6  // "C'est Charvin"
    }
    // "cria Lebrac", "a déclaré X": the subject behind its verb.
    if small, marks.contains(.saying) { c[.person] += 1.2; c[.organization] += 0.7; c[.place] -= 0.5 }
    // "l'aéroport Napoléon Bonaparte", "l'école Jules Ferry": what is called after a person; but "l'homme de radio Paul Caron".
    let isNamesake =
      c.firstNames > 0 && t - 2 >= start && chart.word(t - 2) != "de" && chart.word(t - 2) != "d'"
      && (marks.contains(.placeHead) || Self.calledAfter.contains(chart.word(t - 1)))
      && marks.isDisjoint(with: [.function, .title, .kin])
    let namesake: Float = isNamesake ? 4.5 : 1
    if small, marks.contains(.placeHead), !marks.contains(.organizationHead) {
      c[.place] += 3
      c[.person] -= namesake
    }
    if small, marks.contains(.organizationHead) { c[.organization] += 4; c[.person] -= namesake }
    if marks.contains(.demonym) {
      // "le Français Lionel Baud", "l'ingénieur français X" (the office took the adjective); "le groupe français X".
      if !small {
        c[.person] += 4
      } else if placeHeadBefore(t - 1, start) {
        c[.place] += 2
      } else if organizationHeadBefore(t - 1, start) {
        c[.organization] += 4
      } else {
        c[.person] += 1.5
      }
    }
    if small, words.marks[t - 1].isDisjoint(with: [.organizationHead, .demonym]), t - 2 >= start,
      words.marks[t - 2].contains(.organizationHead),
      chart.shape(t - 2).isAllLower, words.classes[t - 1].contains(.adjective)
    {
      c[.organization] += 3  // "le syndicat professionnel X"
    }
    if Self.openingMarks.contains(before), t - 2 >= start, chart.shape(t - 2).isAllLower {
      if words.marks[t - 2].contains(.organizationHead) { c[.organization] += 3 }
      if words.marks[t - 2].contains(.apposed) { c[.person] += 2 }
    }
    switch before {
    case "en":
      // No town stands behind "en".
      let own = words.marks[t]
      c[.place] += c.tokens.count == 1 && own.contains(.town) && own.isDisjoint(with: [.country, .place]) ? -4 : 3
      c[.person] -= 2
    case "à", "a": c[.place] += c.tokens.count == 1 ? 2 : 1; if c.firstNames == 0 { c[.person] -= 0.5 }
    case "au", "aux": c[.place] += 1; c[.person] -= 2; c[.organization] += 0.5
    case "vers", "depuis", "jusqu'à", "hors", "via": c[.place] += 1.5
    case "du", "des":
      if roleEnds[t - 1] >= 0, !roles[Int(roleEnds[t - 1])].isPlural,
        roles[Int(roleEnds[t - 1])].isCivility || roles[Int(roleEnds[t - 1])].isNoble
      {
        // "Mme du Barry", but "le capitaine du Titanic"
        c[.person] += 8
        c.tokens = t - 1..<c.tokens.upperBound
      } else {
        c[.person] -= 2; c[.organization] += 0.7; c[.place] += 0.5
      }
    case "de", "d'":
      c[.place] += 0.4
      if roleEnds[t - 1] >= 0, roles[Int(roleEnds[t - 1])].bearsParticle, !roles[Int(roleEnds[t - 1])].isPlural,
        // "le prince héritier d'Arabie saoudite"
        !(c.source == .list && c.tokens.count > 1 && c[.place] >= 6),
        !(t - 2 >= start && words.marks[t - 2].contains(.kin))
      {
        // "M. de Rênal": the particle is part of the name.
        c[.person] += 10
        if c[.person] > c[.place], c[.person] > c[.organization] { c.tokens = t - 1..<c.tokens.upperBound }
      }
      // "répondit d'Artagnan"
      if before == "d'", t - 2 >= start, words.marks[t - 2].contains(.saying), c.tokens.count == 1,
        chart.shape(t - 2).isAllLower, words.marks[t].isDisjoint(with: [.country, .bigTown, .place])
      {
        c[.person] += 6
        c.tokens = t - 1..<c.tokens.upperBound
      }
      if t - 2 >= start {
        let head = words.marks[t - 2].isEmpty && t - 3 >= start ? words.marks[t - 3] : words.marks[t - 2]
        if head.contains(.placeHead) { c[.place] += 1.5 }
        if head.contains(.kin) { c[.person] += 1.5 }
        if Self.personsNouns.contains(word(t - 2, chart)) {
          c[.person] += 1
        }
        if Self.placesNouns.contains(word(t - 2, chart)) {
          c[.place] += 1.5
        }
      }
    case "selon", "pour": c[.person] += 0.5; c[.organization] += 0.3
    case "chez": c[.organization] += 1.5; c[.person] += 1
    case "sur": c[.place] += 0.5; c[.organization] += 0.5; c[.person] -= 0.5
    case "dans": c[.place] += 1; c[.organization] += 0.5; c[.person] -= 1
    case "les" where c.tokens.count == 1 && isFamilyName(t): c[.person] += 2  // "les Caron"
    case "le", "la", "les", "l'", "un", "une", "ce", "cet", "cette", "son", "sa", "leur":
      c[.person] -= c.firstNames > 0 ? 1 : 2.5
      c[.organization] += 1
      c[.place] += t - 1 > start && Self.placePrepositions.contains(word(t - 2, chart)) ? 0.8 : 0
    default: break
    }
    // "Philippe IV, dit le Bel": an epithet.
    if t - 2 > start, words.marks[t - 2].contains(.apposed), !words.classes[t].isEmpty,
      Self.definiteArticles.contains(before)
    {
      c.scores -= SIMD8<Float>(repeating: 6)
    }
    if before == "autoroute" { c[.place] += 5 }
    if isThing(t, start, chart) { c.scores -= SIMD8<Float>(repeating: 6) }
  }

  /// Prizes, laws, works, ships and illnesses are not names of people, bodies or places, whatever they are called after.
  func isThing(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    guard t > start else { return false }
    let quoted = isMark(t - 1, chart) && t - 1 > start
    let head = quoted ? t - 2 : t - 1
    return words.marks[head].contains(.thingHead) && chart.shape(head).isAllLower
  }

  func thingValue(_ t: Int, _ chart: borrowing Chart) -> Int32? {
    guard words.marks[t].contains(.thingHead), let symbol = lexicon.thingHead else { return nil }
    return chart.entry(symbol, at: t)?.value
  }

  /// "« Anna Karénine »", "« Madame Bovary »": a whole name in quotation marks is a title more often than a person.
  func weighQuoted(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    var t = c.tokens.lowerBound
    let sentence = chart.sentence(of: t)
    let role = roleEnds[t]
    if role >= 0, roles[Int(role)].kind == .title { t = roles[Int(role)].tokens.lowerBound }
    guard t > sentence.lowerBound, isMark(t - 1, chart), c.tokens.upperBound < sentence.upperBound,
      Self.closingMarks.contains(word(c.tokens.upperBound, chart)),
      t < c.tokens.lowerBound || c.tokens.count > 1 && c.firstNames > 0
    else { return }
    if t - 2 >= sentence.lowerBound, words.marks[t - 2].contains(.apposed) { return }
    c[.person] -= 10
  }

  func isMark(_ t: Int, _ chart: borrowing Chart) -> Bool { Self.openingMarks.contains(word(t, chart)) }

  /// What the names are examples of: "quartiers tels que La Motte", "des auteurs comme Balzac".
  func exampleHead(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> Marks {
    var k = t - 1
    let before = word(k, chart)
    if before == "que", k - 1 > start, ["tels", "telles", "tel", "telle"].contains(word(k - 1, chart)) {
      k -= 2
    } else if before == "comme" {
      k -= 1
    } else {
      return []
    }
    if k > start, word(k, chart) == "," { k -= 1 }
    while k > start, words.marks[k].isDisjoint(with: [.placeHead, .organizationHead, .function]),
      !words.classes[k].isDisjoint(with: [.adjective, .noun]), t - k < 6
    { k -= 1 }
    return k >= start && chart.shape(k).isAllLower ? words.marks[k] : []
  }

  /// Over a comma or a party in brackets, the office that ends before it: "la préfète, X", "le maire (LR) X".
  func roleOver(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> NameRole? {
    var k = t - 1
    guard k > start else { return nil }
    if word(k, chart) == "," {
      guard roleEnds[k] >= 0 else { return nil }
      let r = roles[Int(roleEnds[k])]
      let first = r.tokens.lowerBound
      let isDefinite =
        first > start && ["le", "la", "l'", "du", "au"].contains(word(first - 1, chart))
        || chart.shape(first).contains(.initialUpper)
      return isDefinite ? r : nil
    }
    guard word(k, chart) == ")" else { return nil }
    while k > start, t - k < 5 {
      k -= 1
      if word(k, chart) == "(" { return roleEnds[k] >= 0 ? roles[Int(roleEnds[k])] : nil }
    }
    return nil
  }

  static let openingMarks: WordSet = ["«", "\"", "“"]
  static let closingMarks: WordSet = ["»", "\"", "”"]
  static let dashes: WordSet = ["–", "—", "-", "--"]
  static let articles: WordSet = ["Le", "La", "Les", "L'"]
  static let placePrepositions: WordSet = ["dans", "sur", "vers", "de", "à"]
  static let personsPronouns: WordSet = ["qui", "lui-même", "elle-même"]
  static let auxiliaries: WordSet = [
    "est", "était", "a", "avait", "sera", "fut", "aurait", "n'", "ne", "se", "s'",
  ]
  /// Before "de": nouns that people have.
  static let personsNouns: WordSet = [
    "mort", "décès", "avocat", "candidature", "victoire", "démission", "meurtre", "assassinat", "œuvre", "œuvres",
    "nom", "présence",
  ]
  /// Before "de": nouns that places have.
  static let placesNouns: WordSet = [
    "près", "loin", "sud", "nord", "est", "ouest", "habitants", "hauteur", "proximité", "aéroport", "gare", "péage",
    "abords", "alentours", "environs", "rues", "banlieue", "périphérie", "centre-ville", "portes",
  ]

  static let epithets: WordSet = [
    "jeune", "vieux", "vieil", "vieille", "pauvre", "brave", "feu", "feue", "regretté", "regrettée",
  ]

  func isFamilyName(_ t: Int) -> Bool {
    words.marks[t].contains(.surname)
      && words.marks[t].isDisjoint(with: [.organization, .product, .demonym, .country, .place, .town, .acronym])
      && words.classes[t].isEmpty
  }

  func isFamily(_ word: PackedWord) -> Bool {
    Self.families.contains(word)
  }

  /// "le fabricant toulousain de batteries X": a body heads the noun phrase that ends here.
  func makerBefore(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    var k = t - 1
    while k >= start, k > t - 6, chart.shape(k).isAllLower {
      if words.marks[k].contains(.organizationHead) { return true }
      k -= 1
    }
    return false
  }

  func placeHeadBefore(_ t: Int, _ start: Int) -> Bool {
    t - 1 >= start && words.marks[t - 1].contains(.placeHead) && !words.marks[t - 1].contains(.organizationHead)
  }

  func organizationHeadBefore(_ t: Int, _ start: Int) -> Bool {
    var k = t - 1
    while k >= start, k > t - 4 {
      if words.marks[k].contains(.organizationHead) { return true }
      k -= 1
    }
    return false
  }
}
