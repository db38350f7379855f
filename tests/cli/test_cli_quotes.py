"""`khabar quotes` and `khabar speakers`, and quotations in `khabar parse`: on made-up ones (see made_up)."""

from __future__ import annotations

import csv
import io
import json
import re

import khabar as library
import pytest
from conftest import ARABIC, ENGLISH, Quoted
from hypothesis import given
from hypothesis import strategies as st
from khabar import Article, Quote, Trace
from khabar_cli.quotations import KINDS, Choice
from khabar_cli.tally import Tally
from khabar_cli.views.base import Grid, Line
from made_up import AHMAD, FATIMA, MAYOR, PLAIN, SECOND, TITLE, trace
from made_up import ARABIC as QUOTED
from process import Khabar
from rich.cells import cell_len
from test_cli_terminal import CONTROLS, FSI, LRI, PDI, RLI, VTE, check_isolates, lines

FIELDS = [
    "source", "kind", "speaker", "text", "cue", "confidence",
    "section", "heading", "paragraph", "start", "end", "end_paragraph",
]  # fmt: skip


class TestQuotes:
    def test_a_row_for_each_in_a_pipe(self, quoted: Quoted) -> None:
        done = quoted("quotes", "quoted.txt", "plain.txt", "second.txt")
        assert (done.status, done.err) == (0, "")
        rows = done.records
        assert all(list(row) == ["schema", *FIELDS] for row in rows)
        assert [row["source"] for row in rows] == ["quoted.txt"] * 6 + ["second.txt"] * 2
        assert [row["kind"] for row in rows[:6]] == ["heading", "direct", "partial", "direct", "term", "direct"]
        assert rows[1] == {
            "schema": 1,
            "source": "quoted.txt",
            "kind": "direct",
            "speaker": MAYOR,
            "text": "سيبقى الميناء مفتوحا طوال العام، ولن نسمح بإغلاقه مرة أخرى مهما كانت الأسباب",
            "cue": "قال",
            "confidence": 0.97,
            "section": 0,
            "heading": None,
            "paragraph": 0,
            "start": 32,
            "end": 108,
            "end_paragraph": None,
        }
        assert rows[0]["section"] is rows[0]["paragraph"] is rows[0]["heading"] is None  # it stands in the title
        assert (rows[3]["heading"], rows[3]["paragraph"], rows[3]["end_paragraph"]) == ("سوق السمك", 0, 1)

    def test_rows_are_the_quotes_of_the_document(self, quoted: Quoted) -> None:
        document, *_ = quoted.inside("parse", "quoted.txt").records
        for row, quote in zip(quoted.inside("quotes", "quoted.txt").records, document["quotes"], strict=True):
            assert {name: row[name] for name in quote} == quote

    def test_every_format(self, quoted: Quoted) -> None:
        files = ("quoted.txt", "second.txt")
        rows = quoted.inside("quotes", *files).records
        assert json.loads(quoted.inside("quotes", "--json", *files).out) == rows
        table = list(csv.DictReader(io.StringIO(quoted.inside("quotes", "-f", "csv", *files).text)))
        assert [list(row) for row in table] == [FIELDS] * 8
        assert [row["text"] for row in table] == [row["text"] for row in rows]
        assert (table[0]["speaker"], table[0]["section"], table[0]["confidence"]) == ("", "", "")
        assert (table[1]["confidence"], table[2]["confidence"]) == ("0.97", "0.9")
        tsv = quoted.inside("quotes", "-f", "tsv", *files).text.splitlines()
        assert len(tsv) == 9
        assert all(line.count("\t") == 11 for line in tsv)
        markdown = quoted.inside("quotes", "-f", "markdown", "--fields", "speaker,kind", *files).text
        assert markdown.startswith("| source | speaker | kind |\n| --- | --- | --- |\n| quoted.txt |  | heading |\n")
        text = quoted.inside("quotes", "-f", "text", *files).text.split("\n")
        assert text[2] == f"{MAYOR}: شاقة ومكلفة"
        assert text[3].endswith("نبيع اليوم ضعف ما كنا نبيعه. ونرجو أن يستمر ذلك في الشتاء")  # a line for each
        assert text[4:9] == ["سوق الفجر", "السمك طازج", "", "", "احمد الهاشمي: هدية للصيادين"]
        blocks = quoted.inside("quotes", "-f", "blocks", "quoted.txt").text
        assert "direct · section 1 · paragraph 0-1 · characters 41-28 · confidence 0.64\n" in blocks
        assert f"{FATIMA} (وقالت)" in blocks

    def test_confidence_is_a_number_in_parquet(self, quoted: Quoted) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        assert quoted("quotes", "-f", "parquet", "-o", "out.parquet", "quoted.txt").status == 0
        table = parquet.read_table(quoted.folder / "out.parquet")
        assert str(table.schema.field("confidence").type) == "double"
        assert table["confidence"].to_pylist() == [None, 0.97, 0.9, 0.64, None, 0.3]

    def test_confidence_in_a_table(self, quoted: Quoted) -> None:
        drawn = quoted.inside("quotes", "-f", "table", "--width", "90", "quoted.txt").text
        assert "sure" in drawn
        assert re.search(r" 0\.90  partial ", drawn)

    def test_without_quotations_there_are_no_rows(self, quoted: Quoted) -> None:
        expected = {"jsonl": "", "json": "[]\n", "csv": ",".join(FIELDS) + "\n", "tsv": "\t".join(FIELDS) + "\n",
                    "text": "", "markdown": "", "blocks": "plain.txt\n"}  # fmt: skip
        for name, out in expected.items():
            done = quoted.inside("quotes", "-f", name, "plain.txt")
            assert (done.status, done.err, done.text) == (0, "", out), name

    @pytest.mark.parametrize(
        ("kinds", "found"),
        [
            ("direct,partial", ["direct", "partial", "direct", "direct"]),
            (" term , heading,term", ["heading", "term"]),
            ("partial", ["partial"]),
            (",".join(KINDS), ["heading", "direct", "partial", "direct", "term", "direct"]),
        ],
    )
    def test_kind(self, quoted: Quoted, kinds: str, found: list[str]) -> None:
        done = quoted.inside("quotes", "--kind", kinds, "quoted.txt")
        assert [row["kind"] for row in done.records] == found

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("الهاشمي", [MAYOR, MAYOR, "احمد الهاشمي", AHMAD]),
            ("أحمد", [MAYOR, MAYOR, "احمد الهاشمي", AHMAD]),
            ("احمد", [MAYOR, MAYOR, "احمد الهاشمي", AHMAD]),
            ("أَحْمَـد الهاشمى", [MAYOR, MAYOR, "احمد الهاشمي", AHMAD]),
            ("فاطمه", [FATIMA]),
            ("البلدية", [MAYOR, MAYOR]),
            ("الميناء", []),
        ],
    )
    def test_speaker(self, quoted: Quoted, name: str, found: list[str]) -> None:
        done = quoted.inside("quotes", "--speaker", name, "quoted.txt", "second.txt")
        assert [row["speaker"] for row in done.records] == found

    def test_speaker_and_kind_as_a_process(self, quoted: Quoted) -> None:
        done = quoted("quotes", "--speaker", "الهاشمي", "--kind", "partial", "quoted.txt", "second.txt")
        assert [row["text"] for row in done.records] == ["شاقة ومكلفة", "هدية للصيادين"]

    def test_fields(self, quoted: Quoted) -> None:
        for row in quoted.inside("quotes", "--fields", "text,speaker", "quoted.txt").records:
            assert list(row) == ["schema", "source", "speaker", "text"]
        head, first, *_ = quoted.inside("quotes", "-f", "csv", "--fields", "end,kind", "quoted.txt").text.split("\n")
        assert (head, first) == ("source,end,kind", "quoted.txt,16,heading")
        text = quoted.inside("quotes", "-f", "text", "--fields", "text", "quoted.txt").text
        assert "الهاشمي" not in text
        drawn = quoted.inside("quotes", "-f", "table", "--fields", "cue,start", "quoted.txt").text
        assert re.search(" start +cue\n", drawn)
        assert "quotation" not in drawn

    def test_only_what_is_shown_is_asked_for(self, quoted: Quoted, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: dict[str, object] = {}

        def spy(data: bytes | str, **options: object) -> Trace:
            asked[""] = options["fields"]
            return trace(data, **options)

        monkeypatch.setattr(library, "trace", spy)
        wants = {}
        for command in ("parse", "sections", "credits", "quotes", "speakers", "text", "explain"):
            assert quoted.inside(command, "quoted.txt").status == 0
            fields = asked[""]
            wants[command] = fields is None or "quotes" in fields  # type: ignore[operator]
        assert {command for command, wanted in wants.items() if wanted} == {"parse", "quotes", "speakers"}
        quoted.inside("quotes", "quoted.txt")
        assert "stripped" not in asked[""]  # type: ignore[operator]


class TestSpeakers:
    def test_counts_over_all_files(self, quoted: Quoted) -> None:
        done = quoted("speakers", "quoted.txt", "plain.txt", "second.txt")
        assert (done.status, done.err) == (0, "")
        forms = [MAYOR, AHMAD, "احمد الهاشمي"]
        assert done.records == [
            {"schema": 1, "speaker": AHMAD, "quotes": 4, "words": 20, "files": 2, "forms": forms},
            {"schema": 1, "speaker": FATIMA, "quotes": 1, "words": 12, "files": 1, "forms": [FATIMA]},
            {"schema": 1, "speaker": None, "quotes": 1, "words": 2, "files": 1, "forms": []},
        ]
        twice = quoted.inside("speakers", "quoted.txt", "second.txt", "second.txt").records
        assert [(row["quotes"], row["files"]) for row in twice] == [(6, 3), (1, 1), (1, 1)]

    def test_in_any_order_and_any_process(self, quoted: Quoted) -> None:
        files = [f"{n}.txt" for n in range(60)]
        for n, name in enumerate(files):
            (quoted.folder / name).write_text((QUOTED, SECOND, PLAIN)[n % 3], "utf-8")
        once = quoted("speakers", *files)
        assert [row["quotes"] for row in once.records] == [80, 20, 20]
        assert once.records[0]["files"] == 40
        for args in (["-j", "2"], ["-j", "2", "--unordered"]):
            assert quoted("speakers", *args, *reversed(files)).records == once.records

    def test_one_speaker(self, quoted: Quoted) -> None:
        """By any of the names; those who are counted with it are the same as without."""
        (row,) = quoted.inside("speakers", "--speaker", "رئيس", "quoted.txt", "second.txt").records
        assert (row["speaker"], row["quotes"]) == (AHMAD, 4)
        assert quoted.inside("speakers", "--speaker", "nobody", "quoted.txt").records == []

    def test_a_list_of_names(self, quoted: Quoted) -> None:
        names = quoted.folder / "names.txt"
        names.write_text(f"# people\nThe mayor = {AHMAD} | {FATIMA}\n", "utf-8")
        row, nobody = quoted("speakers", "--names", "names.txt", "quoted.txt", "second.txt").records
        assert (row["speaker"], row["quotes"], row["files"], len(row["forms"])) == ("The mayor", 5, 2, 4)
        assert nobody["speaker"] is None
        (quoted.folder / "tree").mkdir()
        (quoted.folder / "tree" / "a.txt").write_text(QUOTED, "utf-8")
        assert quoted("speakers", "--names", "names.txt", "-j", "2", "tree").records[0]["speaker"] == "The mayor"

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"A = B\n = C\n", "names.txt: line 2: no name before the first tab, = or |"),
            (b"A = B\nC = B\n", "names.txt: line 2: B is A already"),
            (b"A\n\n\xff\n", "names.txt: line 3: not UTF-8"),
            (b"name,form\nA,B,C\n", "names.txt: line 2: is not name,form"),
            (None, "names.txt: No such file or directory"),
        ],
    )
    def test_a_list_that_cannot_be_used(self, quoted: Quoted, data: bytes | None, told: str) -> None:
        if data is not None:
            (quoted.folder / "names.txt").write_bytes(data)
        done = quoted("speakers", "--names", "names.txt", "quoted.txt")
        assert (done.status, done.out) == (2, b"")
        assert told in " ".join(done.err.split())
        assert "Traceback" not in done.err

    def test_kind(self, quoted: Quoted) -> None:
        rows = quoted.inside("speakers", "--kind", "term,heading", "quoted.txt").records
        assert rows == [{"schema": 1, "speaker": None, "quotes": 2, "words": 4, "files": 1, "forms": []}]
        rows = quoted.inside("speakers", "--kind", "partial", "quoted.txt", "second.txt").records
        assert [row["forms"] for row in rows] == [["احمد الهاشمي", MAYOR]]

    @pytest.mark.parametrize("by", ["quotes", "words", "files", "speaker"])
    def test_sort(self, quoted: Quoted, by: str) -> None:
        rows = quoted.inside("speakers", "--sort", by, "quoted.txt", "second.txt", "second.txt").records
        assert [row["speaker"] for row in rows] == [AHMAD, FATIMA, None]

    def test_every_format(self, quoted: Quoted) -> None:
        files = ("quoted.txt", "second.txt")
        rows = quoted.inside("speakers", *files).records
        assert json.loads(quoted.inside("speakers", "--json", *files).out) == rows
        forms = f"{MAYOR}; {AHMAD}; احمد الهاشمي"
        expected = {
            "csv": f"speaker,quotes,words,files,forms\n{AHMAD},4,20,2,{forms}\n{FATIMA},1,12,1,{FATIMA}\n,1,2,1,\n",
            "tsv": f"speaker\tquotes\twords\tfiles\tforms\n{AHMAD}\t4\t20\t2\t{forms}\n"
            f"{FATIMA}\t1\t12\t1\t{FATIMA}\n\t1\t2\t1\t\n",
            "text": f"4\t20\t2\t{AHMAD}\t{MAYOR}; احمد الهاشمي\n1\t12\t1\t{FATIMA}\n1\t2\t1\t(no speaker)\n",
        }
        for name, out in expected.items():
            assert quoted.inside("speakers", "-f", name, *files).text == out, name
        assert (
            "| فاطمة الزهراني | 1 | 12 | 1 | فاطمة الزهراني |"
            in quoted.inside("speakers", "-f", "markdown", *files).text
        )
        blocks = quoted.inside("speakers", "-f", "blocks", *files).text
        assert "1 quote · 12 words · 1 file\n" in blocks
        assert f"= {MAYOR}; احمد الهاشمي\n" in blocks
        table = quoted.inside("speakers", "-f", "table", "--width", "100", *files).text
        assert "(no speaker)" in table
        assert re.search(" forms +speaker\n", table)
        assert "forms" not in quoted.inside("speakers", "-f", "table", "quoted.txt").text  # nothing was merged

    def test_forms_in_parquet(self, quoted: Quoted) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        assert quoted("speakers", "-f", "parquet", "-o", "out.parquet", "second.txt").status == 0
        assert parquet.read_table(quoted.folder / "out.parquet")["forms"].to_pylist() == [[AHMAD, "احمد الهاشمي"]]

    def test_fields(self, quoted: Quoted) -> None:
        rows = quoted.inside("speakers", "--fields", "words,speaker", "second.txt").records
        assert rows == [{"schema": 1, "speaker": AHMAD, "words": 5}]
        done = quoted.inside("speakers", "-f", "csv", "--fields", "quotes,speaker", "second.txt")
        assert done.text == f"quotes,speaker\n2,{AHMAD}\n"

    def test_nobody_is_quoted(self, quoted: Quoted) -> None:
        expected = {"jsonl": "", "json": "[]\n", "csv": "speaker,quotes,words,files,forms\n", "text": "",
                    "markdown": "", "blocks": ""}  # fmt: skip
        for name, out in expected.items():
            done = quoted.inside("speakers", "-f", name, "plain.txt")
            assert (done.status, done.err, done.text) == (0, "", out), name

    def test_inputs_that_fail(self, quoted: Quoted) -> None:
        done = quoted("speakers", "missing.txt", "second.txt", "empty.txt")
        assert (done.status, len(done.told), len(done.records)) == (1, 2, 1)
        assert done.told[0].startswith("khabar: missing.txt: ")
        done = quoted("speakers", "--errors", "json", "second.txt", "missing.txt")
        assert (done.status, done.err) == (1, "")
        failed, row = done.records
        assert failed["error"]["code"] == "not-found"
        assert row["speaker"] == AHMAD
        array = json.loads(quoted.inside("speakers", "--errors", "json", "--json", "second.txt", "missing.txt").out)
        assert array == [failed, row]

    def test_warnings_go_to_stderr(self, quoted: Quoted) -> None:
        (quoted.folder / "broken.txt").write_bytes(SECOND.encode() + b"\nA last sentence with bad \xff\xfe bytes.\n")
        for form in ("jsonl", "blocks", "table"):
            done = quoted.inside("speakers", "-f", form, "--encoding", "utf-8", "broken.txt")
            assert done.status == 0
            assert done.told[0].startswith("khabar: broken.txt: warning: ")
        assert quoted.inside("speakers", "-q", "--encoding", "utf-8", "broken.txt").err == ""

    def test_output_file_and_closed_pipe(self, quoted: Quoted) -> None:
        assert quoted("speakers", "second.txt", "-o", "out.jsonl").status == 0
        assert json.loads((quoted.folder / "out.jsonl").read_bytes())["quotes"] == 2
        done = quoted.bash("khabar speakers quoted.txt second.txt | head -1")
        assert (done.status, done.err, len(done.records)) == (0, "", 1)


