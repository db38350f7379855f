"""The page of many articles in a browser: search, charts, lists in context, keys, addresses, the back button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import khabar
import pytest
from khabar.characters import fold
from khabar.report import many
from khabar.report.article import article_html
from khabar.report.row import row

HARBOUR = """\
The old harbour opens again

12 March 2021

Image source, Getty Images

Image caption, Boats came back to the harbour

"We take in 120 boats every morning," said mayor Alice Smith, who was born in the town.

"It cost more than anybody thought," said Bob Jones, the harbour master.

Related Topics
Harbours
Boats
"""
MARKET = """\
Market hall loses its roof in a storm

7 June 2022

Image source, Reuters

Image caption, The roof lay in the street

The roof of the market hall came down in the night. Nobody was hurt, the town said.

"We will have it back before the winter," said Alice Smith, the mayor of the town.
"""
ARABIC = """\
عبّارة الجزيرة تعود إلى الإبحار بعد ثلاثين عاما من التوقف

صدر الصورة، Reuters

التعليق على الصورة، ركاب ينتظرون على الرصيف منذ الصباح

أبحرت العبّارة صباح الخميس من الجزيرة، في أول رحلة لها منذ ثلاثين عاما.

وقال وزير النقل، مروان الدرعي: "وعدنا الناس بأن يعود البحر طريقا إلى بيوتهم، وقد عاد".

تخطى يستحق الانتباه وواصل القراءة
قناتنا الرسمية على واتساب

اضغط هنا

يستحق الانتباه نهاية

وأضاف الوزير أن الرحلة تستغرق خمسين دقيقة في الطقس الهادئ.
"""
PERSIAN = """\
پل سنگی پس از هفت سال مرمت به روی عابران باز شد

پل سنگی که هفت سال پیش در پی سیلی ویرانگر بسته شده بود، صبح دوشنبه باز شد.

