import Foundation
import Glane

/// A row of `Fixtures/nothing.tsv`: a text in which some types must not be found.
public struct LookAlike: Sendable, CustomStringConvertible {
  public let types: [String]
  public let text: String
  public let why: String

  public var description: String { text }

  public static func all() throws -> [LookAlike] {
    try PackageFiles.text("Fixtures/nothing.tsv").split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t").map(String.init)
      precondition(columns.count == 3, "three columns: \(line)")
      return LookAlike(types: columns[0].split(separator: ",").map(String.init), text: columns[1], why: columns[2])
    }
  }

  /// What was found although it must not be, in words.
  public func intruders(in analysis: Analysis) -> [String] {
    let mentions = analysis.mentions.filter { forbids($0.type.rawValue) || ($0.type.isTemporal && forbids("time")) }
      .map { "\($0.type.rawValue) “\($0.text)”, by \($0.rule)" }
    let quotations = forbids("quotation") ? analysis.quotations.map { "quotation “\($0.text)”, by \($0.rule)" } : []
    return mentions + quotations
  }

  private func forbids(_ type: String) -> Bool { types.contains(type) || types == ["*"] }
}
