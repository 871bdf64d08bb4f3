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
struct Matcher {
  /// No match is longer than this many tokens.
  static let maximumLength = 128

  struct Match {
    var end: Int
    var captures: Int32
  }

  private struct State {
    var pc: Int
    var token: Int
    var captures: Int32
    var value: Int32
    var edge: Int32
  }

  /// Captures as a linked list that grows at its head, so that going back costs nothing.
  private struct CaptureNode {
    var slot: Int32
    /// Token; the end is -1 while the capture is open.
    var start: Int32
    var end: Int32
    var value: Int32
    var edge: Int32
    var previous: Int32
  }

  private var states: [State] = []
  private var captureNodes: [CaptureNode] = []
  private var tried: [UInt32] = []
  /// What a look-ahead gave, where `tried` says that it was made.
  private var looked: [Bool] = []
  private var generation: UInt32 = 0

  /// By call: the token where it was last made, and what it gave there (end -1: nothing). Rules of one stage ask the
  /// same of the same token many times over.
  private var answers: [(token: Int32, end: Int32, value: Int32)] = []

  mutating func forgetCalls() {
    for i in answers.indices { answers[i].token = -1 }
  }

  /// What a recogniser finds at a token.
  mutating func call(_ index: Int, _ chart: borrowing Chart, at token: Int, limit: Int) -> Recogniser.Hit? {
    if answers.isEmpty {
      answers = [(token: Int32, end: Int32, value: Int32)](repeating: (-1, -1, 0), count: chart.rules.calls.count)
    }
    if answers[index].token != Int32(truncatingIfNeeded: token) {
      let call = chart.rules.calls[index]
      // Never further than a match may reach: a run of names as long as the text would cost its square.
      let reach = min(limit, token + Matcher.maximumLength)
      let hit = chart.rules.recognisers[call.recogniser].match(chart, token, reach, call.arguments)
      let end = hit.map { $0.end > token && $0.end <= limit ? Int32($0.end) : -1 } ?? -1
      answers[index] = (Int32(truncatingIfNeeded: token), end, hit?.value ?? 0)
    }
    let answer = answers[index]
    return answer.end < 0 ? nil : Recogniser.Hit(end: Int(answer.end), value: answer.value)
  }

  /// The best match of `program` from `start`, inside the sentence of that token.
  mutating func match(_ program: Program, _ chart: borrowing Chart, at start: Int, sentence: Range<Int>) -> Match? {
    captureNodes.removeAll(keepingCapacity: true)
    beginRun(program)
    return run(program, chart, from: 0, at: start, origin: start, sentence: sentence)
  }

  private mutating func beginRun(_ program: Program) {
    let needed = program.joinCount * (Matcher.maximumLength + 1)
    if tried.count < needed {
      let size = max(needed, 2 * tried.count)
      tried.append(contentsOf: repeatElement(0, count: size - tried.count))
      looked.append(contentsOf: repeatElement(false, count: size - looked.count))
    }
    generation &+= 1
    if generation == 0 {
      for i in tried.indices { tried[i] = 0 }
      generation = 1
    }
  }

