import GlanePatterns
import Testing

@testable import GlaneFrench

/// Sentences of many hands: press, courts, administration, novels, headlines; France, Belgium, Switzerland, Québec, Africa.
@Suite struct NameUsageTests {
  @Test(
    "Offices with their party, their body, their town, before the name and after it",
    arguments: [
      (
        "Le maire (LFI) de Bagnolet, Paul Caron, a parlé.",
        ["organization LFI", "place Bagnolet", "person Paul Caron [maire (LFI) de Bagnolet]"]
      ),
      (
        "La sénatrice PS Anne Petit et le sénateur (LR) Jean Morel se sont opposés.",
        [
          "organization PS", "person Anne Petit [sénatrice PS]", "organization LR", "person Jean Morel [sénateur]",
        ]
      ),
      (
        "La préfète, Mme Sophie Caron, la juge Anne Petit et le procureur Éric Morel étaient là.",
        ["person Sophie Caron [Mme | préfète]", "person Anne Petit [juge]", "person Éric Morel [procureur]"]
      ),
      (
        "Le PDG du groupe Casino, Jean Caron, a démissionné.",
        ["organization Casino", "person Jean Caron [PDG du groupe Casino]"]
      ),
      (
        "La ministre de l'éducation nationale Nouria Kaci est là.",
        ["person Nouria Kaci [ministre de l'éducation nationale]"]
      ),
      (
        "La présidente de la Commission européenne Anne Petit est là.",
        ["organization Commission européenne", "person Anne Petit [présidente de la Commission européenne]"]
      ),
      (
        "L'ancien ministre de Paul Caron Jean Morel a répondu.",
        ["person Paul Caron", "person Jean Morel [ancien ministre de Paul Caron]"]
      ),
      (
        "Jean Caron, alors maire de Lyon, et Anne Petit, désormais présidente d'Air France.",
        [
          "person Jean Caron [maire de Lyon]", "place Lyon", "person Anne Petit [présidente d'Air France]",
          "organization Air France",
        ]
      ),
      (
        "L'archevêque de Kinshasa, le cardinal Fridolin Mbuyi, a prié.",
        ["place Kinshasa", "person Fridolin Mbuyi [cardinal | archevêque de Kinshasa]"]
      ),
      (
        "Le ministre d'État, ministre de la Défense, le colonel Kassoum Coulibaly, est là.",
        ["person Kassoum Coulibaly [colonel | ministre de la Défense | ministre d'État]"]
      ),
      (
        "Les ministres français et marocain de l'Intérieur, Luc Petit et Karim Bennani.",
        [
          "person Luc Petit [ministres français et marocain de l'Intérieur]",
          "person Karim Bennani [ministres français et marocain de l'Intérieur]",
        ]
      ),
      (
        "Le Premier ministre, Paul Caron, le ministre de l'Intérieur, Luc Petit, et la garde des Sceaux, Anne Morel.",
        [
          "person Paul Caron [Premier ministre]", "person Luc Petit [ministre de l'Intérieur]",
          "person Anne Morel [garde des Sceaux]",
        ]
      ),
      (
        "Deux activistes, Jean Caron et Luc Petit, sont là. Anne Morel et Lise Faure, deux avocates, les défendent.",
        [
          "person Jean Caron [activistes]", "person Luc Petit [activistes]", "person Anne Morel [avocates]",
          "person Lise Faure [avocates]",
        ]
      ),
      (
        "L'ancien président de la FIFA, le Suisse Sepp Caron, et Jean Petit, colonel de gendarmerie.",
        [
          "organization FIFA", "person Sepp Caron [ancien président de la FIFA]",
          "person Jean Petit [colonel de gendarmerie]",
        ]
      ),
      (
        "Le lauréat du prix Nobel, romancier et essayiste, Jean Caron.",
        ["person Jean Caron [essayiste | romancier | lauréat du prix Nobel]"]
      ),
      ("Madame la Présidente, le ministre M. Caron écoute.", ["person Caron [M. | ministre]"]),
      ("Sa veuve, Lucie Caron, et le Dr Maréchal.", ["person Lucie Caron", "person Maréchal [Dr]"]),
      ("Le fabricant toulousain de batteries Voltane a publié ses comptes.", ["organization Voltane"]),
    ])
  func offices(_ text: String, _ wanted: [String]) {
    #expect(Set(NameFixture.names(text)) == Set(wanted))
  }

