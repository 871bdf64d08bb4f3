/// Inputs that a text core may be slow on: each is a piece that is repeated.
public enum Adversarial {
  public static let pieces: [(name: String, piece: [UInt8])] = [
    ("combining marks", Array("\u{301}".utf8)),
    ("letters and marks", Array("e\u{301}\u{302}\u{303}".utf8)),
    ("ZWJ chains", Array("👩\u{200D}".utf8)),
    ("one token", Array("a".utf8)),
    ("one hyphenated token", Array("a-".utf8)),
    ("du du du", Array("du ".utf8)),
    ("nested «", Array("« ".utf8)),
    ("digits", Array("1".utf8)),
    ("groups of digits", Array("123 ".utf8)),
    ("dotted letters", Array("A.".utf8)),
    ("dotted small letters", Array("a.b-".utf8)),
    ("domains", Array("ab.".utf8)),
    ("apostrophes", Array("l'".utf8)),
    ("opening brackets", Array("a(".utf8)),
    ("addresses", Array("a@b".utf8)),
    ("regional indicators", Array("🇫".utf8)),
    ("lone surrogates in WTF-8", [0xED, 0xA0, 0x80]),
    ("truncated sequences", [0xE2, 0x80]),
    ("line feeds", Array("\n".utf8)),
    ("NUL", [0]),
    ("Thai", Array("ภาษาไทย".utf8)),
    ("Han", Array("漢字".utf8)),
    ("emoji", Array("👍🏽".utf8)),
  ]

  public static func text(_ piece: [UInt8], bytes: Int) -> [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(bytes + piece.count)
    while all.count < bytes { all += piece }
    return all
  }
}
