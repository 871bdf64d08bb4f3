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
  mutating func scanBlock() -> Bool {
    let base = position
    // All reads below are of p[0..<64 + lookahead].
    guard base + 64 + Self.lookahead <= bytes.count, let start = bytes.baseAddress else { return false }
    let p = start + base
    var block = glane_block()
    glane_block_read(p, &block)
    var b = BlockMasks(block)
    if block.non_ascii & ~block.letter != 0 { b.readScalars(p, block) }

    // The bytes after which the text may be cut: what stands before them does not depend on what follows.
    // What elision depends on is seen up to four bytes ahead.
    var closed = (b.space & ~(b.space >> 1)) | block.mark | (block.elided & BlockMasks.below(60))
    // Between the parts of what has been read as no address: see `readStop`.
    if base + 64 < Swift.min(localPartEnd, domainsRefusedBefore), isNoAddress(0, 64) {
      closed |= block.stop & ~block.decimal
    }
    var limit = cut(closed, b, block, p)
    if b.event & BlockMasks.below(limit) != 0 {
      readEvents(&b, block, p, limit)
      limit = cut(closed & ~b.inner, b, block, p)
    }
    if limit > 0 {
      writeTokens(b, block, p, limit)
      position = base + limit
    }
    let doubt = b.doubtful.trailingZeroBitCount
    if limit > 0, doubt >= 62 { return true }
    // What holds the doubtful byte goes step by step, and what follows it with the same first byte: likely the same script.
    // Where nothing is doubtful there was no place to cut: then a few words go step by step.
    let stop = base + (doubt < 62 ? doubt : 16)
    let script = doubt < 62 && p[doubt] >= 0xE0 ? p[doubt] : 0
    let last = output.starts.count
    repeat { step() } while output.count + 8 <= last
      && (position <= stop || position < base + 64 && bytes[position] == script && script != 0)
      && position < bytes.count
    return true
  }

  /// The last offset of the block before which all tokens are settled: after one of the bytes in `closed`; 0 where there is
  /// none.
  @inline(__always)
  private func cut(_ closed: UInt64, _ b: BlockMasks, _ block: glane_block, _ p: UnsafePointer<UInt8>) -> Int {
    let doubt = Swift.min(b.doubtful.trailingZeroBitCount, 62)
    let before = BlockMasks.below(doubt)
    var closed = closed & before
    let bit: UInt64 = 1 &<< UInt64(doubt)
    if b.doubtful & bit != 0 {
      if b.space << 1 & bit != 0 {
        // More of the same gap may follow: its line ends are counted together.
        let run = 64 - (~b.space & before).leadingZeroBitCount
        if block.line_feed & before & ~BlockMasks.below(run) != 0 { closed &= BlockMasks.below(run) }
      } else if p[doubt] >= 0x80 {
        closed &= ~(bit >> 1)  // A combining mark goes with the sign before it.
      }
    }
    return 64 - closed.leadingZeroBitCount
  }

  /// Writes the tokens that start before `limit`, which is at most 62.
  @inline(__always)
  private mutating func writeTokens(_ b: BlockMasks, _ block: glane_block, _ p: UnsafePointer<UInt8>, _ limit: Int) {
    let keep = BlockMasks.below(limit)
    let word = b.word
    let starts = (word & ~(word << 1) | b.mark | b.extraStarts | b.extraEnds & word) & keep
    let ends =
      (word << 1 & ~word & ~b.apostrophe | b.apostropheEnd | b.markEnd | b.extraEnds | b.extraStarts & word << 1)
      & keep << 1
    guard starts != 0 else {
      gapShape.formUnion(lineShape(block.line_feed & keep))
      return
    }
    let first = output.count
    // At most 62 tokens start in a block, and run() keeps room for 64.
    let outShapes = output.shapes.baseAddress! + first
    let outKinds = output.kinds.baseAddress! + first
    let last = 63 - ends.leadingZeroBitCount
    // Adding line feeds to the runs of blanks carries them to the byte after each run; so does adding what is left of them
    // once the first of each run is gone.
    let lines = (b.space &+ block.line_feed) & ~b.space & starts
    var paragraphs: UInt64 = 0
    if lines != 0 {
      let firsts = (b.space & ~(b.space << 1)) &+ (b.space & ~block.line_feed) & block.line_feed
      paragraphs = (b.space &+ (block.line_feed & ~firsts)) & ~b.space & starts
    }
    let sign = b.mark & ~b.symbol & ~b.explicit
    var tokens = glane_block_tokens()
    tokens.starts = starts
    tokens.ends = ends
    tokens.kinds.0 = sign | b.kind0
    tokens.kinds.1 = sign | b.kind1 | b.digit & ~b.explicit
    tokens.kinds.2 = sign | b.kind2
    tokens.kinds.3 = b.symbol & ~b.explicit | b.kind3
    tokens.upper = b.upper
    tokens.lower = b.lower
    tokens.letter = b.letter
    tokens.digit = b.digit
    tokens.hyphen = block.hyphen
    tokens.apostrophe = block.apostrophe | b.curly
    tokens.apostrophe_last = block.apostrophe | b.curly << 2
    tokens.stop = block.stop
    tokens.non_ascii = block.non_ascii
    tokens.line = lines
    tokens.paragraph = paragraphs
    tokens.glued = lastEnd == position ? 1 : 0
    let written = glane_block_write(
      &tokens, UInt32(truncatingIfNeeded: position), output.starts.baseAddress! + first,
      output.ends.baseAddress! + first, UnsafeMutableRawPointer(outKinds).assumingMemoryBound(to: UInt8.self),
      UnsafeMutableRawPointer(outShapes).assumingMemoryBound(to: UInt16.self))
    output.count = first + Int(written)
    // Few tokens are ordinals in Roman numerals.
    var rare = block.roman & keep
    while rare != 0 {
      let upTo: UInt64 = rare ^ (rare &- 1)
      let i = (starts & upTo).nonzeroBitCount - 1
      if i >= 0, outKinds[i] == .word, isRomanOrdinal(Int(output.starts[first + i]), Int(output.ends[first + i])) {
        outKinds[i] = .ordinal
      }
      rare &= rare &- 1
    }
    outShapes[0].formUnion(gapShape)
    lastEnd = position + last
    gapShape = lineShape(block.line_feed & keep & (~0 &<< UInt64(last)))
  }

  /// What the line feeds of a gap say of the token after it.
  @inline(__always)
  private func lineShape(_ lineFeeds: UInt64) -> TokenShape {
    lineFeeds == 0 ? [] : lineFeeds & (lineFeeds &- 1) == 0 ? .lineStart : [.lineStart, .paragraphStart]
  }
}

