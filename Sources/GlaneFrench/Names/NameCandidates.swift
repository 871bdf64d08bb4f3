import GlanePatterns
import GlaneText

/// A stretch that may be a name, with what speaks for each type.
struct NameCandidate {
  enum Kind: Int { case person, organization, place, event, product }

  var tokens: Range<Int>
  /// Evidence for each kind: sums of weights; 0 is none.
  var scores = SIMD8<Float>(repeating: 0)
  /// What gave it.
  enum Source { case rule, list, run }
  var source: Source
  /// Index of the rule that gave it, or -1.
  var ruleIndex: Int32 = -1
  /// The candidate stands at the start of a sentence, where its capital says nothing.
  var isInitial = false
  /// A place inside the name of an organisation or an event.
  var isNested = false
  /// One of several that share a plural title or office before the first: "MM. X, Y et Z".
  var isListed = false
  /// It ends in the number of a sovereign.
  var isNumbered = false
  /// How many first names it starts with.
  var firstNames = 0
  /// Hash of the last word, of the whole.
  var lastHash: UInt64 = 0
  var wholeHash: UInt64 = 0

  var best: Kind {
    var b = 0
    for i in 1..<5 where scores[i] > scores[b] { b = i }
    return Kind(rawValue: b)!
  }
  var score: Float { scores[best.rawValue] }
  /// How far the best is ahead of the second.
  var margin: Float {
    let b = best.rawValue
    var second: Float = 0
    for i in 0..<5 where i != b { second = max(second, scores[i]) }
    return scores[b] - second
  }
  subscript(kind: Kind) -> Float {
    get { scores[kind.rawValue] }
    set { scores[kind.rawValue] = newValue }
  }
}

/// Cuts sentences into candidates: what the rules gave, phrases of the lists, and runs of capitalised words.
struct NameCandidates {
  typealias Marks = NameLexicon.Marks
  let lexicon: NameLexicon
  let words: NameTokens
  private(set) var all: [NameCandidate] = []
  /// Words with a capital inside a sentence, where it says something.
  private var capitalInside: [Bool]
  private var phraseAt: [Int32]
  /// By token: whether an office with its complement ends before it.
  private let roleEnds: [Bool]

  init(_ chart: borrowing Chart, _ lexicon: NameLexicon, _ words: NameTokens, heads: [Bool], roleEnds: [Bool]) {
    self.lexicon = lexicon
    self.words = words
    self.roleEnds = roleEnds
    capitalInside = [Bool](repeating: false, count: chart.table.foldCount)
    phraseAt = [Int32](repeating: -1, count: chart.tokenCount + 1)
    for i in words.phrases.indices.reversed() { phraseAt[words.phrases[i].start] = Int32(i) }
    for t in 0..<chart.tokenCount where words.hashes[t] != 0 && !words.inCapitals[t] && !isInitial(t, chart) {
      capitalInside[chart.fold(t)] = true
    }
    var t = 0
    while t < chart.tokenCount {
      // A word in small letters, a number or a sign starts no name by itself.
      if phraseAt[t] < 0, chart.firstEdge(at: t) < 0, chart.kind(t) != .initial,
        chart.shape(t).isDisjoint(with: [.initialUpper, .innerUpper])
      {
        t += 1
      } else {
        t = take(t, chart, heads)
      }
    }
  }

