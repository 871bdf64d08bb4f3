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
  }

  let abbreviations = ShortWordMap([
    ("m mm mr mrs dr drs pr prof mgr st ste sts cdt lt cne sgt gal phd jr fr mgrs sr", Abbreviation.beforeName.rawValue),
    (
      """
      art p pp vol no nos n av janv fev fevr avr juil sept oct nov dec chap fig ed eds env tel ex ann dep hab min max \
      boul bd bld pl adj gen col cap cie ets vs trad ref resp suiv coll dir fasc litt rel tr s ch t v l c al \
      approx loc op cit ms mss qqch qqn lat long alt dept arr aut auj anc bull dict exp lib ltd corp hon sec
      """, Abbreviation.ambiguous.rawValue
    ),
    ("etc cf ibid inc cad", Abbreviation.always.rawValue),
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
    ("er ers re res ere eres e es eme emes ieme iemes nd nds nde ndes", 1)
  ])

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
