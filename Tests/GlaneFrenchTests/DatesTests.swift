import Foundation
import GlanePatterns
import GlaneText
import GlaneTime
import Testing

@testable import GlaneFrench

private let grammar = Result { try FrenchGrammar() }

/// The mentions of a text, resolved in order.
private func read(
  _ text: String, _ reference: String? = nil, _ direction: TimeContext.Direction? = nil
) throws -> [(text: String, resolved: ResolvedTime)] {
  let reading = try grammar.get().read(Tokenizer().tokenize(text))
  let mentions = reading.dates.mentions(reading.chart)
  let resolved = DateReader.resolve(
    mentions, in: reading.chart, reference: reference.flatMap { LocalDateTime($0) }, direction: direction)
  return zip(mentions, resolved).map { (reading.chart.text.string($0.span), $1) }
}

private func values(_ text: String, _ reference: String? = nil, _ direction: TimeContext.Direction? = nil) throws
  -> [String]
{
  try read(text, reference, direction).map { $0.resolved.value ?? "-" }
}

@Suite struct DatesTests {
  @Test(arguments: [
    // Both apostrophes, capitals with and without accents, no-break spaces, decomposed letters.
    ("Il part l'an prochain.", "l'an prochain", "2025"), ("Il part l’an prochain.", "l’an prochain", "2025"),
    ("LE 1ER FÉVRIER 2024", "LE 1ER FÉVRIER 2024", "2024-02-01"),
    ("le 1er FEVRIER 2024", "le 1er FEVRIER 2024", "2024-02-01"),
    ("A 20 h, il sort", "A 20 h", "2024-02-12T20:00"),
    ("à 14\u{202F}h\u{A0}30 il sort", "à 14\u{202F}h\u{A0}30", "2024-02-12T14:30"),
    ("le 3 fe\u{301}vrier 2024", "le 3 fe\u{301}vrier 2024", "2024-02-03"),
    // Switzerland, Belgium, Québec, Africa.
    ("en mil neuf cent nonante-huit", "en mil neuf cent nonante-huit", "1998"),
    ("les années septante", "les années septante", "197"),
    ("la fin de semaine prochaine", "la fin de semaine prochaine", "2024-W08-WE"),
    // Ranges that share their month or year.
    ("du 8 au 10 février 2024", "du 8 au 10 février 2024", "2024-02-08/2024-02-10"),
    ("du 30 décembre 2023 au 2 janvier", "du 30 décembre 2023 au 2 janvier", "2023-12-30/2024-01-02"),
    ("dimanche 9 et lundi 10 juin", "dimanche 9 et lundi 10 juin", "2024-06-09/2024-06-10"),
    ("de mars à mai 2023", "de mars à mai 2023", "2023-03/2023-05"),
    ("la guerre de 1914-1918", "1914-1918", "1914/1918"),
    ("Ouvert de 9 h à 17 h.", "de 9 h à 17 h", "2024-02-12T09:00/2024-02-12T17:00"),
    ("dans la nuit de lundi à mardi", "dans la nuit de lundi à mardi", "2024-02-12TNI"),
    ("dans la nuit du 30 avril au 1er mai 2023", "dans la nuit du 30 avril au 1er mai 2023", "2023-04-30TNI"),
    // Open sides.
    ("depuis 2018", "depuis 2018", "2018/.."), ("d'ici à 2027", "d'ici à 2027", "../2027"),
    ("jusqu'au 2 juin 2024", "jusqu'au 2 juin 2024", "../2024-06-02"),
    // Parts, halves, quarters, weeks.
    ("au premier semestre 2023", "au premier semestre 2023", "2023-H1"),
    ("la semaine du 12 juin 2024", "la semaine du 12 juin 2024", "2024-W24"),
    ("le dernier vendredi de mars 2024", "le dernier vendredi de mars 2024", "2024-03-29"),
    ("fin 2023", "fin 2023", "2023"), ("à la mi-mars", "à la mi-mars", "2024-03"),
    // Other calendars and old dates.
    ("le 9 thermidor an II", "le 9 thermidor an II", "1794-07-27"), ("en 52 av. J.-C.", "en 52 av. J.-C.", "BC0052"),
    ("au XIXe siècle", "au XIXe siècle", "18"), ("le lundi de Pâques 2024", "le lundi de Pâques 2024", "2024-04-01"),
    // Lengths and turns.
    ("pendant deux ans et demi", "pendant deux ans et demi", "P2.5Y"),
    ("tous les cinq ans", "tous les cinq ans", "P5Y"),
    ("deux fois par semaine", "deux fois par semaine", "P1W"), ("un jour sur deux", "un jour sur deux", "P2D"),
    ("chaque lundi à 16 h", "chaque lundi à 16 h", "XXXX-WXX-1T16"),
    ("chaque lundi de 14 h à 16 h", "chaque lundi de 14 h à 16 h", "XXXX-WXX-1T14/XXXX-WXX-1T16"),
    ("tous les 14 juillet", "tous les 14 juillet", "XXXX-07-14"),
    ("le 15 de chaque mois", "le 15 de chaque mois", "XXXX-XX-15"),
    // Years of their own, and what is left of one.
    ("l'année scolaire 2023-2024", "l'année scolaire 2023-2024", "2023-09/2024-08"),
    ("à la rentrée 2024", "à la rentrée 2024", "2024-09"), ("l'exercice 2023", "l'exercice 2023", "2023"),
    ("l'exercice clos le 31 mars 2024", "l'exercice clos le 31 mars 2024", "2023-04-01/2024-03-31"),
    ("au tournant du siècle", "au tournant du siècle", "20"),
    ("le reste de la semaine", "le reste de la semaine", "2024-02-12/2024-W07"),
    ("le dernier jour du mois", "le dernier jour du mois", "2024-02-29"),
    ("le 20 du mois prochain", "le 20 du mois prochain", "2024-03-20"),
    ("la semaine du 3 au 9 mars", "la semaine du 3 au 9 mars", "2024-03-03/2024-03-09"),
    // Weekdays shortened, halves of the day with spaces, figures from and to.
    ("mer. 3 mai 2023", "mer. 3 mai 2023", "2023-05-03"),
    ("le ven. 1er sept. 2023", "le ven. 1er sept. 2023", "2023-09-01"),
    ("à 7 h 30 p. m.", "à 7 h 30 p. m.", "2024-02-12T19:30"),
    ("du 28/02 - 01/03/2023", "du 28/02 - 01/03/2023", "2023-02-28/2023-03-01"),
    ("le 4 mai 88 p. Chr. n.", "le 4 mai 88 p. Chr. n.", "0088-05-04"),
    // Wars by two figures, decades and months in pairs, halves of a century.
    ("la guerre de 14-18", "14-18", "1914/1918"), ("les années 1990 et 2000", "les années 1990 et 2000", "199/200"),
    ("dans les années 60 et 70", "les années 60 et 70", "196/197"),
    ("en mars-avril 2023", "en mars-avril 2023", "2023-03/2023-04"),
    ("aux XVIIe-XVIIIe siècles", "aux XVIIe-XVIIIe siècles", "16/17"), ("AU XIXE SIECLE", "AU XIXE SIECLE", "18"),
    ("au XVII e siècle", "au XVII e siècle", "16"), ("le ler août 1914", "le ler août 1914", "1914-08-01"),
    ("la seconde moitié du XIXe siècle", "la seconde moitié du XIXe siècle", "18"),
    ("les premiers jours de mars", "les premiers jours de mars", "2024-03"),
    ("les 28 juin et 5 juillet 2019", "les 28 juin et 5 juillet 2019", "2019-06-28/2019-07-05"),
    (
      "dans la nuit du samedi 4 au dimanche 5 mai 2024", "dans la nuit du samedi 4 au dimanche 5 mai 2024",
      "2024-05-04TNI"
    ),
    // Notaries, bailiffs, old letters; the Republic's years and complementary days.
    (
      "L'an deux mille vingt-quatre et le douze février", "L'an deux mille vingt-quatre et le douze février",
      "2024-02-12"
    ),
    ("le 7 xbre 1789", "le 7 xbre 1789", "1789-12-07"), ("le 3 inst.", "le 3 inst.", "2024-02-03"),
    ("le 15 janvier courant", "le 15 janvier courant", "2024-01-15"),
    ("le 18 brumaire de l'an VIII", "le 18 brumaire de l'an VIII", "1799-11-09"),
    ("le 1er jour complémentaire an III", "le 1er jour complémentaire an III", "1795-09-17"),
    ("les soldats de l'an II", "l'an II", "1793-09-22/1794-09-21"),
    // Zones.
    ("à 20 heures, heure de Paris", "à 20 heures, heure de Paris", "2024-02-12T20:00"),
    ("à 19 h 30 (HE)", "à 19 h 30 (HE)", "2024-02-12T19:30"),
    ("à 22 h 34 UTC-5", "à 22 h 34 UTC-5", "2024-02-12T22:34-05:00"),
    ("à 16 heures locales", "à 16 heures locales", "2024-02-12T16:00"),
    // Days that come back from one weekday to another; what is counted by the hour.
    ("Ouvert du lundi au vendredi de 9 h à 17 h.", "du lundi au vendredi de 9 h à 17 h", "XXXX-WXX-1/XXXX-WXX-5"),
    ("toutes les demi-heures", "toutes les demi-heures", "PT0.5H"),
    ("Le musée est fermé le lundi.", "le lundi", "XXXX-WXX-1"), ("Comptez 2 h 30 de marche.", "2 h 30", "PT2H30M"),
    // Of the light, and of feasts in one country.
    ("à l’aube", "à l’aube", "2024-02-12TMO"), ("en pleine nuit", "en pleine nuit", "2024-02-12TNI"),
    ("le Jeûne fédéral", "le Jeûne fédéral", "2024-09-15"),
    ("Noël de l'an dernier", "Noël de l'an dernier", "2023-12-25"),
    ("les attentats du 11-Septembre", "11-Septembre", "2001-09-11"),
    ("à la Saint-Michel", "à la Saint-Michel", "2024-09-29"),
    // What is at hand, with its clitic; what is not before.
    ("ce mois-ci", "ce mois-ci", "2024-02"), ("pas avant le 3 mars", "pas avant le 3 mars", "2024-03-03/.."),
    ("il y a de cela trois ans", "il y a de cela trois ans", "2021"),
    ("Il y a peu, tout allait bien.", "Il y a peu", "PAST_REF"),
    // Feasts of other calendars: computed where a rule gives the day, named where the moon must be seen.
    ("Roch Hachana 2023", "Roch Hachana 2023", "2023-09-16"),
    ("Pâques orthodoxe 2024", "Pâques orthodoxe 2024", "2024-05-05"),
    ("l'Aïd", "l'Aïd", "-"), ("pendant le Ramadan", "pendant le Ramadan", "-"),
    ("la Tabaski 2024", "la Tabaski 2024", "-"),
    ("à la mi-journée", "à la mi-journée", "2024-02-12TMI"),
  ])
  func mention(_ text: String, _ span: String, _ value: String) throws {
    let found = try read(text, "2024-02-12")
    #expect(found.map { "\($0.text) = \($0.resolved.value ?? "-")" } == ["\(span) = \(value)"])
  }

