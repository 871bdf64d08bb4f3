import Foundation

/// Files of the package, found from this file's own place.
public enum PackageFiles {
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  public static let fixtures = root.appendingPathComponent("Fixtures")

  /// The contents of a file, by its path from the root.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
