import Testing

@testable import GlaneFrench

/// Whom an office belongs to, where a body, a place or a verb stands between.
@Suite struct HolderTests {
  @Test(
    "A body without a name of its own leaves the name to its holder",
    arguments: [
      ("Le président de la république Paul Caron est là.", ["person Paul Caron [président de la république]"]),
      ("La présidente de la région Anne Petit est là.", ["person Anne Petit [présidente de la région]"]),
      (
        "Le capitaine des Bleus, Paul Caron, est là.",
        ["organization Bleus", "person Paul Caron [capitaine des Bleus]"]
      ),
      ("Le roi des Belges, Paul Caron, est là.", ["person Paul Caron [roi des Belges]"]),
      ("Le conseiller de Tours Paul Caron est là.", ["place Tours", "person Paul Caron [conseiller de Tours]"]),
      ("Le maire de la ville Luc Morel est là.", ["person Luc Morel [maire de la ville]"]),
      ("Le chef d'orchestre Paul Caron est là.", ["person Paul Caron [chef d'orchestre]"]),
      ("Le procureur du roi Paul Caron est là.", ["person Paul Caron [procureur du roi]"]),
      ("Il étudie au lycée Jules-Ferry.", ["organization lycée Jules-Ferry"]),
    ])
  func bodies(_ text: String, _ wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "What begins a clause is no apposition",
    arguments: [
      (
        "Selon le procureur, Paul Caron, le suspect a fui.",
        ["person Paul Caron [procureur]"]
      ),
      ("Pour Paul Caron, le ministre « se trompe ».", ["person Paul Caron"]),
      ("Le Sénat a élu Anne Petit.", ["organization Sénat", "person Anne Petit"]),
      ("Paul Caron, le ministre, a parlé.", ["person Paul Caron [ministre]"]),
      ("Paul Caron, l'auteur présumé, a fui.", ["person Paul Caron [auteur]"]),
    ])
  func clauses(_ text: String, _ wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }

  @Test(
    "Short titles, surnames that are words, particles",
    arguments: [
      ("La secrétaire d'État Brévent est là.", ["person Brévent [secrétaire d'État]"]),
      ("Mme Caron, née Petit, aubergiste, est là.", ["person Caron [Mme | aubergiste]", "person Petit"]),
      ("Il est mort à Brévent Parc.", ["place Brévent Parc"]),
      ("Il vit à Brévent Parc, dans le Jura.", ["place Brévent Parc", "place Jura"]),
      ("Le Suisse Stan Brévent gagne.", ["person Stan Brévent"]),
      ("Le roi Salmane d'Arabie saoudite est là.", ["person Salmane [roi]", "place Arabie saoudite"]),
      ("L'imam Karim Bennani prie.", ["person Karim Bennani [imam]"]),
      ("Nahel M. a été vu. Il dit à Paul M. Caron est là.", ["person Nahel M.", "person Paul M. Caron"]),
      ("M. Blanc et Mme Noir sont là.", ["person Blanc [M.]", "person Noir [Mme]"]),
      ("Les Blancs et les Noirs sont là.", []),
      ("Le cardinal de Retz écrivait.", ["person de Retz [cardinal]"]),
      ("« Soit », répondit d'Harville.", ["person d'Harville"]),
      ("Ils ont entendu le prince héritier d'Arabie saoudite.", ["place Arabie saoudite"]),
      ("La Première Dame, Anne Petit, est là.", ["person Anne Petit [Première Dame]"]),
      ("L'université de Lomé ferme.", ["organization université de Lomé", "place Lomé"]),
    ])
  func names(_ text: String, _ wanted: [String]) {
    #expect(NameFixture.names(text) == wanted)
  }
}
