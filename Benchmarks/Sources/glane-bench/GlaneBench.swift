import Foundation
import GlaneText
import TextCases

/// `glane-bench [--check THRESHOLDS] [--json FILE] [--only CASE] [--bytes N] [--adversarial]`: one table of medians, all cases in one run over one text.
@main
struct GlaneBench {
  struct Row: Codable {
    let name: String
    let mb_per_s: Double
    let tokens_per_s: Double
    let ratio_to_icu: Double
  }
  struct Report: Codable {
    let machine: String
    let corpus: String
    let rows: [Row]
  }

  static func main() throws {
    let corpus = try Corpus.load(bytes: option("--bytes").flatMap(Int.init) ?? 20_000_000)
    if CommandLine.arguments.contains("--adversarial") { return adversarial(corpus) }
    let report = measure(corpus)
    print("\(report.machine); \(report.corpus)")
    print(line("", ["MB/s", "items/s", "ratio to ICU"]))
    for row in report.rows {
      print(
        line(
          row.name, [number(row.mb_per_s, 0), number(row.tokens_per_s / 1e6, 1) + " M", number(row.ratio_to_icu, 2)]))
    }
    if let path = option("--json") {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(report).write(to: URL(fileURLWithPath: path))
    }
    if let path = option("--check") { exit(check(report, against: try thresholds(path)) ? 0 : 1) }
  }

  /// Rounds over all cases in turn, so that a slow moment of the machine hits all of them; the median of each.
  private static func measure(_ corpus: Corpus) -> Report {
    let only = option("--only")
    let cases = TextCase.all(corpus).filter { only == nil || $0.name == only || $0.name == TextCase.baseline }
    let rounds = 9
    var times = [[Double]](repeating: [], count: cases.count)
    var items = [Int](repeating: 0, count: cases.count)
    for round in 0..<rounds + 1 {
      for (i, test) in cases.enumerated() {
        let start = processorSeconds()
        items[i] = test.run()
        if round > 0 { times[i].append(processorSeconds() - start) }
      }
    }
    let speeds = cases.indices.map { Double(cases[$0].bytes) / times[$0].sorted()[rounds / 2] }
    let icu = speeds[cases.firstIndex { $0.name == TextCase.baseline }!]
    let rows = cases.indices.map { i in
      let perByte = Double(items[i]) / Double(cases[i].bytes)
      return Row(
        name: cases[i].name, mb_per_s: speeds[i] / 1e6, tokens_per_s: speeds[i] * perByte, ratio_to_icu: speeds[i] / icu
      )
    }
    return Report(machine: machine(), corpus: "\(corpus.name), \(corpus.utf8.count) bytes", rows: rows)
  }

  /// Nanoseconds per byte of tokens and sentences on hostile inputs of growing length, beside the corpus; and the most that a
  /// byte of each takes of what a byte of the corpus takes at the same length.
  private static func adversarial(_ corpus: Corpus) {
    let sizes = [1 << 16, 1 << 20, 1 << 24, 1 << 26]
    let tokenizer = Tokenizer()
    func nanoseconds(_ text: [UInt8]) -> Double {
      let times = (0..<(text.count < 1 << 22 ? 9 : 3)).map { _ in
        let start = processorSeconds()
        precondition(tokenizer.tokenize(text).utf8.count == text.count)
        return processorSeconds() - start
      }
      return times.min()! * 1e9 / Double(text.count)
    }
    func print(_ name: String, _ times: [Double], _ ratio: String) {
      let columns = times.map { number($0, 2) } + [ratio]
      Swift.print(line(name, columns))
    }
    Swift.print(line("ns per byte", ["64 kB", "1 MB", "16 MB", "64 MB", "of the corpus"]))
    let prose = sizes.map { size in
      nanoseconds(Array(Adversarial.text(corpus.utf8, bytes: size).prefix(size)))
    }
    print("the corpus", prose, "1")
    for (name, piece) in Adversarial.pieces {
      let times = sizes.map { nanoseconds(Adversarial.text(piece, bytes: $0)) }
      print(name, times, number(zip(times, prose).map { $0 / $1 }.max()!, 1))
    }
    let token = nanoseconds(Adversarial.text([0x61], bytes: 100_000_000))
    Swift.print(line("one token of 100 MB", [number(token, 2), "", "", "", number(token / prose[3], 1)]))
  }

  /// Processor time, not the wall's: what else the machine does is not measured.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Lines of a case's name, a tab, and the least ratio to ICU; `#` starts a comment.
  private static func thresholds(_ path: String) throws -> [(name: String, ratio: Double)] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let ratio = Double(fields[1]) else { return nil }
      return (String(fields[0]), ratio)
    }
  }

  private static func check(_ report: Report, against thresholds: [(name: String, ratio: Double)]) -> Bool {
    var passed = true
    for (name, ratio) in thresholds {
      guard let row = report.rows.first(where: { $0.name == name }) else {
        print("no case is named \(name)")
        passed = false
        continue
      }
      if row.ratio_to_icu < ratio {
        print("\(name): \(number(row.ratio_to_icu, 2)) times ICU, below the threshold of \(ratio)")
        passed = false
      }
    }
    return passed
  }

  private static func option(_ name: String) -> String? {
    guard let i = CommandLine.arguments.firstIndex(of: name), i + 1 < CommandLine.arguments.count else { return nil }
    return CommandLine.arguments[i + 1]
  }

  private static func line(_ name: String, _ columns: [String]) -> String {
    name.padding(toLength: 38, withPad: " ", startingAt: 0)
      + columns.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
  }

  private static func number(_ value: Double, _ digits: Int) -> String {
    let scale = pow(10, Double(digits))
    let rounded = (value * scale).rounded() / scale
    return digits == 0 ? String(Int(rounded)) : String(rounded)
  }

  private static func machine() -> String {
    #if arch(x86_64)
      var processor = "x86_64"
    #elseif arch(arm64)
      var processor = "arm64"
    #else
      var processor = "unknown processor"
    #endif
    // Linux tells more.
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    if let model = lines.first(where: { $0.hasPrefix("model name") })?.split(separator: ":").last {
      processor += model
    }
    return "\(processor), \(ProcessInfo.processInfo.operatingSystemVersionString)"
  }
}
