import GlanePatterns
import GlaneText

/// Which way the verb of a clause points, from the forms of its words: enough to tell "a été reçu mardi" from "sera reçu
/// mardi", with no lexicon of verbs.
///
/// French marks it well: the future ends in -ra, -ront after an r, the imperfect in -ait, -aient, the simple past in
/// -èrent, -irent, -urent; the compound past is a form of avoir or être before a participle.
enum ClauseTense {
  case past, future
}

/// The tenses of a text's clauses, asked for date by date: what a word tells is found once, however many dates stand
/// about it.
struct ClauseTenses: ~Copyable {
  private enum Word: UInt8 { case unknown, nothing, past, future, end }
  /// By token.
  private var words: [Word]
  /// By type: its ``VerbForm``, 0 where nobody has asked yet. Taken from the table of types, which keeps it for later texts.
  private var forms: [UInt16] = []

  init(_ chart: borrowing Chart) {
    words = [Word](repeating: .unknown, count: chart.tokenCount)
    swap(&forms, &chart.table.notes)
    let missing = chart.table.count - forms.count
    if missing > 0 { forms.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Gives the table back what it lent.
  consuming func finish(_ chart: borrowing Chart) { swap(&forms, &chart.table.notes) }

  /// The tense of the verb nearest to `mention` in its clause, those before it first; nil where no verb tells.
  ///
  /// - Complexity: O(tokens looked at), at most ``reach`` on each side.
  mutating func near(_ mention: Range<Int>, in chart: borrowing Chart) -> ClauseTense? {
    let sentence = chart.sentence(of: mention.lowerBound)
    var left: (ClauseTense, Int)?
    var i = mention.lowerBound - 1
    let first = max(sentence.lowerBound, mention.lowerBound - Self.reach)
    while i >= first, left == nil {
      let word = word(i, chart, sentence)
      if word == .end { break }
      if let tense = Self.tense(word) { left = (tense, mention.lowerBound - i) }
      i -= 1
    }
    var right: (ClauseTense, Int)?
    i = mention.upperBound
    let last = min(sentence.upperBound, mention.upperBound + Self.reach)
    while i < last, right == nil {
      let word = word(i, chart, sentence)
      if word == .end { break }
      if let tense = Self.tense(word) { right = (tense, i - mention.upperBound + 1) }
      i += 1
    }
    guard let left else { return right?.0 }
    guard let right else { return left.0 }
    // A verb that follows closely is the date's own: "Mardi, il recevra".
    return right.1 + 4 < left.1 ? right.0 : left.0
  }

  private mutating func word(_ token: Int, _ chart: borrowing Chart, _ sentence: Range<Int>) -> Word {
    if words[token] != .unknown { return words[token] }
    let word: Word
    if Self.endsClause(chart, token) {
      word = .end
    } else {
      switch tense(chart, token, sentence) {
      case .past: word = .past
      case .future: word = .future
      case nil: word = .nothing
      }
    }
    words[token] = word
    return word
  }

  private static func tense(_ word: Word) -> ClauseTense? {
    switch word {
    case .past: .past
    case .future: .future
    default: nil
    }
  }

  private static let reach = 25

  private static func endsClause(_ chart: borrowing Chart, _ token: Int) -> Bool {
    guard chart.kind(token) == .punctuation else { return false }
    let start = Int(chart.text.tokens.starts[token])
    guard Int(chart.text.tokens.ends[token]) - start == 1 else { return false }
    return chart.text.utf8[start] == UInt8(ascii: ";") || chart.text.utf8[start] == UInt8(ascii: ":")
  }

  private mutating func form(_ chart: borrowing Chart, _ token: Int) -> VerbForm {
    let type = chart.type(token)
    if forms[type] != 0 { return VerbForm(rawValue: forms[type]) }
    let end = Int(chart.text.tokens.ends[token])
    let form = VerbForm(
      chart.lower(token), last: chart.text.utf8[end - 1], length: end - Int(chart.text.tokens.starts[token]))
    forms[type] = form.rawValue
    return form
  }

  private mutating func tense(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> ClauseTense? {
    guard chart.kind(token) == .word else { return nil }
    // A capital inside a sentence is a name.
    if token > sentence.lowerBound, chart.shape(token).contains(.initialUpper) { return nil }
    let form = form(chart, token)
    if form.isDisjoint(with: .tells) { return nil }
    if form.contains(.future) { return .future }
    if form.contains(.past) { return .past }
    if form.contains(.avoir) { return participle(chart, token, sentence) == nil ? nil : .past }
    if form.contains(.être) {
      guard let participle = participle(chart, token, sentence) else { return nil }
      if participle.contains(.announced) { return .future }
      if participle.contains(.motion) { return .past }
      return token > sentence.lowerBound && self.form(chart, token - 1).contains(.reflexive) ? .past : nil
    }
    // A participle on its own: "annoncées mercredi", "élu le 6 mai", "Fermé depuis vendredi".
    guard isBare(chart, token, sentence) else { return nil }
    return form.contains(.announced) ? .future : .past
  }

  /// Whether no auxiliary of the present goes before: "est organisé" tells nothing.
  private mutating func isBare(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> Bool {
    var i = token - 1
    let first = max(sentence.lowerBound, token - 4)
    while i >= first, chart.kind(i) != .punctuation {
      let form = form(chart, i)
      if form.contains(.auxiliary) || (i == token - 1 && form.contains(.determiner)) { return false }
      i -= 1
    }
    return true
  }

  /// The participle within four tokens: adverbs and pronouns may stand between.
  private mutating func participle(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> VerbForm? {
    for i in token + 1..<max(token + 1, min(sentence.upperBound, token + 5)) {
      guard chart.kind(i) == .word || chart.kind(i) == .clitic else { return nil }
      let form = form(chart, i)
      if form.contains(.stop) { return nil }
      if form.contains(.participleBehind) { return form }
    }
    return nil
  }
}
