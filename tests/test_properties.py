"""What holds for every text, tried on texts made of the lines that scraped articles are made of."""

from __future__ import annotations

import json
import re

import khabar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from khabar.decode import repair
from khabar.pipeline import parsed as parsed_blocks
from test_rules import CASES, Case
from words import unaccounted

LABELS = tuple(
    """\
صدر الصورة، Reuters
صدر الصورة،
التعليق على الصورة، ميناء المدينة عند الفجر
التعليق على الصورة،
صدر الصورة، Getty Imagesالتعليق على الصورة، قارب
،تصویر کا ذریعہGetty Images
،تصویر کا کیپشنپہاڑی سڑک
منبع تصویر، Getty Images
توضیح تصویر، پل کهنه
Image source, PA Media
Image source,
Image caption,
Media caption, A boat
Kaynak, Reuters
Crédito, Getty Images
© REUTERS / JANE ROE
صورة أرشيفية
تخطى البودكاست وواصل القراءة
البودكاست نهاية
Skip Twitter post, 1
End of Twitter post, 1
مواد پر جائیں
Skip to content
اقرأ أيضا:
للمزيد: كيف بنيت المدينة؟
Related Topics
قد يهمك
المصدر: وكالات
كتبت منى سالم
By Jane Roe
BBC Scotland correspondent
الكلمات الدلالية: نهر، جسر
مشاركة
إعلان
تابعونا على تويتر
جميع الحقوق محفوظة
© 2022
سياسة الخصوصية
اترك تعليقا
Media playback is unsupported on your device
https://example.org/a/1
--------
***
""".splitlines()
)
DATES = tuple(
    """\
5 يوليو/ تموز 2021
آخر تحديث 7 أكتوبر 2019
نشر في: 15/11/2003
17 January 2021
قبل 12 دقيقة
۱۴ مهر ۱۴۰۰ - ۶ اکتبر ۲۰۲۱
٠٩:٣٠ الأربعاء ٨ / ٦ / ٢٠٢٢
Thu, 03 May 2018 14:27:40 GMT
4 مئ 2019
""".splitlines()
)
SENTENCES = tuple(
    """\
وقالت البلدية إن الجسر الجديد سيفتح أمام المارة قبل نهاية الصيف المقبل.
أكد المهندس أن العمل لم يتوقف يوما واحدا: "بنيناه حجرا بعد حجر".
این پل تنها راه میان دو سوی دره است و اهالی می‌گویند دلشان برای صدای آب تنگ شده بود.
یہ سڑک گاؤں کو شہر سے ملاتی ہے اور سردیوں میں اکثر برف سے بند ہو جاتی ہے۔
The ferry left at dawn with forty passengers, two goats and a piano that nobody had asked for.
Мост открыли утром, и первой по нему прошла учительница из соседнего села.
新しい橋は来月開通する予定で、住民は三十年待っていたと話している。
สะพานใหม่จะเปิดให้ประชาชนใช้ในเดือนหน้า
""".splitlines()
)
SHORT = tuple(
    """\
عودة الطيور
"لا نريد أن نصبح متحفا"
ماذا بعد الحطب؟
A train with no driver
Why now?
راه تازه
وأضاف قائلا:
1- البداية
سعيد مرعي - بيت الجبل
رويترز
(رويترز)
GETTY IMAGES
o
•
x
متطوعون يغرسون الأشجار (رويترز)
السلطات تعلن موعد افتتاح الجسر الجديد
* الرئيسية
7
ـ
""".splitlines()
)
BULLETS = ("• ", "- ", "* ", "  • ", " o ", "ـ ", "١- ", "•", "+ ", "— ", "▪ ")
CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff\u00ad\u061c"
BREAKS = (
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " \n \n"),  # one of these is a text's usual one
    *("\n\u00a0\n", "\n\n\n", "\u2028", "\u0085", "\x0b", " ", "   "),
)

