import GlanePatterns
import GlaneTime

// Constituents put together from smaller ones.
extension DateBuilder {
  func duration() -> Built? {
    var parts: [CalendarDuration.Part] = []
    var approximate = qualifiers()
    if let pair, let unit = unitNamed(pair.1) {
      parts.append(.init(pair.0, unit))
    } else if let code = int("clock") {
      let c = ClockTime(packed: Int32(truncatingIfNeeded: code))
      guard !c.hasColon, !c.hasHalf else { return nil }
      parts.append(.init(c.hour * 1000, .hour))
      if let m = c.minute, m > 0 { parts.append(.init(m * 1000, .minute)) }
      if let s = c.second, s > 0 { parts.append(.init(s * 1000, .second)) }
    } else {
      let units = arguments.slot("unit") == nil ? [int("unit")].compactMap { $0 } : arguments.ints("unit")
      let amounts = arguments.ints("amount")
      guard !units.isEmpty else { return nil }
      for (i, u) in units.enumerated() {
        guard let unit = unitNamed(u) else { return nil }
        var amount: Int? = i < amounts.count ? amounts[i] : int("amount")
        if let group = int("group"), i == 0 {
          amount = (amount ?? 1000) / 1000 * group * 1000
          approximate.insert(.approximate)
        }
        // "une demi-heure", "un quart de siècle": the fraction is the amount; "deux ans et demi": it is added.
        if i == 0, let half = int("half") {
          amount = (amount ?? 0) + half
        }
        parts.append(.init(amount, unit))
      }
    }
    guard !parts.isEmpty else { return nil }
    let meaning = TimeExpression.Meaning.duration(CalendarDuration(parts: parts))
    let item = DateItem(meaning, tokens, qualifiers: approximate)
    return (item, [.duration])
  }

  func away() -> Built? {
    let forward = (int("forward") ?? 0) > 0
    var amount = part("amount")?.duration
    if amount == nil, let days = int("amount") { amount = CalendarDuration(days, .day) }
    guard let amount else { return nil }
    let about = qualifiers().union(part("amount")?.qualifiers ?? [])
    if let of = part("of") {
      guard let moment = of.moment else { return nil }
      let meaning = Moment.away(amount, forward: forward, moment)
      // "la veille de Noël" is one element; "trois jours avant Noël" a duration and a date.
      let elements: [DateItem.Element]? =
        part("amount") == nil ? nil : (part("amount")?.elements ?? []) + of.elements
      return built(meaning, elements: elements, qualifiers: about)
    }
    let moment = Moment.distance(amount, forward: forward, from: origin)
    if arguments.word("from") == "until" {
      return period(.bounds(from: nil, to: moment), part("amount")?.elements ?? [])
    }
    return built(moment, elements: part("amount")?.elements, qualifiers: about)
  }

  func ordinal() -> Built? {
    // With nothing said about it, the month, the year … at hand: "le premier lundi du mois", "le troisième mardi".
    let bare = Moment.unit(unitNamed(int("whole")) ?? .month, count: 0, from: .reference)
    guard let n = int("number"), let of = arguments.has("of") ? part("of")?.moment : bare else { return nil }
    if let weekday = int("weekday") { return built(.ordinalWeekday(n, weekday, within: of)) }
    guard let unit = unitNamed(int("unit")) else { return nil }
    if n == 0 { return built(.containing(unit, of)) }
    // "le premier trimestre 2001", "la deuxième quinzaine d'avril", "le premier semestre de l'an dernier".
    var d = PartialDate()
    switch unit {
    case .quarter where 1...4 ~= n: d.quarter = n
    case .half where 1...2 ~= n: d.half = n
    case .fortnight where 1...2 ~= n: d.fortnight = n
    default: return built(.ordinal(n, unit, within: of))
    }
    return built(.within(of, d))
  }

  func portion() -> Built? {
    guard let position = position(), let of = part("of"), let moment = of.moment else { return nil }
    if case .portion = moment { return nil }
    var result = built(.portion(position, moment), qualifiers: of.qualifiers.union(qualifiers()))
    if arguments.match.tokens.lowerBound != tokens.lowerBound { return nil }
    if part("of")?.elements.count == 1, case .date(let d, _) = moment, d.part != nil, !d.hasDate {
      result.names = [.part]
    }
    return result
  }

