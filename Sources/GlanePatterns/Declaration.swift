/// What a rule file declares, as parsed: names are not yet looked up.
package struct RuleFile: Sendable {
  package var name: String
  /// Its text, of which entries are ranges.
  package var utf8: [UInt8]
  /// A file of the user's own, not one of the built-in ones.
  package var isUsers = false
  package var lists: [ListDeclaration] = []
  package var rules: [RuleDeclaration] = []
}

package struct ListDeclaration: Sendable {
  /// Where the text of an entry and its value stand in the file; the value's range is empty where there is none.
  struct Entry: Sendable, BitwiseCopyable {
    private var start: UInt32
    private var end: UInt32
    private var valueStart: UInt32
    private var valueEnd: UInt32

    init(text: Range<Int>, value: Range<Int>) {
      // A file is no longer than RuleLoader.longestFile.
      (start, end) = (UInt32(text.lowerBound), UInt32(text.upperBound))
      (valueStart, valueEnd) = (UInt32(value.lowerBound), UInt32(value.upperBound))
    }

    var text: Range<Int> { Int(start)..<Int(end) }
    var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
  }
  package var name: String
  /// `list NAME +`: adds to a list of another file.
  package var extends: Bool
  var entries: [Entry]
  package var position: SourcePosition
}

/// The value of a list entry.
package enum ListValue: Hashable, Sendable {
  case integer(Int32)
  case text(String)

  /// What a file writes as a value: 0 where it writes none.
  init(_ written: String) {
    self = written.isEmpty ? .integer(0) : Int32(written).map(ListValue.integer) ?? .text(written)
  }
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
///
/// It keeps the places of these in its file: most examples are never run.
package struct RuleExample: Sendable {
  let utf8: [UInt8]
  /// The text with its brackets.
  let textAt: Range<Int>
  /// From the opening bracket to the closing one, both included.
  let bracketsAt: Range<Int>?
  let valueAt: Range<Int>?
  let referenceAt: Range<Int>?
  package let position: SourcePosition

  package var text: String {
    guard let bracketsAt else { return string(textAt) }
    return string(textAt.lowerBound..<bracketsAt.lowerBound) + string(bracketsAt.dropFirst().dropLast())
      + string(bracketsAt.upperBound..<textAt.upperBound)
  }

  /// UTF-8 offsets in ``text``; the whole of it where the example has no brackets.
  package var range: Range<Int> {
    guard let bracketsAt else { return 0..<textAt.count }
    let start = bracketsAt.lowerBound - textAt.lowerBound
    return start..<start + bracketsAt.count - 2
  }

  package var hasBrackets: Bool { bracketsAt != nil }
  package var value: String? { valueAt.map(string) }
  package var reference: String? { referenceAt.map(string) }

  private func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
}
