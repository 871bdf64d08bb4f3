import GlaneText
import Testing

@testable import GlanePatterns

/// A rule set with one stage and one constructor, which marks what it matched.
struct Marker {
  let rules: RuleSet

  init(_ text: String, gazetteers: [Gazetteer] = []) throws {
    var loader = RuleLoader(
      stages: ["one", "two"],
      constructors: [ConstructorSignature("mark", optional: ["x", "y"], yields: ["marked"])],
      recognisers: [
        Recogniser("int", kinds: [.number], words: ["mille"]) { chart, token, _, arguments in
          let digits = chart.text.string(chart.text.tokens.span(at: token))
          let value = digits == "mille" ? 1000 : Int32(digits)
          guard let value, arguments.bounds ~= Int(value) else { return nil }
          return .init(end: token + 1, value: value)
        }
      ])
    for g in gazetteers { loader.add(g) }
    try loader.add(RuleSource(name: "t.rules", text: text))
    rules = try loader.load()
  }

  /// `rule[text](x=… y=…)` for each match, in order.
  func marks(_ text: String, refuse: (String) -> Bool = { _ in false }) -> [String] {
    var chart = Chart(text: Tokenizer().tokenize(text), rules: rules)
    chart.annotate()
    var out: [String] = []
    var cascade = Cascade()
    for stage in 0..<2 {
      cascade.run(stage: stage, on: &chart) { match, chart in
        let span = chart.span(match.tokens)
        if refuse(chart.text.string(span)) { return false }
        var line = "\(match.rule.name)[\(chart.text.string(span))]"
        for i in 0..<2 {
          for c in match.allCaptures(i) {
            line += " \(i == 0 ? "x" : "y")=\(chart.text.string(chart.span(c.tokens))):\(c.value)"
          }
        }
        out.append(line)
        chart.add(chart.rules.constituent("marked")!, match.tokens, rule: match.ruleIndex, payload: 7)
        return true
      }
    }
    return out
  }
}

private let tail = "\n  yes a => a\n  no b\n"

@Suite struct MatcherTests {
  @Test(arguments: [
    ("(le | l') jour", "l’JOUR et le jour", ["r[l’JOUR]", "r[le jour]"]),
    ("étape", "ETAPE Étape etape étapé", ["r[ETAPE]", "r[Étape]", "r[etape]"]),
    ("à l' issue", "A l'issue, à l'issue, a l'issue", ["r[A l'issue]", "r[à l'issue]"]),
    ("un x:%lower y:%Cap?", "un homme Paul", ["r[un homme Paul] x=homme:0 y=Paul:0"]),
    ("x:<int 1 31> mars", "3 mars, 32 mars, 31 mars", ["r[3 mars] x=3:3", "r[31 mars] x=31:31"]),
    ("(x:%lower \",\"?)+ fin", "un, deux, fin", ["r[un, deux, fin] x=un:0 x=deux:0"]),
    ("%number ~ \"%\"", "3% ou 3 %", ["r[3%]"]),
    ("^ le jour", "le jour, le jour. Le jour", ["r[le jour]", "r[Le jour]"]),
    ("[%lower !le] !jour", "le jour tel jour", ["r[jour]", "r[jour]"]),
    ("!<le x:jour", "le jour, un jour", ["r[jour] x=jour:0"]),
    ("&(le jour) le", "le jour, le soir", ["r[le]"]),
    ("\"jusqu'à ce que\"", "Jusqu'à ce que", ["r[Jusqu'à ce que]"]),
    ("a{2,3}", "a a a a", ["r[a a a]"]),
  ])
  func patterns(_ pattern: String, _ text: String, _ expected: [String]) throws {
    let marker = try Marker(
      "stage one\nlet unused = \"a\" # so that “a” is a word of its own\nrule a-word\n  match à zzz\n  make mark\(tail)rule a-bare\n  match a zzz\n  make mark\(tail)rule r\n  match \(pattern)\n  make mark\(pattern.contains("x:") ? pattern.contains("y:") ? "(x, y)" : "(x)" : "")\(tail)"
    )
    #expect(marker.marks(text) == expected)
  }

  @Test func longestThenPriorityThenOrder() throws {
    let marker = try Marker(
      """
      stage one
      rule short
        match a
        make mark\(tail)
      rule first
        match a b
        make mark\(tail)
      rule second
        match a %lower
        make mark
        prio 3\(tail)
      """)
    #expect(marker.marks("a b") == ["second[a b]"])
    #expect(marker.marks("a") == ["short[a]"])
    #expect(marker.marks("a b") { $0 == "a b" } == ["short[a]"])
  }

  @Test func laterStagesSeeConstituents() throws {
    let marker = try Marker(
      """
      stage one
      list day
        lundi, lun. => 1
        "mardi gras", mardi => 2
      rule day
        match x:@day
        make mark(x)\(tail)
      stage two
      rule days
        match x:<marked> (et <marked>)+
        make mark(x)\(tail)
      """.replacing("\"mardi gras\"", with: "mardi gras"))
    #expect(
      marker.marks("lundi et mardi gras, Mardi") == [
        "day[lundi] x=lundi:1", "day[mardi gras] x=mardi gras:2", "day[Mardi] x=Mardi:2",
        "days[lundi et mardi gras] x=lundi:7",
      ])
  }

  @Test func gazetteerImageIsUsedAsItLies() throws {
    var builder = GazetteerBuilder()
    let towns = builder.list("town")
    builder.add("La Haye", list: towns, value: .integer(4))
    builder.add("Évry", list: towns, value: .text("FR"))
    let image = builder.image()
    let marker = try Marker(
      "stage one\nrule t\n  match à x:@town\n  make mark(x)\(tail)", gazetteers: [Gazetteer(image: image)])
    #expect(
      marker.marks("à LA HAYE, à Evry, à la haye, à La") == [
        "t[à LA HAYE] x=LA HAYE:4", "t[à Evry] x=Evry:0", "t[à la haye] x=la haye:4",
      ])
    #expect(marker.rules.text(0) == "FR")
    #expect(builder.image() == image)
  }
}

