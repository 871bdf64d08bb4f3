/// A growable row of plain data, for loops that append an element or two at a time.
///
/// Hot loops read it through ``base``, which moves when the buffer grows and is not checked: they say why they stay inside.
@frozen
@usableFromInline
struct PlainBuffer<Element: BitwiseCopyable>: ~Copyable {
  // Elements 0..<count are initialized; `capacity` is what was allocated at `base`.
  @usableFromInline private(set) var base: UnsafeMutablePointer<Element>
  @usableFromInline private(set) var count = 0
  @usableFromInline var capacity: Int

  init(minimumCapacity: Int = 64) {
    capacity = max(minimumCapacity, 1)
    base = Self.allocate(capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(minimumCapacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  @inlinable deinit { base.deallocate() }

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

  /// Makes room for `n` elements more, which the caller writes, every one of them.
  @inline(__always)
  mutating func extend(by n: Int) -> UnsafeMutablePointer<Element> {
    if count + n > capacity { grow(to: max(capacity * 2, count + n)) }
    defer { count += n }
    return base + count
  }

  mutating func reserve(_ n: Int) { if n > capacity { grow(to: n) } }
  mutating func removeAll() { count = 0 }

  /// Takes the last `n` elements off.
  mutating func removeLast(_ n: Int) {
    precondition(n >= 0 && n <= count, "no more than there are")
    count -= n
  }

  /// Elements of a whole number of a cache's lines start with a line.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let stride = MemoryLayout<Element>.stride
    guard stride % 64 == 0 else { return .allocate(capacity: capacity) }
    return UnsafeMutableRawPointer.allocate(byteCount: capacity * stride, alignment: 64)
      .bindMemory(to: Element.self, capacity: capacity)
  }

  private mutating func grow(to size: Int) {
    let larger = Self.allocate(size)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = size
  }

  @inlinable
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

  /// Sorts in place: an insertion sort, since the few elements that hot loops sort are as good as sorted.
  mutating func sort(by isBefore: (Element, Element) -> Bool) {
    if count > 16 {
      var all = UnsafeMutableBufferPointer(start: base, count: count)
      all.sort(by: isBefore)
      return
    }
    for i in 1..<max(count, 1) {
      let own = base[i]
      var k = i
      while k > 0, isBefore(own, base[k - 1]) {
        base[k] = base[k - 1]
        k -= 1
      }
      base[k] = own
    }
  }

  /// Takes the last element off.
  @inline(__always)
  mutating func removeLast() -> Element {
    precondition(count > 0, "an empty buffer")
    count -= 1
    return base[count]
  }

  @inlinable
  @inline(__always)
  var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}
