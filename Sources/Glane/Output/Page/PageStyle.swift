/// The style sheet of ``Analysis/html(title:)``.
///
/// All text has a contrast of at least 4.5:1 in both colour schemes; each type of mention has an underline of its own, so
/// that nothing is said by colour alone.
enum PageStyle {
  static let sheet = """
    :root { color-scheme: light dark;
      --ground: #fff; --text: #1a1a1a; --soft: #595959; --line: #8c8c8c; --panel: #f5f5f2;
      --time: #8a3b00; --person: #8b1a5e; --organization: #0b4f8a; --place: #1a5e20; --function: #4a3f9f; --other: #555; }
    @media (prefers-color-scheme: dark) { :root {
      --ground: #16181d; --text: #ececec; --soft: #b4b4b4; --line: #7c7c7c; --panel: #21242b;
      --time: #ffc38a; --person: #f3aedb; --organization: #9ecbff; --place: #9be3a0; --function: #cdc5ff; --other: #c8c8c8; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem 1.25rem 4rem; background: var(--ground); color: var(--text);
      font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
    h1, h2, h3, nav, .tag, .value, .where, table, figcaption { font-family: system-ui, sans-serif; }
    h1 { line-height: 1.2; margin-bottom: .25rem; overflow-wrap: anywhere; }
    h2 { border-bottom: 2px solid var(--line); margin-top: 2.5rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
    nav a { display: inline-block; padding: .25rem 0; }
    a { color: inherit; text-underline-offset: .15em; }
    a:focus-visible { outline: 3px solid var(--organization); outline-offset: 2px; }
    :target { outline: 3px solid var(--time); outline-offset: 3px; }
    .text p { white-space: pre-line; line-height: 2; overflow-wrap: anywhere; margin: .5rem 0; }
    mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: .25em;
      text-decoration-color: var(--kind); --kind: var(--other); }
    mark.time { --kind: var(--time); text-decoration-style: double; }
    mark.person { --kind: var(--person); text-decoration-style: solid; font-weight: 600; }
    mark.organization { --kind: var(--organization); text-decoration-style: dashed; }
    mark.place { --kind: var(--place); text-decoration-style: dotted; }
    mark.function, mark.title, mark.reference { --kind: var(--function); text-decoration-style: wavy;
      text-decoration-thickness: 1px; }
    .tag { display: inline-block; line-height: 1.2; color: var(--kind); font-size: .6875rem; font-weight: 400;
      margin-left: .25em; padding: .1em .2em;
      text-decoration: none; border: 1px solid; border-radius: .25em; user-select: none; white-space: nowrap; }
    .said { font-style: italic; background: var(--panel); }
    .where, .value { color: var(--soft); font-size: .875rem; }
    .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
    .card { background: var(--panel); border-left: .35rem solid var(--person); padding: .25rem 1rem .5rem;
      overflow-wrap: anywhere; }
    .card h3 { margin: .5rem 0; }
    .card ul { padding-left: 1.1rem; margin: .5rem 0; }
    blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
    figure { margin: 1rem 0; }
    .timeline { list-style: none; padding: 0; }
    .timeline li { display: grid; gap: .75rem;
      grid-template-columns: var(--columns);
      align-items: center; padding: .2rem 0; border-bottom: 1px solid var(--panel); }
    .axis, .timeline li { --columns: 12rem minmax(6rem, 1fr) 15rem; }
    .axis { position: relative; height: 1.4rem; margin: 0 15.75rem 0 12.75rem; color: var(--soft);
      font: .75rem/1.4 system-ui, sans-serif; }
    .axis span { position: absolute; white-space: nowrap; border-top: 2px solid var(--line); }
    .value { color: var(--time); overflow-wrap: anywhere; }
    .track { position: relative; height: 1rem; background: var(--panel); border-radius: .25rem; overflow: hidden; }
    .bar { position: absolute; top: .15rem; bottom: .15rem; background: var(--time); border-radius: .15rem; min-width: 4px; }
    .bar.approximate { border: 1px dashed var(--time);
      background: repeating-linear-gradient(90deg, var(--time) 0 4px, transparent 4px 7px); }
    .bar.open-start { border-left: .5rem dotted var(--line); border-radius: 0; }
    .bar.open-end { border-right: .5rem dotted var(--line); border-radius: 0; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
      border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    th[scope=row] { font-weight: 400; }
    @media (max-width: 40rem) {
      .timeline li { grid-template-columns: 1fr; gap: .1rem; } .axis { display: none; } }
    @media (forced-colors: active) {
      .bar { background: CanvasText; forced-color-adjust: none; } .tag { border-color: LinkText; } }
    @media print { body { max-width: none; font-size: 11pt; } nav { display: none; }
      .card, figure, .timeline li, tr { break-inside: avoid; } .bar, .track { print-color-adjust: exact; } }
    """
}
