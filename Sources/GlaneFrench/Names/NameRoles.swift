import GlanePatterns
import GlaneText

/// Gives titles and functions to the people they stand by, and makes the mentions.
///
/// Before the name ("le ministre X", "la ministre, X"), after it ("X, ministre de …", "X (ministre de …)"), shared by several
/// ("les députés X et Y", "MM. X et Y"), or with a shared head ("les ministres de l'Agriculture, X, du Commerce, Y").
struct NameRoles {
  private let candidates: [NameCandidate]
  private let roles: [NameRole]
  private let lexicon: NameLexicon
  private let words: NameTokens
  private(set) var mentions: [NameMention] = []

  /// Mention index by candidate and by role; -1 for none.
  private var mentionOfCandidate: [Int] = []
  private var mentionOfRole: [Int] = []
  private var candidateAt: TokenIndex
  private var personEndingAt: TokenIndex
  private var roleEndingAt: TokenIndex
  private var roleAt: TokenIndex
  /// Roles by the first token of the whole and of their complements, in order; made when first asked for.
  private lazy var rolesTouching: [Int: [Int]] = {
    var touching: [Int: [Int]] = [:]
    for (i, r) in roles.enumerated() {
      touching[r.tokens.lowerBound, default: []].append(i)
      if let c = r.complements { touching[c.lowerBound, default: []].append(i) }
    }
    return touching
  }()

  /// - Parameter count: The number of tokens.
  init(candidates: [NameCandidate], roles: [NameRole], lexicon: NameLexicon, words: NameTokens, count: Int) {
    candidateAt = TokenIndex(count)
    personEndingAt = candidateAt
    roleEndingAt = candidateAt
    roleAt = candidateAt
    self.candidates = candidates
    self.roles = roles
    self.lexicon = lexicon
    self.words = words
    mentionOfRole = [Int](repeating: -1, count: roles.count)
    for (i, c) in candidates.enumerated() {
      candidateAt[c.tokens.lowerBound] = i
      if c.best == .person { personEndingAt[c.tokens.upperBound] = i }
    }
    for (i, r) in roles.enumerated() {
      roleEndingAt[r.tokens.upperBound] = i
      if roleAt[r.tokens.lowerBound] == nil { roleAt[r.tokens.lowerBound] = i }
    }
  }

  mutating func attach(_ chart: borrowing Chart) {
    mentions.reserveCapacity(candidates.count + roles.count)
    mentionOfCandidate.reserveCapacity(candidates.count)
    for c in candidates {
      let rule =
        switch c.source {
        case .rule: chart.rules.rules[Int(c.ruleIndex)].name
        case .list: "list"
        case .run: "name"
        }
      var m = NameMention(kind: kind(c.best), tokens: c.tokens, rule: rule)
      m.confidence = NameConfidence.of(c, rule)
      if c.best == .person { m.gender = gender(of: c) }
      mentionOfCandidate.append(mentions.count)
      mentions.append(m)
    }
    var lastPerson = -1
    for i in candidates.indices where candidates[i].best == .person {
      attachBefore(i, chart)
      if lastPerson >= 0 { share(from: lastPerson, to: i, chart) }
      attachAfter(i, chart)
      lastPerson = i
    }
    // Offices that no name holds: kept for the nominal mentions.
    for r in roles.indices where mentionOfRole[r] < 0 && roles[r].kind == .function { _ = mention(of: r, chart) }
    linkAcronyms(chart)
    sort()
  }

  private func kind(_ k: NameCandidate.Kind) -> NameMention.Kind {
    switch k {
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .event: .event
    case .product: .product
    }
  }

  private func gender(of c: NameCandidate) -> NameMention.Gender? {
    guard c.firstNames > 0 else { return nil }
    let marks = words.marks[c.tokens.lowerBound]
    let (m, f) = (marks.contains(.masculine), marks.contains(.feminine))
    return m == f ? nil : m ? .masculine : .feminine
  }

