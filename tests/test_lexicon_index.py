"""Look-up of labels: each mode of matching, and what must not be found; reading of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.characters import fold
from khabar.lexicon import Lexicon, files, lexicon_for, store

TEXT = """# a comment
@name Test
@brand The Testing Post

[credit prefix] seen-here
صدر الصورة،
،تصویر کا ذریعہ
Foto
Foto:
Bild:
Image source

[caption.image prefix] seen-here
Image caption,
Image

[related line] seen-here
اقرأ أيضا

[promo start] seen-here
تابعونا على
تابعوا التغطية الشاملة من هيئة الإذاعة في كل يوم وليلة

[promo end] known
عبر واتساب

[copyright inside] known
all rights reserved

[skip.begin template] known
تخطى %title% وواصل القراءة
Skip to the end

[skip.end template] known
%title% نهاية

[embed.begin template] known
%provider% paylaşımını geçin
Zu %provider% springen

[embed.site word] known
Twitter

[month pair] known
يوليو = 7
يوليو تموز = 7
"""

Make = Callable[[str], files.LexiconFile]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Read a text as a lexicon file called x.txt."""

    def read(text: str) -> files.LexiconFile:
        (tmp_path / "x.txt").write_text(text, "utf-8")
        return files.read("x.txt")

    monkeypatch.setattr(files, "HERE", str(tmp_path))
    return read


@pytest.fixture
def lexicon(make: Make) -> Lexicon:
    return Lexicon([make(TEXT)])


# -- modes


@pytest.mark.parametrize(
    ("line", "found"),
    [
        # prefix: the line begins with it, and a word ends there
        ("صدر الصورة، Reuters", "credit"),
        ("صَدر الصـورة، Reuters", "credit"),
        ("صدر الصورة،", "credit"),
        ("صدر الصورة", "credit"),  # alone on a line a label of two words needs no mark
        ("صدر الصورة،Reuters", "credit"),
        ("مصدر الصورة، Reuters", None),
        ("قال إن صدر الصورة، وهو قديم، ضاع", None),
        ("،تصویر کا ذریعہGetty Images", "credit"),  # a label that brings its comma needs no space
        ("Foto: Ana", "credit"),
        ("FOTO:Ana", "credit"),
        ("Foto Ana", "credit"),
        ("Foto", "credit"),
        ("Bild: Ana", "credit"),
        ("Bild", None),  # of one word, it needs the mark that it is written with
        ("Fotos: Ana", None),
        ("Fotografie", None),
        ("Image source AFP", "credit caption.image"),
        # line: all of it, the marks behind it aside
        ("اقرأ أيضا", "related"),
        ("إقرأ أيضاً:", "related"),
        ("اقرأ أيضا...", "related"),
        ("اقرأ أيضا ›", "related"),
        ("اقرأ أيضا عن السوق", None),
        ("ثم اقرأ أيضا", None),
        # start, end, inside
        ("تابعونا على تلغرام", "promo"),
        ("تابعونا على", "promo"),
        ("قال تابعونا على تلغرام", None),
        ("الأخبار عبر واتساب", "promo"),
        ("الأخبار عبر واتساب.", "promo"),
        ("الأخبار عبر واتساب مجانا", None),
        ("© 2021. All rights reserved. Ashby", "copyright"),
        # template: what stands for the placeholder must be there
        ("تخطى البودكاست وواصل القراءة", "skip.begin"),
        ("تخطى البودكاست وواصل القراءة, 2", "skip.begin"),
        ("تخطى وواصل القراءة", None),
        ("تخطى البودكاست وواصل", None),
        ("Skip to the end", "skip.begin"),
        ("البودكاست نهاية", "skip.end"),
        ("البودكاست نهاية، ٢", "skip.end"),
        ("نهاية البودكاست", None),
        # a template with one side only: a network that we know
        ("Twitter paylaşımını geçin", "embed.begin"),
        ("Twitter paylaşımını geçin, 2", "embed.begin"),
        ("Zor bir yılı paylaşımını geçin", None),
        ("Zu Twitter springen", "embed.begin"),
        ("Zu den Booten springen", "embed.begin"),
        ("", None),
        ("،", None),
    ],
)
def test_find(lexicon: Lexicon, line: str, found: str | None) -> None:
    assert set(lexicon.find(fold(line))) == set((found or "").split())


def test_a_template_makes_no_long_line(lexicon: Lexicon) -> None:
    assert not lexicon.find(fold("تخطى " + "كلمة " * 40 + "وواصل القراءة"))
    assert not lexicon.find(fold("كلمة " * 40 + "نهاية"))


def test_the_longest_label_is_found(lexicon: Lexicon) -> None:
    assert lexicon.find(fold("Foto: Ana"))["credit"].entry.text == "Foto:"
    assert lexicon.find(fold("Image caption, Boats"))["caption.image"].entry.text == "Image caption,"
    assert lexicon.find(fold("Image of boats"))["caption.image"].entry.text == "Image"


def test_hits_say_where_they_are_from(lexicon: Lexicon) -> None:
    hit = lexicon.find(fold("صدر الصورة، Reuters"))["credit"]
    assert (hit.cls, hit.mode) == ("credit", "prefix")
    assert hit.entry.text == "صدر الصورة،"
    assert hit.entry.source == "seen-here"
    assert hit.length == len(fold("صدر الصورة،"))


def test_only_a_prefix_has_a_length(lexicon: Lexicon) -> None:
    for line in ("اقرأ أيضا", "تابعونا على تلغرام", "الأخبار عبر واتساب", "البودكاست نهاية", "All rights reserved"):
        assert [hit.length for hit in lexicon.find(fold(line)).values()] == [0]
    assert lexicon.find(fold("صدر الصورة"))["credit"].length == len(fold("صدر الصورة"))


