import GlaneText

/// Loads rule files, lists and gazetteers into a ``RuleSet``: the one door, for the built-in ones and a user's alike.
package struct RuleLoader {
  private let stages: [String]
  private let constructors: [ConstructorSignature]
  private let recognisers: [Recogniser]
  private let constituents: Set<String>
  private var gazetteers: [Gazetteer] = []
  private var files: [RuleFile] = []
  private var macros: [String: Pattern] = [:]
  private var listNames: Set<String> = []

  /// - Parameters:
  ///   - stages: In the order in which the cascade runs them; at most 32.
  ///   - constituents: Names that code, not rules, gives to constituents.
  package init(
    stages: [String], constructors: [ConstructorSignature], recognisers: [Recogniser] = [], constituents: [String] = []
  ) {
    precondition(stages.count <= 32, "a cascade has at most 32 stages")
    self.stages = stages
    self.constructors = constructors
    self.recognisers = recognisers
    self.constituents = Set(constituents + constructors.flatMap(\.yields))
  }

  /// Adds a gazetteer built before; its lists can be named in the files that follow.
  package mutating func add(_ gazetteer: Gazetteer) {
    gazetteers.append(gazetteer)
    listNames.formUnion(gazetteer.listNames)
  }

  /// Parses a `.rules` file or a `.tsv` list. Macros and lists of files added before can be used.
  ///
  /// - Throws: ``LoadError`` for the first mistake in the file's form; names are looked up by ``load()``.
  package mutating func add(_ source: RuleSource, isUsers: Bool = false) throws(LoadError) {
    var file = try RuleParser.parse(source, macros: &macros)
    file.isUsers = isUsers
    for list in file.lists {
      if listNames.contains(list.name), !list.extends {
        throw LoadError(
          file: file.name, line: list.position.line, column: list.position.column,
          message: "found the list “\(list.name)” again, expected a new name or “list \(list.name) +” to add to it")
      }
      listNames.insert(list.name)
    }
    files.append(file)
  }

  /// Looks every name up, compiles the rules and lays the lists out.
  ///
  /// - Throws: ``LoadError`` for the first name that nothing declares.
  package func load() throws(LoadError) -> RuleSet {
    var symbols = SymbolTable()
    var builder = GazetteerBuilder()
    var listSymbols: [UInt16: Symbol] = [:]

    func intern(_ name: SymbolTable.Name, _ file: String, _ at: SourcePosition) throws(LoadError) -> Symbol {
      guard let s = symbols.intern(name) else {
        throw LoadError(
          file: file, line: at.line, column: at.column, message: "found more than 65,535 names, expected fewer")
      }
      return s
    }
    var literals: [String: Symbol] = [:]  // macros bring the same words again and again
    func literal(_ text: String, _ file: String, _ at: SourcePosition) throws(LoadError) -> Symbol {
      if let known = literals[text] { return known }
      // The accents are part of a literal's identity: "a" and "à" share a key, not a symbol.
      let s = try intern(.word(Array(text.utf8)), file, at)
      let list = builder.list("=" + text)
      if listSymbols[list] == nil {
        listSymbols[list] = s
        builder.add(text, list: list)
      }
      literals[text] = s
      return s
    }

    for name in constituents.sorted() { _ = symbols.intern(.constituent(name)) }
    for name in listNames.sorted() { _ = symbols.intern(.list(name)) }
    for file in files {
      for list in file.lists {
        let index = builder.list(list.name)
        listSymbols[index] = symbols[.list(list.name)]
        for entry in list.entries where builder.add(entry.text, list: index, value: entry.value) == nil {
          throw LoadError(
            file: file.name, line: entry.position.line, column: entry.position.column,
            message: "found the entry “\(entry.text)” without a token, expected a word")
        }
      }
    }

    var wordsOf: [[Symbol]] = []
    for r in recognisers {
      var all: [Symbol] = []
      let nowhere = SourcePosition(line: 1, column: 1)
      for w in r.words { all.append(try literal(w, r.name, nowhere)) }
      for l in r.lists {
        guard let s = symbols[.list(l)] else {
          throw LoadError(
            file: r.name, line: 1, column: 1, message: "found the list @\(l), expected one that is declared")
        }
        all.append(s)
      }
      wordsOf.append(all)
    }

    let recogniserSignatures = recognisers.indices.map { r in
      Signature.of(.recogniser(r), recognisers, wordsOf)
    }

    var rules: [Rule] = []
    var userPrograms: [Program] = []
    var calls = CallTable()
    var names: [String: String] = [:]
    for file in files {
      for rule in file.rules {
        if let other = names[rule.name] {
          throw error(file, rule.position, "found the rule “\(rule.name)” again, expected a name not used in \(other)")
        }
        names[rule.name] = file.name
        guard let stage = stages.firstIndex(of: rule.stage) else {
          throw error(
            file, rule.position, "found the stage “\(rule.stage)”, expected one of \(stages.joined(separator: ", "))")
        }
        let program = try Compiler.compile(
          rule.pattern, file: file.name, calls: &calls, recogniser: { recogniserSignatures[$0.recogniser] }
        ) { name, at throws(LoadError) in
          switch name {
          case .literal(let text): return .symbol(try literal(text, file.name, at))
          case .list(let list):
            guard let s = symbols[.list(list)] else {
              throw self.error(file, at, "found the list @\(list), expected one that is declared")
            }
            return .symbol(s)
          case .constituent(let c):
            if let r = self.recognisers.firstIndex(where: { $0.name == c }) { return .recogniser(r) }
            guard let s = symbols[.constituent(c)] else {
              let known = (self.constituents.union(self.recognisers.map(\.name))).sorted().joined(separator: ", ")
              throw self.error(file, at, "found the constituent <\(c)>, expected one of \(known)")
            }
            return .edge(s)
          }
        }
        rules.append(try compiled(rule, file, stage, program))
        if file.isUsers { userPrograms.append(program) }
      }
    }

    var layers: [RuleSet.Layer] = []
    var textBase: Int32 = 0
    func push(_ gazetteer: Gazetteer, _ symbolsOfLists: [Symbol?]) {
      layers.append(RuleSet.Layer(gazetteer: gazetteer, symbols: symbolsOfLists, textBase: textBase))
      textBase += Int32(gazetteer.texts.count)
    }
    for g in gazetteers { push(g, g.listNames.map { symbols[.list($0)] }) }
    let own = Gazetteer(image: builder.image())
    push(own, (0..<own.listNames.count).map { listSymbols[UInt16($0)] })

    let need = Need(programs: rules.map(\.program), symbols: symbols)
    let triggers = TriggerIndex(
      rules: rules, stageCount: stages.count, symbols: symbols, recognisers: recognisers, wordsOf: wordsOf, need: need)
    return RuleSet(
      rules: rules, stages: stages, constructors: constructors, recognisers: recognisers, symbols: symbols,
      layers: layers, triggers: triggers, need: need, calls: calls.all, userPrograms: userPrograms)
  }

  private func error(_ file: RuleFile, _ at: SourcePosition, _ message: String) -> LoadError {
    LoadError(file: file.name, line: at.line, column: at.column, message: message)
  }

  private func compiled(
    _ rule: RuleDeclaration, _ file: RuleFile, _ stage: Int, _ program: Program
  ) throws(LoadError) -> Rule {
    guard let index = constructors.firstIndex(where: { $0.name == rule.constructor }) else {
      let known = constructors.map(\.name).sorted().joined(separator: ", ")
      throw error(file, rule.makePosition, "found the constructor “\(rule.constructor)”, expected one of \(known)")
    }
    let signature = constructors[index]
    var arguments = [RuleArgument](repeating: .absent, count: signature.labels.count)
    for a in rule.arguments {
      guard let i = signature.labels.firstIndex(of: a.label) else {
        throw error(
          file, a.position,
          "found the argument “\(a.label)”, expected one that \(signature.name) takes: \(signature.labels.joined(separator: ", "))"
        )
      }
      guard arguments[i] == .absent else {
        throw error(file, a.position, "found the argument “\(a.label)” twice, expected it once")
      }
      switch a.value {
      case .integer(let n): arguments[i] = .integer(n)
      case .name(let name):
        if let slot = program.captureNames.firstIndex(of: name) {
          arguments[i] = .capture(slot)
        } else if name == a.label {
          throw error(
            file, a.position,
            "found “\(name)”, expected a capture of the pattern: \(program.captureNames.joined(separator: ", "))")
        } else {
          arguments[i] = .word(name)
        }
      }
    }
    for (i, label) in signature.required.enumerated() where arguments[i] == .absent {
      throw error(file, rule.makePosition, "found \(signature.name) without “\(label)”, expected that argument")
    }
    return Rule(
      rule, file: file.name, stage: stage, constructor: index, arguments: arguments, program: program)
  }
}