  // MARK: Mentions of roles

  /// The mention of a role, made when first asked for.
  private mutating func mention(of r: Int, _ chart: borrowing Chart) -> Int {
    if mentionOfRole[r] >= 0 { return mentionOfRole[r] }
    let role = roles[r]
    var m = NameMention(
      kind: role.kind == .title ? .title : .function, tokens: role.tokens, rule: chart.rules.rules[Int(role.rule)].name)
    m.head = role.lemma
    m.gender = role.gender
    m.isPlural = role.isPlural
    m.country = role.country
    m.label = label(role, chart)
    if let c = role.complements { fill(&m, within: c.lowerBound..<max(c.upperBound, role.tokens.upperBound)) }
    mentionOfRole[r] = mentions.count
    mentions.append(m)
    return mentions.count - 1
  }

  /// What each holder is: "député" for "les députés X et Y", in the words of the text where it is not shared.
  private func label(_ role: NameRole, _ chart: borrowing Chart) -> String {
    let whole = chart.string(role.tokens)
    guard role.isPlural, !role.singular.isEmpty else { return whole }
    guard role.head.upperBound < role.tokens.upperBound else { return role.singular }
    var t = role.head.upperBound
    var out = role.singular
    // Adjectives behind the head are plural too: "ministres français", "élus socialistes".
    while t < role.tokens.upperBound, !["de", "du", "des", "d'", "à", "au", "aux"].contains(text(t, chart)) {
      guard chart.kind(t) == .word, chart.shape(t).isAllLower, text(t, chart) != "et",
        let singular = Self.singular(ofAdjective: chart.plain(t))
      else { return whole }
      out += " " + singular
      t += 1
    }
    guard t < role.tokens.upperBound else { return out }
    return out + " " + chart.string(t..<role.tokens.upperBound)
  }

  /// "français", "socialiste", "municipal"; nil for what is no plural.
  private static func singular(ofAdjective word: String) -> String? {
    for same in ["ais", "ois", "eux", "oux"] where word.hasSuffix(same) { return word }
    if word.hasSuffix("eaux") { return String(word.dropLast()) }
    if word.hasSuffix("aux") { return word.dropLast(3) + "al" }
    return word.hasSuffix("s") ? String(word.dropLast()) : nil
  }

  /// The organisation and the place that a function names.
  private func fill(_ m: inout NameMention, within tokens: Range<Int>) {
    for t in tokens {
      guard let c = candidateAt[t], candidates[c].tokens.upperBound <= tokens.upperBound else { continue }
      if candidates[c].best == .organization, m.organization == nil { m.organization = mentionOfCandidate[c] }
      if candidates[c].best == .place, m.place == nil { m.place = mentionOfCandidate[c] }
    }
  }

  private mutating func give(_ r: Int, to c: Int, _ chart: borrowing Chart) {
    let m = mention(of: r, chart)
    give(mention: m, isTitle: roles[r].kind == .title, to: c)
    // "Mme Martin": a title tells more than a name that is a first name too.
    if let gender = roles[r].gender, roles[r].kind == .title || mentions[mentionOfCandidate[c]].gender == nil {
      mentions[mentionOfCandidate[c]].gender = gender
    }
  }

  private mutating func give(mention m: Int, isTitle: Bool, to c: Int) {
    let p = mentionOfCandidate[c]
    if isTitle {
      if !mentions[p].titles.contains(m) { mentions[p].titles.append(m) }
    } else if !mentions[p].functions.contains(m) {
      mentions[p].functions.append(m)
    }
  }

  // MARK: Before and after the name

