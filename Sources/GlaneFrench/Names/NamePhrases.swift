import GlanePatterns
import GlaneText

/// Judges the matches of name rules: whether the head and what follows it make a name.
struct NamePhrases {
  typealias Marks = NameLexicon.Marks
  let lexicon: NameLexicon
  let words: NameTokens
  let roleWords: RoleWords

  /// Short titles that are written small.
  private static let smallTitles: Set<String> = [
    "roi", "père", "dom", "don", "duc", "khan", "abbé", "émir", "pape", "curé", "sir", "lord", "lady", "miss",
    "tsar", "czar", "agha", "imam", "lama", "pope", "hadj", "chah", "shah", "bey", "dey", "doge", "raïs",
  ]

  /// Heads that in small letters stay outside the name ("la ville de Lyon", "l'aéroport de Nice", "le site Mediapart").
  private static let outsidePlaces: Set<String> = [
    "ville", "village", "commune", "région", "province", "département", "district", "comté", "hameau", "bourg",
    "banlieue",
    "wilaya", "gouvernorat", "préfecture de région", "oblast", "territoire", "territoires", "collectivité", "état",
    "municipalité", "circonscription", "secteur", "frontière", "enclave", "sous-préfecture", "métropole", "capitale",
    "port",
    "colonie", "land", "raïon", "cité", "arrondissement", "royaume", "république", "empire", "principauté", "duché",
    "camp",
    "hôtel", "café", "restaurant", "site", "marché", "galerie", "galeries", "salle", "auberge", "domaine", "ferme",
    "moulin",
    "terminal", "métro", "refuge", "mine", "centrale", "centrale nucléaire", "mémorial", "statue", "monument",
    "aéroport",
    "aéroport international", "aérodrome", "immeuble", "commissariat", "station", "observatoire astronomique",
    "planète",
    "étoile", "galaxie", "astéroïde", "comète", "cinéma", "mur", "base militaire", "base navale", "base aérienne",
    "camp de réfugiés", "halle", "halles", "théâtre", "musée", "prison", "clinique", "villa", "tunnel",
    "port de plaisance",
    "centre commercial", "source", "bassin", "base", "cours", "passage", "sortie", "montée", "promenade", "porte",
    "route",
    "nationale", "départementale", "rond-point", "autoroute", "échangeur", "chemin", "carrefour", "côte", "côtes",
    "plage",
    "quartiers", "villages", "villes", "communes", "districts", "provinces", "régions", "départements", "cantons",
    "faubourgs", "hameaux", "localités", "municipalités", "arrondissements", "circonscriptions", "paroisses", "bourgs",
    "bourgades", "wilayas", "préfectures", "gouvernorats", "comtés", "localité", "bourgade", "lacs", "fleuves",
    "rivières", "vallées", "massifs", "sommets", "cols", "rues", "avenues", "boulevards",
    "marais", "barrage", "gares", "stades", "aéroports", "églises", "temples", "chapelles", "montagne", "montagnes",
    "colline", "collines", "bois", "forêt", "zone", "bande", "glacier",
    "volcan",
    "fort", "caserne", "refuge", "tour", "tours", "constellation", "église", "temple", "chapelle",
  ]
  /// Heads of organisations that stay outside in small letters even before "de": organs, teams, loose groups.
  private static let outsideOrganizations: Set<String> = [
    "équipe", "équipe nationale", "sélection", "sélection nationale", "aéroport", "commissariat", "autorités", "prison",
    "maison d'arrêt", "centre pénitentiaire", "présidence", "école", "écoles", "communauté",
    "communauté internationale",
    "cercle", "réseau", "alliance", "coalition", "front", "organisation", "commission", "assemblée", "rassemblement",
    "cabinet",
    "autorité", "universités", "tribunaux", "hôpitaux", "gouvernements", "ambassades", "asile", "ordre",
    "parti politique",
    "département", "port", "direction", "office", "inspection", "service", "services", "bureau", "conseil", "cour",
    "chambre",
    "centre", "fonds", "caisse", "régie", "police", "parquet", "préfecture", "ambassade", "rectorat",
    "préfecture de police", "secrétariat général", "direction générale", "secte", "chorale", "fanfare", "parti",
    "syndicat", "association", "collectif", "club", "groupe", "groupement", "mouvement",
    "union", "junte", "milice", "internat", "laboratoire", "conseil des ministres", "comité", "brigade", "régiment",
    "bataillon",
  ]

