import GlanePatterns
import GlaneText

extension FrenchGrammar {
  /// Runs the examples of rules: each `yes` must give its span and value by that very rule, each `no` nothing by it.
  ///
  /// - Parameter file: Only the rules of that file; all rules where nil.
  /// - Returns: One error per example that fails, at the place of the example.
  package func checkExamples(file: String? = nil) -> [LoadError] {
    var failures: [LoadError] = []
    for (index, rule) in rules.rules.enumerated() where file == nil || rule.file == file {
      for example in rule.accepts {
        if let message = failure(of: example, rule: index) { failures.append(error(rule, example, message)) }
      }
      for example in rule.refuses {
        let found = constituents(of: index, in: example)
          .filter { !example.hasBrackets || $0.range.overlaps(example.range) }
        if let first = found.first {
          failures.append(error(rule, example, "found “\(first.text)” by the rule “\(rule.name)”, expected nothing"))
        }
      }
    }
    return failures
  }

  private func failure(of example: RuleExample, rule index: Int) -> String? {
    let found = constituents(of: index, in: example)
    let wanted = String(decoding: Array(example.text.utf8)[example.range], as: UTF8.self)
    let value = example.value ?? ""
    guard let match = found.first(where: { $0.range == example.range }) else {
      let got = found.map { "“\($0.text)”" }.joined(separator: ", ")
      return "found \(got.isEmpty ? "nothing" : got) by the rule “\(rules.rules[index].name)”, expected “\(wanted)”"
    }
    let values = found.filter { $0.range == match.range }.map(\.value)
    guard values.contains(value) else {
      return "found “\(wanted)” with the value \(values[0]), expected \(value)"
    }
    return nil
  }

  private func constituents(of rule: Int, in example: RuleExample) -> [(text: String, range: Range<Int>, value: String)]
  {
    let reading = read(Tokenizer().tokenize(example.text))
    var out: [(text: String, range: Range<Int>, value: String)] = []
    for edge in reading.chart.edges where Int(edge.rule) == rule {
      let span = reading.chart.span(edge.tokens)
      out.append(
        (
          reading.chart.text.string(span), span.range,
          reading.describe(edge, grammar: self, reference: example.reference)
        ))
    }
    return out
  }

  private func error(_ rule: Rule, _ example: RuleExample, _ message: String) -> LoadError {
    LoadError(file: rule.file, line: example.position.line, column: example.position.column, message: message)
  }
}