class TestMinConfidence:
    """No speaker, and no confidence in one, where that is below; everything else as it was."""

    def test_quotes(self, quoted: Quoted) -> None:
        whole = quoted.inside("quotes", "quoted.txt", "second.txt").records
        rows = quoted.inside("quotes", "--min-confidence", ".9", "quoted.txt", "second.txt").records
        assert [row["speaker"] for row in rows] == [None, MAYOR, MAYOR, None, None, None, None, None]
        silent = {"speaker": None, "confidence": None}
        assert [{**row, **silent} for row in rows] == [{**row, **silent} for row in whole]
        taken = [row for row, before in zip(rows, whole, strict=True) if before["speaker"] and not row["speaker"]]
        assert taken
        assert {row["confidence"] for row in taken} == {None}
        assert quoted.inside("quotes", "--min-confidence", "0", "quoted.txt", "second.txt").records == whole

    def test_parse(self, quoted: Quoted) -> None:
        (document,) = quoted.inside("parse", "--min-confidence", "0.95", "quoted.txt").records
        assert [quote["speaker"] for quote in document["quotes"] if quote["speaker"]] == [MAYOR]

    def test_speakers(self, quoted: Quoted) -> None:
        rows = quoted.inside("speakers", "--min-confidence", ".7", "quoted.txt", "second.txt").records
        assert [(row["speaker"], row["quotes"]) for row in rows] == [(AHMAD, 3), (None, 3)]
        rows = quoted("speakers", "-j", "2", "--min-confidence", "1", "quoted.txt", "second.txt").records
        assert [(row["speaker"], row["quotes"]) for row in rows] == [(None, 6)]

    def test_with_speaker(self, quoted: Quoted) -> None:
        rows = quoted.inside("quotes", "--min-confidence", ".95", "--speaker", "الهاشمي", "quoted.txt").records
        assert [row["confidence"] for row in rows] == [0.97]

    @pytest.mark.parametrize("given", ["1.01", "-0.1", "nan", "inf", "90%", "high", ""])
    @pytest.mark.parametrize("command", ["parse", "quotes", "speakers"])
    def test_what_is_none(self, quoted: Quoted, command: str, given: str) -> None:
        done = quoted.inside(command, "--min-confidence", given, "quoted.txt")
        assert (done.status, done.out) == (2, b"")
        assert "--min-confidence" in done.err