/// Bit i of each mask tells of byte i of the block.
struct BlockMasks {
  var letter: UInt64
  var upper: UInt64
  var lower: UInt64
  var digit: UInt64
  /// Blanks, of one byte or more.
  var space: UInt64
  /// First bytes of signs, which are tokens by themselves, and the bytes just after them.
  var mark: UInt64
  var markEnd: UInt64
  /// Signs that are symbols.
  var symbol: UInt64 = 0
  /// First bytes of ’ that have been settled.
  var curly: UInt64 = 0
  /// First bytes of apostrophes that end a token, and the bytes just after them.
  var apostrophe: UInt64
  var apostropheEnd: UInt64
  /// Bytes inside words and numbers that are neither letters nor digits.
  var joined: UInt64
  /// Where tokens start and end besides: those that the stepwise path has found. `inner`: their bytes but the last.
  var extraStarts: UInt64 = 0
  var extraEnds: UInt64 = 0
  var inner: UInt64 = 0
  /// The kinds of such tokens, at their first bytes.
  var explicit: UInt64 = 0
  var kind0: UInt64 = 0
  var kind1: UInt64 = 0
  var kind2: UInt64 = 0
  var kind3: UInt64 = 0
  /// Bytes to look at before tokens can be written.
  var event: UInt64
  /// Bytes that the fast path does not settle.
  var doubtful: UInt64

