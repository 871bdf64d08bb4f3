import GlanePatterns
import GlaneText

// What the rest of the document says.
extension NameScoring {
  /// A name that one place of the document proves is the same thing where it stands again; a person's last name alone is
  /// the person.
  func settle(_ candidates: inout [NameCandidate], _ chart: borrowing Chart) {
    var proved = HashMap<SIMD8<Float>>(minimumCapacity: candidates.count)
    var things: Set<UInt64> = []
    var lastNames = HashMap<Float>(minimumCapacity: candidates.count / 2)
    var acronyms: Set<UInt64> = []
    for (i, c) in candidates.enumerated() {
      guard c.score >= 3, c.margin >= 1.5 else { continue }
      if c.wholeHash != 0 {
        var sums = proved[c.wholeHash] ?? .zero
        sums[c.best.rawValue] += min(c.margin, 4)
        proved[c.wholeHash] = sums
      }
      if c.best == .person, c.tokens.count > 1, c.lastHash != 0 {
        lastNames[c.lastHash] = max(lastNames[c.lastHash] ?? 0, min(c.margin, 4))
      }
      if c.best == .person, c.tokens.count > 2, c.firstNames > 0, c.firstNames < c.tokens.count - 1 {
        var rest: UInt64 = 0
        for t in c.tokens.dropFirst(c.firstNames) { rest = rest &* 31 &+ words.hashes[t] }
        lastNames[rest] = max(lastNames[rest] ?? 0, min(c.margin, 4))
      }
      // Organisation of several words with its letters in brackets.
      if c.best == .organization, let next = candidates[(i + 1)...].first(where: { !$0.isNested }),
        next.tokens.count == 1,
        next.tokens.lowerBound == c.tokens.upperBound + 1, word(c.tokens.upperBound, chart) == "("
      {
        acronyms.insert(next.wholeHash)
      }
    }
    for c in candidates where c.ruleIndex < 0 && c.wholeHash != 0 && lastNames[c.wholeHash] == nil {
      let t = c.tokens.lowerBound
      guard t > 0, thingValue(t - 1, chart) == 1 else { continue }
      things.insert(c.wholeHash)
    }
    for i in candidates.indices where candidates[i].ruleIndex < 0 && !candidates[i].isNested {
      // "Le porte-avions Charles-de-Gaulle … Le Charles-de-Gaulle"
      if things.contains(candidates[i].wholeHash) {
        candidates[i].scores -= SIMD8<Float>(repeating: 6)
        continue
      }
      if let sums = proved[candidates[i].wholeHash] {
        for k in 0..<5 { candidates[i].scores[k] += min(sums[k], 6) * (candidates[i].margin < 2 ? 0.7 : 0.35) }
      }
      if let weight = lastNames[candidates[i].wholeHash], weight > 0 { candidates[i][.person] += weight }
      if acronyms.contains(candidates[i].wholeHash) { candidates[i][.organization] += 4 }
    }
  }
}
