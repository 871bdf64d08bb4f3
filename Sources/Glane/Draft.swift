import GlaneFrench
import GlanePatterns
import GlaneText

/// A mention while a document is being put together: token ranges, and indices into the drafts.
struct Draft {
  var type: MentionType
  var tokens: Range<Int>
  var rule: String
  /// Index into the names of the reading; -1 for what is no name.
  var name = -1
  /// Index into the dates of the reading; -1 for what is no date.
  var date = -1
  /// Index into the resolved times; -1 for what has none.
  var time = -1
  var entity: Int?
  var titles: [Int] = []
  var functions: [Int] = []
}
