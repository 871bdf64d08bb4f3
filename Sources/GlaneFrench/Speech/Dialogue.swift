import GlanePatterns
import GlaneText

/// A turn of a dialogue that a dash opens: "— Oui, dit-il, je viens."
package struct DialogueTurn: Sendable, Hashable {
  package var dash: Int
  /// From the first word that is spoken to the last; an incise between them is inside.
  package var inside: Range<Int>
  /// The first incise: who speaks, where it says so.
  package var attribution: Attribution?
}

/// Finds the turns of dialogues whose lines begin with a dash.
///
/// A dash at the head of a line also opens the items of a list, signatures and captions, so a run of such lines has to
/// show that it is speech: an incise ("dit-il") in one of them, or, for half of them, a first or second person, a
/// question, an exclamation, an interjection. A document most of whose dashes are proved so needs no further proof of the
/// rest. Dashes inside a paragraph open a turn behind a colon ("Il demanda : — Vous venez ?") and go on with one.
package struct Dialogue {
  private let text: TokenizedText
  private let signs: SpeechSigns
  /// In reading order.
  private let attributions: [Attribution]
  private var turns: [DialogueTurn] = []
  /// So many tokens of a sentence are enough to tell whose words it holds.
  private static let telling = 64
  /// Whether lines are cut at a margin: then only an empty line or a dash ends a paragraph.
  private var isWrapped = false

  /// - Complexity: Linear in the tokens.
  package static func find(in chart: borrowing Chart, attributions: [Attribution]) -> [DialogueTurn] {
    let text = chart.text
    var atLineStart: [Int] = []
    var inside: [Int] = []
    var (soft, lines) = (0, 0)
    for t in 0..<text.tokens.count {
      let shape = text.tokens.shapes[t]
      if shape.contains(.lineStart), !shape.contains(.paragraphStart) {
        lines += 1
        if shape.isAllLower { soft += 1 }
      }
      guard text.dash(at: t) != nil, t + 1 < text.tokens.count else { continue }
      if shape.contains(.lineStart) { atLineStart.append(t) } else { inside.append(t) }
    }
    guard !atLineStart.isEmpty || !inside.isEmpty else { return [] }
    var dialogue = Dialogue(
      text: text, signs: SpeechSigns(text: text, hashes: chart.hashes),
      attributions: attributions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
    dialogue.isWrapped = lines >= 4 && soft * 3 > lines
    dialogue.readLines(atLineStart)
    dialogue.readInside(inside)
    return dialogue.turns.sorted { $0.dash < $1.dash }
  }

  private init(text: TokenizedText, signs: SpeechSigns, attributions: [Attribution]) {
    self.text = text
    self.signs = signs
    self.attributions = attributions
  }

  // MARK: lines

  private struct Line {
    var dash: Int
    var body: Range<Int>
    var hasIncise: Bool
    var evidence: SpeechSigns.Evidence
    /// A capital or a figure first and a full stop, an exclamation or a question mark last.
    var isSentence: Bool
  }

  private mutating func readLines(_ dashes: [Int]) {
    var runs: [[Line]] = []
    for dash in dashes {
      let body = dash + 1..<endOfParagraph(dash)
      guard !body.isEmpty, !text.isOpeningMark(body.lowerBound), !isBareHyphen(dash) else { continue }
      let line = Line(
        dash: dash, body: body, hasIncise: nextIncise(from: body.lowerBound, in: body) != nil,
        evidence: signs.evidence(body), isSentence: isSentence(body))
      if let last = runs.last?.last, last.body.upperBound == dash, text.dash(at: last.dash) == text.dash(at: dash) {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
    let proved = runs.map(isDialogue)
    var count: [TokenizedText.Dash: (proved: Int, all: Int)] = [:]
    for (run, isProved) in zip(runs, proved) {
      let dash = text.dash(at: run[0].dash)!
      count[dash, default: (0, 0)].all += run.count
      if isProved { count[dash, default: (0, 0)].proved += run.count }
    }
    for (run, isProved) in zip(runs, proved) {
      let known = count[text.dash(at: run[0].dash)!] ?? (0, 0)
      for line in run
      where isProved
        ? line.isSentence || line.hasIncise || startsSentence(line.body)
        : line.isSentence && known.proved * 2 >= known.all && known.proved > 1
      {
        readTurns(line)
      }
    }
  }

  /// Whether the lines of a run are spoken.
  private func isDialogue(_ run: [Line]) -> Bool {
    if run.contains(where: { $0.hasIncise && startsSentence($0.body) }) { return true }
    var spoken = 0
    var person = false
    for line in run where line.isSentence && line.evidence.isSpoken {
      spoken += 1
      person = person || line.evidence.contains(.person) || line.evidence.contains(.interjection)
    }
    guard spoken * 2 >= run.count, person else { return false }
    if isIntroduced(run[0].dash) { return true }
    // Without a verb of saying, an exchange; and hyphens are for lists.
    return run.count > 1 && text.dash(at: run[0].dash) != .hyphen
  }

  /// Il demanda :
  private func isIntroduced(_ dash: Int) -> Bool {
    guard dash > 0, text.isByte(dash - 1, 0x3A) else { return false }
    let sentence = text.sentenceTokens(text.sentence(of: dash - 1)).lowerBound
    return first(from: sentence).map { attributions[$0].tokens.lowerBound < dash } ?? false
  }

  /// The turns of one line: as a rule one, more where a dash behind a full stop changes the speaker.
  private mutating func readTurns(_ line: Line) {
    var dash = line.dash
    var start = line.body.lowerBound
    for t in line.body.dropFirst() where opensInside(t) {
      addTurn(dash, start..<t)
      (dash, start) = (t, t + 1)
    }
    addTurn(dash, start..<line.body.upperBound)
  }

  // MARK: dashes inside a paragraph

  private mutating func readInside(_ dashes: [Int]) {
    let opening = dashes.filter(opensInside)
    guard !opening.isEmpty else { return }
    let read = turns.map(\.dash).sorted()
    var known = Set(read)
    var previousEnd = -1
    var paragraphEnd = 0
    for (i, dash) in opening.enumerated() where !known.contains(dash) {
      known.insert(dash)
      // Found once for all the dashes of a paragraph, which may be the whole text.
      if dash >= paragraphEnd { paragraphEnd = endOfParagraph(dash) }
      let limit = min(paragraphEnd, i + 1 < opening.count ? opening[i + 1] : Int.max)
      var end = signs.sentenceEnd(dash + 1, limit)
      let evidence = signs.evidence(dash + 1..<end)
      let isIntroduced = text.isByte(dash - 1, 0x3A)
      // Narrators set a thought apart with a dash too: what answers nothing must ask, exclaim or greet.
      let asks = !evidence.isDisjoint(with: [.question, .interjection]) && !evidence.contains(.past)
      // Behind a colon any sentence is speech where the document has turns of speech already.
      let isAnswer =
        isIntroduced
        ? evidence.isSpoken || evidence.contains(.people) || (!turns.isEmpty && text.dash(at: dash) == .em)
        : asks && !turns.isEmpty
      guard previousEnd == dash || isAnswer else { continue }
      // Where no dash follows, the narrator goes on without a sign: what is spoken still shows it.
      while end < limit {
        let next = signs.sentenceEnd(end, limit)
        guard signs.isSpeech(end..<next) else { break }
        end = next
      }
      addTurn(dash, dash + 1..<end)
      previousEnd = end
    }
  }

  /// "… ? — Oui": a dash behind the end of a sentence or a colon, before a capital.
  private func opensInside(_ t: Int) -> Bool {
    guard let dash = text.dash(at: t), dash != .hyphen, t > 0, t + 1 < text.tokens.count,
      text.tokens.shapes[t + 1].contains(.initialUpper)
    else { return false }
    return text.isByte(t - 1, 0x3A) || text.endsSentence(t - 1) || text.isClosingMark(t - 1)
  }

  // MARK: one turn

  private mutating func addTurn(_ dash: Int, _ body: Range<Int>) {
    guard !body.isEmpty, !text.isOpeningMark(body.lowerBound) else { return }
    var end = body.upperBound
    var attribution: Attribution?
    var from = body.lowerBound
    while let incise = nextIncise(from: from, in: body) {
      let a = attributions[incise]
      if attribution == nil { attribution = a }
      let close = endOfIncise(a.tokens.upperBound, body.upperBound)
      guard goesOn(at: close, in: body) else {
        end = a.tokens.lowerBound
        break
      }
      from = close + 1
    }
    // The comma before an incise belongs to the incise, and a mark that nothing here opens closes the whole dialogue.
    let hasMarks = (body.lowerBound..<end).contains(where: text.isOpeningMark)
    while end > body.lowerBound,
      text.isByte(end - 1, 0x2C) || text.dash(at: end - 1) != nil || (!hasMarks && text.isClosingMark(end - 1))
    {
      end -= 1
    }
    guard end > body.lowerBound else { return }
    turns.append(DialogueTurn(dash: dash, inside: body.lowerBound..<end, attribution: attribution))
  }

  /// The next attribution that stands as an incise: behind a comma, a question, an exclamation; its source behind the verb.
  private func nextIncise(from: Int, in body: Range<Int>) -> Int? {
    guard var i = first(from: max(from, body.lowerBound + 1)) else { return nil }
    while i < attributions.count, attributions[i].tokens.lowerBound < body.upperBound {
      let a = attributions[i]
      let at = a.tokens.lowerBound
      let isBehind =
        text.isByte(at - 1, 0x2C) || text.isByte(at - 1, 0x3B) || text.isByte(at - 1, 0x5D)
        || text.isByte(at - 1, 0x29) || text.dash(at: at - 1) != nil
        || (text.endsSentence(at - 1) && !text.tokens.shapes[at].contains(.initialUpper))
      if isBehind, [.inverted, .passing, .direct].contains(a.order),
        a.order != .direct || hasSubjectBehind(a, body.upperBound)
      {
        return i
      }
      i += 1
    }
    return nil
  }

  /// "dit brusquement le lapidaire": an article or a name close behind the verb.
  private func hasSubjectBehind(_ a: Attribution, _ end: Int) -> Bool {
    for t in a.tokens.upperBound..<max(a.tokens.upperBound, min(a.tokens.upperBound + 3, end)) {
      if signs.isDeterminer(t) || text.tokens.shapes[t].contains(.initialUpper) { return true }
      guard text.tokens.kinds[t] == .word, text.tokens.shapes[t].isAllLower else { return false }
    }
    return false
  }

  /// The mark that ends an incise; a comma before "en se levant", "avec un rire", "qui sortait" does not.
  private func endOfIncise(_ start: Int, _ end: Int) -> Int {
    var t = start
    while t < end {
      if text.endsSentence(t) || text.isByte(t, 0x3A) || text.isByte(t, 0x3B) || text.dash(at: t) != nil { return t }
      if text.isByte(t, 0x2C), t + 1 < end, !signs.isNarrative(t + 1..<clauseEnd(t + 1, end), behindComma: true) {
        return t
      }
      t += 1
    }
    return end
  }

  private func clauseEnd(_ start: Int, _ end: Int) -> Int {
    var t = start
    while t < end, !text.isByte(t, 0x2C), !text.isByte(t, 0x3B), !text.endsSentence(t) { t += 1 }
    return t
  }

  /// Whether the speaker goes on behind an incise that ends at `mark`.
  private func goesOn(at mark: Int, in body: Range<Int>) -> Bool {
    guard mark + 1 < body.upperBound else { return false }
    // Its first words tell; a sentence may be as long as the text.
    let next = mark + 1..<signs.sentenceEnd(mark + 1, min(body.upperBound, mark + 1 + Self.telling))
    if text.endsSentence(mark) { return signs.isSpeech(next) }
    return text.isByte(mark, 0x3B) ? !signs.isNarrative(next) : true
  }

  // MARK: tokens

  private func endOfParagraph(_ token: Int) -> Int {
    var t = token + 1
    while t < text.tokens.count {
      let shape = text.tokens.shapes[t]
      if shape.contains(.paragraphStart) || (shape.contains(.lineStart) && (!isWrapped || text.dash(at: t) != nil)) {
        break
      }
      t += 1
    }
    return t
  }

  private func startsSentence(_ body: Range<Int>) -> Bool {
    guard
      let first = body.first(where: { text.tokens.shapes[$0].contains(.hasLetter) || text.tokens.kinds[$0] == .number })
    else { return false }
    return first - body.lowerBound <= 1
      && (text.tokens.shapes[first].contains(.initialUpper) || text.tokens.kinds[first] == .number)
  }

  private func isSentence(_ body: Range<Int>) -> Bool {
    guard startsSentence(body) else { return false }
    var last = body.upperBound - 1
    while last > body.lowerBound, text.isClosingMark(last) { last -= 1 }
    return text.endsSentence(last)
  }

  /// -5 °C, -Oui: a hyphen opens a line only before a space.
  private func isBareHyphen(_ dash: Int) -> Bool {
    text.dash(at: dash) == .hyphen && text.tokens.shapes[dash + 1].contains(.glued)
  }

  /// The first attribution that starts at a token or behind it.
  private func first(from token: Int) -> Int? {
    var (low, high) = (0, attributions.count)
    while low < high {
      let mid = (low + high) / 2
      if attributions[mid].tokens.lowerBound < token { low = mid + 1 } else { high = mid }
    }
    return low < attributions.count ? low : nil
  }
}
