import GlaneText

/// The words, lists and constituents that rule files name, each once, as numbers: macros bring the same names again and
/// again, and each is looked up once.
package struct NameTable: Sendable {
  /// A name of a table.
  package struct Name: Hashable, Sendable, BitwiseCopyable {
    let index: Int32
  }

  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case literal, list, constituent
  }

  private struct Row: BitwiseCopyable {
    var hash: UInt64
    var start: UInt32
    var length: UInt32
    var kind: Kind
  }

  private var rows: [Row] = []
  private var bytes: [UInt8] = []
  /// 0, or one more than a row; linear probing from the hash.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  var count: Int { rows.count }

  func kind(of name: Name) -> Kind { rows[Int(name.index)].kind }

  func text(of name: Name) -> String {
    let row = rows[Int(name.index)]
    return String(decoding: bytes[Int(row.start)..<Int(row.start + row.length)], as: UTF8.self)
  }

  /// The name of that kind and spelling, made if there is none.
  mutating func intern(_ kind: Kind, _ spelling: UnsafeBufferPointer<UInt8>) -> Name {
    let hash = FoldedForm.hash(spelling) &+ UInt64(kind.rawValue)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      if rows[known].hash == hash, rows[known].kind == kind, isSame(rows[known], spelling) {
        return Name(index: Int32(known))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    rows.append(
      Row(hash: hash, start: UInt32(bytes.count), length: UInt32(spelling.count), kind: kind))
    bytes.append(contentsOf: spelling)
    slots[slot] = UInt32(rows.count)
    if rows.count * 2 > slots.count { grow() }
    return Name(index: Int32(rows.count - 1))
  }

  private func isSame(_ row: Row, _ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(row.length) == spelling.count else { return false }
    for i in 0..<spelling.count where bytes[Int(row.start) + i] != spelling[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (i, row) in rows.enumerated() {
      var slot = Int(truncatingIfNeeded: row.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(i + 1)
    }
  }
}
