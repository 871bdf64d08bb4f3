import CGlaneText
import GlaneText
import Testing

/// The writers of tokens that some processors have give what the plain one gives.
@Suite struct BlockWriterTests {
  private struct Columns: Equatable {
    var starts = [UInt32](repeating: 0, count: 64)
    var ends = [UInt32](repeating: 0, count: 64)
    var kinds = [UInt8](repeating: 0, count: 64)
    var shapes = [UInt16](repeating: 0, count: 64)
    var count = 0
    var lastEnd: UInt32 = 0
    var lineFeeds: UInt32 = 0

    /// Nil where the processor does not have the writer.
    init?(_ block: inout glane_block, _ limit: Int, _ glued: Int, writer: Int32) {
      starts.withUnsafeMutableBufferPointer { starts in
        ends.withUnsafeMutableBufferPointer { ends in
          kinds.withUnsafeMutableBufferPointer { kinds in
            shapes.withUnsafeMutableBufferPointer { shapes in
              var columns = glane_columns(
                starts: starts.baseAddress, ends: ends.baseAddress, kinds: kinds.baseAddress,
                shapes: shapes.baseAddress,
                starts_mask: 0, last_end: 0, line_feeds: 0)
              count = Int(glane_block_write_by(writer, &block, Int32(limit), 1000, Int32(glued), &columns))
              lastEnd = columns.last_end
              lineFeeds = columns.line_feeds
            }
          }
        }
      }
      guard count >= 0 else { return nil }
      starts.removeLast(64 - count)
      ends.removeLast(64 - count)
      kinds.removeLast(64 - count)
      shapes.removeLast(64 - count)
    }
  }

  @Test func allWritersAgree() throws {
    let words = [
      "le ", "Maire ", "ONU ", "l'", "d'", "\u{E9}t\u{E9} ", "\u{C9}COLE ", ", ", "(a) ", "12 ", "A4 ", "\n", "\n\n",
      " ", "! ", "3,5 ",
    ]
    let short = ["a ", "l'", ", ", "!", "(", "1 ", "\n", "\u{E9} ", "A "]
    var random = SplitMix(seed: 64)
    var tokens = 0
    for round in 0..<3000 {
      var utf8: [UInt8] = []
      // Some blocks hold more tokens than are written at a time.
      let some = round % 4 == 0 ? short : words
      while utf8.count < 64 { utf8 += Array(some[Int(random.next() % UInt64(some.count))].utf8) }
      var block = glane_block()
      _ = glane_block_read(utf8, &block)
      block.kinds.0 = random.next()
      block.kinds.3 = random.next()
      // Up to the last blank: no token reaches over it.
      let blanks = block.space & ((1 << 62) - 1)
      guard blanks != 0 else { continue }
      let limit = 64 - blanks.leadingZeroBitCount
      let glued = Int(random.next() & 1)
      let plain = try #require(Columns(&block, limit, glued, writer: 0))
      for writer: Int32 in 1...2 {
        guard let columns = Columns(&block, limit, glued, writer: writer) else { continue }
        #expect(columns == plain, "writer \(writer): \(String(decoding: utf8, as: UTF8.self))")
      }
      tokens += plain.count
    }
    #expect(tokens > 30_000)
  }
}
