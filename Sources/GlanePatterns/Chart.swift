import GlaneText

/// What is known of a text: for each token the words and lists it belongs to, and the constituents found so far.
///
/// Constituents ("edges") are added by the stages of a cascade and never taken away; an index by first token makes
/// looking them up cost what is there.
///
/// One pointer, so that handing it on copies nothing. Public, though no product shows it: what readers ask of every token
/// is laid out in place only where it is public (as with ``PackedWord``).
@frozen
public struct Chart: ~Copyable {
  /// A word or list entry that starts at a token.
  public struct Entry: Sendable, BitwiseCopyable {
    public let symbol: Symbol
    /// In tokens.
    public let length: UInt16
    public let value: Int32
  }

  /// A constituent: a half-open range of tokens with its symbol, the rule that gave it and a payload of its maker.
  public struct Edge: Sendable, BitwiseCopyable {
    public let symbol: Symbol
    public let start: Int
    public let end: Int
    /// Index into ``RuleSet/rules``, or -1 for an edge that no rule gave.
    public let rule: Int32
    public let payload: Int32
    /// The edge added before this one at the same first token, or -1.
    public let next: Int32

    @inlinable public var tokens: Range<Int> { start..<end }
  }

  /// Where entries are: how many, and the first of them; below 0 in `phraseEntries`, counted from -1 down.
  @usableFromInline
  struct EntryRow: BitwiseCopyable {
    @usableFromInline var first: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline
  struct Rows: ~Copyable {
    @usableFromInline let text: TokenizedText
    let rules: RuleSet
    let table: TypeTable
    // Rows by token and by sentence go as far as the text is annotated: none of them is read further.
    /// By token: its sentence.
    @usableFromInline var sentenceOf: PlainBuffer<UInt32>
    /// By token: its entries. Those of most tokens are their type's own, in the table.
    @usableFromInline var entryRows: PlainBuffer<EntryRow>
    @usableFromInline var typeEntries: UnsafePointer<Entry>
    /// The entries of tokens at which phrases start.
    @usableFromInline var phraseEntries = PlainBuffer<Entry>()
    @usableFromInline var edges = PlainBuffer<Edge>(minimumCapacity: 256)
    /// By token: the edge added last, or -1.
    @usableFromInline var edgeHeads: PlainBuffer<Int32>
    // The tokens' own kinds and shapes, again: nothing is counted or checked for others when they are read here.
    @usableFromInline var kinds: PlainBuffer<TokenKind>
    @usableFromInline var shapes: PlainBuffer<TokenShape>
    /// By token: its type.
    @usableFromInline var types: [UInt32] = []
    // By type. The table's own rows, which stand still as long as the chart lives: no type is added once ``annotate()`` has
    // been through.
    @usableFromInline var records: UnsafePointer<TypeTable.Record>
    @usableFromInline var lowers: UnsafePointer<PackedWord>
    @usableFromInline var plains: UnsafePointer<PackedWord>
    /// Tokens at which an entry of several tokens starts, ascending.
    var phraseTokens: [UInt32] = []
    /// Of the sentences annotated last.
    var notedTokens: [UInt32] = []
    /// By token: what may stand there, at a glance (``Signature``); token classes are its low bits.
    var signatures: PlainBuffer<UInt64>
    /// By token, one bit per stage: whether a rule of it may start there.
    var stageMask: PlainBuffer<StageSet>
    var focus: TokenSet
    /// By sentence: the needs of rules that its entries and constituents meet (``Need``).
    var met: PlainBuffer<Need.Bits>

    init(_ text: TokenizedText, _ rules: RuleSet, _ table: TypeTable) {
      self.text = text
      self.rules = rules
      self.table = table
      let n = text.tokens.count
      records = table.records
      lowers = table.lowers
      plains = table.plains
      typeEntries = table.entries
      kinds = PlainBuffer(minimumCapacity: n)
      shapes = PlainBuffer(minimumCapacity: n)
      edgeHeads = PlainBuffer(minimumCapacity: n)
      stageMask = PlainBuffer(minimumCapacity: n)
      signatures = PlainBuffer(minimumCapacity: n)
      entryRows = PlainBuffer(minimumCapacity: n)
      sentenceOf = PlainBuffer(minimumCapacity: n)
      met = PlainBuffer(minimumCapacity: text.sentenceStarts.count)
      focus = TokenSet(count: n)
    }
  }

