import Testing

@testable import Glane

/// Who says what in sentences as newspapers, courts and novels write them.
@Suite struct PressQuotationTests {
  @Test(arguments: [
    (
      "« Nous avons perdu dix ans », regrette Sophie Lambert, directrice de l’hôpital de Cahors.",
      ["Sophie Lambert: Nous avons perdu dix ans [regrette]"]
    ),
    (
      "Interrogée hier soir, la maire de Nantes, Johanna Morel, a reconnu que la situation était « extrêmement tendue » dans les écoles.",
      ["Johanna Morel: extrêmement tendue [a reconnu]"]
    ),
    (
      "« Je ne démissionnerai pas », a martelé le ministre. « J'irai jusqu'au bout », a-t-il ajouté.",
      ["?: Je ne démissionnerai pas [a martelé]", "?: J'irai jusqu'au bout [a-t-il ajouté]"]
    ),
    (
      "Le ministre du Budget, Alain Ferrand, a réagi. « Je ne démissionnerai pas », a martelé le ministre. « J'irai jusqu'au bout », a ajouté ce dernier.",
      ["Alain Ferrand: Je ne démissionnerai pas [a martelé]", "Alain Ferrand: J'irai jusqu'au bout [a ajouté]"]
    ),
    (
      "Pour Hervé Lacaze, président du syndicat des vignerons, « la récolte sera la pire depuis vingt ans ».",
      ["Hervé Lacaze: la récolte sera la pire depuis vingt ans [Pour]"]
    ),
    (
      "De l’avis de Marie Fournier, économiste à la Banque Sartorio, « le plus dur est passé ».",
      ["Marie Fournier: le plus dur est passé [De l’avis de]"]
    ),
    (
      "À en croire Luc Besnard, « rien n’a changé ».",
      ["Luc Besnard: rien n’a changé [À en croire]"]
    ),
    (
      "Aux yeux de l’avocate Nadia Cherif, il s’agit d’« un procès politique ».",
      ["Nadia Cherif: un procès politique [Aux yeux de]"]
    ),
    (
      "« Le texte est prêt, explique Paul Vidal, mais le Sénat l’a rejeté. » Le député espère un compromis.",
      ["Paul Vidal: Le texte est prêt, explique Paul Vidal, mais le Sénat l’a rejeté. [explique]"]
    ),
    (
      "Fatou Diop raconte : « Il m'a dit : “Tu partiras demain”, et j'ai pleuré. »",
      ["Fatou Diop: Il m'a dit : “Tu partiras demain”, et j'ai pleuré. [raconte]"]
    ),
    (
      "« Nous partirons demain.\n« Nous n’avons plus rien à faire ici.\n« Adieu », a lancé Jean Carlier à ses amis.",
      ["Jean Carlier: Nous partirons demain.\n« Nous n’avons plus rien à faire ici.\n« Adieu [a lancé]"]
    ),
    (
      "Ce que les économistes appellent « la main invisible » n’existe pas.",
      ["?: la main invisible [appellent]"]
    ),
    (
      "La société Voltane a dénoncé « une campagne de dénigrement ».",
      ["Voltane: une campagne de dénigrement [a dénoncé]"]
    ),
    (
      "\"C'est une honte\", s'indigne Mme Lopez, qui habite le quartier depuis 1980.",
      ["Lopez: C'est une honte [s'indigne]"]
    ),
    (
      "'C'est une honte', s'indigne Mme Lopez.",
      ["Lopez: C'est une honte [s'indigne]"]
    ),
    (
      "‘C’est une honte’, s’indigne Mme Lopez.",
      ["Lopez: C’est une honte [s’indigne]"]
    ),
    (
      "Le procureur de Dijon, Éric Mathais, a confirmé l'ouverture d'une enquête. «\u{A0}Aucune piste n'est écartée\u{A0}», a-t-il précisé.",
      ["Éric Mathais: Aucune piste n'est écartée [a-t-il précisé]"]
    ),
    (
      "La ministre de la Santé, Agnès Roche, et le préfet, Paul Dumont, étaient présents. « Tout sera fait », a-t-elle promis.",
      ["Agnès Roche: Tout sera fait [a-t-elle promis]"]
    ),
    (
      "La ministre de la Santé, Agnès Roche, et le préfet, Paul Dumont, étaient présents. « Tout sera fait », a promis ce dernier.",
      ["Paul Dumont: Tout sera fait [a promis]"]
    ),
    (
      "La ministre de la Santé, Agnès Roche, a reçu Paul Dumont. « Tout sera fait », lui a promis la ministre.",
      ["Agnès Roche: Tout sera fait [lui a promis]"]
    ),
    (
      "Selon lui, « tout est perdu ».",
      ["?: tout est perdu [Selon]"]
    ),
    (
      "Jean Fabre est amer. Selon lui, « tout est perdu ».",
      ["Jean Fabre: tout est perdu [Selon]"]
    ),
    (
      "Claire Roux est amère. D’après elle, « tout est perdu ».",
      ["Claire Roux: tout est perdu [D’après]"]
    ),
    (
      "« Tout est perdu », soupire un voisin qui préfère rester anonyme.",
      ["?: Tout est perdu [soupire]"]
    ),
    (
      "« Tout est perdu », soupire-t-on à la mairie.",
      ["?: Tout est perdu [soupire-t-on]"]
    ),
    (
      "« On n’abandonne personne », peut-on lire sur la banderole.",
      ["?: On n’abandonne personne [peut-on lire]"]
    ),
    (
      "Elle se dit « fière » de son parcours.",
      ["?: fière [se dit]"]
    ),
    (
      "Dans un entretien au Monde, Bruno Keller affirme qu’il « ne sera pas candidat » en 2027.",
      ["Bruno Keller: ne sera pas candidat [affirme]"]
    ),
    (
      "Emmanuel Petit a assuré vendredi que le gouvernement n’avait « aucune intention » de céder, et que « la loi sera appliquée ».",
      ["Emmanuel Petit: aucune intention [a assuré]", "Emmanuel Petit: la loi sera appliquée [a assuré]"]
    ),
    (
      "« La loi sera appliquée ». C'est par ces mots qu'Emmanuel Petit a conclu.",
      ["?: La loi sera appliquée"]
    ),
    (
      "Jean Petit parle d'« une catastrophe » et Marie Leroy d'« un gâchis ».",
      ["Jean Petit: une catastrophe [parle]", "Marie Leroy: un gâchis [parle]"]
    ),
    (
      "« Un gâchis ! » Marie Leroy ne décolère pas.",
      ["?: Un gâchis !"]
    ),
    (
      "Qualifié de « traître » par Jean Petit, le maire a quitté la salle.",
      ["Jean Petit: traître [Qualifié]"]
    ),
    (
      "Marie Leroy (LR) : « On nous ment. »",
      ["Marie Leroy: On nous ment."]
    ),
    (
      "Marc Aubert, 54 ans, pêcheur : « On nous ment depuis des années. »",
      ["Marc Aubert: On nous ment depuis des années."]
    ),
    (
      "« On nous ment depuis des années ! » – Marc Aubert, pêcheur au Guilvinec",
      ["Marc Aubert: On nous ment depuis des années !"]
    ),
    (
      "Le Conseil d’État a estimé que la mesure portait « une atteinte manifestement illégale » au droit d'asile.",
      ["Conseil d’État: une atteinte manifestement illégale [a estimé]"]
    ),
    (
      "Dans son arrêt, la Cour de cassation rappelle que « le juge ne peut statuer par voie de disposition générale ».",
      ["Cour de cassation: le juge ne peut statuer par voie de disposition générale [rappelle]"]
    ),
    (
      "Le président a salué « un homme d'exception, un grand serviteur de l'État ».",
      ["?: un homme d'exception, un grand serviteur de l'État [a salué]"]
    ),
    (
      "« Bonjour », dit-il. « Bonsoir », répondit-elle.",
      ["?: Bonjour [dit-il]", "?: Bonsoir [répondit-elle]"]
    ),
    (
      "L'article 12 dispose que « la garantie des droits de l'homme et du citoyen nécessite une force publique ».",
      ["?: la garantie des droits de l'homme et du citoyen nécessite une force publique"]
    ),
    (
      "Il a crié : « Au voleur ! » avant de s'enfuir.",
      ["?: Au voleur ! [a crié]"]
    ),
    (
      "Son père lui répétait souvent que « l'argent ne fait pas le bonheur ».",
      ["?: l'argent ne fait pas le bonheur [lui répétait]"]
    ),
    (
      "« On m’a dit ‘va-t’en’ et je suis partie », raconte Aline Morvan.",
      ["Aline Morvan: On m’a dit ‘va-t’en’ et je suis partie [raconte]"]
    ),
    (
      "« Nous irons jusqu’au bout, a prévenu Lucie Arnaud. Rien ne nous arrêtera. »",
      ["Lucie Arnaud: Nous irons jusqu’au bout, a prévenu Lucie Arnaud. Rien ne nous arrêtera. [a prévenu]"]
    ),
    (
      "« Nous irons jusqu’au bout, prévient-elle. Rien ne nous arrêtera », conclut la secrétaire générale de la CGT, Lucie Arnaud.",
      ["Lucie Arnaud: Nous irons jusqu’au bout, prévient-elle. Rien ne nous arrêtera [conclut]"]
    ),
    (
      "« Le projet de loi sera déposé lundi, a dit Paul Martin.\nLe Sénat en débattra.",
      ["Paul Martin: Le projet de loi sera déposé lundi, a dit Paul Martin. [a dit]"]
    ),
    (
      "—\u{A0}« Messieurs, je vous remercie », dit Paul Martin.",
      ["Paul Martin: Messieurs, je vous remercie [dit]"]
    ),
    (
      "« Il faut sauver l’hôpital », tel est le mot d’ordre du syndicat.",
      ["?: Il faut sauver l’hôpital"]
    ),
    (
      "Elle a répondu « oui » sans hésiter.",
      ["?: oui [a répondu]"]
    ),
    (
      "Il a dit \"oui\" et elle a dit \"non\".",
      ["?: oui [a dit]", "?: non [a dit]"]
    ),
    (
      "Pour le président de la FNSEA, Rémi Chapuis, « le compte n’y est pas ».",
      ["Rémi Chapuis: le compte n’y est pas [Pour]"]
    ),
    (
      "Rémi Chapuis est catégorique : « Le compte n’y est pas. »",
      ["Rémi Chapuis: Le compte n’y est pas."]
    ),
    (
      "Il n'en démord pas : « Le compte n’y est pas. »",
      ["?: Le compte n’y est pas."]
    ),
    (
      "La présidente de la région, Carole Vasseur, n’a pas caché sa colère. Elle a jugé « indigne » l’attitude de l’État. « On nous méprise », a-t-elle lancé.",
      ["Carole Vasseur: indigne [a jugé]", "Carole Vasseur: On nous méprise [a-t-elle lancé]"]
    ),
    (
      "La CGT appelle à la grève. « Nous n’avons pas le choix », explique-t-elle dans un tract.",
      ["CGT: Nous n’avons pas le choix [explique-t-elle]"]
    ),
    (
      "Le tribunal a rejeté la demande. « Les faits ne sont pas établis », a-t-il jugé.",
      ["?: Les faits ne sont pas établis [a-t-il jugé]"]
    ),
    (
      "La Commission européenne s’est dite « préoccupée » par la situation en Hongrie.",
      ["Commission européenne: préoccupée [s’est dite]"]
    ),
    (
      "Le premier ministre, interrogé par BFM TV, a démenti : « C’est faux. »",
      ["?: C’est faux. [a démenti]"]
    ),
    (
      "« C’est faux », a démenti auprès de l’AFP l’avocat de M. Durand, Me Simon Karsenti.",
      ["Simon Karsenti: C’est faux [a démenti]"]
    ),
    (
      "Contacté par nos soins, Me Simon Karsenti dénonce « un dossier vide ».",
      ["Simon Karsenti: un dossier vide [dénonce]"]
    ),
    (
      "« C’est un immense honneur », a réagi sur X la chanteuse Zoé Lacombe.",
      ["Zoé Lacombe: C’est un immense honneur [a réagi]"]
    ),
    (
      "« C’est un immense honneur », s’est réjouie au micro de France Inter la chanteuse Zoé Lacombe.",
      ["Zoé Lacombe: C’est un immense honneur [s’est réjouie]"]
    ),
    (
      "« J’ai vu la mort en face », confie, encore sous le choc, Aline Morvan, 34 ans.",
      ["Aline Morvan: J’ai vu la mort en face [confie]"]
    ),
    (
      "« Vous mentez ! » a crié un spectateur.",
      ["?: Vous mentez ! [a crié]"]
    ),
    (
      "« Vous mentez ! », a crié Zoé Lacombe à l’adresse du juge.",
      ["Zoé Lacombe: Vous mentez ! [a crié]"]
    ),
    (
      "Mme Morvan, elle, s’en amuse : « À mon âge, on ne craint plus rien ! »",
      ["Morvan: À mon âge, on ne craint plus rien !"]
    ),
    (
      "« À mon âge, on ne craint plus rien ! » s’amuse cette retraitée de 78 ans.",
      ["?: À mon âge, on ne craint plus rien ! [s’amuse]"]
    ),
    (
      "Les propos de Jean Petit, qui a qualifié les manifestants de « voyous », ont choqué.",
      ["Jean Petit: voyous [a qualifié]"]
    ),
    (
      "Jean Petit avait été accusé de « trahison » par ses pairs.",
      ["?: trahison [accusé]"]
    ),
    (
      "Sur son compte, la députée Anne Fayard écrit : “Honte à eux.”",
      ["Anne Fayard: Honte à eux. [écrit]"]
    ),
    (
      "D’après le rapport de la Cour des comptes, « la dérive est préoccupante ».",
      ["?: la dérive est préoccupante [D’après]"]
    ),
    (
      "Le rapport souligne « l’absence de pilotage » et « des retards récurrents ».",
      ["?: l’absence de pilotage [souligne]", "?: des retards récurrents [souligne]"]
    ),
    (
      "Le roman s’ouvre sur ces mots : « Longtemps, je me suis couché de bonne heure. »",
      ["?: Longtemps, je me suis couché de bonne heure."]
    ),
    (
      "Sa devise : « Ne jamais renoncer ».",
      ["?: Ne jamais renoncer"]
    ),
    (
      "Et de conclure : « Nous verrons bien. »",
      ["?: Nous verrons bien. [Et de conclure]"]
    ),
    (
      "— Entrez, dit le vieil homme.\n— Merci, monsieur Lenoir, répondit Jeanne.\n— Il n’y a pas de quoi. Vous prendrez bien un café ?\nElle hésita.\n— Volontiers, finit-elle par dire.",
      [
        "?: Entrez [dit]", "Jeanne: Merci, monsieur Lenoir [répondit]",
        "?: Il n’y a pas de quoi. Vous prendrez bien un café ?", "Jeanne: Volontiers [finit-elle par dire]",
      ]
    ),
    (
      "— Tu te souviens de la phrase de papa, « on ne vend pas la terre » ? demanda Simon.\n— Oui.",
      ["Simon: Tu te souviens de la phrase de papa, « on ne vend pas la terre » ? [demanda]", "?: Oui."]
    ),
    (
      "Le chauffeur éleva la voix : — Nous n’irons pas plus loin. Puis il coupa le moteur. — Pourquoi ? demanda Claire.",
      ["?: Nous n’irons pas plus loin.", "?: Pourquoi ?"]
    ),
    (
      "«Le temps presse», martèle-t-il. «Nous n’avons que trois mois», renchérit sa collègue, Lina Haddad.",
      ["?: Le temps presse [martèle-t-il]", "Lina Haddad: Nous n’avons que trois mois [renchérit]"]
    ),
    (
      "Selon l’Insee, l’inflation « ralentit nettement ».",
      ["Insee: ralentit nettement [Selon]"]
    ),
    (
      "Le chef de l’État a promis « un choc de simplification » d’ici à l’été.",
      ["?: un choc de simplification [a promis]"]
    ),
    (
      "Interrogé sur ce point, le porte-parole du gouvernement, Gaspard Fleury, a botté en touche : « Chaque chose en son temps. »",
      ["Gaspard Fleury: Chaque chose en son temps."]
    ),
    (
      "« C’est une victoire pour la planète ! », a salué sur Twitter l’eurodéputée Karima Benali.",
      ["Karima Benali: C’est une victoire pour la planète ! [a salué]"]
    ),
    (
      "Le conseiller fédéral Urs Zimmerli a plaidé pour une « Suisse ouverte », rappelant que « l’isolement n’est pas une option ».",
      ["Urs Zimmerli: Suisse ouverte [a plaidé]", "Urs Zimmerli: l’isolement n’est pas une option [rappelant]"]
    ),
    (
      "«On va continuer à se battre», a lancé en mêlée de presse la cheffe péquiste, Maude Tremblay.",
      ["Maude Tremblay: On va continuer à se battre [a lancé]"]
    ),
    (
      "Lors d’un point de presse, le directeur de la santé publique, le Dr Luc Gagnon, a dit craindre « une sixième vague ».",
      ["Luc Gagnon: une sixième vague [a dit]"]
    ),
    (
      "« La réforme est nécessaire », juge-t-on à l’Élysée. « Elle est injuste », rétorque l’opposition.",
      ["?: La réforme est nécessaire [juge-t-on]", "?: Elle est injuste [rétorque]"]
    ),
    (
      "« Ma fille ne dort plus », témoigne Aïcha. « Moi non plus », ajoute son mari, Samir.",
      ["Aïcha: Ma fille ne dort plus [témoigne]", "Samir: Moi non plus [ajoute]"]
    ),
    (
      "“We will never surrender”, a répété le Premier ministre britannique, John Whitmore.",
      ["John Whitmore: We will never surrender [a répété]"]
    ),
    (
      "Le préfet l’a dit et répété : « Il n’y aura pas de passe-droit ».",
      ["?: Il n’y aura pas de passe-droit [l’a dit]"]
    ),
    (
      "À propos de l’accord, Jean Petit a confié au Figaro : « Ce n’est pas le mien. » Et d’ajouter : « Je ne le voterai pas. »",
      ["Jean Petit: Ce n’est pas le mien. [a confié]", "Jean Petit: Je ne le voterai pas. [Et d’ajouter]"]
    ),
    (
      "« Je ne le voterai pas », a-t-il dit, avant de conclure : « C’est une question d’honneur. »",
      ["?: Je ne le voterai pas [a-t-il dit]", "?: C’est une question d’honneur. [avant de conclure]"]
    ),
    (
      "À l’inverse, pour Aline Roy, de l’association Val’Air, « l’usine pollue moins qu’avant ».",
      ["Aline Roy: l’usine pollue moins qu’avant [pour]"]
    ),
    (
      "Pour les riverains, « c’est le bruit de trop ».",
      ["?: c’est le bruit de trop [Pour]"]
    ),
    (
      "Le maire, Luc Roy, se dit « satisfait mais prudent ». Son adjointe, Inès Ba, est moins optimiste : « On verra. »",
      ["Luc Roy: satisfait mais prudent [se dit]", "Inès Ba: On verra."]
    ),
    (
      "Le président Jean Morel a félicité Luc Petit et se dit « impatient de travailler avec lui ».",
      ["Jean Morel: impatient de travailler avec lui [se dit]"]
    ),
    (
      "Jean Morel parla longtemps. Et Claire Roux de conclure : « Nous irons jusqu'au bout. »",
      ["Claire Roux: Nous irons jusqu'au bout. [de conclure]"]
    ),
    ("Jean Morel (PS) estime que la mesure est « injuste ».", ["Jean Morel: injuste [estime]"]),
    ("Pour Jean Morel (PS), « c'est une catastrophe ».", ["Jean Morel: c'est une catastrophe [Pour]"]),
    (
      "Dans un communiqué, Claire Roux a condamné « un acte lâche et odieux ».",
      ["Claire Roux: un acte lâche et odieux [a condamné]"]
    ),
    (
      "Pour Jean Morel, l'affaire est close. « Il n'y a aucun lien », précise-t-il.",
      ["Jean Morel: Il n'y a aucun lien [précise-t-il]"]
    ),
    ("Jean Morel a twitté que « rien ne presse ».", ["Jean Morel: rien ne presse [a twitté]"]),
    ("« Mon ami, dit le vieillard, vous avez raison. »", ["?: Mon ami, dit le vieillard, vous avez raison. [dit]"]),
    (
      "« Cela, commença Bernard Roux, me regarde. »",
      ["Bernard Roux: Cela, commença Bernard Roux, me regarde. [commença]"]
    ),
  ])
  func attributed(_ text: String, _ expected: [String]) {
    #expect(quotations(text) == expected)
  }

