"""Dates of whole pages: what readers see near the title, what the page declares, and at last its address."""

from __future__ import annotations

import khabar
import pytest
from effort import effort
from khabar.html.metadata.settled import settled
from khabar.html.metadata.stamps import in_address

SENTENCES = (
    "The river rose by two metres on Monday night, and the lower town was under water by the morning of that day.",
    "Four hundred people were taken to the school on the hill, where the mayor had beds put up for all of them.",
    "The bridge to the harbour stays closed until the water has gone and the piers have been looked at by divers.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES) * 3
TITLE = "<h1>The river keeps rising in Reedham</h1>"


def page(main: str, head: str = "", lang: str = "en") -> khabar.Article:
    return khabar.parse(f"<!doctype html><html lang={lang}><head>{head}</head><body>{main}</body></html>")


def dates(main: str, head: str = "", lang: str = "en") -> tuple[str | None, str | None]:
    article = page(main, head, lang)
    return article.published, article.modified


@pytest.mark.parametrize(
    ("before", "behind", "published"),
    [
        ("", "<time datetime='2024-05-02T08:00Z'>2 May</time>", "2024-05-02T08:00:00+00:00"),
        ("<time datetime='2024-05-02T08:00Z'>2 May</time>", "", "2024-05-02T08:00:00+00:00"),
        ("<p class='category'>2 May 2024 | <a href='/n'>News</a></p>", "", "2024-05-02"),
        ("", "<div class='x1'>May 2, 2024, 4:19 PM</div>", "2024-05-02T16:19:00"),
        ("", "<div class='share'><span>By Ana Lund, Bo Ek and Cora Dell Reedham Post</span> <i>May 2, 2024</i></div>",
         "2024-05-02"),
        ("", "<div class='author'><a href='/ana'>Ana Lund</a> | 2 May 2024, 10:15</div>", "2024-05-02T10:15:00"),
        ("", "<span itemprop='datePublished' content='2024-05-02T13:15:00.000+02:00'>2 May</span>",
         "2024-05-02T13:15:00+02:00"),
        ("", "<abbr class='published' title='2024-05-02'>Thursday</abbr>", "2024-05-02"),
        # a standfirst in between
        ("", f"<p class='lead'>{SENTENCES[0]}</p><div class='meta'>2 May 2024</div>", "2024-05-02"),
        ("", "<aside class='meta'>Ana Lund <time datetime='2024-05-02'>2 May</time></aside>", "2024-05-02"),
        # the site's own clock, dates in sentences, of sections, of other articles, of comments
        ("<div>Thursday, May 2, 2024</div>", "", None),
        ("<header><span>2 May 2024</span></header>", "", None),
        ("", "<p>The dam was built between 2 May 1924 and 1930.</p>", None),
        ("", "<aside><time datetime='2024-05-02'>2 May</time></aside>" * 2, None),
        ("", "<div class='comments'><time datetime='2024-05-02'>2 May</time> Well said</div>", None),
        ("", "<div><a href='/b'>Boats leave the harbour early</a> <span>2 May 2024</span></div>", None),
        ("", f"{TEXT}<h2>2 May 2024</h2>", None),
    ],
)  # fmt: skip
def test_a_date_near_the_title(before: str, behind: str, published: str | None) -> None:
    assert dates(f"<main>{before}<article>{TITLE}{behind}{TEXT}</article></main>")[0] == published


def test_a_name_that_lies_hides_no_date() -> None:
    meta = "<div class='byline'>Ana Lund <time datetime='2024-05-02'>2 May</time></div>"
    assert dates(f"<main>{TITLE}<div class='comments-off'>{meta}{TEXT}</div></main>")[0] == "2024-05-02"


def test_far_from_the_title_there_is_no_date() -> None:
    assert dates(f"<article>{TITLE}{TEXT}<p>2 May 2024</p></article>") == (None, None)


@pytest.mark.parametrize(
    ("last", "behind", "published"),
    [
        ("<p>Published on 2 May 2024</p>", "", "2024-05-02"),
        ("<p><b>Ana Lund</b></p><div class=date>2 May 2024</div>", "", "2024-05-02"),
        ("", "<p>First published: 2 May 2024. Last updated: 3 May 2024</p>", "2024-05-02"),
        ("", "<footer>Posted on <time datetime='2024-05-02'>2 May</time></footer>", None),
        ("<p>2 May 2024</p>", "", None),
        ("", "<div class='related'>Published on 2 May 2024</div>", None),
    ],
)
def test_a_marked_date_below_the_text(last: str, behind: str, published: str | None) -> None:
    assert dates(f"<main>{TITLE}<div>{TEXT * 2}{last}</div>{behind}</main>")[0] == published


def test_the_date_of_anything_is_less_than_the_one_that_is_seen() -> None:
    head = '<meta name="date" content="2024-06-01">'
    assert dates(f"<article>{TITLE}<time>2 May 2024</time>{TEXT}</article>", head)[0] == "2024-05-02"
    assert dates(f"<article>{TITLE}{TEXT}</article>", head)[0] == "2024-06-01"
    head = '<meta property="article:published_time" content="2024-06-01">'
    assert dates(f"<article>{TITLE}<time>2 May 2024</time>{TEXT}</article>", head)[0] == "2024-06-01"


def test_a_declared_date_in_the_words_of_the_language() -> None:
    head = '<meta property="article:published_time" content="الأربعاء، 07 أكتوبر 2020 - 12:09 م">'
    assert dates(f"<article>{TITLE}{TEXT}</article>", head, "ar")[0] == "2020-10-07T12:09:00"


def test_lines_above_the_title_are_few() -> None:
    lines = "".join(f"<div>Item {n}</div>" for n in range(5))
    assert dates(f"<main><div>2 May 2024</div>{lines}{TITLE}{TEXT}</main>")[0] is None
    assert dates(f"<main>{lines}<div>2 May 2024</div>{TITLE}{TEXT}</main>")[0] == "2024-05-02"


@pytest.mark.parametrize(
    ("lang", "line", "expected"),
    [
        ("en", "Published <time datetime='2024-03-05T08:00Z'>5</time> Updated <time datetime='2024-03-06'>6</time>",
         ("2024-03-05T08:00:00+00:00", "2024-03-06")),
        ("en", "Last updated: <time datetime='2024-03-06'>6 Mar</time>. First published: "
         "<time datetime='2024-03-05'>5 Mar</time>", ("2024-03-05", "2024-03-06")),
        ("en", "<time class='updated' datetime='2024-03-06'>6</time> <time class='published' datetime='2024-03-05'>5"
         "</time>", ("2024-03-05", "2024-03-06")),
        ("en", "<time class='published updated' datetime='2024-03-05'>5 March</time>", ("2024-03-05", None)),
        ("en", "<time datetime='2024-03-06'>5 Mar. 2024 / Updated 6 Mar. 2024</time>", ("2024-03-05", "2024-03-06")),
        ("en", "<time datetime='2024-03-06'>Updated a minute ago</time>", (None, "2024-03-06")),
        ("en", "Last updated 6 March 2024. First published 5 March 2024", ("2024-03-05", "2024-03-06")),
        ("de", "Zuletzt aktualisiert: 6. März 2024 | Erschienen am 5. März 2024", ("2024-03-05", "2024-03-06")),
        ("fr", "Mis à jour le 6 mars 2024, publié le 5 mars 2024", ("2024-03-05", "2024-03-06")),
        ("sv", "Uppdaterad 6 mars 2024 Publicerad 5 mars 2024", ("2024-03-05", "2024-03-06")),
        ("pl", "Zaktualizowano 6 marca 2024 Opublikowano 5 marca 2024", ("2024-03-05", "2024-03-06")),
        ("ja", "更新日 2024年3月6日 公開日 2024年3月5日", ("2024-03-05", "2024-03-06")),
        ("ar", "آخر تحديث: 6 مارس 2024 نُشر: 5 مارس 2024", ("2024-03-05", "2024-03-06")),
        ("he", "עודכן ב־6 במרץ 2024 פורסם ב־5 במרץ 2024", ("2024-03-05", "2024-03-06")),
    ],
)  # fmt: skip
def test_published_and_modified(lang: str, line: str, expected: tuple[str | None, str | None]) -> None:
    main = f"<article>{TITLE}<p class=dates>{line}</p>{TEXT}</article>"
    article = khabar.parse(f"<!doctype html><html><body>{main}</body></html>", language=lang)
    assert (article.published, article.modified) == expected


@pytest.mark.parametrize(
    ("lang", "published"),
    [("en-US", "2024-05-03"), ("en-GB", "2024-03-05"), ("en", "2024-03-05"), ("fr", "2024-03-05")],
)
def test_day_or_month_first(lang: str, published: str) -> None:
    assert dates(f"<article>{TITLE}<span class=date>05/03/2024</span>{TEXT}</article>", lang=lang)[0] == published
    head = '<meta property="article:published_time" content="05/03/2024 05:22 pm">'
    assert dates(f"<article>{TITLE}{TEXT}</article>", head, lang)[0] == f"{published}T17:22:00"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC:date" content="2009-09-15">',
        '<meta name="citation_date" content="2009-09-15">',
        '<meta name="date" content="September 15, 2009">',
        '<script>{"@context": "https://schema.org", "@type": "Article", "datePublished": "2009-09-15"}</script>',
        '<link rel=canonical href="https://example.org/2009/09/15/river">',
    ],
)
def test_dates_of_the_head(head: str) -> None:
    assert dates(f"<article>{TITLE}{TEXT}</article>", head)[0] == "2009-09-15"


