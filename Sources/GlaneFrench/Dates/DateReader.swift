import GlanePatterns
import GlaneText
import GlaneTime

/// The rules of dates and times, given their meaning.
package struct DateReader: RuleFamily {
  /// Time constituents by payload.
  var items: [DateItem] = []
  /// What figures with a sign between them make, by payload.
  var spans: [(Int32, Int32)] = []
  let tables: DateTables
  var symbols: [Symbol] { tables.symbols }
  /// The tokens that give the rules of dates something to go on.
  var core: TokenSet
  /// How many phrases of the lists, and how many constituents, lie before it.
  var phrase = 0
  var edgesSeen = 0

  init(_ tables: DateTables, tokenCount: Int) {
    self.tables = tables
    core = TokenSet(count: tokenCount)
  }

  package static var constructors: [ConstructorSignature] { DateConstructor.allCases.map(\.signature) }
  package static var recognisers: [Recogniser] { DateRecognisers.all }
  package static var constituents: [String] { FigureSymbol.allCases.map(\.rawValue) }
  /// Lists that are made by code.
  static var sources: [RuleSource] {
    [
      RuleSource(name: "number words", text: NumberWords.list),
      RuleSource(name: "date words", text: DateWords.lists),
    ]
  }

  /// What figures make, read once before the first stage.
  enum FigureSymbol: String, CaseIterable {
    case clock = "clock-time"
    case numeric = "numeric-date"
    /// Figures parted by spaces alone.
    case loose = "spaced-date"
    /// A day and a month that may be a fraction as well: 3/4.
    case fraction = "day-month-figures"
    /// Two clock times with a sign between: 13h-15h.
    case clocks = "clock-span"
    /// Two whole numbers with a sign between: 1914-1918, 13-15.
    case pair = "number-span"
    /// An amount with its unit against it: 3heures, 21m.
    case glued = "glued-amount"
    /// 2' and 1"
    case prime
    /// 2016-12-16T12:23:59, 20091219T170000
    case instant = "iso-date-time"
    /// 15juin
    case gluedDay = "glued-day-month"
    /// A whole number in figures or words; an ordinal.
    case number, ordinal
    /// Two dates in figures with a sign between: 28/2-1/3.
    case dates = "date-span"
    /// mi-2024
    case midYear = "mid-year"
  }

  package mutating func prepare(_ chart: inout Chart, in tokens: Range<Int>) { readFigures(&chart, in: tokens) }

  package mutating func finish(stage: Int, _ chart: inout Chart, in tokens: Range<Int>) {
    if stage == tables.atomStage { focusOnMoments(&chart, in: tokens) }
  }

  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool {
    let arguments = DateArguments(match: copy match, given: tables.arguments[Int(match.ruleIndex)])
    let constructor = DateConstructor.all[constructor]
    guard let built = DateBuilder(chart, items, spans, arguments).build(constructor) else { return false }
    var item = built.item
    var tokens = match.tokens
    if let article = tables.article, item.takesArticle,
      tokens.lowerBound > chart.sentence(of: tokens.lowerBound).lowerBound,
      chart.has(article, at: tokens.lowerBound - 1)
    {
      // "le 8 mai", "la semaine prochaine": the article belongs to the date and to its first element.
      item.extendBack(from: tokens.lowerBound)
      tokens = tokens.lowerBound - 1..<tokens.upperBound
      if constructor == .part { item.isMention = true }
    }
    if item.weight == 0 { item.weight = tokens.count }
    items.append(item)
    let (rule, payload) = (match.ruleIndex, Int32(items.count - 1))
    built.names.forEach { chart.add(tables.symbols[$0], tokens, rule: rule, payload: payload) }
    return true
  }

  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String {
    let item = items[Int(edge.payload)]
    if !item.isMention, edge.symbol == symbols[DateSymbol.blocked.rawValue] { return "" }
    let context = TimeContext(reference: reference.flatMap { LocalDateTime($0) })
    return TimeExpression(item.meaning, qualifiers: item.qualifiers).resolve(in: context).value ?? ""
  }
}
