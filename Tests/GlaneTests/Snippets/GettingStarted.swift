import Glane
import Testing

extension Snippets {
  @Test func gettingStarted() {
    // snippet
    let extractor = Extractor()
    let analysis = extractor.extract("Du 8 au 10 février 2024, Awa Sow était à Dakar.")
    let period = analysis.dates[0]
    print(period.value ?? "?")  // 2024-02-08/2024-02-10
    print(analysis.people[0].name)  // Awa Sow
    print(analysis.places[0].text)  // Dakar
    // snippet

    #expect(period.value == "2024-02-08/2024-02-10")
    #expect(analysis.people[0].name == "Awa Sow")
    #expect(analysis.places[0].text == "Dakar")
  }

  @Test func referenceDate() {
    // snippet
    let extractor = Extractor()
    let dated = extractor.extract("Elle est partie hier.", reference: LocalDateTime("2024-02-12"))
    let undated = extractor.extract("Elle est partie hier.")
    print(dated.dates[0].value ?? "?")  // 2024-02-11
    print(undated.dates[0].time.interval == nil)  // true
    // snippet

    #expect(dated.dates[0].value == "2024-02-11")
    #expect(undated.dates[0].time.interval == nil)
  }
}
