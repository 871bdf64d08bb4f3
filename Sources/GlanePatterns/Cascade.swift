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
package struct Cascade: ~Copyable {
  private var matcher = Matcher()
  /// The rules that may start at the token at hand.
  private var seen = PlainBuffer<Int32>()
  /// By rule: the last look at a token in which it was noted, so that it is noted once.
  private var notedAt = PlainBuffer<Int>(minimumCapacity: 1)
  private var look = 0
  private var candidates = PlainBuffer<Candidate>()

  struct Candidate: BitwiseCopyable {
    var match: Matcher.Match
    var rule: Int32
  }

  package init() {}

  /// Runs one stage over some sentences: from left to right, at each token the longest match, then the higher priority, then the rule
  /// loaded first; matches that are taken do not overlap.
  ///
  /// - Parameters:
  ///   - tokens: Whole sentences; nil for all.
  ///   - focused: Whether rules start only at the tokens of the chart's ``Chart/focus``.
  ///   - build: Makes what the rule's constructor gives and adds it to the chart; returns false to refuse the match, which
  ///     leaves the place to the next best.
  /// - Complexity: O(tokens × rules that may start at one).
  package mutating func run(
    stage: Int, on chart: inout Chart, tokens: Range<Int>? = nil, focused: Bool = false,
    build: (borrowing RuleMatch, inout Chart) -> Bool
  ) {
    matcher.forgetCalls()  // a recogniser may look at what earlier stages found
    if notedAt.count == 0 { notedAt = PlainBuffer(repeating: 0, count: chart.rules.rules.count) }
    let triggers = chart.rows.pointee.rules.triggers
    let bit = StageSet(1) << StageSet(stage)
    let end = tokens?.upperBound ?? chart.tokenCount
    var token = tokens?.lowerBound ?? 0
    var sentence = 0..<0
    while let start = chart.firstStart(bit, in: token..<max(token, end), focused) {
      if start >= sentence.upperBound { sentence = chart.sentence(of: start) }
      token = runOne(stage, triggers, at: start, sentence, on: &chart, build)
    }
  }

  private mutating func runOne(
    _ stage: Int, _ triggers: TriggerIndex, at token: Int, _ sentence: Range<Int>, on chart: inout Chart,
    _ build: (borrowing RuleMatch, inout Chart) -> Bool
  ) -> Int {
    collect(stage, triggers, token, chart, limit: sentence.upperBound)
    guard seen.count > 0 else { return token + 1 }
    candidates.removeAll()
    matcher.forgetCaptures()
    let rules = chart.rows.pointee.rules
    for i in 0..<seen.count {
      let r = seen[i]
      if let match = matcher.match(r, rules.programs, chart, at: token, sentence: sentence), match.end > token {
        candidates.append(Candidate(match: match, rule: r))
      }
    }
    if candidates.count > 1 {
      candidates.sort {
        if $0.match.end != $1.match.end { return $0.match.end > $1.match.end }
        let (p, q) = (rules.priorities[Int($0.rule)], rules.priorities[Int($1.rule)])
        return p != q ? p > q : $0.rule < $1.rule
      }
    }
    for i in 0..<candidates.count {
      let (match, r) = (candidates[i].match, candidates[i].rule)
      let found = RuleMatch(
        ruleIndex: r, rule: rules.rules[Int(r)], tokens: token..<match.end, captures: matcher.captures(match))
      if build(found, &chart) { return match.end }
    }
    return token + 1
  }

  /// The rules of a stage that may start at a token, each once.
  ///
  /// What the sentence has and what stands behind the first step tell most of them apart; they cost little beside a match.
  ///
  /// Unchecked reads: the token is the chart's, and symbols number the rows of the index.
  private mutating func collect(
    _ stage: Int, _ triggers: TriggerIndex, _ token: Int, _ chart: borrowing Chart, limit: Int
  ) {
    seen.removeAll()
    look += 1
    let rows = chart.rows
    let met = rows.pointee.met.base + Int(rows.pointee.sentenceOf.base[token])
    let stages = triggers.stagesOfSymbol.base
    let bit = StageSet(1) << StageSet(stage)
    let row = rows.pointee.entryRows.base[token]
    let entries = chart.start(of: row)
    for i in 0..<Int(row.count) {
      let symbol = Int(entries[i].symbol.id)
      guard stages[symbol] & bit != 0 else { continue }
      note(triggers.bucket(symbol, bit), triggers, token, after: token + Int(entries[i].length), chart, limit, met)
    }
    var e = rows.pointee.edgeHeads.base[token]
    while e >= 0 {
      let edge = rows.pointee.edges.base + Int(e)
      let symbol = Int(edge.pointee.symbol.id)
      if stages[symbol] & bit != 0 {
        note(triggers.bucket(symbol, bit), triggers, token, after: edge.pointee.end, chart, limit, met)
      }
      e = edge.pointee.next
    }
    let form = TriggerIndex.form(chart.kind(token), chart.shape(token))
    let bucket = triggers.formBuckets.base + (stage * TriggerIndex.formCount + form)
    if bucket.pointee.first < bucket.pointee.end {
      note(bucket, triggers, token, after: token + 1, chart, limit, met)
    }
  }

  /// A bucket's ways lie in the index, the rules of these in the record of what was noted.
  @inline(__always)
  private mutating func note(
    _ bucket: UnsafePointer<TriggerIndex.Bucket>, _ triggers: TriggerIndex, _ token: Int, after: Int,
    _ chart: borrowing Chart, _ limit: Int, _ met: UnsafePointer<Need.Bits>
  ) {
    let next = after < limit ? chart.rows.pointee.signatures.base[after] : Signature.always
    guard bucket.pointee.next & next != 0, bucket.pointee.keys.isTouched(by: met.pointee) else { return }
    var way = triggers.ways.base + Int(bucket.pointee.first)
    let end = triggers.ways.base + Int(bucket.pointee.end)
    while way < end {
      if way.pointee.next & next != 0, way.pointee.needs.areMet(by: met.pointee) {
        note(way, triggers, token, after: after, chart, limit)
      }
      way += 1
    }
  }

  private mutating func note(
    _ way: UnsafePointer<TriggerIndex.Way>, _ triggers: TriggerIndex, _ token: Int, after: Int,
    _ chart: borrowing Chart,
    _ limit: Int
  ) {
    let rule = Int(way.pointee.rule)
    guard notedAt[rule] != look else { return }
    var after = after
    if way.pointee.call >= 0 {
      guard let hit = matcher.call(Int(way.pointee.call), chart, at: token, limit: limit) else { return }
      after = hit.end
    }
    guard triggers.goesOn(way, chart, after, limit) else { return }
    notedAt[rule] = look
    seen.append(way.pointee.rule)
  }
}

extension Chart {
  /// The first token from `token` on at which a rule of the stages may start.
  @inline(__always)
  fileprivate func firstStart(_ stages: StageSet, in tokens: Range<Int>, _ focused: Bool) -> Int? {
    precondition(tokens.lowerBound >= 0 && tokens.upperBound <= rows.pointee.stageMask.count, "tokens of the chart")
    let mask = UnsafePointer(rows.pointee.stageMask.base)
    var t = tokens.lowerBound
    guard focused else {
      while t < tokens.upperBound {
        if mask[t] & stages != 0 { return t }
        t += 1
      }
      return nil
    }
    while let next = rows.pointee.focus.first(from: t, below: tokens.upperBound) {
      if mask[next] & stages != 0 { return next }
      t = next + 1
    }
    return nil
  }
}
