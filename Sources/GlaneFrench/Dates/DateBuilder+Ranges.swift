import GlanePatterns
import GlaneTime

// Stretches between two moments, with the parts that the ends share.
extension DateBuilder {
  /// `from` and `to` are constituents; `day` (with `weekday`) the start of a range that shares month and year with its
  /// end; `start` and `end` numbers of hours or years.
  func range() -> Built? {
    let open = arguments.word("open")
    if open == "twelve-months" {
      guard let to = part("to"), case .date(let d, nil)? = to.moment, let last = d.civilDate,
        let first = last.adding(months: -12)?.adding(days: 1)
      else { return nil }
      return period(.bounds(from: .date(PartialDate(first)), to: .date(PartialDate(last))), to.elements)
    }
    if open == "from-hours", let hour = int("start"), let tokens = arguments.tokens("start") {
      var t = PartialDate()
      t.hour = hour
      let from = Moment.date(t)
      return joinable(
        from, period(.bounds(from: from, to: nil), [.init(tokens: tokens, meaning: .moment(from))]))
    }
    if open == "now", let from = part("from"), let moment = from.moment {
      return period(.bounds(from: moment, to: .now), from.elements)
    }
    if let day = int("day"), open == "day-of-unit" {
      guard 1...31 ~= day else { return nil }
      return built(.ordinal(day, .day, within: .unit(.month, count: int("count") ?? 0, from: origin)))
    }
    if let day = int("day"), open == "days" || open == "since" || open == "until" { return days(day, int("end"), open) }
    if let pair, open == "days" { return days(pair.0, pair.1, open) }
    if let pair { return figures(pair, open) }
    if let packed = int("pair") {
      // "mars-avril", "XVIIe-XVIIIe": both in one token.
      var (a, b) = (PartialDate(), PartialDate())
      if open == "months" {
        (a.month, b.month) = (packed / 100, packed % 100)
        (a.year, b.year) = (int("year"), int("year"))
      } else {
        (a.century, b.century) = (packed / 100, packed % 100)
      }
      return period(.bounds(from: .date(a), to: .date(b)), [])
    }
    if open == "millennia" || open == "millennia-before" { return millennia(isBefore: open == "millennia-before") }
    if open == "after-year" || open == "before-year" {
      let isAfter = open == "after-year"
      guard let year = int(isAfter ? "from" : "to"), let tokens = arguments.tokens(isAfter ? "from" : "to") else {
        return nil
      }
      let moment = Moment.date(PartialDate(year: year))
      return period(
        isAfter
          ? .bounds(from: moment, to: nil, startExcluded: true) : .bounds(from: nil, to: moment, endExcluded: true),
        [.init(tokens: tokens, meaning: .moment(moment))])
    }
    if let last = int("end"), int("start") == nil, part("from") == nil {
      let to = Moment.date(PartialDate(year: last))
      guard let tokens = arguments.tokens("end") else { return nil }
      return period(.bounds(from: nil, to: to), [.init(tokens: tokens, meaning: .moment(to))])
    }
    if open == "portions", let month = int("start"), let to = part("end"), let end = to.moment {
      var d = PartialDate()
      d.month = month
      if case .date(let last, _) = end, let year = last.year { d.year = month > (last.month ?? 12) ? year - 1 : year }
      return bounds(.date(d), [], end, to.elements)
    }
    if let code = int("start"), let last = int("end") { return numbers(code, last) }
    if open == "listed", let to = part("to"), case .date(let end, let choice)? = to.moment {
      // Each day is an element; the value runs from the first to the last.
      let days = arguments.all("day").map { (day, tokens) -> (Moment, DateItem.Element)? in
        var d = end
        d.weekday = nil
        d.day = day
        guard Self.isPossible(day: day, month: d.month, year: d.year) else { return nil }
        let moment = Moment.date(d, choice: choice)
        return (moment, DateItem.Element(tokens: tokens, meaning: .moment(moment)))
      }
      guard let first = days.first??.0, days.allSatisfy({ $0 != nil }) else { return blocked }
      return bounds(first, days.compactMap { $0?.1 }, to.moment, to.elements)
    }
    if let day = int("day"), let to = part("to"), case .date(let end, let choice)? = to.moment {
      var start = end
      start.day = day
      start.weekday = int("weekday")
      guard Self.isPossible(day: day, month: start.month, year: start.year) else { return blocked }
      let from = Moment.date(start, choice: choice)
      // The captured day is its own element, from its weekday or number on.
      guard let tokens = span("weekday", "day") else { return nil }
      return bounds(from, [.init(tokens: tokens, meaning: .moment(from))], to.moment, to.elements)
    }
    if let from = part("from"), let to = part("to"), var a = from.moment, var b = to.moment {
      // "mai et juin derniers", "13 heures à 15 heures": what one end says of both.
      if case .date(let x, nil) = a, case .date(let y, let choice?) = b, x.hasYear == false, y.hasYear == false {
        a = .date(x, choice: choice)
      }
      if case .date(let x, nil) = a, case .date(let y, let choice) = b {
        if x.hour != nil || y.hour != nil, x.hasDate != y.hasDate {
          if y.hasDate, let whole = Self.put(a, in: .date(y.dateOnly, choice: choice)) { a = whole }
          if x.hasDate, let whole = Self.put(b, in: .date(x.dateOnly)) { b = whole }
        }
      }
      if let half = int("half") { a = Self.shifted(a, half); b = Self.shifted(b, half) }
      let first = from.elements.map { e in
        from.elements.count == 1 ? DateItem.Element(tokens: e.tokens, meaning: .moment(a), qualifiers: e.qualifiers) : e
      }
      return bounds(a, first, b, to.elements)
    }
    if let start = int("start"), let to = part("to"), let b = to.moment, case .date(let d, let choice) = b,
      let tokens = arguments.tokens("start")
    {
      // "de 5 à 6pm", "5 à 7 h": the start shares the half of the day, where it goes before the end in it.
      guard start <= 24, var hour = d.hour else { return nil }
      if start < 12, hour >= 12, start + 12 < hour || start + 12 == hour - 1 { hour = start + 12 } else { hour = start }
      var a = d
      a.hour = hour
      a.minute = nil
      a.second = nil
      let from = Moment.date(a, choice: choice)
      return bounds(from, [.init(tokens: tokens, meaning: .moment(from))], b, to.elements)
    }
    if let from = part("from"), let end = int("end"), let a = from.moment, case .date(let d, _) = a, let hour = d.hour {
      // "entre midi et deux"
      guard end <= 24, let tokens = arguments.tokens("end-words") ?? arguments.tokens("end") else { return nil }
      var b = PartialDate()
      b.hour = end < hour && end < 12 ? end + 12 : end
      return bounds(a, from.elements, .date(b), [.init(tokens: tokens, meaning: .moment(.date(b)))])
    }
    if let from = part("from"), let moment = from.moment {
      let after = open == "after"
      return joinable(moment, period(.bounds(from: moment, to: nil, startExcluded: after), from.elements))
    }
    if let to = part("to"), let moment = to.moment {
      let before = open == "before"
      return joinable(moment, period(.bounds(from: nil, to: moment, endExcluded: before), to.elements))
    }
    return nil
  }

