/// A name, title or function as the name rules give it: token ranges, and indices into ``NameReader/mentions`` for
/// what belongs together. Entities are made of them later, over the whole document.
package struct NameMention: Sendable, Hashable {
  /// The raw values are the names of constituents.
  package enum Kind: String, Sendable, CaseIterable {
    case person, title, function, organization, place, event, product

    /// In the order of the cases.
    var number: Int {
      switch self {
      case .person: 0
      case .title: 1
      case .function: 2
      case .organization: 3
      case .place: 4
      case .event: 5
      case .product: 6
      }
    }
  }
  package enum Gender: Sendable, Hashable { case masculine, feminine }

  package var kind: Kind
  package var tokens: Range<Int>
  /// The rule or list that gave it.
  package var rule: String
  /// 0…1: how sure.
  package var confidence: Float = 1
  /// Of a person: its titles and functions.
  package var titles: [Int] = []
  package var functions: [Int] = []
  /// Of a function: the whole of it, even where the text shares its head between several people.
  package var label: String?
  /// Of a function: the organisation and the place it names.
  package var organization: Int?
  package var place: Int?
  /// Of a function: the country its demonym names ("président togolais": Togo), folded as in the demonym list.
  package var country: String?
  /// Of a function: its head noun, masculine singular ("ministre", "directeur").
  package var head: String?
  package var gender: Gender?
  package var isPlural = false
  /// Of an organisation: the mention of its full name, where this one is its acronym in brackets (or the other way round).
  package var fullName: Int?

  package init(kind: Kind, tokens: Range<Int>, rule: String) {
    self.kind = kind
    self.tokens = tokens
    self.rule = rule
  }
}
