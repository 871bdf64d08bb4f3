import GlaneText

/// A compiled pattern: instructions for the ``Matcher``.
package struct Program: Sendable {
  enum Operation: Sendable {
    /// Take an entry (of one or several tokens) of a word or list that starts here.
    case entry(Symbol)
    /// Take a constituent that starts here.
    case edge(Symbol)
    /// Take what a recogniser finds here; the index of a call in ``Program/calls``.
    case recognise(Int)
    /// Take one token that passes a test.
    case shape(TokenClass)
    case token(Int)
    /// Try `first`, then `second`; `join` numbers the instruction for the record of what was tried.
    case split(first: Int, second: Int, join: Int)
    case jump(Int)
    case open(Int)
    case close(Int)
    case glue
    case sentenceStart
    case sentenceEnd
    /// Match the sub-pattern that starts at the next instruction and ends with `accept` before `end`.
    case look(negative: Bool, end: Int)
    case behind(Int, negative: Bool)
    case accept
  }

  struct Call: Sendable {
    let recogniser: Int
    let arguments: [String]
  }

  /// The tests of `[a b !c]`.
  struct TokenTest: Sendable {
    struct Condition: Sendable {
      enum Test: Sendable {
        case symbol(Symbol)
        case shape(TokenClass)
      }
      let test: Test
      let negated: Bool
    }
    let conditions: [Condition]
  }

  var operations: [Operation] = []
  var calls: [Call] = []
  var tests: [TokenTest] = []
  var captureNames: [String] = []
  var joinCount = 0
  /// What the first token may be: the matcher is started only there.
  var triggers: [Trigger] = []
}

/// What a token must be for a rule to be tried there.
package enum Trigger: Hashable, Sendable {
  case symbol(Symbol)
  case shape(TokenClass)
  case recogniser(Int)
}
