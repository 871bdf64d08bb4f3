import GlanePatterns
import GlaneText
import GlaneTime

extension DateReader {
  /// Places the mentions of a document on the calendar, in reading order: what counts from the last date is resolved
  /// against the one before it, what says no year looks the way of its clause's tense.
  ///
  /// - Parameters:
  ///   - mentions: As ``mentions(_:)`` gives them.
  ///   - direction: Which way bare expressions look; nil lets the tense of their clause decide.
  /// - Complexity: O(mentions × tokens of a clause).
  package static func resolve(
    _ mentions: [DateMention], in chart: borrowing Chart, reference: LocalDateTime?,
    direction: TimeContext.Direction? = nil
  ) -> [ResolvedTime] {
    var context = TimeContext(reference: reference)
    var results: [ResolvedTime] = []
    results.reserveCapacity(mentions.count)
    for mention in mentions {
      context.direction = direction ?? .usual
      let resolved = mention.expression.resolve(in: context)
      if let anchor = resolved.anchor, anchor.dayBounds != nil { context.anchor = anchor }
      results.append(resolved)
    }
    return results
  }
}
