import Foundation
import TestSupport
import Testing

@testable import Glane

@Suite struct AnalysisRecordTests {
  private static let extractor = Extractor()

  /// One analysis made by hand, with every kind of member; the text has scalars of one to four bytes before each span.
  private static let text = "« 𝒜 l’été », a dit M. Paul Ngô, maire de Lomé, le 3 mai 2024."

  private static func analysis() throws -> Analysis {
    let source = Tokenizer().tokenize(text)
    func span(_ words: String) -> TextSpan {
      TextSpan(text.range(of: words)!, in: text)!
    }
    func mention(_ i: Int, _ type: MentionType, _ words: String, entity: Int? = nil, _ detail: Mention.Detail)
      -> Mention
    {
      Mention(
        id: .init(i), type: type, span: span(words), text: words, rule: "r\(i)", entity: entity.map { .init($0) },
        detail: detail)
    }
    let at = span("3 mai 2024")
    let time = try JSONDecoder().decode(
      ResolvedTime.self,
      from: Data(
        """
        {"type":"date","value":"2024-05-03","edtf":"2024-05-03~","interval":{"start":"2024-05-03T00:00:00"},
         "absolute":true,"implied":[],
         "timex3":[{"start":\(at.start),"end":\(at.end),"type":"DATE","value":"2024-05-03","mod":"APPROX"}]}
        """.utf8))
    return Analysis(
      source: source, reference: LocalDateTime("2024-05-06"),
      mentions: [
        mention(0, .title, "M.", .title(holders: [.init(0)])),
        mention(1, .person, "Paul Ngô", entity: 0, .person(titles: [.init(0)], functions: [.init(2)])),
        mention(
          2, .function, "maire de Lomé", .function(.init(label: "maire de Lomé", holders: [.init(0)], place: .init(1)))),
        mention(3, .place, "Lomé", entity: 1, .name),
        mention(4, .date, "le 3 mai 2024", .time(time)),
      ],
      entities: [
        Entity(
          id: .init(0), type: .person, name: "Paul Ngô", mentions: [.init(1)], aliases: ["Ngô"], titles: ["M."],
          functions: [.init(label: "maire de Lomé", organization: nil, place: .init(1), mention: .init(2))]),
        Entity(id: .init(1), type: .place, name: "Lomé", mentions: [.init(3)]),
      ],
      quotations: [
        Quotation(span: span("𝒜 l’été"), text: "𝒜 l’été", speaker: .init(0), cue: span("a dit"), rule: "q")
      ])
  }

