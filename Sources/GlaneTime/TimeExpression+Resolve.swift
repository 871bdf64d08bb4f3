extension TimeExpression {
  /// The expression placed on the calendar. What cannot be placed keeps unknown fields (`XXXX-WXX-2`) or no value.
  ///
  /// Constant time.
  public func resolve(in context: TimeContext) -> ResolvedTime {
    let resolver = Resolver(context: context)
    let whole = Reading(meaning, qualifiers, resolver)
    var timex3: [Timex3] = []
    timex3.reserveCapacity(max(elements.count, 1))
    for element in elements {
      let isWhole = element.meaning == meaning && element.qualifiers == qualifiers
      timex3.append(isWhole ? whole.timex3 : Reading(element.meaning, element.qualifiers, resolver).timex3)
      timex3[timex3.count - 1].start = element.start
      timex3[timex3.count - 1].end = element.end
    }
    if timex3.isEmpty { timex3.append(whole.timex3) }
    return ResolvedTime(
      type: whole.type, value: whole.value, edtf: whole.edtf, interval: whole.interval,
      absolute: isAbsolute, implied: whole.implied, timex3: timex3, anchor: whole.anchor)
  }

  /// Whether the context's direction has a say: a date without its year, a bare weekday or clock time.
  public var looksSomeWay: Bool {
    switch meaning {
    case .moment(let m), .period(.night(let m)): m.looksSomeWay
    case .period(.bounds(let from, let to, _, _)): (from?.looksSomeWay ?? false) || (to?.looksSomeWay ?? false)
    default: false
    }
  }

  /// Whether the text says the year of the moment, or of the start of the stretch.
  public var saysYear: Bool {
    switch meaning {
    case .moment(let m), .period(.night(let m)), .period(.bounds(let m?, _, _, _)): m.said.year != nil
    default: false
    }
  }

  /// The unit in which the expression counts from the last date of the text ("la veille": a day); nil where it does not.
  public var anchoredUnit: CalendarUnit? {
    switch meaning {
    case .moment(let m), .period(.night(let m)): m.anchoredUnit
    case .period(.bounds(let from, let to, _, _)): from?.anchoredUnit ?? to?.anchoredUnit
    case .period(.window(let duration, _, .anchor)): duration.finestUnit
    default: nil
    }
  }

  /// Whether the text names a calendar date of its own, rather than one that counts from another.
  public var isAbsolute: Bool {
    switch meaning {
    case .moment(let m): m.isAbsolute
    case .period(.bounds(let from, let to, _, _)): (from?.isAbsolute ?? false) || (to?.isAbsolute ?? false)
    case .period(.night(let m)): m.isAbsolute
    default: false
    }
  }
}

extension Moment {
  var anchoredUnit: CalendarUnit? {
    switch self {
    case .unit(let unit, _, .anchor): unit
    case .distance(let duration, _, .anchor): duration.finestUnit
    case .away(_, _, let m), .ordinal(_, _, let m), .ordinalWeekday(_, _, let m), .portion(_, let m), .within(let m, _):
      m.anchoredUnit
    default: nil
    }
  }

  /// Whether a year, a decade, a century, a day of a month or a feast is named: "mars 2021", "le 3 mai", but not "en mars".
  public var isAbsolute: Bool {
    switch self {
    case .date(let d, _): d.hasYear || d.month != nil && d.day != nil
    case .unit, .distance, .now: false
    case .away(_, _, let m), .ordinal(_, _, let m), .ordinalWeekday(_, _, let m), .portion(_, let m),
      .containing(_, let m):
      m.isAbsolute
    case .within(let m, let d): m.isAbsolute || d.hasYear || d.month != nil && d.day != nil
    case .feast, .republican: true
    }
  }

  /// The fields that the text said, as far as they can be told before resolution.
  var said: PartialDate {
    switch self {
    case .date(let d, _): d
    case .within(let m, let d): m.said.merging(d)
    case .portion(_, let m): m.said
    default: PartialDate()
    }
  }
}

/// One meaning read in one context.
private struct Reading {
  var type = ResolvedTime.Kind.date
  var value: String?
  var edtf: String?
  var interval: ResolvedTime.Interval?
  var implied: [String] = []
  var timex3 = Timex3(.date, "")
  var anchor: PartialDate?