  private mutating func attachBefore(_ c: Int, _ chart: borrowing Chart) {
    var t = candidates[c].tokens.lowerBound
    let start = chart.sentence(of: t).lowerBound
    var steps = 0
    var throughComma = false
    while steps < 8 {
      steps += 1
      if let r = roleEndingAt[t], roles[r].tokens.lowerBound >= start {
        // "Madame la Présidente, le président X": who is addressed is another.
        if throughComma, isAddress(r, start, chart) { return }
        // "X, président de Y, Z": the office is X's when a name stands before it.
        if throughComma, belongsLeft(r, chart, start) { return }
        // "Le Parlement a élu X": a verb.
        let first = roles[r].tokens.lowerBound
        if roles[r].lemma == "élu", first > start, NameScoring.auxiliaries.contains(text(first - 1, chart)) { return }
        give(r, to: c, chart)
        t = roles[r].tokens.lowerBound
        throughComma = false
        // "M. le ministre X", "le docteur et maire X"
        if t - 1 >= start, isArticle(t - 1, chart),
          roleEndingAt[t - 1] != nil || t - 2 >= start && text(t - 2, chart) == "," && roleEndingAt[t - 2] != nil
        {
          t -= 1
        }
        if t - 1 >= start, text(t - 1, chart) == "et", roleEndingAt[t - 1] != nil { t -= 1 }
        continue
      }
      // "l'entraîneur, le Belge X"
      if !throughComma, t - 2 > start, words.marks[t - 1].contains(.demonym),
        chart.shape(t - 1).contains(.initialUpper), isArticle(t - 2, chart), text(t - 3, chart) == ","
      {
        t -= 2
      }
      // "le maire (LR) X"
      if !throughComma, t - 1 > start, text(t - 1, chart) == ")", let open = opening(t - 1, start, chart),
        t - open <= 5, roleEndingAt[open] != nil
      {
        t = open
        continue
      }
      guard t - 1 >= start, text(t - 1, chart) == "," else {
        // "la BOAD (Banque …)": over an acronym in brackets between the office and the comma.
        if throughComma, t - 1 >= start, text(t - 1, chart) == ")", let open = opening(t - 1, start, chart) {
          t = open
          continue
        }
        return
      }
      // A comma: the office before it is definite, or chained to one that is.
      guard !throughComma else { return }
      throughComma = true
      t -= 1
      var end = t
      if end - 1 >= start, text(end - 1, chart) == ")", let open = opening(end - 1, start, chart) { end = open }
      guard let r = roleEndingAt[end],
        roles[r].kind == .function || roles[r].complements != nil || roles[r].head.count > 1 && !roles[r].isCivility,
        isDefinite(r, start, chart) || steps > 1 || precededByRole(r, start, chart)
      else { return }
      t = end
    }
  }

  /// "Madame la Présidente", "M. le maire" before a comma.
  private func isAddress(_ r: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    let t = roles[r].tokens.lowerBound
    guard t - 2 >= start, isArticle(t - 1, chart), let before = roleEndingAt[t - 1] else { return false }
    return roles[before].isCivility && roles[before].tokens.lowerBound == start
  }

  private func precededByRole(_ r: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    let t = roles[r].tokens.lowerBound
    return t - 1 > start && [",", "et"].contains(text(t - 1, chart)) && roleEndingAt[t - 1] != nil
  }

  private func holdsOfficeBefore(_ c: Int) -> Bool {
    mentions[mentionOfCandidate[c]].functions.contains {
      mentions[$0].tokens.upperBound <= candidates[c].tokens.lowerBound
    }
  }

  /// Whether a name stands right before an office between commas.
  private func belongsLeft(_ r: Int, _ chart: borrowing Chart, _ start: Int) -> Bool {
    var t = roles[r].tokens.lowerBound
    if t - 1 >= start, isArticle(t - 1, chart) { t -= 1 }
    guard t - 1 >= start, text(t - 1, chart) == "," else { return false }
    t -= 1
    // "la ministre, X, le préfet, Y": X has an office of his own.
    return personEndingAt[t].map { !holdsOfficeBefore($0) } ?? false
  }

