"""`khabar statements`, `khabar speakers --of`, and statements in `khabar parse`: on made-up ones (see made_up)."""

from __future__ import annotations

import csv
import io
import json
import re

import khabar as library
import pytest
from conftest import Quoted
from khabar import Article, Quote, Section, Statement, Trace
from khabar.entries import SPOKEN
from khabar_cli.quotations import TYPES, Choice
from khabar_cli.tally import Tally
from made_up import AHMAD, FATIMA, MAYOR, TOWN, UNION, trace
from process import Khabar
from rich.cells import cell_len
from test_cli_terminal import CONTROLS, VTE, check_isolates, lines

FIELDS = [
    "source", "type", "speaker", "text", "cue", "confidence", "quoted",
    "section", "heading", "paragraph", "start", "end",
]  # fmt: skip
FILES = ("quoted.txt", "second.txt", "reported.txt")
BOTH = ("speakers", "--of", "quotes,statements")


class TestStatements:
    def test_a_row_for_each_in_a_pipe(self, quoted: Quoted) -> None:
        done = quoted("statements", "quoted.txt", "plain.txt", "reported.txt")
        assert (done.status, done.err) == (0, "")
        rows = done.records
        assert all(list(row) == ["schema", *FIELDS] for row in rows)
        assert [row["source"] for row in rows] == ["quoted.txt"] + ["reported.txt"] * 5
        assert [row["type"] for row in rows[1:]] == ["denial", "demand", "stance", "statement", "statement"]
        assert rows[3] == {
            "schema": 1,
            "source": "reported.txt",
            "type": "stance",
            "speaker": FATIMA,
            "text": "فتح باب الحوار مع المدينة",
            "cue": "ورحبت",
            "confidence": 0.66,
            "quoted": False,
            "section": 1,
            "heading": "موقف النقابة",
            "paragraph": 0,
            "start": 22,
            "end": 47,
        }
        assert (rows[0]["quoted"], rows[0]["heading"], rows[5]["speaker"]) == (True, None, None)

    def test_rows_are_the_statements_of_the_document(self, quoted: Quoted) -> None:
        document, *_ = quoted.inside("parse", "reported.txt").records
        assert list(document).index("statements") == list(document).index("quotes") + 1
        for row, one in zip(quoted.inside("statements", "reported.txt").records, document["statements"], strict=True):
            assert {name: row[name] for name in one} == one
            paragraph = document["sections"][one["section"]]["paragraphs"][one["paragraph"]]
            assert paragraph[one["start"] : one["end"]] == one["text"]

    def test_every_format(self, quoted: Quoted) -> None:
        rows = quoted.inside("statements", *FILES).records
        assert json.loads(quoted.inside("statements", "--json", *FILES).out) == rows
        table = list(csv.DictReader(io.StringIO(quoted.inside("statements", "-f", "csv", *FILES).text)))
        assert [list(row) for row in table] == [FIELDS] * 7
        assert [row["text"] for row in table] == [row["text"] for row in rows]
        assert [row["quoted"] for row in table] == ["true"] * 2 + ["false"] * 5  # as in JSON
        assert (table[6]["speaker"], table[6]["confidence"]) == ("", "")
        tsv = quoted.inside("statements", "-f", "tsv", *FILES).text.splitlines()
        assert len(tsv) == 8
        assert all(line.count("\t") == 11 for line in tsv)
        markdown = quoted.inside("statements", "-f", "markdown", "--fields", "speaker,type", *FILES).text
        assert "| reported.txt | البلدية | denial |\n" in markdown
        text = quoted.inside("statements", "-f", "text", "reported.txt").text.splitlines()
        assert text[0] == f"{TOWN} (ونفت): تكون الرسوم قد تضاعفت منذ الصيف"
        assert text[4].startswith("سيصوت")
        blocks = quoted.inside("statements", "-f", "blocks", *FILES).text
        assert "denial · section 0 · paragraph 0 · characters 16-47 · confidence 0.90\n" in blocks
        assert "statement · with a quotation · section 0" in blocks
        assert f"{FATIMA} (مؤكدة)" in blocks

    def test_a_table(self, quoted: Quoted) -> None:
        drawn = quoted.inside("statements", "-f", "table", "--width", "100", *FILES).text
        for heading in ("speaker", "statement", "type", "sure", "heading"):
            assert re.search(rf" {heading}( |\n)", drawn), heading
        assert re.search(r" 0\.90 +denial ", drawn)
        drawn = quoted.inside("statements", "-f", "table", "--fields", "cue,quoted", "quoted.txt").text
        assert re.search(r" quoted +cue\n", drawn)
        assert "statement" not in drawn

    def test_types_in_parquet(self, quoted: Quoted) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        assert quoted("statements", "-f", "parquet", "-o", "out.parquet", "quoted.txt", "reported.txt").status == 0
        table = parquet.read_table(quoted.folder / "out.parquet")
        kinds = [str(table.schema.field(name).type) for name in ("quoted", "confidence", "start", "type")]
        assert kinds == ["bool", "double", "int32", "string"]
        assert table["quoted"].to_pylist() == [True] + [False] * 5

    def test_without_statements_there_are_no_rows(self, quoted: Quoted) -> None:
        expected = {"jsonl": "", "json": "[]\n", "csv": ",".join(FIELDS) + "\n", "tsv": "\t".join(FIELDS) + "\n",
                    "text": "", "markdown": "", "blocks": "plain.txt\n"}  # fmt: skip
        for name, out in expected.items():
            done = quoted.inside("statements", "-f", name, "plain.txt")
            assert (done.status, done.err, done.text) == (0, "", out), name

    @pytest.mark.parametrize(
        ("types", "found"),
        [
            ("demand,denial", ["denial", "demand"]),
            (" stance , stance", ["stance"]),
            (",".join(TYPES), ["statement", "statement", "denial", "demand", "stance", "statement", "statement"]),
        ],
    )
    def test_type(self, quoted: Quoted, types: str, found: list[str]) -> None:
        assert [row["type"] for row in quoted.inside("statements", "--type", types, *FILES).records] == found

    def test_speaker(self, quoted: Quoted) -> None:
        rows = quoted.inside("statements", "--speaker", "الهاشمى", *FILES).records
        assert [row["speaker"] for row in rows] == [MAYOR, AHMAD]
        done = quoted("statements", "--speaker", "فاطمه", "--type", "stance", *FILES)
        assert [row["cue"] for row in done.records] == ["ورحبت"]

    def test_min_confidence_leaves_statements_out(self, quoted: Quoted) -> None:
        whole = quoted.inside("statements", *FILES).records
        rows = quoted.inside("statements", "--min-confidence", ".9", *FILES).records
        assert rows == [row for row in whole if row["confidence"] and row["confidence"] >= 0.9]
        assert [row["confidence"] for row in rows] == [0.92, 0.9, 0.95]
        assert quoted.inside("statements", "--min-confidence", "0", *FILES).records == whole

    def test_fields(self, quoted: Quoted) -> None:
        for row in quoted.inside("statements", "--fields", "text,quoted", *FILES).records:
            assert list(row) == ["schema", "source", "text", "quoted"]
        table = quoted.inside("statements", "-f", "csv", "--fields", "end,type", "reported.txt").text.split()
        assert table[:2] == ["source,end,type", "reported.txt,47,denial"]

    def test_only_what_is_shown_is_asked_for(self, quoted: Quoted, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: dict[str, object] = {}

        def spy(data: bytes | str, **options: object) -> Trace:
            asked[""] = options["fields"]
            return trace(data, **options)

        monkeypatch.setattr(library, "trace", spy)
        wants = set()
        calls = ("parse", "parse --fields title,quotes", "parse --fields statements", "sections", "credits", "text",
                 "quotes", "statements", "speakers", "speakers --of statements", "speakers --of statements,quotes",
                 "explain")  # fmt: skip
        for call in calls:
            assert quoted.inside(*call.split(), "quoted.txt").status == 0
            fields = asked[""]
            if fields is None or "statements" in fields:  # type: ignore[operator]
                wants.add(call)
        assert wants == {
            "parse",
            "parse --fields statements",
            "statements",
            "speakers --of statements",
            "speakers --of statements,quotes",
        }
        quoted.inside("statements", "quoted.txt")
        assert "quotes" not in asked[""]  # type: ignore[operator]

    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["--type", "denial,claim"], "no type is called claim; there are statement, demand, denial, stance"),
            (["--type", ","], "no type is named; there are statement, demand, denial, stance"),
            (["--min-confidence", "2"], "takes a number from 0 to 1, not 2"),
            (["--fields", "kind"], "no field is called kind; there are source, type"),
            (["--speaker", " "], "no speaker is named"),
            (["--kind", "direct"], "statements has no option --kind; quotes and speakers have it"),
        ],
    )
    def test_usage_errors(self, quoted: Quoted, args: list[str], told: str) -> None:
        done = quoted.inside("statements", *args, "reported.txt")
        assert (done.status, done.out) == (2, b"")
        assert told in " ".join(done.err.split())

    def test_no_steering_in_a_pipe(self, quoted: Quoted) -> None:
        for form in ("jsonl", "json", "table", "csv", "tsv", "markdown", "text", "blocks"):
            done = quoted.inside("statements", "-f", form, "reported.txt", **VTE)
            assert done.status == 0
            assert not CONTROLS.search(done.text), form

    @pytest.mark.parametrize("columns", [80, 25])
    def test_on_a_terminal(self, quoted: Quoted, columns: int) -> None:
        done = quoted.terminal("statements", "quoted.txt", "reported.txt", columns=columns, **VTE)
        assert (done.status, done.err) == (0, "")
        shown = lines(done)
        check_isolates(shown)
        assert max(map(cell_len, shown)) <= columns
        assert any("type" in line for line in shown) is (columns == 80)
        assert sum("denial" in line for line in shown) == 1


