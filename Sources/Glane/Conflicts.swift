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
    let order = drafts.indices.sorted { a, b in
      let (p, q) = (drafts[a], drafts[b])
      if p.tokens.lowerBound != q.tokens.lowerBound { return p.tokens.lowerBound < q.tokens.lowerBound }
      if p.tokens.upperBound != q.tokens.upperBound { return p.tokens.upperBound > q.tokens.upperBound }
      return rank(p) < rank(q)
    }
    // Those that may still hold or overlap what comes next.
    var open: [Int] = []
    for i in order {
      let here = drafts[i]
      open.removeAll { drafts[$0].tokens.upperBound <= here.tokens.lowerBound || !stays[$0] }
      for j in open where stays[i] {
        let outer = drafts[j]
        if outer.tokens.upperBound >= here.tokens.upperBound {
          if !mayHold(outer, here) { stays[i] = false }
        } else if competes(outer.type), competes(here.type) {
          if here.tokens.count > outer.tokens.count { stays[j] = false } else { stays[i] = false }
        }
      }
      if stays[i] { open.append(i) }
    }
    return stays
  }

  private static func mayHold(_ outer: Draft, _ inner: Draft) -> Bool {
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
