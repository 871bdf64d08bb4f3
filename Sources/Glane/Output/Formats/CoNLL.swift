import GlaneText

extension Analysis {
  /// The names as CoNLL-2003 columns: token, two columns without content, and a BIO tag (`B-PER`, `I-PER`, `O`).
  ///
  /// The tags are those of CoNLL-2003 (PER, ORG, LOC, and MISC for events and products) and DATE for expressions of
  /// time. Of nested mentions the outermost is written; functions and titles are none. Blanks inside a token
  /// (`1 250`) become `_`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func conll() -> String {
    let outer = outermost(mentions.compactMap { m in Self.tag(m.type).map { (m.span, $0) } })
    var out = "-DOCSTART- -X- -X- O\n\n"
    var next = 0
    for s in source.sentenceStarts.indices {
      var open: Int?
      for t in source.sentenceTokens(s) {
        let span = source.tokens.span(at: t)
        while next < outer.count, outer[next].span.end <= span.start { next += 1 }
        var tag = "O"
        if next < outer.count, outer[next].span.overlaps(span) {
          tag = (open == next ? "I-" : "B-") + outer[next].label
          open = next
        }
        let word = String(source.string(span).map { $0.isWhitespace ? "_" : $0 })
        out += "\(word) -X- -X- \(tag)\n"
      }
      out += "\n"
    }
    return out
  }

  private static func tag(_ type: MentionType) -> String? {
    switch type {
    case .person: "PER"
    case .organization: "ORG"
    case .place: "LOC"
    case .event, .product: "MISC"
    case .date, .time, .duration, .set, .period: "DATE"
    case .title, .function, .reference: nil
    }
  }
}

/// The labelled spans that no other one of the list holds or crosses, in reading order.
///
/// - Parameter spans: In reading order, outer spans before what they hold, as mentions are.
func outermost<Label>(_ spans: [(TextSpan, Label)]) -> [(span: TextSpan, label: Label)] {
  var kept: [(span: TextSpan, label: Label)] = []
  for (span, label) in spans where kept.last.map({ $0.span.end <= span.start }) ?? true { kept.append((span, label)) }
  return kept
}
