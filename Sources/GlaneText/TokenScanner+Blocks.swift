import CGlaneText

/// The fast path: 64 bytes at a time as bit masks.
///
/// The masks alone give the tokens of plain prose. Where they do not tell (full stops, compounds, apostrophes that are no
/// elision, numbers with letters: the block's events) a few bytes are looked at, or the stepwise path is asked and its tokens
/// are put into the masks: see `TokenScanner+Events.swift`. Characters that the masks can't hold (controls, other scripts'
/// digits and marks, emoji, bytes that are not UTF-8) are doubtful: the tokens up to a boundary before the first of them are
/// written, and ``step()`` does the rest. A block always starts where a token or a gap may start, so that no state is
/// carried into it. Both paths give the same tokens: the tests compare them.
extension TokenScanner {
  /// Bytes read past the 64 of a block.
  private static let lookahead = 8

  /// Reads one block and what is doubtful in it; false, with nothing read, where the text has too few bytes left.
  @inline(__always)
  mutating func scanBlock(_ block: BlockMasks) -> Bool {
    // All reads below are of p[0..<64 + lookahead].
    guard position + 64 + Self.lookahead <= bytes.count, let start = bytes.baseAddress else { return false }
    let p = start + position
    let limit = Int(glane_block_read(p, block))
    if limit > 0 {
      writeTokens(block, limit)
      position += limit
    } else {
      scanBlock(block, p)
    }
    return true
  }

  /// Settles and writes a block whose masks do not tell all.
  private mutating func scanBlock(_ b: BlockMasks, _ p: UnsafePointer<UInt8>) {
    let base = position
    if b.pointee.non_ascii & ~b.pointee.letter != 0 { readScalars(b, p) }

    // The bytes after which the text may be cut: what stands before them does not depend on what follows. What an elision
    // depends on is seen up to four bytes ahead.
    var closed =
      (b.pointee.space & ~(b.pointee.space >> 1)) | b.pointee.closed & (b.pointee.mark | Self.below(60))
    // Between the parts of what has been read as no address: see `readStop`.
    let isFree = base + 64 < Swift.min(localPartEnd, domainsRefusedBefore) && isNoAddress(0, 64)
    if isFree {
      closed |= b.pointee.stop & ~b.pointee.joined
    }
    var limit = cut(closed, b, p)
    if b.pointee.event & Self.below(limit) != 0 {
      readEvents(b, p, limit, isFree)
      limit = cut(closed & ~b.pointee.inner, b, p)
    }
    if limit > 0 {
      writeTokens(b, limit)
      position = base + limit
    }
    let doubt = b.pointee.doubtful.trailingZeroBitCount
    if limit > 0, doubt >= 62 { return }
    // What holds the doubtful byte goes step by step, and what follows it with the same first byte: likely the same script.
    // Where nothing is doubtful there was no place to cut: then a few words go step by step.
    let stop = base + (doubt < 62 ? doubt : 40)
    let script = doubt < 62 && p[doubt] >= 0xE0 ? p[doubt] : 0
    let last = output.starts.count
    repeat {
      step()
    } while output.count + 8 <= last
      && (position <= stop || position < base + 64 && bytes[position] == script && script != 0)
      && position < bytes.count
  }

  /// The last offset of the block before which all tokens are settled: after one of the bytes in `closed`; 0 where there is
  /// none.
  @inline(__always)
  private func cut(_ closed: UInt64, _ b: BlockMasks, _ p: UnsafePointer<UInt8>) -> Int {
    let doubt = Swift.min(b.pointee.doubtful.trailingZeroBitCount, 62)
    let before = Self.below(doubt)
    var closed = closed & before
    let bit: UInt64 = 1 &<< UInt64(doubt)
    if b.pointee.doubtful & bit != 0 {
      if b.pointee.space << 1 & bit != 0 {
        // More of the same gap may follow: its line ends are counted together.
        let run = 64 - (~b.pointee.space & before).leadingZeroBitCount
        if b.pointee.line_feed & before & ~Self.below(run) != 0 { closed &= Self.below(run) }
      } else if p[doubt] >= 0x80 {
        closed &= ~(bit >> 1)  // A combining mark goes with the sign before it.
      }
    }
    return 64 - closed.leadingZeroBitCount
  }

