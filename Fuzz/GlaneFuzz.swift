import CGlaneICU
import GlaneText

/// libFuzzer's loop over the text core: `make fuzz`. Traps where a property fails:
/// tokens and gaps rebuild the bytes, spans lie on scalar boundaries, sentences nest tokens (`checkInvariants`); both paths of
/// the tokenizer agree, and so do both ways to its sentences, and a stream of chunks; the segmenter gives ICU's boundaries on
/// valid text; offsets go and come back; folds never grow; normalized text is normal, and its spans come back.
@main
struct GlaneFuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      GlaneFuzz.check(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  private static let tokenizer = Tokenizer()

  static func check(_ utf8: [UInt8]) {
    let text = tokenizer.tokenize(utf8)
    text.checkInvariants()
    let slow = tokenizer.tokenizeByStep(utf8)
    precondition(Array(text.tokens) == Array(slow), "the two paths of the tokenizer differ")
    precondition(text.sentenceStarts == tokenizer.sentenceStartsByStep(utf8, slow), "the two ways to sentences differ")
    checkStream(utf8, text.sentences)
    for form in NormalizedText.Form.allCases { checkNormalized(utf8, form, text) }
    let ends = WordSegmenter().boundaries(of: utf8)
    precondition(ends == WordSegmenter().boundariesByStep(of: utf8), "the two paths of the segmenter differ")
    precondition((ends.last.map { Int($0) } ?? 0) == utf8.count, "the last segment ends the text")
    if text.invalid.isEmpty, !utf8.isEmpty { precondition(ends == icuEnds(utf8), "the segmenter differs from ICU") }
    let map = OffsetMap(utf8)
    var form = FoldedForm()
    for token in text.tokens {
      guard let scalar = map.scalar(token.span.start), let unit = map.utf16(token.span.end) else {
        preconditionFailure("a token is on no boundary")
      }
      precondition(map.utf8(scalar: scalar) == token.span.start && map.utf8(utf16: unit) == token.span.end, "offsets")
      utf8.withUnsafeBufferPointer { form.assign(UnsafeBufferPointer(rebasing: $0[token.span.range])) }
      precondition(form.count <= token.span.count, "a fold grows")
    }
  }

  /// In two chunks that the bytes choose, and in chunks of five.
  private static func checkStream(_ utf8: [UInt8], _ sentences: [TextSpan]) {
    let middle = utf8.reduce(7) { ($0 * 31 + Int($1)) % 10007 } % (utf8.count + 1)
    var inTwo: [TextSpan] = []
    var stream = SentenceStream(tokenizer)
    stream.append(utf8[..<middle]) { inTwo.append($0.span) }
    stream.append(utf8[middle...]) { inTwo.append($0.span) }
    stream.finish { inTwo.append($0.span) }
    precondition(inTwo == sentences, "a stream in two chunks has other sentences")
    var inFives: [TextSpan] = []
    for start in stride(from: 0, to: utf8.count, by: 5) {
      stream.append(utf8[start..<min(start + 5, utf8.count)]) { inFives.append($0.span) }
    }
    stream.finish { inFives.append($0.span) }
    precondition(inFives == sentences, "a stream in small chunks has other sentences")
  }

  private static func checkNormalized(_ utf8: [UInt8], _ form: NormalizedText.Form, _ text: TokenizedText) {
    let normalized = NormalizedText(utf8, form)
    // A dropped character may bring bytes together that were no UTF-8 apart.
    if text.invalid.isEmpty {
      precondition(NormalizedText(normalized.utf8, form).isUnchanged, "what is normal changes again")
    }
    precondition(normalized.isUnchanged == (normalized.utf8 == utf8), "a change is not told")
    for token in text.tokens {
      let span = normalized.normalized(token.span)
      precondition(normalized.original(span).contains(token.span) || span.isEmpty, "a span does not come back")
    }
  }

  private static func icuEnds(_ utf8: [UInt8]) -> [UInt32] {
    let breaker = glane_icu_breaker_open(Int32(GLANE_WORDS))
    defer { glane_icu_breaker_close(breaker) }
    var ends = [UInt32](repeating: 0, count: utf8.count)
    let n = glane_icu_breaker_run(breaker, utf8, Int64(utf8.count), 0, &ends, Int64(utf8.count))
    return Array(ends[..<Int(n)])
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func LLVMFuzzerRunDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
