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
        guard t * m % 1000 == 0 else { return nil }
        months += t * m / 1000
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
    var calendar = ""
    var clock = ""
    for unit in CalendarUnit.allCases.reversed() {
      for part in parts where part.unit == unit {
        let (letter, factor, isClock) = unit.designator
        let amount: String
        var designator = letter
        if let t = part.thousandths {
          amount = Self.decimal(t * factor)
        } else {
          amount = "X"
          designator = ["decade": "DE", "century": "CE", "millennium": "ML"][unit.rawValue] ?? letter
        }
        if isClock { clock += amount + designator } else { calendar += amount + designator }
      }
    }
    return "P" + calendar + (clock.isEmpty ? "" : "T" + clock)
  }

  private static func decimal(_ thousandths: Int) -> String {
    let whole = thousandths / 1000
    let rest = abs(thousandths % 1000)
    guard rest > 0 else { return String(whole) }
    var fraction = padded(rest, 3)
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 && whole == 0 ? "-0" : String(whole)) + "." + fraction
  }
}
