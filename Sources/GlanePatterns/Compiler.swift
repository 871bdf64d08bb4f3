import GlaneText

/// The calls of recognisers that the rules of a set make, each once.
struct CallTable {
  private(set) var all: [Program.Call] = []
  /// By recogniser: its calls, of which there are few.
  private var known: [[Int]] = []

  mutating func intern(_ call: Program.Call) -> Int {
    while known.count <= call.recogniser { known.append([]) }
    for i in known[call.recogniser] where all[i].arguments == call.arguments { return i }
    all.append(call)
    known[call.recogniser].append(all.count - 1)
    return all.count - 1
  }
}

/// Turns the syntax trees of patterns into programs, looking every name up.
///
/// One compiler serves all rules of a set: its storage goes from one to the next.
struct Compiler {
  private(set) var calls = CallTable()
  var names: NameResolver
  private var signatures = ProgramSignatures()
  private var starts = StartFinder()
  private var file = ""
  private var code: [Instruction] = []
  private var tests: [Program.TokenTest] = []
  private var captureNames: [String] = []
  private var joinCount = 0
  private var hasLoop = false

  init(names: NameResolver) {
    self.names = names
    code.reserveCapacity(1 << 14)
  }

  /// By recogniser: the signature of the tokens that it may start at; set before anything is compiled.
  var recognisers: [UInt64] {
    get { signatures.recognisers }
    set { signatures.recognisers = newValue }
  }

  mutating func compile(_ pattern: Pattern, file: String) throws(LoadError) -> Program {
    self.file = file
    code.removeAll(keepingCapacity: true)
    tests.removeAll()
    captureNames.removeAll()
    joinCount = 0
    hasLoop = false
    try emit(pattern)
    code.append(Instruction(.accept))
    if joinCount > 0 { signatures.fill(&code, tests, calls.all, hasLoop: hasLoop) }
    let targets = names.targets
    return Program(
      instructions: code.withUnsafeBufferPointer { Array($0) },  // a copy, so that the buffer stays this compiler's
      tests: tests, captureNames: captureNames, joinCount: joinCount,
      needs: pattern.needs { targets[Int($0.index)]?.symbol }, starts: starts.find(code, tests, calls.all))
  }

  private var here: Int { code.count }

  private mutating func emit(_ pattern: Pattern) throws(LoadError) {
    switch pattern {
    case .literal(let name, let at), .list(let name, let at):
      guard case .symbol(let s) = try names.target(of: name, file: file, at: at) else { return }
      code.append(Instruction(.entry, a: Int(s.id), bits: Signature.of(s)))
    case .constituent(let name, let arguments, let at): try emitConstituent(name, arguments, at)
    case .shape(let c): code.append(Instruction(.shape, bits: Signature.of(classes: c.bit)))
    case .token(let conditions): code.append(Instruction(.token, a: try test(conditions)))
    case .sequence(let items):
      for item in items { try emit(item) }
    case .choice(let branches): try emitChoice(branches)
    case .repetition(let item, let minimum, let maximum):
      try emitRepetition(item, minimum, maximum)
    case .capture(let name, let item):
      let slot = captureNames.firstIndex(of: name) ?? captureNames.count
      if slot == captureNames.count { captureNames.append(name) }
      code.append(Instruction(.open, a: slot))
      try emit(item)
      code.append(Instruction(.close, a: slot))
    case .glue: code.append(Instruction(.glue))
    case .sentenceStart: code.append(Instruction(.sentenceStart))
    case .sentenceEnd: code.append(Instruction(.sentenceEnd))
    case .lookahead(let item, let negative):
      let at = here
      code.append(Instruction(.look, join: joinCount, isNegative: negative))
      joinCount += 1
      try emit(item)
      code.append(Instruction(.accept))
      code[at].b = Int32(here)
    case .lookbehind(let conditions, let negative):
      code.append(Instruction(.behind, a: try test(conditions), isNegative: negative))
    }
  }

