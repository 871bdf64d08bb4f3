/// Words and what hangs on them: runs of letters, clitics, full stops that belong to a word.
extension TokenReader {
  /// The end of the letters, digits and marks that start at `i`.
  func runEnd(_ i: Int) -> Int {
    var end = i
    var j = i
    while j < bytes.count {
      let b = bytes[j]
      if b < 0x80 {
        guard (b | 0x20) &- 0x61 < 26 || b &- 0x30 < 10 || b == 0x5F else { break }
        j += 1
        end = j
        continue
      }
      let unit = unit(at: j)
      switch unit.kind {
      case .upper, .lower, .letter, .digit, .mark:
        if unit.value == 0x2BC { return end }
        j += unit.length
        end = j
      case .number where unit.value < 0x2090:  // superscripts and subscripts: m², CO₂
        j += unit.length
        end = j
      case .format: j += unit.length  // inside a word alone: what follows decides
      default: return end
      }
    }
    return end
  }

  @inline(__always)
  func startsWord(at i: Int) -> Bool {
    guard i < bytes.count else { return false }
    let b = bytes[i]
    if b < 0x80 { return (b | 0x20) &- 0x61 < 26 || b &- 0x30 < 10 }
    let unit = unit(at: i)
    return unit.isLetter || unit.kind == .digit
  }

  /// Whether the elided word keeps what follows: quelqu'un, c'est-à-dire, presqu'île, l'on, N'Djamena.
  func staysWhole(_ prefix: ShortWord, _ next: Int) -> Bool {
    let kind = rules.pointee.keepsElided.value(prefix)
    guard kind != 0 else { return false }
    let end = runEnd(next)
    guard let word = ShortWord(bytes, next, end), rules.pointee.keptAfter.value(word) == kind else { return false }
    // With an accent (l'Ōn) it is another word.
    if word == .on, end - next > 2 { return false }
    if word == .djamena, bytes[next] >= 0x80 { return false }
    guard word == .est else { return true }
    var i = end
    for part in [ShortWord.a, .dire] {
      let hyphen = hyphenLength(at: i)
      guard hyphen > 0 else { return false }
      let end = runEnd(i + hyphen)
      guard ShortWord(bytes, i + hyphen, end) == part else { return false }
      i = end
    }
    return true
  }

  /// Where the clitic at the end of `start..<end` starts (its hyphen), if there is one.
  func cliticStart(_ start: Int, _ end: Int) -> Int? {
    guard let hyphen = lastHyphen(start, end) else { return nil }
    guard let word = ShortWord(bytes, hyphen.end, end) else { return nil }
    let kind = rules.pointee.clitics.value(word)
    guard kind != 0 else { return nil }
    // A capital makes a name (Sains-Les), unless all is in capitals (A-T-IL).
    if bytes[hyphen.end] &- 0x41 < 26, !(bytes[hyphen.start - 1] &- 0x41 < 26) { return nil }
    var base = start
    if let before = lastHyphen(start, hyphen.start) {
      base = before.end
      if let middle = ShortWord(bytes, before.end, hyphen.start) {
        if middle == .t, kind == 1 { return before.start }
        // garde-à-vous, va-et-vient: what an "à" or "et" binds is a noun.
        if rules.pointee.binders.value(middle) != 0 { return nil }
      }
    }
    // rendez-vous, celui-ci, jusque-là are one word.
    if let word = ShortWord(bytes, base, hyphen.start), rules.pointee.notInverted.value(word) == kind { return nil }
    return hyphen.start
  }

  func lastHyphen(_ start: Int, _ end: Int) -> (start: Int, end: Int)? {
    var i = end - 1
    // A clitic has at most five letters; accents may double its bytes.
    let floor = max(start + 1, end - 16)
    while i >= floor {
      if bytes[i] == 0x2D { return (i, i + 1) }
      if bytes[i] == 0xE2, hyphenLength(at: i) == 3 { return (i, i + 3) }
      i -= 1
    }
    return nil
  }

  /// `traité(e)`, `AUTRE(S)`: the end after the closing bracket.
  func optionalEndingEnd(_ open: Int) -> Int? {
    let end = runEnd(open + 1)
    guard byte(end) == 0x29, end > open + 1, let word = ShortWord(bytes, open + 1, end) else { return nil }
    return rules.pointee.optionalEndings.value(word) != 0 ? runEnd(end + 1) : nil
  }

  /// `R&D`, `km/h`, `IIb/IIIa`: the end of what & or / joins.
  func joinedEnd(_ start: Int, _ end: Int) -> Int? {
    guard startsWord(at: end + 1) else { return nil }
    let next = runEnd(end + 1)
    if byte(end) == 0x26 {
      return bytes[end - 1] &- 0x41 < 26 && bytes[end + 1] &- 0x41 < 26 ? next : nil
    }
    if let first = ShortWord(bytes, start, end), let second = ShortWord(bytes, end + 1, next) {
      if first == .km || first == .m, second == .h || second == .s { return next }
    }
    return nil
  }

