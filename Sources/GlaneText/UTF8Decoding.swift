/// One step of decoding: a scalar and its bytes, or a run of bytes that is not UTF-8.
package struct DecodedScalar {
  /// Marks bytes that are not UTF-8.
  package static let invalid: UInt32 = .max

  package let value: UInt32
  package let length: Int

  @inline(__always) init(_ value: UInt32, _ length: Int) {
    self.value = value
    self.length = length
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at `i`, or ``DecodedScalar/invalid`` with the length of the longest part that could have
  /// begun one (Unicode 3.9, "maximal subpart"; as `String(decoding:)` and Python's `replace` count them).
  ///
  /// - Precondition: `0 <= i < count`.
  @inline(__always)
  package func decodeScalar(at i: Int) -> DecodedScalar {
    let b0 = UInt32(self[i])
    if b0 < 0x80 { return DecodedScalar(b0, 1) }
    return decodeMultibyte(b0, at: i)
  }

  package func decodeMultibyte(_ b0: UInt32, at i: Int) -> DecodedScalar {
    let bad = DecodedScalar.invalid
    guard b0 >= 0xC2, b0 <= 0xF4, i + 1 < count else { return DecodedScalar(bad, 1) }
    let b1 = UInt32(self[i + 1])
    if b0 < 0xE0 {
      return b1 & 0xC0 == 0x80 ? DecodedScalar((b0 & 0x1F) << 6 | (b1 & 0x3F), 2) : DecodedScalar(bad, 1)
    }
    // The second byte excludes overlong forms, surrogates and what lies past U+10FFFF.
    let low: UInt32 = b0 == 0xE0 ? 0xA0 : b0 == 0xF0 ? 0x90 : 0x80
    let high: UInt32 = b0 == 0xED ? 0x9F : b0 == 0xF4 ? 0x8F : 0xBF
    guard b1 >= low, b1 <= high else { return DecodedScalar(bad, 1) }
    guard i + 2 < count, self[i + 2] & 0xC0 == 0x80 else { return DecodedScalar(bad, 2) }
    let b2 = UInt32(self[i + 2])
    if b0 < 0xF0 { return DecodedScalar((b0 & 0xF) << 12 | (b1 & 0x3F) << 6 | (b2 & 0x3F), 3) }
    guard i + 3 < count, self[i + 3] & 0xC0 == 0x80 else { return DecodedScalar(bad, 3) }
    let b3 = UInt32(self[i + 3])
    return DecodedScalar((b0 & 7) << 18 | (b1 & 0x3F) << 12 | (b2 & 0x3F) << 6 | (b3 & 0x3F), 4)
  }
}
