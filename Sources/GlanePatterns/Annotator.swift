import GlaneText

extension Chart {
  /// Looks every token and every phrase up in the lists, and marks where the rules of each stage may start.
  ///
  /// - Complexity: O(tokens × longest phrase that the lists hold there).
  package mutating func annotate() {
    let n = text.tokens.count
    sentenceOf = [UInt32](repeating: 0, count: n)
    for s in text.sentenceStarts.indices {
      for t in text.sentenceTokens(s) { sentenceOf[t] = UInt32(s) }
    }
    entryStarts.reserveCapacity(n + 1)
    entries.reserveCapacity(n * 3)
    signatures.reserveCapacity(n)
    hashes.reserveCapacity(n)
    let folded = FoldedTokens(text)
    folded.bytes.withUnsafeBufferPointer { keys in
      for s in text.sentenceStarts.indices {
        let sentence = text.sentenceTokens(s)
        for t in sentence {
          entryStarts.append(UInt32(entries.count))
          annotate(t, limit: sentence.upperBound, folded, keys)
          mark(t)
        }
      }
    }
    entryStarts.append(UInt32(entries.count))
  }

  private mutating func annotate(
    _ token: Int, limit: Int, _ folded: FoldedTokens, _ keys: UnsafeBufferPointer<UInt8>
  ) {
    let layers = rules.layers
    // A bit per layer that may still hold a longer phrase.
    var open = (UInt64(1) << UInt64(layers.count)) &- 1
    var end = token
    while open != 0, end < limit {
      end += 1
      let key = UnsafeBufferPointer(rebasing: keys[folded.range(token, end)])
      let hash = FoldedForm.hash(key)
      if end == token + 1 { hashes.append(hash) }
      for i in 0..<layers.count where open & (1 << UInt64(i)) != 0 {
        let node = layers[i].gazetteer.node(hash: hash, key: key)
        guard node >= 0 else {
          open &= ~(1 << UInt64(i))
          continue
        }
        take(node, layers[i], folded, token, end, hash, key)
        if !layers[i].gazetteer.continues(node) { open &= ~(1 << UInt64(i)) }
      }
    }
  }

  /// Adds the entries of a node that the token's accents allow.
  private mutating func take(
    _ node: Int, _ layer: RuleSet.Layer, _ folded: FoldedTokens, _ token: Int, _ end: Int, _ hash: UInt64,
    _ key: UnsafeBufferPointer<UInt8>
  ) {
    let all = layer.gazetteer.entries(node)
    guard !all.isEmpty else { return }
    let signature = folded.signature(token, end)
    let have = signature.accents.nibbleMask
    var exactKnown: Bool?
    for i in all {
      let entry = layer.gazetteer.entry(i)
      guard let symbol = layer.symbols[Int(entry.list)] else { continue }
      guard (signature.accents ^ entry.accents) & have == 0 else { continue }  // an accent too many, or another one
      let missing = entry.accents.nibbleMask & ~have
      if missing & ~signature.uppers != 0 {
        // Small letters without their accent: allowed where the bare spelling is no word of its own.
        let known = exactKnown ?? hasExact(signature.accents, hash, key)
        exactKnown = known
        if known { continue }
      }
      entries.append(
        Entry(
          symbol: symbol, length: UInt16(truncatingIfNeeded: end - token),
          value: entry.isText ? entry.value + layer.textBase : entry.value))
    }
  }

  private func hasExact(_ accents: UInt64, _ hash: UInt64, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    for layer in rules.layers {
      let node = layer.gazetteer.node(hash: hash, key: key)
      guard node >= 0 else { continue }
      for i in layer.gazetteer.entries(node) where layer.gazetteer.entry(i).accents == accents { return true }
    }
    return false
  }

  private mutating func mark(_ token: Int) {
    let kind = text.tokens.kinds[token]
    let classes = rules.triggers.classMask(kind, text.tokens.shapes[token])
    var stages = rules.triggers.kindStages[Int(kind.rawValue)]
    var signature = Signature.always | Signature.of(classes: classes) | Signature.of(kind)
    for i in Int(entryStarts[token])..<entries.count {
      stages |= rules.stageMask(of: entries[i].symbol)
      signature |= Signature.of(entries[i].symbol)
    }
    for c in rules.triggers.classStages where c.bits & classes != 0 { stages |= c.stages }
    signatures.append(signature)
    stageMask[token] |= stages
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
