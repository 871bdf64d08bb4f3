import Benchmark
import TextCases

/// The same cases under the harness: `swift package benchmark`.
let benchmarks: @Sendable () -> Void = {
  guard let corpus = try? Corpus.load(bytes: 4_000_000) else { return }
  for test in TextCase.all(corpus) {
    nonisolated(unsafe) let run = test.run  // the harness runs one benchmark at a time
    Benchmark(
      test.name, configuration: .init(metrics: [.wallClock, .throughput, .mallocCountTotal], maxDuration: .seconds(2))
    ) { benchmark in
      for _ in benchmark.scaledIterations { blackHole(run()) }
    }
  }
}
