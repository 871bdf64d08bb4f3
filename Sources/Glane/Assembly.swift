import GlaneFrench
import GlanePatterns
import GlaneText
import GlaneTime

/// From what the cascade found in one text to its ``Analysis``: conflicts settled, names joined into entities, offices to
/// their holders, quotations to their speakers. The steps stand in ``analysis()``, in order.
struct Assembly: ~Copyable {
  private let reading: FrenchReading
  private var reference: LocalDateTime?
  /// Whether the reference is the document's own dateline.
  private var impliesReference = false
  private let readsDateline: Bool
  private let direction: TimeContext.Direction?
  private let names: [NameMention]
  private let dates: [DateMention]
  /// By index of ``dates``, once those that stay are known.
  private var times: [Int: ResolvedTime] = [:]
  private var drafts: [Draft] = []
  private var identity = Identity()

  /// Names below are left out.
  private let minimumConfidence: Double

  init(
    reading: consuming FrenchReading, reference: LocalDateTime?, readsDateline: Bool,
    direction: TimeContext.Direction?, minimumConfidence: Double
  ) {
    self.direction = direction
    self.minimumConfidence = minimumConfidence
    self.readsDateline = readsDateline
    names = reading.names.mentions
    dates = reading.dates.mentions(reading.chart)
    self.reading = reading
    self.reference = reference
  }

  consuming func analysis() -> Analysis {
    draftNames()
    draftDates()
    settle()
    resolveDates()
    SurnameArticles.extend(&drafts, in: reading.chart.text, reading.chart.words)
    identity.join(&drafts, names: names, text: reading.chart.text, words: reading.chart.words)
    joinReferences()
    joinNouns()
    let found = quotations()
    return write(found)
  }

  // MARK: drafts

  private mutating func draftNames() {
    // Titles and functions are mentions where a person holds them; a free-standing office may still be a reference.
    var held = Set<Int>()
    for name in names where name.kind == .person && Double(name.confidence) >= minimumConfidence {
      held.formUnion(name.titles + name.functions)
    }
    for (i, name) in names.enumerated() {
      let type: MentionType =
        switch name.kind {
        case .person: .person
        case .title: .title
        case .function: .function
        case .organization: .organization
        case .place: .place
        case .event: .event
        case .product: .product
        }
      if type == .title || type == .function {
        if !held.contains(i) { continue }
      } else if Double(name.confidence) < minimumConfidence {
        continue
      }
      drafts.append(
        Draft(
          type: type, tokens: name.tokens, rule: name.rule, name: i, titles: name.titles, functions: name.functions))
    }
  }

  private mutating func draftDates() {
    for (i, date) in dates.enumerated() {
      drafts.append(Draft(type: .date, tokens: date.tokens, rule: date.ruleName, date: i))
    }
  }

  /// Dates are resolved once it is known which stay: one that is part of a name is nothing to count from.
  private mutating func resolveDates() {
    let staying = drafts.map(\.date).filter { $0 >= 0 }
    if reference == nil, readsDateline {
      reference = DateReader.dateline(of: staying.prefix(8).map { dates[$0] }, in: reading.chart)
      impliesReference = reference != nil
    }
    let resolved = DateReader.resolve(
      staying.map { dates[$0] }, in: reading.chart, reference: reference, direction: direction)
    for (i, time) in zip(staying, resolved) { times[i] = time }
    for i in drafts.indices where drafts[i].date >= 0 {
      if let time = times[drafts[i].date] { drafts[i].type = MentionType(time.type) }
    }
  }

  private mutating func settle() {
    let stays = Conflicts.settle(drafts)
    drafts = zip(drafts, stays).compactMap { $1 ? $0 : nil }
    drafts.sort {
      $0.tokens.lowerBound != $1.tokens.lowerBound
        ? $0.tokens.lowerBound < $1.tokens.lowerBound : $0.tokens.upperBound > $1.tokens.upperBound
    }
  }

  // MARK: references

  private mutating func joinReferences() {
    let text = reading.chart.text
    let words = reading.chart.words
    var held = Set<Int>()
    var covered = Set<Int>()  // tokens of names: an office inside one is part of it
    for d in drafts {
      held.formUnion(d.functions)
      if [.person, .organization, .event, .place].contains(d.type) { covered.formUnion(d.tokens) }
    }
    let candidates = names.indices.filter {
      names[$0].kind == .function && !names[$0].isPlural && !held.contains($0)
        && !covered.contains(names[$0].tokens.lowerBound) && Self.isDefinite(names[$0].tokens.lowerBound, words)
    }
    guard !candidates.isEmpty else { return }
    let role = reading.chart.rules.list("role")
    var bits: [Int: Int32] = [:]
    for i in names.indices where names[i].kind == .function {
      let at = names[i].tokens.lowerBound
      var longest = 0
      for entry in reading.chart.entries(at: at) where entry.symbol == role && Int(entry.length) > longest {
        longest = Int(entry.length)
        bits[at] = entry.value
      }
    }
    var references = References(text: text, names: names) { bits[$0.lowerBound] ?? 0 }
    for (name, entity) in references.resolve(candidates, identity: identity, drafts: drafts) {
      drafts.append(Draft(type: .reference, tokens: officeAlone(name), rule: "definite-office", name: name))
      identity.add(drafts.count - 1, to: entity, &drafts)
    }
  }

