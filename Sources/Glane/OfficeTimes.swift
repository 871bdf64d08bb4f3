import GlaneFrench
import GlanePatterns
import GlaneText

/// When an office was held: "ancien maire", "alors maire", "maire depuis 2020", "directrice, en poste depuis janvier 2024".
struct OfficeTimes {
  let text: TokenizedText
  let words: TokenWords

  /// What the words of an office, or the one before it, say of the time of the text.
  func status(of office: Range<Int>) -> Entity.Function.Status? {
    let first = word(office.lowerBound)
    if Self.former.contains(first) || words[office.lowerBound].hasPrefix("ex-") { return .former }
    if Self.future.contains(first) { return .future }
    if Self.current.contains(first) { return .current }
    guard office.lowerBound > 0 else { return nil }
    var before = office.lowerBound - 1
    if before > 0, Self.articles.contains(word(before)) { before -= 1 }
    let adverb = word(before)
    return adverb == "alors" ? .then : Self.now.contains(adverb) ? .current : nil
  }

  /// Whether an expression of time that starts at `date` is tied to the office before it: nothing stands between, or "en
  /// poste", "élu", "nommée".
  ///
  /// - Parameter isPeriod: A moment ("en 2020") may be that of anything else in the sentence.
  func isTied(_ office: Range<Int>, to date: Int, isPeriod: Bool) -> Bool {
    guard date >= office.upperBound, date - office.upperBound <= 4,
      text.sentence(of: office.lowerBound) == text.sentence(of: date)
    else { return false }
    var links = false
    for t in office.upperBound..<date {
      let between = word(t)
      if Self.links.contains(between) { links = true } else if !Self.fillers.contains(between) { return false }
    }
    // "maire de Lyon, depuis 2020 …": behind a comma the time may be that of the sentence.
    return links || isPeriod && !(office.upperBound..<date).contains { word($0) == "," }
  }

  private func word(_ t: Int) -> PackedWord { words.word(t) }

  private static let articles: WordSet = ["le", "la", "l'"]
  private static let now: WordSet = ["aujourd'hui", "désormais", "actuellement"]
  private static let former: WordSet = ["ancien", "ancienne", "anciens", "anciennes", "ex"]
  private static let future: WordSet = ["futur", "future", "futurs", "futures"]
  private static let current: WordSet = ["actuel", "actuelle", "actuels", "actuelles"]
  private static let links: WordSet = [
    "poste", "fonction", "fonctions", "exercice", "élu", "élue", "élus", "élues", "réélu", "réélue", "nommé", "nommée",
    "nommés", "nommées", "désigné", "désignée",
  ]
  private static let fillers: WordSet = [",", "(", "en", "à", "ce", "et"]
}
