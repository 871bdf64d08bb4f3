/// The tokenizer proper: walks the bytes once and appends tokens. See ``Tokenizer`` for what a token is.
///
/// This file holds the cursor and the gaps; words, numbers and the rest have a file each.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let rules: FrenchTokenRules
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
    tokens.removeAll()
    // French has a token for every 5.2 bytes; what has more grows the buffer below.
    tokens.reserveCapacity(bytes.count / 4 + 2 * maxTokensPerStep)
    var scanner = TokenScanner(bytes: bytes, rules: rules)
    while true {
      tokens.withOutput { output in
        scanner.output = output
        scanner.run(blocks: blocks)
        output.count = scanner.output.count
      }
      if scanner.position == bytes.count { return scanner.invalid }
      tokens.reserveCapacity(tokens.starts.count * 2)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, rules: FrenchTokenRules) {
    self.bytes = bytes
    self.rules = rules
  }

  /// Scans until the text or the room for tokens ends.
  private mutating func run(blocks: Bool) {
    while position < bytes.count, output.room >= Self.maxTokensPerStep {
      if !blocks || !scanBlock() { step() }
    }
  }

  /// Reads one gap, or one token with what hangs on it.
  mutating func step() {
    let unit = unit(at: position)
    switch unit.kind {
    case .gap: scanGap()
    case .format:
      position += unit.length
    // U+02BC is a letter to Unicode and an apostrophe to French: alone, it is a sign.
    case .upper, .lower, .letter: if apostropheLength(at: position) == 0 { scanWord() } else { scanSign(unit) }
    case .digit: scanNumber(from: position)
    case .complex: scanComplex()
    case .emoji, .regionalIndicator: scanEmoji()
    case .punctuation, .symbol, .number, .mark, .other: scanSign(unit)
    }
  }

  /// A scalar with its class; class gap and length 0 past the end, class gap for bytes that are not UTF-8.
  struct Unit {
    let kind: CharacterClass
    let value: UInt32
    let length: Int
    static let end = Unit(kind: .gap, value: 0, length: 0)
    var isLetter: Bool { kind == .upper || kind == .lower || kind == .letter }
  }

  @inline(__always)
  func unit(at i: Int) -> Unit {
    guard i < bytes.count else { return .end }
    let scalar = bytes.decodeScalar(at: i)
    guard scalar.value != DecodedScalar.invalid else {
      return Unit(kind: .gap, value: scalar.value, length: scalar.length)
    }
    return Unit(kind: .of(scalar.value), value: scalar.value, length: scalar.length)
  }

  /// The byte at `i`, 0 past the end.
  @inline(__always)
  func byte(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }

  /// The length of an apostrophe at `i`: ' or ’ or ʼ; 0 where there is none.
  @inline(__always)
  func apostropheLength(at i: Int) -> Int {
    switch byte(i) {
    case 0x27: 1
    case 0xE2: byte(i + 1) == 0x80 && byte(i + 2) == 0x99 ? 3 : 0
    case 0xCA: byte(i + 1) == 0xBC ? 2 : 0
    default: 0
    }
  }

  /// The length of a hyphen at `i`: - or U+2010 or U+2011; 0 where there is none.
  @inline(__always)
  func hyphenLength(at i: Int) -> Int {
    switch byte(i) {
    case 0x2D: 1
    case 0xE2: byte(i + 1) == 0x80 && (byte(i + 2) == 0x90 || byte(i + 2) == 0x91) ? 3 : 0
    default: 0
    }
  }

  private mutating func scanGap() {
    var lineEnds = 0
    var i = position
    while i < bytes.count {
      let unit = unit(at: i)
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
    var shape = shape(start, end).union(gapShape)
    if start == lastEnd { shape.insert(.glued) }
    output.append(start: start, end: end, kind: kind, shape: shape)
    gapShape = []
    lastEnd = end
    position = end
  }

  /// The shape that the token's own bytes give.
  private func shape(_ start: Int, _ end: Int) -> TokenShape {
    var shape: TokenShape = []
    var i = start
    var lastApostrophe = -1
    while i < end {
      let unit = unit(at: i)
      if unit.value >= 0x80 { shape.insert(.nonASCII) }
      switch unit.kind {
      case .upper:
        shape.insert(shape.contains(.hasLetter) ? .innerUpper : .initialUpper)
        shape.insert(.hasLetter)
      case .lower:
        // U+02BC is a letter to Unicode and an apostrophe to its users.
        if unit.value == 0x2BC { lastApostrophe = i + 2 } else { shape.insert([.hasLower, .hasLetter]) }
      case .letter, .complex:
        if unit.value == 0x2BC { lastApostrophe = i + 2 } else { shape.insert(.hasLetter) }
      case .digit: shape.insert(.hasDigit)
      default:
        switch unit.value {
        case 0x2D, 0x2010, 0x2011: shape.insert(.hasHyphen)
        case 0x27, 0x2019: lastApostrophe = i + unit.length
        case 0x2E: shape.insert(.hasPeriod)
        default: break
        }
      }
      i += unit.length
    }
    if lastApostrophe >= 0 {
      shape.insert(.hasApostrophe)
      if lastApostrophe == end, shape.contains(.hasLetter) { shape.insert(.elided) }
    }
    return shape
  }
}
