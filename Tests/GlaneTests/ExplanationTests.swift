import Testing

@testable import Glane

@Suite struct ExplanationTests {
  @Test func stepsLeadToTheMention() throws {
    let text = "Du 8 au 10 février 2024, rien."
    let explanation = Extractor().explain(text, at: TextSpan(start: 0, end: 24))
    #expect(explanation.mentions.map(\.text) == ["Du 8 au 10 février 2024"])
    let last = try #require(explanation.steps.last { $0.text == "Du 8 au 10 février 2024" })
    #expect(last.value == "2024-02-08/2024-02-10")
    #expect(explanation.mentions[0].rule == last.rule)
    #expect(last.origin.contains(".rules:"))
  }

  @Test func nothingIsExplainedToo() {
    let explanation = Extractor().explain("Un second essai.", at: TextSpan(start: 3, end: 9))
    #expect(explanation.mentions.isEmpty)
    #expect(explanation.listings.contains { $0.text == "second" && !$0.lists.isEmpty })
  }

  @Test func userRulesComeThroughTheSameDoor() throws {
    let rule = """
      stage date-atoms
      rule saint-glinglin
        match  "à la saint-glinglin"
        make   date(year: 9999)
        yes    On paiera [à la saint-glinglin]. => 9999
        no     On paiera à la Saint-Jean.
      """
    let extractor = try Extractor(rules: [RuleSource(name: "mine.rules", text: rule)])
    let dates = extractor.extract("Il paiera à la Saint-Glinglin.").dates
    #expect(dates.map(\.value) == ["9999"])
    #expect(dates.first?.mention.rule == "saint-glinglin")
  }

  @Test func aUsersExampleThatFailsIsAnError() {
    let rule = """
      stage date-atoms
      rule saint-glinglin
        match  "à la saint-glinglin"
        make   date(year: 9999)
        yes    On paiera [à la saint-glinglin]. => 8888
        no     On paiera à la Saint-Jean.
      """
    let error = #expect(throws: LoadError.self) {
      _ = try Extractor(rules: [RuleSource(name: "mine.rules", text: rule)])
    }
    #expect(error?.description == "mine.rules:5:10: found “à la saint-glinglin” with the value 9999, expected 8888")
  }
}
