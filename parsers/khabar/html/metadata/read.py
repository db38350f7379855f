"""What a page says of itself: JSON-LD, Open Graph, meta elements, <html> and <title>, each field from the best of
them. Whether it is true of the text is the caller's to judge."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element

from khabar.bylines.words import words as known_words
from khabar.characters import fold, key
from khabar.dates import parse_date
from khabar.dates.words import month_first
from khabar.entries import Direction
from khabar.html.metadata.authors import people, words
from khabar.html.metadata.clean import absolute, clean, is_url
from khabar.html.metadata.heads import (
    AUTHORS,
    LABELLED,
    LANGUAGES,
    MODIFIED,
    PUBLISHED,
    SITES,
    TITLES,
    WEAK,
    Heads,
)
from khabar.html.metadata.jsonld import Graph, MetaImage, Node, headline_of, text_of
from khabar.html.metadata.lead import lead_image
from khabar.html.metadata.locales import direction, language_tag
from khabar.html.metadata.stamps import NEVER, iso
from khabar.html.metadata.titles import beginnings, rank, site_keys
from khabar.html.words import all_text
from khabar.language import lexicon_tags
from khabar.lazy import Lazy
from khabar.lexicon import lexicon_for

__all__ = ["MetaImage", "Metadata", "metadata"]

_LONGEST_APP = 40
"""Characters of an application-name: in a longer one a page's title stands."""
_LONGEST_NAME = 100
_HEADINGS = 4
"""Headings of the first level that may be the article's title."""
_LONGEST_DATE = 60
_LONG_TITLE = 12
"""Letters of a title, at the least, that a site's name does not have in it by chance."""
_SLOGAN = 2
"""Spaces in a slogan behind a site's name, at the least: "Zeit - Online" is a name."""
_DASH = Lazy(r"\s+[-–—|:•·]\s+")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Metadata(NamedTuple):
    """What a page says of itself."""

    titles: tuple[str, ...]
    """Candidates for the article's title, best first, without the site's name; <title>'s is the last."""
    support: int
    """How many of JSON-LD, Open Graph and <title> say titles[0]; 0 where only <title> gives a title at all."""
    votes: tuple[int, ...]
    """How many of JSON-LD, Open Graph and <title> say each of the titles, one at the least."""
    sites: frozenset[str]
    """Keys (`clean.key`) of all that the site is called."""
    persons: frozenset[str]
    """Those of them that are a person's, whose site it is: who publishes it may have written it."""
    byline: tuple[str, ...]
    accounts: frozenset[str]
    """Keys of the names of the site's accounts: a program names the one that sent the page, whoever wrote it."""
    published: str | None
    """ISO 8601, with an offset where the page gives one."""
    stamps: tuple[str, ...]
    """All that is declared to be the date of publication, the best first."""
    sure: bool
    """The first of them has a name that is given to dates of publication alone."""
    modified: str | None
    month_first: bool
    """Of three numbers in a date the first is the month, by the page's language and country."""
    language: str | None
    """BCP 47, as khabar writes tags."""
    direction: Direction | None
    publisher: str | None
    url: str | None
    image: str | None
    """The address of the lead picture, as the page gives it."""
    images: tuple[MetaImage, ...]
    """Pictures that JSON-LD gives a caption or a credit."""
    text: str | None
    """JSON-LD's articleBody, as it stands there."""
    whole: bool
    """All of the page's JSON-LD was read."""
    paid: bool
    """JSON-LD says that the article, or a part of it, is not free to read."""


