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

  /// - Parameter branches: By join of a split.
  init(_ operation: Program.Operation, _ branches: [Program.Branches]) {
    switch operation {
    case .entry(let symbol):
      code = .entry
      a = Int32(symbol.id)
      bits = Signature.of(symbol)
    case .edge(let symbol):
      code = .edge
      a = Int32(symbol.id)
      bits = Signature.of(symbol)
    case .recognise(let call):
      code = .recognise
      a = Int32(call)
    case .shape(let classes):
      code = .shape
      bits = Signature.of(classes: classes)
    case .token(let test):
      code = .token
      a = Int32(test)
    case .split(let first, let second, let join):
      code = .split
      a = Int32(first)
      b = Int32(second)
      self.join = Int32(join)
      bits = branches[join].first
      secondBits = branches[join].second
    case .jump(let target):
      code = .jump
      a = Int32(target)
    case .open(let slot):
      code = .open
      a = Int32(slot)
    case .close(let slot):
      code = .close
      a = Int32(slot)
    case .glue: code = .glue
    case .sentenceStart: code = .sentenceStart
    case .sentenceEnd: code = .sentenceEnd
    case .look(let negative, let end, let join):
      code = .look
      isNegative = negative
      b = Int32(end)
      self.join = Int32(join)
    case .behind(let test, let negative):
      code = .behind
      isNegative = negative
      a = Int32(test)
    case .accept: code = .accept
    }
  }
}
