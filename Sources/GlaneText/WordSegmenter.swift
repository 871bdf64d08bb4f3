import CGlaneICU
import CGlaneText

/// Word boundaries by UAX #29 over UTF-8, the same as those of ICU's root word iterator.
///
/// ```swift
/// WordSegmenter().boundaries(of: Array("L'été.".utf8))  // [7, 8]
/// ```
///
/// Thai, Lao, Khmer, Burmese, Chinese and Japanese are cut by ICU's own dictionaries. Maximal bad parts of text that is not
/// UTF-8 are segments as U+FFFD would be. Time is linear in the text. One segmenter serves all threads.
public struct WordSegmenter: Sendable {
  /// Which rules are followed.
  public enum Rules: Sendable {
    /// CLDR's root, as ICU 72 has it: a colon between letters breaks, @ is a letter, dictionaries are used.
    case root
    /// UAX #29 as it stands, without dictionaries: what `WordBreakTest.txt` tests.
    case unicode
  }

  private let rules: Rules

  public init(_ rules: Rules = .root) { self.rules = rules }

  /// The end of each segment, ascending; the last is the number of bytes. Empty for empty text.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  public func boundaries(of utf8: [UInt8]) -> [UInt32] {
    var ends: [UInt32] = []
    boundaries(of: utf8, into: &ends)
    return ends
  }

  /// The same, into an array whose room is used again.
  public func boundaries(of utf8: [UInt8], into ends: inout [UInt32]) {
    scan(utf8, into: &ends, blocks: true)
  }

  /// Without the fast path: the tests compare the two.
  package func boundariesByStep(of utf8: [UInt8]) -> [UInt32] {
    var ends: [UInt32] = []
    scan(utf8, into: &ends, blocks: false)
    return ends
  }

  private func scan(_ utf8: [UInt8], into ends: inout [UInt32], blocks: Bool) {
    precondition(utf8.count <= Int(UInt32.max), "a text has at most 4 GiB: split it into documents")
    if ends.count < utf8.count / 2 + 128 {
      ends.append(contentsOf: repeatElement(0, count: utf8.count / 2 + 128 - ends.count))
    }
    utf8.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes: bytes, rules: rules)
      while scanner.position < bytes.count {
        ends.withUnsafeMutableBufferPointer { scanner.run(into: $0, blocks: blocks) }
        if scanner.position < bytes.count {
          ends.append(contentsOf: repeatElement(0, count: Swift.max(ends.count, scanner.roomWanted)))
        }
      }
      ends.removeLast(ends.count - scanner.count)
      scanner.close()
    }
  }
}

