import GlaneText

extension Analysis {
  /// The mentions as brat standoff (`.ann`), to stand beside the text in a `.txt` file; offsets in Unicode scalars.
  ///
  /// Mentions and quotations are text-bound annotations, values and labels are notes, what a person is called and holds
  /// are relations, mentions of one entity are equivalent.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func brat() -> String {
    var writer = BratWriter(source)
    for mention in mentions {
      writer.annotate(mention.type.rawValue.capitalizedASCII, mention.span)
      switch mention.detail {
      case .time(let time): writer.note(time.value)
      case .function(let function): writer.note(function.label)
      default: break
      }
    }
    for quotation in quotations { writer.annotate("Quotation", quotation.span) }
    for mention in mentions {
      guard case .person(let titles, let functions) = mention.detail else { continue }
      for title in titles { writer.relate("Title_of", title.index, mention.id.index) }
      for function in functions { writer.relate("Function_of", function.index, mention.id.index) }
    }
    for (i, quotation) in quotations.enumerated() {
      guard let speaker = quotation.speaker, let mention = nearestMention(of: speaker, to: quotation.span) else {
        continue
      }
      writer.relate("Said_by", mentions.count + i, mention.index)
    }
    for entity in entities where entity.mentions.count > 1 { writer.equate(entity.mentions.map(\.index)) }
    return writer.text
  }

  /// The mention of an entity that stands nearest to a place.
  private func nearestMention(of entity: Entity.ID, to span: TextSpan) -> Mention.ID? {
    self[entity].mentions.min { distance(self[$0].span, span) < distance(self[$1].span, span) }
  }

  private func distance(_ a: TextSpan, _ b: TextSpan) -> Int { max(a.start - b.end, b.start - a.end, 0) }
}

private struct BratWriter {
  private(set) var text = ""
  private let source: TokenizedText
  private let map: OffsetMap
  private var annotations = 0
  private var notes = 0
  private var relations = 0

  init(_ source: TokenizedText) {
    self.source = source
    map = OffsetMap(source)
  }

  mutating func annotate(_ type: String, _ span: TextSpan) {
    annotations += 1
    // brat wants a span that crosses a line end in parts, one a line.
    let parts = lines(of: span)
    let offsets = parts.map { "\(map.scalar($0.start) ?? 0) \(map.scalar($0.end) ?? 0)" }.joined(separator: ";")
    text += "T\(annotations)\t\(type) \(offsets)\t\(parts.map(source.string).joined(separator: " "))\n"
  }

  /// A note on the last annotation.
  mutating func note(_ words: String?) {
    guard let words else { return }
    notes += 1
    text += "#\(notes)\tAnnotatorNotes T\(annotations)\t\(oneLine(words))\n"
  }

  mutating func relate(_ type: String, _ a: Int, _ b: Int) {
    relations += 1
    text += "R\(relations)\t\(type) Arg1:T\(a + 1) Arg2:T\(b + 1)\n"
  }

  mutating func equate(_ annotations: [Int]) {
    text += "*\tEquiv \(annotations.map { "T\($0 + 1)" }.joined(separator: " "))\n"
  }

  private func lines(of span: TextSpan) -> [TextSpan] {
    source.utf8[span.range].split { $0 == 0x0A || $0 == 0x0D }
      .map { TextSpan(start: $0.startIndex, end: $0.endIndex) }
  }
}

extension String {
  /// `Person` for `person`.
  var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
