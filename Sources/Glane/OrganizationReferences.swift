import GlaneFrench
import GlanePatterns
import GlaneText

/// Nominal mentions of organisations: "la société", "l'institution", "ce parti", joined to the one that the document last
/// named and that is of the noun's kind.
///
/// What an organisation is, its own name says ("Société d'habitation"), or the noun before it ("la société Brévent",
/// "l'ONG Tisserands"). A noun names it where nothing but that noun stands there: no complement, no adjective, no name.
/// Two that fit and were last named in the same or in neighbouring sentences: the noun stays without one.
struct OrganizationReferences {
  private let text: TokenizedText
  private let hashes: TokenHashes
  private let demonym: Symbol?
  private let saying: Symbol?
  /// What an organisation is that its name does not say: see references.rules.
  private let knownAs: Symbol?

  init(_ chart: borrowing Chart) {
    text = chart.text
    hashes = chart.hashes
    demonym = chart.rules.list("demonym")
    saying = chart.rules.list("saying")
    knownAs = chart.rules.list("known-as")
  }

  /// A named organisation with the nouns that say what it is.
  private struct Known {
    var entity: Int
    var nouns: Set<UInt64> = []
    /// The sentence of its last mention so far.
    var sentence = -1
  }

  /// So many sentences back a reader still knows which bank "la banque" is.
  private static let reach = 8

  /// - Complexity: Linear in the tokens and the organisations' mentions, up to the number of organisations of one kind.
  func resolve(
    _ drafts: [Draft], covered: [Bool], _ chart: borrowing Chart
  ) -> [(tokens: Range<Int>, entity: Int)] {
    var known: [Int: Known] = [:]
    var named: [(token: Int, entity: Int)] = []
    for d in drafts.indices where drafts[d].type == .organization {
      guard let entity = drafts[d].entity else { continue }
      let tokens = drafts[d].tokens
      for noun in nouns(of: tokens) { known[entity, default: Known(entity: entity)].nouns.insert(noun) }
      for noun in listed(tokens, chart) { known[entity, default: Known(entity: entity)].nouns.insert(noun) }
      named.append((tokens.lowerBound, entity))
    }
    guard !known.isEmpty else { return [] }
    named = named.filter { known[$0.entity] != nil }.sorted { $0.token < $1.token }
    var byNoun: [UInt64: [Int]] = [:]
    for (e, organization) in known {
      for noun in organization.nouns.reduce(into: Set(), { $0.formUnion(Self.names[$1] ?? [$1]) }) {
        byNoun[noun, default: []].append(e)
      }
    }
    // A flag for the nouns of each remainder: most tokens cost no look-up.
    var filter = [Bool](repeating: false, count: 1024)
    for noun in byNoun.keys { filter[Int(noun & 1023)] = true }
    var out: [(tokens: Range<Int>, entity: Int)] = []
    var next = 0
    for t in max(named[0].token, 1)..<max(text.tokens.count, 1) where mayBeDeterminer(t - 1) {
      let hash = chart.record(t).pointee.hash
      guard filter[Int(hash & 1023)], !covered[t], var candidates = byNoun[hash] else { continue }
      var tokens = t..<t + 1
      if isOfBrettonWoods(t) {
        candidates = byNoun[Self.bretton] ?? []
        tokens = t..<t + 4
      } else if !stands(alone: t, chart) {
        continue
      }
      while next < named.count, named[next].token <= t {
        known[named[next].entity]?.sentence = text.sentence(of: named[next].token)
        next += 1
      }
      let here = text.sentence(of: t)
      let near = candidates.compactMap { known[$0] }.filter { $0.sentence >= 0 && here - $0.sentence <= Self.reach }
        .sorted { $0.sentence > $1.sentence }
      guard let best = near.first, near.count == 1 || best.sentence - near[1].sentence > 1 else { continue }
      known[best.entity]?.sentence = here
      out.append((tokens, best.entity))
    }
    return out
  }

  /// What the list says of a name.
  private func listed(_ name: Range<Int>, _ chart: borrowing Chart) -> Set<UInt64> {
    guard let knownAs,
      let entry = chart.entries(at: name.lowerBound).first(where: {
        $0.symbol == knownAs && Int($0.length) == name.count
      })
    else { return [] }
    return Self.folded(chart.rules.text(entry.value))
  }

  /// "l'institution de Bretton Woods"
  private func isOfBrettonWoods(_ t: Int) -> Bool {
    hashes[t] == Self.institution && t + 3 < text.tokens.count && hashes[t + 2] == Self.bretton
      && Self.complements.contains(hashes[t + 1]) && Self.determiners.contains(hashes[t - 1])
  }

