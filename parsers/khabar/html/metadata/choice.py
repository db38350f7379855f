"""Which of a page's titles is the article's: what the page declares, beside the headings that it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from khabar.characters import fold, key, words
from khabar.html.metadata.clean import clean
from khabar.html.metadata.shown import Shown, title_in
from khabar.html.metadata.titles import cut
from khabar.lazy import Lazy

if TYPE_CHECKING:
    from khabar.html.metadata.read import Metadata

_LONGEST = 600
_MOST = 50
_WORD = Lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\\w+")
"""A word; a letter where words are not divided."""
_DASH = Lazy(r"\s*[-–—−|｜·•«»‹›*:：_]+\s")
_COLONS = frozenset((":", "："))
_WORDS = 4
"""Words of a heading that no source says and that is the title all the same, at the least."""
_SHORT = 15
"""Letters of what may be a section's name or a slogan."""
_ALIKE = 0.7
_LIKE_TITLE = 0.6
_SHARE = 3
"""A part of <title> that is the article's is a third of it, at the least."""


def choose_title(meta: Metadata, headings: Sequence[Shown]) -> str | None:
    """The article's title, or None where the page has none.

    `headings`: the page's h1 and the h2 before its text, in document order. A heading that says what one of the
    sources says counts, in its own spelling: the one that is declared first, or the one that most of them say. Else
    what the page declares counts, unless a heading is a variant of it, or the whole of what is declared in short, or
    no two of all agree. Where only <title> is there, the heading that is like it counts, and the first heading where
    <title> says nothing.
    """
    said = [key(title) for title in meta.titles]
    agreed: dict[str, str] = {}
    shown: dict[str, str] = {}
    alone: dict[str, str] = {}
    for heading in headings[:_MOST]:
        text, source = title_in(heading, said)
        if source is not None and text == heading.text and heading.parts:
            text = meta.titles[said.index(source)]  # it has a mark between kicker and title
        text = _fit(text, meta)
        known = key(text)
        if not known or known in meta.sites:
            continue
        if heading.lead and source is not None and (len(known) > _SHORT or source == said[0]):
            agreed.setdefault(source, text)
        if heading.main:
            shown.setdefault(known, text)
            if heading.lead and not heading.linked and words(text) >= _WORDS:
                alone.setdefault(known, text)
    if not meta.titles:
        own = key(meta.publisher or "")
        return next((text for known, text in shown.items() if known != own), None)
    best = meta.titles[0]
    if not meta.support:
        return _like_title(best, shown)
    return _agreed(meta, said, agreed) or _beside(meta, best, shown, alone)


def _fit(text: str, meta: Metadata) -> str:
    """A heading's text without the site's name; empty where it is too long for a title."""
    text, _ = cut(clean(text), meta.sites)
    return text if len(text) <= _LONGEST else ""


def _agreed(meta: Metadata, said: Sequence[str], agreed: dict[str, str]) -> str | None:
    """Of the headings that sources say, the one that says the first of them, or what most of them say.

    `agreed`: headings' titles by the key of the source that says it.
    """
    votes = dict(zip(said, meta.votes, strict=True))
    if not agreed or said[0] in agreed:
        return agreed.get(said[0])
    return agreed[max(agreed, key=votes.__getitem__)]


def _beside(meta: Metadata, best: str, shown: dict[str, str], alone: dict[str, str]) -> str:
    """A declared title beside the headings."""
    known = key(best)
    if known in shown:
        return shown[known]
    others = {key(title) for title in meta.titles[1:]}
    for heading, text in shown.items():
        if _opens(best, text):
            return text  # the rest of what is declared is a name of the site that nothing else gives
        if heading.startswith(known) and (len(known) > _SHORT or heading in others):
            return text  # declared in short
    if len(alone) == 1 and not any(known in heading for heading in alone):
        return next(iter(alone.values()))
    if any(heading in others for heading in shown):
        return best
    return _most_like(meta, best, others, shown)


def _most_like(meta: Metadata, best: str, others: Collection[str], shown: dict[str, str]) -> str:
    """A declared title, or the heading that is most like it, where no heading is one of the declared titles."""
    known = key(best)
    like = max(shown.values(), key=lambda text: likeness(text, best), default=None)
    if like is None:
        return best
    if likeness(like, best) >= _ALIKE and known not in key(like) and key(like) not in known:
        return like
    if meta.support < 2 and others and not any(known in other or other in known for other in others):
        return _first_title(shown.values()) or best
    return best


def _like_title(title: str, shown: dict[str, str]) -> str:
    """A heading that is like <title>, or whichever of the two is rather a title."""
    like = max(shown.values(), key=lambda text: likeness(text, title), default=None)
    if like is not None and likeness(like, title) >= _LIKE_TITLE:
        return like
    known = key(title)
    for heading, text in shown.items():
        much = _SHARE * len(heading) >= len(known)  # less of it is the site's or the section's name
        if _opens(title, text, colon=much) or (much and len(heading) > 7 and heading in known):
            return text
    return title if words(title) >= 4 else _first_title(shown.values()) or title


def _first_title(shown: Iterable[str]) -> str | None:
    return next((text for text in shown if words(text) >= 4), None)


def _opens(title: str, heading: str, *, colon: bool = True) -> bool:
    """Whether a heading is the part of a title before a dash or a bar, or a colon."""
    if len(heading) >= len(title) or words(heading) < 2:
        return False
    known = key(heading)
    near = _DASH().finditer(title, max(1, len(heading) - 10), len(heading) + 20)
    return any(key(title[: m.start()]) == known for m in near if colon or m.group().strip() not in _COLONS)


def likeness(one: str, two: str) -> float:
    """Share of words that two titles have in common, 0 to 1."""
    a, b = Counter(_WORD().findall(fold(one))), Counter(_WORD().findall(fold(two)))
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 0.0
