/// Reads a rule file: declarations, their fields and their lines. Patterns are read by ``PatternParser``.
package struct RuleParser {
  private var cursor: RuleCursor
  private var macros: [String: Pattern]
  private var stage: String?
  private var file: RuleFile

  /// Parses `source`; `macros` holds those of files loaded before and takes up this file's.
  ///
  /// - Throws: ``LoadError`` for the first mistake.
  package static func parse(_ source: RuleSource, macros: inout [String: Pattern]) throws(LoadError) -> RuleFile {
    var parser = RuleParser(source: source, macros: macros)
    try parser.run()
    macros = parser.macros
    return parser.file
  }

  private init(source: RuleSource, macros: [String: Pattern]) {
    cursor = RuleCursor(source: source)
    self.macros = macros
    file = RuleFile(name: source.name)
  }

  private mutating func run() throws(LoadError) {
    if let bad = firstInvalid(cursor.bytes) {
      throw cursor.error("found a byte that is not UTF-8, expected UTF-8 text", at: bad)
    }
    if cursor.bytes.starts(with: Array("# list ".utf8)) {
      try tabSeparatedList()
      return
    }
    while let line = nextLine() {
      guard !RuleCursor.isSpace(cursor.bytes[line.lowerBound]) else {
        throw cursor.error(
          "found an indented line, expected “stage”, “list”, “let” or “rule” before it", at: line.lowerBound)
      }
      try declaration(line)
    }
  }

  /// The offset of the first byte that is not UTF-8: where repairing the text first changes it.
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    let repaired = String(decoding: bytes, as: UTF8.self).utf8
    var i = 0
    for b in repaired {
      guard i < bytes.count, bytes[i] == b else { return i }
      i += 1
    }
    return i < bytes.count ? i : nil
  }

  // MARK: lines

  /// The next line that is neither empty nor a comment, without its end; the cursor moves past it.
  private mutating func nextLine() -> Range<Int>? {
    while cursor.offset < cursor.bytes.count {
      let start = cursor.offset
      var end = start
      while end < cursor.bytes.count, cursor.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      cursor.offset = min(end + 1, cursor.bytes.count)
      if end > start, cursor.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      let first = cursor.bytes[start..<end].firstIndex { !RuleCursor.isSpace($0) }
      if let first, cursor.bytes[first] != UInt8(ascii: "#") { return start..<end }
    }
    return nil
  }

  /// The indented lines that follow.
  private mutating func indentedLines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    while true {
      let back = cursor.offset
      guard let line = nextLine() else { return lines }
      guard RuleCursor.isSpace(cursor.bytes[line.lowerBound]) else {
        cursor.offset = back
        return lines
      }
      lines.append(line)
    }
  }

  /// A cursor over a part of the file.
  private func cursor(over range: Range<Int>) -> RuleCursor {
    var c = cursor
    c.offset = range.lowerBound
    c.limit = range.upperBound
    return c
  }

  // MARK: declarations

  private mutating func declaration(_ line: Range<Int>) throws(LoadError) {
    var c = cursor(over: line)
    let start = c.offset
    let keyword = try c.name("“stage”, “list”, “let” or “rule”")
    c.skipSpaces()
    switch keyword {
    case "stage":
      stage = try c.name("the name of a stage")
      try endOfLine(&c)
    case "let":
      let name = try c.name("the name of a macro")
      c.skipSpaces()
      try c.expect(UInt8(ascii: "="), "after the name of a macro")
      let lines = indentedLines()
      c.limit = lines.last?.upperBound ?? line.upperBound
      var parser = PatternParser(cursor: c, macros: macros)
      macros[name] = try parser.parse()
    case "list": try list(&c, at: cursor.position(of: start))
    case "rule": try rule(&c, at: cursor.position(of: start))
    default:
      throw c.error("found “\(keyword)”, expected “stage”, “list”, “let” or “rule”", at: start)
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
      try listLine(line, into: &entries)
    }
    guard !entries.isEmpty else {
      throw cursor.error("found the list “\(name)” without entries, expected indented lines of entries", at: position)
    }
    file.lists.append(ListDeclaration(name: name, extends: extends, entries: entries, position: position))
  }

  private func listLine(_ line: Range<Int>, into entries: inout [ListDeclaration.Entry]) throws(LoadError) {
    var end = line.upperBound
    var value = ListValue.integer(0)
    let bytes = cursor.bytes
    if let arrow = line.dropLast().last(where: { bytes[$0] == UInt8(ascii: "=") && bytes[$0 + 1] == UInt8(ascii: ">") })
    {
      end = arrow
      let text = trimmed(arrow + 2..<line.upperBound)
      guard !text.isEmpty else { throw cursor.error("found “=>” with nothing behind it, expected a value", at: arrow) }
      value = RuleParser.value(cursor.text(text))
    }
    var start = line.lowerBound
    for i in line.lowerBound...end where i == end || bytes[i] == UInt8(ascii: ",") {
      let part = trimmed(start..<i)
      guard !part.isEmpty else { throw cursor.error("found an empty entry, expected a word", at: start) }
      entries.append(.init(text: cursor.text(part), value: value, position: cursor.position(of: part.lowerBound)))
      start = i + 1
    }
  }

  private static func value(_ text: String) -> ListValue {
    Int32(text).map(ListValue.integer) ?? .text(text)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (a, b) = (range.lowerBound, range.upperBound)
    while a < b, RuleCursor.isSpace(cursor.bytes[a]) { a += 1 }
    while b > a, RuleCursor.isSpace(cursor.bytes[b - 1]) { b -= 1 }
    return a..<b
  }

  /// A `.tsv` list: `# list NAME` first, then `entry<TAB>value`.
  private mutating func tabSeparatedList() throws(LoadError) {
    cursor.offset = 7
    let position = cursor.position(of: 0)
    cursor.skipSpaces()
    let name = try cursor.name("the name of a list")
    let rest = cursor.offset
    while cursor.offset < cursor.limit, cursor.current != UInt8(ascii: "\n") { cursor.offset += 1 }
    let extends = !trimmed(rest..<cursor.offset).isEmpty
    guard !extends || cursor.text(trimmed(rest..<cursor.offset)) == "+" else {
      throw cursor.error("found “\(cursor.text(trimmed(rest..<cursor.offset)))”, expected the line to end", at: rest)
    }
    var entries: [ListDeclaration.Entry] = []
    while let line = nextLine() {
      let tab = cursor.bytes[line].firstIndex(of: UInt8(ascii: "\t"))
      let entry = trimmed(line.lowerBound..<(tab ?? line.upperBound))
      guard !entry.isEmpty else { throw cursor.error("found an empty entry, expected a word", at: line.lowerBound) }
      let value = tab.map { trimmed($0 + 1..<line.upperBound) } ?? entry.upperBound..<entry.upperBound
      entries.append(
        .init(
          text: cursor.text(entry), value: value.isEmpty ? .integer(0) : RuleParser.value(cursor.text(value)),
          position: cursor.position(of: entry.lowerBound)))
    }
    guard !entries.isEmpty else {
      throw cursor.error("found the list “\(name)” without entries, expected lines of entries", at: position)
    }
    file.lists.append(ListDeclaration(name: name, extends: extends, entries: entries, position: position))
  }

  // MARK: rules

  private static let fields: Set<String> = ["match", "make", "yes", "no", "prio"]

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
      var field = cursor(over: lines[i])
      field.skipSpaces()
      let start = field.offset
      let keyword = wordAt(&field)
      // Lines that start with no field name go on with the pattern or the constructor above.
      var last = i
      while last + 1 < lines.count, !startsField(lines[last + 1]) { last += 1 }
      field.limit = lines[last].upperBound
      field.skipSpaces()
      switch keyword {
      case "match":
        var parser = PatternParser(cursor: field, macros: macros)
        pattern = try parser.parse()
      case "make": make = try constructor(&field)
      case "yes": accepts.append(try example(field.offset..<lines[last].upperBound, wantsValue: true))
      case "no": refuses.append(try example(field.offset..<lines[last].upperBound, wantsValue: false))
      case "prio":
        let text = field.text(trimmed(field.offset..<field.limit))
        guard let n = Int(text) else { throw field.error("found “\(text)”, expected a whole number after “prio”") }
        priority = n
      default:
        throw field.error("found “\(keyword)”, expected “match”, “make”, “yes”, “no” or “prio”", at: start)
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

  private func wordAt(_ c: inout RuleCursor) -> String {
    let start = c.offset
    while !c.atEnd, !RuleCursor.isSpace(c.current) { c.offset += 1 }
    return c.text(start..<c.offset)
  }

  private func startsField(_ line: Range<Int>) -> Bool {
    var c = cursor(over: line)
    c.skipSpaces()
    return RuleParser.fields.contains(wordAt(&c))
  }

  private func constructor(
    _ c: inout RuleCursor
  ) throws(LoadError) -> (String, [ArgumentDeclaration], SourcePosition) {
    let position = c.position
    let name = try c.name("the name of a constructor")
    var arguments: [ArgumentDeclaration] = []
    c.skipSpaces()
    if c.atEnd { return (name, [], position) }
    try c.expect(UInt8(ascii: "("), "before the arguments of \(name)")
    c.skipSpaces()
    while c.current != UInt8(ascii: ")") || c.atEnd {
      let at = c.position
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

  private func example(_ range: Range<Int>, wantsValue: Bool) throws(LoadError) -> RuleExample {
    let bytes = cursor.bytes
    var textEnd = range.upperBound
    var value: String?
    var reference: String?
    if wantsValue {
      guard
        let arrow = range.dropLast().last(where: {
          bytes[$0] == UInt8(ascii: "=") && bytes[$0 + 1] == UInt8(ascii: ">")
        })
      else {
        throw cursor.error("found a “yes” without “=>”, expected “yes TEXT => VALUE”", at: range.lowerBound)
      }
      textEnd = arrow
      var valueEnd = range.upperBound
      if let at = (arrow..<range.upperBound).last(where: { bytes[$0] == UInt8(ascii: "@") && bytes[$0 - 1] == 32 }) {
        valueEnd = at
        reference = cursor.text(trimmed(at + 1..<range.upperBound))
      }
      value = cursor.text(trimmed(arrow + 2..<valueEnd))
    }
    let text = trimmed(range.lowerBound..<textEnd)
    guard !text.isEmpty else {
      throw cursor.error("found an example without text, expected a sentence", at: range.lowerBound)
    }
    var plain: [UInt8] = []
    var open: Int?
    var close: Int?
    for i in text {
      switch bytes[i] {
      case UInt8(ascii: "[") where open == nil: open = plain.count
      case UInt8(ascii: "]") where open != nil && close == nil: close = plain.count
      default: plain.append(bytes[i])
      }
    }
    guard (open == nil) == (close == nil), open == nil || open! < close! else {
      throw cursor.error("found a bracket without its partner, expected [ and ] round the span", at: text.lowerBound)
    }
    return RuleExample(
      text: String(decoding: plain, as: UTF8.self), range: (open ?? 0)..<(close ?? plain.count),
      hasBrackets: open != nil,
      value: value, reference: reference, position: cursor.position(of: text.lowerBound))
  }
}