def metadata(root: _Element) -> Metadata:
    """Metadata of a page. `root`: the <html> element of an lxml tree. Raises nothing, whatever the page holds."""
    page = Heads(root)
    graph = Graph(page.scripts)
    base = absolute(page.base or "") or absolute(page.canonical or "") or absolute(page.first("og:url") or "")
    canonical = absolute(page.canonical or "", base) or absolute(page.first("og:url") or "", base)
    called = _called(page) if graph.articles else []
    articles = graph.article(canonical, called)
    url = canonical or _address(articles, base)
    said = [name for node in articles for name, _ in graph.names(node.get("publisher"))][:3]
    site = graph.site()
    handle = (page.first("twitter:site") or "").lstrip("@")
    app = page.first("application-name")
    app = app if len(app or "") <= _LONGEST_APP else None
    named = [*said, page.first("og:site_name"), site, app, handle]
    sites = site_keys(named, url or base)
    persons = _persons(graph, articles) & sites
    said_keys = {key(title) for title in called}
    headline = next((text for node in articles if (text := headline_of(node, said_keys))), None)
    others = [text for name in TITLES if (text := page.first(name))]
    language = _language(root, page, articles)
    calendar = Months(language, _month_first(root))
    stamps = tuple(dict.fromkeys(_dates(page, articles, "datePublished", PUBLISHED, calendar)))
    surely = next(_dates(page, articles, "datePublished", [n for n in PUBLISHED if n not in WEAK], calendar), None)
    titles = rank(headline, page.first("og:title"), page.first("twitter:title"), others, page.title, sites)
    return Metadata(
        titles=titles.names,
        support=titles.support,
        votes=titles.votes,
        sites=sites,
        persons=persons,
        byline=_byline(page, graph, articles, sites - persons),
        accounts=_accounts(page, graph) - persons,
        published=stamps[0] if stamps else None,
        stamps=stamps,
        sure=surely is not None,
        modified=next(_dates(page, articles, "dateModified", MODIFIED, calendar), None),
        month_first=calendar.month_first,
        language=language,
        direction=_direction(root),
        publisher=_publisher(said, site, page, site_keys([handle], url), titles.names)
        or (handle if key(handle) in site_keys([], url or base) else None),
        url=url,
        image=lead_image(page, graph, articles, sites),
        images=graph.images(base, sites),
        text=_text(articles),
        whole=graph.whole,
        paid=graph.is_paid(articles),
    )


def _called(page: Heads) -> list[str]:
    """What the page calls its article elsewhere: og:title, <title> with and without its last parts, its h1."""
    out = [text for text in (page.first("og:title"), page.title) if text]
    if page.title:
        out += beginnings(clean(page.title))
    return [*out, *(text for el in islice(page.root.iter("h1"), _HEADINGS) if (text := all_text(el)))]


def _first(articles: Sequence[Node], prop: str) -> str | None:
    return next((text for node in articles if prop in node and (text := text_of(node[prop]))), None)


def _text(articles: Sequence[Node]) -> str | None:
    """The longest articleBody."""
    found = (node.get(prop) for node in articles for prop in ("articleBody", "articlebody"))
    return max((text for text in found if isinstance(text, str)), key=len, default=None)


def _address(articles: Sequence[Node], base: str | None) -> str | None:
    for node in articles[:1]:
        for prop in ("url", "mainEntityOfPage"):
            value = node.get(prop)
            if isinstance(value, dict):
                value = value.get("@id") or value.get("url")
            if (text := text_of(value)) and (url := absolute(text, base)):
                return url
    return None


def _byline(page: Heads, graph: Graph, articles: Sequence[Node], sites: frozenset[str]) -> tuple[str, ...]:
    for node in articles:
        for prop in ("author", "creator"):
            if prop in node and (found := people(graph.names(node[prop]), sites)):
                return found
    for name in AUTHORS:
        if name in page.meta and (found := people(((text, False) for text in page.meta[name]), sites)):
            return found
    return people(((text, False) for text in _card(page)), sites)


def _persons(graph: Graph, articles: Sequence[Node]) -> frozenset[str]:
    """Keys of the names of the publisher and the author where the publisher is a person."""
    nodes = [node for node in articles if graph.is_person(node.get("publisher"), words("account.path"))]
    values = [node.get(prop) for node in nodes for prop in ("publisher", "author")]
    return frozenset(key(name) for value in values for name, company in graph.names(value) if not company)


def _card(page: Heads) -> Sequence[str]:
    """The author in the lines of Twitter's cards: "Written by", "Ana Lund"."""
    for label, value in LABELLED:
        if fold(page.first(label) or "") in known_words("author.said"):
            return page.meta.get(value, ())
    return ()


