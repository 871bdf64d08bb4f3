/// Where a text stops being JSON.
struct JSONError: Error, Hashable, CustomStringConvertible {
  /// Counted from 1, in bytes: a line may hold megabytes, and bytes need no second look at it.
  let column: Int
  let found: String
  let expected: String

  var description: String { "column \(column): found \(found), expected \(expected)" }
}

/// Reads JSON (RFC 8259) value by value, strictly, out of bytes that need not be UTF-8 inside strings.
///
/// Written for one job: take a long string out of a short object with one copy and no `String`. Numbers stay as they are
/// written, and what the caller does not want is checked and passed over.
struct JSONReader {
  enum Kind: String {
    case string = "a string"
    case number = "a number"
    case object = "an object"
    case array = "an array"
    case boolean = "a boolean"
    case null = "null"
  }

  /// Deeper nesting is refused, so that no input can exhaust the stack.
  private static let maximumDepth = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: - Structure

  /// Passes over a byte order mark, which some editors put before the first line.
  mutating func beginDocument() throws(JSONError) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
  }

  mutating func endDocument() throws(JSONError) {
    skipBlanks()
    if at < bytes.count { throw failure("the end of the line") }
  }

  /// Takes `byte` if it comes next after blanks.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func expect(_ byte: UInt8, _ expected: String) throws(JSONError) {
    if !skip(byte) { throw failure(expected) }
  }

  mutating func peekKind() throws(JSONError) -> Kind {
    skipBlanks()
    guard at < bytes.count else { throw failure("a value") }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw failure("a value")
    }
  }

  mutating func skipValue(depth: Int = 0) throws(JSONError) {
    switch try peekKind() {
    case .string: _ = try string()
    case .number: _ = try number()
    case .boolean: try literal(bytes[at] == UInt8(ascii: "t") ? "true" : "false")
    case .null: try literal("null")
    case .object:
      guard depth < Self.maximumDepth else { throw failure("at most \(Self.maximumDepth) levels of nesting") }
      at += 1
      if skip(UInt8(ascii: "}")) { return }
      repeat {
        _ = try string("a key")
        try expect(UInt8(ascii: ":"), "“:”")
        try skipValue(depth: depth + 1)
      } while skip(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"), "“,” or “}”")
    case .array:
      guard depth < Self.maximumDepth else { throw failure("at most \(Self.maximumDepth) levels of nesting") }
      at += 1
      if skip(UInt8(ascii: "]")) { return }
      repeat { try skipValue(depth: depth + 1) } while skip(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"), "“,” or “]”")
    }
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  // MARK: - Scalars

  private mutating func literal(_ name: StaticString) throws(JSONError) {
    let start = at
    for i in 0..<name.utf8CodeUnitCount {
      guard at < bytes.count, bytes[at] == name.utf8Start[i] else {
        at = start
        throw failure("“\(name)”")
      }
      at += 1
    }
  }

  /// A number as it is written.
  mutating func number() throws(JSONError) -> String {
    skipBlanks()
    let start = at
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    if at == start { throw failure("a digit") }
  }

  /// A string's bytes, with its escapes undone.
  mutating func string(_ expected: String = "a string") throws(JSONError) -> [UInt8] {
    try expect(UInt8(ascii: "\""), expected)
    var text: [UInt8] = []
    var done = at
    while true {
      // One look per byte until something that is not itself.
      while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
      text.append(contentsOf: bytes[done..<at])
      guard at < bytes.count else { throw failure("“\"” at the end of the string") }
      switch bytes[at] {
      case 0x22:
        at += 1
        return text
      case 0x5C: try appendEscape(to: &text)
      default: throw failure("control characters in a string to be escaped")
      }
      done = at
    }
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
    let start = at
    at += 1
    guard at < bytes.count else { throw failure("an escape") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if value & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == UInt8(ascii: "u") {
        at += 2
        let low = try hexadecimal()
        value = low & 0xFC00 == 0xDC00 ? 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF : 0xD800
      }
      guard let scalar = Unicode.Scalar(value) else {
        at = start
        throw failure("a surrogate escape to be one of a pair", found: "a lone surrogate escape")
      }
      text.append(contentsOf: UTF8.encode(scalar)!)
    default:
      at = start
      throw failure(#"one of \" \\ \/ \b \f \n \r \t \u"#, found: "an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw failure("four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
      at += 1
    }
    return value
  }

  // MARK: - Failure

  private func failure(_ expected: String, found: String? = nil) -> JSONError {
    JSONError(column: at + 1, found: found ?? describeNext(), expected: expected)
  }

  private func describeNext() -> String {
    guard at < bytes.count else { return "the end of the line" }
    let byte = bytes[at]
    if byte < 0x20 || byte == 0x7F {
      return "the control character U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    // The whole scalar, where there is one.
    let end = Swift.min(bytes.count, at + 4)
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    return "“\(text.unicodeScalars.first.map(String.init) ?? "")”"
  }
}

extension JSONReader {
  /// Whether `text` is a JSON number and nothing else.
  static func isNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var reader = JSONReader(bytes)
      guard let written = try? reader.number() else { return false }
      return written.utf8.count == bytes.count
    }
  }
}
