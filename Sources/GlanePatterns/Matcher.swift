import GlaneText

/// What a capture of a match took.
package struct Capture: Sendable {
  package let slot: Int
  package let tokens: Range<Int>
  /// The value of the last word, list entry, constituent (its payload) or recogniser inside.
  package let value: Int32
  /// Index into ``Chart/edges`` where the capture's last step took a constituent, else -1.
  package let edge: Int32
}

/// Runs one program from one token: the longest match, and of those as long the first in the order written.
///
/// A depth-first search that never tries the same choice at the same token twice, over at most ``maximumLength``
/// tokens: the cost of one start is bounded, so that of a text is linear. One matcher serves one thread; its storage
/// is reused from start to start.
struct Matcher: ~Copyable {
  /// No match is longer than this many tokens.
  static let maximumLength = 128

  struct Match: BitwiseCopyable {
    var end: Int
    var captures: Int32
  }

  // Not private: what lays a matcher out in another file has to name what its buffers hold.

  struct State: BitwiseCopyable {
    var pc: Int32
    var token: Int32
    var captures: Int32
    var value: Int32
    var edge: Int32
  }

  /// Captures as a linked list that grows at its head, so that going back costs nothing.
  struct CaptureNode: BitwiseCopyable {
    var slot: Int32
    /// Token; the end is -1 while the capture is open.
    var start: Int32
    var end: Int32
    var value: Int32
    var edge: Int32
    var previous: Int32
  }

  private var states = PlainBuffer<State>(minimumCapacity: 256)
  private var captureNodes = PlainBuffer<CaptureNode>(minimumCapacity: 256)
  /// By choice or look-ahead and token: the run in which it was last made, an even number, and 1 more where a look-ahead
  /// held.
  private var tried = ZeroRow(count: 0)
  private var generation: UInt32 = 0

  /// By call: the token where it was last made, and what it gave there (end -1: nothing). Rules of one stage ask the
  /// same of the same token many times over.
  private var answers = PlainBuffer<Answer>(minimumCapacity: 1)

  struct Answer: BitwiseCopyable {
    var token: Int32
    var end: Int32
    var value: Int32
  }

  mutating func forgetCalls() {
    for i in 0..<answers.count { answers[i].token = -1 }
  }

  /// What a recogniser finds at a token.
  mutating func call(_ index: Int, _ chart: borrowing Chart, at token: Int, limit: Int) -> Recogniser.Hit? {
    if answers.count == 0 {
      answers = PlainBuffer(repeating: Answer(token: -1, end: -1, value: 0), count: chart.rules.calls.count)
    }
    if answers[index].token != Int32(truncatingIfNeeded: token) {
      let call = chart.rules.calls[index]
      // Never further than a match may reach: a run of names as long as the text would cost its square.
      let reach = min(limit, token + Matcher.maximumLength)
      let hit = chart.rules.recognisers[call.recogniser].match(chart, token, reach, call.arguments)
      let end = hit.map { $0.end > token && $0.end <= limit ? Int32($0.end) : -1 } ?? -1
      answers[index] = Answer(token: Int32(truncatingIfNeeded: token), end: end, value: hit?.value ?? 0)
    }
    let answer = answers[index]
    return answer.end < 0 ? nil : Recogniser.Hit(end: Int(answer.end), value: answer.value)
  }

  /// Forgets the captures of the matches made so far.
  mutating func forgetCaptures() { captureNodes.removeAll() }

  /// The best match of a rule's program from `start`, inside the sentence of that token. Its captures can be read until
  /// ``forgetCaptures()``.
  mutating func match(
    _ rule: Int32, _ programs: ProgramRows, _ chart: borrowing Chart, at start: Int, sentence: Range<Int>
  ) -> Match? {
    let program = programs.programs[Int(rule)]
    beginRun(joinCount: Int(program.joinCount))
    let code = programs.instructions.base + Int(program.first)
    return run(code, programs, chart, from: 0, at: start, origin: start, sentence: sentence)
  }

  private mutating func beginRun(joinCount: Int) {
    let needed = joinCount * (Matcher.maximumLength + 1)
    if tried.count < needed {
      tried = ZeroRow(count: max(needed, 2 * tried.count))
      generation = 0
    }
    generation &+= 2
    if generation == 0 {
      tried = ZeroRow(count: tried.count)
      generation = 2
    }
  }

