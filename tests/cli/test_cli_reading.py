"""`khabar parse` on a terminal: an article as people read it."""

from __future__ import annotations

import re

import pytest
from khabar.moments import moment_in_words
from process import Khabar
from rich.cells import cell_len
from test_cli_terminal import ANSI, VTE, check_isolates, lines

ENGLISH = """\
Harbour opens again

By Jane Roe

19 June 2024

Image source, Reuters

Image caption, Boats came back on Monday

"The port takes in {words} 120 boats every morning," said Ann Lee, the mayor. "It was closed for ten years."

The café is called "Long Wall". "Nobody asked us what we need here," said Omar Haddad, who sells fish.

The market

Ms Lee said that the work had cost 40 million dollars. "We paid for it ourselves," she said on Monday evening.
"""

ARABIC = """\
الميناء القديم يفتح أبوابه من جديد بعد عشر سنوات

صدر الصورة، Getty Images

التعليق على الصورة، عادت القوارب إلى الميناء

قال رئيس البلدية سامي الهاشمي: "الميناء يستقبل اليوم 120 قاربا كل صباح، وقد كان مغلقا عشر سنوات".

وأضاف الهاشمي أن الأعمال كلفت 40 مليون دولار. وقالت البائعة ليلى سالم: "لم يسألنا أحد عما نحتاج إليه هنا".
"""


@pytest.fixture
def articles(khabar: Khabar) -> Khabar:
    (khabar.folder / "en.txt").write_text(ENGLISH.format(words="more than"), "utf-8")
    (khabar.folder / "ar.txt").write_text(ARABIC, "utf-8")
    return khabar


def test_an_article_from_top_to_bottom(articles: Khabar) -> None:
    done = articles.terminal("parse", "en.txt")
    assert (done.status, done.err) == (0, "")
    shown = lines(done)
    assert shown[:6] == ["en.txt", "", "Harbour opens again", "Jane Roe", "BBC News", "19 June 2024"]
    at = shown.index("▣ Boats came back on Monday")
    assert shown[at + 1] == "© Reuters"
    assert "\x1b[2;36m© Reuters\x1b[0m" in done.text
    assert "\x1b[1mThe market\x1b[0m" in done.text
    text = " ".join(shown)
    assert '"The port takes in more than 120 boats every morning,"¹ said Ann Lee' in text
    assert 'is called "Long Wall". "Nobody' in text  # nobody's words
    assert "quoted: ¹ Ann Lee" in text
    assert "² Omar Haddad" in text
    assert "reported: ¹ Ann Lee" in text
    assert "agencies: Reuters" in text
    assert re.search(r"stripped: \d \w+", text)


def test_quotations_have_the_colour_of_their_speaker(articles: Khabar) -> None:
    painted = articles.terminal("parse", "en.txt").text
    assert '\x1b[32m"It was closed for ten years."¹\x1b[0m' in painted
    assert re.search("\x1b\\[32m¹ Ann Lee[^(]*\\(3\\)\x1b", painted)
    assert '\x1b[35m"Nobody asked us what we need' in painted
    assert re.search("\x1b\\[35m² Omar Haddad[^(]*\\(1\\)\x1b", painted)
    plain = articles.terminal("parse", "en.txt", NO_COLOR="1").text
    assert plain == ANSI.sub("", painted)


def test_each_line_of_a_quotation_is_painted_by_itself(articles: Khabar) -> None:
    for columns in (60, 40, 20):
        for line in articles.terminal("parse", "en.txt", "ar.txt", columns=columns, **VTE).text.splitlines():
            assert line.count("\x1b[0m") * 2 == line.count("\x1b["), line
            assert not re.search("\x1b\\[0?m?\u2069?$", line.replace("\x1b[0m", "")), line


@pytest.mark.parametrize("columns", [200, 80, 40, 20])
def test_a_readable_measure(articles: Khabar, columns: int) -> None:
    done = articles.terminal("parse", "en.txt", "ar.txt", columns=columns, **VTE)
    shown = lines(done)
    check_isolates(shown)
    widths = list(map(cell_len, shown))
    assert max(widths) <= min(columns, 76)
    arabic = [line for line in shown if re.search("[\u0600-\u06ff]", line)]
    assert {cell_len(line) for line in arabic} == {min(columns, 76)}
    words = " ".join(" ".join(shown).split())
    assert "took" not in words
    assert '"لم يسألنا أحد عما نحتاج إليه هنا"²' in re.sub("[\u2066-\u2069]", "", words) or columns == 20


def test_who_asks_for_a_width_gets_it(articles: Khabar) -> None:
    (articles.folder / "long.txt").write_text(ENGLISH.format(words="more or less " * 20), "utf-8")
    done = articles.terminal("parse", "--width", "120", "long.txt", columns=200)
    assert 100 < max(map(cell_len, lines(done))) <= 120


def test_control_characters_do_not_move_the_colours(articles: Khabar) -> None:
    (articles.folder / "bad.txt").write_text(ENGLISH.format(words="\x07many\u202e \x1b[31m"), "utf-8")
    painted = articles.terminal("parse", "bad.txt").text
    assert '\x1b[32m"It was closed for ten years."¹\x1b[0m' in painted
    assert "\u202e" not in painted
    assert "\x07" not in painted
    assert "\x1b[31m" not in painted


def test_chosen_fields_are_listed(articles: Khabar) -> None:
    shown = lines(articles.terminal("parse", "--fields", "title,published,quotes", "en.txt"))
    assert "2024-06-19" in shown
    assert any(line.startswith("quotations: direct × 4") for line in shown)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-06-19", "19 June 2024"),
        ("2024-06-09T14:05", "9 June 2024, 14:05"),
        ("2024-06-19T14:05:00+00:00", "19 June 2024, 14:05 UTC"),
        ("2024-06-19T14:05:59.123Z", "19 June 2024, 14:05 UTC"),
        ("2024-06-19T14:05:00+03:30", "19 June 2024, 14:05 (+03:30)"),
        ("2024-06", "June 2024"),
        ("2024-13-01", "2024-13-01"),
        ("yesterday", "yesterday"),
    ],
)
def test_moments_in_words(iso: str, words: str) -> None:
    assert moment_in_words(iso) == words