  func isPlace(_ match: borrowing RuleMatch, _ chart: borrowing Chart) -> Bool {
    guard let head = match.capture(0), let wanted = match.word(1) else { return false }
    if wanted == "numbered" { return true }
    let own = chart.rules.text(head.value)
    // "le Quai d'Orsay" speaks: what a list has as a body is no street.
    for entry in chart.entries(at: head.tokens.lowerBound)
    where entry.symbol == lexicon.organization && Int(entry.length) == match.tokens.count
      && chart.shape(head.tokens.lowerBound).contains(.initialUpper)
    {
      return false
    }
    // "la chaîne des Andes", but "la chaîne Arte"
    if match.tokens.count == head.tokens.count + 1, wanted == "nature", fold(head.tokens, chart) == "chaîne" {
      return false
    }
    let isCapital = chart.shape(head.tokens.lowerBound).contains(.initialUpper)
    let name = match.capture(2)?.tokens ?? match.tokens
    switch wanted {
    case "street": guard own == "street" else { return false }
    case "nature":
      guard own == "water" || own == "relief" else { return false }
      // "le plateau de BFM TV"
      let isBody = chart.entries(at: name.lowerBound).contains {
        $0.symbol == lexicon.organization && Int($0.length) == name.count
      }
      if isBody || words.marks[name.lowerBound].contains(.acronym) { return false }
    case "building": guard own == "building" else { return false }
    case "district":
      guard own == "admin" else { return false }
    default: return false
    }
    if isCapital {
      // "procureure de la République de Nanterre": a republic is no town's.
      if words.marks[name.lowerBound].contains(.town),
        words.marks[name.lowerBound].isDisjoint(with: .country), fold(head.tokens, chart) == "république"
      {
        return false
      }
      return !startsSentence(head.tokens.lowerBound, chart) || !Self.outsidePlaces.contains(fold(head.tokens, chart))
    }
    // "un hôpital de Rome", "une rue de Paris": one of several.
    if name.lowerBound > head.tokens.upperBound, isIndefinite(head.tokens.lowerBound, chart) { return false }
    if Self.outsidePlaces.contains(fold(head.tokens, chart)) {
      // "l'église Saint-Roch", but "l'église de Dole".
      return own == "building" && name.lowerBound == head.tokens.upperBound && isConsecrated(name.lowerBound, chart)
    }
    // "le mont de Piété" aside, a name follows.
    return words.marks[name.lowerBound].isDisjoint(with: .title) || own == "street"
  }

  func isOrganization(_ match: borrowing RuleMatch, _ chart: borrowing Chart) -> Bool {
    guard let wanted = match.word(0) else { return false }
    if wanted == "spelled" { return isSpelledOut(match.tokens, chart) }
    if wanted == "company" { return !startsSentence(match.tokens.lowerBound, chart) || match.tokens.count > 2 }
    guard let head = match.capture(1) else { return false }
    let own = chart.rules.text(head.value)
    let text = fold(head.tokens, chart)
    // "un hôpital de Rome": one of several, which is no name.
    if wanted == "of" || wanted == "national", isIndefinite(head.tokens.lowerBound, chart) { return false }
    switch wanted {
    case "capital":
      if match.tokens.count == head.tokens.count {
        // "Tribunal fédéral", "Conseil national": whole in the list of heads.
        return head.tokens.count > 1 && own != "firm" && own != "force" && (own != "assoc" || head.tokens.count > 3)
      }
      if text == "département" {
        return !match.tokens.dropFirst().contains {
          !words.marks[$0].isDisjoint(with: .anyPlace) && chart.shape($0).contains(.initialUpper)
        }
      }
      let hasCapital = match.tokens.dropFirst(head.tokens.count).contains {
        chart.shape($0).contains(.initialUpper)
      }
      if startsSentence(head.tokens.lowerBound, chart) {
        return hasCapital && own != "firm" && text != "gouvernement" && !Self.outsideOrganizations.contains(text)
      }
      let hasNation = match.tokens.dropFirst(head.tokens.count).contains { words.marks[$0].contains(.demonym) }
      return own != "firm" || hasCapital || hasNation
    case "of":
      // "le gouvernement de Manuel Valls", "le gouvernement du Burundi": whose it is, not its name.
      if text == "gouvernement" { return false }
      // "les armées de Saddam Hussein"
      if let name = match.capture(2), words.marks[name.tokens.lowerBound].contains(.firstName), name.tokens.count > 1,
        words.marks[name.tokens.lowerBound].isDisjoint(with: .anyPlace)
      {
        return false
      }
      return own != "firm" && !Self.outsideOrganizations.contains(text)
    case "with":
      let allowed =
        ["teach", "health", "culture", "court"].contains(own)
        || ["gouvernement", "fondation", "académie"].contains(text)
      return allowed && !Self.outsideOrganizations.contains(text)
    case "national":
      return text != "gouvernement" && ["gov", "force", "court", "body"].contains(own)
        && !["police", "autorités", "junte", "présidence", "banque"].contains(text)
        || own == "assoc" && match.tokens.count > 3 && !Self.outsideOrganizations.contains(text)
    case "field", "letters": return true
    default: return false
    }
  }