  private mutating func attachAfter(_ name: Int, _ chart: borrowing Chart) {
    // "La veuve Caron, née Petit, aubergiste à …": she who was born so.
    var c = name
    let born = candidates[name].tokens.lowerBound - 1
    if born > 1, ["née", "né"].contains(text(born, chart)), text(born - 1, chart) == ",",
      let before = personEndingAt[born - 1]
    {
      c = before
    }
    var t = candidates[name].tokens.upperBound
    let limit = chart.sentence(of: candidates[c].tokens.lowerBound).upperBound
    // "X (PS), député de …"
    if t < limit, text(t, chart) == "(", let close = closing(t, limit, chart), close - t <= 4, roleAt[t + 1] == nil {
      t = close + 1
    }
    guard t < limit else { return }
    let opener = text(t, chart)
    // "- Paul Caron : Dirigeant de la Société …" in a list
    let isItem =
      opener == ":" && t + 1 < limit && roleAt[t + 1] != nil && chart.shape(t + 1).contains(.initialUpper)
      && candidates[c].tokens.lowerBound - chart.sentence(of: candidates[c].tokens.lowerBound).lowerBound <= 1
    guard opener == "," || opener == "(" || isItem else { return }
    t += 1
    // "X, 45 ans, maire de …"
    if t + 2 < limit, chart.kind(t) == .number, text(t + 1, chart) == "ans", text(t + 2, chart) == "," {
      t += 3
    }
    // "X, alors maire de …"
    if t + 1 < limit, isTimeAdverb(t, chart) { t += 1 }
    var first = true
    while t < limit {
      // "X, alors maire de …"
      if t + 1 < limit, isAdverb(t, chart) { t += 1 }
      var at = t
      if isArticle(at, chart), at + 1 < limit { at += 1 }
      guard let r = roleAt[at], isApposable(r), mentionOfRole[r] < 0 || first else { return }
      // "X, maire de Nice, élu en 2014": a participle.
      if at == t, roles[r].complements == nil, roles[r].lemma == "élu" { return }
      let end = roles[r].tokens.upperBound
      // "X, le ministre Y": the office is Y's.
      if candidateAt[overTitles(end)].map({ candidates[$0].best == .person }) ?? false { return }
      // "Selon le procureur, X, le suspect a fui": the subject of what follows.
      if at > t, text(at - 1, chart) != ",", end < limit, startsClause(end, chart) { return }
      // "X, le duc d'Uzès et l'émir Y": a list, where the duke is another.
      if at > t, end + 1 < limit, text(end, chart) == "et", isArticle(end + 1, chart) { return }
      // "X, maire de Lyon, Y, maire de …" is X's; "…, ministre de l'Agriculture, Y, …" is Y's only when it is definite.
      if at > t, text(at - 1, chart) != ",", end < limit, text(end, chart) == ",",
        let next = candidateAt[overTitles(end + 1)],
        candidates[next].best == .person,
        !commaFollows(next, limit, chart) || holdsOfficeBefore(c)
      {
        return
      }
      guard !roles[r].isPlural || opener == "," else { return }
      give(r, to: c, chart)
      if roles[r].isPlural { shareBackwards(r, from: c, chart) }
      first = false
      t = end
      guard t < limit, text(t, chart) == "et" || text(t, chart) == "," else { return }
      t += 1
    }
  }

  /// Whether a verb or quoted words go on from an office: "le suspect a fui", "le ministre « regrette »".
  private func startsClause(_ t: Int, _ chart: borrowing Chart) -> Bool {
    if NameScoring.auxiliaries.contains(text(t, chart)) || Self.plurals.contains(text(t, chart))
      || NameScoring.openingMarks.contains(text(t, chart))
    {
      return true
    }
    guard words.classes[t] == .verb, chart.shape(t).isAllLower else { return false }
    // "l'auteur présumé", "la politique visant à": participles belong to the office.
    let word = chart.lower(t)
    return word.utf8.count > 3
      && !["é", "ée", "és", "ées", "ant", "i", "is", "ie", "u", "us", "ue"].contains(where: word.hasSuffix)
  }

