import GlanePatterns
import GlaneText

/// Pieces that name rules find by code: runs of capitalised words, nouns, adjectives, years.
enum NameRecognisers {
  static let all = [name, knownName, noun, capitalNoun, adjective, year, letter]

  /// `<letter>`: one capital that stands for a name.
  static let letter = Recogniser("letter", kinds: [.word, .initial]) { chart, token, _, _ in
    let span = chart.text.tokens.span(at: token)
    let isInitial = chart.kind(token) == .initial
    guard span.count == 1 || isInitial && span.count == 2 else { return nil }
    return chart.text.utf8[span.start] &- 65 < 26 ? Recogniser.Hit(end: token + 1, value: 0) : nil
  }

  /// `<name>`: capitalised words and initials in a row: "Nations", "Cheikh Anta Diop", "Saint-Lazare".
  static let name = Recogniser("name", classes: [.Name, .initial]) { chart, token, limit, _ in
    var end = token
    let given = isFirstName(chart, token) || isSaint(chart, token)
    // "San Francisco": what a list holds is one name.
    if isCapital(chart, token) {
      for entry in chart.entries(at: token) where Int(entry.length) > 1 && token + Int(entry.length) <= limit {
        if isNameList(entry.symbol, chart) { end = max(end, token + Int(entry.length)) }
      }
    }
    while end < limit, isCapital(chart, end),
      end == token || !chart.shape(end).contains(.lineStart) && (given || !isFirstName(chart, end))
    { end += 1 }
    return end > token ? Recogniser.Hit(end: end, value: 0) : nil
  }

  /// `<known-name>`: a capitalised run, or a place or organisation of the lists that starts with a capital.
  static let knownName = Recogniser("known-name", classes: [.Name, .initial]) { chart, token, limit, _ in
    guard isCapital(chart, token) else { return nil }
    var end = token + 1
    for entry in chart.entries(at: token) where Int(entry.length) > end - token && token + Int(entry.length) <= limit {
      if isNameList(entry.symbol, chart) { end = token + Int(entry.length) }
    }
    let given = isFirstName(chart, token)
    // "ministre de l'Enseignement Zuhal Demir": an everyday word, then two that are in no list.
    if !given, end == token + 1, end + 1 < limit, classes(chart, token).contains(.noun), isUnknown(chart, end),
      isUnknown(chart, end + 1), !chart.shape(token).isAllUpper
    {
      return Recogniser.Hit(end: end, value: 0)
    }
    // "le président de Serbie Milan Petrovic"
    if !given, end == token + 1, end + 1 < limit, isCapital(chart, end), isUnknown(chart, end + 1),
      marks(chart, token).contains(.country), marks(chart, end).isDisjoint(with: [.organization, .organizationWord]),
      classes(chart, end).isEmpty
    {
      return Recogniser.Hit(end: end, value: 0)
    }
    // "l'archevêque de Sens Gauzbert": a town, then a word that is in no list.
    if !given, end == token + 1, end < limit, isUnknown(chart, end),
      !(end + 1 < limit && isCapital(chart, end + 1)),
      !marks(chart, token).isDisjoint(with: .anyPlace), classes(chart, token).isEmpty,
      marks(chart, token).isDisjoint(with: [.organization, .organizationWord, .surname])
    {
      return Recogniser.Hit(end: end, value: 0)
    }
    // "ministre de Paul Caron Jean Morel": a first name behind a surname begins another name.
    while end < limit, isCapital(chart, end), chart.kind(end - 1) != .acronym,
      given ? end == token + 1 || isFirstName(chart, end - 1) || !isFirstName(chart, end) : !isFirstName(chart, end)
    { end += 1 }
    return Recogniser.Hit(end: end, value: 0)
  }

  /// A capitalised word that no list and no dictionary knows.
  private static func isUnknown(_ chart: borrowing Chart, _ token: Int) -> Bool {
    isCapital(chart, token) && chart.kind(token) == .word
      && chart.shape(token).contains(.hasLower)
      && classes(chart, token).isEmpty && marks(chart, token).subtracting([.surname, .contracted, .smallToo]).isEmpty
  }

  private static func isNameList(_ symbol: Symbol, _ chart: borrowing Chart) -> Bool {
    guard case .list(let l) = chart.rules.symbols.names[Int(symbol.id)] else { return false }
    return ["country", "place", "organization", "town", "subdivision"].contains(l)
  }

  /// `<noun>`: an everyday word that may be a noun.
  static let noun = Recogniser("noun", kinds: [.word]) { chart, token, _, _ in
    let own = classes(chart, token)
    guard own.contains(.noun) else {
      // "Société des traversiers": small letters that no list and no dictionary knows are some trade's noun.
      guard own.isEmpty, chart.shape(token).isAllLower, chart.text.tokens.span(at: token).count > 5,
        marks(chart, token).isEmpty
      else { return nil }
      return Recogniser.Hit(end: token + 1, value: 0)
    }
    guard !own.contains(.little) else { return nil }
    // "la Cour pénale internationale et d'aller plus loin": behind "de" an infinitive is no complement.
    if own.contains(.verb), token > 0, isInfinitive(chart, token),
      chart.word(token - 1) == "de" || chart.word(token - 1) == "d'"
    {
      return nil
    }
    return Recogniser.Hit(end: token + 1, value: 0)
  }

  private static func isInfinitive(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let span = chart.text.tokens.span(at: token)
    guard span.count > 4, chart.text.utf8[span.end - 1] == UInt8(ascii: "r") else { return false }
    let before = chart.text.utf8[span.end - 2]
    return before == UInt8(ascii: "e") || before == UInt8(ascii: "i")
  }

