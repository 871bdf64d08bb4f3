import CGlaneText

/// The tokenizer proper: walks the bytes once and appends tokens. See ``Tokenizer`` for what a token is.
///
/// This file holds the cursor and the gaps; words, numbers and the rest have a file each.
struct TokenScanner: ~Copyable {
  let text: TokenReader
  var output = TokenBuffer.Output.none
  var invalid: [TextSpan] = []
  /// Where the next token or gap starts.
  var position = 0
  /// What the gap before the next token says about it.
  var gapShape: TokenShape = [.lineStart, .paragraphStart]
  /// End of the last token; -1 before the first.
  var lastEnd = -1

  /// The run of characters of a mail address that was read last.
  var localPartStart = 0
  var localPartEnd = 0
  /// No address like `lemonde.fr` starts between these offsets: what follows has been read and is none.
  var domainsRefusedFrom = 0
  var domainsRefusedBefore = 0
  /// While the fast path asks for the tokens of a few bytes, they go to `patch`.
  var isInBlock = false
  var patch = Patch(base: 0)

  /// The most tokens that one step or one block can give.
  static let maxTokensPerStep = 64

  /// Tokenizes all of `bytes` into `tokens`; returns the runs of bytes that are not UTF-8.
  ///
  /// - Parameter blocks: false leaves out the fast path, which gives the same tokens: for tests.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, rules: FrenchTokenRules, into tokens: inout TokenBuffer, blocks: Bool = true
  ) -> [TextSpan] {
    var block = glane_block()
    return withUnsafeMutablePointer(to: &block) { block in
      withUnsafePointer(to: rules) {
        scan(TokenReader(bytes: bytes, rules: $0), into: &tokens, block: blocks ? block : nil)
      }
    }
  }

  private static func scan(_ text: TokenReader, into tokens: inout TokenBuffer, block: BlockMasks?) -> [TextSpan] {
    tokens.removeAll()
    // Prose has a token for every 5.2 bytes; how many a long text has is seen from its first thousands.
    tokens.reserveCapacity(min(text.bytes.count / 4, 4096) + 2 * maxTokensPerStep)
    var scanner = TokenScanner(text)
    while true {
      tokens.withOutput { output in
        scanner.output = output
        scanner.run(block)
        output.count = scanner.output.count
      }
      if scanner.position == text.bytes.count { return scanner.invalid }
      // As many again as the rest has if it is like what has been read: the more has been read, the more that says.
      let rest = Double(text.bytes.count - scanner.position) / Double(max(scanner.position, 1))
      let most: Double = tokens.count < 1 << 15 ? 15 : 255
      let wanted = Double(tokens.count) * (1 + min(rest, most) * 1.06)
      tokens.reserveCapacity(max(Int(wanted), tokens.starts.count) + 4 * maxTokensPerStep)
    }
  }

  private init(_ text: TokenReader) { self.text = text }

  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { text.bytes }
  @inline(__always) var rules: FrenchTokenRules { text.rules.pointee }
  @inline(__always) func byte(_ i: Int) -> UInt8 { text.byte(i) }

  /// Scans until the text or the room for tokens ends. The fast path reads its blocks to `block`; there is none where it is nil.
  private mutating func run(_ block: BlockMasks?) {
    while position < bytes.count, output.room >= Self.maxTokensPerStep {
      if let block, scanBlock(block) { continue }
      step()
    }
  }

  /// Reads one gap, or one token with what hangs on it.
  mutating func step() {
    let unit = text.unit(at: position)
    switch unit.kind {
    case .gap: scanGap()
    case .format:
      position += unit.length
    // U+02BC is a letter to Unicode and an apostrophe to French: alone, it is a sign.
    case .upper, .lower, .letter: if text.apostropheLength(at: position) == 0 { scanWord() } else { scanSign(unit) }
    case .digit: scanNumber(from: position)
    case .complex: scanComplex()
    case .emoji, .regionalIndicator: scanEmoji()
    case .punctuation, .symbol, .number, .mark, .other: scanSign(unit)
    }
  }

  private mutating func scanGap() {
    var lineEnds = 0
    var i = position
    while i < bytes.count {
      let unit = text.unit(at: i)
      guard unit.kind == .gap else { break }
      switch unit.value {
      case 0xA, 0xB, 0xC, 0x85, 0x2028: lineEnds += 1
      case 0xD: if byte(i + 1) != 0xA { lineEnds += 1 }
      case 0x2029: lineEnds += 2
      case DecodedScalar.invalid: noteInvalid(i, unit.length)
      default: break
      }
      i += unit.length
    }
    if lineEnds > 0 { gapShape.insert(.lineStart) }
    // Soft hyphens and marks of direction may cut a gap in two: an empty line is then seen from its second half.
    if lineEnds > 1 { gapShape.insert(.paragraphStart) }
    position = i
  }

  private mutating func noteInvalid(_ start: Int, _ length: Int) {
    if let last = invalid.last, last.end == start {
      invalid[invalid.count - 1] = TextSpan(start: last.start, end: start + length)
    } else {
      invalid.append(TextSpan(start: start, end: start + length))
    }
  }

  /// Appends the token `start..<end` and moves on to `end`.
  mutating func emit(_ start: Int, _ end: Int, _ kind: TokenKind) {
    if isInBlock {
      patch.add(start, end, kind)
      position = end
      return
    }
    var shape = text.shape(start, end).union(gapShape)
    if start == lastEnd { shape.insert(.glued) }
    output.append(start: start, end: end, kind: kind, shape: shape)
    gapShape = []
    lastEnd = end
    position = end
  }
}