class TestSpeakers:
    """--of: what is counted, each in a column of its own."""

    def test_both(self, quoted: Quoted) -> None:
        done = quoted(*BOTH, *FILES, "plain.txt")
        assert (done.status, done.err) == (0, "")
        assert [(row["speaker"], row["quotes"], row["statements"], row["files"]) for row in done.records] == [
            (AHMAD, 4, 2, 2),
            (FATIMA, 1, 2, 2),
            (TOWN, 0, 1, 1),
            (UNION, 0, 1, 1),
            (None, 1, 1, 2),
        ]
        assert list(done.records[0]) == ["schema", "speaker", "quotes", "statements", "words", "files", "forms"]
        assert done.records[0]["forms"] == [MAYOR, AHMAD, "احمد الهاشمي"]

    def test_statements_alone(self, quoted: Quoted) -> None:
        rows = quoted.inside("speakers", "--of", "statements", *FILES).records
        assert list(rows[0]) == ["schema", "speaker", "statements", "words", "files", "forms"]
        found = [(row["speaker"], row["statements"], row["words"], row["files"]) for row in rows]
        assert found == [(AHMAD, 2, 26, 2), (FATIMA, 2, 14, 1), (TOWN, 1, 6, 1), (UNION, 1, 5, 1), (None, 1, 12, 1)]
        head = quoted.inside("speakers", "--of", "statements", "-f", "csv", *FILES).text.split("\n")[0]
        assert head == "speaker,statements,words,files,forms"

    def test_without_it_nothing_changes(self, quoted: Quoted) -> None:
        for form in ("jsonl", "csv", "text", "table", "blocks", "markdown"):
            out = quoted.inside("speakers", "-f", form, *FILES).text
            assert out == quoted.inside("speakers", "--of", "quotes", "-f", form, *FILES).text
            assert "statement" not in out

    def test_a_word_counts_once(self, quoted: Quoted) -> None:
        """Those of a quotation inside a statement are the quotation's."""
        marked, alone, both = (
            sum(row["words"] for row in quoted.inside("speakers", "--of", of, "quoted.txt").records)
            for of in ("quotes", "statements", "statements,quotes")
        )
        assert both == marked + alone - 2

    def test_in_any_order_and_any_process(self, quoted: Quoted) -> None:
        files = [f"{n}.txt" for n in range(60)]
        texts = [(quoted.folder / name).read_text("utf-8") for name in (*FILES, "plain.txt")]
        for n, name in enumerate(files):
            (quoted.folder / name).write_text(texts[n % 4], "utf-8")
        once = quoted(*BOTH, *files)
        assert [(row["quotes"], row["statements"]) for row in once.records[:2]] == [(60, 30), (15, 30)]
        for args in (["-j", "2"], ["-j", "2", "--unordered"]):
            assert quoted(*BOTH, *args, *reversed(files)).records == once.records

    def test_kind_and_type(self, quoted: Quoted) -> None:
        rows = quoted.inside(*BOTH, "--kind", "partial", "--type", "stance,denial", *FILES).records
        assert [(row["quotes"], row["statements"]) for row in rows] == [(2, 0), (0, 1), (0, 1)]

    def test_min_confidence(self, quoted: Quoted) -> None:
        rows = quoted.inside(*BOTH, "--min-confidence", ".9", *FILES).records
        assert [(row["speaker"], row["quotes"], row["statements"]) for row in rows] == [
            (MAYOR, 2, 1),
            (FATIMA, 0, 1),
            (TOWN, 0, 1),
            (None, 4, 0),
        ]

    @pytest.mark.parametrize("by", ["quotes", "statements", "words", "files", "speaker"])
    def test_sort(self, quoted: Quoted, by: str) -> None:
        rows = quoted.inside(*BOTH, "--sort", by, *FILES).records
        assert (rows[0]["speaker"], rows[-1]["speaker"]) == (AHMAD, None)
        if by != "speaker":
            numbers = [row[by] for row in rows[:-1]]
            assert numbers == sorted(numbers, reverse=True)

    def test_the_order_of_the_list_says_what_comes_first(self, quoted: Quoted) -> None:
        files = ("reported.txt", "reported.txt", "second.txt")
        by_quotes = quoted.inside(*BOTH, *files).records
        by_statements = quoted.inside("speakers", "--of", "statements,quotes", *files).records
        assert (by_quotes[0]["speaker"], by_statements[0]["speaker"]) == (AHMAD, FATIMA)

    def test_every_format(self, quoted: Quoted) -> None:
        assert f"0\t2\t14\t1\t{FATIMA}\n" in quoted.inside(*BOTH, "-f", "text", "reported.txt").text
        assert quoted.inside(*BOTH, "-f", "csv", "reported.txt").text.split("\n")[1] == f"{FATIMA},0,2,14,1,{FATIMA}"
        table = quoted.inside(*BOTH, "-f", "table", "--width", "90", "reported.txt").text
        assert " words  statements  quotes " in table
        assert "0 quotes · 2 statements · 14 words · 1 file\n" in quoted.inside(*BOTH, "-f", "blocks", FILES[2]).text
        rows = quoted.inside(*BOTH, "--fields", "statements,speaker", "reported.txt").records
        assert rows[0] == {"schema": 1, "speaker": FATIMA, "statements": 2}

    def test_in_parquet(self, quoted: Quoted) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        for of, columns in (("quotes", 0), ("quotes,statements", 1)):
            assert quoted("speakers", "--of", of, "-f", "parquet", "-o", "out.parquet", "reported.txt").status == 0
            table = parquet.read_table(quoted.folder / "out.parquet")
            assert table.column_names.count("statements") == columns

    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["--of", "quotes,claims"], "no list is called claims; there are quotes, statements"),
            (["--of", ""], "no list is named; there are quotes, statements"),
            (["--sort", "statements"], "--sort: statements are not counted; see --of"),
            (["--fields", "speaker,statements"], "--fields: statements are not counted; see --of"),
            (["--type", "denial"], "--type: statements are not counted; see --of"),
            (["--of", "statements", "--sort", "quotes"], "--sort: quotes are not counted; see --of"),
            (["--of", "statements", "--fields", "quotes"], "--fields: quotes are not counted; see --of"),
            (["--of", "statements", "--kind", "direct"], "--kind: quotes are not counted; see --of"),
        ],
    )
    def test_usage_errors(self, quoted: Quoted, args: list[str], told: str) -> None:
        done = quoted.inside("speakers", *args, "reported.txt")
        assert (done.status, done.out) == (2, b"")
        assert told in " ".join(done.err.split())