  private mutating func emitConstituent(
    _ name: NameTable.Name, _ arguments: [String], _ at: SourcePosition
  ) throws(LoadError) {
    switch try names.target(of: name, file: file, at: at) {
    case .recogniser(let index):
      code.append(
        Instruction(
          .recognise, a: calls.intern(Program.Call(recogniser: index, arguments: Recogniser.Arguments(arguments)))))
    case .edge(let s), .symbol(let s):
      guard arguments.isEmpty else {
        let text = names.text(of: name)
        throw LoadError(
          file: file, line: at.line, column: at.column,
          message:
            "found <\(text) \(arguments.joined(separator: " "))>, expected <\(text)>: only recognisers take arguments"
        )
      }
      code.append(Instruction(.edge, a: Int(s.id), bits: Signature.of(s)))
    }
  }

  private mutating func test(_ conditions: [TokenCondition]) throws(LoadError) -> Int {
    var out: [Program.TokenTest.Condition] = []
    out.reserveCapacity(conditions.count)
    for c in conditions {
      switch c.test {
      case .shape(let s): out.append(.init(test: .shape(s.bit), negated: c.negated))
      case .word(let name, let at), .list(let name, let at):
        guard case .symbol(let s) = try names.target(of: name, file: file, at: at) else { continue }
        out.append(.init(test: .symbol(s), negated: c.negated))
      }
    }
    tests.append(Program.TokenTest(conditions: out))
    return tests.count - 1
  }

  /// Appends a split, whose ways are set once it is known where they lead.
  private mutating func split() -> Int {
    code.append(Instruction(.split, join: joinCount))
    joinCount += 1
    return here - 1
  }

  private mutating func patch(_ at: Int, first: Int, second: Int) {
    code[at].a = Int32(first)
    code[at].b = Int32(second)
  }

  private mutating func emitChoice(_ branches: [Pattern]) throws(LoadError) {
    var jumps: [Int] = []
    jumps.reserveCapacity(branches.count)
    for branch in branches.dropLast() {
      let at = split()
      try emit(branch)
      jumps.append(here)
      code.append(Instruction(.jump))
      patch(at, first: at + 1, second: here)
    }
    if let last = branches.last { try emit(last) }
    for jump in jumps { code[jump].a = Int32(here) }
  }

  private mutating func emitRepetition(_ item: Pattern, _ minimum: Int, _ maximum: Int) throws(LoadError) {
    var block: Block?
    for _ in 0..<minimum { try emit(item, again: &block) }
    if maximum == PatternParser.unboundedLimit, minimum <= 1 {
      // A loop: bounded by the length of a match, and by never trying one instruction twice at one token.
      hasLoop = true
      let at = split()
      try emit(item, again: &block)
      code.append(Instruction(.jump, a: at))
      patch(at, first: at + 1, second: here)
      return
    }
    var splits: [Int] = []
    for _ in minimum..<maximum {
      splits.append(split())
      try emit(item, again: &block)
    }
    for at in splits { patch(at, first: at + 1, second: here) }
  }

  /// The instructions of an item that is repeated, and the numbers of their joins.
  private struct Block {
    var code: Range<Int>
    var joins: Range<Int>
  }

  /// Emits an item: the first time from its pattern, then as a copy of what that gave. Items that hold others that are
  /// repeated would else be gone through as often as the product of all says.
  private mutating func emit(_ item: Pattern, again block: inout Block?) throws(LoadError) {
    guard let block else {
      let (start, join) = (here, joinCount)
      try emit(item)
      block = Block(code: start..<here, joins: join..<joinCount)
      return
    }
    let shift = Int32(here - block.code.lowerBound)
    let joinShift = Int32(joinCount - block.joins.lowerBound)
    for i in block.code {
      var step = code[i]
      switch step.code {
      case .split:
        step.a += shift
        step.b += shift
        step.join += joinShift
      case .look:
        step.b += shift
        step.join += joinShift
      case .jump: step.a += shift
      default: break
      }
      code.append(step)
    }
    joinCount += block.joins.count
  }
}
