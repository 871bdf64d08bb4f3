import Foundation
import TestSupport
import Testing

/// What the README shows is what the command prints.
@Suite struct ReadmeTests {
  @Test("The README's first example is the output of make demo") func demo() throws {
    let article = try #require(try FixtureArticle.all().first { $0.name == "paris" })
    let output = try Command.run(
      ["extract", "--reference", article.reference.description], text: article.text + "\n"
    ).output
    let block = "```console\n$ make demo\n\(output)```\n"
    #expect(try PackageFiles.text("README.md").contains(block), "\(block)")
  }
}
