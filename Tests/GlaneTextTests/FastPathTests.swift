import Foundation
import GlaneText
import Testing

/// The fast path gives the tokens that stepping gives.
@Suite struct FastPathTests {
  private func expectSame(_ utf8: [UInt8], _ note: String) {
    let fast = Tokenizer().tokenize(utf8)
    fast.checkInvariants()
    let slow = Tokenizer().tokenizeByStep(utf8)
    #expect(fast.sentenceStarts == Tokenizer().sentenceStartsByStep(utf8, slow), "\(note)")
    if Array(fast.tokens) == Array(slow) { return }
    let i = zip(fast.tokens, slow).enumerated().first { $1.0 != $1.1 }?.offset ?? min(fast.tokens.count, slow.count)
    let at = i < slow.count ? slow.span(at: i).start : utf8.count
    let around = utf8[max(0, at - 40)..<min(utf8.count, at + 40)]
    let tokens = (i < fast.tokens.count ? fast.tokens[i] : nil, i < slow.count ? slow[i] : nil)
    Issue.record(
      "\(note): token \(i) differs at \(at), \(tokens) in \(String(decoding: around, as: UTF8.self).debugDescription)")
  }

  /// Pieces whose concatenations meet every branch of the fast path at every offset.
  private static let pieces = [
    "mot", "a", "l'", "L’", "qu'", "Qu’", "aujourd'hui", "c'est-à-dire", "l'on", "l'oncle", "N'Djamena", "été", "École",
    "É.",
    "cœur", "Œuvre", "e\u{301}te\u{301}", "E\u{301}", "\u{301}", "porte-parole", "a-t-il", "dis-je", "peut-être",
    "ce jour-là",
    "Saint-Jean-d'Acre", " - ", "-", "--", "–", "…", "...", ".", ". ", ", ", "; ", ": ", "! ", "?", "(", ")", "(e)",
    "« ", " »",
    "«\u{A0}", "\u{A0}»", "“", "”", "\"", "1", "12", "1 250", "1\u{202F}250", "3,5", "12.", "18h30", "1er", "XIXe",
    "Ier", "Le", "Ve",
    "n°", "M. ", "art. 3", "janv.", "J.-P.", "S.N.C.F.", "etc.", "%", "€", "\n", "\n\n", "\r\n", "\t", "\n\t\n", "\n ",
    " ", "  ",
    "\u{AD}", "\u{200B}", "東京", "ไทย", "Москва", "👍🏽", "@nom", "#tag", "http://a.fr/b", "a@b.fr", "_", "/", "&", "+",
    "×", "÷",
    "n°39", "°C", "½", "www.a.fr", "x@y.fr", "lemonde.fr", "12h", "30min", "1971-72,5", "A380,5", "a+b", "l’on",
    "c’est-à-dire", "jusqu'à", "Val-d'Oise", "-là", "(s)", "[...]", "{", "*", "$", "<", "^", "|", "\u{85}", "ō", "ж",
    "ạ", "J.",
    "O.N.U", "5%", "X", "1 00", "St.-G", "c.-à-d.", "‘", "−8", "°", "\u{2009}", "\u{FEFF}", "ʼ", "\u{7F}", "_3.5",
    "1(s)",
    "approx.", "Approx. ", "\u{E0}pprox. ", "appr\u{F4}x. ", "a\u{301}pprox. ", "monde. ", "soci\u{E9}t\u{E9}. ",
    "f\u{E9}vr. ",
    "d\u{E9}c. ", "ann\u{E9}e.", "c\u{E6}s. ", "2009. ", "maison.", "l'approx. ", "-approx. ", "_monde. ", "1monde. ",
    "ONU", "McDo", "O'Brien", "anticonstitutionnellement", "\u{2028}", "\0", "'", "’", "²", "m²", "R&D", "km/h", "-8",
  ]

  @Test func onGeneratedText() {
    var random = SplitMix(seed: 20_240_212)
    for round in 0..<2500 {
      var text: [UInt8] = []
      let blank = random.next() % 3
      while text.count < 400 {
        text += Array(Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8)
        if blank > 0, random.next() % (blank * 2) != 0 { text.append(0x20) }
      }
      // Some rounds have bytes that are not UTF-8.
      if round % 8 == 0 { text[Int(random.next() % UInt64(text.count))] = UInt8(truncatingIfNeeded: random.next()) }
      expectSame(text, "round \(round)")
    }
  }

  @Test func onPlainProse() {
    let sentence =
      "L'été, les élèves de l'école lisent « Le Horla » et jouent aux échecs : 12 parties par jour, sans pause. "
    for padding in 0..<64 {
      expectSame(Array((String(repeating: "x", count: padding) + " " + sentence + sentence).utf8), "padding \(padding)")
    }
  }

  @Test(.enabled(if: SharedFiles.exists("corpus/fr-dev.txt")))
  func onTheDevelopmentCorpus() throws { expectSame(try SharedFiles.bytes("corpus/fr-dev.txt"), "fr-dev") }
}
