/// A pattern as the rule language writes it: the syntax tree between the parser and the compiler.
package indirect enum Pattern: Hashable, Sendable {
  /// A literal: one or several words, tokenized and folded when the rule is compiled.
  case literal(String, at: SourcePosition)
  /// `@list`.
  case list(String, at: SourcePosition)
  /// `<name argument …>`: a constituent of an earlier stage, or a recogniser.
  case constituent(String, arguments: [String], at: SourcePosition)
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
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// One test inside `[…]`.
package struct TokenCondition: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case word(String, at: SourcePosition)
    case list(String, at: SourcePosition)
    case shape(TokenClass)
  }
  package var test: Test
  package var negated: Bool
}
