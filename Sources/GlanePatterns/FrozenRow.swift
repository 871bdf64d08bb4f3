/// A row of plain data that is written once and read for as long as its owner lives.
///
/// Hot loops read it through ``base``, which is not checked and counts no references: they say why they stay inside.
struct FrozenRow<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {  // nothing writes to the row after `init`
  /// Its first element; valid as long as a copy of the row lives.
  let base: UnsafePointer<Element>
  let count: Int
  private let owner: Owner

  /// Frees the row with the last copy of it.
  private final class Owner {
    let base: UnsafeMutablePointer<Element>
    init(_ base: UnsafeMutablePointer<Element>) { self.base = base }
    deinit { base.deallocate() }
  }

  init(_ elements: [Element]) {
    let own = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    elements.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { own.initialize(from: first, count: source.count) }
    }
    owner = Owner(own)
    base = UnsafePointer(own)
    count = elements.count
  }

  @inline(__always)
  subscript(i: Int) -> Element {
    precondition(i >= 0 && i < count, "outside the row")
    return base[i]
  }
}
