/// What a rule file declares, as parsed: names are not yet looked up.
package struct RuleFile: Sendable {
  package var name: String
  /// A file of the user's own, not one of the built-in ones.
  package var isUsers = false
  package var lists: [ListDeclaration] = []
  package var rules: [RuleDeclaration] = []
}

package struct ListDeclaration: Sendable {
  package struct Entry: Sendable {
    package var text: String
    package var value: ListValue
    package var position: SourcePosition
  }
  package var name: String
  /// `list NAME +`: adds to a list of another file.
  package var extends: Bool
  package var entries: [Entry]
  package var position: SourcePosition
}

/// The value of a list entry.
package enum ListValue: Hashable, Sendable {
  case integer(Int32)
  case text(String)
}

package struct RuleDeclaration: Sendable {
  package var name: String
  package var stage: String
  package var priority: Int
  package var pattern: Pattern
  package var constructor: String
  package var arguments: [ArgumentDeclaration]
  package var accepts: [RuleExample]
  package var refuses: [RuleExample]
  package var position: SourcePosition
  package var makePosition: SourcePosition
}

package struct ArgumentDeclaration: Sendable {
  package enum Value: Hashable, Sendable {
    /// A capture of that name, or else a bare word: settled when the rule is compiled.
    case name(String)
    case integer(Int)
  }
  package var label: String
  package var value: Value
  package var position: SourcePosition
}

/// A `yes` or a `no`: the text without its brackets, the bracketed byte range, the value and the reference date.
package struct RuleExample: Sendable, Hashable {
  package var text: String
  /// UTF-8 offsets in ``text``; the whole of it where the example has no brackets.
  package var range: Range<Int>
  package var hasBrackets: Bool
  package var value: String?
  package var reference: String?
  package var position: SourcePosition
}
