import GlaneText

/// A word of at most 15 bytes of UTF-8 in two integers: what readers compare the words of a text with ("et", "selon", ",").
///
/// A comparison with a literal is one of two integers. Longer words are all ``none``, and equal to no literal.
///
/// Public, though no product shows it: only public code is laid out in place in the modules that compare.
@frozen
public struct PackedWord: Hashable, Sendable, BitwiseCopyable, ExpressibleByStringLiteral {
  @usableFromInline let low: UInt64
  /// Seven more bytes; the length in the highest.
  @usableFromInline let high: UInt64

  @inlinable @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Of a word that is too long, or of none.
  @inlinable public static var none: PackedWord { PackedWord(low: 0, high: 0) }

  @inlinable @inline(__always)
  public init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    if count <= 15 {
      var i = 0
      while i < count {
        if i < 8 { low |= UInt64(bytes[i]) << UInt64(8 * i) } else { high |= UInt64(bytes[i]) << UInt64(8 * i - 64) }
        i += 1
      }
      high |= UInt64(count) << 56
    }
    self.init(low: low, high: high)
  }

  /// - Precondition: At most 15 bytes.
  @inlinable @inline(__always)
  public init(stringLiteral word: StaticString) {
    self.init(word.utf8Start, count: word.utf8CodeUnitCount)
  }

  @inlinable @inline(__always)
  public static func == (a: PackedWord, b: PackedWord) -> Bool { a.low == b.low && a.high == b.high }

  @inlinable @inline(__always)
  public static func ~= (a: PackedWord, b: PackedWord) -> Bool { a == b }

  @inlinable public var firstByte: UInt8 { UInt8(truncatingIfNeeded: low) }

  /// In bytes; 0 for ``none``.
  @inlinable public var count: Int { Int(high >> 56) }
}

extension PackedWord {
  package init(_ word: String) {
    var word = word
    self = word.withUTF8 { utf8 in utf8.baseAddress.map { PackedWord($0, count: utf8.count) } ?? .none }
  }
}

/// A fixed set of words: one multiplication per look-up.
package struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let slots: [PackedWord]
  private let shift: UInt64

  package init(arrayLiteral words: PackedWord...) {
    var capacity = 8
    while capacity < words.count * 3 { capacity *= 2 }
    shift = UInt64(64 - capacity.trailingZeroBitCount)
    var slots = [PackedWord](repeating: .none, count: capacity)
    for word in words {
      precondition(word != .none, "a word of more than 15 bytes")
      var i = Self.slot(word, shift)
      while slots[i] != .none { i = (i + 1) & (capacity - 1) }
      slots[i] = word
    }
    self.slots = slots
  }

  @inline(__always)
  private static func slot(_ word: PackedWord, _ shift: UInt64) -> Int {
    Int(((word.low ^ word.high &* 0xBF58_476D_1CE4_E5B9) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  package func contains(_ word: PackedWord) -> Bool {
    guard word != .none else { return false }
    var i = Self.slot(word, shift)
    while slots[i] != .none {
      if slots[i] == word { return true }
      i = (i + 1) & (slots.count - 1)
    }
    return false
  }
}

extension PackedWord {
  /// A spelling with plain apostrophes, and that in lower case: of composed letters, whatever the text has.
  static func forms(of spelling: UnsafeBufferPointer<UInt8>) -> (plain: PackedWord, lower: PackedWord) {
    guard spelling.count <= 48 else { return (.none, .none) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { out in
      var n = 0
      var i = 0
      var isCommon = true  // ASCII, Latin letters with accents, œ: the rest is asked of the standard library
      var hasCapital = false
      while i < spelling.count {
        let byte = spelling[i]
        if byte == 0xE2, i + 2 < spelling.count, spelling[i + 1] == 0x80, spelling[i + 2] == 0x99 {
          out[n] = UInt8(ascii: "'")
          n += 1
          i += 3
          continue
        }
        if byte >= 0x80 {
          let next = i + 1 < spelling.count ? spelling[i + 1] : 0
          // « » “ ” and dashes have no case.
          guard byte == 0xC3 || byte == 0xC5 && next | 1 == 0x93 || byte == 0xC2 || byte == 0xE2 && next == 0x80 else {
            isCommon = false
            break
          }
          if byte == 0xC3 && next < 0x9F && next != 0x97 || byte == 0xC5 && next == 0x92 { hasCapital = true }
          let length = byte == 0xE2 ? 3 : 2
          for k in 0..<length where i + k < spelling.count {
            out[n] = spelling[i + k]
            n += 1
          }
          i += length
          continue
        }
        if byte &- 0x41 < 26 { hasCapital = true }
        out[n] = byte
        n += 1
        i += 1
      }
      guard isCommon else { return slowForms(of: spelling) }
      let plain = PackedWord(UnsafePointer(out.baseAddress!), count: n)
      guard hasCapital else { return (plain, plain) }
      var k = 0
      while k < n {
        if out[k] &- 0x41 < 26 {
          out[k] |= 0x20
        } else if out[k] == 0xC3, k + 1 < n, out[k + 1] < 0x9F, out[k + 1] != 0x97 {
          out[k + 1] += 0x20
          k += 1
        } else if out[k] == 0xC5, k + 1 < n {
          out[k + 1] |= 1
          k += 1
        } else if out[k] >= 0xC2 {
          k += out[k] >= 0xE0 ? 2 : 1
        }
        k += 1
      }
      return (plain, PackedWord(UnsafePointer(out.baseAddress!), count: n))
    }
  }

  private static func slowForms(of spelling: UnsafeBufferPointer<UInt8>) -> (plain: PackedWord, lower: PackedWord) {
    let composed = NormalizedText(Array(spelling)).utf8
    let word = String(decoding: composed, as: UTF8.self).map { $0 == "\u{2019}" ? "'" : $0 }
    return (PackedWord(String(word)), PackedWord(String(word).lowercased()))
  }
}
