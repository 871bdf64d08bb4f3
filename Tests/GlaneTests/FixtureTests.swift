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
}
