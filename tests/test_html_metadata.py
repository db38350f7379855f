"""What a page says of itself: JSON-LD, Open Graph, meta elements, and the title chosen beside its headings."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.html.metadata.choice import choose_title
from khabar.html.metadata.clean import absolute, clean
from khabar.html.metadata.locales import language_tag
from khabar.html.metadata.mend import load
from khabar.html.metadata.read import Metadata, metadata
from khabar.html.metadata.shown import Shown
from khabar.html.metadata.stamps import iso
from khabar.html.metadata.titles import cut
from khabar.lexicon.files import read
from lxml import etree

PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)


def meta_of(head: str = "", *, ld: object = None, body: str = "", attrs: str = "") -> Metadata:
    """Metadata of a small page. `ld`: JSON-LD, as a value or as the script's text."""
    if ld is not None:
        text = ld if isinstance(ld, str) else json.dumps(ld)
        head += f'<script type="application/ld+json">{text}</script>'
    page = f"<!doctype html><html {attrs}><head>{head}</head><body>{body or '<p>x</p>'}</body></html>"
    return metadata(etree.fromstring(page.encode("utf-8", "replace"), PARSER))


def og(**values: str) -> str:
    return "".join(f'<meta property="og:{k}" content="{v}">' for k, v in values.items())


ARTICLE: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The bridge opens"}


# titles


@pytest.mark.parametrize(
    ("head", "ld", "titles", "support"),
    [
        ("<title>The bridge opens | Example</title>" + og(site_name="Example"), None, ("The bridge opens",), 0),
        ("<title>x</title>" + og(title="The bridge opens"), None, ("The bridge opens", "x"), 1),
        ("", ARTICLE, ("The bridge opens",), 1),
        # og:title is the editors' own, and comes first
        (
            "<title>Bridge opening in Exampletown</title>" + og(title="At last, a bridge"),
            ARTICLE,
            ("At last, a bridge", "The bridge opens", "Bridge opening in Exampletown"),
            1,
        ),
        # but not where it is a copy of <title>
        (
            "<title>Bridge: traffic from Monday - Example News</title>"
            + og(title="Bridge: traffic from Monday - Example News", site_name="Example News"),
            ARTICLE,
            ("The bridge opens", "Bridge: traffic from Monday"),
            1,
        ),
        # cut off by a program
        (
            og(title="The bridge is opened by…"),
            {**ARTICLE, "headline": "The bridge is opened by the mayor"},
            (
                "The bridge is opened by the mayor",
                "The bridge is opened by…",
            ),
            1,
        ),
        ("", {**ARTICLE, "headline": "Mayor&amp;#8217;s <em>bridge</em>\n opens"}, ("Mayor’s bridge opens",), 1),
        (og(title="Example News", site_name="Example News"), None, (), 0),
        ("<svg><title>Menu</title></svg>", None, ("Menu",), 0),
        ("", None, (), 0),
    ],
)
def test_titles(head: str, ld: object, titles: tuple[str, ...], support: int) -> None:
    meta = meta_of(head, ld=ld)
    assert (meta.titles, meta.support) == (titles, support)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("A storm is near | Example", "A storm is near"),
        ("A storm is near - Example.com", "A storm is near"),
        ("A storm is near — the Example", "A storm is near"),
        ("A storm is near · Daily Example Online", "A storm is near"),
        ("A storm is near « Example", "A storm is near"),
        ("Example: A storm is near", "Example: A storm is near"),
        ("Example | A storm is near", "A storm is near"),
        ("A storm is near | Weather | Example", "A storm is near"),
        ("A storm is near - in pictures - Example", "A storm is near - in pictures"),
        ("A storm is near | Example | by Jane Roe", "A storm is near"),
        ("嵐が近い：例新聞", "嵐が近い"),
        ("嵐が近い-例新聞", "嵐が近い"),
        ("A storm is near", "A storm is near"),
        ("A storm - is near", "A storm - is near"),
    ],
)
def test_site_name_off(text: str, rest: str) -> None:
    sites = frozenset(("example", "examplecom", "theexample", "dailyexample", "例新聞"))
    assert cut(text, sites) == (rest, rest != text)


