import Foundation
import TestSupport
import Testing

@testable import Glane

/// The formats that other tools read, written from one analysis made by hand.
@Suite struct FormatTests {
  /// Nested mentions, one of them over a line end, and what XML must escape.
  private static let text =
    "Le chef de la Banque\r\nd’Asie (BA), M. Paul <Ngô> & fils, a dit « Oui 😀 », le 3 mai 2024.\n"

  private static func analysis() throws -> Analysis {
    func span(_ words: String) -> TextSpan { TextSpan(text.range(of: words)!, in: text)! }
    func mention(_ i: Int, _ type: MentionType, _ words: String, _ entity: Int? = nil, _ detail: Mention.Detail)
      -> Mention
    {
      Mention(
        id: .init(i), type: type, span: span(words), text: words, rule: "r<\(i)>", entity: entity.map { .init($0) },
        detail: detail)
    }
    let at = span("3 mai 2024")
    let time = try JSONDecoder().decode(
      ResolvedTime.self,
      from: Data(
        """
        {"type":"date","value":"2024-05-03","edtf":"2024-05-03~","absolute":true,"implied":[],
         "interval":{"start":"2024-05-03T00:00:00","end":"2024-05-04T00:00:00"},
         "timex3":[{"start":\(at.start),"end":\(at.end),"type":"DATE","value":"2024-05-03","mod":"APPROX"}]}
        """.utf8))
    return Analysis(
      source: Tokenizer().tokenize(text), reference: LocalDateTime("2024-05-06"),
      mentions: [
        mention(
          0, .function, "chef de la Banque\r\nd’Asie",
          nil, .function(.init(label: "chef de la Banque d’Asie", holders: [.init(1)], organization: .init(0)))),
        mention(1, .organization, "Banque\r\nd’Asie", 0, .name),
        mention(2, .place, "Asie", 2, .name),
        mention(3, .organization, "BA", 0, .name),
        mention(4, .title, "M.", nil, .title(holders: [.init(1)])),
        mention(5, .person, "Paul <Ngô>", 1, .person(titles: [.init(4)], functions: [.init(0)])),
        mention(6, .date, "le 3 mai 2024", nil, .time(time)),
      ],
      entities: [
        Entity(
          id: .init(0), type: .organization, name: "Banque d’Asie", mentions: [.init(1), .init(3)], aliases: ["BA"],
          acronym: "BA"),
        Entity(
          id: .init(1), type: .person, name: "Paul <Ngô>", mentions: [.init(5)], titles: ["M."],
          functions: [.init(label: "chef de la Banque d’Asie", organization: .init(0), place: nil, mention: .init(0))]),
        Entity(id: .init(2), type: .place, name: "Asie", mentions: [.init(2)]),
      ],
      quotations: [
        Quotation(span: span("Oui 😀"), text: "Oui 😀", speaker: .init(1), cue: span("a dit"), rule: "q")
      ])
  }

