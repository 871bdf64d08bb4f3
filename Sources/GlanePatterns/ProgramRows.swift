/// The programs of a rule set, laid out one behind the other as plain rows: the matcher reads them without counting
/// references.
struct ProgramRows: Sendable {
  struct Row: BitwiseCopyable, Sendable {
    /// Where its instructions start.
    var first: Int32
    var joinCount: Int32
  }

  /// The conditions of `[a b !c]`, a range.
  struct Test: BitwiseCopyable, Sendable {
    var first: Int32
    var end: Int32
  }

  struct Condition: BitwiseCopyable, Sendable {
    /// Token classes, of which one must hold; 0 where the symbol must.
    var classes: UInt32
    var symbol: Symbol
    var isNegated: Bool
  }

  /// By rule.
  let programs: FrozenRow<Row>
  /// Those of each program lead from one to another of it, counted from its first, and end with `accept`; the tests that
  /// they name are counted from the first of all.
  let instructions: FrozenRow<Instruction>
  let tests: FrozenRow<Test>
  let conditions: FrozenRow<Condition>

  init(_ programs: [Program]) {
    var rows: [Row] = []
    var instructions: [Instruction] = []
    var tests: [Test] = []
    var conditions: [Condition] = []
    rows.reserveCapacity(programs.count)
    instructions.reserveCapacity(programs.reduce(0) { $0 + $1.instructions.count })
    for program in programs {
      rows.append(Row(first: Int32(instructions.count), joinCount: Int32(program.joinCount)))
      let first = instructions.count
      instructions.append(contentsOf: program.instructions)
      guard !program.tests.isEmpty else { continue }
      for i in first..<instructions.count where instructions[i].code == .token || instructions[i].code == .behind {
        instructions[i].a += Int32(tests.count)
      }
      for test in program.tests {
        let first = Int32(conditions.count)
        for c in test.conditions {
          switch c.test {
          case .symbol(let s): conditions.append(Condition(classes: 0, symbol: s, isNegated: c.negated))
          case .shape(let classes):
            conditions.append(Condition(classes: classes, symbol: Symbol(id: 0), isNegated: c.negated))
          }
        }
        tests.append(Test(first: first, end: Int32(conditions.count)))
      }
    }
    self.programs = FrozenRow(rows)
    self.instructions = FrozenRow(instructions)
    self.tests = FrozenRow(tests)
    self.conditions = FrozenRow(conditions)
  }
}
