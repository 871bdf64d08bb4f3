import CGlaneICU
import Foundation
import GlaneText
import Testing

@Suite struct WordSegmenterTests {
  /// ICU's boundaries over the whole text.
  private func icu(_ utf8: [UInt8]) -> [UInt32] {
    guard !utf8.isEmpty else { return [] }
    let breaker = glane_icu_breaker_open(Int32(GLANE_WORDS))
    defer { glane_icu_breaker_close(breaker) }
    var ends = [UInt32](repeating: 0, count: utf8.count)
    let n = glane_icu_breaker_run(breaker, utf8, Int64(utf8.count), 0, &ends, Int64(utf8.count))
    return Array(ends[..<Int(n)])
  }

  private func expectSame(_ utf8: [UInt8], _ note: String) {
    let expected = icu(utf8)
    for (name, ends) in [
      ("blocks", WordSegmenter().boundaries(of: utf8)), ("steps", WordSegmenter().boundariesByStep(of: utf8)),
    ] where ends != expected {
      let i = zip(ends, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ends.count, expected.count)
      let at = Int(i < expected.count ? expected[i] : UInt32(utf8.count))
      let around = String(decoding: utf8[max(0, at - 24)..<min(utf8.count, at + 24)], as: UTF8.self)
      let scalars = around.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      Issue.record(
        "\(note), \(name): end \(i) is \(i < ends.count ? ends[i] : 0), ICU has \(expected.dropFirst(max(0, i - 2)).prefix(4)), we \(ends.dropFirst(max(0, i - 2)).prefix(4)): \(around.debugDescription) \(scalars)"
      )
      return
    }
  }

  @Test(arguments: [
    ("L'été.", [7, 8]), ("l’homme", [9]), ("a:b", [1, 2, 3]), ("3,14;5", [6]), ("a  b", [1, 3, 4]), ("", []),
    ("\r\n\n", [2, 3]), ("🇫🇷🇹🇬", [8, 16]), ("👩‍👩‍👧", [18]), ("e\u{301}te\u{301}", [7]), ("ภาษาไทย", [12, 21]),
  ])
  func boundaries(text: String, ends: [UInt32]) {
    #expect(WordSegmenter().boundaries(of: Array(text.utf8)) == ends)
  }

  @Test(.enabled(if: SharedFiles.exists("eval/unicode/WordBreakTest.txt")))
  func unicodesOwnTests() throws {
    let cases = try BreakTestFile.cases("eval/unicode/WordBreakTest.txt")
    for (text, ends, line) in cases {
      #expect(WordSegmenter(.unicode).boundaries(of: Array(text.utf8)) == ends, "\(line)")
      // Long enough for the fast path: the same between blanks.
      let padded = Array(("mot " + text).utf8)
      #expect(
        WordSegmenter(.unicode).boundaries(of: padded + Array(repeating: 0x21, count: 80))
          == WordSegmenter(.unicode).boundariesByStep(of: padded + Array(repeating: 0x21, count: 80)), "\(line)")
    }
    #expect(cases.count > 1800)
  }

  @Test(.enabled(if: SharedFiles.exists("corpus/fr-dev.txt")))
  func sameAsICUOnTheDevelopmentCorpus() throws { expectSame(try SharedFiles.bytes("corpus/fr-dev.txt"), "fr-dev") }

  /// `GLANE_DIFFERENTIAL_BYTES=100000000` for the whole measure; less by default, so that tests stay short.
  @Test func sameAsICUOnGeneratedText() {
    let bytes = ProcessInfo.processInfo.environment["GLANE_DIFFERENTIAL_BYTES"].flatMap { Int($0) } ?? 200_000
    var random = SplitMix(seed: 15)
    var done = 0
    while done < bytes {
      let text = GeneratedText.make(&random, scalars: 40 + Int(random.next() % 200))
      expectSame(text, "at byte \(done)")
      done += text.count
    }
  }
}
