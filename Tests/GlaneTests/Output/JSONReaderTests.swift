import Testing

@testable import Glane

@Suite struct DocumentLineTests {
  private func parse(_ line: String) throws(DocumentLine.Failure) -> DocumentLine { try parse(bytes: Array(line.utf8)) }

  private func parse(bytes: [UInt8]) throws(DocumentLine.Failure) -> DocumentLine {
    let result = bytes.withUnsafeBufferPointer { line -> Result<DocumentLine, DocumentLine.Failure> in
      do throws(DocumentLine.Failure) { return .success(try DocumentLine(parsing: line)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  @Test(
    "A good line is read whole",
    arguments: [
      (#"{"id":"a","text":"Il pleut."}"#, DocumentID.string("a"), "Il pleut."),
      (#"{"id":7,"text":""}"#, .number("7"), ""),
      (#"{"text":"x","id":-1.50e+3}"#, .number("-1.50e+3"), "x"),
      (#"{"id":12345678901234567890123,"text":"x"}"#, .number("12345678901234567890123"), "x"),
      (#"{"text":"x"}"#, nil, "x"),
      (#"{"id":null,"text":"x"}"#, nil, "x"),
      (" \t{ \"id\" : \"a\" , \"text\" : \"x\" } \r", .string("a"), "x"),
      (
        #"{"id":"a","text":"x","meta":{"a":[1,2.5,{"b":null}],"c":true,"d":"\u00e9"},"e":[],"f":{}}"#, .string("a"), "x"
      ),
      (
        #"{"id":"\u00e9\n","text":"\"\\\/\b\f\n\r\t\u0000l\u2019\ud83d\ude00"}"#, .string("é\n"),
        "\"\\/\u{8}\u{C}\n\r\t\0l’😀"
      ),
      ("\u{FEFF}{\"id\":1,\"text\":\"x\"}", .number("1"), "x"),
      (#"{"\u0074ext":"x"}"#, nil, "x"),
    ] as [(String, DocumentID?, String)])
  func good(_ line: String, id: DocumentID?, text: String) throws {
    #expect(try parse(line) == DocumentLine(id: id, text: Array(text.utf8), reference: nil))
  }

  @Test("A reference is a date or a local date-time")
  func reference() throws {
    #expect(try parse(#"{"text":"x","reference":"2024-02-12"}"#).reference == LocalDateTime("2024-02-12"))
    #expect(try parse(#"{"text":"x","reference":"2024-02-12T08:30"}"#).reference == LocalDateTime("2024-02-12T08:30"))
    #expect(try parse(#"{"text":"x","reference":null}"#).reference == nil)
  }

  @Test("Bytes that are not UTF-8 stay in the text")
  func invalidBytes() throws {
    let line = Array(#"{"text":"a"#.utf8) + [0xFF, 0xE2, 0x80] + Array(#"b"}"#.utf8)
    #expect(try parse(bytes: line).text == [0x61, 0xFF, 0xE2, 0x80, 0x62])
  }

  @Test(
    "A bad line is answered with what is wrong, and its id where it can be read",
    arguments: [
      ("", nil, "column 1: found the end of the line, expected an object"),
      ("Il pleut.", nil, "column 1: found “I”, expected an object"),
      ("été", nil, "column 1: found “é”, expected an object"),
      ("[]", nil, "column 1: found “[”, expected an object"),
      ("{", nil, "column 2: found the end of the line, expected a key"),
      (#"{"id":"a""#, .string("a"), "column 10: found the end of the line, expected “,” or “}”"),
      (#"{"id":"a",}"#, .string("a"), "column 11: found “}”, expected a key"),
      (#"{"id" "a"}"#, nil, "column 7: found “\"”, expected “:”"),
      (#"{"id":"a","text":"x"} {}"#, .string("a"), "column 23: found “{”, expected the end of the line"),
      (
        #"{"id":"a","text":"x"#, .string("a"),
        "column 20: found the end of the line, expected “\"” at the end of the string"
      ),
      (
        "{\"id\":1,\"text\":\"a\tb\"}", .number("1"),
        "column 18: found the control character U+0009, expected control characters in a string to be escaped"
      ),
      (
        #"{"id":1,"text":"\ud800"}"#, .number("1"),
        "column 17: found a lone surrogate escape, expected a surrogate escape to be one of a pair"
      ),
      (
        #"{"id":1,"text":"\ud800\u0041"}"#, .number("1"),
        "column 17: found a lone surrogate escape, expected a surrogate escape to be one of a pair"
      ),
      (
        #"{"id":1,"text":"\udc00"}"#, .number("1"),
        "column 17: found a lone surrogate escape, expected a surrogate escape to be one of a pair"
      ),
      (
        #"{"id":1,"text":"\x41"}"#, .number("1"),
        #"column 17: found an unknown escape, expected one of \" \\ \/ \b \f \n \r \t \u"#
      ),
      (#"{"id":1,"text":"\u00g0"}"#, .number("1"), "column 21: found “g”, expected four hexadecimal digits"),
      (#"{"id":01,"text":"x"}"#, .number("0"), "column 8: found “1”, expected “,” or “}”"),
      (#"{"id":1.,"text":"x"}"#, nil, "column 9: found “,”, expected a digit"),
      (#"{"id":-,"text":"x"}"#, nil, "column 8: found “,”, expected a digit"),
      (#"{"id":1,"ok":truth}"#, .number("1"), "column 14: found “t”, expected “true”"),
      (#"{"id":1,"ok":nul}"#, .number("1"), "column 14: found “n”, expected “null”"),
      (#"{"id":1,"ok":+1}"#, .number("1"), "column 14: found “+”, expected a value"),
      (#"{"id":1,"ok":[1,]}"#, .number("1"), "column 17: found “]”, expected a value"),
      (#"{"id":"a"}"#, .string("a"), "found no “text”, expected a string under that key"),
      (#"{"text":5,"id":"a"}"#, .string("a"), "found a number under “text”, expected a string"),
      (#"{"text":null}"#, nil, "found null under “text”, expected a string"),
      (#"{"text":["x"],"id":2}"#, .number("2"), "found an array under “text”, expected a string"),
      (#"{"id":true,"text":"x"}"#, nil, "found a boolean under “id”, expected a string or a number"),
      (#"{"id":{},"text":"x"}"#, nil, "found an object under “id”, expected a string or a number"),
      (#"{"id":1,"text":"x","text":"y"}"#, .number("1"), "found the key “text” twice, expected it once"),
      (
        #"{"id":1,"text":"x","reference":20240212}"#, .number("1"),
        "found a number under “reference”, expected a string"
      ),
      (
        #"{"id":1,"text":"x","reference":"12/02/2024"}"#, .number("1"),
        "found “12/02/2024” under “reference”, expected an ISO 8601 date such as 2024-02-12 or 2024-02-12T08:30"
      ),
      (
        #"{"id":1,"text":"x","reference":"2023-02-29"}"#, .number("1"),
        "found “2023-02-29” under “reference”, expected an ISO 8601 date such as 2024-02-12 or 2024-02-12T08:30"
      ),
    ] as [(String, DocumentID?, String)])
  func bad(_ line: String, id: DocumentID?, message: String) {
    #expect(throws: DocumentLine.Failure(id: id, message: message)) { try parse(line) }
  }

  @Test("512 levels of nesting are read, 513 refused, and none exhausts the stack")
  func nesting() throws {
    func line(_ depth: Int) -> String {
      #"{"text":"x","deep":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(try parse(line(512)).text == Array("x".utf8))
    #expect(
      throws: DocumentLine.Failure(id: nil, message: "column 532: found “[”, expected at most 512 levels of nesting")
    ) {
      try parse(line(513))
    }
    #expect(throws: DocumentLine.Failure.self) { try parse(line(1_000_000)) }
  }

  @Test("Every beginning of a good line is refused without a trap")
  func prefixes() {
    let line = Array(#"{"id":-1.5e3,"text":"é\ud83d\ude00\n","reference":"2024-02-12","x":[true,{"y":null}]}"#.utf8)
    for n in 0..<line.count {
      #expect(throws: DocumentLine.Failure.self) { try parse(bytes: Array(line[..<n])) }
    }
  }
}
