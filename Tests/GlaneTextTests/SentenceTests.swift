import GlaneText
import Testing

@Suite struct SentenceTests {
  /// Sentences separated by `|`.
  private func cut(_ text: String) -> String {
    let tokenized = Tokenizer().tokenize(text)
    tokenized.checkInvariants()
    return tokenized.sentences.map(tokenized.string).joined(separator: "|")
  }

  @Test(arguments: [
    ("Il part. Elle reste ! Où ? Ici… Bon.", "Il part.|Elle reste !|Où ?|Ici…|Bon."),
    ("M. Dupont et Mme Durand arrivent. Ils parlent.", "M. Dupont et Mme Durand arrivent.|Ils parlent."),
    ("Né en 190 av. J.-C. à Rome.", "Né en 190 av. J.-C. à Rome."),
    ("J. Chirac et J.-P. Raffarin. Fin.", "J. Chirac et J.-P. Raffarin.|Fin."),
    ("Sous Mac OS X. Une version existe.", "Sous Mac OS X.|Une version existe."),
    ("L'historien J. Le Goff écrit.", "L'historien J. Le Goff écrit."),
    ("Des pommes, etc. Puis rien.", "Des pommes, etc.|Puis rien."),
    ("voir art. 3 et p. 12. Fin.", "voir art. 3 et p. 12.|Fin."),
  ])
  func stopsEndSentencesAndAbbreviationsDoNot(text: String, sentences: String) { #expect(cut(text) == sentences) }

  @Test(arguments: [
    ("« Je pars. » Elle reste.", "« Je pars. »|Elle reste."),
    ("Il dit : « Je pars ! » et sort.", "Il dit : « Je pars ! » et sort."),
    ("\"Non !\" répond-il. (Il rit.) Fin.", "\"Non !\" répond-il.|(Il rit.)|Fin."),
    ("Le prix est de 3.5 euros. 4 suivent.", "Le prix est de 3.5 euros.|4 suivent."),
    (
      "Il vient ; Les autres partent. Lu : A. Dumas ; V. Hugo.",
      "Il vient ;|Les autres partent.|Lu : A. Dumas ; V. Hugo."
    ),
  ])
  func quotesAndBracketsCloseWithTheirSentence(text: String, sentences: String) { #expect(cut(text) == sentences) }

  @Test(arguments: [
    ("Un titre\n\nLe texte commence.", "Un titre|Le texte commence."),
    ("Un titre\nLe texte commence.", "Un titre|Le texte commence."),
    ("Une ligne qui\nse poursuit ici.", "Une ligne qui\nse poursuit ici."),
    ("Sont venus :\nle maire ;\nles adjoints.", "Sont venus :|le maire ;|les adjoints."),
    ("Amélioration de la sécurité Le maire a parlé.", "Amélioration de la sécurité|Le maire a parlé."),
    ("Il lit dans Le Monde que tout va.", "Il lit dans Le Monde que tout va."),
    ("J'ai vu le film Les enfants du paradis.", "J'ai vu le film Les enfants du paradis."),
  ])
  func linesAndHeadlines(text: String, sentences: String) { #expect(cut(text) == sentences) }
}
