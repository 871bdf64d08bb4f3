import GlaneTime

/// Dates and periods drawn on one line of time, in the order of the calendar; then what has no place on it.
struct Timeline {
  private let rows: [Row]
  private let others: [TimeMention]
  private let extent: Range<Double>

  private struct Row {
    var mention: TimeMention
    /// In days; nil where the side is open.
    var start: Double?
    var end: Double?
  }

  init(_ analysis: Analysis) {
    let all = analysis.dates
    let dated = all.compactMap { mention in
      mention.time.interval.map { Row(mention: mention, start: $0.start?.days, end: $0.end?.days) }
    }
    rows = dated.enumerated().sorted { a, b in
      let (x, y) = (a.element.start ?? -.infinity, b.element.start ?? -.infinity)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    others = all.filter { $0.time.interval == nil }
    let points = dated.flatMap { [$0.start, $0.end] }.compactMap { $0 }
    // A margin on both sides, where open periods run out.
    let (low, high) = (points.min() ?? 0, points.max() ?? 1)
    let margin = max(1, (high - low) * 0.04)
    extent = low - margin..<high + margin
  }

  func render() -> String {
    var out = ""
    if !rows.isEmpty { out += "\(axis)<ol class=\"timeline\">\n\(rows.map(item).joined(separator: "\n"))\n</ol>" }
    if !others.isEmpty {
      let items = others.map {
        "<li><span class=\"value\">\(Markup.escape($0.time.readable))</span> \(link($0))</li>"
      }
      out += "\n<h3>Durées et répétitions</h3>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    }
    return out
  }

  /// The first and the last day that the bars are drawn between; the rows say it all in words.
  private var axis: String {
    let points = rows.flatMap { [$0.start, $0.end] }.compactMap { $0 }
    guard let low = points.min(), let high = points.max(), low < high else { return "" }
    func day(_ number: Double) -> String { CivilDate(dayNumber: Int(number.rounded(.down)))?.description ?? "" }
    return """
      <div class="axis" aria-hidden="true"><span style="left:\(tenths(percent(low)))%">\(day(low))</span>\
      <span style="right:\(tenths(100 - percent(high)))%">\(day(max(low, high - 0.001)))</span></div>

      """
  }

  private func item(_ row: Row) -> String {
    let value = Markup.escape(row.mention.time.readable)
    let notes = [
      row.mention.time.isApproximate ? "à peu près" : nil, row.start == nil ? "début ouvert" : nil,
      row.end == nil ? "fin ouverte" : nil,
    ].compactMap { $0 }
    let note = notes.isEmpty ? "" : " <span class=\"where\">(\(notes.joined(separator: ", ")))</span>"
    return """
      <li><span class="value">\(value)</span>\(bar(row))<span>\(link(row.mention))\(note)</span></li>
      """
  }

  /// The bar repeats what the words beside it say, so it is hidden from readers of the page's text.
  private func bar(_ row: Row) -> String {
    let from = percent(row.start ?? extent.lowerBound)
    let width = max(0.8, percent(row.end ?? extent.upperBound) - from)
    var classes = "bar"
    if row.mention.time.isApproximate { classes += " approximate" }
    if row.start == nil { classes += " open-start" }
    if row.end == nil { classes += " open-end" }
    return "<span class=\"track\" aria-hidden=\"true\"><span class=\"\(classes)\" "
      + "style=\"left:\(tenths(min(from, 99.2)))%;width:\(tenths(width))%\"></span></span>"
  }

  private func percent(_ day: Double) -> Double {
    100 * (day - extent.lowerBound) / (extent.upperBound - extent.lowerBound)
  }

  private func tenths(_ number: Double) -> String {
    let n = Int((number * 10).rounded())
    return "\(n / 10).\(n % 10)"
  }

  private func link(_ mention: TimeMention) -> String {
    "<a href=\"#\(mention.mention.id.wire)\">\(Markup.escape(oneLine(mention.text)))</a>"
  }
}

extension CivilDateTime {
  /// Days since 1970-01-01, with the part of the day.
  fileprivate var days: Double { Double(date.dayNumber) + Double(secondOfDay) / 86_400 }
}
