import Foundation
import TestSupport
import Testing

/// The README's programs: each stands in a file of this folder, between two `// README` lines, where it compiles and runs.
@Suite struct ReadmeSnippets {
  @Test("Every program of the README is one of the tests' own") func programs() throws {
    let blocks = try PackageFiles.text("README.md").components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    let programs = blocks.filter { $0.hasPrefix("import ") }
    #expect(programs.count >= 3)
    let tested = try self.tested()
    for program in programs {
      // The import stands at the top of the test's file.
      let body = program.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n")
      #expect(tested.contains(body), "not run by any test:\n\(program)")
    }
  }

  /// The code between the marks of each file, without its indentation.
  private func tested() throws -> Set<String> {
    let folder = PackageFiles.root.appendingPathComponent("Tests/GlaneTests/ReadmeSnippets")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let codes = try files.compactMap { file -> String? in
      let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "    // README\n")
      guard parts.count == 3 else { return nil }
      return parts[1].split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }.joined(separator: "\n")
    }
    return Set(codes)
  }
}