  /// "La société", "le Slovaque".
  private mutating func joinNouns() {
    var covered = [Bool](repeating: false, count: reading.chart.tokenCount)
    for d in drafts where !d.type.isTemporal && d.type != .product { for t in d.tokens { covered[t] = true } }
    let genders = identity.entities.map(\.gender)
    let nouns = OrganizationReferences(reading.chart)
    let organizations = nouns.resolve(drafts, covered: covered, reading.chart)
    let places = PlaceReferences(reading.chart, nouns: nouns).resolve(drafts, covered: covered, reading.chart)
    let people = NationalReferences(text: reading.chart.text, words: reading.chart.words, names: names)
      .resolve(drafts, covered: covered, reading.chart) { genders[$0] }
    for (found, rule) in [
      (organizations, "organization-noun"), (places, "capital-noun"), (people, "demonym-noun"),
    ] {
      for (tokens, entity) in found {
        drafts.append(Draft(type: .reference, tokens: tokens, rule: rule))
        identity.add(drafts.count - 1, to: entity, &drafts)
      }
    }
  }

  /// A free-standing office without the place where something happened: "le dirigeant togolais | à Astana".
  private borrowing func officeAlone(_ name: Int) -> Range<Int> {
    let tokens = names[name].tokens
    guard let place = names[name].place.map({ names[$0].tokens.lowerBound }), tokens.contains(place),
      !Self.postedAbroad.contains(names[name].head ?? "")
    else { return tokens }
    for t in [place - 1, place - 2] where t > tokens.lowerBound {
      if ["à", "au", "aux", "en"].contains(reading.chart.lower(t)) {
        return tokens.lowerBound..<t
      }
    }
    return tokens
  }

  /// Offices whose place is where they are held.
  private static let postedAbroad: Set<String> = [
    "ambassadeur", "consul", "correspondant", "envoyé", "envoyé spécial", "représentant", "délégué", "attaché",
    "chargé d'affaires", "nonce", "résident",
  ]

  /// Whether a definite or demonstrative determiner stands before: le, la, l', du, au, ce, cette.
  private static func isDefinite(_ token: Int, _ words: TokenWords) -> Bool {
    guard token > 0 else { return false }
    return ["le", "la", "l'", "du", "au", "ce", "cet", "cette"].contains(words[token - 1])
  }

  // MARK: quotations

  private borrowing func quotations() -> [Quotations.Found] {
    let members = identity.entities
    let sources = Sources(text: reading.chart.text, words: reading.chart.words, drafts: drafts, names: names) {
      members[$0].gender
    }
    let rules = reading.chart.rules.rules
    let attributions = reading.speech.attributions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return Quotations(
      text: reading.chart.text, attributions: attributions, dialogue: reading.speech.dialogue, sources: sources,
      ruleName: { rules[Int($0)].name }
    ).find()
  }

  // MARK: the result