@pytest.mark.parametrize(
    ("head", "ld", "headings", "title"),
    [
        # the spelling of the heading
        (og(title="The mayor's bridge is open"), None, ["Menu", "The mayor’s bridge is open"],
         "The mayor’s bridge is open"),
        # the kicker stays off
        (og(title="The bridge opens at last"), None, ["Traffic The bridge opens at last"],
         "The bridge opens at last"),
        # a variant that is shown
        (
            og(title="Bridge opens after nine long years - Example", site_name="Example"),
            None,
            ["Bridge reopens after nine long years"],
            "Bridge reopens after nine long years",
        ),
        # the whole of what is declared in short
        (
            "<title>x</title>" + og(title="The bridge opens at last"),
            {**ARTICLE, "headline": "The bridge opens at last and the mayor walks over it"},
            ["The bridge opens at last and the mayor walks over it"],
            "The bridge opens at last and the mayor walks over it",
        ),
        # no two agree: what is shown
        (
            "<title>Traffic news for Monday</title>" + og(title="You will not believe this bridge"),
            {**ARTICLE, "headline": "Exampletown has a river crossing"},
            ["Log in", "Mayor walks over the new crossing"],
            "Mayor walks over the new crossing",
        ),
        # nothing says what the site is called
        (og(title="The bridge opens – Our Daily Something"), None, ["The bridge opens"], "The bridge opens"),
        # only <title>
        ("<title>The bridge opens at last - Our Paper</title>", None, ["Our Paper", "The bridge opens at last"],
         "The bridge opens at last"),
        ("<title>Home</title>", None, ["Menu", "The bridge opens at last"], "The bridge opens at last"),
        ("<title>The bridge opens at last</title>", None, ["Menu"], "The bridge opens at last"),
        ("", None, ["", "The bridge opens"], "The bridge opens"),
        (og(site_name="Example"), None, ["Example", "The bridge opens"], "The bridge opens"),
        ("", None, [], None),
        # a section's name is no title of an article
        ("<title>The bridge opens at last</title>" + og(title="News"), None, ["The bridge opens at last"],
         "The bridge opens at last"),
    ],
)  # fmt: skip
def test_choose_title(head: str, ld: object, headings: list[str], title: str | None) -> None:
    assert choose_title(meta_of(head, ld=ld), [Shown(text) for text in headings]) == title


# which object is the article


@pytest.mark.parametrize(
    ("ld", "headline"),
    [
        ({"@graph": [{"@type": "WebPage", "name": "n"}, ARTICLE]}, "The bridge opens"),
        ([{"@type": "BreadcrumbList"}, [ARTICLE]], "The bridge opens"),
        ({"@type": "WebPage", "mainEntity": ARTICLE}, "The bridge opens"),
        ({**ARTICLE, "@type": ["Report", "https://schema.org/NewsArticle"]}, "The bridge opens"),
        ([{**ARTICLE, "headline": "Another", "url": "https://example.org/b"}, {**ARTICLE, "url": "//example.org/a/"}],
         "The bridge opens"),
        ([{**ARTICLE, "headline": "Another"}, {**ARTICLE, "mainEntityOfPage": {"@id": "https://www.example.org/a"}}],
         "The bridge opens"),
        ({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": [ARTICLE]}, "Live"),
        ({"@type": "ItemList", "itemListElement": [ARTICLE]}, None),
        ({"@type": "VideoObject", "name": "A film"}, None),
        ({"@type": "WebPage", "headline": "The bridge opens"}, "The bridge opens"),
    ],
)  # fmt: skip
def test_the_article_object(ld: object, headline: str | None) -> None:
    meta = meta_of('<link rel="canonical" href="https://example.org/a">', ld=ld)
    assert meta.titles[:1] == ((headline,) if headline else ())


@pytest.mark.parametrize(
    "text",
    [
        '<!--\n{"@type":"Article","headline":"The bridge opens"}\n-->',
        '//<![CDATA[\n{"@type":"Article","headline":"The bridge opens"}\n//]]>',
        '/*<![CDATA[*/{"@type":"Article","headline":"The bridge opens"}/*]]>*/',
        '{"@type":"Article","headline":"The bridge opens",}',
        '{"@type":"Article","headline":"The bridge opens","keywords":["a","b",],};',
        '{"@type":"Person","name":"x"}{"@type":"Article","headline":"The bridge opens"}',
        '{"@type":"Article","headline":"The bridge opens","a":{"b":["c","d',
        '{"@type":"Article","headline":"The bridge opens","a":{"b":tru',
        '{"@type":"Article","headline":"The bridge opens","a":',
        '{"@type":"Article","headline":"The bridge opens","a',
        '{"@type":"Article","headline":"The\nbridge\topens"}',
        '{"@type":"Article", // a comment\n"headline":"The bridge opens"}',
        '{"@type":"Article","description":"He said "now" and left","headline":"The bridge opens"}',
        '\ufeff{"@type":"Article","headline":"The bridge opens"}',
    ],
)
def test_broken_json(text: str) -> None:
    assert meta_of(ld=text).titles == ("The bridge opens",)


def test_quotation_marks_inside_a_string() -> None:
    text = '{"@type":"Article","headline":"The "bridge" opens","datePublished":"2024-05-02"}'
    meta = meta_of(ld=text)
    assert (meta.titles, meta.published) == (('The "bridge" opens',), "2024-05-02")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000, '"' * 200_000, "[" + "," * 200_000 + "]",
        " //" * 100_000, "/*" * 100_000, '"headline":"' * 20_000, '{"headline":"' + '\\"' * 100_000,
        '{"@type":"Article","headline":"' + "y" * 10_000_000 + '"}',
        '{"@type":"Article","author":' + "[" * 900 + '"A B"' + "]" * 900 + "}",
        '{"@type":"Article","datePublished":' + "9" * 4200 + ',"dateModified":1e999}',
    ],
    ids=range(12),
)  # fmt: skip
def test_hostile_json_is_quick(text: str) -> None:
    meta, spent = effort(lambda: meta_of(ld=text))
    assert spent < 3
    assert meta.published is None


