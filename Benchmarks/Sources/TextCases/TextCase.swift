import CICUBaseline
import GlaneText

/// One thing that is measured: reads the whole corpus once and returns how many items it found.
public struct TextCase {
  public let name: String
  /// Bytes of UTF-8 read by a run.
  public let bytes: Int
  public let run: () -> Int

  /// The case that the ratios are to.
  public static let baseline = "ICU words, UTF-16"

  public static func all(_ corpus: Corpus) -> [TextCase] {
    let utf8 = corpus.utf8
    let icu = utf8.withUnsafeBufferPointer { icu_baseline_open($0.baseAddress, Int64($0.count)) }
    guard let icu else { fatalError("ICU can't open its word iterator") }
    func icuCase(_ name: String, _ walk: @escaping (OpaquePointer?) -> Int64) -> TextCase {
      // The UText reads the UTF-8 in place, so the array must stay alive: the closure keeps it.
      TextCase(name: name, bytes: utf8.count) { withExtendedLifetime(utf8) { Int(walk(icu)) } }
    }
    let tokenizer = Tokenizer()
    let segmenter = WordSegmenter()
    var ends: [UInt32] = []
    var tokens = TokenBuffer()
    var sentences: [UInt32] = []
    let spans: [TextSpan] = {
      var tokens = TokenBuffer()
      tokenizer.tokenize(utf8, into: &tokens)
      return tokens.map(\.span)
    }()
    return [
      // What most programs use today.
      icuCase(baseline, icu_baseline_utf16),
      // The same, asking for each word's status: the nearest to a token's kind.
      icuCase("ICU words, UTF-16, status", icu_baseline_utf16_status),
      // ICU without the conversion to UTF-16.
      icuCase("ICU words, UText over UTF-8", icu_baseline_utext),
      icuCase("ICU sentences, UTF-16", icu_baseline_sentences),
      // The same boundaries as ICU's.
      TextCase(name: "words", bytes: utf8.count) {
        segmenter.boundaries(of: utf8, into: &ends)
        return ends.count
      },
      // The tokenizer with kinds and shapes, its buffer used again.
      TextCase(name: "tokens", bytes: utf8.count) {
        tokenizer.tokenize(utf8, into: &tokens)
        return tokens.count
      },
      TextCase(name: "tokens and sentences", bytes: utf8.count) {
        tokenizer.tokenize(utf8, into: &tokens)
        tokenizer.sentenceStarts(utf8, tokens, into: &sentences)
        return tokens.count
      },
      // What the extractor does with each document: all buffers new.
      TextCase(name: "tokens and sentences, new buffers", bytes: utf8.count) { tokenizer.tokenize(utf8).tokens.count },
      // Text of a system that decomposes accents.
      TextCase(name: "tokens, NFD", bytes: corpus.decomposed.count) {
        tokenizer.tokenize(corpus.decomposed, into: &tokens)
        return tokens.count
      },
      // Sentences of a text that arrives in chunks.
      TextCase(name: "sentences of a stream, 64 kB chunks", bytes: utf8.count) {
        var stream = SentenceStream(tokenizer)
        var count = 0
        for start in stride(from: 0, to: utf8.count, by: 1 << 16) {
          stream.append(utf8[start..<Swift.min(start + (1 << 16), utf8.count)]) { _ in count += 1 }
        }
        stream.finish { _ in count += 1 }
        return count
      },
      // Text that is NFC already, as nearly all French text is.
      TextCase(name: "NFC, clean", bytes: utf8.count) { NormalizedText(utf8).isUnchanged ? 1 : 0 },
      // Text of a system that decomposes accents: every accent is composed.
      TextCase(name: "NFC of NFD text", bytes: corpus.decomposed.count) {
        NormalizedText(corpus.decomposed).isUnchanged ? 1 : 0
      },
      // The whole text as it is looked up: small letters without accents.
      TextCase(name: "folding for look-ups", bytes: utf8.count) { NormalizedText(utf8, .lookup).isUnchanged ? 1 : 0 },
      // Every token's span in scalars, as the output needs them.
      TextCase(name: "offsets to scalars", bytes: utf8.count) {
        OffsetMap(utf8).scalars(spans).count
      },
    ] + facts(corpus)
  }
}
