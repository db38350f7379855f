"""The page of many articles as it is written: what is in it, and that nothing of it acts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import khabar
import pytest
import report_page
from khabar.report import many
from khabar.report.article import article_html
from khabar.report.escaping import json_html
from khabar.report.row import row
from khabar.report.words import words
from test_report_row import ARABIC, TEXT

HOSTILE = (
    "</script><script>window.acted=1</script>",
    "<!--<script>",
    "]}\"'\\u003c",
    "\x9b31m",
    "\u202ex",
    "__proto__",
)


def trace_of(text: str, **told: Any) -> khabar.Trace:
    traced = khabar.trace(text, input_format="text")
    return traced._replace(article=traced.article.replace(**told))


def page_of(*traces: khabar.Trace, failed: tuple[dict[str, str], ...] = ()) -> str:
    parts = [many.part(article_html(one), number) for number, one in enumerate(traces, 1)]
    return many.head() + "".join(parts) + many.tail([row(one) for one in traces], failed)


def documents(page: str) -> list[str]:
    return [many.unpacked(text) for text in re.findall(r'class="k-document">([^<]*)</script>', page)]


def facts(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(re.findall(r'id="k-rows">([^<]*)</script>', page)[0])
    return found


def test_documents() -> None:
    traces = [trace_of(TEXT, source="a.txt"), trace_of(ARABIC, source="b.txt")]
    page = page_of(*traces)
    first, second = documents(page)
    assert first == article_html(traces[0])
    assert 'id="d2p1"' in second
    assert 'id="d1' not in second
    assert [one["source"] for one in facts(page)["rows"]] == ["a.txt", "b.txt"]


def test_nothing_acts() -> None:
    traces = []
    for text in HOSTILE:
        traced = trace_of(TEXT, title=text, source=text, publisher=text, warnings=(text,), published=text)
        quotes = tuple(quote.replace(speaker=text, cue=text) for quote in traced.article.quotes)
        images = tuple(one.replace(credit=text, caption=text, agencies=(text,)) for one in traced.article.images)
        traces.append(traced._replace(article=traced.article.replace(quotes=quotes, images=images)))
    page = page_of(*traces, failed=tuple({"source": text, "message": text} for text in HOSTILE))
    assert report_page.acting(page) == []
    for html in documents(page):
        assert [one for one in report_page.acting(html) if one != "no strict policy"] == []


def test_data_ends_no_script() -> None:
    for text in HOSTILE:
        told = json_html({text: [text]})
        assert "<" not in told
        assert not re.search("[\x00-\x1f\x7f-\x9f]", told)
        assert json.loads(told) == {text: [text]}


@pytest.mark.parametrize(
    ("texts", "direction"), [([TEXT, ARABIC, ARABIC], "rtl"), ([TEXT, ARABIC], "ltr"), ([], "ltr"), ([ARABIC], "rtl")]
)
def test_direction(texts: list[str], direction: str) -> None:
    """Most articles have it; where there are as many of both, left to right."""
    assert many.direction([row(trace_of(text)) for text in texts]) == direction


def test_people_are_those_of_merge_speakers() -> None:
    """Who is one person over all articles is one speaker, under all names."""
    rows = [row(trace_of(TEXT)), row(trace_of(TEXT.replace("mayor Alice Smith", "Alice Smith")))]
    assert many.people(rows) == [
        {"name": "Alice Smith", "forms": ("Alice Smith", "mayor Alice Smith")},
        {"name": "Bob Jones", "forms": ("Bob Jones",)},
    ]


def test_rules_have_reasons() -> None:
    reasons = many.reasons([row(trace_of(TEXT)), {"rules": {"of.no.rule": 1}}])
    assert reasons == {
        name: {"label": "related", "reason": khabar.rule(name).reason} for name in ("related.label", "related.list")
    }


def test_no_articles() -> None:
    page = page_of()
    assert report_page.acting(page) == []
    assert facts(page)["rows"] == []


SCRIPTS = "".join((Path(many.__file__).parent / name).read_text("utf-8") for name in many.SCRIPTS if "many" in name)


def test_scripts_make_no_markup() -> None:
    """Text gets into the page as text. What is parsed is the HTML of an article, as Python made it."""
    parsed = re.findall(r".*(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\().*", SCRIPTS)
    assert [line.split("=")[1].split(";")[0].strip() for line in parsed] == ["html", "html"]
    assert ".style" not in SCRIPTS.replace("style attributes", "")


def test_words_are_there() -> None:
    """All words that scripts ask for by a whole key."""
    for key in re.findall(r'word\("([a-z.-]+)"', SCRIPTS):
        assert f"many.{key}" in words()
    for facet in re.findall(r"^  (\w+): \{ unit: \"(?:\w+)\"", SCRIPTS, re.MULTILINE):
        assert {f"many.chart.{facet}", f"many.facet.{facet}", f"many.none.{facet}"} <= words().keys()
