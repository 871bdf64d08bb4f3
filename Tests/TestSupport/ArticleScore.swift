import Glane

/// How well an analysis reads a fixture, row by row, with every difference in words.
///
/// Names count by their exact span; expressions of time by any overlap and a right value; functions and titles by half
/// of their extent and all their holders; quotations by their span but for outer blanks and marks; identity by pairs of
/// mentions of persons, organisation by pairs of mentions of organisations.
public struct ArticleScore: CustomStringConvertible {
  public enum Row: String, CaseIterable, Sendable {
    case persons, functions, titles, organisations, places, dates, quotations, speakers, identity
    case organisationIdentity = "organisation identity"
  }

  public struct Count: Sendable {
    public var right = 0
    public var gold = 0
    public var found = 0

    /// 100 where there is neither gold nor anything found.
    public var f1: Double { gold + found == 0 ? 100 : 200 * Double(right) / Double(gold + found) }
  }

  public private(set) var counts: [Row: Count] = [:]
  /// What is missing, wrong or too much, a line each.
  public private(set) var differences: [String] = []

  private let article: FixtureArticle
  private let analysis: Analysis
  /// Which of our entities each person or organisation of the gold is.
  private var entity: [String: Entity.ID] = [:]

  public init(_ analysis: Analysis, against article: FixtureArticle) {
    self.article = article
    self.analysis = analysis
    for row in Row.allCases { counts[row] = Count() }
    identify()
    names(.persons, .person, .person)
    names(.organisations, .organization, .organization)
    names(.places, .place, .place)
    dates()
    held(.functions, .function, .function)
    held(.titles, .title, .title)
    quotations()
    identity(.identity, [.person, .reference], [.person, .reference])
    identity(.organisationIdentity, [.organization], [.organization])
  }

  public var isPerfect: Bool { differences.isEmpty && counts.values.allSatisfy { $0.f1 == 100 } }

  public var description: String {
    let rows = Row.allCases.map { row in
      let c = counts[row] ?? Count()
      let tenths = Int((c.f1 * 10).rounded())
      return "\(row.rawValue): \(tenths / 10).\(tenths % 10) (\(c.right) right, \(c.gold) gold, \(c.found) found)"
    }
    return ([article.name] + rows + differences).joined(separator: "\n  ")
  }

  // MARK: - Rows

  private func gold(_ kinds: GoldMention.Kind...) -> [GoldMention] { article.gold.filter { kinds.contains($0.kind) } }
  private func found(_ types: MentionType...) -> [Mention] { analysis.mentions.filter { types.contains($0.type) } }

