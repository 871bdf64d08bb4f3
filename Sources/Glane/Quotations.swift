import GlaneFrench
import GlanePatterns
import GlaneText

/// Which quoted stretches are quotations, and whose.
///
/// A cue is looked for behind the closing mark ("…", a déclaré X), then inside as an incise ("…, a dit X, …"), then before the
/// opening mark in the same sentence (X estime que "…", selon X, "…"). Without one, a colon before or a whole sentence
/// inside makes a quotation that nobody is named for; the rest are titles, nicknames, words held at a distance. The turns
/// of a dialogue come proved (see Dialogue.swift): what stands in marks inside one is part of it, and marks that open and
/// close a whole dialogue end at its first dash.
struct Quotations {
  let text: TokenizedText
  let attributions: [Attribution]
  let dialogue: [DialogueTurn]
  let sources: Sources
  /// The name of a rule by its index.
  let ruleName: (Int32) -> String
  /// Attributions by their first token.
  private let byStart: [Int: [Int]]

  struct Found {
    var inside: Range<Int>
    var speaker: Int?
    var cue: Range<Int>?
    var rule: String
  }

  init(
    text: TokenizedText, attributions: [Attribution], dialogue: [DialogueTurn], sources: Sources,
    ruleName: @escaping (Int32) -> String
  ) {
    self.ruleName = ruleName
    self.text = text
    self.attributions = attributions
    self.dialogue = dialogue
    self.sources = sources
    byStart = Dictionary(grouping: attributions.indices) { attributions[$0].tokens.lowerBound }
  }

  /// - Complexity: O(marks + attributions + tokens of the sentences around the marks).
  func find() -> [Found] {
    let spans = QuotationMarks.find(in: text)
    var out: [Found] = []
    for turn in dialogue {
      let speaker = turn.attribution.flatMap { sources.speaker(of: $0, quoted: turn.inside) }
      out.append(
        Found(
          inside: turn.inside, speaker: speaker, cue: turn.attribution?.cue,
          rule: turn.attribution.map { ruleName($0.rule) } ?? "dialogue-dash"))
    }
    var previousEnd = 0
    var previous: Found?
    var nextTurn = 0
    for span in spans where span.depth == 0 && !span.inside.isEmpty {
      defer { previousEnd = span.close ?? span.inside.upperBound }
      while nextTurn < dialogue.count, dialogue[nextTurn].inside.upperBound <= span.inside.lowerBound { nextTurn += 1 }
      if nextTurn < dialogue.count {
        let turn = dialogue[nextTurn]
        if turn.inside.contains(span.inside.lowerBound) { continue }
        if span.inside.contains(turn.dash) {
          // « Vous venez ? — Oui. » The marks hold a whole dialogue.
          if span.inside.lowerBound < turn.dash { out.append(openingTurn(span.inside.lowerBound..<turn.dash)) }
          continue
        }
      }
      let words = wordCount(span.inside)
      guard words > 0 else { continue }
      let found = read(span, words: words, previous: previous, previousEnd)
      if let found { out.append(found) }
      previous = found
    }
    return dialogue.isEmpty ? out : out.sorted { $0.inside.lowerBound < $1.inside.lowerBound }
  }

