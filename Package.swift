// swift-tools-version: 6.1
import PackageDescription

// Imports run one way: CGlaneICU, CGlaneText -> GlaneText -> GlanePatterns -> GlaneFrench -> Glane -> GlaneCLI;
// GlaneTime stands alone below GlaneFrench.
let package = Package(
  name: "Glane",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "Glane", targets: ["Glane"]),
    .library(name: "GlaneText", targets: ["GlaneText"]),
    .executable(name: "glane", targets: ["GlaneCLI"]),
  ],
  dependencies: [
    // Only the command depends on it: users of the library never build it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  // A module names every module that it imports, and those whose types it lays out in memory: SwiftPM builds again what
  // depends on a changed module only where the manifest says so.
  targets: [
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CGlaneICU", dependencies: ["CICU"]),
    .target(name: "CGlaneData"),
    .target(name: "CGlaneText", exclude: ["tables"]),
    .target(name: "GlaneText", dependencies: ["CGlaneICU", "CGlaneText"]),
    .target(name: "GlanePatterns", dependencies: ["GlaneText", "CGlaneText"], exclude: ["RULES.md"]),
    .target(name: "GlaneTime"),
    .target(
      name: "GlaneFrench", dependencies: ["GlaneText", "GlanePatterns", "GlaneTime", "CGlaneText", "CGlaneData"],
      // Rules and lists are embedded by CGlaneData: SwiftPM's resource bundles break once a binary is moved.
      exclude: [
        "Dates/Rules", "Names/Rules", "Names/Lists", "Names/names.gazetteer", "Names/common-words.bin",
        "Speech/Rules", "Speech/Lists",
      ]),
    .target(name: "Glane", dependencies: ["GlaneText", "GlanePatterns", "GlaneTime", "GlaneFrench", "CGlaneText"]),
    // Finds zlib at run time; only the command depends on it.
    .target(name: "CGlaneGzip", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .executableTarget(
      name: "GlaneCLI",
      dependencies: [
        "CGlaneGzip", "Glane", "GlaneText", "GlanePatterns", "GlaneTime", "GlaneFrench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "glane-tables", dependencies: ["CGlaneICU", "CGlaneText", "GlaneText", "GlanePatterns"]),
    .target(name: "TestSupport", dependencies: ["Glane", "GlaneText", "GlaneTime"], path: "Tests/TestSupport"),
    .testTarget(
      name: "GlaneTextTests",
      dependencies: ["CGlaneICU", "CGlaneText", "GlaneText", "TestSupport", "glane-tables"]),
    .testTarget(name: "GlanePatternsTests", dependencies: ["GlaneText", "GlanePatterns", "TestSupport"]),
    // ICU's calendars: the library that holds them is the tests' alone.
    .target(
      name: "CTestICU", dependencies: ["CICU"], path: "Tests/CTestICU",
      linkerSettings: [.linkedLibrary("icui18n")]),
    .testTarget(name: "GlaneTimeTests", dependencies: ["CTestICU", "GlaneTime", "TestSupport"]),
    .testTarget(
      name: "GlaneFrenchTests",
      dependencies: ["GlaneText", "GlanePatterns", "GlaneTime", "GlaneFrench", "TestSupport", "glane-tables"]),
    .testTarget(
      name: "GlaneTests",
      dependencies: ["GlaneText", "GlanePatterns", "GlaneTime", "GlaneFrench", "Glane", "TestSupport"]),
    .testTarget(name: "GlaneCLITests", dependencies: ["GlaneCLI", "Glane", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Only `make fuzz` builds this: it links libFuzzer, which not every toolchain has.
if Context.environment["GLANE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "glane-fuzz", dependencies: ["CGlaneICU", "GlaneText"], path: "Fuzz", exclude: ["dictionary.txt"]))
}
