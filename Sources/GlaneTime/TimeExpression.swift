/// What a text said about time, before anything is known of its date: the first of the two stages.
///
/// It holds no more than the text said; ``resolve(in:)`` places it on the calendar.
public struct TimeExpression: Sendable, Hashable, Codable {
  /// What was meant.
  public var meaning: Meaning
  public var qualifiers: Qualifiers
  /// The elements that a TimeML export writes, in text order; none where the whole mention is the one element.
  public var elements: [Element]

  public init(_ meaning: Meaning, qualifiers: Qualifiers = [], elements: [Element] = []) {
    self.meaning = meaning
    self.qualifiers = qualifiers
    self.elements = elements
  }

  /// A part of the mention that TIMEX3 tags on its own ("du [8] au [10 février 2024]"), with its meaning made whole.
  public struct Element: Sendable, Hashable, Codable {
    /// Start and end in the caller's own unit: opaque here.
    public var start: Int
    public var end: Int
    public var meaning: Meaning
    public var qualifiers: Qualifiers

    public init(start: Int, end: Int, _ meaning: Meaning, qualifiers: Qualifiers = []) {
      self.start = start
      self.end = end
      self.meaning = meaning
      self.qualifiers = qualifiers
    }
  }

  /// How the text hedged what it said.
  public struct Qualifiers: OptionSet, Sendable, Hashable, Codable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// "vers", "environ", "une dizaine"
    public static let approximate = Qualifiers(rawValue: 1)
    /// "peut-être", "sans doute", "1890 (?)"
    public static let uncertain = Qualifiers(rawValue: 2)
    /// "moins de", "près de", "presque"
    public static let lessThan = Qualifiers(rawValue: 4)
    /// "plus de"
    public static let moreThan = Qualifiers(rawValue: 8)
    /// "au plus", "au maximum"
    public static let atMost = Qualifiers(rawValue: 16)
    /// "au moins"
    public static let atLeast = Qualifiers(rawValue: 32)
  }
}

extension TimeExpression {
  public indirect enum Meaning: Sendable, Hashable, Codable {
    case moment(Moment)
    case period(Period)
    case duration(CalendarDuration)
    /// A duration that ends with the reference ("depuis deux ans").
    case durationUntilNow(CalendarDuration)
    case recurrence(Recurrence)
    /// "maintenant", "actuellement"
    case present
    /// "autrefois", "jadis"
    case past
    /// "à l'avenir", "prochainement"
    case future
  }
}

/// Where a deictic or anaphoric expression counts from.
public enum Origin: String, Sendable, Hashable, Codable {
  /// The date of the text: "hier".
  case reference
  /// The last date that the text named, the reference failing that: "le lendemain".
  case anchor
}

/// Which of the possible dates an expression picks of itself.
public enum Choice: String, Sendable, Hashable, Codable {
  /// "mardi prochain": the first one that lies wholly after.
  case next
  /// "mardi dernier": the last one that lies wholly before.
  case last
  /// "ce mardi", "cet été": the one at hand.
  case current
  /// "mardi suivant": the first after the last date of the text.
  case following
  /// "le mardi précédent".
  case preceding
}

/// Which third of it: "début mars", "mi-mars", "fin mars". It stays a qualifier: no day is made up.
public enum Portion: String, Sendable, Hashable, Codable {
  case start = "START"
  case middle = "MID"
  case end = "END"
}

/// A place on the calendar, of any size from a century to a second, as said.
public indirect enum Moment: Sendable, Hashable, Codable {
  /// Fields: "8 février", "les années 1990", "14 h 30". `choice` is what the text says of which one.
  case date(PartialDate, choice: Choice? = nil)
  /// The unit `count` units from the one at hand: "hier", "la semaine prochaine", "l'an dernier", "ce mois-ci".
  case unit(CalendarUnit, count: Int, from: Origin)
  /// An amount away: "il y a trois ans", "deux jours plus tard".
  case distance(CalendarDuration, forward: Bool, from: Origin)
  /// An amount away from a moment said: "trois jours avant Noël", "le lendemain du 13 février".
  case away(CalendarDuration, forward: Bool, Moment)
  /// The first, second … last such unit or weekday within: "le deuxième mardi de mars", "la dernière semaine de 2014".
  case ordinal(Int, CalendarUnit, within: Moment)
  case ordinalWeekday(Int, Int, within: Moment)
  /// The unit that holds a moment: "la semaine du 7 octobre".
  case containing(CalendarUnit, Moment)
  /// Finer fields within a moment: "lundi de la semaine prochaine", "demain à 11 h", "juin de l'an dernier".
  case within(Moment, PartialDate)
  case portion(Portion, Moment)
  case feast(Feast, year: Moment? = nil, choice: Choice? = nil)
  case republican(RepublicanDate)
  /// The very instant of the reference, at its precision.
  case now
}

/// A stretch between two moments.
public indirect enum Period: Sendable, Hashable, Codable {
  /// "du 8 au 10 février": nil is an open side. `endExcluded`: "avant 1990".
  case bounds(from: Moment?, to: Moment?, startExcluded: Bool = false, endExcluded: Bool = false)
  /// Whole units that end or start at hand: "les dix derniers mois", "les trois prochains jours".
  case window(CalendarDuration, forward: Bool, from: Origin)
  /// The night from one day to the next: "dans la nuit de lundi à mardi".
  case night(Moment)
}

/// Something that comes back.
public struct Recurrence: Sendable, Hashable, Codable {
  /// "tous les cinq ans", "deux fois par semaine": the length of a turn.
  public var period: CalendarDuration?
  /// "chaque mardi à 16 h", "tous les étés".
  public var on: PartialDate?
  /// "chaque lundi de 14 h à 16 h": where each turn ends.
  public var through: PartialDate?
  /// "deux fois par mois", "le premier et le troisième lundi du mois".
  public var times: Int?
  /// TIMEX3's quant: EVERY, EACH, ALL.
  public var quantifier: String

  public init(
    period: CalendarDuration? = nil, on: PartialDate? = nil, through: PartialDate? = nil, times: Int? = nil,
    quantifier: String = "EVERY"
  ) {
    self.period = period
    self.on = on
    self.through = through
    self.times = times
    self.quantifier = quantifier
  }
}
