"""Headings: which elements, roles, classes and looks make one, and which links."""

from __future__ import annotations

import pytest
from pages import EN, TITLE, headed, stripped

URL = "https://ashby.example/news/wall"


def page(line: str, *, head: str = "") -> str:
    inner = f"<h1>{TITLE}</h1><p>{EN[0]}</p><p>{EN[1]}</p>{line}<p>{EN[2]}</p><p>{EN[3]}</p>"
    return f"<html><head>{head}</head><body><article>{inner}</article></body></html>"


@pytest.mark.parametrize(
    "line",
    [
        '<h2><a href="#work">{}</a></h2>',
        '<h2><a name="work">{}</a></h2>',
        '<h3><a id="work" class="jump">{}</a></h3>',
        f'<h2><a href="{URL}#work">{{}}</a></h2>',
        f'<h2><a href="{URL}">{{}}</a></h2>',
        '<h2><a href="/news/wall#work">{}</a></h2>',
        '<div role="heading">{}</div>',
        '<div class="subhead">{}</div>',
        '<p class="subhead">{}</p>',
        '<div class="article__crosshead">{}</div>',
        '<p class="zwischentitel">{}</p>',
        "<details open><summary>{}</summary></details>",
        "<summary>{}</summary>",
        "<b>{}</b>",
        "<p><strong>{}</strong></p>",
    ],
)
def test_heading(line: str) -> None:
    found = headed(page(line.format("A year of work"), head=f'<link rel="canonical" href="{URL}">'))
    assert found == [(None, 2), ("A year of work", 2)]


@pytest.mark.parametrize(
    "line",
    [
        '<h2><a href="/news/storm">{}</a></h2>',
        f'<h2><a href="{URL}2">{{}}</a></h2>',
        '<h2><a onclick="go()">{}</a></h2>',
    ],
)
def test_heading_that_leads_elsewhere(line: str) -> None:
    source = page(line.format("A year of work"), head=f'<link rel="canonical" href="{URL}">')
    assert headed(source) == [(None, 4)]
    assert stripped(source)["related.link"] == ["A year of work"]


@pytest.mark.parametrize("mark", ["?", "؟", "？"])
def test_question_in_a_summary_is_a_heading(mark: str) -> None:
    assert headed(page(f"<details><summary>Who pays{mark}</summary></details>"))[1:] == [(f"Who pays{mark}", 2)]


def test_bold_question_is_an_interviewers() -> None:
    assert headed(page("<p><b>Who pays?</b></p>")) == [(None, 5)]


def test_bold_lines_beside_heading_elements() -> None:
    inner = "".join(f"<p><b>Part {n} of it</b></p><p>{EN[n]}</p>" for n in (1, 2))
    source = f"<article><h1>{TITLE}</h1><p>{EN[0]}</p>{inner}<h2>The fishermen</h2><p>{EN[3]}</p></article>"
    assert headed(source) == [(None, 1), ("Part 1 of it", 1), ("Part 2 of it", 1), ("The fishermen", 1)]
    source = source.replace("<b>Part 2 of it</b>", "Part 2 of it")
    assert headed(source) == [(None, 5), ("The fishermen", 1)], "one alone stresses something"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("By the quay", "By the quay"),
        ("What is left of it", "What is left of it"),
        ("Jane Roe", None),
        ("Ashby", None),
        ("Ashby (dpa)", None),
        ("The mayor writes:", None),
    ],
)
def test_bold_line_that_opens_the_article(line: str, heading: str | None) -> None:
    source = page("").replace("<p>", f"<p><strong>{line}</strong></p><p>", 1)
    assert headed(source) == [(heading, 4)]


def test_terms_without_a_sentence_are_no_headings() -> None:
    facts = "<dl><dt>Phone</dt><dd>0471</dd><dt>Street</dt><dd>Quay 3</dd></dl>"
    assert headed(page(facts)) == [(None, 4)]
    told = "<dl><dt>Costs</dt><dd>The town pays four million crowns of it, the port the rest.</dd></dl>"
    assert headed(page(told)) == [(None, 2), ("Costs", 3)]