سیمین آذرنوش، سرپرست گروه مرمت، می‌گوید: "می‌توانستیم پلی تازه بسازیم، اما آن پل دیگر مهتاب‌رود نبود."
"""
TEXTS = {"harbour.txt": HARBOUR, "market.txt": MARKET, "ferry.txt": ARABIC, "bridge.txt": PERSIAN}


def page_of(*texts: tuple[str, str]) -> str:
    traces = []
    for source, text in texts:
        traced = khabar.trace(text, input_format="text")
        traces.append(traced._replace(article=traced.article.replace(source=source)))
    parts = [many.part(article_html(one), number) for number, one in enumerate(traces, 1)]
    return many.head() + "".join(parts) + many.tail([row(one) for one in traces])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "report.html"
    path.write_text(page_of(*TEXTS.items()), "utf-8")
    return path


@pytest.fixture
def opened(made: Path, open_page: Callable[..., Any]) -> Callable[..., Any]:
    """Opens the page of the four texts, and waits for its list or article."""

    def at(anchor: str = "") -> Any:
        page = open_page(made, anchor)
        page.locator("#m-panel > *").first.wait_for()
        return page

    return at


def titles(page: Any) -> list[str]:
    return [text.strip() for text in page.locator(".m-list h2 .m-title").all_text_contents()]


def shown(page: Any) -> str:
    return str(page.locator("#m-status").text_content())


def bar(page: Any, facet: str, value: str) -> Any:
    return page.locator(f'.m-chart-{facet} [data-value="{value}"]')


def count(page: Any, number: int) -> None:
    """Wait until so many articles are listed."""
    page.wait_for_function("n => document.querySelectorAll('.m-list > li').length === n", arg=number)


def test_list(opened: Callable[..., Any]) -> None:
    page = opened()
    assert len(titles(page)) == 4
    assert shown(page) == "4 articles"
    assert page.locator(".m-list").text_content().count("quotation") == 4


@pytest.mark.parametrize(
    ("query", "sources"),
    [
        ("harbour", ["harbour.txt"]),
        ("HARBOUR again", ["harbour.txt"]),
        ("market.txt", ["market.txt"]),
        ("Smith", ["harbour.txt", "market.txt"]),
        ("الابحار", ["ferry.txt"]),
        ("إلي الإبْحار", ["ferry.txt"]),
        ("عباره الجزيره", ["ferry.txt"]),
        ("مروان", ["ferry.txt"]),
        ("سنگي", ["bridge.txt"]),
        ("nothing like it", []),
    ],
)
def test_search(opened: Callable[..., Any], query: str, sources: list[str]) -> None:
    page = opened()
    page.locator("#m-query").fill(query)
    page.wait_for_function("n => document.querySelectorAll('.m-list > li').length === n || !n", arg=len(sources))
    found = page.evaluate("() => many.page.found.hits.map(article => article.row.source)")
    assert found == sources
    assert page.locator(".m-nothing").count() == (not sources)


def test_search_in_the_whole_text(opened: Callable[..., Any]) -> None:
    page = opened()
    page.locator("#m-query").fill("winter")
    page.locator(".m-nothing").wait_for()
    page.locator("#m-whole").check()
    count(page, 1)
    assert titles(page) == ["Market hall loses its roof in a storm"]
    passage = page.locator(".m-passage")
    assert [text[:6] for text in passage.locator("mark").all_text_contents()] == ["winter"]
    passage.locator("a").click()
    page.locator(".k-article").wait_for()
    assert "winter" in page.locator(".m-here").text_content()


PAIRS = [
    ("أحمد", "احمد"), ("الإسكندرية", "الاسكندريه"), ("مَدْرَسَة", "مدرسه"), ("علی", "علي"), ("ﻣﺼﺮ", "مصر"),
    ("مـصر", "مصر"), ("کتاب", "كتاب"), ("İstanbul", "istanbul"), ("Straße", "strasse"), ("ΦΩΣ", "φως"),
    ("«قال»", '"قال"'), ("می‌گوید", "میگوید"), ("شئون", "شيون"),
]  # fmt: skip


def test_fold(opened: Callable[..., Any]) -> None:
    """What is equal to khabar is equal here, and besides that accents and digits."""
    page = opened()
    assert all(fold(one) == fold(other) for one, other in PAIRS)
    accents = [("Café", "cafe"), ("Müller", "muller"), ("١٢٣", "123"), ("۱۲۳", "123")]
    for one, other in [*PAIRS, *accents]:
        assert page.evaluate("([a, b]) => [many.fold(a), many.fold(b)]", [one, other])[0] == page.evaluate(
            "b => many.fold(b)", other
        ), one


def test_bars_are_filters(opened: Callable[..., Any]) -> None:
    page = opened()
    assert bar(page, "agency", "Reuters").text_content().endswith("2 pictures in 2 articles")
    bar(page, "agency", "Reuters").click()
    count(page, 2)
    assert bar(page, "agency", "Reuters").get_attribute("aria-pressed") == "true"
    assert shown(page) == "2 of 4 articles match"
    assert bar(page, "language", "en").text_content().endswith("1 article")  # the other charts count what is left
    assert bar(page, "agency", "Getty Images").count() == 1  # its own has the others still
    bar(page, "language", "ar").focus()
    page.keyboard.press("Enter")
    count(page, 1)
    assert page.evaluate("document.activeElement.dataset.value") == "ar"
    bar(page, "language", "en").click()  # two of one facet: either
    count(page, 2)
    page.get_by_role("button", name="Remove the filter agency: Reuters").click()
    count(page, 3)
    page.get_by_role("button", name="Clear all").click()
    count(page, 4)
    page.go_back()
    count(page, 3)


def test_bars_of_months(opened: Callable[..., Any]) -> None:
    page = opened()
    page.get_by_role("button", name="March 2021: 1 article").click()
    count(page, 1)
    assert titles(page) == ["The old harbour opens again"]


def test_address_holds_the_state(opened: Callable[..., Any]) -> None:
    page = opened("#articles?speaker=Alice+Smith&sort=newest&q=roof")
    assert titles(page) == ["Market hall loses its roof in a storm"]
    assert page.locator("#m-query").input_value() == "roof"
    assert page.locator(".m-order select").input_value() == "newest"
    page.locator(".m-list .m-title").click()
    page.locator("#d2p1").wait_for()
    page.reload()
    page.locator("#d2p1").wait_for()
    page.get_by_role("link", name="Back to the articles").click()
    count(page, 1)
    assert page.locator("#m-query").input_value() == "roof"


@pytest.mark.parametrize(
    "anchor", ["#nothing", "#d99", "#d0", "#constructor", "#articles?sort=__proto__&from=toString", "#%E0%A4%A"]
)
def test_address_of_nothing(opened: Callable[..., Any], anchor: str) -> None:
    page = opened(anchor)
    assert page.locator("#m-panel").text_content()


def test_sorts(opened: Callable[..., Any]) -> None:
    page = opened()
    for sort, first in [("newest", "Market"), ("oldest", "The old"), ("quotes", "The old"), ("title", "پل")]:
        page.locator(".m-order select").select_option(sort)
        page.locator(".m-list > li:first-child h2", has_text=first).wait_for()
        assert page.evaluate("location.hash").endswith(f"sort={sort}")


def test_who_is_quoted_most_and_in_which_words(opened: Callable[..., Any]) -> None:
    """By looking: the list of speakers, the first of them, what she said, the place in the article."""
    page = opened()
    page.locator("#m-views").get_by_role("link", name="Speakers").click()
    page.locator(".m-person").first.wait_for()
    first = page.locator(".m-person").first
    assert "2 quotations in 2 articles" in first.text_content()
    assert "mayor Alice Smith" in first.text_content()
    first.get_by_role("link", name="Alice Smith").click()
    page.locator(".m-said").first.wait_for()
    assert page.locator(".m-said").all_text_contents() == [
        "We take in 120 boats every morning,",
        "We will have it back before the winter,",
    ]
    contexts = page.locator(".m-context").all_text_contents()
    assert contexts[0].endswith("said mayor Alice Smith, who was born in the town.")
    assert page.locator(".m-list .m-title").all_text_contents() == [
        "The old harbour opens again",
        "Market hall loses its roof in a storm",
    ]
    page.locator(".m-list .m-title").nth(1).click()
    page.locator(".m-here").wait_for()
    assert "before the winter" in page.locator(".m-here").text_content()
    page.keyboard.press("Escape")
    page.locator("body").press("Escape")
    page.locator(".m-said").first.wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Market hall loses its roof in a storm"


def test_all_pictures_of_an_agency(opened: Callable[..., Any]) -> None:
    page = opened("#pictures?agency=Reuters")
    entries = page.locator(".m-list > li")
    assert entries.count() == 2
    assert "The roof lay in the street" in entries.nth(0).text_content()
    assert "Credit: Reuters" in entries.nth(0).text_content()
    assert "ركاب ينتظرون على الرصيف" in entries.nth(1).text_content()
    entries.nth(1).locator(".m-title").click()
    assert "Reuters" in page.locator(".m-here").text_content()


def test_all_lines_of_a_rule(opened: Callable[..., Any]) -> None:
    page = opened("#lines?rule=promo.region")
    entry = page.locator(".m-list > li")
    assert entry.count() == 1
    for told in ("قناتنا الرسمية على واتساب", "اضغط هنا", "promo.region", khabar.rule("promo.region").reason):
        assert told in entry.text_content()
    assert shown(page).startswith("2 stripped lines")
    entry.get_by_role("link", name="line 14").click()
    page.locator(".m-here").wait_for()
    assert "اضغط هنا" in page.locator(".m-here").text_content()


def test_keys(opened: Callable[..., Any]) -> None:
    page = opened()
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.id === 'm-query'")
    page.keyboard.type("smith")
    count(page, 2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Market hall loses its roof in a storm"
    page.keyboard.press("Enter")
    page.locator("#d2p1").wait_for()
    page.keyboard.press("ArrowLeft")
    page.locator("#d1p1").wait_for()
    page.keyboard.press("Escape")
    count(page, 2)
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.id === 'm-query'")
    page.keyboard.press("Escape")
    count(page, 4)


def test_next_and_previous_are_those_that_match(opened: Callable[..., Any]) -> None:
    page = opened("#articles?agency=Reuters")
    page.locator(".m-list .m-title").first.click()
    page.locator("#d2p1").wait_for()
    assert "1 of 2" in page.locator(".m-steps").text_content()
    assert page.get_by_role("link", name="Previous article").count() == 0
    page.get_by_role("link", name="Next article").click()
    page.locator("#d3p1").wait_for()
    page.go_back()
    page.locator("#d2p1").wait_for()
    page.go_back()
    count(page, 2)


def test_direction(open_page: Callable[..., Any], tmp_path: Path, opened: Callable[..., Any]) -> None:
    assert opened().evaluate("document.documentElement.dir") == "ltr"
    path = tmp_path / "rtl.html"
    path.write_text(page_of(("a", ARABIC), ("b", PERSIAN), ("c", MARKET)), "utf-8")
    page = open_page(path)
    page.locator(".m-list").wait_for()
    assert page.evaluate("document.documentElement.dir") == "rtl"


@pytest.mark.parametrize(
    "anchor", ["#articles?language=ar&language=en", "#quotes", "#speakers", "#pictures", "#lines", "#d3"]
)
@pytest.mark.parametrize("width", [400, 1280])
def test_accessible(opened: Callable[..., Any], axe: Callable[..., None], anchor: str, width: int) -> None:
    page = opened(anchor)
    page.set_viewport_size({"width": width, "height": 900})
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_long_list(open_page: Callable[..., Any], tmp_path: Path) -> None:
    """A list grows as it is read, and is as long and where it was when one comes back to it."""
    path = tmp_path / "long.html"
    path.write_text(page_of(*((f"{n}.txt", MARKET.replace("roof", f"roof {n}")) for n in range(130))), "utf-8")
    page = open_page(path)
    count(page, 50)
    for number in (100, 130):
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        count(page, number)
    page.locator(".m-list .m-title").nth(120).click()
    page.locator("#d121p1").wait_for()
    page.go_back()
    count(page, 130)
    assert page.evaluate("scrollY") > 1000
    assert (
        "121.txt" in page.locator(".m-list > li:focus-within").text_content()
        or "roof 120" in page.locator(".m-list > li:focus-within").text_content()
    )


def test_a_long_paragraph_is_shown_round_the_quotation(open_page: Callable[..., Any], tmp_path: Path) -> None:
    before, after = "The harbour was closed for ten years. " * 60, " The work goes on until May." * 60
    path = tmp_path / "long.html"
    path.write_text(
        page_of(("a", f'A title\n\n{before}"It is ours," said Ann Poe.{after}\n'), ("b", MARKET)), "utf-8"
    )
    page = open_page(path, "#quotes?speaker=Ann+Poe")
    page.locator(".m-said").wait_for()
    told = page.locator(".m-context").text_content()
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert 'years. "It is ours," said Ann Poe. The work' in told
    assert 900 < len(told) < 1200


def test_inputs_that_failed_are_told_of(
    report: Callable[..., Path], open_page: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "<b>empty.txt").write_text("", "utf-8")
    page = open_page(report(folder, status=1))
    page.get_by_text("1 file could not be parsed").click()
    assert "<b>empty.txt: empty" in page.locator(".m-failed").text_content()
