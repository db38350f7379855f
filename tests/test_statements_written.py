"""What somebody is reported to have said without marks, by the cases of each language."""

from __future__ import annotations

import khabar
import pytest
from khabar.article import Article
from khabar.entries import Section, Statement
from khabar.quotations import speech
from quotation_cases import STATEMENTS, Case, cases

TYPES = {"statement", "demand", "denial", "stance"}
ALL = [
    case for path in sorted(STATEMENTS.glob("*.txt")) if path.stem != "known" for case in cases(path.name, STATEMENTS)
]


def marked(case: Case) -> object:
    """A case as a parameter; one whose name ends with "!" is a known fault."""
    marks = (pytest.mark.xfail(reason="known", strict=False),) if case.name.endswith("!") else ()
    return pytest.param(case, id=f"{case.language}: {case.name}", marks=marks)


def line(found: Statement, wanted: str) -> str:
    """A statement as the cases write it, with the wanted cue where the found one has it among its words."""
    cue = wanted if f" {wanted} " in f" {found.cue} " else found.cue or "-"
    kind = f"{found.type} quoted" if found.quoted else found.type
    return f"{kind} | {found.speaker or '-'} | {cue} | {found.text}"


def lines(case: Case) -> list[str]:
    """What is found in a case."""
    found = speech(case.article, case.language)[1]
    cues = [row.split(" | ")[2] for row in case.expected] + ["-"] * len(found)
    return [line(one, cue) for one, cue in zip(found, cues, strict=False)]


@pytest.mark.parametrize("case", [marked(case) for case in ALL])
def test_reported(case: Case) -> None:
    assert lines(case) == case.expected


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.language}: {case.name}") for case in ALL])
def test_a_case_is_well_written(case: Case) -> None:
    paragraphs = [text for section in case.article.sections for text in section.paragraphs]
    for row in case.expected:
        kind, _, _, text = row.split(" | ", 3)
        assert kind.partition(" ")[0] in TYPES
        assert kind.partition(" ")[2] in ("", "quoted")
        assert any(text in paragraph for paragraph in paragraphs)
    assert case.name.startswith("none:") <= (not case.expected)


def test_nothing_in_a_title() -> None:
    paragraph = "عبر مئات السائقين النهر على متن العبارة صباح اليوم."
    article = Article(title="وزير النقل يقول إن الجسر سيفتح قريبا", sections=(Section(None, (paragraph,)),))
    assert speech(article, "ar")[1] == ()


def test_nothing_in_nothing() -> None:
    for article in (
        Article(),
        Article(sections=(Section(None, ()),)),
        Article(sections=(Section("وقال إن", ("",)),)),
    ):
        assert speech(article, "ar") == ((), (), ())
        assert speech(article, None) == ((), (), ())


@pytest.mark.parametrize("language", ["ko", "sw-KE", "xx", "", None])
def test_a_language_without_a_lexicon_has_none(language: str | None) -> None:
    article = Article(sections=(Section(None, ("The minister said that the tunnel would open in May.",)),))
    assert speech(article, language)[1] == ()


def test_not_where_not_asked_for() -> None:
    text = 'الخبر\n\nوقال وزير النقل عادل منصور إن الجسر سيفتح الشهر المقبل. وأضاف: "هذا مشروع طال انتظاره".'
    whole = khabar.parse(text)
    without = khabar.parse(text, fields=[name for name in khabar.FIELDS if name != "statements"])
    assert without == whole.replace(statements=())
    assert khabar.parse(text, fields=["statements"]).statements == whole.statements