  @Test(arguments: [
    "Mars est une planète rouge.", "Le rover roule sur Mars.", "Le maréchal Juin commandait.", "Mme Août est arrivée.",
    "Il a été élu député.", "La mi-temps fut longue.", "Le score était de 3-1.", "Il a gagné 21 à 19.",
    "Appelez le 01 42 34 56 78.", "La version 2.4.1 est sortie.", "Il a payé 2000 euros.", "L'article 14 de la loi.",
    "Il habite 12 rue de la Paix.", "Une seconde fois, il refuse.", "Environ 2000 soldats.", "Elle a 37 ans.",
    "Un homme de 45 ans.", "Une fillette de 6 ans.", "les moins de 17 ans", "Deux tiers des 2/3 restants.",
    "le 29 février 2023", "le 32 août 2014", "Les trois mousquetaires.", "La chambre 204 est libre.",
    "Louis XIV régnait.",
    "Entre 1500 et 2000 personnes.", "une boîte de nuit", "25:12", "Il viendra un jour.", "La page 1998 manque.", "74",
    "Il aime la mer. 3 bateaux passent.", "entre 1/2-3/4 de litre", "12h12:99s", "en 1984 exemplaires",
    "les vainqueurs de la rentrée atmosphérique", "l'exercice de style", "une note de 12/20", "le printemps arabe",
    "la messe de minuit", "l'article L. 2011-1 du code", "la résolution 1973 du Conseil", "un Mirage 2000",
    "La femme, 42 ans, a été blessée.", "Le conducteur (37 ans) est mort.", "deux jeunes de 16 et 17 ans",
    "Il y a peu de monde.", "une promenade dans l'Aube", "le canal Saint-Martin", "l'acteur Jean-Marie Mars",
    "le Journal du Dimanche",
  ])
  func lookAlike(_ text: String) throws {
    #expect(try read(text, "2024-02-12").map(\.text) == [])
  }

