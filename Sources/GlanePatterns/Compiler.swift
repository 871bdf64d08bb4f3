import GlaneText

/// The calls of recognisers that the rules of a set make, each once.
struct CallTable {
  private(set) var all: [Program.Call] = []
  private var index: [Program.Call: Int] = [:]

  mutating func intern(_ call: Program.Call) -> Int {
    if let known = index[call] { return known }
    all.append(call)
    index[call] = all.count - 1
    return all.count - 1
  }
}

/// Turns the syntax tree of a pattern into a ``Program``, looking every name up.
struct Compiler {
  private var operations: [Program.Operation] = []
  /// Shared by all rules of a set.
  private var calls: CallTable
  private var tests: [Program.TokenTest] = []
  private var captureNames: [String] = []
  private var joinCount = 0
  private let file: String
  private let lookup: (Name, SourcePosition) throws(LoadError) -> Target

  /// What a pattern names, and what it stands for.
  enum Name {
    case literal(String)
    case list(String)
    case constituent(String)
  }
  enum Target {
    case symbol(Symbol)
    case edge(Symbol)
    case recogniser(Int)
  }

  static func compile(
    _ pattern: Pattern, file: String, calls: inout CallTable, recogniser: (Program.Call) -> UInt64,
    lookup: @escaping (Name, SourcePosition) throws(LoadError) -> Target
  ) throws(LoadError) -> Program {
    var compiler = Compiler(file: file, calls: calls, lookup: lookup)
    try compiler.emit(pattern)
    calls = compiler.calls
    compiler.operations.append(.accept)
    let needs = try pattern.needs { named throws(LoadError) in try compiler.symbol(named) }
    return Program(
      operations: compiler.operations, calls: calls.all, tests: compiler.tests,
      captureNames: compiler.captureNames, joinCount: compiler.joinCount, needs: needs, recogniser: recogniser)
  }

  private init(file: String, calls: CallTable, lookup: @escaping (Name, SourcePosition) throws(LoadError) -> Target) {
    self.file = file
    self.calls = calls
    self.lookup = lookup
  }

  private var here: Int { operations.count }

  /// What a literal, a list or a constituent stands for; nil for a recogniser.
  private func symbol(_ pattern: Pattern) throws(LoadError) -> Symbol? {
    let target: Target
    switch pattern {
    case .literal(let text, let at): target = try lookup(.literal(text), at)
    case .list(let name, let at): target = try lookup(.list(name), at)
    case .constituent(let name, _, let at): target = try lookup(.constituent(name), at)
    default: return nil
    }
    switch target {
    case .symbol(let s), .edge(let s): return s
    case .recogniser: return nil
    }
  }

  private mutating func emit(_ pattern: Pattern) throws(LoadError) {
    switch pattern {
    case .literal, .list, .constituent, .shape, .token:
      operations.append(try single(pattern))
    case .sequence(let items):
      for item in items { try emit(item) }
    case .choice(let branches): try emitChoice(branches[...])
    case .repetition(let item, let minimum, let maximum):
      try emitRepetition(item, minimum, maximum)
    case .capture(let name, let item):
      let slot = captureNames.firstIndex(of: name) ?? captureNames.count
      if slot == captureNames.count { captureNames.append(name) }
      operations.append(.open(slot))
      try emit(item)
      operations.append(.close(slot))
    case .glue: operations.append(.glue)
    case .sentenceStart: operations.append(.sentenceStart)
    case .sentenceEnd: operations.append(.sentenceEnd)
    case .lookahead(let item, let negative):
      let at = here
      let join = joinCount
      joinCount += 1
      operations.append(.look(negative: negative, end: 0, join: join))
      try emit(item)
      operations.append(.accept)
      operations[at] = .look(negative: negative, end: here, join: join)
    case .lookbehind(let conditions, let negative):
      operations.append(.behind(try test(conditions), negative: negative))
    }
  }

  private mutating func single(_ pattern: Pattern) throws(LoadError) -> Program.Operation {
    switch pattern {
    case .literal(let text, let at):
      guard case .symbol(let s) = try lookup(.literal(text), at) else { return .accept }
      return .entry(s)
    case .list(let name, let at):
      guard case .symbol(let s) = try lookup(.list(name), at) else { return .accept }
      return .entry(s)
    case .constituent(let name, let arguments, let at):
      switch try lookup(.constituent(name), at) {
      case .recogniser(let index):
        return .recognise(calls.intern(Program.Call(recogniser: index, arguments: Recogniser.Arguments(arguments))))
      case .edge(let s), .symbol(let s):
        guard arguments.isEmpty else {
          throw LoadError(
            file: file, line: at.line, column: at.column,
            message:
              "found <\(name) \(arguments.joined(separator: " "))>, expected <\(name)>: only recognisers take arguments"
          )
        }
        return .edge(s)
      }
    case .shape(let c): return .shape(c.bit)
    case .token(let conditions): return .token(try test(conditions))
    default: fatalError("not a single-step pattern")
    }
  }

  private mutating func test(_ conditions: [TokenCondition]) throws(LoadError) -> Int {
    var out: [Program.TokenTest.Condition] = []
    for c in conditions {
      switch c.test {
      case .shape(let s): out.append(.init(test: .shape(s.bit), negated: c.negated))
      case .word(let w, let at):
        guard case .symbol(let s) = try lookup(.literal(w), at) else { continue }
        out.append(.init(test: .symbol(s), negated: c.negated))
      case .list(let name, let at):
        guard case .symbol(let s) = try lookup(.list(name), at) else { continue }
        out.append(.init(test: .symbol(s), negated: c.negated))
      }
    }
    tests.append(Program.TokenTest(conditions: out))
    return tests.count - 1
  }

  private mutating func split() -> Int {
    operations.append(.split(first: 0, second: 0, join: joinCount))
    joinCount += 1
    return here - 1
  }

  private mutating func patch(_ at: Int, first: Int, second: Int) {
    guard case .split(_, _, let join) = operations[at] else { return }
    operations[at] = .split(first: first, second: second, join: join)
  }

  private mutating func emitChoice(_ branches: ArraySlice<Pattern>) throws(LoadError) {
    guard let first = branches.first else { return }
    guard branches.count > 1 else { return try emit(first) }
    let at = split()
    try emit(first)
    let jump = here
    operations.append(.jump(0))
    patch(at, first: at + 1, second: here)
    try emitChoice(branches.dropFirst())
    operations[jump] = .jump(here)
  }

  private mutating func emitRepetition(_ item: Pattern, _ minimum: Int, _ maximum: Int) throws(LoadError) {
    for _ in 0..<minimum { try emit(item) }
    if maximum == PatternParser.unboundedLimit, minimum <= 1 {
      // A loop: bounded by the length of a match, and by never trying one instruction twice at one token.
      let at = split()
      try emit(item)
      operations.append(.jump(at))
      patch(at, first: at + 1, second: here)
      return
    }
    var splits: [Int] = []
    for _ in minimum..<maximum {
      splits.append(split())
      try emit(item)
    }
    for at in splits { patch(at, first: at + 1, second: here) }
  }
}
