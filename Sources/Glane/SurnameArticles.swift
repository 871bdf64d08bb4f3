import GlaneFrench
import GlanePatterns
import GlaneText

/// "Océane Le Bihan" … "Le Bihan": an article that a surname has in a full name is part of it alone too, where it has
/// a capital. At the head of a sentence nothing else tells "Le Bihan" from an article and a name.
enum SurnameArticles {
  /// - Complexity: Linear in the drafts.
  static func extend(_ drafts: inout [Draft], in text: TokenizedText, _ words: TokenWords) {
    var articleOf: [String: String] = [:]
    for d in drafts where d.type == .person && d.tokens.count > 2 {
      let article = words[d.tokens.upperBound - 2]
      if articles.contains(article), isCapital(d.tokens.upperBound - 2, text) {
        articleOf[words.folded(d.tokens.upperBound - 1)] = article
      }
    }
    guard !articleOf.isEmpty else { return }
    for i in drafts.indices where drafts[i].type == .person && drafts[i].tokens.count == 1 {
      let at = drafts[i].tokens.lowerBound
      guard at > 0, let article = articleOf[words.folded(at)], words[at - 1] == article, isCapital(at - 1, text) else {
        continue
      }
      drafts[i].tokens = at - 1..<at + 1
    }
  }

  private static func isCapital(_ token: Int, _ text: TokenizedText) -> Bool {
    text.tokens.shapes[token].contains(.initialUpper)
  }

  private static let articles: Set<String> = ["le", "la", "du", "des", "de", "l'"]
}
