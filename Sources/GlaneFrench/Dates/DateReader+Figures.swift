import GlanePatterns
import GlaneText

// What is read once, before and between the stages, so that rules need not look again.
extension DateReader {
  /// Marks, in place of a rule's index, the constituents that the recognisers of numbers look for.
  static let numberMark: Int32 = -2
  static let ordinalMark: Int32 = -3

  /// The tokens that are looked at: nearly every word has no figure in it, no part to play in a date, and starts no phrase.
  static let noted: (marks: UInt64, kinds: UInt32) = (
    TypeMarks.dateRoles, 1 << UInt32(TokenKind.ordinal.rawValue)
  )

  /// Puts numbers, ordinals, clock times and dates in figures on the chart, and lets the rules of dates start only near
  /// a figure or a word of time.
  mutating func readFigures(_ chart: inout Chart, in tokens: Range<Int>) {
    let roles = tables.roles
    let figures = tables.figures
    edgesSeen = chart.edges.count
    let phraseTokens = chart.phraseTokens
    for noted in chart.notedTokens {
      let token = Int(noted)
      var role = chart.dateRole(token)
      let startsPhrase = phrase < phraseTokens.count && phraseTokens[phrase] <= noted
      let first = chart.text.utf8[Int(chart.text.tokens.starts[token])]
      if first >= 48, first <= 57 {
        core.insert(token)
        if startsPhrase { phrase += 1 }
        readFigures(&chart, token, figures)
        continue
      }
      let isMixed = chart.shape(token).isSuperset(of: [.hasDigit, .hasHyphen])
      if isMixed, let year = NumberReader.midYear(chart, token) {
        core.insert(token)
        chart.add(figures[13], token..<token + 1, rule: -1, payload: Int32(year))
      }
      if isMixed, let (day, month) = NumberReader.gluedDayMonth(chart, token) {
        core.insert(token)
        chart.add(figures[9], token..<token + 1, rule: -1, payload: Int32(spans.count))
        spans.append((Int32(day), Int32(month)))
      }
      if chart.shape(token).contains(.hasDigit), !isMixed,
        let (date, end) = NumericDate.readAfterWeekday(chart, token, chart.sentence(of: token).upperBound)
      {
        core.insert(token)
        chart.add(figures[1], token..<end, rule: -1, payload: date.packed)
      }
      if startsPhrase {
        // A phrase that starts here has parts to play as well.
        phrase += 1
        for entry in chart.entries(at: token) { role |= roles[Int(entry.symbol.id)] }
      }
      if role & 2 != 0, chart.entries(at: token).contains(where: { roles[Int($0.symbol.id)] & 2 != 0 && $0.value != 1 })
      {
        core.insert(token)
      }
      if role & 1 != 0 || first == UInt8(ascii: "-") && chart.kind(token) == .number {
        core.insert(token)
      }
      if role & 2 != 0 {
        let limit = chart.sentence(of: token).upperBound
        if let n = NumberReader.words(chart, token, limit, tables.numbers), n.value <= Int(Int32.max) {
          chart.add(figures[10], token..<n.end, rule: Self.numberMark, payload: Int32(n.value))
        }
      }
      if chart.kind(token) == .ordinal { core.insert(token) }
      if role & 4 != 0 || chart.kind(token) == .ordinal { readOrdinal(&chart, token, figures[11]) }
    }
    // A user's rules may start from words that say nothing of time by themselves.
    guard !tables.hasUserRules, !chart.rules.hasWordlessUserRule else { return chart.focus.insertAll() }
    chart.focus.formUnion(core, in: tokens, before: 5)
  }

  /// After the atoms, the constituents that they gave are something to go on as well.
  mutating func focusOnMoments(_ chart: inout Chart, in tokens: Range<Int>) {
    for i in edgesSeen..<chart.edges.count where chart.edges[i].rule >= 0 { core.insert(chart.edges[i].start) }
    chart.focus.formUnion(core, in: tokens, before: 8)
  }

  private mutating func readFigures(_ chart: inout Chart, _ token: Int, _ figures: [Symbol]) {
    let limit = chart.sentence(of: token).upperBound
    if chart.kind(token) == .ordinal { readOrdinal(&chart, token, figures[11]) }
    if chart.kind(token) == .number, let n = NumberReader.digits(chart, token) {
      chart.add(figures[10], token..<n.end, rule: Self.numberMark, payload: Int32(n.value))
      // "1998", "24" before a word: nothing that figures, signs or letters could go on with.
      if n.digits <= 4, NumberReader.standsAlone(chart, token) { return }
    }
    func add(_ symbol: Int, _ tokens: Range<Int>, _ a: Int, _ b: Int) {
      chart.add(figures[symbol], tokens, rule: -1, payload: Int32(spans.count))
      spans.append((Int32(truncatingIfNeeded: a), Int32(truncatingIfNeeded: b)))
    }
    if let (from, to, end) = ClockTime.readSpan(chart, token, limit) {
      add(4, token..<end, Int(from.packed), Int(to.packed))
    }
    if let (amount, unit) = NumberReader.glued(chart, token) { add(6, token..<token + 1, amount, unit.rank) }
    if let (amount, unit) = NumberReader.primed(chart, token, limit) { add(7, token..<token + 2, amount, unit.rank) }
    if let (day, month) = NumberReader.gluedDayMonth(chart, token) { add(9, token..<token + 1, day, month) }
    if let (date, time, end) = NumericDate.readInstant(chart, token, limit) {
      add(8, token..<end, Int(date.packed), Int(time.packed))
    }
    if let (first, second, end) = NumberReader.pair(chart, token, limit) { add(5, token..<end, first, second) }
    if let (from, to, end) = NumericDate.readSpan(chart, token, limit) {
      add(12, token..<end, Int(from.packed), Int(to.packed))
    }
    if let (time, end) = ClockTime.read(chart, token, limit) {
      chart.add(figures[0], token..<end, rule: -1, payload: time.packed)
    }
    if let (date, end) = NumericDate.read(chart, token, limit, loose: false) {
      let symbol = figures[date.isDayMonth && !date.looksLikeDate ? 3 : 1]
      chart.add(symbol, token..<end, rule: -1, payload: date.packed)
    } else if let (date, end) = NumericDate.read(chart, token, limit, loose: true) {
      chart.add(figures[2], token..<end, rule: -1, payload: date.packed)
    }
  }

  private func readOrdinal(_ chart: inout Chart, _ token: Int, _ symbol: Symbol) {
    guard let n = NumberReader.ordinal(chart, token, tables.numbers), n <= 10_000 else { return }
    chart.add(symbol, token..<token + 1, rule: Self.ordinalMark, payload: Int32(n))
  }
}

extension Chart {
  /// The number that the recognisers' marks give at a token, with the token after it.
  func marked(_ mark: Int32, at token: Int, limit: Int) -> (value: Int, end: Int)? {
    var e = firstEdge(at: token)
    while e >= 0 {
      let edge = edges[Int(e)]
      if edge.rule == mark, edge.end <= limit { return (Int(edge.payload), edge.end) }
      e = edge.next
    }
    return nil
  }
}