  private func read(_ span: QuotedSpan, words: Int, previous: Found?, _ previousEnd: Int) -> Found? {
    if let hit = behind(span) ?? incise(span.inside) ?? before(span, words: words, after: previousEnd) {
      let a = attributions[hit]
      var speaker = sources.speaker(of: a, quoted: span.inside)
      if a.order == .called, let close = span.close, isWord(close + 1, "par") { speaker = sources.named(at: close + 2) }
      if a.order == .further, speaker == nil, let previous, a.cue.lowerBound - previousEnd <= Self.reach {
        speaker = previous.speaker
      }
      return Found(inside: span.inside, speaker: speaker, cue: a.cue, rule: ruleName(a.rule))
    }
    // dénonce « un scandale » et « une honte »; assure que « … » et que « … »; X parle d'« … » et Y d'« … »
    if let previous, let cue = previous.cue, cue.upperBound <= previous.inside.lowerBound {
      let gap = previousEnd + 1..<max(previousEnd + 1, span.open ?? span.inside.lowerBound)
      if goesOn(gap) {
        let other = sources.isWord(gap.upperBound - 1, in: Self.links) ? sources.firstNamed(in: gap) : nil
        return Found(inside: span.inside, speaker: other ?? previous.speaker, cue: cue, rule: previous.rule)
      }
    }
    if words >= 3 || isWholeSentence(span), colonBefore(span), let speaker = subjectBeforeColon(span) {
      return Found(inside: span.inside, speaker: speaker, cue: nil, rule: "speaker-and-colon")
    }
    let isSentence =
      isWholeSentence(span)
      ? words >= 4 || (opensSentence(span) && (words > 1 || !isByte(span.inside.upperBound - 1, 0x2E)))
      : words >= 4 && opensSentence(span)
        && span.close.map { endsSentence($0 + 1) || (isComma($0 + 1) && holdsClause(span.inside)) } ?? false
    if isSentence, let close = span.close, opensSignature(close + 1), let speaker = sources.named(at: close + 2) {
      return Found(inside: span.inside, speaker: speaker, cue: nil, rule: "speaker-behind")
    }
    let mark = span.open ?? span.inside.lowerBound
    let isPart = !startsUpper(span.inside) && (mark == 0 || !isNoun(mark - 1))
    if !isSentence, isPart, words >= 3, let hit = afar(span) {
      let a = attributions[hit]
      return Found(
        inside: span.inside, speaker: sources.speaker(of: a, quoted: span.inside), cue: a.cue, rule: ruleName(a.rule))
    }
    // "L'article dispose que « … »", "ils furent « jetés comme des balles de tennis »"
    let isThat = words >= 4 && sources.isWord(mark - 1, in: ["que", "qu'"])
    guard isSentence || isThat || colonBefore(span) || (isPart && words >= 6) else { return nil }
    return Found(inside: span.inside, speaker: nil, cue: nil, rule: "quotation-marks")
  }

  /// What the marks that hold a whole dialogue hold before its first dash: « Vous venez ? demanda X. — Oui. »
  private func openingTurn(_ tokens: Range<Int>) -> Found {
    guard let i = incise(tokens) else {
      return Found(inside: tokens, speaker: nil, cue: nil, rule: "quotation-marks")
    }
    let a = attributions[i]
    return Found(
      inside: tokens, speaker: sources.speaker(of: a, quoted: tokens), cue: a.cue, rule: ruleName(a.rule))
  }

  // MARK: where the cue stands

  /// « … », a déclaré X · « … », selon X
  private func behind(_ span: QuotedSpan) -> Int? {
    guard let close = span.close else { return nil }
    // A reference between brackets may follow the mark: « … » [1], a-t-il dit.
    var mark = close
    if isByte(close + 1, 0x5B), let end = (close + 2..<close + 5).first(where: { isByte($0, 0x5D) }) { mark = end }
    for at in mark + 1...mark + 2 where at < text.tokens.count {
      if at == mark + 2, !isComma(mark + 1), !isDash(mark + 1) { break }
      for i in byStart[at] ?? [] where attributions[i].order != .direct || attributions[i].source == nil {
        let a = attributions[i]
        if [.naming, .called, .further].contains(a.order) { continue }
        if a.order == .direct, !startsClause(at, mark) || isParticiple(a.cue) { continue }
        if a.order == .preposition, at == mark + 1, isPour(a) { continue }
        return i
      }
    }
    return nil
  }

  /// A verb right behind the mark whose subject the rules did not see ("…", explique-t-on; "…", dit un voisin).
  private func startsClause(_ at: Int, _ close: Int) -> Bool {
    at == close + 2 || isComma(close - 1) || ["!", "?", "…"].contains { bytes(close - 1).elementsEqual($0.utf8) }
  }

  /// « …, a dit X, … »
  private func incise(_ inside: Range<Int>) -> Int? {
    for i in attributionsStarting(in: inside) {
      let a = attributions[i]
      guard
        a.order == .passing || (a.order == .inverted && a.source != nil)
          || (a.order == .direct && isSetOffInside(a, inside)),
        a.tokens.lowerBound > inside.lowerBound,
        isComma(a.tokens.lowerBound - 1) || isDash(a.tokens.lowerBound - 1)
      else { continue }
      return i
    }
    return nil
  }

