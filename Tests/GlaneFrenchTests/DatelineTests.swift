import GlaneText
import GlaneTime
import Testing

@testable import GlaneFrench

private let grammar = Result { try FrenchGrammar() }

private func dateline(_ text: String) throws -> String? {
  let reading = try grammar.get().read(Tokenizer().tokenize(text))
  return DateReader.dateline(of: reading.dates.mentions(reading.chart), in: reading.chart)?.description
}

@Suite struct DatelineTests {
  @Test(arguments: [
    ("PARIS, 3 mars 2017 (AFP) — Le maire est parti hier.", "2017-03-03"),
    ("Inondations à Vire\n\n1er janvier 2016. –\nLa rivière est montée mardi.", "2016-01-01"),
    ("Titre\nSous-titre\n12 mai 2019, 14 h 30. – Il part.", "2019-05-12T14:30:00"),
    ("Publié le 3 mars 2017 à 14 h\nIl part demain.", "2017-03-03T14:00:00"),
    ("Publié le 03/03/2017 à 14:05 par Jeanne Roux\nIl part demain.", "2017-03-03T14:05:00"),
    ("Mis à jour le 4 mars 2017\nIl part demain.", "2017-03-04"),
    ("Lomé, le 12 février 2024 –\u{A0}La délégation est repartie.", "2024-02-12"),
    ("SAINT-DENIS (La Réunion), lundi 5 juin 2023 — Il part.", "2023-06-05"),
    ("Montréal, le 8 avril 2024\nMadame,\nJe pars demain.", "2024-04-08"),
    ("14 avril 2021\nIl part demain.", "2021-04-14"),
    ("Le 3 mars 2017\nMonsieur,", "2017-03-03"),
  ])
  func found(_ text: String, _ date: String) throws { #expect(try dateline(text) == date) }

  @Test(arguments: [
    // A sentence that starts with a date; a date without its year; one that stands too low, or in a line of text.
    "Le 3 mars 2017, Jeanne Roux – maire de Vire – est partie.", "Le 3 mars 2017, elle est partie.",
    "PARIS, 3 mars (AFP) — Il part.", "Un\ndeux\ntrois\nquatre\n3 mars 2017. – Il part.",
    "Elle est née à Vire le 3 mars 2017.", "Vire, où elle est née le 3 mars 2017 –", "En mars 2017 – il part.",
    "Publié le 3 mars 2017 chez un éditeur de Vire, ce livre plaît.", "Le roman, 3 mars 2017 –", "",
  ])
  func none(_ text: String) throws { #expect(try dateline(text) == nil) }
}
