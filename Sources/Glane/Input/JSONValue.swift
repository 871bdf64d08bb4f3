/// A JSON value read whole, for what is small or seldom read; documents to extract from go through ``DocumentLine``.
enum JSONValue {
  case string([UInt8])
  /// As it was written.
  case number(String)
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case boolean
  case null

  /// Deeper nesting is refused, so that no input can exhaust the stack.
  private static let maximumDepth = 64

  /// Reads one value and the end of the line.
  init(parsing line: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var reader = JSONReader(line)
    try reader.beginDocument()
    self = try JSONValue.read(&reader, depth: 0)
    try reader.endDocument()
  }

  private static func read(_ reader: inout JSONReader, depth: Int) throws(JSONError) -> JSONValue {
    switch try reader.peekKind() {
    case .string: return .string(try reader.string())
    case .number: return .number(try reader.number())
    case .boolean:
      try reader.skipValue()
      return .boolean
    case .null:
      try reader.skipValue()
      return .null
    case .object:
      guard depth < maximumDepth else { break }
      var members: [(key: String, value: JSONValue)] = []
      _ = reader.skip(UInt8(ascii: "{"))
      if reader.skip(UInt8(ascii: "}")) { return .object([]) }
      repeat {
        let key = String(decoding: try reader.string("a key"), as: UTF8.self)
        try reader.expect(UInt8(ascii: ":"), "“:”")
        members.append((key, try read(&reader, depth: depth + 1)))
      } while reader.skip(UInt8(ascii: ","))
      try reader.expect(UInt8(ascii: "}"), "“,” or “}”")
      return .object(members)
    case .array:
      guard depth < maximumDepth else { break }
      var items: [JSONValue] = []
      _ = reader.skip(UInt8(ascii: "["))
      if reader.skip(UInt8(ascii: "]")) { return .array([]) }
      repeat { items.append(try read(&reader, depth: depth + 1)) } while reader.skip(UInt8(ascii: ","))
      try reader.expect(UInt8(ascii: "]"), "“,” or “]”")
      return .array(items)
    }
    try reader.skipValue()  // nothing that is asked for lies so deep
    return .null
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }

  var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }
}