def test_a_quotation_is_inside_or_is_not() -> None:
    """It counts with a statement only where it stands in it from beginning to end, and is one that counts."""
    paragraph = 'She said that "a b" was c d e and "f g" as "h i".'
    places = [(paragraph.index(text), text) for text in ("a b", "f g", "h i")]
    quotes = [Quote(text, "partial", None, None, 0, 0, at, at + 3) for at, text in places]
    text = '"a b" was c d e and "f'
    at = paragraph.index(text)
    one = Statement(text, "statement", None, None, 0, 0, at, at + len(text), True)
    article = Article(sections=(Section(None, (paragraph, paragraph)),), quotes=tuple(quotes), statements=(one,))
    tally = Tally(Choice(kinds=SPOKEN))
    tally.add(Trace(article, ()))
    (nobody,) = tally.sorted("words")
    assert (nobody.quotes, nobody.statements, nobody.words, nobody.times) == (3, 1, 6 + 8 - 2, 4)
    elsewhere = article.replace(quotes=tuple(quote.replace(paragraph=1, end_paragraph=None) for quote in quotes))
    tally = Tally(Choice(kinds=SPOKEN))
    tally.add(Trace(elsewhere, ()))
    assert next(tally.sorted("words")).words == 6 + 8


@pytest.mark.parametrize(
    ("call", "offered"),
    [
        ("statements --type de", ["demand", "denial"]),
        ("statements --type stance,st", ["stance,statement"]),
        ("speakers --of quotes,", ["quotes,statements"]),
        ("statem", ["statements"]),
    ],
)
def test_completion(quoted: Quoted, call: str, offered: list[str]) -> None:
    words = str(len(call.split()))
    done = quoted(_KHABAR_COMPLETE="complete_bash", COMP_WORDS=f"khabar {call}", COMP_CWORD=words)
    assert done.text.split() == offered


