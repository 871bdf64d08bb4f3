/// Spells offices as inclusive writing does: "député·e", "directeur·rice", "conseiller-ère", "élu(e)s".
enum InclusiveForms {
  struct Form: Equatable {
    var text: String
    var isPlural: Bool
  }

  /// Middle dot, full stop, hyphen: what stands between the masculine and the ending of the feminine.
  private static let signs = ["·", ".", "-"]

  /// The forms of an office that has a masculine and a feminine; of several words those that differ are spelled so.
  static func forms(masculine: String, feminine: String) -> [Form] {
    let (m, f) = (masculine.split(separator: " "), feminine.split(separator: " "))
    guard m.count == f.count, m != f else { return [] }
    var out: [Form] = []
    // Of several words only what is written now: with the dots.
    for sign in m.count > 1 ? ["·", "."] : signs + ["("] {
      for short in [false, true] {
        for ending in sign == "(" || m.count > 1 ? [["", "s"]] : [["", "\(sign)s"], ["", "s"], ["s\(sign)", "s"]] {
          for isPlural in [false, true] {
            var words: [String] = []
            for (a, b) in zip(m, f) {
              if a == b {
                words.append(isPlural ? plural(String(a)) : String(a))
              } else if let tail = tail(String(a), String(b), short: short) {
                let head = isPlural && ending[0].hasPrefix("s") ? a + ending[0] : sign == "(" ? a + "(" : a + sign
                words.append(head + tail + (sign == "(" ? ")" : "") + (isPlural ? ending[1] : ""))
              } else {
                return out
              }
            }
            let form = Form(text: words.joined(separator: " "), isPlural: isPlural)
            if !out.contains(form) { out.append(form) }
          }
        }
      }
    }
    return out
  }

  /// Function words and invariable complements stay; an office in apposition takes its plural.
  private static func plural(_ word: String) -> String {
    let stays = ["de", "du", "des", "d'", "en", "à", "la", "le", "par", "pour", "général", "État", "Sceaux"]
    return stays.contains(word) || word.hasSuffix("s") || word.hasSuffix("x") || word.contains("'") ? word : word + "s"
  }

  /// What the feminine adds: "e" of "députée", "rice" of "directrice", "ère" of "conseillère"; short: "trice", "se", "re".
  static func tail(_ masculine: String, _ feminine: String, short: Bool) -> String? {
    if feminine.hasPrefix(masculine) { return String(feminine.dropFirst(masculine.count)) }
    for (m, f, long, brief) in [
      ("teur", "trice", "rice", "trice"), ("eur", "euse", "euse", "se"), ("er", "ère", "ère", "re"),
      ("if", "ive", "ive", "ve"), ("eux", "euse", "euse", "se"), ("eau", "elle", "elle", "elle"),
      ("e", "esse", "sse", "esse"),
    ] where masculine.hasSuffix(m) && feminine.hasSuffix(f) && masculine.dropLast(m.count) == feminine.dropLast(f.count)
    {
      return short ? brief : long
    }
    return nil
  }
}
