import GlanePatterns

/// What the readers of names and dates keep of a spelling (``TypeTable/Record/marks``), as bits: 0–31 the marks of the
/// name lists, 32–47 the word class, 48–55 what the spelling is
/// good for in a date, the highest of them (``hasDigit``) that there is a figure in it. ``TypeTable/Record/words`` says what its form looks like.
enum TypeMarks {
  static func of(
    _ spelling: UnsafeBufferPointer<UInt8>, _ entries: UnsafeBufferPointer<Chart.Entry>, _ hash: UInt64,
    dates: DateTables,
    names: NameLexicon
  ) -> (marks: UInt64, words: UInt64) {
    var marks: NameLexicon.Marks = []
    var role: UInt8 = 0
    var (isSubdivision, isPlace) = (false, false)
    for entry in entries {
      let own = names.marks(of: entry)
      marks.formUnion(own)
      if entry.symbol == names.subdivision { isSubdivision = true } else if own.contains(.place) { isPlace = true }
      role |= dates.roles[Int(entry.symbol.id)]
    }
    if spelling.contains(where: { $0 &- 48 < 10 }) { role |= hasDigit }
    // Paul is a region of Cape Verde too.
    if isSubdivision, !isPlace, marks.contains(.firstName) { marks.remove(.place) }
    let classes = CommonWordTable.embedded.classes(hash: hash)
    let form = spelling.contains(UInt8(ascii: "-")) ? hyphenated(spelling) : 0
    return (UInt64(marks.rawValue) | UInt64(classes.rawValue) << 32 | UInt64(role) << 48, form)
  }

  /// The bits of the roles in a date.
  static let dateRoles: UInt64 = 0xFF << 48

  /// Among the roles in a date (``DateTables/roles``).
  static let hasDigit: UInt8 = 0x80

  /// "Villeneuve-sur-Lot", "Saint-Nazaire"
  static let town: UInt64 = 1
  /// "Jean-Guy", "Anne-Catherine"
  static let compoundFirstName: UInt64 = 2

  /// What a word with a hyphen looks like.
  private static func hyphenated(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var out: UInt64 = 0
    if compoundHeads.contains(where: { word.starts(with: $0) }) { out |= compoundFirstName }
    // "SAINT-DENIS-LA-PLAINE" in a headline is "Saint-Denis-la-Plaine".
    let isAllUpper = !word.contains { $0 &- 0x61 < 26 }
    let links = word.indices.dropLast(2).contains { i in
      word[i] == UInt8(ascii: "-")
        && townLinks.contains { link in
          i + link.count <= word.count
            && link.indices.allSatisfy { (isAllUpper ? word[i + $0] | 0x20 : word[i + $0]) == link[$0] }
        }
    }
    if links || saints.contains(where: { word.starts(with: $0) })
      || isAllUpper && saints.contains(where: { word.lazy.map { $0 | 0x20 }.starts(with: $0.lazy.map { $0 | 0x20 }) })
    {
      out |= town
    }
    return out
  }

  private static let saints = ["Saint-", "Sainte-", "St-"].map { Array($0.utf8) }
  private static let townLinks = [
    "-sur-", "-sous-", "-lès-", "-les-", "-en-", "-la-", "-le-", "-de-", "-du-", "-aux-", "-l'", "-d'",
  ].map { Array($0.utf8) }
  private static let compoundHeads = [
    "Jean-", "Marie-", "Pierre-", "Anne-", "Paul-", "Louis-", "Charles-", "Henri-", "François-", "Marc-", "Claude-",
    "Hans-",
    "Karl-", "Abdel-", "Mohamed-", "Sid-", "Rose-", "Ève-", "Eve-", "Guy-", "Yves-", "José-",
  ].map { Array($0.utf8) }
}

extension Chart {
  /// What the token is alone, by the lists of names.
  @inline(__always)
  func nameMarks(_ token: Int) -> NameLexicon.Marks {
    NameLexicon.Marks(rawValue: UInt32(truncatingIfNeeded: record(token).pointee.marks))
  }
  /// Whether it is an everyday word.
  @inline(__always)
  func wordClass(_ token: Int) -> CommonWordTable.WordClass {
    CommonWordTable.WordClass(rawValue: UInt16(truncatingIfNeeded: record(token).pointee.marks >> 32))
  }
  /// See ``DateTables/roles`` and ``TypeMarks/hasDigit``.
  @inline(__always)
  func dateRole(_ token: Int) -> UInt8 { UInt8(truncatingIfNeeded: record(token).pointee.marks >> 48) }
  /// What its form looks like: ``TypeMarks/town``, ``TypeMarks/compoundFirstName``.
  @inline(__always)
  func form(_ token: Int) -> UInt64 { record(token).pointee.words }
}
