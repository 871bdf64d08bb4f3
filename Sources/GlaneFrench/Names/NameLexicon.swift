import GlanePatterns
import GlaneText

/// The lists of names that code asks for, by symbol.
struct NameLexicon: Sendable {
  /// What a token is by itself, by the lists.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt32
    @inline(__always) init(rawValue: UInt32) { self.rawValue = rawValue }
    /// In place of the standard library's, which makes an array of each literal.
    @inline(__always)
    init(arrayLiteral elements: Marks...) {
      var bits: UInt32 = 0
      for e in elements { bits |= e.rawValue }
      rawValue = bits
    }
    static let firstName = Marks(rawValue: 1 << 0)
    static let surname = Marks(rawValue: 1 << 1)
    static let country = Marks(rawValue: 1 << 2)
    static let place = Marks(rawValue: 1 << 3)
    static let town = Marks(rawValue: 1 << 4)
    static let bigTown = Marks(rawValue: 1 << 5)
    static let organization = Marks(rawValue: 1 << 6)
    static let acronym = Marks(rawValue: 1 << 7)
    static let function = Marks(rawValue: 1 << 8)
    static let title = Marks(rawValue: 1 << 9)
    static let demonym = Marks(rawValue: 1 << 10)
    static let particle = Marks(rawValue: 1 << 11)
    static let saying = Marks(rawValue: 1 << 12)
    static let kin = Marks(rawValue: 1 << 13)
    static let organizationWord = Marks(rawValue: 1 << 14)
    static let organizationHead = Marks(rawValue: 1 << 15)
    static let placeHead = Marks(rawValue: 1 << 16)
    static let eventHead = Marks(rawValue: 1 << 17)
    static let properName = Marks(rawValue: 1 << 18)
    static let functionAfter = Marks(rawValue: 1 << 19)
    static let functionBefore = Marks(rawValue: 1 << 20)
    static let event = Marks(rawValue: 1 << 21)
    /// A place or an organisation whose name is something else as well.
    static let ambiguous = Marks(rawValue: 1 << 22)
    static let masculine = Marks(rawValue: 1 << 23)
    static let feminine = Marks(rawValue: 1 << 24)
    static let apposed = Marks(rawValue: 1 << 25)

    static let product = Marks(rawValue: 1 << 26)
    /// Capitals that name nothing.
    static let abbreviation = Marks(rawValue: 1 << 27)
    /// A name that small letters write too.
    static let smallToo = Marks(rawValue: 1 << 28)

    static let notAName = Marks(rawValue: 1 << 29)
    /// A noun of works, ships, laws, prizes: what it is called after is not meant.
    static let thingHead = Marks(rawValue: 1 << 30)
    /// A town called "Le …", without its article; taken for a place behind "au" and "du". With `smallToo` a newspaper or a
    /// party that is called so.
    static let contracted = Marks(rawValue: 1 << 31)

