import Foundation
import TestSupport

/// The built command, run as a user runs it.
struct Command {
  /// What a run gave.
  struct Result: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The `glane` that the same build made: it stands beside the tests.
  static let path: String = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("glane").path
    #else
      return Bundle.main.executableURL!.deletingLastPathComponent().appendingPathComponent("glane").path
    #endif
  }()

  /// Runs `glane` with `arguments` in `folder`, without a terminal.
  static func run(_ arguments: [String], input: [UInt8] = [], in folder: URL? = nil) throws -> Result {
    try run(executable: path, arguments, input: input, in: folder)
  }

  static func run(_ arguments: [String], text: String, in folder: URL? = nil) throws -> Result {
    try run(arguments, input: Array(text.utf8), in: folder)
  }

  /// Runs a line of bash, in which `$GLANE` is the command.
  static func shell(_ line: String, in folder: URL? = nil) throws -> Result {
    try run(executable: "/bin/bash", ["-c", line], input: [], in: folder)
  }

  private static func run(
    executable: String, _ arguments: [String], input: [UInt8], in folder: URL?
  ) throws -> Result {
    let files = try TemporaryFolder()
    let (out, err) = (files.url.appendingPathComponent("out"), files.url.appendingPathComponent("err"))
    for file in [out, err] { try Data().write(to: file) }
    // Through files, not pipes: no answer is so long that both sides wait for each other.
    let source = try files.write("in", input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "COLUMNS": "80", "GLANE": path,
    ]
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(decoding: Data(contentsOf: out), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: err), as: UTF8.self))
  }
}

/// A folder that goes away with its last user.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("glane-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