@pytest.mark.parametrize("command", ["quotes", "speakers"])
class TestBoth:
    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["--kind", "direct,spoken"], "no kind is called spoken; there are direct, partial, term, heading"),
            (["--kind", ""], "no kind is named; there are direct, partial, term, heading"),
            (["--kind", "a\n\x1b[31m"], r"no kind is called a\n\x1b[31m; there are"),
            (["--fields", "titel"], "no field is called titel; "),
            (["--errors", "json", "-f", "csv"], "needs --format json or jsonl"),
        ],
    )
    def test_usage_errors(self, quoted: Quoted, command: str, args: list[str], told: str) -> None:
        done = quoted(command, *args, "quoted.txt")
        assert (done.status, done.out) == (2, b"")
        assert told in " ".join(done.err.split())

    def test_stdin(self, quoted: Quoted, command: str) -> None:
        expected = "احمد الهاشمي" if command == "quotes" else AHMAD
        assert quoted(command, "-", stdin=SECOND.encode()).records[0]["speaker"] == expected
        assert quoted.terminal(command, stdin=None).status == 2

    def test_no_steering_in_a_pipe(self, quoted: Quoted, command: str) -> None:
        for form in ("jsonl", "json", "table", "csv", "tsv", "markdown", "text", "blocks"):
            done = quoted.inside(command, "-f", form, "quoted.txt", **VTE)
            assert done.status == 0
            assert not CONTROLS.search(done.text), form
            assert "\x1b" not in done.text

    @pytest.mark.parametrize("columns", [80, 40, 25])
    def test_a_table_on_a_terminal(self, quoted: Quoted, command: str, columns: int) -> None:
        done = quoted.terminal(command, "quoted.txt", "second.txt", columns=columns, **VTE)
        assert (done.status, done.err) == (0, "")
        shown = lines(done)
        check_isolates(shown)
        assert max(map(cell_len, shown)) <= columns
        isolated = f"[{FSI}{RLI}{LRI}][^{PDI}]*{PDI}"
        assert not re.search("[\u0600-\u06ff]", re.sub(isolated, "", "\n".join(shown)))
        for word in ("speaker", "quotes") if command == "speakers" and columns > 25 else ():
            assert any(word in line for line in shown)
        if command == "quotes":
            assert any("kind" in line for line in shown) is (columns == 80)
            assert sum("partial" in line for line in shown) == 2

    def test_blocks_fit(self, quoted: Quoted, command: str) -> None:
        for columns in (80, 25):
            done = quoted.terminal(command, "-f", "blocks", "quoted.txt", columns=columns, **VTE)
            shown = lines(done)
            check_isolates(shown)
            assert all(cell_len(line) == min(columns, 76) for line in shown if re.search("[\u0600-\u06ff]", line))

    def test_on_what_the_library_finds(self, khabar: Khabar, command: str) -> None:
        """Whatever that is: the rows agree with the documents."""
        for name, text in (("arabic.txt", ARABIC), ("english.txt", ENGLISH)):
            assert (khabar.folder / name).read_text("utf-8") == text
        documents = khabar("parse", "arabic.txt", "english.txt").records
        quotes = [quote for document in documents for quote in document["quotes"]]
        rows = khabar(command, "arabic.txt", "english.txt").records
        if command == "quotes":
            assert [(r["text"], r["speaker"], r["start"]) for r in rows] == [
                (q["text"], q["speaker"], q["start"]) for q in quotes
            ]
        else:
            assert sum(r["quotes"] for r in rows) == sum(q["kind"] in ("direct", "partial") for q in quotes)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("p", ["partial"]), ("direct,", ["direct,partial", "direct,term", "direct,heading"]), ("x", [])],
)
def test_completion_of_kinds(quoted: Quoted, typed: str, offered: list[str]) -> None:
    done = quoted(_KHABAR_COMPLETE="complete_bash", COMP_WORDS=f"khabar quotes --kind {typed}", COMP_CWORD="3")
    assert done.text.split() == offered


