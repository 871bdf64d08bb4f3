/// Places moments on the calendar, in one context.
struct Resolver {
  let context: TimeContext

  /// A moment placed: its fields, and which third of it is meant.
  struct Placed {
    var date: PartialDate
    var portion: Portion?
  }

  private var today: CivilDate? { context.reference?.date }

  /// The day that `origin` counts from.
  private func base(_ origin: Origin) -> (day: CivilDate, isAnchor: Bool)? {
    if origin == .anchor, let day = context.anchor?.dayBounds?.start { return (day, true) }
    return today.map { ($0, false) }
  }

  func place(_ moment: Moment) -> Placed? {
    switch moment {
    case .date(let date, let choice): return Placed(date: place(date, choice))
    case .unit(let unit, let count, let origin):
      // "la veille" counts from a day: after "au premier semestre" there is none.
      if origin == .anchor, let last = context.anchor?.precision, last.rank > unit.rank { return nil }
      guard let base = base(origin), let date = PartialDate(unit, containing: base.day, offset: count)
      else { return nil }
      return Placed(date: date)
    case .distance(let duration, let forward, let origin): return distance(duration, forward, origin)
    case .away(let duration, let forward, let moment):
      guard let placed = place(moment) else { return nil }
      return shift(placed.date, duration, forward).map { Placed(date: $0) }
    case .ordinal(let n, let unit, let whole):
      return place(whole).flatMap { nth(n, unit, within: $0.date) }.map { Placed(date: $0) }
    case .ordinalWeekday(let n, let weekday, let whole):
      return place(whole).flatMap { nth(n, weekday: weekday, within: $0.date) }.map { Placed(date: $0) }
    case .containing(let unit, let moment):
      guard let day = place(moment)?.date.dayBounds?.start else { return nil }
      return PartialDate(unit, containing: day).map { Placed(date: $0) }
    case .within(let whole, let fields):
      return place(whole).map { Placed(date: narrow($0.date, fields), portion: $0.portion) }
    case .portion(let portion, let moment):
      guard let placed = place(moment) else { return nil }
      return Placed(date: turn(portion, moment, placed.date) ?? placed.date, portion: portion)
    case .feast(let feast, let year, let choice): return place(feast, year, choice).map { Placed(date: $0) }
    case .republican(let date):
      guard let days = date.days else { return nil }
      // A month of thirty days that straddles two Gregorian ones has no partial date: its first day stands for it.
      return Placed(date: PartialDate(days.first))
    case .now:
      return context.reference.map { Placed(date: PartialDate($0.instant, to: $0.hasTime ? .second : .day)) }
    }
  }

  /// "en début de mois" of the turn that the direction asks for: when the month's first third is over and nothing says that
  /// it is told of, the next month's; and the last month's end, where it is told of before this one's.
  private func turn(_ portion: Portion, _ moment: Moment, _ date: PartialDate) -> PartialDate? {
    guard case .unit(let unit, count: 0, from: .reference) = moment, unit.rank >= CalendarUnit.week.rank,
      let today, let days = date.dayBounds
    else { return nil }
    let length = days.end.dayNumber - days.start.dayNumber
    let gone = today.dayNumber - days.start.dayNumber
    if context.direction != .past, portion == .start, gone * 3 >= length {
      return PartialDate(unit, containing: today, offset: 1)
    }
    if context.direction == .past, portion == .end, gone * 3 < length * 2 {
      return PartialDate(unit, containing: today, offset: -1)
    }
    return nil
  }

  // MARK: - Fields

  private func place(_ said: PartialDate, _ choice: Choice?) -> PartialDate {
    var date = said
    fillCentury(&date)
    guard date.year == nil, date.decade == nil, date.century == nil, date.decadeOfCentury == nil,
      date.yearOfCentury == nil
    else { return date }
    if !date.hasDate { return onDay(date, choice) }
    if choice == .following || choice == .preceding, date.weekday != nil, date.day == nil, context.anchor == nil,
      let today, let week = PartialDate(.week, containing: today, offset: choice == .following ? 1 : -1)
    {
      // With no date to follow, "mardi suivant" is the next week's.
      return narrow(week, date)
    }
    if choice == nil, let story = context.story, let next = next(date, in: story) { return next }
    if choice == nil, date.season != nil, context.direction == .usual {
      // "en été" with no verb that tells which is said of every summer.
      return date
    }
    guard let from = choice == .following || choice == .preceding ? base(.anchor)?.day : today else { return date }
    return pick(date, choice, from: from) ?? date
  }

