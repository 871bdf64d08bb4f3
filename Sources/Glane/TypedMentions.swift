/// A mention of a date, a time, a duration, a set or a period, with its value.
public struct TimeMention: Sendable, Hashable {
  public let mention: Mention
  public let time: ResolvedTime

  public var text: String { mention.text }
  public var span: TextSpan { mention.span }
  /// TIMEX3's notation, `A/B` for a period; nil where the text says too little for one.
  public var value: String? { time.value }
}

/// A mention of a person: the name alone, with the titles and functions that stand by it.
public struct PersonMention: Sendable, Hashable {
  public let mention: Mention
  public let titles: [Mention]
  public let functions: [FunctionMention]

  /// The name, as the text gives it.
  public var name: String { mention.text }
  public var span: TextSpan { mention.span }
}

/// An office or role and those who hold it.
public struct FunctionMention: Sendable, Hashable {
  public let mention: Mention
  public let detail: FunctionDetail

  public var label: String { detail.label }
  public var span: TextSpan { mention.span }
}

/// The mentions by type. Each walks ``Analysis/mentions`` once: O(*n*).
extension Analysis {
  /// Dates, times, durations, sets and periods, in reading order.
  public var dates: [TimeMention] {
    mentions.compactMap { m in
      if case .time(let time) = m.detail { TimeMention(mention: m, time: time) } else { nil }
    }
  }

  public var people: [PersonMention] {
    mentions.compactMap { m in
      guard case .person(let titles, let functions) = m.detail else { return nil }
      return PersonMention(
        mention: m, titles: titles.map { self[$0] }, functions: functions.compactMap { function(self[$0]) })
    }
  }

  public var functions: [FunctionMention] { mentions.compactMap(function) }
  public var titles: [Mention] { mentions.filter { $0.type == .title } }
  public var organizations: [Mention] { mentions.filter { $0.type == .organization } }
  public var places: [Mention] { mentions.filter { $0.type == .place } }
  public var events: [Mention] { mentions.filter { $0.type == .event } }
  public var references: [Mention] { mentions.filter { $0.type == .reference } }

  private func function(_ m: Mention) -> FunctionMention? {
    if case .function(let detail) = m.detail { FunctionMention(mention: m, detail: detail) } else { nil }
  }
}
