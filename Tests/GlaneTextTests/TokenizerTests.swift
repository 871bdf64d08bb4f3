import GlaneText
import Testing

/// Tokens as a reader would write them: separated by `|`.
private func cut(_ text: String) -> String {
  let tokenized = Tokenizer().tokenize(text)
  tokenized.checkInvariants()
  return tokenized.tokens.map { tokenized.string($0.span) }.joined(separator: "|")
}

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("L'homme d'État", "L'|homme|d'|État"),
    ("L’homme d’État", "L’|homme|d’|État"),
    ("aujourd'hui, quelqu'un, prud'homme", "aujourd'hui|,|quelqu'un|,|prud'homme"),
    ("aujourd’hui quelqu’une presqu’île", "aujourd’hui|quelqu’une|presqu’île"),
    ("presqu'aussi quelqu'autre", "presqu'|aussi|quelqu'|autre"),
    ("c'est-à-dire c'est à dire", "c'est-à-dire|c'|est|à|dire"),
    ("C’est-à-dire", "C’est-à-dire"),
    ("à N'Djamena, il n'y a", "à|N'Djamena|,|il|n'|y|a"),
    ("O'Brien et l'« oasis »", "O'Brien|et|l'|«|oasis|»"),
  ])
  func elisionEndsATokenAtItsApostrophe(text: String, tokens: String) { #expect(cut(text) == tokens) }

  @Test(arguments: [
    ("le porte-parole de Kassym-Jomart", "le|porte-parole|de|Kassym-Jomart"),
    ("Saint-Jean-d'Acre", "Saint-Jean-d'Acre"),
    ("a-t-il A-T-IL va-t-on", "a|-t-il|A|-T-IL|va|-t-on"),
    ("donne-le-moi, allez-vous-en", "donne|-le|-moi|,|allez|-vous|-en"),
    ("ce jour-là, celui-ci, jusque-là", "ce|jour|-là|,|celui-ci|,|jusque-là"),
    ("un rendez-vous, une garde-à-vous, Paris-Les", "un|rendez-vous|,|une|garde-à-vous|,|Paris-Les"),
    ("mot- et -mot – fin --", "mot|-|et|-|mot|–|fin|--"),
    ("Asie‑Pacifique", "Asie‑Pacifique"),
  ])
  func hyphensJoinCompoundsAndCliticsAreSplitOff(text: String, tokens: String) { #expect(cut(text) == tokens) }

  @Test(arguments: [
    ("M. Dupont et Mme. Durand", "M.|Dupont|et|Mme|.|Durand"),
    ("J.-P. Raffarin, J. Chirac, av. J.-C.", "J.-P.|Raffarin|,|J.|Chirac|,|av.|J.-C."),
    ("la S.N.C.F. et l'O.N.U de", "la|S.N.C.F.|et|l'|O.N.U|de"),
    ("p. 12, art. 3, etc. Fin.", "p.|12|,|art.|3|,|etc.|Fin|."),
    ("le 3 janv. 2020", "le|3|janv.|2020"),
    ("en janv. Le reste", "en|janv|.|Le|reste"),
    ("c.-à-d. rien... Non…", "c.-à-d.|rien|...|Non|…"),
    ("n° 5 N°5", "n°|5|N°|5"),
    ("il est 5 m. de long", "il|est|5|m|.|de|long"),
  ])
  func fullStopsBelongToAbbreviations(text: String, tokens: String) { #expect(cut(text) == tokens) }

  @Test(arguments: [
    ("1 250 francs, 1\u{A0}250\u{202F}000 euros", "1 250|francs|,|1\u{A0}250\u{202F}000|euros"),
    ("en 2012 350 personnes", "en|2012|350|personnes"),
    ("le 06 12 34 56 78", "le|06|12|34|56|78"),
    ("3,5 % et 10 °C", "3,5|%|et|10|°C"),
    ("18h30 14h 7h05.", "18|h|30|14|h|7|h|05|."),
    ("1er 2e XIXe XXème Ier", "1er|2e|XIXe|XXème|Ier"),
    ("km/h mg/kg 50km/h", "km/h|mg|/|kg|50|km/h"),
    ("le 25/01/06, 1/10", "le|25/01/06|,|1/10"),
    ("-8 +14 3-8 A380", "-8|+14|3-8|A380"),
    ("20€ 5$ 12.", "20|€|5|$|12|."),
  ])
  func numbers(text: String, tokens: String) { #expect(cut(text) == tokens) }

  @Test(arguments: [
    (
      "voir https://www.exemple.fr/a?b=1, et www.exemple.org.",
      "voir|https://www.exemple.fr/a?b=1|,|et|www.exemple.org|."
    ),
    ("jean.dupont@exemple.fr. @nom #mot-clé", "jean.dupont@exemple.fr|.|@nom|#mot|-|clé"),
    ("👩‍👩‍👧 🇫🇷🇹🇬 👍🏽!", "👩‍👩‍👧|🇫🇷|🇹🇬|👍🏽|!"),
    ("traité(e)s (e)", "traité(e)s|(|e|)"),
  ])
  func addressesAndEmoji(text: String, tokens: String) { #expect(cut(text) == tokens) }

  @Test func composedAndDecomposedLettersGiveTheSameTokens() {
    let composed = Tokenizer().tokenize("l'été à Lomé, Gaël")
    let decomposed = Tokenizer().tokenize("l'e\u{301}te\u{301} a\u{300} Lome\u{301}, Gae\u{308}l")
    #expect(composed.tokens.count == decomposed.tokens.count)
    #expect(composed.tokens.map(\.kind) == decomposed.tokens.map(\.kind))
  }

  @Test func shapes() {
    let text = Tokenizer().tokenize("L'ONU dit\nÀ Lomé\n\nMcDo")
    let shapes = text.tokens.map(\.shape)
    #expect(shapes[0] == [.initialUpper, .hasLetter, .hasApostrophe, .elided, .lineStart, .paragraphStart])
    #expect(shapes[1] == [.initialUpper, .innerUpper, .hasLetter, .glued])
    #expect(shapes[1].isAllUpper)
    #expect(shapes[2] == [.hasLower, .hasLetter])
    #expect(shapes[3] == [.initialUpper, .hasLetter, .nonASCII, .lineStart])
    #expect(shapes[5] == [.initialUpper, .innerUpper, .hasLower, .hasLetter, .lineStart, .paragraphStart])
  }

  @Test func badBytesLieInGaps() {
    let text = Tokenizer().tokenize(
      [0xEF, 0xBB, 0xBF] + Array("Lo".utf8) + [0xE9, 0xFF] + Array("mé\r\nici\0".utf8) + [0xE2])
    text.checkInvariants()
    #expect(text.tokens.map { text.string($0.span) } == ["Lo", "mé", "ici"])
    #expect(text.invalid == [TextSpan(start: 5, end: 7), TextSpan(start: 16, end: 17)])
    #expect(text.tokens[2].shape.contains(.lineStart))
    #expect(!text.tokens[2].shape.contains(.paragraphStart))
  }

  @Test(arguments: ["", " ", "\u{FEFF}", "\r\n"])
  func emptyTextsHaveNoTokens(text: String) {
    let tokenized = Tokenizer().tokenize(text)
    tokenized.checkInvariants()
    #expect(tokenized.tokens.isEmpty)
    #expect(tokenized.sentences.isEmpty)
  }
}