def test_no_empty_name(quoted: Quoted) -> None:
    done = quoted("quotes", "--speaker", " ", "quoted.txt")
    assert done.status == 2
    assert "no speaker is named" in done.err


LISTS = ("--fields", "title,sections,quotes,statements")
"""With it, what is said is listed below the article."""


def test_parse_tells_who_speaks_below_the_article(quoted: Quoted) -> None:
    done = quoted.terminal("parse", "quoted.txt", "--color", "never", *LISTS)
    shown = [line.strip() for line in lines(done)]
    at = shown.index("quotations: direct × 3, heading, partial, term")
    assert shown[at - 1] == ""
    assert f"{MAYOR}: «شاقة ومكلفة»" in shown[at:]
    assert "«السمك طازج»" in shown[at:]
    assert not any("سوق الفجر" in line for line in shown[at:])  # nobody's words
    for form in ("text", "markdown"):
        out = quoted.inside("parse", "-f", form, "quoted.txt").text
        assert "quotations" not in out
    assert "quotations" not in quoted.inside("parse", "-f", "blocks", "--fields", "title", "quoted.txt").text
    assert "quotations" not in quoted.inside("parse", "-f", "blocks", "plain.txt").text
    (row,) = csv.DictReader(io.StringIO(quoted.inside("parse", "-f", "csv", "quoted.txt").text))
    assert row["n_quotes"] == "6"


