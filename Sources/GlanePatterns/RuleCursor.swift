/// A reading position in the text of a rule file, which knows its line and column.
struct RuleCursor {
  let file: String
  let bytes: [UInt8]
  var offset: Int
  /// Where reading ends: the end of the line or declaration at hand.
  var limit: Int
  /// Offsets of the first byte of each line.
  private let lineStarts: [Int]

  init(source: RuleSource) {
    file = source.name
    bytes = source.utf8
    offset = 0
    limit = source.utf8.count
    lineStarts = [0] + source.utf8.indices.lazy.filter { source.utf8[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var atEnd: Bool { offset >= limit }
  var current: UInt8 { offset < limit ? bytes[offset] : 0 }
  func peek(_ n: Int = 1) -> UInt8 { offset + n < limit ? bytes[offset + n] : 0 }

  var position: SourcePosition { position(of: offset) }

  func position(of target: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let mid = (low + high) / 2
      if lineStarts[mid] <= target { low = mid + 1 } else { high = mid }
    }
    let lineStart = lineStarts[low - 1]
    var column = 1
    for i in lineStart..<min(target, bytes.count) where bytes[i] & 0xC0 != 0x80 { column += 1 }
    if low == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]), column > 1 { column -= 1 }
    return SourcePosition(line: low, column: column)
  }

  func error(_ message: String, at target: Int? = nil) -> LoadError {
    let p = position(of: target ?? offset)
    return LoadError(file: file, line: p.line, column: p.column, message: message)
  }

  func error(_ message: String, at p: SourcePosition) -> LoadError {
    LoadError(file: file, line: p.line, column: p.column, message: message)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

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

  /// A name: letters, digits, `-`, `_`, `.` and anything beyond ASCII.
  static func isNameByte(_ b: UInt8) -> Bool {
    switch b {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  mutating func name(_ what: String) throws(LoadError) -> String {
    let start = offset
    while !atEnd, RuleCursor.isNameByte(current) { offset += 1 }
    guard offset > start else { throw error("found \(found), expected \(what)") }
    return text(start..<offset)
  }

  mutating func expect(_ byte: UInt8, _ context: String) throws(LoadError) {
    guard current == byte, !atEnd else {
      throw error("found \(found), expected “\(Character(UnicodeScalar(byte)))” \(context)")
    }
    offset += 1
  }
}
