/// Reads a pattern: recursive descent over the table in RULES.md.
struct PatternParser {
  private var cursor = RuleCursor(source: RuleSource(name: "", utf8: []))
  /// Macros in force.
  var macros: [String: Pattern] = [:]
  /// What the patterns read so far name.
  private(set) var names = NameTable()
  private var depth = 0

  /// The whole of what the cursor's limit leaves.
  mutating func parse(_ cursor: RuleCursor) throws(LoadError) -> Pattern {
    self.cursor = cursor
    depth = 0
    let pattern = try choice()
    skip()
    guard self.cursor.atEnd else {
      throw self.cursor.error("found \(self.cursor.found), expected the pattern to end or go on")
    }
    return pattern
  }

  /// Spaces, line ends and comments.
  private mutating func skip() {
    while !cursor.atEnd {
      if RuleCursor.isSpace(cursor.current) {
        cursor.offset += 1
      } else if cursor.current == UInt8(ascii: "#") {
        while !cursor.atEnd, cursor.current != UInt8(ascii: "\n") { cursor.offset += 1 }
      } else {
        return
      }
    }
  }

  private mutating func choice() throws(LoadError) -> Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw cursor.error("found a pattern nested more than 40 deep, expected less") }
    let first = try sequence()
    skip()
    guard cursor.current == UInt8(ascii: "|"), !cursor.atEnd else { return first }
    var branches = [first]
    while cursor.current == UInt8(ascii: "|"), !cursor.atEnd {
      cursor.offset += 1
      branches.append(try sequence())
      skip()
    }
    return .choice(branches)
  }

  private mutating func sequence() throws(LoadError) -> Pattern {
    skip()
    guard !endsSequence else { throw cursor.error("found \(cursor.found), expected a pattern") }
    let first = try repeated()
    skip()
    if endsSequence { return first }
    var items = [first]
    while !endsSequence {
      items.append(try repeated())
      skip()
    }
    return .sequence(items)
  }

  private var endsSequence: Bool {
    cursor.atEnd || cursor.current == UInt8(ascii: "|") || cursor.current == UInt8(ascii: ")")
  }

  private mutating func repeated() throws(LoadError) -> Pattern {
    let start = cursor.offset
    let item = try atom()
    let pattern: Pattern
    switch cursor.current {
    case UInt8(ascii: "?") where !cursor.atEnd:
      cursor.offset += 1
      pattern = .repetition(item, minimum: 0, maximum: 1)
    case UInt8(ascii: "*") where !cursor.atEnd:
      cursor.offset += 1
      pattern = .repetition(item, minimum: 0, maximum: PatternParser.unboundedLimit)
    case UInt8(ascii: "+") where !cursor.atEnd:
      cursor.offset += 1
      pattern = .repetition(item, minimum: 1, maximum: PatternParser.unboundedLimit)
    case UInt8(ascii: "{") where isDigit(cursor.peek()):
      pattern = try counted(item)
    default:
      return item
    }
    if case .capture(let name, let inner) = item, case .repetition(_, let low, let high) = pattern {
      // `name:a?` repeats the capture, not what it holds.
      return .repetition(.capture(name, inner), minimum: low, maximum: high)
    }
    guard item.canBeEmpty == false else {
      throw cursor.error(
        "found a repetition of something that may match nothing, expected at least one token", at: start)
    }
    return pattern
  }

  static let unboundedLimit = 32

  private mutating func counted(_ item: Pattern) throws(LoadError) -> Pattern {
    let start = cursor.offset
    cursor.offset += 1
    let low = number() ?? 0
    var high = low
    if cursor.current == UInt8(ascii: ",") {
      cursor.offset += 1
      high = number() ?? PatternParser.unboundedLimit
    }
    try cursor.expect(UInt8(ascii: "}"), "after the numbers of a repetition")
    guard low <= high, high >= 1, high <= PatternParser.unboundedLimit else {
      throw cursor.error("found a repetition {\(low),\(high)}, expected {m,n} with m ≤ n ≤ 32", at: start)
    }
    return .repetition(item, minimum: low, maximum: high)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while isDigit(cursor.current), !cursor.atEnd, (value ?? 0) < 1000 {
      value = (value ?? 0) * 10 + Int(cursor.current - UInt8(ascii: "0"))
      cursor.offset += 1
    }
    return value
  }

  private func isDigit(_ b: UInt8) -> Bool { b >= UInt8(ascii: "0") && b <= UInt8(ascii: "9") }

  private mutating func name(_ kind: NameTable.Kind, _ range: Range<Int>) -> NameTable.Name {
    cursor.bytes.withUnsafeBufferPointer { names.intern(kind, UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private mutating func atom() throws(LoadError) -> Pattern {
    let position = cursor.marking()
    let start = cursor.offset
    switch cursor.current {
    case UInt8(ascii: "("):
      cursor.offset += 1
      let inner = try choice()
      skip()
      try cursor.expect(UInt8(ascii: ")"), "to close the group")
      return inner
    case UInt8(ascii: "\""):
      return .literal(name(.literal, try quoted()), at: position)
    case UInt8(ascii: "@"):
      cursor.offset += 1
      return .list(name(.list, try cursor.nameRange("the name of a list")), at: position)
    case UInt8(ascii: "%"):
      return .shape(try tokenClass())
    case UInt8(ascii: "<"):
      return try constituent(at: position)
    case UInt8(ascii: "["):
      return .token(try conditions())
    case UInt8(ascii: "~"):
      cursor.offset += 1
      return .glue
    case UInt8(ascii: "^"):
      cursor.offset += 1
      return .sentenceStart
    case UInt8(ascii: "$"):
      cursor.offset += 1
      return .sentenceEnd
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      return try look()
    case UInt8(ascii: "{"):
      cursor.offset += 1
      let name = try cursor.name("the name of a macro")
      try cursor.expect(UInt8(ascii: "}"), "after the name of a macro")
      guard let macro = macros[name] else {
        throw cursor.error("found the macro {\(name)}, expected one declared before with “let”", at: start)
      }
      return macro
    default:
      return try wordOrCapture(at: position)
    }
  }

  private mutating func quoted() throws(LoadError) -> Range<Int> {
    let open = cursor.offset
    cursor.offset += 1
    let start = cursor.offset
    while !cursor.atEnd, cursor.current != UInt8(ascii: "\""), cursor.current != UInt8(ascii: "\n") {
      cursor.offset += 1
    }
    guard cursor.current == UInt8(ascii: "\"") else {
      throw cursor.error("found a quotation mark without its partner, expected “\"” on the same line", at: open)
    }
    let range = start..<cursor.offset
    cursor.offset += 1
    // Most begin with a visible character of ASCII.
    if let first = range.first, cursor.bytes[first] > 32, cursor.bytes[first] < 0x7F { return range }
    guard cursor.text(range).contains(where: { !$0.isWhitespace }) else {
      throw cursor.error("found an empty literal, expected at least one word", at: open)
    }
    return range
  }

  private mutating func tokenClass() throws(LoadError) -> TokenClass {
    let start = cursor.offset
    cursor.offset += 1
    let name = try cursor.name("the name of a token class")
    guard let tokenClass = TokenClass(rawValue: name) else {
      let all = TokenClass.allCases.map { "%\($0.rawValue)" }.joined(separator: " ")
      throw cursor.error("found the token class %\(name), expected one of \(all)", at: start)
    }
    return tokenClass
  }

  private mutating func constituent(at position: SourcePosition) throws(LoadError) -> Pattern {
    cursor.offset += 1
    let range = try cursor.nameRange("the name of a constituent")
    var arguments: [String] = []
    skip()
    while !cursor.atEnd, cursor.current != UInt8(ascii: ">") {
      arguments.append(try cursor.name("an argument or “>”"))
      skip()
    }
    if cursor.atEnd { throw cursor.error("found \(cursor.found), expected “>” to close <\(cursor.text(range))") }
    cursor.offset += 1
    return .constituent(name(.constituent, range), arguments: arguments, at: position)
  }

  private mutating func conditions() throws(LoadError) -> [TokenCondition] {
    let start = cursor.offset
    cursor.offset += 1
    var all: [TokenCondition] = []
    skip()
    while !cursor.atEnd, cursor.current != UInt8(ascii: "]") {
      let negated = cursor.current == UInt8(ascii: "!")
      if negated { cursor.offset += 1 }
      all.append(TokenCondition(test: try conditionTest(), negated: negated))
      skip()
    }
    try cursor.expect(UInt8(ascii: "]"), "to close the token tests")
    guard !all.isEmpty else { throw cursor.error("found empty token tests, expected at least one", at: start) }
    return all
  }

  private mutating func conditionTest() throws(LoadError) -> TokenCondition.Test {
    let position = cursor.marking()
    switch cursor.current {
    case UInt8(ascii: "@"):
      cursor.offset += 1
      return .list(name(.list, try cursor.nameRange("the name of a list")), at: position)
    case UInt8(ascii: "%"): return .shape(try tokenClass())
    case UInt8(ascii: "\""): return .word(name(.literal, try quoted()), at: position)
    default: return .word(name(.literal, try word()), at: position)
    }
  }

  private mutating func look() throws(LoadError) -> Pattern {
    let negative = cursor.current == UInt8(ascii: "!")
    cursor.offset += 1
    guard cursor.current == UInt8(ascii: "<"), isBehind() else {
      return .lookahead(try repeated(), negative: negative)
    }
    cursor.offset += 1
    if cursor.current == UInt8(ascii: "[") { return .lookbehind(try conditions(), negative: negative) }
    return .lookbehind([TokenCondition(test: try conditionTest(), negated: false)], negative: negative)
  }

  /// `&<a` looks behind, `&<name>` looks ahead for a constituent: the closing `>` before any space or group tells.
  private func isBehind() -> Bool {
    var i = cursor.offset + 1
    while i < cursor.limit {
      let b = cursor.bytes[i]
      if b == UInt8(ascii: ">") { return false }
      if !(RuleCursor.isNameByte(b) || b == 32) { return true }
      if b == UInt8(ascii: "\n") { return true }
      i += 1
    }
    return true
  }

  private mutating func wordOrCapture(at position: SourcePosition) throws(LoadError) -> Pattern {
    let start = cursor.offset
    let range = try word()
    guard cursor.current == UInt8(ascii: ":"), !cursor.atEnd else {
      return .literal(name(.literal, range), at: position)
    }
    let text = cursor.text(range)
    cursor.offset += 1
    guard !cursor.atEnd, !RuleCursor.isSpace(cursor.current) else {
      throw cursor.error("found “\(text):” with nothing behind it, expected what to capture", at: start)
    }
    return .capture(text, try atom())
  }

  /// A bare word: name bytes, apostrophes, and full stops or slashes inside.
  private mutating func word() throws(LoadError) -> Range<Int> {
    let start = cursor.offset
    while !cursor.atEnd {
      let b = cursor.current
      guard RuleCursor.isNameByte(b) || b == UInt8(ascii: "'") else { break }
      cursor.offset += 1
    }
    guard cursor.offset > start else {
      throw cursor.error("found \(cursor.found), expected a pattern (put marks in quotes: \",\")")
    }
    return start..<cursor.offset
  }
}

extension Pattern {
  /// Whether the pattern may match without taking a token.
  var canBeEmpty: Bool {
    switch self {
    case .literal, .list, .constituent, .shape, .token: false
    case .sequence(let items): items.allSatisfy(\.canBeEmpty)
    case .choice(let branches): branches.contains(where: \.canBeEmpty)
    case .repetition(let item, let minimum, _): minimum == 0 || item.canBeEmpty
    case .capture(_, let item): item.canBeEmpty
    case .glue, .sentenceStart, .sentenceEnd, .lookahead, .lookbehind: true
    }
  }
}
