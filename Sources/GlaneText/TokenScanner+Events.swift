import CGlaneText

/// What the masks of a block do not tell: each event is settled by a look at a few bytes, or by stepping over its token.
///
/// Functions that are called for each event are mutating, even those that change nothing: to lend itself to others while it is
/// being changed, the scanner would be copied.
extension TokenScanner {
  /// Letters that an apostrophe elides: c d j l m n s t y, as bits from a.
  private static let elidable: UInt32 = 0b1_0000_1100_0011_1010_0000_1100

  /// Settles the events before `limit`, or up to the first doubtful byte. `isFree`: the whole block is part of no address.
  @inline(__always)
  mutating func readEvents(_ b: BlockMasks, _ p: UnsafePointer<UInt8>, _ limit: Int, _ isFree: Bool) {
    let keep = Self.below(limit)
    while true {
      let rest = b.pointee.event & keep & Self.below(Swift.min(b.pointee.doubtful.trailingZeroBitCount, 63))
      guard rest != 0 else { return }
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = rest & (0 &- rest)
      b.pointee.event &= ~bit
      let byte = p[i]
      let isSettled =
        byte == 0x2E
        ? readStop(b, i, bit, p, isFree)
        : byte == 0x2D
          ? readHyphen(b, i, bit, p, isFree)
          : byte == 0xE2
            ? readCurlyApostrophe(b, i, bit, p)
            : byte <= 0x20 ? byte < 0x20 || !couldBeGroup(b, i, bit) : readSign(b, i, bit, p)
      if !isSettled { stepInBlock(b, i, bit) }
    }
  }

  /// Where the run of word bytes that ends before `i` starts.
  @inline(__always)
  private func wordStart(_ b: BlockMasks, _ i: Int, _ bit: UInt64) -> Int {
    let run = 64 - (~b.word & (bit &- 1)).leadingZeroBitCount
    // A token that has been stepped over ends inside the run.
    let cuts = b.pointee.extra_ends & (bit | (bit &- 1))
    return Swift.max(run, cuts == 0 ? 0 : 63 - cuts.leadingZeroBitCount)
  }

  // MARK: - Full stops

  private mutating func readStop(
    _ b: BlockMasks, _ i: Int, _ bit: UInt64, _ p: UnsafePointer<UInt8>, _ isFree: Bool
  ) -> Bool {
    let start = wordStart(b, i, bit)
    let length = i - start
    let isClosed = (b.pointee.space | b.pointee.mark & ~b.pointee.percent) >> 1 & bit != 0
    if !isClosed {
      // Before a letter: part of an address, unless what stands here has been read as none.
      guard (b.pointee.letter | b.pointee.digit) >> 1 & bit != 0, b.pointee.letter >> UInt64(start) & 1 != 0,
        start < i, isFree || isNoAddress(start, i)
      else { return false }
      if length == 3, p[start] | 0x20 == 0x77 { return false }  // www.
    }
    let below: UInt64 = (bit &- 1) & ~Self.below(start)
    if length > 0, b.pointee.digit >> UInt64(start) & 1 == 0, b.pointee.joined & b.pointee.hyphen & below == 0 {
      if length <= 3, length == 1 || p[start] >= 0x80 {
        return isClosed && length == 1 && readInitial(b, i, bit, p)
      }
      if length <= 8 || length <= 24 && b.pointee.non_ascii & below != 0, !hasFiveLetters(b, i, length, below, p),
        let word = ShortWord(UnsafeBufferPointer(start: p, count: 72), start, i), rules.abbreviations.value(word) != 0
      {
        return false
      }
    }
    b.pointee.mark |= bit
    b.pointee.mark_end |= bit << 1
    return true
  }

  /// Whether the word before the full stop at `i` has five letters or more, all of them of Latin-1, and does not end as `approx.`
  /// does: no other word as long keeps its full stop. False where that takes longer to tell than a look into the list.
  @inline(__always)
  private func hasFiveLetters(
    _ b: BlockMasks, _ i: Int, _ length: Int, _ below: UInt64, _ p: UnsafePointer<UInt8>
  ) -> Bool {
    let nonASCII = b.pointee.non_ascii & below
    guard nonASCII != 0, nonASCII == (b.pointee.pairs | b.pointee.pairs << 1) & below else { return false }
    let letters = length - (b.pointee.pairs & below).nonzeroBitCount
    return letters >= 5 && (p[i - 1] | 0x20 != 0x78 || letters > 6)
  }

