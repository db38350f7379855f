"""The samples: articles in the shape of real ones, each beside the document that it must give.

KHABAR_UPDATE=1 pytest tests/test_samples.py    # writes what the library gives now; read the diff, and put
                                                # right the speakers that are wrong: they are known faults.
                                                # Statements are written by hand and stay; those of a new
                                                # sample are the library's, to be read and put right
"""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import khabar
import pytest
from words import accounted, unaccounted, words

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))
PAGES = sorted(SAMPLES.glob("*.html"))


def cases(paths: list[Path]) -> pytest.MarkDecorator:
    """A parameter for each path."""
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


each = cases([*TEXTS, *PAGES])
ELSEWHERE = "elsewhere"
WEIGHED = ("kind", "speaker", "cue")
"""What a learnt score decides of a quotation: compared apart, so that a known fault in it hides no other."""


def parsed(path: Path, text: str | None = None) -> dict[str, Any]:
    """A sample's document. How sure speakers and statements are changes with every learning, and is not compared."""
    document = khabar.parse(path.read_bytes() if text is None else text, source=path.name).to_dict()
    for said in (*document["quotes"], *document["statements"]):
        sure = said["confidence"]
        assert sure is None or 0 <= sure <= 1
        said["confidence"] = None
    return document


def expected(path: Path) -> Path:
    return path.with_suffix(".expected.json")


def ought(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(expected(path).read_text("utf-8"))
    return document


def without_weighed(document: dict[str, Any]) -> dict[str, Any]:
    quotes = [{key: value for key, value in quote.items() if key not in WEIGHED} for quote in document["quotes"]]
    return document | {"quotes": quotes, "statements": []}  # all of a statement is weighed, and that it is one


@each
def test_gives_the_expected_document(path: Path) -> None:
    document = parsed(path)
    if os.environ.get("KHABAR_UPDATE") == "1":
        by_hand = {"statements": ought(path)["statements"]} if expected(path).exists() else {}
        expected(path).write_text(json.dumps(document | by_hand, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert without_weighed(document) == without_weighed(ought(path))


@each
def test_gives_the_expected_speakers(path: Path) -> None:
    """What is expected is what ought to be; a sample that is known to fail is in `fixtures/quotations/known.txt`."""
    found = [[quote[key] for key in ("text", *WEIGHED)] for quote in parsed(path)["quotes"]]
    assert found == [[quote[key] for key in ("text", *WEIGHED)] for quote in ought(path)["quotes"]]


def by_paragraph(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """A document's statements by where they stand, "section.paragraph"."""
    out: dict[str, list[dict[str, Any]]] = {}
    for one in document["statements"]:
        out.setdefault(f"{one['section']}.{one['paragraph']}", []).append(one)
    return out


def marked(path: Path) -> list[str]:
    """The paragraphs of a sample that ought to have statements, and all the others as one."""
    return [*(by_paragraph(ought(path)) if expected(path).exists() else ()), ELSEWHERE]


PLACES = [(path, place) for path in (*TEXTS, *PAGES) for place in marked(path)]


@pytest.mark.parametrize(("path", "place"), PLACES, ids=[f"{path.name} {place}" for path, place in PLACES])
def test_gives_the_expected_statements(path: Path, place: str) -> None:
    """What is expected is what a reader marked; a paragraph that is known to fail is in
    `fixtures/statements/known.txt`."""
    found, by_hand = by_paragraph(parsed(path)), by_paragraph(ought(path))
    if place == ELSEWHERE:
        assert [one for other in found.keys() - by_hand.keys() for one in found[other]] == []
    else:
        assert found.get(place, []) == by_hand[place]


@each
def test_statements_stand_where_they_say(path: Path) -> None:
    """Those written by hand and those found: offsets, reading order, and which hold a quotation."""
    for document in (ought(path), parsed(path)):
        places = [(one["section"], one["paragraph"], one["start"]) for one in document["statements"]]
        assert places == sorted(places)
        for one in document["statements"]:
            paragraph = document["sections"][one["section"]]["paragraphs"][one["paragraph"]]
            assert paragraph[one["start"] : one["end"]] == one["text"] != ""
            assert one["quoted"] == any(holds(one, quote) for quote in document["quotes"])


def holds(statement: dict[str, Any], quote: dict[str, Any]) -> bool:
    """Does the statement hold this quotation of somebody's words?"""
    return (
        quote["kind"] in ("direct", "partial")
        and [quote[key] for key in ("section", "paragraph")] == [statement[key] for key in ("section", "paragraph")]
        and statement["start"] <= quote["start"] < statement["end"]
    )


@cases(TEXTS)
def test_loses_no_word(path: Path) -> None:
    document = parsed(path)
    text = path.read_bytes().decode(document["encoding"])
    assert unaccounted(text, document) == ({}, {})


@each
def test_comes_out_the_same_when_parsed_from_text(path: Path) -> None:
    document = parsed(path)
    text = path.read_bytes().decode(document["encoding"])
    assert parsed(path, text) == document | {"encoding": None}


class Shown(HTMLParser):
    """The text that a page shows in its <main> or <article>; of a page without either, in its <body>."""

    _UNSEEN = frozenset(("script", "style", "svg", "noscript", "template"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.open: list[str] = []
        self.region = next((tag for tag in ("main", "article") if f"<{tag}" in page), "body")
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == self.region or tag in self._UNSEEN:
            self.open.append(tag)
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[0] == self.region and self.open[-1] not in self._UNSEEN:
            self.parts.append(data)


@cases(PAGES)
def test_loses_no_word_of_the_region(path: Path) -> None:
    document = parsed(path)
    shown = Shown(path.read_bytes().decode(document["encoding"]))
    assert words("".join(shown.parts)) - accounted(document) == {}


@cases(PAGES)
def test_says_how_long_an_abridged_piece_is(path: Path) -> None:
    for piece in parsed(path)["stripped"]:
        assert piece["text"].endswith(" …") == ("chars" in piece)
        assert piece.get("chars", 1 << 20) > len(piece["text"])


@each
def test_is_listed_in_the_folders_readme(path: Path) -> None:
    assert f"`{path.name}`" in (SAMPLES / "README.md").read_text("utf-8")


def test_there_is_a_sample_for_every_expected_document() -> None:
    assert sorted(map(expected, (*TEXTS, *PAGES))) == sorted(SAMPLES.glob("*.expected.json"))
    assert len(TEXTS) >= 8
    assert len(PAGES) >= 5
