/// Converts UTF-8 byte offsets of one text to and from UTF-16 and scalar offsets.
///
/// Built in one pass; then each conversion looks at no more than 256 bytes, and texts in ASCII need none. In text that
/// is not UTF-8 each maximal bad part counts as one scalar and one UTF-16 unit: the U+FFFD that a decoder puts there.
public struct OffsetMap: Sendable {
  private struct Checkpoint: Sendable {
    var utf8: UInt32
    var utf16: UInt32
    var scalar: UInt32
  }

  private let utf8: [UInt8]
  /// The first scalar boundary at or after every multiple of `stride`; empty for ASCII.
  private let checkpoints: [Checkpoint]
  private static let stride = 256

  /// - Complexity: O(*n*) in the bytes of the text.
  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    self.checkpoints = utf8.withUnsafeBufferPointer { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? [] : Self.checkpoints(of: bytes)
    }
  }

  public init(_ text: TokenizedText) { self.init(text.utf8) }

  /// The UTF-16 offset of a byte offset; nil where that is no scalar boundary of the text, or lies outside it.
  public func utf16(_ offset: Int) -> Int? { convert(offset)?.utf16 }

  /// The scalar offset of a byte offset; nil where that is no scalar boundary of the text, or lies outside it.
  public func scalar(_ offset: Int) -> Int? { convert(offset)?.scalar }

  /// The byte offset of a UTF-16 offset; nil inside a surrogate pair or outside the text.
  public func utf8(utf16 offset: Int) -> Int? { locate(offset) { Int($0.utf16) } step: { $0 >= 0x10000 ? 2 : 1 } }

  /// The byte offset of a scalar offset; nil outside the text.
  public func utf8(scalar offset: Int) -> Int? { locate(offset) { Int($0.scalar) } step: { _ in 1 } }

  private static func checkpoints(of bytes: UnsafeBufferPointer<UInt8>) -> [Checkpoint] {
    var all: [Checkpoint] = []
    all.reserveCapacity(bytes.count / stride + 1)
    var i = 0
    var utf16: UInt32 = 0
    var scalars: UInt32 = 0
    while i < bytes.count {
      if i >= all.count * stride { all.append(Checkpoint(utf8: UInt32(i), utf16: utf16, scalar: scalars)) }
      let scalar = bytes.decodeScalar(at: i)
      i += scalar.length
      scalars += 1
      utf16 += scalar.length == 4 ? 2 : 1
    }
    return all
  }

  private func convert(_ offset: Int) -> (utf16: Int, scalar: Int)? {
    guard offset >= 0, offset <= utf8.count else { return nil }
    guard !checkpoints.isEmpty else { return (offset, offset) }
    var at = checkpoints[min(offset / Self.stride, checkpoints.count - 1)]
    // The boundary may lie a few bytes past the multiple.
    if at.utf8 > offset { at = checkpoints[max(0, offset / Self.stride - 1)] }
    return utf8.withUnsafeBufferPointer { bytes in
      var i = Int(at.utf8)
      var utf16 = Int(at.utf16)
      var scalars = Int(at.scalar)
      while i < offset {
        let scalar = bytes.decodeScalar(at: i)
        i += scalar.length
        scalars += 1
        utf16 += scalar.length == 4 ? 2 : 1
      }
      return i == offset ? (utf16, scalars) : nil
    }
  }

  private func locate(
    _ offset: Int, _ key: (Checkpoint) -> Int, step: (UInt32) -> Int
  ) -> Int? {
    guard offset >= 0 else { return nil }
    guard !checkpoints.isEmpty else { return offset <= utf8.count ? offset : nil }
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if key(checkpoints[middle]) <= offset { low = middle } else { high = middle }
    }
    return utf8.withUnsafeBufferPointer { bytes in
      var i = Int(checkpoints[low].utf8)
      var units = key(checkpoints[low])
      while units < offset, i < bytes.count {
        let scalar = bytes.decodeScalar(at: i)
        i += scalar.length
        units += scalar.value == DecodedScalar.invalid ? 1 : step(scalar.value)
      }
      return units == offset ? i : nil
    }
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
