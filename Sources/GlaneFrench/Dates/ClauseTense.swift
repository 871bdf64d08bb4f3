import GlanePatterns
import GlaneText

/// Which way the verb of a clause points, from the forms of its words: enough to tell "a été reçu mardi" from "sera reçu
/// mardi", with no lexicon of verbs.
///
/// French marks it well: the future ends in -ra, -ront after an r, the imperfect in -ait, -aient, the simple past in
/// -èrent, -irent, -urent; the compound past is a form of avoir or être before a participle.
enum ClauseTense {
  case past, future

  /// The tense of the verb nearest to `mention` in its clause, those before it first; nil where no verb tells.
  ///
  /// - Complexity: O(tokens looked at), at most ``reach`` on each side.
  static func near(_ mention: Range<Int>, in chart: borrowing Chart) -> ClauseTense? {
    let sentence = chart.sentence(of: mention.lowerBound)
    var left: (ClauseTense, Int)?
    var i = mention.lowerBound - 1
    let first = max(sentence.lowerBound, mention.lowerBound - reach)
    while i >= first, left == nil {
      if endsClause(chart, i) { break }
      if let tense = tense(chart, i, sentence) { left = (tense, mention.lowerBound - i) }
      i -= 1
    }
    var right: (ClauseTense, Int)?
    i = mention.upperBound
    let last = min(sentence.upperBound, mention.upperBound + reach)
    while i < last, right == nil {
      if endsClause(chart, i) { break }
      if let tense = tense(chart, i, sentence) { right = (tense, i - mention.upperBound + 1) }
      i += 1
    }
    guard let left else { return right?.0 }
    guard let right else { return left.0 }
    // A verb that follows closely is the date's own: "Mardi, il recevra".
    return right.1 + 4 < left.1 ? right.0 : left.0
  }

  private static let reach = 30

  private static func endsClause(_ chart: borrowing Chart, _ token: Int) -> Bool {
    guard chart.text.tokens.kinds[token] == .punctuation else { return false }
    return word(chart, token) { $0.count == 1 && ($0.first == UInt8(ascii: ";") || $0.first == UInt8(ascii: ":")) }
  }

  private static func word<R>(_ chart: borrowing Chart, _ token: Int, _ body: (ArraySlice<UInt8>) -> R) -> R {
    body(chart.text.utf8[Int(chart.text.tokens.starts[token])..<Int(chart.text.tokens.ends[token])])
  }

  private static func text(_ chart: borrowing Chart, _ token: Int) -> String {
    chart.text.string(chart.text.tokens.span(at: token)).lowercased()
  }

