import GlaneText
import Testing

/// Sentences of a stream are those of the whole text, however it is cut.
@Suite struct SentenceStreamTests {
  private func stream(_ utf8: [UInt8], chunks: (Int) -> Int) -> [TextSpan] {
    var stream = SentenceStream()
    var spans: [TextSpan] = []
    func take(_ sentence: SentenceStream.Sentence) {
      #expect(Array(sentence.utf8) == Array(utf8[sentence.span.range]))
      spans.append(sentence.span)
    }
    var i = 0
    while i < utf8.count {
      let end = min(utf8.count, i + max(1, chunks(i)))
      stream.append(utf8[i..<end], take)
      i = end
    }
    stream.finish(take)
    return spans
  }

  private static let prose = """
    M. Dupont arrive à 18h30. « Je pars ! » dit-il ; J. Le Goff reste. (Il rit.) Voir art. 3, p. 12, etc. Puis rien…

    Un titre
    Le maire a parlé. Des lignes qui
    se poursuivent ici. Né en 190 av. J.-C. à Rome. Il a 1 250 000 francs. -8 degrés ce matin. "Non." Oui.
    Écrire à jean.dupont@exemple.fr. Lire lemonde.fr. C'est-à-dire quoi ? Aujourd'hui, l'été. Fin de l'histoire. 👍🏽 Bon.
    """

  @Test(arguments: [1, 2, 3, 7, 16, 50, 333])
  func inChunksOfOneSize(_ size: Int) {
    let utf8 = Array(String(repeating: Self.prose + " ", count: 8).utf8)
    #expect(stream(utf8) { _ in size } == Tokenizer().tokenize(utf8).sentences)
  }

  @Test func generatedText() {
    let pieces = [
      "mot ", "Le ", "la ", "Le maire ", "M. ", "J. ", "etc. ", "art. ", "3 ", "1 250 ", ". ", ".", " ! ", "? ", "… ",
      "; ", ": ",
      "« ", " » ", "\"", "(", ") ", "— ", "\n", "\n\n", "\t", "\u{A0}", "l'", "qu’", "-8 ", "- ", "S.N.C.F. ", "a.b ",
      "x@y.fr ",
      "été ", "É", "\u{AD}", "東京", "a", "Il part. ", "Elle reste ! ",
    ]
    var random = SplitMix(seed: 11)
    for round in 0..<600 {
      var utf8: [UInt8] = []
      while utf8.count < 600 { utf8 += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8) }
      if round % 5 == 0 { utf8[Int(random.next() % UInt64(utf8.count))] = UInt8(truncatingIfNeeded: random.next()) }
      let spans = stream(utf8) { _ in Int(random.next() % 90) }
      #expect(spans == Tokenizer().tokenize(utf8).sentences, "round \(round): \(String(decoding: utf8, as: UTF8.self))")
    }
  }

  @Test func sentencesComeBeforeTheEnd() {
    var stream = SentenceStream()
    var given = 0
    for _ in 0..<100 { stream.append(Array("Une phrase de cinq mots. ".utf8)) { _ in given += 1 } }
    #expect(given > 90)
    stream.finish { _ in given += 1 }
    #expect(given == 100)
  }

  @Test func aStreamServesOneTextAfterAnother() {
    var stream = SentenceStream()
    for _ in 0..<2 {
      var spans: [TextSpan] = []
      stream.append(Array("Un. Deux.".utf8)) { spans.append($0.span) }
      stream.finish { spans.append($0.span) }
      #expect(spans == [TextSpan(start: 0, end: 3), TextSpan(start: 4, end: 9)])
    }
  }

  @Test(.enabled(if: SharedFiles.exists("corpus/fr-dev.txt")))
  func theDevelopmentCorpus() throws {
    let utf8 = try SharedFiles.bytes("corpus/fr-dev.txt")
    #expect(stream(utf8) { _ in 1000 } == Tokenizer().tokenize(utf8).sentences)
  }
}