def test_schema_knows_quotations(quoted: Quoted) -> None:
    schema = json.loads(quoted.inside("schema").out)["$defs"]["quote"]
    (document,) = quoted.inside("parse", "quoted.txt").records
    assert document["title"] == TITLE
    for quote in document["quotes"]:
        assert set(schema["required"]) <= set(quote) <= set(schema["properties"])
        assert quote["kind"] in schema["properties"]["kind"]["enum"]
    assert "end_paragraph" in schema["properties"]


SPEAKERS = st.sampled_from([None, "أحمد", "احمد", "Ahmad", "AHMAD", "سارة", "ساره"])
ARTICLES = st.lists(st.lists(st.tuples(SPEAKERS, st.sampled_from(KINDS), st.sampled_from(["", "a", "a b c"]))))


@given(ARTICLES)
def test_tally_counts_every_quotation_once(articles: list[list[tuple[str | None, str, str]]]) -> None:
    tally = Tally(Choice(kinds=("direct", "partial")))
    for quotes in articles:
        said = tuple(Quote(text, kind, speaker, None, 0, 0, 0, 0) for speaker, kind, text in quotes)
        tally.add(Trace(Article(quotes=said), []))
    found = list(tally.sorted("quotes"))
    meant = [
        (speaker, text) for quotes in articles for speaker, kind, text in quotes if kind in ("direct", "partial")
    ]
    assert sum(one.quotes for one in found) == len(meant)
    assert sum(one.words for one in found) == sum(len(text.split()) for _, text in meant)
    assert all(0 < one.files <= min(one.quotes, len(articles)) for one in found)
    named = [one for one in found if one.name is not None]
    assert found[: len(named)] == named  # nobody stands last
    assert [one.quotes for one in named] == sorted((one.quotes for one in named), reverse=True)
    assert len(named) == len({_plain(speaker) for speaker, _ in meant if speaker})
    for one in named:
        spelled = [speaker for speaker, _ in meant if speaker and _plain(speaker) == _plain(one.name or "")]
        assert spelled.count(one.name or "") == max(map(spelled.count, spelled))


