/// By token, from 0 to the number of tokens: the index of something that starts or ends there.
struct TokenIndex {
  private var indices: [Int32]

  init(_ tokens: Int) { indices = [Int32](repeating: -1, count: tokens + 1) }

  subscript(token: Int) -> Int? {
    get { indices.indices.contains(token) && indices[token] >= 0 ? Int(indices[token]) : nil }
    set { indices[token] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
  }
}
