import Testing

/// Help and version are part of the interface: compared whole.
@Suite struct HelpTests {
  @Test func version() throws {
    #expect(try Command.run(["--version"]) == .init(status: 0, output: "0.1.0\n", errors: ""))
  }

  @Test func overview() throws {
    #expect(
      try Command.run(["--help"]).output == """
        OVERVIEW: Gathers the facts of French text: dates with their values, people,
        functions, organisations, quotations.

        Exit status: 0 all well; 1 some documents failed; 64 usage; 65 bad data; 66 no
        input; 74 input or output failed.

        USAGE: glane <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          extract                 Extract dates, people, functions, organisations,
                                  places and quotations.
          tokenize                Cut text into tokens, one a line; an empty line
                                  follows each sentence.
          explain                 Say how a span came about, or why there is none.
          evaluate                Score the extraction against documents whose mentions
                                  are marked, rule by rule.

          See 'glane help <subcommand>' for detailed help.

        """)
  }

  @Test func extract() throws {
    #expect(
      try Command.run(["extract", "--help"]).output == """
        OVERVIEW: Extract dates, people, functions, organisations, places and
        quotations.

        Reads each FILE as one document, or standard input where none is given (`-`
        too). With --input jsonl each line is a document: {"id": ..., "text": ...,
        "reference": ...}; a line that can't be read is answered by {"id": ..., "line":
        ..., "error": ...} in its place, and the rest goes on. What gzip compressed is
        read as what it holds.

        USAGE: glane extract [<options>] [<file> ...]

        ARGUMENTS:
          <file>                  The texts to read, in UTF-8.

        OPTIONS:
          --format <format>       A report to read (text), one JSON object (json) or
                                  one a line (jsonl), a page for a browser (html), brat
                                  standoff, CoNLL-2003 columns, TimeML, JSON-LD in the
                                  vocabulary of schema.org, or a spaCy document in
                                  JSON. (values: text, json, jsonl, html, brat, conll,
                                  timeml, jsonld, spacy; default: text)
          --input <input>         Read plain text, one document a file, or one JSON
                                  object a line. (values: text, jsonl; default: text)
          --offsets <offsets>     What offsets in JSON count. (values: utf8, utf16,
                                  unicode-scalar; default: unicode-scalar)
          --tokens                List the tokens in JSON.
          --text                  Put the text in JSON: what evaluate reads.
          --jobs <jobs>           How many documents of a JSON Lines stream to read at
                                  a time; the order is kept. (default: 1)
          --skip <skip>           Pass over the first documents of a JSON Lines stream:
                                  those answered before. (default: 0)
          --max-size <mib>        The most that a document, or a line of JSON, may
                                  have, in MiB. (default: 64)
          --reference <date>      The date of the text, which "hier" counts from:
                                  2024-02-12 or 2024-02-12T08:30.
          --no-dateline           Without --reference, don't take the date of the
                                  text's own dateline ("PARIS, 3 mars 2017 -").
          --direction <direction> Which way "mardi" or "le 7 juillet" look: past,
                                  future or nearest; else the verb beside them tells.
                                  (values: past, future, nearest, usual)
          --only-dates            Look for dates alone, which is several times as fast.
          --rules <file>          Rules of your own (.rules); may be given several
                                  times.
          --list <file>           A word list of your own (.tsv); may be given several
                                  times.
          --min-confidence <confidence>
                                  Leave out names that are less sure, from 0 to 1; at
                                  0.9 at least 95 in 100 are right. (default: 0.0)
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func tokenize() throws {
    #expect(
      try Command.run(["tokenize", "--help"]).output == """
        OVERVIEW: Cut text into tokens, one a line; an empty line follows each
        sentence.

        Each line is a token, with --spans preceded by its offsets, kind and a tab.
        With --format jsonl each document is one object: {"id": ..., "offsets": ...,
        "tokens": [[start, end], ...], "sentences": [[start, end], ...]}.

        USAGE: glane tokenize [<file> ...] [--format <format>] [--input <input>] [--offsets <offsets>] [--spans] \
        [--max-size <mib>]

        ARGUMENTS:
          <file>                  The texts to cut, in UTF-8.

        OPTIONS:
          --format <format>       Write text or one JSON object a line. (values: text,
                                  jsonl; default: text)
          --input <input>         Read plain text, one document a file, or one JSON
                                  object a line. (values: text, jsonl; default: text)
          --offsets <offsets>     What offsets count. (values: utf8, utf16,
                                  unicode-scalar; default: unicode-scalar)
          --spans                 Write the offsets and the kind before each token.
          --max-size <mib>        The most that a document, or a line of JSON, may
                                  have, in MiB. (default: 64)
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func explain() throws {
    #expect(
      try Command.run(["explain", "--help"]).output == """
        OVERVIEW: Say how a span came about, or why there is none.

        Shows what was found in a text, or with --at or --word at one place of it: the
        mentions, every rule that matched on the way, and the lists that hold its
        words. With --file the text is read from a file.

        USAGE: glane explain [<text>] [--file <file>] [--at <offset>] [--word <word>] [--reference <date>] \
        [--no-dateline] [--direction <direction>] [--only-dates] [--rules \
        <file> ...] [--list <file> ...] \
        [--min-confidence <confidence>]

        ARGUMENTS:
          <text>                  The text to explain.

        OPTIONS:
          --file <file>           Read the text from a file (`-`: standard input).
          --at <offset>           A place, in Unicode scalars from the start.
          --word <word>           A word: its first occurrence.
          --reference <date>      The date of the text, which "hier" counts from:
                                  2024-02-12 or 2024-02-12T08:30.
          --no-dateline           Without --reference, don't take the date of the
                                  text's own dateline ("PARIS, 3 mars 2017 -").
          --direction <direction> Which way "mardi" or "le 7 juillet" look: past,
                                  future or nearest; else the verb beside them tells.
                                  (values: past, future, nearest, usual)
          --only-dates            Look for dates alone, which is several times as fast.
          --rules <file>          Rules of your own (.rules); may be given several
                                  times.
          --list <file>           A word list of your own (.tsv); may be given several
                                  times.
          --min-confidence <confidence>
                                  Leave out names that are less sure, from 0 to 1; at
                                  0.9 at least 95 in 100 are right. (default: 0.0)
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func evaluate() throws {
    #expect(
      try Command.run(["evaluate", "--help"]).output == """
        OVERVIEW: Score the extraction against documents whose mentions are marked,
        rule by rule.

        Each line of GOLD is a document as extract --format jsonl --text writes it, put
        right by hand: its text, its mentions and quotes. Mentions count strictly
        (equal spans) and fuzzily (spans that overlap), and so do values, holders and
        labels of functions, and speakers. A type that the gold does not mark is not
        judged.

        USAGE: glane evaluate [<gold> ...] [--format <format>] [--mistakes <mistakes>] [--max-size <mib>] [--reference <date>] \
        [--no-dateline] [--direction <direction>] [--only-dates] [--rules <file> ...] [--list <file> ...] [--min-confidence <confidence>]

        ARGUMENTS:
          <gold>                  The marked documents, a JSON object a line.

        OPTIONS:
          --format <format>       Write tables to read, or one JSON object. (values:
                                  text, json; default: text)
          --mistakes <mistakes>   How many mistakes of each sort to show. (default: 10)
          --max-size <mib>        The most that a document, or a line of JSON, may
                                  have, in MiB. (default: 64)
          --reference <date>      The date of the text, which "hier" counts from:
                                  2024-02-12 or 2024-02-12T08:30.
          --no-dateline           Without --reference, don't take the date of the
                                  text's own dateline ("PARIS, 3 mars 2017 -").
          --direction <direction> Which way "mardi" or "le 7 juillet" look: past,
                                  future or nearest; else the verb beside them tells.
                                  (values: past, future, nearest, usual)
          --only-dates            Look for dates alone, which is several times as fast.
          --rules <file>          Rules of your own (.rules); may be given several
                                  times.
          --list <file>           A word list of your own (.tsv); may be given several
                                  times.
          --min-confidence <confidence>
                                  Leave out names that are less sure, from 0 to 1; at
                                  0.9 at least 95 in 100 are right. (default: 0.0)
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }
}
