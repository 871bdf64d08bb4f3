import GlaneFrench
import GlanePatterns
import GlaneText

/// Nominal mentions: "la ministre", "le chef du gouvernement", "le dirigeant togolais", joined to the person of the document
/// who holds that office.
///
/// A definite noun phrase whose head is an office and which stands by no name is held against every person named before
/// it. Gender and country must not contradict; then what speaks for a person is, in this order: the same office with the
/// same complements, an office whose label the phrase shortens, an office of the same role ("chef de l'État" and
/// "président"); among equals the one named last.
struct References {
  private let text: TokenizedText
  private let names: [NameMention]
  private let roles: (Range<Int>) -> Int32
  private var form = FoldedForm()

  /// What one mention says of an office.
  private struct Office: Hashable {
    var words: Set<String>
    var head: String?
    var roles: Int32
    var country: String?
    var gender: NameMention.Gender?
    var isHomologue: Bool
  }

  /// - Parameter roles: The role bits of the office that starts a token range (see roles.rules), 0 where it is in no list.
  init(text: TokenizedText, names: [NameMention], roles: @escaping (Range<Int>) -> Int32) {
    self.text = text
    self.names = names
    self.roles = roles
  }

  /// A person with the offices that the document gives them.
  private struct Holder {
    var entity: Int
    var offices: [Office]
  }

  /// So many of the people named last are held against a phrase: it keeps the cost linear, and a reader remembers fewer.
  private static let memory = 24

  /// The entity that each free-standing function of `candidates` names, where the document tells.
  ///
  /// - Complexity: O(people's mentions + candidates).
  mutating func resolve(_ candidates: [Int], identity: Identity, drafts: [Draft]) -> [(name: Int, entity: Int)] {
    var holders: [Holder] = []
    var named: [(token: Int, holder: Int)] = []
    for (e, member) in identity.entities.enumerated() where member.type == .person && !member.drafts.isEmpty {
      // Each once: a text may name a minister a thousand times.
      var held: [Office] = []
      var seen: Set<Office> = []
      for d in member.drafts {
        for f in drafts[d].functions {
          let office = office(f, gender: member.gender)
          if seen.insert(office).inserted { held.append(office) }
        }
      }
      guard !held.isEmpty else { continue }
      for d in member.drafts { named.append((drafts[d].tokens.lowerBound, holders.count)) }
      holders.append(Holder(entity: e, offices: held))
    }
    named.sort { $0.token < $1.token }
    var out: [(name: Int, entity: Int)] = []
    var recent: [Int] = []  // holders, the one named last at the end
    var next = 0
    for candidate in candidates.sorted(by: { names[$0].tokens.lowerBound < names[$1].tokens.lowerBound }) {
      while next < named.count, named[next].token < names[candidate].tokens.lowerBound {
        recent.removeAll { $0 == named[next].holder }
        recent.append(named[next].holder)
        if recent.count > References.memory { recent.removeFirst() }
        next += 1
      }
      guard !recent.isEmpty else { continue }
      let wanted = office(candidate, gender: names[candidate].gender)
      var best: (entity: Int, score: Int)?
      for h in recent.reversed() {
        let holder = holders[h]
        let score = holder.offices.map { References.score(wanted, $0, of: holder.offices) }.max() ?? 0
        if score > best?.score ?? 0 { best = (holder.entity, score) }
      }
      if let best { out.append((candidate, best.entity)) }
    }
    return out
  }

  private static func score(_ wanted: Office, _ held: Office, of all: [Office]) -> Int {
    if let a = wanted.gender, let b = held.gender, a != b { return 0 }
    if let country = wanted.country, all.contains(where: { $0.country != nil }),
      !all.contains(where: { $0.country == country })
    {
      return 0
    }
    if held.isHomologue { return 0 }
    if !wanted.words.isEmpty, wanted.words == held.words { return 8 }
    if let head = wanted.head, head == held.head {
      return wanted.words.isSubset(of: held.words) ? 6 : wanted.country != nil ? 4 : 0
    }
    return wanted.roles & held.roles != 0 ? 2 : 0
  }

  private mutating func office(_ name: Int, gender: NameMention.Gender?) -> Office {
    let mention = names[name]
    return Office(
      words: words(mention), head: mention.head, roles: roles(mention.tokens),
      country: mention.country.map { fold(Array($0.utf8)) } ?? country(of: mention), gender: gender ?? mention.gender,
      isHomologue: mention.head == "homologue")
  }

  private mutating func country(of mention: NameMention) -> String? {
    guard let place = mention.place else { return nil }
    return fold(TextSpan(tokens: names[place].tokens, in: text))
  }

  /// The words of an office that tell it from others: those of its label, folded, without articles and prepositions.
  private mutating func words(_ mention: NameMention) -> Set<String> {
    let folded: String
    if let label = mention.label {
      folded = fold(Array(label.utf8))
    } else {
      folded = fold(TextSpan(tokens: mention.tokens, in: text))
    }
    return Set(folded.split { $0 == " " || $0 == "'" }.lazy.filter { $0.utf8.count > 2 }.map(String.init))
  }

  private mutating func fold(_ span: TextSpan) -> String { fold(Array(text.utf8[span.range])) }

  private mutating func fold(_ utf8: [UInt8]) -> String {
    utf8.withUnsafeBufferPointer { form.assign($0) }
    return String(decoding: form.bytes, as: UTF8.self)
  }
}
