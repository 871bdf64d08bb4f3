import Foundation
import TestSupport
import Testing

@testable import Glane

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct HTMLPageTests {
  /// Reads the page with an XML parser: what it writes is well-formed but for the document type and the `meta` elements.
  private final class Reader: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var links: [String] = []
    var elements: [String] = []
    var words = ""
    private var isText = 0

    init(_ page: String) throws {
      super.init()
      let xml = page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        .replacing(try Regex("<meta [^>]*>"), with: "")
      let parser = XMLParser(data: Data(xml.utf8))
      parser.delegate = self
      #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "") at line \(parser.lineNumber)")
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append(name)
      if let id = attributes["id"] { ids.append(id) }
      if let link = attributes["href"] { links.append(link) }
    }
  }

  private static func pages() throws -> [String] {
    let extractor = Extractor()
    return try FixtureArticle.all().map { extractor.extract($0.text, reference: $0.reference).html(title: $0.name) }
  }

  @Test("The pages of all fixtures are well-formed; every link leads somewhere; no id comes twice") func links() throws
  {
    for page in try Self.pages() {
      let reader = try Reader(page)
      #expect(Set(reader.ids).count == reader.ids.count)
      #expect(reader.links.allSatisfy { $0.hasPrefix("#") && reader.ids.contains(String($0.dropFirst())) })
    }
  }

  @Test("A page stands alone: no script, no other file, a language, one first heading") func standsAlone() throws {
    for page in try Self.pages() {
      #expect(page.contains("<html lang=\"fr\">"))
      for word in ["<script", "http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
      let reader = try Reader(page)
      #expect(reader.elements.filter { $0 == "h1" }.count == 1)
      #expect(reader.elements.filter { $0 == "main" }.count == 1)
    }
  }

  @Test("Whatever the text holds, it stays text") func hostileText() throws {
    let pieces = [
      "<script>alert(1)</script>", "\"><img src=x>", "' onmouseover='x", "&amp;", "]]>", "<!--", "-->", "</mark>", "\0",
      "\u{1B}",
      "\u{FFFE}", "\r\n", "\n\n", "« ", " »", "le 3 mai 2024", "M. Paul Ngô", " a dit ", "Lomé", "é", "😀", "&#13;",
    ]
    var state: UInt64 = 20_240_212
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    let extractor = Extractor()
    for _ in 0..<200 {
      let text = (0..<12).map { _ in pieces[next(pieces.count)] }.joined(separator: " ")
      let page = extractor.extract(text, reference: LocalDateTime("2024-02-12")).html(title: text)
      let reader = try Reader(page)
      #expect(!reader.elements.contains("script") && !reader.elements.contains("img"), "\(text.debugDescription)")
    }
  }

  @Test("The text is there whole, in paragraphs") func paragraphs() throws {
    let page = Extractor().extract("Il pleut.\n\nIl neige.\r\nIl vente.\n").html()
    #expect(page.contains("<div class=\"text\">\n<p>Il pleut.</p>\n<p>Il neige.</p>\n<p>Il vente.</p>\n</div>"))
    #expect(!Extractor().extract("").html().contains("<section"))
  }

  @Test("A timeline says open sides and approximation in words, and in the order of the calendar") func timeline()
    throws
  {
    let page = Extractor().extract(
      "D’ici à 2027, puis vers 2014, puis depuis 2018.", reference: LocalDateTime("2024-02-12")
    ).html()
    let rows = page.components(separatedBy: "<ol class=\"timeline\">")[1].components(separatedBy: "</ol>")[0]
      .components(separatedBy: "</li>").dropLast()
    #expect(rows.count == 3)
    #expect(rows[0].contains("2027") && rows[0].contains("open-start") && rows[0].contains("début ouvert"))
    #expect(rows[1].contains("2014") && rows[1].contains("approximate") && rows[1].contains("à peu près"))
    #expect(rows[2].contains("2018") && rows[2].contains("open-end") && rows[2].contains("fin ouverte"))
  }

  @Test("Every colour of text has a contrast of 4.5:1 on every ground, in both schemes (WCAG 2.2, 1.4.3)")
  func contrast() throws {
    let schemes = PageStyle.sheet.components(separatedBy: ":root {").dropFirst()
    #expect(schemes.count == 2)
    for scheme in schemes {
      var colours: [String: Double] = [:]
      for match in scheme.prefix(while: { $0 != "}" }).matches(of: try Regex("--([a-z]+): #([0-9a-f]+)")) {
        colours[String(match.output[1].substring!)] = Self.luminance(String(match.output[2].substring!))
      }
      for ground in ["ground", "panel"] {
        for text in ["text", "soft", "time", "person", "organization", "place", "function", "other"] {
          let (a, b) = (try #require(colours[ground]), try #require(colours[text]))
          let ratio = (max(a, b) + 0.05) / (min(a, b) + 0.05)
          #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
      }
    }
  }

  /// The relative luminance of `rgb` or `rrggbb`, as WCAG 2.2 defines it.
  private static func luminance(_ hex: String) -> Double {
    let digits = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
    let parts = stride(from: 0, to: 6, by: 2).map { i -> Double in
      let start = digits.index(digits.startIndex, offsetBy: i)
      let value = Double(Int(digits[start...].prefix(2), radix: 16)!) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static let browser: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test("A browser builds the elements that we wrote", .enabled(if: browser != nil, "needs Chromium"))
  func inABrowser() throws {
    let article = try #require(try FixtureArticle.all().first)
    let analysis = Extractor().extract(article.text, reference: article.reference)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("glane-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.html")
    try Data(analysis.html(title: article.name).utf8).write(to: page)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
      page.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(dom.components(separatedBy: "<mark ").count - 1 == analysis.mentions.count)
    #expect(dom.components(separatedBy: "<tr id=\"w").count - 1 == analysis.mentions.count)
    #expect(dom.components(separatedBy: "<article ").count - 1 == analysis.entities.count { $0.type == .person })
  }
}
