import GlanePatterns
import GlaneText

// Those that several people share, and acronyms with their full names.
extension NameRoles {
  mutating func share(from a: Int, to b: Int, _ chart: borrowing Chart) {
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
  mutating func elide(from a: Int, to b: Int, linkEnd: Int, _ chart: borrowing Chart) {
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
  mutating func linkAcronyms(_ chart: borrowing Chart) {
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
  func spells(_ acronym: Range<Int>, _ name: Range<Int>, _ chart: borrowing Chart) -> Bool {
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
}
