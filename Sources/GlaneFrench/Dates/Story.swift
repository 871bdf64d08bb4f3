import GlanePatterns
import GlaneTime

/// What is told of a time long before the text: "Le 3 mai 1968, la police évacue la Sorbonne. Le 10 mai, …". There a date
/// without its year goes on from the last one, not from the date of the text.
///
/// Only a date that opens its sentence with a year of its own starts a story: "Fondée en 1905, l'usine a fermé le 3 mars" is
/// news with a year in it. What speaks of the present or the future ends it.
struct Story {
  /// The point that the story has come to.
  private var point: PartialDate?
  /// The sentence of that point, by its first token.
  private var sentence = 0
  /// Whether it began with a month or a day: such a story goes on within its sentence.
  private var isByDay = false

  var isTold: Bool { point != nil }

  /// Years after which nobody takes a date without its year for one of now, whatever its place in the sentence.
  private static let longAgo = 20
  /// Days within which the next event of a more recent story lies.
  private static let soon = 92

  /// Where a bare date goes on from; nil where no story is told about it.
  func point(for mention: DateMention, in chart: borrowing Chart, reference: LocalDateTime?, isAhead: Bool)
    -> PartialDate?
  {
    guard let point, !isAhead, let year = point.year, mention.expression.looksSomeWay else { return nil }
    let own = chart.sentence(of: mention.tokens.lowerBound)
    let opens = mention.tokens.lowerBound == own.lowerBound
    if own.lowerBound == sentence { return isByDay ? point : nil }
    guard let today = reference?.date else { return opens ? point : nil }
    if today.year - year >= Story.longAgo { return point }
    guard opens, isByDay, year < today.year else { return nil }
    // Told of late years, only what follows closely goes on.
    var context = TimeContext(reference: reference, story: point)
    context.direction = .past
    guard let next = mention.expression.resolve(in: context).anchor?.dayBounds?.start,
      let from = point.dayBounds?.start,
      next.dayNumber - from.dayNumber <= Story.soon, next <= today
    else { return nil }
    return point
  }

  /// Takes note of a mention that has been resolved.
  mutating func note(
    _ mention: DateMention, _ resolved: ResolvedTime, in chart: borrowing Chart, reference: LocalDateTime?, wentOn: Bool
  ) {
    let own = chart.sentence(of: mention.tokens.lowerBound)
    guard let date = resolved.anchor, let year = date.year else {
      if resolved.value == "PRESENT_REF" { point = nil }
      return
    }
    if wentOn {
      (point, sentence) = (date, own.lowerBound)
      return
    }
    let says = mention.expression.saysYear
    if says, reference.map({ year < $0.date.year }) ?? true {
      // A year within the sentence neither starts a story nor ends one: "Le livre paru en 1954".
      guard mention.tokens.lowerBound == own.lowerBound else { return }
      (point, sentence, isByDay) = (date, own.lowerBound, date.month != nil)
    } else if says || mention.expression.anchoredUnit == nil {
      point = nil
    } else if point != nil, date.dayBounds != nil {
      (point, sentence) = (date, own.lowerBound)
    }
  }
}
