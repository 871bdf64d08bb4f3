import GlaneText

/// How well analyses agree with a gold, and which rule made which mistake.
///
/// - Mentions count by type: strictly by equal spans, and fuzzily by any overlap, each mention used once.
/// - Values count over expressions of time whose spans overlap, whatever their type.
/// - Holders and labels count over functions whose spans overlap; a holder of the gold is the entity that most of its
///   names of equal span belong to.
/// - Speakers count over quotations whose spans overlap.
///
/// Only what the gold marks is judged: a type that no document of it has is left out.
package struct Evaluation: Sendable {
  /// Right, of so many in the gold and so many found.
  package struct Score: Sendable, Hashable {
    package var gold = 0
    package var found = 0
    package var right = 0

    package init(gold: Int = 0, found: Int = 0, right: Int = 0) {
      self.gold = gold
      self.found = found
      self.right = right
    }

    /// nil where nothing was found.
    package var precision: Double? { found == 0 ? nil : Double(right) / Double(found) }
    /// nil where the gold has none.
    package var recall: Double? { gold == 0 ? nil : Double(right) / Double(gold) }
    /// nil where there is neither.
    package var f1: Double? { gold + found == 0 ? nil : 2 * Double(right) / Double(gold + found) }
  }

  /// What is counted: a type of mention, or something that mentions say.
  package enum Row: Hashable, Sendable {
    case type(MentionType)
    case quotations
    case values, holders, labels, speakers

    package var name: String {
      switch self {
      case .type(let type): type.rawValue
      case .quotations: "quotation"
      case .values: "value"
      case .holders: "holder"
      case .labels: "label"
      case .speakers: "speaker"
      }
    }

    /// In the order of a report.
    static let all: [Row] = MentionType.allCases.map(Row.type) + [.quotations, .values, .holders, .labels, .speakers]

    /// Whether a span is judged, strictly and fuzzily.
    var isSpan: Bool {
      switch self {
      case .type, .quotations: true
      default: false
      }
    }
  }

  /// A mistake.
  package struct Mistake: Sendable, Hashable {
    package enum Kind: String, Sendable {
      /// Nothing of the type stands there in the gold.
      case wrong
      /// Something of the type does, with other ends.
      case boundary
      /// The gold has it, and nothing of the type was found there.
      case missed
      /// The span is right, what is said of it is not.
      case saying
    }

    package var kind: Kind
    package var row: Row
    package var document: String
    /// In UTF-8.
    package var span: TextSpan
    /// The rule that made it; nil for what was missed.
    package var rule: String?
    package var found: String?
    package var gold: String?
  }

  /// What a rule gave for one row.
  package struct RuleScore: Sendable, Hashable {
    package var right = 0
    package var boundary = 0
    package var wrong = 0
  }

  struct RuleKey: Hashable { var rule: String, row: Row }

  package private(set) var documents = 0
  /// By equal spans, and for values, holders, labels and speakers by equality.
  private(set) var strict: [Row: Score] = [:]
  private(set) var fuzzy: [Row: Score] = [:]
  private(set) var rules: [RuleKey: RuleScore] = [:]
  private(set) var mistakes: [Row: [Mistake]] = [:]
  /// So many mistakes of each row are kept: memory does not grow with the gold.
  package let mistakesKept: Int

  package init(mistakesKept: Int = 10) { self.mistakesKept = mistakesKept }

  /// The rows that are judged: those that the gold has.
  package var rows: [Row] { Row.all.filter { (strict[$0]?.gold ?? 0) > 0 } }
  package func strict(_ row: Row) -> Score { strict[row] ?? Score() }
  package func fuzzy(_ row: Row) -> Score { fuzzy[row] ?? Score() }

  /// Types that were found and that the gold does not have.
  var unjudged: [Row] { Row.all.filter { $0.isSpan && strict(($0)).gold == 0 && strict($0).found > 0 } }

  // MARK: adding a document

  /// - Complexity: O(n log n) in the mentions.
  package mutating func add(_ analysis: Analysis, gold: GoldDocument) {
    documents += 1
    let name = gold.id?.description ?? "\(documents)"
    for type in MentionType.allCases { addMentions(of: type, analysis, gold, name) }
    addValues(analysis, gold, name)
    addFunctions(analysis, gold, name)
    addQuotations(analysis, gold, name)
  }

  private mutating func addMentions(of type: MentionType, _ analysis: Analysis, _ gold: GoldDocument, _ name: String) {
    let wanted = gold.mentions.filter { $0.type == type }.map(\.span)
    let given = analysis.mentions.filter { $0.type == type }
    addSpans(.type(type), wanted, given.map { ($0.span, $0.rule) }, analysis.source, name)
  }

  private mutating func addSpans(
    _ row: Row, _ wanted: [TextSpan], _ given: [(span: TextSpan, rule: String)], _ source: TokenizedText, _ name: String
  ) {
    guard !wanted.isEmpty || !given.isEmpty else { return }
    let pairs = SpanPairs(gold: wanted, found: given.map(\.span))
    count(row, gold: wanted.count, found: given.count, right: pairs.exact.count, in: &strict)
    count(row, gold: wanted.count, found: given.count, right: pairs.found.count, in: &fuzzy)
    for (j, (span, rule)) in given.enumerated() {
      let key = RuleKey(rule: rule, row: row)
      guard let i = pairs.gold[j] else {
        rules[key, default: RuleScore()].wrong += 1
        note(Mistake(kind: .wrong, row: row, document: name, span: span, rule: rule, found: source.string(span)))
        continue
      }
      if pairs.exact.contains(i) {
        rules[key, default: RuleScore()].right += 1
      } else {
        rules[key, default: RuleScore()].boundary += 1
        note(
          Mistake(
            kind: .boundary, row: row, document: name, span: span, rule: rule, found: source.string(span),
            gold: source.string(wanted[i])))
      }
    }
    for i in wanted.indices where pairs.found[i] == nil {
      note(Mistake(kind: .missed, row: row, document: name, span: wanted[i], gold: source.string(wanted[i])))
    }
  }

  private mutating func addValues(_ analysis: Analysis, _ gold: GoldDocument, _ name: String) {
    let wanted = gold.mentions.filter { $0.type.isTemporal && $0.value != nil }
    let given = analysis.dates
    let pairs = SpanPairs(gold: wanted.map(\.span), found: given.map(\.span))
    var right = 0
    for (j, date) in given.enumerated() {
      let expected = pairs.gold[j].flatMap { wanted[$0].value }
      let isRight = expected != nil && expected == date.value
      if isRight { right += 1 }
      guard let expected else { continue }
      judge(
        .values, isRight,
        Mistake(
          kind: .saying, row: .values, document: name, span: date.span, rule: date.mention.rule,
          found: "\(date.text) = \(date.value ?? "no value")", gold: expected))
    }
    count(.values, gold: wanted.count, found: given.count, right: right, in: &strict)
  }

  private mutating func addFunctions(_ analysis: Analysis, _ gold: GoldDocument, _ name: String) {
    let wanted = gold.mentions.filter { $0.type == .function }
    let given = analysis.functions
    let pairs = SpanPairs(gold: wanted.map(\.span), found: given.map(\.span))
    let entities = Self.entities(analysis, gold)
    var (holders, labels) = (Score(), Score())
    holders.gold = wanted.count { $0.holders != nil }
    labels.gold = wanted.count { $0.label != nil }
    for (j, function) in given.enumerated() {
      let want = pairs.gold[j].map { wanted[$0] }
      if want == nil || want?.holders != nil { holders.found += 1 }
      if want == nil || want?.label != nil { labels.found += 1 }
      let rule = function.mention.rule
      if let expected = want?.holders {
        let isRight = Set(expected.map { entities[$0] }) == Set(function.detail.holders.map(Optional.some))
        if isRight { holders.right += 1 }
        let names = function.detail.holders.map { analysis[$0].name }.joined(separator: ", ")
        judge(
          .holders, isRight,
          Mistake(
            kind: .saying, row: .holders, document: name, span: function.span, rule: rule,
            found: "\(function.mention.text) ← \(names.isEmpty ? "nobody" : names)",
            gold: expected.joined(separator: ", ")))
      }
      if let expected = want?.label {
        let isRight = expected == function.label
        if isRight { labels.right += 1 }
        judge(
          .labels, isRight,
          Mistake(
            kind: .saying, row: .labels, document: name, span: function.span, rule: rule, found: function.label,
            gold: expected))
      }
    }
    count(.holders, gold: holders.gold, found: holders.found, right: holders.right, in: &strict)
    count(.labels, gold: labels.gold, found: labels.found, right: labels.right, in: &strict)
  }

  private mutating func addQuotations(_ analysis: Analysis, _ gold: GoldDocument, _ name: String) {
    let wanted = gold.quotes ?? []
    let given = analysis.quotations
    addSpans(.quotations, wanted.map(\.span), given.map { ($0.span, $0.rule) }, analysis.source, name)
    let pairs = SpanPairs(gold: wanted.map(\.span), found: given.map(\.span))
    let entities = Self.entities(analysis, gold)
    var score = Score(gold: wanted.count { $0.speaker.flatMap { $0 } != nil })
    for (j, quotation) in given.enumerated() {
      // Where the gold does not say who speaks, nothing is judged.
      guard let i = pairs.gold[j], let expected = wanted[i].speaker else { continue }
      if quotation.speaker != nil { score.found += 1 }
      let isRight =
        quotation.speaker == expected.flatMap { entities[$0] } && (expected == nil) == (quotation.speaker == nil)
      if isRight, expected != nil { score.right += 1 }
      judge(
        .speakers, isRight,
        Mistake(
          kind: .saying, row: .speakers, document: name, span: quotation.span, rule: quotation.rule,
          found: quotation.speaker.map { analysis[$0].name } ?? "nobody", gold: expected ?? "nobody"))
    }
    count(.speakers, gold: score.gold, found: score.found, right: score.right, in: &strict)
  }

  /// Which entity of the analysis each entity of the gold is: by the votes of its names that have equal spans.
  private static func entities(_ analysis: Analysis, _ gold: GoldDocument) -> [String: Entity.ID] {
    var bySpan: [TextSpan: Entity.ID] = [:]
    for m in analysis.mentions where m.type != .reference { if let e = m.entity { bySpan[m.span] = e } }
    var votes: [String: [Entity.ID: Int]] = [:]
    for m in gold.mentions where m.type != .reference {
      if let who = m.entity, let e = bySpan[m.span] { votes[who, default: [:]][e, default: 0] += 1 }
    }
    return votes.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  // MARK: counting

  private func count(_ row: Row, gold: Int, found: Int, right: Int, in scores: inout [Row: Score]) {
    scores[row, default: Score()].gold += gold
    scores[row, default: Score()].found += found
    scores[row, default: Score()].right += right
  }

  private mutating func judge(_ row: Row, _ isRight: Bool, _ mistake: @autoclosure () -> Mistake) {
    let mistake = mistake()
    let key = RuleKey(rule: mistake.rule ?? "", row: row)
    if isRight {
      rules[key, default: RuleScore()].right += 1
    } else {
      rules[key, default: RuleScore()].wrong += 1
      note(mistake)
    }
  }

  private mutating func note(_ mistake: Mistake) {
    if (mistakes[mistake.row]?.count ?? 0) < mistakesKept { mistakes[mistake.row, default: []].append(mistake) }
  }
}
