import CGlaneText

/// A row of numbers that are 0 until they are written. Nothing of a large one costs memory before.
struct ZeroRow: ~Copyable {
  // `count` numbers, which calloc gave.
  private let base: UnsafeMutablePointer<UInt32>
  let count: Int

  init(count: Int) {
    guard let zeros = glane_zeros(max(count, 1)) else { fatalError("no memory for \(count) numbers") }
    base = zeros
    self.count = count
  }

  deinit { glane_zeros_free(base) }

  @inline(__always)
  subscript(i: Int) -> UInt32 {
    get {
      precondition(i >= 0 && i < count, "outside the row")
      return base[i]
    }
    set {
      precondition(i >= 0 && i < count, "outside the row")
      base[i] = newValue
    }
  }
}