  /// "93" becomes a year, "les années soixante" a decade, by what is usual around the reference.
  private func fillCentury(_ date: inout PartialDate) {
    if let short = date.yearOfCentury {
      // Up to twenty years ahead, else back: 14 is 2014 and 78 is 1978 for a text of 2013.
      let now = today?.year ?? 2030
      let pivot = today == nil ? now : now + 20
      date.year = pivot - floorModulo(pivot - short, 100)
      date.yearOfCentury = nil
    }
    if let tens = date.decadeOfCentury {
      // A decade gets its short name when it is over: "les années 20" are the 1920s until the 2030s.
      let now = floorDivide(today?.year ?? 2020, 10)
      date.decade = now - 1 - floorModulo(now - 1 - tens, 10)
      date.decadeOfCentury = nil
    }
  }

  /// A clock time or a part of the day alone: on the day of the last date of the text, or today.
  private func onDay(_ time: PartialDate, _ choice: Choice?) -> PartialDate {
    if choice == nil || choice == .following, var day = context.anchor?.civilDate {
      // "dans la nuit du 11 au 12, vers 3 heures": the hours after midnight are the next day's.
      if context.anchor?.part == .night, context.anchor?.hour == nil, let hour = time.hour, hour < 12 {
        day = day.adding(days: 1) ?? day
      }
      return PartialDate(day).merging(time)
    }
    guard let reference = context.reference else { return time }
    if time.part != nil, time.hour == nil, choice == nil, !context.impliesDay { return time }
    var day = reference.date
    switch choice {
    case .next: day = day.adding(days: 1) ?? day
    case .last: day = day.adding(days: -1) ?? day
    case nil:
      // With nothing to say otherwise, a clock time that has gone by today is tomorrow's.
      if context.direction == .usual || context.direction == .future, reference.hasTime, let hour = time.hour,
        hour * 3600 + (time.minute ?? 0) * 60 < reference.instant.secondOfDay / 60 * 60
      {
        day = day.adding(days: 1) ?? day
      }
    default: break
    }
    return PartialDate(day).merging(time)
  }

  // MARK: - Which one

  /// Two months: a day so near is meant though the verb beside it is in the past ("Le concert du 3 mars a été annulé").
  private static let soon = 61

  /// The date of a cycle: the `k`th month, year or week from the one that holds `from`.
  private func candidate(_ said: PartialDate, _ k: Int, from: CivilDate) -> PartialDate? {
    var d = said
    if said.month != nil || said.season != nil || said.quarter != nil || said.half != nil
      || (said.week != nil && said.weekday == nil && said.day == nil)
    {
      d.year = from.year + k
    } else if said.day != nil || said.fortnight != nil {
      guard let month = PartialDate(.month, containing: from, offset: k) else { return nil }
      d.year = month.year
      d.month = month.month
    } else if said.weekday != nil || said.weekend != nil || said.week != nil {
      guard let week = PartialDate(.week, containing: from, offset: k) else { return nil }
      d.year = week.year
      d.week = said.week ?? week.week
      if said.weekday != nil, said.week == nil, let first = d.dateOnly.dayBounds?.start {
        var plain = PartialDate(first).merging(said)
        plain.weekday = nil
        return plain
      }
    } else {
      return nil
    }
    return d
  }

  /// The date among those that fit the fields that `choice`, or failing that the context's direction, picks.
  private func pick(_ said: PartialDate, _ choice: Choice?, from: CivilDate) -> PartialDate? {
    let isDayOfMonth = said.day != nil
    let isWeekdayOfMonth = isDayOfMonth && said.weekday != nil && said.month == nil
    // Leap days come every eight years at most; a weekday falls on a given day of the month within fourteen months.
    let reach = isWeekdayOfMonth ? 24 : said.month == 2 && said.day == 29 ? 8 : 2
    var past: (PartialDate, Int)?  // nearest at or before, with its distance in days
    var future: (PartialDate, Int)?
    var strictPast: PartialDate?
    var strictFuture: PartialDate?
    var current: PartialDate?
    for k in -reach...reach {
      guard let c = candidate(said, k, from: from), let days = c.dateOnly.dayBounds else { continue }
      if isWeekdayOfMonth, days.start.weekday != said.weekday { continue }
      if days.end <= from { strictPast = c }
      if days.start > from, strictFuture == nil { strictFuture = c }
      if days.start <= from { past = (c, max(0, from.dayNumber - days.end.dayNumber + 1)) }
      if days.end > from, future == nil { future = (c, max(0, days.start.dayNumber - from.dayNumber)) }
      if k == 0 { current = c }
    }
    switch choice {
    case .next, .following: return strictFuture
    case .last, .preceding: return strictPast
    case .current:
      // "le 5 mars courant" is of the year at hand.
      if isDayOfMonth, said.month != nil, said.weekday == nil { return current }
      if said.weekday != nil || isDayOfMonth {
        if future?.1 == 0 { return future?.0 }
        return context.direction == .past ? past?.0 : future?.0
      }
      // "cet été" is this year's; "cet hiver" the one that is on, which began last year.
      if past?.1 == 0 { return past?.0 }
      return current
    case nil: break
    }
    var way = context.direction
    let isDayOfYear = isDayOfMonth && said.month != nil
    // A quarter or a half with no verb to tell is of the year at hand.
    if way == .usual, said.quarter != nil || said.half != nil { return current }
    if way == .usual { way = isDayOfYear ? .nearest : .future }
    if way == .nearest { way = (past?.1 ?? .max) < (future?.1 ?? .max) ? .past : .future }
    if context.isLeaning, way == .past, isDayOfYear, let ahead = future?.1, ahead <= Self.soon { way = .future }
    let chosen = way == .past ? past?.0 : future?.0
    return checkWeekday(said, chosen, past?.0, future?.0)
  }

