import GlaneText

extension Analysis {
  /// The entities as JSON-LD in the vocabulary of schema.org, for a knowledge graph: persons with their roles,
  /// organisations, places, events, quotations, and the article that mentions them.
  ///
  /// The context is inline, so that no processor has to fetch one; entities are blank nodes.
  ///
  /// - Parameter id: The name of the document.
  /// - Complexity: O(*n*) in the length of the text.
  public func jsonLD(id: DocumentID? = nil) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("@context")
    writer.beginObject()
    writer.key("@vocab")
    writer.value("https://schema.org/")
    writer.endObject()
    writer.key("@graph")
    writer.beginArray()
    writer.article(self, id)
    for entity in entities { writer.entity(entity, in: self) }
    for quotation in quotations { writer.quotation(quotation) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func article(_ analysis: Analysis, _ id: DocumentID?) {
    beginObject()
    text("@type", "Article")
    if let id { text("name", id.description) }
    text("inLanguage", "fr")
    if let reference = analysis.reference { text("dateCreated", reference.description) }
    texts("temporalCoverage", analysis.calendarValues)
    key("mentions")
    beginArray()
    for entity in analysis.entities { node(entity.id) }
    endArray()
    endObject()
  }

  fileprivate mutating func entity(_ entity: Entity, in analysis: Analysis) {
    beginObject()
    text("@id", entity.id.node)
    text("@type", entity.type.schemaType)
    text("name", entity.name)
    texts("alternateName", entity.aliases + (entity.acronym.map { entity.aliases.contains($0) ? [] : [$0] } ?? []))
    texts("honorificPrefix", entity.titles)
    texts("jobTitle", entity.functions.map(\.label).withoutRepetition)
    role("worksFor", entity.functions, in: analysis) { $0.organization }
    role("workLocation", entity.functions, in: analysis) { $0.place }
    endObject()
  }

  /// schema.org says what somebody is to an organisation by a `Role` between the two.
  private mutating func role(
    _ property: StaticString, _ functions: [Entity.Function], in analysis: Analysis,
    _ object: (Entity.Function) -> Entity.ID?
  ) {
    let held = functions.filter { object($0) != nil }
    guard !held.isEmpty else { return }
    key(property)
    beginArray()
    for function in held {
      beginObject()
      text("@type", "Role")
      text("roleName", function.label)
      span(of: function, in: analysis)
      if let object = object(function) {
        key(property)
        node(object)
      }
      endObject()
    }
    endArray()
  }

  /// When an office was held, where both ends are days, months or years, or open.
  private mutating func span(of function: Entity.Function, in analysis: Analysis) {
    guard let id = function.time, case .time(let time) = analysis[id].detail, let value = time.value else { return }
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0 == ".." || $0.first?.isNumber == true }) else { return }
    if ends[0] != ".." { text("startDate", String(ends[0])) }
    if ends[1] != ".." { text("endDate", String(ends[1])) }
  }

  fileprivate mutating func quotation(_ quotation: Quotation) {
    beginObject()
    text("@type", "Quotation")
    text("text", quotation.text)
    if let speaker = quotation.speaker {
      key("creator")
      node(speaker)
    }
    endObject()
  }

  private mutating func node(_ id: Entity.ID) {
    beginObject()
    text("@id", id.node)
    endObject()
  }

  private mutating func text(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  private mutating func texts(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }
}

extension MentionType {
  fileprivate var schemaType: String {
    switch self {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Place"
    case .event: "Event"
    default: "Thing"
    }
  }
}

extension Entity.ID {
  fileprivate var node: String { "_:e\(index)" }
}

extension Analysis {
  /// The values that ISO 8601 can say, once each: whole dates and intervals of them.
  fileprivate var calendarValues: [String] {
    dates.compactMap(\.value).filter { value in
      value.utf8.contains { 0x30...0x39 ~= $0 } && value.utf8.first.map { 0x30...0x39 ~= $0 || $0 == 0x2E } == true
        && value.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F }
        && !value.split(separator: "/").contains { $0.count < 4 && $0 != ".." }
    }.withoutRepetition
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  var withoutRepetition: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
