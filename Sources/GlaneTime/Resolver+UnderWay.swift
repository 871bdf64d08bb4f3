extension Resolver {
  /// The context in which a stretch without its year is the one at hand: "de janvier à mars" said in February, though the
  /// January to come is next year's. Nil where no such stretch is under way.
  func underWay(from: Moment?, to: Moment?) -> Resolver? {
    var back = context
    guard back.direction == .usual || back.direction == .future, back.story == nil, let from, let to,
      from.said.month != nil, to.said.month != nil, from.countsFromText, to.countsFromText,
      let today = context.reference?.date
    else { return nil }
    back.direction = .past
    back.isLeaning = false
    guard let start = Resolver(context: back).place(from)?.date.dayBounds?.start, start <= today else { return nil }
    var onward = back
    onward.reference = LocalDateTime(start)
    onward.direction = .future
    guard let end = Resolver(context: onward).place(to)?.date.dayBounds?.end, today < end else { return nil }
    return Resolver(context: back)
  }
}
