"""One article in every form that scrapers and mailers give it: the same paragraphs are read from all of them.

What cannot be the same, and is not asked for: a hard-wrapped text with neither blank lines nor indents between its
paragraphs (one whose last line is full runs on into the next), and an article on one line with single spaces.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from khabar.text import read

ARABIC = (
    "مدرسة في الجبل تعلّم تلاميذها قراءة الغيوم",
    "في قرية لا يصلها الطريق إلا صيفا، يبدأ اليوم الدراسي في الساحة، حيث يرفع أربعون تلميذا رؤوسهم إلى السماء "
    "ويكتب كل "
    "منهم في دفتره ما يراه من الغيوم وما يظن أنها ستفعله قبل المساء.",
    'وتقول المعلمة سلمى الحداد إن الفكرة بدأت حين تعطل جهاز الراديو الوحيد في القرية: "كنا نعرف الطقس من '
    "الراديو، فلما "
    'سكت لم يبق لنا إلا ما كان آباؤنا ينظرون إليه".',
    "دفاتر من عشر سنين",
    "وفي خزانة المدرسة اليوم مئتان وثلاثة دفاتر، رتبها الحارس بحسب الفصول، ويعود إليها الرعاة قبل أن يصعدوا "
    "بقطعانهم إلى "
    "المراعي العالية.",
    "وطلبت جامعة في العاصمة نسخ الدفاتر، فوافق مجلس القرية على أن تبقى الأصول في الخزانة، وأن يكتب اسم كل "
    "تلميذ تحت ما رسم.",
)
ENGLISH = (
    "The bakery that opens only when the river floods",
    "Most of the year the ovens on Quay Street are cold, and the shutters carry a notice that has not been "
    "changed since "
    "the spring of the long rain, when the bridge went and nobody could reach the bread on the other bank.",
    "Dora Finch, who keeps the key, says her grandmother baked for three hundred people out of a boat, and "
    "that the town "
    "has voted every year since to pay for the flour, whether it is needed or not.",
    "Flour in the church tower",
    "The sacks are kept above the bells, where no water has ever come, and are changed every autumn, so that "
    "the old flour "
    "can be eaten at the harvest supper before it spoils.",
    "This year the river rose on a Sunday, and by Monday noon the ovens had turned out four hundred loaves, "
    "two of them "
    "burnt, which were given to the engineers.",
)
RUSSIAN = (
    "Почтальон, который сорок лет ходит по льду",
    "Зимой на остров можно попасть только пешком, и каждый вторник Семён Ракитин выходит на лёд с сумкой, в "
    "которой лежат "
    "письма, лекарства и новая лампочка для маяка, если старая перегорела.",
    "Он говорит, что лёд надо слушать, а не смотреть на него, и что за сорок лет он проваливался лишь дважды, "
    "оба раза в "
    "марте и оба раза по собственной вине.",
    "Сумка на верёвке",
    "С тех пор сумка привязана к длинной верёвке с поплавком: почтальон уверен, что письма должны дойти, даже "
    "если сам он "
    "не дойдёт.",
    "Молодой сменщик уже ходит с ним, но пока только слушает, и когда его спрашивают, что он слышит, "
    "отвечает, что лёд "
    "рассказывает о погоде.",
)
ARTICLES = {"ar": ARABIC, "en": ENGLISH, "ru": RUSSIAN}
Paragraphs = tuple[str, ...]


def wrap(paragraph: str, width: int, indent: str = "") -> str:
    return textwrap.fill(paragraph, width, initial_indent=indent, break_on_hyphens=False, break_long_words=False)


def lines(between: str, before: str = "", after: str = "") -> Callable[[Paragraphs], str]:
    return lambda paragraphs: between.join(before + p + after for p in paragraphs)


def wrapped(width: int, newline: str = "\n", trailing: str = "") -> Callable[[Paragraphs], str]:
    return lambda paragraphs: "\n\n".join(wrap(p, width) + trailing for p in paragraphs).replace(
        "\n", trailing + newline
    )


def indented(width: int, indent: str) -> Callable[[Paragraphs], str]:
    return lambda paragraphs: "\n".join(
        wrap(p, width, " " * 8).replace(" " * 8, indent, 1) if indent == "\t" else wrap(p, width, indent)
        for p in paragraphs
    )


FORMS: dict[str, Callable[[Paragraphs], str]] = {
    "a line each": lines("\n"),
    "blank lines": lines("\n\n"),
    "CRLF": lines("\r\n"),
    "CRLF, blank lines": lines("\r\n\r\n"),
    "CR": lines("\r"),
    "blank lines of spaces": lines(" \n \n"),
    "trailing spaces": lines("\n", after=" "),
    "trailing spaces, blank lines": lines("\n\n", after="  "),
    "one space before": lines("\n", before=" "),
    "no-break spaces before": lines("\n", before="\u00a0" * 4),
    "a tab before": lines("\n", before="\t"),
    "a tab before, blank lines": lines("\n\n", before="\t"),
    "one line, no-break spaces": lines("\u00a0" * 3),
    "one line, four spaces": lines("    "),
    **{
        f"{width} columns{name}": form
        for width in (60, 72, 80, 100)
        for name, form in {
            ", blank lines": wrapped(width),
            ", CRLF": wrapped(width, "\r\n"),
            ", trailing spaces": wrapped(width, trailing=" "),
            ", indented by four": indented(width, "    "),
            ", indented by a tab": indented(width, "\t"),
            ", indented by no-break spaces": indented(width, "\u00a0" * 4),
        }.items()
    },
}


def read_from(text: str) -> Paragraphs:
    return tuple(" ".join(block.text.split()) for block in read(text, lambda line: False))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ARTICLES)
def test_the_same_paragraphs_in_every_form(language: str, form: str) -> None:
    article = ARTICLES[language]
    assert read_from(FORMS[form](article)) == article


SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.txt"


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not beside this repository")
@pytest.mark.parametrize("form", [name for name in FORMS if "columns" not in name or "blank lines" in name])
def test_the_seed_in_every_form(form: str) -> None:
    body = tuple(" ".join(line.split()) for line in SEED.read_text("utf-8").split("\n") if len(line) > 120)
    assert len(body) > 8
    assert read_from(FORMS[form](body)) == body


TITLES = (
    "Council votes to widen the old market road before winter",
    "Fog closes the harbour for a third day as ferries wait",
    "Schools to stay open late so that children can use them",
    "Farmers ask for the closed mountain road to be opened",
    "A clock that stopped forty years ago strikes noon again",
    "The last telephone box in the valley becomes a library",
    "Volunteers count puffins on the northern cliffs at dawn",
    "Museum returns a drum to the village that lent it once",
)


def test_titles_of_about_the_same_length_are_not_wrapped_prose() -> None:
    assert read_from("\n".join(TITLES)) == TITLES
