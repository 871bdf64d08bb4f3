import CGlaneText
import GlaneText

extension Chart {
  /// Looks every token and every phrase up in the lists, and marks where the rules of each stage may start.
  ///
  /// - Complexity: O(tokens × longest phrase that the lists hold there).
  package mutating func annotate() {
    annotateTypes()
    annotate(sentences: text.sentenceStarts.indices, noting: (0, 0))
  }

  /// The first half of it: what is known of the spellings.
  package mutating func annotateTypes() {
    let table = table
    table.prepare()
    rows.pointee.types = table.types(of: text)
    rows.pointee.records = table.records
    rows.pointee.lowers = table.lowers
    rows.pointee.plains = table.plains
    rows.pointee.typeEntries = table.entries
  }

  /// The second, for some sentences; each sentence once, in order.
  ///
  /// - Parameter noting: Bits of ``TypeTable/Record/marks``, and bits of token kinds. Tokens that have one are noted
  ///   (``notedTokens``), as are those at which phrases start: a reader need not look at the others.
  package mutating func annotate(sentences: Range<Int>, noting: (marks: UInt64, kinds: UInt32)) {
    rows.pointee.notedTokens.removeAll(keepingCapacity: true)
    var phrases = PhraseFinder(table, rules)
    rows.pointee.types.withUnsafeBufferPointer { types in
      text.tokens.withInput { tokens in
        for s in sentences {
          let sentence = text.sentenceTokens(s)
          precondition(
            s == rows.pointee.met.count && sentence.lowerBound == rows.pointee.sentenceOf.count
              && sentence.upperBound <= types.count, "sentences of the text, in order")
          rows.pointee.met.append(Need.Bits.always)
          rows.pointee.met[s] = annotate(sentence, UInt32(s), types, tokens, noting, &phrases)
        }
      }
    }
  }

  /// - Parameter types: One for each token of the text; types are indices of records. The chart's own rows are as long.
  @inline(__always)
  private mutating func annotate(
    _ sentence: Range<Int>, _ number: UInt32, _ types: UnsafeBufferPointer<UInt32>, _ tokens: TokenBuffer.Input,
    _ noting: (marks: UInt64, kinds: UInt32), _ phrases: inout PhraseFinder
  ) -> Need.Bits {
    var met = Need.Bits.always
    let (records, triggers) = (rows.pointee.records, rules.triggers)
    // Rows from the sentence's first token on, each of which is written below.
    let (first, count) = (sentence.lowerBound, sentence.count)
    let sentenceOf = rows.pointee.sentenceOf.extend(by: count) - first
    let signatures = rows.pointee.signatures.extend(by: count) - first
    let stageMask = rows.pointee.stageMask.extend(by: count) - first
    let entryRows = rows.pointee.entryRows.extend(by: count) - first
    let edgeHeads = rows.pointee.edgeHeads.extend(by: count) - first
    var next = records + Int(types[sentence.lowerBound])
    for t in sentence {
      sentenceOf[t] = number
      // A pointer, not a copy: records are large, and far apart.
      let record = next
      if t + 8 < types.count { glane_prefetch(records + Int(types[t + 8])) }
      let kind = tokens.kinds[t]
      let starts = triggers.starts(kind, tokens.shapes[t])
      signatures[t] =
        record.pointee.signature | Signature.always | Signature.of(classes: starts.classes) | Signature.of(kind)
      stageMask[t] = record.pointee.stages | starts.stages
      edgeHeads[t] = -1
      met |= record.pointee.met
      entryRows[t] = EntryRow(
        first: Int32(truncatingIfNeeded: record.pointee.entries), count: Int32(record.pointee.entryCount))
      if record.pointee.marks & noting.marks != 0 || noting.kinds >> UInt32(kind.rawValue) & 1 != 0 {
        rows.pointee.notedTokens.append(UInt32(t))
      }
      guard t + 1 < sentence.upperBound else { break }
      next = records + Int(types[t + 1])
      if record.pointee.mayGoOn(with: next), !phrases.table.startsNothing(types[t], types[t + 1]) {
        addPhrases(t, limit: sentence.upperBound, types.baseAddress!, &phrases, &met)
      }
    }
    return met
  }

  private mutating func addPhrases(
    _ t: Int, limit: Int, _ types: UnsafePointer<UInt32>, _ phrases: inout PhraseFinder, _ met: inout Need.Bits
  ) {
    let rules = phrases.rules
    let first = rows.pointee.phraseEntries.count
    for entry in entries(at: t) { rows.pointee.phraseEntries.append(entry) }
    let own = rows.pointee.phraseEntries.count
    phrases.find(t, limit, types, rows.pointee.records, into: &rows.pointee.phraseEntries)
    let end = rows.pointee.phraseEntries.count
    if end == own {
      rows.pointee.phraseEntries.removeLast(own - first)
      return
    }
    rows.pointee.phraseTokens.append(UInt32(t))
    if rows.pointee.notedTokens.last != UInt32(t) { rows.pointee.notedTokens.append(UInt32(t)) }
    rows.pointee.entryRows[t] = EntryRow(first: ~Int32(first), count: Int32(end - first))
    for i in own..<end {
      let symbol = rows.pointee.phraseEntries[i].symbol
      rows.pointee.stageMask[t] |= rules.stageMask(of: symbol)
      rows.pointee.signatures[t] |= Signature.of(symbol)
      met |= rules.need.ofSymbol[Int(symbol.id)]
    }
  }
}

