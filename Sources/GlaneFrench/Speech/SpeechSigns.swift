import GlanePatterns
import GlaneText

/// What in a stretch of text shows that somebody speaks it, or that a narrator does.
struct SpeechSigns {
  struct Evidence: OptionSet {
    let rawValue: UInt8
    /// je, tu, moi, toi
    static let person = Evidence(rawValue: 1)
    /// nous, vous, votre: instructions and reports have them too.
    static let people = Evidence(rawValue: 2)
    static let question = Evidence(rawValue: 4)
    /// Oui, Ah, Bonjour at its head.
    static let interjection = Evidence(rawValue: 8)
    /// "je me levai": a narrator of his own story.
    static let past = Evidence(rawValue: 16)

    var isSpoken: Bool { !isDisjoint(with: [.person, .question, .interjection]) }
  }

  let text: TokenizedText
  /// By token: the hash of its folded form.
  let hashes: TokenHashes

  /// - Complexity: Linear in the tokens of the range.
  func evidence(_ tokens: Range<Int>) -> Evidence {
    var out: Evidence = []
    for t in tokens {
      let hash = hashes[t]
      if Self.person.contains(hash) { out.insert(.person) }
      if Self.people.contains(hash) { out.insert(.people) }
      if text.isByte(t, 0x3F) || text.isByte(t, 0x21) { out.insert(.question) }
      if isFirstPersonPast(t), t > tokens.lowerBound { out.insert(.past) }
    }
    if let first = tokens.first, Self.interjections.contains(hashes[first]) { out.insert(.interjection) }
    return out
  }

  /// Whether a sentence behind an incise is spoken.
  func isSpeech(_ sentence: Range<Int>) -> Bool {
    let evidence = evidence(sentence)
    if evidence.contains(.past) { return false }
    return evidence.isSpoken || (evidence.contains(.people) && !isNarrative(sentence))
  }

  /// Whether a clause tells of the speaker: "en se levant", "puis il sortit".
  ///
  /// - Parameter behindComma: There "il" and "elle" are as a rule words of the speaker: "…, dit-il, elle viendra".
  func isNarrative(_ clause: Range<Int>, behindComma: Bool = false) -> Bool {
    guard let first = clause.first, !(behindComma && Self.thirdPerson.contains(hashes[first])) else { return false }
    let starts =
      Self.narrative.contains(hashes[first]) || isParticiple(first)
      || (Self.and.contains(hashes[first]) && clause.count > 1 && Self.thirdPerson.contains(hashes[first + 1]))
    guard starts else { return false }
    let evidence = evidence(clause)
    return evidence.isDisjoint(with: [.person, .people, .question]) || evidence.contains(.past)
  }

  func isDeterminer(_ token: Int) -> Bool { Self.determiners.contains(hashes[token]) }

  /// One past the end of the sentence that starts at `start`, no further than `limit`.
  func sentenceEnd(_ start: Int, _ limit: Int) -> Int {
    var t = start
    while t < limit, !text.endsSentence(t) { t += 1 }
    while t < limit, text.endsSentence(t) || text.isClosingMark(t) { t += 1 }
    return min(t, limit)
  }

  /// levant, se tournant: what goes with a verb of saying.
  private func isParticiple(_ token: Int) -> Bool {
    let bytes = text.bytes(token)
    return text.tokens.shapes[token].isAllLower && bytes.count > 4 && bytes.suffix(3).elementsEqual("ant".utf8)
  }

  /// "me levai", not "ai", "vais", "viendrai".
  private func isFirstPersonPast(_ token: Int) -> Bool {
    let bytes = text.bytes(token)
    return text.tokens.shapes[token].isAllLower && bytes.count > 4 && bytes.suffix(2).elementsEqual("ai".utf8)
      && !bytes.suffix(3).elementsEqual("rai".utf8) && !bytes.suffix(4).elementsEqual("vrai".utf8)
      && !Self.endInAi.contains(hashes[token])
  }

  private static func hashed(_ words: String) -> Set<UInt64> {
    Set(
      words.split(separator: " ").map { word in
        var form = FoldedForm()
        Array(word.utf8).withUnsafeBufferPointer { form.assign($0) }
        return form.hash
      })
  }

  private static let person = hashed("je j' me m' moi mon mes -je -moi tu te t' toi tes -tu -toi moi-même toi-même")
  private static let people = hashed("nous vous -nous -vous votre vos notre nos")
  private static let interjections = hashed(
    "oui non si ah oh eh hé ha ho bah bon hein merci allons allez tiens tenez voyons bonjour bonsoir adieu salut pardon "
      + "hélas parbleu certes ouais chut euh hum ça dame diable comment pourquoi quoi jamais soit bien parfait bravo")
  private static let narrative = hashed(
    "en avec sans qui dont tout puis les d' pendant tandis après il elle ils elles d'un d'une l'air")
  private static let and = hashed("et puis mais")
  private static let thirdPerson = hashed("il elle ils elles se s'")
  private static let determiners = hashed(
    "le la l' les un une son sa ses leur leurs mon ma mes notre nos ce cet cette ces")
  private static let endInAi = hashed("délai essai balai quai geai étai minerai")
}

extension TokenizedText {
  /// A dash that may open a turn of speech.
  enum Dash: UInt8 { case em, en, hyphen }

  @inline(__always)
  func bytes(_ token: Int) -> ArraySlice<UInt8> { utf8[Int(tokens.starts[token])..<Int(tokens.ends[token])] }

  /// — ― – - --
  func dash(at token: Int) -> Dash? {
    guard token >= 0, token < tokens.count else { return nil }
    let start = Int(tokens.starts[token])
    switch Int(tokens.ends[token]) - start {
    case 1: return utf8[start] == 0x2D ? .hyphen : nil
    case 2: return utf8[start] == 0x2D && utf8[start + 1] == 0x2D ? .em : nil
    case 3 where utf8[start] == 0xE2 && utf8[start + 1] == 0x80:
      switch utf8[start + 2] {
      case 0x93: return .en
      case 0x94, 0x95: return .em
      default: return nil
      }
    default: return nil
    }
  }

  @inline(__always)
  func isByte(_ token: Int, _ byte: UInt8) -> Bool {
    token >= 0 && token < tokens.count && tokens.ends[token] == tokens.starts[token] + 1
      && utf8[Int(tokens.starts[token])] == byte
  }

  /// . ! ? … and runs of them
  func endsSentence(_ token: Int) -> Bool {
    guard token >= 0, token < tokens.count, tokens.kinds[token] == .punctuation else { return false }
    let first = bytes(token)
    return [0x2E, 0x21, 0x3F].contains(first.first) || first.elementsEqual("…".utf8)
  }

  /// « “ „ ‹ and a straight mark before a word
  func isOpeningMark(_ token: Int) -> Bool {
    let mark = bytes(token)
    if isByte(token, 0x22) { return token + 1 < tokens.count && tokens.shapes[token + 1].contains(.glued) }
    return ["«", "“", "„", "‹"].contains { mark.elementsEqual($0.utf8) }
  }

  /// » ” › and a straight mark behind a word
  func isClosingMark(_ token: Int) -> Bool {
    let mark = bytes(token)
    if isByte(token, 0x22) { return tokens.shapes[token].contains(.glued) }
    return ["»", "”", "›"].contains { mark.elementsEqual($0.utf8) }
  }
}
