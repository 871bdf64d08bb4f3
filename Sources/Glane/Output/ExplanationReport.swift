import GlaneText

extension Explanation {
  /// The explanation as text for a reader: what was found, the rules that matched step by step, the lists that know the
  /// words. Not a stable format.
  public var report: String {
    var out = "“\(oneLine(text))”\n"
    out += "\nMentions\n"
    for mention in mentions {
      var line = "  \(mention.type.rawValue) “\(oneLine(mention.text))”"
      if case .time(let time) = mention.detail, let value = time.value { line += " = \(value)" }
      out += line + ", by \(mention.rule)\n"
    }
    if mentions.isEmpty { out += "  none\n" }
    out += "\nRules that matched, in the order of the cascade\n"
    for step in steps {
      out += "  \(step.stage): \(step.rule) (\(step.origin)) made \(step.constituent) of “\(oneLine(step.text))”"
      out += step.value.isEmpty ? "\n" : " = \(step.value)\n"
    }
    if steps.isEmpty { out += "  none\n" }
    out += "\nLists that hold its words\n"
    for listing in listings { out += "  “\(oneLine(listing.text))”: \(listing.lists.joined(separator: ", "))\n" }
    if listings.isEmpty { out += "  none\n" }
    return out
  }
}

/// `text` on one line: line ends become spaces, and other controls, which a terminal might obey, U+FFFD.
func oneLine(_ text: String) -> String {
  var line = ""
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    defer { previous = scalar }
    switch scalar.value {
    case 0x0A where previous == "\r": continue
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: line.unicodeScalars.append(" ")
    case 0..<0x20, 0x7F..<0xA0: line.unicodeScalars.append("\u{FFFD}")
    default: line.unicodeScalars.append(scalar)
    }
  }
  return line
}
