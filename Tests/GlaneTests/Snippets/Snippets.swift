import Foundation
import TestSupport
import Testing

/// The programs of the README and of the documentation: each stands in a file of this folder, between two `// snippet`
/// lines, where it compiles and runs.
@Suite struct Snippets {
  private static let documents =
    ["README.md"]
    + [
      "Glane", "GettingStarted", "DatesAndValues", "PeopleAndFunctions", "WritingARule", "Offsets", "Performance",
      "CommandLine",
    ].map { "Sources/Glane/Glane.docc/\($0).md" }

  @Test("Every program of a document is one of the tests' own", arguments: documents)
  func programs(_ document: String) throws {
    let blocks = try PackageFiles.text(document).components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```\n")[0] }
    let tested = try self.tested()
    for block in blocks {
      // The import stands at the top of the test's file.
      #expect(block.hasPrefix("import "), "\(block)")
      let body = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n")
      #expect(tested.contains(body), "not run by any test:\n\(block)")
    }
  }

  /// The code between the marks of each file, without its indentation.
  private func tested() throws -> Set<String> {
    let folder = PackageFiles.root.appendingPathComponent("Tests/GlaneTests/Snippets")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var codes: Set<String> = []
    for file in files {
      let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "    // snippet\n")
      for code in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] }) {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        codes.insert(lines.map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }.joined(separator: "\n"))
      }
    }
    return codes
  }
}
