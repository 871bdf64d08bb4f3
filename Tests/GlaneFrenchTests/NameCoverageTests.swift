import Testing

@testable import GlaneFrench

/// Names as France, Belgium, Switzerland, Québec and Africa write them: what a rule or a list of the house must find, and
/// what looks like it and is none.
@Suite struct NameCoverageTests {
  @Test(
    "Newspapers and parties whose article is contracted",
    arguments: [
      (
        "Le candidat des Républicains a parlé au Monde.",
        ["organization Républicains", "organization Monde"] as [String]
      ),
      (
        "Une journaliste du Figaro et un chroniqueur des Échos se sont opposés.",
        ["organization Figaro", "organization Échos"] as [String]
      ),
      (
        "Il fait le tour du Monde et le tiers du temps passe.",
        [] as [String]
      ),
    ])
  func coverage1(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Letters that are read as a word, and letters that name no body",
    arguments: [
      (
        "La Nasa, le Medef, l’Unesco et la Cedeao ont réagi.",
        ["organization Nasa", "organization Medef", "organization Unesco", "organization Cedeao"] as [String]
      ),
      (
        "Les CRS, les TPE, les VTC et un DVD.",
        [] as [String]
      ),
    ])
  func coverage2(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Inclusive writing",
    arguments: [
      (
        "Les député·es Anne Petit et Luc Caron ont voté.",
        ["person Anne Petit [député·es]", "person Luc Caron [député·es]"] as [String]
      ),
      (
        "La président·e de l’UNEF, Anne Petit, a parlé.",
        ["organization UNEF", "person Anne Petit [président·e de l’UNEF]"] as [String]
      ),
      (
        "Le·la directeur·rice général·e de la SNCF, Luc Caron, a parlé.",
        ["organization SNCF", "person Luc Caron [directeur·rice général·e de la SNCF]"] as [String]
      ),
      (
        "Les conseillers-ères Anne Petit et Luc Caron.",
        ["person Anne Petit [conseillers-ères]", "person Luc Caron [conseillers-ères]"] as [String]
      ),
      (
        "Les élu(e)s Anne Petit et Luc Caron.",
        ["person Anne Petit [élu(e)s]", "person Luc Caron [élu(e)s]"] as [String]
      ),
    ])
  func coverage3(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Surnames in capitals with their particles, religious names, epithets",
    arguments: [
      (
        "Jean-Pierre DE LA FONTAINE est partie civile.",
        ["person Jean-Pierre DE LA FONTAINE"] as [String]
      ),
      (
        "M. Marc VAN DER MEER est là.",
        ["person Marc VAN DER MEER [M.]"] as [String]
      ),
      (
        "Sœur Marie-Thérèse de l’Enfant-Jésus prie.",
        ["person Marie-Thérèse de l’Enfant-Jésus [Sœur]"] as [String]
      ),
      (
        "Philippe IV, dit le Bel, régna.",
        ["person Philippe IV"] as [String]
      ),
      (
        "Jean sans Terre succéda à Richard Cœur de Lion.",
        ["person Jean sans Terre", "person Richard Cœur de Lion"] as [String]
      ),
      (
        "M. Drouyn de Lhuys et l’amiral Rigault de Genouilly.",
        ["person Drouyn de Lhuys [M.]", "person Rigault de Genouilly [amiral]"] as [String]
      ),
      (
        "Le Dr Dupont de Lyon est arrivé.",
        ["person Dupont [Dr]", "place Lyon"] as [String]
      ),
      (
        "Ibn Khaldoun est né à Tunis.",
        ["person Ibn Khaldoun", "place Tunis"] as [String]
      ),
      (
        "Wout van Aert a gagné devant Wayde van Niekerk.",
        ["person Wout van Aert", "person Wayde van Niekerk"] as [String]
      ),
      (
        "Un nommé Bidegain a parlé.",
        ["person Bidegain"] as [String]
      ),
    ])
  func coverage4(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "An office shared by nations",
    arguments: [
      (
        "Les présidents malien, Assimi Keïta, burkinabè, Ibrahim Sow, et nigérien, Amadou Tiani, sont là.",
        [
          "person Assimi Keïta [président malien]", "person Ibrahim Sow [président burkinabè]",
          "person Amadou Tiani [président nigérien]",
        ] as [String]
      )
    ])
  func coverage5(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Roads and sides",
    arguments: [
      (
        "Un accident sur la RN 79, la D906 et l’A7.",
        ["place RN 79", "place D906", "place A7"] as [String]
      ),
      (
        "En Méditerranée orientale et en Afrique subsaharienne.",
        ["place Méditerranée orientale", "place Afrique subsaharienne"] as [String]
      ),
      (
        "Dans le Nord de la France, dans l’Ouest des États-Unis, dans le Nord.",
        ["place France", "place États-Unis", "place Nord"] as [String]
      ),
    ])
  func coverage6(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Towns that are words",
    arguments: [
      (
        "Valence, préfecture de la Drôme, grandit.",
        ["place Valence", "place Drôme"] as [String]
      ),
      (
        "Sens est une ville de l’Yonne.",
        ["place Sens", "place Yonne"] as [String]
      ),
      (
        "M. Valence et Mme Orange sont à Orange.",
        ["person Valence [M.]", "person Orange [Mme]", "place Orange"] as [String]
      ),
    ])
  func coverage7(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "One of several is no name",
    arguments: [
      (
        "Dans un hôpital de Rome et une rue de Paris.",
        ["place Rome", "place Paris"] as [String]
      ),
      (
        "Le gouvernement du Burundi a répondu.",
        ["place Burundi"] as [String]
      ),
      (
        "Deux Gilets jaunes et une dizaine de gilets jaunes ont parlé. Les Gilets jaunes ont défilé.",
        ["organization Gilets jaunes"] as [String]
      ),
    ])
  func coverage8(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Headings in capitals",
    arguments: [
      (
        "NOUVELLES LOCALES. La séance est ouverte.",
        [] as [String]
      ),
      (
        "MICHEL DUBOIS EST MORT. La séance est ouverte.",
        ["person MICHEL DUBOIS"] as [String]
      ),
      (
        "La CGT, FO et la CFDT ont signé.",
        ["organization CGT", "organization FO", "organization CFDT"] as [String]
      ),
    ])
  func coverage9(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Bodies and what the verb begins",
    arguments: [
      (
        "L’université de Lomé ferme ses portes.",
        ["organization université de Lomé", "place Lomé"] as [String]
      ),
      (
        "Le Parti pour la liberté et la justice a gagné.",
        ["organization Parti pour la liberté et la justice"] as [String]
      ),
      (
        "La Régie de l’assurance maladie du Québec paiera.",
        ["organization Régie de l’assurance maladie du Québec", "place Québec"] as [String]
      ),
      (
        "La Mission de l’Union africaine en Somalie est finie.",
        ["organization Mission de l’Union africaine en Somalie", "place Somalie"] as [String]
      ),
      (
        "Le parquet national antiterroriste (PNAT) enquête.",
        ["organization parquet national antiterroriste", "organization PNAT"] as [String]
      ),
      (
        "Les armées de Saddam Hussein ont fui.",
        ["person Saddam Hussein"] as [String]
      ),
      (
        "Le Syndicat national des enseignants a protesté.",
        ["organization Syndicat national des enseignants"] as [String]
      ),
      (
        "Le tribunal de Poitiers (Vienne) a jugé.",
        ["organization tribunal de Poitiers", "place Poitiers", "place Vienne"] as [String]
      ),
    ])
  func coverage10(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Formulas of decrees",
    arguments: [
      (
        "Le préfet de l’Isère, Vu le code général, ARRÊTE : M. Luc PETIT est nommé.",
        ["place Isère", "person Luc PETIT [M.]"] as [String]
      )
    ])
  func coverage11(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Called after people",
    arguments: [
      (
        "L’aéroport Napoléon Bonaparte et l’école Jules Ferry sont fermés.",
        ["organization Napoléon Bonaparte", "organization Jules Ferry"] as [String]
      ),
      (
        "Le groupe Jean Lefebvre a construit le stade Paul Lignon.",
        ["organization Jean Lefebvre", "place stade Paul Lignon"] as [String]
      ),
      (
        "Le journal Le Monde et le directeur Paul Caron.",
        ["organization Le Monde", "person Paul Caron [directeur]"] as [String]
      ),
    ])
  func coverage12(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Adjectives that are no office, infinitives that are no complement",
    arguments: [
      (
        "Dans la revue scientifique Nature, Paul Caron a écrit.",
        ["organization Nature", "person Paul Caron"] as [String]
      ),
      (
        "La Cour pénale internationale a promis de juger et d’aller plus loin.",
        ["organization Cour pénale internationale"] as [String]
      ),
    ])
  func coverage13(text: String, wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }
}
