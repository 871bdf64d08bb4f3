import GlaneText

/// Stages of a cascade, a bit each.
typealias StageSet = UInt32

/// Rules and lists, loaded: immutable, shared by all threads.
package final class RuleSet: Sendable {
  package let rules: [Rule]
  /// Names of the stages, in the order in which the cascade runs them.
  package let stages: [String]
  package let constructors: [ConstructorSignature]
  package let recognisers: [Recogniser]
  package let symbols: SymbolTable
  /// Gazetteers with, for each list of each, its symbol (nil where no pattern nor code asks for the list).
  let layers: [Layer]
  let triggers: TriggerIndex
  let need: Need
  /// What the matcher needs of the rules, apart from the rest.
  let programs: ProgramRows
  /// The words and lists that rules of the user's own name; a family that looks only where certain words stand looks there too.
  package let userSymbols: Set<Symbol>
  /// Whether one of them names no word at all.
  package let hasWordlessUserRule: Bool
  /// Calls of recognisers, as programs refer to them.
  let calls: [Program.Call]
  let priorities: [Int]

  /// A class, so that the loop over tokens copies nothing.
  final class Layer: Sendable {
    let gazetteer: Gazetteer
    let symbols: [Symbol?]
    /// What is added to the index of a text value, so that the layers' texts are numbered together.
    let textBase: Int32

    init(gazetteer: Gazetteer, symbols: [Symbol?], textBase: Int32) {
      self.gazetteer = gazetteer
      self.symbols = symbols
      self.textBase = textBase
    }
  }

  init(
    rules: [Rule], stages: [String], constructors: [ConstructorSignature], recognisers: [Recogniser],
    symbols: SymbolTable, layers: [Layer], triggers: TriggerIndex, need: Need, calls: [Program.Call],
    userPrograms: [Program]
  ) {
    self.rules = rules
    self.stages = stages
    self.constructors = constructors
    self.recognisers = recognisers
    self.symbols = symbols
    self.layers = layers
    self.triggers = triggers
    self.calls = calls
    userSymbols = Set(userPrograms.flatMap(\.symbols))
    hasWordlessUserRule = userPrograms.contains { $0.symbols.isEmpty }
    programs = ProgramRows(rules.map(\.program))
    self.need = need
    priorities = rules.map(\.priority)
  }

  /// The symbol of a list, for code that asks whether a token belongs to it.
  package func list(_ name: String) -> Symbol? { symbols[.list(name)] }
  /// The symbol of a constituent.
  package func constituent(_ name: String) -> Symbol? { symbols[.constituent(name)] }

  /// The text that an entry's value stands for.
  package func text(_ value: Int32) -> String {
    for layer in layers.reversed() where value >= layer.textBase {
      let i = Int(value - layer.textBase)
      return i < layer.gazetteer.textCount ? layer.gazetteer.text(i) : ""
    }
    return ""
  }

  @inline(__always)
  func stageMask(of symbol: Symbol) -> StageSet { triggers.stagesOfSymbol[Int(symbol.id)] }
}