  private static let indefinite: WordSet = [
    "un", "une", "chaque", "aucun", "aucune", "quelque", "autre", "autres", "plusieurs", "quelques", "deux",
  ]

  /// un, une, or a word that counts, before `t`.
  private func isIndefinite(_ t: Int, _ chart: borrowing Chart) -> Bool {
    t > 0 && Self.indefinite.contains(chart.word(t - 1))
  }

  /// Whether the letters in brackets behind a phrase are those of its words: "Plateforme régionale de santé (PRS)".
  private func isSpelledOut(_ tokens: Range<Int>, _ chart: borrowing Chart) -> Bool {
    let acronym = tokens.upperBound + 1
    guard acronym < chart.tokenCount, words.marks[acronym].isDisjoint(with: .abbreviation) else { return false }
    let letters = chart.text.string(chart.text.tokens.span(at: acronym)).uppercased().filter(\.isLetter)
    var at = letters.startIndex
    for t in tokens {
      let span = chart.text.tokens.span(at: t)
      guard at < letters.endIndex else {
        // A word of weight that has no letter: the acronym is another thing's.
        if span.count > 3, !chart.shape(t).contains(.elided) { return false }
        continue
      }
      let initial = chart.text.string(span).first.map { NameRoles.bare(Character($0.lowercased())) }
      if initial == NameRoles.bare(Character(letters[at].lowercased())) {
        at = letters.index(after: at)
      } else if span.count > 3, !words.classes[t].contains(.little) {
        return false
      }
    }
    // "parquet national antiterroriste (PNAT)": the last word may give more than its first letter.
    if at < letters.endIndex, letters.distance(from: at, to: letters.endIndex) <= 2, at > letters.startIndex {
      var rest = chart.lower(tokens.upperBound - 1).dropFirst()[...]
      while at < letters.endIndex,
        let found = rest.firstIndex(where: { NameRoles.bare($0) == NameRoles.bare(Character(letters[at].lowercased())) }
        )
      {
        rest = rest[rest.index(after: found)...]
        at = letters.index(after: at)
      }
    }
    return at == letters.endIndex && letters.count > 1
  }

  /// "Saint-Roch", "Notre-Dame": what churches are called after.
  private func isConsecrated(_ t: Int, _ chart: borrowing Chart) -> Bool {
    let text = chart.plain(t)
    return ["Saint", "Notre-Dame", "St-", "Ste-"].contains { text.hasPrefix($0) }
  }

  /// The tokens of a named event, or nil where the phrase only describes one.
  func event(_ match: borrowing RuleMatch, _ chart: borrowing Chart) -> Range<Int>? {
    guard let head = match.capture(0) else { return nil }
    let own = chart.rules.text(head.value)
    // "le Mondial de judo", but "Patrimoine mondial de l'Unesco".
    if fold(head.tokens, chart).hasPrefix("mondia"), head.tokens.lowerBound > 0,
      words.classes[head.tokens.lowerBound - 1].contains(.noun)
        || chart.shape(head.tokens.lowerBound - 1).contains(.initialUpper)
    {
      return nil
    }
    // "un crime de guerre", "un effort de guerre au Kosovo"
    if head.tokens.lowerBound > 0, chart.word(head.tokens.lowerBound - 1) == "de" {
      return nil
    }
    // "un concile tenu à Sens": the verb takes the place.
    if match.tokens.dropFirst(head.tokens.count + 1).contains(where: {
      let text = chart.word($0)
      return (text == "à" || text == "au") && words.classes[$0 - 1].contains(.verb)
        && !words.classes[$0 - 1].contains(.noun)
    }) {
      return nil
    }
    let headCapital =
      chart.shape(head.tokens.lowerBound).contains(.initialUpper)
      && !startsSentence(match.tokens.lowerBound, chart)
    let rest = head.tokens.upperBound..<match.tokens.upperBound
    let hasCapital = rest.contains { chart.shape($0).contains(.initialUpper) }
    let hasYear = match.has(2)
    if let name = match.capture(1) {
      if own == "storm" { return name.tokens }
      if own == "weak" { return headCapital ? match.tokens : nil }
      return match.tokens
    }
    guard !rest.isEmpty else { return nil }
    switch own {
    case "sport": return headCapital || hasCapital || hasYear || head.tokens.count > 1 ? match.tokens : nil
    case "proper":
      // "bataille de Valmy", but "meeting de Nice"; "Festival en Bocage", but "guerre en Syrie".
      let text = fold(head.tokens, chart)
      let named = headCapital || hasYear || text == "bataille" || text == "guerre"
      let isWhere = chart.word(rest.lowerBound) == "en"
      return hasCapital && (isWhere ? headCapital : named || rest.count > 2) ? match.tokens : nil
    case "affair": return hasCapital ? match.tokens : nil
    case "weak": return headCapital && hasCapital || hasYear && headCapital ? match.tokens : nil
    default: return nil
    }
  }