  init(_ meaning: TimeExpression.Meaning, _ qualifiers: TimeExpression.Qualifiers, _ resolver: Resolver) {
    switch meaning {
    case .moment(let moment): read(moment, resolver)
    case .period(let period): read(period, resolver)
    case .duration(let duration): read(duration, endsNow: false, resolver)
    case .durationUntilNow(let duration): read(duration, endsNow: true, resolver)
    case .recurrence(let recurrence): read(recurrence)
    case .present:
      read(named: "PRESENT_REF")
      if let reference = resolver.context.reference {
        let now = PartialDate(reference.instant, to: reference.hasTime ? .second : .day)
        interval = now.bounds.map { .init(start: $0.start, end: $0.end) }
      }
    case .past: read(named: "PAST_REF")
    case .future: read(named: "FUTURE_REF")
    }
    if timex3.mod == nil { timex3.mod = qualifiers.mod }
    if let date = edtf, let sign = qualifiers.edtfSign { edtf = EDTF.qualified(date, sign) }
  }

  private mutating func read(named name: String) {
    type = .date
    value = name
    timex3 = Timex3(.date, name)
  }

  private mutating func read(_ moment: Moment, _ resolver: Resolver) {
    guard let placed = resolver.place(moment) else {
      read(unplaced: moment)
      return
    }
    let date = placed.date
    type = date.hasTime ? .time : .date
    let text = date.notation
    value = text
    let bounds = date.bounds
    interval = bounds.map { .init(start: $0.start, end: $0.end) }
    if placed.portion == nil { edtf = date.isPlain ? text : EDTF(date)?.description }
    implied = date.fieldNames(beyond: moment.said)
    anchor = bounds == nil && date.dayBounds == nil ? nil : date
    timex3 = Timex3(date.hasTime ? .time : .date, text)
    timex3.mod = placed.portion?.rawValue
    if case .distance(let duration, _, _) = moment { timex3 = Timex3(.duration, duration.notation) }
  }

  /// An expression that the context cannot place: a distance keeps its length, the rest has no value.
  private mutating func read(unplaced moment: Moment) {
    switch moment {
    case .distance(let duration, _, _), .away(let duration, _, _):
      type = duration.isExact ? .date : .duration
      value = duration.isExact ? nil : duration.notation
      timex3 = Timex3(.duration, duration.notation)
    case .within(_, let fields) where fields.hasTime:
      type = .time
      let time = fields.hour == nil ? fields.part.map { "T" + $0.rawValue } : fields.notation
      value = time
      timex3 = Timex3(.time, time ?? "")
    default:
      type = .date
      timex3 = Timex3(.date, "XXXX-XX-XX")
    }
  }

  private mutating func read(_ duration: CalendarDuration, endsNow: Bool, _ resolver: Resolver) {
    type = .duration
    value = duration.notation
    timex3 = Timex3(.duration, duration.notation)
    guard endsNow, let reference = resolver.context.reference else { return }
    timex3.endPoint = reference.date.description
    if let start = resolver.place(.distance(duration, forward: false, from: .reference))?.date.bounds?.start {
      interval = .init(start: start, end: reference.instant)
    }
  }

  private mutating func read(_ recurrence: Recurrence) {
    type = .set
    let on = recurrence.on.map { on in
      on.setNotation + (recurrence.through.map { "/" + $0.setNotation } ?? "")
    }
    let text = on ?? recurrence.period?.notation ?? "PXD"
    value = text
    timex3 = Timex3(.set, text)
    timex3.quant = recurrence.times == nil ? recurrence.quantifier : nil
    timex3.freq = recurrence.times.map { "\($0)X" }
    if on != nil, let period = recurrence.period { timex3.freq = period.notation }
  }

  private mutating func read(_ period: Period, _ resolver: Resolver) {
    type = .period
    switch period {
    case .bounds(let from, let to, let startExcluded, let endExcluded):
      read(from: from, to: to, startExcluded: startExcluded, endExcluded: endExcluded, resolver)
    case .window(let duration, let forward, let origin):
      read(window: duration, forward: forward, origin, resolver)
    case .night(let moment):
      timex3 = Timex3(.time, "TNI")
      guard var night = resolver.place(moment)?.date else { return }
      night.part = .night
      type = .time
      value = night.notation
      timex3.value = night.notation
      interval = night.bounds.map { .init(start: $0.start, end: $0.end) }
      anchor = night
    }
  }

