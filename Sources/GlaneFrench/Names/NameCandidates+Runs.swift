import GlanePatterns
import GlaneText

// Runs of words that make one name.
extension NameCandidates {
  /// The run of name words from `t`.
  func run(_ t: Int, _ chart: borrowing Chart, _ limit: Int, _ heads: [Bool]) -> (end: Int, firstNames: Int) {
    var end = t + 1
    var firstNames = isFirstName(t, chart) ? 1 : 0
    var given = firstNames > 0
    while end < limit {
      let shape = chart.shape(end)
      if shape.contains(.lineStart) || roleEnds[end] { break }
      let last = end - 1
      if chart.kind(end) == .ordinal || isRoman(end, chart) {
        // "Louis XIV"; "le roi Apeto IV"
        // "Chosroès II"
        let isSovereign =
          chart.text.tokens.span(at: end).count > 1 && end == t + 1 && words.classes[t].isEmpty
          && words.marks[t].isDisjoint(with: [.organization, .product, .acronym, .event])
          && chart.shape(t).contains(.hasLower)
        if words.marks[last].contains(.firstName) || t > 0 && heads[t - 1] || isSovereign, shape.contains(.initialUpper)
        {
          return (end + 1, firstNames)
        }
        if chart.kind(end) == .ordinal { break }
      }
      if isName(end, chart, limit),
        !heads[end] || words.marks[end].contains(.surname)
          || given && (firstNames == end - t || isArticle(last, chart) || words.marks[last].contains(.particle))
      {
        let next = words.marks[end]
        // "Sénat Gérard Larcher", "Togo Faure Gnassingbé": a first name begins another name.
        if next.contains(.firstName), !given, end == t + 1, !words.classes[t].isEmpty,
          words.marks[t].isDisjoint(with: .surname), end + 1 < limit,
          isName(end + 1, chart, limit)
        {
          break  // "Intérieur Bernard Cazeneuve"
        }
        // "ONU Ban Ki-moon"
        if !given, words.marks[last].contains(.acronym), chart.shape(last).isAllUpper, words.classes[end].isEmpty,
          next.isDisjoint(with: [.place, .country, .town, .organizationWord, .organization]),
          chart.shape(end).contains(.hasLower)
        {
          break
        }
        if next.contains(.firstName), !given,
          !words.marks[last].isDisjoint(with: [.country, .place, .town, .organization, .acronym]),
          words.marks[last].isDisjoint(with: .surname) || !words.marks[last].isDisjoint(with: [.country, .bigTown]),
          end + 1 < limit, chart.shape(end + 1).contains(.initialUpper)
        {
          break
        }
        if isFirstName(end, chart), firstNames == end - t { firstNames += 1 }
        given = given || next.contains(.firstName) || chart.kind(end) == .initial
        end += 1
        continue
      }
      // "MORT DE MICHEL BLANC": in capitals throughout, a first name says that a surname follows.
      if words.inCapitals[end], words.inCapitals[last], given, firstNames == end - t, isSurnameInCapitals(end, chart) {
        end += 1
        continue
      }
      // "John M. Kosterlitz", where M. is no civility.
      if firstNames == end - t, chart.kind(end) == .abbreviation, chart.text.tokens.span(at: end).count == 2,
        end + 1 < limit,
        isName(end + 1, chart, limit)
      {
        end += 1
        continue
      }
      // "Nahel M. a été tué": what stands for the surname.
      if firstNames == end - t, end == t + 1, chart.kind(end) == .abbreviation,
        chart.text.tokens.span(at: end).count == 2,
        end + 1 < limit, chart.shape(end + 1).isAllLower
      {
        return (end + 1, firstNames)
      }
      guard
        let after = link(from: end, chart, limit, given: given, firstNamesOnly: firstNames == end - t, length: end - t)
      else { break }
      end = after
    }
    return (end, firstNames)
  }

  /// Goes over what may join two parts of a name: a particle, &, d'. Returns the end of the part behind it.
  func link(
    from: Int, _ chart: borrowing Chart, _ limit: Int, given: Bool, firstNamesOnly: Bool, length: Int
  ) -> Int? {
    // "Philippe le Bel": one first name, then an everyday word with a capital.
    if given, length == 1, from + 1 < limit, chart.text.tokens.span(at: from).count == 2,
      chart.shape(from + 1).contains(.initialUpper),
      chart.shape(from + 1).contains(.hasLower), !words.classes[from + 1].isDisjoint(with: [.adjective, .noun]),
      words.marks[from + 1].isDisjoint(with: [.function, .title, .demonym, .place, .country, .organizationHead]),
      follows("le", from + 1, chart) || follows("la", from + 1, chart)
    {
      return from + 2
    }
    var t = from
    var french = false
    // "Jean DE LA FONTAINE": a surname in capitals with its particles.
    while given, t < limit, t < from + 3, chart.shape(t).isAllUpper, !words.inCapitals[t],
      words.marks[t].contains(.particle) || t > from && words.classes[t].contains(.little)
    { t += 1 }
    if t > from {
      return t < limit && chart.shape(t).isAllUpper && chart.text.tokens.span(at: t).count > 2 ? t + 1 : nil
    }
    while t < limit, t < from + 3, !chart.shape(t).contains(.initialUpper),
      words.marks[t].contains(.particle) || t > from && firstNamesOnly && chart.shape(t).contains(.elided)
    {
      let text = chart.spelling(t)
      if ["de", "du", "des", "d'"].contains(text) { french = true }
      if ["e", "y", "la", "le"].contains(text), t == from { return nil }
      t += 1
    }
    if t == from {
      let span = chart.text.tokens.span(at: t)
      guard span.count == 1, chart.text.utf8[span.start] == UInt8(ascii: "&"), t + 1 < limit,
        isName(t + 1, chart, limit)
      else { return nil }
      return t + 2
    }
    guard t < limit, chart.shape(t).contains(.initialUpper), chart.kind(t) == .word,
      !chart.shape(t).isAllUpper || !french,
      !isInitial(t, chart)
    else { return nil }
    let marks = words.marks[t]
    if french {
      // "le roi Salmane d'Arabie saoudite"
      if phraseAt[t] >= 0, words.phrases[Int(phraseAt[t])].marks.contains(.country) { return nil }
      // "M. Drouyn de Lhuys", "l'amiral Rigault de Genouilly": a second part that no list holds.
      let isTitled =
        length == 1 && from > 1 && words.marks[from - 2].contains(.title) && marks.subtracting(.surname).isEmpty
        && words.classes[t].isEmpty && words.marks[from - 1].isDisjoint(with: .anyPlace)
      guard given || isTitled else { return nil }
      if !given { return t + 1 }
      let isPlace =
        !marks.isDisjoint(with: [.country, .bigTown, .organization, .organizationHead, .acronym])
        || marks.contains(.place) && !marks.contains(.town)
      if isPlace, !(firstNamesOnly && marks.contains(.surname)) { return nil }
      if !firstNamesOnly, length > 2 || marks.contains(.town) { return nil }
      if !words.classes[t].isEmpty, !firstNamesOnly { return nil }
    }
    return t + 1
  }
}