  /// `M. X`, `J. Xxxx`: a capital with its full stop before a blank and a name.
  @inline(__always)
  private mutating func readInitial(_ b: BlockMasks, _ i: Int, _ bit: UInt64, _ p: UnsafePointer<UInt8>) -> Bool {
    guard p[i + 1] == 0x20, b.pointee.upper << 1 & bit != 0 else { return false }
    let name: UInt64 = bit << 2
    if p[i - 1] == 0x4D {
      guard b.pointee.letter & name != 0 else { return false }
      b.pointee.kinds.2 |= bit >> 1  // abbreviation
    } else {
      guard b.pointee.upper & name != 0 else { return false }
      let end = ((b.pointee.letter & ~(name &- 1)) &+ name) & ~b.pointee.letter
      guard end != 0, end.trailingZeroBitCount < 62, b.pointee.doubtful & end == 0,
        let word = ShortWord(UnsafeBufferPointer(start: p, count: 72), i + 2, end.trailingZeroBitCount),
        rules.openers.value(word) == 0
      else { return false }
      b.pointee.kinds.1 |= bit >> 1  // initial
      b.pointee.kinds.2 |= bit >> 1
    }
    b.pointee.explicit |= bit >> 1
    b.pointee.joined |= bit
    return true
  }

  /// Whether no address can reach over the byte at `i` from the word at `start`: what follows has been read already.
  @inline(__always)
  func isNoAddress(_ start: Int, _ i: Int) -> Bool {
    position + start >= domainsRefusedFrom && position + i < domainsRefusedBefore
      && position + start >= localPartStart && position + i < localPartEnd && byte(localPartEnd) != 0x40
  }

  // MARK: - Hyphens

  private mutating func readHyphen(
    _ b: BlockMasks, _ i: Int, _ bit: UInt64, _ p: UnsafePointer<UInt8>, _ isFree: Bool
  ) -> Bool {
    let run = b.pointee.letter | b.pointee.digit
    guard b.word << 1 & run >> 1 & bit != 0 else {
      // A hyphen before a blank, a quote or the like.
      guard (b.pointee.space | b.pointee.mark & ~b.pointee.percent & ~b.pointee.hyphen) >> 1 & bit != 0,
        b.pointee.hyphen << 1 & bit == 0
      else {
        return false
      }
      b.pointee.mark |= bit
      b.pointee.mark_end |= bit << 1
      return true
    }
    let start = wordStart(b, i, bit)
    guard start < i else { return false }  // 1er-juin
    if b.pointee.elision_end >> UInt64(start) & 1 != 0, p[start - (p[start - 1] == 0x27 ? 2 : 4)] | 0x20 == 0x63 {
      return false  // c'est-à-dire
    }
    let end = (~run & ~(bit | (bit &- 1))).trailingZeroBitCount
    guard end < 62 else { return false }
    let after: UInt64 = 1 &<< UInt64(end)
    let isDigits = b.pointee.digit >> UInt64(start) & 1 != 0
    if b.pointee.hyphen & run >> 1 & b.pointee.event & after != 0, !isDigits {
      b.pointee.joined |= bit  // The last hyphen decides.
      return true
    }
    let closing = b.pointee.space | b.pointee.mark & ~b.pointee.percent
    let isStop = b.pointee.stop & after != 0
    guard closing & after != 0 || isStop && (closing >> 1 & after != 0 || isFree || isNoMail(start, end)) else {
      return false
    }
    if isDigits {
      guard b.pointee.letter & (after &- 1) & ~Self.below(start) == 0 else { return false }
    } else if end - i <= 9 || b.pointee.non_ascii & (after &- 1) & ~(bit &- 1) != 0 {
      let word = ShortWord(UnsafeBufferPointer(start: p, count: 72), i + 1, end)
      if let word, rules.clitics.value(word) != 0 { return false }
    }
    b.pointee.joined |= bit
    return true
  }

  @inline(__always)
  private func isNoMail(_ start: Int, _ i: Int) -> Bool {
    position + start >= localPartStart && position + i < localPartEnd && byte(localPartEnd) != 0x40
  }

  // MARK: - Apostrophes, numbers, signs

  /// Settles the ’ after l, d, qu and their like, as the block's masks do for '.
  private mutating func readCurlyApostrophe(_ b: BlockMasks, _ i: Int, _ bit: UInt64, _ p: UnsafePointer<UInt8>) -> Bool
  {
    guard b.pointee.curly & bit != 0 else { return false }
    let start = wordStart(b, i, bit)
    if start > 0, p[start - 1] == 0x2D { return false }
    let first = p[start] | 0x20
    let next = p[i + 3] | 0x20
    switch i - start {
    case 1:
      guard first &- 0x61 < 26, Self.elidable >> UInt32(first &- 0x61) & 1 != 0 else { return false }
      // l'on and N'Djamena stay whole; c'est-à-dire is left to its hyphens.
      if first == 0x6C && next == 0x6F && p[i + 4] | 0x20 == 0x6E || first == 0x6E && next == 0x64 { return false }
    case 2: guard first == 0x71 && p[start + 1] | 0x20 == 0x75 else { return false }
    default: return false
    }
    b.pointee.elision |= bit
    b.pointee.elision_end |= bit << 3
    return true
  }