def test_nothing_is_what_it_should_be() -> None:
    odd = [None, 5, True, 1.5, [], {}, [None, {"name": None}], {"@value": "x"}, [[["y"]]], "\ud800"]
    for value in odd:
        props = ("headline", "author", "publisher", "image", "url", "datePublished", "inLanguage", "mainEntityOfPage")
        meta_of(
            ld=json.dumps([{"@type": "NewsArticle", **dict.fromkeys(props, value)}, {"@type": value, "@id": value}])
        )
    assert meta_of(ld={**ARTICLE, "headline": 1984}).titles == ("1984",)
    assert meta_of(ld='{"@type":"Article","headline":"a\\ud800b"}').titles == ("a\ud800b",)  # mended later
    assert metadata(etree.Element("html")).titles == ()


# authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ({"@type": "Person", "name": "Jane Roe"}, ("Jane Roe",)),
        ([{"name": "Jane Roe"}, [{"name": "John Doe"}], "Jane Roe"], ("Jane Roe", "John Doe")),
        ({"@id": "#jane"}, ("Jane Graf",)),
        ([{"@type": "Organization", "name": "Example News"}, {"@type": "Person", "name": "Jane Roe"}], ("Jane Roe",)),
        ({"@type": "Organization", "name": "Example News"}, ()),
        ({"@type": "Organization", "name": "Roe, Doe and Sons"}, ("Roe, Doe and Sons",)),
        ([{"@type": "Person", "name": "dpa"}, "AFP"], ("dpa", "AFP")),
        ("https://example.org/jane", ()),
        ("jane@example.org", ()),
        ("By Jane Roe", ("Jane Roe",)),
        ("بقلم: أحمد علي", ("أحمد علي",)),
        ("admin", ()),
        ({"givenName": "Jane", "familyName": "Roe"}, ("Jane Roe",)),
    ],
)
def test_byline(author: object, names: tuple[str, ...]) -> None:
    graph = [
        {**ARTICLE, "author": author, "publisher": {"name": "Example News"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Graf"},
    ]
    assert meta_of(ld={"@graph": graph}).byline == names


@pytest.mark.parametrize(
    "name", ["author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl"]
)
def test_authors_of_meta_elements(name: str) -> None:
    head = f'<meta name="{name}" content="https://example.org/jane"><meta name="{name}" content="Jane Roe">'
    assert meta_of(head).byline == ("Jane Roe",)


# dates


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("2024-06-19T14:05:00+00:00", "2024-06-19T14:05:00+00:00"),
        ("2024-06-19T14:05:00Z", "2024-06-19T14:05:00+00:00"),
        ("2024-06-19T14:05:00.123456Z", "2024-06-19T14:05:00+00:00"),
        ("2024-06-19T14:05+0200", "2024-06-19T14:05:00+02:00"),
        ("2024-06-19 14:05:01.0", "2024-06-19T14:05:01"),
        ("2024-05-02 12:20", "2024-05-02T12:20:00"),
        ("2024-05-02T12:20:00-03", "2024-05-02T12:20:00-03:00"),
        ("2024-05-02T12:20:00-00:00", "2024-05-02T12:20:00+00:00"),
        ("2024-05-02T12:20:00+02:00[Europe/Berlin]", "2024-05-02T12:20:00+02:00"),
        ("2024-05-02 12:20 pm", "2024-05-02T12:20:00"),
        ("2024-5-2", "2024-05-02"),
        ("2024/05/02", "2024-05-02"),
        ("20240502", "2024-05-02"),
        ("20240502T122000Z", "2024-05-02T12:20:00+00:00"),
        ("Thu, 02 May 2024 12:20:00 GMT", "2024-05-02T12:20:00+00:00"),
        ("2 May 2024 12:20 +0530", "2024-05-02T12:20:00+05:30"),
        ("Thu, 02 May 2024 12:20:00 EDT", "2024-05-02T12:20:00-04:00"),
        ("Thu May 02 2024 12:20:00 GMT+0200 (CEST)", "2024-05-02T12:20:00+02:00"),
        ("Thu May 02 12:20:00 UTC 2024", "2024-05-02T12:20:00+00:00"),
        ("02.05.2024 12:20", "2024-05-02T12:20:00"),
        ("1714652400", "2024-05-02T12:20:00+00:00"),
        (1714652400000, "2024-05-02T12:20:00+00:00"),
        ("2024-05-02T24:30:00", None), ("2024-02-30", None), ("2024-05-02T12:20:00+25:00", None),
        ("0000-00-00", None), ("0001-01-01T00:00:00Z", None), ("yesterday", None), ("", None), ("05/02/2024", None),
        (0, None), (True, None), (float("nan"), None), (float("inf"), None), (10**400, None), (None, None),
        ([], None), ("PT5M", None), ("14:36", None), ("2024-05-02" * 20, None), ("٢٠٢٤-٠٥-٠٢x", None),
        ("٢٠٢٤-٠٥-٠٢T١٢:٢٠", "2024-05-02T12:20:00"),
    ],
)  # fmt: skip
def test_iso(value: object, stamp: str | None) -> None:
    assert iso(value) == stamp


