/// Values by a key that is a hash already: a dictionary would hash it once more.
///
/// - Complexity: Look-ups O(1) as long as the keys' low bits differ, as those of ``FoldedForm/hash`` do.
struct HashMap<Value> {
  private var slots: [(key: UInt64, value: Value)?]
  private(set) var count = 0

  init(minimumCapacity: Int = 0) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = .init(repeating: nil, count: size)
  }

  subscript(key: UInt64) -> Value? {
    get { slots[slot(of: key)]?.value }
    set {
      let slot = slot(of: key)
      if slots[slot] == nil { count += 1 }
      guard let newValue else { preconditionFailure("nothing is taken out") }
      slots[slot] = (key, newValue)
      if count * 2 > slots.count { grow() }
    }
  }

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while let taken = slots[slot], taken.key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = .init(repeating: nil, count: old.count * 2)
    for case (let key, let value)? in old { slots[slot(of: key)] = (key, value) }
  }
}
