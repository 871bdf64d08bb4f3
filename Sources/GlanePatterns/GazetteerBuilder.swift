import GlaneText

/// Gathers phrases and lays them out as a gazetteer image (see ``Gazetteer`` for the layout).
package struct GazetteerBuilder {
  private struct Entry {
    var accents: UInt64
    var value: Int32
    var list: UInt16
    var isText: Bool
  }
  private struct Node {
    var key: [UInt8]
    var hash: UInt64
    /// A bit for each token that may come next (``Gazetteer/continuation(_:)``).
    var continuations: UInt32 = 0
    var entries: [Entry] = []
  }

  private var nodes: [Node] = []
  /// The first node of each hash.
  private var nodeOfHash: [UInt64: Int] = [:]
  private var lists: [String] = []
  private var listIndex: [String: UInt16] = [:]
  private var texts: [String] = []
  private var textIndex: [String: Int32] = [:]
  private let tokenizer = Tokenizer()
  private var form = FoldedForm()
  private var word = FoldedForm()

  package init() {}

  /// The number of a list in this image, made if new.
  package mutating func list(_ name: String) -> UInt16 {
    if let known = listIndex[name] { return known }
    let index = UInt16(lists.count)
    lists.append(name)
    listIndex[name] = index
    return index
  }

  /// Adds a phrase, tokenized and folded as text is. Returns its folded key, or nil where it holds no token.
  @discardableResult
  package mutating func add(_ phrase: String, list: UInt16, value: ListValue = .integer(0)) -> [UInt8]? {
    if let word = addWord(phrase, list, value) { return word }
    let text = tokenizer.tokenize(phrase)
    guard !text.tokens.isEmpty else { return nil }
    if phrase.utf8.last == UInt8(ascii: "."), text.tokens.kind(at: text.tokens.count - 1) == .punctuation {
      // At the end of a text the full stop of an abbreviation stands apart; where the text goes on it does not.
      // ("art. 1", but "M. A").
      // ("mer. 1 mai", but "la mer. Il").
      for (next, count) in [(" 1", 1), (" A", 1), (" 1 mai", 2)] {
        let inContext = tokenizer.tokenize(phrase + next)
        guard inContext.tokens.count == text.tokens.count - 1 + count else { continue }
        add(inContext, text.tokens.count - 1, list, value)
        break
      }
    }
    return add(text, text.tokens.count, list, value)
  }

  /// Adds the phrase that the first `count` tokens of a text make.
  @discardableResult
  private mutating func add(_ text: TokenizedText, _ count: Int, _ list: UInt16, _ value: ListValue) -> [UInt8]? {
    var node = -1
    for i in 0..<count {
      let span = text.tokens.span(at: i)
      text.utf8.withUnsafeBufferPointer { utf8 in
        let token = UnsafeBufferPointer(rebasing: utf8[span.range])
        if i == 0 {
          form.assign(token)
        } else {
          word.assign(token)
          nodes[node].continuations |= Gazetteer.continuation(word.hash)
          form.appendWord(token)
        }
      }
      node = self.node(form)
    }
    return enter(node, list, value)
  }

  /// Adds a phrase of letters alone, which is one token: most entries, and they need no tokenizer.
  private mutating func addWord(_ phrase: String, _ list: UInt16, _ value: ListValue) -> [UInt8]? {
    var phrase = phrase
    return phrase.withUTF8 { utf8 in
      guard !utf8.isEmpty else { return nil }
      var i = 0
      while i < utf8.count {
        switch utf8[i] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): i += 1
        // À to ÿ, without × and ÷.
        case 0xC3 where i + 1 < utf8.count && utf8[i + 1] != 0x97 && utf8[i + 1] != 0xB7: i += 2
        default: return nil
        }
      }
      form.assign(utf8)
      return enter(node(form), list, value)
    }
  }

  /// Adds an entry to the node of the phrase that `form` holds.
  private mutating func enter(_ node: Int, _ list: UInt16, _ value: ListValue) -> [UInt8] {
    var entry = Entry(accents: form.accents, value: 0, list: list, isText: false)
    switch value {
    case .integer(let n): entry.value = n
    case .text(let t):
      entry.isText = true
      entry.value = intern(t)
    }
    let known = nodes[node].entries.contains {
      $0.list == list && $0.accents == entry.accents && $0.value == entry.value
    }
    if !known { nodes[node].entries.append(entry) }
    return nodes[node].key
  }

  private mutating func intern(_ text: String) -> Int32 {
    if let known = textIndex[text] { return known }
    texts.append(text)
    textIndex[text] = Int32(texts.count - 1)
    return Int32(texts.count - 1)
  }

  private mutating func node(_ form: FoldedForm) -> Int {
    let hash = form.hash
    if let first = nodeOfHash[hash] {
      if nodes[first].key.elementsEqual(form.bytes) { return first }
      // Two keys of one hash: looked for one by one, since it happens to nobody.
      if let other = nodes.firstIndex(where: { $0.hash == hash && $0.key.elementsEqual(form.bytes) }) { return other }
    }
    nodes.append(Node(key: Array(form.bytes), hash: hash))
    if nodeOfHash[hash] == nil { nodeOfHash[hash] = nodes.count - 1 }
    return nodes.count - 1
  }

  /// The image: the same bytes for the same additions in the same order.
  package func image() -> [UInt8] {
    var slotCount = 16
    while slotCount < nodes.count * 2 { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    for (i, node) in nodes.enumerated() {
      var slot = Int(truncatingIfNeeded: node.hash) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(i + 1)
    }
    var keys: [UInt8] = []
    var nodeBytes = ImageWriter()
    var entryBytes = ImageWriter()
    var entryCount = 0
    for node in nodes {
      nodeBytes.put(node.hash)
      nodeBytes.put(UInt32(keys.count))
      nodeBytes.put(UInt32(entryCount))
      nodeBytes.put(UInt16(node.key.count))
      nodeBytes.put(UInt16(node.entries.count))
      nodeBytes.put(node.continuations)
      keys += node.key
      entryCount += node.entries.count
      for e in node.entries {
        entryBytes.put(e.accents)
        entryBytes.put(UInt32(bitPattern: e.value))
        entryBytes.put(e.list)
        entryBytes.put(UInt16(e.isText ? 1 : 0))
      }
    }
    var names = ImageWriter()
    for s in lists + texts {
      names.put(UInt16(s.utf8.count))
      names.bytes += s.utf8
    }
    var out = ImageWriter()
    for n in [
      Gazetteer.magic, UInt32(slotCount), UInt32(nodes.count), UInt32(entryCount), UInt32(keys.count),
      UInt32(lists.count), UInt32(texts.count), UInt32(names.bytes.count),
    ] {
      out.put(n)
    }
    for s in slots { out.put(s) }
    out.bytes += nodeBytes.bytes + entryBytes.bytes + keys + names.bytes
    return out.bytes
  }
}

/// Little-endian integers, one behind the other.
private struct ImageWriter {
  var bytes: [UInt8] = []
  mutating func put<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }
}

extension FoldedForm {
  /// Goes on with a phrase: a space, then the fold of the next token.
  fileprivate mutating func appendWord(_ utf8: UnsafeBufferPointer<UInt8>) {
    append(byte: UInt8(ascii: " "))
    append(utf8)
  }
}