  /// Each person or organisation of the gold is the entity that most of its names have.
  private mutating func identify() {
    var votes: [String: [Entity.ID: Int]] = [:]
    for g in gold(.person, .organization) {
      for m in found(.person, .organization) where m.span == g.span {
        if let who = g.who.first, let e = m.entity { votes[who, default: [:]][e, default: 0] += 1 }
      }
    }
    entity = votes.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  private mutating func names(_ row: Row, _ kind: GoldMention.Kind, _ type: MentionType) {
    let wanted = Set(gold(kind).map(\.span))
    var given = Set(found(type).map(\.span))
    if row == .places {
      // A place inside the name of an organisation, a function or an event is neither asked for nor wrong.
      let outer = gold(.organization, .function, .event).map(\.span)
      given = given.filter { span in wanted.contains(span) || !outer.contains { $0.contains(span) } }
    }
    count(row, right: wanted.intersection(given).count, gold: wanted.count, found: given.count)
    for span in wanted.subtracting(given).sorted() { differ(row, "missed", span) }
    for span in given.subtracting(wanted).sorted() {
      let rule = found(type).first { $0.span == span }?.rule ?? ""
      differ(row, "too much, by \(rule)", span)
    }
  }

  private mutating func dates() {
    let wanted = gold(.time)
    let given = analysis.mentions.filter(\.type.isTemporal)
    let pairs = Self.pair(wanted.map(\.span), given.map(\.span))
    var right = 0
    for (i, g) in wanted.enumerated() {
      guard let j = pairs[i] else {
        differ(.dates, "missed (want \(g.values.joined(separator: " or ")))", g.span)
        continue
      }
      guard case .time(let time) = given[j].detail else { continue }
      let value = (time.value ?? "none").filter { $0 != "~" }
      if g.values.contains(value) {
        right += 1
      } else {
        differ(.dates, "want \(g.values.joined(separator: " or ")), got \(value), by \(given[j].rule)", g.span)
      }
    }
    let used = Set(pairs.values)
    for j in given.indices where !used.contains(j) { differ(.dates, "too much, by \(given[j].rule)", given[j].span) }
    count(.dates, right: right, gold: wanted.count, found: given.count)
  }

  private mutating func held(_ row: Row, _ kind: GoldMention.Kind, _ type: MentionType) {
    let wanted = gold(kind)
    let given = found(type)
    var used: Set<Mention.ID> = []
    var right = 0
    for g in wanted {
      let best = given.filter { !used.contains($0.id) }.max {
        Self.share($0.span, g.span) < Self.share($1.span, g.span)
      }
      guard let best, Self.share(best.span, g.span) >= 0.5 else {
        differ(row, "missed", g.span)
        continue
      }
      used.insert(best.id)
      let holders: [Entity.ID]
      var label: String?
      switch best.detail {
      case .title(let ids): holders = ids
      case .function(let function):
        holders = function.holders
        label = function.label
      default: holders = []
      }
      let missing = g.who.filter { who in entity[who].map { !holders.contains($0) } ?? true }
      if !missing.isEmpty {
        let names = holders.map { analysis[$0].name }.joined(separator: ", ")
        differ(row, "want holder \(missing.joined(separator: ", ")), got [\(names)], by \(best.rule)", g.span)
      } else if let want = g.label, label != want {
        differ(row, "want label “\(want)”, got “\(label ?? "")”, by \(best.rule)", g.span)
      } else {
        right += 1
      }
    }
    for m in given where !used.contains(m.id) { differ(row, "too much, by \(m.rule)", m.span) }
    count(row, right: right, gold: wanted.count, found: given.count)
  }

  private mutating func quotations() {
    let wanted = gold(.quotation)
    let given = analysis.quotations
    var right = 0
    var speakers = Count()
    for g in wanted {
      let hit = given.first { bare($0.span) == bare(g.span) }
      if hit != nil { right += 1 } else { differ(.quotations, "missed", g.span) }
      guard let who = g.who.first else {
        if let speaker = hit?.speaker { differ(.speakers, "want none, got \(analysis[speaker].name)", g.span) }
        continue
      }
      speakers.gold += 1
      speakers.found += 1
      if let hit, let speaker = hit.speaker, speaker == entity[who] {
        speakers.right += 1
      } else {
        differ(.speakers, "want \(who), got \(hit?.speaker.map { analysis[$0].name } ?? "none")", g.span)
      }
    }
    for q in given where !wanted.contains(where: { bare($0.span) == bare(q.span) }) {
      differ(.quotations, "too much, by \(q.rule)", q.span)
    }
    count(.quotations, right: right, gold: wanted.count, found: given.count)
    counts[.speakers] = speakers
  }

  private mutating func identity(_ row: Row, _ kinds: [GoldMention.Kind], _ types: [MentionType]) {
    let items = article.gold.filter { kinds.contains($0.kind) && !$0.who.isEmpty }
    let ours = items.map { g in analysis.mentions.first { types.contains($0.type) && $0.span == g.span }?.entity }
    for i in items.indices {
      for j in items.indices.dropFirst(i + 1) {
        let same = items[i].who == items[j].who
        let joined = ours[i] != nil && ours[i] == ours[j]
        count(row, right: same && joined ? 1 : 0, gold: same ? 1 : 0, found: joined ? 1 : 0)
        if same != joined {
          differ(row, "\(same ? "not joined to" : "wrongly joined to") “\(items[i].text)”", items[j].span)
        }
      }
    }
  }

  // MARK: - Arithmetic of spans

  /// Pairs by overlap, one to one, equal spans first, then the largest overlap.
  private static func pair(_ a: [TextSpan], _ b: [TextSpan]) -> [Int: Int] {
    var all: [(score: Double, i: Int, j: Int)] = []
    for i in a.indices { for j in b.indices where a[i].overlaps(b[j]) { all.append((share(a[i], b[j]), i, j)) } }
    var pairs: [Int: Int] = [:]
    var used: Set<Int> = []
    for (_, i, j) in all.sorted(by: { ($1.score, $0.i, $0.j) < ($0.score, $1.i, $1.j) }) {
      if pairs[i] == nil, used.insert(j).inserted { pairs[i] = j }
    }
    return pairs
  }

  /// The overlap as a part of the union.
  private static func share(_ a: TextSpan, _ b: TextSpan) -> Double {
    let overlap = min(a.end, b.end) - max(a.start, b.start)
    return overlap <= 0 ? 0 : Double(overlap) / Double(a.count + b.count - overlap)
  }

  /// A span without the blanks and quotation marks at its ends.
  private func bare(_ span: TextSpan) -> TextSpan {
    let text = Array(article.text.utf8)
    let outer: Set<Character> = [" ", "\u{A0}", "\u{202F}", "«", "»", "\"", "“", "”"]
    let inside = String(decoding: text[span.range], as: UTF8.self)
    let front = inside.prefix { outer.contains($0) }
    let back = inside.reversed().prefix { outer.contains($0) }
    let end = span.end - back.reduce(0) { $0 + $1.utf8.count }
    return TextSpan(start: span.start + front.utf8.count, end: max(span.start + front.utf8.count, end))
  }

  // MARK: - Notes

  private mutating func count(_ row: Row, right: Int, gold: Int, found: Int) {
    counts[row]?.right += right
    counts[row]?.gold += gold
    counts[row]?.found += found
  }

  private mutating func differ(_ row: Row, _ what: String, _ span: TextSpan) {
    differences.append("\(row.rawValue): \(what)\n    \(marked(span))")
  }

  /// The span in ⟦ ⟧ with a few words round it.
  private func marked(_ span: TextSpan) -> String {
    let text = Array(article.text.utf8)
    func piece(_ r: Range<Int>) -> String { String(decoding: text[r], as: UTF8.self) }
    func boundary(_ i: Int, _ step: Int) -> Int {
      var i = min(max(i, 0), text.count)
      while i > 0, i < text.count, text[i] & 0xC0 == 0x80 { i += step }
      return i
    }
    let before = boundary(span.start - 40, -1)
    let after = boundary(span.end + 40, 1)
    return (piece(before..<span.start) + "⟦" + piece(span.range) + "⟧" + piece(span.end..<after))
      .replacingOccurrences("\n", with: "⏎")
  }
}

extension String {
  fileprivate func replacingOccurrences(_ a: Character, with b: Character) -> String {
    String(map { $0 == a ? b : $0 })
  }
}
