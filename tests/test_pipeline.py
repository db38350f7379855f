"""The face of the library: what goes in, what comes out, what is told."""

from __future__ import annotations

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as st

TITLE = "السوق القديم يدخل مرحلة الترميم"
BODY = [
    "قالت بلدية مدينة الواحة إن أعمال ترميم السوق القديم ستبدأ مطلع الشهر المقبل، وإنها ستستمر نحو عام كامل.",
    "وأضافت البلدية في بيان أن المحال ستنقل مؤقتا إلى ساحة قريبة من محطة القطار، دون أي رسوم على أصحابها.",
    "ويخشى بعض التجار أن يفقدوا زبائنهم إذا طالت الأعمال، لكن غرفة التجارة تقول إن الساحة الجديدة أوسع.",
]
LINES = [TITLE, "صدر الصورة، Reuters", "التعليق على الصورة، السوق قبل الحريق", *BODY]
TEXT = "\n\n".join(LINES)
IMAGE = khabar.Image(credit="Reuters", caption="السوق قبل الحريق")


def text_of(*lines: str) -> str:
    return "\n\n".join(lines)


# -- bytes and text


def test_bytes_and_text_give_the_same_article() -> None:
    a, b = khabar.parse(TEXT.encode(), source="a.txt"), khabar.parse_text(TEXT, source="a.txt")
    assert (a.encoding, b.encoding) == ("utf-8", None)
    assert a._replace(encoding=None) == b == khabar.parse(TEXT, source="a.txt")
    assert a.title == TITLE
    assert a.sections == (khabar.Section(None, tuple(BODY)),)
    assert a.images == (IMAGE,)
    assert (a.publisher, a.language, a.direction) == ("BBC News عربي", "ar", "rtl")
    assert (a.source, a.format, a.url, a.quotes) == ("a.txt", "text", None, ())


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\n\n", "\n \n\u200f\n"])
def test_newlines_of_every_kind_give_the_same_article(newline: str) -> None:
    assert khabar.parse(newline.join(LINES)) == khabar.parse("\n".join(LINES))


@pytest.mark.xfail(reason="it stays in the title")
def test_a_byte_order_mark_of_a_text_is_no_text() -> None:
    # what `open(name, encoding="utf-8").read()` gives of a file that begins with one
    assert khabar.parse("\ufeff" + TEXT) == khabar.parse(TEXT)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    article = khabar.parse(TEXT.encode(encoding))
    assert article.encoding
    assert article._replace(encoding=None, warnings=()) == khabar.parse(TEXT)


def test_the_encoding_may_be_given() -> None:
    data = TEXT.encode("windows-1256")
    assert khabar.parse(data, encoding="windows-1256").encoding == "windows-1256"
    assert khabar.parse(data, encoding="cp1256").title == TITLE
    assert khabar.parse(data, encoding="iso-8859-6").title != TITLE
    with pytest.raises(khabar.UnknownEncoding) as raised:
        khabar.parse(b"x", encoding="no-such-encoding")
    assert isinstance(raised.value, LookupError)
    assert "no-such-encoding" in str(raised.value)


def test_the_encoding_of_a_text_is_not_asked_about() -> None:
    assert khabar.parse(TEXT, encoding="windows-1256") == khabar.parse(TEXT)


def test_bytes_that_are_no_utf_8_are_replaced_and_told() -> None:
    data = TEXT.encode().replace("زبائنهم".encode(), b"\xff\xfe")
    article = khabar.parse(data, encoding="utf-8")
    assert article.title == TITLE
    assert article.warnings


# -- the language


def test_the_language_may_be_given() -> None:
    assert khabar.parse(TEXT, language="fa").language == "fa"
    assert khabar.parse(TEXT, language="fa").direction == "rtl"
    assert khabar.parse(TEXT, language="en").direction == "ltr"
    assert khabar.parse(TEXT, language="en").images != (IMAGE,)  # its labels are looked for, and no others


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("ar-EG", "rtl"), ("uz-Arab", "rtl"), ("az-Latn", "ltr"), ("sr-Cyrl", "ltr"), ("he", "rtl"), ("zz", "ltr")],
)
def test_any_tag_has_a_direction(tag: str, direction: str) -> None:
    article = khabar.parse(TEXT, language=tag)
    assert (article.language, article.direction) == (tag, direction)


def test_a_tag_with_a_country_has_its_languages_labels() -> None:
    assert khabar.parse(TEXT, language="ar-EG").images == (IMAGE,)


def test_no_letters_no_language() -> None:
    article = khabar.parse("1234\n\n5678 — 90")
    assert (article.language, article.direction) == (None, "ltr")


# -- what is no article


