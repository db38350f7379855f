"""Lines broken in mid-sentence are put together; headings, labels and their values are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.text import read

LEAD = "وصلت القافلة إلى واحة الجغبوب بعد أن سارت أحد عشر يوما في رمال لا ماء فيها ولا ظل."
NEXT = "ويقول دليلها مسعود إن الطريق القديم ما زال أقصر من الطريق المعبد."


def texts(*lines: str, label: str = "") -> list[str]:
    return [block.text for block in read("\n".join(lines), lambda line: bool(label) and line.startswith(label))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a link in the middle of a sentence: what is behind it begins with a mark or a small letter
        (
            ["The mayor told ", "Harbour Radio", ", a local station, that the pier will stay closed."],
            "The mayor told Harbour Radio, a local station, that the pier will stay closed.",
        ),
        (["The pier was built in 1911", "and it has been mended twice."], None),
        (
            ["وقال رئيس البلدية", "، الذي زار الجسر، إن الترميم سيبدأ غدا."],
            "وقال رئيس البلدية، الذي زار الجسر، إن الترميم سيبدأ غدا.",
        ),
        # a line that ends with a comma goes on
        (["زار الوفد السوق والميناء والمدرسة،", "ثم عاد إلى العاصمة مساء اليوم نفسه."], None),
        (["She bought bread, salt, oil,", "Turkish coffee and a lamp."], None),
        # an opened bracket goes on
        (["The boat (", "Star of the Bay", ") left at noon."], "The boat ( Star of the Bay) left at noon."),
    ],
)
def test_a_broken_sentence_is_put_together(lines: list[str], expected: str | None) -> None:
    # a text of two lines, the first behind a gap as every first line is, says too little about its gaps
    assert texts(LEAD, NEXT, *lines) == [LEAD, NEXT, expected or " ".join(lines)]


def test_lines_behind_a_full_stop_are_paragraphs() -> None:
    assert texts(LEAD, NEXT, LEAD) == [LEAD, NEXT, LEAD]


@pytest.mark.parametrize("heading", ["طريق الملح", "لماذا تختفي الآبار؟", "A road of salt", "Where are the wells?"])
def test_a_heading_is_joined_with_nothing(heading: str) -> None:
    assert texts(LEAD, heading, NEXT) == [LEAD, heading, NEXT]


def test_a_lead_in_before_a_list_stays_alone() -> None:
    assert texts("وطالب السكان بثلاثة أمور:", "إصلاح البئر القديمة", "فتح المدرسة") == [
        "وطالب السكان بثلاثة أمور:",
        "إصلاح البئر القديمة",
        "فتح المدرسة",
    ]


def test_a_label_is_never_joined_with_the_line_before_it() -> None:
    assert texts("The nets, the oars,", "Image source, Sami Dahan", label="Image source") == [
        "The nets, the oars,",
        "Image source, Sami Dahan",
    ]


def test_a_label_is_never_joined_with_its_value() -> None:
    assert texts("Image source,", "Sami Dahan", NEXT, label="Image source") == ["Image source,", "Sami Dahan", NEXT]


def test_a_label_line_broken_in_a_word_goes_on() -> None:
    label = "Subscribe"
    assert texts("Subscribe to our newsletter “", "The Bay", "” today.", label=label) == [
        "Subscribe to our newsletter “ The Bay” today."
    ]


def test_blank_lines_part_even_what_a_comma_ends() -> None:
    assert texts("زار الوفد السوق والميناء،", "", "ثم عاد إلى العاصمة.") == [
        "زار الوفد السوق والميناء،",
        "ثم عاد إلى العاصمة.",
    ]


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "▪", "➢"])
def test_a_list_mark_is_taken_off_and_kept(mark: str) -> None:
    blocks = read(f"{LEAD}\n{mark} {NEXT}\n", lambda line: False)
    assert [block.text for block in blocks] == [LEAD, NEXT]
    assert [block.bullet for block in blocks] == ["", mark.strip()]


def test_the_letter_o_is_a_list_mark_where_it_is_indented() -> None:
    assert texts(LEAD, f" o  {NEXT}") == [LEAD, NEXT]
    assert texts(LEAD, f"o  {NEXT}") == [LEAD, f"o  {NEXT}"]


@pytest.mark.parametrize("line", ["-5 degrees were measured at dawn.", "--- the end", "open the door"])
def test_what_is_no_list_mark_stays(line: str) -> None:
    assert texts(LEAD, "", line) == [LEAD, line]


def test_line_numbers_span_what_was_joined() -> None:
    blocks = read(
        f"{LEAD}\n{NEXT}\nThe mayor told \nHarbour Radio\n, a local station.\nThe end of it.\n", lambda line: False
    )
    assert [(block.line, block.end_line) for block in blocks] == [(1, 1), (2, 2), (3, 5), (6, 6)]


_PIECES = st.lists(
    st.sampled_from(
        [LEAD, NEXT, "طريق الملح", "", " ", "، ثم عاد", "- نقطة", "and so on", "(", ")", '"', "Reuters", ":"]
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(_PIECES)
def test_no_word_is_lost_and_none_moves(lines: list[str]) -> None:
    blocks = read("\n".join(lines), lambda line: line == "Reuters")
    got = "".join(block.bullet + block.text for block in blocks)
    assert "".join(got.split()) == "".join("".join(lines).split())
