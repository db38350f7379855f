"""Names of authors in metadata: told from addresses, companies and the publisher's own name, several in one apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from khabar.bylines.authors import MOST, Piece, authors_in
from khabar.bylines.words import common
from khabar.bylines.words import words as known_words
from khabar.characters import fold, key
from khabar.html.metadata.clean import clean, is_url
from khabar.lexicon.files import read

_LONGEST = 160


@cache
def words(cls: str) -> frozenset[str]:
    """The entries of a class of `lexicon/markup-meta.txt`, folded."""
    return frozenset(k for group in read("markup-meta.txt").groups if group.cls == cls for k in group.keys)


def people(names: Iterable[tuple[str, bool]], publisher: Collection[str]) -> tuple[str, ...]:
    """Names, each once, out of pairs of a text and whether it is said to be an organisation.

    Addresses, names of accounts ("admin"), companies and the publisher's own name are dropped: who wrote it is not
    said by them. `publisher`: keys (`clean.key`) of its names.
    """
    out: dict[str, str] = {}
    for text, organisation in names:
        text = clean(text)
        if not text or len(text) > _LONGEST or is_url(text):
            continue
        found = _organisation(text) if organisation else authors_in([Piece(text)], common(), sites=publisher)
        for name in found:
            if key(name) not in publisher:
                out.setdefault(key(name), name)
        if len(out) >= MOST:
            break
    return tuple(out.values())


def _organisation(text: str) -> tuple[str, ...]:
    folded = fold(text)
    if folded in known_words("author.nobody") or not known_words("author.company").isdisjoint(
        folded.replace(",", " ").split()
    ):
        return ()
    return (text,) if any(map(str.isalpha, text)) else ()
