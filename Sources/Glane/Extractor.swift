import GlaneFrench

@_exported import struct GlanePatterns.LoadError
@_exported import struct GlanePatterns.RuleSource

/// Reads French text and gathers its facts.
///
/// ```swift
/// let extractor = Extractor()
/// let analysis = extractor.extract("Du 8 au 10 février 2024, une délégation a séjourné au Togo.")
/// analysis.dates[0].value  // "2024-02-08/2024-02-10"
/// ```
///
/// Build one and keep it: it is immutable, and one instance serves all threads. Its answers depend on its arguments
/// alone: there is no clock, no locale and no time zone in them.
public struct Extractor: Sendable {
  let grammar: FrenchGrammar
  private let tokenizer = Tokenizer()

  /// Names of which ``Mention/confidence`` is lower are left out; 0 by default.
  public var minimumConfidence: Double = 0

  /// Whether a text that the caller gives no reference date takes the one of its own dateline ("PARIS, 3 mars 2017
  /// (AFP) —", "Publié le 3 mars 2017"); ``Analysis/referenceIsImplied`` then says so. On by default.
  public var readsDateline = true

  /// Which way bare dates look ("mardi", "le 7 juillet"); nil, the default, lets the tense of their clause tell, and
  /// ``GlaneTime/TimeContext/Direction/usual`` where none does.
  public var direction: TimeContext.Direction?

  /// What an extractor looks for.
  public enum Scope: Sendable {
    case everything
    /// Dates, times, durations, sets and periods alone. Names are not looked for, so a date inside one ("place du
    /// 8-Mai-1945") is found as well.
    case dates
  }

  /// An extractor with the built-in rules and lists.
  ///
  /// - Parameter scope: For dates alone it is several times as fast.
  public init(_ scope: Scope = .everything) {
    do {
      grammar = try FrenchGrammar(scope: scope == .dates ? .dates : .everything)
    } catch {
      preconditionFailure("the built-in rules do not load: \(error)")  // the tests load them
    }
  }

  /// An extractor with the built-in rules and lists and a user's own (`.rules` files, `.tsv` lists).
  ///
  /// - Parameters:
  ///   - rules: Rules for names and speech do not load where `scope` leaves those out.
  ///   - scope: What to look for.
  /// - Throws: ``LoadError`` for the first mistake in a source, or the first of its examples that does not hold.
  public init(rules: [RuleSource], scope: Scope = .everything) throws(LoadError) {
    grammar = try FrenchGrammar(user: rules, scope: scope == .dates ? .dates : .everything)
    for source in rules {
      if let failure = grammar.checkExamples(file: source.name).first { throw failure }
    }
  }

  /// Everything the text says.
  ///
  /// - Parameters:
  ///   - text: Any text; never throws, never traps.
  ///   - reference: The document's own date, against which "hier" or "en juin prochain" are resolved. Without it, and
  ///     without a dateline (``readsDateline``), they keep what the text says of them, unresolved.
  /// - Complexity: Linear in the length of the text.
  public func extract(_ text: String, reference: LocalDateTime? = nil) -> Analysis {
    extract(utf8: Array(text.utf8), reference: reference)
  }

  /// The same for raw bytes. Bytes that are not UTF-8 are kept out of every span and reported in
  /// ``TokenizedText/invalid``; nothing around them is lost.
  public func extract(utf8: [UInt8], reference: LocalDateTime? = nil) -> Analysis {
    let source = tokenizer.tokenize(utf8)
    guard !source.tokens.isEmpty else {
      return Analysis(source: source, reference: reference, mentions: [], entities: [], quotations: [])
    }
    if grammar.scope == .dates { return dates(in: source, reference: reference) }
    let reading = grammar.read(source)
    let scratch = reading.scratch
    defer { grammar.recycle(scratch) }  // the reading is gone by then
    return Assembly(
      reading: reading, reference: reference, readsDateline: readsDateline, direction: direction,
      minimumConfidence: minimumConfidence
    )
    .analysis()
  }
}
