import Foundation
import Testing

@testable import Glane

@Suite struct EvaluationTests {
  // MARK: pairs

  /// Spans as `a-b`; pairs as `gold:found`, with `=` where the spans are equal.
  @Test(arguments: [
    ("0-5", "0-5", "0=0"),
    ("0-5", "0-4", "0:0"),
    ("0-5", "5-8", ""),
    // One that is equal before one that shares more with another.
    ("0-10 0-4", "0-4", "1=0"),
    // Each is used once, and the one that shares most goes first.
    ("0-4 5-20", "3-18", "1:0"),
    ("0-10", "0-3 4-10", "0:1"),
    // The same span twice.
    ("0-5 0-5", "0-5 0-5", "0=0 1=1"),
    ("0-5 0-5", "0-5", "0=0"),
    // A long found span that starts far before.
    ("50-60 100-110", "0-105 108-109", "0:0 1:1"),
    ("", "0-5", ""),
  ])
  func pairs(_ gold: String, _ found: String, _ expected: String) {
    let pairs = SpanPairs(gold: spans(gold), found: spans(found))
    let words = pairs.found.sorted { $0.key < $1.key }
      .map { "\($0.key)\(pairs.exact.contains($0.key) ? "=" : ":")\($0.value)" }
    #expect(words.joined(separator: " ") == expected)
    #expect(pairs.gold.count == pairs.found.count)
  }

  private func spans(_ text: String) -> [TextSpan] {
    text.split(separator: " ").map { span in
      let ends = span.split(separator: "-").map { Int($0)! }
      return TextSpan(start: ends[0], end: ends[1])
    }
  }

  // MARK: scores

  private static let text = "Le 3 mai 2024, Paul Martin, maire de Lyon, a dit : « Tout va bien. »"

  /// Scores one gold against what Glane finds in ``text``: date 0..<13 = 2024-05-03, person 15..<26, function 28..<41
  /// with its holder, place 37..<41, quotation 53..<66 of that person.
  private func evaluate(_ gold: String...) throws -> Evaluation {
    var evaluation = Evaluation()
    for members in gold {
      let line = #"{"id":"d","text":"\#(Self.text)",\#(members)}"#
      let document = try Array(line.utf8).withUnsafeBufferPointer { try GoldDocument(parsing: $0) }
      evaluation.add(Extractor().extract(utf8: document.text), gold: document)
    }
    return evaluation
  }

  private func line(_ evaluation: Evaluation) -> [String] {
    evaluation.rows.map { row in
      let (s, f) = (evaluation.strict(row), evaluation.fuzzy(row))
      return "\(row.name) \(s.right)/\(s.gold)/\(s.found)" + (f.gold > 0 ? " \(f.right)" : "")
    }
  }

