"""The article's title: the names of the site off, the candidates in order, one chosen beside the page's headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from khabar.characters import key, words
from khabar.html.metadata.clean import clean, host
from khabar.lazy import Lazy

_LONGEST = 600
_SEPARATOR = Lazy(r"\s+(?:[-–—−·•«»‹›*~/:]|::)\s+|\s*[|｜：]+\s*|\s*_\s*")
_MARKS = frozenset("-–—−·•«»‹›*~/:|｜：_")
_GLUED = Lazy(r"[-–—:]")
_BARS = "|｜«»"
"""Marks that stand before a site's name and hardly ever inside a title."""
_MOST_PARTS = 12
_TITLE_WORDS = 3
"""Words of a title behind the site's name and a colon, at the least."""
_ELLIPSES = ("…", "...")
_CUT_AT = 100
"""Characters that a program cuts titles at, or more."""


class Titles(NamedTuple):
    """Candidates, best first."""

    names: tuple[str, ...]
    support: int
    """How many of JSON-LD, Open Graph and <title> say the first; 0 where only <title> gives a title at all."""
    votes: tuple[int, ...]
    """How many of JSON-LD, Open Graph with Twitter's copy, and <title> say each; one where only others do."""


def site_keys(names: Collection[str | None], url: str | None) -> frozenset[str]:
    """Keys of all that the site is called: by its names, its handle, its host and the host's parts."""
    keys = {key(name) for name in names if name}
    where = host(url)
    if where:
        labels = where.split(".")
        keys.add(key(where))
        keys.add(key(".".join(labels[-2:])))
        keys.update(key(label) for label in labels[:-1] if len(label) > 3 or label == labels[0])
    return frozenset(k for k in keys if len(k) > 1)


def cut(text: str, sites: Collection[str]) -> tuple[str, bool]:
    """The text without the site's name at its end or beginning, and whether it had it.

    "A storm is near - News - The Example" keeps "- News": a title may have a dash in it.
    """
    if _MARKS.isdisjoint(text):
        return text, False
    marks = list(_SEPARATOR().finditer(text))[-_MOST_PARTS:]
    if sites and marks:
        starts = [0, *(m.end() for m in marks)]
        ends = [*(m.start() for m in marks), len(text)]
        for at in range(1, len(starts)):
            if key(text[starts[at] : ends[at]]) in sites or key(text[starts[at] :]) in sites:
                return _without_section(text[: ends[at - 1]]), True
        if _like(text[starts[-1] :], sites):
            return _without_section(text[: ends[-2]]), True
        if key(text[: ends[0]]) in sites:
            return text[starts[1] :], True
    elif sites:
        for m in list(_GLUED().finditer(text))[-2:]:  # "标题-网站"
            if key(text[m.end() :]) in sites:
                return text[: m.start()].rstrip(), True
    return text, False


def beginnings(text: str) -> list[str]:
    """A page's <title> before each of its marks: one of them may be the article's title alone."""
    return [text[: m.start()] for m in list(_SEPARATOR().finditer(text))[-_MOST_PARTS:] if m.start()]


def _like(tail: str, sites: Collection[str]) -> bool:
    """Whether a last part is mostly the site's name: "Daily Example Online", "rbb24" for "rbb24 Website"."""
    known = key(tail)
    if len(known) < 3 or words(tail) > 5:
        return False
    return any(
        (len(site) > 3 and site in known and 2 * len(site) >= len(known))
        or (known in site and 3 * len(known) >= len(site))
        for site in sites
    )


def _without_section(text: str) -> str:
    """Short parts behind bars before the site's name are sections: "A storm is near | Weather | News"."""
    while True:
        head, mark, tail = text.rpartition("|")
        if not mark or words(tail.strip() or "x") > 2 or words(head.strip() or "x") < 4:
            return text.strip()
        text = head


def _first_part_off(text: str, sites: Collection[str]) -> str:
    """<title> without the site's name and a colon at its beginning: "Example: A storm is near"; else empty."""
    head, mark, tail = text.partition(": ")
    return tail.strip() if mark and key(head) in sites and words(tail) >= _TITLE_WORDS else ""


def _last_part_off(text: str) -> str:
    """<title> without a short last part behind a bar, where nothing says what the site is called."""
    marks = [m for m in _SEPARATOR().finditer(text) if m.group().strip() in _BARS]
    if marks and marks[-1].group().strip():
        head, tail = text[: marks[-1].start()], text[marks[-1].end() :]
        if head and tail and words(tail) <= 4 and words(head) > words(tail):
            return head
    return text


def rank(
    headline: str | None, social: str | None, twitter: str | None, others: Sequence[str], page: str | None,
    sites: Collection[str],
) -> Titles:  # fmt: skip
    """Put the candidates in order: `headline` of JSON-LD, `social` (og:title), `twitter`, `others`, <title>.

    og:title is the editors' choice, unless it is only a copy of <title>, which is written for search engines:
    it has the site's name at its end, or it is the same. Then the headline of JSON-LD comes first.
    """
    given = {headline, social, twitter, page, *others}  # most pages say the same again and again
    done = {raw: _without_site(_fit(raw), sites) for raw in given}
    (head, _), (og, og_cut), (tw, _), (title, title_cut) = (done[raw] for raw in (headline, social, twitter, page))
    if title and not title_cut:
        title = _first_part_off(title, sites) or _last_part_off(title)
    copied = og_cut or key(og) == key(title)
    order = [*_headline_and_og(head, og, copied=copied), tw, *(done[raw][0] for raw in others)]
    out: dict[str, str] = {}
    for text in dict.fromkeys(order):
        if (known := key(text)) and known not in sites:
            out.setdefault(known, text)
    first = next(iter(out), None)
    support = 0 if first is None else max(1, [key(head), key(og), key(title)].count(first))
    if title and (known := key(title)) not in sites:
        out.setdefault(known, title)
    votes = Counter((key(head), key(title), *{key(og), key(tw)}))
    return Titles(tuple(out.values()), support, tuple(max(1, votes[known]) for known in out))


def _without_site(text: str, sites: Collection[str]) -> tuple[str, bool]:
    """As `cut`; nothing is left of a title that is no more than the site's name."""
    return cut(text, sites) if text and key(text) not in sites else ("", False)


def _headline_and_og(head: str, og: str, *, copied: bool) -> list[str]:
    """Both, the better first: a title that a program broke off, or copied, comes second."""
    if not head or not og or head == og:
        return [og or head]
    headline_first = not _broken_off(head, og) and (copied or _broken_off(og, head))
    return [head, og] if headline_first else [og, head]


def _fit(raw: str | None) -> str:
    text = clean(raw) if raw else ""
    return text if len(text) <= _LONGEST else ""


def _broken_off(text: str, whole: str) -> bool:
    """Whether a title is another one's beginning: cut at so many characters by a program."""
    if text.endswith(_ELLIPSES):
        return True
    return len(text) >= 100 and key(whole) != key(text) and key(whole).startswith(key(text))
