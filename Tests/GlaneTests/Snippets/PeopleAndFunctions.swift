import Glane
import Testing

extension Snippets {
  @Test func peopleAndFunctions() {
    // snippet
    let extractor = Extractor()
    let text = "Les ministres de la Santé, Awa Sow, et du Commerce, Paul Mensah, ont reçu le maire de Lyon, Paul Petit."
    let analysis = extractor.extract(text)
    for person in analysis.people {
      print(person.name, person.functions.map(\.label))
    }
    // snippet

    #expect(analysis.people.map(\.name) == ["Awa Sow", "Paul Mensah", "Paul Petit"])
    #expect(
      analysis.people.map { $0.functions.map(\.label) } == [
        ["ministre de la Santé"], ["ministre du Commerce"], ["maire de Lyon"],
      ])
  }

  @Test func inclusiveOffices() {
    // snippet
    let extractor = Extractor()
    let analysis = extractor.extract("Les député·es Anne Petit (LFI) et Luc Caron (PS) ont voté.")
    for person in analysis.people { print(person.name, person.functions.map(\.label)) }
    // Anne Petit ["député·e"]
    // Luc Caron ["député·e"]
    // snippet

    #expect(analysis.people.map(\.name) == ["Anne Petit", "Luc Caron"])
    #expect(analysis.people.map { $0.functions.map(\.label) } == [["député·e"], ["député·e"]])
  }

  @Test func officesInTime() {
    // snippet
    let extractor = Extractor()
    let analysis = extractor.extract("Claire Roux, alors maire de Lyon, a nommé Paul Petit, directeur depuis 2020.")
    for person in analysis.entities where person.type == .person {
      for office in person.functions {
        print(person.name, office.label, office.status ?? "-", office.time.map { analysis[$0].text } ?? "-")
      }
    }
    // Claire Roux maire de Lyon then -
    // Paul Petit directeur - depuis 2020
    // snippet

    let offices = analysis.entities.flatMap(\.functions)
    #expect(offices.map(\.label) == ["maire de Lyon", "directeur"])
    #expect(offices.map(\.status) == [.then, nil])
    #expect(offices.map { $0.time.map { analysis[$0].text } } == [nil, "depuis 2020"])
  }

  @Test func whoSaidWhat() {
    // snippet
    let extractor = Extractor()
    let text = """
      Claire Roux entra.
      — Vous partez déjà ? demanda Paul Petit.
      — Oui, répondit-elle, mon train est à midi.
      """
    let analysis = extractor.extract(text)
    for quotation in analysis.quotations {
      print(quotation.speaker.map { analysis[$0].name } ?? "?", quotation.text)
    }
    // Paul Petit Vous partez déjà ?
    // Claire Roux Oui, répondit-elle, mon train est à midi.
    // snippet

    #expect(
      analysis.quotations.map(\.text) == ["Vous partez déjà ?", "Oui, répondit-elle, mon train est à midi."])
    #expect(analysis.quotations.map { $0.speaker.map { analysis[$0].name } } == ["Paul Petit", "Claire Roux"])
  }
}