  /// An open stretch that starts or ends with a clock time can still be joined to its day.
  private func joinable(_ moment: Moment, _ built: Built) -> Built {
    var built = built
    if case .date(let d, _) = moment, d.hour != nil, !d.hasDate { built.names = [.clockRange, .period] }
    return built
  }

  private static func shifted(_ moment: Moment, _ half: Int) -> Moment {
    guard case .date(var d, let choice) = moment, let hour = d.hour, hour < 12, half >= 2 else { return moment }
    d.hour = hour + 12
    return .date(d, choice: choice)
  }

  private func bounds(
    _ from: Moment, _ first: [DateItem.Element], _ to: Moment?, _ last: [DateItem.Element]
  ) -> Built {
    var result = period(.bounds(from: from, to: to), first + last)
    if case .date(let d, _) = from, d.hasTime, !d.hasDate { result.names = [.clockRange, .period] }
    return result
  }

  /// From the first of the captures of two labels to the last.
  private func span(_ labels: PackedWord...) -> Range<Int>? {
    let all = labels.compactMap { arguments.tokens($0) }
    guard let first = all.map(\.lowerBound).min(), let last = all.map(\.upperBound).max() else { return nil }
    return first..<last
  }

  /// Days of the month at hand: "du 13 au 18", "à partir du 8".
  private func days(_ first: Int, _ last: Int?, _ open: String?) -> Built? {
    if let unit = unitNamed(int("unit")), let last, first < last,
      let start = arguments.tokens("day") ?? arguments.tokens("span"),
      let end = arguments.tokens("end") ?? arguments.tokens("span")
    {
      // "du 4 au 22 de ce mois"
      let month = Moment.unit(unit, count: int("count") ?? 0, from: .reference)
      let from = Moment.ordinal(first, .day, within: month)
      let to = Moment.ordinal(last, .day, within: month)
      return period(
        .bounds(from: from, to: to),
        [.init(tokens: start, meaning: .moment(from)), .init(tokens: end, meaning: .moment(to))])
    }
    var a = PartialDate()
    a.day = first
    a.month = int("month")
    guard let start = arguments.tokens("day"), 1...31 ~= first else { return nil }
    let from = Moment.date(a)
    let first = DateItem.Element(tokens: start, meaning: .moment(from))
    guard let last else {
      return period(open == "until" ? .bounds(from: nil, to: from) : .bounds(from: from, to: nil), [first])
    }
    var b = PartialDate()
    b.day = last
    b.month = int("month")
    guard let end = arguments.tokens("end"), 1...31 ~= last else { return nil }
    let to = Moment.date(b)
    return period(.bounds(from: from, to: to), [first, .init(tokens: end, meaning: .moment(to))])
  }

