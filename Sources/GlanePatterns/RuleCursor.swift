import GlaneText

/// A reading position in the text of a rule file, which knows its line and column.
struct RuleCursor {
  let file: String
  let bytes: [UInt8]
  var offset: Int
  /// Where reading ends: the end of the line or declaration at hand.
  var limit: Int
  /// A place whose line and column are known: those behind it are counted from there, so that reading a file from its start
  /// to its end counts each byte once.
  private var mark: Mark
  /// How many lines were taken whole.
  private var lineNumber = 0

  private struct Mark {
    var offset: Int
    var position = SourcePosition(line: 1, column: 1)
  }

  init(source: RuleSource) {
    file = source.name
    bytes = source.utf8
    limit = source.utf8.count
    offset = RuleCursor.start(of: source.utf8)
    mark = Mark(offset: offset)
  }

  /// Behind the byte order mark, if there is one.
  private static func start(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  var atEnd: Bool { offset >= limit }
  var current: UInt8 { offset < limit ? bytes[offset] : 0 }
  func peek(_ n: Int = 1) -> UInt8 { offset + n < limit ? bytes[offset + n] : 0 }

  func position(of target: Int) -> SourcePosition {
    var from = mark
    if target < from.offset { from = Mark(offset: RuleCursor.start(of: bytes)) }
    var (line, column) = (from.position.line, from.position.column)
    bytes.withUnsafeBufferPointer { utf8 in
      var i = from.offset
      let end = min(target, utf8.count)
      while i < end {
        let byte = utf8[i]
        column += byte & 0xC0 != 0x80 ? 1 : 0
        if byte == UInt8(ascii: "\n") {
          line += 1
          column = 1
        }
        i += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }

  /// The position of the cursor, from which those behind it will be counted.
  mutating func marking() -> SourcePosition {
    mark = Mark(offset: offset, position: position(of: offset))
    return mark.position
  }

  func error(_ message: String, at target: Int? = nil) -> LoadError {
    error(message, at: position(of: target ?? offset))
  }

  func error(_ message: String, at p: SourcePosition) -> LoadError {
    LoadError(file: file, line: p.line, column: p.column, message: message)
  }

  func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// A short word, to compare with literals.
  func word(_ range: Range<Int>) -> PackedWord {
    bytes.withUnsafeBufferPointer { utf8 in
      guard let base = utf8.baseAddress else { return .none }
      return PackedWord(base + range.lowerBound, count: range.count)
    }
  }

  /// Where the last `=>` of a line stands.
  func lastArrow(in line: Range<Int>) -> Int? {
    var i = line.upperBound - 1
    while i > line.lowerBound {
      if bytes[i] == UInt8(ascii: ">"), bytes[i - 1] == UInt8(ascii: "=") { return i - 1 }
      i -= 1
    }
    return nil
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (a, b) = (range.lowerBound, range.upperBound)
    while a < b, RuleCursor.isSpace(bytes[a]) { a += 1 }
    while b > a, RuleCursor.isSpace(bytes[b - 1]) { b -= 1 }
    return a..<b
  }

  /// What stands at the cursor, for "found …" in a message.
  var found: String {
    if atEnd { return "the end" }
    if current == UInt8(ascii: "\n") { return "the end of the line" }
    var end = offset
    while end < limit, !RuleCursor.isSpace(bytes[end]), end - offset < 40 {
      end += 1
    }
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return "“\(text(offset..<max(end, min(offset + 1, limit))))”"
  }

  static func isSpace(_ b: UInt8) -> Bool { b == 32 || b == 9 || b == 10 || b == 13 }

  mutating func skipSpaces() {
    while !atEnd, RuleCursor.isSpace(current) { offset += 1 }
  }

  /// A line without its end, and its number.
  struct Line {
    var range: Range<Int>
    fileprivate var number: Int
  }

  /// Moves past the line at hand and gives it; nil at the end of the file.
  ///
  /// The cursor stands at the start of a line.
  mutating func takeLine() -> Line? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let newline = bytes[start...].withUnsafeBufferPointer { $0.firstIndex(of: UInt8(ascii: "\n")) }
    var end = newline.map { start + $0 } ?? bytes.count
    offset = newline == nil ? end : end + 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    lineNumber += 1
    return Line(range: start..<end, number: lineNumber)
  }

  /// Goes back to the start of the line that was taken last.
  mutating func putBack(_ line: Line) {
    offset = line.range.lowerBound
    lineNumber -= 1
  }

  /// A cursor over a line.
  func over(_ line: Line) -> RuleCursor {
    var c = self
    c.offset = line.range.lowerBound
    c.limit = line.range.upperBound
    c.mark = Mark(offset: c.offset, position: SourcePosition(line: line.number, column: 1))
    return c
  }

  /// A name: letters, digits, `-`, `_`, `.` and anything beyond ASCII.
  static func isNameByte(_ b: UInt8) -> Bool {
    switch b {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  /// Where a name stands; the cursor moves past it.
  mutating func nameRange(_ what: @autoclosure () -> String) throws(LoadError) -> Range<Int> {
    let start = offset
    while !atEnd, RuleCursor.isNameByte(current) { offset += 1 }
    guard offset > start else { throw error("found \(found), expected \(what())") }
    return start..<offset
  }

  mutating func name(_ what: @autoclosure () -> String) throws(LoadError) -> String {
    text(try nameRange(what()))
  }

  mutating func expect(_ byte: UInt8, _ context: @autoclosure () -> String) throws(LoadError) {
    guard current == byte, !atEnd else {
      throw error("found \(found), expected “\(Character(UnicodeScalar(byte)))” \(context())")
    }
    offset += 1
  }

  /// The offset of the first byte that is not UTF-8.
  var firstInvalid: Int? {
    bytes.withUnsafeBufferPointer { utf8 in
      var i = 0
      while i < utf8.count {
        if i + 8 <= utf8.count {
          // Eight bytes of ASCII at a time.
          let word = UnsafeRawPointer(utf8.baseAddress! + i).loadUnaligned(as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            i += 8
            continue
          }
        }
        let scalar = utf8.decodeScalar(at: i)
        if scalar.value == DecodedScalar.invalid { return i }
        i += scalar.length
      }
      return nil
    }
  }
}