  @Test("The whole object, offsets in Unicode scalars")
  func wholeObject() throws {
    let expected = #"""
      {"schema":"glane/1","id":"a","reference":"2024-05-06","offsets":"unicode-scalar","sentences":[[0,61]],"mentions":[\#
      {"id":"m0","type":"title","start":19,"end":21,"text":"M.","rule":"r0","holders":["e0"]},\#
      {"id":"m1","type":"person","start":22,"end":30,"text":"Paul Ngô","rule":"r1","entity":"e0","titles":["m0"],"functions":["m2"]},\#
      {"id":"m2","type":"function","start":32,"end":45,"text":"maire de Lomé","rule":"r2","label":"maire de Lomé","holders":["e0"],"place":"e1"},\#
      {"id":"m3","type":"place","start":41,"end":45,"text":"Lomé","rule":"r3","entity":"e1"},\#
      {"id":"m4","type":"date","start":47,"end":60,"text":"le 3 mai 2024","rule":"r4","value":"2024-05-03","edtf":"2024-05-03~",\#
      "interval":["2024-05-03T00:00:00",null],"absolute":true,\#
      "timex3":[{"start":50,"end":60,"type":"DATE","value":"2024-05-03","mod":"APPROX"}]}],\#
      "entities":[{"id":"e0","type":"person","name":"Paul Ngô","mentions":["m1"],"aliases":["Ngô"],"titles":["M."],\#
      "functions":[{"label":"maire de Lomé","place":"e1","mention":"m2"}]},\#
      {"id":"e1","type":"place","name":"Lomé","mentions":["m3"]}],\#
      "quotes":[{"start":2,"end":9,"text":"𝒜 l’été","speaker":"e0","cue":[13,18],"rule":"q"}]}
      """#
    let written = try Self.analysis().json(id: "a")
    #expect(written == expected)
  }

  @Test("Every span sliced out of the text equals its text, in each unit", arguments: OffsetUnit.allCases)
  func slices(unit: OffsetUnit) throws {
    let record = try AnalysisRecord(Self.analysis(), offsets: unit)
    func slice(_ start: Int, _ end: Int) -> String {
      switch unit {
      case .utf8: String(decoding: Array(Self.text.utf8)[start..<end], as: UTF8.self)
      case .utf16: String(decoding: Array(Self.text.utf16)[start..<end], as: UTF16.self)
      case .unicodeScalar:
        String(String.UnicodeScalarView(Array(Self.text.unicodeScalars)[start..<end]))
      }
    }
    for mention in record.mentions { #expect(slice(mention.start, mention.end) == mention.text) }
    for quote in record.quotes { #expect(slice(quote.start, quote.end) == quote.text) }
    let cue = try #require(record.quotes[0].cue)
    #expect(slice(cue.start, cue.end) == "a dit")
  }

  @Test("Tokens in each unit are those of the tokenizer", arguments: OffsetUnit.allCases)
  func tokens(unit: OffsetUnit) throws {
    let bytes = Array("a\u{FEFF}é 😀😀 l’h".utf8) + [0x20, 0xFF, 0xE2, 0x80] + Array(" fin 𝒜.".utf8)
    let source = Tokenizer().tokenize(bytes)
    let record = TokenRecord(source, offsets: unit)
    let map = OffsetMap(source)
    #expect(record.tokens.count == source.tokens.count)
    for (pair, token) in zip(record.tokens, source.tokens) {
      let expected: (Int?) =
        switch unit {
        case .utf8: token.span.start
        case .utf16: map.utf16(token.span.start)
        case .unicodeScalar: map.scalar(token.span.start)
        }
      #expect(pair.start == expected)
    }
  }

  @Test("JSONDecoder reads back what was written, compact and pretty", arguments: [false, true])
  func roundTrip(pretty: Bool) throws {
    let record = try AnalysisRecord(Self.analysis(), id: .number("7"), tokens: true)
    #expect(try JSONDecoder().decode(AnalysisRecord.self, from: Data(record.json(pretty: pretty))) == record)
  }

  @Test("Our writer and JSONEncoder write the same object")
  func encoder() throws {
    let record = try AnalysisRecord(Self.analysis(), id: "a", offsets: .utf16, tokens: true)
    let theirs = try JSONEncoder().encode(record)
    #expect(try JSONDecoder().decode(AnalysisRecord.self, from: theirs) == record)
  }

  @Test("Pretty JSON, whole")
  func pretty() {
    let analysis = Self.extractor.extract("Il pleut.")
    #expect(
      analysis.json(id: .number("1"), tokens: true, pretty: true) == """
        {
          "schema": "glane/1",
          "id": 1,
          "offsets": "unicode-scalar",
          "tokens": [[0, 2], [3, 8], [8, 9]],
          "sentences": [[0, 9]],
          "mentions": [],
          "entities": [],
          "quotes": []
        }
        """)
  }

  @Test("An analysis and its record write the same bytes", arguments: [false, true])
  func analysisAndRecord(pretty: Bool) throws {
    let long = """
      PARIS, 3 mars 2017 (AFP) — Le président togolais, Faure Gnassingbé, a reçu Mme Anne Roux, ancienne ministre du
      Commerce (MC), « depuis 2014 » : "Je reste.\\" La Société d’habitation du Québec (SHQ) ferme vers 18 h. Le groupe
      dure deux ans, chaque mardi.
      """
    for analysis in [try Self.analysis(), Self.extractor.extract(long), Self.extractor.extract("")] {
      for offsets in OffsetUnit.allCases {
        let record = AnalysisRecord(analysis, id: "a", offsets: offsets, tokens: true, text: true)
        #expect(
          analysis.jsonBytes(id: "a", offsets: offsets, tokens: true, text: true, pretty: pretty)
            == record.json(pretty: pretty))
      }
    }
  }

  @Test("Escapes anywhere in a long string", arguments: ["\"", "\\", "\n", "\u{7F}"])
  func escapesAtEachPlace(_ sign: String) throws {
    for before in 0..<20 {
      for after in [0, 1, 7, 8, 20] {
        let text = String(repeating: "é€ !~", count: before) + sign + String(repeating: "z", count: after) + sign
        var writer = JSONWriter()
        writer.beginArray()
        writer.value(text)
        writer.endArray()
        let bytes = writer.bytes
        #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [text])
        #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F })
      }
    }
  }

  @Test("Bytes that are not UTF-8 count as the U+FFFD that a decoder puts there")
  func invalidBytes() {
    let analysis = Self.extractor.extract(utf8: [0x61, 0xFF, 0xFE, 0x20, 0xE2, 0x80, 0x20, 0x62])
    let record = AnalysisRecord(analysis, tokens: true)
    #expect(record.invalid == [OffsetPair(start: 1, end: 3), OffsetPair(start: 4, end: 5)])
    #expect(record.tokens == [OffsetPair(start: 0, end: 1), OffsetPair(start: 6, end: 7)])
  }

  @Test(
    "Escapes are exact",
    arguments: [
      ("é😀", #""é😀""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\0\u{1}\u{1F}\u{7F}", #""\u0000\u0001\u001f\u007f""#), ("", #""""#), ("\u{2028}", "\"\u{2028}\""),
    ])
  func escapes(_ text: String, json: String) throws {
    var writer = JSONWriter()
    writer.value(text)
    let bytes = writer.bytes
    #expect(String(decoding: bytes, as: UTF8.self) == json)
    #expect(try JSONDecoder().decode([String].self, from: Data("[".utf8 + bytes + "]".utf8)) == [text])
  }

  @Test("Integers are exact", arguments: [0, 7, -7, 10, 1_234_567_890, Int.max, Int.min])
  func integers(_ n: Int) {
    var writer = JSONWriter()
    writer.value(n)
    let bytes = writer.bytes
    #expect(String(decoding: bytes, as: UTF8.self) == String(n))
  }

  @Test(
    "An id comes back as it was written; one that is no JSON number is a string",
    arguments: [
      (DocumentID.number("1e3"), "1e3"), (.number("12345678901234567890"), "12345678901234567890"),
      (.string("1"), "\"1\""), (.number("x"), "\"x\""), (.number("1 2"), "\"1 2\""), (.number(""), "\"\""),
    ])
  func ids(_ id: DocumentID, json: String) {
    let answer = String(decoding: FailureRecord(id: id, line: 3, error: "e").json(), as: UTF8.self)
    #expect(answer == "{\"id\":\(json),\"line\":3,\"error\":\"e\"}")
  }

  @Test("A report: people, dates in order, organisations, quotations")
  func report() throws {
    #expect(
      try Self.analysis().report() == """
        Personnes
          M. Paul Ngô
            maire de Lomé

        Chronologie
          2024-05-03~  le 3 mai 2024

        Lieux
          Lomé

        Citations
          « 𝒜 l’été »
            — Paul Ngô

        """)
    #expect(Self.extractor.extract("").report() == "Rien à glaner.\n")
  }

  @Test(
    "A report shows values that a reader can read",
    arguments: [
      ("le premier trimestre 2024", "2024-Q1"), ("l’été 2023", "2023-SU"), ("au début des années 90", "199X"),
      ("le XIXe siècle", "18XX"), ("vers 2014", "2014~"), ("du 8 au 10 février 2024", "2024-02-08/2024-02-10"),
      ("en 190 av. J.-C.", "BC0190"), ("pendant trois semaines", "P3W"),
    ])
  func readable(_ text: String, _ value: String) throws {
    let dates = Self.extractor.extract("Il pleuvait \(text), dit-on.", reference: LocalDateTime("2024-02-12")).dates
    #expect(dates.map(\.time.readable) == [value])
  }

  @Test("A report keeps a mention on one line and controls away from the terminal")
  func controls() {
    #expect(oneLine("a\r\nb\nc\td\u{1B}[1m\u{9B}e\u{2028}f") == "a b c d\u{FFFD}[1m\u{FFFD}e f")
  }
}
