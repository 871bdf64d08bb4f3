import Foundation

/// A Hunspell dictionary with its suffix rules: lemmas with their grammar, and the forms that the suffixes give them.
struct HunspellDictionary {
  struct Lemma {
    var word: String
    /// Two-letter flags.
    var flags: [String]
    /// Morphological fields: "po:prn", "is:fem".
    var fields: Set<String>
  }
  private struct Suffix {
    var strip: String
    var add: String
    /// The end that a word must have: one set of letters per position.
    var condition: [(letters: Set<Character>, negated: Bool)]
  }

  private(set) var lemmas: [Lemma] = []
  private var suffixes: [String: [Suffix]] = [:]

  init(folder: String) throws {
    for line in try String(contentsOfFile: folder + "/fr.dic", encoding: .utf8).split(separator: "\n").dropFirst() {
      let parts = line.split(separator: " ")
      guard let head = parts.first else { continue }
      let (word, flags) = Self.cut(head)
      lemmas.append(Lemma(word: word, flags: flags, fields: Set(parts.dropFirst().map(String.init))))
    }
    for line in try String(contentsOfFile: folder + "/fr.aff", encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count >= 5, parts[0] == "SFX", parts[2] != "Y" || parts.count > 4 else { continue }
      let add = Self.cut(parts[3]).0
      suffixes[String(parts[1]), default: []].append(
        Suffix(
          strip: parts[2] == "0" ? "" : String(parts[2]), add: add == "0" ? "" : add,
          condition: Self.condition(parts[4])))
    }
  }

  /// Every form of a lemma, itself included.
  func forms(of lemma: Lemma) -> Set<String> {
    var out: Set<String> = [lemma.word]
    for flag in lemma.flags {
      for s in suffixes[flag] ?? [] where lemma.word.hasSuffix(s.strip) && Self.holds(s.condition, of: lemma.word) {
        out.insert(lemma.word.dropLast(s.strip.count) + s.add)
      }
    }
    return out
  }

  /// Proper names of a kind ("prn" first names, "patr" surnames, "npr" others) as a list.
  func properNames(kind: String, name: String, about: String) -> NameLists.List {
    var list = NameLists.List(
      name: name,
      header: [
        "Made by `glane-tables name-lists`; do not edit.", about,
        "Dictionnaire orthographique français « Classique » 7.0 (fr.dic), po:\(kind). MPL-2.0; this file too.",
      ])
    for lemma in lemmas where lemma.fields.contains("po:\(kind)") {
      guard lemma.word.count > 2, lemma.word.first!.isUppercase,
        lemma.word.allSatisfy({ $0.isLetter || "-' ".contains($0) })
      else { continue }
      guard lemma.word.dropFirst().contains(where: \.isLowercase) else { continue }
      let gender = lemma.fields.contains("is:mas") ? "m" : lemma.fields.contains("is:fem") ? "f" : "x"
      let known = list.entries[lemma.word]
      list.entries[lemma.word] = kind != "prn" ? "" : known == nil || known == gender ? gender : "x"
    }
    return list
  }

  private static func cut(_ field: Substring) -> (String, [String]) {
    guard let slash = field.firstIndex(of: "/") else { return (String(field), []) }
    let flags = Array(field[field.index(after: slash)...])
    return (
      String(field[..<slash]), stride(from: 0, to: flags.count - 1, by: 2).map { String(flags[$0...$0 + 1]) }
    )
  }

  private static func condition(_ text: Substring) -> [(letters: Set<Character>, negated: Bool)] {
    var out: [(letters: Set<Character>, negated: Bool)] = []
    var rest = text[...]
    while let c = rest.first {
      rest.removeFirst()
      if c == "[" {
        let negated = rest.first == "^"
        if negated { rest.removeFirst() }
        let set = Set(rest.prefix { $0 != "]" })
        rest = rest.dropFirst(set.isEmpty ? 0 : rest.prefix { $0 != "]" }.count).dropFirst()
        out.append((set, negated))
      } else if c == "." {
        out.append(([], true))
      } else {
        out.append(([c], false))
      }
    }
    return out
  }

  private static func holds(_ condition: [(letters: Set<Character>, negated: Bool)], of word: String) -> Bool {
    guard word.count >= condition.count else {
      return condition.count == 1 && condition[0].negated && condition[0].letters.isEmpty
    }
    return zip(word.suffix(condition.count), condition).allSatisfy { $1.letters.contains($0) != $1.negated }
  }
}
