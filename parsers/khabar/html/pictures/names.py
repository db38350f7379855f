"""What names say of an element inside a picture's: words that are said of anything elsewhere tell more in there."""

from __future__ import annotations

from functools import lru_cache

from lxml.etree import _Element

from khabar.html.names import words_of
from khabar.html.roles import Role
from khabar.lexicon.markup import markup

CAPTION, CREDIT, NOTHING = "caption", "credit", ""
_CREDITS = frozenset((Role.CREDIT, Role.AUTHOR, Role.BYLINE))
"""In a picture's element the author's name is the photographer's."""
_KEPT = 5_000


def said_of(el: _Element, role: Role | None) -> str:
    """CAPTION, CREDIT or NOTHING, of an element in a picture's. `role`: what its names say anywhere."""
    if role in _CREDITS:
        return CREDIT
    if role is Role.CAPTION:
        return CAPTION
    return _judge(el.get("class") or "") if el.attrib else NOTHING


@lru_cache(maxsize=_KEPT)
def _judge(names: str) -> str:
    """What classes say: that of a credit by their last word that is not about how an element looks, that of a
    caption by any."""
    lexicon = markup()
    found = NOTHING
    for name in names.split():
        words = [word for word in words_of(name) if word not in lexicon.structure or word == "desc"]
        if words and words[-1] in lexicon.picture_credit:
            return CREDIT
        if not lexicon.picture_caption.isdisjoint(words):
            found = CAPTION
    return found