  @Test("brat: offsets in scalars, a mention over a line end in parts, notes, relations, equivalence") func brat()
    throws
  {
    #expect(
      try Self.analysis().brat() == """
        T1\tFunction 3 20;22 28\tchef de la Banque d’Asie
        #1\tAnnotatorNotes T1\tchef de la Banque d’Asie
        T2\tOrganization 14 20;22 28\tBanque d’Asie
        T3\tPlace 24 28\tAsie
        T4\tOrganization 30 32\tBA
        T5\tTitle 35 37\tM.
        T6\tPerson 38 48\tPaul <Ngô>
        T7\tDate 74 87\tle 3 mai 2024
        #2\tAnnotatorNotes T7\t2024-05-03
        T8\tQuotation 65 70\tOui 😀
        R1\tTitle_of Arg1:T5 Arg2:T6
        R2\tFunction_of Arg1:T1 Arg2:T6
        R3\tSaid_by Arg1:T8 Arg2:T6
        *\tEquiv T2 T4

        """)
  }

  @Test("brat: every annotation's offsets give its words") func bratOffsets() throws {
    let scalars = Array(Self.text.unicodeScalars)
    for line in try Self.analysis().brat().split(separator: "\n") where line.hasPrefix("T") {
      let columns = line.split(separator: "\t")
      let parts = columns[1].split(separator: " ", maxSplits: 1)[1].split(separator: ";").map { part in
        let ends = part.split(separator: " ").map { Int($0)! }
        return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
      }
      #expect(parts.joined(separator: " ") == columns[2])
    }
  }

  @Test("CoNLL-2003: one token a line, the outermost name, BIO") func conll() throws {
    let lines = try Self.analysis().conll().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(2) == ["-DOCSTART- -X- -X- O", ""])
    let tagged = lines.filter {
      $0.hasSuffix("-ORG") || $0.hasSuffix("-PER") || $0.hasSuffix("-LOC") || $0.hasSuffix("-DATE")
    }
    #expect(
      tagged == [
        "Banque -X- -X- B-ORG", "d’ -X- -X- I-ORG", "Asie -X- -X- I-ORG", "BA -X- -X- B-ORG", "Paul -X- -X- B-PER",
        "< -X- -X- I-PER", "Ngô -X- -X- I-PER", "> -X- -X- I-PER", "le -X- -X- B-DATE", "3 -X- -X- I-DATE",
        "mai -X- -X- I-DATE", "2024 -X- -X- I-DATE",
      ])
    #expect(lines.allSatisfy { $0.isEmpty || $0.split(separator: " ").count == 4 })
  }

  @Test("CoNLL-2003: two names side by side both begin; blanks in a token are no columns") func conllNeighbours() {
    let source = Tokenizer().tokenize("Lomé Dakar 1 250")
    let spans = source.tokens.map(\.span)
    let mentions = spans.prefix(2).enumerated().map { i, span in
      Mention(id: .init(i), type: .place, span: span, text: source.string(span), rule: "r", detail: .name)
    }
    let analysis = Analysis(source: source, reference: nil, mentions: mentions, entities: [], quotations: [])
    #expect(
      analysis.conll()
        == "-DOCSTART- -X- -X- O\n\nLomé -X- -X- B-LOC\nDakar -X- -X- B-LOC\n1_250 -X- -X- O\n\n")
  }

  @Test("TimeML, whole") func timeML() throws {
    #expect(
      try Self.analysis().timeML(id: "a<b") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <TimeML>
        <DOCID>a&lt;b</DOCID>
        <DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-06" temporalFunction="false" \
        functionInDocument="CREATION_TIME">2024-05-06</TIMEX3></DCT>
        <TEXT>Le chef de la Banque&#13;
        d’Asie (BA), M. Paul &lt;Ngô&gt; &amp; fils, a dit « Oui 😀 », le <TIMEX3 tid="t1" type="DATE" value="2024-05-03" \
        mod="APPROX">3 mai 2024</TIMEX3>.
        </TEXT>
        </TimeML>

        """)
  }

  @Test("TimeML and HTML keep what XML has no place for out") func escapes() {
    #expect(
      Markup.escape("a\0b\u{B}\u{1B}\u{FFFE}\u{85}\t\n\r<&>\"'é😀")
        == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\t\n&#13;&lt;&amp;&gt;&quot;&#39;é😀")
  }

  @Test("JSON-LD: the graph") func jsonLD() throws {
    #expect(
      try String(decoding: Self.analysis().jsonLD(id: "a"), as: UTF8.self) == #"""
        {"@context":{"@vocab":"https://schema.org/"},"@graph":[\#
        {"@type":"Article","name":"a","inLanguage":"fr","dateCreated":"2024-05-06","temporalCoverage":["2024-05-03"],\#
        "mentions":[{"@id":"_:e0"},{"@id":"_:e1"},{"@id":"_:e2"}]},\#
        {"@id":"_:e0","@type":"Organization","name":"Banque d’Asie","alternateName":["BA"]},\#
        {"@id":"_:e1","@type":"Person","name":"Paul <Ngô>","honorificPrefix":["M."],"jobTitle":["chef de la Banque d’Asie"],\#
        "worksFor":[{"@type":"Role","roleName":"chef de la Banque d’Asie","worksFor":{"@id":"_:e0"}}]},\#
        {"@id":"_:e2","@type":"Place","name":"Asie"},\#
        {"@type":"Quotation","text":"Oui 😀","creator":{"@id":"_:e1"}}]}
        """#)
  }

  private struct SpaCyDocument: Decodable {
    struct Span: Decodable {
      var start: Int
      var end: Int
      var label: String?
    }
    var text: String
    var ents: [Span]
    var spans: [String: [Span]]
    var sents: [Span]
    var tokens: [Span]
  }

  @Test(
    "spaCy: tokens rebuild the text with one space after each at most; entities lie on their ends",
    arguments: ["", " ", "Il pleut.", "  Il\n\n pleut .  Oui.\t", "À  Lomé, en\u{A0}2018.\r\n Non. "])
  func spaCy(_ text: String) throws {
    let document = try JSONDecoder().decode(SpaCyDocument.self, from: Data(Extractor().extract(text).spaCy()))
    let scalars = Array(text.unicodeScalars)
    #expect(document.text == text)
    var end = 0
    for token in document.tokens {
      #expect(token.start == end || (token.start == end + 1 && scalars[end] == " "))
      end = token.end
    }
    #expect(end == scalars.count || (end == scalars.count - 1 && scalars[end] == " "))
    let starts = Set(document.tokens.map(\.start))
    #expect(document.sents.allSatisfy { starts.contains($0.start) })
    #expect(document.ents.allSatisfy { starts.contains($0.start) })
    #expect(document.sents.first?.start == document.tokens.first?.start)
    #expect(document.sents.last?.end == document.tokens.last?.end)
    for (a, b) in zip(document.sents, document.sents.dropFirst()) { #expect(a.end <= b.start) }
  }

  @Test("spaCy: the outermost names are entities, every mention is a span") func spaCyEntities() throws {
    let document = try JSONDecoder().decode(SpaCyDocument.self, from: Data(Self.analysis().spaCy()))
    #expect(document.ents.map(\.label) == ["ORGANIZATION", "ORGANIZATION", "PERSON", "DATE"])
    #expect(document.spans["glane"]?.count == 7)
  }
}