  /// A finer constituent read within a coarser one, in either order.
  func inside() -> Built? {
    guard let of = part("of"), let coarse = of.moment else { return nil }
    if let start = int("start"), let end = int("end"), let first = arguments.tokens("start"),
      let last = arguments.tokens("end")
    {
      // "samedi de 14 à 16"
      var a = PartialDate()
      a.hour = start
      var b = PartialDate()
      b.hour = end
      guard start < end, let from = Self.put(.date(a), in: coarse), let to = Self.put(.date(b), in: coarse) else {
        return nil
      }
      return period(
        .bounds(from: from, to: to),
        of.elements + [.init(tokens: first, meaning: .moment(from)), .init(tokens: last, meaning: .moment(to))])
    }
    if let hour = int("hour") {
      // "ce soir à 7": a bare hour beside a part of the day.
      guard hour <= 24, let tokens = arguments.tokens("hour") else { return nil }
      var t = PartialDate()
      t.hour = hour
      guard let whole = Self.put(.date(t), in: coarse) else { return nil }
      return built(
        whole, elements: ordered(of.elements + [.init(tokens: tokens, meaning: .moment(whole))]),
        qualifiers: of.qualifiers)
    }
    guard var fine = part("fine") else { return nil }
    if let between = part("part")?.moment, case .date(let p, _) = between, let dayPart = p.part, dayPart != .morning {
      fine = Self.inSecondHalf(fine)
    }
    if case .period(.bounds(let from, let to, let a, let b)) = fine.meaning {
      // "dimanche, de 18 h à 23 h"
      func on(_ m: Moment?) -> Moment? { m.flatMap { Self.put($0, in: coarse) } }
      // "demain jusqu'à 16 h" starts with the day; "demain avant 16 h" leaves it open.
      let start = from == nil && !b ? coarse : on(from)
      let bounds = Period.bounds(from: start, to: on(to), startExcluded: a, endExcluded: b)
      let elements = fine.elements.map { e -> DateItem.Element in
        var e = e
        if case .moment(let m) = e.meaning, let whole = Self.put(m, in: coarse) { e.meaning = .moment(whole) }
        return e
      }
      return period(bounds, ordered(of.elements + elements))
    }
    guard let inner = fine.moment, let whole = Self.put(inner, in: coarse) else { return nil }
    let about = of.qualifiers.union(fine.qualifiers)
    let isClock = inner.hour != nil
    var elements: [DateItem.Element]?
    if isClock {
      // A date and a clock time are two elements.
      elements = ordered(
        of.elements + fine.elements.map { .init(tokens: $0.tokens, meaning: .moment(whole), qualifiers: $0.qualifiers) }
      )
    } else if let a = of.elements.first, let b = fine.elements.last {
      // "hier soir", "lundi de la semaine prochaine": one.
      let start = min(a.tokens.lowerBound, b.tokens.lowerBound)
      let end = max(a.tokens.upperBound, b.tokens.upperBound)
      elements = [.init(tokens: start..<end, meaning: .moment(whole), qualifiers: about)]
    }
    return built(whole, elements: elements, qualifiers: about)
  }

  /// "demain après-midi à 3 h", "demain soir de 7 h à 9 h": the hours after noon.
  private static func inSecondHalf(_ item: DateItem) -> DateItem {
    func later(_ moment: Moment?) -> Moment? {
      guard case .date(var d, let choice)? = moment, let hour = d.hour, hour < 12 else { return moment }
      d.hour = hour + 12
      return .date(d, choice: choice)
    }
    func later(_ meaning: TimeExpression.Meaning) -> TimeExpression.Meaning {
      switch meaning {
      case .moment(let m): .moment(later(m) ?? m)
      case .period(.bounds(let from, let to, let a, let b)):
        .period(.bounds(from: later(from), to: later(to), startExcluded: a, endExcluded: b))
      default: meaning
      }
    }
    var item = item
    item.meaning = later(item.meaning)
    for i in item.elements.indices { item.elements[i].meaning = later(item.elements[i].meaning) }
    return item
  }