@pytest.mark.parametrize(
    ("head", "body", "dates"),
    [
        ('<meta property="article:published_time" content="2024-05-02"><meta property="article:modified_time" '
         'content="2024-05-03">', "", ("2024-05-02", "2024-05-03")),
        ('<meta itemprop="datePublished" content="2024-05-02"><meta http-equiv="Last-Modified" content="2024-05-03">',
         "", ("2024-05-02", "2024-05-03")),
        ('<meta name="DC.date.issued" content="soon"><meta name="date" content="2024-05-02">', "",
         ("2024-05-02", None)),
        ("", '<nav><time datetime="2024-05-02">2 May</time></nav>', (None, None)),
    ],
)  # fmt: skip
def test_dates_of_elements(head: str, body: str, dates: tuple[str | None, str | None]) -> None:
    meta = meta_of(head, body=body)
    assert (meta.published, meta.modified) == dates


def test_json_ld_goes_before_meta_elements() -> None:
    meta = meta_of(
        '<meta property="article:published_time" content="2020-01-01">',
        ld={**ARTICLE, "datePublished": "2024-05-02T12:20:00+0200", "dateModified": "never"},
    )
    assert (meta.published, meta.modified) == ("2024-05-02T12:20:00+02:00", None)


# language, direction, publisher, address


