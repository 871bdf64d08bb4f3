import CGlaneText

/// The fast path: 64 bytes at a time as bit masks, for Latin letters, ASCII, and the punctuation of French.
///
/// A block starts at a boundary. Whether there is one before byte i depends on the two bytes before it and, where ’ stands there, on
/// the three after; so boundaries are written up to four bytes before the first byte that the masks do not settle.
extension WordScanner {
  @inline(__always)
  mutating func scanBlock(into ends: UnsafeMutableBufferPointer<UInt32>) -> Bool {
    let base = position
    // All reads below are of p[0..<64 + 8].
    guard base + 72 <= bytes.count, let start = bytes.baseAddress else { return false }
    let p = start + base
    var b = glane_word_block()
    glane_word_block_read(p, rules == .unicode ? 1 : 0, &b)
    var rest = b.non_ascii & ~b.letter
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(i)
      switch (p[i], p[i + 1], p[i + 2]) {
      case (0xC2, 0xA0, _), (0xC2, 0xAB, _), (0xC2, 0xBB, _), (0xC2, 0xB0, _):  // NBSP « » °
        b.inner |= bit << 1
        rest &= ~(bit | bit << 1)
        continue
      case (0xC5, 0x92, _), (0xC5, 0x93, _):  // Œ œ
        b.letter |= bit | bit << 1
        rest &= ~(bit | bit << 1)
        continue
      case (0xCC, 0x80...0xBF, _), (0xCD, 0x80...0xAF, _):  // combining marks go with the letter before
        if b.letter << 1 & bit != 0 {
          b.letter |= bit | bit << 1
          rest &= ~(bit | bit << 1)
          continue
        }
      case (0xE2, 0x80, 0x99):  // ’
        b.quote |= bit
        b.inner |= bit << 1 | bit << 2
        rest &= ~(bit | bit << 1 | bit << 2)
        continue
      case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0xA6),
        (0xE2, 0x82, 0xAC):  // – — “ ” … €
        b.inner |= bit << 1 | bit << 2
        rest &= ~(bit | bit << 1 | bit << 2)
        continue
      default: break
      }
      b.doubtful |= bit
      break
    }
    let doubt = b.doubtful.trailingZeroBitCount
    let middle = b.mid_letter & b.letter << 1 & b.letter >> 1 | b.mid_number & b.digit << 1 & b.digit >> 1
    // ’ joins what stands on its two sides; it has three bytes.
    let quoted = b.quote & (b.letter << 1 & b.letter >> 3 | b.digit << 1 & b.digit >> 3)
    let word = b.letter | b.digit | b.low_line
    let joined =
      (word & word << 1) | (b.space & b.space << 1) | b.inner | middle | middle << 1 | quoted | quoted << 3
    // Before the first byte stands a boundary that is already written.
    var boundaries = ~joined & ~1
    let limit = Swift.min(doubt - 4, 59)
    guard limit > 0 else { return false }
    boundaries &= (2 &<< UInt64(limit)) &- 1
    guard boundaries != 0, let out = ends.baseAddress else { return false }
    let last = 63 - boundaries.leadingZeroBitCount
    // run() keeps room for 64 ends.
    glane_word_block_write(boundaries, UInt32(truncatingIfNeeded: base), out + count)
    count += boundaries.nonzeroBitCount
    position = base + last
    return true
  }
}
