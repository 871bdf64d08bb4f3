import CGlaneText
import Testing

/// The readers of blocks that some processors have give the masks that the plain one gives.
@Suite struct BlockReaderTests {
  /// Nil where the processor does not have the reader.
  private func masks(_ utf8: [UInt8], level: Int32) -> [UInt64]? {
    var block = glane_block()
    let limit = glane_block_read_by(level, utf8, &block)
    guard limit >= 0 else { return nil }
    return withUnsafeBytes(of: block) { [UInt64(limit)] + Array($0.bindMemory(to: UInt64.self)) }
  }

  private func expectSame(_ utf8: [UInt8]) throws {
    let plain = try #require(masks(utf8, level: 0))
    for level: Int32 in 1...2 {
      guard let others = masks(utf8, level: level) else { continue }
      #expect(others == plain, "level \(level): \(utf8)")
    }
  }

  /// Every byte beside every other, at both halves of the block and across their border.
  @Test func readersAgreeOnAllPairs() throws {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        var utf8 = [UInt8](repeating: 0x61, count: 64)
        let at = Int(second) % 63
        utf8[at] = first
        utf8[at + 1] = second
        let plain = masks(utf8, level: 0)
        let others = masks(utf8, level: 1)
        if let others, others != plain { Issue.record("\(first), \(second)") }
      }
    }
  }

  @Test func readersAgreeOnPieces() throws {
    let pieces = [
      "le ", "l'", "L'on ", "n'd", "N'Djamena", "qu'", "Qu'on", "c'est", "d'or", "aujourd'hui", "\u{E9}t\u{E9} ",
      "\u{C9}COLE", "\u{D7}", "\u{F7}", "\u{DF}", "XIXe ", "V\u{E8}me", "Ier ", "Il ", "12", "3,5", "1.000", "A4,5",
      "1971-72,5", "_3.5", "10:30", "http://", "/", "(e)", "trait\u{E9}(e", "5%", "%", " - ", "-", ". ", "\t", "\r\n",
      "\r", "\n", "\u{7F}", "\0", "&", "@", "«\u{A0}", "’", "\u{153}", " ", ", ", "!?", "\"", ";",
    ]
    var random = SplitMix(seed: 2)
    for round in 0..<20_000 {
      var utf8: [UInt8] = []
      while utf8.count < 64 { utf8 += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8) }
      // Some rounds have bytes that are not UTF-8.
      if round % 4 == 0 { utf8[Int(random.next() % 64)] = UInt8(truncatingIfNeeded: random.next()) }
      try expectSame(utf8)
    }
  }
}