  /// Two numbers in one: "1914-1918", "13-15 juillet", "13h-15h".
  private func figures(_ pair: (Int, Int), _ open: String?) -> Built? {
    var a = PartialDate()
    var b = PartialDate()
    switch open {
    case "clocks":
      for (code, isFirst) in [(pair.0, true), (pair.1, false)] {
        let c = ClockTime(packed: Int32(code))
        var t = PartialDate()
        t.hour = c.hour
        t.minute = c.minute
        t.second = c.second
        if isFirst { a = t } else { b = t }
      }
    case "dates":
      let (x, y) = (NumericDate(packed: Int32(pair.0)), NumericDate(packed: Int32(pair.1)))
      guard x.isPossible, y.isPossible, Self.isPossible(day: x.day, month: x.month, year: nil),
        Self.isPossible(day: y.day, month: y.month, year: nil)
      else { return blocked }
      (a, b) = (x.fields, y.fields)
    case "war":
      // The centuries of the wars of 1870, 1914 and 1940.
      switch pair {
      case (14, 18), (39, 45), (40, 45), (39, 40), (40, 44): (a.year, b.year) = (1900 + pair.0, 1900 + pair.1)
      case (70, 71): (a.year, b.year) = (1870, 1871)
      default: return nil
      }
    case "full-decades":
      guard pair.0 % 10 == 0, pair.1 % 10 == 0, pair.0 < pair.1, 1000...2990 ~= pair.0, pair.1 < 3000 else {
        return nil
      }
      (a.decade, b.decade) = (pair.0 / 10, pair.1 / 10)
    case "decades":
      guard pair.0 % 10 == 0, pair.1 % 10 == 0, pair.0 < pair.1, pair.1 < 100 else { return nil }
      a.decadeOfCentury = pair.0 / 10
      b.decadeOfCentury = pair.1 / 10
    case "hours":
      guard pair.0 <= 24, pair.1 <= 24 else { return nil }
      a.hour = pair.0
      b.hour = pair.1
    case "years", "school-years", "winter":
      let last = pair.1 < 100 ? pair.0 - pair.0 % 100 + pair.1 : pair.1
      guard 1000...2999 ~= pair.0, pair.0 < last, last < 3000 else { return nil }
      a.year = pair.0
      b.year = last
      guard open == "years" || pair.0 + 1 == last else { return nil }
      if open == "winter" {
        a.season = .winter
        return built(.date(a))
      }
    default:
      // Days of a month that follows, perhaps as a date of its own.
      if let to = part("to"), case .date(let d, _)? = to.moment, d.day == nil {
        a = d
        b = d
      } else {
        a.month = int("month")
        a.year = int("year")
        b = a
      }
      a.day = pair.0
      b.day = pair.1
      guard pair.0 < pair.1, Self.isPossible(day: pair.1, month: b.month, year: b.year) else { return nil }
    }
    let x = Moment.date(a)
    let y = Moment.date(b)
    guard open == "years" || open == "school-years", let tokens = arguments.tokens("span") else {
      // The element is the whole: its figures do not stand alone.
      return bounds(x, [], y, [])
    }
    let elements = [
      DateItem.Element(tokens: tokens, meaning: .moment(x), number: 0),
      DateItem.Element(tokens: tokens, meaning: .moment(y), number: 1),
    ]
    if open == "school-years" {
      // September to August.
      (a.month, b.month) = (9, 8)
      var result = period(.bounds(from: .date(a), to: .date(b)), elements)
      result.item.qualifiers = .approximate
      return result
    }
    return bounds(x, [elements[0]], y, [elements[1]])
  }

