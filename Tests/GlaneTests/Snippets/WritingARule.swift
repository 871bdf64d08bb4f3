import Foundation
import Glane
import TestSupport
import Testing

extension Snippets {
  @Test func writingARule() throws {
    // snippet
    let rules = RuleSource(
      name: "festivals.rules",
      text: """
        stage date-atoms

        list festival-year
          des trois ponts => 1998

        rule festival-year
          match  l' année du festival year:@festival-year
          make   date(year)
          yes    C'était [l'année du festival des Trois Ponts]. => 1998
          no     le festival des Trois Ponts
        """)
    let extractor = try Extractor(rules: [rules])
    print(extractor.extract("Né l’année du festival des trois ponts.").dates[0].value ?? "?")  // 1998
    // snippet

    #expect(extractor.extract("Né l’année du festival des trois ponts.").dates[0].value == "1998")
    let wrong = RuleSource(
      name: "festivals.rules",
      text: String(decoding: rules.utf8, as: UTF8.self).replacingOccurrences(of: "@festival-year", with: "@festival"))
    let error = #expect(throws: LoadError.self) { try Extractor(rules: [wrong]) }
    let documentation = try PackageFiles.text("Sources/Glane/Glane.docc/WritingARule.md")
    #expect(documentation.contains("```\n\(error?.description ?? "")\n```"), "\(error?.description ?? "")")
  }
}