  private static let plurals: WordSet = ["ont", "sont", "avaient", "étaient", "seront", "furent"]

  private static let adverbs: WordSet = [
    "alors", "jadis", "naguère", "aussi", "encore", "toujours", "ensuite", "enfin", "désormais", "aujourd'hui",
    "actuellement", "également", "longtemps", "autrefois", "récemment", "notamment",
  ]

  private func isAdverb(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    guard (4...14).contains(span.count), words.classes[t] != .noun else { return false }
    return Self.adverbs.contains(chart.spelling(t))
  }

  /// An office, or a title that is one too: "X, colonel de gendarmerie", "Y, roi de Prusse", "Z, comte".
  private func isApposable(_ r: Int) -> Bool {
    roles[r].kind == .function || roles[r].complements != nil
      || !roles[r].isCivility && !roles[r].isSaint && !roles[r].isPlural
  }

  /// Goes over the titles that start at `t`: "Mme", "M. le".
  private func overTitles(_ t: Int) -> Int {
    var end = t
    while let r = roleAt[end], roles[r].kind == .title { end = roles[r].tokens.upperBound }
    return end
  }

  private func commaFollows(_ c: Int, _ limit: Int, _ chart: borrowing Chart) -> Bool {
    candidates[c].tokens.upperBound < limit && text(candidates[c].tokens.upperBound, chart) == ","
  }

  /// "X et Y, députés de …": X holds what Y does.
  private mutating func shareBackwards(_ r: Int, from c: Int, _ chart: borrowing Chart) {
    var i = c
    while i > 0, candidates[i - 1].best == .person {
      let gap = candidates[i - 1].tokens.upperBound..<candidates[i].tokens.lowerBound
      guard gap.count == 1, ["et", ",", "ou"].contains(text(gap.lowerBound, chart)) else { return }
      give(r, to: i - 1, chart)
      i -= 1
    }
  }

  // MARK: Shared by several

  private mutating func share(from a: Int, to b: Int, _ chart: borrowing Chart) {
    let sentence = chart.sentence(of: candidates[b].tokens.lowerBound)
    guard sentence.contains(candidates[a].tokens.lowerBound) else { return }
    var t = candidates[a].tokens.upperBound
    let end = candidates[b].tokens.lowerBound
    if t < end, text(t, chart) == "(", let close = closing(t, end, chart) { t = close + 1 }
    guard t < end, ["et", ",", "ou", "puis"].contains(text(t, chart)) else { return }
    let left = mentions[mentionOfCandidate[a]]
    // "MM. X et Y", "les députés X et Y": nothing else between.
    let linked = t + 1 == end || (t + 2 == end && text(t, chart) == "," && text(t + 1, chart) == "et")
    if linked {
      let own = mentions[mentionOfCandidate[b]]
      for m in left.titles
      where mentions[m].isPlural && mentions[m].tokens.lowerBound < candidates[a].tokens.lowerBound
        && own.titles.isEmpty
      {
        give(mention: m, isTitle: true, to: b)
      }
      for m in left.functions
      where mentions[m].isPlural && mentions[m].tokens.lowerBound < candidates[a].tokens.lowerBound
        && own.functions.isEmpty
      {
        give(mention: m, isTitle: false, to: b)
      }
      return
    }
    elide(from: a, to: b, linkEnd: t + 1, chart)
  }

