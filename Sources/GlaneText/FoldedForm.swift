import CGlaneText

/// The form in which words are looked up: lower case, without accents, with plain apostrophes, hyphens and spaces.
///
/// One value is scratch space for many words: nothing is allocated once its buffer has grown to the longest of them.
///
/// - Letters are lower-cased in every script; marks U+0300…U+036F are dropped, whether composed or not; œ is `oe`, æ `ae`,
///   ß `ss`, ﬁ `fi`.
/// - ’ ‘ ʼ ′ are `'`; U+2010 and U+2011 are `-`; every space is one U+0020.
/// - Soft hyphens, joiners, zero-width spaces and marks of direction are dropped.
/// - A fold never has more bytes than what it folds. Bytes that are not UTF-8 stay as they are.
package struct FoldedForm: Sendable {
  private var buffer: [UInt8] = []
  /// The number of folded bytes.
  package private(set) var count = 0
  /// Which accents were dropped: a nibble for each of the first 16 bytes of the fold. 0 none, 1 acute, 2 grave,
  /// 3 circumflex, 4 diaeresis, 5 cedilla, 6 tilde, 7 any other.
  package private(set) var accents: UInt64 = 0
  /// Which letters were capitals: a nibble for each of the first 16 bytes, 0xF or 0, so that masks combine with ``accents``.
  package private(set) var uppers: UInt64 = 0

  package init() {}

  /// The folded bytes.
  package var bytes: ArraySlice<UInt8> { buffer[..<count] }

  package func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// A hash of ``bytes``, the same in every run and on every machine.
  package var hash: UInt64 { withBytes(Self.hash) }

  /// Replaces the fold by that of `utf8`.
  @inline(__always)
  package mutating func assign(_ utf8: UnsafeBufferPointer<UInt8>) {
    removeAll()
    append(utf8)
  }

  package mutating func removeAll() {
    count = 0
    accents = 0
    uppers = 0
  }

  /// Appends one byte as it is: a space between two tokens.
  package mutating func append(byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count += 1
  }

  /// Appends the fold of `utf8`.
  package mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    reserve(utf8.count)
    var n = count
    var uppers = uppers
    var accents = accents
    buffer.withUnsafeMutableBufferPointer { out in
      var i = 0
      while i < utf8.count {
        let b = utf8[i]
        // Most bytes are small letters, which fold to themselves.
        if b &- 0x61 < 26 {
          out[n] = b
          n += 1
          i += 1
          continue
        }
        if b < 0x80 {
          let isUpper = b &- 0x41 < 26
          // Tabs and line ends are spaces too.
          out[n] = isUpper ? b | 0x20 : b &- 9 < 5 ? 0x20 : b
          if isUpper, n < 16 { uppers |= 0xF << UInt64(n * 4) }
          n += 1
          i += 1
          continue
        }
        let scalar = utf8.decodeScalar(at: i)
        let record = scalar.value == DecodedScalar.invalid ? 0 : glane_fold_record(scalar.value)
        if record == 0 {
          for k in 0..<scalar.length { out[n + k] = utf8[i + k] }
          n += scalar.length
        } else if let fold = glane_fold_bytes(record) {
          let length = Int(fold[4])
          for k in 0..<length {
            out[n + k] = fold[k]
            if fold[6] != 0, n + k < 16 { uppers |= 0xF << UInt64((n + k) * 4) }
          }
          // A combining mark belongs to the letter before it; the first mark of a letter counts.
          let letter = length == 0 ? n - 1 : n
          if fold[5] != 0, (0..<16).contains(letter), accents >> UInt64(letter * 4) & 0xF == 0 {
            accents |= UInt64(fold[5]) << UInt64(letter * 4)
          }
          n += length
        }
        i += scalar.length
      }
    }
    count = n
    self.uppers = uppers
    self.accents = accents
  }

  private mutating func reserve(_ more: Int) {
    let needed = count + more
    if needed > buffer.count {
      buffer.append(contentsOf: repeatElement(0, count: Swift.max(needed, buffer.count * 2, 64) - buffer.count))
    }
  }

  /// The hash of folded bytes: 8 bytes at a time, multiplied to 128 bits and folded back.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x51_7C_C1_B7_27_22_0A_95 ^ UInt64(bytes.count)
    var i = 0
    while i + 8 <= bytes.count {
      let word = UnsafeRawPointer(bytes.baseAddress! + i).loadUnaligned(as: UInt64.self)
      hash = mix(hash ^ UInt64(littleEndian: word))
      i += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while i < bytes.count {
      tail |= UInt64(bytes[i]) << shift
      shift += 8
      i += 1
    }
    return mix(hash ^ tail)
  }

  @inline(__always)
  private static func mix(_ x: UInt64) -> UInt64 {
    let product = (x ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