def _accounts(page: Heads, graph: Graph) -> frozenset[str]:
    """The names that a program for blogs gives by itself: in JSON-LD under an identifier of its own, in cards."""
    names = [*_card(page), *(name for path in words("account.path") for name in graph.called(path))]
    return frozenset(key(name) for name in names)


def _dates(page: Heads, articles: Sequence[Node], prop: str, names: Sequence[str], months: Months) -> Iterator[str]:
    """All the dates that JSON-LD and <meta> give, the best first."""
    values: list[object] = [node.get(prop) for node in articles]
    values += (text for name in names for text in page.meta.get(name, ()))
    for value in values:
        stamp = iso(value)
        if stamp is None and isinstance(value, str) and len(value) <= _LONGEST_DATE:
            stamp = months.read(value)
        if stamp is not None and not stamp.startswith(NEVER):
            yield stamp


class Months:
    """How readers of the page write dates: "10/05/2022 05:22 pm", "7 أكتوبر 2020"."""

    def __init__(self, language: str | None, month_first: bool) -> None:
        self.language = language
        self.month_first = month_first

    def read(self, text: str) -> str | None:
        """A date in numbers or English, else in the page's language."""
        found = parse_date(text, {}, self.month_first)
        if found is None and self.language and any(map(str.isdigit, text)):
            found = parse_date(text, lexicon_for(*lexicon_tags(self.language)).months, self.month_first)
        return found


def _month_first(root: _Element) -> bool:
    claim = (root.get("lang") or root.get("xml:lang") or root.get(_XML_LANG) or "").strip().lower()
    return claim.replace("_", "-") in month_first()


def _language(root: _Element, page: Heads, articles: Sequence[Node]) -> str | None:
    claims = [root.get("lang"), root.get("xml:lang"), root.get(_XML_LANG)]
    body = root.find("body")
    if body is not None:
        claims.append(body.get("lang"))
    for claim in claims:
        if claim and (tag := language_tag(claim)) is not None:
            return tag
    for claim in (_first(articles, "inLanguage"), *map(page.first, LANGUAGES)):
        if (tag := language_tag(claim)) is not None:
            return tag
    return None


def _direction(root: _Element) -> Direction | None:
    body = root.find("body")
    return direction(root.get("dir")) or (direction(body.get("dir")) if body is not None else None)


def _publisher(
    said: Sequence[str], site: str | None, page: Heads, keys: Collection[str], titles: Sequence[str]
) -> str | None:
    """The name a reader knows: rather not the company's, a host's or an account's; rather one that another source
    gives too; never the title with a suffix. `keys`: of the host and the account."""
    none = {key(title) for title in titles}
    inside = [title for title in none if len(title) >= _LONG_TITLE]
    found: list[str] = []
    known: list[str] = []
    for name in (*dict.fromkeys(said), page.first("og:site_name"), site, *map(page.first, SITES)):
        if (
            name
            and len(name) <= _LONGEST_NAME
            and not is_url(name)
            and (letters := key(name))
            and letters not in none
            and not any(title in letters for title in inside)
        ):
            found.append(name)
            known.append(letters)
    agreed = [known.count(letters) > 1 or (len(letters) > 3 and letters in keys) for letters in known]
    ranks = [2 * _readable(name) + twice for name, twice in zip(found, agreed, strict=True)]
    return _without_slogan(found[ranks.index(max(ranks))], keys) if ranks else None


def _without_slogan(name: str, keys: Collection[str]) -> str:
    """A name without the slogan behind its dash, where the host is called as what stands before it:
    "Harbour Post - News for the whole coast"."""
    dash = _DASH().search(name)
    if dash is None or name.count(" ", dash.end()) < _SLOGAN or key(name[: dash.start()]) not in keys:
        return name
    return name[: dash.start()]


def _readable(name: str) -> bool:
    """Whether it is no company's name ("Example Media Ltd") and no account's or host's ("Example.com")."""
    if " " not in name and (name.islower() or "." in name):
        return False
    return words("publisher.company").isdisjoint(fold(name).replace(",", " ").split()[1:])
