import GlanePatterns

/// What the lists of titles and functions say of a head noun.
///
/// Of a title, `civ.mp`: its sort, then its gender and number. Of a function, `f|ministre` or `mp|député|député`: gender and
/// number, the head in the masculine singular, the head in the singular.
struct RoleWord {
  enum Sort: String { case civility = "civ", noble, rank, saint, other }

  var sort = Sort.other
  var gender: NameMention.Gender?
  var isPlural = false
  /// The head of a function in the masculine singular; empty for a title.
  var lemma = ""
  /// Of a function: its head in the singular, where that is not the word as it stands.
  var singular: String?

  /// nil for what is no value of these lists.
  init?(_ value: String, isTitle: Bool) {
    let mark: Substring
    if isTitle {
      guard let dot = value.firstIndex(of: ".") else { return nil }
      sort = Sort(rawValue: String(value[..<dot])) ?? .other
      mark = value[value.index(after: dot)...]
    } else {
      let parts = value.split(separator: "|", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { return nil }
      mark = parts[0]
      lemma = String(parts[1])
      singular = parts.count > 2 ? String(parts[2]) : mark.hasSuffix("p") ? lemma : nil
    }
    isPlural = mark.hasSuffix("p")
    switch isPlural ? mark.dropLast() : mark {
    case "m": gender = .masculine
    case "f": gender = .feminine
    default: break
    }
  }
}

/// The role words that a text's rules have met: each value is read once. Of one thread at a time.
final class RoleWords {
  private var known: [Int32: RoleWord?] = [:]

  /// - Parameter value: Of an entry of the lists.
  func word(_ value: Int32, isTitle: Bool, _ rules: RuleSet) -> RoleWord? {
    let key = isTitle ? ~value : value
    if let word = known[key] { return word }
    let word = RoleWord(rules.text(value), isTitle: isTitle)
    known[key] = .some(word)
    return word
  }
}
