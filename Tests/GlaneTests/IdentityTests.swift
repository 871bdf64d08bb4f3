import GlanePatterns
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
    ("PAUL MARTIN a parlé à Paul Martin.", ["Paul Martin = PAUL MARTIN"]),
    ("Jean-Pierre Bruneau est là. J.-P. Bruneau est parti.", ["Jean-Pierre Bruneau = J.-P. Bruneau"]),
    ("Paul Martin et Lucie Martin sont là. Mme Martin est partie.", ["Paul Martin", "Lucie Martin = Martin"]),
    ("Paul Martin est là. Jean Martin est parti.", ["Paul Martin", "Jean Martin"]),
  ])
  func joined(_ text: String, _ expected: [String]) {
    #expect(people(text) == expected)
  }

  @Test func namesByWords() throws {
    let rules = try RuleLoader(stages: [], constructors: []).load()
    /// Two names in one text: whether they fit, and whether the first is the first name of the other.
    func compare(_ a: String, _ b: String) -> (fits: Bool, isFirstName: Bool) {
      let text = Tokenizer().tokenize(a + "\n" + b)
      var chart = Chart(text: text, rules: rules)
      chart.annotate()
      let second = Tokenizer().tokenize(a).tokens.count
      let (one, other) = (
        PersonName(0..<second, in: text, chart.words),
        PersonName(second..<text.tokens.count, in: text, chart.words)
      )
      return (one.fits(other, chart.words), one.isFirstName(of: other))
    }
    #expect(compare("Hassan El Amrani", "El Amrani").fits)
    #expect(compare("J.-P. Bruneau", "Jean-Pierre Bruneau").fits)
    #expect(!compare("J.-P. Bruneau", "Jean Bruneau").fits)
    #expect(!compare("Paul Martin", "Jean Martin").fits)
    #expect(!compare("Martin", "Martin Dupont").fits)
    #expect(compare("Martin", "Martin Dupont").isFirstName)
    #expect(!compare("Martin", "Martin").isFirstName)
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
    // One that is read as a word; letters that the name lacks make none.
    let word = Self.extractor.extract("L'Institut national de la statistique et des études économiques (Insee) compte.")
    #expect(word.entities.first { $0.type == .organization }?.acronym == "Insee")
    let other = Self.extractor.extract("L'Institut national des statistiques économiques (Medef) compte.")
    #expect(other.entities.first { $0.type == .organization }?.acronym == nil)
  }

  @Test func aLawyerIsNoProsecutor() {
    let text = "L’avocat Jean Morel a plaidé. Le procureur a répondu. L’avocat est parti."
    #expect(references(text) == ["avocat = Jean Morel"])
  }

  /// The nominal mentions of a text, each with its entity.
  private func references(_ text: String) -> [String] {
    let analysis = Self.extractor.extract(text)
    return analysis.references.map { "\($0.text) = \($0.entity.map { analysis[$0].name } ?? "?")" }
  }

  @Test(arguments: [
    // What an organisation is, the noun before its name says, or its name itself.
    ("La société Brévent a fermé un site. La société compte 400 salariés.", ["société = Brévent"]),
    ("La société Brévent a fermé un site. L’entreprise s’explique.", ["entreprise = Brévent"]),
    ("Le Parti socialiste se réunit à Lyon. Ce parti n'a plus de chef.", ["parti = Parti socialiste"]),
    ("Le ministère de l'Agriculture tarde. Le ministère, lui, nie.", ["ministère = ministère de l'Agriculture"]),
    ("Le tribunal de Bobigny a jugé. Le tribunal siège lundi.", ["tribunal = tribunal de Bobigny"]),
    ("L'université de Dakar a fermé. L'institution a prévenu hier.", ["institution = université de Dakar"]),
    ("Le groupe Brévent recrute. Le président du groupe se tait.", ["groupe = Brévent"]),
    // No complement, no adjective, no name behind the noun; not before the name; not of another kind.
    ("La société Brévent a fermé un site. La société civile proteste.", []),
    ("La société Brévent a fermé un site. La société de consommation recule.", []),
    ("La société Brévent a fermé un site. La société française change.", []),
    ("La société compte 400 salariés. La société Brévent a fermé un site.", []),
    ("La société Brévent a fermé un site. Le parti exulte.", []),
    ("La société Brévent a fermé un site. Une société l'a reprise.", []),
    // Two that fit.
    ("La société Brévent rachète la société Moraine. La société compte 400 salariés.", []),
    ("Le groupe Brévent recrute. L'entreprise aussi.", []),
  ])
  func organizationNouns(_ text: String, _ expected: [String]) {
    #expect(references(text) == expected)
  }

  @Test(arguments: [
    ("Le coureur slovaque Jan Novák a gagné. Le Slovaque est ravi.", ["Slovaque = Jan Novák"]),
    ("La coureuse kényane Mary Wanjiru a gagné. La Kényane est ravie.", ["Kényane = Mary Wanjiru"]),
    ("La coureuse kényane Mary Wanjiru a gagné. Le Kényan est ravi.", []),
    ("Le coureur slovaque Jan Novák a gagné. Les Slovaques fêtent cela.", []),
    ("Le coureur slovaque Jan Novák a gagné. Un Slovaque applaudit.", []),
    ("Le coureur slovaque Jan Novák bat le coureur slovaque Peter Kral. Le Slovaque est ravi.", []),
    ("Le Slovaque est ravi. Jan Novák a gagné.", []),
  ])
  func demonyms(_ text: String, _ expected: [String]) {
    #expect(references(text) == expected)
  }

  @Test(arguments: [
    ("« C'est faux », dit la société. ", "?"),
    ("La société Brévent se défend. « C'est faux », dit la société.", "Brévent"),
    ("Le coureur slovaque Jan Novák a gagné. « Enfin ! » s'est exclamé le Slovaque.", "Jan Novák"),
    ("Le député Jean Fabre est venu. « C'est une honte », s'indigne l'élu.", "Jean Fabre"),
  ])
  func nounsThatSpeak(_ text: String, _ speaker: String) {
    let analysis = Self.extractor.extract(text)
    #expect(analysis.quotations.map { $0.speaker.map { analysis[$0].name } ?? "?" } == [speaker])
  }

  /// `label, status, time` of each function of the first person.
  @Test(arguments: [
    ("Claire Roux, alors maire de Paris, a signé.", ["maire de Paris, then, -"]),
    ("Paul Blanc, ancien maire de Lyon, a signé.", ["ancien maire de Lyon, former, -"]),
    ("L'actuel maire de Lyon, Paul Blanc, a signé.", ["actuel maire de Lyon, current, -"]),
    ("Claire Roux, maire de Paris depuis 2020, a signé.", ["maire de Paris, -, depuis 2020"]),
    (
      "Claire Roux, directrice de l'hôpital, en poste depuis janvier 2024, a signé.",
      ["directrice de l'hôpital, -, depuis janvier 2024"]
    ),
    ("Jean Vert (maire de Nice de 2001 à 2008) a signé.", ["maire de Nice, -, de 2001 à 2008"]),
    ("Jean Vert, maire de Nice, élu en 2014, a signé.", ["maire de Nice, -, en 2014"]),
    // The time of the sentence is not that of the office.
    ("Jean Vert, maire de Nice, a signé en 2014.", ["maire de Nice, -, -"]),
    ("Jean Vert, maire de Nice, depuis 2014 ne signe plus.", ["maire de Nice, -, -"]),
    ("Le maire de Nice, Jean Vert, a signé depuis 2014.", ["maire de Nice, -, -"]),
  ])
  func timesOfOffices(_ text: String, _ expected: [String]) {
    let analysis = Self.extractor.extract(text)
    let functions = analysis.entities.first { $0.type == .person }?.functions ?? []
    #expect(
      functions.map {
        "\($0.label), \($0.status?.rawValue ?? "-"), \($0.time.map { analysis[$0].text } ?? "-")"
      } == expected)
  }

  @Test(arguments: [
    ("Les ministres français Paul Durand et Luc Petit sont là.", "ministre français"),
    ("Les députés socialistes Paul Durand et Luc Petit sont là.", "député socialiste"),
    ("Les conseillers municipaux Paul Durand et Luc Petit sont là.", "conseiller municipal"),
    ("Les députés européens de Lyon Paul Durand et Luc Petit sont là.", "député européen de Lyon"),
  ])
  func pluralsAreHeldOneByOne(_ text: String, _ label: String) {
    let people = Self.extractor.extract(text).entities.filter { $0.type == .person }
    #expect(people.map { $0.functions.map(\.label) } == [[label], [label]])
  }

  @Test func smallLettersNameAPlace() {
    let analysis = Self.extractor.extract("NAIROBI, 3 mai - On vote à Nairobi.")
    #expect(analysis.entities.map(\.name) == ["Nairobi"])
    #expect(analysis.entities.map(\.aliases) == [["NAIROBI"]])
    #expect(Self.extractor.extract("NAIROBI, 3 mai - On vote.").entities.map(\.name) == ["NAIROBI"])
  }
}
