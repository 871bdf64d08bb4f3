import GlanePatterns
import GlaneText

/// Which way the verb of a clause points, from the forms of its words: enough to tell "a été reçu mardi" from "sera reçu
/// mardi", with no lexicon of verbs.
///
/// French marks it well: the future ends in -ra, -ront after an r, the imperfect in -ait, -aient, the simple past in
/// -èrent, -irent, -urent; the compound past is a form of avoir or être before a participle.
enum ClauseTense {
  case past, future
}

/// The tenses of a text's clauses, asked for date by date: what a word tells is found once, however many dates stand
/// about it.
struct ClauseTenses {
  private enum Word: UInt8 { case unknown, nothing, past, future, end }
  /// By token.
  private var words: [Word] = []

  /// The tense of the verb nearest to `mention` in its clause, those before it first; nil where no verb tells.
  ///
  /// - Complexity: O(tokens looked at), at most ``reach`` on each side.
  mutating func near(_ mention: Range<Int>, in chart: borrowing Chart) -> ClauseTense? {
    if words.isEmpty { words = [Word](repeating: .unknown, count: chart.tokenCount) }
    let sentence = chart.sentence(of: mention.lowerBound)
    var left: (ClauseTense, Int)?
    var i = mention.lowerBound - 1
    let first = max(sentence.lowerBound, mention.lowerBound - Self.reach)
    while i >= first, left == nil {
      let word = word(i, chart, sentence)
      if word == .end { break }
      if let tense = Self.tense(word) { left = (tense, mention.lowerBound - i) }
      i -= 1
    }
    var right: (ClauseTense, Int)?
    i = mention.upperBound
    let last = min(sentence.upperBound, mention.upperBound + Self.reach)
    while i < last, right == nil {
      let word = word(i, chart, sentence)
      if word == .end { break }
      if let tense = Self.tense(word) { right = (tense, i - mention.upperBound + 1) }
      i += 1
    }
    guard let left else { return right?.0 }
    guard let right else { return left.0 }
    // A verb that follows closely is the date's own: "Mardi, il recevra".
    return right.1 + 4 < left.1 ? right.0 : left.0
  }

  private mutating func word(_ token: Int, _ chart: borrowing Chart, _ sentence: Range<Int>) -> Word {
    if words[token] != .unknown { return words[token] }
    let word: Word
    if Self.endsClause(chart, token) {
      word = .end
    } else {
      switch Self.tense(chart, token, sentence) {
      case .past: word = .past
      case .future: word = .future
      case nil: word = .nothing
      }
    }
    words[token] = word
    return word
  }

  private static func tense(_ word: Word) -> ClauseTense? {
    switch word {
    case .past: .past
    case .future: .future
    default: nil
    }
  }

  private static let reach = 25

  private static func endsClause(_ chart: borrowing Chart, _ token: Int) -> Bool {
    guard chart.text.tokens.kinds[token] == .punctuation else { return false }
    return word(chart, token) { $0.count == 1 && ($0.first == UInt8(ascii: ";") || $0.first == UInt8(ascii: ":")) }
  }

  private static func word<R>(_ chart: borrowing Chart, _ token: Int, _ body: (ArraySlice<UInt8>) -> R) -> R {
    body(chart.text.utf8[Int(chart.text.tokens.starts[token])..<Int(chart.text.tokens.ends[token])])
  }

  private static func text(_ chart: borrowing Chart, _ token: Int) -> String {
    chart.lower(token)
  }

  /// What a word form may be.
  private enum Form {
    /// va, doit, prévu
    case future
    /// avait, fut
    case past
    case avoir, être
    /// serait, fait: neither.
    case neither
  }

  private static let forms: [String: Form] = {
    var forms: [String: Form] = [:]
    func set(_ form: Form, _ words: String) {
      for w in words.split(separator: " ") { forms[String(w)] = form }
    }
    set(.future, "va vont vais allons doit doivent devra devront devrait devraient prévu prévue prévus prévues attendu")
    set(.future, "attendue attendus attendues prochain prochaine rendez-vous")
    set(.avoir, "a ont ai avons avez as ayant")
    set(.être, "est sont suis sommes")
    set(
      .past, "eut eurent fut furent vint vinrent tint tinrent fit firent dit mourut naquit avait avaient était étaient")
    set(
      .neither,
      "serait seraient aurait auraient pourrait pourraient fait lait parfait portrait extrait trait souhait attrait")
    set(
      .neither,
      "retrait sait plait plaît satisfait défait bienfait contrait abstrait distrait forfait méfait soit connait")
    set(.neither, "caméra opéra extra infra ultra supra choléra tiara hydra vrai")
    return forms
  }()

