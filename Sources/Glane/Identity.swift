import GlaneFrench
import GlanePatterns
import GlaneText

/// Who is who: joins the names of a document into entities.
///
/// Full names first, then short ones to the last full name they fit; two people of one surname stay apart where a first
/// name, or the gender of a title, tells them apart. Organisations are joined by name and by acronym, places by name.
struct Identity {
  struct Member {
    var type: MentionType
    /// Indices of drafts, in reading order.
    var drafts: [Int]
    var person: PersonName?
    var gender: NameMention.Gender?
    var acronym: String?
  }

  /// What a name is known by: the folds of its words.
  private struct Key: Hashable {
    var type: MentionType
    var folds: [UInt32]
  }

  private(set) var entities: [Member] = []
  private var entityOfKey: [Key: Int] = [:]
  /// The same for names of one word, which most are: by the fold and the type.
  private var entityOfWord: [UInt64: Int] = [:]
  /// People by the first and the last word of their names, and by the whole.
  private var peopleByWord: [UInt32: [Int]] = [:]
  private var peopleByName: [[UInt32]: [Int]] = [:]
  /// So many people of one surname, or of one first name, are held against a name: those named last, since a reader
  /// remembers fewer, and the cost stays linear.
  private static let memory = 128
  /// Of each person known by a full name: how many of the drafts are full ones, once those are joined.
  private var fullCount: [Int] = []
  /// Of each person: where the last short name stood; -1 where there was none.
  private var lastShort: [Int] = []

  /// Gives every name of `drafts` its entity.
  mutating func join(_ drafts: inout [Draft], names: [NameMention], text: TokenizedText, words: TokenWords) {
    joinPeople(&drafts, names: names, text: text, words)
    for i in drafts.indices {
      switch drafts[i].type {
      case .organization, .place, .event: joinByName(i, &drafts, words)
      default: break
      }
    }
    joinAcronyms(&drafts, names: names, text: text)
    for e in entities.indices where !Self.isOrdered(entities[e].drafts, drafts) {
      entities[e].drafts.sort { drafts[$0].tokens.lowerBound < drafts[$1].tokens.lowerBound }
    }
  }

  private static func isOrdered(_ members: [Int], _ drafts: [Draft]) -> Bool {
    for i in 1..<max(members.count, 1)
    where drafts[members[i]].tokens.lowerBound < drafts[members[i - 1]].tokens.lowerBound { return false }
    return true
  }

  // MARK: people

  private mutating func joinPeople(
    _ drafts: inout [Draft], names: [NameMention], text: TokenizedText, _ words: TokenWords
  ) {
    var short: [(draft: Int, name: PersonName)] = []
    for i in drafts.indices where drafts[i].type == .person {
      let name = PersonName(drafts[i].tokens, in: text, words)
      if name.isFull {
        place(i, name, names[drafts[i].name].gender, &drafts, words)
      } else {
        short.append((i, name))
      }
    }
    fullCount = entities.map { $0.drafts.count }
    for (i, name) in short { place(i, name, names[drafts[i].name].gender, &drafts, words) }
  }

  private mutating func place(
    _ i: Int, _ name: PersonName, _ gender: NameMention.Gender?, _ drafts: inout [Draft], _ words: TokenWords
  ) {
    let at = drafts[i].tokens.lowerBound
    var best: (entity: Int, distance: Int)?
    for e in candidates(name) {
      guard let known = entities[e].person, known.fits(name, words) || name.isFirstName(of: known) else { continue }
      if let a = gender, let b = entities[e].gender, a != b { continue }
      let distance = distance(from: at, to: e, drafts)
      if distance < best?.distance ?? Int.max { best = (e, distance) }
    }
    if let best {
      drafts[i].entity = best.entity
      entities[best.entity].drafts.append(i)
      if let known = entities[best.entity].person, name.words.count > known.words.count {
        entities[best.entity].person = name
        index(name, best.entity)
      }
      if entities[best.entity].gender == nil { entities[best.entity].gender = gender }
    } else {
      drafts[i].entity = entities.count
      entities.append(Member(type: .person, drafts: [i], person: name, gender: gender))
      lastShort.append(-1)
      index(name, entities.count - 1)
    }
    if !name.isFull { lastShort[drafts[i].entity!] = at }
  }

