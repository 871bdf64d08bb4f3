import GlaneText

/// A match of a rule, handed to the constructor that the rule names.
package struct RuleMatch: Sendable {
  /// Index into ``RuleSet/rules``.
  package let ruleIndex: Int32
  package let rule: Rule
  package let tokens: Range<Int>
  /// In the order in which they were closed.
  package let captures: [Capture]

  /// Whether the rule gives that argument of its constructor (index into the signature's labels) and the match filled it.
  package func has(_ argument: Int) -> Bool {
    switch rule.arguments[argument] {
    case .absent: false
    case .capture(let slot): captures.contains { $0.slot == slot }
    case .integer, .word: true
    }
  }

  /// The first capture of an argument.
  package func capture(_ argument: Int) -> Capture? {
    guard case .capture(let slot) = rule.arguments[argument] else { return nil }
    return captures.first { $0.slot == slot }
  }

  /// Every capture of an argument, in reading order.
  package func allCaptures(_ argument: Int) -> [Capture] {
    guard case .capture(let slot) = rule.arguments[argument] else { return [] }
    return captures.filter { $0.slot == slot }
  }

  /// A number: the one the rule gives, or the value of the capture.
  package func integer(_ argument: Int) -> Int? {
    switch rule.arguments[argument] {
    case .integer(let n): n
    case .capture(let slot): captures.first { $0.slot == slot }.map { Int($0.value) }
    case .absent, .word: nil
    }
  }

  /// A bare word that the rule gives.
  package func word(_ argument: Int) -> String? {
    if case .word(let w) = rule.arguments[argument] { w } else { nil }
  }
}

/// Runs stages of a rule set over a chart.
package struct Cascade {
  private var matcher = Matcher()
  private var seen: [Int32] = []
  /// By rule: the last look at a token in which it was noted, so that it is noted once.
  private var notedAt: [Int] = []
  private var look = 0
  private var candidates: [(end: Int, rule: Int32)] = []

  package init() {}

  /// Runs one stage: from left to right, at each token the longest match, then the higher priority, then the rule
  /// loaded first; matches that are taken do not overlap.
  ///
  /// - Parameter build: Makes what the rule's constructor gives and adds it to the chart; returns false to refuse the
  ///   match, which leaves the place to the next best.
  /// - Complexity: O(tokens × rules that may start at one).
  package mutating func run(
    stage: Int, on chart: inout Chart, build: (borrowing RuleMatch, inout Chart) -> Bool
  ) {
    matcher.forgetCalls()  // a recogniser may look at what earlier stages found
    if notedAt.isEmpty { notedAt = [Int](repeating: 0, count: chart.rules.rules.count) }
    let bit = UInt64(1) << UInt64(stage)
    var token = 0
    let count = chart.tokenCount
    while token < count {
      guard chart.stageMask[token] & bit != 0 else {
        token += 1
        continue
      }
      token = runOne(stage, at: token, on: &chart, build)
    }
  }

  private mutating func runOne(
    _ stage: Int, at token: Int, on chart: inout Chart, _ build: (borrowing RuleMatch, inout Chart) -> Bool
  ) -> Int {
    collect(stage, token, chart)
    guard !seen.isEmpty else { return token + 1 }
    let sentence = chart.sentence(of: token)
    candidates.removeAll(keepingCapacity: true)
    let rules = chart.rules
    var lastTried: Int32 = -1
    var lastMatch: Matcher.Match?
    // What stands behind the first step tells most rules apart.
    for r in seen {
      guard rules.triggers.mayStart(Int(r), chart, token, limit: sentence.upperBound, &matcher) else { continue }
      lastTried = r
      if let match = matcher.match(rules.programs[Int(r)], chart, at: token, sentence: sentence), match.end > token {
        candidates.append((match.end, r))
        lastMatch = match
      }
    }
    if candidates.count > 1 {
      candidates.sort {
        if $0.end != $1.end { return $0.end > $1.end }
        let (p, q) = (rules.priorities[Int($0.rule)], rules.priorities[Int($1.rule)])
        return p != q ? p > q : $0.rule < $1.rule
      }
    }
    for candidate in candidates {
      let rule = rules.rules[Int(candidate.rule)]
      // Matched again for its captures, unless it was what the matcher did last: they are only read out of the winner.
      let again =
        lastTried == candidate.rule ? lastMatch : matcher.match(rule.program, chart, at: token, sentence: sentence)
      lastTried = candidate.rule
      lastMatch = again
      guard let match = again else { continue }
      let found = RuleMatch(
        ruleIndex: candidate.rule, rule: rule, tokens: token..<match.end, captures: matcher.captures(match))
      if build(found, &chart) { return match.end }
    }
    return token + 1
  }

  /// The rules of a stage that may start at a token, each once.
  private mutating func collect(_ stage: Int, _ token: Int, _ chart: borrowing Chart) {
    seen.removeAll(keepingCapacity: true)
    look += 1
    let triggers = chart.rules.triggers
    func note(_ list: [Int32]) {
      for r in list where notedAt[Int(r)] != look {
        notedAt[Int(r)] = look
        seen.append(r)
      }
    }
    for i in Int(chart.entryStarts[token])..<Int(chart.entryStarts[token + 1]) {
      let list = triggers.listOfSymbol[stage][Int(chart.entries[i].symbol.id)]
      if list != 0 { note(triggers.ruleLists[Int(list)]) }
    }
    var e = chart.firstEdge(at: token)
    while e >= 0 {
      let edge = chart.edges[Int(e)]
      let list = triggers.listOfSymbol[stage][Int(edge.symbol.id)]
      if list != 0 { note(triggers.ruleLists[Int(list)]) }
      e = edge.next
    }
    let kind = chart.text.tokens.kinds[token]
    for (bit, list) in triggers.byClass[stage] where bit & chart.classMask[token] != 0 { note(list) }
    for (k, list) in triggers.byKind[stage] where k == kind { note(list) }
  }
}
