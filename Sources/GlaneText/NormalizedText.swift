import CGlaneICU
import CGlaneText

/// A text in a normal form, with its way back to the original offsets.
///
/// ```swift
/// let text = NormalizedText(Array("l'e\u{301}te\u{301}".utf8))
/// String(decoding: text.utf8, as: UTF8.self)          // "l'été", in five letters
/// text.original(TextSpan(start: 2, end: 4))           // 2..<5: the first é of the original
/// ```
///
/// The tokenizer needs none of this: it reads composed and decomposed letters alike. It is for those who hand the text on, or
/// look words up. A text that already is in its form is not copied.
///
/// Bytes that are not UTF-8 stay as they are. Runs of more than 30 combining marks, which UAX #15's stream-safe text does not
/// have, are not composed: no one writes them, and ICU's time would grow with the square of their length.
public struct NormalizedText: Sendable {
  public enum Form: Sendable, CaseIterable {
    /// Unicode's canonical composition (NFC).
    case composed
    /// The form in which words are looked up: small letters without accents, œ as `oe`, ’ as `'`, every blank as U+0020;
    /// without soft hyphens, joiners and marks of direction.
    case lookup
  }

  /// The text in its form: the very array that was given where there was nothing to change.
  public let utf8: [UInt8]
  /// Whether the text was in its form already.
  public var isUnchanged: Bool { edits.isEmpty && !isRecased }

  /// A part of the original that has other bytes now, with both its places.
  private struct Edit {
    let original: Range<UInt32>
    let normalized: Range<UInt32>
  }
  /// Ascending. Bytes that were replaced one by one are not listed.
  private var edits: [Edit] = []
  private var isRecased = false

  /// - Complexity: O(*n*) in the bytes of the text.
  public init(_ utf8: [UInt8], _ form: Form = .composed) {
    precondition(utf8.count <= Int(UInt32.max) / 4, "a text has at most 1 GiB: split it into documents")
    var builder = Builder()
    utf8.withUnsafeBufferPointer { bytes in
      switch form {
      case .composed: builder.compose(bytes)
      case .lookup: builder.fold(bytes)
      }
    }
    edits = builder.edits
    isRecased = builder.isRecased
    self.utf8 = edits.isEmpty && !isRecased ? utf8 : builder.out
  }

  /// The part of the original that `span` comes from: the smallest that holds it whole, with its dropped characters.
  ///
  /// - Precondition: `span` lies inside the normalized text.
  /// - Complexity: O(log *n*) in the changes.
  public func original(_ span: TextSpan) -> TextSpan {
    precondition(span.end <= utf8.count, "the span lies outside the text")
    let (start, end) = Self.map(span, edits, from: \.normalized, to: \.original)
    return TextSpan(start: start, end: end)
  }

  /// What `span` of the original has become: the smallest part that holds it whole.
  ///
  /// - Precondition: `span` lies inside the original.
  /// - Complexity: O(log *n*) in the changes.
  public func normalized(_ span: TextSpan) -> TextSpan {
    let (start, end) = Self.map(span, edits, from: \.original, to: \.normalized)
    precondition(end <= utf8.count, "the span lies outside the text")
    return TextSpan(start: start, end: end)
  }

  private static func map(
    _ span: TextSpan, _ edits: [Edit], from: KeyPath<Edit, Range<UInt32>>, to: KeyPath<Edit, Range<UInt32>>
  ) -> (Int, Int) {
    func place(_ offset: Int, isEnd: Bool) -> Int {
      var (low, high) = (0, edits.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(edits[middle][keyPath: from].lowerBound) <= offset { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return offset }
      let (a, b) = (edits[low - 1][keyPath: from], edits[low - 1][keyPath: to])
      if offset >= Int(a.upperBound) { return Int(b.upperBound) + offset - Int(a.upperBound) }
      return offset > Int(a.lowerBound) && isEnd ? Int(b.upperBound) : Int(b.lowerBound)
    }
    let start = place(span.start, isEnd: false)
    return (start, max(start, place(span.end, isEnd: true)))
  }

  /// Writes the new text, from the first change on.
  private struct Builder {
    var out: [UInt8] = []
    var edits: [Edit] = []
    var isRecased = false
    /// The original up to here is in `out`, or is unchanged and not copied yet.
    private var copied = 0

    mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>) {
      var segment = glane_icu_segment()
      var from: Int64 = 0
      while glane_icu_nfc_next(bytes.baseAddress, Int64(bytes.count), from, &segment) != 0 {
        let range = Int(segment.start)..<Int(segment.end)
        let length = Int(segment.length)
        withUnsafeBytes(of: &segment.utf8) { replace(range, in: bytes, by: $0[..<length]) }
        from = segment.end
      }
      finish(bytes)
    }

    mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
      var i = 0
      while i < bytes.count {
        let b = bytes[i]
        if b < 0x80 {
          if b &- 0x41 < 26 || b &- 9 < 5 {
            recase(i, b &- 0x41 < 26 ? b | 0x20 : 0x20, in: bytes)
          }
          i += 1
          continue
        }
        let scalar = bytes.decodeScalar(at: i)
        let record = scalar.value == DecodedScalar.invalid ? 0 : glane_fold_record(scalar.value)
        if record != 0, let fold = glane_fold_bytes(record) {
          replace(
            i..<i + scalar.length, in: bytes,
            by: UnsafeRawBufferPointer(start: fold, count: Int(fold[4]))[...])
        }
        i += scalar.length
      }
      finish(bytes)
    }

    /// Replaces a byte by another.
    private mutating func recase(_ i: Int, _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) {
      copy(upTo: i, of: bytes)
      out.append(byte)
      copied = i + 1
      isRecased = true
    }

    private mutating func replace(
      _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, by new: Slice<UnsafeRawBufferPointer>
    ) {
      copy(upTo: range.lowerBound, of: bytes)
      let start = UInt32(out.count)
      out.append(contentsOf: new)
      edits.append(
        Edit(
          original: UInt32(range.lowerBound)..<UInt32(range.upperBound), normalized: start..<UInt32(out.count)))
      copied = range.upperBound
    }

    private mutating func copy(upTo end: Int, of bytes: UnsafeBufferPointer<UInt8>) {
      if out.isEmpty { out.reserveCapacity(bytes.count + bytes.count / 8) }
      if end > copied { out.append(contentsOf: bytes[copied..<end]) }
    }

    private mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>) {
      if !edits.isEmpty || isRecased { copy(upTo: bytes.count, of: bytes) }
    }
  }
}
