"""Lines of a text: newlines of every kind, blank lines that do not look blank, one-line dumps, line numbers."""

from __future__ import annotations

from collections import Counter

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.characters import INVISIBLE
from khabar.text import read
from khabar.text.lines import lines_of
from words import words

TITLE = "افتتاح مكتبة عائمة في ميناء القصيبة"
FIRST = "رست السفينة المكتبة صباح الأحد عند الرصيف القديم، وعلى متنها سبعة آلاف كتاب."
SECOND = "وقال أمينها خالد الرواس إن الاستعارة مجانية لكل من يحمل بطاقة صياد."
THIRD = "وستبقى السفينة في الميناء أسبوعين قبل أن تبحر جنوبا نحو القرى الصغيرة."

NEWLINES = {
    "LF": "\n",
    "CRLF": "\r\n",
    "CR": "\r",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "next line": "\x85",
    "file separator": "\x1c",
    "record separator": "\x1e",
}
newline = pytest.mark.parametrize("newline", NEWLINES.values(), ids=NEWLINES)

BLANKS = {
    "nothing": "",
    "space": " ",
    "tab": "\t",
    "no-break space": "\u00a0",
    "three no-break spaces": "\u00a0\u00a0\u00a0",
    "ideographic space": "\u3000",
    "zero-width space": "\u200b",
    "right-to-left mark": "\u200f",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "spaces and marks": " \u200f\u00a0\u200e ",
}
blank = pytest.mark.parametrize("blank", BLANKS.values(), ids=BLANKS)


