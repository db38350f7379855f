"""JSON-LD: the object that is the page's article, its fields, and the pictures with caption and credit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from khabar.characters import key
from khabar.html.metadata.clean import absolute, clean
from khabar.html.metadata.mend import load

Node = dict[str, Any]

_LONGEST = 10_000_000
"""Characters of all scripts together; an article's JSON-LD has some thousand."""
_MOST_SCRIPTS = 200
_MOST_NODES = 20_000
_MOST_IMAGES = 200
_MOST_ARTICLES = 200
_ARTICLES = ("article", "posting", "report", "newsitem")
_WORK = 2
"""A CreativeWork is the article where it has a headline."""
_PAGES = ("webpage", "itempage", "videoobject", "audioobject", "liveblog", "recipe", "event", "review", "claimreview")
_BESIDE = frozenset(
    (
        "itemListElement", "mentions", "relatedLink", "hasPart", "isPartOf", "liveBlogUpdate", "comment", "citation",
        "isBasedOn", "about", "review", "significantLink", "potentialAction", "author", "publisher", "creator",
        "video", "image", "associatedMedia", "subjectOf", "blogPost", "blogPosts",
    )
)  # fmt: skip
"""Properties whose values are not the article, even where they are articles."""


_ADDRESSES = ("url", "contentUrl", "contenturl", "ContentUrl", "thumbnailUrl", "@id")
"""Properties of an ImageObject that say where the picture is."""


_FREE = "isAccessibleForFree"


class MetaImage(NamedTuple):
    """An ImageObject that says more than where the picture is."""

    url: str
    caption: str | None
    credit: str | None


class Graph:
    """All objects of a page's JSON-LD, in document order."""

    __slots__ = ("_ids", "articles", "nodes", "whole")

    def __init__(self, scripts: Sequence[str]) -> None:
        self.nodes: list[Node] = []
        self._ids: dict[str, Node] = {}
        self.articles: list[tuple[int, Node]] = []
        """Objects that may be the page's article, with a rank: higher is likelier."""
        self.whole = True
        """All scripts were read."""
        left = _LONGEST
        for script in scripts[:_MOST_SCRIPTS]:
            if len(script) > left:
                self.whole = False
                continue
            left -= len(script)
            for value in load(script):
                self._walk(value)

    def _walk(self, value: object) -> None:
        stack: list[tuple[object, bool]] = [(value, False)]
        while stack:
            item, beside = stack.pop()
            if isinstance(item, dict):
                if len(self.nodes) >= _MOST_NODES:
                    return
                self.nodes.append(item)
                name = item.get("@id")
                if isinstance(name, str) and len(item) > 1:
                    known = self._ids.setdefault(name, item)
                    if "name" not in known and "name" in item:
                        self._ids[name] = item
                rank = _rank(item)
                if rank:
                    self.articles.append((rank - 20 * beside, item))
                for prop in reversed(item):
                    below = item[prop]
                    if isinstance(below, (dict, list)):
                        stack.append((below, beside or prop in _BESIDE))
            elif isinstance(item, list):
                stack += ((below, beside) for below in reversed(item) if isinstance(below, (dict, list)))

    def article(self, url: str | None, titles: Collection[str]) -> list[Node]:
        """The page's article, best first; behind it what else speaks of the page. `url`, `titles`: what the page
        gives for itself elsewhere: the object that has the same is the article. With several objects `titles` may
        be the headings that the page shows."""
        there = same(url) if url else None
        called = {key(title) for title in titles}
        ranked: list[tuple[int, bool, str, Node]] = []
        for rank, node in self.articles[:_MOST_ARTICLES]:
            addresses = {same(form) for a in self._addresses(node) for form in (a, a.partition("#")[0])}
            ours = there in addresses
            if there and addresses:
                rank += 8 if ours else -2
            headline = key(headline_of(node, called) or "")
            if headline and headline in called:
                rank += 5
            ranked.append((rank, ours, headline, node))
        ranked.sort(key=lambda entry: -entry[0])  # stable: the first of equals
        if not ranked or ranked[0][0] < 0:
            return []
        first = ranked[0]
        more = [e[3] for e in ranked[1:] if e[0] > 0 and (e[1] or _is_page(e[3]) or (e[2] and e[2] == first[2]))]
        return [first[3], *more]

    def _addresses(self, node: Node) -> Iterator[str]:
        for prop in ("url", "mainEntityOfPage", "@id"):
            for value in listed(node.get(prop)):
                if isinstance(value, dict):
                    value = value.get("@id") or value.get("url")
                if isinstance(value, str) and ("://" in value or value.startswith("//")):
                    yield value

    def resolve(self, value: object) -> object:
        """An object given by its @id alone, as the object itself."""
        if isinstance(value, dict) and "name" not in value:
            name = value.get("@id")
            if isinstance(name, str):
                return self._ids.get(name, value)
        return value

    def names(self, value: object) -> list[tuple[str, bool]]:
        """Names of persons and organisations in a property, and whether each is said to be an organisation."""
        out: list[tuple[str, bool]] = []
        for item in listed(value):
            item = self.resolve(item)
            if isinstance(item, dict):
                name = text_of(item.get("name")) or text_of(item.get("legalName"))
                if name is None and (given := text_of(item.get("givenName"))):
                    name = f"{given} {text_of(item.get('familyName')) or ''}".strip()
                if name:
                    types = _types(item)
                    out.append((name, "organization" in types and "person" not in types))
            elif (name := text_of(item)) is not None:
                out.append((name, False))
        return out

    def is_person(self, value: object, paths: Collection[str]) -> bool:
        """Is the object in a property a person: by its type, or by a path in its identifier?"""
        for item in listed(value):
            item = self.resolve(item)
            if isinstance(item, dict):
                name = text_of(item.get("@id")) or ""
                if "person" in _types(item) or any(path in name for path in paths):
                    return True
        return False

    def called(self, path: str) -> Iterator[str]:
        """The names of objects with a path in their identifier."""
        for known, node in self._ids.items():
            if path in known and (name := text_of(node.get("name"))):
                yield name

    def is_paid(self, articles: Sequence[Node]) -> bool:
        """Is the page's article, or where nothing is said of it a part of it, said not to be free to read?"""
        told = next((free for node in articles if (free := _truth(node.get(_FREE))) is not None), None)
        if told is not None:
            return not told
        parts = (self.resolve(part) for node in articles for part in listed(node.get("hasPart")))
        return any(isinstance(part, dict) and _truth(part.get(_FREE)) is False for part in parts)

    def site(self) -> str | None:
        """The name of the WebSite object."""
        for node in self.nodes:
            if node.get("@type") == "WebSite" and (name := text_of(node.get("name"))):
                return name
        return None

    def pictures(self, node: Node, *props: str) -> Iterator[str]:
        """The addresses of the pictures in properties of an object, as they are given."""
        for prop in props:
            for value in listed(node.get(prop)):
                value = self.resolve(value)
                if isinstance(value, dict):
                    value = next((value[p] for p in _ADDRESSES if value.get(p)), None)
                yield from (url for url in listed(value) if isinstance(url, str) and "#" not in url)

    def logos(self, node: Node) -> Iterator[str]:
        """The addresses of the publisher's logos."""
        for publisher in listed(node.get("publisher")):
            publisher = self.resolve(publisher)
            if isinstance(publisher, dict):
                yield from self.pictures(publisher, "logo")

    def images(self, base: str | None, sites: Collection[str]) -> tuple[MetaImage, ...]:
        """ImageObjects with a caption or a credit, each address once. (The caption of a logo is the site's name,
        which is in `sites`.)"""
        out: dict[str, MetaImage] = {}
        for node in self.nodes:
            if len(node) > 2 and len(out) < _MOST_IMAGES and "imageobject" in _types(node):
                caption = text_of(node.get("caption")) or text_of(node.get("description"))
                credit = self._credit(node)
                if caption and key(caption) in sites:
                    caption = None
                if not caption and not credit:
                    continue
                for prop in ("contentUrl", "url", "contenturl", "ContentUrl", "thumbnailUrl", "@id"):
                    url = next((v for v in listed(node.get(prop)) if isinstance(v, str)), None)
                    if url and (url := absolute(url, base)):
                        out.setdefault(url, MetaImage(url, caption, credit))
                        break
        return tuple(out.values())

    def _credit(self, node: Node) -> str | None:
        for prop in ("creditText", "creator", "author", "copyrightHolder", "copyrightNotice"):
            if prop in node and (names := self.names(node[prop])):
                return ", ".join(dict.fromkeys(name for name, _ in names))
        return None


