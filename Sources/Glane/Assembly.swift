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
  /// Of the dates that stay: what a mention says of them. A draft's ``Draft/time`` is the index here.
  private var times: [Mention.Detail] = []
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

  // Below, names and drafts are read field by field: a copy of one would touch every part of it.

  private mutating func draftNames() {
    // Titles and functions are mentions where a person holds them; a free-standing office may still be a reference.
    var held = [Bool](repeating: false, count: names.count)
    for i in names.indices where names[i].kind == .person && Double(names[i].confidence) >= minimumConfidence {
      for part in names[i].titles { held[part] = true }
      for part in names[i].functions { held[part] = true }
    }
    drafts.reserveCapacity(names.count + dates.count)
    for i in names.indices {
      let type: MentionType
      switch names[i].kind {
      case .person: type = .person
      case .title: type = .title
      case .function: type = .function
      case .organization: type = .organization
      case .place: type = .place
      case .event: type = .event
      case .product: type = .product
      }
      if type == .title || type == .function {
        if !held[i] { continue }
      } else if Double(names[i].confidence) < minimumConfidence {
        continue
      }
      drafts.append(
        Draft(
          type: type, tokens: names[i].tokens, rule: names[i].rule, name: i, titles: names[i].titles,
          functions: names[i].functions))
    }
  }

  private mutating func draftDates() {
    for i in dates.indices {
      drafts.append(Draft(type: .date, tokens: dates[i].tokens, rule: dates[i].ruleName, date: i))
    }
  }

  /// Dates are resolved once it is known which stay: one that is part of a name is nothing to count from.
  private mutating func resolveDates() {
    var staying: [DateMention] = []
    staying.reserveCapacity(dates.count)
    for d in drafts.indices where drafts[d].date >= 0 {
      drafts[d].time = staying.count
      staying.append(dates[drafts[d].date])
    }
    if reference == nil, readsDateline {
      reference = DateReader.dateline(of: Array(staying.prefix(8)), in: reading.chart)
      impliesReference = reference != nil
    }
    let resolved = DateReader.resolve(staying, in: reading.chart, reference: reference, direction: direction)
    for d in drafts.indices where drafts[d].time >= 0 { drafts[d].type = MentionType(resolved[drafts[d].time].type) }
    times = resolved.map { .time($0) }
  }

  private mutating func settle() {
    let stays = Conflicts.settle(drafts)
    var left: [Draft] = []
    left.reserveCapacity(drafts.count)
    for d in readingOrder() where stays[d] { left.append(drafts[d]) }
    drafts = left
  }

  /// The drafts by their first token, then the longest first.
  private borrowing func readingOrder() -> [Int] {
    struct Place: Comparable {
      var tokens: Range<Int>
      var draft: Int
      static func < (a: Place, b: Place) -> Bool {
        if a.tokens.lowerBound != b.tokens.lowerBound { return a.tokens.lowerBound < b.tokens.lowerBound }
        if a.tokens.upperBound != b.tokens.upperBound { return a.tokens.upperBound > b.tokens.upperBound }
        return a.draft < b.draft
      }
    }
    var places = drafts.indices.map { Place(tokens: drafts[$0].tokens, draft: $0) }
    places.sort()
    return places.map(\.draft)
  }

  // MARK: references

  private mutating func joinReferences() {
    let text = reading.chart.text
    let words = reading.chart.words
    var held = [Bool](repeating: false, count: names.count)
    var covered = [Bool](repeating: false, count: text.tokens.count)  // by names: an office inside one is part of it
    for d in drafts.indices {
      for f in drafts[d].functions { held[f] = true }
      switch drafts[d].type {
      case .person, .organization, .event, .place: for t in drafts[d].tokens { covered[t] = true }
      default: break
      }
    }
    let candidates = names.indices.filter {
      names[$0].kind == .function && !names[$0].isPlural && !held[$0] && !covered[names[$0].tokens.lowerBound]
        && Self.isDefinite(names[$0].tokens.lowerBound, words)
    }
    guard !candidates.isEmpty else { return }
    let role = reading.chart.rules.list("role")
    var roles = [Int32](repeating: 0, count: names.count)
    for i in names.indices where names[i].kind == .function {
      var longest = 0
      for entry in reading.chart.entries(at: names[i].tokens.lowerBound)
      where entry.symbol == role && Int(entry.length) > longest {
        longest = Int(entry.length)
        roles[i] = entry.value
      }
    }
    var references = References(text: text, names: names, roles: roles)
    for (name, entity) in references.resolve(candidates, identity: identity, drafts: drafts) {
      drafts.append(Draft(type: .reference, tokens: officeAlone(name), rule: "definite-office", name: name))
      identity.add(drafts.count - 1, to: entity, &drafts)
    }
  }

  /// "La société", "le Slovaque".
  private mutating func joinNouns() {
    var covered = [Bool](repeating: false, count: reading.chart.tokenCount)
    for d in drafts.indices where !drafts[d].type.isTemporal && drafts[d].type != .product {
      for t in drafts[d].tokens { covered[t] = true }
    }
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
      if Self.locative.contains(reading.chart.word(t)) {
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
    token > 0 && definite.contains(words.word(token - 1))
  }

  private static let locative: WordSet = ["à", "au", "aux", "en"]
  private static let definite: WordSet = ["le", "la", "l'", "du", "au", "ce", "cet", "cette"]

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
    let order = readingOrder()
    var mentionOf = [Int](repeating: 0, count: drafts.count)
    for (i, d) in order.enumerated() { mentionOf[d] = i }
    var mentionOfName = [Int](repeating: -1, count: names.count)
    for d in drafts.indices where drafts[d].name >= 0 && drafts[d].type != .reference {
      mentionOfName[drafts[d].name] = mentionOf[d]
    }
    let (used, entityID) = entitiesInOrder()
    var holders = [[Entity.ID]](repeating: [], count: names.count)
    for d in drafts.indices where drafts[d].type == .person {
      guard let e = drafts[d].entity, let id = entityID[e] else { continue }
      for part in drafts[d].titles where !holders[part].contains(id) { holders[part].append(id) }
      for part in drafts[d].functions where !holders[part].contains(id) { holders[part].append(id) }
    }
    func mention(ofName name: Int) -> Mention.ID? {
      mentionOfName[name] < 0 ? nil : Mention.ID(mentionOfName[name])
    }
    func entity(ofName name: Int?) -> Entity.ID? {
      guard let name, let mention = mention(ofName: name), let e = drafts[order[mention.index]].entity else {
        return nil
      }
      return entityID[e]
    }
    var mentions: [Mention] = []
    mentions.reserveCapacity(drafts.count)
    for (i, d) in order.enumerated() {
      let type = drafts[d].type
      let name = drafts[d].name
      let span = TextSpan(tokens: drafts[d].tokens, in: text)
      let words = text.string(span)
      var detail = Mention.Detail.name
      var confidence: Double?
      switch type {
      case .person:
        detail = .person(
          titles: drafts[d].titles.compactMap(mention), functions: drafts[d].functions.compactMap(mention))
      case .title: detail = .title(holders: holders[name])
      case .function:
        detail = .function(
          FunctionDetail(
            label: names[name].label ?? words, holders: holders[name],
            organization: entity(ofName: names[name].organization), place: entity(ofName: names[name].place)))
      default: if drafts[d].time >= 0 { detail = times[drafts[d].time] }
      }
      switch type {
      case .person, .organization, .place, .event, .product:
        if name >= 0 { confidence = Double(names[name].confidence) }
      default: break
      }
      mentions.append(
        Mention(
          id: Mention.ID(i), type: type, span: span, text: words, rule: drafts[d].rule, confidence: confidence,
          entity: drafts[d].entity.flatMap { entityID[$0] }, detail: detail))
    }
    var entities: [Entity] = []
    entities.reserveCapacity(used.count)
    for e in used { entities.append(card(e, Entity.ID(entities.count), mentions, mentionOf, order)) }
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

  /// The entities that have mentions, in the order of the first of these; and each one's place among them.
  private borrowing func entitiesInOrder() -> (used: [Int], id: [Entity.ID?]) {
    struct Place: Comparable {
      var first: Int
      var entity: Int
      static func < (a: Place, b: Place) -> Bool { a.first != b.first ? a.first < b.first : a.entity < b.entity }
    }
    let members = identity.entities
    var places: [Place] = []
    places.reserveCapacity(members.count)
    for e in members.indices {
      var first = Int.max
      for d in members[e].drafts { first = min(first, drafts[d].tokens.lowerBound) }
      if first < .max { places.append(Place(first: first, entity: e)) }
    }
    places.sort()
    var ids = [Entity.ID?](repeating: nil, count: members.count)
    for (i, place) in places.enumerated() { ids[place.entity] = Entity.ID(i) }
    return (places.map(\.entity), ids)
  }

  /// An entity with what its mentions say of it.
  private borrowing func card(
    _ e: Int, _ id: Entity.ID, _ mentions: [Mention], _ mentionOf: [Int], _ order: [Int]
  ) -> Entity {
    let type = identity.entities[e].type
    var own = identity.entities[e].drafts.map { mentionOf[$0] }
    if own.count > 1 { own.sort() }
    var forms: [String] = []
    for m in own where mentions[m].type != .reference && !forms.contains(mentions[m].text) {
      forms.append(mentions[m].text)
    }
    var name = forms.first ?? ""
    if forms.count > 1 {
      // Of two spellings of one length small letters say more: "NAIROBI" opens a dispatch, "Nairobi" names the town.
      name = forms.max { $0.count != $1.count ? $0.count < $1.count : $0.isAllCapitals && !$1.isAllCapitals } ?? ""
    }
    var titles: [String] = []
    var functions: [Entity.Function] = []
    for m in own where type == .person {
      guard case .person(let t, let f) = mentions[m].detail else { continue }
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
      id: id, type: type, name: name, mentions: own.map { Mention.ID($0) },
      aliases: forms.count > 1 ? forms.filter { $0 != name } : [], acronym: identity.entities[e].acronym,
      titles: titles, functions: functions)
  }

  /// When an office was held, as far as its words and the expression of time behind it say.
  private borrowing func held(
    _ office: Range<Int>, _ id: Mention.ID, _ mentions: [Mention], _ order: [Int]
  ) -> (Entity.Function.Status?, Mention.ID?) {
    let times = OfficeTimes(text: reading.chart.text, words: reading.chart.words)
    for m in id.index + 1..<min(id.index + 7, mentions.count) {
      guard case .time(let time) = mentions[m].detail else { continue }
      let isPeriod = mentions[m].type == .period || time.value?.utf8.contains(UInt8(ascii: "/")) == true
      let isTied = times.isTied(office, to: drafts[order[m]].tokens.lowerBound, isPeriod: isPeriod)
      return (times.status(of: office), isTied ? mentions[m].id : nil)
    }
    return (times.status(of: office), nil)
  }
}

extension String {
  fileprivate var isAllCapitals: Bool { contains(where: \.isLetter) && !contains(where: \.isLowercase) }
}