  @Test(arguments: [
    // Said on Tuesday 12 February 2013: the tense of the clause tells which Monday.
    ("Il a reçu le prix lundi.", "2013-02-11"), ("Il recevra le prix lundi.", "2013-02-18"),
    ("Le prix était remis lundi.", "2013-02-11"), ("Le prix sera remis lundi.", "2013-02-18"),
    ("Ils arrivèrent lundi.", "2013-02-11"), ("Il va partir lundi.", "2013-02-18"),
    ("Elle s'est éteinte lundi.", "2013-02-11"),
    ("Il a dit que le vote se tiendrait lundi.", "2013-02-18"), ("La moitié des élèves de lundi.", "2013-02-18"),
    ("La salle sera fermée les 24, 25 et 26 décembre.", "2013-12-24/2013-12-26"),
    ("Le concert du 3 mars a été annulé.", "2013-03-03"), ("le 31 octobre", "2012-10-31"),
    ("Le texte adopté lundi déplaît.", "2013-02-11"), ("Le vote est prévu lundi.", "2013-02-18"),
    ("lundi", "2013-02-18"),
    ("Il a plu jeudi ; il fera beau lundi.", "2013-02-07 2013-02-18"),
    // What an act of the past sets an end to may lie ahead.
    ("Le canton a prolongé les mesures jusqu'à fin juin.", "../2013-06"),
    ("Il a vécu là jusqu'en janvier.", "../2013-01"),
    ("Il a promis une réponse d'ici à vendredi.", "../2013-02-15"),
    // The start of a month that is over is the next one's, unless it is told.
    ("On se voit en début de mois.", "2013-03"), ("Il est venu en début de mois.", "2013-02"),
  ])
  func tense(_ text: String, _ expected: String) throws {
    #expect(try values(text, "2013-02-12").joined(separator: " ") == expected)
  }

