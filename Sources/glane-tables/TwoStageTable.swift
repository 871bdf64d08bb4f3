/// A table over all code points in two stages: block numbers (UInt8), then the blocks of 128 entries that differ.
enum TwoStageTable {
  static let blockSize = 128

  /// - Precondition: at most 256 different blocks.
  static func encode(_ values: [UInt16], wide: Bool) -> [UInt8] {
    var numbers: [ArraySlice<UInt16>: UInt8] = [:]
    var index: [UInt8] = []
    var blocks: [UInt8] = []
    for start in stride(from: 0, to: values.count, by: blockSize) {
      let block = values[start..<start + blockSize]
      if let number = numbers[block] {
        index.append(number)
        continue
      }
      precondition(numbers.count < 256, "more than 256 different blocks")
      let number = UInt8(numbers.count)
      numbers[block] = number
      index.append(number)
      for value in block {
        blocks.append(UInt8(truncatingIfNeeded: value))
        if wide { blocks.append(UInt8(value >> 8)) }
      }
    }
    return index + blocks
  }
}
