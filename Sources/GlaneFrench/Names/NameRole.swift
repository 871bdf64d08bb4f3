import GlanePatterns

/// An office or a title that a rule found: the noun phrase, before it is known who holds it.
struct NameRole {
  enum Kind { case title, function }

  var kind: Kind
  var tokens: Range<Int>
  /// The head noun, with its prefix.
  var head: Range<Int>
  /// Adjectives and complements behind the head: each from its preposition on.
  var complements: Range<Int>?
  /// "m", "f" or "x".
  var gender: NameMention.Gender?
  var isPlural: Bool
  /// The head in the masculine singular; in the singular.
  var lemma: String
  var singular: String
  var country: String?
  /// "saint", which opens the names of places as well.
  var isSaint: Bool
  /// A civility: "M.", "Mme".
  var isCivility: Bool
  /// A civility, a rank or a noble title: "de" behind it begins a surname.
  var bearsParticle = false
  var isNoble = false
  var rule: Int32
}
