import GlaneText

/// Which found span stands for which span of the gold, each used once: equal spans first, then those that share most.
struct SpanPairs {
  /// By index of the gold: the index of the found span.
  private(set) var found: [Int: Int] = [:]
  /// By index of the found span: that of the gold.
  private(set) var gold: [Int: Int] = [:]
  /// Indices of the gold whose span was found exactly.
  private(set) var exact: Set<Int> = []

  /// - Complexity: O(n log n) in the spans and the pairs that overlap.
  init(gold: [TextSpan], found: [TextSpan]) {
    var places: [TextSpan: [Int]] = [:]
    for j in found.indices.reversed() { places[found[j], default: []].append(j) }
    for i in gold.indices {
      guard let j = places[gold[i]]?.popLast() else { continue }
      pair(i, j)
      exact.insert(i)
    }
    let order = found.indices.filter { self.gold[$0] == nil }.sorted { found[$0] < found[$1] }
    // Spans may nest, so the ends do not ascend with the starts: no span is longer than this one.
    let longest = order.map { found[$0].count }.max() ?? 0
    var shared: [(length: Int, gold: Int, found: Int)] = []
    for i in gold.indices where self.found[i] == nil {
      var k = order.partitioningIndex { found[$0].start > gold[i].start - longest }
      while k < order.count, found[order[k]].start < gold[i].end {
        let j = order[k]
        let length = min(gold[i].end, found[j].end) - max(gold[i].start, found[j].start)
        if length > 0 { shared.append((length, i, j)) }
        k += 1
      }
    }
    shared.sort { ($1.length, $0.gold, $0.found) < ($0.length, $1.gold, $1.found) }
    for (_, i, j) in shared where self.found[i] == nil && self.gold[j] == nil { pair(i, j) }
  }

  private mutating func pair(_ i: Int, _ j: Int) {
    found[i] = j
    gold[j] = i
  }
}

extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
