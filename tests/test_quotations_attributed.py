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