  /// The first date with these fields from the point that a story has come to.
  private func next(_ said: PartialDate, in story: PartialDate) -> PartialDate? {
    guard said.month != nil || said.day != nil || said.season != nil, let from = story.dateOnly.dayBounds?.start else {
      return nil
    }
    for k in 0...2 {
      guard let c = candidate(said, k, from: from), let days = c.dateOnly.dayBounds, days.end > from else { continue }
      if let weekday = said.weekday, said.day != nil, c.civilDate?.weekday != weekday { return nil }
      return c
    }
    return nil
  }

  /// "vendredi 13 octobre": the neighbouring year, where its 13 October is a Friday and the chosen one's is not.
  private func checkWeekday(
    _ said: PartialDate, _ chosen: PartialDate?, _ past: PartialDate?, _ future: PartialDate?
  ) -> PartialDate? {
    guard let weekday = said.weekday, said.day != nil, said.month != nil, chosen?.civilDate?.weekday != weekday
    else { return chosen }
    return [past, future].compactMap { $0 }.first { $0.civilDate?.weekday == weekday } ?? chosen
  }

  // MARK: - Distances

  private func distance(_ duration: CalendarDuration, _ forward: Bool, _ origin: Origin) -> Placed? {
    if origin == .anchor, let anchor = context.anchor, anchor.dayBounds != nil {
      return shift(anchor, duration, forward).map { Placed(date: $0) }
    }
    guard let reference = context.reference else { return nil }
    let start = PartialDate(reference.instant, to: reference.hasTime ? .second : .day)
    return shift(start, duration, forward).map { Placed(date: $0) }
  }

  /// `date` moved by an amount, at the precision of the coarser of the two: "trois ans plus tard" than a day is a year.
  private func shift(_ date: PartialDate, _ duration: CalendarDuration, _ forward: Bool) -> PartialDate? {
    guard let (months, seconds) = duration.sums, let bounds = date.bounds else { return nil }
    // "trente ans plus tard" than a century is no year.
    if let precision = date.precision, precision.rank > CalendarUnit.year.rank,
      precision.rank > duration.finestUnit.rank
    {
      return nil
    }
    let sign = forward ? 1 : -1
    guard let day = bounds.start.date.adding(months: sign * months),
      let instant = CivilDateTime(day, secondOfDay: bounds.start.secondOfDay).adding(seconds: sign * seconds)
    else { return nil }
    let finest = duration.finestUnit
    switch finest {
    case .second, .minute, .hour:
      // A clock time moved from a mere day is no clock time, unless whole days came of it.
      if !date.hasTime || date.hour == nil { return seconds % 86_400 == 0 ? PartialDate(instant.date) : nil }
      return PartialDate(instant, to: .second)
    case .day, .week, .weekend, .fortnight:
      if date.precision.map({ $0.rank <= CalendarUnit.day.rank }) ?? false { return PartialDate(instant.date) }
      return PartialDate(date.precision == .weekend ? .week : date.precision ?? .day, containing: instant.date)
    default:
      let coarser = max(finest.rank, (date.precision ?? .day).rank)
      let unit = CalendarUnit.allCases[coarser]
      let precision: CalendarUnit =
        switch unit {
        case .quarter, .half, .season: finest.rank >= (date.precision?.rank ?? 0) ? .month : unit
        case .decade, .century, .millennium: finest.rank >= (date.precision?.rank ?? 0) ? .year : unit
        default: unit
        }
      return PartialDate(precision, containing: instant.date)
    }
  }

