import Glane
import Testing

extension Snippets {
  @Test func datesAndValues() {
    // snippet
    let extractor = Extractor()
    let text = "Vers 2014, puis au premier trimestre 2024, tous les lundis, pendant trois semaines."
    let analysis = extractor.extract(text, reference: LocalDateTime("2024-02-12"))
    for mention in analysis.dates {
      print(mention.time.type, mention.value ?? "?", mention.time.edtf ?? "none")
    }
    // snippet

    #expect(analysis.dates.map(\.value) == ["2014", "2024-Q1", "XXXX-WXX-1", "P3W"])
    #expect(analysis.dates.map(\.time.type) == [.date, .date, .set, .duration])
    #expect(analysis.dates[0].time.edtf == "2014~")
  }
}
