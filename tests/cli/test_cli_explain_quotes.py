"""`khabar explain --quotes`: the candidates of each quotation, with a made-up engine and with ours."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import khabar as library
import pytest
from khabar import Article, Quote
from made_up import ARABIC, MAYOR, PLAIN, trace
from process import Khabar
from rich.cells import cell_len
from test_cli_formats import _check
from test_cli_terminal import CONTROLS, VTE, check_isolates, lines

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ROW = ["schema", "source", "kind", "speaker", "text", "cue", "confidence", "section", "paragraph", "start", "end",
       "end_paragraph", "kinds", "kind_features", "candidates"]  # fmt: skip


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


WEIGHTS = tuple((f"feature-{n}", 2.0 - n / 2) for n in range(8))
OTHERS = tuple(Candidate(f"صياد {n}", None, -float(n), 0.01, WEIGHTS[1:2]) for n in range(1, 6))


def explained(article: Article, language: str | None, blocks: frozenset[str]) -> tuple[Explained, ...]:
    assert language == article.language
    assert isinstance(blocks, frozenset)
    out = []
    for quote in article.quotes:
        if quote.kind == "heading":
            out.append(Explained(quote))
            continue
        candidates = (
            Candidate(quote.speaker, quote.cue, 2.25, 0.9, WEIGHTS),
            Candidate(None if quote.speaker else MAYOR, None, -0.5, 0.05, (*WEIGHTS[:1], ("late", -3.0))),
            *OTHERS,
        )
        kinds = (("direct", 0.2), ("partial", 0.7), ("term", 0.1))
        out.append(Explained(quote, kinds, (("colon", 1.5), ("short", -0.25)), candidates))
    return tuple(out)


@pytest.fixture
def made_up(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> Khabar:
    engine: Any = ModuleType("khabar.quotations.explain")
    engine.explained = explained
    monkeypatch.setitem(sys.modules, "khabar.quotations.explain", engine)
    monkeypatch.setattr(library, "trace", trace)
    (khabar.folder / "quoted.txt").write_text(ARABIC, "utf-8")
    (khabar.folder / "plain.txt").write_text(PLAIN, "utf-8")
    return khabar


def explain(khabar: Khabar, *args: str, **more: str) -> Any:
    return khabar.inside("explain", "--quotes", *args, **more)


def test_rows(made_up: Khabar) -> None:
    rows = explain(made_up, "quoted.txt").records
    assert [list(row) for row in rows] == [ROW] * 6
    schema = json.loads(made_up.inside("schema").out)
    for row in rows:
        _check(row, schema["$defs"]["explained"], schema["$defs"])
    quotes = made_up.inside("quotes", "quoted.txt").records
    assert [{name: row[name] for name in ROW[:12]} for row in rows] == [
        {name: quote[name] for name in ROW[:12]} for quote in quotes
    ]
    assert (rows[0]["kinds"], rows[0]["candidates"]) == ([], [])
    assert rows[1]["kinds"][1] == {"kind": "partial", "probability": 0.7}
    assert rows[1]["kind_features"] == [{"feature": "colon", "weight": 1.5}, {"feature": "short", "weight": -0.25}]
    first, second, *others = rows[1]["candidates"]
    assert list(first) == ["speaker", "cue", "score", "probability", "features"]
    assert (first["speaker"], first["cue"], first["score"], first["probability"]) == (MAYOR, "قال", 2.25, 0.9)
    assert first["features"][1] == {"feature": "feature-1", "weight": 1.5}
    assert second["speaker"] is None
    assert len(others) == 5


def test_other_formats(made_up: Khabar) -> None:
    rows = explain(made_up, "quoted.txt").records
    assert json.loads(explain(made_up, "-f", "json", "quoted.txt").out) == rows
    table = list(csv.DictReader(io.StringIO(explain(made_up, "-f", "csv", "quoted.txt").text)))
    assert [list(row) for row in table] == [ROW[1:]] * 6
    assert table[1]["kinds"] == "partial 0.70; direct 0.20; term 0.10"
    assert table[1]["kind_features"] == "+1.50 colon, -0.25 short"
    assert table[1]["candidates"].startswith(f"{MAYOR} 0.90; (nobody) 0.05; صياد 1 0.01; ")
    assert explain(made_up, "-f", "tsv", "quoted.txt").text.count("\n") == 7
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


@pytest.mark.parametrize("columns", [80, 30])
@pytest.mark.parametrize("form", ["blocks", "table"])
def test_on_a_terminal(made_up: Khabar, form: str, columns: int) -> None:
    done = explain(made_up, "-f", form, "--width", str(columns), "--bidi", "isolate", "quoted.txt", **VTE)
    assert done.status == 0
    assert not CONTROLS.search(done.text)  # in a pipe there are none
    assert all(cell_len(line) <= columns for line in done.text.split("\n"))


def test_nothing_to_explain(made_up: Khabar) -> None:
    expected = {"jsonl": "", "json": "[]\n", "csv": ",".join(ROW[1:]) + "\n", "blocks": "plain.txt\n"}
    for name, out in expected.items():
        assert explain(made_up, "-f", name, "plain.txt").text == out, name


def test_the_lines_are_still_explained(made_up: Khabar) -> None:
    assert "rule" in made_up.inside("explain", "quoted.txt").records[0]
    done = explain(made_up, "--fields", "rule", "quoted.txt")
    assert (done.status, done.out) == (2, b"")
    assert "no field is called rule; there are source, kind, speaker" in " ".join(done.err.split())
    assert made_up.inside("quotes", "--quotes", "quoted.txt").status == 2


class TestOurs:
    """What the engine tells of the samples."""

    @pytest.fixture(autouse=True)
    def engine(self) -> None:
        pytest.importorskip("khabar.quotations.explain")

    def test_rows_are_the_quotations(self, khabar: Khabar) -> None:
        files = sorted(str(path) for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html"))
        rows = explain(khabar, *files).records
        assert len(rows) > 40
        schema = json.loads(khabar.inside("schema").out)
        for row in rows:
            _check(row, schema["$defs"]["explained"], schema["$defs"])
        quotes = khabar.inside("quotes", *files).records
        assert [{name: row[name] for name in ROW[:12]} for row in rows] == [
            {name: quote[name] for name in ROW[:12]} for quote in quotes
        ]
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

    def test_on_a_terminal(self, khabar: Khabar) -> None:
        done = khabar.terminal("explain", "--quotes", str(SAMPLES / "bbc-arabic-glued.txt"), columns=80, **VTE)
        assert (done.status, done.err) == (0, "")
        shown = lines(done)
        check_isolates(shown)
        assert all(cell_len(line) <= 80 for line in shown)
