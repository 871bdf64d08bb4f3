import Testing

@testable import GlanePatterns

struct TokenSetTests {
  /// What is added for a reach is what a loop over the tokens finds, over the ends of words of bits too.
  @Test(arguments: [1, 5, 8, 63]) func theTokensBeforeOthers(reach: Int) {
    var random = Generator(state: UInt64(reach))
    for count in [1, 63, 64, 65, 200] {
      for _ in 0..<50 {
        let marked = (0..<count).filter { _ in random.next() % 16 == 0 }
        var (set, core) = (TokenSet(count: count), TokenSet(count: count))
        for t in marked { core.insert(t) }
        set.formUnion(core, in: 0..<count, before: reach)
        for t in 0..<count {
          let isBefore = marked.contains { $0 - reach <= t && t <= $0 }
          #expect(set.contains(t) == isBefore, "\(t) of \(marked), reach \(reach)")
        }
      }
    }
  }

  @Test func theNextToken() {
    var set = TokenSet(count: 200)
    #expect(set.first(from: 0, below: 200) == nil)
    for t in [0, 63, 64, 199] { set.insert(t) }
    #expect(set.first(from: 0, below: 200) == 0)
    #expect(set.first(from: 1, below: 63) == nil)
    #expect(set.first(from: 1, below: 64) == 63)
    #expect(set.first(from: 65, below: 200) == 199)
    #expect(set.first(from: 65, below: 199) == nil)
    #expect(set.first(from: 200, below: 200) == nil)
    set = TokenSet(count: 3)
    set.insertAll()
    #expect(set.first(from: 2, below: 3) == 2)
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
