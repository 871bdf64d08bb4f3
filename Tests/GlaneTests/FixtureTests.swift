import Glane
import TestSupport
import Testing

/// Our own articles, read whole, and the texts in which there is nothing.
@Suite struct FixtureTests {
  static let extractor = Extractor()

  @Test("Every row of an article's score is 100", arguments: try FixtureArticle.all())
  func article(_ article: FixtureArticle) {
    let score = ArticleScore(Self.extractor.extract(article.text, reference: article.reference), against: article)
    if !score.isPerfect { Issue.record("\(score.description)") }
  }

  @Test("A look-alike gives nothing", arguments: try LookAlike.all())
  func lookAlike(_ row: LookAlike) {
    let found = row.intruders(in: Self.extractor.extract(row.text, reference: LocalDateTime("2024-02-12")))
    if !found.isEmpty { Issue.record("“\(row.text)” (\(row.why)): \(found.joined(separator: "; "))") }
  }

  /// A text may end behind any word: "On lit Le" once made the reader look past its end.
  @Test("An article cut off behind any word is read without a trap")
  func cutOff() throws {
    let article = try #require(try FixtureArticle.all().first { $0.name == "cyclisme" })
    for end in article.text.indices where article.text[end].isWhitespace {
      let analysis = Self.extractor.extract(String(article.text[..<end]), reference: article.reference)
      #expect(analysis.mentions.allSatisfy { $0.span.end <= analysis.source.utf8.count })
    }
    for text in ["On lit Le", "Il voit La", "De Van Le", "Paul Le", "« Le", "— Le", "Selon Le", "dit Le"] {
      #expect(Self.extractor.extract(text).source.utf8.count == text.utf8.count)
    }
  }
}
