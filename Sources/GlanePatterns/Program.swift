import GlaneText

/// A compiled pattern: instructions for the ``Matcher``.
///
/// A class, so that handing one to the matcher costs one reference and copies nothing.
package final class Program: Sendable {
  enum Operation: Sendable {
    /// Take an entry (of one or several tokens) of a word or list that starts here.
    case entry(Symbol)
    /// Take a constituent that starts here.
    case edge(Symbol)
    /// Take what a recogniser finds here; the index of a call in ``RuleSet/calls``.
    case recognise(Int)
    /// Take one token of a class, given by its bit.
    case shape(UInt32)
    case token(Int)
    /// Try `first`, then `second`; `join` numbers the instruction for the record of what was tried.
    case split(first: Int, second: Int, join: Int)
    case jump(Int)
    case open(Int)
    case close(Int)
    case glue
    case sentenceStart
    case sentenceEnd
    /// Match the sub-pattern that starts at the next instruction and ends with `accept` before `end`; `join` numbers the
    /// instruction for the record of what it gave.
    case look(negative: Bool, end: Int, join: Int)
    case behind(Int, negative: Bool)
    case accept
  }

  /// A recogniser with its arguments; the same call in several rules is one, so that its answer can be kept.
  struct Call: Sendable, Hashable {
    let recogniser: Int
    let arguments: Recogniser.Arguments
  }

  /// The tests of `[a b !c]`.
  struct TokenTest: Sendable {
    struct Condition: Sendable {
      enum Test: Sendable {
        case symbol(Symbol)
        case shape(UInt32)
      }
      let test: Test
      let negated: Bool
    }
    let conditions: [Condition]
  }

  let operations: [Operation]
  /// The same, laid out for the matcher.
  let instructions: [Instruction]
  let tests: [TokenTest]
  let captureNames: [String]
  let joinCount: Int
  let starts: [Start]
  /// The sets of symbols of which each match has at least one (``Need``).
  let needs: [Set<Symbol>]

  /// - Parameter recogniser: The signature of the tokens that a recogniser may start at.
  init(
    operations: [Operation], calls: [Call], tests: [TokenTest], captureNames: [String], joinCount: Int,
    needs: [Set<Symbol>], recogniser: (Call) -> UInt64
  ) {
    self.operations = operations
    self.tests = tests
    self.captureNames = captureNames
    self.joinCount = joinCount
    self.needs = needs
    starts = Program.starts(operations, tests, calls)
    var branches = [Branches](repeating: Branches(first: .max, second: .max), count: joinCount)
    if joinCount > 0 {
      let bits = Program.signatures(operations, tests) { recogniser(calls[$0]) }
      for case .split(let first, let second, let join) in operations {
        branches[join] = Branches(first: bits[first], second: bits[second])
      }
    }
    instructions = operations.map { Instruction($0, branches) }
  }

  /// The signatures of the tokens at which each way of a split may go on; all bits where it may end the pattern there.
  struct Branches: Sendable {
    var first: UInt64
    var second: UInt64
  }

  /// By instruction: the signature of the tokens at which it may go on; all bits where it may end the pattern there.
  ///
  /// From the last instruction to the first, again while a loop's jump back brings something new.
  private static func signatures(
    _ operations: [Operation], _ tests: [TokenTest], _ recogniser: (Int) -> UInt64
  ) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: operations.count)
    var changed = true
    while changed {
      changed = false
      for pc in operations.indices.reversed() {
        let own: UInt64
        switch operations[pc] {
        case .entry(let s), .edge(let s): own = Signature.of(s)
        case .recognise(let call): own = recogniser(call)
        case .shape(let c): own = Signature.of(classes: c)
        case .token(let test): own = tests[test].signature
        case .split(let first, let second, _): own = bits[first] | bits[second]
        case .jump(let target): own = bits[target]
        case .look(_, let end, _): own = bits[end]
        case .open, .close, .glue, .sentenceStart, .sentenceEnd, .behind: own = bits[pc + 1]
        case .accept: own = .max
        }
        if own != bits[pc] {
          bits[pc] = own
          changed = true
        }
      }
    }
    return bits
  }

  /// The words and lists that the pattern names.
  var symbols: [Symbol] {
    operations.compactMap { if case .entry(let s) = $0 { s } else { nil } }
      + tests.flatMap(\.conditions).compactMap { c in
        if !c.negated, case .symbol(let s) = c.test { s } else { nil }
      }
  }

  /// The steps that can take a token next, from `pc` on; nil where the pattern may end there.
  private static func steps(_ operations: [Operation], from pc: Int) -> Set<Int>? {
    var found: Set<Int> = []
    var seen: Set<Int> = []
    var work = [pc]
    while let at = work.popLast() {
      guard seen.insert(at).inserted else { continue }
      switch operations[at] {
      case .accept: return nil
      case .split(let first, let second, _): work += [first, second]
      case .jump(let target): work.append(target)
      case .look(_, let end, _): work.append(end)
      case .open, .close, .glue, .sentenceStart, .sentenceEnd, .behind: work.append(at + 1)
      case .entry, .edge, .recognise, .shape, .token: found.insert(at)
      }
    }
    return found
  }

  /// Groups the first steps by what may follow them; a recogniser's call is a group of its own.
  private static func starts(
    _ operations: [Operation], _ tests: [TokenTest], _ calls: [Call]
  ) -> [Start] {
    func trigger(_ step: Int) -> Trigger {
      switch operations[step] {
      case .entry(let s), .edge(let s): .symbol(s)
      case .recognise(let call): .recogniser(calls[call].recogniser)
      case .shape(let c): .shape(TokenClass(bit: c))
      case .token(let test): tests[test].trigger
      default: .shape(.any)
      }
    }
    var groups: [Start] = []
    for step in (steps(operations, from: 0) ?? []).sorted() {
      let next = steps(operations, from: step + 1).map { Set($0.map(trigger)) }
      if case .recognise(let call) = operations[step] {
        groups.append(Start(first: [], call: (call, calls[call].recogniser), next: next))
      } else if let i = groups.firstIndex(where: { $0.next == next && $0.call == nil }) {
        groups[i].first.insert(trigger(step))
      } else {
        groups.append(Start(first: [trigger(step)], call: nil, next: next))
      }
    }
    return groups
  }

  /// One way to start: the first step, and what must stand behind it; nil where that is left open.
  struct Start: Sendable {
    var first: Set<Trigger>
    /// The recogniser's call that starts, by its index and the recogniser's.
    var call: (index: Int, recogniser: Int)?
    var next: Set<Trigger>?
  }
}

extension Program.TokenTest {
  /// The narrowest of the conditions that a token must meet: a word or list, else a shape.
  var trigger: Trigger {
    var best: Trigger = .shape(.any)
    for c in conditions where !c.negated {
      switch c.test {
      case .symbol(let s): return .symbol(s)
      case .shape(let s): best = .shape(TokenClass(bit: s))
      }
    }
    return best
  }

  /// A bit that every token that passes has.
  var signature: UInt64 {
    switch trigger {
    case .symbol(let s): Signature.of(s)
    case .shape(let c): Signature.of(classes: c.bit)
    case .recogniser: .max
    }
  }
}

/// What a token must be for a rule to be tried there.
package enum Trigger: Hashable, Sendable {
  case symbol(Symbol)
  case shape(TokenClass)
  case recogniser(Int)
}
