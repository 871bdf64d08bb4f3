import GlaneFrench

extension Extractor {
  /// The analysis of an extractor for dates alone: no names, so nothing to settle, to join or to attribute.
  func dates(in source: TokenizedText, reference given: LocalDateTime?) -> Analysis {
    let reading = grammar.read(source)
    let found = reading.dates.mentions(reading.chart)
    let implied =
      given == nil && readsDateline ? DateReader.dateline(of: Array(found.prefix(8)), in: reading.chart) : nil
    let times = DateReader.resolve(found, in: reading.chart, reference: given ?? implied, direction: direction)
    var mentions: [Mention] = []
    mentions.reserveCapacity(found.count)
    for (i, date) in found.enumerated() {
      mentions.append(
        Mention(
          id: Mention.ID(i), type: MentionType(times[i].type), span: date.span, text: source.string(date.span),
          rule: date.ruleName, confidence: nil, entity: nil, detail: .time(times[i])))
    }
    grammar.recycle(reading.scratch)  // nothing reads the chart any more
    return Analysis(
      source: source, reference: given ?? implied, impliesReference: implied != nil, mentions: mentions, entities: [],
      quotations: [])
  }
}
