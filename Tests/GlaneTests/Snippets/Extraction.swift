import Glane
import Testing

extension Snippets {
  @Test func extraction() {
    // snippet
    let extractor = Extractor()  // build one and keep it: it serves all threads
    let text = "Mardi 12 mars, la ministre de la Culture, Hélène Vasseur, s’est rendue à Lyon."
    let analysis = extractor.extract(text, reference: LocalDateTime("2024-03-14"))

    let day = analysis.dates[0].value  // "2024-03-12"
    let minister = analysis.people[0]  // minister.name is "Hélène Vasseur"
    let office = minister.functions[0].label  // "ministre de la Culture"
    let place = text[Range(analysis.places[0].span, in: text)!]  // "Lyon"
    let why = analysis.dates[0].mention.rule  // the name of the rule
    let json = analysis.json()  // one object of the schema glane/1
    // snippet

    #expect(day == "2024-03-12")
    #expect(minister.name == "Hélène Vasseur")
    #expect(office == "ministre de la Culture")
    #expect(place == "Lyon")
    #expect(!why.isEmpty)
    #expect(json.hasPrefix(#"{"schema":"glane/1","#))
  }
}