  /// Writes the tokens that start before `limit`, which is at most 62.
  @inline(__always)
  private mutating func writeTokens(_ b: BlockMasks, _ limit: Int) {
    guard var columns = output.columns else { return }
    let first = output.count
    // At most 62 tokens start in a block, and run() keeps room for 64.
    columns.starts += first
    columns.ends += first
    columns.kinds += first
    columns.shapes += first
    let count = glane_block_write(
      b, Int32(truncatingIfNeeded: limit), UInt32(truncatingIfNeeded: position), lastEnd == position ? 1 : 0,
      &columns)
    let lines: TokenShape =
      columns.line_feeds == 0 ? [] : columns.line_feeds == 1 ? .lineStart : [.lineStart, .paragraphStart]
    guard count > 0 else {
      gapShape.formUnion(lines)
      return
    }
    output.count = first + Int(count)
    columns.shapes[0] |= gapShape.rawValue
    lastEnd = position + Int(columns.last_end)
    gapShape = lines
    // Few tokens are ordinals in Roman numerals.
    var rare = b.pointee.roman & Self.below(limit)
    while rare != 0 {
      let upTo: UInt64 = rare ^ (rare &- 1)
      let i = (columns.starts_mask & upTo).nonzeroBitCount - 1
      if i >= 0, columns.kinds[i] == TokenKind.word.rawValue,
        text.isRomanOrdinal(Int(output.starts[first + i]), Int(output.ends[first + i]))
      {
        columns.kinds[i] = TokenKind.ordinal.rawValue
      }
      rare &= rare &- 1
    }
  }

  // MARK: - Characters beyond ASCII and Latin-1's letters

  /// Settles the scalars beyond Latin-1's letters, up to the first that it can't.
  @inline(__always)
  private mutating func readScalars(_ b: BlockMasks, _ p: UnsafePointer<UInt8>) {
    var rest = b.pointee.non_ascii & ~b.pointee.letter
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(i)
      switch (p[i], p[i + 1]) {
      case (0xC2, 0xA0):
        b.pointee.space |= bit | bit << 1
        b.pointee.event |= b.pointee.digit << 1 & bit & b.pointee.digit >> 2
        rest &= ~(bit | bit << 1)
      case (0xC2, 0xAB), (0xC2, 0xBB):
        b.pointee.mark |= bit
        b.pointee.mark_end |= bit << 2
        rest &= ~(bit | bit << 1)
      case (0xE2, 0x80) where p[i + 2] == 0x99:
        b.pointee.curly |= bit
        b.pointee.event |= bit
        rest &= ~(bit | bit << 1 | bit << 2)
      default:
        let length = readScalar(b, p, i, bit)
        guard length > 0 else {
          b.pointee.doubtful |= bit
          return
        }
        rest &= ~(Self.below(length) &<< UInt64(i))
      }
    }
  }

  /// Settles the scalar at `i` by its class: its length; 0 where the masks can't hold it.
  private mutating func readScalar(_ b: BlockMasks, _ p: UnsafePointer<UInt8>, _ i: Int, _ bit: UInt64) -> Int {
    let scalar = UnsafeBufferPointer(start: p, count: 64 + Self.lookahead).decodeScalar(at: i)
    guard scalar.value != DecodedScalar.invalid else { return 0 }
    let all = Self.below(scalar.length) &<< UInt64(i)
    let next = p[i + scalar.length]
    let kind = CharacterClass.of(scalar.value)
    switch kind {
    case .gap:
      // U+0085, U+2028 and U+2029 end lines.
      guard scalar.value != 0x85, scalar.value & ~1 != 0x2028 else { return 0 }
      b.pointee.space |= all
      if b.pointee.digit << 1 & bit != 0, next &- 0x30 < 10 { b.pointee.event |= bit }
    case .upper, .lower, .letter:
      // U+02BC is an apostrophe; digits after such a letter are rare enough to leave them to the stepwise path.
      guard scalar.value != 0x2BC, next &- 0x30 >= 10 else { return 0 }
      if kind == .upper { b.pointee.upper |= bit }
      if kind == .lower { b.pointee.lower |= bit }
      b.pointee.letter |= all
      if b.pointee.digit << 1 & bit != 0 { b.pointee.event |= bit }
      if next == 0x28 { b.pointee.event |= bit << UInt64(scalar.length) }
    case .mark:
      guard b.pointee.letter << 1 & bit != 0, next &- 0x30 >= 10 else { return 0 }
      b.pointee.letter |= all
      if next == 0x28 { b.pointee.event |= bit << UInt64(scalar.length) }
    case .punctuation, .symbol:
      switch scalar.value {
      case 0x2010, 0x2011, 0x2212: return 0  // hyphens and the minus sign
      case 0xB0: b.pointee.event |= bit  // n°, °C
      default: break
      }
      b.pointee.mark |= bit
      b.pointee.mark_end |= bit << UInt64(scalar.length)
      if kind == .symbol { b.pointee.symbol |= bit }
    default: return 0
    }
    return scalar.length
  }

  /// The bits below bit `i`, which is at most 63.
  @inline(__always) static func below(_ i: Int) -> UInt64 { (1 &<< UInt64(i)) &- 1 }
}

/// A block's masks, lent while its tokens are sought.
typealias BlockMasks = UnsafeMutablePointer<glane_block>

extension UnsafeMutablePointer<glane_block> {
  /// Bytes of words and numbers.
  @inline(__always) var word: UInt64 { pointee.letter | pointee.digit | pointee.joined }
}
