import CGlaneText

/// Web and mail addresses.
extension TokenScanner {
  /// The end of an address that starts with the run `start..<end`: `https://…`, `www.…`, `name@host`.
  mutating func addressEnd(_ start: Int, _ end: Int) -> (end: Int, kind: TokenKind)? {
    switch byte(end) {
    case 0x3A:
      guard byte(end + 1) == 0x2F, byte(end + 2) == 0x2F, text.startsWord(at: end + 3) else { return nil }
      return (text.urlEnd(end + 3), .url)
    case 0x2E:
      if let word = ShortWord(bytes, start, end), word == .www, text.startsWord(at: end + 1) {
        return (text.urlEnd(end + 1), .url)
      }
      return mailEnd(start, end).map { ($0, .email) }
    case 0x40, 0x2D, 0x2B: return mailEnd(start, end).map { ($0, .email) }
    default: return nil
    }
  }

  /// Parts of letters, digits and `._%+-`, an @, a host with a full stop. Local parts are at most 64 bytes (RFC 5321).
  private mutating func mailEnd(_ start: Int, _ end: Int) -> Int? {
    // A local part is read to its end once, whatever words it has.
    if end > localPartEnd || end < localPartStart {
      localPartStart = end
      localPartEnd = end
      localPartEnd = text.localPartEnd(end)
    }
    let i = localPartEnd
    guard byte(i) == 0x40, i - start <= 64 else { return nil }
    var host = i + 1
    var stop = 0
    let hostLimit = min(bytes.count, host + 255)
    while host < hostLimit, text.isAlphanumeric(bytes[host]) || bytes[host] == 0x2D || bytes[host] == 0x2E {
      if bytes[host] == 0x2E, text.isAlphanumeric(byte(host + 1)) { stop = host }
      if text.isAlphanumeric(bytes[host]) == false, text.isAlphanumeric(byte(host + 1)) == false { break }
      host += 1
    }
    return stop > i + 1 ? host : nil
  }

  /// `lemonde.fr`: labels joined by full stops, the last one a top-level domain that French texts write in full.
  mutating func domainEnd(_ start: Int, _ end: Int) -> Int? {
    // A chain of labels is read to its end once: its later labels end alike.
    guard start < domainsRefusedFrom || start >= domainsRefusedBefore else { return nil }
    let (i, last) = text.labelsEnd(end)
    if last > end, let word = ShortWord(bytes, last, i), rules.domains.value(word) != 0, bytes[last] &- 0x61 < 26 {
      return i
    }
    domainsRefusedFrom = start
    domainsRefusedBefore = i
    return nil
  }
}

extension TokenReader {
  static let urlStops = Set("\"<>\\^`{|}".utf8)
  static let urlTrailers = Set(".,;:!?')]".utf8)

  /// An address goes to the next blank; marks that end a sentence or close a bracket are left out.
  func urlEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let b = bytes[end]
      if b >= 0x80 {
        guard unit(at: end).isLetter else { break }
        end += unit(at: end).length
        continue
      }
      guard b > 0x20, b != 0x7F, !Self.urlStops.contains(b) else { break }
      end += 1
    }
    while end > start, Self.urlTrailers.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  func localPartEnd(_ i: Int) -> Int {
    var end = i
    while end + 64 <= bytes.count, let base = bytes.baseAddress {
      let length = Int(glane_local_part(base + end))
      end += length
      if length < 64 { return end }
    }
    while end < bytes.count, isLocalPart(bytes[end]) { end += 1 }
    return end
  }

  /// The end of the labels joined by full stops and hyphens after `end`, which is the end of the first, before a full stop; and
  /// where the last of them starts, `end` where there is but one.
  func labelsEnd(_ end: Int) -> (end: Int, last: Int) {
    var i = end
    var last = end
    // Nearly all are ASCII.
    while i + 64 <= bytes.count, let base = bytes.baseAddress {
      var stop: Int32 = -1
      let length = Int(glane_labels(base + i, &stop))
      if stop >= 0 { last = i + Int(stop) + 1 }
      i += length
      if length < 63 { break }
    }
    if i > end { i = runEnd(i) }
    while byte(i) == 0x2E || byte(i) == 0x2D && i > end, startsWord(at: i + 1) {
      if byte(i) == 0x2E { last = i + 1 }
      i = runEnd(i + 1)
    }
    return (i, last)
  }

  @inline(__always)
  func isAlphanumeric(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 || b &- 0x30 < 10 }
  @inline(__always)
  func isLocalPart(_ b: UInt8) -> Bool {
    isAlphanumeric(b) || b == 0x2E || b == 0x5F || b == 0x25 || b == 0x2B || b == 0x2D
  }
}
