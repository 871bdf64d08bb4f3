import GlaneText
import Testing

@testable import Glane

/// Who is who over a document, through the whole extraction.
@Suite struct IdentityTests {
  private static let extractor = Extractor()

  /// The people of a text, each as its forms: "Paul Martin = Martin".
  private func people(_ text: String) -> [String] {
    Self.extractor.extract(text).entities.filter { $0.type == .person }.map { entity in
      ([entity.name] + entity.aliases).joined(separator: " = ")
    }
  }

  @Test(arguments: [
    ("Kodjo Amétépé a parlé. M. Amétépé est revenu.", ["Kodjo Amétépé = Amétépé"]),
    ("M. Amétépé est revenu. Kodjo Amétépé a parlé.", ["Kodjo Amétépé = Amétépé"]),
    ("PAUL MARTIN a parlé à Paul Martin.", ["PAUL MARTIN = Paul Martin"]),
    ("Jean-Pierre Bruneau est là. J.-P. Bruneau est parti.", ["Jean-Pierre Bruneau = J.-P. Bruneau"]),
    ("Paul Martin et Lucie Martin sont là. Mme Martin est partie.", ["Paul Martin", "Lucie Martin = Martin"]),
    ("Paul Martin est là. Jean Martin est parti.", ["Paul Martin", "Jean Martin"]),
  ])
  func joined(_ text: String, _ expected: [String]) {
    #expect(people(text) == expected)
  }

  @Test func namesByWords() {
    var form = FoldedForm()
    func name(_ s: String) -> PersonName {
      let text = Tokenizer().tokenize(s)
      return PersonName(0..<text.tokens.count, in: text, form: &form)
    }
    #expect(name("Hassan El Amrani").fits(name("El Amrani")))
    #expect(name("J.-P. Bruneau").fits(name("Jean-Pierre Bruneau")))
    #expect(!name("J.-P. Bruneau").fits(name("Jean Bruneau")))
    #expect(!name("Paul Martin").fits(name("Jean Martin")))
    #expect(!name("Martin").fits(name("Martin Dupont")))
    #expect(name("Martin").isFirstName(of: name("Martin Dupont")))
    #expect(!name("Martin").isFirstName(of: name("Martin")))
  }

  @Test func nominalMentions() {
    let text =
      "Le président togolais, Faure Gnassingbé, a reçu son homologue ivoirien, Alassane Ouattara. Le chef de l'Etat togolais s'est dit ravi. La ministre dort."
    let analysis = Self.extractor.extract(text)
    let references = analysis.references.map { "\($0.text) = \($0.entity.map { analysis[$0].name } ?? "?")" }
    #expect(references == ["chef de l'Etat togolais = Faure Gnassingbé"])
  }

  @Test func acronymsAreOfTheirName() {
    let analysis = Self.extractor.extract("La Société d’habitation du Québec (SHQ) bâtit. La SHQ loue.")
    let all = analysis.entities.filter { $0.type == .organization }
    #expect(all.map(\.name) == ["Société d’habitation du Québec"])
    #expect(all.first?.acronym == "SHQ")
    #expect(all.first?.mentions.count == 3)
  }
}
