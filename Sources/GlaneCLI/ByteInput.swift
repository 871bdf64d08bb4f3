/// A file or standard input, read whole or line by line; what gzip compressed is read as what it holds.
struct ByteInput: ~Copyable {
  static let standard = "standard input"
  /// As errors name it.
  let name: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The bytes of `buffer` that hold input, of which those before `next` have been handed out.
  private var filled = 0
  private var next = 0
  private var atEnd = false
  /// nil for what is not compressed.
  private var gunzip: Gunzip?
  private var isKnown = false
  private static let chunk = 1 << 18
  /// A document or a line may have so many bytes: what is read of one is held in memory whole.
  private let limit: Int
  /// So much of a line that is too long is handed out: enough to find its id.
  private static let headOfLine = 1 << 12

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - limit: The most bytes that a document or a line may have.
  /// - Throws: ``CommandFailure`` with status 66.
  init(_ path: String, limit: Int = SizeOptions.standard) throws(CommandFailure) {
    self.limit = limit
    let isStandard = path == "-"
    name = isStandard ? Self.standard : path
    descriptor = isStandard ? System.standardInput : try System.openFile(path)
  }

  deinit { if descriptor != System.standardInput { System.closeFile(descriptor) } }

  /// The bytes of a regular file, else 0.
  var sizeHint: Int { System.sizeHint(descriptor) }

  /// Everything that is left.
  mutating func readAll() throws(CommandFailure) -> [UInt8] {
    buffer.removeFirst(next)
    filled -= next
    next = 0
    let size = System.sizeHint(descriptor)
    if size <= limit { grow(to: size + 1) }
    while !atEnd {
      try fill()
      // A pipe and compressed input do not say beforehand how much they hold.
      if max(filled, size) > limit {
        throw CommandFailure("\(name): \(SizeOptions.excess("document", over: limit))", status: .badData)
      }
    }
    var all: [UInt8] = []
    swap(&all, &buffer)
    all.removeLast(all.count - filled)
    filled = 0
    return all
  }

  /// The next line without its line feed; nil at the end. Memory is bounded by the longest line, and that by the limit:
  /// of a longer one only the head is handed out, and the rest passed over.
  ///
  /// - Parameters:
  ///   - idle: Called before each wait for more input: the moment to write what is ready.
  ///   - body: Gets the line, and whether it is only the head of one; the bytes are gone when it returns.
  mutating func nextLine<Result>(
    idle: () throws -> Void, _ body: (UnsafeBufferPointer<UInt8>, _ isHead: Bool) throws -> Result
  ) throws -> Result? {
    var searched = next
    while true {
      let end = buffer.withUnsafeBytes {
        System.find(UInt8(ascii: "\n"), in: UnsafeRawBufferPointer(rebasing: $0[..<filled]), from: searched)
      }
      if let end = end ?? (atEnd && next < filled ? filled : nil) {
        let isTooLong = end - next > limit
        let line = next..<(isTooLong ? min(end, next + Self.headOfLine) : end)
        next = min(end + 1, filled)
        return try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[line]), isTooLong) }
      }
      if atEnd { return nil }
      if filled - next > limit {
        let head = Array(buffer[next..<next + min(Self.headOfLine, filled - next)])
        try skipLine()
        return try head.withUnsafeBufferPointer { try body($0, true) }
      }
      searched = filled - next
      compact()
      try idle()
      try fill()
    }
  }

  /// Passes over the rest of the line, a buffer at a time.
  private mutating func skipLine() throws(CommandFailure) {
    while true {
      next = 0
      filled = 0
      if atEnd { return }
      try fill()
      let end = buffer.withUnsafeBytes {
        System.find(UInt8(ascii: "\n"), in: UnsafeRawBufferPointer(rebasing: $0[..<filled]), from: 0)
      }
      if let end {
        next = end + 1
        return
      }
    }
  }

  /// Moves what is left of the buffer to its start.
  private mutating func compact() {
    guard next > 0 else { return }
    buffer.withUnsafeMutableBytes { bytes in
      bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[next..<filled]))
    }
    filled -= next
    next = 0
  }

  private mutating func grow(to size: Int) {
    if buffer.count < size { buffer.append(contentsOf: repeatElement(0, count: size - buffer.count)) }
  }

  private mutating func fill() throws(CommandFailure) {
    // Doubling keeps the copying of one long line linear.
    if buffer.count - filled < Self.chunk / 4 { grow(to: max(Self.chunk, buffer.count * 2)) }
    if !isKnown {
      try readHead()
      if filled > 0 || atEnd { return }
    }
    let n: Int
    if let gunzip {
      n = try buffer.withUnsafeMutableBufferPointer { (bytes) throws(CommandFailure) in
        try gunzip.read(into: UnsafeMutableBufferPointer(rebasing: bytes[filled...]))
      }
    } else {
      n = try readBytes()
    }
    filled += n
    atEnd = n == 0
  }

  private mutating func readBytes() throws(CommandFailure) -> Int {
    let count = buffer.withUnsafeMutableBytes {
      System.readBytes(descriptor, into: $0.baseAddress! + filled, count: $0.count - filled)
    }
    guard let n = count else { throw CommandFailure("\(name): \(System.errorText)", status: .ioError) }
    return n
  }

  /// The first bytes tell what is compressed; a pipe may give one at a time.
  private mutating func readHead() throws(CommandFailure) {
    isKnown = true
    while !atEnd, filled < 2 {
      let n = try readBytes()
      filled += n
      atEnd = n == 0
    }
    guard Gunzip.isGzip(buffer[..<filled]) else { return }
    gunzip = try Gunzip(name: name, descriptor: descriptor, head: Array(buffer[..<filled]))
    filled = 0
    atEnd = false
  }
}
