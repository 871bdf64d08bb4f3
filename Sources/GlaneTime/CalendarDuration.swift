/// An amount of time as said: "deux ans et demi", "une heure et quart", "quelques jours".
///
/// Amounts keep their units, since a month is no number of days. A fraction is kept in thousandths; an amount that the
/// text leaves open ("quelques", "plusieurs") is nil, and printed `X`.
public struct CalendarDuration: Sendable, Hashable, Codable {
  public struct Part: Sendable, Hashable, Codable {
    public var unit: CalendarUnit
    /// Thousandths of the unit; nil where the text names no number.
    public var thousandths: Int?

    public init(_ thousandths: Int?, _ unit: CalendarUnit) {
      self.unit = unit
      self.thousandths = thousandths.map { min(max($0, -Self.limit), Self.limit) }
    }

    /// A thousand million units: more is kept as that, so that sums stay exact.
    private static let limit = 1_000_000_000_000
  }

  /// In the order of the text.
  public var parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  /// `CalendarDuration(2, .year)` is two years.
  public init(_ count: Int, _ unit: CalendarUnit) {
    self.init(parts: [Part(min(max(count, -1_000_000_000), 1_000_000_000) * 1000, unit)])
  }

  /// Some number of the unit, which the text does not tell.
  public static func some(_ unit: CalendarUnit) -> CalendarDuration {
    CalendarDuration(parts: [Part(nil, unit)])
  }

  public var isExact: Bool { parts.allSatisfy { $0.thousandths != nil } }

  /// The finest unit named.
  public var finestUnit: CalendarUnit { parts.map(\.unit).min { $0.rank < $1.rank } ?? .day }

  /// Whole months and whole seconds; nil where an amount is open or a fraction does not come out even.
  var sums: (months: Int, seconds: Int)? {
    var months = 0
    var seconds = 0
    for part in parts {
      guard let t = part.thousandths else { return nil }
      if let m = part.unit.months {
        months += t * m / 1000
        // "un mois et demi": half a month is fifteen days.
        guard t * m % 1000 == 0 || t * m % 1000 == 500 else { return nil }
        if t * m % 1000 == 500 { seconds += 15 * 86_400 }
      } else if let s = part.unit.seconds {
        seconds += t * s / 1000
      }
    }
    return (months, seconds)
  }
}

extension CalendarDuration {
  /// ISO 8601, with `X` for an open amount and decimals where the text has fractions: `P10Y`, `PXD`, `PT1.5H`, `P1Y2M`.
  public var notation: String {
    // A text has a handful of parts at most; a duration of more is put together piece by piece.
    if parts.count <= 8 { return String(notation: { write(to: &$0) }) }
    var calendar = ""
    var clock = ""
    for part in parts.indices.sorted(by: {
      parts[$0].unit.rank == parts[$1].unit.rank
        ? $0 < $1 : parts[$0].unit.rank > parts[$1].unit.rank
    }).map({ parts[$0] }) {
      let text = String(notation: { part.write(to: &$0) })
      if part.unit.designator.isClock { clock += text } else { calendar += text }
    }
    return "P" + calendar + (clock.isEmpty ? "" : "T" + clock)
  }

  /// The coarsest unit first, what the calendar counts before what the clock counts.
  private func write(to writer: inout NotationWriter) {
    writer.put("P")
    if parts.count == 1 {
      if parts[0].unit.designator.isClock { writer.put("T") }
      return parts[0].write(to: &writer)
    }
    for isClock in [false, true] {
      var isFirst = true
      for unit in CalendarUnit.allCases.reversed() where unit.designator.isClock == isClock {
        for part in parts where part.unit == unit {
          if isClock, isFirst { writer.put("T") }
          isFirst = false
          part.write(to: &writer)
        }
      }
    }
  }
}

extension CalendarDuration.Part {
  /// The amount and its letter: `10Y`, `XD`, `1.5H`.
  fileprivate func write(to writer: inout NotationWriter) {
    let (letter, factor, _) = unit.designator
    guard let thousandths else {
      writer.put("X")
      switch unit {
      case .decade: writer.put("DE")
      case .century: writer.put("CE")
      case .millennium: writer.put("ML")
      default: writer.put(text: letter)
      }
      return
    }
    let amount = thousandths * factor
    let whole = amount / 1000
    var rest = abs(amount % 1000)
    if amount < 0, whole == 0, rest > 0 { writer.put("-") }
    writer.put(whole)
    if rest > 0 {
      var width = 3
      while rest % 10 == 0 {
        rest /= 10
        width -= 1
      }
      writer.put(".")
      writer.put(rest, width: width)
    }
    writer.put(text: letter)
  }
}
