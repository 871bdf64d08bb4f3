import Foundation

/// The text that is measured: `GLANE_CORPUS`, or the package's own fixture articles without their marks, repeated.
public struct Corpus: Sendable {
  public let name: String
  public let utf8: [UInt8]
  /// The same text decomposed (NFD), about as long.
  public let decomposed: [UInt8]

  public static func load(bytes: Int = 20_000_000) throws -> Corpus {
    let once: String
    let name: String
    if let path = ProcessInfo.processInfo.environment["GLANE_CORPUS"], !path.isEmpty {
      once = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      name = URL(fileURLWithPath: path).lastPathComponent
    } else {
      once = try fixtures()
      name = "Fixtures/articles"
    }
    return Corpus(
      name: name, utf8: filled(once, bytes), decomposed: filled(once.decomposedStringWithCanonicalMapping, bytes))
  }

  private static func filled(_ text: String, _ bytes: Int) -> [UInt8] {
    let once = Array(text.utf8)
    guard !once.isEmpty else { return [] }
    var all: [UInt8] = []
    all.reserveCapacity(bytes + once.count)
    while all.count < bytes { all += once }
    return all
  }

  private static func fixtures() throws -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("Fixtures/articles")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let texts = try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map {
      unmarked(String(decoding: try Data(contentsOf: $0), as: UTF8.self))
    }
    return texts.joined(separator: "\n")
  }

  /// Takes off `{TYPE:id|` and `}`, and the first line, which is the article's date.
  private static func unmarked(_ article: String) -> String {
    var out = ""
    var inMark = false
    for character in article.drop(while: { $0 != "\n" }) {
      switch character {
      case "{": inMark = true
      case "|" where inMark: inMark = false
      case "}": inMark = false
      default: if !inMark { out.append(character) }
      }
    }
    return out
  }
}
