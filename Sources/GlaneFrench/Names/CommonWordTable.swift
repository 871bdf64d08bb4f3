import CGlaneData
import GlaneText

/// Tells everyday words of French from words that can only be names.
///
/// The table is embedded: 2^n slots of 16 bits, open addressing from the low bits of the word's hash; a slot holds the
/// hash's top 12 bits of 16 and the word class, 0 is free. Wrong about one unknown word in 2,500, which context outweighs.
package struct CommonWordTable: @unchecked Sendable {  // read-only data of the binary behind the pointer
  package struct WordClass: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let noun = WordClass(rawValue: 1)
    package static let adjective = WordClass(rawValue: 2)
    package static let verb = WordClass(rawValue: 4)
    /// The little words of grammar: articles, pronouns, prepositions, conjunctions.
    package static let little = WordClass(rawValue: 8)
  }

  package static let embedded = CommonWordTable(EmbeddedData.file("Names/common-words.bin"))

  private let slots: UnsafeRawPointer
  private let mask: Int

  private init(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count >= 2 && bytes.count & (bytes.count - 1) == 0, "not a table of common words")
    slots = bytes.baseAddress!
    mask = bytes.count / 2 - 1
  }

  /// The classes of a folded word; empty where it is not an everyday word.
  @inline(__always)
  package func classes(hash: UInt64) -> WordClass {
    let print = UInt16(truncatingIfNeeded: hash >> 48) & 0xFFF0
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let s = UInt16(littleEndian: slots.loadUnaligned(fromByteOffset: 2 * slot, as: UInt16.self))
      if s == 0 { return [] }
      if s & 0xFFF0 == print { return WordClass(rawValue: s & 15) }
      slot = (slot + 1) & mask
    }
  }
}
