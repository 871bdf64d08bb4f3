import Foundation
import GlaneText
import TestSupport
import Testing

@testable import GlaneFrench
@testable import glane_tables

@Suite struct NameDataTests {
  private static let lists = PackageFiles.root.appendingPathComponent("Sources/GlaneFrench/Names/Lists").path

  @Test("The embedded gazetteer is what glane-tables makes of the lists")
  func gazetteer() throws {
    let made = try NameGazetteer.image(lists: Self.lists)
    #expect(made == Array(EmbeddedData.file("Names/names.gazetteer")), "run: swift run glane-tables name-gazetteer")
  }

  private let licences = ["Apache-2.0", "MPL-2.0", "CC BY 4.0", "Unicode licence"]

  @Test("Every list names itself, says where it comes from, and holds each entry once")
  func lists() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.lists) where file.hasSuffix(".tsv") {
      let lines = try String(contentsOfFile: "\(Self.lists)/\(file)", encoding: .utf8).split(separator: "\n")
      #expect(lines[0] == "# list \(file.dropLast(4))", "\(file)")
      #expect(lines.prefix(4).contains { line in licences.contains { line.contains($0) } }, "\(file)")
      let entries = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", maxSplits: 1)[0] }
      #expect(Set(entries).count == entries.count, "\(file) holds an entry twice")
    }
  }

  @Test("All data is under 15 MB")
  func size() {
    #expect(EmbeddedData.files.map(\.bytes.count).reduce(0, +) < 15_000_000)
  }

  @Test(
    "Everyday words and names apart",
    arguments: [
      ("maison", true), ("vendirent", true), ("publiques", true), ("le", true), ("Gnassingbé", false),
      ("Adétikopé", false),
      ("Lomé", false), ("Tokayev", false), ("œuvre", true),
    ])
  func commonWords(_ word: String, _ isCommon: Bool) {
    var form = FoldedForm()
    var word = word
    word.withUTF8 { form.assign($0) }
    #expect(!CommonWordTable.embedded.classes(hash: form.hash).isEmpty == isCommon)
  }
}
