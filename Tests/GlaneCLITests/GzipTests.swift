import Foundation
import Testing

/// Input that gzip compressed.
@Suite struct GzipTests {
  /// {"id":1,"text":"En 2018."} and {"id":2,"text":"Hier."}, a line each.
  private static let member = [UInt8](
    Data(base64Encoded: "H4sIAAAAAAACA6tWykxRsjLUUSpJrShRslJyzVMwMjC00FOq5aoGSxnBpTwyU4tA4gA3Sc/wMwAAAA==")!)

  private func run(_ bytes: [UInt8], _ more: String...) throws -> (ids: [String], result: Command.Result) {
    let result = try Command.run(["extract", "--input", "jsonl", "--format", "jsonl"] + more, input: bytes)
    let ids = result.output.split(separator: "\n").map { line in
      line.split(separator: ",").first { $0.hasPrefix("\"id\":") }.map { String($0.dropFirst(5)) } ?? "?"
    }
    return (ids, result)
  }

  @Test("A file and standard input") func read() throws {
    let (ids, result) = try run(Self.member)
    #expect(ids == ["1", "2"])
    #expect((result.status, result.errors) == (0, ""))
    let folder = try TemporaryFolder()
    try folder.write("a.gz", Self.member)
    let file = try Command.run(["extract", "--input", "jsonl", "--format", "jsonl", "a.gz"], in: folder.url)
    #expect(file.output == result.output)
  }

  @Test("Several members, and the zeros that fill a block")
  func members() throws {
    #expect(try run(Self.member + Self.member).ids == ["1", "2", "1", "2"])
    let (ids, result) = try run(Self.member + Self.member + [UInt8](repeating: 0, count: 512))
    #expect(ids == ["1", "2", "1", "2"])
    #expect((result.status, result.errors) == (0, ""))
  }

  @Test("What is damaged or cut off ends the input, after what was read before it", arguments: ["1", "2"])
  func damaged(_ jobs: String) throws {
    let cut = try run(Array(Self.member + Self.member.dropLast(9)), "--jobs", jobs)
    #expect(cut.ids.prefix(2) == ["1", "2"])
    #expect(cut.result.status == 1)
    #expect(cut.result.errors == "glane: standard input: gzip data that ends too early\n")
    let garbage = try run(Self.member + Array("x\n".utf8), "--jobs", jobs)
    #expect(garbage.ids == ["1", "2"])
    #expect(garbage.result.status == 1)
    #expect(garbage.result.errors == "glane: standard input: damaged gzip data\n")
    var checksum = Self.member
    checksum[checksum.count - 6] ^= 1
    #expect(try run(checksum, "--jobs", jobs).result.errors == "glane: standard input: damaged gzip data\n")
  }

  @Test("Nothing but the mark of gzip, and half of it") func head() throws {
    let mark = try run([0x1F, 0x8B])
    #expect((mark.result.status, mark.result.output) == (65, ""))
    #expect(mark.result.errors == "glane: standard input: gzip data that ends too early\n")
    #expect(try run([0x1F]).result.errors.hasPrefix("glane: standard input:1: column 1: found the control character"))
  }

  @Test("A text as one document; one that is cut off gives nothing") func text() throws {
    #expect(try Command.run(["tokenize"], input: Self.member).output.contains("En\n2018\n"))
    let cut = try Command.run(["extract"], input: Self.member.dropLast())
    #expect((cut.status, cut.output) == (65, ""))
  }
}