  @Test(
    "Belgium, Switzerland, Québec, Africa",
    arguments: [
      (
        "Le bourgmestre de Liège, Willy Caron, et l'échevine de la Culture, Mme Delphine Petit.",
        [
          "place Liège", "person Willy Caron [bourgmestre de Liège]",
          "person Delphine Petit [Mme | échevine de la Culture]",
        ]
      ),
      (
        "La mairesse de Montréal, Valérie Côté, et la vice-première ministre Anne Petit.",
        [
          "place Montréal", "person Valérie Côté [mairesse de Montréal]",
          "person Anne Petit [vice-première ministre]",
        ]
      ),
      (
        "La députée PLR Florence Caron et la syndique d'Yverdon, Carmen Petit.",
        [
          "organization PLR", "person Florence Caron [députée PLR]", "place Yverdon",
          "person Carmen Petit [syndique d'Yverdon]",
        ]
      ),
      (
        "Le préfet de Cotonou, Modeste Toboula, est venu.",
        ["place Cotonou", "person Modeste Toboula [préfet de Cotonou]"]
      ),
      (
        "Mohamed Ould Cheikh El Ghazouani et Dada Kêfa Sagbo, roi d'Abomey.",
        ["person Mohamed Ould Cheikh El Ghazouani", "person Dada Kêfa Sagbo [roi d'Abomey]", "place Abomey"]
      ),
      (
        "La Plateforme régionale de santé (PRS) et la Société ivoirienne de raffinage (SIR).",
        [
          "organization Plateforme régionale de santé", "organization PRS",
          "organization Société ivoirienne de raffinage", "organization SIR",
        ]
      ),
      ("Le Produit intérieur brut (PIB) a crû.", []),
      (
        "L'Union économique et monétaire ouest-africaine (UEMOA) et la Sonatel.",
        ["organization Union économique et monétaire ouest-africaine", "organization UEMOA", "organization Sonatel"]
      ),
    ])
  func countries(_ text: String, _ wanted: [String]) {
    #expect(Set(NameFixture.names(text)) == Set(wanted))
  }

  @Test(
    "Courts and administration",
    arguments: [
      (
        "M. A... B..., représenté par Me Morel, et Mme [T] [L] demandent l'annulation.",
        ["person A... B... [M.]", "person Morel [Me]", "person [T] [L] [Mme]"]
      ),
      ("M. Karim B., 32 ans, est entendu.", ["person Karim B [M.]"]),
      (
        "MM. Bernard, Caron et Delmas, Mmes Faure et Garcia.",
        [
          "person Bernard [MM.]", "person Caron [MM.]", "person Delmas [MM.]", "person Faure [Mmes]",
          "person Garcia [Mmes]",
        ]
      ),
      (
        "La chambre criminelle de la Cour de cassation et le CHU de Bordeaux.",
        ["organization Cour de cassation", "organization CHU de Bordeaux", "place Bordeaux"]
      ),
      (
        "La SCP Delorme et Lachaud, la SARL Les Jardins de Provence et la SCI Les Tilleuls.",
        [
          "organization SCP Delorme et Lachaud", "organization SARL Les Jardins de Provence",
          "organization SCI Les Tilleuls",
        ]
      ),
      (
        "La Commission de régulation de l'énergie (CRE) et l'Institut romand de musicologie (IRM) publient.",
        [
          "organization Commission de régulation de l'énergie", "organization CRE",
          "organization Institut romand de musicologie", "organization IRM",
        ]
      ),
      ("Une IRM et la richesse nationale (PIB).", []),
      ("Le procureur de la République de Nanterre est venu.", ["place Nanterre"]),
    ])
  func courts(_ text: String, _ wanted: [String]) {
    #expect(Set(NameFixture.names(text)) == Set(wanted))
  }

