import CGlaneText

/// The fast path: 64 bytes at a time as bit masks, for words, elisions, compounds, plain numbers and marks.
///
/// Whatever needs thought (abbreviations, clitics, groups of digits, other scripts, bytes that are not UTF-8) is marked as
/// doubtful; the tokens up to the blank before the first doubtful byte are written, and ``step()`` does the rest. A block
/// always starts where a token or a gap may start, so that no state is carried into it. Both paths give the same tokens:
/// the tests compare them.
extension TokenScanner {
  /// Bytes read past the 64 of a block.
  private static let lookahead = 8

  /// Letters that an apostrophe elides: c d j l m n s t y, as bits from a.
  private static let elidable: UInt32 = 0b1_0000_1100_0011_1010_0000_1100

  /// Reads one block and the doubtful token after it; false, with nothing read, where the fast path has no use here.
  @inline(__always)
  mutating func scanBlock() -> Bool {
    let base = position
    // All reads below are of p[0..<64 + lookahead], and of p[-1] where base > 0.
    guard base + 64 + Self.lookahead <= bytes.count, let start = bytes.baseAddress else { return false }
    let p = start + base
    var block = glane_block()
    glane_block_read(p, base > 0 && (p[-1] == 0x20 || p[-1] == 0x0A) ? 1 : 0, &block)
    var b = BlockMasks(block)
    if block.non_ascii & ~block.letter != 0 {
      b.readScalars(p, block)
      if b.curly != 0 { readCurlyApostrophes(&b, p) }
    }
    // A line end before what may be more of the same gap, unless it is just another line feed.
    b.doubtful |= block.line_feed & (b.space & ~block.line_feed | b.doubtful) >> 1
    readHyphens(&b, block.hyphen, p)
    readStops(&b, block.stop, p)

    // Tokens are written up to the last blank that ends a gap. The last two bytes are of no use: what follows them is unseen.
    let doubt = Swift.min(b.doubtful.trailingZeroBitCount, 62)
    let blanks = block.space & ~(block.space >> 1) & ((1 &<< UInt64(doubt)) &- 1)
    if blanks != 0 {
      let limit = 64 - blanks.leadingZeroBitCount
      writeTokens(b, block, p, limit)
      position = base + limit
      if doubt == 62 { return true }
    }
    // What holds the doubtful byte, up to the next blank of the block, goes step by step.
    let after = block.space & (~0 &<< UInt64(doubt))
    let stop = base + Swift.min(after.trailingZeroBitCount, 62)
    let last = output.starts.count
    while position < stop || position == base, output.count + 8 <= last { step() }
    return true
  }

  /// Bit i of each mask tells of byte i of the block.
  private struct BlockMasks {
    var letter: UInt64
    var upper: UInt64
    var lower: UInt64
    var digit: UInt64
    /// Blanks, of one byte or more.
    var space: UInt64
    /// First bytes of marks, which are tokens by themselves.
    var mark: UInt64
    /// Bytes just after a mark.
    var markEnd: UInt64
    /// First bytes of ’.
    var curly: UInt64 = 0
    /// First bytes of apostrophes that end a token, and the bytes just after them.
    var apostrophe: UInt64
    var apostropheEnd: UInt64
    /// Hyphens inside words, and those that are tokens.
    var hyphen: UInt64 = 0
    var joined: UInt64 = 0
    /// Full stops that are tokens.
    var stop: UInt64 = 0
    /// Bytes that the fast path does not settle.
    var doubtful: UInt64

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
      doubtful = b.doubtful
    }

