import GlanePatterns
import GlaneText

// What a word may be in a name.
extension NameCandidates {
  /// Whether the word at `t` may be (part of) a name.
  ///
  /// - Parameter articles: How many articles and particles stand before it, which are part of a name if it is: three at most
  ///   are looked through, however many a text has in a row.
  func isName(_ t: Int, _ chart: borrowing Chart, _ limit: Int, after articles: Int = 0) -> Bool {
    guard articles <= 3 else { return false }
    let (kind, shape) = (chart.kind(t), chart.shape(t))
    switch kind {
    case .initial:
      // "J.-P. Caron"; "Karim B."
      return t + 1 < limit && (chart.kind(t + 1) == .initial || chart.shape(t + 1).contains(.initialUpper))
        || t > 0 && words.marks[t - 1].contains(.firstName) && chart.shape(t - 1).contains(.initialUpper)
    case .word, .acronym: break
    default: return false
    }
    if !shape.contains(.initialUpper) {
      // al-Assad, el-Béchir
      return shape.contains(.innerUpper) && shape.contains(.hasHyphen) && startsWithArabicArticle(t, chart)
        || !shape.contains(.hasHyphen) && shape.contains(.innerUpper) && chart.text.tokens.span(at: t).count > 3
          && !shape.contains(.elided) && (!words.marks[t].isDisjoint(with: .anyName) || hasBrandForm(t, chart))
    }
    let (marks, classes) = (words.marks[t], words.classes[t])
    if marks.contains(.notAName), t == 0 || words.marks[t - 1].isDisjoint(with: [.firstName, .title]) {
      // "Oscar Munoz", "M. Blanc", but "un Oscar".
      guard marks.contains(.firstName), t + 1 < limit, chart.shape(t + 1).contains(.initialUpper),
        chart.shape(t + 1).contains(.hasLower), classes.isEmpty || words.classes[t + 1].isEmpty
      else { return false }
    }
    let bracketed = shape.isAllUpper && isBracketed(t, chart, limit)
    if marks.contains(.abbreviation), shape.isAllUpper, marks.isDisjoint(with: .anyName) { return bracketed }
    if shape.contains(.elided) {
      // "PRÉFET DE L'ISÈRE": in capitals throughout, the article has one too.
      if t + 1 < limit, words.inCapitals[t + 1] { return false }
      // "D'Artagnan salua": a verb behind it makes it a name, where "D'Espagne, il part" says whence.
      if isInitial(t, chart), chart.word(t) == "d'", t + 2 < limit, words.classes[t + 2] == .verb,
        chart.shape(t + 2).isAllLower, words.classes[t + 1].isEmpty,
        words.marks[t + 1].isDisjoint(with: [.country, .bigTown, .place, .firstName])
      {
        return chart.shape(t + 1).contains(.initialUpper)
      }
      // "N'Golo" opens a sentence, "L'Égypte" is no name whole.
      return t + 1 < limit && chart.shape(t + 1).contains(.initialUpper)
        && (!isInitial(t, chart) || [0x4E, 0x4D, 0x4F].contains(chart.text.utf8[chart.text.tokens.span(at: t).start]))
    }
    if words.inCapitals[t] {
      // A small town is too often a word that lacks its accent: "EN TETE".
      return !marks.isDisjoint(with: [.country, .bigTown, .acronym, .organization])
        || classes.isEmpty && (!marks.subtracting(.town).isDisjoint(with: .anyName) || follows("À", t, chart))
    }
    if chart.text.tokens.span(at: t).count == 1 { return isMaskedSurname(t, chart, limit) }
    // "À", which no capital at the end makes a name.
    if chart.text.tokens.span(at: t).count == 2, chart.text.utf8[chart.text.tokens.span(at: t).start] >= 0xC0 {
      return false
    }
    if bracketed, chart.text.tokens.span(at: t).count > 2, !isRoman(t, chart) { return true }
    if marks.isDisjoint(with: .anyName) {
      // "GBU-43", "H7N4": codes; "II", "XIV": numbers.
      if shape.contains(.hasDigit), !isRoad(t, chart) { return false }
      if shape.isAllUpper, isRoman(t, chart) { return false }
    }
    let initial = isInitial(t, chart)
    if classes.isEmpty || shape.contains(.hasHyphen) && isSaint(t, chart) { return true }
    if !initial {
      // "Le Pen", "De Gendt"
      return !isLittleWord(t)
        || t + 1 < limit && (isArticle(t, chart) && !isInhabitant(t + 1, chart, limit) || marks.contains(.particle))
          && isName(t + 1, chart, limit, after: articles + 1)
    }
    // "Ibn Khaldoun", "Van Gogh" open a sentence.
    if marks.contains(.particle), !classes.contains(.little), t + 1 < limit,
      chart.shape(t + 1).isSuperset(of: [.initialUpper, .hasLower]),
      isName(t + 1, chart, limit, after: articles + 1)
    {
      return true
    }
    if isLittleWord(t) { return false }
    if marks.contains(.firstName), t + 1 < limit {
      if chart.shape(t + 1).contains(.initialUpper) { return true }
      // "Guillaume de Machaut"
      // "Rose et Paul Morel"
      if t + 3 < limit, words.marks[t + 2].contains(.firstName), chart.shape(t + 2).contains(.initialUpper),
        chart.shape(t + 3).contains(.initialUpper), follows("et", t + 2, chart)
      {
        return true
      }
      if words.marks[t + 1].contains(.particle), t + 2 < limit, chart.shape(t + 2).contains(.initialUpper) {
        return true
      }
    }
    if kind == .acronym || shape.isAllUpper { return true }
    if words.small[chart.fold(t)] { return false }
    if !marks.isDisjoint(with: [.country, .bigTown, .organization, .place, .acronym]) { return true }
    return capitalInside[chart.fold(t)]
  }