  /// `row right/gold/found fuzzy`.
  @Test(arguments: [
    (#""mentions":[{"type":"person","start":15,"end":26}]"#, ["person 1/1/1 1"]),
    (#""mentions":[{"type":"person","start":20,"end":26}]"#, ["person 0/1/1 1"]),
    (#""mentions":[{"type":"person","start":0,"end":5}]"#, ["person 0/1/1 0"]),
    (#""mentions":[{"type":"organization","start":15,"end":26}]"#, ["organization 0/1/0 0"]),
    (#""mentions":[{"type":"date","start":3,"end":13,"value":"2024-05-03"}]"#, ["date 0/1/1 1", "value 1/1/1"]),
    (#""mentions":[{"type":"date","start":0,"end":13,"value":"2024-05"}]"#, ["date 1/1/1 1", "value 0/1/1"]),
    // The value counts whatever type the gold gives the expression.
    (#""mentions":[{"type":"period","start":0,"end":13,"value":"2024-05-03"}]"#, ["period 0/1/0 0", "value 1/1/1"]),
    (
      #""mentions":[{"type":"person","start":15,"end":26,"entity":"x"},{"type":"function","start":28,"end":41,"holders":["x"],"label":"maire de Lyon"}]"#,
      ["person 1/1/1 1", "function 1/1/1 1", "holder 1/1/1", "label 1/1/1"]
    ),
    (
      #""mentions":[{"type":"function","start":28,"end":33,"holders":["x"],"label":"maire"}]"#,
      ["function 0/1/1 1", "holder 0/1/1", "label 0/1/1"]
    ),
    (#""mentions":[],"quotes":[{"start":53,"end":66}]"#, ["quotation 1/1/1 1"]),
    (
      #""mentions":[{"type":"person","start":15,"end":26,"entity":"x"}],"quotes":[{"start":51,"end":68,"speaker":"x"}]"#,
      ["person 1/1/1 1", "quotation 0/1/1 1", "speaker 1/1/1"]
    ),
    (
      #""mentions":[{"type":"place","start":37,"end":41,"entity":"x"}],"quotes":[{"start":53,"end":66,"speaker":"x"}]"#,
      ["place 1/1/1 1", "quotation 1/1/1 1", "speaker 0/1/1"]
    ),
    (#""mentions":[]"#, []),
  ])
  func scores(_ gold: String, _ expected: [String]) throws {
    #expect(line(try evaluate(gold)) == expected)
  }

  @Test func documentsAddUp() throws {
    let evaluation = try evaluate(
      #""mentions":[{"type":"person","start":15,"end":26}]"#, #""mentions":[{"type":"person","start":15,"end":20}]"#,
      #""mentions":[]"#)
    let score = evaluation.strict(.type(.person))
    #expect(score == .init(gold: 2, found: 3, right: 1))
    #expect(score.precision == 1.0 / 3)
    #expect(score.recall == 0.5)
    #expect(score.f1 == 0.4)
    #expect(evaluation.fuzzy(.type(.person)).right == 2)
    #expect(Evaluation.Score().f1 == nil)
    #expect(Evaluation.Score(gold: 1).precision == nil)
    #expect(Evaluation.Score(gold: 1).f1 == 0)
  }

  @Test func report() throws {
    let evaluation = try evaluate(
      #""mentions":[{"type":"date","start":0,"end":13,"value":"2024-05"},{"type":"person","start":20,"end":26},{"type":"event","start":43,"end":48}]"#
    )
    #expect(
      evaluation.report == """
        1 document

                        gold  found      P      R     F1  P fuzzy  R fuzzy  F1 fuzzy
          date             1      1  100.0  100.0  100.0    100.0    100.0     100.0
          person           1      1    0.0    0.0    0.0    100.0    100.0     100.0
          event            1      0      –    0.0    0.0        –      0.0       0.0
          value            1      1    0.0    0.0    0.0
          all mentions     3      2   50.0   33.3   40.0    100.0     66.7      80.0

        Not in the gold, so not judged: function (1), place (1), quotation (1)

        Rules that erred
          rule            of      right  ends  wrong
          day-month-year  value       0     0      1
          name            person      0     1      0

        Mistakes, the first 10 of each sort, at UTF-8 offsets
          d:15..<26  person ends elsewhere: “Paul Martin”, want “Martin”, by name
          d:43..<48  event missed: “a dit”
          d:0..<13  value: “Le 3 mai 2024 = 2024-05-03”, want “2024-05”, by day-month-year

        """)
  }

  @Test func json() throws {
    let evaluation = try evaluate(#""mentions":[{"type":"person","start":20,"end":26}]"#)
    #expect(
      String(decoding: evaluation.json(pretty: false), as: UTF8.self)
        == #"{"documents":1,"scores":[{"of":"person","gold":1,"found":1,"#
        + #""strict":{"right":0,"precision":0.0000,"recall":0.0000,"f1":0.0000},"#
        + #""fuzzy":{"right":1,"precision":1.0000,"recall":1.0000,"f1":1.0000}}],"#
        + #""rules":[{"rule":"name","of":"person","right":0,"ends":1,"wrong":0}],"#
        + #""mistakes":[{"kind":"boundary","of":"person","document":"d","utf8":[15,26],"rule":"name","#
        + #""found":"Paul Martin","gold":"Martin"}]}"#)
    let pretty = try JSONSerialization.jsonObject(with: Data(evaluation.json())) as? NSObject
    #expect(pretty == (try JSONSerialization.jsonObject(with: Data(evaluation.json(pretty: false))) as? NSObject))
  }

  @Test func mistakesAreKeptUpToTheirNumber() throws {
    var evaluation = Evaluation(mistakesKept: 2)
    let line = #"{"text":"Il pleut.","mentions":[{"type":"event","start":0,"end":2}]}"#
    let gold = try Array(line.utf8).withUnsafeBufferPointer { try GoldDocument(parsing: $0) }
    for _ in 0..<5 { evaluation.add(Extractor().extract(utf8: gold.text), gold: gold) }
    #expect(evaluation.strict(.type(.event)) == .init(gold: 5))
    #expect(evaluation.mistakes[.type(.event)]?.map(\.document) == ["1", "2"])
  }

  // MARK: gold

  @Test(arguments: [
    (#"{"mentions":[]}"#, "found no “text”, expected a string under that key"),
    (#"{"text":"été","offsets":"bytes"}"#, "offsets: found bytes, expected utf8, utf16 or unicode-scalar"),
    (#"{"text":"été","mentions":[{"start":0,"end":3}]}"#, "mentions[0]: found no type, expected a type such as person"),
    (
      #"{"text":"été","mentions":[{"type":"man","start":0,"end":3}]}"#,
      "mentions[0]: found man, expected a type such as person"
    ),
    (
      #"{"text":"été","mentions":[{"type":"date","start":0}]}"#,
      "mentions[0]: found no span, expected whole numbers under “start” and “end”"
    ),
    (
      #"{"text":"été","mentions":[{"type":"date","start":0,"end":4}]}"#,
      "mentions[0]: found 0..<4, expected a span inside the text"
    ),
    (
      #"{"text":"été","mentions":[{"type":"date","start":2,"end":2}]}"#,
      "mentions[0]: found 2..<2, expected a span inside the text"
    ),
    (
      #"{"text":"été","offsets":"utf8","quotes":[{"start":1,"end":9}]}"#,
      "quotes[0]: found 1..<9, expected a span inside the text"
    ),
    (
      #"{"text":"un été","quotes":[{"start":0,"end":2,"text":"été"}]}"#,
      "quotes[0]: found “un” at 0..<2, expected “été” as under “text”"
    ),
  ])
  func badGold(_ line: String, _ message: String) throws {
    let error = #expect(throws: DocumentLine.Failure.self) {
      try Array(line.utf8).withUnsafeBufferPointer { try GoldDocument(parsing: $0) }
    }
    #expect(error?.message == message)
  }

  @Test(arguments: [("utf8", 5, 10), ("utf16", 3, 6), ("unicode-scalar", 2, 5)])
  func offsets(_ unit: String, _ start: Int, _ end: Int) throws {
    let line = #"{"text":"😀 été 😀","offsets":"\#(unit)","mentions":[{"type":"date","start":\#(start),"end":\#(end)}]}"#
    let gold = try Array(line.utf8).withUnsafeBufferPointer { try GoldDocument(parsing: $0) }
    #expect(gold.mentions.map(\.span) == [TextSpan(start: 5, end: 10)])
  }
}
