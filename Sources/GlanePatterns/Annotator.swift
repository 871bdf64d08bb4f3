import GlaneText

extension Chart {
  /// Looks every token and every phrase up in the lists, and marks where the rules of each stage may start.
  ///
  /// - Complexity: O(tokens × longest phrase that the lists hold there).
  package mutating func annotate() {
    let n = text.tokens.count
    table.prepare()
    types = table.types(of: text)
    records = table.records
    lowers = table.lowers
    plains = table.plains
    let known = table.entries
    sentenceOf = [UInt32](repeating: 0, count: n)
    met = [Need.Bits](repeating: .zero, count: text.sentenceStarts.count)
    var phrases = PhraseFinder(table)
    for s in text.sentenceStarts.indices {
      let sentence = text.sentenceTokens(s)
      var met = Need.Bits.zero
      for t in sentence {
        sentenceOf[t] = UInt32(s)
        annotate(t, limit: sentence.upperBound, known, &phrases, &met)
      }
      self.met[s] = met
    }
    entryStarts[n] = UInt32(entries.count)
  }

  @inline(__always)
  private mutating func annotate(
    _ t: Int, limit: Int, _ known: UnsafeBufferPointer<Entry>, _ phrases: inout PhraseFinder, _ met: inout Need.Bits
  ) {
    // A pointer, not a copy: records are large. Types are indices of records.
    let record = records + Int(types[t])
    let kind = text.tokens.kinds[t]
    let starts = rules.triggers.starts(kind, text.tokens.shapes[t])
    var stages = record.pointee.stages | starts.stages
    var signature =
      record.pointee.signature | Signature.always | Signature.of(classes: starts.classes) | Signature.of(kind)
    entryStarts[t] = UInt32(entries.count)
    met |= record.pointee.met
    let first = Int(record.pointee.entries)
    for i in first..<first + Int(record.pointee.entryCount) { entries.append(known[i]) }
    if record.pointee.continuations != 0, t + 1 < limit,
      record.pointee.continuations & Gazetteer.continuation(records[Int(types[t + 1])].hash) != 0
    {
      let first = entries.count
      phrases.find(t, limit, types, records, table, rules, into: &entries)
      if entries.count > first {
        phraseTokens.append(UInt32(t))
        for i in first..<entries.count {
          let symbol = entries[i].symbol
          stages |= rules.stageMask(of: symbol)
          signature |= Signature.of(symbol)
          met |= rules.need.ofSymbol[Int(symbol.id)]
        }
      }
    }
    signatures[t] = signature
    stageMask[t] |= stages
  }
}

/// Looks the phrases up that start at a token and take more than it.
private struct PhraseFinder {
  private var key: [UInt8] = []
  /// By layer: the node reached, or -1; the tokens with which it goes on.
  private var nodes: [(node: Int, continuations: UInt32)]

  init(_ table: TypeTable) { nodes = .init(repeating: (-1, 0), count: table.rules.layers.count) }

  mutating func find(
    _ token: Int, _ limit: Int, _ types: [UInt32], _ records: UnsafePointer<TypeTable.Record>, _ table: TypeTable,
    _ rules: RuleSet, into entries: inout PlainBuffer<Chart.Entry>
  ) {
    let first = records[Int(types[token])]
    for k in nodes.indices { nodes[k] = (-1, 0) }
    for i in Int(first.open)..<Int(first.open) + Int(first.openCount) {
      let open = table.open[i]
      nodes[open.layer] = (open.node, open.continuations)
    }
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: table.foldBytes(first))
    var (accents, uppers) = (first.accents, first.uppers)
    var end = token + 1
    var left = first.continuations
    while end < limit {
      let next = records[Int(types[end])]
      let bit = Gazetteer.continuation(next.hash)
      guard left & bit != 0 else { return }
      key.append(UInt8(ascii: " "))
      if key.count < 16 {
        accents |= next.accents << UInt64(key.count * 4)
        uppers |= next.uppers << UInt64(key.count * 4)
      }
      key.append(contentsOf: table.foldBytes(next))
      end += 1
      left = 0
      key.withUnsafeBufferPointer { key in
        let hash = FoldedForm.hash(key)
        for i in nodes.indices {
          guard nodes[i].continuations & bit != 0 else {
            nodes[i] = (-1, 0)
            continue
          }
          let layer = rules.layers[i]
          let node = layer.gazetteer.node(hash: hash, key: key)
          nodes[i] = (node, node < 0 ? 0 : layer.gazetteer.continuations(node))
          left |= nodes[i].continuations
          guard node >= 0 else { continue }
          rules.take(
            node, layer, accents: accents, uppers: uppers, length: end - token, hash: hash, key: key, into: &entries)
        }
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
