"""The gate (see gate.py): on the reference texts, where they are, no figure falls and no word is lost."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import gate
import khabar
import pytest
from lxml import etree
from words import accounted, unaccounted, words

HOSTILE = (
    "deep_div_20k.html", "deep_div_1M.html", "deep_b_50k_unclosed.html", "wide_100k_p.html",
    "text_20MB_one_p.html", "attr_10MB.html", "spaces_2MB.html", "commas_1MB.html", "entities_1MB.html",
    "billion_laughs.html", "nul_and_controls.html", "lone_surrogate.html", "table_nest_5k.html",
    "many_links_50k.html", "wrong_xml_declaration.html", "lt_500k.html", "json_ld_deep.html",
    "json_ld_broken.html", "empty.html",
    "one_line_20MB.txt", "blank_lines_2M.txt", "lines_300k.txt", "quote_marks_1M.txt",
    "open_quotes_100k.txt", "nested_quotes_50k.txt", "verbs_200k.txt", "unclosed_promo.txt",
    "credit_labels_100k.txt", "spaces_5MB.txt", "controls.txt", "invalid_utf8.txt", "utf16.txt",
    "windows_1256.txt", "cr_only.txt", "empty.txt", "binary.txt",
)  # fmt: skip


def bench(shared: Path, script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script of the bench on the installed command; its own limits bound each case."""
    return subprocess.run(
        [sys.executable, shared / "bench" / script, *arguments], capture_output=True, text=True, timeout=300
    )


def test_no_figure_falls(shared: Path, khabar_command: str) -> None:
    pinned = json.loads(gate.FILE.read_text("utf-8"))
    if gate.fingerprint(shared) != pinned["fingerprint"]:
        pytest.skip("the reference texts are others than those that gate.json was measured on")
    assert set(pinned["floors"]) == {*gate.ROWS, *gate.cross_validated()}
    assert gate.regressions(pinned["floors"], gate.measure(shared)) == []


def test_the_seeds_gold_is_met_exactly(shared: Path) -> None:
    gold = json.loads((shared / "seed" / "gold.json").read_text("utf-8"))
    document = khabar.parse((shared / "seed" / "article.txt").read_bytes()).to_dict()
    assert document["title"] == gold["title"]
    assert document["sections"] == gold["sections"]
    assert [{k: i[k] for k in ("alt", "credit", "caption")} for i in document["images"]] == gold["images"]
    stripped = [piece["text"] for piece in document["stripped"]]
    assert [text for text in stripped if text in gold["boilerplate"]] == gold["boilerplate"]


def test_no_word_of_a_real_text_is_lost(shared: Path) -> None:
    texts = [path for folder in ("sets", "wild") for path in sorted((shared / folder).rglob("*.txt"))]
    assert texts
    for path in texts:
        data = path.read_bytes()
        document = khabar.parse(data).to_dict()
        assert unaccounted(data.decode(document["encoding"], "replace"), document) == ({}, {}), path


def test_no_word_of_a_real_page_is_lost(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.html.outside.SHOWN", sys.maxsize)  # nothing abridged: every word can be looked for
    pages = sorted((shared / "sets" / "publishers-html" / "pages").iterdir())
    assert pages
    gone: dict[str, list[str]] = {}
    for path in pages:
        data = gzip.decompress(path.read_bytes())
        got, have = accounted(khabar.parse(data).to_dict()), words(seen(data))
        lost, new = have - got, got - have
        made = " ".join(new)  # words that stand together in the source are cut apart, or the other way round
        missing = [word for word in lost if word not in made and not any(other in word for other in new)]
        if missing:
            gone[path.name] = missing
    assert sum(len(word) for missing in gone.values() for word in missing) <= LOOSE, gone


LOOSE = 1
"""Characters of all pages that stand in no element of their own outside of the article, and are lost (a known
defect, see test_html_region)."""
UNSEEN = frozenset((
    "audio", "base", "canvas", "datalist", "embed", "head", "iframe", "link", "map", "meta", "noscript", "object",
    "option", "param", "script", "source", "style", "svg", "template", "title", "track", "video",
))  # fmt: skip


def seen(page: bytes) -> str:
    """All that a reader sees of a page in UTF-8, hidden elements included, as lxml has it."""
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    skipped: etree._Element | None = None
    texts: list[str] = []
    for event, el in etree.iterwalk(etree.fromstring(page, parser), events=("start", "end")):
        if event == "start":
            skipped = el if skipped is None and el.tag in UNSEEN else skipped
            texts.append(el.text or "" if skipped is None else "")
        else:
            skipped = None if el is skipped else skipped
            texts.append(el.tail or "" if skipped is None else "")
    return " ".join(texts)


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_input_is_parsed_within_the_limits(case: str, shared: Path, khabar_command: str) -> None:
    run = bench(shared, "hostile.py", case, "--command", f"{khabar_command} parse --format jsonl")
    assert run.returncode == 0, run.stdout


def test_every_hostile_case_is_run(shared: Path) -> None:
    from runpy import run_path

    assert set(HOSTILE) == set(run_path(str(shared / "bench" / "hostile.py"))["CASES"])


@pytest.mark.parametrize(
    ("metric", "now", "floor", "verdict"),
    [
        ("body_f1", 0.95, 0.95, False),
        ("body_f1", 0.9496, 0.95, False),
        ("body_f1", 0.949, 0.95, True),
        ("boil_leak", 0.1, 0.2, False),
        ("boil_leak", 0.201, 0.2, True),
    ],
)
def test_figures_may_not_fall_nor_leaks_rise(metric: str, now: float, floor: float, verdict: bool) -> None:
    assert gate.worse(metric, now, floor) is verdict


def test_floors_only_rise_unless_told() -> None:
    floors = {"a": {"body_f1": 0.9, "boil_leak": 0.1}}
    now = {"a": {"body_f1": 0.8, "boil_leak": 0.05}}
    assert gate.raised(floors, now, lower=False) == {"a": {"body_f1": 0.9, "boil_leak": 0.05}}
    assert gate.raised(floors, now, lower=True) == now
    assert gate.regressions(floors, now) == ["a body_f1: 0.8 (was 0.9)"]
    assert gate.regressions(floors, {"a": {}}) == ["a body_f1: None (was 0.9)", "a boil_leak: None (was 0.1)"]
