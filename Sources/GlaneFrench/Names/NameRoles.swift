import GlanePatterns
import GlaneText

/// Gives titles and functions to the people they stand by, and makes the mentions.
///
/// Before the name ("le ministre X", "la ministre, X"), after it ("X, ministre de …", "X (ministre de …)"), shared by several
/// ("les députés X et Y", "MM. X et Y"), or with a shared head ("les ministres de l'Agriculture, X, du Commerce, Y").
struct NameRoles {
  let candidates: [NameCandidate]
  let roles: [NameRole]
  let lexicon: NameLexicon
  let words: NameTokens
  var mentions: [NameMention] = []

  /// Mention index by candidate and by role; -1 for none.
  var mentionOfCandidate: [Int] = []
  var mentionOfRole: [Int] = []
  var candidateAt: TokenIndex
  var personEndingAt: TokenIndex
  var roleEndingAt: TokenIndex
  var roleAt: TokenIndex
  /// Roles by the first token of the whole and of their complements, in order; made when first asked for.
  lazy var rolesTouching: [Int: [Int]] = {
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

  func kind(_ k: NameCandidate.Kind) -> NameMention.Kind {
    switch k {
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .event: .event
    case .product: .product
    }
  }

  func gender(of c: NameCandidate) -> NameMention.Gender? {
    guard c.firstNames > 0 else { return nil }
    let marks = words.marks[c.tokens.lowerBound]
    let (m, f) = (marks.contains(.masculine), marks.contains(.feminine))
    return m == f ? nil : m ? .masculine : .feminine
  }

  // MARK: Mentions of roles

  /// The mention of a role, made when first asked for.
  mutating func mention(of r: Int, _ chart: borrowing Chart) -> Int {
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
  func label(_ role: NameRole, _ chart: borrowing Chart) -> String {
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
  static func singular(ofAdjective word: String) -> String? {
    for same in ["ais", "ois", "eux", "oux"] where word.hasSuffix(same) { return word }
    if word.hasSuffix("eaux") { return String(word.dropLast()) }
    if word.hasSuffix("aux") { return word.dropLast(3) + "al" }
    return word.hasSuffix("s") ? String(word.dropLast()) : nil
  }

  /// The organisation and the place that a function names.
  func fill(_ m: inout NameMention, within tokens: Range<Int>) {
    for t in tokens {
      guard let c = candidateAt[t], candidates[c].tokens.upperBound <= tokens.upperBound else { continue }
      if candidates[c].best == .organization, m.organization == nil { m.organization = mentionOfCandidate[c] }
      if candidates[c].best == .place, m.place == nil { m.place = mentionOfCandidate[c] }
    }
  }

  mutating func give(_ r: Int, to c: Int, _ chart: borrowing Chart) {
    let m = mention(of: r, chart)
    give(mention: m, isTitle: roles[r].kind == .title, to: c)
    // "Mme Martin": a title tells more than a name that is a first name too.
    if let gender = roles[r].gender, roles[r].kind == .title || mentions[mentionOfCandidate[c]].gender == nil {
      mentions[mentionOfCandidate[c]].gender = gender
    }
  }

  mutating func give(mention m: Int, isTitle: Bool, to c: Int) {
    let p = mentionOfCandidate[c]
    if isTitle {
      if !mentions[p].titles.contains(m) { mentions[p].titles.append(m) }
    } else if !mentions[p].functions.contains(m) {
      mentions[p].functions.append(m)
    }
  }

  @inline(__always)
  func text(_ t: Int, _ chart: borrowing Chart) -> PackedWord {
    chart.spelling(t)
  }

  /// Of an office that was or is held then: alors, aujourd'hui, désormais, actuellement.
  func isTimeAdverb(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let word = chart.spelling(t)
    return ["alors", "aujourd'hui", "désormais", "actuellement"].contains(word)
  }

  func isArticle(_ t: Int, _ chart: borrowing Chart) -> Bool { Self.articles.contains(text(t, chart)) }

  private static let articles: WordSet = [
    "le", "la", "l'", "les", "un", "une", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "Le", "La", "L'",
    "Les", "Un", "Une", "Son", "Sa", "deux", "trois", "quatre", "Deux", "Trois", "Quatre",
  ]

  func isDefinite(_ r: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    let t = roles[r].tokens.lowerBound
    guard t > start else { return true }
    return isArticle(t - 1, chart) || ["du", "au", "des", "aux"].contains(text(t - 1, chart))
      || chart.shape(t).contains(.initialUpper)
  }

  func opening(_ close: Int, _ start: Int, _ chart: borrowing Chart) -> Int? {
    var t = close - 1
    while t > start, t > close - 8 {
      if text(t, chart) == "(" { return t }
      t -= 1
    }
    return nil
  }

  func closing(_ open: Int, _ limit: Int, _ chart: borrowing Chart) -> Int? {
    var t = open + 1
    while t < limit, t < open + 12 {
      if text(t, chart) == ")" { return t }
      t += 1
    }
    return nil
  }

  /// Reading order; indices follow.
  mutating func sort() {
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
