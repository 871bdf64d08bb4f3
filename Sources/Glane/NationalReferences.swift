import GlaneFrench
import GlanePatterns
import GlaneText

/// "Le Slovaque", "la Kényane": people by a nationality that the document gave them.
///
/// A nationality is known from an office ("coureur slovaque") or from the word before a name ("le Slovaque Jan Novák").
/// Only where a single person of the document has it does the noun name that person.
struct NationalReferences {
  /// What a demonym says.
  struct Demonym {
    /// Folded.
    var country: String
    /// nil where it is the same in both.
    var gender: NameMention.Gender?
    var isPlural: Bool

    /// - Parameter value: As in the list of demonyms: `slovaquie.mm`.
    init?(_ value: String) {
      let bytes = value.utf8
      guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      let form = bytes[bytes.index(after: dot)...]
      guard !form.contains(UInt8(ascii: ".")), !bytes[..<dot].elementsEqual("-".utf8) else { return nil }
      country = String(value[..<dot])
      isPlural = form.last == UInt8(ascii: "p")
      gender = form.first == UInt8(ascii: "f") ? .feminine : form.isEmpty ? nil : .masculine
    }
  }

  let text: TokenizedText
  let words: TokenWords
  let names: [NameMention]

  /// - Complexity: Linear in the tokens.
  func resolve(
    _ drafts: [Draft], covered: [Bool], _ chart: borrowing Chart, gender: (Int) -> NameMention.Gender?
  ) -> [(tokens: Range<Int>, entity: Int)] {
    guard let list = chart.rules.list("demonym") else { return [] }
    var people: [String: Set<Int>] = [:]
    var first = Int.max
    for d in drafts.indices where drafts[d].type == .person {
      guard let entity = drafts[d].entity else { continue }
      var countries = drafts[d].functions.compactMap { names[$0].country }
      let before = drafts[d].tokens.lowerBound - 1
      if before >= 0, let known = demonym(before, list, chart), !known.isPlural { countries.append(known.country) }
      for country in countries {
        people[country, default: []].insert(entity)
        first = min(first, drafts[d].tokens.upperBound)
      }
    }
    guard first < text.tokens.count else { return [] }
    var out: [(tokens: Range<Int>, entity: Int)] = []
    for t in first..<text.tokens.count {
      guard text.tokens.shapes[t].isCapitalized, !covered[t], isDefinite(t), let noun = demonym(t, list, chart),
        !noun.isPlural, let known = people[noun.country], known.count == 1, let entity = known.first,
        t + 1 == text.tokens.count || !text.tokens.shapes[t + 1].contains(.initialUpper)
      else { continue }
      if let a = noun.gender, let b = gender(entity), a != b { continue }
      out.append((t..<t + 1, entity))
    }
    return out
  }

  private func demonym(_ t: Int, _ list: Symbol, _ chart: borrowing Chart) -> Demonym? {
    chart.entry(list, at: t).flatMap { Demonym(chart.rules.text($0.value)) }
  }

  private func isDefinite(_ t: Int) -> Bool {
    t > 0 && Self.definite.contains(words.word(t - 1))
  }

  private static let definite: WordSet = ["le", "la", "l'", "du", "au", "ce", "cet", "cette"]
}
