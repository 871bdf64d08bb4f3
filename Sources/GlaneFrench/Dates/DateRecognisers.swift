import GlanePatterns
import GlaneText

/// What rules call `<int>`, `<day>`, `<year>` …: numbers, recognised by code.
enum DateRecognisers {
  /// All take what a number's or an ordinal's constituent takes, or one token.
  static let all: [Recogniser] = [
    // <int 1 31>: a whole number between two bounds, in digits or words.
    Recogniser("int", kinds: [.number], lists: ["number-word", "number-multiplier"]) { chart, token, limit, arguments in
      guard let n = chart.marked(DateReader.numberMark, at: token, limit: limit), arguments.bounds ~= n.value else {
        return nil
      }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <digits 1 31>: the same in digits alone.
    Recogniser("digits", kinds: [.number]) { chart, token, _, arguments in
      guard let n = NumberReader.digits(chart, token), arguments.bounds ~= n.value else { return nil }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <quantity>: an amount in thousandths, with decimals.
    Recogniser("quantity", kinds: [.number], lists: ["number-word", "number-multiplier"]) { chart, token, limit, _ in
      guard let n = NumberReader.quantity(chart, token, limit), n.value > 0, n.value < 2_000_000_000 else { return nil }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <day>: 1 to 31, "1er", "premier", "vingt et un"; up to 99 in two digits, so that "32 août" is seen and refused.
    Recogniser("day", kinds: [.number, .ordinal], lists: ["number-word", "first"]) { chart, token, limit, _ in
      if let n = chart.marked(DateReader.ordinalMark, at: token, limit: limit) {
        // "le 2e", as it is typed, but not "le IIe".
        let first = chart.text.utf8[Int(chart.text.tokens.starts[token])]
        guard 1...31 ~= n.value, n.value == 1 || first >= 48 && first <= 57 else { return nil }
        return .init(end: n.end, value: Int32(n.value))
      }
      guard let n = chart.marked(DateReader.numberMark, at: token, limit: limit), 1...99 ~= n.value,
        chart.kind(token) != .number
          || chart.text.tokens.ends[token] - chart.text.tokens.starts[token] <= 2
      else { return nil }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <ordinal 1 31>: "2e", "deuxième", "XIXe", "Ier".
    Recogniser("ordinal", kinds: [.ordinal], lists: ["ordinal-word", "first"]) { chart, token, limit, arguments in
      guard let n = chart.marked(DateReader.ordinalMark, at: token, limit: limit), arguments.bounds ~= n.value else {
        return nil
      }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <negative>: a year before our era by its sign: -190.
    Recogniser("negative", kinds: [.number]) { chart, token, _, _ in
      let n = NumberReader.bytes(chart, token) { utf8 -> Int? in
        guard utf8.first == UInt8(ascii: "-"), 2...5 ~= utf8.count else { return nil }
        return digits(utf8.dropFirst())
      }
      return n.flatMap { $0 > 0 ? .init(end: token + 1, value: Int32(-$0)) : nil }
    },
    // <roman 1 39>: a Roman numeral alone. Starts no rule: every capital would have to be looked at.
    Recogniser("roman") { chart, token, _, arguments in
      let n = NumberReader.bytes(chart, token) { utf8 -> Int? in
        // One look at the first byte settles nearly every word.
        switch utf8[0] {
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"),
          UInt8(ascii: "M"), UInt8(ascii: "D"):
          NumberReader.roman(utf8)
        default: nil
        }
      }
      guard let n, arguments.bounds ~= n else { return nil }
      return .init(end: token + 1, value: Int32(n))
    },
    // <year>: four digits from 1000 to 2999, or "mille neuf cent quatorze", "deux mille dix".
    Recogniser("year", kinds: [.number], lists: ["number-word", "number-multiplier"]) { chart, token, limit, _ in
      if chart.kind(token) == .number {
        let length = Int(chart.text.tokens.ends[token]) - Int(chart.text.tokens.starts[token])
        guard length == 4, let n = NumberReader.digits(chart, token), 1000...2999 ~= n.value else { return nil }
        return .init(end: n.end, value: Int32(n.value))
      }
      guard let n = chart.marked(DateReader.numberMark, at: token, limit: limit), 1000...2999 ~= n.value else {
        return nil
      }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <singular>: a small word that is no plural, by its ending. Starts no rule.
    Recogniser("singular") { chart, token, limit, _ in
      guard token < limit, chart.shape(token).isAllLower, chart.kind(token) == .word,
        chart.text.tokens.ends[token] - chart.text.tokens.starts[token] > 3
      else { return nil }
      switch chart.text.utf8[Int(chart.text.tokens.ends[token]) - 1] {
      case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "m"): return nil
      default: return .init(end: token + 1, value: 0)
      }
    },
    // <recent-year>: four digits from 1500 to 2100: what a bare number is taken for where nothing else tells.
    Recogniser("recent-year", kinds: [.number]) { chart, token, _, _ in
      fourDigits(chart, token, 1500...2100).map { .init(end: token + 1, value: Int32($0)) }
    },
    // <decade>: four digits, the last a 0.
    Recogniser("decade", kinds: [.number]) { chart, token, _, _ in
      guard let n = fourDigits(chart, token, 1000...2990), n % 10 == 0 else { return nil }
      return .init(end: token + 1, value: Int32(n))
    },
    // <short-decade>: two digits, the last a 0.
    Recogniser("short-decade", kinds: [.number]) { chart, token, _, _ in
      guard let n = NumberReader.digits(chart, token), n.digits == 2, n.value % 10 == 0 else { return nil }
      return .init(end: n.end, value: Int32(n.value))
    },
    // <short-year>: exactly two digits.
    Recogniser("short-year", kinds: [.number]) { chart, token, _, _ in
      guard let n = NumberReader.digits(chart, token), n.digits == 2 else { return nil }
      return .init(end: n.end, value: Int32(n.value))
    },
  ]

  private static func digits(_ utf8: some Sequence<UInt8>) -> Int? {
    var n = 0
    for b in utf8 {
      guard b >= 48, b <= 57 else { return nil }
      n = n * 10 + Int(b - 48)
    }
    return n
  }

  private static func fourDigits(_ chart: borrowing Chart, _ token: Int, _ range: ClosedRange<Int>) -> Int? {
    let length = Int(chart.text.tokens.ends[token]) - Int(chart.text.tokens.starts[token])
    guard length == 4, let n = NumberReader.digits(chart, token), range ~= n.value else { return nil }
    return n.value
  }
}
