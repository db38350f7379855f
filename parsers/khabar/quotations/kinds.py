"""What a quotation is: a whole statement, a fragment of one, or a name or catchword in marks.

By what stands before it (colon, "إنّ", the verb, a preposition, a naming noun), how long it is, and whether it makes
a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.article import QuoteKind
from khabar.quotations.lexicon import ING_PART, PART, Lexicon
from khabar.quotations.lines import Line
from khabar.quotations.made import DIRECT, PARTIAL, TERM
from khabar.quotations.report import Said
from khabar.quotations.vso import is_verb
from khabar.quotations.words import Words

_LONG = 9
"""Words from which nearly every quotation is a statement."""
_NAME = 8
"""Words of the longest title of a book or film."""
_NEAR = 10
"""Words between a cue and a catchword that may be its speaker's."""


def kind_of(line: Line, k: int, said: Said, text: str, lexicon: Lexicon) -> QuoteKind:
    """The kind of the k-th quotation of a line."""
    inner = [word for word in Words(text).words if word[:1].isalnum() or word[-1:].isalnum()]
    size = len(inner)
    if k in line.named or not inner:
        return TERM
    whole = is_sentence(inner, lexicon)
    if said.found is None:
        announced = said.person is not None or _word_before(line, k) == ":"
        if announced and (size > 4 or (whole and size > 2)):
            return DIRECT
        return (DIRECT if whole else PARTIAL) if size >= _LONG else TERM
    before = _word_before(line, k)
    if before == ":":
        return DIRECT
    if is_named(line, k, inner, lexicon) and not (whole and size > 5):
        return TERM
    if said.found.cue.kind in (PART, ING_PART):
        return _fragment(line, k, said, inner, lexicon)
    return _statement(line, k, said, inner, whole, lexicon)


def _fragment(line: Line, k: int, said: Said, inner: Sequence[str], lexicon: Lexicon) -> QuoteKind:
    """Behind a verb whose object is a fragment: "وصف", "دعا إلى"."""
    first = line.places[k][0]
    assert said.found is not None
    gap = first - said.found.to
    close = gap <= 0 or is_that(_word_before(line, k), lexicon)
    size = len(inner)
    if size >= _LONG + 3 and close:
        return DIRECT
    if (
        size > 3
        or close
        or (said.found.cue.kind == ING_PART and gap < 5)
        or touched(line, k, lexicon)
        or _word_before(line, k) in lexicon.particle
    ):
        return PARTIAL
    return PARTIAL if gap <= _NEAR and not is_definite(inner, lexicon) else TERM


def _statement(line: Line, k: int, said: Said, inner: Sequence[str], whole: bool, lexicon: Lexicon) -> QuoteKind:
    """Behind a verb that speech follows."""
    first, last = line.places[k]
    assert said.found is not None
    size = len(inner)
    before = _word_before(line, k)
    between = [word for word in line.words.words[said.found.to : first] if word[-1:].isalnum()]
    gap = len(between)
    if is_that(before, lexicon):
        return _behind_that(line, last, inner, whole, lexicon)
    if gap == 0:
        if inner[0] in lexicon.object and not is_definite(inner, lexicon):
            return PARTIAL
        return DIRECT if size > 3 or whole else PARTIAL
    if before in lexicon.object and size < _LONG:
        return PARTIAL
    if touched(line, k, lexicon):
        return TERM if size < 5 else DIRECT if size >= _LONG else PARTIAL
    if before in lexicon.particle:
        if size >= _LONG:
            return DIRECT
        return PARTIAL if gap <= _NEAR + 2 and not is_definite(inner, lexicon) else TERM
    if size >= _LONG:
        return PARTIAL if before in lexicon.lead else DIRECT
    that = any(is_that(word, lexicon) for word in between)
    if size > 3:
        return DIRECT if size > 4 and (whole or not that) else PARTIAL
    return TERM if _is_catchword(inner, gap, that, lexicon) else PARTIAL


def _behind_that(line: Line, last: int, inner: Sequence[str], whole: bool, lexicon: Lexicon) -> QuoteKind:
    """Behind "أن": a fragment where it is short, or where the clause goes on behind word `last`."""
    words, size = line.words.words, len(inner)
    if size < 4:
        return DIRECT if whole and size > 2 else PARTIAL if size > 1 else TERM
    goes_on = last < line.count and (words[last] in lexicon.sentence or is_verb(words[last], lexicon))
    return PARTIAL if goes_on and (size < _LONG or inner[0] in lexicon.object) and not whole else DIRECT


def _is_catchword(inner: Sequence[str], gap: int, that: bool, lexicon: Lexicon) -> bool:
    """Is a short one the name of a thing, or too far from the cue? `that`: a conjunction stands between the two."""
    size = len(inner)
    if gap > 2 * _NEAR or (size == 1 and not that):
        return True
    return is_definite(inner, lexicon) and not (that and size > 1 and gap < _NEAR)


def is_named(line: Line, k: int, inner: Sequence[str], lexicon: Lexicon) -> bool:
    """Is it the name of what a noun before it (or its own first word) says: a film, a party, a ship?"""
    words = line.words.words
    at = line.places[k][0] - 1
    size = len(inner)
    if size > _NAME:
        return False
    foreign = lexicon.foreign and any(word.isascii() for word in inner)
    if size < 5 and (foreign or (size > 1 and inner[0] in lexicon.naming)):
        return True
    if at < 0:
        return False
    if touched(line, k, lexicon) and at > 0 and lexicon.is_naming(words[at - 1]):
        return True
    if at > 0 and words[at - 1] in lexicon.setting and words[at] in lexicon.particle and size < 5:
        return True  # in a talk with "X News"
    if lexicon.is_naming(words[at]):
        return True
    for i in range(at, max(-1, at - 4), -1):
        if line.inside[i] >= 0:
            return False
        if size < 5 and lexicon.is_naming(words[i]):
            return True
        if not (lexicon.article and words[i].startswith(lexicon.article)):
            return False
    return False


def touched(line: Line, k: int, lexicon: Lexicon) -> bool:
    """Does a one-letter preposition touch the mark ("لـ«كذا»")?"""
    first = line.places[k][0]
    if not first or line.words.ends[first - 1] != line.starts[first]:
        return False
    word = line.words.words[first - 1]
    return (
        word in lexicon.prepositions
        or word in lexicon.joined
        or (len(word) < 4 and word.endswith(lexicon.article or "\0"))
    )


def is_that(word: str, lexicon: Lexicon) -> bool:
    """A conjunction before reported speech."""
    return word in lexicon.that


def is_sentence(inner: Sequence[str], lexicon: Lexicon) -> bool:
    """Does it look like a whole sentence? By the words that only sentences have, or a verb for its first."""
    if not lexicon.sentence.isdisjoint(inner):
        return True
    head = inner[0]
    if head in lexicon.verb or (head.endswith(lexicon.feminine_verbs) and head[:-1] in lexicon.verb):
        return True
    return len(head) > 3 and head.startswith(lexicon.verbs) and head not in lexicon.noun


def is_definite(inner: Sequence[str], lexicon: Lexicon) -> bool:
    """Does it begin with the article, as names of things do?"""
    return bool(lexicon.article) and inner[0].startswith(lexicon.article)


def _word_before(line: Line, k: int) -> str:
    first = line.places[k][0]
    return line.words.words[first - 1] if first else ""
