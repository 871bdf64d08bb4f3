import Testing

@testable import Glane

@Suite struct QuotationTests {
  private static let extractor = Extractor()

  /// `speaker: words [cue]`, `?` where nobody is named.
  private func quotations(_ text: String) -> [String] {
    let analysis = Self.extractor.extract(text)
    return analysis.quotations.map { q in
      "\(q.speaker.map { analysis[$0].name } ?? "?"): \(q.text)"
        + (q.cue.map { " [\(analysis.source.string($0))]" } ?? "")
    }
  }

  @Test(arguments: [
    ("« C'est fini », a déclaré Paul Martin.", ["Paul Martin: C'est fini [a déclaré]"]),
    ("“C'est fini”, s'est exclamée Mme Claire Dubois.", ["Claire Dubois: C'est fini [s'est exclamée]"]),
    ("Selon Paul Martin, « tout va bien ».", ["Paul Martin: tout va bien [Selon]"]),
    ("Paul Martin estime que « tout va bien ».", ["Paul Martin: tout va bien [estime]"]),
    ("« Ce plan, a dit Paul Martin, est mort-né. »", ["Paul Martin: Ce plan, a dit Paul Martin, est mort-né. [a dit]"]),
    (
      "La maire, Claire Dubois, est venue. « Tout va bien », a-t-elle dit.",
      ["Claire Dubois: Tout va bien [a-t-elle dit]"]
    ),
    ("Claire Dubois a vu Paul Martin. « Tout va bien », a-t-il dit.", ["Paul Martin: Tout va bien [a-t-il dit]"]),
    (
      "Un texte signé par Paul Martin affirmait que « nul ne peut être esclave ».",
      ["?: nul ne peut être esclave [affirmait]"]
    ),
    ("L'ambition est claire : « faire mieux que les autres ».", ["?: faire mieux que les autres"]),
    ("Claire Dubois s'est dite « très préoccupée ».", ["Claire Dubois: très préoccupée [s'est dite]"]),
    ("Selon l'entourage de Claire Dubois, « rien n'est joué ».", ["?: rien n'est joué [Selon]"]),
    ("Il habite une « maison du peuple » bleue.", []),
    ("Le film « La Grande Illusion » est ressorti.", []),
    ("Surnommé « le Lion », il gagne.", []),
  ])
  func speakers(_ text: String, _ expected: [String]) {
    #expect(quotations(text) == expected)
  }
}
