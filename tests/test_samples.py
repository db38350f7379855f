"""The samples: articles in the shape of real ones, each beside the document that it must give.

KHABAR_UPDATE=1 pytest tests/test_samples.py    # writes what the library gives now; read the diff, and put
                                                # right the speakers that are wrong: they are known faults
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


def without_weighed(document: dict[str, Any]) -> dict[str, Any]:
    quotes = [{key: value for key, value in quote.items() if key not in WEIGHED} for quote in document["quotes"]]
    return document | {"quotes": quotes, "statements": []}  # all of a statement is weighed, and that it is one


@each
def test_gives_the_expected_document(path: Path) -> None:
    document = parsed(path)
    if os.environ.get("KHABAR_UPDATE") == "1":
        expected(path).write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert without_weighed(document) == without_weighed(json.loads(expected(path).read_text("utf-8")))


@each
def test_gives_the_expected_speakers(path: Path) -> None:
    """What is expected is what ought to be; a sample that is known to fail is in `fixtures/quotations/known.txt`."""
    ought = json.loads(expected(path).read_text("utf-8"))["quotes"]
    found = [[quote[key] for key in ("text", *WEIGHED)] for quote in parsed(path)["quotes"]]
    assert found == [[quote[key] for key in ("text", *WEIGHED)] for quote in ought]


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