/// Looks the phrases up that start at a token and take more than it.
private struct PhraseFinder {
  let table: TypeTable
  let rules: RuleSet
  private let layers: [RuleSet.Layer]
  private var key: [UInt8] = []
  /// By layer: the node reached, or -1; the tokens with which it goes on.
  private var nodes: [(node: Int, continuations: UInt32)]

  init(_ table: TypeTable, _ rules: RuleSet) {
    self.table = table
    self.rules = rules
    layers = rules.layers
    nodes = .init(repeating: (-1, 0), count: layers.count)
    key.reserveCapacity(256)
  }

  /// - Parameter types: Of all tokens below `limit`.
  mutating func find(
    _ token: Int, _ limit: Int, _ types: UnsafePointer<UInt32>, _ records: UnsafePointer<TypeTable.Record>,
    into entries: inout PlainBuffer<Chart.Entry>
  ) {
    let first = records + Int(types[token])
    for k in nodes.indices { nodes[k] = (-1, 0) }
    for i in Int(first.pointee.open)..<Int(first.pointee.open) + Int(first.pointee.openCount) {
      let open = table.open[i]
      nodes[open.layer] = (open.node, open.continuations)
    }
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: table.foldBytes(first.pointee))
    var (accents, uppers) = (first.pointee.accents, first.pointee.uppers)
    var end = token + 1
    var left = first.pointee.continuations
    let known = entries.count
    while end < limit {
      let next = records + Int(types[end])
      let bit = Gazetteer.continuation(next.pointee.hash)
      guard left & bit != 0 else { return }
      key.append(UInt8(ascii: " "))
      if key.count < 16 {
        accents |= next.pointee.accents << UInt64(key.count * 4)
        uppers |= next.pointee.uppers << UInt64(key.count * 4)
      }
      key.append(contentsOf: table.foldBytes(next.pointee))
      end += 1
      left = 0
      key.withUnsafeBufferPointer { key in
        let hash = FoldedForm.hash(key)
        for i in nodes.indices {
          guard nodes[i].continuations & bit != 0 else {
            nodes[i] = (-1, 0)
            continue
          }
          let layer = layers[i]
          let node = layer.gazetteer.node(hash: hash, key: key)
          nodes[i] = (node, node < 0 ? 0 : layer.gazetteer.continuations(node))
          left |= nodes[i].continuations
          guard node >= 0 else { continue }
          rules.take(
            node, layer, accents: accents, uppers: uppers, length: end - token, hash: hash, key: key, into: &entries)
        }
      }
      if left == 0 {
        if end == token + 2, entries.count == known { table.noteStartsNothing(types[token], types[token + 1]) }
        return
      }
    }
  }
}

extension RuleSet {
  /// Adds the entries of a gazetteer's node that the accents of the text allow.
  func take(
    _ node: Int, _ layer: Layer, accents: UInt64, uppers: UInt64, length: Int, hash: UInt64,
    key: UnsafeBufferPointer<UInt8>, into entries: inout PlainBuffer<Chart.Entry>
  ) {
    let have = accents.nibbleMask
    var exactKnown: Bool?
    for i in layer.gazetteer.entries(node) {
      let entry = layer.gazetteer.entry(i)
      guard let symbol = layer.symbols[Int(entry.list)] else { continue }
      guard (accents ^ entry.accents) & have == 0 else { continue }  // an accent too many, or another one
      let missing = entry.accents.nibbleMask & ~have
      if missing & ~uppers != 0 {
        // Small letters without their accent: allowed where the bare spelling is no word of its own.
        let known = exactKnown ?? hasExact(accents, hash, key)
        exactKnown = known
        if known { continue }
      }
      entries.append(
        Chart.Entry(
          symbol: symbol, length: UInt16(truncatingIfNeeded: length),
          value: entry.isText ? entry.value + layer.textBase : entry.value))
    }
  }

  private func hasExact(_ accents: UInt64, _ hash: UInt64, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    for layer in layers {
      let node = layer.gazetteer.node(hash: hash, key: key)
      guard node >= 0 else { continue }
      for i in layer.gazetteer.entries(node) where layer.gazetteer.entry(i).accents == accents { return true }
    }
    return false
  }
}

extension UInt64 {
  /// 0xF in every nibble that is not 0.
  @inline(__always)
  var nibbleMask: UInt64 {
    let low = (self | self >> 1 | self >> 2 | self >> 3) & 0x1111_1111_1111_1111
    return low &* 15
  }
}