  private consuming func write(_ found: [Quotations.Found]) -> Analysis {
    let text = reading.chart.text
    let order = drafts.indices.sorted { a, b in
      let (p, q) = (drafts[a].tokens, drafts[b].tokens)
      return p.lowerBound != q.lowerBound
        ? p.lowerBound < q.lowerBound : p.upperBound != q.upperBound ? p.upperBound > q.upperBound : a < b
    }
    var mentionOf = [Int](repeating: 0, count: drafts.count)
    for (i, d) in order.enumerated() { mentionOf[d] = i }
    var mentionOfName: [Int: Mention.ID] = [:]
    for (d, draft) in drafts.enumerated() where draft.name >= 0 && draft.type != .reference {
      mentionOfName[draft.name] = Mention.ID(mentionOf[d])
    }
    // Entities in the order of their first mention.
    let first = identity.entities.map { $0.drafts.map { drafts[$0].tokens.lowerBound }.min() ?? 0 }
    let used = identity.entities.indices.filter { !identity.entities[$0].drafts.isEmpty }
      .sorted { first[$0] < first[$1] }
    var entityID: [Int: Entity.ID] = [:]
    for (i, e) in used.enumerated() { entityID[e] = Entity.ID(i) }
    var holders: [Int: [Entity.ID]] = [:]
    for draft in drafts where draft.type == .person {
      for part in draft.titles + draft.functions {
        if let e = draft.entity, let id = entityID[e], !(holders[part] ?? []).contains(id) {
          holders[part, default: []].append(id)
        }
      }
    }
    func entity(ofName name: Int?) -> Entity.ID? {
      name.flatMap { mentionOfName[$0] }.flatMap { drafts[order[$0.index]].entity }.flatMap { entityID[$0] }
    }
    func confidence(_ draft: Draft) -> Double? {
      switch draft.type {
      case .person, .organization, .place, .event, .product: draft.name < 0 ? nil : Double(names[draft.name].confidence)
      default: nil
      }
    }
    var mentions: [Mention] = []
    mentions.reserveCapacity(drafts.count)
    for (i, d) in order.enumerated() {
      let draft = drafts[d]
      let span = TextSpan(tokens: draft.tokens, in: text)
      let detail: Mention.Detail
      switch draft.type {
      case .person:
        detail = .person(
          titles: draft.titles.compactMap { mentionOfName[$0] },
          functions: draft.functions.compactMap { mentionOfName[$0] })
      case .title: detail = .title(holders: holders[draft.name] ?? [])
      case .function:
        let name = names[draft.name]
        detail = .function(
          FunctionDetail(
            label: name.label ?? text.string(span), holders: holders[draft.name] ?? [],
            organization: entity(ofName: name.organization), place: entity(ofName: name.place)))
      default: detail = times[draft.date].map { .time($0) } ?? .name
      }
      mentions.append(
        Mention(
          id: Mention.ID(i), type: draft.type, span: span, text: text.string(span), rule: draft.rule,
          confidence: confidence(draft),
          entity: draft.entity.flatMap { entityID[$0] }, detail: detail))
    }
    let entities = used.map { card($0, entityID[$0]!, mentions, mentionOf, order) }
    let quotations = found.map {
      let span = TextSpan(tokens: $0.inside, in: text)
      return Quotation(
        span: span, text: text.string(span), speaker: $0.speaker.flatMap { entityID[$0] },
        cue: $0.cue.map { TextSpan(tokens: $0, in: text) }, rule: $0.rule)
    }
    return Analysis(
      source: text, reference: reference, impliesReference: impliesReference, mentions: mentions, entities: entities,
      quotations: quotations)
  }

  /// An entity with what its mentions say of it.
  private borrowing func card(
    _ e: Int, _ id: Entity.ID, _ mentions: [Mention], _ mentionOf: [Int], _ order: [Int]
  ) -> Entity {
    let member = identity.entities[e]
    let own = member.drafts.map { mentions[mentionOf[$0]] }.sorted { $0.id < $1.id }
    var forms: [String] = []
    for m in own where m.type != .reference && !forms.contains(m.text) { forms.append(m.text) }
    // Of two spellings of one length small letters say more: "NAIROBI" opens a dispatch, "Nairobi" names the town.
    let name = forms.max { $0.count != $1.count ? $0.count < $1.count : $0.isAllCapitals && !$1.isAllCapitals } ?? ""
    var titles: [String] = []
    var functions: [Entity.Function] = []
    for m in own {
      guard case .person(let t, let f) = m.detail else { continue }
      for title in t where !titles.contains(mentions[title.index].text) { titles.append(mentions[title.index].text) }
      for function in f {
        guard case .function(let detail) = mentions[function.index].detail,
          !functions.contains(where: { $0.label == detail.label })
        else { continue }
        let (status, time) = held(drafts[order[function.index]].tokens, function, mentions, order)
        functions.append(
          Entity.Function(
            label: detail.label, organization: detail.organization, place: detail.place, mention: function,
            status: status, time: time))
      }
    }
    return Entity(
      id: id, type: member.type, name: name, mentions: own.map(\.id), aliases: forms.filter { $0 != name },
      acronym: member.acronym, titles: titles, functions: functions)
  }

  /// When an office was held, as far as its words and the expression of time behind it say.
  private borrowing func held(
    _ office: Range<Int>, _ id: Mention.ID, _ mentions: [Mention], _ order: [Int]
  ) -> (Entity.Function.Status?, Mention.ID?) {
    let times = OfficeTimes(text: reading.chart.text, words: reading.chart.words)
    for m in mentions[(id.index + 1)...].prefix(6) {
      guard case .time(let time) = m.detail else { continue }
      let isPeriod = m.type == .period || time.value?.contains("/") == true
      let isTied = times.isTied(office, to: drafts[order[m.id.index]].tokens.lowerBound, isPeriod: isPeriod)
      return (times.status(of: office), isTied ? m.id : nil)
    }
    return (times.status(of: office), nil)
  }
}

extension String {
  fileprivate var isAllCapitals: Bool { contains(where: \.isLetter) && !contains(where: \.isLowercase) }
}