  @Test func directionCanBeChosen() throws {
    #expect(try values("lundi", "2013-02-12", .past) == ["2013-02-11"])
    #expect(try values("lundi", "2013-02-12", .future) == ["2013-02-18"])
    #expect(try values("lundi", "2013-02-12", .nearest) == ["2013-02-11"])
  }

  @Test func anaphoraFollowTheText() throws {
    let text =
      "Le 3 août 1914, l'Allemagne déclara la guerre. Le lendemain, elle entra en Belgique. Trois ans plus tard, tout changea."
    #expect(try values(text, "2024-02-12") == ["1914-08-03", "1914-08-04", "1917"])
    #expect(try values(text) == ["1914-08-03", "1914-08-04", "1917"])
    let clock = "La réunion se tiendra jeudi 7 mars. À 14 h, les portes ouvriront."
    #expect(try values(clock, "2024-02-12") == ["2024-03-07", "2024-03-07T14:00"])
  }

  @Test func sameMonthAndVeryDay() throws {
    #expect(
      try values("Il arriva le 3 mai 2010. Le 12 du même mois, il repartit. Le soir même, il mourut.", "2024-02-12")
        == ["2010-05-03", "2010-05-12", "2010-05-12TEV"])
    #expect(
      try values("Il arriva le 3 mai 2010. Le 12 du mois suivant, il repartit.", "2024-02-12")
        == ["2010-05-03", "2010-06-12"])
    #expect(try values("Il vint le 3 mai 2010. À cette date, rien.", "2024-02-12") == ["2010-05-03", "2010-05-03"])
  }

  @Test func aRuleMayFillAnyArgument() throws {
    // A number that no figures with a sign made names none of them: the match gives nothing, and nothing traps.
    let rules = RuleSource(
      name: "odd.rules",
      text: """
        stage date-atoms

        list odd
          zut => 4000

        rule odd
          match  span:@odd
          make   range(span, open: years)
          yes    [zut] =>
          no     rien
        """)
    let grammar = try FrenchGrammar(user: [rules], scope: .dates)
    #expect(!grammar.checkExamples(file: "odd.rules").isEmpty)
  }

  @Test func daysCountFromDays() throws {
    // A half-year has no eve; a day named before it has.
    #expect(try values("Au premier semestre 2025, tout va. La veille, rien.", "2024-02-12") == ["2025-H1", "-"])
    #expect(
      try values("Il est parti le 3 mai 2023. En juin 2023, il revint. Le lendemain, il repartit.", "2024-02-12")
        == ["2023-05-03", "2023-06", "2023-05-04"])
    #expect(try values("La veille, rien.", "2024-02-12") == ["2024-02-11"])
  }

  @Test func hoursAfterMidnightAreTheNextDays() throws {
    #expect(
      try values("Dans la nuit du 11 au 12 février 2024, peu avant 3 heures du matin, il fuit.", "2024-02-14")
        == ["2024-02-11TNI", "../2024-02-12T03:00"])
    #expect(
      try values("Dans la nuit du 11 au 12 février 2024, vers 23 heures, il fuit.", "2024-02-14")
        == ["2024-02-11TNI", "2024-02-11T23:00"])
  }

  @Test func partsOfTheDayTakeTheirDay() throws {
    // Of the reference where nothing else is said, of the last day named, else of any.
    #expect(try values("en fin de matinée", "2024-02-12") == ["2024-02-12TMO"])
    #expect(try values("Il travaille le matin.", "2024-02-12") == ["TMO"])
    #expect(try values("Il est venu hier. Le matin, il pleuvait.", "2024-02-12") == ["2024-02-11", "2024-02-11TMO"])
    #expect(try values("On se voit ce soir.", "2024-02-12") == ["2024-02-12TEV"])
  }

  @Test(arguments: [
    ("Du 8 au 10 février 2024", ["8 2024-02-08 DATE", "10 février 2024 2024-02-10 DATE"]),
    ("mardi vers 21 h 45", ["mardi 2024-02-13 DATE", "21 h 45 2024-02-13T21:45 TIME"]),
    ("hier en début d'après-midi", ["hier en début d'après-midi 2024-02-11TAF TIME"]),
    ("depuis 1999", ["1999 1999 DATE"]), ("Il y a quelques mois", ["quelques mois PXM DURATION"]),
    ("au début des années 60", ["début des années 60 196 DATE"]), ("par semestre", ["semestre P6M SET"]),
    ("la saison 2002/2003", ["2002 2002 DATE", "2003 2003 DATE"]),
    ("à compter du 1er septembre prochain", ["1er septembre prochain 2024-09-01 DATE"]),
  ])
  func timex3(_ text: String, _ expected: [String]) throws {
    let utf8 = Array(text.utf8)
    let elements = try read(text, "2024-02-12").flatMap(\.resolved.timex3)
    #expect(
      elements.map { t in
        "\(String(decoding: utf8[(t.start ?? 0)..<(t.end ?? utf8.count)], as: UTF8.self)) \(t.value) \(t.type.rawValue)"
      } == expected)
  }

  @Test func modifiersStayQualifiers() throws {
    let found = try read("fin septembre 2000, vers 1890, il y a presque dix ans, plus de vingt ans", "2024-02-12")
    #expect(found.map { $0.resolved.timex3.first?.mod ?? "-" } == ["END", "APPROX", "LESS_THAN", "MORE_THAN"])
    #expect(found.map { $0.resolved.edtf ?? "-" } == ["-", "1890~", "2014~", "-"])
  }

  @Test func manyDatesInOneSentence() throws {
    let one = "le 8 mai 1945"
    let text = Array(repeating: one, count: 10_000).joined(separator: ", ")
    #expect(try read(text, "2024-02-12").count == 10_000)
    #expect(try read(String(repeating: "le 1 ", count: 10_000), "2024-02-12").count <= 10_000)
    #expect(try read(String(repeating: "1 - ", count: 5_000), "2024-02-12").count <= 5_000)
  }

  @Test func anyBytesAreRead() throws {
    for bytes in [
      [0xFF, 0x31, 0x32, 0x20, 0x6D, 0x61, 0x69], [0x31, 0x32, 0x68], [0x39, 0x39, 0x2F], [0x2D, 0x31], [0x31, 0xC2],
    ] as [[UInt8]] {
      let reading = try grammar.get().read(Tokenizer().tokenize(bytes))
      _ = DateReader.resolve(
        reading.dates.mentions(reading.chart), in: reading.chart, reference: LocalDateTime("2024-02-12"))
    }
    #expect(try values("dans 999999 ans", "2024-02-12") == ["-"])
  }
}