@pytest.mark.parametrize(
    ("data", "error", "code"),
    [
        (b"", khabar.EmptyInput, "empty"),
        ("", khabar.EmptyInput, "empty"),
        (" \n\t\n", khabar.EmptyInput, "empty"),
        (b"\xef\xbb\xbf", khabar.EmptyInput, "empty"),
        (b"\xff\xfe", khabar.EmptyInput, "empty"),
        ("\u200f\n\ufeff", khabar.EmptyInput, "empty"),
        ("\u00a0\u3000\n\u2028", khabar.EmptyInput, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), khabar.BinaryInput, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", khabar.BinaryInput, "binary"),
        (b"PK\x03\x04" + bytes(60), khabar.BinaryInput, "binary"),
        ("<!DOCTYPE html><html><body><p>x</p></body></html>", khabar.UnsupportedFormat, "format"),
        (b"\xef\xbb\xbf \n<!doctype HTML>\n<p>x", khabar.UnsupportedFormat, "format"),
        ("\ufeff\r\n<html dir='rtl'><p>x", khabar.UnsupportedFormat, "format"),
        ("<?xml version='1.0'?><rss>", khabar.UnsupportedFormat, "format"),
    ],
)
def test_no_article_to_be_had(data: bytes | str, error: type[khabar.KhabarError], code: str) -> None:
    with pytest.raises(error) as raised:
        khabar.parse(data)
    assert str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.code == code
    assert isinstance(raised.value, khabar.KhabarError)


@pytest.mark.parametrize(
    "text", ["<b>السوق</b> القديم يفتح أبوابه", "5 < 7 > 3", "<3", "The <html> tag is thirty years old"]
)
def test_a_pointed_bracket_makes_no_page(text: str) -> None:
    assert khabar.parse(text).title == text


# -- warnings


def test_an_article_without_doubt_has_no_warnings() -> None:
    assert khabar.parse(TEXT).warnings == ()


def test_no_body() -> None:
    for text in ("صدر الصورة، Reuters", TITLE, "5 يوليو 2021"):
        article = khabar.parse(text)
        assert article.sections == ()
        assert article.warnings == ("no body text was found",)


def test_a_promo_that_is_never_closed_is_told_with_its_line() -> None:
    text = text_of(TITLE, BODY[0], "تخطى يستحق الانتباه وواصل القراءة\nقناتنا الرسمية على واتساب", *BODY[1:])
    article = khabar.parse(text)
    (warning,) = article.warnings
    assert warning.startswith("line 5: ")
    assert "without an end marker" in warning
    assert article.sections == (khabar.Section(None, tuple(BODY)),)


def test_mojibake_is_repaired_and_told() -> None:
    article = khabar.parse(TEXT.encode().decode("windows-1256", "replace"))
    assert article.title == TITLE
    assert article.images == (IMAGE,)
    assert article.warnings


# -- fields


def test_fields() -> None:
    article = khabar.parse(TEXT, source="a.txt")
    assert list(article.to_dict()) == list(khabar.FIELDS)
    assert list(article.to_dict(["title"])) == ["schema", "source", "title"]
    with pytest.raises(KeyError):
        article.to_dict(["titel"])


def test_what_is_not_asked_for_is_not_computed() -> None:
    article = khabar.parse(TEXT + "\n\n4 March 2021", fields=["title", "images"])
    assert article.title == TITLE
    assert article.images == (IMAGE,)
    assert (article.stripped, article.publisher, article.published) == ((), None, None)


@given(st.sets(st.sampled_from(khabar.FIELDS)))
def test_what_is_asked_for_is_what_it_is_in_the_whole(fields: set[str]) -> None:
    text = text_of(TITLE, "كتبت منى سالم", "5 يوليو 2021", *LINES[1:], "تخطى البودكاست وواصل القراءة", "قناتنا")
    assert khabar.parse(text, fields=fields).to_dict(fields) == khabar.parse(text).to_dict(fields)


# -- the trace


def test_trace_keeps_both_verdicts() -> None:
    trace = khabar.trace(TEXT)
    assert [b.line for b in trace.blocks] == [1, 3, 5, 7, 9, 11]
    assert (trace.blocks[0].first_rule, trace.blocks[0].rule) == ("short", "title.first")
    assert (trace.blocks[0].first, trace.blocks[0].label) == (khabar.Label.UNKNOWN, khabar.Label.TITLE)
    assert trace.article == khabar.parse(TEXT)


def test_every_block_of_a_trace_has_the_label_of_its_rule() -> None:
    for block in khabar.trace(TEXT).blocks:
        assert block.label is khabar.rule(block.rule).label
        assert block.first is khabar.rule(block.first_rule).label


def test_a_text_in_one_line() -> None:
    article = khabar.parse("    ".join([TITLE, *BODY]))
    assert article.title == TITLE
    assert article.sections == (khabar.Section(None, tuple(BODY)),)


def test_parsing_leaves_nothing_behind() -> None:
    before = khabar.parse(TEXT)
    khabar.parse("Image source, PA Media\n\nThe wall was built more than a century ago.", language="en")
    khabar.parse(text_of("Kaynak, Reuters", "Belediye açıkladı."), language="tr")
    assert khabar.parse(TEXT) == before
