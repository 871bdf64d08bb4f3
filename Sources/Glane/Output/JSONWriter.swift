/// Writes JSON (RFC 8259) as bytes, in the order of the calls.
///
/// It checks nothing: the caller pairs its brackets. Pretty output puts each member on a line of its own, two spaces
/// deeper than its owner, save in arrays that are opened `inline`.
struct JSONWriter: ~Copyable {
  /// What is written, `count` bytes, and room for more behind it. Its own: nothing has to be asked at each byte.
  private var storage = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  private var count = 0
  private let isPretty: Bool
  /// How many brackets are open; a bit for each: whether it holds something yet, and whether it stays on one line.
  private var depth: UInt64 = 0
  private var filled: UInt64 = 0
  private var inline: UInt64 = 0
  private var afterKey = false

  /// - Parameter capacity: About how many bytes there will be.
  init(pretty: Bool = false, capacity: Int = 0) {
    isPretty = pretty
    grow(capacity)
  }

  deinit { storage.deallocate() }

  /// What is written so far.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(rebasing: storage[..<count])) }

  // MARK: Structure

  mutating func beginObject(inline: Bool = false) { begin(UInt8(ascii: "{"), inline) }
  mutating func endObject() { end(UInt8(ascii: "}")) }
  mutating func beginArray(inline: Bool = false) { begin(UInt8(ascii: "["), inline) }
  mutating func endArray() { end(UInt8(ascii: "]")) }

  mutating func key(_ name: StaticString) {
    separate()
    let length = name.utf8CodeUnitCount
    reserve(length + 4)
    // There is room for the name and the four signs about it.
    storage[count] = UInt8(ascii: "\"")
    for i in 0..<length { storage[count + 1 + i] = name.utf8Start[i] }
    storage[count + length + 1] = UInt8(ascii: "\"")
    storage[count + length + 2] = UInt8(ascii: ":")
    storage[count + length + 3] = UInt8(ascii: " ")
    count += length + (isPretty ? 4 : 3)
    afterKey = true
  }

  // MARK: Values

  mutating func value(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  mutating func value(_ number: Int) {
    separate()
    appendDecimal(number)
  }

  /// A number from 0 to 1 with at most two decimals.
  mutating func value(hundredths number: Double) {
    let n = max(0, min(100, Int((number * 100).rounded())))
    separate()
    if n % 100 == 0 { return appendDecimal(n / 100) }
    put(0x30)
    put(0x2E)
    if n % 10 == 0 { return appendDecimal(n / 10) }
    if n < 10 { put(0x30) }
    appendDecimal(n)
  }

  mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }
  mutating func null() { literal("null") }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    var json = json
    json.withUTF8 { put($0) }
  }

  private mutating func literal(_ name: StaticString) {
    separate()
    put(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  // MARK: Layout

  private mutating func begin(_ bracket: UInt8, _ isInline: Bool) {
    separate()
    put(bracket)
    precondition(depth < 63, "what is written here is not so deep")
    let outer = isTopInline
    depth += 1
    filled &= ~top
    if isInline || outer { inline |= top } else { inline &= ~top }
  }

  private mutating func end(_ bracket: UInt8) {
    let breaks = isPretty && filled & top != 0 && !isTopInline
    depth -= 1
    if breaks { newLine() }
    put(bracket)
  }

  /// The bit of the innermost open bracket; none where there is none.
  private var top: UInt64 { depth == 0 ? 0 : 1 << (depth - 1) }
  private var isTopInline: Bool { inline & top != 0 }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    if depth == 0 { return }
    if filled & top != 0 {
      put(UInt8(ascii: ","))
      if isPretty, isTopInline { put(UInt8(ascii: " ")) }
    }
    filled |= top
    if isPretty, !isTopInline { newLine() }
  }

  private mutating func newLine() {
    put(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { put(UInt8(ascii: " ")) }
  }

  // MARK: Bytes

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if storage.count - count < more { grow(more) }
  }

  /// Doubling keeps the copying linear.
  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: count + max(more, storage.count, 256))
    if count > 0 { larger.baseAddress!.initialize(from: storage.baseAddress!, count: count) }
    storage.deallocate()
    storage = larger
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  private mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    reserve(text.count)
    // `text` is none of the storage, which has room for it.
    (storage.baseAddress! + count).update(from: source, count: text.count)
    count += text.count
  }

  /// Escapes what JSON demands (quote, backslash, controls) and DEL, and leaves the rest as it is.
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 2)
    put(UInt8(ascii: "\""))
    var done = 0
    while done < text.count {
      let end = Self.firstEscape(text, from: done)
      put(UnsafeBufferPointer(rebasing: text[done..<end]))
      if end < text.count { appendEscape(text[end]) }
      done = end + 1
    }
    put(UInt8(ascii: "\""))
  }

  /// Where the first byte from `start` on stands that is not written as it is; the end where there is none.
  private static func firstEscape(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    // Eight bytes at once: the top bit of a lane is set where its byte is below 0x20, or is one of the three; where one
    // is, the lane after it may say so too, so the bytes are looked at again.
    while i + 8 <= text.count, let base = text.baseAddress {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      let ones: UInt64 = 0x0101_0101_0101_0101
      let (quote, backslash, delete) = (word ^ ones &* 0x22, word ^ ones &* 0x5C, word ^ ones &* 0x7F)
      let found =
        (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        | (delete &- ones) & ~delete
      if found & ones &* 0x80 != 0 { break }
      i += 8
    }
    while i < text.count, text[i] >= 0x20, text[i] != 0x22, text[i] != 0x5C, text[i] != 0x7F { i += 1 }
    return i
  }

  private mutating func appendEscape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: put(byte)
    case 0x08: put(UInt8(ascii: "b"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0C: put(UInt8(ascii: "f"))
    case 0x0D: put(UInt8(ascii: "r"))
    default:
      for byte in "u00".utf8 { put(byte) }
      put(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0xF
      put(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  private mutating func appendDecimal(_ number: Int) {
    if number < 0 { put(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var figures = 1
    var bound: UInt = 10
    while figures < 20, rest >= bound {
      figures += 1
      bound = figures < 20 ? bound * 10 : bound
    }
    reserve(figures)
    for i in stride(from: count + figures - 1, through: count, by: -1) {
      storage[i] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += figures
  }
}