  /// "…, dit le vieillard, …": somebody without a name or an office, between commas.
  private func isSetOffInside(_ a: Attribution, _ inside: Range<Int>) -> Bool {
    let noun = a.cue.upperBound + 1
    guard noun < inside.upperBound, sources.isWord(noun - 1, in: Self.somebody), text.tokens.shapes[noun].isAllLower
    else {
      return false
    }
    return (noun + 1..<min(noun + 8, inside.upperBound)).contains { isComma($0) || endsSentence($0) }
  }
  private static let somebody: Set<String> = [
    "le", "la", "l'", "un", "une", "mon", "ma", "son", "sa", "notre", "leur", "ce", "cet", "cette", "les", "mes", "ses",
  ]

  /// X estime que « … » · Selon X, « … » · X a déclaré : « … »
  private func before(_ span: QuotedSpan, words: Int, after previousEnd: Int) -> Int? {
    let mark = span.open ?? span.inside.lowerBound
    let sentence = sentenceStart(of: mark)
    var best: Int?
    for i in attributionsStarting(in: sentence..<mark).suffix(Self.memory).reversed() {
      let a = attributions[i]
      guard a.order != .passing, a.tokens.upperBound <= mark || a.order == .direct else { continue }
      // "« … », s'amusait-elle dans « Le Masque »": a verb behind a quotation belongs to that one.
      if a.order == .inverted, mark - a.tokens.upperBound > 2, !colonBefore(span) { continue }
      if a.order == .preposition, isPour(a), !opensClause(a.tokens.lowerBound, sentence, orComma: true) { continue }
      if a.tokens.lowerBound < previousEnd, a.order != .preposition, a.order != .inverted { continue }
      if a.order == .naming || a.order == .called {
        guard holdsNext(a, mark) else { continue }
        return i
      }
      best = i
      break
    }
    guard let best else { return nil }
    let a = attributions[best]
    let gap = a.tokens.upperBound..<max(mark, a.tokens.upperBound)
    if a.order == .preposition, !isPour(a), gap.count > 6, !opensClause(a.tokens.lowerBound, sentence) { return nil }
    if a.order == .preposition { return !isPour(a) || gap.count <= 2 || isSetOff(gap) ? best : nil }
    if gap.isEmpty, words <= 4, isNickname(span, a.cue) { return nil }
    let introduced =
      colonBefore(span) || gap.contains { isWord($0, "que") || isWord($0, "qu'") }
      || (gap.first.map(isInfinitive) ?? false)
    // "a lancé l'opération « Bouclier »": a noun right before a capital names it.
    if !introduced, let last = gap.last, isNoun(last), startsUpper(span.inside), !isWholeSentence(span) { return nil }
    // A few words in marks far behind a verb of saying are words held at a distance.
    return introduced || words >= 4 || gap.count <= 2 ? best : nil
  }

  /// Whether the marks stand right behind a frame that names things, or behind "de", "comme", "à" in its clause.
  private func holdsNext(_ a: Attribution, _ mark: Int) -> Bool {
    let gap = a.tokens.upperBound..<mark
    guard !gap.isEmpty else { return true }
    guard a.order == .naming, gap.count <= 10, !gap.contains(where: { text.tokens.kinds[$0] == .punctuation }) else {
      return false
    }
    let last = gap.upperBound - 1
    return sources.isWord(last, in: ["de", "d'", "du", "des", "comme", "à", "contre"])
      || (gap.count <= 2 && sources.isWord(last, in: Self.functionWords))
  }

  /// "13 000 selon la police": what follows a figure is said of it alone.
  private func opensClause(_ token: Int, _ sentence: Int, orComma: Bool = false) -> Bool {
    if token == sentence { return true }
    return orComma ? text.tokens.kinds[token - 1] == .punctuation : text.tokens.kinds[token - 1] != .number
  }

