import GlanePatterns
import GlaneTime

/// The closed set of constructors that rules of dates may end in.
enum DateConstructor: String, CaseIterable {
  /// Fields of the calendar, as captured.
  case date
  /// A date in figures (`<numeric-date>`).
  case numeric
  /// A clock time: from figures (`<clock-time>`) or its parts.
  case clock
  /// A part of the day.
  case part
  /// A unit counted from the one at hand: "hier", "la semaine prochaine".
  case unit
  /// A day and its clock time in ISO 8601.
  case instant
  /// A feast, perhaps with its year.
  case feast
  case republican
  /// An amount of time.
  case duration
  /// An amount away from the reference, the last date, or a moment said.
  case away
  /// The nth unit or weekday of a moment.
  case ordinal
  /// début, milieu, fin of a moment.
  case portion
  /// Finer fields within a coarser moment: "lundi de la semaine prochaine", "hier soir", "demain à 11 h".
  case inside
  /// "mardi dernier", "en juin prochain": a moment with its choice.
  case choose
  /// From … to …; one side may lack.
  case range
  /// "les trois prochains jours"
  case window
  /// "dans la nuit de lundi à mardi"
  case night
  /// Something that comes back.
  case recurrence
  /// maintenant, autrefois, à l'avenir
  case adverb
  /// A constituent with words about it that belong to the mention: "en", "vers", "au cours de".
  case frame
  /// No date: a look-alike that keeps its words from being read as one.
  case block

  static let all = allCases

  var signature: ConstructorSignature {
    let (required, optional): ([String], [String]) =
      switch self {
      case .date:
        (
          [],
          [
            "weekday", "day", "month", "year", "short", "season", "quarter", "half", "decade", "short-decade",
            "century",
            "fortnight", "week", "weekend", "bce", "choice", "span", "about",
            "position",
          ]
        )
      case .numeric: (["code"], ["weekday", "year", "whole"])
      case .clock:
        ([], ["code", "hour", "minute", "second", "quarter", "minus", "half", "zone", "noon", "about", "words"])
      case .part: (["part"], ["position", "choice", "alone"])
      case .unit: (["unit", "count"], ["from", "position", "part"])
      case .instant: (["span"], [])
      case .feast: (["feast"], ["year", "short", "choice", "before"])
      case .republican: (["year"], ["day", "month"])
      case .duration: ([], ["amount", "unit", "half", "quarter", "group", "clock", "about", "span"])
      case .away: (["amount", "forward"], ["of", "from", "about"])
      case .ordinal: (["number"], ["of", "unit", "weekday", "more", "whole"])
      case .portion: (["position", "of"], ["about"])
      case .inside: (["of"], ["fine", "part", "hour", "start", "end"])
      case .choose: (["of", "choice"], [])
      case .range:
        (
          [],
          [
            "from", "to", "day", "weekday", "month", "year", "half", "start", "end", "open", "span", "unit", "count",
            "start-words", "end-words", "pair",
          ]
        )
      case .window: (["direction"], ["amount", "unit", "from", "group", "span"])
      case .night: (["of"], ["day", "weekday", "to"])
      case .recurrence:
        (
          [],
          [
            "unit", "amount", "on", "clock", "times", "weekday", "month", "part", "season", "more", "extend", "hour",
            "weekend",
            "day", "through",
          ]
        )
      case .adverb: (["time"], [])
      case .frame: (["of"], ["about", "extend", "zone"])
      case .block: ([], [])
      }
    return ConstructorSignature(
      rawValue, required: required, optional: optional, yields: DateSymbol.names)
  }
}

/// The arguments of one match, by label.
struct DateArguments {
  /// What a rule gives for one label.
  struct Given: Sendable {
    let label: PackedWord
    let argument: RuleArgument
  }

  let match: RuleMatch
  /// The arguments that the rule gives: few of those that its constructor takes.
  let given: [Given]

  private func argument(_ label: PackedWord) -> RuleArgument {
    for own in given where own.label == label { return own.argument }
    return .absent
  }

  /// The slot of the capture that fills an argument.
  func slot(_ label: PackedWord) -> Int? {
    if case .capture(let slot) = argument(label) { slot } else { nil }
  }

  private func capture(_ label: PackedWord) -> Capture? {
    slot(label).flatMap { slot in match.captures.first { $0.slot == slot } }
  }

  func has(_ label: PackedWord) -> Bool {
    switch argument(label) {
    case .absent: false
    case .capture: capture(label) != nil
    case .integer, .word: true
    }
  }

  func int(_ label: PackedWord) -> Int? {
    switch argument(label) {
    case .integer(let n): n
    case .capture(let slot): match.captures.first { $0.slot == slot }.map { Int($0.value) }
    case .absent, .word: nil
    }
  }

  func ints(_ label: PackedWord) -> [Int] {
    guard let slot = slot(label) else { return [] }
    return match.captures.filter { $0.slot == slot }.map { Int($0.value) }
  }

  /// Every capture of a label, with its tokens, in reading order.
  func all(_ label: PackedWord) -> [(value: Int, tokens: Range<Int>)] {
    guard let slot = slot(label) else { return [] }
    return match.captures.filter { $0.slot == slot }.map { (Int($0.value), $0.tokens) }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  func word(_ label: PackedWord) -> String? {
    if case .word(let w) = argument(label) { w } else { nil }
  }

  func tokens(_ label: PackedWord) -> Range<Int>? { capture(label)?.tokens }
}
