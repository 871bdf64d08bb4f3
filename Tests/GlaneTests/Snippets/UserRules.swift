import Glane
import Testing

extension Snippets {
  @Test func userRules() throws {
    // snippet
    let rules = RuleSource(
      name: "battles.rules",
      text: """
        stage date-atoms

        list battle
          austerlitz => 1805

        rule battle-year
          match  l' an d' year:@battle
          make   date(year)
          yes    C'était [l'an d'Austerlitz]. => 1805
          no     la gare d'Austerlitz
        """)
    let extractor = try Extractor(rules: [rules])
    let battle = extractor.extract("C’était l’an d’Austerlitz.").dates[0].value  // "1805"
    // snippet

    #expect(battle == "1805")
  }
}