  // The chart's alone: made by `init`, gone with `deinit`.
  @usableFromInline let rows: UnsafeMutablePointer<Rows>

  /// - Parameter table: Of the same rules; used by this chart alone as long as it lives.
  package init(text: TokenizedText, rules: RuleSet, table: TypeTable) {
    rows = .allocate(capacity: 1)
    rows.initialize(to: Rows(text, rules, table))
    text.tokens.withInput { tokens in
      guard tokens.count > 0 else { return }
      rows.pointee.kinds.append(from: tokens.kinds.baseAddress!, count: tokens.count)
      rows.pointee.shapes.append(from: tokens.shapes.baseAddress!, count: tokens.count)
    }
  }

  package init(text: TokenizedText, rules: RuleSet) {
    self.init(text: text, rules: rules, table: TypeTable(rules: rules))
  }

  deinit {
    rows.deinitialize(count: 1)
    rows.deallocate()
  }

  @inlinable
  public var text: TokenizedText {
    @inline(__always) _read { yield rows.pointee.text }
  }
  package var rules: RuleSet { rows.pointee.rules }
  /// What is known of the spellings of the text.
  package var table: TypeTable { rows.pointee.table }
  /// Tokens at which an entry of several tokens starts, ascending.
  package var phraseTokens: [UInt32] { rows.pointee.phraseTokens }
  /// What ``annotate(sentences:noting:)`` noted when it was last called, ascending.
  package var notedTokens: [UInt32] { rows.pointee.notedTokens }

  /// The tokens at which rules of some stages start (``Cascade/run(stage:on:tokens:focused:build:)``); those at which
  /// rules have found constituents are always among them.
  package var focus: TokenSet {
    _read { yield rows.pointee.focus }
    _modify { yield &rows.pointee.focus }
  }

  @inlinable public var tokenCount: Int { rows.pointee.text.tokens.count }

  @inlinable
  @inline(__always)
  public func kind(_ token: Int) -> TokenKind { rows.pointee.kinds[token] }
  @inlinable
  @inline(__always)
  public func shape(_ token: Int) -> TokenShape { rows.pointee.shapes[token] }

  // MARK: Words

  /// The number of a token's type, below ``TypeTable/count``.
  @inlinable
  @inline(__always)
  public func type(_ token: Int) -> Int { Int(rows.pointee.types[token]) }

  /// What is known of a token's spelling. Types are indices of records.
  @inlinable
  @inline(__always)
  public func record(_ token: Int) -> UnsafePointer<TypeTable.Record> { rows.pointee.records + type(token) }

  /// The spelling of a token in lower case with plain apostrophes, to be compared; that with its capitals.
  @inlinable
  @inline(__always)
  public func word(_ token: Int) -> PackedWord { rows.pointee.lowers[type(token)] }
  @inlinable
  @inline(__always)
  public func spelling(_ token: Int) -> PackedWord { rows.pointee.plains[type(token)] }

  /// The number of a token's fold: the same for all spellings of one, below ``TypeTable/foldCount``.
  @inlinable
  @inline(__always)
  public func fold(_ token: Int) -> Int { Int(record(token).pointee.foldNumber) }

  /// The spelling of a token with plain apostrophes; empty where it is long.
  package func plain(_ token: Int) -> String { table.plain(type(token)) }
  /// The same in lower case.
  package func lower(_ token: Int) -> String { table.lower(type(token)) }

  /// The words of the tokens, for what outlives a borrow of the chart.
  package var words: TokenWords { TokenWords(types: rows.pointee.types, table: table) }
  package var hashes: TokenHashes { TokenHashes(types: rows.pointee.types, table: table) }

  // MARK: Entries

  /// The entries that start at a token, shorter ones first.
  @inlinable
  @inline(__always)
  public func entries(at token: Int) -> UnsafeBufferPointer<Entry> {
    let row = rows.pointee.entryRows[token]
    return UnsafeBufferPointer(start: start(of: row), count: Int(row.count))
  }

  /// Where the entries of a row start: `annotate` wrote it, of entries that are there.
  @inlinable
  @inline(__always)
  func start(of row: EntryRow) -> UnsafePointer<Entry> {
    row.first >= 0
      ? rows.pointee.typeEntries + Int(row.first) : UnsafePointer(rows.pointee.phraseEntries.base) + Int(~row.first)
  }

