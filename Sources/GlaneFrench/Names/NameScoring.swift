import GlanePatterns
import GlaneText

/// Weighs what a run of capitalised words is: its own words, what stands beside it, then what the rest of the document says.
///
/// Weights add up per type; each says how much likelier the type gets (a unit is about a factor of two). Nothing is learnt from
/// a corpus: the weights are judged, and the tests hold them.
struct NameScoring {
  typealias Marks = NameLexicon.Marks
  let lexicon: NameLexicon
  let words: NameTokens
  /// By token: the office or title that ends before it.
  let roleEnds: [Int32]
  /// By token: the office that starts there.
  let roleStarts: [Int32]
  let roles: [NameRole]

  init(lexicon: NameLexicon, words: NameTokens, roles: [NameRole], count: Int) {
    self.lexicon = lexicon
    self.words = words
    self.roles = roles
    var ends = [Int32](repeating: -1, count: count + 1)
    var starts = [Int32](repeating: -1, count: count + 1)
    for (i, r) in roles.enumerated() {
      ends[r.tokens.upperBound] = Int32(i)
      if starts[r.tokens.lowerBound] < 0 { starts[r.tokens.lowerBound] = Int32(i) }
    }
    roleEnds = ends
    roleStarts = starts
  }

  /// Weighs every candidate by itself and its neighbours.
  func weigh(_ candidates: inout [NameCandidate], _ chart: borrowing Chart) {
    for i in candidates.indices {
      var c = candidates[i]
      if c.ruleIndex < 0, !c.isNested {
        if c.source == .run { weighWords(&c, chart) }
        weighLeft(&c, chart)
        weighRight(&c, chart)
        weighQuoted(&c, chart)
        if i > 0 { weighNeighbour(&c, candidates[candidates[i - 1].isNested && i > 1 ? i - 2 : i - 1], chart) }
      }
      candidates[i] = c
    }
    // "Vielha et Ordino-Arcalis": what is known may stand behind.
    guard var right = candidates.indices.last else { return }
    for i in candidates.indices.dropLast().reversed() where !candidates[i].isNested {
      let (t, end) = (candidates[i].tokens.lowerBound, candidates[i].tokens.upperBound)
      // "le ministre de la Marine, François Arago": what an office names is no item of a list.
      if candidates[i].source == .run, candidates[i].score < 3, candidates[right].score >= 2, roleEnds[end] < 0,
        candidates[i].tokens.count > 1 || words.classes[t].isEmpty
      {
        let gap = candidates[i].tokens.upperBound..<candidates[right].tokens.lowerBound
        let isLink = gap.count == 1 && Self.links.contains(chart.word(gap.lowerBound))
        if isLink, chart.sentence(of: candidates[i].tokens.lowerBound).contains(gap.lowerBound) {
          candidates[i][candidates[right].best] += 1
        }
      }
      right = i
    }
  }

  /// A token in lower case.
  @inline(__always)
  func word(_ t: Int, _ chart: borrowing Chart) -> PackedWord {
    chart.word(t)
  }
}
