import GlaneText

/// The distinct spellings ("types") of the texts read so far, each with what the lists say of it: a word that stands a
/// thousand times is folded and looked up once.
///
/// Scratch storage of one thread at a time. What a record says depends on the spelling and the rules alone, so a table
/// goes on from text to text; ``prepare()`` empties one that has grown large.
public final class TypeTable {
  /// What is known of a spelling.
  ///
  /// What every token asks for stands first, in one line of a processor's cache.
  public struct Record: BitwiseCopyable {
    /// The needs of rules that the entries meet (``Need``).
    var met = Need.Bits()
    /// The signature, and the stages of which a rule may start there, as far as the entries decide them.
    var signature: UInt64 = 0
    /// What a reader of the text keeps of it, for its own recognisers.
    public var marks: UInt64 = 0
    var stages: StageSet = 0
    var entries: UInt32
    /// Which tokens may come next in the longer phrases that start with it (``Gazetteer/continuation(_:)``).
    var continuations: UInt32 = 0
    var entryCount: UInt16 = 0
    /// As the next token of a phrase: its bit of `continuations`, by number.
    var continuation: UInt8
    /// Layers that hold longer phrases with this start: how many, and where in ``open``.
    var openCount: UInt8 = 0
    // The second line.
    var open: UInt32
    /// Numbers the folds: two spellings of one fold share it.
    public var foldNumber: UInt32
    var fold: UInt32
    var foldLength: UInt32
    /// Hash of its fold (``FoldedForm/hash``).
    public var hash: UInt64
    public var words: UInt64 = 0
    /// Accents dropped and capitals folded, as in ``FoldedForm``.
    var accents: UInt64
    var uppers: UInt64

    @inline(__always)
    func mayGoOn(with next: UnsafePointer<Record>) -> Bool {
      continuations >> UInt32(next.pointee.continuation) & 1 != 0
    }
  }

  /// By what a spelling is found again.
  private struct Key: BitwiseCopyable {
    /// Its first eight bytes, the rest 0.
    var head: UInt64
    var length: UInt32
    /// Where its bytes start in the spellings.
    var start: UInt32
  }

  /// A place in a gazetteer from which longer phrases go on.
  struct OpenNode: BitwiseCopyable {
    var layer: Int
    var node: Int
    var continuations: UInt32
  }

  /// Says what a reader keeps of a spelling, from its bytes, its entries and the hash of its fold.
  package typealias Describe =
    @Sendable (_ spelling: UnsafeBufferPointer<UInt8>, _ entries: UnsafeBufferPointer<Chart.Entry>, _ hash: UInt64)
    -> (marks: UInt64, words: UInt64)

  let rules: RuleSet
  private let describe: Describe
  // What grows stands behind one pointer: it is this object's alone, and its reads and writes need no check for others.
  private let state: UnsafeMutablePointer<State>

  private struct State: ~Copyable {
    var slots = [UInt32](repeating: 0, count: 1 << 12)
    /// By fold: slots with 1 + the first type of that fold.
    var foldSlots = [UInt32](repeating: 0, count: 1 << 12)
    var keys = PlainBuffer<Key>(minimumCapacity: 1 << 11)
    var records = PlainBuffer<Record>(minimumCapacity: 1 << 11)
    var entries = PlainBuffer<Chart.Entry>(minimumCapacity: 1 << 12)
    var open = PlainBuffer<OpenNode>(minimumCapacity: 1 << 10)
    var spellings = PlainBuffer<UInt8>(minimumCapacity: 1 << 14)
    var folds = PlainBuffer<UInt8>(minimumCapacity: 1 << 14)
    var lowers = PlainBuffer<PackedWord>(minimumCapacity: 1 << 11)
    var plains = PlainBuffer<PackedWord>(minimumCapacity: 1 << 11)
    var plainStrings: [String?] = []
    var lowerStrings: [String?] = []
    var notes: [UInt16] = []
    /// Pairs of types with which no phrase starts, by a hash: 1 + the first, then the second; 0 where none is known.
    var misses = PlainBuffer<UInt64>(repeating: 0, count: 1 << 12)
    var form = FoldedForm()
  }

