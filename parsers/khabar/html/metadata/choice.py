"""Which of a page's titles is the article's: what the page declares, beside the headings that it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from khabar.characters import fold, words
from khabar.html.metadata.clean import clean, key
from khabar.lazy import Lazy

if TYPE_CHECKING:
    from khabar.html.metadata.read import Metadata

_LONGEST = 600
_MOST = 50
_WORD = Lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\\w+")
"""A word; a letter where words are not divided."""
_DASH = Lazy(r"\s*[-–—−|｜·•«»‹›*:：_]+\s")
_SHORT = 15
"""Letters of what may be a section's name or a slogan."""
_ALIKE = 0.7
_LIKE_TITLE = 0.6


def choose_title(meta: Metadata, headings: Sequence[str]) -> str | None:
    """The article's title, or None where the page has none.

    `headings`: texts of the page's main headings (h1; h2 of a header), in document order. What the page declares
    counts, in the spelling of the heading that says the same; a heading counts more where it is a variant of
    it, or the whole of what is declared in short, or where no two of all agree. Where only <title> is there, the
    heading that is like it counts, and the first heading where <title> says nothing.
    """
    shown = {known: text for raw in headings[:_MOST] if (text := _fit(raw)) and (known := key(text))}
    if not meta.titles:
        own = key(meta.publisher or "")
        return next((text for known, text in shown.items() if known != own), None)
    best = meta.titles[0]
    return _beside(meta, best, shown) if meta.support else _like_title(best, shown)


def _fit(raw: str) -> str:
    text = clean(raw)
    return text if len(text) <= _LONGEST else ""


def _beside(meta: Metadata, best: str, shown: dict[str, str]) -> str:
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
    agreed = next((heading for heading in shown if heading in others), None)
    if agreed is not None:
        return shown[agreed] if len(known) < _SHORT < len(agreed) else best
    return _most_like(meta, best, others, shown)


def _most_like(meta: Metadata, best: str, others: set[str], shown: dict[str, str]) -> str:
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
        if _opens(title, text) or (len(heading) > 7 and heading in known):
            return text
    return title if words(title) >= 4 else _first_title(shown.values()) or title


def _first_title(shown: Iterable[str]) -> str | None:
    return next((text for text in shown if words(text) >= 4), None)


def _opens(title: str, heading: str) -> bool:
    """Whether a heading is the part of a title before a dash or a bar."""
    if len(heading) >= len(title) or words(heading) < 2:
        return False
    known = key(heading)
    near = _DASH().finditer(title, max(1, len(heading) - 10), len(heading) + 20)
    return any(key(title[: m.start()]) == known for m in near)


def likeness(one: str, two: str) -> float:
    """Share of words that two titles have in common, 0 to 1."""
    a, b = Counter(_WORD().findall(fold(one))), Counter(_WORD().findall(fold(two)))
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 0.0