    static let anyPlace: Marks = [.country, .place, .town]
    static let anyName: Marks = [
      .firstName, .surname, .country, .place, .town, .organization, .acronym, .properName, .event, .product,
    ]
  }

  private static let marksOfList: [(String, Marks)] = [
    ("first-name", .firstName), ("first-name-more", .firstName), ("surname", .surname), ("surname-more", .surname),
    ("country", .country), ("subdivision", .place), ("place", .place), ("town", .town), ("organization", .organization),
    ("acronym", .acronym), ("function", .function), ("title", .title), ("demonym", .demonym), ("particle", .particle),
    ("saying", .saying), ("said", .saying), ("saying-oneself", .saying), ("said-oneself", .saying), ("kin", .kin),
    ("organization-word", .organizationWord),
    ("organization-head", .organizationHead), ("place-head", .placeHead), ("event-head", .eventHead),
    ("proper-name", .properName), ("function-after", .functionAfter), ("function-before", .functionBefore),
    ("event", .event), ("product", .product), ("abbreviation", .abbreviation), ("not-a-name", .notAName),
    ("apposed-person", .apposed), ("thing-head", .thingHead), ("contracted-place", .contracted),
    ("contracted-organization", [.contracted, .smallToo]),
    // A user's own lists.
    ("person", .surname),
  ]

  let rules: RuleSet
  /// By symbol.
  private var marks: [Marks]
  let town: Symbol?
  let place: Symbol?
  let organization: Symbol?
  let product: Symbol?
  let firstName: Symbol?
  let firstNameMore: Symbol?
  let function: Symbol?
  let title: Symbol?
  let demonym: Symbol?
  let acronym: Symbol?
  let placePhrase: Symbol?
  let personPhrase: Symbol?
  /// The constituents of mentions, in the order of their kinds.
  let kinds: [Symbol?]
  /// What the constructors yield, in their order.
  let phrases: [Symbol?]
  let organizationPhrase: Symbol?
  let eventPhrase: Symbol?
  let thingHead: Symbol?
  let subdivision: Symbol?
  let contractedOrganization: Symbol?

  init(_ rules: RuleSet) {
    self.rules = rules
    marks = [Marks](repeating: [], count: rules.symbols.count)
    for (name, mark) in Self.marksOfList {
      if let s = rules.list(name) { marks[Int(s.id)].insert(mark) }
    }
    town = rules.list("town")
    place = rules.list("place")
    organization = rules.list("organization")
    product = rules.list("product")
    firstName = rules.list("first-name")
    firstNameMore = rules.list("first-name-more")
    function = rules.list("function")
    title = rules.list("title")
    demonym = rules.list("demonym")
    acronym = rules.list("acronym")
    placePhrase = rules.constituent("place-phrase")
    personPhrase = rules.constituent("person-phrase")
    kinds = NameMention.Kind.allCases.map { rules.constituent($0.rawValue) }
    phrases = NameReader.constructors.map { rules.constituent($0.yields[0]) }
    organizationPhrase = rules.constituent("organization-phrase")
    eventPhrase = rules.constituent("event-phrase")
    thingHead = rules.list("thing-head")
    subdivision = rules.list("subdivision")
    contractedOrganization = rules.list("contracted-organization")
  }

  /// The marks that one entry gives.
  @inline(__always)
  func marks(of entry: Chart.Entry) -> Marks {
    var m = marks[Int(entry.symbol.id)]
    if m.isEmpty { return m }
    if entry.symbol == town {
      if entry.value >= 200 { m.insert(.bigTown) }
    } else if entry.symbol == place || entry.symbol == organization || entry.symbol == product
      || entry.symbol == contractedOrganization
    {
      if entry.value == 1 { m.insert(.ambiguous) }
      if entry.value == 2 { m.insert(.smallToo) }
    } else if entry.symbol == firstName || entry.symbol == firstNameMore {
      switch rules.text(entry.value) {
      case "m": m.insert(.masculine)
      case "f": m.insert(.feminine)
      default: break
      }
    }
    return m
  }
}

/// What the lists and the common words say of each token of a text.
struct NameTokens {
  typealias Marks = NameLexicon.Marks
  /// By token: what it is alone.
  private(set) var marks: [Marks] = []
  /// By token: whether it is an everyday word.
  private(set) var classes: [CommonWordTable.WordClass] = []
  /// The hash of the fold of tokens that start with a capital, else 0.
  private(set) var hashes: [UInt64] = []
  /// By fold (``Chart/fold(_:)``): whether it stands in small letters somewhere in the text.
  private(set) var small: [Bool] = []
  /// Phrases of proper names: start, length in tokens, marks; ascending by start, longer first.
  private(set) var phrases: [(start: Int, length: Int, marks: Marks)] = []
  /// Tokens of a line that is set in capitals throughout, where a capital says nothing.
  private(set) var inCapitals: [Bool] = []

  init() {}

  init(_ chart: borrowing Chart, _ lexicon: NameLexicon) {
    let n = chart.tokenCount
    marks = [Marks](repeating: [], count: n)
    classes = [CommonWordTable.WordClass](repeating: [], count: n)
    hashes = [UInt64](repeating: 0, count: n)
    inCapitals = [Bool](repeating: false, count: n)
    small = [Bool](repeating: false, count: chart.table.foldCount)
    for t in 0..<n {
      let shape = chart.shape(t)
      var own = chart.nameMarks(t)
      if own.contains(.contracted) {
        let isOrganization = own.contains(.smallToo)
        own.subtract([.contracted, .smallToo])
        // "au Havre", "du Caire"; "au Monde", "des Républicains"
        if shape.contains(.initialUpper), t > 0,
          Self.isContraction(chart.text.tokens.span(at: t - 1), in: chart.text.utf8)
        {
          if !isOrganization {
            own.insert(.place)
          } else if !own.contains(.ambiguous) || t > 1 && Self.press.contains(chart.word(t - 2))
            || isSaying(t - 2, chart)
          {
            own.remove(.ambiguous)
            own.insert(.organization)
          }
        }
      }
      marks[t] = own
      guard chart.kind(t) == .word || chart.kind(t) == .acronym else { continue }
      classes[t] = chart.wordClass(t)
      if shape.contains(.initialUpper) {
        hashes[t] = chart.record(t).pointee.hash
      } else if shape.isAllLower {
        small[chart.fold(t)] = true
      }
    }
    let proper: Marks = [.country, .place, .town, .organization, .acronym, .event, .surname, .product]
    for t in chart.phraseTokens {
      for entry in chart.entries(at: Int(t)) where entry.length > 1 {
        let m = lexicon.marks(of: entry)
        if !m.isDisjoint(with: proper) { phrases.append((Int(t), Int(entry.length), m)) }
      }
    }
    markCapitals(chart)
  }

