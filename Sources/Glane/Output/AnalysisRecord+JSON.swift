extension AnalysisRecord {
  /// The record as JSON in UTF-8, without a line end: one line, or `pretty`, with a member a line.
  ///
  /// Keys come in the order of the schema; members that are nil are left out. Much faster than `JSONEncoder`, and the
  /// same object.
  ///
  /// - Complexity: O(*n*) in the bytes written.
  public func json(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self)
    return writer.bytes
  }
}

extension Analysis {
  /// The analysis as one JSON object of the schema `glane/1`: see ``AnalysisRecord``.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func json(
    id: DocumentID? = nil, offsets: OffsetUnit = .unicodeScalar, tokens: Bool = false, pretty: Bool = false
  ) -> String {
    let record = AnalysisRecord(self, id: id, offsets: offsets, tokens: tokens)
    return String(decoding: record.json(pretty: pretty), as: UTF8.self)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ record: AnalysisRecord) {
    beginObject()
    member("schema", record.schema)
    key("id")
    value(record.id)
    member("reference", record.reference)
    if let implied = record.referenceImplied {
      key("referenceImplied")
      value(implied)
    }
    member("offsets", record.offsets.rawValue)
    member("text", record.text)
    member("invalid", record.invalid)
    member("tokens", record.tokens)
    member("sentences", record.sentences)
    key("mentions")
    list(record.mentions) { $0.write($1) }
    key("entities")
    list(record.entities) { $0.write($1) }
    key("quotes")
    list(record.quotes) { $0.write($1) }
    endObject()
  }

  private mutating func write(_ mention: AnalysisRecord.Mention) {
    beginObject()
    member("id", mention.id)
    member("type", mention.type.rawValue)
    member("start", mention.start)
    member("end", mention.end)
    member("text", mention.text)
    member("rule", mention.rule)
    member("entity", mention.entity)
    if let confidence = mention.confidence {
      key("confidence")
      value(hundredths: confidence)
    }
    member("value", mention.value)
    member("edtf", mention.edtf)
    if let interval = mention.interval {
      key("interval")
      beginArray(inline: true)
      for side in interval { if let side { value(side) } else { null() } }
      endArray()
    }
    if let absolute = mention.absolute {
      key("absolute")
      value(absolute)
    }
    if let elements = mention.timex3 {
      key("timex3")
      list(elements) { $0.write($1) }
    }
    member("titles", mention.titles)
    member("functions", mention.functions)
    member("label", mention.label)
    member("holders", mention.holders)
    member("organization", mention.organization)
    member("place", mention.place)
    endObject()
  }

  private mutating func write(_ element: AnalysisRecord.TimexElement) {
    beginObject(inline: true)
    member("start", element.start)
    member("end", element.end)
    member("type", element.type)
    member("value", element.value)
    member("mod", element.mod)
    member("quant", element.quant)
    member("freq", element.freq)
    endObject()
  }

  private mutating func write(_ entity: AnalysisRecord.Entity) {
    beginObject()
    member("id", entity.id)
    member("type", entity.type.rawValue)
    member("name", entity.name)
    member("mentions", entity.mentions)
    member("aliases", entity.aliases)
    member("acronym", entity.acronym)
    member("titles", entity.titles)
    if let functions = entity.functions {
      key("functions")
      list(functions) { writer, function in
        writer.beginObject(inline: true)
        writer.member("label", function.label)
        writer.member("organization", function.organization)
        writer.member("place", function.place)
        writer.member("mention", function.mention)
        writer.member("status", function.status)
        writer.member("time", function.time)
        writer.endObject()
      }
    }
    endObject()
  }

  private mutating func write(_ quote: AnalysisRecord.Quote) {
    beginObject()
    member("start", quote.start)
    member("end", quote.end)
    member("text", quote.text)
    key("speaker")
    if let speaker = quote.speaker { value(speaker) } else { null() }
    key("cue")
    if let cue = quote.cue { value(cue) } else { null() }
    member("rule", quote.rule)
    endObject()
  }

  // MARK: - Members

  mutating func value(_ id: DocumentID?) {
    switch id {
    case .string(let text): value(text)
    // A number that somebody made out of something else would break the line.
    case .number(let text): if JSONReader.isNumber(text) { raw(text) } else { value(text) }
    case nil: null()
    }
  }

  mutating func value(_ pairs: [OffsetPair]) {
    beginArray(inline: true)
    for pair in pairs { value(pair) }
    endArray()
  }

  private mutating func value(_ pair: OffsetPair) {
    beginArray(inline: true)
    value(pair.start)
    value(pair.end)
    endArray()
  }

  private mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  private mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  private mutating func member(_ name: StaticString, _ ids: [String]?) {
    guard let ids else { return }
    key(name)
    beginArray(inline: true)
    for id in ids { value(id) }
    endArray()
  }

  private mutating func member(_ name: StaticString, _ pairs: [OffsetPair]?) {
    guard let pairs else { return }
    key(name)
    value(pairs)
  }

  private mutating func list<T>(_ values: [T], _ write: (inout JSONWriter, T) -> Void) {
    beginArray()
    for value in values { write(&self, value) }
    endArray()
  }
}
