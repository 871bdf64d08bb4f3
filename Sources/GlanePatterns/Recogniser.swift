import GlaneText

/// A constituent that is recognised by code: numbers, ordinals, Roman numerals, clock times.
package struct Recogniser: Sendable {
  package struct Hit {
    /// One past the last token taken; more than the token asked for.
    package let end: Int
    package let value: Int32
    package init(end: Int, value: Int32) {
      self.end = end
      self.value = value
    }
  }

  /// What stands behind the name in `<name …>`.
  package struct Arguments: Sendable, Hashable {
    package let words: [String]
    /// Two numbers ("<int 1 31>") are bounds; without them every number is inside.
    package let bounds: ClosedRange<Int>

    package static let none = Arguments([])

    package init(_ words: [String]) {
      self.words = words
      let numbers = words.compactMap { Int($0) }
      bounds = numbers.count == 2 && numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : .min ... .max
    }
  }

  /// What patterns call it: `<name …>`.
  package let name: String
  /// The kinds of token it may start with.
  package let kinds: Set<TokenKind>
  /// The token classes it may start with, besides.
  package let classes: Set<TokenClass>
  /// The words it may start with, besides: folded when the rule set is built.
  package let words: [String]
  /// Lists whose entries it may start with.
  package let lists: [String]
  /// What stands at `token` (below `limit`, the end of the sentence), or nil.
  package let match: @Sendable (_ chart: borrowing Chart, _ token: Int, _ limit: Int, _ arguments: Arguments) -> Hit?

  package init(
    _ name: String, kinds: Set<TokenKind> = [], classes: Set<TokenClass> = [], words: [String] = [],
    lists: [String] = [],
    match: @escaping @Sendable (_ chart: borrowing Chart, _ token: Int, _ limit: Int, _ arguments: Arguments) -> Hit?
  ) {
    self.name = name
    self.kinds = kinds
    self.classes = classes
    self.words = words
    self.lists = lists
    self.match = match
  }
}