  /// Unchecked reads: instructions lead from one to another of their program, which `accept` ends; tokens below `limit`
  /// are the chart's, and so are the entries and edges that it has for them.
  private mutating func run(
    _ code: UnsafePointer<Instruction>, _ programs: ProgramRows, _ chart: borrowing Chart, from pc: Int, at token: Int,
    origin: Int, sentence: Range<Int>
  ) -> Match? {
    let limit = min(sentence.upperBound, origin + Matcher.maximumLength)
    let signatures = UnsafePointer(chart.rows.pointee.signatures.base)
    let rows = UnsafePointer(chart.rows.pointee.entryRows.base)
    let edges = UnsafePointer(chart.rows.pointee.edges.base)
    let heads = UnsafePointer(chart.rows.pointee.edgeHeads.base)
    let floor = states.count
    var best: Match?
    states.append(State(pc: Int32(pc), token: Int32(token), captures: -1, value: 0, edge: -1))
    next: while states.count > floor {
      let waiting = states.removeLast()
      var pc = Int(waiting.pc)
      var token = Int(waiting.token)
      var (captures, value, edge) = (waiting.captures, waiting.value, waiting.edge)
      while true {
        let step = code + pc
        switch step.pointee.code {
        case .entry:
          guard token < limit, signatures[token] & step.pointee.bits != 0 else { continue next }
          // Shorter entries first: those not taken wait on the stack, so the longest is tried first.
          var length = 0
          let entries = chart.start(of: rows[token])
          for i in 0..<Int(rows[token].count)
          where Int32(entries[i].symbol.id) == step.pointee.a && token + Int(entries[i].length) <= limit {
            if length > 0 {
              states.append(
                State(
                  pc: Int32(pc + 1), token: Int32(token + length), captures: captures, value: value, edge: -1))
            }
            length = Int(entries[i].length)
            value = entries[i].value
          }
          guard length > 0 else { continue next }
          token += length
          edge = -1
          pc += 1
        case .edge:
          guard token < limit, signatures[token] & step.pointee.bits != 0 else { continue next }
          var e = heads[token]
          var taken: Int32 = -1
          while e >= 0 {
            let this = edges[Int(e)]
            if Int32(this.symbol.id) == step.pointee.a, this.end <= limit {
              if taken >= 0 {
                let other = edges[Int(taken)]
                let (longer, shorter, which) = this.end > other.end ? (e, other, taken) : (taken, this, e)
                states.append(
                  State(
                    pc: Int32(pc + 1), token: Int32(shorter.end), captures: captures, value: shorter.payload,
                    edge: which))
                taken = longer
              } else {
                taken = e
              }
            }
            e = this.next
          }
          guard taken >= 0 else { continue next }
          token = edges[Int(taken)].end
          value = edges[Int(taken)].payload
          edge = taken
          pc += 1
        case .recognise:
          guard token < limit else { continue next }
          guard let hit = call(Int(step.pointee.a), chart, at: token, limit: sentence.upperBound), hit.end <= limit
          else {
            continue next
          }
          token = hit.end
          value = hit.value
          edge = -1
          pc += 1
        case .shape:
          guard token < limit, signatures[token] & step.pointee.bits != 0 else { continue next }
          token += 1
          edge = -1
          pc += 1
        case .token:
          guard token < limit, Matcher.passes(step.pointee.a, programs, chart, token, &value) else { continue next }
          token += 1
          edge = -1
          pc += 1
        case .split:
          // Ways that the token's signature rules out are not gone; at the limit only those that take nothing are left.
          let here = token < limit ? signatures[token] : Signature.always
          let goesFirst = step.pointee.bits & here != 0
          let goesSecond = step.pointee.secondBits & here != 0
          if goesFirst, goesSecond {
            // Marked only where there is a choice: what leads from one choice to the next is as long as the program at most,
            // and no way around a loop that takes nothing is without one.
            let mark = Int(step.pointee.join) * (Matcher.maximumLength + 1) + (token - origin)
            guard tried[mark] != generation else { continue next }
            tried[mark] = generation
            states.append(State(pc: step.pointee.b, token: Int32(token), captures: captures, value: value, edge: edge))
            pc = Int(step.pointee.a)
          } else {
            guard goesFirst || goesSecond else { continue next }
            pc = Int(goesFirst ? step.pointee.a : step.pointee.b)
          }
        case .jump: pc = Int(step.pointee.a)
        case .open:
          captureNodes.append(
            CaptureNode(slot: step.pointee.a, start: Int32(token), end: -1, value: 0, edge: -1, previous: captures))
          captures = Int32(captureNodes.count - 1)
          edge = -1
          value = 0
          pc += 1
        case .close:
          close(step.pointee.a, token, &captures, value, edge)
          pc += 1
        case .glue:
          guard token < limit, chart.shape(token).contains(.glued) else { continue next }
          pc += 1
        case .sentenceStart:
          guard token == sentence.lowerBound else { continue next }
          pc += 1
        case .sentenceEnd:
          guard token == sentence.upperBound else { continue next }
          pc += 1
        case .look:
          // Looked up once at a token: a second run of the sub-pattern would find its choices marked as tried.
          let mark = Int(step.pointee.join) * (Matcher.maximumLength + 1) + (token - origin)
          if tried[mark] & ~1 != generation {
            let hit = run(code, programs, chart, from: pc + 1, at: token, origin: origin, sentence: sentence) != nil
            tried[mark] = generation | (hit ? 1 : 0)
          }
          guard (tried[mark] & 1 != 0) != step.pointee.isNegative else { continue next }
          pc = Int(step.pointee.b)
        case .behind:
          var ignored: Int32 = 0
          let hit =
            token > sentence.lowerBound && Matcher.passes(step.pointee.a, programs, chart, token - 1, &ignored)
          guard hit != step.pointee.isNegative else { continue next }
          pc += 1
        case .accept:
          if token > best?.end ?? (origin - 1) { best = Match(end: token, captures: captures) }
          continue next
        }
      }
    }
    return best
  }

