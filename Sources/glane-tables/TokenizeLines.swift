import Foundation
import GlaneText

/// Reads `{"id","text"}` lines and writes `{"id","tokens","sentences"}`, offsets in scalars: for scoring the tokenizer alone.
enum TokenizeLines {
  private struct Document: Decodable {
    let id: String
    let text: String
  }
  private struct Spans: Encodable {
    let id: String
    let tokens: [[Int]]
    let sentences: [[Int]]
  }

  static func run() throws {
    let tokenizer = Tokenizer()
    while let line = readLine() {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      let text = tokenizer.tokenize(document.text)
      let map = OffsetMap(text)
      func spans(_ spans: some Sequence<TextSpan>) -> [[Int]] {
        spans.map { [map.scalar($0.start)!, map.scalar($0.end)!] }
      }
      text.checkInvariants()
      let out = Spans(id: document.id, tokens: spans(text.tokens.map(\.span)), sentences: spans(text.sentences))
      print(String(decoding: try JSONEncoder().encode(out), as: UTF8.self))
    }
  }
}
