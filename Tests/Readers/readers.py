#!/usr/bin/env python3
"""Reads what `glane` writes with the readers that others use, over our articles and over hostile texts.

    python3 Tests/Readers/readers.py .build/release/glane [FILE.txt …]

spaCy loads the spaCy form, pyld expands the JSON-LD, an XML parser reads the TimeML, and the brat and CoNLL forms are
read again by the few lines below, which hold every span and every token against the text. A reader that is not
installed is passed over with a message (`pip install spacy pyld`).
"""
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

GLANE = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parents[2]

HOSTILE = [
    "",
    " \n\t\n ",
    "M. Paul <Ngô> & fils, « Oui ]]> 😀 », le 3 mai 2024.\r\nMme <!-- Diop --> a dit \"non\" & 'peut-être'.",
    "Le 3\u00a0mai\u202f2024, l’E\u0301tat a reçu M\u0301me Zoe\u0308 Noël à Paris\u2028puis à Lyon.",
    "\ufeffPaul Martin, maire de\nLyon, a vu le 3 mai\n2024 le président\r\nde la République.",
    "T1\tPER 0 3\tPaul\n#1\tNote\n-DOCSTART- -X- O\nPaul Martin O B-PER",
    "\u0000\u0001\u001b Paul Martin \ufffe est à Paris \U0010ffff le 3 mai 2024.",
    "«" * 200 + "Paul Martin" + "»" * 200,
    "👩‍👩‍👧‍👦 Paul Martin 🇫🇷 le 14 juillet 1789 " * 20,
    "a" * 5000 + " Paul Martin " + "é" * 5000,
    "Entre 1939 et 1945, puis tous les mardis pendant trois heures, d’ici à 2027, vers 2014.",
]


def plain(path):
    """The text of an article of Fixtures/articles: without its first line and its marks."""
    text = path.read_text(encoding="utf-8").split("\n", 1)[1].strip("\n")
    while True:
        bare = re.sub(r"\{[A-Z]+(?::[^|{}]*)?\|([^{}]*)\}", r"\1", text)
        if bare == text:
            return text
        text = bare


def run(form, text):
    command = [GLANE, "extract", "--format", form, "--reference", "2024-02-12"]
    # As bytes: a text may hold line ends of any kind.
    out = subprocess.run(command, input=text.encode("utf-8"), capture_output=True)
    assert out.returncode == 0, (form, out.returncode, out.stderr.decode())
    return out.stdout.decode("utf-8")


def mentions(text):
    return json.loads(run("json", text)).get("mentions", [])


def check_spacy(texts):
    import spacy
    from spacy.tokens import Doc

    vocab = spacy.blank("fr").vocab
    names = 0
    for text in texts:
        for line in filter(None, run("spacy", text).split("\n")):
            data = json.loads(line)
            doc = Doc(vocab).from_json(data)
            assert doc.text == data["text"] == text, (doc.text, text)
            assert len(doc.ents) == len(data["ents"])
            for ent, given in zip(doc.ents, data["ents"]):
                assert (ent.start_char, ent.end_char, ent.label_) == (given["start"], given["end"], given["label"])
            assert Doc(vocab).from_bytes(doc.to_bytes()).text == text
            names += len(doc.ents)
    return f"{names} entities"


def check_jsonld(texts):
    from pyld import jsonld

    def offline(url, options):
        raise AssertionError("the JSON-LD asks for " + url)

    jsonld.set_document_loader(offline)
    nodes = 0
    for text in texts:
        expanded = jsonld.expand(json.loads(run("jsonld", text)))
        quads = jsonld.to_rdf(expanded)
        flat = jsonld.flatten(expanded)
        assert all("@id" in node for node in flat)
        types = {t for node in flat for t in node.get("@type", [])}
        assert all(t.startswith("http") for t in types), types
        nodes += len(flat)
        found = {e["type"] for e in json.loads(run("json", text)).get("entities", [])}
        assert ("person" in found) == any(t.endswith("schema.org/Person") for t in types), (found, types)
        assert isinstance(quads, dict)
    return f"{nodes} nodes"


def check_timeml(texts):
    tags = 0
    for text in texts:
        root = ElementTree.fromstring(run("timeml", text).encode("utf-8"))
        assert root.tag == "TimeML", root.tag
        timexes = [e for e in root.iter("TIMEX3")]
        ids = [e.get("tid") for e in timexes]
        assert len(set(ids)) == len(ids)
        for timex in timexes:
            assert timex.get("type") in {"DATE", "TIME", "DURATION", "SET"}, timex.attrib
            assert timex.get("value") is not None, timex.attrib
        # XML has no word for most control characters, and reads every line end as LF.
        body = "".join(root.find("TEXT").itertext())
        def bare(s):
            return "".join(s.split())
        legal = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text).replace("\r\n", "\n")
        given = re.sub("\ufffd", "", body)
        assert bare(given) == bare(legal.replace("\ufffd", "")), (given[:200], legal[:200])
        tags += len(timexes)
    return f"{tags} TIMEX3"


def check_brat(texts):
    spans = 0
    for text in texts:
        known = set()
        for line in run("brat", text).split("\n"):
            if not line:
                continue
            name, rest = line.split("\t", 1)
            if name[0] == "T":
                head, words = rest.split("\t", 1)
                label, offsets = head.split(" ", 1)
                parts = [tuple(map(int, part.split())) for part in offsets.split(";")]
                assert " ".join(text[a:b] for a, b in parts) == words, (line, [text[a:b] for a, b in parts])
                assert not re.search(r"[\n\r]", words)
                known.add(name)
                spans += 1
            elif name[0] in "RE":
                arguments = [a.split(":", 1)[1] for a in rest.split()[1:]] if name[0] == "R" else []
                assert all(a in known for a in arguments), line
            else:
                assert name[0] in "#A*", line
    return f"{spans} text-bound annotations"


def check_conll(texts):
    tokens = 0
    for text in texts:
        at = 0
        previous = "O"
        for line in run("conll", text).split("\n"):
            if not line or line.startswith("-DOCSTART-"):
                previous = "O"
                continue
            columns = line.split(" ")
            assert len(columns) == 4, columns
            word, tag = columns[0], columns[-1]
            assert re.fullmatch(r"O|[BI]-[A-Z]+", tag), tag
            if tag.startswith("I-"):
                assert previous != "O" and previous[2:] == tag[2:], (previous, tag, word)
            previous = tag
            # A space inside a token is written as _, since columns are parted by spaces.
            place = re.compile(r"[\s_]+".join(map(re.escape, word.split("_")))).search(text, at)
            assert place and not any(map(str.isalnum, text[at : place.start()])), (word, text[at : at + 40])
            at = place.end()
            tokens += 1
    return f"{tokens} tokens"


def main():
    paths = [pathlib.Path(p) for p in sys.argv[2:]]
    texts = [plain(p) for p in sorted((ROOT / "Fixtures" / "articles").glob("*.txt"))]
    texts += [p.read_text(encoding="utf-8") for p in paths] + HOSTILE
    failed = False
    for name, check in [
        ("spaCy", check_spacy),
        ("JSON-LD (pyld)", check_jsonld),
        ("TimeML (XML)", check_timeml),
        ("brat", check_brat),
        ("CoNLL", check_conll),
    ]:
        try:
            print(f"{name}: {len(texts)} texts, {check(texts)}")
        except ImportError as missing:
            print(f"{name}: skipped, no module “{missing.name}” here")
        except AssertionError as wrong:
            failed = True
            print(f"{name}: WRONG: {wrong}")
    sys.exit(1 if failed else 0)


main()
