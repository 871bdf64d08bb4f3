import GlaneText
import Testing

@Suite struct OffsetMapTests {
  private static let texts = [
    "", "ascii", "été", "a👍b", String(repeating: "é", count: 300) + "👍🏽 fin", String(repeating: "x", count: 600) + "œ",
  ]

  @Test(arguments: texts)
  func agreesWithTheStandardLibrary(text: String) {
    let map = OffsetMap(Array(text.utf8))
    var boundaries: Set<Int> = []
    var utf8 = 0
    var utf16 = 0
    for (n, scalar) in (text.unicodeScalars.map { $0 } + []).enumerated() {
      boundaries.insert(utf8)
      #expect(map.scalar(utf8) == n)
      #expect(map.utf16(utf8) == utf16)
      #expect(map.utf8(scalar: n) == utf8)
      #expect(map.utf8(utf16: utf16) == utf8)
      if scalar.utf16.count == 2 { #expect(map.utf8(utf16: utf16 + 1) == nil) }
      utf8 += String(scalar).utf8.count
      utf16 += scalar.utf16.count
    }
    boundaries.insert(utf8)
    #expect(map.utf8(scalar: text.unicodeScalars.count) == utf8)
    #expect(map.utf8(scalar: text.unicodeScalars.count + 1) == nil)
    #expect(map.scalar(-1) == nil)
    for offset in 0...utf8 + 1 where !boundaries.contains(offset) { #expect(map.scalar(offset) == nil) }
  }

  @Test func badPartsCountAsTheReplacementsThatADecoderPutsThere() {
    let bytes: [UInt8] = [0x61, 0xE2, 0x82, 0x62, 0xFF, 0xFF, 0xC3, 0xA9]
    let map = OffsetMap(bytes)
    #expect(map.scalar(8) == String(decoding: bytes, as: UTF8.self).unicodeScalars.count)
    #expect(map.scalar(3) == 2)
    #expect(map.utf8(scalar: 2) == 3)
    #expect(map.scalar(2) == nil)
    #expect(map.scalars([TextSpan(start: 0, end: 3), TextSpan(start: 2, end: 3)]) == [0..<2, nil])
  }

  @Test func rangesFailRatherThanRound() {
    let text = "l'été"
    let span = TextSpan(start: 2, end: 7)
    #expect(Range(span, in: text).map { text[$0] } == "été")
    #expect(Range(TextSpan(start: 3, end: 7), in: text) == nil)
    #expect(Range(TextSpan(start: 2, end: 8), in: text) == nil)
    #expect(Range(span, in: text).flatMap { TextSpan($0, in: text) } == span)
  }
}