def test_words_months_and_brands(lexicon: Lexicon) -> None:
    assert lexicon.months == {fold("يوليو"): 7, fold("يوليو تموز"): 7}
    assert lexicon.words["embed.site"] == {"twitter"}
    assert lexicon.words["brand"] == {"the testing post", "test"}


# -- long lines, of which only the beginning is folded


def test_the_beginning_of_a_long_line(lexicon: Lexicon) -> None:
    assert set(lexicon.find(fold("تابعونا على تلغرام وغيره"), whole=False)) == {"promo"}
    assert set(lexicon.find(fold("صدر الصورة، Reuters"), whole=False)) == {"credit"}
    assert not lexicon.find(fold("الأخبار عبر واتساب"), whole=False)
    assert not lexicon.find(fold("اقرأ أيضا"), whole=False)
    assert not lexicon.find(fold("All rights reserved"), whole=False)
    assert not lexicon.find(fold("تخطى البودكاست وواصل القراءة"), whole=False)


def test_a_start_longer_than_the_beginning_is_found(lexicon: Lexicon) -> None:
    beginning = fold("تابعوا التغطية الشاملة من هيئة")
    assert set(lexicon.find(beginning, whole=False)) == {"promo"}
    assert not lexicon.find(beginning)


@pytest.mark.parametrize(
    "line", ["صدر الصورة، Reuters", "تابعونا على تلغرام", "Foto: Ana", "تخطى شيئا وواصل القراءة"]
)
def test_what_may_begin_a_line(lexicon: Lexicon, line: str) -> None:
    assert lexicon.may_begin(fold(line))


def test_what_begins_no_line(lexicon: Lexicon) -> None:
    assert not lexicon.may_begin(fold("قالت البلدية"))
    assert not lexicon.may_begin("")


@given(st.text(max_size=60))
def test_a_line_that_may_not_begin_so_has_no_label_at_its_beginning(line: str) -> None:
    lexicon = lexicon_for("ar")
    if not lexicon.may_begin(fold(line)):
        assert not lexicon.find(fold(line), whole=False)


# -- glued labels


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("صدر الصورة، AFPImage caption, قارب", len(fold("صدر الصورة، AFP"))),
        ("صدر الصورة، AFP", -1),
        ("Foto: AnaFoto: Eva", len("Foto: Ana")),
        ("Image source Foto Image", -1),  # of one word: a name may have it
    ],
)
def test_glued(lexicon: Lexicon, line: str, at: int) -> None:
    assert lexicon.glued(fold(line), 5) == at


# -- files


def test_a_file_is_read_in_order(make: Make) -> None:
    file = make("\n@name A\n@name B\n# no\n[credit prefix] here\n  Foto:  \n\n \t\n[word word] \nأحمدٌ  سالم\r\n")
    assert file.keys == {"name": ["A", "B"]}
    assert [(e.cls, e.mode, e.text, e.source, e.key) for e in file.entries] == [
        ("credit", "prefix", "Foto:", "here", "foto:"),
        ("word", "word", "أحمدٌ  سالم", "", fold("أحمدٌ  سالم")),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("an entry\n", "x.txt:1: an entry before"),
        ("@name A\n\n# no\nan entry\n", "x.txt:4: an entry before"),
        ("\n[credit sometimes] known\n", "x.txt:2: no such mode: 'sometimes'"),
        ("[credit] known\n", "x.txt:1: no such mode: ''"),
        ("[credit prefix known\n", "x.txt:1: an entry before"),
    ],
)
def test_a_broken_file_is_named(make: Make, text: str, message: str) -> None:
    with pytest.raises(files.LexiconError, match=message):
        make(text)


def test_a_file_that_is_not_there(make: Make) -> None:
    with pytest.raises(FileNotFoundError):
        files.read("y.txt")


@pytest.mark.parametrize("tag", sorted(store.languages()))
def test_keys_are_the_texts_folded(tag: str) -> None:
    entries = files.read(f"languages/{tag}.txt").entries
    assert [entry.key for entry in entries] == [fold(entry.text) for entry in entries]


# -- the lexicon of a language


def test_a_language_without_a_file_has_the_english_labels() -> None:
    for tags in (("xx",), ()):
        assert "credit" in lexicon_for(*tags).find(fold("Image source, Reuters"))
        assert lexicon_for(*tags).language == "en"


@pytest.mark.parametrize("tag", sorted(store.languages()))
def test_every_language_falls_back_on_the_bbcs_english_labels(tag: str) -> None:
    find = lexicon_for(tag).find
    assert "credit" in find(fold("Image source, Reuters"))
    assert "embed.begin" in find(fold("Skip Twitter post, 1"))
    assert "embed.end" in find(fold("End of Twitter post, 1"))


def test_publishers_come_with_their_language() -> None:
    line = fold("أبوظبي - سكاي نيوز عربية")
    assert "proof" in lexicon_for("ar").find(line)
    assert "proof" not in lexicon_for("fa").find(line)


def test_brands() -> None:
    assert store.brand("ar") == "BBC News عربي"
    assert store.brand("xx") is None
    assert store.brand(None) is None


def test_a_guillemet_behind_a_label(lexicon: Lexicon) -> None:
    assert "related" in lexicon.find(fold("اقرأ أيضا »"))


@pytest.mark.parametrize("line", ["Skip breakfast and live longer", "Skip the queue: post early"])
def test_an_ordinary_line_that_begins_as_a_template_does(line: str) -> None:
    assert lexicon_for("en").find(fold(line)) == {}
