/// A word, a list or a constituent that patterns refer to: one number space for all three, so that every test of the
/// matcher is a comparison of two integers.
@frozen
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
  public let id: UInt16
  @inlinable public init(id: UInt16) { self.id = id }
  @inlinable public static func == (a: Symbol, b: Symbol) -> Bool { a.id == b.id }
}

/// The symbols of a rule set, by name.
package struct SymbolTable: Sendable {
  package enum Name: Hashable, Sendable {
    /// A folded literal: one word or several.
    case word([UInt8])
    case list(String)
    case constituent(String)
  }

  private var ids: [Name: Symbol] = [:]
  package private(set) var names: [Name] = []

  package var count: Int { names.count }

  package subscript(name: Name) -> Symbol? { ids[name] }

  /// The symbol of that name, made if there is none. At most 65,535 symbols; beyond that nil.
  package mutating func intern(_ name: Name) -> Symbol? {
    if let known = ids[name] { return known }
    guard names.count < Int(UInt16.max) else { return nil }
    let symbol = Symbol(id: UInt16(names.count))
    names.append(name)
    ids[name] = symbol
    return symbol
  }
}