plain = st.sampled_from(LABELS + DATES + SENTENCES + SHORT)
anything = st.text(max_size=60)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line as it may stand in a scraped text: with a list mark, controls, glued to the next."""
    line = draw(plain if draw(st.integers(0, 9)) else anything)
    match draw(st.integers(0, 11)):
        case 0:
            line = draw(st.sampled_from(BULLETS)) + line
        case 1:
            line = " " * draw(st.integers(1, 5)) + line + draw(st.sampled_from((" ", "\u00a0", "\t", "")))
        case 2:
            at = draw(st.integers(0, len(line)))
            line = line[:at] + draw(st.sampled_from(CONTROLS)) + line[at:]
        case 3:
            line += draw(plain)
        case 4:
            mark = draw(st.sampled_from(BULLETS))
            line = f"{line} {mark}{draw(plain)} {mark}{draw(plain)}"
        case _:
            pass
    return line


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A scraped text. Mostly one kind of line break, as real ones have, and long enough to have regions."""
    usual = draw(st.sampled_from(BREAKS[:6]))
    parts: list[str] = []
    least = draw(st.sampled_from((1, 1, 1, 45)))  # the text of a whole page has many lines
    for line in draw(st.lists(lines(), min_size=least, max_size=least + 25)):
        parts += [line, usual if draw(st.integers(0, 4)) else draw(st.sampled_from(BREAKS))]
    return "".join(parts)


FIXTURE_LINES = tuple(dict.fromkeys(x for c in CASES if not c.html for x in c.text.split("\n") if x.strip()))
DATED = re.compile(r"\d[/:.-]\d|(?:19|20)\d\d")
NAME_WORDS = 7


@st.composite
def shuffled(draw: st.DrawFn) -> str:
    """Lines of the rules' fixtures in any order: markers, titles, names, dates without what belongs to them."""
    found = draw(st.lists(st.sampled_from(FIXTURE_LINES), min_size=1, max_size=30))
    return draw(st.sampled_from(("\n", "\n\n"))).join(found)


def parsed(text: str | bytes) -> khabar.Article | None:
    """The article, or None where khabar says, as it may, that the input is none."""
    try:
        return khabar.parse(text)
    except khabar.KhabarError as error:
        told = str(error)
    assert told
    assert "\n" not in told
    return None


@given(texts())
def test_no_word_is_lost_and_none_is_made_up(text: str) -> None:
    article = parsed(text)
    if article is not None:
        as_read, _ = repair(text)  # what was misread upstream is other words after the repair, and told
        assert unaccounted(as_read, article.to_dict()) == ({}, {})


@given(texts())
def test_the_document_is_well_formed(text: str) -> None:
    article = parsed(text)
    if article is None:
        return
    document = article.to_dict()
    assert tuple(document) == khabar.FIELDS
    assert json.loads(json.dumps(document)) == document
    assert document["direction"] in ("rtl", "ltr")
    for section in article.sections:
        for part in (section.heading, *section.paragraphs):
            assert part is None or (part.strip() and "\n" not in part and "\r" not in part)
    assert all(s.heading is not None for s in article.sections[1:])
    assert all(piece.rule and piece.text.strip() for piece in article.stripped)
    known = {rule.id for rule in khabar.rules()}
    assert {piece.rule for piece in article.stripped} <= known


@given(texts())
def test_pictures_stand_somewhere(text: str) -> None:
    article = parsed(text)
    for image in article.images if article else ():
        assert image.credit or image.caption or image.alt
        if article and article.sections:
            assert 0 <= image.section < len(article.sections)
            assert 0 <= image.paragraph <= len(article.sections[image.section].paragraphs)
        else:
            assert (image.section, image.paragraph) == (0, 0)


@given(texts())
def test_parsing_twice_gives_the_same(text: str) -> None:
    assert parsed(text) == parsed(text)


