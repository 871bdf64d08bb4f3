import GlaneFrench
import GlanePatterns
import GlaneText

/// A person's name as identity compares it: the folds of its words, without particles' case and marks.
struct PersonName {
  /// The numbers of the folds (``TokenWords/fold(_:)``).
  let words: [UInt32]
  /// The token of the first of them.
  private let first: Int

  init(_ tokens: Range<Int>, in text: TokenizedText, _ folds: TokenWords) {
    var words: [UInt32] = []
    words.reserveCapacity(tokens.count)
    var first = tokens.lowerBound
    for t in tokens where text.tokens.shapes[t].contains(.hasLetter) {
      if words.isEmpty { first = t }
      words.append(folds.fold(t))
    }
    self.words = words
    self.first = first
  }

  var isFull: Bool { words.count > 1 }

  /// Whether both may name one person: the same words; the one the end of the other ("Amétépé", "Kodjo Amétépé"); or the
  /// same surname behind initials that fit ("J.-P. Bruneau").
  ///
  /// - Parameter folds: Of the text of both.
  func fits(_ other: PersonName, _ folds: TokenWords) -> Bool {
    if words == other.words { return true }
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    guard let last = short.words.last, last == long.words.last else { return false }
    if long.words.suffix(short.words.count).elementsEqual(short.words) { return true }
    guard short.words.count > 1 else { return false }
    return PersonName.initials(folds.folded(short.first), fit: folds.folded(long.first))
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
