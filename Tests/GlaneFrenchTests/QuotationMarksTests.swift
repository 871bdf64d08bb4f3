import GlaneText
import Testing

@testable import GlaneFrench

@Suite struct QuotationMarksTests {
  /// The text inside each pair of marks, outer before inner, `>` for each level of depth.
  private func inside(_ text: String) -> [String] {
    let tokens = Tokenizer().tokenize(text)
    return QuotationMarks.find(in: tokens).map { span in
      let words = span.inside.map { tokens.string(tokens.tokens.span(at: $0)) }.joined(separator: " ")
      return String(repeating: ">", count: span.depth) + words + (span.close == nil ? " …" : "")
    }
  }

  @Test(arguments: [
    ("« Oui », dit-il.", ["Oui"]),
    ("«Oui» et « non »", ["Oui", "non"]),
    ("“Oui”, dit-il, “peut-être”.", ["Oui", "peut-être"]),
    ("\"Oui\", dit-il, \"peut-être\".", ["Oui", "peut-être"]),
    ("Il a dit\u{202F}: «\u{202F}Oui\u{202F}».", ["Oui"]),
    ("« Il a crié “au feu” hier »", ["Il a crié “ au feu ” hier", ">au feu"]),
    ("« Le mot \"juste\" compte »", ["Le mot \" juste \" compte", ">juste"]),
    ("Il dit: l'\"ami\" du peuple", ["ami"]),
    ("»", []),
    ("« »", [""]),
    ("« Sans fin", ["Sans fin …"]),
    ("« Un paragraphe.\n\n« Un autre. »", ["Un paragraphe . « Un autre ."]),
    ("« Sans fin.\n\nUn autre paragraphe.", ["Sans fin . …"]),
    ("il mesure 5'6\" environ", []),
  ])
  func spans(_ text: String, _ expected: [String]) {
    #expect(inside(text) == expected)
  }

  @Test func deepNestingIsPassedOver() {
    let text = String(repeating: "« a ", count: 1000) + String(repeating: "» ", count: 1000)
    #expect(inside(text).count == 8)
  }
}
