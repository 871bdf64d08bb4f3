import Glane
import TestSupport
import Testing

@Suite struct BatchTests {
  private static let extractor = Extractor()

  private static func documents() throws -> [SourceDocument] {
    let articles = try FixtureArticle.all().map {
      SourceDocument(id: .string($0.name), text: $0.text, reference: $0.reference)
    }
    // Of very different lengths, so that a later one is often ready first.
    return (0..<40).map { i in
      i % 3 == 0 ? articles[i % articles.count] : SourceDocument(text: "Le \(i % 28 + 1) mai 2024.")
    }
  }

  @Test("Several jobs give what one gives, in order", arguments: [0, 1, 2, 7, 100]) func batch(jobs: Int) async throws {
    let documents = try Self.documents()
    let expected = documents.map { Self.extractor.extract(utf8: $0.utf8, reference: $0.reference).json() }
    let batch = await Self.extractor.extract(documents, jobs: jobs)
    #expect(batch.map { $0.json() } == expected)
    let stream = AsyncStream { continuation in
      for document in documents { continuation.yield(document) }
      continuation.finish()
    }
    var streamed: [String] = []
    for try await analysis in Self.extractor.analyses(of: stream, jobs: jobs) { streamed.append(analysis.json()) }
    #expect(streamed == expected)
  }

  @Test("No documents give no analyses") func none() async throws {
    #expect(await Self.extractor.extract([], jobs: 4).isEmpty)
    let empty = AsyncStream<SourceDocument> { $0.finish() }
    for try await _ in Self.extractor.analyses(of: empty, jobs: 4) { Issue.record("one too many") }
  }

  private struct Broken: Error {}

  @Test("What the stream throws comes after the documents before it were taken") func throwing() async throws {
    let stream = AsyncThrowingStream<SourceDocument, any Error> { continuation in
      continuation.yield(SourceDocument(text: "Un."))
      continuation.finish(throwing: Broken())
    }
    await #expect(throws: Broken.self) {
      for try await _ in Self.extractor.analyses(of: stream, jobs: 2) {}
    }
  }

  @Test("One extractor serves many threads at once") func threads() async {
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { Self.extractor.extract("Le 3 mai 2024, à Lomé.").json() } }
      var all: Set<String> = []
      for await json in group { all.insert(json) }
      #expect(all.count == 1)
    }
  }
}
