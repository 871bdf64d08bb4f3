import GlanePatterns
import GlaneTime

/// A time constituent on the chart: what its words mean, and the elements that TimeML tags in it.
struct DateItem {
  /// An element in tokens; its meaning is made whole as constituents are put together.
  struct Element {
    var tokens: Range<Int>
    var meaning: TimeExpression.Meaning
    var qualifiers: TimeExpression.Qualifiers = []
    /// Which of the numbers of one token ("2002/2003") the element is; nil for whole tokens.
    var number: Int?
  }

  var meaning: TimeExpression.Meaning
  var qualifiers: TimeExpression.Qualifiers = []
  /// Whether it stands as a mention of its own: a bare "le 16 " does, a number that only another rule uses does not.
  var isMention = true
  /// Tokens that say when; those about them ("dans", "en") count less where two readings meet.
  var weight = 0
  // Nearly every item is one element, which needs no array.
  private(set) var single: Element?
  private var several: [Element] = []

  var elements: [Element] {
    get { single.map { [$0] } ?? several }
    set {
      single = newValue.count == 1 ? newValue[0] : nil
      several = newValue.count == 1 ? [] : newValue
    }
  }

  init(_ meaning: TimeExpression.Meaning, _ tokens: Range<Int>, qualifiers: TimeExpression.Qualifiers = []) {
    self.meaning = meaning
    self.qualifiers = qualifiers
    single = Element(tokens: tokens, meaning: meaning, qualifiers: qualifiers)
  }

  init(
    _ meaning: TimeExpression.Meaning, elements: [Element], qualifiers: TimeExpression.Qualifiers = []
  ) {
    self.meaning = meaning
    self.qualifiers = qualifiers
    self.elements = elements
  }

  /// Lets the elements that start at a token start at the one before it.
  mutating func extendBack(from token: Int) {
    if single != nil {
      if single!.tokens.lowerBound == token { single!.tokens = token - 1..<single!.tokens.upperBound }
      return
    }
    for i in several.indices where several[i].tokens.lowerBound == token {
      several[i].tokens = token - 1..<several[i].tokens.upperBound
    }
  }

  /// Whether an article before it belongs to it: "le 8 mai", "les années 60", but "1990" and "mars" take none.
  var takesArticle: Bool {
    switch meaning {
    case .moment(let m): m.takesArticle
    case .period(.window), .period(.night): true
    case .period(.bounds(.date(let d, _)?, _?, _, _)): d.decadeOfCentury != nil || d.decade != nil
    default: false
    }
  }

  var moment: Moment? {
    if case .moment(let m) = meaning { m } else { nil }
  }

  var duration: CalendarDuration? {
    switch meaning {
    case .duration(let d), .durationUntilNow(let d): d
    default: nil
    }
  }
}

/// The names under which patterns see time constituents.
enum DateSymbol: Int, CaseIterable {
  /// Any place on the calendar.
  case moment
  /// A day, or a named day.
  case day, week, month, season
  /// A year, a decade, a century.
  case year
  /// A clock time; a part of the day; a stretch between clock times.
  case clock, part
  /// A part of a day that is said: "la soirée de mardi".
  case datedPart, clockRange
  case duration, period, recurrence
  /// maintenant, autrefois
  case adverb
  /// Anything that was recognised so as to be no date.
  case blocked

  /// Some of them.
  struct Set: ExpressibleByArrayLiteral {
    private var bits: UInt16 = 0

    @inline(__always)
    init(arrayLiteral symbols: DateSymbol...) {
      for s in symbols { insert(s) }
    }

    @inline(__always)
    mutating func insert(_ symbol: DateSymbol) { bits |= 1 << UInt16(symbol.rawValue) }

    /// Hands on their raw values.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
      var left = bits
      while left != 0 {
        body(left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }

  /// In the order of the cases.
  static let names = [
    "moment", "calendar-day", "calendar-week", "calendar-month", "calendar-season", "calendar-year", "clock", "part",
    "dated-part", "clock-range", "duration", "period", "recurrence", "adverb", "blocked",
  ]
}

extension Moment {
  var takesArticle: Bool {
    switch self {
    case .date(let d, let choice):
      d.day != nil || d.weekday != nil || d.season != nil || d.decade != nil || d.decadeOfCentury != nil
        || d.century != nil || d.quarter != nil || d.half != nil || d.week != nil || d.part != nil || choice != nil
    case .within(let m, let d): m.takesArticle || d.fortnight != nil || Moment.date(d).takesArticle
    case .distance, .now: false
    default: true
    }
  }

  /// The finest unit that the moment names; nil where the context decides.
  var unit: CalendarUnit? {
    switch self {
    case .date(let d, _): d.precision
    case .unit(let u, _, _): u
    case .distance(let d, _, _), .away(let d, _, _): d.finestUnit
    case .ordinal(_, let u, _), .containing(let u, _): u
    case .ordinalWeekday: .day
    case .within(let m, let d): d.precision ?? m.unit
    case .portion(_, let m): m.unit
    case .feast, .republican: .day
    case .now: nil
    }
  }
}
