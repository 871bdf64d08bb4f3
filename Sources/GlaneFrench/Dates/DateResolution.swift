import GlanePatterns
import GlaneText
import GlaneTime

extension DateReader {
  /// The date that the document bears at its head, which implies its reference; nil where there is none.
  package static func dateline(of mentions: [DateMention], in chart: borrowing Chart) -> LocalDateTime? {
    Dateline.find(in: mentions, chart)
  }

  /// Places the mentions of a document on the calendar, in reading order: what counts from the last date is resolved
  /// against the one before it, what says no year looks the way of its clause's tense.
  ///
  /// - Parameters:
  ///   - mentions: As ``mentions(_:)`` gives them.
  ///   - direction: Which way bare expressions look; nil lets the tense of their clause decide.
  /// - Complexity: O(mentions × tokens of a clause).
  package static func resolve(
    _ mentions: [DateMention], in chart: borrowing Chart, reference: LocalDateTime?,
    direction: TimeContext.Direction? = nil
  ) -> [ResolvedTime] {
    var context = TimeContext(reference: reference)
    // The last date named, and the last that was over when the text was written, of any size and to the day: what is told
    // in the past counts from something past ("Le vote aura lieu le 12. La veille, ils s'étaient réunis").
    var last: PartialDate?
    var lastPast: PartialDate?
    var lastPastDay: PartialDate?
    // What counts in days goes on from a day, though a month or a year was named since.
    var lastDay: PartialDate?
    var story = Story()
    var tenses = ClauseTenses(chart)
    var results: [ResolvedTime] = []
    results.reserveCapacity(mentions.count)
    for mention in mentions {
      context.direction = direction ?? Self.direction(of: mention, in: chart, &tenses)
      context.isLeaning = direction == nil
      context.anchor = last
      context.impliesDay = Self.isAlone(mention, in: chart)
      context.story = story.point(
        for: mention, in: chart, reference: reference,
        isAhead: direction != nil || story.isTold && tenses.near(mention.tokens, in: chart) == .future)
      let unit = mention.expression.anchoredUnit
      if unit == .day, let lastDay { context.anchor = lastDay }
      if let unit, isOver(last, reference) == false,
        tenses.near(mention.tokens, in: chart) == .past
      {
        context.anchor = (unit == .day ? lastPastDay : nil) ?? lastPast ?? last
      }
      let resolved = mention.expression.resolve(in: context)
      story.note(mention, resolved, in: chart, reference: reference, wentOn: context.story != nil)
      if let anchor = resolved.anchor, anchor.dayBounds != nil {
        last = anchor
        if anchor.civilDate != nil { lastDay = anchor }
        if isOver(anchor, reference) != false {
          lastPast = anchor
          if anchor.civilDate != nil { lastPastDay = anchor }
        }
      }
      results.append(resolved)
    }
    tenses.finish(chart)
    return results
  }

  /// Whether a date has begun by the reference; nil where there is none of either.
  private static func isOver(_ date: PartialDate?, _ reference: LocalDateTime?) -> Bool? {
    guard let start = date?.dayBounds?.start, let today = reference?.date else { return nil }
    return start <= today
  }

  /// The way a bare expression looks: back after "depuis" and in the past, on in the future; where no verb tells, the
  /// usual default.
  private static func direction(
    of mention: DateMention, in chart: borrowing Chart, _ tenses: inout ClauseTenses
  ) -> TimeContext.Direction {
    guard mention.expression.looksSomeWay else { return .usual }
    switch chart.word(mention.tokens.lowerBound) {
    case "depuis": return .past
    // "a prolongé les mesures jusqu'à fin juin": what an act of the past sets an end to may lie ahead.
    case "jusqu'":
      return tenses.near(mention.tokens, in: chart) == .past ? .nearest : .future
    case "d'":
      if mention.tokens.count > 1, chart.word(mention.tokens.lowerBound + 1) == "ici" { return .future }
    default: break
    }
    if isPutOff(mention, in: chart) { return .future }
    switch tenses.near(mention.tokens, in: chart) {
    case .past: return .past
    case .future: return .future
    case nil:
      // "le déplacement de mercredi": a weekday that belongs to a noun is over, unless a verb says not yet.
      return isComplement(mention, in: chart) ? .past : .usual
    }
  }

  /// "reporté au 15 décembre", "fixée au 3 mai": what is put off or set lies ahead, though the verb is in the past.
  private static func isPutOff(_ mention: DateMention, in chart: borrowing Chart) -> Bool {
    let start = mention.tokens.lowerBound
    guard start > 0, chart.word(start) == "au" || chart.word(start) == "à" else { return false }
    let verb = chart.lower(start - 1)
    return ["report", "repouss", "ajourn", "renvoy", "différ", "décal", "fix", "programm"].contains {
      verb.hasPrefix($0)
    }
  }

  /// Whether the text says nothing but the mention.
  private static func isAlone(_ mention: DateMention, in chart: borrowing Chart) -> Bool {
    guard mention.tokens.count + 8 > chart.tokenCount else { return false }
    return (0..<chart.tokenCount).allSatisfy {
      mention.tokens.contains($0) || chart.kind($0) == .punctuation
    }
  }

  private static func isComplement(_ mention: DateMention, in chart: borrowing Chart) -> Bool {
    // In prose: of a single sentence, a question or an order, nothing tells ("Annule ma réunion de mardi").
    let start = mention.tokens.lowerBound
    guard chart.text.sentenceStarts.count > 1, start > chart.sentence(of: start).lowerBound,
      case .moment(.date(let d, nil)) = mention.expression.meaning, d.weekday != nil, d.day == nil
    else { return false }
    let before = chart.word(start - 1)
    return before == "de" || before == "du" || before == "d'"
  }
}