  /// Whether the blank at `i` stands after one to three digits: `1 250`, not `2012 350`.
  @inline(__always)
  private func couldBeGroup(_ b: BlockMasks, _ i: Int, _ bit: UInt64) -> Bool {
    let start = 64 - (~b.pointee.digit & (bit &- 1)).leadingZeroBitCount
    return i - start <= 3 && (i > 59 || b.pointee.digit >> 2 & b.pointee.digit >> 3 & bit != 0)
  }

  /// Settles signs that stand by themselves.
  @inline(__always)
  private func readSign(_ b: BlockMasks, _ i: Int, _ bit: UInt64, _ p: UnsafePointer<UInt8>) -> Bool {
    switch p[i] {
    case 0x5B, 0x5D, 0x7B, 0x7D, 0x2A, 0x5C: break  // [ ] { } * \
    case 0x3C, 0x3D, 0x3E, 0x5E, 0x60, 0x7C, 0x7E, 0x24: b.pointee.symbol |= bit  // < = > ^ ` | ~ $
    case 0x26: guard b.word << 1 & bit == 0 else { return false }  // &, but not in R&D
    case 0x2B:  // +
      guard b.pointee.space << 1 & b.pointee.space >> 1 & bit != 0 else { return false }
      b.pointee.symbol |= bit
    default: return false
    }
    b.pointee.mark |= bit
    b.pointee.mark_end |= bit << 1
    return true
  }

  // MARK: - Stepping

  /// Steps from the start of the word at or before `i` until past `i`, and puts the tokens into the masks; or makes that start
  /// doubtful, where they reach the end of the block.
  private mutating func stepInBlock(_ b: BlockMasks, _ i: Int, _ bit: UInt64) {
    let base = position
    var start = wordStart(b, i, bit)
    // What an elision before it would have kept (c'est-à-dire) is read again.
    if b.pointee.elision_end >> UInt64(start) & 1 != 0 {
      let before = b.pointee.elision & Self.below(start)
      let apostrophe = 63 - before.leadingZeroBitCount
      start = wordStart(b, apostrophe, 1 &<< UInt64(apostrophe))
    }
    patch = Patch(base: base)
    isInBlock = true
    position = base + start
    while position <= base + i, !patch.isTooLong { step() }
    isInBlock = false
    position = base
    guard !patch.isTooLong, !cutsMarks(patch.ends & b.pointee.letter & b.pointee.non_ascii) else {
      b.pointee.doubtful |= 1 &<< UInt64(start)
      return
    }
    let cover = patch.cover
    let after = cover << 1
    b.pointee.joined |= cover
    b.pointee.space &= ~cover
    b.pointee.mark &= ~cover
    b.pointee.mark_end &= ~after
    b.pointee.elision &= ~cover
    b.pointee.elision_end &= ~after
    b.pointee.extra_starts = b.pointee.extra_starts & ~cover | patch.starts
    b.pointee.extra_ends = b.pointee.extra_ends & ~after | patch.ends
    b.pointee.inner |= cover & ~(patch.ends >> 1)
    b.pointee.explicit |= patch.starts
    b.pointee.kinds.0 |= patch.kind0
    b.pointee.kinds.1 |= patch.kind1
    b.pointee.kinds.2 |= patch.kind2
    b.pointee.kinds.3 |= patch.kind3
    b.pointee.roman &= ~cover
    // An apostrophe just after these tokens elides nothing, and a comma there makes no decimals: R&D', mot(s)3,5
    let loose = (b.pointee.elision | b.pointee.joined) & patch.ends & ~cover
    b.pointee.joined &= ~loose
    b.pointee.elision &= ~loose
    b.pointee.elision_end &= ~(loose << 1)
    b.pointee.event = b.pointee.event & ~cover | loose
  }

  /// Whether a combining mark stands at one of `ends`: cut off from its letter, it is none of a word's bytes.
  private mutating func cutsMarks(_ ends: UInt64) -> Bool {
    var rest = ends
    while rest != 0 {
      if text.unit(at: position + rest.trailingZeroBitCount).kind == .mark { return true }
      rest &= rest &- 1
    }
    return false
  }

  /// Tokens that the stepwise path has found in a block, as masks.
  struct Patch {
    let base: Int
    var cover: UInt64 = 0
    var starts: UInt64 = 0
    var ends: UInt64 = 0
    var kind0: UInt64 = 0
    var kind1: UInt64 = 0
    var kind2: UInt64 = 0
    var kind3: UInt64 = 0
    var isTooLong = false

    init(base: Int) { self.base = base }

    mutating func add(_ start: Int, _ end: Int, _ kind: TokenKind) {
      guard end - base <= 62 else {
        isTooLong = true
        return
      }
      let first: UInt64 = 1 &<< UInt64(start - base)
      let after: UInt64 = 1 &<< UInt64(end - base)
      starts |= first
      ends |= after
      cover |= after &- first
      let number = UInt64(kind.rawValue)
      kind0 |= number & 1 != 0 ? first : 0
      kind1 |= number & 2 != 0 ? first : 0
      kind2 |= number & 4 != 0 ? first : 0
      kind3 |= number & 8 != 0 ? first : 0
    }
  }
}
