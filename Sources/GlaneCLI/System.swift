#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The few calls of POSIX that the command needs, so that no other file asks which platform it is on.
enum System {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// What the last call that failed says of it.
  static var errorText: String { String(cString: strerror(errno)) }

  /// A descriptor to read `path` from.
  ///
  /// - Throws: ``CommandFailure`` with status 66.
  static func openFile(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandFailure("\(path): \(errorText)", status: .noInput) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      closeFile(descriptor)
      throw CommandFailure("\(path): Is a directory", status: .noInput)
    }
    return descriptor
  }

  static func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

  /// How many bytes a regular file will give, else 0: only a hint. What gzip compressed gives nobody knows how many.
  static func sizeHint(_ descriptor: Int32) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    var head: (UInt8, UInt8) = (0, 0)
    if pread(descriptor, &head, 2, 0) == 2, head == (0x1F, 0x8B) { return 0 }
    return Int(status.st_size)
  }

  /// Reads up to `count` bytes: 0 at the end, nil where the call failed (see ``errorText``).
  static func readBytes(_ descriptor: Int32, into target: UnsafeMutableRawPointer, count: Int) -> Int? {
    while true {
      let n = read(descriptor, target, count)
      if n >= 0 { return n }
      if errno != EINTR { return nil }
    }
  }

  enum WriteResult { case done, closed, failed(String) }

  static func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> WriteResult {
    var rest = bytes
    while !rest.isEmpty {
      let n = write(descriptor, rest.baseAddress, rest.count)
      if n >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[n...])
      } else if errno == EPIPE {
        return .closed
      } else if errno != EINTR {
        return .failed(errorText)
      }
    }
    return .done
  }

  /// The first place of `byte` in a buffer from `start` on.
  static func find(_ byte: UInt8, in buffer: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < buffer.count, let base = buffer.baseAddress else { return nil }
    return memchr(base + start, Int32(byte), buffer.count - start).map { UnsafeRawPointer($0) - base }
  }
}

func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
