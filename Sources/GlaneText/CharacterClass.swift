import CGlaneText

/// What a scalar is to the tokenizer. The raw values are those of the table that `glane-tables text` makes.
package enum CharacterClass: UInt8, CaseIterable {
  /// White space and controls: never part of a token.
  case gap = 0
  case upper = 1
  case lower = 2
  /// A letter without case, of a script that puts spaces between words.
  case letter = 3
  /// A letter of a script that does not (Thai, Lao, Khmer, Burmese, Han, kana): needs a dictionary to find words.
  case complex = 4
  /// A combining mark or variation selector: goes with what stands before it.
  case mark = 5
  /// Soft hyphen, joiners, direction marks: invisible; inside a word they go with it, alone they are a gap.
  case format = 6
  case digit = 7
  /// A number that is no decimal digit: ², ½, ③.
  case number = 8
  case punctuation = 9
  case symbol = 10
  case emoji = 11
  case regionalIndicator = 12
  /// Unassigned or private.
  case other = 13

  @inline(__always)
  static func of(_ scalar: UInt32) -> CharacterClass {
    // The table holds raw values alone: the test that makes it again reads each of them back.
    unsafeBitCast(glane_token_class(scalar), to: CharacterClass.self)
  }
}
