import GlanePatterns

/// What the readers of names and dates keep of a spelling (``TypeTable/Record/marks``), as bits: 0–31 the marks of the
/// name lists, 32–47 the word class, 48–55 what the spelling is
/// good for in a date. ``TypeTable/Record/words`` says what its form looks like.
enum TypeMarks {
  static func of(
    _ spelling: UnsafeBufferPointer<UInt8>, _ entries: ArraySlice<Chart.Entry>, _ hash: UInt64, dates: DateTables,
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
    // Paul is a region of Cape Verde too.
    if isSubdivision, !isPlace, marks.contains(.firstName) { marks.remove(.place) }
    let classes = CommonWordTable.embedded.classes(hash: hash)
    let form = spelling.contains(UInt8(ascii: "-")) ? hyphenated(String(decoding: spelling, as: UTF8.self)) : 0
    return (UInt64(marks.rawValue) | UInt64(classes.rawValue) << 32 | UInt64(role) << 48, form)
  }

  /// "Villeneuve-sur-Lot", "Saint-Nazaire"
  static let town: UInt64 = 1
  /// "Jean-Guy", "Anne-Catherine"
  static let compoundFirstName: UInt64 = 2

  /// What a word with a hyphen looks like.
  private static func hyphenated(_ word: String) -> UInt64 {
    var out: UInt64 = 0
    if compoundHeads.contains(where: { word.hasPrefix($0) }) { out |= compoundFirstName }
    let isAllUpper = word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    let name = isAllUpper ? word.lowercased() : word
    if ["Saint-", "Sainte-", "St-"].contains(where: { name.hasPrefix($0) })
      || isAllUpper && ["saint-", "sainte-"].contains(where: { name.hasPrefix($0) })
      || hasTownLink(name)
    {
      out |= town
    }
    return out
  }

  private static func hasTownLink(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      // In ASCII a comparison of bytes is one of characters.
      guard bytes.allSatisfy({ $0 < 0x80 }) else {
        return townLinks.contains { String(decoding: bytes, as: UTF8.self).contains($0) }
      }
      for i in bytes.indices where bytes[i] == UInt8(ascii: "-") {
        if townLinks.contains(where: { bytes[i...].starts(with: $0.utf8) }) { return true }
      }
      return false
    }
  }

  private static let townLinks = [
    "-sur-", "-sous-", "-lès-", "-les-", "-en-", "-la-", "-le-", "-de-", "-du-", "-aux-", "-l'", "-d'",
  ]
  private static let compoundHeads = [
    "Jean-", "Marie-", "Pierre-", "Anne-", "Paul-", "Louis-", "Charles-", "Henri-", "François-", "Marc-", "Claude-",
    "Hans-",
    "Karl-", "Abdel-", "Mohamed-", "Sid-", "Rose-", "Ève-", "Eve-", "Guy-", "Yves-", "José-",
  ]

}

extension Chart {
  /// What the token is alone, by the lists of names.
  @inline(__always)
  func nameMarks(_ token: Int) -> NameLexicon.Marks {
    NameLexicon.Marks(rawValue: UInt32(truncatingIfNeeded: records[Int(types[token])].marks))
  }
  /// Whether it is an everyday word.
  @inline(__always)
  func wordClass(_ token: Int) -> CommonWordTable.WordClass {
    CommonWordTable.WordClass(rawValue: UInt16(truncatingIfNeeded: records[Int(types[token])].marks >> 32))
  }
  /// See ``DateTables/roles``.
  @inline(__always)
  func dateRole(_ token: Int) -> UInt8 { UInt8(truncatingIfNeeded: records[Int(types[token])].marks >> 48) }
  /// What its form looks like: ``TypeMarks/town``, ``TypeMarks/compoundFirstName``.
  @inline(__always)
  func form(_ token: Int) -> UInt64 { records[Int(types[token])].words }
}