  @Test(
    "Novels and history",
    arguments: [
      (
        "M. de Rochefide salua Mme du Plessis, la marquise d'Espard et le général de Gaulle.",
        [
          "person de Rochefide [M.]", "person du Plessis [Mme]", "person d'Espard [marquise]",
          "person de Gaulle [général]",
        ]
      ),
      (
        "La baronne de Macumer parut avec le marquis de La Mole.",
        ["person de Macumer [baronne]", "person de La Mole [marquis]"]
      ),
      ("Rastignac monta l'escalier. Vautrin l'attendait.", ["person Rastignac", "person Vautrin"]),
      ("La vieille Sandoux grognait ; c'est Charvin qui parlait.", ["person Sandoux", "person Charvin"]),
      ("Les frères Lumière et les époux Curie.", ["person Lumière", "person Curie"]),
      (
        "Rose et Paul Morel, Philippe le Bel et Chosroès II.",
        ["person Rose", "person Paul Morel", "person Philippe le Bel", "person Chosroès II"]
      ),
      (
        "Ils lisent Voltaire, Diderot et d'Alembert, le tsar Nicolas II et lord Halifax.",
        ["person Voltaire", "person Diderot", "person d'Alembert", "person Nicolas II [tsar]", "person Halifax [lord]"]
      ),
      ("Guillaume de Machaut et Napoléon Ier.", ["person Guillaume de Machaut", "person Napoléon Ier"]),
      ("Le capitaine du navire et le roi de carreau sont là.", []),
    ])
  func novels(_ text: String, _ wanted: [String]) {
    #expect(Set(NameFixture.names(text)) == Set(wanted))
  }

  @Test("A user's lists: people.tsv, and more organisations")
  func userLists() throws {
    let text = "Zorglub Bax a quitté Xylo Prod ; zorglub bax non."
    let grammar = try FrenchGrammar(user: [
      RuleSource(name: "people.tsv", utf8: Array("# list person\nZorglub Bax\n".utf8)),
      RuleSource(name: "more.tsv", utf8: Array("# list organization +\nXylo Prod\t0\n".utf8)),
    ])
    #expect(NameFixture.names(text, by: grammar) == ["person Zorglub Bax", "organization Xylo Prod"])
    #expect(!NameFixture.names(text).contains("organization Xylo Prod"))
  }

  @Test(
    "Capitals throughout, and a town that opens the piece",
    arguments: [
      (
        "LE PRÉSIDENT EMMANUEL CARON REÇOIT LE ROI PHILIPPE À VERVIERS",
        ["person EMMANUEL CARON [PRÉSIDENT]", "person PHILIPPE [ROI]", "place VERVIERS"]
      ),
      ("MORT DE L'ACTEUR MICHEL BLANC", ["person MICHEL BLANC [ACTEUR]"]),
      ("L'ARRÊTÉ DU PRÉFET DE L'ISÈRE", ["place ISÈRE"]),
      ("ROANNE – La piscine rouvre lundi.", ["place ROANNE"]),
      ("ALERTE – Le vent se lève.", []),
      ("LES ÉLUS EN TÊTE", []),
    ])
  func capitals(_ text: String, _ wanted: [String]) {
    #expect(Set(NameFixture.names(text)) == Set(wanted))
  }

  @Test(
    "Things called after people and places, and quoted works",
    arguments: [
      ("Le porte-avions Charles-de-Gaulle est parti. Le Charles-de-Gaulle est loin.", []),
      ("Elle a joué dans « Thérèse Desqueyroux » et lu « Madame Bovary ».", []),
      ("Le film « Germinal », la loi Veil, le prix Louis-Delluc, le vaccin Pfizer.", []),
      ("Ils iront au marché de Noël d'Épinal.", ["event marché de Noël d'Épinal", "place Épinal"]),
      ("La chapelle Sainte Agathe est ouverte.", ["place chapelle Sainte Agathe"]),
      (
        "Après Dijon, Nancy et Metz, la tournée ira à Sète.",
        ["place Dijon", "place Nancy", "place Metz", "place Sète"]
      ),
      ("La guerre en Syrie et un meeting de campagne.", ["place Syrie"]),
      (
        "L'Euro 2016, la Ligue des champions féminine et la bataille de Valmy.",
        ["event Euro 2016", "event Ligue des champions féminine", "event bataille de Valmy"]
      ),
      ("L'église Saint-Roch est ouverte.", ["place église Saint-Roch"]),
      (
        "Il vit au Havre, elle vient du Mans, ils partent aux Herbiers.",
        ["place Havre", "place Mans", "place Herbiers"]
      ),
      (
        "Plusieurs communes, telles que Craponne, Le Bugey et Xylou, sont touchées.",
        ["place Craponne", "place Le Bugey", "place Xylou"]
      ),
    ])
  func things(_ text: String, _ wanted: [String]) {
    #expect(Set(NameFixture.names(text)) == Set(wanted))
  }
}
