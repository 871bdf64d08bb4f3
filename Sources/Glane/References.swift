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
  private struct Office {
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

  /// The entity that each free-standing function of `candidates` names, where the document tells.
  mutating func resolve(_ candidates: [Int], identity: Identity, drafts: [Draft]) -> [(name: Int, entity: Int)] {
    var offices: [(entity: Int, first: Int, mentions: [Int], offices: [Office])] = []
    for (e, member) in identity.entities.enumerated() where member.type == .person && !member.drafts.isEmpty {
      var held: [Office] = []
      for d in member.drafts {
        for f in drafts[d].functions { held.append(office(f, gender: member.gender)) }
      }
      guard !held.isEmpty else { continue }
      let starts = member.drafts.map { drafts[$0].tokens.lowerBound }
      offices.append((e, starts[0], starts, held))
    }
    var out: [(name: Int, entity: Int)] = []
    for candidate in candidates {
      let at = names[candidate].tokens.lowerBound
      let wanted = office(candidate, gender: names[candidate].gender)
      var best: (entity: Int, score: Int, last: Int)?
      for person in offices where person.first < at {
        let score = person.offices.map { References.score(wanted, $0, of: person.offices) }.max() ?? 0
        guard score > 0 else { continue }
        let last = person.mentions.last { $0 < at } ?? -1
        if (score, last) > (best?.score ?? 0, best?.last ?? -1) { best = (person.entity, score, last) }
      }
      if let best { out.append((candidate, best.entity)) }
    }
    return out
  }

  private static func score(_ wanted: Office, _ held: Office, of all: [Office]) -> Int {
    if let a = wanted.gender, let b = held.gender, a != b { return 0 }
    if let country = wanted.country, all.contains(where: { $0.country != nil }), !all.contains(where: { $0.country == country }) {
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
    let label = words(mention.label.map { Tokenizer().tokenize($0) } ?? nil, mention.tokens)
    return Office(
      words: label, head: mention.head, roles: roles(mention.tokens), country: mention.country ?? country(of: mention),
      gender: gender ?? mention.gender, isHomologue: mention.head == "homologue")
  }

  private mutating func country(of mention: NameMention) -> String? {
    guard let place = mention.place else { return nil }
    return names[place].tokens.map { fold(text, $0) }.joined(separator: " ")
  }

  private mutating func words(_ label: TokenizedText?, _ tokens: Range<Int>) -> Set<String> {
    let source = label ?? text
    let range = label.map { 0..<$0.tokens.count } ?? tokens
    return Set(range.map { fold(source, $0) }.filter { $0.count > 2 || $0.contains(where: \.isNumber) })
  }

  private mutating func fold(_ text: TokenizedText, _ token: Int) -> String {
    text.utf8.withUnsafeBufferPointer {
      form.assign(UnsafeBufferPointer(rebasing: $0[Int(text.tokens.starts[token])..<Int(text.tokens.ends[token])]))
    }
    return String(decoding: form.bytes, as: UTF8.self)
  }
}
