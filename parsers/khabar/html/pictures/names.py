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
    said = _judge(el.get("class") or "") if el.attrib else NOTHING
    return said or (CAPTION if role is Role.CAPTION else NOTHING)


@lru_cache(maxsize=_KEPT)
def _judge(names: str) -> str:
    """What classes say: that of a credit by their last word that is not about how an element looks, that of a
    caption by any. Of both that of a caption, unless the other is a kind of it ("caption caption--author")."""
    lexicon = markup()
    credits: list[str] = []
    captions: list[str] = []
    for name in names.split():
        words = [word for word in words_of(name) if word not in lexicon.structure or word == "desc"]
        if words and words[-1] in lexicon.picture_credit:
            credits.append(name)
        elif not lexicon.picture_caption.isdisjoint(words):
            captions.append(name)
    if credits and all(any(credit.startswith(name) for credit in credits) for name in captions):
        return CREDIT
    return CAPTION if captions else NOTHING
