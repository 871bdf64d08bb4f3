/// Words: elision, hyphens, clitics, abbreviations, acronyms, initials, addresses.
extension TokenScanner {
  mutating func scanWord() {
    let start = position
    var end = text.runEnd(start)
    if let addressEnd = addressEnd(start, end) {
      return emit(start, addressEnd.end, addressEnd.kind)
    }
    let firstEnd = end
    var hyphens = 0
    loop: while true {
      let apostrophe = text.apostropheLength(at: end)
      if apostrophe > 0 {
        let next = end + apostrophe
        if hyphens == 0, firstEnd == end, let word = ShortWord(bytes, start, end), rules.elisions.value(word) != 0,
          !text.staysWhole(word, next)
        {
          return emit(start, next, .word)
        }
        guard text.unit(at: next).isLetter else { break loop }
        end = text.runEnd(next)
        continue
      }
      let hyphen = text.hyphenLength(at: end)
      if hyphen > 0 {
        guard text.startsWord(at: end + hyphen) else { break loop }
        end = text.runEnd(end + hyphen)
        hyphens += 1
        continue
      }
      break
    }
    if hyphens == 0 {
      switch byte(end) {
      case 0x2E:
        if let (dotted, kind) = dottedEnd(start, end) { return emit(start, dotted, kind) }
      case 0x28:
        if let optional = text.optionalEndingEnd(end) { end = optional }
      case 0x26, 0x2F:
        if let joined = text.joinedEnd(start, end) { end = joined }
      case 0xC2 where byte(end + 1) == 0xB0:  // n°
        if let word = ShortWord(bytes, start, end), word == .n || word == .nos {
          return emit(start, end + 2, .abbreviation)
        }
      default: break
      }
      return emit(start, end, text.isRomanOrdinal(start, end) ? .ordinal : .word)
    }
    emitWithClitics(start, end)
  }

  /// Splits the clitics off a hyphenated word: `donne` `-le` `-moi`, `a` `-t-il`, `ce jour` `-là`.
  private mutating func emitWithClitics(_ start: Int, _ end: Int) {
    guard let last = text.cliticStart(start, end) else { return emit(start, end, .word) }
    // At most three: donne-le-moi has two.
    let middle = text.cliticStart(start, last) ?? last
    let first = middle < last ? text.cliticStart(start, middle) ?? middle : middle
    emit(start, first, .word)
    if first < middle { emit(first, middle, .clitic) }
    if middle < last { emit(middle, last, .clitic) }
    emit(last, end, .clitic)
  }

  /// The end of a word whose full stop belongs to it, with its kind.
  private mutating func dottedEnd(_ start: Int, _ end: Int) -> (Int, TokenKind)? {
    let letter = text.unit(at: start)
    let isSingle = letter.length == end - start
    if isSingle, letter.kind == .upper, let dotted = text.dottedLettersEnd(start) { return dotted }
    if isSingle, letter.kind == .lower {
      if let latin = text.dottedSmallLettersEnd(start) { return (latin, .abbreviation) }
      if let spaced = text.spacedAbbreviationEnd(start) { return (spaced, .abbreviation) }
    }
    if let domain = domainEnd(start, end) { return (domain, .url) }
    guard let word = ShortWord(bytes, start, end),
      let abbreviation = FrenchTokenRules.Abbreviation(rawValue: rules.abbreviations.value(word))
    else { return nil }
    let after = end + 1
    guard byte(after) != 0x2E else { return nil }  // an ellipsis
    let next = text.nextOnLine(after)
    switch abbreviation {
    case .none: return nil
    case .beforeName:
      if word == .m, letter.kind != .upper { return nil }
      return next.isLetter || next.kind == .digit ? (after, .abbreviation) : nil
    case .ambiguous:
      if word == .av, next.value == 0x4A { return (after, .abbreviation) }  // av. J.-C.
      if isSingle { return next.kind == .digit ? (after, .abbreviation) : nil }
      guard next.length > 0 else { return nil }
      let goesOn = next.kind == .lower || next.kind == .digit || text.isInnerMark(next.value)
      return goesOn ? (after, .abbreviation) : nil
    case .always: return (after, .abbreviation)
    case .weekday: return text.startsDayOfMonth(after) ? (after, .abbreviation) : nil
    }
  }
}
