import GlaneText

/// The distinct spellings ("types") of the texts read so far, each with what the lists say of it: a word that stands a
/// thousand times is folded and looked up once.
///
/// Scratch storage of one thread at a time. What a record says depends on the spelling and the rules alone, so a table
/// goes on from text to text; ``prepare()`` empties one that has grown large.
package final class TypeTable {
  /// What is known of a spelling.
  package struct Record {
    /// Its first eight bytes, the rest 0.
    var head: UInt64
    /// Hash of its fold (``FoldedForm/hash``).
    package var hash: UInt64
    /// Accents dropped and capitals folded, as in ``FoldedForm``.
    var accents: UInt64
    var uppers: UInt64
    /// Stages of which a rule may start there, and the signature, as far as the entries decide them.
    var stages: UInt64
    var signature: UInt64
    /// What a reader of the text keeps of it, for its own recognisers.
    package var marks: UInt64
    package var words: UInt64
    var length: UInt32
    var spelling: UInt32
    var fold: UInt32
    var foldLength: UInt32
    var entries: UInt32
    var entryCount: UInt16
    /// Layers that hold longer phrases with this start: how many, and where in ``open``.
    var openCount: UInt16
    var open: UInt32
    /// Which tokens may come next in them (``Gazetteer/continuation(_:)``).
    var continuations: UInt32
    /// Numbers the folds: two spellings of one fold share it.
    package var foldNumber: UInt32
  }

  /// A place in a gazetteer from which longer phrases go on.
  struct OpenNode {
    var layer: Int
    var node: Int
    var continuations: UInt32
  }

  /// Says what a reader keeps of a spelling, from its bytes, its entries and the hash of its fold.
  package typealias Describe =
    @Sendable (_ spelling: UnsafeBufferPointer<UInt8>, _ entries: ArraySlice<Chart.Entry>, _ hash: UInt64)
    -> (marks: UInt64, words: UInt64)

  let rules: RuleSet
  private let describe: Describe
  private var slots: [UInt32] = []
  /// The records, ``count`` of them. They move when the table grows, so a chart takes this pointer once all its types are
  /// in, and keeps the table as long as it uses it.
  private(set) var records: UnsafeMutablePointer<Record>
  package private(set) var count = 0
  private var capacity: Int
  /// By type: the spelling with plain apostrophes; that in lower case; the fold. Empty where it is longer than
  /// ``longest``: what asks for a word asks for a short one.
  package private(set) var plain: [String] = []
  package private(set) var lower: [String] = []
  /// By type, as far as it goes: what a reader finds of a spelling when it is first asked, 0 until then.
  package var notes: [UInt16] = []
  private(set) var entries: [Chart.Entry] = []
  private(set) var open: [OpenNode] = []
  private var spellings: [UInt8] = []
  private(set) var folds: [UInt8] = []
  private var form = FoldedForm()
  private var foldNumbers: [UInt64: UInt32] = [:]

  /// The number of folds known: one more than the highest ``Record/foldNumber``.
  package var foldCount: Int { foldNumbers.count }

  package init(rules: RuleSet, describe: @escaping Describe = { _, _, _ in (0, 0) }) {
    self.rules = rules
    self.describe = describe
    capacity = 1 << 11
    records = .allocate(capacity: capacity)
    clear()
  }

  deinit { records.deallocate() }  // records are plain data

  private static let longest = 48

  /// More types than this are not carried from one text to the next.
  private static let carried = 1 << 15

  /// Makes the table ready for another text: of bounded size, whatever was read before.
  func prepare() {
    if count > Self.carried { clear() }
  }

  private func clear() {
    slots = [UInt32](repeating: 0, count: 1 << 12)
    count = 0
    plain = []
    lower = []
    notes = []
    entries = []
    open = []
    spellings = []
    folds = []
    foldNumbers = [:]
  }

  /// The fold of a type.
  func fold(of type: UInt32) -> String {
    let record = records[Int(type)]
    return String(decoding: folds[Int(record.fold)..<Int(record.fold + record.foldLength)], as: UTF8.self)
  }

  /// The type of each token of a text, as indices into the records.
  ///
  /// - Complexity: O(bytes of the text).
  func types(of text: TokenizedText) -> [UInt32] {
    let count = text.tokens.count
    return text.utf8.withUnsafeBufferPointer { utf8 in
      [UInt32](unsafeUninitializedCapacity: count) { out, initialized in
        var t = 0
        while t < count {
          t = findKnown(utf8, text.tokens, from: t, into: out)
          if t == count { break }
          let spelling = Self.spelling(utf8, text.tokens, t)
          let head = Self.head(spelling, room: utf8.count - Int(text.tokens.starts[t]))
          out[t] = insert(spelling, head, Self.hash(spelling, head))
          t += 1
        }
        initialized = count
      }
    }
  }

  /// Writes the types of tokens from `first` on up to the first whose spelling is new; returns that token.
  ///
  /// Slots hold 1 + the index of a record, so every record read is one of ``count``.
  private func findKnown(
    _ utf8: UnsafeBufferPointer<UInt8>, _ tokens: TokenBuffer, from first: Int,
    into out: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      spellings.withUnsafeBufferPointer { spellings in
        for t in first..<tokens.count {
          let spelling = Self.spelling(utf8, tokens, t)
          let head = Self.head(spelling, room: utf8.count - Int(tokens.starts[t]))
          var slot = Int(truncatingIfNeeded: Self.hash(spelling, head)) & mask
          while true {
            let n = Int(slots[slot])
            if n == 0 { return t }
            let length = Int(records[n - 1].length)
            if records[n - 1].head == head, length == spelling.count,
              length <= 8 || Self.isSame(spellings, Int(records[n - 1].spelling), spelling)
            {
              out[t] = UInt32(n - 1)
              break
            }
            slot = (slot + 1) & mask
          }
        }
        return tokens.count
      }
    }
  }

  /// The bytes of a token. Tokens lie inside the text: ``TokenizedText`` promises it, and the fuzzer holds it to that.
  @inline(__always)
  private static func spelling(
    _ utf8: UnsafeBufferPointer<UInt8>, _ tokens: TokenBuffer, _ t: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: utf8[Int(tokens.starts[t])..<Int(tokens.ends[t])])
  }

  @inline(__always)
  private static func hash(_ spelling: UnsafeBufferPointer<UInt8>, _ head: UInt64) -> UInt64 {
    spelling.count <= 8 ? mix(head, spelling.count) : FoldedForm.hash(spelling)
  }

  private static func isSame(
    _ spellings: UnsafeBufferPointer<UInt8>, _ at: Int, _ spelling: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for i in 0..<spelling.count where spellings[at + i] != spelling[i] { return false }
    return true
  }

  /// The first eight bytes as a number, with zeros where there are fewer.
  ///
  /// - Parameter room: How many bytes may be read from the spelling's first on.
  @inline(__always)
  private static func head(_ spelling: UnsafeBufferPointer<UInt8>, room: Int) -> UInt64 {
    let base = UnsafeRawPointer(spelling.baseAddress!)
    if room >= 8 {
      let word = UInt64(littleEndian: base.loadUnaligned(as: UInt64.self))
      return spelling.count >= 8 ? word : word & ((1 << UInt64(spelling.count * 8)) &- 1)
    }
    var word: UInt64 = 0
    for i in 0..<min(spelling.count, 8) { word |= UInt64(spelling[i]) << UInt64(8 * i) }
    return word
  }

  @inline(__always)
  private static func mix(_ head: UInt64, _ count: Int) -> UInt64 {
    let product = (head ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB &+ UInt64(count))
    return product.high ^ product.low
  }

  // MARK: A new type

  private func insert(_ spelling: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ hash: UInt64) -> UInt32 {
    if (count + 1) * 2 > slots.count { grow() }
    form.assign(spelling)
    let number = UInt32(foldNumbers.count)
    var record = Record(
      head: head, hash: form.hash, accents: form.accents, uppers: form.uppers, stages: 0, signature: 0, marks: 0,
      words: 0,
      length: UInt32(truncatingIfNeeded: spelling.count), spelling: UInt32(truncatingIfNeeded: spellings.count),
      fold: UInt32(truncatingIfNeeded: folds.count), foldLength: UInt32(truncatingIfNeeded: form.count),
      entries: UInt32(truncatingIfNeeded: entries.count), entryCount: 0, openCount: 0,
      open: UInt32(truncatingIfNeeded: open.count), continuations: 0, foldNumber: number)
    if let known = foldNumbers[record.hash] { record.foldNumber = known } else { foldNumbers[record.hash] = number }
    spellings.append(contentsOf: spelling)
    folds.append(contentsOf: form.bytes)
    let first = entries.count
    form.withBytes { key in
      for (i, layer) in rules.layers.enumerated() {
        let node = layer.gazetteer.node(hash: record.hash, key: key)
        guard node >= 0 else { continue }
        rules.take(
          node, layer, accents: record.accents, uppers: record.uppers, length: 1, hash: record.hash, key: key,
          into: &entries)
        let continuations = layer.gazetteer.continuations(node)
        if continuations != 0 {
          open.append(OpenNode(layer: i, node: node, continuations: continuations))
          record.openCount += 1
          record.continuations |= continuations
        }
      }
    }
    record.entryCount = UInt16(truncatingIfNeeded: entries.count - first)
    for entry in entries[first...] {
      record.stages |= rules.stageMask(of: entry.symbol)
      record.signature |= Signature.of(entry.symbol)
    }
    (record.marks, record.words) = describe(spelling, entries[first...], record.hash)
    add(record, spelling)
    enter(UInt32(count), hash)
    return UInt32(count - 1)
  }

  private func add(_ record: Record, _ spelling: UnsafeBufferPointer<UInt8>) {
    if count == capacity {
      let larger = UnsafeMutablePointer<Record>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: records, count: count)
      records.deallocate()
      records = larger
      capacity *= 2
    }
    (records + count).initialize(to: record)
    count += 1
    guard spelling.count <= Self.longest else {
      plain.append("")
      lower.append("")
      return
    }
    var word = String(decoding: spelling, as: UTF8.self)
    if word.utf8.contains(0xE2) { word = String(word.map { $0 == "\u{2019}" ? "'" : $0 }) }
    plain.append(word)
    lower.append(word.lowercased())
  }

  private func enter(_ number: UInt32, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for i in 0..<count {
      let record = records[i]
      let hash = spellings.withUnsafeBufferPointer { bytes in
        record.length <= 8
          ? Self.mix(record.head, Int(record.length))
          : FoldedForm.hash(
            UnsafeBufferPointer(rebasing: bytes[Int(record.spelling)..<Int(record.spelling + record.length)]))
      }
      enter(UInt32(i + 1), hash)
    }
  }
}
