"""The lead picture that a page names: JSON-LD, Open Graph and their like; never a logo or a placeholder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

from khabar.html.metadata.authors import words
from khabar.html.metadata.clean import reference
from khabar.html.metadata.heads import IMAGES, Heads
from khabar.html.metadata.jsonld import Graph, Node, same
from khabar.html.pictures.files import is_decor, named_size
from khabar.html.pictures.large import HEIGHT, WIDTH
from khabar.lazy import Lazy

_MOST = 20
"""Pictures of an article that are looked at: JSON-LD gives the lead one in a few sizes, then all others."""
_WORD = Lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHORT = 2
"""Letters of a word that says nothing in a file's name: "en", "FB"."""


def lead_image(page: Heads, graph: Graph, articles: Sequence[Node], sites: Collection[str]) -> str | None:
    """The address of the article's picture, as it is given; None where the page names none, or its logo only.

    `articles`: JSON-LD's objects for the page, best first. `sites`: keys (`clean.key`) of the site's names.
    """
    logos = {same(url) for node in articles for url in graph.logos(node)}
    named = _named(page, graph, articles)
    return next(
        (url for url in named if same(url) not in logos and not is_logo(url, sites) and not _is_small(url)), None
    )


def _is_small(url: str) -> bool:
    """Does the address say that the picture is too small to lead an article, or a file of the site's looks?"""
    width, height = named_size(url)
    return 0 < width < WIDTH or 0 < height < HEIGHT or is_decor(url)


def _named(page: Heads, graph: Graph, articles: Sequence[Node]) -> Iterator[str]:
    """The addresses that the page gives, best first: of JSON-LD's sizes the one that Open Graph has, too."""
    meta = [value for name in IMAGES for value in page.meta.get(name, ())]
    social = file_name(meta[0]) if meta else None
    every = (url for node in articles for url in graph.pictures(node, "image", "primaryImageOfPage"))
    said = sorted(islice(every, _MOST), key=lambda url: file_name(url) != social)
    small = (url for node in articles for url in graph.pictures(node, "thumbnailUrl"))
    yield from filter(None, map(reference, chain(said, meta, islice(small, _MOST))))


def file_name(url: str) -> str:
    """The last part of an address's path, which stays the same where sizes differ."""
    return url.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]


def is_logo(url: str, sites: Collection[str]) -> bool:
    """Does the address say that the picture is the site's logo, an icon or a placeholder?

    By its file's name ("example-logo-1200x630.png", "default_share.jpg") or a folder's ("/logos/"); "pear-logo.jpg"
    is a picture of some logo.
    """
    host, _, path = url.partition("?")[0].partition("#")[0].rpartition("//")[2].partition("/")
    *folders, name = path.split("/") if "//" in url else f"{host}/{path}".split("/")
    return _tells(name.rpartition(".")[0] or name, "image.logo", sites) or any(
        _tells(folder, "image.folder", sites) for folder in folders
    )


def _tells(name: str, cls: str, sites: Collection[str]) -> bool:
    """Is a name made of words that tell, such as "logo", and the site's own?"""
    if "%" in name or not name.isascii():
        return False  # words that are not known
    found = [word.lower() for word in _WORD().findall(name)]
    if not words("image.none").isdisjoint(found):
        return True
    if words(cls).isdisjoint(found):
        return False
    said = words(cls) | words("image.generic")
    rest = [word for word in found if len(word) > _SHORT and word not in said]
    return not rest or any(word.startswith(site) or site.startswith(word) for word in rest for site in sites)
