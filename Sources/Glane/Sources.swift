import GlaneFrench
import GlanePatterns
import GlaneText

/// Whom the source of an attribution names: a name, an office, a pronoun, or the subject of the verb before it.
struct Sources {
  let text: TokenizedText
  let words: TokenWords
  let drafts: [Draft]
  let names: [NameMention]
  /// Entities' genders.
  let gender: (Int) -> NameMention.Gender?
  /// Indices of drafts that may speak (people, organisations, references), by first token.
  private let speakers: [Int]
  /// First token of each person's noun phrase, with the titles and functions before the name.
  private let phraseStart: [Int: Int]
  private let entityOfFunction: [Int: Int]
  /// Tokens inside a function that a person holds: an organisation there is not the one that speaks.
  private let functionTokens: Set<Int>

  init(
    text: TokenizedText, words: TokenWords, drafts: [Draft], names: [NameMention],
    gender: @escaping (Int) -> NameMention.Gender?
  ) {
    self.text = text
    self.words = words
    self.drafts = drafts
    self.names = names
    self.gender = gender
    speakers = drafts.indices.filter {
      drafts[$0].entity != nil && [.person, .organization, .reference].contains(drafts[$0].type)
        && !(drafts[$0].type == .organization && Self.isBracketed(drafts[$0].tokens, words))
    }.sorted { drafts[$0].tokens.lowerBound < drafts[$1].tokens.lowerBound }
    var starts: [Int: Int] = [:]
    var holders: [Int: Int] = [:]
    for i in speakers {
      var first = drafts[i].tokens.lowerBound
      for part in drafts[i].titles { first = min(first, names[part].tokens.lowerBound) }
      for part in drafts[i].functions { first = min(first, names[part].tokens.lowerBound) }
      starts[i] = first
      if let entity = drafts[i].entity {
        for f in drafts[i].functions where holders[names[f].tokens.lowerBound] == nil {
          holders[names[f].tokens.lowerBound] = entity
        }
        if drafts[i].type == .reference { holders[drafts[i].tokens.lowerBound] = entity }
      }
    }
    phraseStart = starts
    functionTokens = Set(speakers.lazy.flatMap { drafts[$0].functions }.flatMap { names[$0].tokens })
    entityOfFunction = holders
  }

  /// "Anne Petit (PS) estime": a party in brackets says nothing itself.
  private static func isBracketed(_ tokens: Range<Int>, _ words: TokenWords) -> Bool {
    tokens.lowerBound > 0 && words[tokens.lowerBound - 1] == "(" && words[tokens.upperBound] == ")"
  }

  func speaker(of a: Attribution, quoted: Range<Int>) -> Int? {
    if let source = a.source, a.sourceIsPronoun {
      let isLatter = source.count > 1 || words[source.lowerBound].hasSuffix("-ci")
      return isLatter
        ? latter(genderOf(source), before: a.tokens.lowerBound, quoted: quoted)
        : pronoun(genderOf(source), before: a.tokens.lowerBound, quoted: quoted)
    }
    if let source = a.source, !a.sourceIsClitic { return named(source) }
    if let source = a.source { return pronoun(genderOf(source), before: a.tokens.lowerBound, quoted: quoted) }
    // "…", dit l'ONG: behind or inside what is said the subject follows its verb.
    if a.order != .preposition, a.tokens.lowerBound >= quoted.lowerBound, let entity = following(a) { return entity }
    return [.direct, .naming, .further].contains(a.order) ? subject(of: a, quoted: quoted) : nil
  }

  /// The person or organisation that stands there, or whose office does.
  private func named(_ tokens: Range<Int>) -> Int? {
    if let i = speakers(in: tokens).first(where: {
      drafts[$0].tokens.lowerBound == tokens.lowerBound && drafts[$0].type != .organization
    })
      ?? speakers(in: tokens).first(where: { drafts[$0].tokens.lowerBound == tokens.lowerBound })
    {
      return drafts[i].entity
    }
    return entityOfFunction[tokens.lowerBound]
  }

  /// The noun right behind a verb: "dit l'ONG", "s'indigne le Slovaque".
  private func following(_ a: Attribution) -> Int? {
    let end = a.cue.upperBound
    for t in end..<min(end + 2, text.tokens.count) {
      if let i = speakers(in: t..<t + 1).first { return drafts[i].entity }
      let word = words[t]
      guard Self.determiners.contains(word) || ["ce", "cet", "cette"].contains(word) else { return nil }
    }
    return nil
  }

  // MARK: pronouns

