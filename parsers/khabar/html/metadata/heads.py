"""One pass over the elements that say something of the page: <meta>, <script>, <link>, <title>, <base>."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.metadata.clean import clean
from khabar.html.roles import Role, role_of
from khabar.lazy import Lazy

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "citation_publication_date", "prism.publicationdate", "published",
    "published_at", "published_time", "dc.date", "dcterms.date", "date", "og:pubdate", "originalpublicationdate",
    "article_date_original", "citation_date", "citation_online_date", "vr:published-time", "ob:date",
    "publicationdate", "publication-date", "publishtime", "publishedtime", "og:publish_date", "article:publish_date",
    "article:post_date", "article:published_date", "dc.created", "dcterms.dateaccepted", "rnews:datepublished",
    "weibo:article:create_at", "datecreated", "creation_date",
)  # fmt: skip
WEAK = frozenset(("date", "creation_date", "datecreated", "dc.date.created", "dcterms.created", "dc.created"))
"""Those that are as often the date of something else: of the template, of the last change."""
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:modified_time", "article:modified", "og:updated_time",
    "datemodified", "article:updated_time", "article:updated", "article:modified_date", "article_date_updated",
    "dc.date.modified", "dcterms.modified", "lastmod",
    "last-modified", "modified", "revised", "weibo:article:update_at",
)  # fmt: skip
AUTHORS = (
    "article:author_name", "sailthru.author", "parsely-author", "byl", "article:author", "og:article:author",
    "author", "og:author", "dc.creator", "dcterms.creator", "cxenseparse:author", "citation_author", "author_name",
    "byline", "article_author", "dc:creator", "dcterms:creator",
)  # fmt: skip
LABELLED = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
"""Lines of a card: what it is, and the value."""
TITLES = ("headline", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title")
"""Titles beside og:title and twitter:title."""
LANGUAGES = ("content-language", "og:locale", "og:language", "inlanguage", "dc.language", "language", "locale")
SITES = ("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "sitename")
"""Names of the site beside og:site_name."""
IMAGES = (
    "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "image_src", "image",
    "sailthru.image.full", "parsely-image-url", "cxenseparse:recs:image", "thumbnail", "thumbnailurl",
)  # fmt: skip
"""Addresses of the lead picture; `image_src` is that of a <link>."""
_NAMES = frozenset(
    (*PUBLISHED, *MODIFIED, *AUTHORS, *TITLES, *LANGUAGES, *SITES, *IMAGES, "og:title", "twitter:title",
     "twitter:site", "og:site_name", "og:url", *(name for pair in LABELLED for name in pair))
)  # fmt: skip
_ITEMS = frozenset(
    ("datepublished", "datemodified", "headline", "inlanguage", "author", "content-language", "last-modified",
     "image", "thumbnailurl")
)  # fmt: skip
"""Names that count in itemprop and http-equiv: others there are of things in the page."""
_CONTEXT = 300
"""Characters of a script that say whether it is JSON-LD."""
_DUBLIN = Lazy(r"(dc|dcterms)[:_-]")
_BESIDE = frozenset((Role.COMMENTS, Role.RELATED, Role.TEASER, Role.ADS))
_BESIDE_TAGS = frozenset(("aside", "nav", "footer"))
_MOST_ITEMS = 400
_MOST_VALUES = 40


class Heads:
    """What the elements say, as they say it. `root`: the <html> element."""

    __slots__ = ("base", "canonical", "items", "meta", "root", "scripts", "title")

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.items = 0
        """Values of itemprop and http-equiv so far."""
        self.meta: dict[str, list[str]] = {}
        """Values of <meta> by name, in document order; only the names that are asked for."""
        self.scripts: list[str] = []
        """Texts of the JSON-LD scripts."""
        self.title: str | None = None
        self.base: str | None = None
        self.canonical: str | None = None
        for el in root.iter("meta", "script", "title", "base"):
            tag = el.tag
            if tag == "meta":
                self._add_meta(el)
            elif tag == "script":
                kind = el.get("type")
                if (text := el.text) and ("ld+json" in kind.lower() if kind else _is_bare(text)):
                    self.scripts.append(text)
            elif tag == "title":
                if self.title is None and (text := el.text) and not text.isspace():
                    self.title = text  # the first: drawings have titles too
            elif self.base is None:
                self.base = el.get("href")
        for el in root.iter("link"):
            rel = el.get("rel")
            if rel == "canonical":
                self.canonical = self.canonical or el.get("href")
            elif rel == "image_src" or (rel is None and el.get("itemprop") in ("image", "thumbnailUrl")):
                self._add("image_src", el.get("href"))

    def _add_meta(self, el: _Element) -> None:
        """Keep the value of a <meta> whose name is asked for."""
        name = el.get("property") or el.get("name")
        allowed = _NAMES
        if name is None:
            name, allowed = el.get("itemprop") or el.get("http-equiv"), _ITEMS
        if name and (name := _spelt(name.lower())) in allowed:
            if allowed is _ITEMS:
                self.items += 1
                if self.items > _MOST_ITEMS or _is_of_another(el):
                    return
            self._add(name, el.get("content"))

    def _add(self, name: str, value: str | None) -> None:
        if value:
            values = self.meta.setdefault(name, [])
            if len(values) < _MOST_VALUES:
                values.append(value)

    def first(self, name: str) -> str | None:
        """The first value of a name that is not blank, made clean."""
        values = self.meta.get(name)
        return next((text for raw in values if (text := clean(raw))), None) if values else None


def _is_bare(text: str) -> bool:
    """A script without a type that is JSON-LD."""
    begin = text[:_CONTEXT]
    return "@context" in begin and "schema.org" in begin and begin.lstrip()[:1] in ("{", "[")


def _spelt(name: str) -> str:
    """ "dc:date" and "dcterms_date" as "dc.date" and "dcterms.date"."""
    if name.startswith("dc") and (found := _DUBLIN().match(name)):
        return f"{found[1]}.{name[found.end() :]}"
    return name


def _is_of_another(el: _Element) -> bool:
    """An itemprop in a comment, in the card of another article, of something that the page cites."""
    cited = el.get("itemprop") == "author" and any(at.get("itemprop") for at in el.iterancestors())
    return cited or any(at.tag in _BESIDE_TAGS or role_of(at) in _BESIDE for at in el.iterancestors())
