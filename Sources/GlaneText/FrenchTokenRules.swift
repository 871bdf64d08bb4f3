/// The closed lists that French tokens need, looked up by folded form (so without accents or capitals).
struct FrenchTokenRules: Sendable {
  enum Abbreviation: UInt8 {
    case none = 0
    /// Stands before a name: its full stop never ends a sentence (M., Dr, St).
    case beforeName = 1
    /// Stands before or among what it goes with: a full stop followed by a capital ends a sentence (art., janv., p.).
    case ambiguous = 2
    /// Keeps its full stop even as the last word of a sentence (etc., cf.).
    case always = 3
    /// A weekday: only before a day and its month (mer. 3 mai), else it may be a word of its own (la mer.).
    case weekday = 4
  }

  let abbreviations = ShortWordMap([
    (
      "m mm mr mrs dr drs pr prof mgr st ste sts cdt lt cne sgt gal phd jr fr mgrs sr", Abbreviation.beforeName.rawValue
    ),
    (
      """
      art p pp vol no nos n av janv fev fevr avr juil sept oct nov dec chap fig ed eds env tel ex ann dep hab min max \
      boul bd bld pl adj gen col cap cie ets vs trad ref resp suiv coll dir fasc litt rel tr s ch t v l c al \
      approx loc op cit ms mss qqch qqn lat long alt dept arr aut auj anc bull dict exp lib ltd corp hon sec
      """, Abbreviation.ambiguous.rawValue
    ),
    ("etc cf ibid inc cad", Abbreviation.always.rawValue),
    ("lun mar mer jeu ven sam dim", Abbreviation.weekday.rawValue),
  ])

  /// The months and their abbreviations, after a weekday's.
  let months = ShortWordMap([
    (
      """
      janvier fevrier mars avril mai juin juillet aout octobre novembre decembre janv jan fevr fev avr juil juill sept \
      sep oct nov dec
      """, 1
    )
  ])

  /// What an apostrophe cuts off: the token ends with it (l', d', qu', jusqu').
  let elisions = ShortWordMap([("l d j m n s t c qu jusqu lorsqu puisqu quoiqu presqu quelqu y", 1)])

  /// What follows the hyphen of an inversion or an imperative.
  let clitics = ShortWordMap([
    ("je tu il elle on nous vous ils elles ce moi toi lui leur le la les y en", 1),
    ("ci la", 2),
  ])

  /// Ordinal endings after digits or Roman numerals.
  let ordinals = ShortWordMap([
    ("e es eme emes ieme iemes nd nds nde ndes ers res eres", 1), ("er re ere", 2),  // 2: of "first" alone
  ])

  /// Elided words that may keep what follows, and what they then keep: the number joins the two.
  let keepsElided = ShortWordMap([("quelqu", 1), ("presqu", 2), ("n", 3), ("l", 4), ("c", 5)])
  let keptAfter = ShortWordMap([("un une uns unes", 1), ("ile iles", 2), ("djamena", 3), ("on", 4), ("est", 5)])

  /// Words inside a compound after which the last part is no clitic: garde-à-vous, va-et-vient.
  let binders = ShortWordMap([("a et de sur", 1)])

  /// Words that a clitic look-alike belongs to, under the number that `clitics` gives it: rendez-vous, celui-ci, jusque-là.
  let notInverted = ShortWordMap([("rendez", 1), ("celui celle ceux celles jusque voi de la par ici", 2)])

  /// `traité(e)`, `les agent(e)s`.
  let optionalEndings = ShortWordMap([("e s es x ne nes le les se te ve trice aux", 1)])

  /// Top-level domains that French texts write in full: lemonde.fr.
  let domains = ShortWordMap([("fr com org net be ch ca eu info qc lu sn ma dz tn io", 1)])

  /// Units that are split off the number they are written against: 18h30, 50km.
  let units = ShortWordMap([
    ("h hrs min mn sec km cm mm dm kg mg ml cl dl mo go to ko ha kw mw gw kwh mwh euros eur f", 1)
  ])

  /// Function words that begin sentences: determiners, pronouns, prepositions, conjunctions.
  let openers = ShortWordMap([
    (
      """
      le la les l' un une des du au aux il elle ils elles on je j' nous vous ce cet cette ces c' si s'il en dans pour par \
      avec sans sous chez selon lors puis quand comme apres avant pendant depuis ensuite ainsi aucun aucune chaque mais or \
      donc car son sa ses leur leurs notre nos votre vos mon ma mes quel quelle quels quelles qui que qu' pourquoi comment \
      toute toutes tous tout voir lorsque lorsqu' bien cela ceci celui celle ceux celles parmi malgre grace a d' de deux \
      trois ne n'
      """, 1
    )
  ])

  /// Words before a capital that keep the sentence going: prepositions, determiners, conjunctions, what announces a title.
  let runsOn = ShortWordMap([
    (
      """
      le la les un une des du de au aux a en dans sur par pour avec sans sous chez selon et ou ni mais que qui son sa ses \
      leur leurs ce cet cette ces comme entre vers contre depuis est sont etait via intitule livre livres film films roman \
      romans album albums titre titres journal chanson serie piece revue essai telle tel telles tels lesquels single \
      recueil opera tableau poeme magazine incluent dont lequel nomme nommee appele appelee dit dite \
      rue place ouvrage editions
      """, 1
    )
  ])
}

extension ShortWord {
  static let a = ShortWord("a")
  static let av = ShortWord("av")
  static let djamena = ShortWord("djamena")
  static let dire = ShortWord("dire")
  static let est = ShortWord("est")
  static let etc = ShortWord("etc")
  static let h = ShortWord("h")
  static let km = ShortWord("km")
  static let m = ShortWord("m")
  static let n = ShortWord("n")
  static let nos = ShortWord("nos")
  static let on = ShortWord("on")
  static let s = ShortWord("s")
  static let t = ShortWord("t")
  static let www = ShortWord("www")
}
