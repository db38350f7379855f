"""Look-up of labels: each mode, and what must not be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from khabar.characters import fold
from khabar.lexicon import Lexicon, files, lexicon_for

TEXT = """# a comment
@name Test
@brand The Testing Post

[credit prefix] seen-here
صدر الصورة،
Foto:
[related line] seen-here
اقرأ أيضا
[promo start] seen-here
تابعونا على
[promo end] known
عبر واتساب
[copyright inside] known
all rights reserved
[skip.begin template] known
تخطى %title% وواصل القراءة
[embed.begin template] known
%provider% paylaşımını geçin
[embed.site word] known
Twitter
[month pair] known
يوليو = 7
"""


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr(files, "HERE", str(tmp_path))
    return Lexicon([files.read("x.txt")])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("صدر الصورة، Reuters", "credit"),
        ("صَدر الصورة،", "credit"),
        ("Foto: Ana", "credit"),
        ("Foto", None),
        ("Fotos: Ana", None),
        ("مصدر الصورة، Reuters", None),
        ("إقرأ أيضاً:", "related"),
        ("اقرأ أيضا عن السوق", None),
        ("تابعونا على تلغرام", "promo"),
        ("الأخبار عبر واتساب", "promo"),
        ("© 2021. All rights reserved.", "copyright"),
        ("تخطى البودكاست وواصل القراءة", "skip.begin"),
        ("تخطى وواصل القراءة", None),
        ("Twitter paylaşımını geçin, 2", "embed.begin"),
        ("Zor bir yılı paylaşımını geçin", None),
    ],
)
def test_find(lexicon: Lexicon, line: str, found: str | None) -> None:
    assert list(lexicon.find(fold(line))) == ([found] if found else [])


def test_hits_say_where_they_are_from(lexicon: Lexicon) -> None:
    hit = lexicon.find(fold("صدر الصورة، Reuters"))["credit"]
    assert hit.entry.text == "صدر الصورة،"
    assert hit.entry.source == "seen-here"
    assert hit.length == len(fold("صدر الصورة،"))


def test_words_months_and_brands(lexicon: Lexicon) -> None:
    assert lexicon.months == {fold("يوليو"): 7}
    assert "twitter" in lexicon.words["embed.site"]
    assert "the testing post" in lexicon.words["brand"]


def test_the_beginning_of_a_long_line(lexicon: Lexicon) -> None:
    assert "promo" in lexicon.find(fold("تابعونا على تلغرام وغيره"), whole=False)
    assert not lexicon.find(fold("الأخبار عبر واتساب"), whole=False)


@pytest.mark.parametrize(
    ("text", "message"),
    [("an entry\n", "x.txt:1: an entry before"), ("\n[credit sometimes] known\n", "x.txt:2: no such mode")],
)
def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    (tmp_path / "x.txt").write_text(text, "utf-8")
    monkeypatch.setattr(files, "HERE", str(tmp_path))
    with pytest.raises(files.LexiconError, match=message):
        files.read("x.txt")


def test_a_language_without_a_file_has_the_english_labels() -> None:
    assert "credit" in lexicon_for("xx").find(fold("Image source, Reuters"))
