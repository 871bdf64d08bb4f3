/// How sure a name is: the share of such names that are right on the development data, by what gave the name.
///
/// A bare name is judged by its lead: the lesser of its score above the threshold and of its distance to the second best type.
/// The shares were counted on news (WiNER) and mixed text (FrSemCor); a test over that data, where it is at hand, holds the promise
/// that of names at 0.9 or more at least 95 in 100 are right.
enum NameConfidence {
  /// The lead at which the next share begins.
  private static let steps: [Float] = [1, 2, 3, 4.5]
  private static let person: [Float] = [0.5, 0.67, 0.85, 0.85, 0.98]
  private static let place: [Float] = [0.65, 0.8, 0.8, 0.85, 0.97]
  private static let organization: [Float] = [0.25, 0.4, 0.4, 0.45, 0.88]
  private static let event: [Float] = [0.5, 0.6, 0.6, 0.6, 0.65]
  private static let product: [Float] = [0.5, 0.7, 0.85, 0.88, 0.88]

  /// Phrases that a rule or a list gives.
  private static let phrases: [String: Float] = [
    "list": 0.8, "institution": 0.8, "institution-of-name": 0.5, "institution-with-name": 0.4,
    "institution-of-nation": 0.4, "institution-of-letters": 0.7, "ministry": 0.5, "company": 0.7,
    "company-of-form": 0.7, "partners": 0.7, "event": 0.65, "event-with-name": 0.8, "street": 0.75, "building": 0.5,
    "water-or-relief": 0.45, "district": 0.3, "arrondissement": 0.9, "masked-name": 0.85,
  ]

  /// The lead of a bare name.
  static func lead(_ c: NameCandidate) -> Float { min(c.score - 1, c.margin) }

  /// How sure a candidate is.
  /// - Parameter rule: The name of what gave it.
  static func of(_ c: NameCandidate, _ rule: String) -> Float {
    if c.source != .run { return phrases[rule] ?? 0.6 }
    let lead = lead(c)
    let step = steps.firstIndex { lead < $0 } ?? steps.count
    switch c.best {
    case .person: return person[step]
    case .place: return place[step]
    case .organization: return organization[step]
    case .event: return event[step]
    case .product: return product[step]
    }
  }
}