  private mutating func read(
    from: Moment?, to: Moment?, startExcluded: Bool, endExcluded: Bool, _ resolver: Resolver
  ) {
    type = .period
    var resolver = resolver
    if let underWay = resolver.underWay(from: from, to: to) { resolver = underWay }
    var a = from.flatMap { resolver.place($0) }?.date
    var b: PartialDate?
    if let to {
      // The end follows the start: "du 28 décembre au 3 janvier" looks on from 28 December.
      var context = resolver.context
      let ownDate = to.said.hasYear
      if let day = a?.dayBounds?.start, from != nil, !ownDate {
        if to.countsFromText {
          context.reference = LocalDateTime(day)
          context.direction = .future
          context.anchor = PartialDate(day)
          if context.story != nil { context.story = PartialDate(day) }
        }
      }
      b = Resolver(context: context).place(a == nil ? to : to.withoutWeekday)?.date
      // Hours past midnight: "de 22 h à 2 h".
      if let start = a?.bounds?.start, let end = b?.bounds?.start, end < start, b?.hour != nil, !to.said.hasDate,
        let next = b?.civilDate?.adding(days: 1)
      {
        b = b?.merging(PartialDate(next))
      }
      // The start goes before the end that names the year: "du 10 août au 12 septembre 2013".
      if let from, !from.said.hasYear, to.said.hasYear, from.countsFromText, let day = b?.dayBounds?.start {
        var context = resolver.context
        context.reference = LocalDateTime(day)
        context.direction = .past
        a = Resolver(context: context).place(from)?.date
      }
    }
    if from == nil || a != nil, to == nil || b != nil {
      value = String(notation: { writer in
        if from == nil { writer.put("..") } else { a?.write(to: &writer) }
        writer.put("/")
        if to == nil { writer.put("..") } else { b?.write(to: &writer) }
      })
    }
    if (from == nil || a?.bounds != nil) && (to == nil || b?.bounds != nil) {
      // A clock time closes at its instant, a day or a year at its end.
      let end = b.flatMap { b in endExcluded || b.hour != nil ? b.bounds?.start : b.bounds?.end }
      let start = a.flatMap { startExcluded && $0.hour == nil ? $0.bounds?.end : $0.bounds?.start }
      interval = .init(start: start, end: end)
      if !startExcluded, !endExcluded {
        switch (from, to) {
        case (nil, _?): edtf = b.flatMap(EDTF.notation).map { "../" + $0 }
        case (_?, nil): edtf = a.flatMap(EDTF.notation).map { $0 + "/.." }
        case _ where a?.isPlain == true && b?.isPlain == true: edtf = value
        default:
          if let left = a.flatMap(EDTF.notation), let right = b.flatMap(EDTF.notation) { edtf = left + "/" + right }
        }
      }
    }
    implied =
      (from.flatMap { m in a.map { $0.fieldNames(beyond: m.said) } } ?? [])
      + (to.flatMap { m in b.map { $0.fieldNames(beyond: m.said) } } ?? [])
    anchor = a ?? b
    let hasTime = (a?.hasTime ?? false) || (b?.hasTime ?? false)
    let single = from == nil ? b : to == nil ? a : nil
    timex3 = Timex3(hasTime ? .time : .date, single?.notation ?? value ?? "XXXX")
    if from == nil, endExcluded { timex3.mod = "BEFORE" }
    if to == nil, startExcluded { timex3.mod = "AFTER" }
  }