  /// Whether a capital at `t` may only mark the start of a sentence, a quotation or an item of a list.
  func isInitial(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let sentence = chart.sentence(of: t)
    if t == sentence.lowerBound || chart.shape(t).contains(.lineStart) { return true }
    let kind = chart.kind(t - 1)
    guard kind == .punctuation || kind == .symbol else { return false }
    let span = chart.text.tokens.span(at: t - 1)
    switch chart.text.utf8[span.start] {
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: ")"), UInt8(ascii: "&"),
      UInt8(ascii: ";"):
      return false
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""),
      UInt8(ascii: "-"), UInt8(ascii: "*"):
      return true
    default: return true
    }
  }

  /// Takes the candidate that starts at `t`, if any; returns where to go on.
  private mutating func take(_ t: Int, _ chart: borrowing Chart, _ heads: [Bool]) -> Int {
    let limit = chart.sentence(of: t).upperBound
    var best: NameCandidate?
    // What the rules gave.
    var e = chart.firstEdge(at: t)
    while e >= 0 {
      let edge = chart.edges[Int(e)]
      e = edge.next
      guard let kind = kindOfPhrase(edge.symbol), edge.end > best?.tokens.upperBound ?? t else { continue }
      var c = NameCandidate(tokens: edge.tokens, source: .rule)
      c.ruleIndex = edge.rule
      c[kind] = 8
      best = c
    }
    var end = t
    var firstNames = 0
    if isName(t, chart, limit), !heads[t] || startsName(t, chart, limit), !isInhabitant(t, chart, limit) {
      (end, firstNames) = run(t, chart, limit, heads)
    }
    // Phrases of the lists.
    var i = Int(phraseAt[t])
    while i >= 0, i < words.phrases.count, words.phrases[i].start == t {
      let p = words.phrases[i]
      i += 1
      let tokens = t..<t + p.length
      // "Le Syndicat national a protesté" opens a sentence; the town of Le Syndicat does not.
      if p.length == 2, p.marks.contains(.town), isArticle(t, chart), isInitial(t, chart), t + 2 < limit,
        words.marks[t + 1].contains(.organizationHead),
        chart.shape(t + 2).isAllLower
      {
        continue
      }
      // "deux Gilets jaunes", "une dizaine de casques blancs": people, not the movement.
      if p.marks.contains(.smallToo), isCounted(t, chart) {
        if best == nil, p.length >= end - t { return t + p.length }
        continue
      }
      // "L'Union africaine" opens a sentence; the town of L'Union does not.
      if p.length == 2, !p.marks.isDisjoint(with: [.town, .ambiguous]),
        chart.firstEdge(at: t + 1) >= 0 || phraseAt[t + 1] >= 0,
        chart.shape(t).contains(.elided) || isArticle(t, chart) && chart.firstEdge(at: t + 1) >= 0,
        isInitial(t, chart)
      {
        continue
      }
      let isEvent = p.marks.contains(.event)
      let whole = isEvent ? withYear(tokens, limit, chart) : tokens
      // "Ligue des champions féminine" is no league of champions.
      let known = best?.tokens.upperBound ?? t
      guard p.length >= end - t,
        whole.upperBound > known || isEvent && whole.upperBound == known && best?.best == .organization,
        p.marks.contains(.smallToo) || isCapitalised(tokens, p.marks, chart)
      else { continue }
      best = listed(whole, p.marks, chart)
      end = t
    }
    if end > t, end > best?.tokens.upperBound ?? t {
      var c = NameCandidate(tokens: t..<end, source: .run)
      c.isNumbered = end == t + 2 && isRoman(t + 1, chart) && chart.text.tokens.span(at: t + 1).count > 1
      // "l'Euro 2016"
      if end == t + 1, words.marks[t].contains(.event) {
        let whole = withYear(t..<end, limit, chart)
        if whole.count > 1 { c = listed(whole, words.marks[t], chart) }
      }
      c.firstNames = firstNames
      best = c
    }
    guard var c = best else { return t + 1 }
    c.isInitial = isInitial(t, chart)
    c.lastHash = words.hashes[c.tokens.upperBound - 1]
    c.wholeHash = 0
    for k in c.tokens { c.wholeHash = c.wholeHash &* 31 &+ words.hashes[k] }
    all.append(c)
    if c.ruleIndex >= 0, c.best == .organization || c.best == .event { nest(c.tokens, chart) }
    return c.tokens.upperBound
  }

  /// A place that the name of an organisation or of an event holds: "université de Dakar".
  private mutating func nest(_ tokens: Range<Int>, _ chart: borrowing Chart) {
    var t = tokens.lowerBound + 1
    while t < tokens.upperBound {
      var end = t
      var marks = words.marks[t]
      if !marks.isDisjoint(with: .anyPlace), words.classes[t].isEmpty || !marks.isDisjoint(with: [.country, .bigTown]) {
        end = t + 1
      }
      var i = Int(phraseAt[t])
      while i >= 0, i < words.phrases.count, words.phrases[i].start == t {
        if !words.phrases[i].marks.isDisjoint(with: .anyPlace), t + words.phrases[i].length > end,
          t + words.phrases[i].length <= tokens.upperBound
        {
          end = t + words.phrases[i].length
          marks = words.phrases[i].marks
        }
        i += 1
      }
      guard end > t, end <= tokens.upperBound, chart.shape(t).contains(.initialUpper),
        !marks.contains(.ambiguous),
        marks.isDisjoint(with: [.firstName, .surname])
      else {
        t += 1
        continue
      }
      // The whole run is the place: not "Paris" of "Paris Dauphine".
      let before =
        chart.shape(t - 1).contains(.initialUpper) && !chart.shape(t - 1).contains(.elided)
      let after =
        end < chart.tokenCount && chart.shape(end).contains(.initialUpper) && end < tokens.upperBound
      if !before, !after {
        var c = NameCandidate(tokens: t..<end, source: .list)
        c.isNested = true
        c[.place] = 6
        all.append(c)
      }
      t = end
    }
  }

  /// Whether a number or a word of quantity stands before `t`.
  private func isCounted(_ t: Int, _ chart: borrowing Chart) -> Bool {
    guard t > 0 else { return false }
    if chart.kind(t - 1) == .number { return true }
    let before = chart.word(t - 1)
    if Self.quantities.contains(before) { return true }
    guard before == "de" || before == "des", t > 1 else { return false }
    let head = chart.lower(t - 2)
    return head.hasSuffix("aine") || head.hasSuffix("aines") || Self.quantities.contains(chart.word(t - 2))
  }

  private static let quantities: WordSet = [
    "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douze", "quinze", "vingt", "trente",
    "cent", "cents", "mille", "quelques", "plusieurs", "certains", "derniers", "autres", "nombreux", "millier",
    "milliers", "groupe", "groupes", "points", "moins", "plus", "beaucoup", "hommes",
  ]

  private static let categories: WordSet = [
    "féminin", "féminine", "féminins", "féminines", "masculin", "masculine", "masculins", "masculines", "junior",
    "juniors", "espoirs", "amateur", "amateurs",
  ]

  /// "Tour de France 2016", "Jeux olympiques de 2024"
  private func withYear(_ tokens: Range<Int>, _ limit: Int, _ chart: borrowing Chart) -> Range<Int> {
    var t = tokens.upperBound
    // "la Ligue des champions féminine"
    if t < limit, Self.categories.contains(chart.spelling(t)) { t += 1 }
    let named = tokens.lowerBound..<t
    if t + 1 < limit, chart.spelling(t) == "de" { t += 1 }
    guard t < limit, let hit = NameRecognisers.year.match(chart, t, limit, .none) else { return named }
    return tokens.lowerBound..<hit.end
  }

  private func kindOfPhrase(_ symbol: Symbol) -> NameCandidate.Kind? {
    if symbol == lexicon.placePhrase { return .place }
    if symbol == lexicon.personPhrase { return .person }
    if symbol == lexicon.organizationPhrase { return .organization }
    if symbol == lexicon.eventPhrase { return .event }
    return nil
  }

  private func listed(_ tokens: Range<Int>, _ marks: Marks, _ chart: borrowing Chart) -> NameCandidate {
    var c = NameCandidate(tokens: tokens, source: .list)
    if marks.contains(.event) { c[.event] = 7 }
    if marks.contains(.product) { c[.product] = marks.contains(.ambiguous) ? 3 : 7 }
    if marks.contains(.surname) { c[.person] = 6 }
    if marks.contains(.organization) || marks.contains(.acronym) {
      c[.organization] = marks.contains(.ambiguous) ? 3 : 7
    }
    if !marks.isDisjoint(with: .anyPlace) { c[.place] = marks.contains(.ambiguous) ? 3 : 6 }
    // "Benjamin Constant" is a town of Brazil.
    if marks.contains(.town), marks.isDisjoint(with: [.country, .place, .bigTown]), tokens.count > 1,
      words.marks[tokens.lowerBound].contains(.firstName)
    {
      c[.place] = 3
      c[.person] = 4
    }
    return c
  }

  /// A name of several words has a capital at its start, or at its end ("mer Noire").
  private func isCapitalised(_ tokens: Range<Int>, _ marks: Marks, _ chart: borrowing Chart) -> Bool {
    let first = chart.shape(tokens.lowerBound)
    let last = chart.shape(tokens.upperBound - 1)
    // "Le monde" begins a sentence, "Le Monde" is a newspaper; "l'Union" is no "L'Union".
    if tokens.count > 1,
      ["le", "la", "les", "l'"].contains(
        chart.word(tokens.lowerBound))
    {
      if words.inCapitals[tokens.lowerBound + 1] { return words.classes[tokens.lowerBound + 1].isEmpty }
      return first.contains(.initialUpper) && chart.shape(tokens.lowerBound + 1).contains(.initialUpper)
    }
    if !first.contains(.initialUpper) { return last.contains(.initialUpper) }
    // "La croix rouge" at the start of a sentence is no name.
    if marks.contains(.organization), !marks.contains(.ambiguous) { return true }
    return !isInitial(tokens.lowerBound, chart)
      || tokens.dropFirst().contains { chart.shape($0).contains(.initialUpper) }
      || words.classes[tokens.lowerBound].isEmpty
      || !words.marks[tokens.lowerBound].isDisjoint(with: [.organizationHead, .placeHead, .eventHead])
  }

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
    if chart.text.tokens.span(at: t).count == 2, chart.text.utf8[chart.text.tokens.span(at: t).start] >= 0xC0 { return false }
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
  private func hasBrandForm(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    return span.count > 1 && chart.text.utf8[span.start + 1] &- 65 < 26
  }

  /// "(CRE)"
  private func isBracketed(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    t > 0 && t + 1 < limit && isByte(t - 1, UInt8(ascii: "("), chart) && isByte(t + 1, UInt8(ascii: ")"), chart)
  }

  /// A capital behind a first name that stands for the surname: "Karim B, 32 ans".
  private func isMaskedSurname(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    t > 0 && words.marks[t - 1].contains(.firstName) && chart.shape(t - 1).contains(.initialUpper)
      && t + 1 < limit && chart.kind(t + 1) == .punctuation
  }

  private func isByte(_ t: Int, _ byte: UInt8, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    return span.count == 1 && chart.text.utf8[span.start] == byte
  }

  private func startsWithArabicArticle(_ t: Int, _ chart: borrowing Chart) -> Bool {
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
  private func isInhabitant(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
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
  private func startsName(_ t: Int, _ chart: borrowing Chart, _ limit: Int) -> Bool {
    words.marks[t].contains(.firstName)
  }

  /// The run of name words from `t`.
  private func run(_ t: Int, _ chart: borrowing Chart, _ limit: Int, _ heads: [Bool]) -> (end: Int, firstNames: Int) {
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
      if firstNames == end - t, chart.kind(end) == .abbreviation, chart.text.tokens.span(at: end).count == 2, end + 1 < limit,
        isName(end + 1, chart, limit)
      {
        end += 1
        continue
      }
      // "Nahel M. a été tué": what stands for the surname.
      if firstNames == end - t, end == t + 1, chart.kind(end) == .abbreviation, chart.text.tokens.span(at: end).count == 2,
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

  private func follows(_ word: PackedWord, _ t: Int, _ chart: borrowing Chart) -> Bool {
    t > 0 && chart.spelling(t - 1) == word
  }

  private func isSurnameInCapitals(_ t: Int, _ chart: borrowing Chart) -> Bool {
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

  private func isRoman(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let span = chart.text.tokens.span(at: t)
    guard span.count <= 6, chart.shape(t).contains(.initialUpper) else { return false }
    return chart.text.utf8[span.range].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x4C }
  }

  /// Goes over what may join two parts of a name: a particle, &, d'. Returns the end of the part behind it.
  private func link(
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
