import GlaneText

/// Words that the text gives as somebody's own.
public struct Quotation: Sendable, Hashable {
  /// Inside the marks, without inner blanks. UTF-8 byte offsets.
  public let span: TextSpan
  public let text: String
  /// Who said it; nil where the text names nobody.
  public let speaker: Entity.ID?
  /// The words that attribute it: "a déclaré", "Selon".
  public let cue: TextSpan?
  public let rule: String

  package init(span: TextSpan, text: String, speaker: Entity.ID?, cue: TextSpan?, rule: String) {
    self.span = span
    self.text = text
    self.speaker = speaker
    self.cue = cue
    self.rule = rule
  }
}