def _plain(name: str) -> str:
    return name.replace("أ", "ا").replace("ة", "ه").lower()


def test_a_tally_keeps_no_documents() -> None:
    tally = Tally(Choice())
    article = Article(quotes=(Quote("a b", "direct", "Ahmad", "said", 0, 0, 0, 3),))
    for _ in range(1000):
        tally.add(Trace(article, []))
    (one,) = tally.sorted("words")
    assert (one.name, one.quotes, one.words, one.files) == ("Ahmad", 1000, 2000, 1000)
    assert len(tally._counts) == len(tally._files) == 1


SPOKEN_BY = {"Ada Lund": "a b c d e", "Ben Okafor": "a", "Cora Weiss": "a b"}


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("quotes", "Ben Okafor, Cora Weiss, Ada Lund"),
        ("words", "Ada Lund, Cora Weiss, Ben Okafor"),
        ("files", "Cora Weiss, Ben Okafor, Ada Lund"),
        ("speaker", "Ada Lund, Ben Okafor, Cora Weiss"),
    ],
)
def test_tally_sorts(by: str, found: str) -> None:
    tally = Tally(Choice())
    for speakers in (["Ben Okafor"] * 3, ["Cora Weiss", "Ada Lund"], ["Cora Weiss"]):
        said = tuple(Quote(SPOKEN_BY[name], "direct", name, None, 0, 0, 0, 0) for name in speakers)
        tally.add(Trace(Article(quotes=said, language="en"), []))
    assert ", ".join(str(one.name) for one in tally.sorted(by)) == found