@pytest.mark.parametrize(
    ("claim", "tag"),
    [
        ("ar", "ar"), ("ar_AR", "ar"), ("en-GB", "en"), ("EN", "en"), ("zh-tw", "zh-Hant"), ("zh_CN", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"), ("zh", "zh"), ("zh-hans", "zh-Hans"), ("uz-cyrl", "uz-Cyrl"),
        ("uz-Latn-UZ", "uz-Latn"),
        ("sr-latn", "sr-Latn"), ("sr-RS", "sr"), ("ar-Arab", "ar"), ("az-Latn-AZ", "az"), ("es-005", "es"),
        ("iw", "he"),
        ("nb-NO", "no"), ("jp", "ja"), ("de, en", "de"), ("en;q=0.5", "en"), ("pcm", "pcm"),
        ("", None), (None, None), ("english", None), ("x-default", None), ("und", None), ("{{lang}}", None),
        ("e", None),
    ],
)  # fmt: skip
def test_language_tag(claim: str | None, tag: str | None) -> None:
    assert language_tag(claim) == tag


@pytest.mark.parametrize(
    ("attrs", "head", "ld", "expected"),
    [
        ('lang="fa" dir="RTL"', "", None, ("fa", "rtl")),
        ('xml:lang="pt-BR" dir="auto"', "", None, ("pt", None)),
        ("", og(locale="ur_PK"), None, ("ur", None)),
        ("", "", {**ARTICLE, "inLanguage": "tr-TR"}, ("tr", None)),
        ("", '<meta http-equiv="content-language" content="ky">', None, ("ky", None)),
        ('lang=""', "", None, (None, None)),
    ],
)
def test_language_and_direction(attrs: str, head: str, ld: object, expected: tuple[str | None, str | None]) -> None:
    meta = meta_of(head, ld=ld, attrs=attrs)
    assert (meta.language, meta.direction) == expected


def test_direction_of_the_body() -> None:
    page = etree.fromstring(b'<html><body dir="rtl"><p>x</p></body></html>', PARSER)
    assert metadata(page).direction == "rtl"


@pytest.mark.parametrize(
    ("publisher", "site", "name"),
    [
        ({"name": "Example News"}, "", "Example News"),
        ({"@id": "#org"}, "", "The Graph Times"),
        ("Example News", "", "Example News"),
        (None, "Example News", "Example News"),
        ({"name": "Example Media GmbH & Co. KG"}, "Example News", "Example News"),
        ({"name": "example.org"}, "Example News", "Example News"),
        ({"name": "Example News"}, "example", "Example News"),
        ({"name": "Our slogan is good"}, "Example", "Example"),
        ({"name": "https://example.org"}, "", None),
        (None, "", None),
        (None, "The bridge opens again at last | EX", None),
        (None, "Example – News for the whole coast", "Example"),
        (None, "Example - Online", "Example - Online"),
        (None, "Coast – News for the whole coast", "Coast – News for the whole coast"),
    ],
)
def test_publisher(publisher: object, site: str, name: str | None) -> None:
    head = '<meta name="twitter:site" content="@tweeter"><link rel="canonical" href="https://www.example.org/a">'
    graph = [{**ARTICLE, "publisher": publisher}, {"@type": "Organization", "@id": "#org", "name": "The Graph Times"}]
    assert meta_of(head + (og(site_name=site) if site else ""), ld=graph).publisher == name


@pytest.mark.parametrize(
    ("head", "ld", "url"),
    [
        ('<link rel="canonical" href="https://example.org/a?b=1&amp;c=2">', None, "https://example.org/a?b=1&c=2"),
        ('<base href="https://example.org/x/"><link rel="canonical" href="../a">', None, "https://example.org/a"),
        ('<link rel="canonical" href="//example.org/a">', None, "https://example.org/a"),
        ('<link rel="canonical" href="/a">' + og(url="https://example.org/b"), None, "https://example.org/a"),
        ('<link rel="canonical" href="/a">', None, None),
        ('<link rel="canonical" href="javascript:alert(1)">', None, None),
        ('<link rel="canonical" href="http://[">' + og(url="https://example.org/b"), None, "https://example.org/b"),
        ("", {**ARTICLE, "url": "https://example.org/a"}, "https://example.org/a"),
        ("", {**ARTICLE, "mainEntityOfPage": {"@id": "https://example.org/a"}}, "https://example.org/a"),
    ],
)
def test_url(head: str, ld: object, url: str | None) -> None:
    assert meta_of(head, ld=ld).url == url


def test_entities_in_addresses_stay() -> None:
    assert absolute("https://example.org/?a=1&copy=2") == "https://example.org/?a=1&copy=2"
    assert absolute(" https://example.org/a b ") == "https://example.org/a%20b"
    assert absolute("https://") is None


# pictures


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ({"url": "https://e.org/1.jpg", "caption": "A boat", "creditText": "AFP"},
         ("https://e.org/1.jpg", "A boat", "AFP")),
        ({"contentUrl": "/1.jpg", "description": "A <b>boat</b>"}, ("https://example.org/1.jpg", "A boat", None)),
        ({"url": ["https://e.org/1.jpg"], "creator": [{"name": "Jane Roe"}, {"name": "AFP"}]},
         ("https://e.org/1.jpg", None, "Jane Roe, AFP")),
        ({"url": "https://e.org/1.jpg", "copyrightHolder": {"@id": "#org"}},
         ("https://e.org/1.jpg", None, "The Org")),
        ({"url": "https://e.org/1.jpg", "copyrightNotice": "© AFP"}, ("https://e.org/1.jpg", None, "© AFP")),
        ({"url": "https://e.org/1.jpg", "author": "AFP", "width": 5}, ("https://e.org/1.jpg", None, "AFP")),
        ({"url": "https://e.org/logo.png", "caption": "Example"}, None),
        ({"url": "https://e.org/1.jpg", "width": 5}, None),
        ({"caption": "A boat", "creditText": "AFP"}, None),
    ],
)  # fmt: skip
def test_images(image: dict[str, object], expected: tuple[str, str | None, str | None] | None) -> None:
    graph = [{**ARTICLE, "image": [{"@type": "ImageObject", **image}]}, {"@id": "#org", "name": "The Org"}]
    meta = meta_of('<link rel="canonical" href="https://example.org/a">', ld=graph)
    assert meta.images == ((expected,) if expected else ())