def test_an_itemprop_of_a_comment_is_none() -> None:
    comment = '<div class="comments"><meta itemprop="datePublished" content="2024-05-02">Well said</div>'
    assert dates(f"<article>{TITLE}{TEXT}</article>{comment}") == (None, None)


def test_a_script_that_is_no_data_is_none() -> None:
    script = '<script>var promo = {"@context": "https://schema.org", "datePublished": "2031-01-31"}</script>'
    assert dates(f"<article>{TITLE}{TEXT}</article>", script) == (None, None)


@pytest.mark.parametrize(
    ("declared", "seen", "published"),
    [
        ([], None, None),
        ([], "2024-05-02", "2024-05-02"),
        (["2024-05-01"], None, "2024-05-01"),
        (["2024-05-01"], "2024-05-02", "2024-05-01"),
        # readers see another day, and so does another source
        (["2023-01-01", "2024-05-02T08:00:00"], "2024-05-02", "2024-05-02T08:00:00"),
        # the same moment in the local time
        (["2024-05-01T22:04:10+00:00"], "2024-05-02T00:04:00", "2024-05-02T00:04:00+02:00"),
        (["2024-05-02T02:41:00+00:00"], "2024-05-01T22:41:00", "2024-05-01T22:41:00-04:00"),
        (["2024-05-01T22:00:00+00:00"], "2024-05-02", "2024-05-02T00:00:00+02:00"),
        # another moment: no zone is 15 hours away, or 7 minutes
        (["2024-05-01T08:00:00+00:00"], "2024-05-01T23:00:00", "2024-05-01T08:00:00+00:00"),
        (["2024-05-01T22:04:00+00:00"], "2024-05-02T00:11:00", "2024-05-01T22:04:00+00:00"),
        (["2024-05-01T09:00:00+00:00"], "2024-05-02T00:00:00", "2024-05-01T09:00:00+00:00"),
        (["2024-05-01T10:00:00+00:00"], "2024-05-02T00:00:00", "2024-05-02T00:00:00+14:00"),
    ],
)
def test_declared_and_seen(declared: list[str], seen: str | None, published: str | None) -> None:
    assert settled(declared, seen) == published


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2016/12/04/river", "2016-12-04"),
        ("https://example.org/news/2016-12-04-river.html", "2016-12-04"),
        ("https://example.org/20161204/river", "2016-12-04"),
        ("https://example.org/2016/12/river", None),
        ("https://example.org/2016/13/04/river", None),
        ("https://example.org/2016/02/31/river", None),
        ("https://example.org/201612045/river", None),
        ("https://example.org/1879/12/04/river", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, day: str | None) -> None:
    assert in_address(url) == day


@pytest.mark.parametrize(
    "crowd",
    [
        "<div>" * 200 + "<time datetime='2024-01-01'></time>" * 20_000 + "</div>" * 200,
        "<div> " * 200 + "<span> </span>" * 20_000 + "</div>" * 200,
        "<div>" * 200 + "<meta itemprop='datePublished' content='x'>" * 20_000 + "</div>" * 200,
        "<h1>" * 60 + "<span>a b</span>" * 20_000 + "</h1>" * 60,
    ],
)
def test_crowds_near_the_title(crowd: str) -> None:
    assert effort(lambda: page(f"<main>{TITLE}{crowd}{TEXT}</main>"))[1] < 2.5