  /// "les ministres de l'Agriculture, X, du Commerce, Y et des mines et de l'énergie, Z": each a function of the shared head.
  private mutating func elide(from a: Int, to b: Int, linkEnd: Int, _ chart: borrowing Chart) {
    let person = mentionOfCandidate[a]
    guard
      let m = mentions[person].functions.first(where: { mentions[$0].isPlural || mentions[$0].rule == "shared-head" })
    else { return }
    var start = linkEnd
    if text(start, chart) == "et" { start += 1 }
    var end = candidates[b].tokens.lowerBound
    // A title may stand before the name: ", Dr Aminata Diémé".
    while let r = roleEndingAt[end], roles[r].kind == .title, roles[r].tokens.lowerBound > start {
      end = roles[r].tokens.lowerBound
    }
    // "les présidents malien, X, et nigérien, Y"
    let isNation = end - 2 == start && words.marks[start].contains(.demonym)
    guard end - 1 > start, text(end - 1, chart) == ",",
      isNation || ["de", "du", "des", "d'", "à", "au", "aux", "pour"].contains(text(start, chart))
    else { return }
    let complement = start..<end - 1
    guard complement.count <= 16, mentions[mentionOfCandidate[b]].functions.isEmpty else { return }
    let source = rolesTouching[mentions[m].tokens.lowerBound]?.first { r in
      roles[r].tokens == mentions[m].tokens
        || (mentions[m].rule == "shared-head" && roles[r].lemma == mentions[m].head && roles[r].isPlural
          && roles[r].complements == mentions[m].tokens)
    }
    let singular = source.map { roles[$0].singular } ?? mentions[m].head ?? ""
    // The first of them is a function by its own complement too.
    if mentions[m].rule != "shared-head", let source, let own = roles[source].complements {
      mentions[m].tokens = own
      mentions[m].label = singular + " " + chart.string(own)
      mentions[m].rule = "shared-head"
      mentions[m].isPlural = false
    }
    var next = NameMention(kind: .function, tokens: complement, rule: "shared-head")
    next.head = mentions[m].head
    next.gender = mentions[m].gender
    next.label = singular + " " + chart.string(complement)
    fill(&next, within: complement)
    mentions.append(next)
    give(mention: mentions.count - 1, isTitle: false, to: b)
  }

  // MARK: Acronyms

  /// "Plateforme industrielle d'Adétikopé (PIA)", "PIA (Plateforme industrielle d'Adétikopé)".
  private mutating func linkAcronyms(_ chart: borrowing Chart) {
    // By end: the longest candidate, so that a place inside a name does not stand for it.
    var endingAt = TokenIndex(chart.tokenCount)
    for (i, c) in candidates.enumerated() {
      if let known = endingAt[c.tokens.upperBound], candidates[known].tokens.count >= c.tokens.count { continue }
      endingAt[c.tokens.upperBound] = i
    }
    for (j, b) in candidates.enumerated() where b.tokens.lowerBound > 0 {
      let bracket = b.tokens.lowerBound - 1
      guard text(bracket, chart) == "(", let i = endingAt[bracket] else { continue }
      let a = candidates[i]
      guard a.best == .organization || b.best == .organization else { continue }
      let (ma, mb) = (mentionOfCandidate[i], mentionOfCandidate[j])
      if spells(b.tokens, a.tokens, chart) { mentions[mb].fullName = ma; mentions[mb].kind = mentions[ma].kind }
      if spells(a.tokens, b.tokens, chart) { mentions[ma].fullName = mb }
    }
  }

  /// Whether the letters of an acronym are found in order in a name, the first at its start.
  private func spells(_ acronym: Range<Int>, _ name: Range<Int>, _ chart: borrowing Chart) -> Bool {
    // "(Insee)": read as a word, it is written as one; then every letter has to be there.
    let isUpper = chart.shape(acronym.lowerBound).isAllUpper
    guard acronym.count == 1, name.count >= 2,
      isUpper
        || chart.shape(acronym.lowerBound).contains(.initialUpper)
          && chart.text.tokens.span(at: acronym.lowerBound).count >= 4
    else { return false }
    let letters = chart.string(acronym).lowercased().filter(\.isLetter)
    var initials: [Character] = []
    for t in name {
      for part in chart.plain(t).split(whereSeparator: {
        $0 == "-" || $0 == "'" || $0 == "’"
      }) {
        if let c = part.lowercased().first { initials.append(Self.bare(c)) }
      }
    }
    var at = 0
    var hits = 0
    for c in letters.map(Self.bare) {
      if let found = initials[at...].firstIndex(of: c) {
        hits += 1
        at = found + 1
      }
    }
    return (isUpper ? hits * 3 >= letters.count * 2 : hits == letters.count)
      && letters.map(Self.bare).first == initials.first
  }

