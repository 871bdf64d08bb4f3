import GlaneText
import Testing

@testable import GlaneFrench

private func names(_ source: String) throws -> [String] { NameFixture.names(source) }

@Suite struct NameTests {
  @Test(
    "People with the titles and functions they stand by",
    arguments: [
      ("Le ministre de la Santé, Kodjo Lawson, viendra.", ["person Kodjo Lawson [ministre de la Santé]"]),
      ("Kodjo Lawson, ministre de la Santé, viendra.", ["person Kodjo Lawson [ministre de la Santé]"]),
      ("Ils ont vu Mme Akouvi Mensah et M. Lawson.", ["person Akouvi Mensah [Mme]", "person Lawson [M.]"]),
      ("MM. Lawson et Mensah sont là.", ["person Lawson [MM.]", "person Mensah [MM.]"]),
      (
        "Les députés Jean Caron (LR) et Anne Petit (PS) protestent.",
        ["person Jean Caron [députés]", "organization LR", "person Anne Petit [députés]", "organization PS"]
      ),
      (
        "Il a reçu les ministres de l'Agriculture, Jean Caron, du Commerce, Anne Petit et des mines et de l'énergie, Paul Martin.",
        [
          "person Jean Caron [ministre de l'Agriculture]", "person Anne Petit [ministre du Commerce]",
          "person Paul Martin [ministre des mines et de l'énergie]",
        ]
      ),
      (
        "Selon la ministre, Secrétaire générale de la Présidence de la République, Anne Petit, tout va bien.",
        [
          "organization Présidence de la République",
          "person Anne Petit [Secrétaire générale de la Présidence de la République | ministre]",
        ]
      ),
      ("Le général Charles de Gaulle parla.", ["person Charles de Gaulle [général]"]),
      (
        "Le président du Sénat Gérard Caron arrive.",
        ["organization Sénat", "person Gérard Caron [président du Sénat]"]
      ),
      (
        "Jean Caron et Anne Petit, députés du Rhône, sont venus.",
        ["person Jean Caron [députés du Rhône]", "person Anne Petit [députés du Rhône]", "place Rhône"]
      ),
      (
        "Son homologue du Kazakhstan, Aïdar Omarov, l’attend.",
        ["place Kazakhstan", "person Aïdar Omarov [homologue du Kazakhstan]"]
      ),
      (
        "L’ancienne championne olympique Marie-José Pérec y était.",
        ["person Marie-José Pérec [ancienne championne olympique]"]
      ),
      ("Louis XIV et Élisabeth II sont des souverains.", ["person Louis XIV", "person Élisabeth II"]),
      ("Bachar el-Assad a reçu Mohammed ben Salmane.", ["person Bachar el-Assad", "person Mohammed ben Salmane"]),
      ("J.-P. Bruneau et Jean DUPONT signent.", ["person J.-P. Bruneau", "person Jean DUPONT"]),
      ("Le Togolais Kokou Dossou court vite.", ["person Kokou Dossou"]),
      ("Lucie Marchand et Mme Boucher votent.", ["person Lucie Marchand", "person Boucher [Mme]"]),
    ])
  func people(_ text: String, _ wanted: [String]) throws {
    #expect(Set(try names(text)) == Set(wanted))
  }

  @Test(
    "Organisations, places and events by their grammar",
    arguments: [
      (
        "La Direction générale des finances publiques a écrit.",
        ["organization Direction générale des finances publiques"]
      ),
      (
        "Il siège au tribunal judiciaire de Bobigny.", ["organization tribunal judiciaire de Bobigny", "place Bobigny"]
      ),
      (
        "La Communauté économique des États de l’Afrique de l’Ouest (CEDEAO) se réunit.",
        [
          "organization Communauté économique des États de l’Afrique de l’Ouest", "organization CEDEAO",
          "place Afrique de l’Ouest",
        ]
      ),
      ("Elle habite rue Cadet, près du lac Léman.", ["place rue Cadet", "place lac Léman"]),
      (
        "Il est né au Caire et vit à La Haye, aux Comores puis en Côte d'Ivoire.",
        ["place Caire", "place La Haye", "place Comores", "place Côte d'Ivoire"]
      ),
      (
        "Le Tour de France 2016 et l'affaire Fillon.",
        ["event Tour de France 2016", "place France", "event affaire Fillon"]
      ),
      ("Le Forum international d’Astana aura lieu.", ["event Forum international d’Astana", "place Astana"]),
      (
        "A l’issue, l'ETAT ; le journal Le Monde, la société Airbus.", ["organization Le Monde", "organization Airbus"]
      ),
    ])
  func others(_ text: String, _ wanted: [String]) throws {
    #expect(Set(try names(text)) == Set(wanted))
  }

