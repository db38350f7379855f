"""The command's small parts by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar import Image
from khabar.markdown import escape, figure
from khabar_cli.bidi import FSI, LRI, PDI, RLI, direction, first_strong, isolate, wrap
from khabar_cli.characters import plain
from khabar_cli.messages import one_line
from khabar_cli.terminal import wants_colour, wants_isolates
from rich.cells import cell_len

TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("\x1b\u202e\u200c\u2068\u200f ابت*_[]#"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", r"a\nb"),
        ("a\x1b[31m", r"a\x1b[31m"),
        ("a\u202eb", r"a\u202eb"),
        ("a\udcff", r"a\xff"),
        ("خبر می\u200cشود", "خبر می\u200cشود"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(TEXT)
def test_one_line_always_is(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)


@given(TEXT)
def test_plain_steers_nothing(text: str) -> None:
    done = plain(text, "·")
    assert not set(done) & set(
        "\x00\x07\x1b\x7f\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    assert plain(done, "·") == done
    assert [c for c in done if c.isalnum()] == [c for c in text if c.isalnum()]


def test_plain_keeps_spelling() -> None:
    assert plain("می\u200cشود a\u0301\n\tb") == "می\u200cشود a\u0301\n\tb"
    assert plain("a\x1b[1mb", "·") == "a·[1mb"
    assert plain("a\x1b[1mb") == "a[1mb"


@pytest.mark.parametrize(
    ("text", "base", "way"),
    [
        ("قال BBC", "rtl", "rtl"),
        ("BBC قال", "rtl", "rtl"),
        ("BBC قال", "ltr", "ltr"),
        ("قال BBC", "ltr", "rtl"),
        ("Reuters", "rtl", "ltr"),
        ("12:30", "rtl", "ltr"),
    ],
)
def test_direction(text: str, base: str, way: str) -> None:
    assert direction(text, base) == way


def test_isolates() -> None:
    assert isolate("قال الوزير", "rtl") == f"{FSI}قال الوزير{PDI}"
    assert isolate("BBC قال", "rtl") == f"{RLI}BBC قال{PDI}"
    assert isolate("(2024)", "rtl") == f"{RLI}(2024){PDI}"
    assert isolate("قال he said", "ltr") == f"{LRI}قال he said{PDI}"
    assert isolate("Reuters", "ltr") == "Reuters"
    assert first_strong("12 «") is None


@given(TEXT, st.integers(2, 40))
def test_wrap_loses_no_word_and_fits(text: str, width: int) -> None:
    text = plain(text, "·")
    lines = list(wrap(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ [d](e)", r"a \*b\* \_c\_ \[d\](e)"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no item", r"1\. no item"),
        ("1.5 million", "1.5 million"),
        ("AT&T &amp; <b>", r"AT&T \&amp; \<b>"),
        ("two\nlines", "two lines"),
        ("قال: «نعم»", "قال: «نعم»"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_figures() -> None:
    assert figure(Image(credit="AFP", caption="Boats")) == "*Boats* — AFP"
    assert figure(Image(credit="AFP")) == "AFP"
    assert figure(Image(alt="a b", src="x y.jpg", caption="c")) == "![a b](<x%20y.jpg>)\\\n*c*"


def test_colour_and_isolates_of_the_environment() -> None:
    assert wants_colour("auto", True, {"TERM": "xterm"})
    assert not wants_colour("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert wants_isolates("auto", {"VTE_VERSION": "1"})
    assert not wants_isolates("auto", {"VTE_VERSION": "1", "TERM": "alacritty"})
    assert not wants_isolates("auto", {})