  private mutating func read(window duration: CalendarDuration, forward: Bool, _ origin: Origin, _ resolver: Resolver) {
    type = .period
    timex3 = Timex3(.duration, duration.notation)
    value = duration.notation
    let context = resolver.context
    guard let part = duration.parts.first, duration.parts.count == 1, let t = part.thousandths, t % 1000 == 0,
      let reference = context.reference, t > 0
    else { return }
    let n = t / 1000
    let day = (origin == .anchor ? context.anchor?.dayBounds?.start : nil) ?? reference.date
    if let seconds = part.unit.seconds, seconds <= 3600 {
      guard reference.hasTime, n < 1 << 30, let far = reference.instant.adding(seconds: (forward ? n : -n) * seconds)
      else { return }
      let ends = forward ? (reference.instant, far) : (far, reference.instant)
      value = PartialDate(ends.0).notation + "/" + PartialDate(ends.1).notation
      interval = .init(start: ends.0, end: ends.1)
    } else {
      // Whole units of the calendar, the one at hand left out.
      guard let first = PartialDate(part.unit, containing: day, offset: forward ? 1 : -n),
        let last = PartialDate(part.unit, containing: day, offset: forward ? n : -1),
        let from = first.dayBounds, let to = last.dayBounds, let lastDay = to.end.adding(days: -1)
      else { return }
      // Weeks have no place beside months in an interval's notation: their days say them.
      let byDay = part.unit == .week || part.unit == .fortnight || part.unit == .weekend
      value =
        byDay
        ? PartialDate(from.start).notation + "/" + PartialDate(lastDay).notation
        : first.notation + "/" + last.notation
      interval = .init(start: CivilDateTime(from.start), end: CivilDateTime(to.end))
      if byDay || part.unit == .day {
        edtf = from.start.description + "/" + lastDay.description
      } else if let a = EDTF(first), let b = EDTF(last) {
        edtf = a.description + "/" + b.description
      }
    }
    let ends = interval.flatMap { i in i.start.flatMap { a in i.end.map { (a, $0) } } }
    timex3.beginPoint = ends.map { $0.0.date.description }
    timex3.endPoint = ends.map { $0.1.date.description }
  }
}

extension Moment {
  /// A day of a month without its weekday: the end of a range is placed by its start.
  var withoutWeekday: Moment {
    guard case .date(var d, let choice) = self, d.day != nil else { return self }
    d.weekday = nil
    return .date(d, choice: choice)
  }

  var looksSomeWay: Bool {
    switch self {
    case .date(let d, let choice): !d.hasYear && (choice == nil || choice == .current)
    case .feast(_, let year, let choice): year == nil && choice == nil
    case .portion(.start, .unit(_, count: 0, from: .reference)), .portion(.end, .unit(_, count: 0, from: .reference)):
      true
    case .away(_, _, let m), .ordinal(_, _, let m), .ordinalWeekday(_, _, let m), .within(let m, _), .portion(_, let m),
      .containing(_, let m):
      m.looksSomeWay
    default: false
    }
  }

  /// Whether the fields leave the year, the month or the day to the context.
  var countsFromText: Bool {
    switch self {
    case .date(let d, nil): !d.hasYear
    case .feast(_, nil, nil): true
    case .within(let m, _), .portion(_, let m): m.countsFromText
    default: false
    }
  }
}

extension TimeExpression.Qualifiers {
  /// TIMEX3's mod, the strongest first.
  var mod: String? {
    if contains(.lessThan) { return "LESS_THAN" }
    if contains(.moreThan) { return "MORE_THAN" }
    if contains(.atMost) { return "EQUAL_OR_LESS" }
    if contains(.atLeast) { return "EQUAL_OR_MORE" }
    return contains(.approximate) ? "APPROX" : nil
  }

  /// EDTF's sign: `?` uncertain, `~` approximate, `%` both. "Presque dix ans" is as approximate as "environ".
  var edtfSign: String? {
    let approximate = !isDisjoint(with: [.approximate, .lessThan, .moreThan])
    if contains(.uncertain) { return approximate ? "%" : "?" }
    return approximate ? "~" : nil
  }
}

extension PartialDate {
  /// The notation of a set's members: `XXXX-WXX-1`, `XXXX-WXX-1T16`, `XXXX-04-15`, `T16`.
  var setNotation: String {
    guard let hour, minute == nil || minute == 0, second == nil else { return notation }
    return String(notation: { writer in
      if hasDate { writeDate(to: &writer) }
      writer.put("T")
      writer.put(hour, width: 2)
    })
  }

  /// The names of the fields that are set here and not in `said`.
  func fieldNames(beyond said: PartialDate) -> [String] {
    var fields = 0
    if century != nil, said.century == nil { fields |= 1 }
    if decade != nil, said.decade == nil { fields |= 2 }
    if year != nil, said.year == nil { fields |= 4 }
    if month != nil, said.month == nil { fields |= 8 }
    if week != nil, said.week == nil { fields |= 16 }
    if day != nil, said.day == nil { fields |= 32 }
    if hour != nil, said.hour == nil { fields |= 64 }
    return Self.fieldNames[fields]
  }

  /// The names for each set of the fields, a bit for each in order.
  private static let fieldNames: [[String]] = (0..<128).map { fields in
    ["century", "decade", "year", "month", "week", "day", "hour"].enumerated()
      .filter { fields >> $0.offset & 1 != 0 }.map(\.element)
  }
}