def listed(value: object) -> list[object]:
    """A property as a list, lists in lists made flat; nothing for null. No more than a hundred values."""
    if not isinstance(value, list):
        return [] if value is None else [value]
    out: list[object] = []
    stack = value[:100][::-1]
    while stack and len(out) < 100:
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:100][::-1]
        elif item is not None:
            out.append(item)
    return out


def text_of(value: object) -> str | None:
    """A property's text: of a string, a number, the first of a list, a value object ("@value")."""
    for item in listed(value):
        if isinstance(item, dict):
            item = item.get("@value")
        if isinstance(item, int) and not isinstance(item, bool) and abs(item) < 10**15:
            item = str(item)
        if isinstance(item, str) and (text := clean(item)):
            return text
    return None


def _truth(value: object) -> bool | None:
    """A truth value, however it is written: false, "False", "http://schema.org/False"; None where it is none."""
    word = str(next(iter(listed(value)), None)).lower().rpartition("/")[2]
    return {"true": True, "false": False}.get(word)


def headline_of(node: Node, called: Collection[str]) -> str | None:
    """An object's headline. Of several the one whose key is in `called`; else none, as they are those of others."""
    values = listed(node.get("headline"))
    texts = [text for value in values if (text := text_of(value))]
    if len(texts) > 1:
        return next((text for text in texts if key(text) in called), None)
    return texts[0] if texts else None


def _types(node: Node) -> str:
    """The types of an object in small letters, in one string."""
    types = node.get("@type")
    if isinstance(types, str):
        return types.lower()
    return " ".join(t.lower() for t in listed(types) if isinstance(t, str)) if types else ""


def same(url: str) -> str:
    """An address as it is compared: without scheme, "www.", query and the slash at its end."""
    return url.partition("//")[2].removeprefix("www.").partition("?")[0].rstrip("/")


def _is_page(node: Node) -> bool:
    return "webpage" in _types(node)


def _rank(node: Node) -> int:
    """How likely an object is the page's article, by its type."""
    types = _types(node)
    if "headline" in node:
        return 10 if any(t in types for t in _ARTICLES) else 3
    if any(t in types for t in _ARTICLES[:3]):
        return 6
    return 1 if any(t in types for t in _PAGES) else 0
