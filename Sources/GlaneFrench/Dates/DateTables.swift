import GlanePatterns

/// What the reader of dates asks of the rules, looked up once for all texts.
struct DateTables: Sendable {
  /// In the order of ``DateSymbol``.
  let symbols: [Symbol]
  /// In the order of ``DateReader/FigureSymbol``.
  let figures: [Symbol]
  let article: Symbol?
  let numbers: NumberReader.Lists
  /// By rule: the arguments that it gives its constructor, by label.
  let arguments: [[DateArguments.Given]]
  /// By symbol, what it is good for: 1 a word of time, 2 a number's name, 4 an ordinal's.
  let roles: [UInt8]
  /// The stage that reads the atoms of dates.
  let atomStage: Int?
  /// Whether a user's rules run in the stages of dates: they may start from words that say nothing of time by themselves.
  let hasUserRules: Bool

  init(_ rules: RuleSet) {
    symbols = DateSymbol.names.map { rules.constituent($0) ?? Symbol(id: .max) }
    figures = DateReader.FigureSymbol.allCases.map { rules.constituent($0.rawValue) ?? Symbol(id: .max) }
    article = rules.list("article")
    numbers = NumberReader.Lists(rules)
    let labels = rules.constructors.map { $0.labels.map { PackedWord($0) } }
    arguments = rules.rules.map { rule in
      let own = labels[rule.constructor]
      return rule.arguments.indices.compactMap {
        rule.arguments[$0] == .absent ? nil : DateArguments.Given(label: own[$0], argument: rule.arguments[$0])
      }
    }
    var roles = [UInt8](repeating: 0, count: rules.symbols.count)
    func set(_ list: String, _ role: UInt8) {
      if let s = rules.list(list) { roles[Int(s.id)] |= role }
    }
    for list in Self.coreLists { set(list, 1) }
    for symbol in rules.userSymbols { roles[Int(symbol.id)] |= 1 }
    set("number-word", 2)
    set("number-multiplier", 2)
    set("ordinal-word", 4)
    set("first", 4)
    self.roles = roles
    atomStage = rules.stages.firstIndex(of: "date-atoms")
    hasUserRules = rules.rules.contains {
      !$0.file.hasPrefix("Dates/") && rules.stages[$0.stage].hasPrefix("date-")
    }
  }

  /// The lists whose words make a date possible.
  private static let coreLists = [
    "time-word", "month", "month-name", "weekday", "weekday-name", "weekdays-name", "season-name", "seasons-name",
    "unit",
    "unit-short", "calendar-unit", "calendar-units", "part-unit", "half-unit", "named-duration", "day-part",
    "day-part-bare", "day-parts", "half-day", "noon", "feast", "day-word", "next-day", "present", "past", "future",
    "set-adjective", "that-unit", "decade-name", "ampm", "minutes-word", "mid-month", "republican-month",
    "quarter-sign", "half-sign", "early", "fortnight", "present-alone", "saint-feast", "month-pair", "century-pair",
    "roman-century",
    "set-twice", "set-other-month", "set-other-year", "half-units", "dawn", "while-ago",
    "this-unit",
  ]
}
