import Foundation
import Testing

/// What the command does with good input.
@Suite struct CommandTests {
  private static let text = "Du 8 au 10 février 2024, puis « hier », l’été."

  @Test("JSON Lines: one object a document, in the order of the input") func jsonLines() throws {
    let lines = """
      {"id":"b","text":"Hier.","reference":"2024-02-12"}
      {"id":1,"text":"Hier."}
      """
    let result = try Command.run(
      ["extract", "--input", "jsonl", "--format", "jsonl", "--reference", "2023-03-01"], text: lines)
    #expect(result.status == 0)
    let documents = result.output.split(separator: "\n")
    #expect(documents.count == 2)
    #expect(documents[0].hasPrefix(#"{"schema":"glane/1","id":"b","reference":"2024-02-12","#))
    #expect(documents[0].contains(#""value":"2024-02-11""#))
    #expect(documents[1].hasPrefix(#"{"schema":"glane/1","id":1,"reference":"2023-03-01","#))
    #expect(documents[1].contains(#""value":"2023-02-28""#))
  }

  @Test(
    "Offsets count what --offsets says",
    arguments: [("utf8", "[25,29],[30,32]"), ("utf16", "[22,26],[27,28]"), ("unicode-scalar", "[21,25],[26,27]")])
  func offsets(_ unit: String, _ tokens: String) throws {
    let result = try Command.run(
      ["extract", "--format", "jsonl", "--tokens", "--offsets", unit], text: "Du 8 au 10 février 😀 puis « hier »")
    #expect(result.output.contains("\"offsets\":\"\(unit)\""))
    #expect(result.output.contains(tokens), "\(result.output)")
  }

  @Test("--format json is the same object, a member a line") func pretty() throws {
    let compact = try Command.run(["extract", "--format", "jsonl"], text: Self.text).output
    let pretty = try Command.run(["extract", "--format", "json"], text: Self.text).output
    func object(_ json: String) throws -> NSObject? {
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSObject
    }
    #expect(try object(compact) == object(pretty))
    #expect(pretty.hasPrefix("{\n  \"schema\": \"glane/1\",\n  \"id\": \"-\",\n"))
    #expect(pretty.hasSuffix("\n}\n"))
  }

