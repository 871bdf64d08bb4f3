/// A constructor that rules may end in: its name, its arguments, and what constituents it gives.
///
/// The work itself is done by the module that declares it, in the closure of ``Cascade/run(on:build:)``.
package struct ConstructorSignature: Sendable, Hashable {
  package let name: String
  package let required: [String]
  package let optional: [String]
  /// The names under which later stages see what it makes.
  package let yields: [String]

  package init(_ name: String, required: [String] = [], optional: [String] = [], yields: [String]) {
    self.name = name
    self.required = required
    self.optional = optional
    self.yields = yields
  }

  /// All arguments: the index here is what ``RuleMatch`` is asked with.
  package var labels: [String] { required + optional }
}

/// The value of an argument of a rule's constructor.
package enum RuleArgument: Sendable, Hashable {
  case absent
  case capture(Int)
  case integer(Int)
  case word(String)
}

/// A rule, compiled. A class, so that a match can refer to its rule at the cost of one reference.
package final class Rule: Sendable {
  package let name: String
  package let file: String
  package let position: SourcePosition
  package let stage: Int
  package let priority: Int
  /// Index into the signatures that the rule set was built with.
  package let constructor: Int
  /// In the order of ``ConstructorSignature/labels``.
  package let arguments: [RuleArgument]
  package let accepts: [RuleExample]
  package let refuses: [RuleExample]
  package let program: Program

  init(
    _ declaration: RuleDeclaration, file: String, stage: Int, constructor: Int, arguments: [RuleArgument],
    program: Program
  ) {
    name = declaration.name
    self.file = file
    position = declaration.position
    self.stage = stage
    priority = declaration.priority
    self.constructor = constructor
    self.arguments = arguments
    accepts = declaration.accepts
    refuses = declaration.refuses
    self.program = program
  }
}
