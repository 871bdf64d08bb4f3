/// Finds, for each way of a split, the signature of the tokens at which it may go on.
struct ProgramSignatures {
  /// By recogniser: the signature of the tokens that it may start at.
  var recognisers: [UInt64] = []

  /// Fills in the signatures of splits.
  ///
  /// By instruction from the last to the first, again while a loop's jump back brings something new: all bits where the
  /// pattern may end there.
  ///
  /// - Parameter hasLoop: Whether a jump leads back; where none does once is enough.
  func fill(_ code: inout [Instruction], _ tests: [Program.TokenTest], _ calls: [Program.Call], hasLoop: Bool) {
    let count = code.count
    code.withUnsafeMutableBufferPointer { code in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { bits in
        // Instructions lead to others of the program, and `accept` is the last.
        bits.initialize(repeating: 0)
        var changed = true
        while changed {
          changed = false
          for pc in (0..<count).reversed() {
            let step = code[pc]
            let own: UInt64
            switch step.code {
            case .entry, .edge, .shape: own = step.bits
            case .recognise: own = recognisers[calls[Int(step.a)].recogniser]
            case .token: own = tests[Int(step.a)].signature
            case .split: own = bits[Int(step.a)] | bits[Int(step.b)]
            case .jump: own = bits[Int(step.a)]
            case .look: own = bits[Int(step.b)]
            case .open, .close, .glue, .sentenceStart, .sentenceEnd, .behind: own = bits[pc + 1]
            case .accept: own = .max
            }
            if own != bits[pc] {
              bits[pc] = own
              changed = hasLoop
            }
          }
        }
        for pc in 0..<count where code[pc].code == .split {
          code[pc].secondBits = bits[Int(code[pc].b)]
          code[pc].bits = bits[Int(code[pc].a)]
        }
      }
    }
  }
}