  func role(_ match: borrowing RuleMatch, isTitle: Bool, _ chart: borrowing Chart) -> NameRole? {
    guard let head = match.capture(0) else { return nil }
    // "la revue scientifique américaine Science", "un parti écologiste": an adjective, not who holds the office.
    let first = match.tokens.lowerBound
    if !isTitle, head.tokens.count == 1, first == head.tokens.lowerBound, first > chart.sentence(of: first).lowerBound,
      words.classes[first].contains(.adjective), chart.shape(first - 1).isAllLower,
      words.classes[first - 1].contains(.noun), words.classes[first - 1].isDisjoint(with: [.adjective, .little]),
      words.marks[first - 1].isDisjoint(with: [.function, .title, .kin])
    {
      return nil
    }
    guard let word = roleWords.word(head.value, isTitle: isTitle, chart.rules) else { return nil }
    var role = NameRole(
      kind: isTitle ? .title : .function, tokens: match.tokens, head: head.tokens, complements: nil,
      gender: word.gender, isPlural: word.isPlural, lemma: word.lemma, singular: "", country: nil, isSaint: false,
      isCivility: false, rule: match.ruleIndex)
    if isTitle {
      role.isCivility = word.sort == .civility && chart.shape(head.tokens.lowerBound).contains(.initialUpper)
      role.isSaint = word.sort == .saint
      role.bearsParticle = word.sort == .civility || word.sort == .noble || word.sort == .rank
      role.isNoble = word.sort == .noble
      // "le cardinal de Retz"
      if fold(head.tokens, chart) == "cardinal" { role.bearsParticle = true }
      // "Me", "Mes", "M", "P." are titles with their capital alone; so is what French writes small otherwise.
      let span = chart.span(head.tokens)
      // "PRS" and "SIR" are letters, not "Prs" and "sir", unless the line is in capitals throughout.
      let first = head.tokens.lowerBound
      if head.tokens.count == 1, (3...4).contains(span.count), chart.shape(first).isAllUpper,
        chart.kind(first) != .abbreviation, !words.inCapitals[first]
      {
        return nil
      }
      role.lemma = fold(head.tokens, chart)
      if span.count <= 4, !chart.shape(head.tokens.lowerBound).contains(.initialUpper),
        !Self.smallTitles.contains(role.lemma)
      {
        return nil
      }
    } else {
      role.singular = word.singular ?? chart.string(head.tokens)
    }
    if isTitle, let complement = match.capture(2) {
      // "le général de Gaulle": what follows is the holder's own name unless it is a place or a body.
      let named = complement.tokens.dropFirst().first { chart.shape($0).contains(.initialUpper) }
      let marks = named.map { words.marks[$0] } ?? []
      let isPhrase = named.map { chart.firstEdge(at: $0) >= 0 } ?? false
      // "le roi de la Prusse", but "le marquis de La Mole"
      let article =
        complement.tokens.count > 2 && chart.shape(complement.tokens.lowerBound + 1).isAllLower
      if named != nil, !isPhrase, !article,
        marks.isDisjoint(with: .anyPlace) && !marks.contains(.demonym)
          || fold(head.tokens, chart) == "cardinal" && !marks.contains(.country)
          || marks.contains(.surname) && marks.isDisjoint(with: [.country, .bigTown, .place])
      {
        role.tokens = match.tokens.lowerBound..<complement.tokens.lowerBound
      }
    }
    if role.tokens.upperBound > head.tokens.upperBound {
      role.complements = head.tokens.upperBound..<role.tokens.upperBound
      for t in head.tokens.upperBound..<match.tokens.upperBound {
        guard chart.shape(t).isAllLower, let symbol = lexicon.demonym,
          let entry = chart.entry(symbol, at: t)
        else { continue }
        let text = chart.rules.text(entry.value).split(separator: ".")
        if let country = text.first, country != "-" { role.country = String(country) }
      }
    }
    // An adjective before is part of the function ("ancien ministre"), save where it only judges.
    return role
  }

  private func startsSentence(_ t: Int, _ chart: borrowing Chart) -> Bool {
    t == chart.sentence(of: t).lowerBound || chart.shape(t).contains(.lineStart)
  }

  private func fold(_ tokens: Range<Int>, _ chart: borrowing Chart) -> String {
    if tokens.count == 1 { return chart.lower(tokens.lowerBound) }
    return chart.string(tokens).lowercased().replacingApostrophes()
  }
}

extension String {
  /// With typewriter apostrophes.
  func replacingApostrophes() -> String {
    contains("\u{2019}") ? String(map { $0 == "\u{2019}" ? "'" : $0 }) : self
  }
}
