import GlaneText

extension Analysis {
  /// The analysis as a spaCy document in JSON: `Doc(vocab).from_json(…)` reads it, and `displacy.render(…, manual=True)`
  /// draws it.
  ///
  /// `ents` holds the outermost names and expressions of time, which spaCy wants without overlaps and on token ends;
  /// `spans` holds every mention under the key `glane`. Offsets in Unicode scalars.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func spaCy(title: String? = nil) -> [UInt8] {
    let converter = OffsetConverter(source, unit: .unicodeScalar)
    let tokens = spaCyTokens()
    let starts = Set(tokens.map(\.start))
    let ends = Set(tokens.map(\.end))
    let aligned = mentions.filter { starts.contains($0.span.start) && ends.contains($0.span.end) }
    let names = aligned.filter { ![.title, .function, .reference].contains($0.type) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("text")
    writer.value(source.string(TextSpan(start: 0, end: source.utf8.count)))
    writer.key("title")
    if let title { writer.value(title) } else { writer.null() }
    writer.key("ents")
    writer.spans(outermost(names.map { ($0.span, $0.type) }).map { ($0.span, $0.label) }, converter)
    writer.key("spans")
    writer.beginObject()
    writer.key("glane")
    writer.spans(aligned.map { ($0.span, $0.type) }, converter)
    writer.endObject()
    writer.key("sents")
    writer.spans(spaCySentences(tokens).map { ($0, nil) }, converter)
    writer.key("tokens")
    writer.beginArray()
    for (i, token) in tokens.enumerated() {
      writer.beginObject()
      writer.key("id")
      writer.value(i)
      writer.bounds(converter.convert(token))
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// spaCy's tokens rebuild the text with at most one space after each: other blanks are tokens of their own.
  private func spaCyTokens() -> [TextSpan] {
    var all: [TextSpan] = []
    var end = 0
    func gap(to start: Int) {
      var from = end
      // One space belongs to the token before it.
      if from > 0, from < start, source.utf8[from] == 0x20 { from += 1 }
      if from < start { all.append(TextSpan(start: from, end: start)) }
    }
    for token in source.tokens {
      gap(to: token.span.start)
      all.append(token.span)
      end = token.span.end
    }
    gap(to: source.utf8.count)
    return all
  }

  /// A sentence of spaCy's ends where the next one starts: tokens of blanks belong to the sentence before them.
  private func spaCySentences(_ tokens: [TextSpan]) -> [TextSpan] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let starts = Set(source.sentences.dropFirst().map(\.start))
    var all: [TextSpan] = []
    var start = first.start
    for (token, next) in zip(tokens, tokens.dropFirst()) where starts.contains(next.start) {
      all.append(TextSpan(start: start, end: token.end))
      start = next.start
    }
    return all + [TextSpan(start: start, end: last.end)]
  }
}

extension JSONWriter {
  fileprivate mutating func spans(_ spans: [(TextSpan, MentionType?)], _ converter: OffsetConverter) {
    beginArray()
    for (span, type) in spans {
      beginObject()
      bounds(converter.convert(span))
      if let type {
        key("label")
        value(type.rawValue.uppercased())
        // spaCy asks for both, though there is no knowledge base behind them.
        key("id")
        value("")
        key("kb_id")
        value("")
      }
      endObject()
    }
    endArray()
  }

  fileprivate mutating func bounds(_ pair: OffsetPair) {
    key("start")
    value(pair.start)
    key("end")
    value(pair.end)
  }
}