  private mutating func index(_ name: PersonName, _ entity: Int) {
    guard let last = name.words.last else { return }
    peopleByName[name.words, default: []].append(entity)
    peopleByWord[last, default: []].append(entity)
    if name.words.count > 1 { peopleByWord[name.words[0], default: []].append(entity) }
  }

  /// People who share the last word of the name, or have it for a first name.
  private func candidates(_ name: PersonName) -> [Int] {
    guard let last = name.words.last, let known = peopleByWord[last] else { return [] }
    if known.count == 1 { return known }
    // Those of the same name are among those who share its last word, unless they are too many.
    let all =
      known.count <= Self.memory
      ? known : known.suffix(Self.memory) + (peopleByName[name.words]?.suffix(Self.memory) ?? [])
    var out: [Int] = []
    for e in all.sorted() where out.last != e { out.append(e) }
    return out
  }

  /// Tokens back to the entity's last mention before `at`; one behind counts only where there is none before.
  private func distance(from at: Int, to entity: Int, _ drafts: [Draft]) -> Int {
    // Full names come first and in reading order, so a binary search finds the last one before.
    let members = entities[entity].drafts
    var (low, high) = (0, entity < fullCount.count ? fullCount[entity] : members.count)
    while low < high {
      let mid = (low + high) / 2
      if drafts[members[mid]].tokens.lowerBound <= at { low = mid + 1 } else { high = mid }
    }
    var best = low > 0 ? at - drafts[members[low - 1]].tokens.lowerBound : Int.max
    if 0...at ~= lastShort[entity] { best = min(best, at - lastShort[entity]) }
    return best < Int.max ? best : 1 << 40 + drafts[members[0]].tokens.lowerBound - at
  }

  // MARK: organisations, places, events

  private mutating func joinByName(_ i: Int, _ drafts: inout [Draft], _ words: TokenWords) {
    let tokens = drafts[i].tokens
    let new = entities.count
    let e: Int
    if tokens.count == 1 {
      let type: UInt64 =
        switch drafts[i].type {
        case .organization: 0
        case .place: 1
        default: 2
        }
      e = Self.entity(of: type << 32 | UInt64(words.fold(tokens.lowerBound)), new, &entityOfWord)
    } else {
      e = Self.entity(of: Key(type: drafts[i].type, folds: tokens.map { words.fold($0) }), new, &entityOfKey)
    }
    drafts[i].entity = e
    if e < new { entities[e].drafts.append(i) } else { entities.append(Member(type: drafts[i].type, drafts: [i])) }
  }

  /// What is known under a key, else `new`, which is from now on.
  private static func entity<K: Hashable>(of key: K, _ new: Int, _ known: inout [K: Int]) -> Int {
    func keep(_ e: inout Int) -> Int {
      if e < 0 { e = new }
      return e
    }
    return keep(&known[key, default: -1])
  }

  /// Where brackets tie an acronym to a name, every mention of either is of one entity.
  private mutating func joinAcronyms(_ drafts: inout [Draft], names: [NameMention], text: TokenizedText) {
    var draftOfName = [Int](repeating: -1, count: names.count)
    for i in drafts.indices where drafts[i].name >= 0 { draftOfName[drafts[i].name] = i }
    for i in drafts.indices {
      guard drafts[i].name >= 0, let full = names[drafts[i].name].fullName, draftOfName[full] >= 0,
        let acronym = drafts[i].entity, let name = drafts[draftOfName[full]].entity
      else { continue }
      entities[name].acronym = text.string(TextSpan(tokens: drafts[i].tokens, in: text))
      guard acronym != name else { continue }
      for d in entities[acronym].drafts { drafts[d].entity = name }
      entities[name].drafts += entities[acronym].drafts
      entities[acronym].drafts = []
    }
  }

  /// Adds a nominal mention to an entity.
  mutating func add(_ draft: Int, to entity: Int, _ drafts: inout [Draft]) {
    drafts[draft].entity = entity
    entities[entity].drafts.append(draft)
  }
}

extension TextSpan {
  /// From the first byte of the first token to the last of the last.
  init(tokens: Range<Int>, in text: TokenizedText) {
    self.init(
      start: Int(text.tokens.starts[tokens.lowerBound]), end: Int(text.tokens.ends[tokens.upperBound - 1]))
  }
}
