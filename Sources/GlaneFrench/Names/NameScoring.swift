import GlanePatterns
import GlaneText

/// Weighs what a run of capitalised words is: its own words, what stands beside it, then what the rest of the document says.
///
/// Weights add up per type; each says how much likelier the type gets (a unit is about a factor of two). Nothing is learnt from
/// a corpus: the weights are judged, and the tests hold them.
struct NameScoring {
  typealias Marks = NameLexicon.Marks
  private let lexicon: NameLexicon
  private let words: NameTokens
  /// By token: the office or title that ends before it.
  private let roleEnds: [Int32]
  /// By token: the office that starts there.
  private let roleStarts: [Int32]
  private let roles: [NameRole]

  init(lexicon: NameLexicon, words: NameTokens, roles: [NameRole], count: Int) {
    self.lexicon = lexicon
    self.words = words
    self.roles = roles
    var ends = [Int32](repeating: -1, count: count + 1)
    var starts = [Int32](repeating: -1, count: count + 1)
    for (i, r) in roles.enumerated() {
      ends[r.tokens.upperBound] = Int32(i)
      if starts[r.tokens.lowerBound] < 0 { starts[r.tokens.lowerBound] = Int32(i) }
    }
    roleEnds = ends
    roleStarts = starts
  }

  /// Weighs every candidate by itself and its neighbours.
  func weigh(_ candidates: inout [NameCandidate], _ chart: borrowing Chart) {
    for i in candidates.indices {
      var c = candidates[i]
      if c.ruleIndex < 0, !c.isNested {
        if c.source == .run { weighWords(&c, chart) }
        weighLeft(&c, chart)
        weighRight(&c, chart)
        weighQuoted(&c, chart)
        if i > 0 { weighNeighbour(&c, candidates[candidates[i - 1].isNested && i > 1 ? i - 2 : i - 1], chart) }
      }
      candidates[i] = c
    }
    // "Vielha et Ordino-Arcalis": what is known may stand behind.
    guard var right = candidates.indices.last else { return }
    for i in candidates.indices.dropLast().reversed() where !candidates[i].isNested {
      let (t, end) = (candidates[i].tokens.lowerBound, candidates[i].tokens.upperBound)
      // "le ministre de la Marine, François Arago": what an office names is no item of a list.
      if candidates[i].source == .run, candidates[i].score < 3, candidates[right].score >= 2, roleEnds[end] < 0,
        candidates[i].tokens.count > 1 || words.classes[t].isEmpty
      {
        let gap = candidates[i].tokens.upperBound..<candidates[right].tokens.lowerBound
        let isLink = gap.count == 1 && Self.links.contains(chart.word(gap.lowerBound))
        if isLink, chart.sentence(of: candidates[i].tokens.lowerBound).contains(gap.lowerBound) {
          candidates[i][candidates[right].best] += 1
        }
      }
      right = i
    }
  }

  // MARK: The words of the name

