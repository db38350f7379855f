"""Who said what, by the cases of each language that has a lexicon."""

from __future__ import annotations

import khabar
import pytest
from khabar.article import Article
from khabar.entries import Section
from khabar.quotations import quotations
from quotation_cases import FOLDER, Case, cases

ALL = [case for path in sorted(FOLDER.glob("*.txt")) if path.name != "marks.txt" for case in cases(path.name)]


def marked(case: Case) -> object:
    """A case as a parameter; one whose name ends with "!" is a known fault."""
    marks = (pytest.mark.xfail(reason="known", strict=False),) if case.name.endswith("!") else ()
    return pytest.param(case, id=f"{case.language}: {case.name}", marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in ALL])
def test_attribution(case: Case) -> None:
    found = [
        (quote.kind, quote.speaker or "-", quote.cue or "-", quote.text)
        for quote in quotations(case.article, case.language)
    ]
    expected = [tuple(part.strip() for part in line.split("|", 3)) for line in case.expected]
    cut = [
        (*row[:3], row[3][: len(want[3]) - 1] + "…" if want[3].endswith("…") else row[3])
        for row, want in zip(found, expected, strict=False)
    ]
    assert cut + found[len(cut) :] == expected


def test_block_quotation() -> None:
    paragraphs = ("وقالت هدى الشامي:", "هذا البيت لكم جميعا، فلا تتركوه وحيدا.")
    article = Article(sections=(Section(None, paragraphs),))
    assert quotations(article, "ar") == ()
    (quote,) = quotations(article, "ar", blocks={paragraphs[1]})
    assert (quote.text, quote.kind, quote.speaker, quote.cue) == (paragraphs[1], "direct", "هدى الشامي", "وقالت")


def test_block_quotation_of_a_page() -> None:
    page = """<html lang="ar"><body><article><h1>بيت لكل الناس</h1>
    <p>افتتح المتحف الجديد في مدينة صفصاف أبوابه صباح اليوم أمام مئات الزوار من كل الأعمار.</p>
    <p>وقالت مديرة المتحف هدى الشامي في كلمة قصيرة أمام الضيوف الذين ملأوا القاعة:</p>
    <blockquote><p>هذا البيت لكم جميعا، فلا تتركوه وحيدا بعد اليوم.</p></blockquote>
    <p>وعاد الزوار إلى المدينة مساء بعد جولة طويلة في قاعات المتحف وحديقته الكبيرة.</p>
    </article></body></html>"""
    (quote,) = khabar.parse(page).quotes
    assert quote.text == "هذا البيت لكم جميعا، فلا تتركوه وحيدا بعد اليوم."
    assert quote.speaker == "مديرة المتحف هدى الشامي"
    assert khabar.parse(page, fields=["title"]).quotes == ()


SAID = (
    '"We will build it," said {}.',
    '"It costs too much, and nobody wants it," said {}.',
    '"That is what we need to do now," said {}.',
)
QAL = (
    'وقال {} مساء الأحد: "سيبقى الميناء مفتوحا طوال العام".',
    'وقال {} مساء الأحد: "لن يبقى الميناء مفتوحا بعد اليوم".',
    'وقال {} مساء الأحد: "هذا البيت لكم جميعا، فلا تتركوه وحيدا".',
)


@pytest.mark.parametrize(
    ("language", "named", "speakers"),
    [
        ("en", "Bill Clinton, the former president | Hillary Clinton", "Bill Clinton | Hillary Clinton"),
        ("en", "Bill Gates | Melinda Gates | Gates", "Bill Gates | Melinda Gates | Melinda Gates"),
        ("en", "President Bill Clinton | Clinton", "President Bill Clinton | President Bill Clinton"),
        ("en", "Duke Simmons | Joshua Simmons", "Duke Simmons | Joshua Simmons"),
        ("en", "Sultan Ahmed | Karim Ahmed", "Sultan Ahmed | Karim Ahmed"),
        ("en", "Judge Simmons | Joshua Simmons", "Joshua Simmons | Joshua Simmons"),
        ("en", "Major John Smith | Major Smith", "Major John Smith | Major John Smith"),
        ("en", "Major Smith | Major John Smith", "Major John Smith | Major John Smith"),
        ("en", "King Charles | Charles | the king", "King Charles | King Charles | King Charles"),
        (
            "en",
            "Crown Prince Omar van Roe | Prince Omar",
            "Crown Prince Omar van Roe | Crown Prince Omar van Roe",
        ),
        ("en", "Bill Clinton | the bill", "Bill Clinton | the bill"),
        ("ar", "سيد قطب | محمد قطب", "سيد قطب | محمد قطب"),
        ("ar", "سلطان قطب | محمد قطب | قطب", "سلطان قطب | محمد قطب | محمد قطب"),
    ],
)
def test_a_title_that_is_a_given_name(language: str, named: str, speakers: str) -> None:
    sentences = QAL if language == "ar" else SAID
    paragraphs = [said.format(name) for said, name in zip(sentences, named.split(" | "), strict=False)]
    found = quotations(Article(sections=(Section(None, tuple(paragraphs)),)), language)
    assert " | ".join(quote.speaker or "-" for quote in found) == speakers
