import Testing

@testable import Glane

@Suite struct ConflictsTests {
  private func draft(_ type: MentionType, _ tokens: Range<Int>) -> Draft {
    Draft(type: type, tokens: tokens, rule: "t")
  }

  /// Pairs and who stays.
  @Test(arguments: [
    // A date inside a name is part of it; a function or title holds anything.
    ([(MentionType.place, 0..<5), (.date, 2..<5)], [true, false]),
    ([(.function, 0..<5), (.organization, 2..<5)], [true, true]),
    ([(.function, 0..<5), (.date, 2..<5)], [true, true]),
    ([(.organization, 0..<5), (.place, 4..<5)], [true, true]),
    ([(.organization, 0..<5), (.person, 4..<5)], [true, false]),
    ([(.person, 0..<2), (.place, 1..<2)], [true, false]),
    // Overlaps: the longer, else the first.
    ([(.person, 0..<2), (.organization, 1..<4)], [false, true]),
    ([(.person, 0..<2), (.organization, 1..<3)], [true, false]),
    // Side by side is no conflict: both ends are half-open.
    ([(.person, 0..<2), (.place, 2..<3)], [true, true]),
    // The same span twice.
    ([(.place, 0..<2), (.person, 0..<2)], [false, true]),
    ([(.organization, 0..<1), (.place, 0..<1)], [true, false]),
  ])
  func pairs(_ drafts: [(MentionType, Range<Int>)], _ expected: [Bool]) {
    #expect(Conflicts.settle(drafts.map { draft($0.0, $0.1) }) == expected)
  }
}