  /// "eBay", "iPhone": one small letter, then a capital. Two words run together ("auSchanzenhof") are no name.
  func hasBrandForm(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    return span.count > 1 && chart.text.utf8[span.start + 1] &- 65 < 26
  }

  /// "(CRE)"
  func isBracketed(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    t > 0 && t + 1 < limit && isByte(t - 1, UInt8(ascii: "("), chart) && isByte(t + 1, UInt8(ascii: ")"), chart)
  }

  /// A capital behind a first name that stands for the surname: "Karim B, 32 ans".
  func isMaskedSurname(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    t > 0 && words.marks[t - 1].contains(.firstName) && chart.shape(t - 1).contains(.initialUpper)
      && t + 1 < limit && chart.kind(t + 1) == .punctuation
  }

  func isByte(_ t: Int, _ byte: UInt8, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    return span.count == 1 && chart.text.utf8[span.start] == byte
  }

  func startsWithArabicArticle(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let text = chart.plain(t)
    return ["al-", "el-", "ad-", "as-", "ash-", "an-", "ar-", "at-", "az-", "ez-", "es-", "ech-", "er-"].contains {
      text.hasPrefix($0)
    }
  }

  /// An article, pronoun, preposition or other word that is neither noun nor adjective.
  func isLittleWord(_ t: Int) -> Bool {
    words.classes[t].contains(.little) && words.marks[t].isDisjoint(with: .anyName) || words.marks[t] == .particle
  }

  func isArticle(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    guard span.count <= 3 else { return false }
    switch chart.spelling(t) {
    case "Le", "La", "Les": return true
    default: return false
    }
  }

  /// "le Français Lionel Baud", "les Togolais": who lives there is no name.
  func isInhabitant(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    let marks = words.marks[t]
    guard marks.contains(.demonym), !chart.shape(t).isAllUpper else { return false }
    if marks.isDisjoint(with: [.country, .place, .organization, .surname, .firstName]) { return true }
    // "la Suissesse", "le Suisse Roger Federer", but "la Suisse", "en Argentine", "M. Lebreton".
    return t + 1 < limit
      && (words.marks[t + 1].contains(.firstName)
        || t + 2 < limit && chart.shape(t + 2).contains(.initialUpper))
      && chart.shape(t + 1).contains(.initialUpper)
      && t > 0
      && (["le", "l'", "un", "une", "du", "Le", "L'", "Un", "Une"].contains(chart.spelling(t - 1))
        || words.marks[t + 1].contains(.firstName) && ["la", "La"].contains(chart.spelling(t - 1)))
  }

  /// A capitalised office at `t` is a name all the same: a first name or surname that another name follows ("Pascal Roi").
  func startsName(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    words.marks[t].contains(.firstName)
  }

  func follows(_ word: PackedWord, _ t: Int, _ chart: borrowing Chart) -> Bool {
    t > 0 && chart.spelling(t - 1) == word
  }

  func isSurnameInCapitals(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let classes = words.classes[t]
    return chart.kind(t) == .word && chart.text.tokens.span(at: t).count > 2 && !classes.contains(.little)
      && (classes.isEmpty || !classes.contains(.verb))
  }

  func isFirstName(_ t: Int, _ chart: borrowing Chart) -> Bool {
    // "les JO de Squaw Valley"
    if words.marks[t].contains(.event), chart.shape(t).isAllUpper { return false }
    if chart.kind(t) == .initial || words.marks[t].contains(.firstName) { return true }
    return words.marks[t].isDisjoint(with: .anyPlace) && NameRecognisers.isCompoundFirstName(chart, t)
  }

  /// "Saint-Pierre", "Sainte-Foy"
  func isSaint(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let text = chart.plain(t)
    return text.hasPrefix("Saint-") || text.hasPrefix("Sainte-") || text.hasPrefix("St-") || text.hasPrefix("Ste-")
  }

  /// "l'A7", "la N118", "sur la D33"
  func isRoad(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    guard (2...(chart.text.utf8[span.start] == 0x52 ? 6 : 4)).contains(span.count), t > 0 else { return false }
    var bytes = chart.text.utf8[span.range]
    // "la RN12"
    if span.count > 3, bytes.first == 0x52 { bytes = bytes.dropFirst() }
    guard let first = bytes.first, [0x41, 0x44, 0x45, 0x4E].contains(first),
      bytes.dropFirst().allSatisfy({ $0 &- 48 < 10 })
    else { return false }
    return ["l'", "la", "autoroute", "autoroutes", ":", "nationale", "départementale", "(", "et", ",", "les"].contains(
      chart.spelling(t - 1))
  }

  func isRoman(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    guard span.count <= 6, chart.shape(t).contains(.initialUpper) else { return false }
    return chart.text.utf8[span.range].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x4C }
  }
}
