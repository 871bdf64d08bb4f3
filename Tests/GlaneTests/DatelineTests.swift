import Glane
import Testing

/// The reference that a text implies, the ways to do without it, and dates read alone.
@Suite struct ImpliedReferenceTests {
  private let text = "VIRE, 3 mars 2017 (AFP) — Jeanne Roux, maire de Vire, est partie hier."

  @Test func aDatelineImpliesTheReference() {
    let analysis = Extractor().extract(text)
    #expect(analysis.reference == LocalDateTime("2017-03-03") && analysis.referenceIsImplied)
    #expect(analysis.dates.map { $0.value ?? "-" } == ["2017-03-03", "2017-03-02"])
    #expect(analysis.json().contains(#""reference":"2017-03-03","referenceImplied":true"#))
  }

  @Test func theCallersReferenceGoesFirst() {
    let analysis = Extractor().extract(text, reference: LocalDateTime("2024-02-12"))
    #expect(analysis.reference == LocalDateTime("2024-02-12") && !analysis.referenceIsImplied)
    #expect(analysis.dates.map { $0.value ?? "-" } == ["2017-03-03", "2024-02-11"])
    #expect(!analysis.json().contains("referenceImplied"))
  }

  @Test func itCanBeSwitchedOff() {
    for scope in [Extractor.Scope.everything, .dates] {
      var extractor = Extractor(scope)
      extractor.readsDateline = false
      let analysis = extractor.extract(text)
      #expect(analysis.reference == nil && !analysis.referenceIsImplied)
      #expect(analysis.dates.map { $0.value ?? "-" } == ["2017-03-03", "-"])
    }
  }

  @Test func datesAloneAreTheSameDates() {
    let all = Extractor().extract(text)
    let alone = Extractor(.dates).extract(text)
    #expect(alone.dates.map(\.time) == all.dates.map(\.time) && alone.referenceIsImplied)
    #expect(alone.mentions.count == 2 && alone.entities.isEmpty && all.mentions.count > 2)
    #expect(Extractor(.dates).extract("place du 8-Mai-1945").dates.isEmpty)
  }

  @Test(arguments: [
    (TimeContext.Direction.past, "2024-02-06"), (.future, "2024-02-13"), (.nearest, "2024-02-13"),
  ])
  func directionCanBeChosen(_ direction: TimeContext.Direction, _ day: String) {
    for scope in [Extractor.Scope.everything, .dates] {
      var extractor = Extractor(scope)
      extractor.direction = direction
      let analysis = extractor.extract("Il a plu mardi.", reference: LocalDateTime("2024-02-12"))
      #expect(analysis.dates.map { $0.value ?? "-" } == [day])
    }
  }
}
