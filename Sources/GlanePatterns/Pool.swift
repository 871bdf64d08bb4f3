import CGlaneText

/// Objects that one thread is done with and another may take up: storage that has grown to its size need not be made anew.
///
/// No lock: a slot is emptied or filled by one atomic exchange.
package final class Pool<Object: AnyObject>: @unchecked Sendable {
  // The pointers are handed over by atomic exchange (glane_pool.h), so an object belongs to one thread at a time: to
  // whoever took it.
  private let slots: UnsafeMutablePointer<glane_pool>

  package init() {
    slots = .allocate(capacity: 1)
    slots.initialize(to: glane_pool())
  }

  deinit {
    while let object = take() { _ = object }
    slots.deallocate()
  }

  /// An object that was put away, if there is one; the caller alone has it.
  package func take() -> Object? {
    glane_pool_take(slots).map { Unmanaged<Object>.fromOpaque($0).takeRetainedValue() }
  }

  /// Puts an object away; what finds no room goes.
  ///
  /// - Precondition: Nobody else refers to it.
  package func put(_ object: Object) {
    let held = Unmanaged.passRetained(object)
    if glane_pool_put(slots, held.toOpaque()) == 0 { held.release() }
  }
}
