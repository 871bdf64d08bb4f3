import Testing

@Suite struct EvaluateTests {
  @Test("What extract --text writes is a gold that extract fulfils") func roundTrip() throws {
    let result = try Command.shell(
      """
      echo 'Du 8 au 10 février 2024, Paul Martin, maire de Lyon, a dit : « Tout va bien. »' |
        "$GLANE" extract --format jsonl --text | "$GLANE" evaluate
      """)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("1 document\n"))
    #expect(result.output.hasSuffix("\n\nNo rule erred.\n"))
  }

  @Test("A line that is no gold is reported and passed over") func badLine() throws {
    let good = #"{"id":1,"text":"En 2018.","mentions":[{"type":"date","start":0,"end":7}]}"#
    let bad = #"{"id":2,"text":"En 2018.","mentions":[{"type":"date","start":0,"end":70}]}"#
    let result = try Command.run(["evaluate", "--format", "json"], text: "\(bad)\n\n\(good)\n{\n")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        glane: standard input:1: mentions[0]: found 0..<70, expected a span inside the text
        glane: standard input:4: column 2: found the end of the line, expected a key

        """)
    #expect(result.output.hasPrefix("{\n  \"documents\": 1,\n"))
    #expect(try Command.run(["evaluate"], text: bad).status == 65)
    #expect(try Command.run(["evaluate", "absent.jsonl"]).status == 66)
    #expect(try Command.run(["evaluate", "--mistakes", "-1"]).status == 64)
  }

  @Test("An empty gold judges nothing") func empty() throws {
    #expect(
      try Command.run(["evaluate"])
        == .init(status: 0, output: "0 documents\nThe gold marks nothing: nothing to judge.\n", errors: ""))
  }
}
