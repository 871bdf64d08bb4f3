/// Converts UTF-8 byte offsets of one text to and from UTF-16 and scalar offsets.
///
/// ```swift
/// OffsetMap(Array("été".utf8)).scalar(5)  // 3
/// ```
///
/// Built in one pass; then each conversion looks at no more than 64 bytes, and texts in ASCII need none. In text that is
/// not UTF-8 each maximal bad part counts as one scalar and one UTF-16 unit: the U+FFFD that a decoder puts there.
public struct OffsetMap: Sendable {
  private struct Checkpoint: Sendable {
    var scalar: UInt32
    var utf16: UInt32
  }

  private let utf8: [UInt8]
  /// Scalars and units that start before every multiple of 64; empty for ASCII.
  private let checkpoints: [Checkpoint]
  /// For text that is not UTF-8: whether a scalar, or a maximal bad part, starts at each byte; else empty.
  private let starts: [Bool]
  private static let stride = 64

  /// - Complexity: O(*n*) in the bytes of the text.
  public init(_ utf8: [UInt8]) { self.init(utf8, isValid: false) }

  /// The tokenizer has seen whether the text is UTF-8: one pass less.
  public init(_ text: TokenizedText) { self.init(text.utf8, isValid: text.invalid.isEmpty) }

  /// - Parameter isValid: Whether the text is known to be UTF-8.
  private init(_ utf8: [UInt8], isValid: Bool) {
    self.utf8 = utf8
    let (isASCII, starts) = utf8.withUnsafeBufferPointer {
      isValid ? (Self.asciiEnd($0, from: 0) == $0.count, []) : Self.validate($0)
    }
    self.starts = starts
    guard !isASCII else {
      checkpoints = []
      return
    }
    var all: [Checkpoint] = []
    all.reserveCapacity(utf8.count / Self.stride + 1)
    var here = Checkpoint(scalar: 0, utf16: 0)
    utf8.withUnsafeBufferPointer { bytes in
      for block in Swift.stride(from: 0, through: bytes.count, by: Self.stride) {
        all.append(here)
        let (scalars, pairs) = Self.count(bytes, starts, block, Swift.min(block + Self.stride, bytes.count))
        here.scalar += UInt32(scalars)
        here.utf16 += UInt32(scalars + pairs)
      }
    }
    checkpoints = all
  }

  /// The UTF-16 offset of a byte offset; nil where that is no scalar boundary of the text, or lies outside it.
  public func utf16(_ offset: Int) -> Int? { convert(offset).map { $0.scalar + $0.pairs } }

  /// The scalar offset of a byte offset; nil where that is no scalar boundary of the text, or lies outside it.
  public func scalar(_ offset: Int) -> Int? { convert(offset)?.scalar }

  /// Spans in scalars: nil for a span of which an end is no boundary.
  public func scalars(_ spans: [TextSpan]) -> [Range<Int>?] { spans.map { range($0) { $0.scalar } } }

  /// Spans in UTF-16 units: nil for a span of which an end is no boundary.
  public func utf16(_ spans: [TextSpan]) -> [Range<Int>?] { spans.map { range($0) { $0.scalar + $0.pairs } } }

  /// The byte offset of a UTF-16 offset; nil inside a surrogate pair or outside the text.
  public func utf8(utf16 offset: Int) -> Int? { locate(offset, inUTF16: true) }

  /// The byte offset of a scalar offset; nil outside the text.
  public func utf8(scalar offset: Int) -> Int? { locate(offset, inUTF16: false) }

  private func range(_ span: TextSpan, _ unit: ((scalar: Int, pairs: Int)) -> Int) -> Range<Int>? {
    guard let start = convert(span.start), let end = convert(span.end) else { return nil }
    return unit(start)..<unit(end)
  }

  private func convert(_ offset: Int) -> (scalar: Int, pairs: Int)? {
    guard offset >= 0, offset <= utf8.count else { return nil }
    guard !checkpoints.isEmpty else { return (offset, 0) }
    let isBoundary = offset == utf8.count || (starts.isEmpty ? utf8[offset] & 0xC0 != 0x80 : starts[offset])
    guard isBoundary else { return nil }
    let block = offset / Self.stride
    let at = checkpoints[block]
    let (scalars, pairs) = utf8.withUnsafeBufferPointer { Self.count($0, starts, block * Self.stride, offset) }
    return (Int(at.scalar) + scalars, Int(at.utf16 - at.scalar) + pairs)
  }

