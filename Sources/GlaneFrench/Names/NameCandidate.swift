/// A stretch that may be a name, with what speaks for each type.
struct NameCandidate {
  enum Kind: Int { case person, organization, place, event, product }

  var tokens: Range<Int>
  /// Evidence for each kind: sums of weights; 0 is none.
  var scores = SIMD8<Float>(repeating: 0)
  /// What gave it.
  enum Source { case rule, list, run }
  var source: Source
  /// Index of the rule that gave it, or -1.
  var ruleIndex: Int32 = -1
  /// The candidate stands at the start of a sentence, where its capital says nothing.
  var isInitial = false
  /// A place inside the name of an organisation or an event.
  var isNested = false
  /// One of several that share a plural title or office before the first: "MM. X, Y et Z".
  var isListed = false
  /// It ends in the number of a sovereign.
  var isNumbered = false
  /// How many first names it starts with.
  var firstNames = 0
  /// Hash of the last word, of the whole.
  var lastHash: UInt64 = 0
  var wholeHash: UInt64 = 0

  var best: Kind {
    var b = 0
    for i in 1..<5 where scores[i] > scores[b] { b = i }
    return Kind(rawValue: b)!
  }
  var score: Float { scores[best.rawValue] }
  /// How far the best is ahead of the second.
  var margin: Float {
    let b = best.rawValue
    var second: Float = 0
    for i in 0..<5 where i != b { second = max(second, scores[i]) }
    return scores[b] - second
  }
  subscript(kind: Kind) -> Float {
    get { scores[kind.rawValue] }
    set { scores[kind.rawValue] = newValue }
  }
}
