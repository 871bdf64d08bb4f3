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
  /// By name.
  private let roles: [Int32]
  private var form = FoldedForm()

  /// What one mention says of an office.
  private struct Office: Hashable {
    /// The hashes of its words, ascending.
    var words: [UInt64]
    var head: String?
    var roles: Int32
    /// The hash of its fold.
    var country: UInt64?
    var gender: NameMention.Gender?
    var isHomologue: Bool
  }

  /// - Parameter roles: Of each name, the role bits of the office that starts where it does (see roles.rules), 0 where it
  ///   is in no list.
  init(text: TokenizedText, names: [NameMention], roles: [Int32]) {
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
          if held.isEmpty || held[held.count - 1] != office, seen.insert(office).inserted { held.append(office) }
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
        for office in holder.offices {
          let score = References.score(wanted, office, of: holder.offices)
          if score > best?.score ?? 0 { best = (holder.entity, score) }
        }
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
      return isSubset(wanted.words, held.words) ? 6 : wanted.country != nil ? 4 : 0
    }
    return wanted.roles & held.roles != 0 ? 2 : 0
  }

  /// Whether ascending numbers are all among others.
  private static func isSubset(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    var i = 0
    for word in b where i < a.count && a[i] == word { i += 1 }
    return i == a.count
  }

  private mutating func office(_ name: Int, gender: NameMention.Gender?) -> Office {
    // Field by field: a copy of the whole mention would touch every part of it.
    let country: UInt64? =
      if let known = names[name].country {
        fold(known)
      } else if let place = names[name].place {
        fold(names[place].tokens)
      } else {
        nil
      }
    let head = names[name].head
    return Office(
      words: words(name), head: head, roles: roles[name], country: country, gender: gender ?? names[name].gender,
      isHomologue: head == "homologue")
  }

  /// The words of an office that tell it from others: those of its label, folded, without articles and prepositions.
  private mutating func words(_ name: Int) -> [UInt64] {
    if let label = names[name].label { _ = fold(label) } else { _ = fold(names[name].tokens) }
    var words: [UInt64] = form.withBytes { bytes in
      var words: [UInt64] = []
      var start = 0
      for i in 0...bytes.count
      where i == bytes.count || bytes[i] == UInt8(ascii: " ") || bytes[i] == UInt8(ascii: "'") {
        if i - start > 2 { words.append(FoldedForm.hash(UnsafeBufferPointer(rebasing: bytes[start..<i]))) }
        start = i + 1
      }
      return words
    }
    words.sort()
    var count = 0
    for word in words where count == 0 || words[count - 1] != word {
      words[count] = word
      count += 1
    }
    words.removeLast(words.count - count)
    return words
  }

  private mutating func fold(_ tokens: Range<Int>) -> UInt64 {
    let span = TextSpan(tokens: tokens, in: text)
    text.utf8.withUnsafeBufferPointer { form.assign(UnsafeBufferPointer(rebasing: $0[span.range])) }
    return form.hash
  }

  private mutating func fold(_ words: String) -> UInt64 {
    var words = words
    words.withUTF8 { form.assign($0) }
    return form.hash
  }
}
