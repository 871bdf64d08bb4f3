import Glane
import Testing

extension Snippets {
  @Test func overview() {
    // snippet
    let extractor = Extractor()
    let text = """
      Selon le directeur général de l’Office national du tourisme (ONT), Paul Mensah, « la saison sera bonne ». \
      Il l’a dit mardi, à Lomé.
      """
    let analysis = extractor.extract(text, reference: LocalDateTime("2024-02-12"))

    for person in analysis.entities where person.type == .person {
      print(person.name, person.functions.map(\.label))
    }
    for quotation in analysis.quotations {
      print(quotation.text, quotation.speaker.map { analysis[$0].name } ?? "?")
    }
    print(analysis.dates.map { $0.value ?? "?" })
    // snippet

    #expect(analysis.entities.filter { $0.type == .person }.map(\.name) == ["Paul Mensah"])
    #expect(analysis.quotations.map { $0.speaker.map { analysis[$0].name } } == ["Paul Mensah"])
    #expect(analysis.dates.map(\.value) == ["2024-02-06"])
  }
}
