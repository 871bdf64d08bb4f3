import GlanePatterns
import GlaneText

// Titles and functions before and after the name.
extension NameRoles {
  mutating func attachBefore(_ c: Int, _ chart: borrowing Chart) {
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
  func isAddress(_ r: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    let t = roles[r].tokens.lowerBound
    guard t - 2 >= start, isArticle(t - 1, chart), let before = roleEndingAt[t - 1] else { return false }
    return roles[before].isCivility && roles[before].tokens.lowerBound == start
  }

  func precededByRole(_ r: Int, _ start: Int, _ chart: borrowing Chart) -> Bool {
    let t = roles[r].tokens.lowerBound
    return t - 1 > start && [",", "et"].contains(text(t - 1, chart)) && roleEndingAt[t - 1] != nil
  }

  func holdsOfficeBefore(_ c: Int) -> Bool {
    mentions[mentionOfCandidate[c]].functions.contains {
      mentions[$0].tokens.upperBound <= candidates[c].tokens.lowerBound
    }
  }

  /// Whether a name stands right before an office between commas.
  func belongsLeft(_ r: Int, _ chart: borrowing Chart, _ start: Int) -> Bool {
    var t = roles[r].tokens.lowerBound
    if t - 1 >= start, isArticle(t - 1, chart) { t -= 1 }
    guard t - 1 >= start, text(t - 1, chart) == "," else { return false }
    t -= 1
    // "la ministre, X, le préfet, Y": X has an office of his own.
    return personEndingAt[t].map { !holdsOfficeBefore($0) } ?? false
  }

  mutating func attachAfter(_ name: Int, _ chart: borrowing Chart) {
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
  func startsClause(_ t: Int, _ chart: borrowing Chart) -> Bool {
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

  func isAdverb(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    guard (4...14).contains(span.count), words.classes[t] != .noun else { return false }
    return Self.adverbs.contains(chart.spelling(t))
  }

  /// An office, or a title that is one too: "X, colonel de gendarmerie", "Y, roi de Prusse", "Z, comte".
  func isApposable(_ r: Int) -> Bool {
    roles[r].kind == .function || roles[r].complements != nil
      || !roles[r].isCivility && !roles[r].isSaint && !roles[r].isPlural
  }

  /// Goes over the titles that start at `t`: "Mme", "M. le".
  func overTitles(_ t: Int) -> Int {
    var end = t
    while let r = roleAt[end], roles[r].kind == .title { end = roles[r].tokens.upperBound }
    return end
  }

  func commaFollows(_ c: Int, _ limit: Int, _ chart: borrowing Chart) -> Bool {
    candidates[c].tokens.upperBound < limit && text(candidates[c].tokens.upperBound, chart) == ","
  }

  /// "X et Y, députés de …": X holds what Y does.
  mutating func shareBackwards(_ r: Int, from c: Int, _ chart: borrowing Chart) {
    var i = c
    while i > 0, candidates[i - 1].best == .person {
      let gap = candidates[i - 1].tokens.upperBound..<candidates[i].tokens.lowerBound
      guard gap.count == 1, ["et", ",", "ou"].contains(text(gap.lowerBound, chart)) else { return }
      give(r, to: i - 1, chart)
      i -= 1
    }
  }
}
