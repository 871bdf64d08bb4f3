import Testing

@testable import GlaneFrench

/// Every example of every built-in rule.
@Test func ruleExamplesHold() throws {
  let failures = try FrenchGrammar().checkExamples()
  for failure in failures { Issue.record("\(failure)") }
}