# strings


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a &amp;amp; b", "a & b"), ("AT&T &copyright", "AT&T &copyright"), ("a\x00b\x85c", "a b c"),
        ("a<br/>b < c", "a b < c"), (" \n\t ", ""), ("می‌شود", "می‌شود"), ("&#0;&#x110000;", "\ufffd\ufffd"),
    ],
)  # fmt: skip
def test_clean(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_the_lexicon_file() -> None:
    groups = read("markup-meta.txt").groups
    images = {"image.none", "image.logo", "image.folder", "image.generic"}
    images |= {"image.path", "image.people", "image.button"}
    assert {g.cls for g in groups} == {"account.path", "publisher.company", *images}
    assert all(len(g.keys) == len(set(g.keys)) for g in groups)


# whatever the page holds

NAMES = st.sampled_from(
    ["@type", "@id", "@graph", "headline", "author", "name", "publisher", "url", "image", "caption", "creditText",
     "datePublished", "inLanguage", "mainEntityOfPage", "@value", "itemListElement"]
)  # fmt: skip
STRINGS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["NewsArticle", "ImageObject", "WebPage", "https://example.org/a", "/a", "\ud800", "a\x00b", "&#8217;",
         "2024-05-02", "A B, C D", "x - Example", "…"]
    ),
)  # fmt: skip
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), STRINGS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=6)),
    max_leaves=25,
)


def strings_of(meta: Metadata) -> list[str]:
    single = [meta.published, meta.modified, meta.language, meta.direction, meta.publisher, meta.url]
    pictured = [s for image in meta.images for s in image]
    return [s for s in (*meta.titles, *meta.byline, *single, *pictured) if s is not None]


@given(value=JSON, cut_at=st.integers(0, 400), title=STRINGS, heading=STRINGS, site=STRINGS)
def test_never_raises(value: object, cut_at: int, title: str, heading: str, site: str) -> None:
    whole = json.dumps(value)
    root = etree.Element("html")
    head = etree.SubElement(root, "head")
    for text in (whole, whole[:cut_at], json.dumps(value, ensure_ascii=False)):
        script = etree.SubElement(head, "script", type="application/ld+json")
        script.text = "".join(c for c in text if c.isprintable() and not 0xD800 <= ord(c) < 0xE000)
        assert all(isinstance(found, object) for found in load(text))
    for name, content in (("og:title", title), ("og:site_name", site), ("author", title), ("date", site)):
        plain = "".join(c for c in content if c.isprintable())
        etree.SubElement(head, "meta", property=name, content=plain)
    meta = metadata(root)
    chosen = choose_title(meta, [Shown(heading), Shown(title)])
    for text in [*strings_of(meta), *([chosen] if chosen else [])]:
        assert isinstance(text, str)
        assert text
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in text)
