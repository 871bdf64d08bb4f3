import Foundation
import GlaneText
import TestSupport
import Testing

@testable import GlaneFrench

/// The promise of a confidence, held against annotated news where it is at hand (read where it lies, not part of the project).
@Suite struct NameConfidenceTests {
  private struct Document: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
      var nested: [Nested]?
    }
    struct Nested: Decodable {
      var start: Int
      var end: Int
    }
    var text: String
    var entities: [Entity]
  }

  private static let path = PackageFiles.root.appendingPathComponent("../shared/eval/entities/winer.dev.jsonl")
    .standardizedFileURL.path

  @Test(
    "Of names at 0.9 or more, at least 95 in 100 are right", .enabled(if: FileManager.default.fileExists(atPath: path)))
  func promise() throws {
    let grammar = try FrenchGrammar()
    let types: [NameMention.Kind: String] = [
      .person: "PER", .place: "LOC", .organization: "ORG", .event: "EVENT", .product: "PROD",
    ]
    var (right, all) = (0, 0)
    for line in try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n").prefix(120) {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      // Scalar offset of each byte offset that starts a scalar.
      var scalarAt = [Int](repeating: 0, count: document.text.utf8.count + 1)
      var (byte, scalar) = (0, 0)
      for s in document.text.unicodeScalars {
        scalarAt[byte] = scalar
        byte += String(s).utf8.count
        scalar += 1
      }
      scalarAt[byte] = scalar
      let gold = Set(document.entities.map { "\($0.start) \($0.end) \($0.type)" })
      let nested = Set(document.entities.flatMap { $0.nested ?? [] }.map { "\($0.start) \($0.end)" })
      let reading = grammar.read(Tokenizer().tokenize(document.text))
      for mention in reading.names.mentions where mention.confidence >= 0.9 {
        guard let type = types[mention.kind] else { continue }
        let span = reading.chart.span(mention.tokens)
        let place = "\(scalarAt[span.start]) \(scalarAt[span.end])"
        let hit = gold.contains("\(place) \(type)")
        if !hit, nested.contains(place) { continue }
        all += 1
        if hit { right += 1 }
      }
    }
    #expect(all > 500)
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all)")
  }
}