  private mutating func run(
    _ program: Program, _ chart: borrowing Chart, from pc: Int, at token: Int, origin: Int, sentence: Range<Int>
  ) -> Match? {
    let limit = min(sentence.upperBound, origin + Matcher.maximumLength)
    let floor = states.count
    var best: Match?
    states.append(State(pc: pc, token: token, captures: Int32(-1), value: 0, edge: -1))
    next: while states.count > floor {
      var s = states.removeLast()
      while true {
        switch program.operations[s.pc] {
        case .entry(let symbol):
          guard s.token < limit, chart.signatures[s.token] & Signature.of(symbol) != 0 else { continue next }
          // Shorter entries first: those not taken wait on the stack, so the longest is tried first.
          var found: (length: Int, value: Int32)?
          for i in Int(chart.entryStarts[s.token])..<Int(chart.entryStarts[s.token + 1])
          where chart.entries[i].symbol == symbol {
            let entry = chart.entries[i]
            let length = Int(entry.length)
            guard s.token + length <= limit else { continue }
            if let f = found {
              states.append(
                State(pc: s.pc + 1, token: s.token + f.length, captures: s.captures, value: f.value, edge: -1))
            }
            found = (length, entry.value)
          }
          guard let found else { continue next }
          s.token += found.length
          s.value = found.value
          s.edge = -1
          s.pc += 1
        case .edge(let symbol):
          guard s.token < limit, chart.signatures[s.token] & Signature.of(symbol) != 0 else { continue next }
          var e = chart.firstEdge(at: s.token)
          var taken: Int32 = -1
          while e >= 0 {
            let edge = chart.edges[Int(e)]
            if edge.symbol == symbol, edge.end <= limit {
              if taken >= 0 {
                let other = chart.edges[Int(taken)]
                let (longer, shorter, which) = edge.end > other.end ? (e, other, taken) : (taken, edge, e)
                states.append(
                  State(pc: s.pc + 1, token: shorter.end, captures: s.captures, value: shorter.payload, edge: which))
                taken = longer
              } else {
                taken = e
              }
            }
            e = edge.next
          }
          guard taken >= 0 else { continue next }
          let edge = chart.edges[Int(taken)]
          s.token = edge.end
          s.value = edge.payload
          s.edge = taken
          s.pc += 1
        case .recognise(let index):
          guard s.token < limit else { continue next }
          guard let hit = call(index, chart, at: s.token, limit: sentence.upperBound), hit.end <= limit else {
            continue next
          }
          s.token = hit.end
          s.value = hit.value
          s.edge = -1
          s.pc += 1
        case .shape(let c):
          guard s.token < limit, UInt32(truncatingIfNeeded: chart.signatures[s.token]) & c != 0 else { continue next }
          s.token += 1
          s.edge = -1
          s.pc += 1
        case .token(let index):
          guard s.token < limit else { continue next }
          var value = s.value
          guard Matcher.passes(program.tests[index], chart, s.token, &value) else { continue next }
          s.token += 1
          s.value = value
          s.edge = -1
          s.pc += 1
        case .split(let first, let second, let join):
          // Ways that the token's signature rules out are not gone; at the limit only those that take nothing are left.
          let here = s.token < limit ? chart.signatures[s.token] : Signature.always
          let goesFirst = program.branches[join].first & here != 0
          let goesSecond = program.branches[join].second & here != 0
          guard goesFirst || goesSecond else { continue next }
          let mark = join * (Matcher.maximumLength + 1) + (s.token - origin)
          guard tried[mark] != generation else { continue next }
          tried[mark] = generation
          if goesFirst, goesSecond {
            states.append(State(pc: second, token: s.token, captures: s.captures, value: s.value, edge: s.edge))
          }
          s.pc = goesFirst ? first : second
        case .jump(let target): s.pc = target
        case .open(let slot):
          captureNodes.append(
            CaptureNode(
              slot: Int32(slot), start: Int32(s.token), end: -1, value: 0, edge: -1, previous: s.captures))
          s.captures = Int32(captureNodes.count - 1)
          s.edge = -1
          s.value = 0
          s.pc += 1
        case .close(let slot):
          close(slot, &s)
          s.pc += 1
        case .glue:
          guard s.token < limit, chart.text.tokens.shapes[s.token].contains(.glued) else { continue next }
          s.pc += 1
        case .sentenceStart:
          guard s.token == sentence.lowerBound else { continue next }
          s.pc += 1
        case .sentenceEnd:
          guard s.token == sentence.upperBound else { continue next }
          s.pc += 1
        case .look(let negative, let end, let join):
          // Looked up once at a token: a second run of the sub-pattern would find its choices marked as tried.
          let mark = join * (Matcher.maximumLength + 1) + (s.token - origin)
          if tried[mark] != generation {
            let hit = run(program, chart, from: s.pc + 1, at: s.token, origin: origin, sentence: sentence) != nil
            tried[mark] = generation
            looked[mark] = hit
          }
          guard looked[mark] != negative else { continue next }
          s.pc = end
        case .behind(let index, let negative):
          var value: Int32 = 0
          let hit =
            s.token > sentence.lowerBound && Matcher.passes(program.tests[index], chart, s.token - 1, &value)
          guard hit != negative else { continue next }
          s.pc += 1
        case .accept:
          if s.token > best?.end ?? (origin - 1) { best = Match(end: s.token, captures: s.captures) }
          continue next
        }
      }
    }
    return best
  }

  private mutating func close(_ slot: Int, _ s: inout State) {
    var open = s.captures
    while open >= 0, captureNodes[Int(open)].slot != Int32(slot) || captureNodes[Int(open)].end >= 0 {
      open = captureNodes[Int(open)].previous
    }
    guard open >= 0 else { return }
    let start = captureNodes[Int(open)].start
    captureNodes.append(
      CaptureNode(
        slot: Int32(slot), start: start, end: Int32(s.token), value: s.value, edge: s.edge, previous: s.captures))
    s.captures = Int32(captureNodes.count - 1)
  }

  private static func passes(
    _ test: Program.TokenTest, _ chart: borrowing Chart, _ token: Int, _ value: inout Int32
  ) -> Bool {
    for c in test.conditions {
      let holds: Bool
      switch c.test {
      case .shape(let s): holds = UInt32(truncatingIfNeeded: chart.signatures[token]) & s != 0
      case .symbol(let s):
        let entry = chart.entry(s, at: token)
        if let entry, !c.negated { value = entry.value }
        holds = entry != nil
      }
      if holds == c.negated { return false }
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
