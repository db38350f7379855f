"""Layout of a text: lines that are paragraphs, or lines broken at a width."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.text import read
from khabar.text.layout import NARROWEST, Layout, is_full, layout_of, width_of
from khabar.text.lines import lines_of

ARABIC = (
    "فتحت مدرسة الحرف القديمة في حي الصفارين أبوابها أمام خمسين متدربا جاؤوا من القرى المحيطة بالمدينة، وبينهم "
    "نساء يعملن في النسيج منذ سنوات ولم يجدن من يشتري ما ينسجنه.",
    "وقال مدير المدرسة عصام البزاز إن الدروس تبدأ في السابعة صباحا وتنتهي قبل أذان الظهر، كي يتمكن المتدربون من "
    "العودة إلى حقولهم، وإن الأدوات كلها صنعت في ورش الحي نفسه.",
    "وتستمر الدورة الأولى ثلاثة أشهر، يعرض المتدربون في نهايتها أعمالهم في سوق الجمعة، وتشتري البلدية أفضل عشر "
    "قطع منها لتزين بها قاعة الاجتماعات الكبرى.",
)
ENGLISH = (
    "The ferry that links the two banks of the estuary has been out of service since Sunday, and the people of "
    "the north shore have had to drive thirty miles to reach the nearest hospital.",
    "A spokesman for the harbour board said that the engine had been sent away for repair and that a smaller "
    "boat would carry passengers, though not their cars, from the end of the week.",
    "Shopkeepers on both banks say that they have lost half of their trade, and they have asked the council to "
    "pay for a bus until the ferry is back.",
)


def wrapped(paragraphs: tuple[str, ...], width: int, gap: str) -> str:
    return gap.join("\n".join(textwrap.wrap(text, width, break_on_hyphens=False)) for text in paragraphs)


def no_label(line: str) -> bool:
    return False


def paragraphs_of(text: str) -> list[str]:
    return [block.text for block in read(text, no_label)]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("text", [ARABIC, ENGLISH], ids=["ar", "en"])
def test_wrapped_paragraphs_with_blank_lines_between_are_put_together(text: tuple[str, ...], width: int) -> None:
    assert paragraphs_of(wrapped(text * 2, width, "\n\n")) == list(text * 2)


@pytest.mark.parametrize("text", [ARABIC, ENGLISH], ids=["ar", "en"])
def test_a_wrapped_text_without_blank_lines_ends_paragraphs_at_short_lines(text: tuple[str, ...]) -> None:
    assert " ".join(paragraphs_of(wrapped(text, 72, "\n"))) == " ".join(text)
    assert layout_of(lines_of(wrapped(text, 72, "\n")))[0] is Layout.WRAPPED


@pytest.mark.parametrize("text", [ARABIC, ENGLISH], ids=["ar", "en"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_long_lines_are_paragraphs(text: tuple[str, ...], gap: str) -> None:
    source = gap.join(text * 3)
    assert layout_of(lines_of(source))[0] is Layout.LINES
    assert paragraphs_of(source) == list(text * 3)


def test_short_lines_that_end_sentences_are_paragraphs() -> None:
    source = "\n".join(["The boats came home at dusk with empty nets again.", "Nobody on the quay said a word."] * 6)
    assert layout_of(lines_of(source))[0] is Layout.LINES


def test_a_narrow_column_stays_lines() -> None:
    verse = "\n".join(["and the river went", "down to the harbour", "with all its lights", "and all its names"] * 4)
    lines = lines_of(verse)
    assert width_of(lines) < NARROWEST
    assert layout_of(lines)[0] is Layout.LINES


def test_an_address_that_cannot_break_is_not_the_width() -> None:
    source = wrapped(ENGLISH * 4, 70, "\n\n") + "\n\nhttps://example.org/" + "a" * 160
    assert 60 <= width_of(lines_of(source)) <= 70


def test_a_list_item_begins_a_paragraph_in_a_wrapped_text() -> None:
    source = wrapped(ENGLISH, 70, "\n\n") + "\n\n- the first boat leaves at six\n- the last one leaves at nine\n"
    assert paragraphs_of(source)[-2:] == ["the first boat leaves at six", "the last one leaves at nine"]


def test_a_text_of_few_lines_is_never_wrapped() -> None:
    assert layout_of([]) == (Layout.LINES, 0)
    assert layout_of(lines_of("\n".join(textwrap.wrap(ENGLISH[0], 70))))[0] is Layout.LINES


@pytest.mark.parametrize(
    ("text", "after", "width", "full"),
    [("one two", "three four", 12, True), ("one two", "three four", 13, False), ("one two", "three", 12, True)],
)
def test_a_line_is_full_when_the_next_word_had_no_room(text: str, after: str, width: int, full: bool) -> None:
    assert is_full(text, after, width) is full


@settings(max_examples=60, deadline=None)
@given(st.integers(50, 110), st.lists(st.sampled_from(ARABIC + ENGLISH), min_size=3, max_size=9))
def test_wrapping_loses_no_word(width: int, text: list[str]) -> None:
    source = wrapped(tuple(text), width, "\n\n")
    assert " ".join(paragraphs_of(source)).split() == source.split()
