"""What holds for any raw text: odd white space, what is left of tags, letters of all scripts, files of any size."""

from __future__ import annotations

import unicodedata

import khabar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from khabar.blocks import Block
from khabar.characters import fold_cut, in_letter
from khabar.errors import KhabarError
from khabar.lexicon import Lexicon, lexicon_for
from khabar.text import read, reader, split
from words import unaccounted, words

# -- odd white space

SPACES = (
    " ",
    "\t",
    "\u00a0",
    "\u3000",
    "\u2003",
    "\u200b",
    "\u200f",
    "\ufeff",
    "\n",
    "\r\n",
    "\x0b",
    "\x85",
    "\u2028",
)
WORDS = ("x", "Hello world", "مرحبا", "صدر الصورة، Reuters", "قال:", ".", "«", "- a", "•", "7/3/2021", "水", "ক্যাপশান")
RUNS = st.tuples(st.sampled_from(SPACES), st.integers(1, 40)).map(lambda run: run[0] * run[1])
ODD = st.lists(st.one_of(RUNS, st.sampled_from(WORDS)), max_size=30).map("".join)


@settings(deadline=None)
@given(ODD)
@example("\t\tHello world\n")
@example(" " * 10 + "a")
@example("   a\n    bc\n   d\n")
@example("          Breaking")
def test_odd_white_space_raises_nothing_and_loses_nothing(text: str) -> None:
    try:
        article = khabar.parse(text, input_format="text")
    except KhabarError:
        assert not words(text)
        return
    lost, _ = unaccounted(text, article.to_dict())
    assert not lost


# -- what is left of tags

BODY = (
    "The lamp on Gannet Rock went out on Friday night, and the boats found their way home by the smell of bread.",
    "Its keeper had ordered oil in March, and has the letter in which the harbour board says that it is on its way.",
    "The baker, who is his sister, left her door open until the last of them had tied up at the quay.",
)


@pytest.mark.parametrize(
    "line",
    [
        'alt="The lamp on Gannet Rock, seen from the quay" />',
        "content='A lamp goes out, and a baker brings the boats home' />",
        'class="page"> More of it',
        '/> <meta name="x"',
    ],
)
def test_the_rest_of_a_tag_is_joined_with_nothing(line: str) -> None:
    before, after = "The lamp that went out, and", "the boats that came home"
    texts = [block.text for block in read("\n".join((*BODY, before, line, after, *BODY)), lambda line: False)]
    assert texts[3:6] == [before, line, after]


@pytest.mark.parametrize("line", ["a = b, they say", "E=mc² it says on the wall", "5 > 4", "x='y' is no tag"])
def test_what_is_no_rest_of_a_tag(line: str) -> None:
    assert [block.text for block in read(f"{BODY[0]}\n{line}\n, and so on", lambda line: False)][
        1
    ] == f"{line}, and so on"


def test_a_style_sheet_is_not_the_end_of_a_sentence() -> None:
    lines = ("Posts by the harbour board", ".board-embed{margin-top: 70px;}")
    assert [block.text for block in read("\n".join(lines), lambda line: False)] == list(lines)


# -- a dump of many short lines and a few long ones is not wrapped at the short ones' width


def test_the_paragraphs_of_a_dump_are_no_wrapped_lines() -> None:
    menu = [
        f"{name} of the harbour and of all the boats that lie in it" for name in ("News", "Weather", "Tides", "Views")
    ]
    lines = [*menu * 6, *BODY, "and a last one, which has no full stop " * 9]
    assert len(read("\n".join(lines), lambda line: False)) == len(lines)


# -- letters

LETTERS = (
    *("ক্যাপশান", "क्षेत्र", "ரவி", "ပုံ", "កម្ពុជា", "ที่นี่", "صَدْر", "e\u0301", "한국"),
    *(unicodedata.normalize("NFD", "한국"), "क्\u200dष", "👨\u200d👩\u200d👧", "ि", "\u0301", "x"),
)
MARKERS = (
    *("ছবির উৎস, ", "ছবির ক্যাপশান, ", "ক্যাপশান,", "ছবি:", "इमेज स्रोत, ", "इमेज कैप्शन, ", "صدر الصورة، "),
    *("التعليق على الصورة، ", "Image source, ", "Image caption, ", "Image copyright", ": ", " ", ","),
)
GLUED = st.lists(st.sampled_from(LETTERS + MARKERS), min_size=1, max_size=8).map(lambda parts: "".join(parts).strip())


@settings(deadline=None)
@given(GLUED.filter(bool))
@example("ছবি:: ক্যাপশান, জেলেরা")
def test_no_line_is_cut_inside_a_letter(line: str) -> None:
    lexicon = lexicon_for("bn", "hi", "ar", "en")
    at = 0
    for block in split.split([Block(line, 1, 1)], lexicon):
        at = line.index(block.text, at)
        assert not in_letter(line, at)
        for hit in block.hits.values():
            if hit.mode == "prefix":
                assert not in_letter(block.text, fold_cut(block.text, hit.length))
        at += len(block.text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("ক্যা", [1, 2, 3]),
        ("e\u0301a", [1]),
        ("कि", [1]),
        ("ab", []),
        ("क्a", [1]),
        ("क्\u200dष", [1, 2, 3]),
        ("👨\u200d👩", [1, 2]),
        (unicodedata.normalize("NFD", "한a"), [1, 2]),
        (" \u0301", []),
        ("می\u200cخواهم", []),
    ],
)
def test_where_a_letter_goes_on(text: str, inside: list[int]) -> None:
    assert [at for at in range(len(text) + 1) if in_letter(text, at)] == inside


# -- size


@pytest.mark.parametrize(("lines", "blocks"), [(reader.MOST, reader.MOST + 1), (reader.MOST + 1, 2)])
def test_so_many_lines_are_no_paragraphs_each(lines: int, blocks: int) -> None:
    text = "First.\n\n" + "A short line.\n" * (lines - 1)
    got = read(text, lambda line: False)
    assert len(got) == (lines if lines == reader.MOST else blocks)
    assert sum((words(block.text) for block in got), words("")) == words(text)


@pytest.mark.parametrize("labels", [split.PARTS, split.PARTS + 1, 5 * split.PARTS])
def test_a_line_of_many_markers_is_looked_through_so_often(labels: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    glued = Lexicon.glued

    def counted(self: Lexicon, key: str, start: int = 1) -> int:
        nonlocal asked
        asked += 1
        return glued(self, key, start)

    monkeypatch.setattr(Lexicon, "glued", counted)
    line = ("صدر الصورة، رويترز " * labels).strip()
    blocks = split.split([Block(line, 1, 1)], lexicon_for("ar"))
    assert len(blocks) == min(labels, split.PARTS + 1)
    assert asked <= split.PARTS
    assert " ".join(block.text for block in blocks) == line
