import GlaneText

/// The table that answers whether a word is an everyday word of French and of what sort: folded words in open addressing,
/// 12 bits of fingerprint and 4 of word class each.
///
/// Made from every form of every common lemma of the dictionary (MPL-2.0). A word that is not there is said to be with a
/// probability of about 1 in 2,500. See `CommonWordTable` in GlaneFrench, which reads it.
enum CommonWords {
  static func table(_ dictionary: HunspellDictionary) -> [UInt8] {
    var classes: [[UInt8]: UInt16] = [:]
    var form = FoldedForm()
    for lemma in dictionary.lemmas where lemma.word.count > 1 && lemma.word.first!.isLowercase {
      let own = wordClass(lemma)
      for var word in dictionary.forms(of: lemma) {
        word.withUTF8 { form.assign($0) }
        classes[Array(form.bytes), default: 0] |= own
      }
    }
    var count = 1024
    while count < classes.count * 2 { count *= 2 }
    var slots = [UInt16](repeating: 0, count: count)
    for (key, wordClass) in classes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let hash = key.withUnsafeBufferPointer { FoldedForm.hash($0) }
      let print = UInt16(truncatingIfNeeded: hash >> 48) & 0xFFF0
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != 0, slots[slot] & 0xFFF0 != print { slot = (slot + 1) & (count - 1) }
      slots[slot] |= print | wordClass
    }
    return slots.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  /// 1 noun, 2 adjective, 4 verb or adverb, 8 one of the little words of grammar.
  private static func wordClass(_ lemma: HunspellDictionary.Lemma) -> UInt16 {
    var out: UInt16 = 0
    if lemma.fields.contains("po:nom") { out |= 1 }
    if lemma.fields.contains("po:adj") { out |= 2 }
    if lemma.fields.contains("po:adv") || lemma.fields.contains(where: { $0.hasPrefix("po:v") }) { out |= 4 }
    return out == 0 ? 8 : out
  }
}
