import GlanePatterns

/// What the readers of names and dates keep of a spelling (``TypeTable/Record/marks``), as bits: 0–31 the marks of the
/// name lists, 32–47 the word class, 48–55 what the spelling is good for in a date.
enum TypeMarks {
  static func of(
    _ spelling: UnsafeBufferPointer<UInt8>, _ entries: ArraySlice<Chart.Entry>, _ hash: UInt64, dates: DateTables,
    names: NameLexicon
  ) -> (marks: UInt64, words: UInt64) {
    var marks: NameLexicon.Marks = []
    var role: UInt8 = 0
    for entry in entries {
      marks.formUnion(names.marks(of: entry))
      role |= dates.roles[Int(entry.symbol.id)]
    }
    let classes = CommonWordTable.embedded.classes(hash: hash)
    return (UInt64(marks.rawValue) | UInt64(classes.rawValue) << 32 | UInt64(role) << 48, 0)
  }
}

extension TypeTable.Record {
  /// What the token is alone, by the lists of names.
  @inline(__always)
  var nameMarks: NameLexicon.Marks { NameLexicon.Marks(rawValue: UInt32(truncatingIfNeeded: marks)) }
  /// Whether it is an everyday word.
  @inline(__always)
  var wordClass: CommonWordTable.WordClass {
    CommonWordTable.WordClass(rawValue: UInt16(truncatingIfNeeded: marks >> 32))
  }
  /// See ``DateTables/roles``.
  @inline(__always)
  var dateRole: UInt8 { UInt8(truncatingIfNeeded: marks >> 48) }
}
