import GlaneText

extension Analysis {
  /// How the mentions came about that cover a place, or all of them, as text for a reader.
  ///
  /// - Parameter offset: A UTF-8 byte offset; nil explains every mention.
  package func explanation(at offset: Int?) -> String {
    let map = OffsetMap(source)
    var out = ""
    for mention in mentions where offset.map(mention.span.contains) ?? true {
      let span = "\(map.scalar(mention.span.start) ?? 0)..<\(map.scalar(mention.span.end) ?? 0)"
      out += "\(span) “\(mention.text)”: \(mention.type.rawValue), by \(mention.rule)\n"
      if case .time(let time) = mention.detail { out += "  value \(time.value ?? "none")\n" }
      if let entity = mention.entity { out += "  belongs to \(self[entity].name)\n" }
    }
    for quotation in quotations where offset.map(quotation.span.contains) ?? true {
      out += "“\(quotation.text)”: quotation, by \(quotation.rule)\n"
      if let cue = quotation.cue { out += "  attributed by “\(source.string(cue))”\n" }
      if let speaker = quotation.speaker { out += "  said by \(self[speaker].name)\n" }
    }
    return out.isEmpty ? (offset == nil ? "Nothing found.\n" : "No mention covers this place.\n") : out
  }
}
