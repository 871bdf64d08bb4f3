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
    classMask.reserveCapacity(n)
    var form = FoldedForm()
    for s in text.sentenceStarts.indices {
      let sentence = text.sentenceTokens(s)
      for t in sentence {
        entryStarts.append(UInt32(entries.count))
        annotate(t, limit: sentence.upperBound, &form)
        mark(t)
      }
    }
    entryStarts.append(UInt32(entries.count))
  }

  private mutating func annotate(_ token: Int, limit: Int, _ form: inout FoldedForm) {
    let layerCount = rules.layers.count
    // A bit per layer that may still hold a longer phrase.
    var open = (UInt64(1) << UInt64(layerCount)) &- 1
    var end = token
    while open != 0, end < limit {
      text.utf8.withUnsafeBufferPointer { utf8 in
        let word = UnsafeBufferPointer(
          rebasing: utf8[Int(text.tokens.starts[end])..<Int(text.tokens.ends[end])])
        if end == token { form.assign(word) } else { form.appendWord(word) }
      }
      end += 1
      for layer in 0..<layerCount where open & (1 << UInt64(layer)) != 0 {
        let gazetteer = rules.layers[layer].gazetteer
        let node = form.withBytes { gazetteer.node(hash: form.hash, key: $0) }
        guard node >= 0 else {
          open &= ~(1 << UInt64(layer))
          continue
        }
        take(node, layer, form, length: end - token)
        if !gazetteer.continues(node) { open &= ~(1 << UInt64(layer)) }
      }
    }
  }

  /// Adds the entries of a node that the token's accents allow.
  private mutating func take(_ node: Int, _ index: Int, _ form: borrowing FoldedForm, length: Int) {
    let layer = rules.layers[index]
    let all = layer.gazetteer.entries(node)
    let have = form.accents.nibbleMask
    var exactKnown: Bool?
    for i in all {
      let entry = layer.gazetteer.entry(i)
      guard let symbol = layer.symbols[Int(entry.list)] else { continue }
      guard (form.accents ^ entry.accents) & have == 0 else { continue }  // an accent too many, or another one
      let missing = entry.accents.nibbleMask & ~have
      if missing & ~form.uppers != 0 {
        // Small letters without their accent: allowed where the bare spelling is no word of its own.
        let known = exactKnown ?? hasExact(form)
        exactKnown = known
        if known { continue }
      }
      entries.append(
        Entry(symbol: symbol, length: UInt16(truncatingIfNeeded: length), value: entry.isText ? entry.value + layer.textBase : entry.value))
    }
  }

  private func hasExact(_ form: borrowing FoldedForm) -> Bool {
    for layer in rules.layers {
      let node = form.withBytes { layer.gazetteer.node(hash: form.hash, key: $0) }
      guard node >= 0 else { continue }
      for i in layer.gazetteer.entries(node) where layer.gazetteer.entry(i).accents == form.accents { return true }
    }
    return false
  }

  private mutating func mark(_ token: Int) {
    var mask = rules.triggers.kindStages[Int(text.tokens.kinds[token].rawValue)]
    for i in Int(entryStarts[token])..<entries.count { mask |= rules.stageMask(of: entries[i].symbol) }
    let classes = TokenClass.mask(text.tokens.kinds[token], text.tokens.shapes[token])
    classMask.append(classes)
    for (bit, stages) in rules.triggers.classStages where bit & classes != 0 { mask |= stages }
    stageMask[token] |= mask
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

extension FoldedForm {
  /// Goes on with a phrase: a space, then the fold of the next token.
  mutating func appendWord(_ utf8: UnsafeBufferPointer<UInt8>) {
    append(byte: UInt8(ascii: " "))
    append(utf8)
  }
}
