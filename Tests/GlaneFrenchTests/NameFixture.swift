import GlaneText

@testable import GlaneFrench

/// What the tests of names share.
enum NameFixture {
  // The built-in rules are proved by ruleExamplesHold().
  static let grammar = try! FrenchGrammar()

  /// What a text says of names, in one line per mention: `person Faure Gnassingbé [M. | président]`.
  static func names(_ source: String, by grammar: FrenchGrammar = grammar) -> [String] {
    let reading = grammar.read(Tokenizer().tokenize(source))
    let mentions = reading.names.mentions
    func text(_ i: Int) -> String { reading.chart.text.string(reading.chart.span(mentions[i].tokens)) }
    return mentions.indices.compactMap { i in
      let m = mentions[i]
      switch m.kind {
      case .title, .function: return nil
      case .person:
        let roles = (m.titles + m.functions).map {
          mentions[$0].label != nil && mentions[$0].rule == "shared-head" ? mentions[$0].label! : text($0)
        }
        return "person \(text(i))" + (roles.isEmpty ? "" : " [\(roles.joined(separator: " | "))]")
      default: return "\(m.kind) \(text(i))"
      }
    }
  }
}
