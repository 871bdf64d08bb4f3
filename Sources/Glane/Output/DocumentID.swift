/// What a document is called: a string or a number, given back exactly as it came.
public enum DocumentID: Sendable, Hashable {
  case string(String)
  /// As it was written: `7`, `1e3`, `12345678901234567890`.
  case number(String)
}

extension DocumentID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
}

extension DocumentID: CustomStringConvertible {
  public var description: String {
    switch self {
    case .string(let text), .number(let text): text
    }
  }
}

extension DocumentID: Codable {
  /// A number that neither `Int64` nor `Double` holds loses digits here, as in any decoder that knows no others.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let integer = try? container.decode(Int64.self) {
      self = .number(String(integer))
    } else {
      self = .number(String(try container.decode(Double.self)))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .number(let text):
      if let integer = Int64(text) { try container.encode(integer) } else { try container.encode(Double(text) ?? 0) }
    }
  }
}
