"""Blocks that hold more than one thing are taken apart."""

from __future__ import annotations

import pytest
from khabar.lexicon import lexicon_for
from khabar.text import read
from khabar.text.split import split


def parts(text: str, language: str) -> list[str]:
    lexicon = lexicon_for(language)
    return [block.text for block in split(read(text, lambda line: False), lexicon)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "صدر الصورة، Getty Imagesالتعليق على الصورة، صيادون على رصيف الميناء",
            "ar",
            ["صدر الصورة، Getty Images", "التعليق على الصورة، صيادون على رصيف الميناء"],
        ),
        (
            "Image source, Sami DahanImage caption, Fishermen on the quay",
            "en",
            ["Image source, Sami Dahan", "Image caption, Fishermen on the quay"],
        ),
        (
            "Image caption Fishermen on the quay Image copyright Sami Dahan",
            "en",
            ["Image caption Fishermen on the quay", "Image copyright Sami Dahan"],
        ),
    ],
)
def test_a_credit_and_a_caption_in_one_line(text: str, language: str, expected: list[str]) -> None:
    assert parts(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("صدر الصورة، Getty Images", "ar"),
        ("Image source, Sami Dahan", "en"),
        ("The paper gave no image source for the picture it printed on Sunday.", "en"),
        ("وقال المتحدث إن صدر الصورة لم يعرف بعد، وإن التعليق على الصورة كتبه محرر الصفحة.", "ar"),
        ("", "ar"),
    ],
)
def test_what_holds_one_thing_stays_whole(text: str, language: str) -> None:
    assert parts(text, language) == ([text] if text else [])


def test_list_items_in_a_row() -> None:
    assert parts("وطلب السكان أمرين: • إصلاح البئر • فتح المدرسة", "ar") == [
        "وطلب السكان أمرين:",
        "إصلاح البئر",
        "فتح المدرسة",
    ]


def test_one_bullet_between_words_is_a_divider() -> None:
    assert parts("Harbour Radio • Monday", "en") == ["Harbour Radio • Monday"]


def test_the_parts_keep_the_line_number() -> None:
    lexicon = lexicon_for("en")
    text = "A title here\n\nImage source, Sami DahanImage caption, Fishermen on the quay"
    blocks = split(read(text, lambda line: False), lexicon)
    assert [(block.line, block.end_line) for block in blocks] == [(1, 1), (3, 3), (3, 3)]