  private func genderOf(_ clitic: Range<Int>) -> NameMention.Gender? {
    let word = words[clitic.lowerBound]
    if word.hasSuffix("on") || word.hasSuffix("s") || word == "eux" { return nil }
    return word.contains("elle") || word == "cette" || word == "la" ? .feminine : .masculine
  }

  /// The person that "il" or "elle" goes on with: in the nearest sentence before that names one who fits, the first one
  /// there, which is as a rule its subject.
  private func pronoun(_ wanted: NameMention.Gender?, before token: Int, quoted: Range<Int>) -> Int? {
    guard let wanted else { return nil }
    var sentence = text.sentence(of: min(token, quoted.lowerBound))
    var looked = 0
    while sentence >= 0, looked < 6 {
      let tokens = text.sentenceTokens(sentence)
      for i in speakers(in: tokens.lowerBound..<min(tokens.upperBound, token)).prefix(Self.memory) {
        let d = drafts[i]
        guard d.type != .organization, let entity = d.entity, !quoted.contains(d.tokens.lowerBound) else { continue }
        if let known = gender(entity), known != wanted { continue }
        if isOblique(i), !isTopic(i, tokens) { continue }
        return entity
      }
      // "La CGT … « … », a-t-elle ajouté": what its article says of an organisation.
      for i in speakers(in: tokens.lowerBound..<min(tokens.upperBound, token)).prefix(Self.memory)
      where drafts[i].type == .organization {
        if quoted.contains(drafts[i].tokens.lowerBound) || functionTokens.contains(drafts[i].tokens.lowerBound) {
          continue
        }
        if articleGender(i) == wanted, !isOblique(i) { return drafts[i].entity }
      }
      sentence -= 1
      looked += 1
    }
    // Far from any name: whom a short document is about, who is named first.
    guard sentence < Self.opening, sentence >= 0 else { return nil }
    return speakers.prefix(8).first { i in
      guard let entity = drafts[i].entity, drafts[i].type == .person, drafts[i].tokens.lowerBound < token else {
        return false
      }
      return gender(entity) == wanted
    }.flatMap { drafts[$0].entity }
  }

  /// So many names of one sentence are held against a pronoun or a verb: a sentence may be as long as the text.
  private static let memory = 64

  /// So many sentences from the start of a document, "elle" may still be its subject.
  private static let opening = 16

