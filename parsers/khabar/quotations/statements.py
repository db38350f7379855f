"""What a quotation is, in languages whose clauses are read by position: a statement, a fragment, or a name."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.article import QuoteKind
from khabar.quotations.clauses import Said
from khabar.quotations.grammar import ATTRIBUTIONS, PART, Grammar
from khabar.quotations.made import DIRECT, PARTIAL, TERM
from khabar.quotations.passage import Passage

_LONG = 9
"""Words from which a quotation is somebody's speech whatever stands around it."""
_THAT = 6
"""Words of the shortest statement behind a comma, where its first letter is no capital."""
_CLAUSE = 4
"""Words of the shortest clause behind "that"."""
_NAME = 6
"""Words of the longest title of a work."""
_FAR = 14
"""Words between a cue and a catchword that is no longer its speaker's."""


def kind_of(p: Passage, k: int, said: Said, text: str, g: Grammar) -> QuoteKind:
    """The kind of the k-th quotation of a passage."""
    words = [word for word in g.token.findall(text) if word[0].isalnum()]
    size = len(words)
    if not size or k in p.named:
        return TERM
    upper = words[0][0].isupper() if g.capitals else size > 3
    ended = text[-1:] in ".!?…؟۔,،"
    before = p.keys[p.places[k][0] - 1] if p.places[k][0] else ""
    if said.found is None:
        return DIRECT if said.person is not None else _without_cue(p, k, size, upper, ended, before)
    if said.split and size > 2 and before in (",", "—", "–", ";", ":"):
        return DIRECT
    if said.behind:
        return DIRECT if upper or size >= _LONG or (ended and size > 1) else PARTIAL
    return _with_cue(p, k, said, words, upper, ended, before, g)


def _with_cue(
    p: Passage, k: int, said: Said, words: Sequence[str], upper: bool, ended: bool, before: str, g: Grammar
) -> QuoteKind:
    """The kind behind the cue that governs it. `before`: the word before it; `upper`, `ended`: as above."""
    assert said.found is not None
    size = len(words)
    if before in g.naming and size <= _NAME + 2:
        return TERM
    if before == ":":
        return DIRECT if upper or size > 3 else PARTIAL
    if not ended and _titled(words, g) and (size > 1 or before != ",") and p.places[k][0] > said.found.to:
        return TERM
    whole = upper and size >= _LONG if said.found.cue.kind == PART else _whole(p, k, said, words, upper, g)
    if whole:
        return DIRECT
    beside = before == "," or p.places[k][0] == said.found.to
    return PARTIAL if beside else _fragment(p, k, said, size)


def _without_cue(p: Passage, k: int, size: int, upper: bool, ended: bool, before: str) -> QuoteKind:
    """The kind where no word says that somebody speaks. `upper`: it begins like a sentence; `ended`: it ends so."""
    if size >= _LONG or (ended and size > _NAME):
        return DIRECT if upper or before == ":" else PARTIAL
    first, last = p.places[k]
    follows = p.keys[last] if last < p.count else ""
    whole = first == p.began[first] and size > 3 and (ended or follows == ",")
    return DIRECT if upper and (whole or (before == ":" and size > 3)) else TERM


def _whole(p: Passage, k: int, said: Said, words: Sequence[str], upper: bool, g: Grammar) -> bool:
    """Is it a whole statement behind a verb that speech follows?"""
    assert said.found is not None
    size, first = len(words), p.places[k][0]
    before = p.keys[first - 1] if first else ""
    if before in g.that or _ends_that(p, k, g):
        sentence = not g.sentence.isdisjoint(g.key(word) for word in words)
        return size >= _LONG or (size >= _CLAUSE and (sentence or upper or _closed(p, k, g)))
    if before in (",", "،") and said.found.cue.kind in ATTRIBUTIONS and _closed(p, k, g) and size >= _CLAUSE:
        return True
    if before == "," or first == said.found.to:
        return upper or size >= _THAT
    return (upper and size > 3) or (not g.capitals and size >= _LONG)


def _closed(p: Passage, k: int, g: Grammar) -> bool:
    """Does the sentence, or a new clause of it, end or begin right behind the quotation?"""
    last = p.places[k][1]
    return last >= p.count or not p.keys[last][0].isalnum() or p.keys[last] in g.lead


def _fragment(p: Passage, k: int, said: Said, size: int) -> QuoteKind:
    """A fragment, or a catchword far from whoever speaks."""
    assert said.found is not None
    gap = p.places[k][0] - said.found.to
    return TERM if gap > _FAR and size <= 2 else PARTIAL


def _ends_that(p: Passage, k: int, g: Grammar) -> bool:
    """Is "that" elided before the mark: "qu'« on »"?"""
    first = p.places[k][0]
    return first > 0 and p.keys[first - 1].rstrip("'’") + "'" in g.that


def _titled(words: Sequence[str], g: Grammar) -> bool:
    """Does every word of weight have a capital, as those of titles and names do?"""
    if not g.capitals or g.nouns_capital or len(words) > _NAME:
        return False
    return all(word[0].isupper() or word[0].isdigit() or len(word) < 4 for word in words) and words[0][0].isupper()
