import GlanePatterns
import GlaneText
import GlaneTime

/// Makes what one match says; nil where the calendar or the sense refuses it.
struct DateBuilder {
  typealias Built = (item: DateItem, names: DateSymbol.Set)

  let arguments: DateArguments
  let tokens: Range<Int>
  /// Two numbers that were written with a sign between them.
  let pair: (Int, Int)?
  /// The constituents captured, by slot.
  private var parts: [Part] = []

  private struct Part {
    var slot: Int
    var item: DateItem
    var tokens: Range<Int>
  }

  private let rules: RuleSet

  init(_ chart: borrowing Chart, _ items: [DateItem], _ spans: [(Int32, Int32)], _ arguments: DateArguments) {
    self.arguments = arguments
    rules = chart.rules
    tokens = arguments.match.tokens
    // A user's rule may fill "span" with a number that is none of these.
    pair = arguments.int("span").flatMap {
      spans.indices.contains($0) ? (Int(spans[$0].0), Int(spans[$0].1)) : nil
    }
    for capture in arguments.match.captures where capture.edge >= 0 {
      let edge = chart.edges[Int(capture.edge)]
      if edge.rule >= 0 { parts.append(Part(slot: capture.slot, item: items[Int(edge.payload)], tokens: edge.tokens)) }
    }
  }

  func part(_ label: PackedWord) -> DateItem? {
    guard !parts.isEmpty, let slot = arguments.slot(label) else { return nil }
    return parts.first { $0.slot == slot }?.item
  }

  func int(_ label: PackedWord) -> Int? { arguments.int(label) }
  /// The text that the entry captured stands for, or the word that the rule gives.
  func text(_ label: PackedWord) -> String? {
    if arguments.slot(label) != nil { return int(label).map { rules.text(Int32($0)) } }
    return arguments.word(label)
  }

  func build(_ constructor: DateConstructor) -> Built? {
    switch constructor {
    case .date: return date()
    case .numeric: return numeric()
    case .clock: return clock()
    case .part: return dayPart()
    case .unit: return unit()
    case .instant: return instant()
    case .feast: return feast()
    case .republican: return republican()
    case .duration: return duration()
    case .away: return away()
    case .ordinal: return ordinal()
    case .portion: return portion()
    case .inside: return inside()
    case .choose: return choose()
    case .range: return range()
    case .window: return window()
    case .night: return night()
    case .recurrence: return recurrence()
    case .adverb: return adverb()
    case .frame: return frame()
    case .block: return blocked
    }
  }

  /// The words are taken, and say nothing.
  var blocked: Built {
    var item = DateItem(.present, tokens)
    item.isMention = false
    return (item, [.blocked])
  }

  /// A moment, under the names that its unit gives it.
  func built(_ moment: Moment, elements: [DateItem.Element]? = nil, qualifiers: TimeExpression.Qualifiers = []) -> Built
  {
    let meaning = TimeExpression.Meaning.moment(moment)
    let item =
      elements.map { DateItem(meaning, elements: $0, qualifiers: qualifiers) }
      ?? DateItem(meaning, tokens, qualifiers: qualifiers)
    return (item, Self.names(moment))
  }

  static func names(_ moment: Moment) -> DateSymbol.Set {
    var names: DateSymbol.Set = [.moment]
    switch moment.unit {
    case .day:
      names.insert(.day)
    case .week, .weekend: names.insert(.week)
    case .month: names.insert(.month)
    case .season: names.insert(.season)
    case .year, .decade, .century: names.insert(.year)
    default: break
    }
    if moment.withoutPart != nil { names.insert(.datedPart) }
    return names
  }

  func period(_ period: Period, _ elements: [DateItem.Element]) -> Built {
    let meaning = TimeExpression.Meaning.period(period)
    let own = elements.isEmpty ? [DateItem.Element(tokens: tokens, meaning: meaning)] : elements
    return (DateItem(meaning, elements: own), [.period])
  }

  /// "environ", "près de", "plus de": 1 approximate, 2 uncertain, 4 less, 8 more, 16 at most, 32 at least.
  func qualifiers(_ label: PackedWord = "about") -> TimeExpression.Qualifiers {
    .init(rawValue: UInt8(truncatingIfNeeded: int(label) ?? 0))
  }

  static let choices: [Choice] = [.next, .last, .current, .following, .preceding]

  /// 1 next, 2 last, 3 current, 4 following, 5 preceding.
  func choice(_ label: PackedWord) -> Choice? {
    int(label).flatMap { 1...5 ~= $0 ? Self.choices[$0 - 1] : nil }
  }

  /// 1 start, 2 middle, 3 end.
  func position(_ label: PackedWord = "position") -> Portion? {
    int(label).flatMap { 1...3 ~= $0 ? [Portion.start, .middle, .end][$0 - 1] : nil }
  }

  func unitNamed(_ n: Int?) -> CalendarUnit? {
    n.flatMap { CalendarUnit.allCases.indices.contains($0) ? CalendarUnit.allCases[$0] : nil }
  }

  var origin: Origin { arguments.word("from") == "anchor" ? .anchor : .reference }
}
