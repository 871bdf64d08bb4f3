import GlaneText

/// What is known of a text: for each token the words and lists it belongs to, and the constituents found so far.
///
/// Constituents ("edges") are added by the stages of a cascade and never taken away; an index by first token makes
/// looking them up cost what is there.
package struct Chart: ~Copyable {
  /// A word or list entry that starts at a token.
  package struct Entry: Sendable, BitwiseCopyable {
    package let symbol: Symbol
    /// In tokens.
    package let length: UInt16
    package let value: Int32
  }

  /// A constituent: a half-open range of tokens with its symbol, the rule that gave it and a payload of its maker.
  package struct Edge: Sendable, BitwiseCopyable {
    package let symbol: Symbol
    package let start: Int
    package let end: Int
    /// Index into ``RuleSet/rules``, or -1 for an edge that no rule gave.
    package let rule: Int32
    package let payload: Int32
    /// The edge added before this one at the same first token, or -1.
    package let next: Int32

    package var tokens: Range<Int> { start..<end }
  }

  package let text: TokenizedText
  package let rules: RuleSet
  /// Token index one past the sentence of each token.
  var sentenceOf: [UInt32] = []
  /// By token, and one more: where its entries start.
  var entryStarts: PlainBuffer<UInt32>
  var entries: PlainBuffer<Entry>
  private(set) var allEdges = PlainBuffer<Edge>(minimumCapacity: 256)
  /// By token: the edge added last, or -1.
  private(set) var edgeHeads: PlainBuffer<Int32>
  /// What is known of the spellings of the text.
  package let table: TypeTable
  /// By token: its type.
  package internal(set) var types: [UInt32] = []
  /// By type: what is known of it. The table's own storage, which stands still as long as the chart lives: no type is added
  /// once ``annotate()`` has been through.
  package internal(set) var records: UnsafePointer<TypeTable.Record>
  var lowers: UnsafePointer<PackedWord>
  var plains: UnsafePointer<PackedWord>
  /// Tokens at which an entry of several tokens starts, ascending.
  package internal(set) var phraseTokens: [UInt32] = []
  /// By token: what may stand there, at a glance (``Signature``); token classes are its low bits.
  var signatures: PlainBuffer<UInt64>
  /// One bit per stage: whether a rule of it may start at the token.
  var stageMask: PlainBuffer<UInt64>
  /// By sentence: the needs of rules that its entries and constituents meet (``Need``).
  var met: [Need.Bits] = []

  /// - Parameter table: Of the same rules; used by this chart alone as long as it lives.
  package init(text: TokenizedText, rules: RuleSet, table: TypeTable) {
    self.text = text
    self.rules = rules
    self.table = table
    records = table.records
    lowers = table.lowers
    plains = table.plains
    let n = text.tokens.count
    edgeHeads = PlainBuffer(repeating: -1, count: n)
    stageMask = PlainBuffer(repeating: 0, count: n)
    signatures = PlainBuffer(repeating: 0, count: n)
    entryStarts = PlainBuffer(repeating: 0, count: n + 1)
    entries = PlainBuffer(minimumCapacity: 2 * n)
  }

  package init(text: TokenizedText, rules: RuleSet) {
    self.init(text: text, rules: rules, table: TypeTable(rules: rules))
  }

  package var tokenCount: Int { text.tokens.count }

  /// The words of the tokens, for what outlives a borrow of the chart.
  package var words: TokenWords { TokenWords(types: types, table: table) }
  package var hashes: TokenHashes { TokenHashes(types: types, table: table) }

  /// The spelling of a token with plain apostrophes; empty where it is long.
  package func plain(_ token: Int) -> String { table.plain(Int(types[token])) }
  /// The same in lower case.
  package func lower(_ token: Int) -> String { table.lower(Int(types[token])) }
  /// The same as ``lower(_:)``, to be compared.
  @inline(__always)
  package func word(_ token: Int) -> PackedWord { lowers[Int(types[token])] }
  /// The same as ``plain(_:)``, to be compared.
  @inline(__always)
  package func spelling(_ token: Int) -> PackedWord { plains[Int(types[token])] }

  /// The number of a token's fold: the same for all spellings of one, below ``TypeTable/foldCount``.
  @inline(__always)
  package func fold(_ token: Int) -> Int { Int(records[Int(types[token])].foldNumber) }

  /// The entries that start at a token, shorter ones first.
  @inline(__always)
  package func entries(at token: Int) -> UnsafeBufferPointer<Entry> {
    // Where the entries of a token start and end was written by `annotate`, from the number of entries at hand.
    let (first, end) = (Int(entryStarts[token]), Int(entryStarts[token + 1]))
    return UnsafeBufferPointer(start: entries.base + first, count: end - first)
  }

  /// The constituents found so far, in the order in which they were added. Valid until another is.
  package var edges: UnsafeBufferPointer<Edge> { allEdges.all }

  /// The first entry of `symbol` at `token` that is one token long, if any.
  @inline(__always)
  package func entry(_ symbol: Symbol, at token: Int) -> Entry? {
    for entry in entries(at: token) where entry.symbol == symbol && entry.length == 1 { return entry }
    return nil
  }

  package func has(_ symbol: Symbol, at token: Int) -> Bool { entry(symbol, at: token) != nil }

  /// Adds a constituent.
  ///
  /// - Precondition: `tokens` is not empty and lies in the text.
  @discardableResult
  package mutating func add(_ symbol: Symbol, _ tokens: Range<Int>, rule: Int32, payload: Int32) -> Int32 {
    precondition(!tokens.isEmpty)
    let index = Int32(allEdges.count)
    allEdges.append(
      Edge(
        symbol: symbol, start: tokens.lowerBound, end: tokens.upperBound, rule: rule, payload: payload,
        next: edgeHeads[tokens.lowerBound]))
    edgeHeads[tokens.lowerBound] = index
    stageMask[tokens.lowerBound] |= rules.stageMask(of: symbol)
    signatures[tokens.lowerBound] |= Signature.of(symbol)
    met[Int(sentenceOf[tokens.lowerBound])] |= rules.need.ofSymbol[Int(symbol.id)]
    return index
  }

  /// The edge added last at a first token, or -1; go on with ``Edge/next``.
  @inline(__always)
  package func firstEdge(at token: Int) -> Int32 { edgeHeads[token] }

  /// The bytes from the first token's first to the last token's last.
  package func span(_ tokens: Range<Int>) -> TextSpan {
    TextSpan(
      start: Int(text.tokens.starts[tokens.lowerBound]), end: Int(text.tokens.ends[tokens.upperBound - 1]))
  }

  /// The token range of the sentence that holds a token.
  @inline(__always)
  package func sentence(of token: Int) -> Range<Int> { text.sentenceTokens(Int(sentenceOf[token])) }
}

/// By token: the hash of its folded form (``FoldedForm/hash``).
package struct TokenHashes {
  private let types: [UInt32]
  private let table: TypeTable

  fileprivate init(types: [UInt32], table: TypeTable) {
    self.types = types
    self.table = table
  }

  package subscript(token: Int) -> UInt64 { table.records[Int(types[token])].hash }
}

/// By token: its spelling in lower case with plain apostrophes, empty where it is long; the number of its fold.
package struct TokenWords {
  private let types: [UInt32]
  private let table: TypeTable

  fileprivate init(types: [UInt32], table: TypeTable) {
    self.types = types
    self.table = table
  }

  package subscript(token: Int) -> String { table.lower(Int(types[token])) }
  /// The same, to be compared.
  package func word(_ token: Int) -> PackedWord { table.lowers[Int(types[token])] }

  /// The fold of a token.
  package func folded(_ token: Int) -> String { table.fold(of: types[token]) }

  /// The same for all spellings of one fold, in this text.
  package func fold(_ token: Int) -> UInt32 { table.records[Int(types[token])].foldNumber }
}