  /// Titles of works, nicknames, terms, words held at a distance; and speech without marks.
  @Test(arguments: [
    "Il a publié « Les Raisins verts » chez Gallimard en 1998.",
    "Le « roi du pétrole » a été arrêté lundi à Nice.",
    "Le mot « laïcité » vient du grec.",
    "L'opération « Mains propres » a été lancée en 1992 à Milan.",
    "Jean-Marc Roux, dit « le Belge », a été condamné.",
    "Elle a chanté « Ne me quitte pas » devant 3 000 personnes.",
    "Le roman de Claire Deschamps, « La nuit remue », sort jeudi.",
    "Le prétendu « miracle économique » a fait long feu.",
    "Les « gilets jaunes » ont défilé samedi.",
    "Les années '60 et les années '70 furent belles, dit Paul Martin.",
    "Le collectif « Sauvons l’hôpital » a manifesté.",
    "Dans « Le Monde » daté du 3 mars, Julie Perrin signe une tribune.",
    "Le terme « genre » désigne une construction sociale, explique Léa Simon.",
    "Le groupe \"Les Cigales\" jouera samedi.",
    "Il est « complètement à l’ouest » ces temps-ci.",
    "Pour Rémi Chapuis, le compte n’y est pas.",
    "Élu « meilleur ouvrier de France » en 2004, Marc Tissier dirige l’entreprise.",
    "Elle a reçu le prix « Femme de l’année ».",
    "La série « Les Revenants », diffusée sur Canal+, a séduit le public.",
    "Son premier disque, « Nuits blanches », s’est vendu à 20 000 exemplaires.",
    "Un pantalon dit « pattes d’éléphant » revient à la mode.",
    "Le plan « Vigipirate » a été relevé au niveau « urgence attentat ».",
    "L’expression « ça ne mange pas de pain » signifie que cela ne coûte rien.",
    "En wolof, « teranga » signifie « hospitalité ».",
    "Une enquête pour « homicide involontaire » a été ouverte, a annoncé le parquet.",
    "Poursuivi pour « abus de confiance », Luc Fabre a été relaxé.",
    "Les « pour » l’ont emporté sur les « contre ».",
    "La loi dite « Climat et résilience » est entrée en vigueur.",
    "Le marché de l’« après-crise » est incertain.",
    "Il s’est fait un nom comme « le médecin des pauvres ».",
    "Abdoulaye Sarr, alias « Baba », reste introuvable.",
    "On l’appelait « la Dame de fer ».",
    "Celui que ses amis surnomment « Titi » a pris sa retraite.",
    "Pour « sauver les meubles », la direction a cédé.",
  ])
  func notQuotations(_ text: String) {
    #expect(quotations(text) == [])
  }
}
