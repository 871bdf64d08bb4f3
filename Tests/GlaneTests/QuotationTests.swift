import Testing

@testable import Glane

/// `speaker: words [cue]` for each quotation, `?` where nobody is named.
func quotations(_ text: String) -> [String] {
  let analysis = QuotationTests.extractor.extract(text)
  return analysis.quotations.map { q in
    "\(q.speaker.map { analysis[$0].name } ?? "?"): \(q.text)"
      + (q.cue.map { " [\(analysis.source.string($0))]" } ?? "")
  }
}

@Suite struct QuotationTests {
  fileprivate static let extractor = Extractor()

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

  @Test(arguments: [
    // An incise proves a turn; what is spoken ends before it, or behind what goes on after it.
    ("— Je rentre, dit Paul Martin.", ["Paul Martin: Je rentre [dit]"]),
    ("— Je rentre, dit Paul Martin, il est tard.", ["Paul Martin: Je rentre, dit Paul Martin, il est tard. [dit]"]),
    ("– Il pleut, fit-elle en ouvrant la porte.", ["?: Il pleut [fit-elle]"]),
    ("- Il pleut, répondit le facteur en posant son sac.", ["?: Il pleut [répondit]"]),
    ("-- Il pleut, dit le facteur.", ["?: Il pleut [dit]"]),
    ("— Vous partez ? demanda Claire Dubois.", ["Claire Dubois: Vous partez ? [demanda]"]),
    (
      "— Il pleut, dit brusquement l'aubergiste ; tu vas te mouiller.",
      ["?: Il pleut, dit brusquement l'aubergiste ; tu vas te mouiller. [dit]"]
    ),
    ("— Il pleut, dit l'aubergiste ; puis il referma la porte.", ["?: Il pleut [dit]"]),
    ("— Il pleut ! cria l'aubergiste. Et il referma la porte.", ["?: Il pleut ! [cria]"]),
    ("— Il pleut, dit l'aubergiste. Tu devrais rester.", ["?: Il pleut, dit l'aubergiste. Tu devrais rester. [dit]"]),
    (
      "— Il pleut, dit l’aubergiste, en refermant la porte, et le chemin est long.",
      ["?: Il pleut, dit l’aubergiste, en refermant la porte, et le chemin est long. [dit]"]
    ),
    // An exchange proves itself.
    ("— Tu viens ?\n— Non.\n— Tant pis pour toi !", ["?: Tu viens ?", "?: Non.", "?: Tant pis pour toi !"]),
    ("Il demanda :\n— Tu viens ?\nElle sortit.", ["?: Tu viens ?"]),
    ("Il se tourna vers elle et demanda : — Tu viens ? Elle haussa les épaules.", ["?: Tu viens ?"]),
    ("Il demanda : — Tu viens ? — Jamais. — Et demain ?", ["?: Tu viens ?", "?: Jamais.", "?: Et demain ?"]),
    // Marks that hold a whole dialogue, and marks inside a turn.
    (
      "« Tu viens ?\n— Non, dit Paul Martin.\n— Tant pis. »",
      ["?: Tu viens ?", "Paul Martin: Non [dit]", "?: Tant pis."]
    ),
    ("— Il a dit « jamais », répondit Paul Martin.", ["Paul Martin: Il a dit « jamais » [répondit]"]),
    // A paragraph cut at a margin goes on over its lines.
    (
      "— Je crois, dit Paul Martin,\nque nous aurons\nde la pluie\navant ce\nsoir.\n\nIl sortit.",
      ["Paul Martin: Je crois, dit Paul Martin,\nque nous aurons\nde la pluie\navant ce\nsoir. [dit]"]
    ),
  ])
  func dialogue(_ text: String, _ expected: [String]) {
    #expect(quotations(text) == expected)
  }

  /// Lists, captions, signatures, parentheses between dashes, minus signs.
  @Test(arguments: [
    "Le menu :\n— salade ;\n— poulet ;\n— fromage.",
    "Le gouvernement a annoncé :\n– Une hausse des salaires.\n– Un gel des loyers.\n– Une baisse de la TVA.",
    "Pensez à apporter :\n- Votre carte d'identité.\n- Vos bulletins de salaire.",
    "- Vérifiez votre courrier.\n- Fermez vos volets.",
    "– Photo AFP",
    "Ce n'est pas rien.\n\n— Victor Hugo",
    "Le maire — je le connais bien — viendra demain.",
    "Paris. — Le ministre reçoit mardi les syndicats.",
    "Tennis. — La finale est remise.\nRugby. — Le match est arrêté.",
    "Températures :\n-5 °C à Lyon\n-2 °C à Nice",
    "Ordre du jour\n– Budget : qui paie ?\n– Travaux de la mairie.\n– Questions diverses.",
  ])
  func dashesThatOpenNoSpeech(_ text: String) {
    #expect(quotations(text) == [])
  }
}