  /// "au IIIe millénaire avant notre ère": from 3000 to 2001; one, or two that bound a stretch.
  private func millennia(isBefore: Bool) -> Built? {
    guard let first = int("start"), 1...9 ~= first else { return nil }
    let last = int("end") ?? first
    guard 1...9 ~= last, isBefore ? last <= first : first <= last else { return nil }
    // The year n before our era is 1 - n.
    let from = Moment.date(PartialDate(year: isBefore ? 1 - first * 1000 : (first - 1) * 1000 + 1))
    let to = Moment.date(PartialDate(year: isBefore ? -(last - 1) * 1000 : last * 1000))
    return bounds(from, [], to, [])
  }

  /// Bare hours or years: "entre 17 et 18 heures", "1914-1918".
  private func numbers(_ start: Int, _ end: Int) -> Built? {
    // Numbers that the rule gives itself have no words of their own.
    let first = arguments.tokens("start-words") ?? arguments.tokens("start") ?? tokens
    let last = arguments.tokens("end-words") ?? arguments.tokens("end") ?? tokens
    var a = PartialDate()
    var b = PartialDate()
    if let open = arguments.word("open"), open.hasPrefix("centuries") {
      let sign = open == "centuries" ? 1 : -1
      guard start * sign < end * sign else { return nil }
      a.century = start * sign
      b.century = end * sign
    } else if arguments.word("open") == "decades" {
      guard start < end else { return nil }
      (a.decade, b.decade) = (start / 10, end / 10)
    } else if arguments.word("open") == "short-decades" {
      guard start < end else { return nil }
      (a.decadeOfCentury, b.decadeOfCentury) = (start / 10, end / 10)
    } else if arguments.word("open") == "years" {
      guard start < end || end < 100 else { return nil }
      a.year = start
      b.year = end < 100 ? start - start % 100 + end : end
      guard let x = a.year, let y = b.year, x < y else { return nil }
    } else {
      guard start <= 24, end <= 24 else { return nil }
      a.hour = start
      b.hour = end
      if let half = int("half"), half >= 2 {
        if start < 12 { a.hour = start + 12 }
        if end < 12 { b.hour = end + 12 }
      }
    }
    return bounds(
      .date(a), [.init(tokens: first, meaning: .moment(.date(a)))], .date(b),
      [.init(tokens: last, meaning: .moment(.date(b)))])
  }
}
