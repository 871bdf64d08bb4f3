import CGlaneText

/// The tokens of a text in reading order, kept as a struct of arrays.
///
/// Tokens never overlap; between two of them lies a gap (white space, controls, invalid bytes; possibly empty). Tokens
/// and gaps together rebuild the text. Offsets are UTF-8 bytes; 11 bytes of storage per token.
public struct TokenBuffer: Sendable {
  // The arrays may be longer than `count`: the tokenizer writes into the room, and nothing is copied at its end.
  @usableFromInline package private(set) var starts: [UInt32] = []
  @usableFromInline package private(set) var ends: [UInt32] = []
  @usableFromInline package private(set) var kinds: [TokenKind] = []
  @usableFromInline package private(set) var shapes: [TokenShape] = []
  /// The number of tokens.
  public private(set) var count = 0

  public init() {}

  public init(minimumCapacity: Int) {
    self.init()
    reserveCapacity(minimumCapacity)
  }

  /// Makes room for `n` tokens in all.
  public mutating func reserveCapacity(_ n: Int) {
    let more = n - starts.count
    guard more > 0 else { return }
    starts.append(contentsOf: repeatElement(0, count: more))
    ends.append(contentsOf: repeatElement(0, count: more))
    kinds.append(contentsOf: repeatElement(.word, count: more))
    shapes.append(contentsOf: repeatElement([], count: more))
  }

  /// Removes all tokens and keeps the room.
  public mutating func removeAll() { count = 0 }

  public mutating func append(start: Int, end: Int, kind: TokenKind, shape: TokenShape) {
    if count == starts.count { reserveCapacity(Swift.max(16, count * 2)) }
    starts[count] = UInt32(truncatingIfNeeded: start)
    ends[count] = UInt32(truncatingIfNeeded: end)
    kinds[count] = kind
    shapes[count] = shape
    count += 1
  }

  @inlinable public func span(at i: Int) -> TextSpan { TextSpan(start: Int(starts[i]), end: Int(ends[i])) }
  @inlinable public func kind(at i: Int) -> TokenKind { kinds[i] }
  @inlinable public func shape(at i: Int) -> TokenShape { shapes[i] }

  /// The arrays' storage, lent to what reads many tokens.
  package struct Input {
    package let starts: UnsafeBufferPointer<UInt32>
    package let ends: UnsafeBufferPointer<UInt32>
    package let kinds: UnsafeBufferPointer<TokenKind>
    package let shapes: UnsafeBufferPointer<TokenShape>
    package let count: Int

    func span(at i: Int) -> TextSpan { TextSpan(start: Int(starts[i]), end: Int(ends[i])) }
    func kind(at i: Int) -> TokenKind { kinds[i] }
    func shape(at i: Int) -> TokenShape { shapes[i] }
  }

  package func withInput<R>(_ body: (Input) -> R) -> R {
    starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        kinds.withUnsafeBufferPointer { kinds in
          shapes.withUnsafeBufferPointer { shapes in
            body(Input(starts: starts, ends: ends, kinds: kinds, shapes: shapes, count: count))
          }
        }
      }
    }
  }

  /// The arrays' storage, lent to the tokenizer.
  struct Output {
    let starts: UnsafeMutableBufferPointer<UInt32>
    let ends: UnsafeMutableBufferPointer<UInt32>
    let kinds: UnsafeMutableBufferPointer<TokenKind>
    let shapes: UnsafeMutableBufferPointer<TokenShape>
    /// The number of tokens written.
    var count: Int
    static var none: Output {
      Output(
        starts: .init(start: nil, count: 0), ends: .init(start: nil, count: 0), kinds: .init(start: nil, count: 0),
        shapes: .init(start: nil, count: 0), count: 0)
    }
    /// The storage for the fast path, which knows kinds and shapes by number; nil where there is none.
    var columns: glane_columns? {
      guard let starts = starts.baseAddress, let ends = ends.baseAddress, let kinds = kinds.baseAddress,
        let shapes = shapes.baseAddress
      else { return nil }
      return glane_columns(
        starts: starts, ends: ends, kinds: UnsafeMutableRawPointer(kinds).assumingMemoryBound(to: UInt8.self),
        shapes: UnsafeMutableRawPointer(shapes).assumingMemoryBound(to: UInt16.self), starts_mask: 0, last_end: 0,
        line_feeds: 0)
    }
    /// The number of tokens that can still be written.
    var room: Int { starts.count - count }

    /// - Precondition: `room > 0`.
    @inline(__always)
    mutating func append(start: Int, end: Int, kind: TokenKind, shape: TokenShape) {
      precondition(count < starts.count, "no room for a token")
      starts[count] = UInt32(truncatingIfNeeded: start)
      ends[count] = UInt32(truncatingIfNeeded: end)
      kinds[count] = kind
      shapes[count] = shape
      count += 1
    }
  }

  /// Lends the storage to `body`, which may append as long as there is room.
  mutating func withOutput(_ body: (inout Output) -> Void) {
    let size = starts.count
    starts.withUnsafeMutableBufferPointer { starts in
      ends.withUnsafeMutableBufferPointer { ends in
        kinds.withUnsafeMutableBufferPointer { kinds in
          shapes.withUnsafeMutableBufferPointer { shapes in
            precondition(ends.count == size && kinds.count == size && shapes.count == size)
            var output = Output(starts: starts, ends: ends, kinds: kinds, shapes: shapes, count: count)
            body(&output)
            count = output.count
          }
        }
      }
    }
  }
}

extension TokenBuffer: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(i: Int) -> Token { Token(span: span(at: i), kind: kinds[i], shape: shapes[i]) }
}
