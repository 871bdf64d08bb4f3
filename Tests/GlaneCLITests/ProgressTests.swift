import Testing

@testable import GlaneCLI

@Suite struct ProgressTests {
  @Test(
    "How far a stream is",
    arguments: [
      (0, 0, 0, Duration.zero, "0 documents, 0.0 MB/s"),
      (10, 2_500_000, 0, .seconds(1), "10 documents, 2.5 MB/s"),
      (10, 2_500_000, 2_500_000, .seconds(1), "10 documents, 2.5 MB/s"),
      (10, 1_000_000, 62_000_000, .seconds(1), "10 documents, 1.0 MB/s, 1:01 left"),
      (10, 1_000_000, 1_500_000, .seconds(4), "10 documents, 0.3 MB/s, 0:02 left"),
    ])
  func line(_ documents: Int, _ bytes: Int, _ total: Int, _ elapsed: Duration, _ expected: String) {
    #expect(Progress.line(documents: documents, bytes: bytes, of: total, after: elapsed) == expected)
  }
}
