/// What a spelling says of the tense of its clause, alone and beside others: found once for each spelling.
struct VerbForm: OptionSet {
  let rawValue: UInt16

  /// In every form that has been found.
  static let known = VerbForm(rawValue: 1 << 0)

  // What it tells: one of these at most.
  /// va, doit, prévu, sera
  static let future = VerbForm(rawValue: 1 << 1)
  /// avait, fut, parlait
  static let past = VerbForm(rawValue: 1 << 2)
  /// a, ont: the past with a participle.
  static let avoir = VerbForm(rawValue: 1 << 3)
  /// est, sont: the past or the future with some participles.
  static let être = VerbForm(rawValue: 1 << 4)
  /// élu, annoncées: the past where no auxiliary goes before.
  static let participle = VerbForm(rawValue: 1 << 5)
  static let tells: VerbForm = [.future, .past, .avoir, .être, .participle]

  // What it may be beside another.
  /// A participle behind its auxiliary.
  static let participleBehind = VerbForm(rawValue: 1 << 6)
  /// It cannot stand between an auxiliary and its participle.
  static let stop = VerbForm(rawValue: 1 << 7)
  /// A participle of what is to come: prévu, annoncé, fixé.
  static let announced = VerbForm(rawValue: 1 << 8)
  /// A participle that makes its past with être: né, venu, mort.
  static let motion = VerbForm(rawValue: 1 << 9)
  static let reflexive = VerbForm(rawValue: 1 << 10)
  static let auxiliary = VerbForm(rawValue: 1 << 11)
  static let determiner = VerbForm(rawValue: 1 << 12)
}

extension VerbForm {
  /// - Parameters:
  ///   - word: In lower case with plain apostrophes; empty where it is long.
  ///   - last: The last byte of the spelling itself, which has `length` bytes.
  init(_ word: String, last: UInt8, length: Int) {
    self = .known
    if VerbForm.mayTell(last, length) { formUnion(VerbForm.tense(of: word)) }
    if VerbForm.stops.contains(word) { insert(.stop) }
    if word.utf8.count > 1, VerbForm.endsAsParticiple(word), !VerbForm.notParticiples.contains(word) {
      insert(.participleBehind)
    }
    if !isDisjoint(with: [.participle, .participleBehind]) {
      let first = word.utf8.first
      // Most stems are out by their first byte; one that starts with an accent may be spelt in two ways.
      func starts(with stem: String) -> Bool {
        (stem.utf8.first == first || (stem.utf8.first ?? 0) >= 0x80) && word.hasPrefix(stem)
      }
      if VerbForm.announcing.contains(where: starts) { insert(.announced) }
      if VerbForm.moving.contains(where: starts) { insert(.motion) }
    }
    if VerbForm.reflexives.contains(word) { insert(.reflexive) }
    if VerbForm.auxiliaries.contains(word) { insert(.auxiliary) }
    if VerbForm.determiners.contains(word) { insert(.determiner) }
  }

  /// A look at the last byte settles most words: verb forms that tell end in t, a, i, s, z, e, u or é.
  private static func mayTell(_ last: UInt8, _ length: Int) -> Bool {
    switch last {
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "z"), 0xA9: true
    case UInt8(ascii: "s"): true
    case UInt8(ascii: "e"), UInt8(ascii: "u"), UInt8(ascii: "n"): length > 3
    default: false
    }
  }

  private static func tense(of w: String) -> VerbForm {
    if let form = forms[w] { return form }
    guard w.utf8.count >= 4 else { return [] }
    // The last byte says which endings may be there.
    switch w.utf8.last {
    case UInt8(ascii: "t"):
      if w.hasSuffix("èrent") || w.hasSuffix("irent") || w.hasSuffix("urent") { return .past }
      // "… que la mesure entrerait en vigueur lundi": the future, told in the past. (serait and aurait tell nothing.)
      if w.hasSuffix("raient") || w.hasSuffix("rait") { return .future }
      if w.hasSuffix("aient") || w.hasSuffix("ait") { return .past }
      if w.hasSuffix("ront") { return w.utf8.count > 4 ? .future : [] }
    case UInt8(ascii: "a"): if w.hasSuffix("ra") { return .future }
    case UInt8(ascii: "i"): if w.hasSuffix("rai") { return w.utf8.count > 4 ? .future : [] }
    case UInt8(ascii: "z"): if w.hasSuffix("erez") || w.hasSuffix("irez") { return w.utf8.count > 4 ? .future : [] }
    case UInt8(ascii: "s"): if w.hasSuffix("erons") { return .future }
    default: break
    }
    return isParticiple(w) ? .participle : []
  }

  /// Whether a word may be a participle by its ending; the last byte settles most.
  private static func endsAsParticiple(_ w: String) -> Bool {
    guard let last = w.utf8.last else { return false }
    switch last {
    case UInt8(ascii: "i"), UInt8(ascii: "u"): return true
    case UInt8(ascii: "e"): return ["ie", "ée", "ue", "ite", "erte", "einte"].contains(where: w.hasSuffix)
    case UInt8(ascii: "s"): return ["és", "ées", "is", "us", "ues"].contains(where: w.hasSuffix)
    case UInt8(ascii: "t"): return ["it", "ert", "int", "ort"].contains(where: w.hasSuffix)
    default: return last >= 0x80 && w.hasSuffix("é")
    }
  }

  private static let forms: [String: VerbForm] = {
    var forms: [String: VerbForm] = [:]
    func set(_ form: VerbForm, _ words: String) {
      for w in words.split(separator: " ") { forms[String(w)] = form }
    }
    set(.future, "va vont vais allons doit doivent devra devront devrait devraient prévu prévue prévus prévues attendu")
    set(.future, "attendue attendus attendues prochain prochaine rendez-vous")
    set(.avoir, "a ont ai avons avez as ayant")
    set(.être, "est sont suis sommes")
    set(
      .past, "eut eurent fut furent vint vinrent tint tinrent fit firent dit mourut naquit avait avaient était étaient")
    set(
      [],
      "serait seraient aurait auraient pourrait pourraient fait lait parfait portrait extrait trait souhait attrait")
    set(
      [],
      "retrait sait plait plaît satisfait défait bienfait contrait abstrait distrait forfait méfait soit connait")
    set([], "caméra opéra extra infra ultra supra choléra tiara hydra vrai")
    return forms
  }()

  private static let reflexives: Set<String> = ["s'", "se", "me", "m'"]
  private static let announcing = ["prév", "attend", "program", "fix"]
  private static let moving = [
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

  private static let auxiliaries: Set<String> = ["est", "sont", "être", "sera", "seront"]
  private static let determiners: Set<String> = [
    "la", "le", "l'", "l’", "les", "un", "une", "des", "cette", "ce", "cet", "ces", "leur", "leurs", "sa", "son", "ses",
  ]
  /// What cannot stand between an auxiliary and its participle.
  private static let stops: Set<String> = ["un", "une", "des", "le", "la", "les", "lieu", "pour", "de", "à", "en"]
  private static let notParticiples: Set<String> = [
    "qui", "lui", "plus", "aussi", "ici", "ainsi", "depuis", "puis", "mais", "pas", "peu", "oui", "jamais", "toujours",
  ]
}
