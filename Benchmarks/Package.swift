// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of Glane never resolve the benchmark harness.
let package = Package(
  name: "GlaneBenchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "Glane", path: ".."),
    // Without its traits: no jemalloc to install.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CSystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICUBaseline", dependencies: ["CSystemICU"]),
    .target(
      name: "TextCases",
      dependencies: [
        "CICUBaseline", .product(name: "GlaneText", package: "Glane"), .product(name: "Glane", package: "Glane"),
      ]),
    .executableTarget(name: "glane-bench", dependencies: ["TextCases", .product(name: "GlaneText", package: "Glane")]),
    .executableTarget(
      name: "GlaneTextBenchmarks",
      dependencies: ["TextCases", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/GlaneTextBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
