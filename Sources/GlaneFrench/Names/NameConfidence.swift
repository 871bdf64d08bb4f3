/// How sure a name is: the share of such names that are right on the development data, by what gave the name.
///
/// A bare name is judged by its lead: the lesser of its score above the threshold and of its distance to the second best type.
/// The shares were counted on news (WiNER) and mixed text (FrSemCor); a test over that data, where it is at hand, holds the promise
/// that of names at 0.9 or more at least 95 in 100 are right.
enum NameConfidence {
  /// The lead at which the next share begins.
  private static let steps: [Float] = [1, 2, 3, 4.5]
  private static let person: [Float] = [0.42, 0.69, 0.87, 0.87, 0.98]
  private static let place: [Float] = [0.65, 0.87, 0.87, 0.87, 0.97]
  private static let organization: [Float] = [0.2, 0.4, 0.4, 0.5, 0.89]
  private static let event: [Float] = [0.5, 0.6, 0.6, 0.6, 0.62]
  private static let product: [Float] = [0.5, 0.7, 0.85, 0.88, 0.88]

  /// Phrases that a rule or a list gives.
  private static let phrases: [String: Float] = [
    "list": 0.81, "institution": 0.82, "institution-of-name": 0.58, "institution-with-name": 0.38,
    "institution-of-nation": 0.38, "institution-of-letters": 0.75, "spelled-out": 0.9, "spelled-out-small": 0.9,
    "mission": 0.8, "ministry": 0.4, "company": 0.6, "company-of-form": 0.7, "partners": 0.7, "event": 0.66,
    "event-in": 0.4, "event-with-name": 0.8, "street": 0.73, "building": 0.5, "water-or-relief": 0.47, "district": 0.29,
    "road": 0.9, "side-of-a-continent": 0.9, "arrondissement": 0.9, "masked-name": 0.85,
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