  /// What stands before the name of a newspaper that is an everyday word: "une journaliste du Monde".
  private static let press: WordSet = [
    "journaliste", "journalistes", "rédaction", "colonnes", "une", "lecteurs", "lectrices", "édition", "site",
    "article",
    "articles", "enquête", "correspondant", "correspondante", "chroniqueur", "chroniqueuse", "éditorialiste",
    "rédacteur", "rédactrice", "abonnés", "pages", "tribune", "interview", "entretien", "confié", "confie", "déclaré",
    "dit", "expliqué", "explique", "raconté", "raconte", "affirmé", "affirme", "indiqué", "indique", "révélations",
    "partenaire", "confrères", "confrère", "spécial", "spéciale", "photographe", "dessinateur", "critique", "éditorial",
    "journal", "quotidien", "hebdomadaire", "parlé", "fondateur", "actionnaire", "actionnaires", "groupe", "médiateur",
    "reporter", "pigiste", "chef", "direction", "patron", "propriétaire", "siège", "locaux", "numéro", "numéros",
  ]

  private func isSaying(_ t: Int, _ chart: borrowing Chart) -> Bool {
    t >= 0 && chart.nameMarks(t).contains(.saying)
  }

  /// au, du, aux, des
  private static func isContraction(_ span: TextSpan, in utf8: [UInt8]) -> Bool {
    let at = span.start
    guard span.count == 2 || span.count == 3 else { return false }
    let last = span.count == 2 ? 0 : utf8[at + 2] | 0x20
    switch (utf8[at] | 0x20, utf8[at + 1] | 0x20, last) {
    case (0x61, 0x75, 0), (0x61, 0x75, 0x78), (0x64, 0x75, 0), (0x64, 0x65, 0x73): return true
    default: return false
    }
  }

  /// Lines of which three words in four, and three at least, are all capitals.
  private mutating func markCapitals(_ chart: borrowing Chart) {
    let count = chart.tokenCount
    var start = 0
    while start < count {
      var end = start + 1
      var capitals = chart.shape(start).isAllUpper ? 1 : 0
      while end < count, !chart.shape(end).contains(.lineStart) {
        if chart.shape(end).isAllUpper { capitals += 1 }
        end += 1
      }
      guard capitals > 1 else {
        start = end
        continue
      }
      // A long line is looked at by pieces, so that a heading before a text counts alone.
      var from = start
      while from < end {
        var to = from
        var (upper, other) = (0, 0)
        // Up to the last word in capitals, where no more than one in four has small letters; everyday words among them.
        var (last, common) = (from, 0)
        var isHeading = false
        while to < end, other == 0 || upper > 3 * other {
          if chart.kind(to) == .word || chart.kind(to) == .acronym {
            if chart.shape(to).isAllUpper {
              upper += 1
              last = to + 1
              if !classes[to].isEmpty, chart.text.tokens.span(at: to).count > 1,
                marks[to].isDisjoint(
                  with: [.organization, .acronym, .abbreviation, .firstName, .surname, .particle])
              {
                common += 1
              }
              isHeading = upper >= 3 && upper > 3 * other
            } else if chart.shape(to).contains(.hasLower) {
              other += 1
            }
          }
          to += 1
        }
        // "NOUVELLES LOCALES.", but "la CGT, FO et la CFDT".
        if isHeading, last == end || to == end && other == 0 || common > 1 {
          for t in from..<last where chart.shape(t).isAllUpper { inCapitals[t] = true }
        } else if upper == 2, common == 2 || from == start && last == end || from == start && to == end && other == 0 {
          for t in from..<last where chart.shape(t).isAllUpper { inCapitals[t] = true }
        }
        from = max(to, from + 1)
      }
      start = end
    }
  }
}
