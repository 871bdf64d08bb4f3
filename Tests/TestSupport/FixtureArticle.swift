import Foundation
import Glane

/// An article of `Fixtures/articles` with its gold: see `Fixtures/README.md` for the marks.
public struct FixtureArticle: Sendable, CustomStringConvertible {
  public let name: String
  public let reference: LocalDateTime
  public let text: String
  /// In reading order; spans are UTF-8 byte offsets.
  public let gold: [GoldMention]

  public var description: String { name }

  /// - Throws: ``MarkupError`` where the marks don't pair or a mark is unknown.
  public init(name: String, marked source: String) throws {
    let parts = source.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let reference = LocalDateTime(parts[0]) else {
      throw MarkupError(file: name, message: "the first line must be a date")
    }
    self.name = name
    self.reference = reference
    (text, gold) = try Self.parse(parts[1].trimmingCharacters(in: .newlines), name)
  }

  /// All articles, by name.
  public static func all() throws -> [FixtureArticle] {
    let folder = PackageFiles.fixtures.appendingPathComponent("articles")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map {
      try FixtureArticle(
        name: $0.deletingPathExtension().lastPathComponent, marked: String(contentsOf: $0, encoding: .utf8))
    }
  }

  private static func parse(_ source: String, _ name: String) throws -> (String, [GoldMention]) {
    var text = ""
    var gold: [GoldMention] = []
    var open: [(kind: GoldMention.Kind, attribute: String, start: Int)] = []
    var rest = Substring(source)
    while let c = rest.first {
      if c == "{", let bar = rest.firstIndex(of: "|") {
        let head = rest[rest.index(after: rest.startIndex)..<bar].split(
          separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = GoldMention.Kind(rawValue: String(head[0])) else {
          throw MarkupError(file: name, message: "unknown mark {\(head[0])|")
        }
        open.append((kind, head.count > 1 ? String(head[1]) : "", text.utf8.count))
        rest = rest[rest.index(after: bar)...]
      } else if c == "}" {
        guard let mark = open.popLast() else {
          throw MarkupError(file: name, message: "a } too many after “\(text.suffix(30))”")
        }
        let span = TextSpan(start: mark.start, end: text.utf8.count)
        gold.append(GoldMention(kind: mark.kind, attribute: mark.attribute, span: span, in: text))
        rest = rest.dropFirst()
      } else {
        text.append(c)
        rest = rest.dropFirst()
      }
    }
    guard open.isEmpty else { throw MarkupError(file: name, message: "\(open.count) marks are not closed") }
    return (text, gold.sorted { $0.span < $1.span })
  }
}

/// One marked stretch of a fixture.
public struct GoldMention: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case person = "PER"
    case title = "TTL"
    case function = "FUN"
    case reference = "REF"
    case organization = "ORG"
    case place = "LOC"
    case event = "EVT"
    case time = "DATE"
    case quotation = "Q"
  }

  public let kind: Kind
  public let span: TextSpan
  public let text: String
  /// Who it is, holds it, or says it, by the fixture's own names (`p1`, `o2`).
  public let who: [String]
  /// The whole function, where the text shares its head.
  public let label: String?
  /// The values that are right for an expression of time.
  public let values: [String]

  init(kind: Kind, attribute: String, span: TextSpan, in text: String) {
    self.kind = kind
    self.span = span
    self.text = String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
    let parts = attribute.split(separator: "=", maxSplits: 1)
    who = kind == .time ? [] : (parts.first ?? "").split(separator: ",").map(String.init)
    label = kind == .function && parts.count > 1 ? String(parts[1]) : nil
    values = kind == .time ? attribute.split(separator: ";").map(String.init) : []
  }
}

public struct MarkupError: Error, CustomStringConvertible {
  let file: String
  let message: String
  public var description: String { "\(file): \(message)" }
}