  private func ordered(_ elements: [DateItem.Element]) -> [DateItem.Element] {
    elements.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// `fine` read within `coarse`; nil where the fine one is no matter of fields.
  static func put(_ fine: Moment, in coarse: Moment) -> Moment? {
    switch fine {
    case .date(let fields, _):
      // "au début de la soirée de mardi": the portion stays outermost.
      if case .portion(let p, let m) = coarse, fields.hasTime == false { return .portion(p, .within(m, fields)) }
      // "8 heures ce soir": the part of the day tells which half the hour belongs to, and then says no more.
      if let hour = fields.hour, let (bare, part) = coarse.withoutPart {
        var fields = fields
        if hour < 12, part == .afternoon || part == .evening || (part == .night && hour > 6) { fields.hour = hour + 12 }
        return put(.date(fields), in: bare)
      }
      // Fields that go together make one date: "mardi" and "14 h".
      if case .date(var d, let choice) = coarse, !fields.hasDate {
        // The evening of an eight o'clock, or the day of another hour.
        d = d.merging(fields)
        return .date(d, choice: choice)
      }
      return .within(coarse, fields)
    case .portion(let p, let m): return put(m, in: coarse).map { .portion(p, $0) }
    default: return nil
    }
  }

  func choose() -> Built? {
    guard let of = part("of"), let choice = choice("choice"), case .date(let d, nil)? = of.moment, !d.hasYear
    else { return nil }
    return built(.date(d, choice: choice))
  }

  /// The night that starts on one day and ends on the next, which may name the month of both.
  func night() -> Built? {
    guard var of = part("of")?.moment else { return nil }
    if case .date(let first, nil) = of, first.weekday != nil, first.day == nil, let to = part("to")?.moment,
      case .date(let second, _) = to, second.day != nil
    {
      // "de vendredi à samedi 1er avril": the day before the one that is named in full.
      of = .away(CalendarDuration(1, .day), forward: false, to)
    }
    if case .date(var first, let choice) = of, !first.hasYear, case .date(let second, _)? = part("to")?.moment {
      // "du 30 avril au 1er mai 2023": the year is said of both.
      if first.month == nil, let day = first.day, second.day == day + 1 {
        // "du samedi 4 au dimanche 5 mai": the month too.
        first.month = second.month
      }
      first.year = first.month == 12 && second.month == 1 ? second.year.map { $0 - 1 } : second.year
      of = .date(first, choice: choice)
    }
    var result = period(.night(of), [])
    result.names.insert(.datedPart)
    guard let day = int("day") else { return result }
    guard case .date(var d, let choice) = of, let end = d.day else { return nil }
    if end == 1 {
      result.item = period(.night(.away(CalendarDuration(1, .day), forward: false, of)), []).item
      return result
    }
    guard day == end - 1 else { return nil }
    d.day = day
    d.weekday = int("weekday")
    result.item = period(.night(.date(d, choice: choice)), []).item
    return result
  }

  func window() -> Built? {
    let forward = (int("direction") ?? 0) > 0
    var duration: CalendarDuration?
    var about = TimeExpression.Qualifiers()
    if let pair, let unit = unitNamed(pair.1) {
      duration = CalendarDuration(parts: [.init(pair.0, unit)])
    } else if let part = part("amount") {
      duration = part.duration
      about = part.qualifiers
    } else if let unit = unitNamed(int("unit")) {
      if let group = int("group") {
        duration = CalendarDuration(group, unit)
        about = .approximate
      } else {
        duration = CalendarDuration(parts: [.init(int("amount").map { $0 * 1000 }, unit)])
      }
    }
    guard let duration else { return nil }
    let meaning = TimeExpression.Meaning.period(.window(duration, forward: forward, from: origin))
    return (DateItem(meaning, tokens, qualifiers: about), [.period])
  }

  func recurrence() -> Built? {
    var r = Recurrence()
    var on = PartialDate()
    on.weekday = int("weekday")
    if int("weekend") != nil { on.weekend = true }
    on.month = int("month")
    if let day = int("day") {
      guard 1...31 ~= day else { return nil }
      on.day = day
    }
    on.season = int("season").flatMap { Season(rawValue: $0) }
    if let n = int("part"), DayPart.allCases.indices.contains(n) { on.part = DayPart.allCases[n] }
    if let part = part("on") {
      // A day of every year: "tous les 14 juillet 2010" is none.
      guard case .date(let d, nil)? = part.moment, !d.hasYear, d.day != nil else { return nil }
      on = on.merging(d)
    }
    if let earlier = part("more"), case .recurrence(let known) = earlier.meaning {
      // "8 h chaque semaine" says no hour of a week.
      if known.on == nil, let unit = known.period?.finestUnit, unit.rank > CalendarUnit.day.rank { return nil }
      // "du lundi au vendredi de 9 h à 17 h": the days are its value, the hours an element of their own.
      if known.through != nil, let hours = part("clock") {
        let item = DateItem(earlier.meaning, elements: ordered(earlier.elements + hours.elements))
        return (item, [.recurrence])
      }
      r = known
      on = (known.on ?? PartialDate()).merging(on)
    }
    var clock = part("clock")?.moment
    if let hour = int("hour") {
      // A bare hour goes with a part of the day: "chaque nuit à 9".
      guard on.part != nil || arguments.word("extend") == "day" && r.period == CalendarDuration(1, .day) else {
        return nil
      }
      var t = PartialDate()
      t.hour = hour
      clock = .date(t)
    }
    if case .date(var d, _)? = clock {
      // "chaque soir à 9 heures"
      if let part = on.part, let hour = d.hour, hour < 12, part == .evening || part == .night || part == .afternoon {
        d.hour = hour + 12
      }
      on = on.merging(d)
      on.part = nil
    }
    if case .period(.bounds(.date(let from, _)?, .date(let to, _)?, _, _))? = part("clock")?.meaning {
      // "chaque lundi de 14 h à 16 h"
      r.through = on.merging(to)
      on = on.merging(from)
    }
    if let unit = unitNamed(int("unit")) {
      r.period = CalendarDuration(parts: [.init(int("amount").map { $0 * 1000 } ?? 1000, unit)])
    } else if let duration = part("amount")?.duration {
      r.period = duration
    }
    r.times = int("times")
    if let last = int("through") {
      var end = PartialDate()
      end.weekday = last
      r.through = end
    }
    if arguments.word("extend") == "half", let unit = unitNamed(int("unit")) {
      r.period = CalendarDuration(parts: [.init(500, unit)])
    }
    if on != PartialDate() { r.on = on }
    guard r.on != nil || r.period != nil else { return nil }
    var item = DateItem(.recurrence(r), tokens)
    // "par semaine": the preposition is no part of the element.
    if arguments.word("extend") == "inner", let unit = arguments.tokens("unit") {
      item.elements = [.init(tokens: unit, meaning: item.meaning)]
    }
    return (item, [.recurrence])
  }

  /// The same thing with more words: its elements stay where they are.
  func frame() -> Built? {
    guard let of = parts(of: "of") else { return nil }
    var item = of.item
    item.weight = max(of.item.weight, 1)
    let about = qualifiers()
    item.qualifiers.formUnion(about)
    item.isMention = true
    if let zone = text("zone"), case .moment(.date(var d, let choice)) = item.meaning {
      d.zone = Self.zone(zone)
      item.meaning = .moment(.date(d, choice: choice))
      for i in item.elements.indices { item.elements[i].meaning = item.meaning }
    }
    if arguments.has("about") {
      for i in item.elements.indices { item.elements[i].qualifiers.formUnion(about) }
    }
    switch arguments.word("extend") {
    case "element": item.elements = [.init(tokens: tokens, meaning: item.meaning, qualifiers: item.qualifiers)]
    case "until-now":
      if let duration = item.duration { item.meaning = .durationUntilNow(duration) }
      for i in item.elements.indices { item.elements[i].meaning = item.meaning }
    default: break
    }
    return (item, of.names)
  }

  private func parts(of label: PackedWord) -> (item: DateItem, names: DateSymbol.Set)? {
    guard let item = part(label) else { return nil }
    switch item.meaning {
    case .moment(let m):
      if case .date(let d, _) = m, !d.hasDate { return (item, d.part != nil ? [.part] : [.clock]) }
      return (item, Self.names(m))
    case .duration, .durationUntilNow: return (item, [.duration])
    case .period: return (item, [.period])
    case .recurrence: return (item, [.recurrence])
    default: return (item, [.adverb])
    }
  }
}

extension Moment {
  /// The moment without its part of the day, and that part.
  var withoutPart: (Moment, DayPart)? {
    switch self {
    case .date(var d, let choice):
      guard let part = d.part else { return nil }
      d.part = nil
      return d.hasDate ? (.date(d, choice: choice), part) : (.unit(.day, count: 0, from: .reference), part)
    case .within(let m, var d):
      guard let part = d.part else { return nil }
      d.part = nil
      return d == PartialDate() ? (m, part) : (.within(m, d), part)
    case .portion(_, let m): return m.withoutPart
    default: return nil
    }
  }

  /// The hour that the moment itself gives.
  var hour: Int? {
    switch self {
    case .date(let d, _): d.hour
    case .within(_, let d): d.hour
    case .portion(_, let m): m.hour
    default: nil
    }
  }
}