  /// `Ier`, `Ve`, `XIXe`, `XXIèmes`: a numeral that ends with I, V or X; so not `Le`, `Ce`, `Des`, `MMes`.
  func isRomanOrdinal(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, isRomanLetter(bytes[i]) { i += 1 }
    guard i > start, i < end, bytes[i] == 0x65 || bytes[i] == 0x72 || bytes[i] == 0xC3 else { return false }
    let last = bytes[i - 1]
    guard last == 0x49 || last == 0x56 || last == 0x58, let ending = ShortWord(bytes, i, end) else { return false }
    let isOne = i == start + 1 && last == 0x49
    return rules.pointee.ordinals.value(ending) == (isOne ? 2 : 1)
  }

  /// I, V, X, L, C, D, M.
  func isRomanLetter(_ b: UInt8) -> Bool {
    b &- 0x43 < 22 && (0x28_0643 as UInt32) >> UInt32(b &- 0x43) & 1 != 0
  }

  // MARK: - Full stops

  /// Bounds what is read ahead before a reading is given up: the time stays linear.
  static let maxDottedLetters = 32
  static let maxDottedSmallLetters = 4

  /// , ; : )
  func isInnerMark(_ value: UInt32) -> Bool { value == 0x2C || value == 0x3B || value == 0x3A || value == 0x29 }

  /// `J.`, `J.-P.`, `S.N.C.F.`, `O.N.U`: capitals with full stops between them.
  func dottedLettersEnd(_ start: Int) -> (Int, TokenKind)? {
    var end = start
    var letters = 0
    var hyphens = 0
    while letters < Self.maxDottedLetters {
      let letter = unit(at: end)
      guard letter.kind == .upper else { break }
      var next = end + letter.length
      // Ch., Ph. and the like as parts of a compound initial: J.-Ch.
      if hyphens > 0, byte(next) &- 0x61 < 26, byte(next + 1) == 0x2E { next += 1 }
      guard byte(next) == 0x2E else {
        // The last letter may go without its full stop: O.N.U
        if letters > 0, hyphens == 0, !startsWord(at: next), byte(next) != 0x27 { return (next, .acronym) }
        if letters > 0 { break }
        return nil
      }
      end = next + 1
      letters += 1
      if byte(end) == 0x2D, unit(at: end + 1).kind == .upper {
        end += 1
        hyphens += 1
      }
    }
    if byte(end - 1) == 0x2D { end -= 1 }
    if byte(end) == 0x2E {  // an ellipsis: J...
      return letters > 1 ? (end - 1, .acronym) : nil
    }
    if letters > 1 { return (end, hyphens > 0 ? .initial : .acronym) }
    let next = nextOnLine(end)
    if bytes[start] == 0x4D, end - start == 2 {
      return next.isLetter ? (end, .abbreviation) : nil
    }
    return next.kind == .upper && !isOpener(after: end) ? (end, .initial) : nil
  }

  /// Whether a function word with a capital follows, then a small letter: "Mac OS X. Une version", not "J. Le Goff".
  func isOpener(after i: Int) -> Bool {
    var start = i
    while byte(start) == 0x20 { start += 1 }
    let end = runEnd(start)
    guard end - start <= 12, let word = ShortWord(bytes, start, end), rules.pointee.openers.value(word) != 0 else {
      return false
    }
    return nextOnLine(end).kind == .lower
  }

  /// `c.-à-d.`, `a.m.`, `p.c.`: small letters, each with its full stop.
  func dottedSmallLettersEnd(_ start: Int) -> Int? {
    var end = start
    var letters = 0
    while letters < Self.maxDottedSmallLetters {
      let letter = unit(at: end)
      guard letter.kind == .lower else { break }
      let next = end + letter.length
      if byte(next) == 0x2E {
        end = next + 1
      } else if letters > 0, hyphenLength(at: next) > 0 {
        end = next
      } else {
        break
      }
      letters += 1
      end += hyphenLength(at: end)
    }
    guard letters > 1, byte(end - 1) == 0x2E else { return nil }
    return end
  }

  /// The class of what follows on the same line after blanks.
  func nextOnLine(_ i: Int) -> Unit {
    var j = i
    while j < bytes.count {
      let unit = unit(at: j)
      guard unit.value == 0x20 || unit.value == 0x9 || unit.value == 0xA0 || unit.value == 0x202F else { return unit }
      j += unit.length
    }
    return .end
  }
}