  static func bare(_ c: Character) -> Character {
    switch c {
    case "é", "è", "ê", "ë": "e"
    case "à", "â", "ä": "a"
    case "î", "ï": "i"
    case "ô", "ö": "o"
    case "û", "ü", "ù": "u"
    case "ç": "c"
    default: c
    }
  }

  // MARK: Small things

  @inline(__always)
  private func text(_ t: Int, _ chart: borrowing Chart) -> PackedWord {
    chart.spelling(t)
  }

  /// Of an office that was or is held then: alors, aujourd'hui, désormais, actuellement.
  private func isTimeAdverb(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let word = chart.spelling(t)
    return ["alors", "aujourd'hui", "désormais", "actuellement"].contains(word)
  }

  private func isArticle(_ t: Int, _ chart: borrowing Chart) -> Bool { Self.articles.contains(text(t, chart)) }

  private static let articles: WordSet = [
    "le", "la", "l'", "les", "un", "une", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "Le", "La", "L'",
    "Les", "Un", "Une", "Son", "Sa", "deux", "trois", "quatre", "Deux", "Trois", "Quatre",
  ]

  private func isDefinite(_ r: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    let t = roles[r].tokens.lowerBound
    guard t > start else { return true }
    return isArticle(t - 1, chart) || ["du", "au", "des", "aux"].contains(text(t - 1, chart))
      || chart.shape(t).contains(.initialUpper)
  }

  private func opening(_ close: Int, _ start: Int, _ chart: borrowing Chart) -> Int? {
    var t = close - 1
    while t > start, t > close - 8 {
      if text(t, chart) == "(" { return t }
      t -= 1
    }
    return nil
  }

  private func closing(_ open: Int, _ limit: Int, _ chart: borrowing Chart) -> Int? {
    var t = open + 1
    while t < limit, t < open + 12 {
      if text(t, chart) == ")" { return t }
      t += 1
    }
    return nil
  }

  /// Reading order; indices follow.
  private mutating func sort() {
    let order = mentions.indices.sorted {
      let (a, b) = (mentions[$0].tokens, mentions[$1].tokens)
      return a.lowerBound != b.lowerBound
        ? a.lowerBound < b.lowerBound : a.upperBound != b.upperBound ? a.upperBound > b.upperBound : $0 < $1
    }
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    var sorted: [NameMention] = []
    sorted.reserveCapacity(order.count)
    for old in order { sorted.append(mentions[old]) }
    mentions = sorted
    for i in mentions.indices {
      for k in mentions[i].titles.indices { mentions[i].titles[k] = place[mentions[i].titles[k]] }
      for k in mentions[i].functions.indices { mentions[i].functions[k] = place[mentions[i].functions[k]] }
      if let m = mentions[i].organization { mentions[i].organization = place[m] }
      if let m = mentions[i].place { mentions[i].place = place[m] }
      if let m = mentions[i].fullName { mentions[i].fullName = place[m] }
    }
  }
}

/// By token, from 0 to the number of tokens: the index of something that starts or ends there.
struct TokenIndex {
  private var indices: [Int32]

  init(_ tokens: Int) { indices = [Int32](repeating: -1, count: tokens + 1) }

  subscript(token: Int) -> Int? {
    get { indices.indices.contains(token) && indices[token] >= 0 ? Int(indices[token]) : nil }
    set { indices[token] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
  }
}
