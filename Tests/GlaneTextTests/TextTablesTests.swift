import CGlaneICU
import CGlaneText
import Testing
import glane_tables

@Suite struct TextTablesTests {
  /// Beside an ICU of another Unicode version the tables differ, and the library works the same.
  @Test(.enabled(if: glane_icu_unicode_version() == 0x0F00))
  func checkedInTablesAreWhatTheGeneratorMakes() {
    for (which, table) in TextTables.make().enumerated() {
      var count: Int32 = 0
      let bytes = glane_text_table(Int32(which), &count)
      #expect(table.bytes == Array(UnsafeBufferPointer(start: bytes, count: Int(count))), "\(table.name)")
    }
  }
}
