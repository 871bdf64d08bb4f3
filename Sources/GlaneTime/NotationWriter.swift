/// A notation in ASCII while it is being written: letters and figures go into memory on the stack, and one String is made
/// of them at the end, which is most often short enough to need no memory of its own.
struct NotationWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// Room for any notation: the longest has two dates of ten numbers, a number at most twenty bytes, with signs between.
  fileprivate static let room = 512

  fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  fileprivate var text: String { String(decoding: UnsafeBufferPointer(rebasing: buffer[..<count]), as: UTF8.self) }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    precondition(count < buffer.count, "a notation is short")
    buffer[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    for i in 0..<text.utf8CodeUnitCount { put(text.utf8Start[i]) }
  }

  mutating func put(text: String) {
    for byte in text.utf8 { put(byte) }
  }

  /// A number with as many figures as it has, or `width` with zeros before; the sign comes before the zeros.
  mutating func put(_ number: Int, width: Int = 1) {
    if number < 0 { put("-") }
    var rest = number.magnitude
    if width == 2, rest < 100 {
      put(48 + UInt8(truncatingIfNeeded: rest / 10))
      put(48 + UInt8(truncatingIfNeeded: rest % 10))
      return
    }
    var figures = 1
    var bound: UInt = 10
    while figures < 20, rest >= bound {
      figures += 1
      let (next, overflows) = bound.multipliedReportingOverflow(by: 10)
      if overflows { break }
      bound = next
    }
    let length = max(figures, width)
    precondition(count + length <= buffer.count, "a notation is short")
    for i in stride(from: count + length - 1, through: count, by: -1) {
      buffer[i] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// `2024-02-08`, `-0189-02-12`.
  mutating func put(_ date: CivilDate) {
    put(date.year, width: 4)
    put("-")
    put(date.month, width: 2)
    put("-")
    put(date.day, width: 2)
  }

  /// `2024-02-08T14:30:00`.
  mutating func put(_ instant: CivilDateTime) {
    put(instant.date)
    put("T")
    put(instant.hour, width: 2)
    put(":")
    put(instant.minute, width: 2)
    put(":")
    put(instant.second, width: 2)
  }
}

extension String {
  /// What `write` writes.
  @inline(__always)
  init(notation write: (inout NotationWriter) -> Void) {
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NotationWriter.room) { buffer in
      var writer = NotationWriter(buffer)
      write(&writer)
      return writer.text
    }
  }
}

func padded(_ n: Int, _ width: Int) -> String { String { $0.put(n, width: width) } }
