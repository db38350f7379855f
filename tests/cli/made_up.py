"""Articles with quotations and statements made up: what the command does with them does not wait on how they are
found.

`install` puts them in the place of what the library finds, by the text's title; in a process of its own
`sitecustomize` calls it (see the fixture `quoted`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import khabar
from khabar import Article, Quote, Statement

ARABIC = """\
الميناء "لن يغلق" بعد اليوم كما يقول رئيس البلدية الجديد

قال رئيس البلدية أحمد الهاشمي: "سيبقى الميناء مفتوحا طوال العام، ولن نسمح بإغلاقه مرة أخرى مهما كانت الأسباب".

وأضاف أن الأعمال كانت "شاقة ومكلفة" على الجميع، وأن المدينة دفعت ثمنها كاملا خلال السنوات العشر الماضية.

سوق السمك

وقالت فاطمة الزهراني من نقابة الصيادين: "نبيع اليوم ضعف ما كنا نبيعه.

ونرجو أن يستمر ذلك في الشتاء". ويعرف السوق باسم "سوق الفجر" منذ أكثر من مئة عام عند سكان المدينة القديمة.

وسمع أحد المارة يصيح "السمك طازج" في وجه الزبائن الذين كانوا يملؤون السوق منذ الخامسة من صباح ذلك اليوم.
"""
TITLE = ARABIC.split("\n")[0]

SECOND = """\
رئيس البلدية يفتتح متحف البحر في المدينة القديمة اليوم

وقال احمد الهاشمي في حفل الافتتاح إن المتحف "هدية للصيادين" الذين صبروا عشر سنوات كاملة على إغلاق الميناء.

وقال أحمد الهاشمي أيضا: "شكرا لكم جميعا"، قبل أن يقص الشريط أمام مئات من سكان المدينة الذين حضروا الحفل.
"""

PLAIN = """\
Old fishing port opens again after ten years

The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.
"""

REPORTED = """\
الصيادون يرفضون الرسوم الجديدة في الميناء قبل الشتاء

ونفت البلدية أن تكون الرسوم قد تضاعفت منذ الصيف، وطالبت نقابة الصيادين بخفضها قبل نهاية الشهر الحالي.

موقف النقابة

ورحبت فاطمة الزهراني بفتح باب الحوار مع المدينة، مؤكدة أن القوارب لن تخرج إلى البحر قبل الوصول إلى اتفاق.

وبحسب مصادر في المدينة سيصوت المجلس على الرسوم يوم الخميس القادم بعد جلسة علنية يحضرها الصيادون.
"""

FILES = {"quoted": ARABIC, "second": SECOND, "reported": REPORTED, "plain": PLAIN, "empty": ""}
"""What is in the folder of the fixture `quoted`."""

MAYOR, AHMAD, FATIMA = "رئيس البلدية أحمد الهاشمي", "أحمد الهاشمي", "فاطمة الزهراني"


Said = tuple[str, str, str | None, str | None, float | None]
"""Text, kind, speaker, cue, confidence."""

SAID: dict[str, list[Said]] = {
    TITLE: [
        ("لن يغلق", "heading", None, None, None),
        (
            "سيبقى الميناء مفتوحا طوال العام، ولن نسمح بإغلاقه مرة أخرى مهما كانت الأسباب",
            "direct",
            MAYOR,
            "قال",
            0.97,
        ),
        ("شاقة ومكلفة", "partial", MAYOR, "وأضاف", 0.9),
        ("نبيع اليوم ضعف ما كنا نبيعه.\n\nونرجو أن يستمر ذلك في الشتاء", "direct", FATIMA, "وقالت", 0.64),
        ("سوق الفجر", "term", None, None, None),
        ("السمك طازج", "direct", None, "يصيح", 0.3),
    ],
    SECOND.split("\n")[0]: [
        ("هدية للصيادين", "partial", "احمد الهاشمي", "وقال", 0.55),
        ("شكرا لكم جميعا", "direct", AHMAD, "وقال", 0.88),
    ],
}


UNION, TOWN = "نقابة الصيادين", "البلدية"

Reported = tuple[str, str, str | None, str | None, bool, float | None]
"""Text, type, speaker, cue, with a quotation in it, confidence."""

REPORTS: dict[str, list[Reported]] = {
    TITLE: [
        (
            'الأعمال كانت "شاقة ومكلفة" على الجميع، وأن المدينة دفعت ثمنها كاملا خلال السنوات العشر الماضية',
            "statement",
            MAYOR,
            "وأضاف",
            True,
            0.92,
        ),
    ],
    SECOND.split("\n")[0]: [
        (
            'المتحف "هدية للصيادين" الذين صبروا عشر سنوات كاملة على إغلاق الميناء',
            "statement",
            AHMAD,
            "وقال",
            True,
            0.8,
        ),
    ],
    REPORTED.split("\n")[0]: [
        ("تكون الرسوم قد تضاعفت منذ الصيف", "denial", TOWN, "ونفت", False, 0.9),
        ("خفضها قبل نهاية الشهر الحالي", "demand", UNION, "وطالبت", False, 0.7),
        ("فتح باب الحوار مع المدينة", "stance", FATIMA, "ورحبت", False, 0.66),
        ("القوارب لن تخرج إلى البحر قبل الوصول إلى اتفاق", "statement", FATIMA, "مؤكدة", False, 0.95),
        (
            "سيصوت المجلس على الرسوم يوم الخميس القادم بعد جلسة علنية يحضرها الصيادون",
            "statement",
            None,
            "وبحسب",
            False,
            None,
        ),
    ],
}


def quotes_of(article: Article) -> Iterator[Quote]:
    """Quotations with their places: in the title, or where they begin in a paragraph."""
    places: list[tuple[int | None, int | None, str]] = [(None, None, article.title or "")]
    for n, section in enumerate(article.sections):
        places += [(n, at, paragraph) for at, paragraph in enumerate(section.paragraphs)]
    for text, kind, speaker, cue, confidence in SAID.get(article.title or "", []):
        first, *_, last = text.split("\n\n") * 2
        section, paragraph, at = next((s, p, t.index(first)) for s, p, t in places if first in t)
        *_, end_paragraph, end = next((s, p, t.index(last) + len(last)) for s, p, t in places if last in t)
        more = end_paragraph if end_paragraph != paragraph else None
        yield Quote(text, kind, speaker, cue, section, paragraph, at, end, more, confidence)


def statements_of(article: Article) -> Iterator[Statement]:
    """Statements with their places."""
    for text, type_, speaker, cue, quoted, confidence in REPORTS.get(article.title or "", []):
        section, paragraph, at = next(
            (n, p, where.index(text))
            for n, part in enumerate(article.sections)
            for p, where in enumerate(part.paragraphs)
            if text in where
        )
        yield Statement(text, type_, speaker, cue, section, paragraph, at, at + len(text), quoted, confidence)


_found = khabar.trace


def trace(data: bytes | str, **options: Any) -> khabar.Trace:
    """The library's, with ours in place of its own, and only where they are asked for."""
    found = _found(data, **options)
    fields = options.get("fields")
    article = found.article
    made = {"quotes": quotes_of, "statements": statements_of}
    said = {name: tuple(make(article)) if fields is None or name in fields else () for name, make in made.items()}
    return found._replace(article=article.replace(**said))


def install() -> None:
    khabar.trace = trace