  /// The first entry of `symbol` at `token` that is one token long, if any.
  @inlinable
  @inline(__always)
  public func entry(_ symbol: Symbol, at token: Int) -> Entry? {
    for entry in entries(at: token) where entry.symbol == symbol && entry.length == 1 { return entry }
    return nil
  }

  @inlinable
  @inline(__always)
  public func has(_ symbol: Symbol, at token: Int) -> Bool { entry(symbol, at: token) != nil }

  // MARK: Constituents

  /// The constituents found so far, in the order in which they were added. Valid until another is.
  @inlinable
  @inline(__always)
  public var edges: UnsafeBufferPointer<Edge> { rows.pointee.edges.all }

  /// The edge added last at a first token, or -1; go on with ``Edge/next``.
  @inlinable
  @inline(__always)
  public func firstEdge(at token: Int) -> Int32 { rows.pointee.edgeHeads[token] }

  /// Adds a constituent.
  ///
  /// - Precondition: `tokens` is not empty and lies in the text.
  @discardableResult
  package mutating func add(_ symbol: Symbol, _ tokens: Range<Int>, rule: Int32, payload: Int32) -> Int32 {
    let first = tokens.lowerBound
    precondition(!tokens.isEmpty)
    let index = Int32(rows.pointee.edges.count)
    rows.pointee.edges.append(
      Edge(
        symbol: symbol, start: first, end: tokens.upperBound, rule: rule, payload: payload,
        next: rows.pointee.edgeHeads[first]))
    rows.pointee.edgeHeads[first] = index
    if rule >= 0 { rows.pointee.focus.insert(first) }
    rows.pointee.stageMask[first] |= rules.stageMask(of: symbol)
    rows.pointee.signatures[first] |= Signature.of(symbol)
    rows.pointee.met[Int(rows.pointee.sentenceOf[first])] |= rules.need.ofSymbol[Int(symbol.id)]
    return index
  }

  // MARK: Places

  /// The bytes from the first token's first to the last token's last.
  @inlinable
  public func span(_ tokens: Range<Int>) -> TextSpan {
    TextSpan(
      start: text.tokens.span(at: tokens.lowerBound).start, end: text.tokens.span(at: tokens.upperBound - 1).end)
  }

  /// The text of some tokens.
  package func string(_ tokens: Range<Int>) -> String { rows.pointee.text.string(span(tokens)) }

  /// The token range of the sentence that holds a token.
  @inlinable
  @inline(__always)
  public func sentence(of token: Int) -> Range<Int> {
    rows.pointee.text.sentenceTokens(Int(rows.pointee.sentenceOf[token]))
  }
}

/// By token: the hash of its folded form (``FoldedForm/hash``).
@frozen
public struct TokenHashes {
  @usableFromInline let types: [UInt32]
  // The table's rows, which stand still while what was read of the text is in use.
  @usableFromInline let records: UnsafePointer<TypeTable.Record>
  private let table: TypeTable

  init(types: [UInt32], table: TypeTable) {
    self.types = types
    self.table = table
    records = table.records
  }

  @inlinable
  @inline(__always)
  public subscript(token: Int) -> UInt64 { records[Int(types[token])].hash }
}

/// By token: its spelling in lower case with plain apostrophes, empty where it is long; the number of its fold.
@frozen
public struct TokenWords {
  @usableFromInline let types: [UInt32]
  // The table's rows, which stand still while what was read of the text is in use.
  @usableFromInline let lowers: UnsafePointer<PackedWord>
  @usableFromInline let records: UnsafePointer<TypeTable.Record>
  private let table: TypeTable

  init(types: [UInt32], table: TypeTable) {
    self.types = types
    self.table = table
    lowers = table.lowers
    records = table.records
  }

  package subscript(token: Int) -> String { table.lower(Int(types[token])) }
  /// The same, to be compared.
  @inlinable
  @inline(__always)
  public func word(_ token: Int) -> PackedWord { lowers[Int(types[token])] }

  /// The fold of a token.
  package func folded(_ token: Int) -> String { table.fold(of: types[token]) }

  /// The same for all spellings of one fold, in this text.
  @inlinable
  @inline(__always)
  public func fold(_ token: Int) -> UInt32 { records[Int(types[token])].foldNumber }
}
