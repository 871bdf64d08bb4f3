/// Finds the ways in which a program may start (``Program/Start``). Its storage goes from one program to the next.
struct StartFinder {
  /// By instruction: the last search that passed it.
  private var seen: [Int] = []
  private var search = 0
  private var work: [Int] = []
  private var steps: [Int] = []
  /// By instruction from which steps were looked for: which of ``sets`` they are, or -1.
  private var known: [Int] = []
  private var sets: [[Trigger]?] = []

  /// Groups the first steps by what may follow them; a recogniser's call is a group of its own.
  mutating func find(_ code: [Instruction], _ tests: [Program.TokenTest], _ calls: [Program.Call]) -> [Program.Start] {
    while seen.count < code.count { seen.append(0) }
    known.removeAll(keepingCapacity: true)
    known.append(contentsOf: repeatElement(-1, count: code.count))
    sets.removeAll(keepingCapacity: true)
    guard findSteps(code, from: 0) else { return [] }
    let first = steps.sorted()
    var groups: [Program.Start] = []
    var setOfGroup: [Int] = []
    for step in first {
      let next = set(code, tests, calls, after: step)
      if code[step].code == .recognise {
        let call = Int(code[step].a)
        groups.append(.init(first: [], call: (call, calls[call].recogniser), next: sets[next]))
        setOfGroup.append(next)
      } else if let i = groups.indices.first(where: { setOfGroup[$0] == next && groups[$0].call == nil }) {
        let trigger = Self.trigger(code[step], tests, calls)
        if !groups[i].first.contains(trigger) { groups[i].first.append(trigger) }
      } else {
        groups.append(.init(first: [Self.trigger(code[step], tests, calls)], call: nil, next: sets[next]))
        setOfGroup.append(next)
      }
    }
    return groups
  }

  /// What may stand behind a step: the index of one of ``sets``, of which no two are the same.
  private mutating func set(
    _ code: [Instruction], _ tests: [Program.TokenTest], _ calls: [Program.Call], after step: Int
  ) -> Int {
    // Most branches of a choice lead to the same place.
    var pc = step + 1
    while true {
      switch code[pc].code {
      case .jump: pc = Int(code[pc].a)
      case .open, .close, .glue, .sentenceStart, .sentenceEnd, .behind: pc += 1
      default:
        if known[pc] >= 0 { return known[pc] }
        var set: [Trigger]?
        if findSteps(code, from: pc) {
          var all = steps.map { Self.trigger(code[$0], tests, calls) }
          all.sort { $0.code < $1.code }
          var kept = 0
          for i in all.indices where i == 0 || all[i] != all[kept - 1] {
            all[kept] = all[i]
            kept += 1
          }
          all.removeLast(all.count - kept)
          set = all
        }
        known[pc] = sets.firstIndex { $0 == set } ?? sets.count
        if known[pc] == sets.count { sets.append(set) }
        return known[pc]
      }
    }
  }

  /// Gathers the steps that can take a token next, from `pc` on; false where the pattern may end there.
  private mutating func findSteps(_ code: [Instruction], from pc: Int) -> Bool {
    steps.removeAll(keepingCapacity: true)
    work.removeAll(keepingCapacity: true)
    work.append(pc)
    search += 1
    while let at = work.popLast() {
      guard seen[at] != search else { continue }
      seen[at] = search
      switch code[at].code {
      case .accept: return false
      case .split:
        work.append(Int(code[at].a))
        work.append(Int(code[at].b))
      case .jump: work.append(Int(code[at].a))
      case .look: work.append(Int(code[at].b))
      case .open, .close, .glue, .sentenceStart, .sentenceEnd, .behind: work.append(at + 1)
      case .entry, .edge, .recognise, .shape, .token: steps.append(at)
      }
    }
    return true
  }

  private static func trigger(
    _ step: Instruction, _ tests: [Program.TokenTest], _ calls: [Program.Call]
  ) -> Trigger {
    switch step.code {
    case .entry, .edge: .symbol(Symbol(id: UInt16(step.a)))
    case .recognise: .recogniser(calls[Int(step.a)].recogniser)
    case .shape: .shape(UInt32(truncatingIfNeeded: step.bits))
    case .token: tests[Int(step.a)].trigger
    default: .shape(TokenClass.any.bit)
    }
  }
}
