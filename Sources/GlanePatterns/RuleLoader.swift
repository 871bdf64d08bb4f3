import GlaneText

/// Loads rule files, lists and gazetteers into a ``RuleSet``: the one door, for the built-in ones and a user's alike.
package struct RuleLoader {
  /// In bytes: places in a file are numbers of 32 bits.
  static let longestFile = Int(UInt32.max)

  private let stages: [String]
  private let constructors: [ConstructorSignature]
  private let recognisers: [Recogniser]
  private let constituents: Set<String>
  private var gazetteers: [Gazetteer] = []
  private var files: [RuleFile] = []
  /// Knows the macros of files added before.
  private var patterns = PatternParser()
  private var listNames: Set<String> = []
  private var leftOut: Set<String> = []

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

  /// Names lists that are left out on purpose: a file may add to them, to no avail.
  package mutating func leaveOut(lists: [String]) { leftOut.formUnion(lists) }

  /// Parses a `.rules` file or a `.tsv` list. Macros and lists of files added before can be used.
  ///
  /// - Throws: ``LoadError`` for the first mistake in the file's form; names are looked up by ``load()``.
  package mutating func add(_ source: RuleSource, isUsers: Bool = false) throws(LoadError) {
    guard source.utf8.count <= RuleLoader.longestFile else {
      throw LoadError(
        file: source.name, line: 1, column: 1, message: "found a file of 4 GiB or more, expected a smaller one")
    }
    var file = try RuleParser.parse(source, patterns: &patterns)
    file.isUsers = isUsers
    for list in file.lists {
      if listNames.contains(list.name), !list.extends {
        throw error(
          file, list.position,
          "found the list “\(list.name)” again, expected a new name or “list \(list.name) +” to add to it")
      }
      if list.extends, !listNames.contains(list.name), !leftOut.contains(list.name) {
        let known = listNames.union(leftOut).sorted()
        throw error(
          file, list.position,
          "found nothing to add to: no list “\(list.name)” is declared, expected "
            + (known.isEmpty ? "“\(list.name)” without “+” for a new one" : "one of \(known.joined(separator: ", "))"))
      }
      listNames.insert(list.name)
    }
    files.append(file)
  }

  /// Looks every name up, compiles the rules and lays the lists out.
  ///
  /// - Throws: ``LoadError`` for the first name that nothing declares.
  package func load() throws(LoadError) -> RuleSet {
    var compiler = Compiler(
      names: NameResolver(
        names: patterns.names, recognisers: recognisers, constituents: constituents, lists: listNames))
    compiler.names.reserve(entries: files.reduce(0) { $0 + $1.lists.reduce(0) { $0 + $1.entries.count } })
    for file in files {
      for list in file.lists { try compiler.names.add(list, of: file) }
    }
    let wordsOf = try recognisers.map { r throws(LoadError) in
      // A recogniser is no file: its name says which it is.
      let nowhere = SourcePosition(line: 1, column: 1)
      return try r.words.map { word throws(LoadError) in try compiler.names.literal(word, r.name, nowhere) }
        + r.lists.map { list throws(LoadError) in try compiler.names.list(list, r.name, nowhere) }
    }
    compiler.recognisers = recognisers.indices.map { Signature.of(.recogniser($0), recognisers, wordsOf) }
    let labels = constructors.map(\.labels)
    var rules: [Rule] = []
    var userPrograms: [Program] = []
    var names: [String: String] = [:]
    for file in files {
      for rule in file.rules {
        if let other = names.updateValue(file.name, forKey: rule.name) {
          throw error(file, rule.position, "found the rule “\(rule.name)” again, expected a name not used in \(other)")
        }
        guard let stage = stages.firstIndex(of: rule.stage) else {
          throw error(
            file, rule.position, "found the stage “\(rule.stage)”, expected one of \(stages.joined(separator: ", "))")
        }
        let program = try compiler.compile(rule.pattern, file: file.name)
        rules.append(try compiled(rule, file, stage, program, labels))
        if file.isUsers { userPrograms.append(program) }
      }
    }
    let symbols = compiler.names.symbols

    var layers: [RuleSet.Layer] = []
    var textBase: Int32 = 0
    func push(_ gazetteer: Gazetteer, _ symbolsOfLists: [Symbol?]) {
      layers.append(RuleSet.Layer(gazetteer: gazetteer, symbols: symbolsOfLists, textBase: textBase))
      textBase += Int32(gazetteer.textCount)
    }
    for g in gazetteers { push(g, g.listNames.map { symbols[.list($0)] }) }
    push(Gazetteer(compiler.names.builder), compiler.names.symbolsOfLists)

    let need = Need(programs: rules.map(\.program), symbols: symbols)
    let triggers = TriggerIndex(
      rules: rules, stageCount: stages.count, symbols: symbols, recognisers: recognisers, wordsOf: wordsOf, need: need)
    return RuleSet(
      rules: rules, stages: stages, constructors: constructors, recognisers: recognisers, symbols: symbols,
      layers: layers, triggers: triggers, need: need, calls: compiler.calls.all, userPrograms: userPrograms)
  }

  private func error(_ file: RuleFile, _ at: SourcePosition, _ message: String) -> LoadError {
    LoadError(file: file.name, line: at.line, column: at.column, message: message)
  }

  private func compiled(
    _ rule: RuleDeclaration, _ file: RuleFile, _ stage: Int, _ program: Program, _ labels: [[String]]
  ) throws(LoadError) -> Rule {
    guard let index = constructors.firstIndex(where: { $0.name == rule.constructor }) else {
      let known = constructors.map(\.name).sorted().joined(separator: ", ")
      throw error(file, rule.makePosition, "found the constructor “\(rule.constructor)”, expected one of \(known)")
    }
    let (signature, labels) = (constructors[index], labels[index])
    var arguments = [RuleArgument](repeating: .absent, count: labels.count)
    for a in rule.arguments {
      guard let i = labels.firstIndex(of: a.label) else {
        throw error(
          file, a.position,
          "found the argument “\(a.label)”, expected one that \(signature.name) takes: \(labels.joined(separator: ", "))"
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
