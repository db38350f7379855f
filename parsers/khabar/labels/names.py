"""The names in a byline: told from desks, cities, roles and agencies."""

from __future__ import annotations

import re

from khabar.blocks import Block
from khabar.bylines.authors import Piece, authors_in
from khabar.bylines.words import byline_words
from khabar.characters import fold
from khabar.labels.document import Document

_DASH = re.compile(
    r"\s*[;؛•·]\s*|\s+[-–—ـ]\s*|\s*[-–—]\s+|\s*[|/]\s*|(?<=[^\W\d_]{2})-(?=[^\W\d_a-z]{2})|\s*[:：]\s*|\s*[+()]+\s*"
)
"""What parts a name from a place or an agency."""
_COMMA = re.compile(r"\s*[,،]\s*")
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
    words = sum(any(map(str.isalpha, word)) for word in text.split())
    return words <= NAME_WORDS and not any(c.isdigit() or c in _MARKS for c in text) and ".." not in text


def split_byline(text: str) -> list[str]:
    """The parts of a byline: names, places, desks, agencies."""
    parts = [part.strip(_EDGES) for piece in _DASH.split(text) for part in _COMMA.split(piece)]
    return [part for part in parts if any(map(str.isalpha, part))]


def names_of(text: str, doc: Document) -> tuple[str, ...]:
    """The names in a byline's value, as they stand there, in order; none where it holds none.

    Of "Cairo - Mona Salem, 3 March" the person; the agencies where nobody else is named; the first part where nothing
    tells. No date, handle, address or role is part of a name.
    """
    names = authors_in([Piece(text)], byline_words(doc.lexicon), several=True)
    return tuple(name for name in names if name in text)  # "Roe, Jane" is turned, and stays in what is stripped
