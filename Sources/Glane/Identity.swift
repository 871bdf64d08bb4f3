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
  /// People by the first and the last word of their names, and by the whole.
  private var peopleByWord: [String: [Int]] = [:]
  private var peopleByName: [[String]: [Int]] = [:]
  /// So many people of one surname, or of one first name, are held against a name: those named last, since a reader
  /// remembers fewer, and the cost stays linear.
  private static let memory = 128
  /// Of each person: how many of the drafts are full names, once those are joined; where the last short one stood.
  private var fullCount: [Int: Int] = [:]
  private var lastShort: [Int: Int] = [:]

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
    for e in entities.indices {
      entities[e].drafts.sort { drafts[$0].tokens.lowerBound < drafts[$1].tokens.lowerBound }
    }
  }

  // MARK: people

  private mutating func joinPeople(
    _ drafts: inout [Draft], names: [NameMention], text: TokenizedText, _ words: TokenWords
  ) {
    let people = drafts.indices.filter { drafts[$0].type == .person }
    let name = people.map { PersonName(drafts[$0].tokens, in: text, words) }
    for (i, n) in zip(people, name) where n.isFull { place(i, n, names[drafts[i].name].gender, &drafts) }
    for e in entities.indices { fullCount[e] = entities[e].drafts.count }
    for (i, n) in zip(people, name) where !n.isFull { place(i, n, names[drafts[i].name].gender, &drafts) }
  }

  private mutating func place(_ i: Int, _ name: PersonName, _ gender: NameMention.Gender?, _ drafts: inout [Draft]) {
    let at = drafts[i].tokens.lowerBound
    var best: (entity: Int, distance: Int)?
    for e in candidates(name) {
      guard let known = entities[e].person, known.fits(name) || name.isFirstName(of: known) else { continue }
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
    var out = Set(peopleByWord[name.words.last ?? ""]?.suffix(Self.memory) ?? [])
    out.formUnion(peopleByName[name.words]?.suffix(Self.memory) ?? [])
    return out.sorted()
  }

  /// Tokens back to the entity's last mention before `at`; one behind counts only where there is none before.
  private func distance(from at: Int, to entity: Int, _ drafts: [Draft]) -> Int {
    // Full names come first and in reading order, so a binary search finds the last one before.
    let members = entities[entity].drafts
    var (low, high) = (0, fullCount[entity] ?? members.count)
    while low < high {
      let mid = (low + high) / 2
      if drafts[members[mid]].tokens.lowerBound <= at { low = mid + 1 } else { high = mid }
    }
    var best = low > 0 ? at - drafts[members[low - 1]].tokens.lowerBound : Int.max
    if let short = lastShort[entity], short <= at { best = min(best, at - short) }
    return best < Int.max ? best : 1 << 40 + drafts[members[0]].tokens.lowerBound - at
  }

  // MARK: organisations, places, events

  private mutating func joinByName(_ i: Int, _ drafts: inout [Draft], _ words: TokenWords) {
    let key = Key(type: drafts[i].type, folds: drafts[i].tokens.map(words.fold))
    if let e = entityOfKey[key] {
      drafts[i].entity = e
      entities[e].drafts.append(i)
    } else {
      drafts[i].entity = entities.count
      entityOfKey[key] = entities.count
      entities.append(Member(type: drafts[i].type, drafts: [i]))
    }
  }

  /// Where brackets tie an acronym to a name, every mention of either is of one entity.
  private mutating func joinAcronyms(_ drafts: inout [Draft], names: [NameMention], text: TokenizedText) {
    var draftOfName: [Int: Int] = [:]
    for i in drafts.indices where drafts[i].name >= 0 { draftOfName[drafts[i].name] = i }
    for i in drafts.indices {
      guard drafts[i].name >= 0, let full = names[drafts[i].name].fullName, let j = draftOfName[full],
        let acronym = drafts[i].entity, let name = drafts[j].entity
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