  private static func tense(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> ClauseTense? {
    guard chart.text.tokens.kinds[token] == .word else { return nil }
    let shape = chart.text.tokens.shapes[token]
    // A capital inside a sentence is a name.
    if shape.contains(.initialUpper), token > sentence.lowerBound { return nil }
    guard mayBeVerb(chart, token) else { return nil }
    let w = text(chart, token)
    switch forms[w] {
    case .future: return .future
    case .past: return .past
    case .neither: return nil
    case .avoir: return participle(chart, token, sentence) == nil ? nil : .past
    case .être:
      guard let participle = participle(chart, token, sentence) else { return nil }
      if announced.contains(where: { participle.hasPrefix($0) }) { return .future }
      let reflexive = token > sentence.lowerBound && reflexives.contains(text(chart, token - 1))
      return reflexive || motion.contains(where: { participle.hasPrefix($0) }) ? .past : nil
    case nil: break
    }
    guard w.utf8.count >= 4 else { return nil }
    if w.hasSuffix("èrent") || w.hasSuffix("irent") || w.hasSuffix("urent") { return .past }
    // "… que la mesure entrerait en vigueur lundi": the future, told in the past. (serait and aurait tell nothing.)
    if w.hasSuffix("raient") || w.hasSuffix("rait") { return .future }
    if w.hasSuffix("aient") || w.hasSuffix("ait") { return .past }
    if w.hasSuffix("ront") || w.hasSuffix("ra") || w.hasSuffix("rai") || w.hasSuffix("erez") || w.hasSuffix("irez")
      || w.hasSuffix("erons")
    {
      return w.utf8.count > 4 || w.hasSuffix("ra") ? .future : nil
    }
    // A participle on its own: "annoncées mercredi", "élu le 6 mai", "Fermé depuis vendredi".
    guard isParticiple(w), isBare(chart, token, sentence) else { return nil }
    return announced.contains { w.hasPrefix($0) } ? .future : .past
  }

  /// A look at the last byte settles most words: verb forms that tell end in t, a, i, s, z, e, u or é.
  private static func mayBeVerb(_ chart: borrowing Chart, _ token: Int) -> Bool {
    let last = chart.text.utf8[Int(chart.text.tokens.ends[token]) - 1]
    let length = chart.text.tokens.ends[token] - chart.text.tokens.starts[token]
    switch last {
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "z"), 0xA9: return true
    case UInt8(ascii: "s"), UInt8(ascii: "e"), UInt8(ascii: "u"), UInt8(ascii: "n"):
      return length > 3 || last == UInt8(ascii: "s")
    default: return false
    }
  }

  private static let reflexives: Set<String> = ["s'", "se", "me", "m'"]
  private static let announced = ["prév", "attend", "program", "fix"]
  private static let motion = [
    "né", "mort", "décéd", "ven", "arriv", "part", "all", "deven", "rest", "tomb", "entr", "sort", "retourn", "mont",
    "descend", "pass", "reven", "rentr", "interven", "surven", "éteint", "disparu",
  ]
  /// Nouns that end as participles do.
  private static let nouns: Set<String> = [
    "moitié", "année", "années", "journée", "journées", "soirée", "soirées", "matinée", "matinées",
    "armée", "armées", "idée", "idées", "durée", "musée", "musées", "lycée", "lycées", "marché", "marchés",
    "côté", "côtés", "café", "cafés", "degré", "degrés", "curé", "député", "députés", "députée", "traité", "traités",
    "employé", "employés", "employée", "salarié", "salariés",
    "allée", "vallée", "tournée", "rentrée", "santé", "beauté", "liberté",
    "libertés", "volonté", "société", "sociétés", "communauté", "communautés", "congé", "congés", "passé", "amitié",
    "pitié", "clarté", "fierté", "pauvreté", "propriété", "sûreté", "variété",
    "duché", "fossé", "procédé", "procédés", "thé", "blé", "clé", "bébé",
  ]
  private static let bareParticiples: Set<String> = [
    "élu", "élue", "élus", "réélu", "réélue", "mis", "mise", "sorti", "sortie", "paru", "parue", "tenu", "rendu",
    "conclu", "conclue", "mort", "morte", "né", "née",
  ]

  private static func isParticiple(_ w: String) -> Bool {
    if nouns.contains(w) || w.hasSuffix("ité") || w.hasSuffix("ités") { return false }
    if w.hasSuffix("é") || w.hasSuffix("ée") || w.hasSuffix("és") || w.hasSuffix("ées") { return w.utf8.count > 4 }
    return bareParticiples.contains(w)
  }

  /// Whether no auxiliary of the present goes before: "est organisé" tells nothing.
  private static func isBare(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> Bool {
    var i = token - 1
    let first = max(sentence.lowerBound, token - 4)
    while i >= first, chart.text.tokens.kinds[i] != .punctuation {
      let w = text(chart, i)
      if auxiliaries.contains(w) || (i == token - 1 && determiners.contains(w)) { return false }
      i -= 1
    }
    return true
  }

  private static let auxiliaries: Set<String> = ["est", "sont", "être", "sera", "seront"]
  private static let determiners: Set<String> = [
    "la", "le", "l'", "l’", "les", "un", "une", "des", "cette", "ce", "cet", "ces", "leur", "leurs", "sa", "son", "ses",
  ]
  /// What cannot stand between an auxiliary and its participle.
  private static let stops: Set<String> = ["un", "une", "des", "le", "la", "les", "lieu", "pour", "de", "à", "en"]
  private static let notParticiples: Set<String> = [
    "qui", "lui", "plus", "aussi", "ici", "ainsi", "depuis", "puis", "mais", "pas", "peu", "oui", "jamais", "toujours",
  ]
  private static let endings = [
    "é", "ée", "és", "ées", "i", "ie", "is", "it", "ite", "u", "ue", "us", "ues", "ert", "erte", "int", "eint", "einte",
    "ort", "aint",
  ]

  /// The participle within four tokens: adverbs and pronouns may stand between.
  private static func participle(_ chart: borrowing Chart, _ token: Int, _ sentence: Range<Int>) -> String? {
    for i in token + 1..<min(sentence.upperBound, token + 5) {
      guard chart.text.tokens.kinds[i] == .word || chart.text.tokens.kinds[i] == .clitic else { return nil }
      let w = text(chart, i)
      if stops.contains(w) { return nil }
      if w.utf8.count > 1, !notParticiples.contains(w), endings.contains(where: { w.hasSuffix($0) }) { return w }
    }
    return nil
  }
}