    /// Settles the scalars beyond Latin-1's letters that French text holds.
    @inline(__always)
    mutating func readScalars(_ p: UnsafePointer<UInt8>, _ b: glane_block) {
      var rest = b.non_ascii & ~letter
      while rest != 0 {
        let i = rest.trailingZeroBitCount
        let bit: UInt64 = 1 &<< UInt64(i)
        let second = p[i + 1]
        switch p[i] {
        case 0xC2 where second == 0xA0: space |= bit | bit << 1
        case 0xC2 where second == 0xAB || second == 0xBB:
          mark |= bit
          markEnd |= bit << 2
        case 0xC5 where second == 0x93:
          letter |= bit | bit << 1
          lower |= bit
        case 0xC5 where second == 0x92:
          letter |= bit | bit << 1
          upper |= bit
        case 0xCC where second & 0xC0 == 0x80 && letter << 1 & bit != 0,
          0xCD where second >= 0x80 && second < 0xB0 && letter << 1 & bit != 0:
          letter |= bit | bit << 1  // a combining mark goes with its letter
        case 0xE2 where second == 0x80:
          switch p[i + 2] {
          case 0x99: curly |= bit
          case 0x93, 0x94, 0x98, 0x9C, 0x9D, 0xA6:
            mark |= bit
            markEnd |= bit << 3
          case 0xAF: space |= bit | bit << 1 | bit << 2
          default:
            doubtful |= bit
            return
          }
          rest &= ~(bit << 2)
        default:
          doubtful |= bit
          return
        }
        rest &= ~(bit | bit << 1)
        if letter & bit != 0, p[i + 2] == 0x28 { doubtful |= bit << 2 }  // traité(e), as after other letters
      }
    }
  }

  /// Settles the ’ after l, d, qu and their like, as the block's masks do for '.
  private func readCurlyApostrophes(_ b: inout BlockMasks, _ p: UnsafePointer<UInt8>) {
    var rest = b.curly
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(i)
      rest &= rest &- 1
      if b.doubtful & (bit &- 1) != 0 { return }
      let others = ~b.letter & (bit &- 1)
      let start = 64 - others.leadingZeroBitCount
      let first = p[start] | 0x20
      let next = p[i + 3] | 0x20
      var elides = false
      switch i - start {
      case 1:
        elides = first &- 0x61 < 26 && Self.elidable >> UInt32(first &- 0x61) & 1 != 0
        // l'on and N'Djamena stay whole.
        if first == 0x6C && next == 0x6F && p[i + 4] | 0x20 == 0x6E || first == 0x6E && next == 0x64 { elides = false }
      case 2: elides = first == 0x71 && p[start + 1] | 0x20 == 0x75
      default: break
      }
      guard elides else {
        b.doubtful |= bit
        return
      }
      b.apostrophe |= bit
      b.apostropheEnd |= bit << 3
    }
  }

  /// Settles the hyphens inside words and those that stand alone.
  @inline(__always)
  private func readHyphens(_ b: inout BlockMasks, _ hyphens: UInt64, _ p: UnsafePointer<UInt8>) {
    var rest = hyphens
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(i)
      rest &= rest &- 1
      if b.doubtful & (bit &- 1) != 0 { return }
      if b.letter << 1 & bit != 0, b.letter >> 1 & bit != 0 {
        let tail = i == 63 ? 0 : (~b.letter >> UInt64(i + 1)).trailingZeroBitCount
        if tail > 6 || tail > 2 && !isClitic(i + 1, tail, p) {
          b.hyphen |= bit
          b.joined |= bit
          continue
        }
      } else if b.space << 1 & bit != 0, b.space >> 1 & bit != 0 {
        b.hyphen |= bit
        b.mark |= bit
        b.markEnd |= bit << 1
        continue
      }
      b.doubtful |= bit
      return
    }
  }

  private func isClitic(_ i: Int, _ length: Int, _ p: UnsafePointer<UInt8>) -> Bool {
    guard let word = ShortWord(UnsafeBufferPointer(start: p, count: 64 + Self.lookahead), i, i + length) else {
      return true
    }
    return rules.clitics.value(word) != 0
  }

  /// Settles the full stops after words that are no abbreviations.
  @inline(__always)
  private func readStops(_ b: inout BlockMasks, _ stops: UInt64, _ p: UnsafePointer<UInt8>) {
    var rest = stops
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      let bit: UInt64 = 1 &<< UInt64(i)
      rest &= rest &- 1
      if b.doubtful & (bit &- 1) != 0 { return }
      // What follows must not make an address or an ellipsis of it.
      if (b.space | b.mark) >> 1 & bit != 0 {
        let others = ~b.letter & (bit &- 1)
        let start = 64 - others.leadingZeroBitCount
        let length = i - start
        let isPlain =
          length == 0
          ? (b.digit << 1 | b.markEnd) & bit != 0
          : (length > 2 || length == 2 && p[start] < 0x80)
            && (start == 0 || b.joined >> UInt64(start - 1) & 1 == 0)
            && (length > 16 || !isAbbreviation(start, length, p))
        if isPlain {
          b.stop |= bit
          b.mark |= bit
          b.markEnd |= bit << 1
          continue
        }
      }
      b.doubtful |= bit
      return
    }
  }

  private func isAbbreviation(_ i: Int, _ length: Int, _ p: UnsafePointer<UInt8>) -> Bool {
    guard let word = ShortWord(UnsafeBufferPointer(start: p, count: 64 + Self.lookahead), i, i + length) else {
      return false
    }
    return rules.abbreviations.value(word) != 0
  }

  /// Writes the tokens that start before `limit`, which is at most 62.
  @inline(__always)
  private mutating func writeTokens(_ b: BlockMasks, _ block: glane_block, _ p: UnsafePointer<UInt8>, _ limit: Int) {
    let keep: UInt64 = (1 &<< UInt64(limit)) &- 1
    let word = b.letter | b.digit | b.joined
    let starts = (word & ~(word << 1) | b.mark) & keep
    let ends = (word << 1 & ~word & ~b.apostrophe | b.apostropheEnd | b.markEnd) & keep
    guard starts != 0 else {
      gapShape.formUnion(lineShape(block.line_feed & keep))
      return
    }
    let first = output.count
    // At most 62 tokens start in a block, and run() keeps room for 64.
    let outShapes = output.shapes.baseAddress! + first
    let outKinds = output.kinds.baseAddress! + first
    let last = 63 - ends.leadingZeroBitCount
    withUnsafePointer(
      to: glane_block_tokens(
        starts: starts, ends: ends, upper: b.upper, lower: b.lower, non_ascii: block.non_ascii,
        elision: b.apostrophe, base: UInt64(position), previous_end: lastEnd == position ? 0 : 64)
    ) {
      glane_block_write(
        p, $0, output.starts.baseAddress! + first, output.ends.baseAddress! + first,
        UnsafeMutableRawPointer(outKinds).assumingMemoryBound(to: UInt8.self),
        UnsafeMutableRawPointer(outShapes).assumingMemoryBound(to: UInt16.self))
    }
    output.count = first + starts.nonzeroBitCount
    // What few tokens have is added to them afterwards.
    var rare = block.roman & keep
    while rare != 0 {
      let upTo: UInt64 = rare ^ (rare &- 1)
      let i = (starts & upTo).nonzeroBitCount - 1
      if i >= 0, isRomanOrdinal(Int(output.starts[first + i]), Int(output.ends[first + i])) { outKinds[i] = .ordinal }
      rare &= rare &- 1
    }
    rare = b.joined & keep
    while rare != 0 {
      let below: UInt64 = (rare & (0 &- rare)) &- 1
      outShapes[(starts & below).nonzeroBitCount - 1].formUnion(.hasHyphen)
      rare &= rare &- 1
    }
    // Adding the line feeds to the runs of blanks carries them to the byte after each run; likewise pairs of them.
    rare = (b.space &+ block.line_feed) & ~b.space & starts
    let empty = block.line_feed & block.line_feed << 1
    let paragraphs = (b.space &+ empty) & ~b.space
    while rare != 0 {
      let bit: UInt64 = rare & (0 &- rare)
      outShapes[(starts & (bit &- 1)).nonzeroBitCount].formUnion(
        paragraphs & bit != 0 ? [.lineStart, .paragraphStart] : .lineStart)
      rare ^= bit
    }
    outShapes[0].formUnion(gapShape)
    lastEnd = position + last
    gapShape = lineShape(block.line_feed & keep & (~0 &<< UInt64(last)))
  }

  /// What the line feeds of a gap say of the token after it.
  @inline(__always)
  private func lineShape(_ lineFeeds: UInt64) -> TokenShape {
    lineFeeds == 0 ? [] : lineFeeds & lineFeeds << 1 == 0 ? .lineStart : [.lineStart, .paragraphStart]
  }
}