  /// "Ce dernier", "celle-ci": the one named last.
  private func latter(_ wanted: NameMention.Gender?, before token: Int, quoted: Range<Int>) -> Int? {
    let end = min(token, quoted.lowerBound)
    let sentence = text.sentence(of: min(end, text.tokens.count - 1))
    for s in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
      let tokens = text.sentenceTokens(s)
      for i in speakers(in: tokens.lowerBound..<max(tokens.lowerBound, min(tokens.upperBound, end))).suffix(Self.memory)
        .reversed()
      {
        guard let entity = drafts[i].entity else { continue }
        let known = drafts[i].type == .organization ? articleGender(i) : gender(entity)
        if functionTokens.contains(drafts[i].tokens.lowerBound) || (known ?? wanted) != wanted { continue }
        if drafts[i].type == .organization, known == nil { continue }
        return entity
      }
    }
    return nil
  }

  /// "la CGT", "le Medef"
  private func articleGender(_ i: Int) -> NameMention.Gender? {
    let before = drafts[i].tokens.lowerBound - 1
    guard before >= 0 else { return nil }
    switch words[before] {
    case "la", "une", "cette": return .feminine
    case "le", "un", "ce": return .masculine
    default: return nil
    }
  }

  /// The person or organisation whose noun phrase starts at `token`, or one token behind it.
  func named(at token: Int) -> Int? {
    guard token < text.tokens.count else { return nil }
    let first = Self.determiners.contains(words[token]) ? token + 1 : token
    return speakers(in: token..<min(token + 12, text.tokens.count))
      .first { (phraseStart[$0] ?? drafts[$0].tokens.lowerBound) <= first }.flatMap { drafts[$0].entity }
  }

  func firstNamed(in tokens: Range<Int>) -> Int? { speakers(in: tokens).first.flatMap { drafts[$0].entity } }

  func firstNamedToken(in tokens: Range<Int>) -> Int? {
    speakers(in: tokens).first.map { drafts[$0].tokens.lowerBound }
  }

  /// The subject of a whole sentence: its pronoun, if it starts with one, else the first name that is no complement.
  func subject(at start: Int, before end: Int, quoted: Range<Int>) -> Int? {
    let word = words[start]
    if word == "il" || word == "elle" {
      return pronoun(word == "il" ? .masculine : .feminine, before: start, quoted: quoted)
    }
    let first = speakers(in: start..<end).first {
      drafts[$0].type != .organization || !functionTokens.contains(drafts[$0].tokens.lowerBound)
    }
    return first.flatMap { isOblique($0) ? nil : drafts[$0].entity }
  }

  func isWord(_ token: Int, in set: Set<String>) -> Bool {
    token >= 0 && token < text.tokens.count && set.contains(words[token])
  }

  // MARK: subjects

  /// The subject of a verb: the nearest name before it in its sentence that is no complement of something else.
  private func subject(of a: Attribution, quoted: Range<Int>) -> Int? {
    let sentence = text.sentenceTokens(text.sentence(of: a.cue.lowerBound))
    if let word = pronounBefore(a.cue.lowerBound, sentence) {
      return pronoun(word, before: a.cue.lowerBound, quoted: quoted)
    }
    var object: Int?
    let isRelative = a.cue.lowerBound > sentence.lowerBound && words[a.cue.lowerBound - 1] == "qui"
    for i in speakers(in: sentence.lowerBound..<a.cue.lowerBound).suffix(Self.memory).reversed() {
      let d = drafts[i]
      // "les propos de X, qui a qualifié …": the noun right before "qui", whatever governs it.
      if isRelative, a.cue.lowerBound - d.tokens.upperBound <= 2, d.type != .organization { return d.entity }
      if quoted.contains(d.tokens.lowerBound) || isOblique(i) { continue }
      if d.type == .organization, functionTokens.contains(d.tokens.lowerBound) { continue }
      // "X a félicité Y et se dit « impatient »": the subject is X.
      if isObject(i, sentence) {
        if object == nil { object = d.entity }
        continue
      }
      return d.entity
    }
    return object
  }

  /// Whether a name stands right behind a participle, an infinitive or a past: "a félicité Y", "rencontrait Y".
  private func isObject(_ i: Int, _ sentence: Range<Int>) -> Bool {
    var t = (phraseStart[i] ?? drafts[i].tokens.lowerBound) - 1
    if t >= 0, Self.determiners.contains(words[t]) { t -= 1 }
    guard t > sentence.lowerBound, text.tokens.shapes[t].isAllLower else { return false }
    let word = words[t]
    return word.utf8.count > 4 && Self.verbEndings.contains { word.hasSuffix($0) }
  }

  private static let verbEndings = ["é", "ée", "és", "ées", "er", "ir", "ait", "aient", "ant"]

  /// "il estime", "elle a jugé": the pronoun right before the verb.
  private func pronounBefore(_ verb: Int, _ sentence: Range<Int>) -> NameMention.Gender? {
    var t = verb - 1
    for _ in 0..<3 where t >= sentence.lowerBound {
      let word = words[t]
      if word == "il" || word == "celui-ci" { return .masculine }
      if word == "elle" || word == "celle-ci" { return .feminine }
      guard ["ne", "n'", "y", "en", "l'", "le", "lui", "s'", "se"].contains(word) else { return nil }
      t -= 1
    }
    return nil
  }

  /// Whether the noun phrase hangs on a preposition: "signé par X", "avocate de X".
  private func isOblique(_ i: Int) -> Bool {
    var t = (phraseStart[i] ?? drafts[i].tokens.lowerBound) - 1
    if t >= 0, Self.determiners.contains(words[t]) { t -= 1 }
    guard t >= 0 else { return false }
    return Self.prepositions.contains(words[t])
  }

  /// "Pour X, …", "Selon X, …" at the head of a sentence: whom the pronouns behind it go on with.
  private func isTopic(_ i: Int, _ sentence: Range<Int>) -> Bool {
    let first = phraseStart[i] ?? drafts[i].tokens.lowerBound
    return first - sentence.lowerBound <= 2 && ["pour", "selon"].contains(words[sentence.lowerBound])
  }

  private static let determiners: Set<String> = [
    "le", "la", "l'", "les", "son", "sa", "ses", "leur", "un", "une",
  ]
  private static let prepositions: Set<String> = [
    "de", "d'", "du", "des", "à", "au", "aux", "par", "avec", "pour", "contre", "chez", "sans", "sur", "sous",
    "entre",
    "vers", "devant", "derrière", "dans", "en", "selon", "envers", "malgré", "que", "et",
  ]

  private func speakers(in tokens: Range<Int>) -> ArraySlice<Int> {
    speakers[lowerBound(tokens.lowerBound)..<max(lowerBound(tokens.lowerBound), lowerBound(tokens.upperBound))]
  }

  private func lowerBound(_ token: Int) -> Int {
    var (low, high) = (0, speakers.count)
    while low < high {
      let mid = (low + high) / 2
      if drafts[speakers[mid]].tokens.lowerBound < token { low = mid + 1 } else { high = mid }
    }
    return low
  }
}