  private static func tense(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> ClauseTense? {
    let kind = chart.text.tokens.kinds[token]
    guard kind == .word else { return nil }
    let shape = chart.text.tokens.shapes[token]
    // A capital inside a sentence is a name.
    if shape.contains(.initialUpper), token > sentence.lowerBound { return nil }
    let w = text(chart, token)
    switch w {
    case "va", "vont", "vais", "allons", "doit", "doivent", "devra", "devront", "devrait", "devraient", "prévu", "prévue",
      "prévus", "prévues", "attendu", "attendue", "attendus", "attendues", "prochain", "prochaine", "rendez-vous":
      return .future
    case "a", "ont", "ai", "avons", "avez", "as", "ayant":
      return participleFollows(chart, token, sentence) ? .past : nil
    case "est", "sont", "suis", "sommes":
      let reflexive = token > sentence.lowerBound && ["s'", "s’", "se", "me", "m'"].contains(text(chart, token - 1))
      guard let participle = participle(chart, token, sentence) else { return nil }
      if announced.contains(where: { participle.hasPrefix($0) }) { return .future }
      return reflexive || motion.contains(where: { participle.hasPrefix($0) }) ? .past : nil
    case "eut", "eurent", "fut", "furent", "vint", "vinrent", "tint", "tinrent", "fit", "firent", "dit", "mourut", "naquit",
      "avait", "avaient", "était", "étaient":
      return .past
    case "serait", "seraient", "aurait", "auraient", "pourrait", "pourraient":
      return nil
    default: break
    }
    if w.utf8.count < 4 { return nil }
    if w.hasSuffix("èrent") || w.hasSuffix("irent") || w.hasSuffix("urent") { return .past }
    if w.hasSuffix("raient") || w.hasSuffix("rait") { return nil }
    if w.hasSuffix("aient") || (w.hasSuffix("ait") && !notImperfect.contains(w)) { return .past }
    if w.hasSuffix("ront") && w.utf8.count > 5 || (w.hasSuffix("ra") && !notFuture.contains(w))
      || (w.hasSuffix("rai") && w.utf8.count > 4 && w != "vrai") || w.hasSuffix("erez") || w.hasSuffix("irez")
      || w.hasSuffix("erons")
    {
      return .future
    }
    // A participle on its own: "annoncées mercredi", "élu le 6 mai", "Fermé depuis vendredi".
    return isParticiple(w) && isBare(chart, token, sentence) ? (announced.contains { w.hasPrefix($0) } ? .future : .past) : nil
  }

  private static let announced = ["prév", "attend", "program", "fix"]
  private static let motion = [
    "né", "mort", "décéd", "ven", "arriv", "part", "all", "deven", "rest", "tomb", "entr", "sort", "retourn", "mont",
    "descend", "pass", "reven", "rentr", "interven", "surven", "éteint", "disparu",
  ]
  private static let notImperfect: Set<String> = [
    "fait", "lait", "parfait", "portrait", "extrait", "trait", "souhait", "attrait", "retrait", "sait", "plait", "plaît",
    "satisfait", "défait", "bienfait", "contrait", "abstrait", "distrait", "forfait", "méfait", "soit", "connait",
  ]
  private static let notFuture: Set<String> = [
    "caméra", "opéra", "extra", "infra", "ultra", "supra", "choléra", "tiara", "hydra",
  ]

  private static func isParticiple(_ w: String) -> Bool {
    for ending in ["é", "ée", "és", "ées"] where w.hasSuffix(ending) { return w.utf8.count > 4 }
    return ["élu", "élue", "élus", "réélu", "réélue", "lancé", "mis", "mise", "sorti", "sortie", "paru", "parue", "tenu",
      "rendu", "rendue", "conclu", "conclue", "signé", "né", "née", "mort", "morte"].contains(w)
  }

  /// Whether no auxiliary of the present goes before: "est organisé" tells nothing.
  private static func isBare(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> Bool {
    var i = token - 1
    let first = max(sentence.lowerBound, token - 4)
    while i >= first, chart.text.tokens.kinds[i] != .punctuation {
      switch text(chart, i) {
      case "est", "sont", "être", "sera", "seront": return false
      case "la", "le", "les", "un", "une", "cette", "ce", "leur", "sa", "son": if i == token - 1 { return false }
      default: break
      }
      i -= 1
    }
    return true
  }

  private static func participleFollows(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> Bool {
    participle(chart, token, sentence) != nil
  }

  /// The participle within four tokens: adverbs and pronouns may stand between.
  private static func participle(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> String? {
    for i in token + 1..<min(sentence.upperBound, token + 5) {
      guard chart.text.tokens.kinds[i] == .word || chart.text.tokens.kinds[i] == .clitic else { return nil }
      let w = text(chart, i)
      if ["un", "une", "des", "le", "la", "les", "lieu", "pour", "de", "à", "en"].contains(w) { return nil }
      for ending in ["é", "ée", "és", "ées", "i", "ie", "is", "it", "ite", "u", "ue", "us", "ues", "ert", "erte", "int", "eint", "einte", "ort", "aint"]
      where w.hasSuffix(ending) && w.utf8.count > 1 && !["qui", "lui", "plus", "aussi", "ici", "ainsi", "depuis", "puis", "mais", "pas", "peu", "oui", "jamais", "toujours"].contains(w) {
        return w
      }
    }
    return nil
  }
}
