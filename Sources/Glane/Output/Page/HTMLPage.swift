import GlaneText
import GlaneTime

extension Analysis {
  /// The analysis as one HTML page, whole in itself: no script, no network. The text with its mentions marked, the
  /// people, a timeline, organisations, places, quotations, and for each mention why it is there.
  ///
  /// Made for WCAG 2.2 AA: every mark has a label in words and an underline of its own, nothing is said by colour
  /// alone, all links work by keyboard, and the page follows dark mode, forced colours and print.
  ///
  /// - Parameter title: What the page is called; escaped, like everything that comes from the text.
  /// - Complexity: O(*n* + *m* log *m*) in the bytes of the text and the mentions.
  public func html(title: String = "Glane") -> String {
    HTMLPage(analysis: self, title: title).render()
  }
}

/// Puts the sections of a page one after another. Each gives nothing where it has nothing to show.
struct HTMLPage {
  let analysis: Analysis
  let title: String

  func render() -> String {
    let sections = [
      section("texte", "Texte", MarkedText(analysis).render()),
      section("personnes", "Personnes", people()),
      section("chronologie", "Chronologie", Timeline(analysis).render()),
      section("organisations", "Organisations", names(of: .organization)),
      section("lieux", "Lieux", names(of: .place)),
      section("evenements", "Événements", names(of: .event)),
      section("citations", "Citations", quotations()),
      section("pourquoi", "Pourquoi ?", reasons()),
    ].compactMap { $0 }
    let links = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }.joined()
    let date = analysis.reference.map { "<p>Date du document : <time datetime=\"\($0)\">\($0)</time></p>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escape(title))</title>
      <style>
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      <header>
      <h1>\(escape(title))</h1>
      \(date)<nav aria-label="Sections"><ul>\(links)</ul></nav>
      </header>
      <main>
      \(sections.map(\.body).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func section(_ id: String, _ title: String, _ content: String) -> (id: String, title: String, body: String)? {
    guard !content.isEmpty else { return nil }
    let body =
      "<section id=\"\(id)\" aria-labelledby=\"h-\(id)\">\n<h2 id=\"h-\(id)\">\(title)</h2>\n\(content)\n</section>"
    return (id, title, body)
  }

  // MARK: - Sections

  private func people() -> String {
    let cards = analysis.entities.filter { $0.type == .person }.map { person in
      var lines: [String] = []
      if !person.functions.isEmpty {
        lines.append(list(person.functions.map(analysis.readable).withoutRepetition.map(escape)))
      }
      if !person.aliases.isEmpty {
        lines.append("<p>Aussi : \(person.aliases.map(escape).joined(separator: ", "))</p>")
      }
      let said = analysis.quotations.filter { $0.speaker == person.id }
      lines += said.map { "<blockquote>« \(escape($0.text)) »</blockquote>" }
      lines.append("<p class=\"where\">\(occurrences(person))</p>")
      let name = (person.titles + [person.name]).joined(separator: " ")
      return
        "<article class=\"card\" id=\"\(person.id.wire)\">\n<h3>\(escape(name))</h3>\n\(lines.joined(separator: "\n"))\n</article>"
    }
    return cards.isEmpty ? "" : "<div class=\"cards\">\n\(cards.joined(separator: "\n"))\n</div>"
  }

  private func names(of type: MentionType) -> String {
    let items = analysis.entities.filter { $0.type == type }.map { entity in
      let acronym = entity.acronym.flatMap {
        $0 == entity.name ? nil : " (<abbr title=\"\(escape(entity.name))\">\(escape($0))</abbr>)"
      }
      return (
        entity.id.wire, "\(escape(entity.name))\(acronym ?? "") <span class=\"where\">\(occurrences(entity))</span>"
      )
    }
    guard !items.isEmpty else { return "" }
    return "<ul>\n\(items.map { "<li id=\"\($0.0)\">\($0.1)</li>" }.joined(separator: "\n"))\n</ul>"
  }

  private func quotations() -> String {
    analysis.quotations.enumerated().map { i, quotation in
      var footer =
        quotation.speaker.map { "<a href=\"#\($0.wire)\">\(escape(analysis[$0].name))</a>" } ?? "sans auteur nommé"
      if let cue = quotation.cue { footer += " <span class=\"where\">(\(escape(analysis.source.string(cue))))</span>" }
      return """
        <figure><blockquote>« \(escape(quotation.text)) »</blockquote>
        <figcaption>\(footer), <a href="#q\(i)">dans le texte</a></figcaption></figure>
        """
    }.joined(separator: "\n")
  }

  private func reasons() -> String {
    guard !analysis.mentions.isEmpty else { return "" }
    let rows = analysis.mentions.map { mention in
      var meaning = ""
      switch mention.detail {
      case .time(let time): meaning = time.value.map(escape) ?? ""
      case .function(let function): meaning = escape(function.label)
      default: meaning = mention.entity.map { "<a href=\"#\($0.wire)\">\(escape(analysis[$0].name))</a>" } ?? ""
      }
      return """
        <tr id="w\(mention.id.index)"><th scope="row"><a href="#\(mention.id.wire)">\(escape(oneLine(mention.text)))</a></th>\
        <td>\(mention.type.french)</td><td>\(meaning)</td><td><code>\(escape(mention.rule))</code></td></tr>
        """
    }
    return """
      <p>Chaque mention, ce qu’elle dit, et la règle ou la liste qui l’a donnée.</p>
      <table>
      <thead><tr><th scope="col">Mention</th><th scope="col">Type</th><th scope="col">Valeur</th>\
      <th scope="col">Règle</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  // MARK: - Pieces

  /// Links to the places in the text: `dans le texte : 1, 2, 3`.
  private func occurrences(_ entity: Entity) -> String {
    let links = entity.mentions.enumerated().map { i, id in
      "<a href=\"#\(id.wire)\" aria-label=\"\(escape(oneLine(analysis[id].text))), mention \(i + 1)\">\(i + 1)</a>"
    }
    return "dans le texte : " + links.joined(separator: ", ")
  }

  private func list(_ items: [String]) -> String { "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>" }

  private func escape(_ text: String) -> String { Markup.escape(text) }
}

extension MentionType {
  /// As a French reader calls it.
  var french: String {
    switch self {
    case .date: "date"
    case .time: "heure"
    case .duration: "durée"
    case .set: "répétition"
    case .period: "période"
    case .person: "personne"
    case .title: "titre"
    case .function: "fonction"
    case .organization: "organisation"
    case .place: "lieu"
    case .event: "événement"
    case .product: "produit"
    case .reference: "renvoi"
    }
  }
}
