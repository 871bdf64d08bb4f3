import GlaneText

/// Phrases of one or several tokens with the lists they belong to: an immutable hash table that is used as it lies in
/// memory, whether built at load time or embedded in the binary.
///
/// Keys are folded phrases, their tokens joined by one space. A key that other keys continue says so, by a bit for the
/// hash of each token that may come next: the table is a trie over tokens, and a look-up of the longest phrase costs one
/// probe per token of it.
///
/// The image, all integers little-endian: 8 × UInt32 (magic, slots, nodes, entries, key bytes, lists, texts, name
/// bytes); the slots, UInt32 each (0 or node + 1, linear probing from hash mod slots); the nodes, 24 bytes each (hash
/// UInt64, key offset UInt32, first entry UInt32, key length UInt16, entry count UInt16, continuations UInt32); the
/// entries, 16 bytes each (accents UInt64, value Int32, list UInt16, 1 if the value is a text UInt16); the keys; the
/// names of lists, then texts (length UInt16, UTF-8).
package final class Gazetteer: Sendable {
  static let magic: UInt32 = 0x325A_4147  // "GAZ2"

  /// Keeps an image built at run time alive.
  private let owner: Owner?
  private let base: Memory
  private let slotMask: Int
  private let nodesAt: Int
  private let entriesAt: Int
  private let keysAt: Int
  package let nodeCount: Int
  package let listNames: [String]
  /// By text: where it lies in the image.
  private let textsAt: [Int32]

  /// Memory that never changes nor goes away while a gazetteer refers to it: read-only data of the binary, or what
  /// `owner` holds.
  private struct Memory: @unchecked Sendable {  // immutable bytes behind the pointer: see above
    let pointer: UnsafeRawPointer
  }

  private final class Owner: Sendable {
    let memory: Memory
    init(count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
      write(bytes)
      memory = Memory(pointer: UnsafeRawPointer(bytes.baseAddress!))
    }
    deinit { memory.pointer.deallocate() }
  }

  /// A gazetteer over bytes that ``GazetteerBuilder/image()`` made.
  package convenience init(image: [UInt8]) {
    let owner = Owner(count: image.count) { $0.copyBytes(from: image) }
    self.init(base: owner.memory, count: image.count, owner: owner)
  }

  /// A gazetteer of what a builder has gathered.
  convenience init(_ builder: GazetteerBuilder) {
    let size = builder.imageSize
    let owner = Owner(count: size) { builder.write(to: $0) }
    self.init(base: owner.memory, count: size, owner: owner)
  }

  /// A gazetteer over an image embedded in the binary: nothing is copied.
  ///
  /// - Precondition: The memory is never written nor freed.
  package convenience init(embedded image: UnsafeRawBufferPointer) {
    self.init(base: Memory(pointer: image.baseAddress!), count: image.count, owner: nil)
  }

  private init(base: Memory, count: Int, owner: Owner?) {
    func header(_ i: Int) -> Int {
      Int(UInt32(littleEndian: base.pointer.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)))
    }
    precondition(count >= 32 && header(0) == Int(Gazetteer.magic), "not a gazetteer image")
    let (slots, nodes, entries, keys) = (header(1), header(2), header(3), header(4))
    nodesAt = 32 + 4 * slots
    entriesAt = nodesAt + 24 * nodes
    keysAt = entriesAt + 16 * entries
    let namesAt = keysAt + keys
    precondition(namesAt + header(7) == count && slots & (slots - 1) == 0, "a gazetteer image cut short")
    var at = namesAt
    listNames = (0..<header(5)).map { _ in
      defer { at += Gazetteer.nameLength(base, at) + 2 }
      return Gazetteer.name(base, at)
    }
    textsAt = (0..<header(6)).map { _ in
      defer { at += Gazetteer.nameLength(base, at) + 2 }
      return Int32(at)
    }
    slotMask = slots - 1
    nodeCount = nodes
    self.base = base
    self.owner = owner
  }

  private static func nameLength(_ base: Memory, _ at: Int) -> Int {
    Int(UInt16(littleEndian: base.pointer.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
  }

  private static func name(_ base: Memory, _ at: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: base.pointer + at + 2, count: nameLength(base, at)), as: UTF8.self)
  }

  package var textCount: Int { textsAt.count }

  /// The text of an entry's value.
  package func text(_ index: Int) -> String { Gazetteer.name(base, Int(textsAt[index])) }

  @inline(__always)
  private func load<T: FixedWidthInteger>(_ offset: Int) -> T {
    T(littleEndian: base.pointer.loadUnaligned(fromByteOffset: offset, as: T.self))
  }

  /// The node of a folded phrase, or -1. Expected O(length of the phrase).
  @inline(__always)
  package func node(hash: UInt64, key: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let n: UInt32 = load(32 + 4 * slot)
      if n == 0 { return -1 }
      let at = nodesAt + 24 * (Int(n) - 1)
      if (load(at) as UInt64) == hash, matches(at, key) { return Int(n) - 1 }
      slot = (slot + 1) & slotMask
    }
  }

  @inline(__always)
  private func matches(_ at: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let length: UInt16 = load(at + 16)
    guard Int(length) == key.count else { return false }
    let offset: UInt32 = load(at + 8)
    let stored = base.pointer + keysAt + Int(offset)
    for i in 0..<key.count where stored.load(fromByteOffset: i, as: UInt8.self) != key[i] { return false }
    return true
  }

  /// The tokens with which longer phrases go on, a bit for the hash of each (``continuation(_:)``): a token whose bit is not
  /// set is none; 0 where no phrase goes on.
  @inline(__always)
  package func continuations(_ node: Int) -> UInt32 { load(nodesAt + 24 * node + 20) }

  /// The bit that stands for the next token in a node's continuations.
  @inline(__always)
  static func continuation(_ hash: UInt64) -> UInt32 { 1 << UInt32(hash >> 59) }

  /// The entries of a node, as indices for ``entry(_:)``.
  @inline(__always)
  package func entries(_ node: Int) -> Range<Int> {
    let first: UInt32 = load(nodesAt + 24 * node + 12)
    let count: UInt16 = load(nodesAt + 24 * node + 18)
    return Int(first)..<Int(first) + Int(count)
  }

  @inline(__always)
  package func entry(_ index: Int) -> Entry {
    let at = entriesAt + 16 * index
    return Entry(
      accents: load(at), value: Int32(bitPattern: load(at + 8)), list: load(at + 12),
      isText: (load(at + 14) as UInt16) != 0)
  }

  package struct Entry {
    package let accents: UInt64
    /// A number, or the index of a text (``Gazetteer/text(_:)``).
    package let value: Int32
    package let list: UInt16
    package let isText: Bool
  }
}