  /// "dit avoir appris la nouvelle « par la presse »"
  private func isInfinitive(_ token: Int) -> Bool {
    guard text.tokens.shapes[token].isAllLower else { return false }
    return ["er", "ir", "oir", "re"].contains {
      bytes(token).count > 4 && bytes(token).suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private func isNoun(_ token: Int) -> Bool {
    text.tokens.shapes[token].isAllLower && !text.tokens.shapes[token].contains(.elided)
      && !sources.isWord(token, in: Self.functionWords)
  }

  private static let functionWords: Set<String> = [
    "le", "la", "l'", "les", "un", "une", "des", "du", "de", "d'", "son", "sa", "ses", "leur", "leurs", "ce", "cet",
    "cette", "ces", "à", "au", "aux", "en", "et", "ou", "que", "qu'", "par", "pour", "sur", "dans", "avec", "comme",
    "est", "être", "était", "sont", "plus", "très", "trop", "pas", "bien", "aussi", "encore", "toujours",
  ]

  private func startsUpper(_ tokens: Range<Int>) -> Bool {
    text.tokens.shapes[tokens.lowerBound].contains(.initialUpper)
  }

  /// « aucun retard » n'a été constaté, selon X: the source of the whole sentence stands at its end.
  private func afar(_ span: QuotedSpan) -> Int? {
    guard let close = span.close else { return nil }
    let sentence = text.sentenceTokens(text.sentence(of: close))
    let end = min(sentence.upperBound, close + 40)
    for i in attributionsStarting(in: close + 1..<max(close + 1, end)) {
      let a = attributions[i]
      guard isComma(a.tokens.lowerBound - 1), a.order == .inverted || (a.order == .preposition && !isPour(a)) else {
        continue
      }
      return i
    }
    return nil
  }

  /// "Pour X, président de Y, « … »": an apposition, with its commas.
  private func isSetOff(_ gap: Range<Int>) -> Bool {
    gap.count <= 24 && isComma(gap.lowerBound) && isComma(gap.upperBound - 1)
  }

  /// Jean Roux, dit « le Belge »
  private func isNickname(_ span: QuotedSpan, _ cue: Range<Int>) -> Bool {
    guard cue.count == 1, sources.isWord(cue.lowerBound, in: ["dit", "dite", "dits", "dites"]) else { return false }
    if sources.isWord(span.inside.lowerBound, in: ["le", "la", "l'", "les"]) { return true }
    // un pantalon dit « pattes d'éléphant »
    let before = cue.lowerBound - 1
    return before > 0 && text.tokens.shapes[before].isAllLower
      && sources.isWord(before - 1, in: ["un", "une", "des", "les", "ces"])
  }

  /// "…", rappelant que: no source stands behind a participle.
  private func isParticiple(_ cue: Range<Int>) -> Bool { bytes(cue.upperBound - 1).suffix(3).elementsEqual("ant".utf8) }

  /// Whether a quotation goes on behind `gap` with the verb of the one before it: only "et", ", mais" stand between, or
  /// the last words are "et que", "et X d'".
  private func goesOn(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 12, !gap.contains(where: endsSentence) else { return false }
    let last = gap.upperBound - 1
    if gap.count <= 4, gap.allSatisfy({ sources.isWord($0, in: Self.links) }) { return true }
    for that in [last, last - 1] where gap.contains(that - 1) {
      if that < last, !sources.isWord(last, in: ["il", "elle"]) { continue }
      if sources.isWord(that, in: ["que", "qu'"]), sources.isWord(that - 1, in: [",", "et", "ou", "mais"]) {
        return true
      }
    }
    guard let name = sources.firstNamedToken(in: gap), name - gap.lowerBound <= 5,
      sources.isWord(gap.lowerBound, in: ["et", ",", ";", "mais"])
    else { return false }
    return gap.upperBound - name <= 5 && sources.isWord(last, in: ["de", "d'", "que", "qu'"])
  }

  /// So many tokens behind a quotation "et de conclure" still goes on with its speaker.
  private static let reach = 60
  /// So many attributions of one sentence are held against a quotation: a sentence may be as long as the text.
  private static let memory = 32
  private static let links: Set<String> = [",", "et", "ou", "mais", "puis", "voire", "que", "qu'", "de", "d'"]

  /// X, 54 ans, pêcheur : « … » · X ne décolère pas : « … »
  private func subjectBeforeColon(_ span: QuotedSpan) -> Int? {
    let colon = (span.open ?? span.inside.lowerBound) - 1
    let start = sentenceStart(of: colon)
    guard colon - start <= 40, !sources.isWord(colon - 1, in: Self.written) else { return nil }
    return sources.subject(at: start, before: colon, quoted: span.inside)
  }

  /// What is written, and seldom by the subject of its sentence.
  private static let written: Set<String> = [
    "message", "lettre", "titre", "livre", "film", "affiche", "slogan", "pancarte", "inscription", "banderole", "mot",
    "mots", "mention", "phrase", "intitulé", "chanson", "question", "devise", "maxime", "proverbe", "dicton", "refrain",
    "décret", "loi", "arrêté",
    "ordonnance", "article", "traité", "constitution", "serment",
  ]

  /// "(", "—" behind a quotation.
  private func opensSignature(_ token: Int) -> Bool {
    token < text.tokens.count && (isByte(token, 0x28) || isDash(token))
  }

  /// "« Il faut agir », …": a pronoun or a negation that titles seldom hold.
  private func holdsClause(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(24).contains {
      sources.isWord($0, in: ["je", "j'", "nous", "vous", "il", "on", "c'", "ne", "n'", "est", "sont", "ça"])
    }
  }

  private func opensSentence(_ span: QuotedSpan) -> Bool {
    let mark = span.open ?? span.inside.lowerBound
    return text.tokens.shapes[mark].contains(.lineStart) || sentenceStart(of: mark) == mark
  }

  private func endsSentence(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens.kinds[token] == .punctuation
      && [0x2E, 0x21, 0x3F].contains(bytes(token).first)
  }

  private func attributionsStarting(in tokens: Range<Int>) -> Range<Int> {
    lowerBound(tokens.lowerBound)..<lowerBound(tokens.upperBound)
  }

  private func lowerBound(_ token: Int) -> Int {
    var (low, high) = (0, attributions.count)
    while low < high {
      let mid = (low + high) / 2
      if attributions[mid].tokens.lowerBound < token { low = mid + 1 } else { high = mid }
    }
    return low
  }

  // MARK: tokens

  private func sentenceStart(of token: Int) -> Int { text.sentenceTokens(text.sentence(of: token)).lowerBound }

  private func bytes(_ token: Int) -> ArraySlice<UInt8> {
    text.utf8[Int(text.tokens.starts[token])..<Int(text.tokens.ends[token])]
  }
  private func isByte(_ token: Int, _ byte: UInt8) -> Bool {
    token >= 0 && token < text.tokens.count && bytes(token).elementsEqual([byte])
  }
  private func isComma(_ token: Int) -> Bool { token >= 0 && bytes(token).elementsEqual([0x2C]) }
  private func isDash(_ token: Int) -> Bool {
    token >= 0
      && (bytes(token).elementsEqual("–".utf8) || bytes(token).elementsEqual("—".utf8)
        || bytes(token).elementsEqual("-".utf8))
  }
  private func isWord(_ token: Int, _ word: String) -> Bool {
    guard token < text.tokens.count else { return false }
    return bytes(token).elementsEqual(word.utf8) || (word == "qu'" && bytes(token).elementsEqual("qu’".utf8))
  }
  private func isPour(_ a: Attribution) -> Bool {
    let first = bytes(a.cue.lowerBound)
    return first.elementsEqual("pour".utf8) || first.elementsEqual("Pour".utf8) || first.elementsEqual("chez".utf8)
      || first.elementsEqual("Chez".utf8)
  }
  private func colonBefore(_ span: QuotedSpan) -> Bool {
    let mark = span.open ?? span.inside.lowerBound
    return mark > 0 && bytes(mark - 1).elementsEqual([0x3A])
  }

  private func wordCount(_ tokens: Range<Int>) -> Int {
    var n = 0
    for t in tokens where text.tokens.shapes[t].contains(.hasLetter) || text.tokens.kinds[t] == .number { n += 1 }
    return n
  }

  /// A capital first and a full stop, exclamation or question mark last, inside the marks.
  private func isWholeSentence(_ span: QuotedSpan) -> Bool {
    guard text.tokens.shapes[span.inside.lowerBound].contains(.initialUpper), let last = span.inside.last else {
      return false
    }
    return [".", "!", "?", "…", "..."].contains { bytes(last).elementsEqual($0.utf8) }
  }
}
