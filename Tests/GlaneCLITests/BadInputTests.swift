import Foundation
import Testing

/// Whatever comes in, the message says what is wrong and where, the status says which kind, and nothing else is lost.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("bon.txt", "Il pleut.\n")
  }

  private func run(_ arguments: String...) throws -> Command.Result { try Command.run(arguments, in: folder.url) }

  /// The answer to a text with nothing in it.
  private func nothing(_ id: String, _ sentences: String, _ more: String = "") -> String {
    #"{"schema":"glane/1","id":\#(id),"offsets":"unicode-scalar",\#(more)"sentences":\#(sentences),"mentions":[],"#
      + #""entities":[],"quotes":[]}"# + "\n"
  }

  // MARK: - Files

  @Test("A missing file: 66") func missing() throws {
    #expect(
      try run("extract", "absent.txt")
        == .init(status: 66, output: "", errors: "glane: absent.txt: No such file or directory\n"))
  }

  @Test("A directory: 66") func directory() throws {
    #expect(try run("extract", ".") == .init(status: 66, output: "", errors: "glane: .: Is a directory\n"))
  }

  @Test("An unreadable file: 66", .disabled(if: getuid() == 0, "root may read everything")) func unreadable() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder.url.appendingPathComponent("bon.txt").path)
    #expect(
      try run("extract", "bon.txt") == .init(status: 66, output: "", errors: "glane: bon.txt: Permission denied\n"))
  }

  @Test("A missing file among good ones: 1, and the good ones are read") func someMissing() throws {
    #expect(
      try run("extract", "--format", "jsonl", "bon.txt", "absent.txt", "bon.txt")
        == .init(
          status: 1, output: nothing(#""bon.txt""#, "[[0,9]]") + nothing(#""bon.txt""#, "[[0,9]]"),
          errors: "glane: absent.txt: No such file or directory\n"))
  }

  @Test("Several files of which none can be read: the first one's status") func allMissing() throws {
    #expect(try run("extract", "absent.txt", ".").status == 66)
  }

  // MARK: - Texts

  @Test("Bytes that are not UTF-8 are reported, and everything around them is read") func invalidUTF8() throws {
    let bytes = Array("Il pleut ".utf8) + [0xFF, 0xFE] + Array(" le 3 mai 2024. ".utf8) + [0xE2, 0x80]
    try folder.write("latin.txt", bytes)
    #expect(
      try run("tokenize", "--spans", "latin.txt")
        == .init(
          status: 0,
          output: "0\t2\tword\tIl\n3\t8\tword\tpleut\n12\t14\tword\tle\n15\t16\tnumber\t3\n17\t20\tword\tmai\n"
            + "21\t25\tnumber\t2024\n25\t26\tpunctuation\t.\n\n",
          errors: "glane: latin.txt: not UTF-8 at bytes 9..<11, 27..<29; the rest was read\n"))
    let extracted = try run("extract", "--format", "jsonl", "--offsets", "utf8", "latin.txt")
    #expect(extracted.status == 0)
    #expect(extracted.output.contains(#""invalid":[[9,11],[27,29]],"#))
    #expect(extracted.output.contains(#""start":12,"end":25,"text":"le 3 mai 2024""#))
    #expect(extracted.errors == "glane: latin.txt: not UTF-8 at bytes 9..<11, 27..<29; the rest was read\n")
  }

  @Test("More than eight runs of bad bytes are counted") func manyInvalid() throws {
    try folder.write("latin.txt", (0..<10).flatMap { _ in [0x61, 0xE9, 0x20] as [UInt8] })
    #expect(
      try run("tokenize", "latin.txt").errors
        == "glane: latin.txt: not UTF-8 at bytes 1..<2, 4..<5, 7..<8, 10..<11, 13..<14, 16..<17, 19..<20, 22..<23 "
        + "and 2 more; the rest was read\n")
  }

  @Test("Empty input gives an empty answer") func empty() throws {
    #expect(try run("extract") == .init(status: 0, output: "Rien à glaner.\n", errors: ""))
    #expect(try run("extract", "--format", "jsonl") == .init(status: 0, output: nothing(#""-""#, "[]"), errors: ""))
    #expect(try run("extract", "--format", "jsonl", "--input", "jsonl") == .init(status: 0, output: "", errors: ""))
    #expect(try run("tokenize") == .init(status: 0, output: "", errors: ""))
  }

  @Test("A byte order mark is no part of a token, and counts in the offsets") func byteOrderMark() throws {
    #expect(
      try Command.run(["tokenize", "--spans"], text: "\u{FEFF}Il pleut.")
        == .init(status: 0, output: "1\t3\tword\tIl\n4\t9\tword\tpleut\n9\t10\tpunctuation\t.\n\n", errors: ""))
    #expect(
      try Command.run(
        ["extract", "--input", "jsonl", "--format", "jsonl"], text: "\u{FEFF}{\"id\":1,\"text\":\"Il pleut.\"}\n")
        == .init(status: 0, output: nothing("1", "[[0,9]]"), errors: ""))
  }

  @Test("CR LF ends a line; both count") func carriageReturns() throws {
    #expect(
      try Command.run(["tokenize", "--spans"], text: "Il\r\npleut.\r\n")
        == .init(status: 0, output: "0\t2\tword\tIl\n4\t9\tword\tpleut\n9\t10\tpunctuation\t.\n\n", errors: ""))
    #expect(
      try Command.run(
        ["extract", "--input", "jsonl", "--format", "jsonl"], text: "{\"id\":1,\"text\":\"Il pleut.\"}\r\n\r\n")
        == .init(status: 0, output: nothing("1", "[[0,9]]"), errors: ""))
  }

  @Test("NUL bytes lie between tokens") func nul() throws {
    #expect(
      try Command.run(["tokenize", "--spans"], text: "Il\0pleut\0\0.")
        == .init(status: 0, output: "0\t2\tword\tIl\n3\t8\tword\tpleut\n10\t11\tpunctuation\t.\n\n", errors: ""))
  }

  // MARK: - JSON Lines

  @Test("Malformed lines between good ones are answered in their place: 1") func malformedLine() throws {
    let lines = """
      {"id":"a","text":"Il pleut."}

      {"id":"b","text":
      {"id":3}
      {"id":1e2,"text":"Il pleut.","more":[1,{}]}
      """
    let result = try Command.run(["extract", "--input", "jsonl", "--format", "jsonl"], text: lines)
    #expect(
      result
        == .init(
          status: 1,
          output: nothing(#""a""#, "[[0,9]]")
            + #"{"id":"b","line":3,"error":"column 18: found the end of the line, expected a value"}"# + "\n"
            + #"{"id":3,"line":4,"error":"found no “text”, expected a string under that key"}"# + "\n"
            + nothing("1e2", "[[0,9]]"),
          errors: """
            glane: standard input:3: column 18: found the end of the line, expected a value
            glane: standard input:4: found no “text”, expected a string under that key

            """))
    let tokens = try Command.run(["tokenize", "--input", "jsonl", "--format", "jsonl"], text: lines)
    #expect(tokens.status == 1)
    #expect(tokens.errors == result.errors)
    #expect(tokens.output.split(separator: "\n").count == 4)
  }

  @Test("A stream of which no line can be read: 65") func onlyMalformedLines() throws {
    #expect(
      try Command.run(["extract", "--input", "jsonl", "--format", "jsonl"], text: "oui\n")
        == .init(
          status: 65, output: #"{"id":null,"line":1,"error":"column 1: found “o”, expected an object"}"# + "\n",
          errors: "glane: standard input:1: column 1: found “o”, expected an object\n"))
  }

  @Test("A line longer than any buffer is one document") func longLine() throws {
    let text = String(repeating: "Il pleut. ", count: 200_000)
    let result = try Command.run(
      ["tokenize", "--input", "jsonl"], text: "{\"text\":\"\(text)\"}\n{\"text\":\"Fin\"}")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 600_001)
  }

  // MARK: - Size

  @Test("A document that is too large, from a file and a pipe: 65") func largeDocument() throws {
    let folder = try TemporaryFolder()
    try folder.write("grand.txt", String(repeating: "Hier. ", count: 200_000))
    let limit = ["extract", "--max-size", "1"]
    let message = "a document may have at most 1 MiB (--max-size)\n"
    #expect(
      try Command.run(limit + ["grand.txt"], in: folder.url)
        == .init(status: 65, output: "", errors: "glane: grand.txt: " + message))
    let pipe = try Command.shell("head -c 1200000 /dev/zero | tr '\\0' x | \"$GLANE\" extract --max-size 1")
    #expect(pipe == .init(status: 65, output: "", errors: "glane: standard input: " + message))
    let exact = try Command.shell("head -c 1048576 /dev/zero | tr '\\0' x | \"$GLANE\" extract --max-size 1")
    #expect(exact == .init(status: 0, output: "Rien à glaner.\n", errors: ""))
    #expect(try Command.run(["extract", "--max-size", "0"]).status == 64)
  }

  @Test("A line that is too long is answered in its place", arguments: ["1", "2"]) func longLine(_ jobs: String) throws
  {
    let long = String(repeating: "x", count: 1_100_000)
    let lines = """
      {"id":"a","text":"En 2018."}
      {"id":"b","text":"\(long)"}
      {"text":"\(long)","id":"c"}
      {"id":"d","text":"Hier."}
      """
    for end in ["", "\n"] {
      let result = try Command.run(
        ["tokenize", "--input", "jsonl", "--format", "jsonl", "--max-size", "1"], text: lines + end)
      let documents = result.output.split(separator: "\n")
      #expect(result.status == 1)
      #expect(documents.count == 4)
      #expect(documents[1] == #"{"id":"b","line":2,"error":"a line may have at most 1 MiB (--max-size)"}"#)
      #expect(documents[2] == #"{"id":null,"line":3,"error":"a line may have at most 1 MiB (--max-size)"}"#)
      #expect(documents[3].hasPrefix(#"{"id":"d","#))
    }
    let extracted = try Command.run(
      ["extract", "--input", "jsonl", "--format", "jsonl", "--max-size", "1", "--jobs", jobs],
      text: lines.split(separator: "\n").reversed().joined(separator: "\n"))
    #expect(extracted.output.split(separator: "\n").count == 4)
    #expect(
      extracted.errors == """
        glane: standard input:2: a line may have at most 1 MiB (--max-size)
        glane: standard input:3: a line may have at most 1 MiB (--max-size)

        """)
  }

  // MARK: - Options

  private static let extractUsage = """
    Usage: glane extract [<options>] [<file> ...]
      See 'glane extract --help' for more information.

    """

  @Test("A bad reference: 64", arguments: ["hier", "12/02/2024", "2024-13-01", "2023-02-29", "2024-02-12T25:00", ""])
  func reference(_ date: String) throws {
    #expect(
      try run("extract", "--reference", date)
        == .init(
          status: 64, output: "",
          errors: """
            Error: The value '\(date)' is invalid for '--reference <date>'
            Help:  --reference <date>  The date of the text, which "hier" counts from: 2024-02-12 or 2024-02-12T08:30.

            """ + Self.extractUsage))
  }

  @Test("Some formats write one document: 64", arguments: ["json", "html", "brat", "timeml"])
  func oneDocument(_ format: String) throws {
    let expected = Command.Result(
      status: 64, output: "",
      errors: "Error: --format \(format) writes one document; use --format jsonl for several.\n" + Self.extractUsage)
    #expect(try run("extract", "--format", format, "bon.txt", "bon.txt") == expected)
    #expect(try run("extract", "--format", format, "--input", "jsonl") == expected)
  }

  @Test("An unknown format, flag or command: 64") func unknown() throws {
    #expect(try run("extract", "--format", "xml").status == 64)
    #expect(try run("extract", "--speed").status == 64)
    #expect(try run("reap").status == 64)
  }

  // MARK: - Output

  @Test("A full device: 74", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDevice() throws {
    #expect(
      try Command.shell("\"$GLANE\" extract bon.txt > /dev/full", in: folder.url)
        == .init(status: 74, output: "", errors: "glane: standard output: No space left on device\n"))
  }

  @Test("A closed pipe ends the command quietly, early, and with 0") func closedPipe() throws {
    try folder.write("stream", String(repeating: "{\"id\":1,\"text\":\"Il pleut.\"}\n", count: 50_000))
    let result = try Command.shell(
      "\"$GLANE\" extract --input jsonl --format jsonl stream | head -n 1; echo ${PIPESTATUS[0]}", in: folder.url)
    #expect(result == .init(status: 0, output: nothing("1", "[[0,9]]") + "0\n", errors: ""))
  }

  // MARK: - Rules

  /// A rule of a user's own, which the built-in ones build on: "en mai de l'an d'Austerlitz".
  private static let battles = """
    stage date-atoms

    list battle
      austerlitz => 1805

    rule battle-year
      match  l' an d' year:@battle
      make   date(year)
      yes    C'était [l'an d'Austerlitz]. => 1805
      no     la gare d'Austerlitz

    """

  @Test("A user's rule and list are read through the same door as the built-in ones") func goodRules() throws {
    try folder.write("battles.rules", Self.battles)
    try folder.write("more.tsv", "# list more-battles\nwaterloo\t1815\n")
    try folder.write("battles.txt", "Depuis l’an d’Austerlitz.")
    let result = try run(
      "extract", "--rules", "battles.rules", "--list", "more.tsv", "--format", "jsonl", "battles.txt")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains(#""text":"Depuis l’an d’Austerlitz""#))
    #expect(result.output.contains(#""value":"1805/..""#))
  }

  @Test("A missing rule file or list: 66", arguments: ["--rules", "--list"]) func missingRules(_ option: String) throws
  {
    #expect(
      try run("extract", option, "absent.rules", "bon.txt")
        == .init(status: 66, output: "", errors: "glane: absent.rules: No such file or directory\n"))
  }

  @Test(
    "A rule file with a mistake: 65, with file, line, column, what was found and what was expected",
    arguments: [
      ("stage date-atoms", "stag date-atoms", "1:1: found “stag”, expected “stage”, “list”, “let” or “rule”"),
      (
        "  austerlitz => 1805\n", "", "3:1: found the list “battle” without entries, expected indented lines of entries"
      ),
      (
        "list battle", "list month",
        "3:1: found the list “month” again, expected a new name or “list month +” to add to it"
      ),
      ("match ", "mach  ", "7:3: found “mach”, expected “match”, “make”, “yes”, “no” or “prio”"),
      ("d' year:@battle", "(d' year:@battle", "7:32: found the end, expected “)” to close the group"),
      ("@battle", "@batle", "7:24: found the list @batle, expected one that is declared"),
      ("date(year)", "dte(year)", "8:10: found the constructor “dte”, expected one of "),
      ("date(year)", "date(yaer)", "8:15: found the argument “yaer”, expected one that date takes: "),
      ("date(year)", "date(year: an)", "9:10: found “l'an d'Austerlitz” with the value XXXX, expected 1805"),
      (
        "  yes    C'était [l'an d'Austerlitz]. => 1805\n", "",
        "6:1: found the rule “battle-year” without “yes”, expected at least one"
      ),
      ("  no     la gare d'Austerlitz\n", "", "6:1: found the rule “battle-year” without “no”, expected at least one"),
      ("]. => 1805", "]. => 1806", "9:10: found “l'an d'Austerlitz” with the value 1805, expected 1806"),
      ("yes    C'était [l'an d'Austerlitz]", "yes    [C'était l'an d'Austerlitz]", "9:10: found "),
      ("no     la gare", "no     l'an", "10:10: found “l'an d'Austerlitz” by the rule “battle-year”, expected nothing"),
    ])
  func badRules(_ good: String, _ bad: String, _ message: String) throws {
    #expect(Self.battles.contains(good))
    try folder.write("user.rules", Self.battles.replacingOccurrences(of: good, with: bad))
    let result = try run("extract", "--rules", "user.rules", "bon.txt")
    #expect(result.status == 65)
    #expect(result.output == "")
    // The closed sets that some messages list grow with the library: their beginning is compared.
    #expect(result.errors.hasPrefix("glane: user.rules:\(message)"), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test("A rule file that is not UTF-8: 65") func rulesNotUTF8() throws {
    try folder.write("user.rules", Array("stage é".utf8) + [0xE9])
    #expect(
      try run("extract", "--rules", "user.rules", "bon.txt")
        == .init(
          status: 65, output: "",
          errors: "glane: user.rules:1:8: found a byte that is not UTF-8, expected UTF-8 text\n"))
  }

  @Test("A list with a mistake: 65") func badList() throws {
    try folder.write("list.tsv", "# list mine\n")
    #expect(
      try run("extract", "--list", "list.tsv", "bon.txt")
        == .init(
          status: 65, output: "",
          errors: "glane: list.tsv:1:1: found the list “mine” without entries, expected lines of entries\n"))
  }
}
