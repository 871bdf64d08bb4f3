import GlanePatterns
import GlaneText
import GlaneTime

/// The date that a document bears at its head: "PARIS, 3 mars 2017 (AFP) —", "1er janvier 2016, 14 h 30. –",
/// "Publié le 3 mars 2017 à 14 h", "Lomé, le 12 février 2024".
///
/// It is one of the first lines that starts with a full date, after no more than a place or a word of publication, and
/// that ends with it or goes on after a dash. A sentence that starts with a date ("Le 3 mars 2017, elle partit") is not.
struct Dateline {
  /// How many lines that are not blank may stand above it: a rubric, a title, its second line.
  private static let linesAbove = 3
  /// How many tokens of the text are looked at.
  private static let reach = 200

  /// The date of the dateline among the first mentions of a text; nil where it has none.
  ///
  /// - Complexity: O(1): at most ``reach`` tokens and eight mentions are looked at.
  static func find(in mentions: [DateMention], _ chart: borrowing Chart) -> LocalDateTime? {
    for mention in mentions.prefix(8) {
      guard mention.tokens.lowerBound < reach else { return nil }
      guard let date = date(of: mention.expression) else { continue }
      guard let first = lineStart(mention.tokens.lowerBound, chart) else { return nil }
      guard let opening = opening(first..<mention.tokens.lowerBound, chart) else { continue }
      let hasArticle = ["le", "ce"].contains(word(chart, mention.tokens.lowerBound))
      if closes(mention, opening, hasArticle, chart) { return date }
    }
    return nil
  }

  private enum Opening { case nothing, place, publication }

  private static func date(of expression: TimeExpression) -> LocalDateTime? {
    guard case .moment(let moment) = expression.meaning else { return nil }
    let fields: PartialDate
    switch moment {
    case .date(let d, nil): fields = d
    case .within(.date(let d, nil), let finer): fields = d.merging(finer)
    default: return nil
    }
    guard let day = fields.civilDate else { return nil }
    guard let hour = fields.hour,
      let instant = CivilDateTime(day, hour: hour, minute: fields.minute ?? 0, second: fields.second ?? 0)
    else { return LocalDateTime(day) }
    return LocalDateTime(instant)
  }

  /// The first token of a token's line; nil where too many lines stand above it.
  private static func lineStart(_ token: Int, _ chart: borrowing Chart) -> Int? {
    var first: Int?
    var above = 0
    for t in stride(from: token, through: 0, by: -1) where t == 0 || chart.shape(t).contains(.lineStart) {
      if first == nil { first = t } else { above += 1 }
    }
    return above <= linesAbove ? first : nil
  }

  /// What stands before the date on its line; nil where it is anything but a place or a word of publication.
  private static func opening(_ tokens: Range<Int>, _ chart: borrowing Chart) -> Opening? {
    guard let first = tokens.first, let last = tokens.last else { return .nothing }
    guard tokens.count <= 10 else { return nil }
    if publication.contains(word(chart, first)) { return .publication }
    if publication.contains(word(chart, last)) || tokens.count > 1 && publication.contains(word(chart, last - 1)) {
      return word(chart, last) == ":" || publication.contains(word(chart, last)) ? .publication : nil
    }
    // "SAINT-DENIS (La Réunion), 3 mars 2017": capitals, and a comma or a bracket at the end.
    guard chart.shape(first).contains(.initialUpper),
      [",", ")", "–", "—", "-"].contains(word(chart, last))
    else { return nil }
    for token in tokens where !isNameLike(token, chart) { return nil }
    return .place
  }

  /// Whether the line ends after the date, or a dash parts it from the text.
  private static func closes(
    _ mention: DateMention, _ opening: Opening, _ hasArticle: Bool, _ chart: borrowing Chart
  ) -> Bool {
    for token in mention.tokens.upperBound..<mention.tokens.upperBound + 14 {
      if token >= chart.tokenCount || chart.shape(token).contains(.lineStart) { return true }
      let w = word(chart, token)
      if ["–", "—", "-", "--", "|", "·", "•"].contains(w) {
        // "Le 3 mars 2017, Jean Roux – maire de Vire – …" is a sentence.
        return !(hasArticle && opening == .nothing)
      }
      if opening == .publication, ["par", "mis", "mise", "modifié", "modifiée"].contains(w) { return true }
      guard isNameLike(token, chart) else { return false }
    }
    return false
  }

  /// A name, a number, a sign or one of the small words of either: what may stand beside a date in its line.
  private static func isNameLike(_ token: Int, _ chart: borrowing Chart) -> Bool {
    switch chart.kind(token) {
    case .word, .clitic, .abbreviation:
      return chart.shape(token).contains(.initialUpper)
        || chart.text.tokens.ends[token] - chart.text.tokens.starts[token] <= 2
        || ["heure", "heures", "locale", "min", "les", "sur", "sous"].contains(word(chart, token))
    default: return true
    }
  }

  private static func word(_ chart: borrowing Chart, _ token: Int) -> String {
    chart.lower(token)
  }

  private static let publication: Set<String> = [
    "publié", "publiée", "paru", "parue", "posté", "postée", "diffusé", "diffusée", "rédigé", "mis", "mise", "modifié",
    "modifiée", "actualisé", "actualisée", "date", "daté", "créé", "page",
  ]
}