@given(texts())
def test_bytes_and_text_give_the_same(text: str) -> None:
    text = text.lstrip("\ufeff")  # at the start of bytes it is a mark of the encoding, and no text
    if any(c < " " and c not in "\t\n\r" for c in text):
        return  # control characters make bytes binary, a text stays a text
    from_text, from_bytes = parsed(text), parsed(text.encode())
    if from_text is None or from_bytes is None:
        assert from_text is from_bytes
        return
    assert from_bytes.encoding == "utf-8"
    assert from_text.to_dict() == from_bytes.to_dict() | {"encoding": None}


@given(texts())
def test_every_block_has_two_verdicts_of_known_rules(text: str) -> None:
    try:
        blocks = khabar.trace(text).blocks
    except khabar.KhabarError:
        return
    for block in blocks:
        assert khabar.rule(block.rule)
        assert khabar.rule(block.first_rule)
        assert 1 <= block.line <= block.end_line
    assert [b.line for b in blocks] == sorted(b.line for b in blocks)


@given(texts() | shuffled())
def test_the_title_is_a_line_of_the_text(text: str) -> None:
    try:
        trace = khabar.trace(text)
    except khabar.KhabarError:
        return
    title = trace.article.title
    assert title is None or title in {block.text for block in trace.blocks}


@given(texts() | shuffled(), st.sampled_from(("\n", "\n\n\n", "\r\n \r\n", "\n\u00a0\n")))
def test_blank_lines_at_the_end_change_nothing(text: str, blank: str) -> None:
    try:
        blocks = khabar.trace(text.rstrip()).blocks
    except khabar.KhabarError:
        return
    assert khabar.trace(text.rstrip() + blank).blocks == blocks


@given(texts() | shuffled())
def test_what_a_verdict_found_stands_in_its_text(text: str) -> None:
    try:
        blocks = parsed_blocks(text, fields=("title",)).blocks
    except khabar.KhabarError:
        return
    for block in blocks:
        for value in (block.value, block.credit, *(block.names or ())):
            assert value is None or value in block.text


@given(texts() | shuffled())
def test_a_byline_holds_no_date_and_no_attribute(text: str) -> None:
    article = parsed(text)
    for name in article.byline if article else ():
        assert "alt=" not in name
        assert not DATED.search(name)
        assert not khabar.trace(name).blocks[0].rule.startswith("date.")


@pytest.mark.parametrize("case", [c for c in CASES if not c.html and "edges" not in c.where], ids=lambda c: c.where)
def test_a_name_has_seven_words_at_most(case: Case) -> None:
    assert all(len(name.split()) <= NAME_WORDS for name in case.trace.article.byline)


@pytest.mark.parametrize("marker", ["By ", "Author, ", "Author,\n"])
def test_a_name_has_seven_words_at_most_behind_a_marker(marker: str) -> None:
    body = "The ferry left at dawn with forty passengers, two goats and a piano that nobody had asked for."
    text = f"A train with no driver\n{marker}Mira Holt of Ashby whom nobody ever saw\n{body}\n{body}"
    assert all(len(name.split()) <= NAME_WORDS for name in khabar.parse(text).byline)


@given(shuffled())
def test_lines_in_any_order_lose_no_word(text: str) -> None:
    article = parsed(text)
    if article is not None:
        assert unaccounted(text, article.to_dict()) == ({}, {})


@given(st.text(alphabet=st.characters(), max_size=400))
@example("\ud800")
@example("\x00")
@example("\u200f\n\u200f")
def test_no_text_raises_anything_but_a_khabar_error(text: str) -> None:
    parsed(text)


@given(st.binary(max_size=400) | texts().map(lambda t: t.encode("windows-1256", "replace")))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\x00\xd8\x00\xd8")
def test_no_bytes_raise_anything_but_a_khabar_error(data: bytes) -> None:
    parsed(data)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n", "\ufeff"])
def test_nothing_is_an_error_of_its_own(text: str) -> None:
    with pytest.raises(khabar.EmptyInput):
        khabar.parse_text(text)
