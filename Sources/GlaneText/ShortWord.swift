import CGlaneText

/// A word of at most eight folded ASCII letters, packed into one integer: what the tokenizer's small lists are made of.
struct ShortWord: Hashable, Sendable {
  let bits: UInt64

  /// Nil where the word folds to more than eight bytes or to something that is not ASCII.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    // Most are ASCII and have eight bytes of text from their start on: setting 0x20 makes their capitals small letters,
    // and changes nothing that stands in the lists.
    if end - start <= 8, start + 8 <= bytes.count, let base = bytes.baseAddress {
      let raw = UInt64(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
      let mask: UInt64 = end == start ? 0 : ~0 >> UInt64(64 - (end - start) * 8)
      if raw & mask & 0x8080_8080_8080_8080 == 0 {
        self.bits = (raw | 0x2020_2020_2020_2020) & mask
        return
      }
    }
    guard let bits = Self.fold(bytes, start, end) else { return nil }
    self.bits = bits
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
    guard end - start <= 24 else { return nil }
    var bits: UInt64 = 0
    var length: UInt64 = 0
    var i = start
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        guard length < 8 else { return nil }
        bits |= UInt64(byte | 0x20) << (length * 8)
        length += 1
        i += 1
        continue
      }
      let scalar = bytes.decodeScalar(at: i)
      guard scalar.value != DecodedScalar.invalid else { return nil }
      let record = glane_fold_record(scalar.value)
      guard record != 0, let fold = glane_fold_bytes(record) else { return nil }
      for k in 0..<UInt64(fold[4]) {
        guard length < 8, fold[Int(k)] < 0x80 else { return nil }
        bits |= UInt64(fold[Int(k)]) << (length * 8)
        length += 1
      }
      i += scalar.length
    }
    return bits
  }

  /// - Precondition: `word` is at most eight lower-case ASCII letters.
  init(_ word: String) {
    precondition(word.utf8.count <= 8 && word.utf8.allSatisfy { $0 < 0x80 }, "not a short word: \(word)")
    var bits: UInt64 = 0
    for (i, byte) in word.utf8.enumerated() { bits |= UInt64(byte) << (UInt64(i) * 8) }
    self.bits = bits
  }
}

/// A small fixed set of short words with a number each: open addressing, one multiplication per look-up.
struct ShortWordMap: Sendable {
  private let keys: [UInt64]
  private let values: [UInt8]
  private let shift: UInt64
  /// The last five bits of the first letters: most words that are not in a list begin with another letter.
  private let initials: UInt32

  init(_ lists: [(words: String, value: UInt8)]) {
    let entries = lists.flatMap { list in
      list.words.split(separator: " ").map { (ShortWord(String($0)).bits, list.value) }
    }
    var capacity = 16
    while capacity < entries.count * 3 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [UInt8](repeating: 0, count: capacity)
    let shift = UInt64(64 - capacity.trailingZeroBitCount)
    for (key, value) in entries {
      var i = Int((key &* Self.multiplier) >> shift)
      while keys[i] != 0, keys[i] != key { i = (i + 1) & (capacity - 1) }
      keys[i] = key
      values[i] = value
    }
    self.keys = keys
    self.values = values
    self.shift = shift
    initials = entries.reduce(0) { $0 | 1 << UInt32($1.0 & 31) }
  }

  /// 2^64 / golden ratio: spreads the low bytes over the high bits that `shift` keeps.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The word's number; 0 where it is not in the set.
  @inline(__always)
  func value(_ word: ShortWord) -> UInt8 {
    guard word.bits != 0, initials >> UInt32(truncatingIfNeeded: word.bits & 31) & 1 != 0 else { return 0 }
    var i = Int((word.bits &* Self.multiplier) >> shift)
    while keys[i] != 0 {
      if keys[i] == word.bits { return values[i] }
      i = (i + 1) & (keys.count - 1)
    }
    return 0
  }
}