  private func weighWords(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    let tokens = chart.text.tokens
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
      if !words.classes[t].isEmpty, marks.isDisjoint(with: [.firstName, .surname]), !tokens.shapes[t].isAllUpper,
        !tokens.shapes[t].contains(.elided), !marks.contains(.particle) || tokens.shapes[t].contains(.initialUpper)
      {
        common += 1
      }
      if marks.contains(.surname) { surnames += 1 }
      if marks.contains(.particle), !tokens.shapes[t].contains(.initialUpper) { particles = true }
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
        n == 2 && tokens.shapes[first].isAllUpper && tokens.span(at: first).count <= 4
        && tokens.shapes[first + 1].contains(.hasLower) && own.isDisjoint(with: [.surname, .firstName])
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
    if tokens.shapes[c.tokens.upperBound - 1].isAllUpper, tokens.kinds[c.tokens.upperBound - 1] == .acronym || n == 2,
      c.firstNames == 0
    {
      c[.organization] += 1.5
    }
    if isArticleWord(first, chart) {
      c[.organization] += 1.5
      c[.person] -= 1
      // "Les Brotteaux", where "Le Monde" has an everyday word.
      if n == 2, words.classes[first + 1].isEmpty, tokens.shapes[first + 1].contains(.hasLower),
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

  private func weighSingle(_ c: inout NameCandidate, _ own: Marks, _ chart: borrowing Chart) {
    let t = c.tokens.lowerBound
    if chart.text.tokens.shapes[t].contains(.hasDigit), own.isDisjoint(with: .anyName) {
      c[.place] += 5  // a road
      return
    }
    let shape = chart.text.tokens.shapes[t]
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

  private static let named: WordSet = ["nommé", "dénommé", "nommée", "dénommée"]
  private static let links: WordSet = ["et", ",", "/"]
  private static let ofWords: WordSet = ["de", "d'", "du", "des"]
  private static let sides: WordSet = [
    "nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "centre",
  ]
  private static let counting: WordSet = [
    "les", "des", "aux", "ces", "ses", "nos", "vos", "leurs", "un", "une", "deux", "trois", "quatre", "cinq", "dix",
    "cent", "quelques", "plusieurs", "certains", "certaines", "chaque", "aucun", "aucune",
  ]

  /// Bodies that take a person's name without "de".
  private static let calledAfter: WordSet = [
    "groupe", "société", "entreprise", "école", "lycée", "collège", "fondation", "institut", "université", "hôpital",
    "clinique", "association", "compagnie", "cabinet", "éditions", "maison", "académie", "laboratoires", "laboratoire",
    "banque", "studio", "prison", "bibliothèque", "conservatoire", "maternité", "gymnase",
  ]

  func isArticleWord(_ t: Int, _ chart: borrowing Chart) -> Bool {
    Self.articles.contains(chart.spelling(t))
  }

  // MARK: Beside the name

  private func weighLeft(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    let t = c.tokens.lowerBound
    let start = chart.sentence(of: t).lowerBound
    let role = roleEnds[t]
    if role >= 0 {
      let r = roles[Int(role)]
      // A role in a verb's place or a common noun ("membre X") still says a person most of the time.
      let shape = chart.text.tokens.shapes[t]
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
        && !last.contains(.adjective) && chart.text.tokens.shapes[t - 1].isAllLower
        && c.tokens.allSatisfy { words.marks[$0].isDisjoint(with: [.surname, .firstName]) }
      c[.person] += r.kind == .title ? 6 : isNoun ? 0.5 : 4.5
      if r.kind == .title, r.isSaint { c[.person] -= 4 }
      // "lord Halifax"
      if r.isNoble, r.complements == nil { c[.place] -= 6 }
      return
    }
    guard t > start else { return }
    if let over = roleOver(t, start, chart), over.kind == .function || over.complements != nil { c[.person] += 4.5 }
    let before = word(t - 1, chart)
    let marks = words.marks[t - 1]
    let examples = exampleHead(t, start, chart)
    if examples.contains(.placeHead) { c[.place] += 4.5 }
    if examples.contains(.organizationHead) { c[.organization] += 3 }
    if examples.contains(.function) { c[.person] += 3 }
    let small = chart.text.tokens.shapes[t - 1].isAllLower
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
    if small, Self.epithets.contains(before), c.tokens.count <= 2, chart.text.tokens.shapes[t].contains(.hasLower),
      words.classes[t].isEmpty || words.marks[t].contains(.surname)
    {
      c[.person] += 3
    }
    // "un nommé Bidegain"
    if small, Self.named.contains(before), t - 2 >= start,
      ["un", "le", "une", "la", "du", "au"].contains(word(t - 2, chart))
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
      chart.text.tokens.shapes[t - 2].isAllLower, words.classes[t - 1].contains(.adjective)
    {
      c[.organization] += 3  // "le syndicat professionnel X"
    }
    if Self.openingMarks.contains(before), t - 2 >= start, chart.text.tokens.shapes[t - 2].isAllLower {
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
        !(t - 2 >= start && words.marks[t - 2].contains(.kin))
      {
        // "M. de Rênal": the particle is part of the name.
        c[.person] += 10
        if c[.person] > c[.place], c[.person] > c[.organization] { c.tokens = t - 1..<c.tokens.upperBound }
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
      ["le", "la", "l'", "les"].contains(before)
    {
      c.scores -= SIMD8<Float>(repeating: 6)
    }
    if before == "autoroute" { c[.place] += 5 }
    if isThing(t, start, chart) { c.scores -= SIMD8<Float>(repeating: 6) }
  }

  /// Prizes, laws, works, ships and illnesses are not names of people, bodies or places, whatever they are called after.
  private func isThing(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    guard t > start else { return false }
    let quoted = isMark(t - 1, chart) && t - 1 > start
    let head = quoted ? t - 2 : t - 1
    return words.marks[head].contains(.thingHead) && chart.text.tokens.shapes[head].isAllLower
  }

  private func thingValue(_ t: Int, _ chart: borrowing Chart) -> Int32? {
    guard words.marks[t].contains(.thingHead), let symbol = lexicon.thingHead else { return nil }
    return chart.entry(symbol, at: t)?.value
  }

  /// "« Anna Karénine »", "« Madame Bovary »": a whole name in quotation marks is a title more often than a person.
  private func weighQuoted(_ c: inout NameCandidate, _ chart: borrowing Chart) {
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

  private func isMark(_ t: Int, _ chart: borrowing Chart) -> Bool { Self.openingMarks.contains(word(t, chart)) }

  /// What the names are examples of: "quartiers tels que La Motte", "des auteurs comme Balzac".
  private func exampleHead(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> Marks {
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
    return k >= start && chart.text.tokens.shapes[k].isAllLower ? words.marks[k] : []
  }

  /// Over a comma or a party in brackets, the office that ends before it: "la préfète, X", "le maire (LR) X".
  private func roleOver(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> NameRole? {
    var k = t - 1
    guard k > start else { return nil }
    if word(k, chart) == "," {
      guard roleEnds[k] >= 0 else { return nil }
      let r = roles[Int(roleEnds[k])]
      let first = r.tokens.lowerBound
      let isDefinite =
        first > start && ["le", "la", "l'", "du", "au"].contains(word(first - 1, chart))
        || chart.text.tokens.shapes[first].contains(.initialUpper)
      return isDefinite ? r : nil
    }
    guard word(k, chart) == ")" else { return nil }
    while k > start, t - k < 5 {
      k -= 1
      if word(k, chart) == "(" { return roleEnds[k] >= 0 ? roles[Int(roleEnds[k])] : nil }
    }
    return nil
  }

  private static let openingMarks: WordSet = ["«", "\"", "“"]
  private static let closingMarks: WordSet = ["»", "\"", "”"]
  private static let dashes: WordSet = ["–", "—", "-", "--"]
  private static let articles: WordSet = ["Le", "La", "Les", "L'"]
  private static let placePrepositions: WordSet = ["dans", "sur", "vers", "de", "à"]
  private static let personsPronouns: WordSet = ["qui", "lui-même", "elle-même"]
  private static let auxiliaries: WordSet = [
    "est", "était", "a", "avait", "sera", "fut", "aurait", "n'", "ne", "se", "s'",
  ]
  /// Before "de": nouns that people have.
  private static let personsNouns: WordSet = [
    "mort", "décès", "avocat", "candidature", "victoire", "démission", "meurtre", "assassinat", "œuvre", "œuvres",
    "nom", "présence",
  ]
  /// Before "de": nouns that places have.
  private static let placesNouns: WordSet = [
    "près", "loin", "sud", "nord", "est", "ouest", "habitants", "hauteur", "proximité", "aéroport", "gare", "péage",
    "abords", "alentours", "environs", "rues", "banlieue", "périphérie", "centre-ville", "portes",
  ]

  private static let epithets: WordSet = [
    "jeune", "vieux", "vieil", "vieille", "pauvre", "brave", "feu", "feue", "regretté", "regrettée",
  ]

  private func isFamilyName(_ t: Int) -> Bool {
    words.marks[t].contains(.surname)
      && words.marks[t].isDisjoint(with: [.organization, .product, .demonym, .country, .place, .town, .acronym])
      && words.classes[t].isEmpty
  }

  private func isFamily(_ word: PackedWord) -> Bool {
    ["frères", "sœurs", "soeurs", "époux", "couple", "famille", "clan", "fratrie", "dynastie", "jumeaux"].contains(word)
  }

  /// "le fabricant toulousain de batteries X": a body heads the noun phrase that ends here.
  private func makerBefore(_ t: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    var k = t - 1
    while k >= start, k > t - 6, chart.text.tokens.shapes[k].isAllLower {
      if words.marks[k].contains(.organizationHead) { return true }
      k -= 1
    }
    return false
  }

  private func placeHeadBefore(_ t: Int, _ start: Int) -> Bool {
    t - 1 >= start && words.marks[t - 1].contains(.placeHead) && !words.marks[t - 1].contains(.organizationHead)
  }

  private func organizationHeadBefore(_ t: Int, _ start: Int) -> Bool {
    var k = t - 1
    while k >= start, k > t - 4 {
      if words.marks[k].contains(.organizationHead) { return true }
      k -= 1
    }
    return false
  }

  private func weighRight(_ c: inout NameCandidate, _ chart: borrowing Chart) {
    let end = c.tokens.upperBound
    let limit = chart.sentence(of: c.tokens.lowerBound).upperBound
    guard end < limit else { return }
    let next = word(end, chart)
    let marks = words.marks[end]
    if marks.contains(.saying) { c[.person] += 1.2; c[.organization] += 0.7 }
    weighDateline(&c, next, chart)
    // "Vautrin l'attendait", "Rastignac monta": who stands before a verb is mostly a person.
    if c.isInitial, c.tokens.count == 1, words.marks[c.tokens.lowerBound].isDisjoint(with: .anyName),
      words.classes[c.tokens.lowerBound].isEmpty, chart.text.tokens.shapes[c.tokens.lowerBound].contains(.hasLower),
      isPastVerb(end, chart)
        || end + 1 < limit && chart.text.tokens.shapes[end].isAllLower && words.classes[end].contains(.little)
          && isPastVerb(end + 1, chart)
    {
      c[.person] += 0.6
    }
    weighTown(&c, limit, chart)
    if marks.contains(.apposed), chart.text.tokens.shapes[end].isAllLower { c[.person] += 2 }
    // "Rose et Paul Morel"
    if next == "et", end + 2 < limit, c.tokens.count == 1, words.marks[c.tokens.lowerBound].contains(.firstName),
      words.marks[end + 1].contains(.firstName), chart.text.tokens.shapes[end + 1].contains(.initialUpper),
      chart.text.tokens.shapes[end + 2].contains(.initialUpper)
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
      if word(end + 2, chart) == ")", chart.text.tokens.shapes[end + 1].isAllUpper,
        words.marks[end + 1].isDisjoint(with: .anyPlace)
      {
        c[.organization] += 1; c[.person] += 1
      }
    }
    if c.tokens.count == 1, words.marks[c.tokens.lowerBound].contains([.organization, .ambiguous]) {
      // The seat acts: "l'Élysée a fait savoir".
      if marks.contains(.saying)
        || Self.auxiliaries.contains(next)
        || words.classes[end] == .verb && chart.text.tokens.shapes[end].isAllLower
      {
        c[.organization] += 1.5
      }
    }
    if Self.personsPronouns.contains(next) { c[.person] += 0.5 }
    if next == "mort" || next == "morte" || next == "âgé" || next == "âgée" || next == "décède" || next == "meurt" {
      c[.person] += 2
    }
  }

  private static let kindsOfTown: WordSet = [
    "capitale", "préfecture", "ville", "commune", "village", "chef-lieu", "bourg", "bourgade", "cité",
    "station", "port", "banlieue", "métropole", "localité", "municipalité",
  ]

  private static let beforeKinds: WordSet = ["la", "le", "une", "un", "petite", "grande"]
  private static let presents: WordSet = ["est", "a", "était", "fut", "n'", "sera"]

  /// "Valence, préfecture de la Drôme"; "Sens est une ville", where no article stands before the word.
  private func weighTown(_ c: inout NameCandidate, _ limit: Int, _ chart: borrowing Chart) {
    let (t, end) = (c.tokens.lowerBound, c.tokens.upperBound)
    guard c.tokens.count == 1, !words.marks[t].isDisjoint(with: [.place, .town]) else { return }
    var k = end + 1
    if chart.word(end) == ",", k < limit {
      if Self.beforeKinds.contains(chart.word(k)), k + 1 < limit { k += 1 }
      if Self.kindsOfTown.contains(chart.word(k)) { c[.place] += 4 }
      return
    }
    guard c.isInitial, !words.classes[t].isEmpty, words.marks[t].isSuperset(of: [.place, .ambiguous]),
      !words.marks[t].contains(.organization), chart.text.tokens.shapes[end].isAllLower
    else { return }
    if words.classes[end] == .verb || Self.presents.contains(chart.word(end)) {
      c[.place] += 4
    }
  }

  /// A verb of narration: "monta", "attendait", "crièrent".
  private func isPastVerb(_ t: Int, _ chart: borrowing Chart) -> Bool {
    guard words.classes[t] == .verb || words.classes[t].isEmpty, chart.text.tokens.shapes[t].isAllLower else {
      return false
    }
    let text = chart.lower(t)
    guard text.utf8.count >= 4, !["connait", "parait", "plait"].contains(where: text.hasSuffix) else { return false }
    return ["ait", "aient", "èrent", "irent", "urent"].contains { text.hasSuffix($0) }
      || text.hasSuffix("a") && !text.hasSuffix("ra")
  }

  /// "ROANNE – La piscine rouvre", "ROANNE (AFP) -": a town in capitals opens the piece.
  private func weighDateline(_ c: inout NameCandidate, _ next: PackedWord, _ chart: borrowing Chart) {
    let t = c.tokens.lowerBound
    guard c.isInitial, c.tokens.count == 1, Self.dashes.contains(next) else { return }
    let (shape, marks) = (chart.text.tokens.shapes[t], words.marks[t])
    guard shape.isAllUpper, chart.text.tokens.span(at: t).count >= 4,
      marks.isDisjoint(with: [.acronym, .organization, .abbreviation, .product]),
      words.classes[t].isEmpty || shape.contains(.hasHyphen)
    else { return }
    c[.place] += 4
  }

  private func isAge(_ t: Int, _ limit: Int, _ chart: borrowing Chart) -> Bool {
    t + 1 < limit && chart.text.tokens.kinds[t] == .number && word(t + 1, chart) == "ans"
  }

  /// What is coordinated is mostly of one sort; what stands in brackets behind a place is where it lies.
  private func weighNeighbour(_ c: inout NameCandidate, _ left: NameCandidate, _ chart: borrowing Chart) {
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

  @inline(__always)
  func word(_ t: Int, _ chart: borrowing Chart) -> PackedWord {
    chart.word(t)
  }

  // MARK: The rest of the document

  /// A name that one place of the document proves is the same thing where it stands again; a person's last name alone is
  /// the person.
  func settle(_ candidates: inout [NameCandidate], _ chart: borrowing Chart) {
    var proved: [UInt64: SIMD8<Float>] = [:]
    var things: Set<UInt64> = []
    var lastNames: [UInt64: Float] = [:]
    var acronyms: Set<UInt64> = []
    for (i, c) in candidates.enumerated() {
      guard c.score >= 3, c.margin >= 1.5 else { continue }
      if c.wholeHash != 0 {
        var sums = proved[c.wholeHash] ?? .zero
        sums[c.best.rawValue] += min(c.margin, 4)
        proved[c.wholeHash] = sums
      }
      if c.best == .person, c.tokens.count > 1, c.lastHash != 0 {
        lastNames[c.lastHash] = max(lastNames[c.lastHash] ?? 0, min(c.margin, 4))
      }
      if c.best == .person, c.tokens.count > 2, c.firstNames > 0, c.firstNames < c.tokens.count - 1 {
        var rest: UInt64 = 0
        for t in c.tokens.dropFirst(c.firstNames) { rest = rest &* 31 &+ words.hashes[t] }
        lastNames[rest] = max(lastNames[rest] ?? 0, min(c.margin, 4))
      }
      // Organisation of several words with its letters in brackets.
      if c.best == .organization, let next = candidates[(i + 1)...].first(where: { !$0.isNested }),
        next.tokens.count == 1,
        next.tokens.lowerBound == c.tokens.upperBound + 1, word(c.tokens.upperBound, chart) == "("
      {
        acronyms.insert(next.wholeHash)
      }
    }
    for c in candidates where c.ruleIndex < 0 && c.wholeHash != 0 && lastNames[c.wholeHash] == nil {
      let t = c.tokens.lowerBound
      guard t > 0, thingValue(t - 1, chart) == 1 else { continue }
      things.insert(c.wholeHash)
    }
    for i in candidates.indices where candidates[i].ruleIndex < 0 && !candidates[i].isNested {
      // "Le porte-avions Charles-de-Gaulle … Le Charles-de-Gaulle"
      if things.contains(candidates[i].wholeHash) {
        candidates[i].scores -= SIMD8<Float>(repeating: 6)
        continue
      }
      if let sums = proved[candidates[i].wholeHash] {
        for k in 0..<5 { candidates[i].scores[k] += min(sums[k], 6) * (candidates[i].margin < 2 ? 0.7 : 0.35) }
      }
      if let weight = lastNames[candidates[i].wholeHash], weight > 0 { candidates[i][.person] += weight }
      if acronyms.contains(candidates[i].wholeHash) { candidates[i][.organization] += 4 }
    }
  }
}
