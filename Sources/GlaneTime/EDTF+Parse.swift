extension EDTF {
  /// Reads levels 0, 1 and 2; nil where the text is no EDTF date, or names a day that the calendar lacks.
  public init?(_ text: String) {
    guard text.utf8.count <= 4096, text.allSatisfy(\.isASCII) else { return nil }
    if text.hasPrefix("[") && text.hasSuffix("]") || text.hasPrefix("{") && text.hasSuffix("}") {
      let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      let members = parts.compactMap { Member(EDTF.trimmed($0)) }
      guard members.count == parts.count else { return nil }
      self = text.hasPrefix("[") ? .oneOf(members) : .allOf(members)
      return
    }
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    if sides.count == 2 {
      guard let a = Endpoint(sides[0]), let b = Endpoint(sides[1]) else { return nil }
      if case .date = a {} else if case .date = b {} else { return nil }
      self = .interval(a, b)
      return
    }
    guard sides.count == 1 else { return nil }
    if let t = text.firstIndex(of: "T") {
      let clock = text[text.index(after: t)...]
      guard clock.count >= 8, let zone = EDTF.zone(clock.dropFirst(8)),
        let instant = CivilDateTime(text[...t] + clock.prefix(8))
      else { return nil }
      self = .dateTime(instant, zone: zone)
      return
    }
    guard let date = Date(text) else { return nil }
    self = .date(date)
  }

  private static func trimmed(_ s: Substring) -> Substring {
    var s = s
    while s.first == " " { s.removeFirst() }
    while s.last == " " { s.removeLast() }
    return s
  }

  /// `Z`, `-04`, `+04:30` or nothing.
  private static func zone(_ s: Substring) -> String? {
    if s.isEmpty || s == "Z" { return String(s) }
    guard s.first == "+" || s.first == "-" else { return nil }
    let parts = s.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = digits(parts[0].utf8),
      hours <= 14
    else { return nil }
    if parts.count == 2 {
      guard let minutes = digits(parts[1].utf8), minutes < 60 else { return nil }
    }
    return String(s)
  }
}

extension EDTF.Endpoint {
  fileprivate init?(_ text: Substring) {
    switch text {
    case "": self = .unknown
    case "..": self = .open
    default:
      guard let date = EDTF.Date(text) else { return nil }
      self = .date(date)
    }
  }
}

extension EDTF.Member {
  fileprivate init?(_ text: Substring) {
    guard let dots = text.firstDots else {
      guard let date = EDTF.Date(text) else { return nil }
      self = .date(date)
      return
    }
    let left = text[..<dots.lowerBound]
    let right = text[dots.upperBound...]
    let a = left.isEmpty ? nil : EDTF.Date(left)
    let b = right.isEmpty ? nil : EDTF.Date(right)
    guard (a != nil) != left.isEmpty, (b != nil) != right.isEmpty, a != nil || b != nil else { return nil }
    self = .range(a, b)
  }
}

extension EDTF.Date {
  /// A date without time: `1985-04-12`, `2004-06~-11`, `156X-12-25`, `Y-17E7`, `2001-34`.
  public init?(_ text: some StringProtocol) {
    var reader = Reader(text)
    guard let year = reader.year() else { return nil }
    self.init(year: year)
    guard !reader.atEnd else { return }
    guard !year.isLong, year.significant == nil, reader.hyphen(), let month = reader.component() else { return nil }
    self.month = month
    if !reader.atEnd {
      guard reader.hyphen(), let day = reader.component(), reader.atEnd else { return nil }
      self.day = day
    }
    guard isPossible else { return nil }
  }

  /// Whether the calendar has such a day for some choice of the unspecified digits.
  private var isPossible: Bool {
    guard let month else { return true }
    if let m = month.value {
      guard day == nil ? (1...12 ~= m || 21...41 ~= m) : 1...12 ~= m else { return false }
      guard let d = day?.value else { return day == nil || (day?.digits.first ?? "X") <= "3" || day?.digits == "XX" }
      // A leap year where the year is open.
      return d >= 1 && d <= CivilDate.daysInMonth(m, year: year.value ?? 2000)
    }
    guard let first = month.digits.first, "X012".contains(first) else { return false }
    return day?.value.map { 1...31 ~= $0 } ?? true
  }
}

/// Reads the components of a date from left to right.
private struct Reader {
  private let bytes: [UInt8]
  private var i = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var atEnd: Bool { i == bytes.count }
  private var current: UInt8 { i < bytes.count ? bytes[i] : 0 }

  mutating func hyphen() -> Bool { take("-") }

  private mutating func take(_ c: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: c) else { return false }
    i += 1
    return true
  }

  private mutating func qualifier() -> EDTF.Qualifier? {
    guard let q = EDTF.Qualifier(rawValue: Character(Unicode.Scalar(current))) else { return nil }
    i += 1
    return q
  }

  private mutating func digitRun(_ limit: Int, unspecified: Bool) -> String {
    var run = ""
    while run.utf8.count < limit, (48...57 ~= current) || (unspecified && current == UInt8(ascii: "X")) {
      run.unicodeScalars.append(Unicode.Scalar(current))
      i += 1
    }
    return run
  }

  mutating func year() -> EDTF.Year? {
    let leading = qualifier()
    let long = take("Y")
    let negative = take("-")
    var year = EDTF.Year(digits: digitRun(long ? 18 : 4, unspecified: !long))
    year.leading = leading
    year.isLong = long
    year.isNegative = negative
    guard long ? !year.digits.isEmpty : year.digits.utf8.count == 4 else { return nil }
    if take("E") {
      guard long, let e = Int(digitRun(3, unspecified: false)) else { return nil }
      year.exponent = e
    } else if long, year.digits.utf8.count < 5 {
      return nil
    }
    if take("S") {
      guard let s = Int(digitRun(3, unspecified: false)), s > 0 else { return nil }
      year.significant = s
    }
    // Year zero has no negative.
    if negative, year.digits.allSatisfy({ $0 == "0" }) { return nil }
    year.trailing = qualifier()
    return year
  }

  mutating func component() -> EDTF.Component? {
    let leading = qualifier()
    let run = digitRun(2, unspecified: true)
    guard run.utf8.count == 2 else { return nil }
    return EDTF.Component(run, leading: leading, trailing: qualifier())
  }
}

extension Substring {
  /// Where `..` stands first.
  fileprivate var firstDots: Range<Index>? {
    var i = startIndex
    while i < endIndex {
      let next = index(after: i)
      if self[i] == ".", next < endIndex, self[next] == "." { return i..<index(after: next) }
      i = next
    }
    return nil
  }
}
