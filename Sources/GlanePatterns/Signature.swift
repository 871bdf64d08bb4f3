import GlaneText

/// What may stand at a token, as 64 bits that tell at a glance what cannot: a step of a pattern is tried only where its
/// bits and the token's meet.
///
/// Token classes have a bit each, kinds too; the words, lists and constituents that start at the token share the bits
/// that are left, so a bit that is set proves nothing, and one that is not rules its symbols out.
enum Signature {
  /// Set in every token's signature, the end of a sentence included: a step that names nothing meets it.
  static let always: UInt64 = 1 << 63

  private static let kindShift = 15
  private static let symbolShift = 30
  private static let symbolBits: UInt16 = 33

  @inline(__always)
  static func of(_ symbol: Symbol) -> UInt64 { 1 << UInt64(symbolShift + Int(symbol.id % symbolBits)) }

  /// Token classes, a bit each, are the low bits as they are.
  @inline(__always)
  static func of(classes: UInt32) -> UInt64 { UInt64(classes) }

  @inline(__always)
  static func of(_ kind: TokenKind) -> UInt64 { 1 << UInt64(kindShift + Int(kind.rawValue)) }

  /// Of the tokens at which a trigger holds; a recogniser may start at its kinds, classes and words, one that declares none
  /// anywhere.
  static func of(_ trigger: Trigger, _ recognisers: [Recogniser], _ wordsOf: [[Symbol]]) -> UInt64 {
    switch trigger {
    case .symbol(let s): return of(s)
    case .shape(let c): return of(classes: c)
    case .recogniser(let r):
      var bits = wordsOf[r].reduce(0) { $0 | of($1) }
      for k in recognisers[r].kinds { bits |= of(k) }
      for c in recognisers[r].classes { bits |= of(classes: c.bit) }
      return bits == 0 ? .max : bits
    }
  }

  /// The bits are enough for the classes and kinds that there are.
  static func checkRoom() {
    precondition(TokenClass.allCases.count <= kindShift, "token classes have \(kindShift) bits")
    precondition(TokenKind.allCases.count <= symbolShift - kindShift, "kinds have \(symbolShift - kindShift) bits")
  }
}