LISTS = ("--fields", "title,sections,quotes,statements")
"""With it, what is said is listed below the article."""


class TestParse:
    def test_who_says_what_in_the_order_of_the_text(self, quoted: Quoted) -> None:
        """Quotations in marks, statements without and dim."""
        shown = [line.strip() for line in lines(quoted.terminal("parse", "quoted.txt", "--color", "never", *LISTS))]
        at = shown.index("statements: statement")
        assert shown[at - 1].startswith("quotations: ")
        assert [line.removeprefix(f"{MAYOR}: ")[:12].rstrip() for line in shown[at + 1 :] if MAYOR in line] == [
            "«سيبقى المين",
            "الأعمال كانت",
            "«شاقة ومكلفة",
        ]

    def test_a_denial_does_not_read_as_the_contrary(self, quoted: Quoted) -> None:
        """Nor a demand as a statement: the words of the others alone say what was said."""
        text = quoted.inside("parse", "-f", "blocks", "reported.txt", *LISTS).text
        assert f"{TOWN} (ونفت): تكون" in text
        assert f"{UNION} (وطالبت): خفضها" in text
        assert f"{FATIMA}: القوارب" in text

    def test_dim(self, quoted: Quoted) -> None:
        done = quoted.terminal("parse", "quoted.txt", "--color", "always", "--width", "200", *LISTS)
        (line,) = [line for line in done.text.splitlines() if "الأعمال كانت" in line and f"{MAYOR}: " in line]
        assert "\x1b[2m" in line
        (line,) = [line for line in done.text.splitlines() if f"{MAYOR}: «شاقة ومكلفة»" in line]
        assert "\x1b[2m" not in line

    def test_only_where_there_are_some(self, quoted: Quoted) -> None:
        for form in ("text", "markdown"):
            assert "statements:" not in quoted.inside("parse", "-f", form, "reported.txt").text
        for args in (["plain.txt"], ["reported.txt", "--fields", "title"], ["quoted.txt", "--fields", "quotes"]):
            assert "statements:" not in quoted.inside("parse", "-f", "blocks", *args).text
        text = quoted.inside("parse", "-f", "blocks", "reported.txt", *LISTS).text
        assert "\n\nstatements: statement × 2, denial, demand, stance\n" in text

    def test_the_marks_are_those_of_the_language(self, quoted: Quoted) -> None:
        out = quoted.inside("parse", "-f", "blocks", "--fields", "quotes", "quoted.txt").text
        assert "«السمك طازج»" in out

    def test_csv(self, quoted: Quoted) -> None:
        rows = csv.DictReader(io.StringIO(quoted.inside("parse", "-f", "csv", *FILES).text))
        assert [(row["n_quotes"], row["n_statements"]) for row in rows] == [("6", "1"), ("2", "1"), ("0", "5")]
        out = quoted.inside("parse", "-f", "tsv", "--fields", "statements", "reported.txt").text
        assert out == "source\tn_statements\nreported.txt\t5\n"

    def test_min_confidence(self, quoted: Quoted) -> None:
        (document,) = quoted.inside("parse", "--min-confidence", ".9", "reported.txt").records
        assert [one["type"] for one in document["statements"]] == ["denial", "statement"]

    def test_the_schema(self, quoted: Quoted) -> None:
        schema = json.loads(quoted.inside("schema").out)
        assert schema["properties"]["statements"]["items"] == {"$ref": "#/$defs/statement"}
        described = schema["$defs"]["statement"]
        (document,) = quoted.inside("parse", "reported.txt").records
        for one in document["statements"]:
            assert list(one) == list(described["properties"]) == described["required"]
            assert one["type"] in described["properties"]["type"]["enum"]

    def test_in_arrow(self, quoted: Quoted) -> None:
        pa = pytest.importorskip("pyarrow")
        from khabar.engines.arrow import schema

        (document,) = quoted.inside("parse", "--fields", "statements", "reported.txt").records
        table = pa.Table.from_pylist([document], schema=schema(["statements"]))
        assert table["statements"].to_pylist() == [document["statements"]]


def test_on_what_the_library_finds(khabar: Khabar) -> None:
    """Whatever that is: the rows agree with the documents."""
    documents = khabar("parse", "arabic.txt", "english.txt").records
    statements = [one for document in documents for one in document["statements"]]
    rows = khabar("statements", "arabic.txt", "english.txt").records
    assert [(r["text"], r["speaker"], r["start"]) for r in rows] == [
        (one["text"], one["speaker"], one["start"]) for one in statements
    ]
    counted = khabar("speakers", "--of", "statements", "arabic.txt", "english.txt").records
    assert sum(row["statements"] for row in counted) == len(statements)
