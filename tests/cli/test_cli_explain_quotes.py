"""`khabar explain --quotes`: what was weighed for quotations and statements, with a made-up engine and with ours."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import khabar as library
import pytest
from khabar import Article, Quote, Statement
from khabar_cli.views.explain_quotes import ExplainQuotesView
from made_up import ARABIC, FATIMA, MAYOR, PLAIN, REPORTED, UNION, quotes_of, statements_of, trace
from process import Khabar
from rich.cells import cell_len
from test_cli_terminal import CONTROLS, VTE, check_isolates, lines

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ROW = ["schema", "source", "kind", "type", "speaker", "text", "cue", "confidence", "quoted", "section", "paragraph",
       "start", "end", "end_paragraph", "kinds", "kind_features", "openings", "endings", "candidates",
       "lexicon"]  # fmt: skip
WEIGHED = ("kinds", "kind_features", "openings", "endings", "candidates")
QUOTE = [name for name in ROW if name not in ("type", "quoted", *WEIGHED, "lexicon")]
STATEMENT = [name for name in ROW if name not in ("kind", "end_paragraph", *WEIGHED, "lexicon")]


class Candidate(NamedTuple):
    speaker: str | None
    cue: str | None
    score: float
    probability: float
    features: tuple[tuple[str, float], ...]


class Explained(NamedTuple):
    quote: Quote
    kinds: tuple[tuple[str, float], ...] = ()
    kind_features: tuple[tuple[str, float], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    lexicon: str = ""


class Border(NamedTuple):
    text: str | None
    shown_by: str
    probability: float
    features: tuple[tuple[str, float], ...]


class ExplainedCue(NamedTuple):
    cue: str
    section: int
    paragraph: int
    at: int
    statement: Statement | None
    openings: tuple[Border, ...]
    endings: tuple[Border, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    lexicon: str = ""


WEIGHTS = tuple((f"feature-{n}", 2.0 - n / 2) for n in range(8))
OTHERS = tuple(Candidate(f"صياد {n}", None, -float(n), 0.01, WEIGHTS[1:2]) for n in range(1, 6))


def explained(
    article: Article, language: str | None, blocks: frozenset[str]
) -> tuple[tuple[Explained, ...], tuple[ExplainedCue, ...]]:
    assert language == article.language
    assert isinstance(blocks, frozenset)
    assert not article.quotes  # they are found once
    assert not article.statements
    return tuple(of_quotes(article)), tuple(of_cues(article))


def of_quotes(article: Article) -> Iterator[Explained]:
    for quote in quotes_of(article):
        if quote.kind == "heading":
            yield Explained(quote)
            continue
        candidates = (
            Candidate(quote.speaker, quote.cue, 2.25, 0.9, WEIGHTS),
            Candidate(None if quote.speaker else MAYOR, None, -0.5, 0.05, (*WEIGHTS[:1], ("late", -3.0))),
            *OTHERS,
        )
        kinds = (("direct", 0.2), ("partial", 0.7), ("term", 0.1))
        yield Explained(quote, kinds, (("colon", 1.5), ("short", -0.25)), candidates)


NOTHING = Border(None, "nothing", 0.45, (("h=nothing", 0.25),))


def of_cues(article: Article) -> Iterator[ExplainedCue]:
    for one in statements_of(article):
        paragraph = article.sections[one.section].paragraphs[one.paragraph]
        openings = (
            NOTHING,
            Border(paragraph[one.start :], "that", 0.4, (("h=that", 1.25), ("near", 0.5))),
            Border(paragraph[one.start + 20 :], "object", 0.15, (("near", 0.5),)),
        )
        endings = (
            Border(paragraph[: one.end], "end", 0.75, (("e=end", 2.0),)),
            Border(paragraph[: one.end - 10], "resume", 0.25, ()),
        )
        who = (Candidate(one.speaker, one.cue, 1.5, 0.8, WEIGHTS), Candidate(MAYOR, None, -1.0, 0.2, WEIGHTS[1:]))
        yield ExplainedCue(
            one.cue or "", one.section, one.paragraph, paragraph.index(one.cue or ""), one, openings, endings, who
        )
        if one.type == "stance":  # another cue, which reports nothing
            cue = "الوصول"
            first = Border(f"{cue} إلى اتفاق", "noun", 0.3, ())
            yield ExplainedCue(
                cue, one.section, one.paragraph, paragraph.index(cue), None, (NOTHING, first), candidates=()
            )


@pytest.fixture
def made_up(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> Khabar:
    engine: Any = ModuleType("khabar.quotations.explain")
    engine.explained = explained
    monkeypatch.setitem(sys.modules, "khabar.quotations.explain", engine)
    monkeypatch.setattr(library, "trace", trace)
    (khabar.folder / "quoted.txt").write_text(ARABIC, "utf-8")
    (khabar.folder / "reported.txt").write_text(REPORTED, "utf-8")
    (khabar.folder / "plain.txt").write_text(PLAIN, "utf-8")
    return khabar


def explain(khabar: Khabar, *args: str, **more: str) -> Any:
    return khabar.inside("explain", "--quotes", *args, **more)


def of(names: list[str], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]


def fit_the_schema(khabar: Khabar, rows: list[dict[str, Any]]) -> None:
    """Every row has all the keys of a row of `explain --quotes`, as the schema says."""
    jsonschema = pytest.importorskip("jsonschema")
    schemas = json.loads(khabar.inside("schema", "explain").out)["anyOf"]
    (schema,) = (one for one in schemas if "candidates" in one["properties"])
    keys = ["schema", *ExplainQuotesView.fields]
    for row in rows:
        jsonschema.validate(row, {**schema, "required": keys})


def test_rows(made_up: Khabar) -> None:
    rows = explain(made_up, "quoted.txt").records
    assert [list(row) for row in rows] == [ROW] * 7
    fit_the_schema(made_up, rows)
    assert [row["kind"] or row["type"] for row in rows[:4]] == ["heading", "direct", "statement", "partial"]
    rows = [row for row in rows if row["kind"]]
    assert of(QUOTE, rows) == of(QUOTE, made_up.inside("quotes", "quoted.txt").records)
    assert all(row["type"] is row["quoted"] is None and row["openings"] == row["endings"] == [] for row in rows)
    assert (rows[0]["kinds"], rows[0]["candidates"]) == ([], [])
    assert rows[1]["kinds"][1] == {"kind": "partial", "probability": 0.7}
    assert rows[1]["kind_features"] == [{"feature": "colon", "weight": 1.5}, {"feature": "short", "weight": -0.25}]
    first, second, *others = rows[1]["candidates"]
    assert list(first) == ["speaker", "cue", "score", "probability", "features"]
    assert (first["speaker"], first["cue"], first["score"], first["probability"]) == (MAYOR, "قال", 2.25, 0.9)
    assert first["features"][1] == {"feature": "feature-1", "weight": 1.5}
    assert second["speaker"] is None
    assert len(others) == 5


def test_statements(made_up: Khabar) -> None:
    rows = explain(made_up, "reported.txt").records
    assert [list(row) for row in rows] == [ROW] * 6
    fit_the_schema(made_up, rows)
    assert [row["type"] for row in rows] == ["denial", "demand", "stance", "statement", None, "statement"]
    stated = [row for row in rows if row["type"]]
    assert of(STATEMENT, stated) == of(STATEMENT, made_up.inside("statements", "reported.txt").records)
    assert all(row["kind"] is row["end_paragraph"] is None and row["kinds"] == [] for row in rows)
    demand, stance, silent = rows[1], rows[2], rows[4]
    assert [list(border) for border in demand["openings"]] == [["text", "shown_by", "probability", "features"]] * 3
    assert [border["text"] for border in demand["openings"][:2]] == [None, demand["text"] + "."]
    assert stance["openings"][1]["text"] == "فتح باب الحوار مع المدينة، مؤكدة أن القوارب"  # the first words
    assert demand["openings"][1]["features"][0] == {"feature": "h=that", "weight": 1.25}
    assert demand["endings"][0]["text"] == "وطالبت نقابة الصيادين ب" + demand["text"]  # the last words
    assert [one["speaker"] for one in demand["candidates"]] == [UNION, MAYOR]
    told = ("speaker", "text", "cue", "confidence", "quoted", "end")
    assert [silent[name] for name in told] == [None, None, "الوصول", None, None, None]
    assert (silent["section"], silent["paragraph"], silent["start"]) == (1, 0, 88)
    assert [border["shown_by"] for border in silent["openings"]] == ["nothing", "noun"]
    assert silent["endings"] == silent["candidates"] == []


def test_words_of_a_border(made_up: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
    def one(article: Article, language: str | None, blocks: frozenset[str]) -> Any:
        openings = (Border("港口" * 50, "that", 0.3, ()), NOTHING)
        return (), (ExplainedCue("说", 0, 0, 0, None, openings, (Border("港" * 99 + "口", "end", 1.0, ()),)),)

    monkeypatch.setattr(sys.modules["khabar.quotations.explain"], "explained", one)
    row = explain(made_up, "plain.txt").records[0]
    assert row["openings"][0]["text"] == "港口" * 30
    assert row["endings"][0]["text"] == "港" * 59 + "口"


def test_other_formats(made_up: Khabar) -> None:
    rows = explain(made_up, "quoted.txt").records
    assert json.loads(explain(made_up, "-f", "json", "quoted.txt").out) == rows
    table = list(csv.DictReader(io.StringIO(explain(made_up, "-f", "csv", "quoted.txt").text)))
    assert [list(row) for row in table] == [ROW[1:]] * 7
    assert table[1]["kinds"] == "partial 0.70; direct 0.20; term 0.10"
    assert table[1]["kind_features"] == "'+1.50 colon, -0.25 short"
    assert table[1]["candidates"].startswith(f"{MAYOR} 0.90; (nobody) 0.05; صياد 1 0.01; ")
    assert (table[1]["openings"], table[1]["endings"], table[1]["type"], table[1]["quoted"]) == ("", "", "", "")
    assert (table[2]["kind"], table[2]["kinds"], table[2]["quoted"]) == ("", "", "true")
    assert table[2]["openings"] == "nothing 0.45; that 0.40; object 0.15"
    assert table[2]["endings"] == "end 0.75; resume 0.25"
    assert explain(made_up, "-f", "tsv", "quoted.txt").text.count("\n") == 8
    assert explain(made_up, "-f", "markdown", "--fields", "speaker,kinds", "quoted.txt").text.startswith(
        "| source | speaker | kinds |\n"
    )
    one = explain(made_up, "--fields", "candidates", "quoted.txt").records[1]
    assert list(one) == ["schema", "source", "candidates"]


def test_for_people(made_up: Khabar) -> None:
    text = explain(made_up, "-f", "blocks", "--width", "100", "quoted.txt").text
    assert "direct · section 0 · paragraph 0 · characters 32-108 · confidence 0.97\n" in text
    assert "kind: partial 0.70, direct 0.20, term 0.10\n+1.50 colon, -0.25 short\n" in text
    shown = [line.strip() for line in text.split("\n")]
    at = shown.index(MAYOR)
    assert shown[at + 1 : at + 4] == [
        "0.90 · score +2.25",
        "(قال)",
        "+1.50 feature-1, +1.00 feature-2, +0.50 feature-3, +0.00 feature-4, -0.50 feature-5, and 2 more",
    ]  # not what the next speaker has, too
    at = shown.index("(nobody)")
    assert shown[at + 1 : at + 3] == ["0.05 · score -0.50", "-3.00 late"]
    assert "and 2 more" in shown
    drawn = explain(made_up, "-f", "table", "--width", "110", "quoted.txt").text
    assert "decided by" in drawn
    assert "0.90 · score +2.25" in drawn


def test_statements_for_people(made_up: Khabar) -> None:
    text = explain(made_up, "-f", "blocks", "--width", "100", "reported.txt").text
    assert "stance · section 1 · paragraph 0 · characters 22-47 · confidence 0.66\n" in text
    assert "begins: that 0.40, object 0.15, nothing 0.45\n+1.25 h=that\n" in text  # how it was decided comes first
    assert "ends: end 0.75, resume 0.25\n+2.00 e=end\n" in text
    shown = [line.strip() for line in text.split("\n")]
    at = shown.index("no statement · section 1 · paragraph 0 · character 88")
    assert shown[at + 1 : at + 4] == [
        "(الوصول) الوصول إلى اتفاق",
        "begins: nothing 0.45, noun 0.30",
        "+0.25 h=nothing",
    ]
    assert FATIMA in shown
    short = explain(made_up, "-f", "blocks", "--fields", "type,openings", "reported.txt").text
    assert "ends:" not in short
    assert "demand\nbegins: that" in short
    drawn = explain(made_up, "-f", "table", "--width", "110", "reported.txt").text
    for words in ("begins: that 0.40", "ends: +2.00 e=end", "no statement", "speaker: +2.00"):
        assert words in drawn


@pytest.mark.parametrize("columns", [80, 30])
@pytest.mark.parametrize("form", ["blocks", "table"])
@pytest.mark.parametrize("file", ["quoted.txt", "reported.txt"])
def test_on_a_terminal(made_up: Khabar, file: str, form: str, columns: int) -> None:
    done = explain(made_up, "-f", form, "--width", str(columns), "--bidi", "isolate", file, **VTE)
    assert done.status == 0
    check_isolates(done.text.split("\n"))
    assert CONTROLS.search(done.text)
    assert all(cell_len(line) <= columns for line in done.text.split("\n"))
    piped = explain(made_up, "-f", form, "--width", str(columns), file, **VTE).text
    assert not CONTROLS.search(piped)  # in a pipe there are none, but where they are asked for
    assert piped.split() == CONTROLS.sub("", done.text).split()


def test_nothing_to_explain(made_up: Khabar) -> None:
    expected = {"jsonl": "", "json": "[]\n", "csv": ",".join(ROW[1:]) + "\n", "blocks": "plain.txt\n"}
    for name, out in expected.items():
        assert explain(made_up, "-f", name, "plain.txt").text == out, name


def test_the_lines_are_still_explained(made_up: Khabar) -> None:
    assert "rule" in made_up.inside("explain", "quoted.txt").records[0]
    done = explain(made_up, "--fields", "rule", "quoted.txt")
    assert (done.status, done.out) == (2, b"")
    assert "no field is called rule; there are source, kind, type, speaker" in " ".join(done.err.split())
    assert made_up.inside("quotes", "--quotes", "quoted.txt").status == 2


class TestOurs:
    """What the engine tells of the samples."""

    @pytest.fixture(autouse=True)
    def engine(self) -> None:
        pytest.importorskip("khabar.quotations.explain")

    def test_rows_are_the_quotations_and_statements(self, khabar: Khabar) -> None:
        files = sorted(str(path) for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html"))
        rows = explain(khabar, *files).records
        assert len(rows) > 40
        fit_the_schema(khabar, rows)
        assert of(QUOTE, [row for row in rows if row["kind"]]) == of(QUOTE, khabar.inside("quotes", *files).records)
        stated = of(STATEMENT, [row for row in rows if row["type"]])
        assert stated == of(STATEMENT, khabar.inside("statements", *files).records)
        assert len(stated) > 10
        for row in rows:
            order = [one["speaker"] for one in row["candidates"]]
            assert order == sorted(order, key=order.index)  # those of one speaker stand together
            for speaker in set(order):
                shares = [one["probability"] for one in row["candidates"] if one["speaker"] == speaker]
                assert shares == sorted(shares, reverse=True)
            if row["speaker"] is not None:
                assert order[0] == row["speaker"]
            for one in row["candidates"]:
                weights = [abs(each["weight"]) for each in one["features"]]
                assert weights == sorted(weights, reverse=True)

    def test_borders(self, khabar: Khabar) -> None:
        rows = explain(khabar, str(SAMPLES / "bbc-arabic-glued.txt")).records
        stated = [row for row in rows if row["type"]]
        assert stated
        for row in stated:
            first = next(border["text"] for border in row["openings"] if border["text"] is not None)
            words = " ".join(row["text"].split())
            assert words.startswith(first) or first.startswith(words)
            if row["endings"]:
                last = row["endings"][0]["text"]
                assert words.endswith(last) or last.endswith(words)
            for borders in (row["openings"], row["endings"]):
                shares = [border["probability"] for border in borders]
                chosen = [border["probability"] for border in borders if border["text"] is not None]
                assert chosen == sorted(chosen, reverse=True)
                assert not shares or sum(shares) == pytest.approx(1, abs=0.1)

    def test_on_a_terminal(self, khabar: Khabar) -> None:
        done = khabar.terminal("explain", "--quotes", str(SAMPLES / "bbc-arabic-glued.txt"), columns=80, **VTE)
        assert (done.status, done.err) == (0, "")
        shown = lines(done)
        check_isolates(shown)
        assert all(cell_len(line) <= 80 for line in shown)
