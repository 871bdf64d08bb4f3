/// The tokens of a text in reading order, kept as a struct of arrays.
///
/// Tokens never overlap; between two of them lies a gap (white space, controls, invalid bytes; possibly empty). Tokens
/// and gaps together rebuild the text. Offsets are UTF-8 bytes; 11 bytes of storage per token.
public struct TokenBuffer: Sendable {
  package var starts: [UInt32] = []
  package var ends: [UInt32] = []
  package var kinds: [TokenKind] = []
  package var shapes: [TokenShape] = []

  public init() {}

  @inlinable public init(minimumCapacity: Int) {
    self.init()
    reserveCapacity(minimumCapacity)
  }

  public mutating func reserveCapacity(_ n: Int) {
    starts.reserveCapacity(n)
    ends.reserveCapacity(n)
    kinds.reserveCapacity(n)
    shapes.reserveCapacity(n)
  }

  public mutating func append(start: Int, end: Int, kind: TokenKind, shape: TokenShape) {
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    kinds.append(kind)
    shapes.append(shape)
  }

  public func span(at i: Int) -> TextSpan { TextSpan(start: Int(starts[i]), end: Int(ends[i])) }
  public func kind(at i: Int) -> TokenKind { kinds[i] }
  public func shape(at i: Int) -> TokenShape { shapes[i] }
}

extension TokenBuffer: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { starts.count }
  public subscript(i: Int) -> Token { Token(span: span(at: i), kind: kinds[i], shape: shapes[i]) }
}
