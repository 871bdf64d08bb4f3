import GlaneFrench
import GlanePatterns
import GlaneText

/// A person's name as identity compares it: folded words, without particles' case and marks.
struct PersonName: Hashable {
  let words: [String]

  init(_ tokens: Range<Int>, in text: TokenizedText, _ folds: TokenWords) {
    words = tokens.compactMap { text.tokens.shapes[$0].contains(.hasLetter) ? folds.folded($0) : nil }
  }

  var isFull: Bool { words.count > 1 }

  /// Whether both may name one person: the same words; the one the end of the other ("Amétépé", "Kodjo Amétépé"); or the
  /// same surname behind initials that fit ("J.-P. Bruneau").
  func fits(_ other: PersonName) -> Bool {
    if words == other.words { return true }
    let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    guard !short.isEmpty else { return false }
    if long.suffix(short.count).elementsEqual(short) { return true }
    guard short.count > 1, short.last == long.last else { return false }
    return PersonName.initials(short[0], fit: long[0])
  }

  /// "j.-p." for "jean-pierre", "e." for "emmanuel".
  private static func initials(_ a: String, fit b: String) -> Bool {
    let (short, long) = a.contains(".") ? (a, b) : (b, a)
    guard short.contains(".") else { return false }
    let letters = short.filter(\.isLetter)
    let parts = long.split(separator: "-")
    return !letters.isEmpty && letters.count <= parts.count && zip(letters, parts).allSatisfy { $0 == $1.first }
  }

  /// Only the first name of the other: "Ségolène" beside "Ségolène Royal".
  func isFirstName(of other: PersonName) -> Bool {
    words.count == 1 && other.words.count > 1 && other.words[0] == words[0]
  }
}
