import GlanePatterns
import GlaneText
import GlaneTime

/// Numbers as French writes them, read off a chart: digits, words, ordinals, Roman numerals.
struct NumberReader: ~Copyable {
  /// A number and the token after it.
  struct Number {
    var value: Int
    var end: Int
    /// Digits as written, 0 for words: "08" has two.
    var digits = 0
  }

  /// The lists that name numbers.
  struct Lists: Sendable {
    let word: Symbol?
    let multiplier: Symbol?
    let ordinal: Symbol?
    let first: Symbol?

    init(_ rules: RuleSet) {
      word = rules.list("number-word")
      multiplier = rules.list("number-multiplier")
      ordinal = rules.list("ordinal-word")
      first = rules.list("first")
    }
  }

  /// Whether no figure, sign or letter stands behind a number with which a clock time, a date or a pair could go on: most do
  /// stand so, and need not be read in all these ways.
  static func standsAlone(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let start = Int(chart.text.tokens.ends[token])
    return chart.text.utf8.withUnsafeBufferPointer { utf8 in
      var i = start
      func at(_ k: Int) -> UInt8 { k < utf8.count ? utf8[k] : 0 }
      func skipSpaces() {
        while true {
          if at(i) == 32 {
            i += 1
          } else if at(i) == 0xC2, at(i + 1) == 0xA0 {
            i += 2
          } else if at(i) == 0xE2, at(i + 1) == 0x80, at(i + 2) == 0xAF {
            i += 3
          } else {
            return
          }
        }
      }
      func isSmall(_ b: UInt8) -> Bool { (b | 0x20) &- 97 < 26 }
      skipSpaces()
      switch at(i) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        return false
      case UInt8(ascii: "."), UInt8(ascii: ","):
        i += 1
        skipSpaces()
        return !(48...57 ~= at(i))
      // 14 h, but not "24 heures"; 3 am, 3 a.m., 3p, but not "12 avril".
      case UInt8(ascii: "h"), UInt8(ascii: "H"): return isSmall(at(i + 1)) || at(i + 1) >= 0xC3 && at(i + 1) < 0xE0
      case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "p"), UInt8(ascii: "P"):
        return isSmall(at(i + 1)) && at(i + 1) | 0x20 != UInt8(ascii: "m")
      case 0xE2: return false  // dashes, primes
      default: return true
      }
    }
  }

  static func bytes<R>(_ chart: borrowing Chart, _ token: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let start = Int(chart.text.tokens.starts[token])
    let end = Int(chart.text.tokens.ends[token])
    return chart.text.utf8.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Digits alone, with groups ("12 000") but no decimals.
  static func digits(_ chart: borrowing Chart, _ token: Int) -> Number? {
    bytes(chart, token) { utf8 in
      var n = 0
      var count = 0
      for b in utf8 {
        if b >= 48, b <= 57 {
          n = n * 10 + Int(b - 48)
          count += 1
          if count > 9 { return nil }
        } else if b == UInt8(ascii: ",") || b == UInt8(ascii: ".") || b == UInt8(ascii: "-") || b == UInt8(ascii: ":")
          || b == UInt8(ascii: "/")
        {
          return nil
        } else if b < 0x80, b != 32 {
          return nil
        }
      }
      return count > 0 ? Number(value: n, end: token + 1, digits: count) : nil
    }
  }

  /// "3heures", "21m": an amount in thousandths with its unit in one token.
  static func glued(_ chart: borrowing Chart, _ token: Int) -> (Int, CalendarUnit)? {
    guard chart.kind(token) == .word else { return nil }
    // "12h12:99s" is a clock time gone wrong, and holds no length.
    let start = Int(chart.text.tokens.starts[token])
    if start > 0, chart.text.utf8[start - 1] == UInt8(ascii: ":") { return nil }
    return bytes(chart, token) { utf8 -> (Int, CalendarUnit)? in
      var n = 0
      var i = 0
      while i < utf8.count, i < 4, utf8[i] >= 48, utf8[i] <= 57 {
        n = n * 10 + Int(utf8[i] - 48)
        i += 1
      }
      if i < utf8.count, utf8[i] == UInt8(ascii: "-") { i += 1 }
      guard i > 0, i < utf8.count, utf8.count - i <= 8 else { return nil }
      let unit: CalendarUnit
      switch String(decoding: utf8[i...], as: UTF8.self) {
      case "s", "sec", "secs", "seconde", "secondes": unit = .second
      case "mn", "min", "mins", "minute", "minutes": unit = .minute
      case "h", "hr", "hrs", "heure", "heures": unit = .hour
      case "j", "jour", "jours": unit = .day
      case "semaine", "semaines": unit = .week
      case "mois": unit = .month
      case "an", "ans": unit = .year
      default: return nil
      }
      return (n * 1000, unit)
    }
  }

  /// "15juin", "1-Jan", "Jan-1": a day with its month in one token.
  static func gluedDayMonth(_ chart: borrowing Chart, _ token: Int) -> (Int, Int)? {
    guard chart.kind(token) == .word else { return nil }
    return bytes(chart, token) { utf8 -> (Int, Int)? in
      guard 4...13 ~= utf8.count else { return nil }
      func isDigit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
      let figures: Slice<UnsafeBufferPointer<UInt8>>
      let letters: Slice<UnsafeBufferPointer<UInt8>>
      if isDigit(utf8[0]) {
        figures = utf8.prefix(while: isDigit)
        let rest = utf8[figures.endIndex...]
        letters = rest.first == UInt8(ascii: "-") ? rest.dropFirst() : rest
      } else {
        // The month first only with a hyphen, as tables and mail headers write it.
        guard let hyphen = utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        letters = utf8[..<hyphen]
        figures = utf8[(hyphen + 1)...]
      }
      guard 1...2 ~= figures.count, figures.allSatisfy(isDigit) else { return nil }
      let day = figures.reduce(0) { $0 * 10 + Int($1 - 48) }
      guard 1...31 ~= day else { return nil }
      let isShort = letters.count < 5
      let name = String(decoding: letters, as: UTF8.self).lowercased()
      guard name.utf8.count >= 3,
        let month = monthNames.firstIndex(where: { isShort ? $0.hasPrefix(name) : $0 == name })
      else { return nil }
      // "jui" and "ju" fit two months.
      if isShort, monthNames.filter({ $0.hasPrefix(name) }).count > 1 { return nil }
      return (day, month + 1)
    }
  }

  /// "mi-2024"
  static func midYear(_ chart: borrowing Chart, _ token: Int) -> Int? {
    bytes(chart, token) { utf8 in
      guard utf8.count == 7, utf8[0] | 0x20 == UInt8(ascii: "m"), utf8[1] | 0x20 == UInt8(ascii: "i"),
        utf8[2] == UInt8(ascii: "-"), utf8[3...].allSatisfy({ $0 >= 48 && $0 <= 57 })
      else { return nil }
      let year = utf8[3...].reduce(0) { $0 * 10 + Int($1 - 48) }
      return 1500...2100 ~= year ? year : nil
    }
  }

  private static let monthNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  /// "2'", "1\"": minutes and seconds, as stopwatches write them.
  static func primed(_ chart: borrowing Chart, _ token: Int, _ limit: Int) -> (Int, CalendarUnit)? {
    guard token + 1 < limit, chart.shape(token + 1).contains(.glued),
      chart.kind(token + 1) == .punctuation, let n = digits(chart, token), n.digits <= 3
    else { return nil }
    let unit = bytes(chart, token + 1) { utf8 -> CalendarUnit? in
      switch String(decoding: utf8, as: UTF8.self) {
      case "'", "’", "′": .minute
      case "\"", "″", "''": .second
      default: nil
      }
    }
    return unit.map { (n.value * 1000, $0) }
  }

  /// Two whole numbers with a hyphen, a dash or a slash between them, and no more: "1914-1918", "13-15", "10 – 22".
  static func pair(_ chart: borrowing Chart, _ token: Int, _ limit: Int) -> (Int, Int, end: Int)? {
    let start = Int(chart.text.tokens.starts[token])
    let found = chart.text.utf8.withUnsafeBufferPointer { utf8 -> (Int, Int, Int)? in
      var i = start
      func number() -> Int? {
        let from = i
        var n = 0
        while i < utf8.count, utf8[i] >= 48, utf8[i] <= 57, i - from < 5 {
          n = n * 10 + Int(utf8[i] - 48)
          i += 1
        }
        return i > from && i - from < 5 ? n : nil
      }
      guard let first = number() else { return nil }
      let spaced = i < utf8.count && utf8[i] == 32
      if spaced { i += 1 }
      guard i < utf8.count else { return nil }
      if utf8[i] == UInt8(ascii: "-") || utf8[i] == UInt8(ascii: "/") {
        i += 1
      } else if i + 2 < utf8.count, utf8[i] == 0xE2, utf8[i + 1] == 0x80, utf8[i + 2] == 0x93 || utf8[i + 2] == 0x94 {
        i += 3
      } else {
        return nil
      }
      if spaced {
        guard i < utf8.count, utf8[i] == 32 else { return nil }
        i += 1
      }
      guard let second = number() else { return nil }
      return (first, second, i)
    }
    guard let (first, second, end) = found, let last = tokenEnding(chart, at: end, from: token, limit) else {
      return nil
    }
    return (first, second, last + 1)
  }

  /// "vingt-deux", "cent trois", "mille neuf cent quatorze", "deux mille dix".
  static func words(_ chart: borrowing Chart, _ start: Int, _ limit: Int, _ lists: Lists) -> Number? {
    guard let list = lists.word, let multiplier = lists.multiplier else { return nil }
    var total = 0
    var group = 0
    var hasGroup = false
    var token = start
    // Hundreds, then a number below a hundred, then perhaps "mille" and the same again.
    while token < limit {
      if let entry = longest(chart, list, token, limit) {
        // "deux trois" is no number: a number below a hundred ends its group.
        guard !hasGroup || group >= 100 && group % 100 == 0 else { break }
        group += Int(entry.value)
        hasGroup = true
        token += Int(entry.length)
      } else if let entry = chart.entry(multiplier, at: token) {
        if entry.value == 100 {
          guard group < 20 else { break }
          group = max(group, 1) * 100
          hasGroup = true
        } else {
          guard total == 0, entry.value == 1000 else { break }
          total = max(group, 1) * 1000
          group = 0
          hasGroup = false
        }
        token += 1
      } else {
        break
      }
    }
    return token > start ? Number(value: total + group, end: token) : nil
  }

  private static func longest(
    _ chart: borrowing Chart, _ symbol: Symbol, _ token: Int, _ limit: Int
  ) -> Chart.Entry? {
    var best: Chart.Entry?
    for entry in chart.entries(at: token)
    where entry.symbol == symbol && token + Int(entry.length) <= limit && entry.length > (best?.length ?? 0) {
      best = entry
    }
    return best
  }

  /// An amount in thousandths: "3", "3,5", "12.5", "trois".
  static func quantity(_ chart: borrowing Chart, _ token: Int, _ limit: Int) -> Number? {
    guard chart.kind(token) == .number else {
      return chart.marked(DateReader.numberMark, at: token, limit: limit)
        .map { Number(value: $0.value * 1000, end: $0.end) }
    }
    return bytes(chart, token) { utf8 in
      var whole = 0
      var count = 0
      var i = 0
      while i < utf8.count, utf8[i] != UInt8(ascii: ","), utf8[i] != UInt8(ascii: ".") {
        if utf8[i] >= 48, utf8[i] <= 57 {
          whole = whole * 10 + Int(utf8[i] - 48)
          count += 1
          if count > 6 { return nil }
        } else if utf8[i] < 0x80, utf8[i] != 32 {
          return nil
        }
        i += 1
      }
      var thousandths = whole * 1000
      if i < utf8.count {
        var scale = 100
        i += 1
        guard i < utf8.count else { return nil }
        while i < utf8.count {
          guard utf8[i] >= 48, utf8[i] <= 57 else { return nil }
          thousandths += Int(utf8[i] - 48) * scale
          scale /= 10
          i += 1
        }
      }
      return count > 0 ? Number(value: thousandths, end: token + 1, digits: count) : nil
    }
  }

  /// A Roman numeral in capitals, strictly written (XIX, not XVIIII), at most 3999.
  static func roman(_ utf8: some Collection<UInt8>) -> Int? {
    guard !utf8.isEmpty, utf8.count <= 15 else { return nil }
    // Digit by digit, from the thousands down: each has one way to be written.
    var rest = utf8[...]
    var total = 0
    for (one, five, ten, value) in [
      (UInt8(ascii: "M"), UInt8(0), UInt8(0), 1000), (UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "M"), 100),
      (UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"), 10),
      (UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), 1),
    ] {
      func take(_ letters: UInt8...) -> Bool {
        guard rest.starts(with: letters) else { return false }
        rest = rest.dropFirst(letters.count)
        return true
      }
      if value < 1000, take(one, ten) {
        total += 9 * value
      } else if value < 1000, take(one, five) {
        total += 4 * value
      } else {
        if value < 1000, take(five) { total += 5 * value }
        var ones = 0
        while ones < 3, take(one) { ones += 1 }
        total += ones * value
      }
    }
    return rest.isEmpty && total > 0 ? total : nil
  }

  /// The number of an ordinal token: digits or a Roman numeral before the ending.
  static func ordinal(_ chart: borrowing Chart, _ token: Int, _ lists: Lists) -> Int? {
    if let entry = lists.ordinal.flatMap({ chart.entry($0, at: token) }) { return Int(entry.value) }
    if let entry = lists.first.flatMap({ chart.entry($0, at: token) }) { return Int(entry.value) }
    guard chart.kind(token) == .ordinal else { return nil }
    return bytes(chart, token) { utf8 in
      var n = 0
      var i = 0
      while i < utf8.count, i < 4, utf8[i] >= 48, utf8[i] <= 57 {
        n = n * 10 + Int(utf8[i] - 48)
        i += 1
      }
      if i > 0 { return n }
      let capitals = utf8.prefix { (65...90).contains($0) }
      return roman(capitals)
    }
  }
}
