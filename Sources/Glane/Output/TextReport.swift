import GlaneTime

/// An ``Analysis`` laid out for a reader at a terminal: people, dates, organisations, places, quotations.
///
/// The headings are French, as the texts are.
struct TextReport {
  private let analysis: Analysis
  private let style: Style
  private var out = ""

  /// How a report marks its headings and notes.
  struct Style {
    var heading: (on: String, off: String)
    var note: (on: String, off: String)

    static let plain = Style(heading: ("", ""), note: ("", ""))
    /// Bold headings and dim notes (ECMA-48): colours would assume a background.
    static let terminal = Style(heading: ("\u{1B}[1m", "\u{1B}[22m"), note: ("\u{1B}[2m", "\u{1B}[22m"))
  }

  init(_ analysis: Analysis, style: Style) {
    self.analysis = analysis
    self.style = style
  }

  mutating func render() -> String {
    people()
    timeline()
    organizations()
    names(of: .place, "Lieux")
    names(of: .event, "Événements")
    quotations()
    if out.isEmpty { out = "Rien à glaner.\n" }
    return out
  }

  // MARK: - Sections

  private mutating func people() {
    let people = analysis.entities.filter { $0.type == .person }
    guard !people.isEmpty else { return }
    head("Personnes")
    for person in people {
      line((person.titles + [person.name]).joined(separator: " "), note: count(person))
      var seen: Set<String> = []
      for function in person.functions where seen.insert(function.label).inserted {
        line(analysis.readable(function), depth: 2)
      }
    }
  }

  /// Dates and periods in the order of the calendar, then what has no place on it.
  private mutating func timeline() {
    var dated: [(start: CivilDateTime?, row: Row)] = []
    var others: [Row] = []
    for mention in analysis.mentions {
      guard case .time(let time) = mention.detail else { continue }
      let row = Row(value: time.readable, text: mention.text)
      if let interval = time.interval { dated.append((interval.start, row)) } else { others.append(row) }
    }
    // A period without a beginning comes first; the sort keeps the order of the text among equals.
    let order = dated.indices.sorted { a, b in
      switch (dated[a].start, dated[b].start) {
      case (let x?, let y?): x == y ? a < b : x < y
      case (nil, nil): a < b
      case (nil, _): true
      case (_, nil): false
      }
    }
    table("Chronologie", order.map { dated[$0].row })
    table("Durées et répétitions", others)
  }

  private mutating func organizations() {
    let all = analysis.entities.filter { $0.type == .organization }
    guard !all.isEmpty else { return }
    head("Organisations")
    for entity in all {
      let acronym = entity.acronym.flatMap { $0 == entity.name ? nil : " (\($0))" } ?? ""
      line(entity.name + acronym, note: count(entity))
    }
  }

  private mutating func names(of type: MentionType, _ title: String) {
    let all = analysis.entities.filter { $0.type == type }
    guard !all.isEmpty else { return }
    head(title)
    for entity in all { line(entity.name, note: count(entity)) }
  }

  private mutating func quotations() {
    guard !analysis.quotations.isEmpty else { return }
    head("Citations")
    for quotation in analysis.quotations {
      line("« \(quotation.text) »")
      if let speaker = quotation.speaker { line("— \(analysis[speaker].name)", depth: 2) }
    }
  }

  // MARK: - Layout

  private struct Row: Equatable {
    var value: String
    var text: String
  }

  private mutating func table(_ title: String, _ rows: [Row]) {
    guard !rows.isEmpty else { return }
    head(title)
    let width = rows.reduce(0) { max($0, $1.value.count) }
    var i = 0
    while i < rows.count {
      let same = rows[i...].prefix { $0 == rows[i] }.count
      let pad = String(repeating: " ", count: width - rows[i].value.count)
      line(rows[i].value + pad + "  " + rows[i].text, note: same > 1 ? " ×\(same)" : "")
      i += same
    }
  }

  private func count(_ entity: Entity) -> String {
    entity.mentions.count > 1 ? " ×\(entity.mentions.count)" : ""
  }

  private mutating func head(_ title: String) {
    if !out.isEmpty { out += "\n" }
    out += style.heading.on + title + style.heading.off + "\n"
  }

  private mutating func line(_ text: String, depth: Int = 1, note: String = "") {
    out += String(repeating: "  ", count: depth) + oneLine(text)
    if !note.isEmpty { out += style.note.on + note + style.note.off }
    out += "\n"
  }
}

extension Analysis {
  /// The analysis laid out for a reader: people with their functions, dates with their values in the order of the
  /// calendar, organisations with their acronyms, places, quotations with their speakers. Not a stable format.
  ///
  /// - Parameter styled: Whether headings are bold and notes dim, for a terminal.
  public func report(styled: Bool = false) -> String {
    var report = TextReport(self, style: styled ? .terminal : .plain)
    return report.render()
  }
}
