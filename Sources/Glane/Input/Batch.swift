import GlaneText
import GlaneTime

/// A text to read, with what is known of it.
public struct SourceDocument: Sendable, Hashable {
  public var id: DocumentID?
  /// Any bytes; those that are not UTF-8 are reported in ``TokenizedText/invalid``.
  public var utf8: [UInt8]
  /// The document's own date.
  public var reference: LocalDateTime?

  public init(id: DocumentID? = nil, utf8: [UInt8], reference: LocalDateTime? = nil) {
    self.id = id
    self.utf8 = utf8
    self.reference = reference
  }

  public init(id: DocumentID? = nil, text: String, reference: LocalDateTime? = nil) {
    self.init(id: id, utf8: Array(text.utf8), reference: reference)
  }
}

extension Extractor {
  /// Reads many documents, several at a time; the analyses come in the order of the documents, and do not depend on
  /// how many are read at a time.
  ///
  /// - Parameter jobs: How many documents are being read at any moment, at least 1.
  public func extract(_ documents: [SourceDocument], jobs: Int) async -> [Analysis] {
    await withTaskGroup(of: (Int, Analysis).self) { group in
      var analyses = [Analysis?](repeating: nil, count: documents.count)
      for (i, document) in documents.enumerated() {
        if i >= max(1, jobs), let (done, analysis) = await group.next() { analyses[done] = analysis }
        group.addTask { (i, extract(utf8: document.utf8, reference: document.reference)) }
      }
      for await (done, analysis) in group { analyses[done] = analysis }
      return analyses.compactMap { $0 }
    }
  }

  /// Reads a stream of documents, several at a time; the analyses come in the order of the documents.
  ///
  /// No more than `jobs` documents are taken from the stream ahead of the one that is asked for, so that memory stays
  /// bounded however long the stream is.
  ///
  /// - Parameter jobs: How many documents are being read at any moment, at least 1.
  public func analyses<Documents>(of documents: Documents, jobs: Int) -> AnalysisSequence<Documents>
  where Documents: AsyncSequence, Documents.Element == SourceDocument {
    AnalysisSequence(extractor: self, documents: documents, jobs: max(1, jobs))
  }
}

/// The analyses of a stream of documents: see ``Extractor/analyses(of:jobs:)``.
public struct AnalysisSequence<Documents: AsyncSequence>: AsyncSequence where Documents.Element == SourceDocument {
  public typealias Element = Analysis

  let extractor: Extractor
  let documents: Documents
  let jobs: Int

  public struct AsyncIterator: AsyncIteratorProtocol {
    let extractor: Extractor
    var documents: Documents.AsyncIterator
    let jobs: Int
    /// Those being read, in order; the first is the next to be given.
    var window: [Task<Analysis, Never>] = []
    var isOver = false

    /// - Throws: What the stream of documents throws.
    public mutating func next() async throws -> Analysis? {
      while !isOver, window.count < jobs {
        guard let document = try await documents.next() else {
          isOver = true
          break
        }
        let extractor = extractor
        window.append(Task.detached { extractor.extract(utf8: document.utf8, reference: document.reference) })
      }
      return window.isEmpty ? nil : await window.removeFirst().value
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(extractor: extractor, documents: documents.makeAsyncIterator(), jobs: jobs)
  }
}