  @inline(__always) var word: UInt64 { letter | digit | joined }

  /// The bits below bit `i`, which is at most 63.
  @inline(__always) static func below(_ i: Int) -> UInt64 { (1 &<< UInt64(i)) &- 1 }

  @inline(__always)
  init(_ b: glane_block) {
    letter = b.letter
    upper = b.upper
    lower = b.letter & ~b.upper & ~(b.upper << 1 & b.non_ascii)
    digit = b.digit
    space = b.space
    mark = b.mark
    markEnd = b.mark << 1
    apostrophe = b.elision
    apostropheEnd = b.elision << 1
    joined = b.decimal
    event = b.event
    doubtful = b.doubtful
  }

  /// Settles the scalars beyond Latin-1's letters, up to the first that it can't.
  @inline(__always)
  mutating func readScalars(_ p: UnsafePointer<UInt8>, _ b: glane_block) {
    var rest = b.non_ascii & ~letter
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(i)
      switch (p[i], p[i + 1]) {
      case (0xC2, 0xA0):
        space |= bit | bit << 1
        event |= digit << 1 & bit & digit >> 2
        rest &= ~(bit | bit << 1)
      case (0xC2, 0xAB), (0xC2, 0xBB):
        mark |= bit
        markEnd |= bit << 2
        rest &= ~(bit | bit << 1)
      case (0xE2, 0x80) where p[i + 2] == 0x99:
        curly |= bit
        event |= bit
        rest &= ~(bit | bit << 1 | bit << 2)
      default:
        let length = readScalar(p, i, bit)
        guard length > 0 else {
          doubtful |= bit
          return
        }
        rest &= ~(((1 &<< UInt64(length)) &- 1) &<< UInt64(i))
      }
    }
  }

  /// Settles the scalar at `i` by its class: its length; 0 where the masks can't hold it.
  private mutating func readScalar(_ p: UnsafePointer<UInt8>, _ i: Int, _ bit: UInt64) -> Int {
    let scalar = UnsafeBufferPointer(start: p, count: 72).decodeScalar(at: i)
    guard scalar.value != DecodedScalar.invalid else { return 0 }
    let all = ((1 &<< UInt64(scalar.length)) &- 1) &<< UInt64(i)
    let next = p[i + scalar.length]
    switch CharacterClass.of(scalar.value) {
    case .gap:
      // U+0085, U+2028 and U+2029 end lines.
      guard scalar.value != 0x85, scalar.value & ~1 != 0x2028 else { return 0 }
      space |= all
      if digit << 1 & bit != 0, next &- 0x30 < 10 { event |= bit }
    case .upper: upper |= bit
      return readLetter(scalar, all, bit, next)
    case .lower: lower |= bit
      return readLetter(scalar, all, bit, next)
    case .letter: return readLetter(scalar, all, bit, next)
    case .mark:
      guard letter << 1 & bit != 0 else { return 0 }
      letter |= all
      if next == 0x28 { event |= bit << UInt64(scalar.length) }
    case .punctuation, .symbol:
      switch scalar.value {
      case 0x2010, 0x2011, 0x2212: return 0  // hyphens and the minus sign
      case 0xB0: event |= bit  // n°, °C
      default: break
      }
      mark |= bit
      markEnd |= bit << UInt64(scalar.length)
      if CharacterClass.of(scalar.value) == .symbol { symbol |= bit }
    default: return 0
    }
    return scalar.length
  }

  private mutating func readLetter(_ scalar: DecodedScalar, _ all: UInt64, _ bit: UInt64, _ next: UInt8) -> Int {
    // U+02BC is an apostrophe; digits after such a letter are rare enough to leave them to the stepwise path.
    guard scalar.value != 0x2BC, next &- 0x30 >= 10 else { return 0 }
    letter |= all
    if digit << 1 & bit != 0 { event |= bit }
    if next == 0x28 { event |= bit << UInt64(scalar.length) }
    return scalar.length
  }
}
