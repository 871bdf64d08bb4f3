import GlaneText

/// A stretch between quotation marks.
package struct QuotedSpan: Sendable, Hashable {
  /// The token of the opening mark; nil where it is missing.
  package var open: Int?
  /// The token of the closing mark; nil where it is missing.
  package var close: Int?
  /// The tokens between the marks; may be empty.
  package var inside: Range<Int>
  /// How many quotations hold this one.
  package var depth: Int
}

/// Finds what stands between quotation marks: « », “ ”, „ “, " ", ‘ ’, ' ', nested or running over paragraphs.
///
/// - An opening mark at the start of a paragraph inside an open quotation goes on with it (French typography repeats it).
/// - A straight mark opens where a space stands before and none behind it, or where none is open.
/// - An apostrophe that stands alone before a word opens only where another that stands alone behind a word closes.
/// - A quotation that is never closed ends with its paragraph.
package struct QuotationMarks {
  private enum Mark { case open(UInt32), close(UInt32), straight, apostrophe }

  /// - Complexity: Linear in the tokens.
  package static func find(in text: TokenizedText) -> [QuotedSpan] {
    var finder = QuotationMarks(text: text)
    finder.run()
    return finder.spans.sorted { ($0.inside.lowerBound, $0.depth) < ($1.inside.lowerBound, $1.depth) }
  }

  private let text: TokenizedText
  private var spans: [QuotedSpan] = []
  private var open: [(token: Int, mark: UInt32)] = []
  /// Deeper nesting than this is no quotation any more: marks beyond it are passed over.
  private static let maximumDepth = 8

  private init(text: TokenizedText) { self.text = text }

  private mutating func run() {
    let (kinds, shapes) = (text.tokens.kinds, text.tokens.shapes)
    for token in 0..<text.tokens.count {
      guard kinds[token] == .punctuation || shapes[token].contains(.lineStart) else { continue }
      let newParagraph = token > 0 && text.tokens.shapes[token].contains(.lineStart)
      guard let mark = mark(at: token) else {
        if newParagraph { closeAtParagraph(token) }
        continue
      }
      if newParagraph, case .open(let m) = mark, open.last?.mark == m { continue }
      if newParagraph { closeAtParagraph(token) }
      switch mark {
      case .open(let m): push(token, m)
      case .close(let m): close(token, m)
      case .straight:
        if open.last?.mark == 0x22, !opensStraight(token) || open.count == Self.maximumDepth {
          close(token, 0x22)
        } else if open.contains(where: { $0.mark == 0x22 }), !opensStraight(token) {
          close(token, 0x22)
        } else if !isFeetOrInches(token) {
          push(token, 0x22)
        }
      case .apostrophe:
        if open.contains(where: { $0.mark == 0x27 }) {
          if closesApostrophe(token) { close(token, 0x27) }
        } else if closesBehind(token) {
          push(token, 0x27)
        }
      }
    }
    closeAtParagraph(text.tokens.count)
  }

  private mutating func push(_ token: Int, _ mark: UInt32) {
    guard open.count < Self.maximumDepth else { return }
    open.append((token, mark))
  }

  private mutating func close(_ token: Int, _ mark: UInt32) {
    guard let i = open.lastIndex(where: { $0.mark == mark }) else { return }
    spans.append(
      QuotedSpan(open: open[i].token, close: token, inside: open[i].token + 1..<token, depth: i))
    open.removeSubrange(i...)
  }

  /// What is still open when a paragraph ends: it goes on where the next paragraph starts with its mark again, else it
  /// ends here.
  private mutating func closeAtParagraph(_ token: Int) {
    guard let outer = open.first else { return }
    // A quotation over several paragraphs is closed somewhere further on.
    if token < text.tokens.count, outer.mark != 0x22, closes(outer.mark, after: token) { return }
    spans.append(QuotedSpan(open: outer.token, close: nil, inside: outer.token + 1..<token, depth: 0))
    open.removeAll()
  }

  /// Whether the next mark of that sort closes: looked for over a bounded stretch, so that the whole stays linear.
  private func closes(_ mark: UInt32, after token: Int) -> Bool {
    for t in token..<min(token + 400, text.tokens.count) {
      switch self.mark(at: t) {
      case .close(let m) where m == mark: return true
      case .open(let m) where m == mark && !text.tokens.shapes[t].contains(.lineStart): return false
      default: break
      }
    }
    return false
  }

  private func opensStraight(_ token: Int) -> Bool {
    let gluedBefore = text.tokens.shapes[token].contains(.glued)
    let gluedAfter = token + 1 < text.tokens.count && text.tokens.shapes[token + 1].contains(.glued)
    if gluedBefore != gluedAfter { return gluedAfter || (gluedBefore && isElision(token - 1)) }
    return gluedBefore && isElision(token - 1)
  }

  /// Whether an apostrophe stands before a word, behind a space, and another one closes what it opens: looked for over a
  /// bounded stretch of its paragraph.
  private func closesBehind(_ token: Int) -> Bool {
    let shapes = text.tokens.shapes
    guard token + 1 < shapes.count, shapes[token + 1].contains(.glued), shapes[token + 1].contains(.hasLetter),
      !shapes[token].contains(.glued) || isElision(token - 1) || text.isByte(token - 1, 0x28)
    else { return false }
    for t in token + 2..<min(token + 80, max(token + 2, shapes.count)) {
      if shapes[t].contains(.lineStart) { return false }
      if text.isByte(t, 0x27), closesApostrophe(t) { return true }
    }
    return false
  }

  private func closesApostrophe(_ token: Int) -> Bool {
    let shapes = text.tokens.shapes
    guard shapes[token].contains(.glued) else { return false }
    return token + 1 == shapes.count || !shapes[token + 1].contains(.glued) || !shapes[token + 1].contains(.hasLetter)
  }

  /// 5'6": a mark right behind a figure, with nothing open, is no quotation mark.
  private func isFeetOrInches(_ token: Int) -> Bool {
    token > 0 && text.tokens.shapes[token].contains(.glued) && text.tokens.shapes[token - 1].contains(.hasDigit)
  }

  private func isElision(_ token: Int) -> Bool { token >= 0 && text.tokens.shapes[token].contains(.elided) }

  private func mark(at token: Int) -> Mark? {
    guard text.tokens.kinds[token] == .punctuation else { return nil }
    let start = Int(text.tokens.starts[token])
    let length = Int(text.tokens.ends[token]) - start
    let b = text.utf8
    switch length {
    case 1: return b[start] == 0x22 ? .straight : b[start] == 0x27 ? .apostrophe : nil
    case 2 where b[start] == 0xC2: return b[start + 1] == 0xAB ? .open(0xAB) : b[start + 1] == 0xBB ? .close(0xAB) : nil
    case 2: return b[start] == 0x27 && b[start + 1] == 0x27 ? .straight : nil
    case 3 where b[start] == 0xE2 && b[start + 1] == 0x80:
      switch b[start + 2] {
      case 0x9C: return .open(0x201C)  // “
      case 0x9D: return .close(0x201C)  // ”
      case 0x9E: return .open(0x201C)  // „
      case 0x98: return .open(0x2018)  // ‘
      case 0x99: return .close(0x2018)  // ’
      case 0xB9: return .open(0x2039)  // ‹
      case 0xBA: return .close(0x2039)  // ›
      default: return nil
      }
    default: return nil
    }
  }
}
