import GlaneText
import Testing

@testable import GlanePatterns

@Suite struct TypeTableTests {
  private func rules(_ text: String = "list town\n  Paris\n  Le Mans\n") throws -> RuleSet {
    var loader = RuleLoader(stages: ["one"], constructors: [])
    try loader.add(RuleSource(name: "t.rules", text: text))
    return try loader.load()
  }

  @Test func aSpellingIsOneType() throws {
    let table = TypeTable(rules: try rules())
    let types = table.types(
      of: Tokenizer().tokenize("le Mans, Le Mans, le MANS ; anticonstitutionnellement, anticonstitutionnellement"))
    #expect(types[0] == types[6])
    #expect(types[0] != types[3])
    #expect(types[1] == types[4])
    #expect(types[9] == types[11])
    #expect(table.records[Int(types[0])].foldNumber == table.records[Int(types[3])].foldNumber)
    #expect(table.records[Int(types[1])].foldNumber == table.records[Int(types[7])].foldNumber)
    #expect(table.records[Int(types[1])].foldNumber != table.records[Int(types[0])].foldNumber)
  }

  @Test func wordsThatShareTheirFirstEightBytesAreTold() throws {
    let table = TypeTable(rules: try rules())
    let types = table.types(of: Tokenizer().tokenize("constitu constitue constituer constitué constitue"))
    #expect(Set(types).count == 4)
    #expect(types[1] == types[4])
    #expect(table.lower(Int(types[3])) == "constitué")
    #expect(table.fold(of: types[3]) == "constitue")
  }

  @Test(arguments: ["l'", "l’", "L’"]) func apostrophesAndCase(_ word: String) throws {
    let table = TypeTable(rules: try rules())
    let types = table.types(of: Tokenizer().tokenize(word + "homme"))
    #expect(table.lower(Int(types[0])) == "l'")
    #expect(table.plain(Int(types[0])) == (word.hasPrefix("L") ? "L'" : "l'"))
  }

  /// More types than a table starts with room for: records move, and stay what they were.
  @Test func growing() throws {
    let table = TypeTable(rules: try rules())
    let words = (0..<10_000).map { "mot\($0 % 5_000)x" }
    let types = table.types(of: Tokenizer().tokenize(words.joined(separator: " ")))
    #expect(types.count == 10_000)
    #expect(Array(types[..<5_000]) == Array(types[5_000...]))
    #expect(table.fold(of: types[4_321]) == "mot4321x")
    #expect(table.types(of: Tokenizer().tokenize("mot7x"))[0] == types[7])
  }

  @Test func aLargeTableIsEmptiedBetweenTexts() throws {
    let table = TypeTable(rules: try rules())
    _ = table.types(of: Tokenizer().tokenize((0..<40_000).map { "m\($0)a" }.joined(separator: " ")))
    #expect(table.count == 40_000)
    table.prepare()
    #expect(table.count == 0)
    #expect(table.types(of: Tokenizer().tokenize("Paris")) == [0])
    table.prepare()
    #expect(table.count == 1)
  }

  /// What one text left changes nothing in the next.
  @Test func oneTableForManyTexts() throws {
    let rules = try rules()
    let table = TypeTable(rules: rules)
    for text in ["Paris et Le Mans", "le mans à Paris", "Le Mans, Paris, Le Mans"] {
      var shared = Chart(text: Tokenizer().tokenize(text), rules: rules, table: table)
      shared.annotate()
      var own = Chart(text: Tokenizer().tokenize(text), rules: rules)
      own.annotate()
      for t in 0..<own.tokenCount {
        #expect(shared.entries(at: t).map(\.length) == own.entries(at: t).map(\.length), "\(text): \(t)")
        #expect(shared.rows.pointee.signatures[t] == own.rows.pointee.signatures[t])
      }
    }
  }

  @Test func phrasesGoOnOnlyWithTheirOwnWords() throws {
    let rules = try rules("list town\n  Le Mans\n  Le Mans sur mer\n  Le Havre\n")
    var chart = Chart(
      text: Tokenizer().tokenize("Le Mans sur mer, Le Mans sur terre, Le Havre sur mer, Le Creusot"), rules: rules)
    chart.annotate()
    let starts = (0..<chart.tokenCount).filter { !chart.entries(at: $0).isEmpty }
    #expect(starts.map { chart.entries(at: $0).map { Int($0.length) } } == [[2, 4], [2], [2]])
    #expect(chart.phraseTokens.map(Int.init) == starts)
  }

  @Test func aPoolHandsOverWhatWasPutAway() async {
    final class Box: Sendable {}
    let pool = Pool<Box>()
    #expect(pool.take() == nil)
    let box = Box()
    pool.put(box)
    #expect(pool.take() === box)
    #expect(pool.take() == nil)
    // More than there is room for, from many threads: nothing is handed out twice.
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<1_000 {
            let mine = pool.take() ?? Box()
            pool.put(mine)
          }
        }
      }
    }
    var seen: Set<ObjectIdentifier> = []
    var kept: [Box] = []
    while let box = pool.take() {
      #expect(seen.insert(ObjectIdentifier(box)).inserted)
      kept.append(box)
    }
    #expect(!kept.isEmpty && kept.count <= 16)
  }
}