  /// The nouns that a name holds at its head, or that stand right before it.
  private func nouns(of name: Range<Int>) -> [UInt64] {
    var out: [UInt64] = []
    let first = hashes[name.lowerBound]
    if Self.names[first] != nil { out.append(first) }
    guard name.lowerBound > 0 else { return out }
    let before = hashes[name.lowerBound - 1]
    if Self.names[before] != nil, text.sentence(of: name.lowerBound - 1) == text.sentence(of: name.lowerBound) {
      out.append(before)
    }
    return out
  }

  /// A look at the length and a letter or two settles most tokens.
  private func mayBeDeterminer(_ t: Int) -> Bool {
    if text.tokens.shapes[t].contains(.nonASCII) { return true }
    let start = Int(text.tokens.starts[t])
    switch Int(text.tokens.ends[t]) - start {
    case 2:
      switch text.utf8[start + 1] | 0x20 {
      case UInt8(ascii: "e"), UInt8(ascii: "a"), UInt8(ascii: "u"), UInt8(ascii: "'"): return true
      default: return false
      }
    case 3, 5: return text.utf8[start] | 0x20 == UInt8(ascii: "c")
    default: return false
    }
  }

  /// Whether a definite noun stands without anything that says which one it is: "la société", not "la société civile".
  func stands(alone t: Int, _ chart: borrowing Chart) -> Bool {
    guard t > 0, Self.determiners.contains(hashes[t - 1]) else { return false }
    guard t + 1 < text.tokens.count, text.tokens.kinds[t + 1] != .punctuation else { return true }
    guard !text.tokens.shapes[t + 1].contains(.lineStart) else { return true }
    let shape = text.tokens.shapes[t + 1]
    if shape.contains(.initialUpper) || text.tokens.kinds[t + 1] == .number { return false }
    if let demonym, chart.has(demonym, at: t + 1) { return false }
    if Self.complements.contains(hashes[t + 1]) { return false }
    if let saying, chart.has(saying, at: t + 1) { return true }
    return !looksLikeAnAdjective(t + 1)
  }

  private func looksLikeAnAdjective(_ t: Int) -> Bool {
    let word = text.utf8[Int(text.tokens.starts[t])..<Int(text.tokens.ends[t])]
    guard word.count > 4 else { return false }
    return Self.endings.contains { word.count > $0.utf8.count + 1 && word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  // MARK: words

  private static let endings = [
    "al", "ale", "ique", "ien", "ienne", "if", "ive", "aire", "able", "ible", "eux", "euse", "el", "elle", "ier",
    "ière",
    "ile", "iste", "ain", "aine", "ant", "ante", "ée", "é",
  ]
  private static let institution = folded("institution").first!
  private static let bretton = folded("bretton").first!
  private static let determiners = folded("le la l' ce cet cette du au")
  private static let complements = folded("de d' des du dont civile mère même en")

  /// What an organisation may be called that is known by a noun.
  private static let names: [UInt64: Set<UInt64>] = {
    var table: [UInt64: Set<UInt64>] = [:]
    for (own, others) in [
      ("société entreprise firme compagnie start-up", "société entreprise firme compagnie start-up"),
      (
        "constructeur avionneur motoriste équipementier fabricant distributeur opérateur assureur armateur éditeur",
        "société entreprise firme compagnie groupe"
      ),
      ("groupe", ""), ("club équipe", "formation"), ("parti", "formation"), ("coalition", ""),
      ("agence office institut caisse fonds", "institution organisme"), ("ong association fondation", "organisation"),
      ("syndicat confédération", "organisation"), ("banque", "institution établissement"),
      ("chambre", "institution"), ("institution", ""), ("bretton", ""), ("enseigne centrale", ""),
      ("énergéticien pétrolier", "société entreprise firme compagnie groupe"),
      ("université académie", "institution établissement"), ("école lycée collège hôpital musée", "établissement"),
      ("tribunal cour", "juridiction institution"),
      ("journal quotidien hebdomadaire magazine mensuel chaîne radio", "média"),
      ("organisation", "institution"), ("conseil comité commission assemblée fédération ligue ministère mairie", ""),
    ] {
      let names = folded(own)
      let common = folded(others)
      for name in names { table[name] = common.union([name]) }
    }
    return table
  }()

  private static func folded(_ words: String) -> Set<UInt64> {
    Set(
      words.split(separator: " ").map { word in
        var form = FoldedForm()
        Array(word.utf8).withUnsafeBufferPointer { form.assign($0) }
        return form.hash
      })
  }
}