  /// The number of types known.
  package var count: Int { state.pointee.records.count }
  /// By type, as far as it goes: what a reader finds of a spelling when it is first asked, 0 until then.
  package var notes: [UInt16] {
    get { state.pointee.notes }
    set { state.pointee.notes = newValue }
  }
  /// One more than the highest ``Record/foldNumber``, at least.
  package var foldCount: Int { count }

  // The rows below move when the table grows, so a chart takes these pointers once all its types are in, and keeps the
  // table as long as it uses them.

  /// The records, ``count`` of them.
  var records: UnsafePointer<Record> { UnsafePointer(state.pointee.records.base) }
  /// By type: the spelling in lower case with plain apostrophes; that with its capitals.
  var lowers: UnsafePointer<PackedWord> { UnsafePointer(state.pointee.lowers.base) }
  var plains: UnsafePointer<PackedWord> { UnsafePointer(state.pointee.plains.base) }
  var entries: UnsafePointer<Chart.Entry> { UnsafePointer(state.pointee.entries.base) }
  var open: UnsafeBufferPointer<OpenNode> { state.pointee.open.all }

  package init(rules: RuleSet, describe: @escaping Describe = { _, _, _ in (0, 0) }) {
    self.rules = rules
    self.describe = describe
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  private static let longest = 48

  /// More types than this are not carried from one text to the next.
  private static let carried = 1 << 15

  /// Makes the table ready for another text: of bounded size, whatever was read before.
  func prepare() {
    guard count > Self.carried else { return }
    state.deinitialize(count: 1)
    state.initialize(to: State())
  }

  /// The fold of a type.
  func fold(of type: UInt32) -> String { String(decoding: foldBytes(records[Int(type)]), as: UTF8.self) }

  @inline(__always)
  func foldBytes(_ record: Record) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: state.pointee.folds.base + Int(record.fold), count: Int(record.foldLength))
  }

  /// The spelling of a type with plain apostrophes; empty where it is longer than ``longest``: what asks for a word asks for
  /// a short one.
  func plain(_ type: Int) -> String {
    if let known = state.pointee.plainStrings[type] { return known }
    let key = state.pointee.keys[type]
    var word = ""
    if key.length <= UInt32(Self.longest) {
      word = String(decoding: spelling(of: key), as: UTF8.self)
      if word.utf8.contains(0xE2) { word = String(word.map { $0 == "\u{2019}" ? "'" : $0 }) }
    }
    state.pointee.plainStrings[type] = word
    return word
  }

  /// The same in lower case.
  func lower(_ type: Int) -> String {
    if let known = state.pointee.lowerStrings[type] { return known }
    let word = plain(type).lowercased()
    state.pointee.lowerStrings[type] = word
    return word
  }

  // Whether no phrase starts with two types that follow one another: "de la", "à un" are asked for at every step.

  @inline(__always)
  func startsNothing(_ first: UInt32, _ second: UInt32) -> Bool {
    let pair = UInt64(first &+ 1) << 32 | UInt64(second)
    return state.pointee.misses[Self.place(pair)] == pair
  }

  @inline(__always)
  func noteStartsNothing(_ first: UInt32, _ second: UInt32) {
    let pair = UInt64(first &+ 1) << 32 | UInt64(second)
    state.pointee.misses[Self.place(pair)] = pair
  }

  @inline(__always)
  private static func place(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 52) }

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
  /// Slots hold 1 + the index of a type, so every key read is one of ``count``.
  private func findKnown(
    _ utf8: UnsafeBufferPointer<UInt8>, _ tokens: TokenBuffer, from first: Int,
    into out: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let keys = state.pointee.keys.base
    let spellings = state.pointee.spellings.all
    return tokens.withInput { tokens in
      state.pointee.slots.withUnsafeBufferPointer { slots in
        let mask = slots.count - 1
        for t in first..<tokens.count {
          let start = Int(tokens.starts[t])
          let spelling = UnsafeBufferPointer(rebasing: utf8[start..<Int(tokens.ends[t])])
          let head = Self.head(spelling, room: utf8.count - start)
          var slot = Int(truncatingIfNeeded: Self.hash(spelling, head)) & mask
          while true {
            let n = Int(slots[slot])
            if n == 0 { return t }
            let known = keys[n - 1]
            if known.head == head, Int(known.length) == spelling.count,
              known.length <= 8 || Self.isSame(spellings, Int(known.start), spelling)
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
    let number = UInt32(count)
    if (count + 1) * 2 > state.pointee.slots.count { grow() }
    state.pointee.form.assign(spelling)
    state.pointee.keys.append(
      Key(
        head: head, length: UInt32(truncatingIfNeeded: spelling.count),
        start: UInt32(truncatingIfNeeded: state.pointee.spellings.count)))
    var record = Record(
      entries: UInt32(truncatingIfNeeded: state.pointee.entries.count),
      continuation: UInt8(Gazetteer.continuation(state.pointee.form.hash).trailingZeroBitCount),
      open: UInt32(truncatingIfNeeded: state.pointee.open.count), foldNumber: number,
      fold: UInt32(truncatingIfNeeded: state.pointee.folds.count),
      foldLength: UInt32(truncatingIfNeeded: state.pointee.form.count), hash: state.pointee.form.hash,
      accents: state.pointee.form.accents, uppers: state.pointee.form.uppers)
    record.foldNumber = foldNumber(record.hash, else: number)
    if let base = spelling.baseAddress { state.pointee.spellings.append(from: base, count: spelling.count) }
    state.pointee.form.withBytes { key in
      if let base = key.baseAddress { state.pointee.folds.append(from: base, count: key.count) }
    }
    let first = state.pointee.entries.count
    let key = foldBytes(record)
    for i in rules.layers.indices {
      let layer = rules.layers[i]
      let node = layer.gazetteer.node(hash: record.hash, key: key)
      guard node >= 0 else { continue }
      rules.take(
        node, layer, accents: record.accents, uppers: record.uppers, length: 1, hash: record.hash, key: key,
        into: &state.pointee.entries)
      let continuations = layer.gazetteer.continuations(node)
      if continuations != 0 {
        state.pointee.open.append(OpenNode(layer: i, node: node, continuations: continuations))
        record.openCount += 1
        record.continuations |= continuations
      }
    }
    let own = UnsafeBufferPointer(rebasing: state.pointee.entries.all[first...])
    record.entryCount = UInt16(truncatingIfNeeded: own.count)
    for entry in own {
      record.stages |= rules.stageMask(of: entry.symbol)
      record.signature |= Signature.of(entry.symbol)
      record.met |= rules.need.ofSymbol[Int(entry.symbol.id)]
    }
    (record.marks, record.words) = describe(spelling, own, record.hash)
    let (plain, lower) = PackedWord.forms(of: spelling)
    state.pointee.plains.append(plain)
    state.pointee.lowers.append(lower)
    state.pointee.plainStrings.append(nil)
    state.pointee.lowerStrings.append(nil)
    state.pointee.records.append(record)
    enter(number + 1, hash)
    return number
  }

  private func spelling(of key: Key) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: state.pointee.spellings.base + Int(key.start), count: Int(key.length))
  }

  /// The number of a fold: that of the first type that has it.
  private func foldNumber(_ hash: UInt64, else number: UInt32) -> UInt32 {
    let mask = state.pointee.foldSlots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while state.pointee.foldSlots[slot] != 0 {
      let known = state.pointee.foldSlots[slot] - 1
      if records[Int(known)].hash == hash { return known }
      slot = (slot + 1) & mask
    }
    state.pointee.foldSlots[slot] = number + 1
    return number
  }

  private func enter(_ number: UInt32, _ hash: UInt64) {
    let mask = state.pointee.slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while state.pointee.slots[slot] != 0 { slot = (slot + 1) & mask }
    state.pointee.slots[slot] = number
  }

  private func grow() {
    let size = state.pointee.slots.count * 2
    state.pointee.slots = [UInt32](repeating: 0, count: size)
    state.pointee.foldSlots = [UInt32](repeating: 0, count: size)
    for i in 0..<count {
      let record = records[i]
      let key = state.pointee.keys[i]
      let hash = key.length <= 8 ? Self.mix(key.head, Int(key.length)) : FoldedForm.hash(spelling(of: key))
      enter(UInt32(i + 1), hash)
      if record.foldNumber == UInt32(i) { _ = foldNumber(record.hash, else: UInt32(i)) }
    }
  }
}
