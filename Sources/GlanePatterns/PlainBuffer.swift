/// A growable row of plain data, for loops that append an element or two at a time.
///
/// Hot loops read it through ``base``, which moves when the buffer grows and is not checked: they say why they stay inside.
struct PlainBuffer<Element: BitwiseCopyable>: ~Copyable {
  // Elements 0..<count are initialized; `capacity` is what was allocated at `base`.
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(minimumCapacity: Int = 64) {
    capacity = max(minimumCapacity, 1)
    base = .allocate(capacity: capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(minimumCapacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { base.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Appends `n` elements from `source`, which lies outside this buffer.
  @inline(__always)
  mutating func append(from source: UnsafePointer<Element>, count n: Int) {
    if count + n > capacity { grow(to: max(capacity * 2, count + n)) }
    (base + count).initialize(from: source, count: n)
    count += n
  }

  mutating func reserve(_ n: Int) { if n > capacity { grow(to: n) } }
  mutating func removeAll() { count = 0 }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = size
  }

  @inline(__always)
  subscript(i: Int) -> Element {
    get {
      precondition(i >= 0 && i < count, "outside the buffer")
      return base[i]
    }
    set {
      precondition(i >= 0 && i < count, "outside the buffer")
      base[i] = newValue
    }
  }

  @inline(__always)
  var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}