def test_a_document_with_two_names_of_one_person_is_one_file() -> None:
    tally = Tally(Choice())
    for names in (["Ada Lund", "Lund"], ["Lund"], ["Mrs Lund", "Ada Lund", "Ben Okafor"]):
        said = tuple(Quote("a", "direct", name, None, 0, 0, 0, 0) for name in names)
        tally.add(Trace(Article(quotes=said, language="en"), []))
    found = [(one.name, one.quotes, one.files, one.forms) for one in tally.sorted("quotes")]
    assert found == [("Ada Lund", 5, 3, ("Ada Lund", "Lund", "Mrs Lund")), ("Ben Okafor", 1, 1, ("Ben Okafor",))]


def test_narrow_grid() -> None:
    rows = [[[Line(text)] for text in texts] for texts in (("1", "2", "3"), ("4", "", "6"))]
    grid = Grid("x", "rtl", {"a": "side", "b": "word", "c": "prose"}, rows, under=("b", "a"))
    narrow = grid.narrow()
    assert (narrow.headings, narrow.kinds, narrow.base) == (("a", "c"), ("side", "prose"), "rtl")
    shown = [[[line.text for line in cell] for cell in row] for row in narrow.rows]
    assert shown == [[["1", "2"], ["3"]], [["4"], ["6"]]]
    assert [[len(cell) for cell in row] for row in grid.rows] == [[1, 1, 1], [1, 1, 1]]  # as it was
