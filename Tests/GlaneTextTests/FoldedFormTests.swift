import GlaneText
import Testing

@Suite struct FoldedFormTests {
  private func fold(_ text: String) -> FoldedForm {
    var form = FoldedForm()
    let utf8 = Array(text.utf8)
    utf8.withUnsafeBufferPointer { form.assign($0) }
    return form
  }
  private func string(_ form: FoldedForm) -> String { String(decoding: form.bytes, as: UTF8.self) }

  @Test(arguments: [
    ("ÉTAT", "etat"), ("État", "etat"), ("E\u{301}tat", "etat"), ("cœur", "coeur"), ("Œuvre", "oeuvre"),
    ("Lætitia", "laetitia"), ("ﬁn", "fin"), ("l’été", "l'ete"), ("lʼété", "l'ete"),
    ("Asie‑Pacifique", "asie-pacifique"),
    ("1\u{A0}250\u{202F}000", "1 250 000"), ("so\u{AD}leil", "soleil"), ("Ça", "ca"), ("Łódź", "lodz"),
    ("ΑΘΗΝΑ", "αθηνα"), ("Москва", "москва"), ("東京", "東京"), ("İzmir", "izmir"), ("a\tb", "a b"),
  ])
  func folds(text: String, folded: String) { #expect(string(fold(text)) == folded) }

  @Test func accentsAreKeptInNibbles() {
    #expect(fold("élève").accents == 0x0_2_0_1)
    #expect(fold("élève").accents == fold("e\u{301}le\u{300}ve").accents)
    #expect(fold("çîïñå").accents == 0x7_6_4_3_5)
    #expect(fold("etat").accents == 0)
  }

  @Test func capitalsAreKeptInNibbles() {
    #expect(fold("État").uppers == 0xF)
    #expect(fold("ONU").uppers == 0xFFF)
    #expect(fold("Œuvre").uppers == 0xFF)
    #expect(fold("état").uppers == 0)
  }

  @Test func sixteenPositionsAndNoMore() {
    let form = fold("aaaaaaaaaaaaaaaÉÉ")
    #expect(form.accents == 0x1000_0000_0000_0000)
    #expect(form.uppers == 0xF000_0000_0000_0000)
  }

  @Test func phrasesAreExtendedAndHashedAlike() {
    var form = fold("Afrique")
    form.append(byte: 0x20)
    Array("de l’Ouest".utf8).withUnsafeBufferPointer { form.append($0) }
    #expect(string(form) == "afrique de l'ouest")
    #expect(form.hash == fold("AFRIQUE DE L'OUEST").hash)
    #expect(form.hash != fold("afrique de l'est").hash)
  }

  @Test func hashIsTheSameInEveryRun() { #expect(fold("Lomé").hash == 2_995_846_393_906_651_817) }

  @Test func badBytesStay() {
    var form = FoldedForm()
    [0xFF, 0x41, 0xC3].withUnsafeBufferPointer { form.assign($0) }
    #expect(Array(form.bytes) == [0xFF, 0x61, 0xC3])
  }
}
