extension RuleParser {
  /// A `yes` or a `no`: what the cursor's limit leaves behind the keyword.
  func example(_ cursor: RuleCursor, wantsValue: Bool) throws(LoadError) -> RuleExample {
    let bytes = cursor.bytes
    let range = cursor.offset..<cursor.limit
    var textEnd = range.upperBound
    var value: Range<Int>?
    var reference: Range<Int>?
    if wantsValue {
      guard let arrow = cursor.lastArrow(in: range) else {
        throw cursor.error("found a “yes” without “=>”, expected “yes TEXT => VALUE”", at: range.lowerBound)
      }
      textEnd = arrow
      var valueEnd = range.upperBound
      var at = range.upperBound - 1
      while at > arrow {
        if bytes[at] == UInt8(ascii: "@"), bytes[at - 1] == 32 {
          valueEnd = at
          reference = cursor.trimmed(at + 1..<range.upperBound)
          break
        }
        at -= 1
      }
      value = cursor.trimmed(arrow + 2..<valueEnd)
    }
    let text = cursor.trimmed(range.lowerBound..<textEnd)
    guard !text.isEmpty else {
      throw cursor.error("found an example without text, expected a sentence", at: range.lowerBound)
    }
    var open: Int?
    var close: Int?
    for i in text {
      if open == nil {
        if bytes[i] == UInt8(ascii: "[") { open = i }
      } else if bytes[i] == UInt8(ascii: "]") {
        close = i
        break
      }
    }
    if (open == nil) != (close == nil) || open.map({ $0 + 1 >= close! }) == true {
      throw cursor.error("found a bracket without its partner, expected [ and ] round the span", at: text.lowerBound)
    }
    return RuleExample(
      utf8: bytes, textAt: text, bracketsAt: open.map { $0..<close! + 1 }, valueAt: value, referenceAt: reference,
      position: cursor.position(of: text.lowerBound))
  }
}
