"""What holds of credits whatever the text: no word lost, none made up, in little time."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest
from effort import effort
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.lexicon.store import lexicon_for
from khabar.pictures.credits import clean_credit, is_credit_text, split_caption

EXAMPLES = int(os.environ.get("KHABAR_EXAMPLES", "150"))
TAGS = ("en", "de", "fr", "es", "pl", "ru", "ar", "fa", "hi", "ja", "ko", "zh-Hans", "xx")
WORD = re.compile(r"\w+")

tags = st.sampled_from(TAGS)
labels = st.sampled_from(
    [
        "Foto:",
        "Photo:",
        "Bild:",
        "Image:",
        "(Photo:",
        "(Foto:",
        "[Foto:",
        "Quelle:",
        "Source:",
        "Credit:",
        "Photo_by",
        "Courtesy_of",
        "©",
        "(c)",
        "©_Foto:",
        "fot.",
        "Crédit_photo_:",
        "Фото:",
        "تصوير:",
        "المصدر:",
        "写真：",
        "사진=",
        "图：",
        "Image_caption,",
        "صدر_الصورة،",
        "Copyright_2024",
    ]
)
names = st.sampled_from(
    [
        "AFP",
        "Reuters",
        "dpa",
        "AP",
        "Getty_Images",
        "picture_alliance/dpa",
        "AP_Photo/Ann_Doe",
        "Ann_Doe/Getty_Images",
        "رويترز",
        "أ_ف_ب",
        "共同",
        "연합뉴스",
        "via",
        "Supplied",
        "Archiv",
        "File",
        "JANE_DOE",
        "Jane_Doe",
        "J.J._Doe",
        "ann@example.org",
        "stock.example.com",
        "All_rights_reserved",
    ]
)
marks = st.sampled_from(
    [
        ".",
        ",",
        ":",
        ";",
        "|",
        "/",
        "-",
        "–",
        "—",
        "•",
        "(",
        ")",
        "[",
        "]",
        "（",
        "）",
        "＝",
        "。",
        "!",
        "…",
        "«",
        "»",
        '"',
        "\n",
        "\t",
        "\u200f",
    ]
)
plain = st.sampled_from(
    [
        "the",
        "harbour",
        "in",
        "winter.",
        "Der",
        "Hafen",
        "(l.)",
        "im",
        "Winter",
        "2024",
        "1:24:10",
        "الميناء",
        "في",
        "الشتاء،",
        "порт",
        "зимой",
        "冬の港",
        "撮影",
        "겨울",
        "항구",
        "und",
    ]
)
texts = st.lists(st.one_of(labels, names, marks, plain, plain), max_size=14).map(
    lambda t: " ".join(t).replace("_", " ")
)
anything = st.text(max_size=120)


def words(*parts: str | None) -> Counter[str]:
    return Counter(word for part in parts for word in WORD.findall(part or ""))


def letters(*parts: str | None) -> Counter[str]:
    """For texts whose words are glued together: a cut inside what a pattern calls a word loses no letter."""
    return Counter(c for part in parts for c in part or "" if c.isalnum())


@given(texts, tags)
@settings(max_examples=EXAMPLES, deadline=None)
def test_no_word_is_lost(text: str, tag: str) -> None:
    parts = split_caption(text, lexicon_for(tag))
    assert words(*parts) == words(text)
    assert words(*clean_credit(text, lexicon_for(tag))) == words(text)


@given(anything, tags)
@settings(max_examples=EXAMPLES, deadline=None)
def test_no_letter_is_lost(text: str, tag: str) -> None:
    assert letters(*split_caption(text, lexicon_for(tag))) == letters(text)
    assert letters(*clean_credit(text, lexicon_for(tag))) == letters(text)


@given(st.one_of(texts, anything), tags)
@settings(max_examples=EXAMPLES, deadline=None)
def test_parts_are_clean(text: str, tag: str) -> None:
    """White space is single, an empty part is None, a credit has a word in it; the label is no part of it."""
    caption, credit, label = split_caption(text, lexicon_for(tag))
    for part in (caption or "", credit or "", label):
        assert part == " ".join(part.split())
    assert credit is None or letters(credit)
    assert caption is not None or credit is not None or label
    if credit is None and not label:
        assert caption == " ".join(text.split())
    assert isinstance(is_credit_text(text, lexicon_for(tag)), bool)


@given(texts, tags)
@settings(max_examples=EXAMPLES, deadline=None)
def test_white_space_makes_no_difference(text: str, tag: str) -> None:
    """Many blanks are one; only line breaks say something."""
    lexicon = lexicon_for(tag)
    wide = text.replace(" ", " \t ")
    assert split_caption(wide, lexicon) == split_caption(text, lexicon)
    assert clean_credit(wide, lexicon) == clean_credit(text, lexicon)


HOSTILE = [
    "(" * 100_000,
    ")" * 100_000,
    "©" * 100_000,
    "Foto: " * 20_000,
    "Photo by " * 20_000,
    "/" * 100_000,
    " / " * 30_000,
    "AFP/" * 30_000,
    "AFP " * 30_000,
    ". A" * 30_000,
    "\n" * 100_000,
    "a\n" * 50_000,
    "A" * 100_000,
    "Getty Images / " * 190,
    "(Foto: " * 400,
    "©." * 1400,
    "Foto: AFP. " * 270,
    "Photo by " * 320,
    "x\n" * 1400,
    "撮影" * 1400,
    "한 " * 1400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_time(text: str) -> None:
    """Nothing is quadratic; a long text is no caption."""
    lexicon = lexicon_for("de")
    for work in (split_caption, clean_credit, is_credit_text):
        assert effort(lambda work=work: work(text, lexicon))[1] < 1
