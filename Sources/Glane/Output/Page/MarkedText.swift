import GlaneText

/// The text of an analysis with its mentions and quotations marked, as paragraphs of HTML.
struct MarkedText {
  private let source: TokenizedText
  private let marks: [Mark]

  private struct Mark {
    var span: TextSpan
    var open: String
    var close: String
  }

  init(_ analysis: Analysis) {
    source = analysis.source
    let mentions = analysis.mentions.map { mention in
      Mark(
        span: mention.span,
        open: "<mark class=\"\(mention.type.isTemporal ? "time" : mention.type.rawValue)\" id=\"\(mention.id.wire)\">",
        close:
          "<a class=\"tag\" href=\"#w\(mention.id.index)\" aria-label=\"\(mention.type.french), pourquoi ?\">"
          + "\(mention.type.french)</a></mark>")
    }
    let quotations = analysis.quotations.enumerated().map { i, quotation in
      Mark(span: quotation.span, open: "<span class=\"said\" id=\"q\(i)\">", close: "</span>")
    }
    // A stable sort: a quotation that covers the same text as a mention stands inside it.
    marks = (mentions + quotations).enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
      .map(\.element)
  }

  /// Walks the text once. A mark that would cross one that is open is left out, since elements nest; the table of
  /// reasons has it all the same.
  func render() -> String {
    var out = ""
    var open: [Mark] = []
    var done = 0
    func advance(to end: Int) {
      guard done < end else { return }
      append(TextSpan(start: done, end: end), to: &out, splitting: open.isEmpty)
      done = end
    }
    func close(upTo offset: Int) {
      while let last = open.last, last.span.end <= offset {
        advance(to: last.span.end)
        out += last.close
        open.removeLast()
      }
    }
    for mark in marks {
      close(upTo: mark.span.start)
      if let last = open.last, mark.span.end > last.span.end { continue }
      advance(to: mark.span.start)
      out += mark.open
      open.append(mark)
    }
    close(upTo: Int.max)
    advance(to: source.utf8.count)
    guard !out.isEmpty else { return "" }
    return "<div class=\"text\">\n<p>\(out)</p>\n</div>"
  }

  /// Text outside every mark is cut into paragraphs at its line ends.
  private func append(_ span: TextSpan, to out: inout String, splitting: Bool) {
    let text = Markup.escape(source.string(span).replacingLineEnds())
    guard splitting else {
      out += text
      return
    }
    var isFirst = true
    let isLast = span.end == source.utf8.count
    for line in (isLast ? text.trimmingEnd() : text[...]).split(separator: "\n", omittingEmptySubsequences: false) {
      if !isFirst, !out.isEmpty, !out.hasSuffix("<p>") { out += "</p>\n<p>" }
      out += line
      isFirst = false
    }
  }
}

extension String {
  /// Without the line ends at its end, which would make an empty paragraph.
  fileprivate func trimmingEnd() -> Substring {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return text
  }

  /// CR LF and CR alone become LF, as an HTML parser reads them.
  fileprivate func replacingLineEnds() -> String {
    guard utf8.contains(0x0D) else { return self }
    var out: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0D { out.append(0x0A) } else if !(byte == 0x0A && previous == 0x0D) { out.append(byte) }
      previous = byte
    }
    return String(decoding: out, as: UTF8.self)
  }
}
