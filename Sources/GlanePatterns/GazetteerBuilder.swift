import GlaneText

/// Gathers phrases and lays them out as a gazetteer image (see ``Gazetteer`` for the layout).
package struct GazetteerBuilder {
  private struct Entry: BitwiseCopyable {
    var accents: UInt64
    var value: Int32
    /// The next entry of the same node, or -1.
    var next: Int32
    var list: UInt16
    var isText: Bool
  }
  private struct Node: BitwiseCopyable {
    var hash: UInt64
    /// Its key in ``keys``.
    var key: UInt32
    var keyLength: UInt32
    /// A bit for each token that may come next (``Gazetteer/continuation(_:)``).
    var continuations: UInt32 = 0
    var entryCount: UInt32 = 0
    var firstEntry: Int32 = -1
    var lastEntry: Int32 = -1
  }

  private var nodes: [Node] = []
  private var entries: [Entry] = []
  private var keys: [UInt8] = []
  /// As in the image: 0 or node + 1, linear probing from the hash; at least twice as many as nodes.
  private var slots = [UInt32](repeating: 0, count: 16)
  private var lists: [String] = []
  private var listIndex: [String: UInt16] = [:]
  private var texts: [String] = []
  private var textIndex: [String: Int32] = [:]
  private let tokenizer = Tokenizer()
  private var tokens = TokenBuffer()
  private var tokensInContext = TokenBuffer()
  private var form = FoldedForm()
  private var word = FoldedForm()

  /// The most bytes of a phrase or of a text: an image gives their lengths 16 bits, and names a list by one byte more.
  static let longestText = 65_000

  package init() {}

  /// Makes room for so many more phrases.
  mutating func reserve(_ phrases: Int) {
    nodes.reserveCapacity(nodes.count + phrases)
    entries.reserveCapacity(entries.count + phrases)
    keys.reserveCapacity(keys.count + 12 * phrases)
  }

  /// The number of a list in this image, made if new.
  package mutating func list(_ name: String) -> UInt16 {
    if let known = listIndex[name] { return known }
    let index = UInt16(lists.count)
    lists.append(name)
    listIndex[name] = index
    return index
  }

  /// Adds a phrase, tokenized and folded as text is. Returns false where it holds no token.
  @discardableResult
  package mutating func add(_ phrase: String, list: UInt16, value: ListValue = .integer(0)) -> Bool {
    var phrase = phrase
    return phrase.withUTF8 { add($0, list: list, value: value) }
  }

  /// The same for a phrase as UTF-8.
  mutating func add(_ phrase: UnsafeBufferPointer<UInt8>, list: UInt16, value: ListValue) -> Bool {
    if addWord(phrase, list, value) { return true }
    let utf8 = Array(phrase)
    tokenizer.tokenize(utf8, into: &tokens)
    let count = tokens.count
    guard count > 0 else { return false }
    if phrase.last == UInt8(ascii: "."), tokens.kind(at: count - 1) == .punctuation {
      // At the end of a text the full stop of an abbreviation stands apart; where the text goes on it does not.
      // ("art. 1", but "M. A").
      // ("mer. 1 mai", but "la mer. Il").
      for (next, more) in [(" 1", 1), (" A", 1), (" 1 mai", 2)] {
        let inContext = utf8 + next.utf8
        tokenizer.tokenize(inContext, into: &tokensInContext)
        guard tokensInContext.count == count - 1 + more else { continue }
        enter(node(of: inContext, tokensInContext, count - 1), list, value)
        break
      }
    }
    enter(node(of: utf8, tokens, count), list, value)
    return true
  }

  /// The node of the phrase that the first `count` tokens of a text make.
  private mutating func node(of utf8: [UInt8], _ tokens: TokenBuffer, _ count: Int) -> Int {
    var node = -1
    for i in 0..<count {
      let span = tokens.span(at: i)
      utf8.withUnsafeBufferPointer { utf8 in
        let token = UnsafeBufferPointer(rebasing: utf8[span.range])
        if i == 0 {
          form.assign(token)
        } else {
          word.assign(token)
          nodes[node].continuations |= Gazetteer.continuation(word.hash)
          form.append(byte: UInt8(ascii: " "))
          form.append(token)
        }
      }
      node = nodeOfForm()
    }
    return node
  }

  /// Adds a phrase of letters alone, which is one token: most entries, and they need no tokenizer.
  private mutating func addWord(_ utf8: UnsafeBufferPointer<UInt8>, _ list: UInt16, _ value: ListValue) -> Bool {
    guard !utf8.isEmpty else { return false }
    var i = 0
    while i < utf8.count {
      switch utf8[i] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): i += 1
      // À to ÿ, without × and ÷.
      case 0xC3 where i + 1 < utf8.count && utf8[i + 1] != 0x97 && utf8[i + 1] != 0xB7: i += 2
      default: return false
      }
    }
    form.assign(utf8)
    enter(nodeOfForm(), list, value)
    return true
  }

  /// Adds an entry to the node of the phrase that `form` holds.
  private mutating func enter(_ node: Int, _ list: UInt16, _ value: ListValue) {
    var entry = Entry(accents: form.accents, value: 0, next: -1, list: list, isText: false)
    switch value {
    case .integer(let n): entry.value = n
    case .text(let t):
      entry.isText = true
      entry.value = intern(t)
    }
    var known = nodes[node].firstEntry
    while known >= 0 {
      let other = entries[Int(known)]
      if other.list == list, other.accents == entry.accents, other.value == entry.value { return }
      known = other.next
    }
    let index = Int32(entries.count)
    entries.append(entry)
    let last = nodes[node].lastEntry
    if last < 0 { nodes[node].firstEntry = index } else { entries[Int(last)].next = index }
    nodes[node].lastEntry = index
    nodes[node].entryCount += 1
  }

  private mutating func intern(_ text: String) -> Int32 {
    if let known = textIndex[text] { return known }
    texts.append(text)
    textIndex[text] = Int32(texts.count - 1)
    return Int32(texts.count - 1)
  }

  /// The node of the key that `form` holds, made if there is none.
  private mutating func nodeOfForm() -> Int {
    let hash = form.hash
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let node = Int(slots[slot]) - 1
      if nodes[node].hash == hash, Self.isKey(nodes[node], keys, form) { return node }
      slot = (slot + 1) & (slots.count - 1)
    }
    nodes.append(Node(hash: hash, key: UInt32(keys.count), keyLength: UInt32(form.count)))
    keys.append(contentsOf: form.bytes)
    slots[slot] = UInt32(nodes.count)
    if nodes.count * 2 > slots.count { grow() }
    return nodes.count - 1
  }

  private static func isKey(_ node: Node, _ keys: [UInt8], _ form: FoldedForm) -> Bool {
    guard Int(node.keyLength) == form.count else { return false }
    return form.withBytes { key in
      for i in 0..<key.count where keys[Int(node.key) + i] != key[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (i, node) in nodes.enumerated() {
      var slot = Int(truncatingIfNeeded: node.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(i + 1)
    }
  }

  /// The image: the same bytes for the same additions in the same order.
  package func image() -> [UInt8] {
    let size = imageSize
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      write(to: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<size]))
      initialized = size
    }
  }

  private var nameBytes: Int {
    lists.reduce(0) { $0 + 2 + $1.utf8.count } + texts.reduce(0) { $0 + 2 + $1.utf8.count }
  }

  /// In bytes.
  var imageSize: Int {
    32 + 4 * slots.count + 24 * nodes.count + 16 * entries.count + keys.count + nameBytes
  }

  /// Writes the image over memory of its size.
  func write(to memory: UnsafeMutableRawBufferPointer) {
    var out = ImageWriter(memory)
    out.put(Gazetteer.magic)
    for n in [slots.count, nodes.count, entries.count, keys.count, lists.count, texts.count, nameBytes] {
      out.put(UInt32(n))
    }
    for s in slots { out.put(s) }
    var firstEntry: UInt32 = 0
    for node in nodes {
      out.put(node.hash)
      out.put(node.key)
      out.put(firstEntry)
      out.put(UInt16(node.keyLength))
      out.put(UInt16(node.entryCount))
      out.put(node.continuations)
      firstEntry += node.entryCount
    }
    for node in nodes {
      var e = node.firstEntry
      while e >= 0 {
        let entry = entries[Int(e)]
        out.put(entry.accents)
        out.put(UInt32(bitPattern: entry.value))
        out.put(entry.list)
        out.put(UInt16(entry.isText ? 1 : 0))
        e = entry.next
      }
    }
    out.put(bytes: keys)
    for s in lists { out.put(name: s) }
    for s in texts { out.put(name: s) }
    precondition(out.offset == memory.count, "the image is as large as was reckoned")
  }
}

/// Little-endian integers, one behind the other.
private struct ImageWriter {
  private let buffer: UnsafeMutableRawBufferPointer
  private(set) var offset = 0

  init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

  @inline(__always)
  mutating func put<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) {
    precondition(offset + MemoryLayout<T>.size <= buffer.count, "inside the image")
    buffer.storeBytes(of: value.littleEndian, toByteOffset: offset, as: T.self)
    offset += MemoryLayout<T>.size
  }

  mutating func put(bytes: [UInt8]) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + bytes.count]).copyBytes(from: bytes)
    offset += bytes.count
  }

  mutating func put(name: String) {
    put(UInt16(name.utf8.count))
    UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + name.utf8.count]).copyBytes(from: name.utf8)
    offset += name.utf8.count
  }
}