  @Test(
    "No person here",
    arguments: [
      "Il habite rue Victor-Hugo.", "Elle a reçu le prix Nobel.", "Le lycée Simone-de-Beauvoir ferme.",
      "Le virus Zika recule.",
      "Le ministre est venu.", "Mme", "M.", "Pierre qui roule n'amasse pas mousse.",
      "Les Français et les Togolaises votent.",
      "La tempête Alex approche.", "L'orange est mûre.", "Nous avons tout vu.", "",
    ])
  func nobody(_ text: String) throws {
    #expect(try names(text).filter { $0.hasPrefix("person") }.isEmpty)
  }

  @Test("Apostrophes, spaces, composition and capitals change nothing")
  func spelling() throws {
    let plain = try names("L'ambassadeur d'Italie, Élodie Ferré, est à N'Djamena.")
    #expect(plain == ["place Italie", "person Élodie Ferré [ambassadeur d'Italie]", "place N'Djamena"])
    for text in [
      "L’ambassadeur d’Italie, Élodie Ferré, est à N’Djamena.",
      "L'ambassadeur\u{A0}d'Italie, E\u{301}lodie Ferre\u{301}, est à\u{202F}N'Djamena.",
    ] {
      #expect(try names(text).count == plain.count)
    }
    #expect(try names("TOGO : LE BUDGET EST ADOPTÉ") == ["place TOGO"])
  }

  @Test("A name proved once is found again alone")
  func secondPass() throws {
    let found = try names("Le maire Kodjo Zinsou a parlé. Les habitants ont applaudi Zinsou.")
    #expect(found == ["person Kodjo Zinsou [maire]", "person Zinsou"])
  }

  @Test("An acronym is tied to the name it spells, in either order")
  func acronyms() throws {
    for text in [
      "La Plateforme industrielle d’Adétikopé (PIA) ouvre.", "La PIA (Plateforme industrielle d’Adétikopé) ouvre.",
    ] {
      let mentions = NameFixture.grammar.read(Tokenizer().tokenize(text)).names.mentions.filter {
        $0.kind == .organization
      }
      #expect(mentions.count == 2)
      #expect(mentions.contains { $0.fullName != nil })
    }
  }

  @Test("What coreference needs: head, gender, number, country")
  func offices() throws {
    let mentions = NameFixture.grammar.read(
      Tokenizer().tokenize("La présidente togolaise et les ministres ivoiriens arrivent.")
    ).names.mentions
    let functions = mentions.filter { $0.kind == .function }
    #expect(functions.map(\.head) == ["président", "ministre"])
    #expect(functions.map(\.country) == ["togo", "cote d' ivoire"])
    #expect(functions.map(\.isPlural) == [false, true])
    #expect(functions.first?.gender == .feminine)
  }

  @Test("Any bytes are read")
  func anyBytes() {
    for bytes: [UInt8] in [
      [], [0xFF, 0xFE], Array("M. \u{0} (".utf8), Array("le ministre de, , (((".utf8),
      Array(repeating: 0x41, count: 3000),
    ] {
      _ = NameFixture.grammar.read(Tokenizer().tokenize(bytes))
    }
    let long = String(repeating: "le ministre de l'Agriculture, Jean Caron, du Commerce, Anne Petit et ", count: 200)
    #expect(NameFixture.grammar.read(Tokenizer().tokenize(long)).names.mentions.count > 400)
  }
}