/// All ends that a pattern can reach, found the slow way.
private func naive(_ p: Pattern, _ names: NameTable, _ t: [String], _ i: Int) -> Set<Int> {
  func naive(_ p: Pattern, _ t: [String], _ i: Int) -> Set<Int> { GlanePatternsTests.naive(p, names, t, i) }
  return switch p {
  case .literal(let w, _): i < t.count && t[i] == names.text(of: w) ? [i + 1] : []
  case .shape: i < t.count ? [i + 1] : []
  case .sequence(let items): items.reduce([i]) { ends, item in Set(ends.flatMap { naive(item, t, $0) }) }
  case .choice(let branches): Set(branches.flatMap { naive($0, t, i) })
  case .capture(_, let item): naive(item, t, i)
  case .lookahead(let item, let negative): naive(item, t, i).isEmpty == negative ? [i] : []
  case .repetition(let item, let low, let high):
    (0..<high).reduce((low == 0 ? Set([i]) : [], Set([i]))) { (acc: (Set<Int>, Set<Int>), n: Int) in
      let next = Set(acc.1.flatMap { naive(item, t, $0) })
      return (n + 1 >= low ? acc.0.union(next) : acc.0, next)
    }.0
  default: []
  }
}

@Suite struct MatcherAgainstNaive {
  static let patterns = [
    "a b c", "a (b | c)*", "(a | a b) (c | b c)", "(a b?)+ c", "a{2,3} b?", "(a | b)+ c a?", "a !b %any", "a &(b c) b",
    "(a (b | c)?){1,3} c", "(a | a b?) !(b | c) %any?", "(a b | a) %any? !(a | b c) c", "(a | b)* &(c a | c) c",
    "%any* b", "a (b* | c) a", "(a a | a)+ b", "(a | b | c)+ a b",
  ]

  /// Every string over {a, b, c} up to six tokens, from every start.
  @Test(arguments: patterns)
  func sameLongestEnd(_ source: String) throws {
    let marker = try Marker("stage one\nrule r\n  match \(source)\n  make mark\(tail)")
    var parser = PatternParser()
    let pattern = try parser.parse(RuleCursor(source: RuleSource(name: "p", text: source)))
    var strings: [[String]] = [[]]
    for _ in 0..<6 { strings += strings.flatMap { s in s.count < 6 ? ["a", "b", "c"].map { s + [$0] } : [] } }
    for tokens in Set(strings) where !tokens.isEmpty {
      var chart = Chart(text: Tokenizer().tokenize(tokens.joined(separator: " ")), rules: marker.rules)
      chart.annotate()
      try #require(chart.tokenCount == tokens.count)
      var matcher = Matcher()
      for start in tokens.indices {
        let expected = naive(pattern, parser.names, tokens, start).max().flatMap { $0 > start ? $0 : nil }
        let got = matcher.match(0, marker.rules.programs, chart, at: start, sentence: 0..<tokens.count)
        if got?.end != expected {
          Issue.record("\(source) on \(tokens) from \(start): \(got?.end ?? -1), expected \(expected ?? -1)")
        }
      }
    }
  }

  /// A recogniser that goes on as long as it may is never shown more of the text than a match may take: asked at every token
  /// of one long sentence, it would cost the square of its length.
  @Test func recognisersLookNoFurtherThanAMatchMayReach() throws {
    var loader = RuleLoader(
      stages: ["one"], constructors: [ConstructorSignature("mark", yields: ["marked"])],
      recognisers: [
        Recogniser("run", kinds: [.word]) { _, token, limit, _ in
          #expect(limit - token <= Matcher.maximumLength)
          return .init(end: limit, value: 0)
        }
      ])
    try loader.add(
      RuleSource(
        name: "t.rules", text: "stage one\n\nrule r\n  match <run> \"!\"\n  make mark()\n  yes a ! => a\n  no b\n")
    )
    let rules = try loader.load()
    var chart = Chart(
      text: Tokenizer().tokenize(Array(repeating: "mot", count: 1_000).joined(separator: " ")), rules: rules)
    chart.annotate()
    var cascade = Cascade()
    var found = 0
    cascade.run(stage: 0, on: &chart) { _, _ in
      found += 1
      return true
    }
    #expect(found == 0)
  }

  /// Sentences taken a few at a time give what the whole text gives.
  @Test func stretchesOfAText() throws {
    let marker = try Marker("stage one\n\nrule r\n  match x:<int> jours\n  make mark(x: x)\n  yes a => a\n  no b\n")
    let text = Tokenizer().tokenize("Il reste 3 jours. Puis 4 jours. Et 5 jours.")
    func marks(_ stretches: [Range<Int>]) -> [Int] {
      var chart = Chart(text: text, rules: marker.rules)
      chart.annotate()
      var out: [Int] = []
      var cascade = Cascade()
      for stretch in stretches {
        cascade.run(stage: 0, on: &chart, tokens: stretch) { match, _ in
          out.append(match.tokens.lowerBound)
          return true
        }
      }
      return out
    }
    let whole = marks([0..<text.tokens.count])
    #expect(whole.count == 3)
    #expect(marks(text.sentenceStarts.indices.map { text.sentenceTokens($0) }) == whole)
    #expect(marks([text.sentenceTokens(1)]) == [whole[1]])
  }
}
