/// Writes JSON (RFC 8259) as bytes, in the order of the calls.
///
/// It checks nothing: the caller pairs its brackets. Pretty output puts each member on a line of its own, two spaces
/// deeper than its owner, save in arrays that are opened `inline`.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  /// For each open bracket: whether it holds something yet, and whether it stays on one line.
  private var open: [(filled: Bool, inline: Bool)] = []
  private var afterKey = false

  init(pretty: Bool = false) { isPretty = pretty }

  // MARK: Structure

  mutating func beginObject(inline: Bool = false) { begin(UInt8(ascii: "{"), inline) }
  mutating func endObject() { end(UInt8(ascii: "}")) }
  mutating func beginArray(inline: Bool = false) { begin(UInt8(ascii: "["), inline) }
  mutating func endArray() { end(UInt8(ascii: "]")) }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
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
    bytes.append(contentsOf: [0x30, 0x2E])
    if n % 10 == 0 { return appendDecimal(n / 10) }
    if n < 10 { bytes.append(0x30) }
    appendDecimal(n)
  }

  mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }
  mutating func null() { literal("null") }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  private mutating func literal(_ name: StaticString) {
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  // MARK: Layout

  private mutating func begin(_ bracket: UInt8, _ inline: Bool) {
    separate()
    bytes.append(bracket)
    open.append((false, inline || open.last?.inline == true))
  }

  private mutating func end(_ bracket: UInt8) {
    let (filled, inline) = open.removeLast()
    if isPretty, filled, !inline { newLine() }
    bytes.append(bracket)
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let last = open.indices.last else { return }
    if open[last].filled {
      bytes.append(UInt8(ascii: ","))
      if isPretty, open[last].inline { bytes.append(UInt8(ascii: " ")) }
    }
    open[last].filled = true
    if isPretty, !open[last].inline { newLine() }
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<open.count * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  // MARK: Bytes

  /// Escapes what JSON demands (quote, backslash, controls) and DEL, and leaves the rest as it is.
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var done = 0
    for i in text.indices where text[i] < 0x20 || text[i] == 0x22 || text[i] == 0x5C || text[i] == 0x7F {
      bytes.append(contentsOf: text[done..<i])
      appendEscape(text[i])
      done = i + 1
    }
    bytes.append(contentsOf: text[done...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0xF
      bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  private mutating func appendDecimal(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
