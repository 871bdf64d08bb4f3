import GlaneText
import Testing

@Suite struct BoundarySegmenterTests {
  @Test(arguments: [
    ("e\u{301}té", [3, 4, 6]), ("👩‍👩‍👧🇫🇷", [18, 26]), ("\r\n", [2]), ("", []),
  ])
  func graphemes(text: String, ends: [UInt32]) {
    #expect(BoundarySegmenter(.graphemes).boundaries(of: Array(text.utf8)) == ends)
  }

  @Test func sentences() {
    #expect(BoundarySegmenter(.sentences).boundaries(of: Array("Il part. Elle reste !".utf8)) == [9, 21])
    #expect(BoundarySegmenter(.sentences).boundaries(of: [0xFF, 0x2E]) == [2])
  }

  @Test(.enabled(if: SharedFiles.exists("eval/unicode/GraphemeBreakTest.txt")))
  func unicodesOwnTestsOfGraphemes() throws { try check(.graphemes, "GraphemeBreakTest.txt", atLeast: 600) }

  @Test(.enabled(if: SharedFiles.exists("eval/unicode/SentenceBreakTest.txt")))
  func unicodesOwnTestsOfSentences() throws { try check(.sentences, "SentenceBreakTest.txt", atLeast: 500) }

  private func check(_ unit: BoundarySegmenter.Unit, _ file: String, atLeast: Int) throws {
    let cases = try BreakTestFile.cases("eval/unicode/\(file)")
    for (text, ends, line) in cases {
      #expect(BoundarySegmenter(unit).boundaries(of: Array(text.utf8)) == ends, "\(line)")
    }
    #expect(cases.count >= atLeast)
  }
}

/// Unicode's break tests: `÷ 0061 × 0301 ÷`.
enum BreakTestFile {
  static func cases(_ path: String) throws -> [(text: String, ends: [UInt32], line: String)] {
    String(decoding: try SharedFiles.bytes(path), as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map {
        line in
        var text = ""
        var ends: [UInt32] = []
        for field in line.split(separator: "#")[0].split(whereSeparator: { $0 == " " || $0 == "\t" }) {
          switch field {
          case "÷": if !text.isEmpty { ends.append(UInt32(text.utf8.count)) }
          case "×": break
          default: text.unicodeScalars.append(Unicode.Scalar(UInt32(field, radix: 16)!)!)
          }
        }
        return (text, ends, String(line))
      }
  }
}
