import GlanePatterns
import GlaneText
import GlaneTime

/// The rules of dates and times, given their meaning.
package struct DateReader: RuleFamily {
  /// Time constituents by payload.
  var items: [DateItem] = []
  /// What figures with a sign between them make, by payload.
  private var spans: [(Int32, Int32)] = []
  private(set) var symbols: [Symbol] = []

  package init() {}

  package static var constructors: [ConstructorSignature] { DateConstructor.allCases.map(\.signature) }
  package static var recognisers: [Recogniser] { DateRecognisers.all }
  package static var constituents: [String] { FigureSymbol.allCases.map(\.rawValue) }
  /// Lists that are made by code.
  static var sources: [RuleSource] { [RuleSource(name: "number words", text: NumberWords.list)] }

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
  }

  package mutating func finish(stage: String?, chart: inout Chart) {
    guard stage == nil else { return }
    symbols = DateSymbol.allCases.map { chart.rules.constituent($0.rawValue) ?? Symbol(id: .max) }
    let figures = FigureSymbol.allCases.map { chart.rules.constituent($0.rawValue) ?? Symbol(id: .max) }
    for token in 0..<chart.tokenCount {
      let first = chart.text.utf8[Int(chart.text.tokens.starts[token])]
      guard first >= 48, first <= 57 else { continue }
      let limit = chart.sentence(of: token).upperBound
      if let (from, to, end) = ClockTime.readSpan(chart, token, limit) {
        chart.add(figures[4], token..<end, rule: -1, payload: Int32(spans.count))
        spans.append((from.packed, to.packed))
      }
      if let (amount, unit) = NumberReader.glued(chart, token) {
        chart.add(figures[6], token..<token + 1, rule: -1, payload: Int32(spans.count))
        spans.append((Int32(amount), Int32(unit.rank)))
      }
      if let (amount, unit) = NumberReader.primed(chart, token, limit) {
        chart.add(figures[7], token..<token + 2, rule: -1, payload: Int32(spans.count))
        spans.append((Int32(amount), Int32(unit.rank)))
      }
      if let (first, second, end) = NumberReader.pair(chart, token, limit) {
        chart.add(figures[5], token..<end, rule: -1, payload: Int32(spans.count))
        spans.append((Int32(first), Int32(second)))
      }
      if let (time, end) = ClockTime.read(chart, token, limit) {
        chart.add(figures[0], token..<end, rule: -1, payload: time.packed)
      }
      if let (date, end) = NumericDate.read(chart, token, limit, loose: false) {
        chart.add(figures[date.isDayMonth && !date.looksLikeDate ? 3 : 1], token..<end, rule: -1, payload: date.packed)
      } else if let (date, end) = NumericDate.read(chart, token, limit, loose: true) {
        chart.add(figures[2], token..<end, rule: -1, payload: date.packed)
      }
    }
  }

  package mutating func build(_ match: borrowing RuleMatch, constructor: Int, chart: inout Chart) -> Bool {
    let constructor = DateConstructor.allCases[constructor]
    let arguments = DateArguments(match: copy match, labels: chart.rules.constructors[match.rule.constructor].labels)
    guard let (item, names) = DateBuilder(chart, items, spans, arguments).build(constructor) else { return false }
    items.append(item)
    for name in names {
      chart.add(
        symbols[DateSymbol.index(name)], match.tokens, rule: match.ruleIndex, payload: Int32(items.count - 1))
    }
    return true
  }

  package func describe(_ edge: Chart.Edge, chart: borrowing Chart, reference: String?) -> String {
    let item = items[Int(edge.payload)]
    if !item.isMention, edge.symbol == symbols[DateSymbol.index(.blocked)] { return "" }
    let context = TimeContext(reference: reference.flatMap { LocalDateTime($0) })
    return TimeExpression(item.meaning, qualifiers: item.qualifiers).resolve(in: context).value ?? ""
  }
}

extension DateSymbol {
  static func index(_ symbol: DateSymbol) -> Int { allCases.firstIndex(of: symbol) ?? 0 }
}
