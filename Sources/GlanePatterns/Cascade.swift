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
  private var candidates: [(match: Matcher.Match, rule: Int32)] = []
  /// What the sentence at hand has of what rules need.
  private var met = Need.Bits.zero

  package init() {}

  /// Runs one stage over some sentences: from left to right, at each token the longest match, then the higher priority, then the rule
  /// loaded first; matches that are taken do not overlap.
  ///
  /// - Parameters:
  ///   - tokens: Whole sentences; nil for all.
  ///   - build: Makes what the rule's constructor gives and adds it to the chart; returns false to refuse the match, which
  ///     leaves the place to the next best.
  /// - Complexity: O(tokens × rules that may start at one).
  package mutating func run(
    stage: Int, on chart: inout Chart, tokens: Range<Int>? = nil, build: (borrowing RuleMatch, inout Chart) -> Bool
  ) {
    matcher.forgetCalls()  // a recogniser may look at what earlier stages found
    if notedAt.isEmpty { notedAt = [Int](repeating: 0, count: chart.rules.rules.count) }
    let triggers = chart.rules.triggers
    let bit = UInt64(1) << UInt64(stage)
    let end = tokens?.upperBound ?? chart.tokenCount
    var token = tokens?.lowerBound ?? 0
    var sentence = 0..<0
    while let start = chart.firstStart(bit, in: token..<max(token, end)) {
      if start >= sentence.upperBound { sentence = chart.sentence(of: start) }
      token = runOne(stage, triggers, at: start, sentence, on: &chart, build)
    }
  }

  private mutating func runOne(
    _ stage: Int, _ triggers: TriggerIndex, at token: Int, _ sentence: Range<Int>, on chart: inout Chart,
    _ build: (borrowing RuleMatch, inout Chart) -> Bool
  ) -> Int {
    collect(stage, triggers, token, chart, limit: sentence.upperBound)
    guard !seen.isEmpty else { return token + 1 }
    candidates.removeAll(keepingCapacity: true)
    matcher.forgetCaptures()
    let rules = chart.rules
    for r in seen {
      if let match = matcher.match(rules.programs[Int(r)], chart, at: token, sentence: sentence), match.end > token {
        candidates.append((match, r))
      }
    }
    if candidates.count > 1 {
      candidates.sort {
        if $0.match.end != $1.match.end { return $0.match.end > $1.match.end }
        let (p, q) = (rules.priorities[Int($0.rule)], rules.priorities[Int($1.rule)])
        return p != q ? p > q : $0.rule < $1.rule
      }
    }
    for (match, r) in candidates {
      let found = RuleMatch(
        ruleIndex: r, rule: rules.rules[Int(r)], tokens: token..<match.end, captures: matcher.captures(match))
      if build(found, &chart) { return match.end }
    }
    return token + 1
  }

  /// The rules of a stage that may start at a token, each once.
  ///
  /// What stands behind the first step tells most of them apart; it costs little beside a match.
  private mutating func collect(
    _ stage: Int, _ triggers: TriggerIndex, _ token: Int, _ chart: borrowing Chart, limit: Int
  ) {
    seen.removeAll(keepingCapacity: true)
    look += 1
    met = chart.met[Int(chart.sentenceOf[token])]
    for entry in chart.entries(at: token) {
      note(symbol: entry.symbol, stage, triggers, token, after: token + Int(entry.length), chart, limit)
    }
    var e = chart.firstEdge(at: token)
    while e >= 0 {
      let edge = chart.edges[Int(e)]
      note(symbol: edge.symbol, stage, triggers, token, after: edge.end, chart, limit)
      e = edge.next
    }
    note(shape: UInt32(truncatingIfNeeded: chart.signatures[token]), 2 * stage, triggers, token, chart, limit)
    note(shape: 1 << UInt32(chart.text.tokens.kinds[token].rawValue), 2 * stage + 1, triggers, token, chart, limit)
  }

  @inline(__always)
  private mutating func note(
    shape bits: UInt32, _ row: Int, _ triggers: TriggerIndex, _ token: Int, _ chart: borrowing Chart, _ limit: Int
  ) {
    for i in triggers.shapeFirst[row]..<triggers.shapeFirst[row + 1] where triggers.shapeWays[i].bits & bits != 0 {
      note(triggers.shapeWays[i].bucket, triggers, token, after: token + 1, chart, limit)
    }
  }

  @inline(__always)
  private mutating func note(
    symbol: Symbol, _ stage: Int, _ triggers: TriggerIndex, _ token: Int, after: Int, _ chart: borrowing Chart,
    _ limit: Int
  ) {
    for r in Int(triggers.symbolFirst[Int(symbol.id)])..<Int(triggers.symbolFirst[Int(symbol.id) + 1])
    where triggers.symbolRows[r].stage == stage {
      note(triggers.symbolRows[r].bucket, triggers, token, after: after, chart, limit)
    }
  }

  private mutating func note(
    _ bucket: TriggerIndex.Bucket, _ triggers: TriggerIndex, _ token: Int, after: Int, _ chart: borrowing Chart,
    _ limit: Int
  ) {
    let next = after < limit ? chart.signatures[after] : Signature.always
    triggers.forEachWay(bucket, next: next) { note($0, triggers, token, after: after, chart, limit) }
  }

  @inline(__always)
  private func isMet(_ needs: Need.Bits) -> Bool { (needs & met) == needs }

  private mutating func note(
    _ way: TriggerIndex.Way, _ triggers: TriggerIndex, _ token: Int, after: Int, _ chart: borrowing Chart, _ limit: Int
  ) {
    guard notedAt[Int(way.rule)] != look, isMet(chart.rules.need.ofRule[Int(way.rule)]) else { return }
    var after = after
    if way.call >= 0 {
      guard let hit = matcher.call(Int(way.call), chart, at: token, limit: limit) else { return }
      after = hit.end
    }
    guard triggers.goesOn(way, chart, after, limit) else { return }
    notedAt[Int(way.rule)] = look
    seen.append(way.rule)
  }
}

extension Chart {
  /// The first token from `token` on at which a rule of the stages may start.
  @inline(__always)
  fileprivate func firstStart(_ stages: UInt64, in tokens: Range<Int>) -> Int? {
    precondition(tokens.lowerBound >= 0 && tokens.upperBound <= stageMask.count, "tokens of the chart")
    let mask = UnsafePointer(stageMask.base)
    var t = tokens.lowerBound
    while t < tokens.upperBound {
      if mask[t] & stages != 0 { return t }
      t += 1
    }
    return nil
  }
}
