"""The names in a byline: told from desks, cities, roles and agencies."""

from __future__ import annotations

import re

from khabar.blocks import Block
from khabar.characters import fold
from khabar.labels.document import Document

_DASH = re.compile(
    r"\s+[-–—ـ]\s*|\s*[-–—]\s+|\s*[|/]\s*|(?<=[^\W\d_]{2})-(?=[^\W\d_a-z]{2})|\s*[:：]\s*|\s*[+()]+\s*"
)
"""What parts a name from a place or an agency."""
_COMMA = re.compile(r"\s*[,،]\s*")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_EDGES = ' .,،:*()"«»[]-–—ـ|/+'
_MARKS = frozenset('?!؟"“”;؛…')
NAME_WORDS = 7
"""Words of a line of names at the most."""


def is_agency(text: str, doc: Document) -> bool:
    """Nothing but the name of an agency or of the publisher."""
    key = fold(text).strip(_EDGES)
    words = doc.lexicon.words
    return bool(key) and (key in words.get("agency", ()) or key in words.get("brand", ()))


def has_role(block: Block, doc: Document) -> bool:
    """A word for an author's role stands in it ("correspondent", "مراسل")."""
    roles = doc.lexicon.words.get("byline.role", ())
    return any(word.strip(",،.:") in roles for word in block.key.split())


def looks_like_names(text: str) -> bool:
    """A few words without figures and without the marks of a sentence or a headline."""
    return (
        len(text.split()) <= NAME_WORDS
        and text[-1] not in ":："
        and not any(c.isdigit() or c in _MARKS for c in text)
        and ".." not in text
    )


def split_byline(text: str) -> list[str]:
    """The parts of a byline: names, places, desks, agencies."""
    parts = [part.strip(_EDGES) for piece in _DASH.split(text) for part in _COMMA.split(piece)]
    return [part for part in parts if any(map(str.isalpha, part))]


def names_of(text: str, doc: Document) -> tuple[str, ...]:
    """The names in a byline's value, as they stand there, in order.

    Of "Cairo - Mona Salem" the person; the agency where nobody else is named; the whole where nothing tells.
    """
    parts = split_byline(text)
    if len(parts) < 2:
        return (text.strip().rstrip(" :،,-–"),)
    aside = {part.strip(_EDGES) for part in _BRACKETED.findall(text)}  # "Mona Salem (Cairo)"
    people = [p for p in parts if " " in p and p not in aside and not is_agency(p, doc) and not _is_role(p, doc)]
    if not people:
        people = [p for p in parts if is_agency(p, doc)] or [parts[0]]
    return tuple(dict.fromkeys(people))


def _is_role(text: str, doc: Document) -> bool:
    roles = doc.lexicon.words.get("byline.role", ())
    return any(word in roles for word in fold(text).split())
