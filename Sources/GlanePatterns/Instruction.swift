/// One step of a program, as the matcher reads it: plain data of one size.
struct Instruction: BitwiseCopyable, Sendable {
  enum Code: UInt8, BitwiseCopyable {
    case entry, edge, recognise, shape, token, split, jump, open, close, glue, sentenceStart, sentenceEnd, look, behind
    case accept
  }

  var code: Code
  var isNegative = false
  /// A symbol, a call, a test, a slot, or the instruction to go on with.
  var a: Int32 = 0
  /// Of a split: its second way. Of a look ahead: the instruction behind it.
  var b: Int32 = 0
  /// Numbers splits and looks, for the record of what was tried.
  var join: Int32 = 0
  /// The signature of the tokens at which the step may be taken; of a split, its first way.
  var bits: UInt64 = 0
  /// Of a split: the signature for its second way.
  var secondBits: UInt64 = 0

  init(_ code: Code, a: Int = 0, join: Int = 0, bits: UInt64 = 0, isNegative: Bool = false) {
    self.code = code
    self.isNegative = isNegative
    self.a = Int32(a)
    self.join = Int32(join)
    self.bits = bits
  }
}
