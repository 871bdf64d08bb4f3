extension Evaluation {
  /// A table to read: precision, recall and F1 in hundredths, what each rule gave, and the first mistakes of each sort.
  package var report: String {
    var out = "\(documents) \(documents == 1 ? "document" : "documents")\n"
    guard !rows.isEmpty else { return out + "The gold marks nothing: nothing to judge.\n" }
    out += "\n" + Self.table(scoreRows) + "\n"
    if !unjudged.isEmpty {
      let found = unjudged.map { "\($0.name) (\(strict($0).found))" }.joined(separator: ", ")
      out += "Not in the gold, so not judged: \(found)\n\n"
    }
    let erring = ruleRows
    out += erring.isEmpty ? "No rule erred.\n" : "Rules that erred\n" + Self.table([Self.ruleHead] + erring)
    let shown = rows.flatMap { mistakes[$0] ?? [] }
    if !shown.isEmpty {
      out += "\nMistakes, the first \(mistakesKept) of each sort, at UTF-8 offsets\n"
      for mistake in shown { out += Self.line(mistake) + "\n" }
    }
    return out
  }

  private static let ruleHead = ["rule", "of", "right", "ends", "wrong"]

  private var scoreRows: [[String]] {
    var table = [["", "gold", "found", "P", "R", "F1", "P fuzzy", "R fuzzy", "F1 fuzzy"]]
    var (allStrict, allFuzzy) = (Score(), Score())
    for row in rows {
      let (s, f) = (strict(row), fuzzy(row))
      table.append([row.name, String(s.gold), String(s.found)] + Self.cells(s) + (row.isSpan ? Self.cells(f) : []))
      if case .type = row {
        allStrict += s
        allFuzzy += f
      }
    }
    if rows.count(where: { if case .type = $0 { true } else { false } }) > 1 {
      let all = ["all mentions", String(allStrict.gold), String(allStrict.found)]
      table.append(all + Self.cells(allStrict) + Self.cells(allFuzzy))
    }
    return table
  }

  /// The rules that erred, those that cost most first.
  var erringRules: [(key: RuleKey, score: RuleScore)] {
    let judged = Set(rows)
    return rules.filter { judged.contains($0.key.row) && $0.value.boundary + $0.value.wrong > 0 }
      .sorted { a, b in
        let (x, y) = (a.value.boundary + a.value.wrong, b.value.boundary + b.value.wrong)
        return x != y ? x > y : (a.key.rule, a.key.row.name) < (b.key.rule, b.key.row.name)
      }
      .map { ($0.key, $0.value) }
  }

  private var ruleRows: [[String]] {
    erringRules.map { key, score in
      [key.rule, key.row.name, String(score.right), String(score.boundary), String(score.wrong)]
    }
  }

  private static func cells(_ score: Score) -> [String] { [score.precision, score.recall, score.f1].map(percent) }

  /// `97.1`; `–` where there is nothing to divide by.
  private static func percent(_ part: Double?) -> String {
    guard let part else { return "–" }
    let tenths = Int((part * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func line(_ mistake: Mistake) -> String {
    func quoted(_ text: String?) -> String {
      let line = (text ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
      return "“" + (line.count > 60 ? line.prefix(60) + "…" : line) + "”"
    }
    let place = "  \(mistake.document):\(mistake.span)  "
    let by = mistake.rule.map { ", by \($0)" } ?? ""
    switch mistake.kind {
    case .wrong: return place + "\(mistake.row.name) too much: \(quoted(mistake.found))\(by)"
    case .boundary:
      return place + "\(mistake.row.name) ends elsewhere: \(quoted(mistake.found)), want \(quoted(mistake.gold))\(by)"
    case .missed: return place + "\(mistake.row.name) missed: \(quoted(mistake.gold))"
    case .saying: return place + "\(mistake.row.name): \(quoted(mistake.found)), want \(quoted(mistake.gold))\(by)"
    }
  }

  /// Columns: the first two of words to the left, figures to the right.
  private static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { c in rows.map { c < $0.count ? $0[c].count : 0 }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (c, cell) in row.enumerated() {
        let pad = String(repeating: " ", count: widths[c] - cell.count)
        let isWords = rows.dropFirst().allSatisfy { c >= $0.count || $0[c].first?.isNumber != true && $0[c] != "–" }
        line += (c == 0 ? "  " : "  ") + (isWords ? cell + pad : pad + cell)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension Evaluation.Score {
  static func += (a: inout Self, b: Self) {
    a.gold += b.gold
    a.found += b.found
    a.right += b.right
  }
}

// MARK: - JSON

extension Evaluation {
  /// One object: `documents`, `scores`, `rules` and `mistakes`, without a line end.
  package func json(pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.beginObject()
    writer.key("documents")
    writer.value(documents)
    writer.key("scores")
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      writer.key("of")
      writer.value(row.name)
      writer.key("gold")
      writer.value(strict(row).gold)
      writer.key("found")
      writer.value(strict(row).found)
      writer.key("strict")
      writer.write(strict(row))
      if row.isSpan {
        writer.key("fuzzy")
        writer.write(fuzzy(row))
      }
      writer.endObject()
    }
    writer.endArray()
    writer.key("rules")
    writer.beginArray()
    for (key, score) in erringRules {
      writer.beginObject(inline: true)
      writer.key("rule")
      writer.value(key.rule)
      writer.key("of")
      writer.value(key.row.name)
      writer.key("right")
      writer.value(score.right)
      writer.key("ends")
      writer.value(score.boundary)
      writer.key("wrong")
      writer.value(score.wrong)
      writer.endObject()
    }
    writer.endArray()
    writer.key("mistakes")
    writer.beginArray()
    for mistake in rows.flatMap({ mistakes[$0] ?? [] }) { writer.write(mistake) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ score: Evaluation.Score) {
    beginObject(inline: true)
    key("right")
    value(score.right)
    key("precision")
    write(score.precision)
    key("recall")
    write(score.recall)
    key("f1")
    write(score.f1)
    endObject()
  }

  private mutating func write(_ part: Double?) {
    guard let part else { return null() }
    let tenThousandths = Int((part * 10000).rounded())
    let digits = String(tenThousandths % 10000)
    raw("\(tenThousandths / 10000).\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)")
  }

  fileprivate mutating func write(_ mistake: Evaluation.Mistake) {
    beginObject(inline: true)
    key("kind")
    value(mistake.kind.rawValue)
    key("of")
    value(mistake.row.name)
    key("document")
    value(mistake.document)
    key("utf8")
    beginArray(inline: true)
    value(mistake.span.start)
    value(mistake.span.end)
    endArray()
    if let rule = mistake.rule {
      key("rule")
      value(rule)
    }
    if let found = mistake.found {
      key("found")
      value(found)
    }
    if let gold = mistake.gold {
      key("gold")
      value(gold)
    }
    endObject()
  }
}
