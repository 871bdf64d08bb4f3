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
    String(decoding: jsonBytes(id: id, offsets: offsets, tokens: tokens, pretty: pretty), as: UTF8.self)
  }

  /// What ``AnalysisRecord/json(pretty:)`` writes of the analysis: mention by mention, so that the whole record is never
  /// there.
  package func jsonBytes(
    id: DocumentID? = nil, offsets: OffsetUnit = .unicodeScalar, tokens: Bool = false, text: Bool = false,
    pretty: Bool = false
  ) -> [UInt8] {
    let converter = OffsetConverter(source, unit: offsets)
    let head = AnalysisRecord(head: self, id: id, offsets: offsets, tokens: tokens, text: text, converter)
    var writer = JSONWriter(pretty: pretty, capacity: source.utf8.count * 4 + 1024)
    writer.begin(head)
    writer.list("mentions", mentions) { $0.write(AnalysisRecord.Mention($1, converter)) }
    writer.list("entities", entities) { $0.write(AnalysisRecord.Entity($1)) }
    writer.list("quotes", quotations) { $0.write(AnalysisRecord.Quote($1, converter)) }
    writer.endObject()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ record: AnalysisRecord) {
    begin(record)
    list("mentions", record.mentions) { $0.write($1) }
    list("entities", record.entities) { $0.write($1) }
    list("quotes", record.quotes) { $0.write($1) }
    endObject()
  }

  /// The members before the mentions.
  fileprivate mutating func begin(_ record: AnalysisRecord) {
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
  }

  fileprivate mutating func write(_ mention: AnalysisRecord.Mention) {
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
    if let elements = mention.timex3 { list("timex3", elements) { $0.write($1) } }
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

  fileprivate mutating func write(_ entity: AnalysisRecord.Entity) {
    beginObject()
    member("id", entity.id)
    member("type", entity.type.rawValue)
    member("name", entity.name)
    member("mentions", entity.mentions)
    member("aliases", entity.aliases)
    member("acronym", entity.acronym)
    member("titles", entity.titles)
    if let functions = entity.functions {
      list("functions", functions) { writer, function in
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

  fileprivate mutating func write(_ quote: AnalysisRecord.Quote) {
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

  fileprivate mutating func list<T>(_ name: StaticString, _ values: [T], _ write: (inout JSONWriter, T) -> Void) {
    key(name)
    beginArray()
    for value in values { write(&self, value) }
    endArray()
  }
}
