import GlaneFrench

/// Which of two mentions that share text stays: the one written order, for the whole library.
///
/// 1. What a person's name, an event's, a place's or an organisation's holds is part of it: a date inside a name is no
///    date ("rue du 8 mai 1945"), a name inside a name no second one, save an organisation or a place inside an
///    organisation ("université de Dakar") and a person inside none.
/// 2. Titles and functions hold names and dates.
/// 3. What a date holds is part of the date ("à la Saint-Jean").
/// 4. Two names that only overlap: the longer stays, then the one that starts first.
/// 5. The same span twice: person, then a date, organisation, event, place, product, and last a
///    feast of one word, whose name towns bear ("Saint-Jean", but "la Saint-Jean").
enum Conflicts {
  /// The drafts that stay, as a flag for each.
  ///
  /// - Complexity: O(n log n) for n drafts.
  static func settle(_ drafts: [Draft]) -> [Bool] {
    var stays = [Bool](repeating: true, count: drafts.count)
    var order = drafts.indices.map { Place($0, drafts[$0]) }
    order.sort()
    // Those that may still hold or overlap what comes next.
    var open: [Place] = []
    for here in order {
      open.removeAll { $0.tokens.upperBound <= here.tokens.lowerBound || !stays[$0.draft] }
      for outer in open where stays[here.draft] {
        if outer.tokens.upperBound >= here.tokens.upperBound {
          if !mayHold(outer, here) { stays[here.draft] = false }
        } else if competes(outer.type), competes(here.type) {
          stays[here.tokens.count > outer.tokens.count ? outer.draft : here.draft] = false
        }
      }
      if stays[here.draft] { open.append(here) }
    }
    return stays
  }

  /// What the order looks at of a draft.
  private struct Place: Comparable {
    var draft: Int
    var type: MentionType
    var tokens: Range<Int>
    var rank: Int

    init(_ index: Int, _ draft: Draft) {
      self.draft = index
      type = draft.type
      tokens = draft.tokens
      rank = Conflicts.rank(draft)
    }

    static func < (a: Place, b: Place) -> Bool {
      if a.tokens.lowerBound != b.tokens.lowerBound { return a.tokens.lowerBound < b.tokens.lowerBound }
      if a.tokens.upperBound != b.tokens.upperBound { return a.tokens.upperBound > b.tokens.upperBound }
      return a.rank != b.rank ? a.rank < b.rank : a.draft < b.draft
    }
  }

  private static func mayHold(_ outer: Place, _ inner: Place) -> Bool {
    switch outer.type {
    case .function, .reference, .title: outer.tokens != inner.tokens || inner.type.isTemporal == false
    case .organization:
      outer.tokens != inner.tokens && (inner.type == .organization || inner.type == .place || inner.type == .function)
    case .event: outer.tokens != inner.tokens && inner.type == .place
    default: false
    }
  }

  private static func competes(_ type: MentionType) -> Bool {
    switch type {
    case .title, .function, .reference: false
    default: true
    }
  }

  private static func rank(_ draft: Draft) -> Int {
    switch draft.type {
    case .function, .reference, .title: 0
    case .person: 1
    case .organization: 3
    case .event: 4
    case .place: 5
    case .product: 6
    default: draft.tokens.count > 1 || draft.rule != "feast" ? 2 : 7
    }
  }
}
