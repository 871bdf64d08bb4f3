import GlaneText
import GlaneTime

extension Analysis {
  /// The text as TimeML (1.2.1) with its TIMEX3 elements; the reference date is the creation time.
  ///
  /// - Parameter id: What `DOCID` says.
  /// - Complexity: O(*n*) in the length of the text.
  public func timeML(id: String = "") -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <TimeML>
      <DOCID>\(Markup.escape(id))</DOCID>

      """
    if let reference {
      let type = reference.hasTime ? "TIME" : "DATE"
      out += """
        <DCT><TIMEX3 tid="t0" type="\(type)" value="\(reference)" temporalFunction="false" \
        functionInDocument="CREATION_TIME">\(reference)</TIMEX3></DCT>

        """
    }
    out += "<TEXT>"
    var done = 0
    var number = 0
    for (span, element) in outermost(timexElements()) {
      number += 1
      out += Markup.escape(source.string(TextSpan(start: done, end: span.start)))
      out += "<TIMEX3 tid=\"t\(number)\"\(Self.attributes(element))>\(Markup.escape(source.string(span)))</TIMEX3>"
      done = span.end
    }
    out += Markup.escape(source.string(TextSpan(start: done, end: source.utf8.count)))
    return out + "</TEXT>\n</TimeML>\n"
  }

  private func timexElements() -> [(TextSpan, Timex3)] {
    mentions.flatMap { mention -> [(TextSpan, Timex3)] in
      guard case .time(let time) = mention.detail else { return [] }
      return time.timex3.map {
        (TextSpan(start: $0.start ?? mention.span.start, end: $0.end ?? mention.span.end), $0)
      }
    }.sorted { $0.0 < $1.0 }
  }

  private static func attributes(_ element: Timex3) -> String {
    let all: [(String, String?)] = [
      ("type", element.type.rawValue), ("value", element.value), ("mod", element.mod), ("quant", element.quant),
      ("freq", element.freq),
    ]
    return all.map { name, value in value.map { " \(name)=\"\(Markup.escape($0))\"" } ?? "" }.joined()
  }
}
