import CGlaneData
import GlanePatterns

/// The rules and lists that are part of the binary.
package enum EmbeddedData {
  /// Every embedded file, by name ("Dates/absolute.rules"), as bytes that live as long as the process.
  package static var files: [(name: String, bytes: UnsafeRawBufferPointer)] {
    (0..<glane_data_count()).map {
      let file = glane_data_at($0)
      return (String(cString: file.name), UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
  }

  /// One embedded file; a name that data.c lacks is a mistake in the program.
  package static func file(_ name: String) -> UnsafeRawBufferPointer { files.first { $0.name == name }!.bytes }

  /// The rule files and plain lists, in the order of CGlaneData/data.c: macros and lists come before those that use them.
  package static var sources: [RuleSource] {
    files.filter { $0.name.hasSuffix(".rules") || $0.name.hasSuffix(".tsv") }
      .map { RuleSource(name: $0.name, utf8: Array($0.bytes)) }
  }

  /// The gazetteers laid out beforehand, used as they lie in the binary.
  package static var gazetteers: [Gazetteer] {
    files.filter { $0.name.hasSuffix(".gazetteer") }.map { Gazetteer(embedded: $0.bytes) }
  }

  /// The lists of the gazetteers and of the plain lists.
  package static var listNames: [String] {
    let plain = files.filter { $0.name.hasSuffix(".tsv") }.map { $0.name.dropLast(4).split(separator: "/").last ?? "" }
    return gazetteers.flatMap(\.listNames) + plain.map(String.init)
  }
}
