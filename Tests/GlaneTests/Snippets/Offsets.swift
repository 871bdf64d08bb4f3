import Glane
import Testing

extension Snippets {
  @Test func offsets() {
    // snippet
    let text = "L’été à Lomé 😀, le 3 mai 2024."
    let analysis = Extractor().extract(text)
    let span = analysis.dates[0].span
    let inString = text[Range(span, in: text)!]  // "le 3 mai 2024"
    let map = OffsetMap(analysis.source)
    let utf16 = map.utf16(span.start)
    let scalar = map.scalar(span.start)
    print(span.start, utf16 ?? -1, scalar ?? -1, inString)
    // snippet

    #expect(inString == "le 3 mai 2024")
    #expect([span.start, utf16, scalar] == [25, 17, 16])
  }
}
