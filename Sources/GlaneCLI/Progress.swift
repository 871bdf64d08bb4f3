/// A line on standard error that says how far a stream is, where standard error is a terminal and standard output is not:
/// two writers to one terminal would garble each other.
struct Progress {
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant
  private var documents = 0
  private var bytes = 0
  private var total = 0
  private var isOnScreen = false

  init(isShown: Bool) {
    self.isShown =
      isShown && System.isTerminal(System.standardError) && !System.isTerminal(System.standardOutput)
    start = clock.now
    lastShown = start
  }

  /// - Parameter size: The bytes of the next file, 0 where nobody knows.
  mutating func begin(size: Int) { total += size }

  mutating func add(documents: Int, bytes: Int) {
    self.documents += documents
    self.bytes += bytes
    guard isShown else { return }
    let now = clock.now
    guard now - lastShown >= .milliseconds(500) else { return }
    lastShown = now
    show(now)
  }

  /// Makes room for a message.
  mutating func clear() {
    guard isOnScreen else { return }
    write("\r\u{1B}[K")
    isOnScreen = false
  }

  mutating func end() {
    guard isShown, documents > 0 else { return }
    show(clock.now)
    write("\n")
  }

  private mutating func show(_ now: ContinuousClock.Instant) {
    write("\r\u{1B}[K" + Self.line(documents: documents, bytes: bytes, of: total, after: now - start))
    isOnScreen = true
  }

  /// `12345 documents, 3.2 MB/s, 0:42 left`.
  static func line(documents: Int, bytes: Int, of total: Int, after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(bytes) / seconds : 0
    let tenths = Int((rate / 1e5).rounded())
    var text = "\(documents) documents, \(tenths / 10).\(tenths % 10) MB/s"
    if total > bytes, rate > 0 {
      let left = Int((Double(total - bytes) / rate).rounded(.up))
      text += ", \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    return text
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = System.writeBytes(System.standardError, UnsafeRawBufferPointer($0)) }
  }
}
