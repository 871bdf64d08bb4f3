import GlaneTime

extension ResolvedTime {
  /// The value as a report shows it: EDTF, save where that writes a code for a season, a quarter or a half of the year
  /// (`2024-33`), which TIMEX3 writes in letters (`2024-Q1`). An approximate value ends in `~`.
  var readable: String {
    guard let value else { return edtf ?? "?" }
    if let edtf, !value.contains(where: \.isLetter) { return edtf }
    // A decade or a century alone is two or three digits.
    let isYears = value.count < 4 && value.allSatisfy(\.isNumber)
    let text = isYears ? value + String(repeating: "X", count: 4 - value.count) : value
    return isApproximate ? text + "~" : text
  }

  /// Whether the text says "about": a qualifier of EDTF, or a modifier of TIMEX3.
  var isApproximate: Bool {
    edtf?.contains { $0 == "~" || $0 == "%" } == true || timex3.contains { $0.mod == "APPROX" }
  }
}

extension Analysis {
  /// An office with the time it was held, as a reader says it: "alors maire de Paris", "directrice (depuis 2020)".
  func readable(_ function: Entity.Function) -> String {
    (function.status == .then ? "alors " : "") + function.label
      + (function.time.map { " (\(self[$0].text))" } ?? "")
  }
}