  private mutating func close(_ slot: Int32, _ token: Int, _ captures: inout Int32, _ value: Int32, _ edge: Int32) {
    var open = captures
    while open >= 0, captureNodes[Int(open)].slot != slot || captureNodes[Int(open)].end >= 0 {
      open = captureNodes[Int(open)].previous
    }
    guard open >= 0 else { return }
    let start = captureNodes[Int(open)].start
    captureNodes.append(
      CaptureNode(slot: slot, start: start, end: Int32(token), value: value, edge: edge, previous: captures))
    captures = Int32(captureNodes.count - 1)
  }

  private static func passes(
    _ test: Int32, _ programs: ProgramRows, _ chart: borrowing Chart, _ token: Int, _ value: inout Int32
  ) -> Bool {
    let test = programs.tests[Int(test)]
    for i in Int(test.first)..<Int(test.end) {
      let c = programs.conditions[i]
      let holds: Bool
      if c.classes != 0 {
        holds = UInt32(truncatingIfNeeded: chart.rows.pointee.signatures[token]) & c.classes != 0
      } else {
        let entry = chart.entry(c.symbol, at: token)
        if let entry, !c.isNegated { value = entry.value }
        holds = entry != nil
      }
      if holds == c.isNegated { return false }
    }
    return true
  }

  /// The captures of a match, in the order in which they were closed; empty ones are left out.
  func captures(_ match: Match) -> [Capture] {
    var count = 0
    var i = match.captures
    while i >= 0 {
      if captureNodes[Int(i)].end > captureNodes[Int(i)].start { count += 1 }
      i = captureNodes[Int(i)].previous
    }
    return [Capture](unsafeUninitializedCapacity: count) { out, initialized in
      // From the last one back: each of `count` places is written once.
      var i = match.captures
      var place = count
      while i >= 0 {
        let node = captureNodes[Int(i)]
        if node.end > node.start {
          place -= 1
          (out.baseAddress! + place).initialize(
            to: Capture(
              slot: Int(node.slot), tokens: Int(node.start)..<Int(node.end), value: node.value, edge: node.edge))
        }
        i = node.previous
      }
      initialized = count
    }
  }
}