/// The segmenter proper: walks the bytes once and writes the end of each segment.
struct WordScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let rules: WordSegmenter.Rules
  /// Start of the next segment.
  var position = 0
  /// The number of ends written.
  var count = 0
  /// Room that the next stretch of a dictionary script wants.
  var roomWanted = 0
  private var breaker: OpaquePointer?

  init(bytes: UnsafeBufferPointer<UInt8>, rules: WordSegmenter.Rules) {
    self.bytes = bytes
    self.rules = rules
  }

  mutating func close() {
    glane_icu_breaker_close(breaker)
    breaker = nil
  }

  /// Writes ends until the text or the room ends.
  mutating func run(into ends: UnsafeMutableBufferPointer<UInt32>, blocks: Bool) {
    while position < bytes.count {
      guard ends.count - count >= 64 else { return }
      if blocks, scanBlock(into: ends) { continue }
      switch nextEnd(from: position) {
      case .at(let end):
        ends[count] = UInt32(truncatingIfNeeded: end)
        count += 1
        position = end
      case .dictionary(let first):
        guard scanDictionary(from: first, into: ends) else { return }
      }
    }
  }

  private enum End {
    case at(Int)
    /// A scalar at this offset, which may belong to the segment, needs ICU.
    case dictionary(Int)
  }

  private struct Unit {
    let kind: WordBreak
    let length: Int
  }

  @inline(__always)
  private func unit(at i: Int) -> Unit {
    let scalar = bytes.decodeScalar(at: i)
    guard scalar.value != DecodedScalar.invalid else {
      return Unit(kind: WordBreak(WordBreak.other), length: scalar.length)
    }
    var kind = WordBreak.of(scalar.value)
    if rules == .root {
      // CLDR's root (42) takes : ﹕ ： out of MidLetter and has @ as a letter.
      if scalar.value == 0x40 { kind = WordBreak(WordBreak.letter) }
      if kind.value == WordBreak.midLetter, scalar.value == 0x3A || scalar.value == 0xFE55 || scalar.value == 0xFF1A {
        kind = WordBreak(WordBreak.other)
      }
    } else {
      kind = WordBreak(kind.bits & ~WordBreak.dictionary)
    }
    return Unit(kind: kind, length: scalar.length)
  }

  /// The end of the segment that starts at `start`, by the rules of UAX #29, named as there.
  private func nextEnd(from start: Int) -> End {
    var current = unit(at: start)
    if current.kind.needsDictionary { return .dictionary(start) }
    var i = start + current.length
    if current.kind.isLineEnd {
      // WB3, WB3a
      if current.kind.value == WordBreak.carriageReturn, i < bytes.count, bytes[i] == 0xA { i += 1 }
      return .at(i)
    }
    // The last scalar that WB4 does not ignore; or one that is ignored, where the segment starts with it.
    var previous = current.kind
    var indicators = previous.value == WordBreak.regionalIndicator ? 1 : 0
    while i < bytes.count {
      let next = unit(at: i)
      if next.kind.needsDictionary { return .dictionary(i) }
      let adjacent = current.kind
      current = next
      let (a, b) = (previous.value, next.kind.value)
      if next.kind.isIgnored {  // WB4
        i += next.length
        continue
      }
      if joins(previous, next.kind) || adjacent.value == WordBreak.joiner && next.kind.isPictographic  // WB3c
        || adjacent.value == WordBreak.space && b == WordBreak.space  // WB3d
        || a == WordBreak.regionalIndicator && b == a && indicators % 2 == 1  // WB15, WB16
      {
        if b == WordBreak.regionalIndicator { indicators += 1 }
        previous = next.kind
        i += next.length
        continue
      }
      guard let wanted = wantedAfter(previous, next.kind) else { return .at(i) }
      let after = endOfIgnored(i + next.length)
      if after < bytes.count {
        let third = unit(at: after)
        if third.kind.needsDictionary { return .dictionary(after) }
        if wanted == WordBreak.letter ? third.kind.isLetter : third.kind.value == wanted {
          previous = third.kind
          current = third
          i = after + third.length
          continue
        }
      }
      // WB7a: a quote ends a Hebrew word, whatever follows.
      guard a == WordBreak.hebrewLetter, b == WordBreak.singleQuote else { return .at(i) }
      previous = next.kind
      i += next.length
    }
    return .at(bytes.count)
  }

  /// WB5, WB8 to WB10, WB13 to WB13b.
  @inline(__always)
  private func joins(_ a: WordBreak, _ b: WordBreak) -> Bool {
    if a.isLetter || a.value == WordBreak.numeric {
      return b.isLetter || b.value == WordBreak.numeric || b.value == WordBreak.extendNumLet
    }
    if a.value == WordBreak.extendNumLet {
      return b.isLetter || b.value == WordBreak.numeric || b.value == WordBreak.katakana
        || b.value == WordBreak.extendNumLet
    }
    return a.value == WordBreak.katakana && (b.value == WordBreak.katakana || b.value == WordBreak.extendNumLet)
  }

  /// The class that must follow `b` for it to join with `a` (WB6 and 7, WB7b and 7c, WB11 and 12); nil where none would.
  @inline(__always)
  private func wantedAfter(_ a: WordBreak, _ b: WordBreak) -> UInt8? {
    let either = b.value == WordBreak.midNumLet || b.value == WordBreak.singleQuote
    if a.isLetter {
      if either || b.value == WordBreak.midLetter { return WordBreak.letter }
      return a.value == WordBreak.hebrewLetter && b.value == WordBreak.doubleQuote ? WordBreak.hebrewLetter : nil
    }
    return a.value == WordBreak.numeric && (either || b.value == WordBreak.midNumber) ? WordBreak.numeric : nil
  }

  private func endOfIgnored(_ i: Int) -> Int {
    var i = i
    while i < bytes.count {
      let unit = unit(at: i)
      guard unit.kind.isIgnored, !unit.kind.needsDictionary else { return i }
      i += unit.length
    }
    return i
  }

  /// Gives the stretch from `position` over the dictionary scalar at `first` to a boundary that no rule can move to ICU.
  ///
  /// - Returns: false where there is no room for its ends; `roomWanted` then says how much there should be.
  private mutating func scanDictionary(from first: Int, into ends: UnsafeMutableBufferPointer<UInt32>) -> Bool {
    let end = certainBoundary(after: first)
    let length = end - position
    guard ends.count - count >= length, let out = ends.baseAddress, let base = bytes.baseAddress else {
      roomWanted = length + 64
      return false
    }
    if breaker == nil { breaker = glane_icu_breaker_open(Int32(GLANE_WORDS)) }
    let written =
      breaker == nil
      ? -1
      : glane_icu_breaker_run(
        breaker, base + position, Int64(length), UInt32(truncatingIfNeeded: position), out + count, Int64(length))
    if written > 0 {
      count += Int(written)
    } else {
      // Without ICU's dictionaries the stretch is one segment.
      ends[count] = UInt32(truncatingIfNeeded: end)
      count += 1
    }
    position = end
    return true
  }

  /// A boundary after `i` that what stands on either side settles by itself: after a line end, or between a blank and ASCII
  /// that is no blank.
  private func certainBoundary(after i: Int) -> Int {
    var j = i
    while j < bytes.count {
      let b = bytes[j]
      j += 1
      if b == 0xA { return j }
      if b == 0x20, j < bytes.count, bytes[j] > 0x20, bytes[j] < 0x80 { return j }
    }
    return j
  }
}
