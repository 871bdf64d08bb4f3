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
      if let hit = behind(span) ?? incise(span.inside) ?? before(span, words: words, after: previousEnd) {
        let a = attributions[hit]
        let speaker = sources.speaker(of: a, quoted: span.inside)
        out.append(Found(inside: span.inside, speaker: speaker, cue: a.cue, rule: ruleName(a.rule)))
      } else if colonBefore(span) || (words >= 4 && isWholeSentence(span)) {
        out.append(Found(inside: span.inside, speaker: nil, cue: nil, rule: "quotation-marks"))
      }
    }
    return dialogue.isEmpty ? out : out.sorted { $0.inside.lowerBound < $1.inside.lowerBound }
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
    for at in close + 1...close + 2 where at < text.tokens.count {
      if at == close + 2, !isComma(close + 1), !isDash(close + 1) { break }
      for i in byStart[at] ?? [] where attributions[i].order != .direct || attributions[i].source == nil {
        if attributions[i].order == .direct, !startsClause(at, close) { continue }
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
      guard a.order == .passing || (a.order == .inverted && a.source != nil),
        a.tokens.lowerBound > inside.lowerBound,
        isComma(a.tokens.lowerBound - 1) || isDash(a.tokens.lowerBound - 1)
      else { continue }
      return i
    }
    return nil
  }

  /// X estime que « … » · Selon X, « … » · X a déclaré : « … »
  private func before(_ span: QuotedSpan, words: Int, after previousEnd: Int) -> Int? {
    let mark = span.open ?? span.inside.lowerBound
    let sentence = sentenceStart(of: mark)
    var best: Int?
    for i in attributionsStarting(in: sentence..<mark).reversed() {
      let a = attributions[i]
      guard a.order != .passing, a.tokens.upperBound <= mark || a.order == .direct else { continue }
      if a.tokens.lowerBound < previousEnd, a.order == .direct { continue }
      best = i
      break
    }
    guard let best else { return nil }
    let a = attributions[best]
    let gap = a.tokens.upperBound..<max(mark, a.tokens.upperBound)
    if a.order == .preposition { return isPour(a) ? (gap.count <= 2 ? best : nil) : best }
    let introduced = colonBefore(span) || gap.contains { isWord($0, "que") || isWord($0, "qu'") }
    // A few words in marks far behind a verb of saying are words held at a distance.
    return introduced || words >= 4 || gap.count <= 2 ? best : nil
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
  private func isComma(_ token: Int) -> Bool { token >= 0 && bytes(token).elementsEqual([0x2C]) }
  private func isDash(_ token: Int) -> Bool {
    token >= 0
      && (bytes(token).elementsEqual("–".utf8) || bytes(token).elementsEqual("—".utf8)
        || bytes(token).elementsEqual("-".utf8))
  }
  private func isWord(_ token: Int, _ word: String) -> Bool {
    bytes(token).elementsEqual(word.utf8) || (word == "qu'" && bytes(token).elementsEqual("qu’".utf8))
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
