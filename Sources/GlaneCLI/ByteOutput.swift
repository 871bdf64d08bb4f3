/// Standard output behind a buffer.
struct ByteOutput: ~Copyable {
  private var pending: [UInt8] = []
  private static let limit = 1 << 16

  mutating func write(_ bytes: [UInt8]) throws(OutputFailure) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.limit { try flush() }
  }

  mutating func write(_ text: String) throws(OutputFailure) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.limit { try flush() }
  }

  mutating func flush() throws(OutputFailure) {
    let result = pending.withUnsafeBytes { System.writeBytes(System.standardOutput, $0) }
    pending.removeAll(keepingCapacity: true)
    switch result {
    case .done: return
    case .closed: throw .closed
    case .failed(let reason): throw .failed(reason)
    }
  }
}