/// The rules that the article “Writing a rule” shows load, and their examples hold.
@Test func rulesOfTheArticleHold() throws {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  let text = try String(contentsOfFile: root + "/Sources/Glane/Glane.docc/WritingARule.md", encoding: .utf8)
  let blocks = text.components(separatedBy: "```rules\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  #expect(blocks.count == 2)
  let grammar = try FrenchGrammar(user: blocks.enumerated().map { RuleSource(name: "article-\($0).rules", text: $1) })
  #expect(blocks.indices.flatMap { grammar.checkExamples(file: "article-\($0).rules") } == [])
}

@Suite struct NumberTests {
  @Test(arguments: [
    ("I", 1), ("IV", 4), ("IX", 9), ("XIX", 19), ("XL", 40), ("XC", 90), ("CD", 400), ("MCMXCIX", 1999),
    ("MMMCMXCIX", 3999),
  ])
  func romanNumerals(_ text: String, _ value: Int) { #expect(NumberReader.roman(Array(text.utf8)) == value) }

  @Test(arguments: ["", "IIII", "VV", "IC", "XM", "IIX", "VX", "ABC", "iv"])
  func notRomanNumerals(_ text: String) { #expect(NumberReader.roman(Array(text.utf8)) == nil) }

  @Test func numberNamesAreComplete() {
    let values = Set(NumberWords.belowHundred.map(\.value))
    #expect(values == Set(0...99))
    #expect(Set(NumberWords.belowHundred.map(\.name)).count == NumberWords.belowHundred.count)
    for (name, value) in [
      ("quatre-vingt-dix-neuf", 99), ("nonante-neuf", 99), ("huitante et un", 81), ("soixante et onze", 71),
      ("vingt quatre", 24),
    ] {
      #expect(NumberWords.belowHundred.contains { $0.name == name && $0.value == value })
    }
  }
}