  /// `<capital-noun>`: the same with a capital; a rule that starts with it is not tried at every word.
  static let capitalNoun = Recogniser("capital-noun", classes: [.Cap]) { chart, token, limit, arguments in
    isCapital(chart, token) ? noun.match(chart, token, limit, arguments) : nil
  }

  /// `<adjective>`: a word in small letters that may be an adjective.
  static let adjective = Recogniser("adjective", classes: [.lower]) { chart, token, _, _ in
    guard chart.shape(token).isAllLower, chart.text.tokens.span(at: token).count > 3 else { return nil }
    let own = classes(chart, token)
    guard own.contains(.adjective), !own.contains(.little) else { return nil }
    // "la Mairie précise que"
    if own.contains(.verb), token + 1 < chart.tokenCount, endsInBareE(chart, token) {
      let next = chart.text.tokens.span(at: token + 1)
      if chart.text.utf8[next.start] == UInt8(ascii: "q"), next.count <= 5, next.count >= 3,
        chart.text.utf8[next.start + 1] == UInt8(ascii: "u")
      {
        return nil
      }
    }
    // "l'université ferme ses portes", "la commission manifeste son désaccord": an adjective has no object.
    if own.contains(.verb), token + 1 < chart.tokenCount, endsInBareE(chart, token),
      objects.contains(chart.word(token + 1))
    {
      return nil
    }
    // "la police fédérale exige": the table does not tell a verb's present from its participle.
    if own.contains(.verb), !own.contains(.noun), token > 0, chart.shape(token - 1).isAllLower,
      classes(chart, token - 1).contains(.adjective) || marks(chart, token - 1).contains(.demonym),
      endsInBareE(chart, token)
    {
      return nil
    }
    return Recogniser.Hit(end: token + 1, value: 0)
  }

  /// What follows a verb, hardly an adjective.
  private static let objects: WordSet = [
    "le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces", "sur",
    "contre", "depuis", "après", "avant", "pas", "plus", "ne", "n'",
  ]

  /// "exige", but not "déléguée"
  private static func endsInBareE(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let span = chart.text.tokens.span(at: token)
    let (last, before) = (chart.text.utf8[span.end - 1], chart.text.utf8[span.end - 2])
    // é is C3 A9, or e with a combining accent
    return last == UInt8(ascii: "e") && before != 0xA9 && before != 0x81
  }

  /// `<year-number>`: four digits from 1000 to 2999, or a season of two years.
  static let year = Recogniser("year-number", kinds: [.number]) { chart, token, limit, _ in
    if isSeason(chart, token) { return Recogniser.Hit(end: token + 1, value: 0) }
    guard isYear(chart, token) else { return nil }
    if token + 2 < limit, isYear(chart, token + 2), chart.shape(token + 1).contains(.glued) {
      return Recogniser.Hit(end: token + 3, value: 0)
    }
    return Recogniser.Hit(end: token + 1, value: 0)
  }

  /// "2015-2016", "2015/16" as one token
  private static func isSeason(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let span = chart.text.tokens.span(at: token)
    guard chart.kind(token) == .number, span.count == 9 || span.count == 7 else { return false }
    let bytes = chart.text.utf8[span.range]
    let (first, sign) = (bytes[span.start], bytes[span.start + 4])
    return (first == UInt8(ascii: "1") || first == UInt8(ascii: "2"))
      && (sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/"))
      && bytes.prefix(4).allSatisfy { $0 &- 48 < 10 } && bytes.suffix(span.count - 5).allSatisfy { $0 &- 48 < 10 }
  }

  private static func isYear(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let span = chart.text.tokens.span(at: token)
    guard chart.kind(token) == .number, span.count == 4 else { return false }
    let first = chart.text.utf8[span.start]
    return (first == UInt8(ascii: "1") || first == UInt8(ascii: "2"))
      && chart.text.utf8[span.range].allSatisfy { $0 &- 48 < 10 }
  }

  @inline(__always)
  static func isCapital(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let kind = chart.kind(token)
    let shape = chart.shape(token)
    // "al-Assad"
    if kind == .word, shape.isSuperset(of: [.innerUpper, .hasHyphen]), !shape.contains(.initialUpper) { return true }
    return kind == .initial
      || ((kind == .word || kind == .acronym) && chart.shape(token).contains(.initialUpper)
        && !chart.shape(token).contains(.elided))
  }

  /// A first name inside a run begins another name: "ministre de l'Intérieur Christophe Castaner".
  private static func isFirstName(_ chart: borrowing Chart, _ token: Int) -> Bool {
    marks(chart, token).contains(.firstName) || isCompoundFirstName(chart, token)
  }

  /// "Saint Laurent", where a first name belongs to the saint.
  private static func isSaint(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let span = chart.text.tokens.span(at: token)
    guard span.count == 5 || span.count == 6, marks(chart, token).contains(.title) else { return false }
    return chart.text.string(span).hasPrefix("Saint")
  }

  /// "Jean-Guy", "Anne-Catherine", where the whole is in no list.
  static func isCompoundFirstName(_ chart: borrowing Chart, _ token: Int) -> Bool {
    guard chart.shape(token).isSuperset(of: [.hasHyphen, .initialUpper]) else { return false }
    return chart.form(token) & TypeMarks.compoundFirstName != 0
  }

  private static func marks(_ chart: borrowing Chart, _ token: Int) -> NameLexicon.Marks {
    chart.nameMarks(token)
  }

  private static func classes(_ chart: borrowing Chart, _ token: Int) -> CommonWordTable.WordClass {
    chart.wordClass(token)
  }
}