def texts(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


def numbers(text: str) -> list[int]:
    return [line.number for line in lines_of(text)]


def gaps(text: str) -> list[bool]:
    return [line.gap for line in lines_of(text)]


def visible(text: str) -> str:
    return INVISIBLE.sub("", text).strip()


# -- newlines


@newline
def test_every_newline_ends_a_line(newline: str) -> None:
    text = newline.join((TITLE, FIRST, SECOND))
    assert texts(text) == [TITLE, FIRST, SECOND]
    assert numbers(text) == [1, 2, 3]
    assert gaps(text) == [True, False, False]


@newline
def test_two_newlines_make_a_blank_line(newline: str) -> None:
    text = newline.join((TITLE, "", FIRST, "", SECOND, ""))
    assert texts(text) == [TITLE, FIRST, SECOND]
    assert numbers(text) == [1, 3, 5]
    assert gaps(text) == [True, True, True]


@newline
def test_no_newline_is_left_in_a_line(newline: str) -> None:
    for line in lines_of(newline.join((TITLE, FIRST, "", SECOND, THIRD, ""))):
        assert line.raw == line.text == " ".join(line.text.splitlines())


def test_newlines_of_several_kinds_in_one_text() -> None:
    text = f"{TITLE}\r\n\r\n{FIRST}\r{SECOND}\n\u2028{THIRD}"
    assert texts(text) == [TITLE, FIRST, SECOND, THIRD]
    assert numbers(text) == [1, 3, 4, 6]
    assert gaps(text) == [True, True, False, True]


def test_a_carriage_return_before_crlf_is_a_line_of_its_own() -> None:
    # what a text that was read as binary and written as text has: CR CR LF
    assert texts(f"{TITLE}\r\r\n{FIRST}") == [TITLE, FIRST]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\u200b", "\ufeff\n\u200f\n"])
def test_a_text_without_words_has_no_lines(text: str) -> None:
    assert lines_of(text) == []
    assert read(text, lambda line: False) == []


# -- blank lines


@blank
def test_a_blank_line_is_a_gap_whatever_it_is_made_of(blank: str) -> None:
    lines = lines_of("\n".join((TITLE, blank, FIRST, SECOND)))
    assert [visible(line.text) for line in lines] == [TITLE, FIRST, SECOND]
    assert [line.number for line in lines] == [1, 3, 4]
    assert [line.gap for line in lines] == [True, True, False]


@blank
def test_blank_lines_before_the_text_make_no_line(blank: str) -> None:
    lines = lines_of("\n".join((blank, blank, TITLE, FIRST)))
    assert [visible(line.text) for line in lines] == [TITLE, FIRST]
    assert [line.number for line in lines] == [3, 4]


@blank
def test_blank_lines_after_the_text_make_no_line(blank: str) -> None:
    lines = lines_of("\n".join((TITLE, FIRST, blank, blank)))
    assert [visible(line.text) for line in lines] == [TITLE, FIRST]


def test_a_line_of_a_lone_control_is_blank() -> None:
    first, second = lines_of(f"{TITLE}\n\u200f\n{FIRST}")
    assert (first.text, second.text) == (TITLE, FIRST)
    assert second.gap


@pytest.mark.parametrize("line", ["•", "-", "7", "ـ", "o", ".", "…", "\u200f•", "؟"])
def test_a_line_of_one_mark_is_not_blank(line: str) -> None:
    assert texts(f"{TITLE}\n{line}\n{FIRST}") == [TITLE, line, FIRST]


def test_controls_inside_a_line_stay_where_they_are() -> None:
    line = "کتاب‌خانهٔ \u2067شناور\u2069 به بندر رسید"
    assert texts(f"{line}\n\u202b{TITLE}\u202c") == [line, f"\u202b{TITLE}\u202c"]


# -- white space round a line


def test_the_white_space_round_a_line_is_kept_apart() -> None:
    (line,) = lines_of(f" \t{FIRST}\u00a0 ")
    assert line.raw == f" \t{FIRST}\u00a0 "
    assert line.text == FIRST


@pytest.mark.parametrize(("head", "indent"), [("", 0), ("  ", 2), ("\u00a0" * 4, 4), ("\t", 1)])
def test_the_indent_is_told(head: str, indent: int) -> None:
    blocks = read(f"{TITLE}\n\n{head}{FIRST}\n", lambda line: False)
    assert [block.indent for block in blocks] == [0, indent]


# -- one-line dumps: a scraper lost the line breaks, runs of blanks stand for them


@pytest.mark.parametrize("run", ["   ", "\u00a0" * 3, " \u00a0 \u00a0 ", "\t\t\t", "\u3000" * 3, " " * 40])
def test_a_run_of_blanks_in_a_long_line_is_a_paragraph_break(run: str) -> None:
    lines = lines_of(run.join((FIRST, SECOND, THIRD)))
    assert [line.text for line in lines] == [FIRST, SECOND, THIRD]
    assert [line.number for line in lines] == [1, 1, 1]
    assert [line.gap for line in lines] == [True, True, True]


@pytest.mark.parametrize("run", [" ", "  ", "\u00a0", "\u00a0 "])
def test_one_blank_or_two_are_a_space(run: str) -> None:
    assert texts(FIRST + run + SECOND) == [FIRST + run + SECOND]


def test_a_run_of_blanks_in_a_short_line_is_no_break() -> None:
    line = "الأحد    7 مارس    2021"
    assert texts(f"{TITLE}\n{line}\n{FIRST}") == [TITLE, line, FIRST]


def test_lines_after_a_dump_are_counted_on() -> None:
    text = f"{TITLE}\n{FIRST}    {SECOND}\n{THIRD}\n\n{TITLE}"
    assert numbers(text) == [1, 2, 2, 3, 5]
    assert gaps(text) == [True, False, True, False, True]


def test_runs_of_blanks_round_a_long_line_make_no_lines() -> None:
    assert texts("     " + FIRST + "\u00a0" * 9 + "\n") == [FIRST]


def test_parts_of_a_dump_are_never_joined() -> None:
    # the second part begins with a small letter and the first has no full stop: two columns, no sentence
    left, right = "A long left column that names the harbour and its master", "and a right one about the tide tables"
    blocks = read(f"{left}     {right}", lambda line: False)
    assert [block.text for block in blocks] == [left, right]


# -- line numbers


def test_blocks_say_where_they_stood() -> None:
    text = f"\n\n{TITLE}\n\n{FIRST}\n- {SECOND}\n"
    blocks = read(text, lambda line: False)
    assert [(block.line, block.end_line) for block in blocks] == [(3, 3), (5, 5), (6, 6)]


def test_a_joined_block_ends_where_its_last_line_stood() -> None:
    text = f"{TITLE}\nقال خالد الرواس \n، وهو أمين المكتبة.\n{THIRD}"
    blocks = read(text, lambda line: False)
    assert [(block.line, block.end_line) for block in blocks] == [(1, 1), (2, 3), (4, 4)]


@given(st.lists(st.sampled_from((TITLE, FIRST, "", " ", "\u00a0", "- " + SECOND, "x")), max_size=12))
def test_a_lines_number_leads_back_to_it(source: list[str]) -> None:
    lines = lines_of("\n".join(source))
    assert [line.text for line in lines] == [source[line.number - 1].strip() for line in lines]
    assert len(lines) == sum(bool(line.strip()) for line in source)
    for line in lines:
        assert line.gap == (line.number == 1 or not source[line.number - 2].strip())


# -- list items


def among(*lines: str) -> str:
    return "\n".join((FIRST, SECOND, THIRD, *lines, FIRST, SECOND, THIRD))


BULLETS = ("•", "-", "–", "*", "●", "▪", "►", "ـ", "◆", "➢")


@pytest.mark.parametrize("mark", BULLETS)
def test_the_list_mark_is_taken_off_and_kept(mark: str) -> None:
    blocks = read(among(f"{mark} كتب في الملاحة", f"{mark} قصص للأطفال"), lambda line: False)[3:5]
    assert [(block.bullet, block.text) for block in blocks] == [(mark, "كتب في الملاحة"), (mark, "قصص للأطفال")]


@pytest.mark.parametrize(
    "line",
    ["-5 درجات في الميناء", "--", "•", "**مهم**", "o’clock", "overboard", "-", "+20", "--- the end", "open the door"],
)
def test_what_is_no_list_mark(line: str) -> None:
    (block,) = read(among(line), lambda line: False)[3:4]
    assert (block.bullet, block.text) == ("", line)


def test_an_o_is_a_list_mark_only_where_it_is_indented() -> None:
    blocks = read(among("  o books", "  o charts.", "o sole mio"), lambda line: False)[3:6]
    assert [(block.bullet, block.text) for block in blocks] == [("o", "books"), ("o", "charts."), ("", "o sole mio")]


# -- no word lost, none made

SAID = (
    *(TITLE, FIRST, SECOND, THIRD),
    "صدر الصورة، Getty Images",
    "التعليق على الصورة،",
    "7 مارس/ آذار 2021",
    "قال خالد الرواس ",
    "، وهو أمين المكتبة.",
    "(رويترز)",
    '"لا أحد يعيد الكتب مبللة"',
    "بخش نخست: کتاب‌خانهٔ شناور در بندر",
    "یہ جہاز ہر ہفتے ایک نئے گاؤں میں رکتا ہے۔",
    "The ship carries seven thousand books and",
    "a cat",
    ", its captain said.",
    "Корабль простоит в порту две недели,",
    "а потом уйдёт на юг.",
    "เรือห้องสมุดจอดที่ท่าเรือเก่าเมื่อเช้าวันอาทิตย์",
    "• واحد • اثنان • ثلاثة",
    "o",
    "-",
    "*** ***",
    "o one",
    "+ واحد",
    "-- Reuters",
    "\x1a two",
    f"{FIRST}     {SECOND}",
)
ENDS = ("\n", "\n", "\n", "\n\n", "\r\n", "\r", " \n", "\n\u00a0\n", "\n\u200f\n", "\u2028", "\x0b", "\n    ", "\n ")


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """Lines of scraped texts; those of one text mostly end alike."""
    usual = draw(st.sampled_from(ENDS))
    parts = []
    for line in draw(st.lists(st.sampled_from(SAID), max_size=25)):
        parts += [line, usual if draw(st.integers(0, 3)) else draw(st.sampled_from(ENDS))]
    return "".join(parts)


@given(dumps(), st.booleans())
def test_the_reader_loses_no_word_and_makes_none(text: str, labels: bool) -> None:
    read_: Counter[str] = Counter()
    for block in read(text, lambda line: labels and line.endswith(("،", "2021", "رويترز)"))):
        read_ += words(block.bullet) + words(block.text)
    assert read_ == words(text)


@given(dumps())
def test_the_reader_keeps_the_order(text: str) -> None:
    blocks = read(text, lambda line: False)
    out = "".join(block.bullet + block.text for block in blocks)
    assert "".join(visible(out).split()) == "".join(visible(text).split())
    assert all(block.text and block.text == block.text.strip() for block in blocks)
    assert all(block.line <= block.end_line for block in blocks)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)


# -- time: linear, so that a broken file costs no more than its size

HUGE = {
    "100,000 short lines": "سطر قصير\n" * 100_000,
    "50,000 lines that go on": "كلمة،\n" * 50_000,
    "2 MB of spaces in a line": "بداية" + " " * 2_000_000 + "نهاية",
    "2 MB of no-break and wide spaces": "بداية" + "\u00a0\u2003" * 1_000_000 + "نهاية",
    "a line of 2 MB": "كلمة أخرى " * 200_000,
    "a line of 2 MB without a space": "س" * 2_000_000,
    "a line of list marks": "•" * 2_000_000,
    "a line of 100,000 paragraphs": "فقرة أخرى من دون سطر جديد.    " * 70_000,
    "200,000 lines of 80 columns": ("كلمة " * 15 + "آخر\n") * 30_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_text_is_read_in_time(name: str) -> None:
    found, spent = effort(lambda: read(HUGE[name], lambda line: False))
    assert found
    assert spent < 3
