import GlaneText

/// A compiled pattern: instructions for the ``Matcher``.
///
/// A class, so that handing one to the matcher costs one reference and copies nothing.
package final class Program: Sendable {
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

  let instructions: [Instruction]
  let tests: [TokenTest]
  let captureNames: [String]
  let joinCount: Int
  let starts: [Start]
  /// The sets of symbols of which each match has at least one (``Need``), ascending.
  let needs: [[Symbol]]

  init(
    instructions: [Instruction], tests: [TokenTest], captureNames: [String], joinCount: Int, needs: [[Symbol]],
    starts: [Start]
  ) {
    self.instructions = instructions
    self.tests = tests
    self.captureNames = captureNames
    self.joinCount = joinCount
    self.needs = needs
    self.starts = starts
  }

  /// The words and lists that the pattern names.
  var symbols: [Symbol] {
    instructions.filter { $0.code == .entry }.map { Symbol(id: UInt16($0.a)) }
      + tests.flatMap(\.conditions).compactMap { c in
        if !c.negated, case .symbol(let s) = c.test { s } else { nil }
      }
  }

  /// One way to start: the first step, and what must stand behind it; nil where that is left open.
  struct Start: Sendable {
    var first: [Trigger]
    /// The recogniser's call that starts, by its index and the recogniser's.
    var call: (index: Int, recogniser: Int)?
    var next: [Trigger]?
  }
}

extension Program.TokenTest {
  /// The narrowest of the conditions that a token must meet: a word or list, else a shape.
  var trigger: Trigger {
    var best: Trigger = .shape(TokenClass.any.bit)
    for c in conditions where !c.negated {
      switch c.test {
      case .symbol(let s): return .symbol(s)
      case .shape(let s): best = .shape(s)
      }
    }
    return best
  }

  /// A bit that every token that passes has.
  var signature: UInt64 {
    switch trigger {
    case .symbol(let s): Signature.of(s)
    case .shape(let c): Signature.of(classes: c)
    case .recogniser: .max
    }
  }
}

/// What a token must be for a rule to be tried there.
enum Trigger: Equatable, Sendable, BitwiseCopyable {
  case symbol(Symbol)
  /// The bit of a token class.
  case shape(UInt32)
  case recogniser(Int)

  /// One number for each.
  var code: UInt64 {
    switch self {
    case .symbol(let s): UInt64(s.id)
    case .shape(let c): 1 << 32 | UInt64(c)
    case .recogniser(let r): 2 << 32 | UInt64(r)
    }
  }

  static func == (a: Trigger, b: Trigger) -> Bool { a.code == b.code }
}