  @Test("A report, without colours where there is no terminal") func report() throws {
    #expect(
      try Command.run(["extract", "--reference", "2024-02-12"], text: "Du 8 au 10 février 2024, puis depuis 2018.")
        == .init(
          status: 0,
          output: """
            Chronologie
              2018/..                Depuis 2018
              2024-02-08/2024-02-10  Du 8 au 10 février 2024

            """.replacingOccurrences(of: "Depuis", with: "depuis"), errors: ""))
  }

  @Test("The reports of several files have their names above them") func severalReports() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "En 2018.")
    try folder.write("b.txt", "Il pleut.")
    #expect(
      try Command.run(["extract", "a.txt", "b.txt"], in: folder.url)
        == .init(
          status: 0, output: "== a.txt\n\nChronologie\n  2018  En 2018\n\n== b.txt\n\nRien à glaner.\n\n", errors: ""))
  }

  @Test("Several jobs give what one gives, in the same order, poisoned lines in their place") func jobs() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<3000).map { i in
      i % 701 == 700
        ? "{\"id\":\(i),\"text\":"
        : "{\"id\":\(i),\"text\":\"Le \(i % 28 + 1) mai 2024. \(String(repeating: "x", count: i % 97))\"}"
    }
    try folder.write("stream", lines.joined(separator: "\n\n"))
    let one = try Command.run(["extract", "--input", "jsonl", "--format", "jsonl", "stream"], in: folder.url)
    let four = try Command.run(
      ["extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "4", "stream"], in: folder.url)
    #expect(one.status == 1)
    #expect(one.output.split(separator: "\n").count == 3000)
    #expect(one.errors.split(separator: "\n").count == 4)
    #expect(four == one)
  }

  @Test("--skip goes on where an earlier run stopped; line numbers are those of the stream") func skip() throws {
    let text =
      "{\"id\":1,\"text\":\"Un\"}\n\n{\"id\":2,\"text\":\"Deux\"}\n{\"id\":3}\n{\"id\":4,\"text\":\"Quatre\"}\n"
    let all = try Command.run(["extract", "--input", "jsonl", "--format", "jsonl"], text: text)
    for n in 0...5 {
      let rest = try Command.run(["extract", "--input", "jsonl", "--format", "jsonl", "--skip", "\(n)"], text: text)
      #expect(rest.output.split(separator: "\n") == Array(all.output.split(separator: "\n").dropFirst(n)))
      #expect(rest.errors == (n < 3 ? all.errors : ""))
      #expect(rest.status == (n < 2 ? 1 : n == 2 ? 1 : 0))
    }
  }

  @Test("--jobs and --skip need sensible numbers: 64") func badNumbers() throws {
    #expect(try Command.run(["extract", "--jobs", "0"]).status == 64)
    #expect(try Command.run(["extract", "--skip", "-1"]).status == 64)
  }

  @Test(
    "Each format of one document starts as it should",
    arguments: [
      ("html", "<!DOCTYPE html>\n<html lang=\"fr\">"), ("brat", "T1\t"), ("conll", "-DOCSTART- -X- -X- O\n\n"),
      ("timeml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>-</DOCID>"),
      ("jsonld", "{\"@context\":"), ("spacy", "{\"text\":\"Du 8 au 10"),
    ])
  func formats(_ format: String, _ start: String) throws {
    let result = try Command.run(["extract", "--format", format], text: Self.text)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(start), "\(result.output.prefix(200))")
  }

  @Test("Tokens, one a line, an empty line after each sentence") func tokenize() throws {
    #expect(
      try Command.run(["tokenize"], text: "L'été, M. Ba. Aujourd’hui !")
        == .init(status: 0, output: "L'\nété\n,\nM.\nBa\n.\n\nAujourd’hui\n!\n\n", errors: ""))
    #expect(
      try Command.run(["tokenize", "--format", "jsonl", "--offsets", "utf8"], text: "L'été.")
        == .init(
          status: 0,
          output: #"{"id":"-","offsets":"utf8","tokens":[[0,2],[2,7],[7,8]],"sentences":[[0,8]]}"# + "\n", errors: ""))
  }

  @Test(
    "An explanation names the mention, its rules and its lists", arguments: [["--word", "mai"], ["--at", "11"], []])
  func explain(_ place: [String]) throws {
    let result = try Command.run(["explain", "Le mardi 3 mai 2022."] + place)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("“\(place.isEmpty ? "Le mardi 3 mai 2022." : "mai")”\n\nMentions\n"))
    #expect(result.output.contains("mardi 3 mai 2022” = 2022-05-03, by "))
    #expect(result.output.contains("  “mai”: "))
    #expect(result.output.contains("month"))
  }

  @Test("Where nothing was found, the explanation says so") func explainNothing() throws {
    #expect(
      try Command.run(["explain", "Il pleut.", "--word", "pleut"]).output
        == """
        “pleut”

        Mentions
          none

        Rules that matched, in the order of the cascade
          none

        Lists that hold its words
          none

        """)
  }

  @Test(
    "A place that is none: 65 or 64",
    arguments: [
      (["--at", "9"], 65, "glane: --at 9 lies outside the text\n"),
      (["--at", "2"], 65, "glane: --at 2 lies between words\n"),
      (["--word", "neige"], 65, "glane: “neige” does not occur in the text\n"),
    ] as [([String], Int32, String)])
  func explainNowhere(_ place: [String], _ status: Int32, _ message: String) throws {
    #expect(
      try Command.run(["explain", "Il pleut."] + place) == .init(status: status, output: "", errors: message))
  }

  @Test("explain needs one text and at most one place: 64") func explainUsage() throws {
    #expect(try Command.run(["explain"]).status == 64)
    #expect(try Command.run(["explain", "a", "--file", "b"]).status == 64)
    #expect(try Command.run(["explain", "a", "--at", "0", "--word", "a"]).status == 64)
    #expect(try Command.run(["explain", "a", "--at", "-1"]).status == 64)
  }
}
