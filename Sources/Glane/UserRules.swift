@_exported import struct GlanePatterns.LoadError
@_exported import struct GlanePatterns.RuleSource
import GlaneFrench

extension Extractor {
  /// An extractor with rules and lists of your own beside the built-in ones.
  ///
  /// - Throws: ``LoadError`` for the first mistake in one of them: its text gives file, line, column, what was found and
  ///   what was expected.
  public init(rules: [RuleSource]) throws(LoadError) {
    _ = try FrenchGrammar(user: rules)
    self.init()
  }
}
