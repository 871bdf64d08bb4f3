import GlaneText
import GlaneTime
import Testing

@testable import GlaneFrench

/// Dates without a year in what is told of another time, and stretches that are under way.
@Suite struct StoryTests {
  private static let grammar = try! FrenchGrammar()

  private func values(_ text: String, _ reference: String?) -> [String] {
    let reading = Self.grammar.read(Tokenizer().tokenize(text))
    let mentions = reading.dates.mentions(reading.chart)
    return DateReader.resolve(mentions, in: reading.chart, reference: reference.flatMap { LocalDateTime($0) })
      .map { $0.value ?? "-" }
  }

  @Test(arguments: [
    // It goes on from the date that opened it.
    ("Le 3 mai 1968, la police entre. Le 10 mai, on dresse des barricades.", ["1968-05-03", "1968-05-10"]),
    ("En 1914, il est mobilisé. Le 22 août, il est blessé.", ["1914", "1914-08-22"]),
    ("Le 20 décembre 1905, il tombe malade. Il meurt le 4 janvier.", ["1905-12-20", "1906-01-04"]),
    ("En juillet 1789, la Bastille tombe. En août, tout change.", ["1789-07", "1789-08"]),
    ("Le 7 janvier 2015, la ville s'éveille. Le 11 janvier, elle défile.", ["2015-01-07", "2015-01-11"]),
    // A year within a sentence starts no story.
    ("Fondée en 1905, l'usine emploie cent personnes. Elle a fermé le 3 janvier.", ["1905", "2024-01-03"]),
    ("Le livre paru en 1954 a fait scandale. Il sera réédité le 3 mars.", ["1954", "2024-03-03"]),
    // What is to come does not belong to it.
    ("En 1914, il est mobilisé. On posera une plaque le 3 mars.", ["1914", "2024-03-03"]),
    // Of late years, only what follows closely.
    ("En mars 2021, le club descend. Le 3 février, il a gagné.", ["2021-03", "2024-02-03"]),
    // A later year and the present end it.
    (
      "Le 3 mai 1968, on défile. En 2024, on s'en souvient. Le 10 février, on a parlé.",
      ["1968-05-03", "2024", "2024-02-10"]
    ),
  ])
  func stories(_ text: String, _ expected: [String]) {
    #expect(values(text, "2024-02-12") == expected)
  }

  @Test func aStoryNeedsNoReference() {
    #expect(values("Le 3 mai 1968, on entre. Le 10 mai, on sort.", nil) == ["1968-05-03", "1968-05-10"])
    #expect(values("On sort le 10 mai.", nil) == ["XXXX-05-10"])
  }

  @Test(arguments: [
    ("de janvier à mars", "2024-01/2024-03"), ("de mars à mai", "2024-03/2024-05"),
    ("du 5 février au 20 février", "2024-02-05/2024-02-20"), ("de septembre à janvier", "2024-09/2025-01"),
    ("Le vote a été reporté au 15 décembre.", "2024-12-15"), ("Le prix est resté au 15 décembre.", "2023-12-15"),
    ("La date est fixée au 3 juin.", "2024-06-03"),
  ])
  func underWay(_ text: String, _ expected: String) {
    #expect(values(text, "2024-02-12") == [expected])
  }
}
