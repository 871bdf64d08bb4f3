import GlanePatterns
import GlaneText

/// The rules of people, their titles and functions, organisations, places and events, given their meaning.
///
/// Rules find what has a common noun at its head (`places`, `organizations`, `functions`). Bare names are then weighed in Swift
/// over the whole document (``NameScoring``), and titles and functions are given to the people they stand by (``NameRoles``).
package struct NameReader: RuleFamily {
  package static let constructors = [
    ConstructorSignature("place", required: ["head", "class"], optional: ["name"], yields: ["place-phrase"]),
    ConstructorSignature(
      "organization", required: ["class"], optional: ["head", "name", "nation", "form"], yields: ["organization-phrase"]
    ),
    ConstructorSignature("event", required: ["head"], optional: ["name", "year"], yields: ["event-phrase"]),
    ConstructorSignature(
      "function", required: ["head"], optional: ["before", "complement"], yields: ["function-phrase"]),
    ConstructorSignature("title", required: ["head"], optional: ["before", "complement"], yields: ["title-phrase"]),
    ConstructorSignature("person", required: ["name"], yields: ["person-phrase"]),
  ]
  package static let constituents = ["person", "title", "function", "organization", "place", "event", "product"]
  package static var recognisers: [Recogniser] { NameRecognisers.all }

  /// What was found, in reading order once the cascade is done. Functions that no name holds are here too (with no
  /// person pointing at them): "la ministre" is later joined to the minister.
  package private(set) var mentions: [NameMention] = []

  private let lexicon: NameLexicon
  private var words = NameTokens()
  private var phrases: NamePhrases
  private var roles: [NameRole] = []
  /// Where the civilities stand that were found first.
  private var civilities: Set<Int> = []

  private let roleWords: RoleWords

  init(_ lexicon: NameLexicon, _ roleWords: RoleWords) {
    self.lexicon = lexicon
    self.roleWords = roleWords
    phrases = NamePhrases(lexicon: lexicon, words: words, roleWords: roleWords)
  }

  /// What the lists say of the tokens of a text, which the rules' constructors ask.
  mutating func begin(_ chart: borrowing Chart) {
    words = NameTokens(chart, lexicon)
    phrases = NamePhrases(lexicon: lexicon, words: words, roleWords: roleWords)
  }

  package mutating func finish(stage: String, _ chart: inout Chart) {
    if stage == "functions" { resolve(lexicon, &chart) }
  }

  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String { "" }

  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool {
    guard let symbol = lexicon.phrases[constructor] else { return false }
    switch constructor {
    case 0:
      guard phrases.isPlace(match, chart) else { return false }
      chart.add(symbol, match.tokens, rule: match.ruleIndex, payload: 0)
    case 1:
      guard phrases.isOrganization(match, chart) else { return false }
      chart.add(symbol, match.tokens, rule: match.ruleIndex, payload: 0)
    case 2:
      guard let tokens = phrases.event(match, chart) else { return false }
      chart.add(symbol, tokens, rule: match.ruleIndex, payload: 0)
    case 5:
      guard let name = match.capture(0) else { return false }
      chart.add(symbol, name.tokens, rule: match.ruleIndex, payload: 0)
    default:
      guard let role = phrases.role(match, isTitle: constructor == 4, chart),
        role.kind == .function || !civilities.contains(role.tokens.lowerBound)
      else { return false }
      if role.isCivility { civilities.insert(role.tokens.lowerBound) }
      roles.append(role)
      chart.add(symbol, role.tokens, rule: match.ruleIndex, payload: Int32(roles.count - 1))
    }
    return true
  }

  private mutating func resolve(_ lexicon: NameLexicon, _ chart: inout Chart) {
    var heads = [Bool](repeating: false, count: chart.tokenCount)
    // "Mme Marchand", "Lucie Marchand": an office with a capital behind a civility or a first name is a surname.
    let civil = Set(roles.filter(\.isCivility).map(\.tokens.upperBound))
    roles.removeAll { role in
      let t = role.tokens.lowerBound
      // "Sa veuve, Lucie Caron", but "la veuve Caron".
      if role.lemma == "veuve", t > 0, chart.shape(t - 1).isAllLower,
        ["sa", "leur"].contains(chart.spelling(t - 1))
      {
        return true
      }
      // "le Dr Maréchal"
      let isSurname =
        role.kind == .title && !role.isCivility && role.tokens.count == 1 && civil.contains(t)
        && !(t + 1 < chart.tokenCount && chart.shape(t + 1).contains(.initialUpper))
      guard role.kind == .function || isSurname, role.head.count == 1, role.head.lowerBound == t,
        chart.shape(t).contains(.initialUpper),
        !chart.shape(t).isAllUpper
      else { return false }
      return civil.contains(t)
        || t > 0 && words.marks[t - 1].contains(.firstName) && !chart.shape(t).contains(.lineStart)
    }
    // "le chanteur Prince est mort": a title with a capital behind an office, and no name behind it, is a name.
    let offices = Set(roles.filter { $0.kind == .function }.map(\.tokens.upperBound))
    roles.removeAll { role in
      let (t, end) = (role.tokens.lowerBound, role.tokens.upperBound)
      return role.kind == .title && !role.isCivility && role.tokens.count == 1 && offices.contains(t)
        && chart.shape(t).contains(.initialUpper)
        && !(end < chart.tokenCount && chart.shape(end).contains(.initialUpper))
    }
    // "DG de la Senelec, Pape Ndiaye": no pope stands without his article.
    roles.removeAll { role in
      let t = role.tokens.lowerBound
      return role.kind == .title && role.lemma == "pape" && t > 0
        && chart.shape(t).contains(.initialUpper) && !chart.shape(t).isAllUpper
        && chart.kind(t - 1) == .punctuation
    }
    var ends = [Bool](repeating: false, count: chart.tokenCount + 1)
    for role in roles where role.tokens.count > 1 { ends[role.tokens.upperBound] = true }
    for role in roles {
      for t in role.head where role.kind == .function || !words.marks[t].contains(.surname) { heads[t] = true }
    }
    var candidates = NameCandidates(chart, lexicon, words, heads: heads, roleEnds: ends).all
    let scoring = NameScoring(lexicon: lexicon, words: words, roles: roles, count: chart.tokenCount)
    scoring.weigh(&candidates, chart)
    scoring.settle(&candidates, chart)
    // A bare word is more often nothing than an organisation.
    candidates.removeAll { c in
      if c.score < 1.25 { return true }
      guard c.source == .run, c.best == .organization, NameConfidence.lead(c) < 1 else { return false }
      return !c.tokens.contains { !words.marks[$0].isDisjoint(with: [.organization, .acronym]) }
    }
    var attached = NameRoles(
      candidates: candidates, roles: roles, lexicon: lexicon, words: words, count: chart.tokenCount)
    attached.attach(chart)
    mentions = attached.mentions
    for i in mentions.indices {
      if let symbol = lexicon.kinds[mentions[i].kind.number] {
        chart.add(symbol, mentions[i].tokens, rule: -1, payload: Int32(i))
      }
    }
  }
}
