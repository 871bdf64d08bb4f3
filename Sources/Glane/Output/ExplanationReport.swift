import GlaneText

extension Explanation {
  /// The explanation as text for a reader: what is there, then the steps that led to it, then the lists that know its words.
  ///
  /// - Parameter analysis: The analysis that was explained: entities are named from it.
  package func report(_ analysis: Analysis) -> String {
    let map = OffsetMap(analysis.source)
    func place(_ span: TextSpan) -> String { "\(map.scalar(span.start) ?? 0)..<\(map.scalar(span.end) ?? 0)" }
    var out = ""
    for mention in mentions {
      out += "\(place(mention.span)) “\(mention.text)”: \(mention.type.rawValue), by \(mention.rule)\n"
      if case .time(let time) = mention.detail { out += "  value \(time.value ?? "none")\n" }
      if case .function(let function) = mention.detail, function.label != mention.text { out += "  label \(function.label)\n" }
      if let entity = mention.entity { out += "  belongs to \(analysis[entity].name)\n" }
    }
    for quotation in quotations {
      out += "\(place(quotation.span)) “\(quotation.text)”: quotation, by \(quotation.rule)\n"
      if let cue = quotation.cue { out += "  attributed by “\(analysis.source.string(cue))”\n" }
      if let speaker = quotation.speaker { out += "  said by \(analysis[speaker].name)\n" }
    }
    if out.isEmpty { out += "Nothing found here.\n" }
    if !steps.isEmpty { out += "Steps:\n" }
    for step in steps {
      out += "  \(step.stage): \(step.rule) (\(step.origin)) gives <\(step.constituent)> “\(step.text)” \(step.value)\n"
    }
    if !listings.isEmpty { out += "Lists:\n" }
    for listing in listings { out += "  “\(listing.text)”: \(listing.lists.map { "@" + $0 }.joined(separator: " "))\n" }
    return out
  }
}
