import Glane
import Testing

extension Snippets {
  @Test func peopleAndFunctions() {
    // snippet
    let extractor = Extractor()
    let text = "Les ministres de la Santé, Awa Sow, et du Commerce, Paul Mensah, ont reçu le maire de Lyon, Jean Petit."
    let analysis = extractor.extract(text)
    for person in analysis.people {
      print(person.name, person.functions.map(\.label))
    }
    // snippet

    #expect(analysis.people.map(\.name) == ["Awa Sow", "Paul Mensah", "Jean Petit"])
    #expect(
      analysis.people.map { $0.functions.map(\.label) } == [
        ["ministre de la Santé"], ["ministre du Commerce"], ["maire de Lyon"],
      ])
  }
}
