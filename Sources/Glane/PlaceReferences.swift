import GlaneFrench
import GlanePatterns
import GlaneText

/// "La capitale", "la capitale togolaise": the capital that the document has named.
///
/// With a nationality, the capital of that country; alone, the only capital named so far.
struct PlaceReferences {
  private let text: TokenizedText
  private let hashes: TokenHashes
  private let words: TokenWords
  private let nouns: OrganizationReferences

  init(_ chart: borrowing Chart, nouns: OrganizationReferences) {
    text = chart.text
    hashes = chart.hashes
    words = chart.words
    self.nouns = nouns
  }

  /// - Complexity: Linear in the tokens and the mentions.
  func resolve(
    _ drafts: [Draft], covered: [Bool], _ chart: borrowing Chart
  ) -> [(tokens: Range<Int>, entity: Int)] {
    guard let capital = chart.rules.list("capital"), let demonym = chart.rules.list("demonym") else { return [] }
    var named: [(token: Int, country: String, entity: Int)] = []
    for d in drafts.indices where drafts[d].type == .place {
      let tokens = drafts[d].tokens
      guard let entity = drafts[d].entity,
        let entry = chart.entries(at: tokens.lowerBound).first(where: {
          $0.symbol == capital && Int($0.length) == tokens.count
        })
      else { continue }
      named.append((tokens.lowerBound, chart.rules.text(entry.value), entity))
    }
    guard let first = named.map(\.token).min() else { return [] }
    named.sort { $0.token < $1.token }
    var entityOf: [String: Int] = [:]
    var only: Set<Int> = []
    var next = 0
    var out: [(tokens: Range<Int>, entity: Int)] = []
    for t in first..<text.tokens.count where hashes[t] == Self.capital && !covered[t] {
      while next < named.count, named[next].token < t {
        entityOf[named[next].country] = named[next].entity
        only.insert(named[next].entity)
        next += 1
      }
      guard t > 0, ["la", "cette"].contains(words[t - 1]) else { continue }
      if t + 1 < text.tokens.count, let nation = chart.entry(demonym, at: t + 1),
        let known = NationalReferences.Demonym(chart.rules.text(nation.value))
      {
        if let entity = entityOf[known.country] { out.append((t..<t + 2, entity)) }
      } else if only.count == 1, nouns.stands(alone: t, chart) {
        out.append((t..<t + 1, only.first!))
      }
    }
    return out
  }

  private static let capital: UInt64 = {
    var form = FoldedForm()
    Array("capitale".utf8).withUnsafeBufferPointer { form.assign($0) }
    return form.hash
  }()
}
