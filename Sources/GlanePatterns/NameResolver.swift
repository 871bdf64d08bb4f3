import GlaneText

/// Says what the names of rules stand for: words get their symbols here, lists and constituents are looked up. Each name is
/// asked for many times and looked up once.
struct NameResolver {
  /// What a name stands for.
  enum Target: BitwiseCopyable {
    case symbol(Symbol)
    case edge(Symbol)
    case recogniser(Int)

    /// nil for a recogniser.
    var symbol: Symbol? {
      switch self {
      case .symbol(let s), .edge(let s): s
      case .recogniser: nil
      }
    }
  }

  private let names: NameTable
  private let recognisers: [Recogniser]
  private let constituents: Set<String>
  private(set) var symbols = SymbolTable()
  /// Takes up the words of lists and of patterns.
  private(set) var builder = GazetteerBuilder()
  /// By list of the builder: the words of a pattern are a list of their own each.
  private(set) var symbolsOfLists: [Symbol?] = []
  /// By name, what was found.
  private(set) var targets: [Target?]

  init(names: NameTable, recognisers: [Recogniser], constituents: Set<String>, lists: Set<String>) {
    self.names = names
    self.recognisers = recognisers
    self.constituents = constituents
    targets = [Target?](repeating: nil, count: names.count)
    for name in constituents.sorted() { _ = symbols.intern(.constituent(name)) }
    for name in lists.sorted() { _ = symbols.intern(.list(name)) }
  }

  /// Makes room for so many entries of lists, and for the words of patterns.
  mutating func reserve(entries count: Int) { builder.reserve(count + names.count) }

  /// Adds the entries of a list that a file declares.
  mutating func add(_ list: ListDeclaration, of file: RuleFile) throws(LoadError) {
    let index = builder.list(list.name)
    set(symbols[.list(list.name)], ofList: index)
    func text(_ range: Range<Int>) -> String { String(decoding: file.utf8[range], as: UTF8.self) }
    // The entries of a line share its value.
    var (known, value) = (0..<0, ListValue.integer(0))
    func failure(_ entry: ListDeclaration.Entry, _ message: String) -> LoadError {
      let cursor = RuleCursor(source: RuleSource(name: file.name, utf8: file.utf8))
      return error(file.name, cursor.position(of: entry.text.lowerBound), message)
    }
    for entry in list.entries {
      guard max(entry.text.count, entry.value.count) <= GazetteerBuilder.longestText else {
        throw failure(
          entry, "found an entry of more than \(GazetteerBuilder.longestText) bytes with its value, expected fewer")
      }
      if entry.value != known { (known, value) = (entry.value, ListValue(text(entry.value))) }
      let isAdded = file.utf8.withUnsafeBufferPointer {
        builder.add(UnsafeBufferPointer(rebasing: $0[entry.text]), list: index, value: value)
      }
      if !isAdded {
        throw failure(entry, "found the entry “\(text(entry.text))” without a token, expected a word")
      }
    }
  }

  /// What a name stands for at a place of a rule.
  ///
  /// - Throws: ``LoadError`` where nothing declares it.
  mutating func target(of name: NameTable.Name, file: String, at: SourcePosition) throws(LoadError) -> Target {
    if let known = targets[Int(name.index)] { return known }
    let text = names.text(of: name)
    let target: Target
    switch names.kind(of: name) {
    case .literal: target = .symbol(try literal(text, file, at))
    case .list: target = .symbol(try list(text, file, at))
    case .constituent: target = try constituent(text, file, at)
    }
    targets[Int(name.index)] = target
    return target
  }

  func text(of name: NameTable.Name) -> String { names.text(of: name) }

  mutating func literal(_ text: String, _ file: String, _ at: SourcePosition) throws(LoadError) -> Symbol {
    // The accents are part of a literal's identity: "a" and "à" share a key, not a symbol.
    guard text.utf8.count <= GazetteerBuilder.longestText else {
      throw error(
        file, at, "found words of \(text.utf8.count) bytes, expected at most \(GazetteerBuilder.longestText)")
    }
    let list = builder.list("=" + text)
    if Int(list) < symbolsOfLists.count, let known = symbolsOfLists[Int(list)] { return known }
    guard let symbol = symbols.intern(.word(Array(text.utf8))) else {
      throw error(file, at, "found more than 65,535 names, expected fewer")
    }
    set(symbol, ofList: list)
    builder.add(text, list: list)
    return symbol
  }

  func list(_ name: String, _ file: String, _ at: SourcePosition) throws(LoadError) -> Symbol {
    guard let symbol = symbols[.list(name)] else {
      throw error(file, at, "found the list @\(name), expected one that is declared")
    }
    return symbol
  }

  private func constituent(_ name: String, _ file: String, _ at: SourcePosition) throws(LoadError) -> Target {
    if let r = recognisers.firstIndex(where: { $0.name == name }) { return .recogniser(r) }
    guard let symbol = symbols[.constituent(name)] else {
      let known = constituents.union(recognisers.map(\.name)).sorted().joined(separator: ", ")
      throw error(file, at, "found the constituent <\(name)>, expected one of \(known)")
    }
    return .edge(symbol)
  }

  private mutating func set(_ symbol: Symbol?, ofList list: UInt16) {
    while symbolsOfLists.count <= Int(list) { symbolsOfLists.append(nil) }
    symbolsOfLists[Int(list)] = symbol
  }

  private func error(_ file: String, _ at: SourcePosition, _ message: String) -> LoadError {
    LoadError(file: file, line: at.line, column: at.column, message: message)
  }
}