  private func locate(_ offset: Int, inUTF16: Bool) -> Int? {
    guard offset >= 0 else { return nil }
    guard !checkpoints.isEmpty else { return offset <= utf8.count ? offset : nil }
    func units(_ checkpoint: Checkpoint) -> Int { Int(inUTF16 ? checkpoint.utf16 : checkpoint.scalar) }
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if units(checkpoints[middle]) <= offset { low = middle } else { high = middle }
    }
    var i = low * Self.stride
    var seen = units(checkpoints[low])
    // The scalar that starts at or after byte i is the one with `seen` units before it.
    while true {
      while i < utf8.count, starts.isEmpty ? utf8[i] & 0xC0 == 0x80 : !starts[i] { i += 1 }
      if seen == offset { return i }
      guard i < utf8.count, seen < offset else { return nil }
      seen += inUTF16 && utf8[i] >= 0xF0 && (starts.isEmpty || i + 4 <= utf8.count && isFourBytes(i)) ? 2 : 1
      i += 1
    }
  }

  private func isFourBytes(_ i: Int) -> Bool { utf8.withUnsafeBufferPointer { $0.decodeScalar(at: i).length == 4 } }

  /// Scalars that start in `from..<to`, and how many of them are surrogate pairs in UTF-16.
  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [Bool], _ from: Int, _ to: Int
  ) -> (scalars: Int, pairs: Int) {
    var scalars = 0
    var pairs = 0
    guard starts.isEmpty else {
      for i in from..<to where starts[i] {
        scalars += 1
        if bytes[i] >= 0xF0, bytes.decodeScalar(at: i).length == 4 { pairs += 1 }
      }
      return (scalars, pairs)
    }
    var i = from
    // Eight bytes at once: the top bit of each lane tells of its byte.
    while i + 8 <= to, let base = bytes.baseAddress {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      let tops: UInt64 = 0x8080_8080_8080_8080
      let continuations = word & ~(word << 1) & tops
      scalars += 8 - continuations.nonzeroBitCount
      if word & tops != 0 { pairs += (word & word << 1 & word << 2 & word << 3 & tops).nonzeroBitCount }
      i += 8
    }
    while i < to {
      if bytes[i] & 0xC0 != 0x80 { scalars += 1 }
      if bytes[i] >= 0xF0 { pairs += 1 }
      i += 1
    }
    return (scalars, pairs)
  }

  /// Where the first byte from `start` on stands that is not ASCII, or the end.
  private static func asciiEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    while i + 8 <= bytes.count, let base = bytes.baseAddress,
      UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      i += 8
    }
    while i < bytes.count, bytes[i] < 0x80 { i += 1 }
    return i
  }

  /// Whether all is ASCII; and, where the text is not UTF-8, where its scalars and bad parts start.
  private static func validate(_ bytes: UnsafeBufferPointer<UInt8>) -> (isASCII: Bool, starts: [Bool]) {
    var i = 0
    var isASCII = true
    var isValid = true
    while i < bytes.count, isValid {
      i = asciiEnd(bytes, from: i)
      guard i < bytes.count else { break }
      let scalar = bytes.decodeScalar(at: i)
      if scalar.length > 1 || scalar.value == DecodedScalar.invalid { isASCII = false }
      isValid = scalar.value != DecodedScalar.invalid
      i += scalar.length
    }
    guard !isValid else { return (isASCII, []) }
    var starts = [Bool](repeating: false, count: bytes.count)
    i = 0
    while i < bytes.count {
      starts[i] = true
      i += bytes.decodeScalar(at: i).length
    }
    return (false, starts)
  }
}

extension Range where Bound == String.Index {
  /// The range of `span` in `text`; nil where an end is no scalar boundary of the text, or lies outside it.
  ///
  /// - Complexity: O(1) for native Swift strings.
  public init?(_ span: TextSpan, in text: some StringProtocol) {
    let utf8 = text.utf8
    guard let start = utf8.index(utf8.startIndex, offsetBy: span.start, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: span.count, limitedBy: utf8.endIndex),
      start == utf8.endIndex || utf8[start] & 0xC0 != 0x80, end == utf8.endIndex || utf8[end] & 0xC0 != 0x80
    else { return nil }
    self = start..<end
  }
}

extension TextSpan {
  /// The span of `range` in `text`; nil where an end is no scalar boundary.
  ///
  /// - Complexity: O(1) for native Swift strings.
  public init?(_ range: Range<String.Index>, in text: String) {
    let utf8 = text.utf8
    guard range.lowerBound.samePosition(in: text.unicodeScalars) != nil,
      range.upperBound.samePosition(in: text.unicodeScalars) != nil,
      let start = range.lowerBound.samePosition(in: utf8), let end = range.upperBound.samePosition(in: utf8)
    else { return nil }
    self.init(
      start: utf8.distance(from: utf8.startIndex, to: start), end: utf8.distance(from: utf8.startIndex, to: end))
  }
}
