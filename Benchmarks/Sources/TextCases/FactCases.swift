import Glane

extension TextCase {
  /// Facts read off a text. Texts are read one piece of 64 kB at a time, as documents come.
  static func facts(_ corpus: Corpus) -> [TextCase] {
    let pieces = documents(corpus.utf8)
    let dates = Extractor(.dates)
    let everything = Extractor()
    let reference = LocalDateTime("2024-02-12")
    return [
      // The whole library call, from bytes to values: tokens, rules, resolution.
      TextCase(name: "dates alone", bytes: corpus.utf8.count) {
        pieces.reduce(0) { $0 + dates.extract(utf8: $1, reference: reference).mentions.count }
      },
      // Tokens, sentences, dates, names, entities and quotations.
      TextCase(name: "whole extraction", bytes: corpus.utf8.count) {
        pieces.reduce(0) { $0 + everything.extract(utf8: $1, reference: reference).mentions.count }
      },
    ]
  }

  private static func documents(_ utf8: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    while start < utf8.count {
      var end = min(start + 65_536, utf8.count)
      while end < utf8.count, utf8[end] != 10 { end += 1 }
      pieces.append(Array(utf8[start..<end]))
      start = end
    }
    return pieces
  }
}
