import Testing

@testable import GlaneFrench

struct RoleWordTests {
  @Test(arguments: [
    ("civ.m", RoleWord.Sort.civility, NameMention.Gender?.some(.masculine), false),
    ("civ.fp", .civility, .feminine, true),
    ("saint.m", .saint, .masculine, false),
    ("noble.f", .noble, .feminine, false),
    ("rank.x", .rank, nil, false),
    ("clergy.mp", .other, .masculine, true),
  ])
  func titles(_ value: String, _ sort: RoleWord.Sort, _ gender: NameMention.Gender?, _ isPlural: Bool) throws {
    let word = try #require(RoleWord(value, isTitle: true))
    #expect(word.sort == sort)
    #expect(word.gender == gender)
    #expect(word.isPlural == isPlural)
    #expect(word.lemma.isEmpty)
  }

  @Test(arguments: [
    ("m|ministre", NameMention.Gender?.some(.masculine), false, "ministre", String?.none),
    ("f|directeur|directrice", .feminine, false, "directeur", "directrice"),
    ("mp|député", .masculine, true, "député", "député"),
    ("fp|député|députée", .feminine, true, "député", "députée"),
    ("x|maire", nil, false, "maire", nil),
  ])
  func functions(
    _ value: String, _ gender: NameMention.Gender?, _ isPlural: Bool, _ lemma: String, _ singular: String?
  ) throws {
    let word = try #require(RoleWord(value, isTitle: false))
    #expect(word.gender == gender)
    #expect(word.isPlural == isPlural)
    #expect(word.lemma == lemma)
    #expect(word.singular == singular)
  }

  @Test(arguments: [("ministre", false), ("", false), ("civ", true), ("", true)])
  func whatIsNoValue(_ value: String, _ isTitle: Bool) {
    #expect(RoleWord(value, isTitle: isTitle) == nil)
  }
}

struct HashMapTests {
  /// As a dictionary, through several growths; keys that differ in their high bits alone are kept apart.
  @Test func sameAsADictionary() {
    var (map, dictionary) = (HashMap<Int>(), [UInt64: Int]())
    var key: UInt64 = 0
    for i in 0..<2000 {
      map[key] = i
      dictionary[key] = i
      key = i % 3 == 0 ? key &+ 1 << 60 : i % 7 == 0 ? 5 : key &* 6_364_136_223_846_793_005 &+ 1
    }
    #expect(map.count == dictionary.count)
    for (key, value) in dictionary { #expect(map[key] == value) }
    #expect(map[0xDEAD_BEEF_0000_1234] == dictionary[0xDEAD_BEEF_0000_1234])
  }
}
