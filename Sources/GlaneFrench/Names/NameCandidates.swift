import GlanePatterns
import GlaneText

/// Cuts sentences into candidates: what the rules gave, phrases of the lists, and runs of capitalised words.
struct NameCandidates {
  typealias Marks = NameLexicon.Marks
  let lexicon: NameLexicon
  let words: NameTokens
  private(set) var all: [NameCandidate] = []
  /// Words with a capital inside a sentence, where it says something.
  var capitalInside: [Bool]
  var phraseAt: [Int32]
  /// By token: whether an office with its complement ends before it.
  let roleEnds: [Bool]

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
  mutating func take(_ t: Int, _ chart: borrowing Chart, _ heads: [Bool]) -> Int {
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
  mutating func nest(_ tokens: Range<Int>, _ chart: borrowing Chart) {
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
  func isCounted(_ t: Int, _ chart: borrowing Chart) -> Bool {
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
  func withYear(_ tokens: Range<Int>, _ limit: Int, _ chart: borrowing Chart) -> Range<Int> {
    var t = tokens.upperBound
    // "la Ligue des champions féminine"
    if t < limit, Self.categories.contains(chart.spelling(t)) { t += 1 }
    let named = tokens.lowerBound..<t
    if t + 1 < limit, chart.spelling(t) == "de" { t += 1 }
    guard t < limit, let hit = NameRecognisers.year.match(chart, t, limit, .none) else { return named }
    return tokens.lowerBound..<hit.end
  }

  func kindOfPhrase(_ symbol: Symbol) -> NameCandidate.Kind? {
    if symbol == lexicon.placePhrase { return .place }
    if symbol == lexicon.personPhrase { return .person }
    if symbol == lexicon.organizationPhrase { return .organization }
    if symbol == lexicon.eventPhrase { return .event }
    return nil
  }

  func listed(_ tokens: Range<Int>, _ marks: Marks, _ chart: borrowing Chart) -> NameCandidate {
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
  func isCapitalised(_ tokens: Range<Int>, _ marks: Marks, _ chart: borrowing Chart) -> Bool {
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
}
