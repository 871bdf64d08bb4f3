import GlaneText
import Testing

@testable import GlanePatterns

/// A rule is tried only where it may match: what its sentence must have (``Need``), what must follow its first step. Nothing
/// may be lost by that.
@Suite struct StartTests {
  private static let patterns = [
    "a b", "a (b | c)", "a b? c", "(a | b) c d", "a &(b c) %lower", "a !b", "&<a b", "!<a b", "a{2,3} b",
    "(a \",\")+ b",
    "a [%lower !b]", "a (b c | d)", "@pair c", "a @pair", "(@pair | d) a?", "^ a b", "a b $", "a ~ \",\"", "<int> a",
    "a <int>", "(a | <int>) b", "%lower{1,2} d", "(a b | c)? d", "a (b? c? d)?",
  ]

  private func marker() throws -> Marker {
    let rules = Self.patterns.enumerated().map { i, pattern in
      "rule r\(i)\n  match \(pattern)\n  make mark\n  yes a => a\n  no b\n"
    }
    return try Marker("stage one\nlist pair\n  b c\n  c d\n  a\n" + rules.joined())
  }

  /// Every text of up to five of these words: the cascade finds what the matcher finds that tries every rule at every token.
  @Test func theCascadeMissesNothing() throws {
    let rules = try marker().rules
    let words = ["a", "b", "c", "d", ",", "7", "e."]
    var random = Steps(state: 7)
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
      var chart = Chart(text: Tokenizer().tokenize(text), rules: rules)
      chart.annotate()
      var expected: [String] = []
      var matcher = Matcher()
      for token in 0..<chart.tokenCount {
        matcher.forgetCalls()
        for (r, rule) in rules.rules.enumerated() {
          let sentence = chart.sentence(of: token)
          if let match = matcher.match(Int32(r), rules.programs, chart, at: token, sentence: sentence),
            match.end > token
          {
            expected.append("\(token) \(rule.name) \(match.end)")
          }
        }
      }
      var found: [String] = []
      var cascade = Cascade()
      // Every match is refused, so each is offered, and the next token is looked at.
      cascade.run(stage: 0, on: &chart) { match, _ in
        found.append("\(match.tokens.lowerBound) \(match.rule.name) \(match.tokens.upperBound)")
        return false
      }
      #expect(found.sorted() == expected.sorted(), "\(text)")
    }
  }

  /// What an earlier stage puts behind a word opens the word again.
  @Test func aConstituentOpensTheTokenBeforeIt() throws {
    let marker = try Marker(
      """
      stage one
      rule inner
        match x:b c
        make mark(x)
        yes a => a
        no b
      stage two
      rule outer
        match x:a <marked>
        make mark(x)
        yes a => a
        no b
      """)
    #expect(
      marker.marks("a b c. a b d. A b c") == [
        "inner[b c] x=b:0", "inner[b c] x=b:0", "outer[a b c] x=a:0", "outer[A b c] x=A:0",
      ])
  }

  @Test func needsOfAPattern() throws {
    let rules = try marker().rules
    func needs(_ i: Int) -> [Set<String>] {
      rules.rules[i].program.needs.map { set in
        Set(
          set.map { symbol in
            switch rules.symbols.names[Int(symbol.id)] {
            case .word(let w): String(decoding: w, as: UTF8.self)
            case .list(let l): "@" + l
            case .constituent(let c): "<\(c)>"
            }
          })
      }
    }
    #expect(needs(0) == [["a"], ["b"]])
    #expect(needs(1) == [["a"], ["b", "c"]])
    #expect(needs(2) == [["a"], ["c"]])
    #expect(needs(3) == [["a", "b"], ["c"], ["d"]])
    #expect(needs(4) == [["a"], ["b"], ["c"]])
    #expect(needs(5) == [["a"]])
    #expect(needs(12) == [["@pair"], ["c"]])
    #expect(needs(20) == [["b"]])  // a recogniser may start at anything
    #expect(needs(22) == [["d"]])
  }
}

/// SplitMix64, so that a failure can be run again.
private struct Steps: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