  // MARK: - Parts of a moment

  private func nth(_ n: Int, _ unit: CalendarUnit, within whole: PartialDate) -> PartialDate? {
    guard let days = whole.dateOnly.dayBounds, n != 0, abs(n) <= 400 else { return nil }
    let (start, end) = days
    let result: PartialDate?
    switch unit {
    case .week, .weekend:
      // Weeks that lie wholly inside: the first week of October starts on its first Monday.
      let lead = unit == .week ? 1 : 6
      let length = unit == .week ? 7 : 2
      if n > 0 {
        guard let first = start.adding(days: floorModulo(lead - start.weekday, 7) + (n - 1) * 7) else { return nil }
        result = PartialDate(unit, containing: first)
      } else {
        guard let last = end.adding(days: -length),
          let d = last.adding(days: -floorModulo(last.weekday - lead, 7))?
            .adding(days: (n + 1) * 7)
        else { return nil }
        result = PartialDate(unit, containing: d)
      }
    case .second, .minute, .hour: return nil
    default:
      let edge = n > 0 ? start : end.adding(days: -1) ?? start
      result = PartialDate(unit, containing: edge, offset: n > 0 ? n - 1 : n + 1)
    }
    guard let result, let inside = result.dayBounds, inside.start >= start, inside.end <= end else { return nil }
    return result
  }

  private func nth(_ n: Int, weekday: Int, within whole: PartialDate) -> PartialDate? {
    guard let (start, end) = whole.dateOnly.dayBounds, n != 0, abs(n) <= 60, 1...7 ~= weekday else { return nil }
    let edge = n > 0 ? start : end.adding(days: -1) ?? start
    let gap = n > 0 ? floorModulo(weekday - edge.weekday, 7) : -floorModulo(edge.weekday - weekday, 7)
    guard let date = edge.adding(days: gap + (n > 0 ? n - 1 : n + 1) * 7), date >= start, date < end else { return nil }
    return PartialDate(date)
  }

  /// `fields` read inside `whole`: the Monday of a week, the June of a year, a clock time of a day.
  private func narrow(_ whole: PartialDate, _ fields: PartialDate) -> PartialDate {
    var result = whole
    if let weekday = fields.weekday, fields.day == nil, var (start, end) = whole.dateOnly.dayBounds {
      // "lundi dans trois semaines": of the week that the day falls in.
      if whole.civilDate != nil, let week = PartialDate(.week, containing: start)?.dayBounds { (start, end) = week }
      // In anything longer than a week a weekday would be no single day: left as it is.
      if let day = start.adding(days: floorModulo(weekday - start.weekday, 7)), day < end {
        result = PartialDate(day)
      }
      var rest = fields
      rest.weekday = nil
      return result.merging(rest)
    }
    if fields.month != nil || fields.season != nil || fields.quarter != nil || fields.half != nil,
      let start = whole.dateOnly.dayBounds?.start
    {
      result = PartialDate(year: whole.year ?? start.year)
    }
    if fields.day != nil, fields.month == nil, let start = whole.dateOnly.dayBounds?.start {
      result = PartialDate(year: start.year, month: start.month)
    }
    result = result.merging(fields)
    if result.day != nil, result.month != nil, result.week != nil { result.week = nil }
    return result
  }

  private func place(_ feast: Feast, _ year: Moment?, _ choice: Choice?) -> PartialDate? {
    if let year {
      guard let placed = place(year), let y = placed.date.year ?? placed.date.dayBounds?.start.year else { return nil }
      return feast.date(y).map { PartialDate($0) }
    }
    guard let today else { return nil }
    let dates = (-1...1).compactMap { feast.date(today.year + $0) }
    let before = dates.last { $0 < today }
    let after = dates.first { $0 > today }
    let chosen: CivilDate?
    switch choice {
    case .next, .following: chosen = after
    case .last, .preceding: chosen = before
    case .current: chosen = feast.date(today.year)
    case nil:
      let on = dates.first { $0 == today }
      switch context.direction {
      case .past: chosen = on ?? before
      case .future, .usual: chosen = on ?? after
      case .nearest:
        let back = before.map { today.dayNumber - $0.dayNumber } ?? .max
        let ahead = after.map { $0.dayNumber - today.dayNumber } ?? .max
        chosen = on ?? (back < ahead ? before : after)
      }
    }
    return chosen.map { PartialDate($0) }
  }
}
