"""Layout: hard-wrapped text is read as the text that was wrapped; verse, lists and menus stay lines."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from pathlib import Path
from typing import Any

import khabar
import pytest
from khabar.text import read
from khabar.text.layout import Layout, is_full, layout_of, width_of
from khabar.text.lines import lines_of

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXTS = {
    path.stem: path.read_bytes().decode("cp1256" if path.stem == "windows-1256" else "utf-8")
    for path in sorted(SAMPLES.glob("*.txt"))
}
WIDTHS = (60, 72, 80, 100)
width = pytest.mark.parametrize("width", WIDTHS)

CLOCK = """\
ساعة ميدان القوس تعود إلى الدوران بعد أربعين عاما من الصمت
صدر الصورة، Reuters
التعليق على الصورة، أهالي البلدة القديمة يتجمعون تحت برج الساعة في ميدان القوس
دقت ساعة ميدان القوس في بلدة الربوة عند ظهر يوم الجمعة للمرة الأولى منذ أربعين عاما، فخرج أصحاب الدكاكين إلى \
أبوابهم ينظرون إلى البرج، وضبط بعضهم ساعات أيديهم عليها كما كان آباؤهم يفعلون.
وكانت الساعة قد توقفت ذات شتاء حين نفد الزيت من تروسها، ولم تجد البلدية يومها من يصعد السلم الحجري الضيق لإصلاحها، \
فبقيت عقاربها تشير إلى الرابعة والثلث حتى ظن أطفال البلدة أن هذا هو شكلها الطبيعي.
ساعاتي من الجيل الثالث
يقول الساعاتي عدنان الكيال إن جده هو الذي ركب التروس الأصلية، وإنه عثر في صندوق الجد على دفتر فيه رسم لكل قطعة من \
قطعها، ومقاساتها، واسم الحداد الذي صنعها، وثمنها بالقروش.
وقضى الكيال سبعة أشهر في فك الآلة وتنظيفها، مستعينا بابنته المهندسة ريم التي صممت الأجزاء الناقصة على الحاسوب ثم صنعتها \
في ورشة المدرسة الصناعية القريبة من الميدان.
وتقول ريم: "كان أبي يعرف كيف تدور الساعة، وكنت أعرف كيف نصنع ما ضاع منها، فلم يكن ممكنا أن ينجح أحدنا من دون الآخر".
خلاف على الجرس
ولم يخل الأمر من خلاف، إذ طالب سكان الطوابق العليا في البيوت المجاورة بإسكات الجرس بين العاشرة مساء والسادسة صباحا، بينما \
تمسك كبار السن بأن تدق الساعة في كل حين كما كانت.
وانتهى مجلس البلدة إلى حل وسط يقضي بأن تدق الساعة ليلا دقة واحدة خافتة عند منتصف الليل، وأن تعود إلى دقاتها كاملة مع \
أول ضوء، على أن يعاد النظر في القرار بعد عام."""

FERRY = """\
Islanders keep their own weather book as the forecast moves online
Image source, PA Media
Image caption, The book has been kept in the harbour office at Skerra since the ferry service began
For ninety-one years somebody on the island of Skerra has written down the wind, the sea and the state of the sky \
at eight in the morning, in ink, in a book that is never allowed to leave the harbour office.
The practice outlived two wars, a fire and the arrival of the telephone, and this week it outlived the closure of \
the coastguard station that had asked for it in the first place and paid for the ink.
Ink, not pencil
Agnes Moar, who has kept the book since her father died, says the rule about ink was made because pencil could be \
rubbed out by people who had promised good weather to visitors.
Researchers at two universities have asked to copy the pages, which they say hold the longest unbroken record of \
fog anywhere on that coast, and the islanders have agreed on condition that nobody takes the book away.
A question of trust
The new forecast arrives by satellite every three hours and is usually right, but fishermen say that it describes \
a square of sea forty miles wide and knows nothing of the tide race at the mouth of the sound."""

BRIDGE = """\
Деревня сама построила мост, которого ждала сорок лет
Жители деревни Верхняя Заводь закончили пешеходный мост через реку, не дождавшись денег, которые районная \
администрация обещала выделить ещё в те времена, когда нынешние строители ходили в школу.
Брёвна для опор привезли с закрытой лесопилки, а тросы отдал речной порт, где их собирались сдать в металлолом, \
так что покупать пришлось только гвозди и краску.
Первая прошла учительница
Первой по мосту прошла учительница Вера Лапина, которая двадцать лет переправлялась на лодке и дважды за это время \
оказывалась в воде вместе с тетрадями своих учеников.
Старый перевозчик сказал, что не обижается на соседей и что лодку он оставит на берегу, потому что мосты, по его \
словам, уносит каждое третье половодье, а лодку не уносит никогда."""

OWN = {"ar": CLOCK, "en": FERRY, "ru": BRIDGE}


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text that have words, each wrapped at the width. What it was indented by is left out."""
    return [
        textwrap.fill(line.strip(), width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
        if line.strip()
    ]


def ambiguous(text: str, width: int) -> bool:
    """True where some paragraph's last line happens to be full: without blank lines nobody can tell its end."""
    return any(is_full(a.split("\n")[-1], b, width) for a, b in pairwise(wrapped(text, width)))


def article(text: str) -> dict[str, Any]:
    """What must be the same however the text was wrapped."""
    got = khabar.parse(text)
    return {
        "title": got.title,
        "sections": [(s.heading, s.paragraphs) for s in got.sections],
        "images": [(i.credit, i.caption, i.alt, i.section, i.paragraph) for i in got.images],
        "byline": got.byline,
    }


def spaced(text: str) -> str:
    """The text with a blank line between all its lines."""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def layout(text: str) -> Layout:
    return layout_of(lines_of(text))[0]


def paragraphs(text: str) -> list[str]:
    return [block.text for block in read(text, lambda line: False)]


# -- wrapped text is read as what was wrapped


@pytest.mark.parametrize("name", OWN)
@width
def test_wrapped_text_with_blank_lines_between_paragraphs(name: str, width: int) -> None:
    text = OWN[name]
    assert article("\n\n".join(wrapped(text, width))) == article(spaced(text))


@pytest.mark.parametrize("name", TEXTS)
@width
def test_a_sample_wrapped_with_blank_lines_between_paragraphs(name: str, width: int) -> None:
    text = TEXTS[name]
    assert article("\n\n".join(wrapped(text, width))) == article(spaced(text))


SINGLE = [(name, width) for name, text in (OWN | TEXTS).items() for width in WIDTHS if not ambiguous(text, width)]


@pytest.mark.parametrize(("name", "width"), SINGLE)
def test_wrapped_text_without_blank_lines(name: str, width: int) -> None:
    text = (OWN | TEXTS)[name]
    assert article("\n".join(wrapped(text, width))) == article(text)
