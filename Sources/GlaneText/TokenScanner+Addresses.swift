/// Web and mail addresses.
extension TokenScanner {
  /// The end of an address that starts with the run `start..<end`: `https://…`, `www.…`, `name@host`.
  func addressEnd(_ start: Int, _ end: Int) -> (end: Int, kind: TokenKind)? {
    switch byte(end) {
    case 0x3A:
      guard byte(end + 1) == 0x2F, byte(end + 2) == 0x2F, startsWord(at: end + 3) else { return nil }
      return (urlEnd(end + 3), .url)
    case 0x2E:
      if let word = ShortWord(bytes, start, end), word == ShortWord("www"), startsWord(at: end + 1) {
        return (urlEnd(end + 1), .url)
      }
      return mailEnd(start, end).map { ($0, .email) }
    case 0x40, 0x2D, 0x2B: return mailEnd(start, end).map { ($0, .email) }
    default: return nil
    }
  }

  /// An address goes to the next blank; marks that end a sentence or close a bracket are left out.
  private func urlEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let b = bytes[end]
      if b >= 0x80 {
        guard unit(at: end).isLetter else { break }
        end += unit(at: end).length
        continue
      }
      guard b > 0x20, b != 0x7F, ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(b) else { break }
      end += 1
    }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x29, 0x5D].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Parts of letters, digits and `._%+-`, an @, a host with a full stop. Local parts are at most 64 bytes (RFC 5321).
  private func mailEnd(_ start: Int, _ end: Int) -> Int? {
    var i = end
    let limit = min(bytes.count, start + 65)
    while i < limit, isLocalPart(bytes[i]) { i += 1 }
    guard byte(i) == 0x40 else { return nil }
    var host = i + 1
    var stop = 0
    let hostLimit = min(bytes.count, host + 255)
    while host < hostLimit, isAlphanumeric(bytes[host]) || bytes[host] == 0x2D || bytes[host] == 0x2E {
      if bytes[host] == 0x2E, isAlphanumeric(byte(host + 1)) { stop = host }
      if isAlphanumeric(bytes[host]) == false, isAlphanumeric(byte(host + 1)) == false { break }
      host += 1
    }
    return stop > i + 1 ? host : nil
  }

  private func isAlphanumeric(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 || b &- 0x30 < 10 }
  private func isLocalPart(_ b: UInt8) -> Bool { isAlphanumeric(b) || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(b) }

  /// `lemonde.fr`: labels joined by full stops, the last one a top-level domain that French texts write in full.
  func domainEnd(_ start: Int, _ end: Int) -> Int? {
    var i = end
    var last = start
    while byte(i) == 0x2E, i - start < 253, startsWord(at: i + 1) {  // RFC 1035: at most 253 bytes
      last = i + 1
      i = runEnd(i + 1)
      while byte(i) == 0x2D, startsWord(at: i + 1) { i = runEnd(i + 1) }
    }
    guard last > start, let word = ShortWord(bytes, last, i) else { return nil }
    let domains = ["fr", "com", "org", "net", "be", "ch", "ca", "eu", "info", "qc", "lu", "sn", "ma", "dz", "tn", "io"]
    return domains.contains { ShortWord($0) == word } && bytes[last] &- 0x61 < 26 ? i : nil
  }
}
