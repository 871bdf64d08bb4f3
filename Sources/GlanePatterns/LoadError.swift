/// What is wrong with a rule file or a list, and where.
///
/// The one error that loading throws. Recognising never throws.
public struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name as it was given.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong: what was found and what was expected.
  public let message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `FILE:LINE:COLUMN: MESSAGE`, the form that editors turn into a link.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// A rule file or a list as text, with the name that its errors give.
public struct RuleSource: Sendable, Hashable {
  public let name: String
  public let utf8: [UInt8]

  public init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
  }

  public init(name: String, text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }
}
