import GlaneText
import Testing

@testable import GlanePatterns

@Suite struct LoadErrorTests {
  static let rule = "stage one\nrule r\n  match a\n  make mark\n  yes a => a\n  no b\n"

  @Test(arguments: [
    ("rul x", "t.rules:1:1: found “rul”, expected “stage”, “list”, “let” or “rule”"),
    ("  stage x", "t.rules:1:1: found an indented line, expected “stage”, “list”, “let” or “rule” before it"),
    ("stage", "t.rules:1:6: found the end, expected the name of a stage"),
    ("stage one two", "t.rules:1:11: found “two”, expected the line to end"),
    ("rule r\n  match a", "t.rules:1:1: found the rule “r” before any “stage”, expected “stage NAME” above it"),
    ("stage one\nrule r\n  mtch a", "t.rules:3:3: found “mtch”, expected “match”, “make”, “yes”, “no” or “prio”"),
    (
      "stage one\nrule r\n  match a\n  make mark\n  no b",
      "t.rules:2:1: found the rule “r” without “yes”, expected at least one"
    ),
    (
      "stage one\nrule r\n  match a\n  make mark\n  yes a => a",
      "t.rules:2:1: found the rule “r” without “no”, expected at least one"
    ),
    (
      "stage one\nrule r\n  match a?\n  make mark\n  yes a => a\n  no b",
      "t.rules:2:1: found a pattern that may match nothing in “r”, expected at least one token"
    ),
    ("stage one\nrule r\n  match (a", "t.rules:3:11: found the end, expected “)” to close the group"),
    (
      "stage one\nrule r\n  match \"a",
      "t.rules:3:9: found a quotation mark without its partner, expected “\"” on the same line"
    ),
    ("stage one\nrule r\n  match {é}", "t.rules:3:9: found the macro {é}, expected one declared before with “let”"),
    (
      "stage one\nrule é\n  match éé %Kap",
      "t.rules:3:12: found the token class %Kap, expected one of %Cap %UPPER %Name %lower %word %number %ordinal %acronym %initial %abbreviation %punct %elided %clitic %any"
    ),
    ("stage one\nrule r\n  match a{3,2}", "t.rules:3:10: found a repetition {3,2}, expected {m,n} with m ≤ n ≤ 32"),
    (
      "stage one\nrule r\n  match (a?)*",
      "t.rules:3:9: found a repetition of something that may match nothing, expected at least one token"
    ),
    (
      "stage one\nrule r\n  match a\n  make mark\n  yes a\n  no b",
      "t.rules:5:7: found a “yes” without “=>”, expected “yes TEXT => VALUE”"
    ),
    (
      "stage one\nrule r\n  match a\n  make mark\n  yes [a => a\n  no b",
      "t.rules:5:7: found a bracket without its partner, expected [ and ] round the span"
    ),
    (
      "stage one\nrule r\n  match a\n  make mark\n  prio haut",
      "t.rules:5:8: found “haut”, expected a whole number after “prio”"
    ),
    ("list l", "t.rules:1:1: found the list “l” without entries, expected indented lines of entries"),
    ("list l\n  a,,b", "t.rules:2:5: found an empty entry, expected a word"),
    ("# list l\n", "t.rules:1:1: found the list “l” without entries, expected lines of entries"),
    (rule.replacing("stage one", with: "stage six"), "t.rules:2:1: found the stage “six”, expected one of one, two"),
    (
      rule.replacing("make mark", with: "make mrak"),
      "t.rules:4:8: found the constructor “mrak”, expected one of mark, need"
    ),
    (
      rule.replacing("make mark", with: "make mark(z: 1)"),
      "t.rules:4:13: found the argument “z”, expected one that mark takes: x, y"
    ),
    (
      rule.replacing("make mark", with: "make mark(x: 1, x: 2)"),
      "t.rules:4:19: found the argument “x” twice, expected it once"
    ),
    (rule.replacing("make mark", with: "make mark(x)"), "t.rules:4:13: found “x”, expected a capture of the pattern: "),
    (rule.replacing("make mark", with: "make need"), "t.rules:4:8: found need without “x”, expected that argument"),
    (
      rule.replacing("match a", with: "match @liste"),
      "t.rules:3:9: found the list @liste, expected one that is declared"
    ),
    (
      rule.replacing("match a", with: "match <date>"),
      "t.rules:3:9: found the constituent <date>, expected one of marked"
    ),
    (
      rule + rule.replacing("stage one\n", with: ""),
      "t.rules:7:1: found the rule “r” again, expected a name not used in t.rules"
    ),
    (
      "list l\n  a\nlist l\n  b",
      "t.rules:3:1: found the list “l” again, expected a new name or “list l +” to add to it"
    ),
    (
      "list towns\n  a\nlist people\n  b\nlist twons +\n  c",
      "t.rules:5:1: found nothing to add to: no list “twons” is declared, expected one of people, towns"
    ),
    (
      "# list twons +\na\n",
      "t.rules:1:1: found nothing to add to: no list “twons” is declared, expected “twons” without “+” for a new one"
    ),
    (
      "list l\n  a, \(String(repeating: "b", count: 70_000)) => 1",
      "t.rules:2:6: found an entry of more than 65000 bytes with its value, expected fewer"
    ),
    (
      "list l\n  a => \(String(repeating: "b", count: 70_000))",
      "t.rules:2:3: found an entry of more than 65000 bytes with its value, expected fewer"
    ),
    (
      rule.replacing("match a", with: "match a \(String(repeating: "b", count: 70_000))"),
      "t.rules:3:11: found words of 70000 bytes, expected at most 65000"
    ),
    ("list l\n  a, ' ,b\n  c, \u{AD}", "t.rules:3:6: found the entry “\u{AD}” without a token, expected a word"),
  ])
  func message(_ text: String, _ expected: String) {
    let error = #expect(throws: LoadError.self) {
      var loader = RuleLoader(
        stages: ["one", "two"],
        constructors: [
          ConstructorSignature("mark", optional: ["x", "y"], yields: ["marked"]),
          ConstructorSignature("need", required: ["x"], yields: []),
        ])
      try loader.add(RuleSource(name: "t.rules", text: text))
      _ = try loader.load()
    }
    #expect(error?.description == expected)
  }

  @Test func bytesThatAreNotUTF8() {
    let error = #expect(throws: LoadError.self) {
      var loader = RuleLoader(stages: ["one"], constructors: [])
      try loader.add(RuleSource(name: "t.rules", utf8: Array("stage é".utf8) + [0xFF]))
    }
    #expect(error?.description == "t.rules:1:8: found a byte that is not UTF-8, expected UTF-8 text")
  }

  @Test func carriageReturnsAndByteOrderMark() throws {
    var loader = RuleLoader(stages: ["one", "two"], constructors: [ConstructorSignature("mark", yields: ["marked"])])
    try loader.add(RuleSource(name: "t.rules", text: "\u{FEFF}" + Self.rule.replacing("\n", with: "\r\n")))
    let rules = try loader.load()
    #expect(rules.rules.map(\.name) == ["r"])
    #expect(rules.rules[0].accepts[0].value == "a")
  }
}
