import GlaneText

/// Reads a rule file: declarations, their fields and their lines. Patterns are read by ``PatternParser``.
package struct RuleParser {
  private var cursor: RuleCursor
  private var patterns = PatternParser()
  private var stage: String?
  private var file: RuleFile

  /// Parses `source`; `patterns` knows the macros of files loaded before and takes up this file's.
  ///
  /// - Throws: ``LoadError`` for the first mistake.
  static func parse(_ source: RuleSource, patterns: inout PatternParser) throws(LoadError) -> RuleFile {
    var parser = RuleParser(source: source)
    swap(&parser.patterns, &patterns)  // moved, not copied
    defer { swap(&parser.patterns, &patterns) }
    try parser.run()
    return parser.file
  }

  private init(source: RuleSource) {
    cursor = RuleCursor(source: source)
    file = RuleFile(name: source.name, utf8: source.utf8)
  }

  private mutating func run() throws(LoadError) {
    if let bad = cursor.firstInvalid {
      throw cursor.error("found a byte that is not UTF-8, expected UTF-8 text", at: bad)
    }
    if cursor.bytes.starts(with: Array("# list ".utf8)) {
      try tabSeparatedList()
      return
    }
    while let line = nextLine() {
      let start = line.range.lowerBound
      guard !RuleCursor.isSpace(cursor.bytes[start]) else {
        throw cursor.error("found an indented line, expected “stage”, “list”, “let” or “rule” before it", at: start)
      }
      try declaration(line)
    }
  }

  // MARK: lines

  /// The next line that is neither empty nor a comment, without its end; the cursor moves past it.
  private mutating func nextLine() -> RuleCursor.Line? {
    while let line = cursor.takeLine() {
      var first = line.range.lowerBound
      while first < line.range.upperBound, RuleCursor.isSpace(cursor.bytes[first]) { first += 1 }
      if first < line.range.upperBound, cursor.bytes[first] != UInt8(ascii: "#") { return line }
    }
    return nil
  }

  /// The indented lines that follow.
  private mutating func indentedLines() -> [RuleCursor.Line] {
    var lines: [RuleCursor.Line] = []
    while let line = nextLine() {
      guard RuleCursor.isSpace(cursor.bytes[line.range.lowerBound]) else {
        cursor.putBack(line)
        break
      }
      lines.append(line)
    }
    return lines
  }

  // MARK: declarations

  private mutating func declaration(_ line: RuleCursor.Line) throws(LoadError) {
    var c = cursor.over(line)
    let start = c.offset
    let keyword = try c.nameRange("“stage”, “list”, “let” or “rule”")
    c.skipSpaces()
    switch c.word(keyword) {
    case "stage":
      stage = try c.name("the name of a stage")
      try endOfLine(&c)
    case "let":
      let name = try c.name("the name of a macro")
      c.skipSpaces()
      try c.expect(UInt8(ascii: "="), "after the name of a macro")
      let lines = indentedLines()
      c.limit = lines.last?.range.upperBound ?? line.range.upperBound
      patterns.macros[name] = try patterns.parse(c)
    case "list": try list(&c, at: c.position(of: start))
    case "rule": try rule(&c, at: c.position(of: start))
    default:
      throw c.error("found “\(c.text(keyword))”, expected “stage”, “list”, “let” or “rule”", at: start)
    }
  }

  private func endOfLine(_ c: inout RuleCursor) throws(LoadError) {
    c.skipSpaces()
    guard c.atEnd || c.current == UInt8(ascii: "#") else { throw c.error("found \(c.found), expected the line to end") }
  }

  private mutating func list(_ c: inout RuleCursor, at position: SourcePosition) throws(LoadError) {
    let name = try c.name("the name of a list")
    c.skipSpaces()
    let extends = c.current == UInt8(ascii: "+") && !c.atEnd
    if extends { c.offset += 1 }
    try endOfLine(&c)
    var entries: [ListDeclaration.Entry] = []
    for line in indentedLines() {
      try listLine(line.range, into: &entries)
    }
    guard !entries.isEmpty else {
      throw cursor.error("found the list “\(name)” without entries, expected indented lines of entries", at: position)
    }
    file.lists.append(ListDeclaration(name: name, extends: extends, entries: entries, position: position))
  }

  private func listLine(_ line: Range<Int>, into entries: inout [ListDeclaration.Entry]) throws(LoadError) {
    var end = line.upperBound
    var value = end..<end
    if let arrow = cursor.lastArrow(in: line) {
      end = arrow
      value = cursor.trimmed(arrow + 2..<line.upperBound)
      guard !value.isEmpty else { throw cursor.error("found “=>” with nothing behind it, expected a value", at: arrow) }
    }
    var start = line.lowerBound
    for i in line.lowerBound...end where i == end || cursor.bytes[i] == UInt8(ascii: ",") {
      let part = cursor.trimmed(start..<i)
      guard !part.isEmpty else { throw cursor.error("found an empty entry, expected a word", at: start) }
      entries.append(.init(text: part, value: value))
      start = i + 1
    }
  }

  /// A `.tsv` list: `# list NAME` first, then `entry<TAB>value`.
  private mutating func tabSeparatedList() throws(LoadError) {
    cursor.offset = 7
    let position = cursor.position(of: 0)
    cursor.skipSpaces()
    let name = try cursor.name("the name of a list")
    let rest = cursor.offset
    while cursor.offset < cursor.limit, cursor.current != UInt8(ascii: "\n") { cursor.offset += 1 }
    let sign = cursor.text(cursor.trimmed(rest..<cursor.offset))
    let extends = !sign.isEmpty
    guard !extends || sign == "+" else {
      throw cursor.error("found “\(sign)”, expected the line to end", at: rest)
    }
    var entries: [ListDeclaration.Entry] = []
    while let line = nextLine()?.range {
      var tab: Int?
      for i in line where cursor.bytes[i] == UInt8(ascii: "\t") {
        tab = i
        break
      }
      let entry = cursor.trimmed(line.lowerBound..<(tab ?? line.upperBound))
      guard !entry.isEmpty else { throw cursor.error("found an empty entry, expected a word", at: line.lowerBound) }
      let value = tab.map { cursor.trimmed($0 + 1..<line.upperBound) } ?? entry.upperBound..<entry.upperBound
      entries.append(.init(text: entry, value: value))
    }
    guard !entries.isEmpty else {
      throw cursor.error("found the list “\(name)” without entries, expected lines of entries", at: position)
    }
    file.lists.append(ListDeclaration(name: name, extends: extends, entries: entries, position: position))
  }

  // MARK: rules

  private mutating func rule(_ c: inout RuleCursor, at position: SourcePosition) throws(LoadError) {
    let name = try c.name("the name of a rule")
    try endOfLine(&c)
    guard let stage else {
      throw cursor.error("found the rule “\(name)” before any “stage”, expected “stage NAME” above it", at: position)
    }
    var pattern: Pattern?
    var make: (name: String, arguments: [ArgumentDeclaration], at: SourcePosition)?
    var accepts: [RuleExample] = []
    var refuses: [RuleExample] = []
    var priority = 0
    let lines = indentedLines()
    var i = 0
    while i < lines.count {
      var field = cursor.over(lines[i])
      field.skipSpaces()
      let start = field.offset
      let keyword = RuleParser.wordRange(&field)
      // Lines that start with no field name go on with the pattern or the constructor above.
      var last = i
      while last + 1 < lines.count, !startsField(lines[last + 1].range) { last += 1 }
      field.limit = lines[last].range.upperBound
      field.skipSpaces()
      switch cursor.word(keyword) {
      case "match": pattern = try patterns.parse(field)
      case "make": make = try constructor(&field)
      case "yes": accepts.append(try example(field, wantsValue: true))
      case "no": refuses.append(try example(field, wantsValue: false))
      case "prio":
        let text = field.text(cursor.trimmed(field.offset..<field.limit))
        guard let n = Int(text) else { throw field.error("found “\(text)”, expected a whole number after “prio”") }
        priority = n
      default:
        throw field.error("found “\(field.text(keyword))”, expected “match”, “make”, “yes”, “no” or “prio”", at: start)
      }
      i = last + 1
    }
    func missing(_ what: String) -> LoadError {
      cursor.error("found the rule “\(name)” without “\(what)”, expected at least one", at: position)
    }
    guard let pattern else { throw missing("match") }
    guard let make else { throw missing("make") }
    guard !accepts.isEmpty else { throw missing("yes") }
    guard !refuses.isEmpty else { throw missing("no") }
    guard !pattern.canBeEmpty else {
      throw cursor.error(
        "found a pattern that may match nothing in “\(name)”, expected at least one token", at: position)
    }
    file.rules.append(
      RuleDeclaration(
        name: name, stage: stage, priority: priority, pattern: pattern, constructor: make.name,
        arguments: make.arguments,
        accepts: accepts, refuses: refuses, position: position, makePosition: make.at))
  }

  /// The word at a cursor, which moves past it.
  private static func wordRange(_ c: inout RuleCursor) -> Range<Int> {
    let start = c.offset
    while !c.atEnd, !RuleCursor.isSpace(c.current) { c.offset += 1 }
    return start..<c.offset
  }

  private func startsField(_ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, RuleCursor.isSpace(cursor.bytes[start]) { start += 1 }
    var end = start
    while end < line.upperBound, !RuleCursor.isSpace(cursor.bytes[end]) { end += 1 }
    switch cursor.word(start..<end) {
    case "match", "make", "yes", "no", "prio": return true
    default: return false
    }
  }

  private func constructor(
    _ c: inout RuleCursor
  ) throws(LoadError) -> (String, [ArgumentDeclaration], SourcePosition) {
    let position = c.marking()
    let name = try c.name("the name of a constructor")
    var arguments: [ArgumentDeclaration] = []
    c.skipSpaces()
    if c.atEnd { return (name, [], position) }
    try c.expect(UInt8(ascii: "("), "before the arguments of \(name)")
    c.skipSpaces()
    while c.current != UInt8(ascii: ")") || c.atEnd {
      let at = c.marking()
      let label = try c.name("an argument or “)”")
      c.skipSpaces()
      var value = label
      if c.current == UInt8(ascii: ":"), !c.atEnd {
        c.offset += 1
        c.skipSpaces()
        value = try c.name("the value of “\(label)”")
        c.skipSpaces()
      }
      arguments.append(
        ArgumentDeclaration(label: label, value: Int(value).map { .integer($0) } ?? .name(value), position: at))
      if c.current == UInt8(ascii: ","), !c.atEnd {
        c.offset += 1
        c.skipSpaces()
      } else if c.current != UInt8(ascii: ")") || c.atEnd {
        throw c.error("found \(c.found), expected “,” or “)”")
      }
    }
    c.offset += 1
    try endOfLine(&c)
    return (name, arguments, position)
  }
}
