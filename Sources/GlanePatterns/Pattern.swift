/// A pattern as the rule language writes it: the syntax tree between the parser and the compiler.
package indirect enum Pattern: Hashable, Sendable {
  /// A literal: one or several words, tokenized and folded when the rule is compiled.
  case literal(NameTable.Name, at: SourcePosition)
  /// `@list`.
  case list(NameTable.Name, at: SourcePosition)
  /// `<name argument …>`: a constituent of an earlier stage, or a recogniser.
  case constituent(NameTable.Name, arguments: [String], at: SourcePosition)
  /// `%Cap`.
  case shape(TokenClass)
  /// `[a b !c]`: one token.
  case token([TokenCondition])
  case sequence([Pattern])
  case choice([Pattern])
  case repetition(Pattern, minimum: Int, maximum: Int)
  case capture(String, Pattern)
  /// `~`
  case glue
  /// `^`
  case sentenceStart
  /// `$`
  case sentenceEnd
  /// `&a`, `!a`
  case lookahead(Pattern, negative: Bool)
  /// `&<a`, `!<a`
  case lookbehind([TokenCondition], negative: Bool)
}

/// A place in a rule file: line and column counted from 1.
package struct SourcePosition: Hashable, Sendable, BitwiseCopyable {
  // Every step of a pattern has one: small numbers.
  private var storedLine: UInt32
  private var storedColumn: UInt32

  package var line: Int { Int(storedLine) }
  package var column: Int { Int(storedColumn) }

  package init(line: Int, column: Int) {
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
  }
}

/// One test inside `[…]`.
package struct TokenCondition: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case word(NameTable.Name, at: SourcePosition)
    case list(NameTable.Name, at: SourcePosition)
    case shape(TokenClass)
  }
  package var test: Test
  package var negated: Bool
}
