import CGlaneGzip

/// Undoes gzip as bytes come in: one member or several, one behind the other.
///
/// The zlib of the machine does the work. Memory is a chunk of compressed bytes and zlib's window, whatever the input.
final class Gunzip {
  /// As errors name the input.
  private let name: String
  private let descriptor: Int32
  private let gzip: OpaquePointer
  private var input: [UInt8]
  private var next = 0
  private var sourceIsOver = false
  private var isInMember = true
  private static let chunk = 1 << 16

  /// Whether bytes start as gzip does: no text in UTF-8 starts so.
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Parameter head: What has been read already.
  init(name: String, descriptor: Int32, head: [UInt8]) throws(CommandFailure) {
    guard let gzip = glane_gzip_open() else {
      throw CommandFailure("\(name): compressed with gzip, and there is no zlib here to read it", status: .badData)
    }
    self.gzip = gzip
    self.name = name
    self.descriptor = descriptor
    input = head
  }

  deinit { glane_gzip_close(gzip) }

  /// Writes the next bytes to `target`: 0 at the end.
  func read(into target: UnsafeMutableBufferPointer<UInt8>) throws(CommandFailure) -> Int {
    while true {
      if next == input.count, !sourceIsOver { try refill() }
      if !isInMember {
        // Some writers fill up the last block with zeros.
        while next < input.count, input[next] == 0 { next += 1 }
        if next == input.count {
          if sourceIsOver { return 0 }
          continue
        }
        glane_gzip_reset(gzip)
        isInMember = true
      }
      var left = input.count - next
      var room = target.count
      let result = input.withUnsafeBufferPointer {
        glane_gzip_inflate(gzip, $0.baseAddress.map { $0 + next }, &left, target.baseAddress, &room)
      }
      let wantsMore = left == 0
      next = input.count - left
      switch Int(result) {
      case GLANE_GZIP_MEMBER_ENDS: isInMember = false
      case GLANE_GZIP_GOES_ON: break
      case GLANE_GZIP_NO_MEMORY:
        throw CommandFailure("\(name): no memory left to undo gzip", status: .ioError)
      default: throw CommandFailure("\(name): damaged gzip data", status: .badData)
      }
      if room < target.count { return target.count - room }
      if isInMember, wantsMore, sourceIsOver {
        throw CommandFailure("\(name): gzip data that ends too early", status: .badData)
      }
    }
  }

  private func refill() throws(CommandFailure) {
    input = [UInt8](repeating: 0, count: Self.chunk)
    let count = input.withUnsafeMutableBytes {
      System.readBytes(descriptor, into: $0.baseAddress!, count: Self.chunk)
    }
    guard let n = count else { throw CommandFailure("\(name): \(System.errorText)", status: .ioError) }
    input.removeLast(Self.chunk - n)
    next = 0
    sourceIsOver = n == 0
  }
}
