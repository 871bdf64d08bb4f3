/// A half-open range `[start, end)` of UTF-8 byte offsets in the original text.
///
/// Both ends lie on Unicode scalar boundaries of the text that the span was made for. Other units (UTF-16, scalars,
/// `String.Index`) are conversions: see ``OffsetMap``. Named so because the standard library has a `Span`.
public struct TextSpan: Hashable, Sendable {
  /// Offset of the first byte.
  public let start: Int
  /// Offset just past the last byte; never below `start`.
  public let end: Int

  /// - Precondition: `0 <= start <= end`.
  @inlinable
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "TextSpan needs 0 <= start <= end")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether the byte at `offset` lies inside: `start` does, `end` does not.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether every byte of `other` lies inside this span.
  @inlinable public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two spans share at least one byte.
  @inlinable public func overlaps(_ other: TextSpan) -> Bool {
    Swift.max(start, other.start) < Swift.min(end, other.end)
  }
}

/// Reading order: by start, then the longer span first, so that an outer span comes before what it holds.
extension TextSpan: Comparable {
  @inlinable
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

extension TextSpan: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
