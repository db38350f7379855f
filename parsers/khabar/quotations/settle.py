"""Once an article is read: everybody by the fullest mention, slips of spelling put right, descriptions by whom they
describe."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from khabar.quotations.lexicon import Lexicon, is_letters
from khabar.quotations.mentions import NAME, NOUN, mention_at
from khabar.quotations.names import a_letter_apart, alike, form_of
from khabar.quotations.passage import COMMAS, DASHES, Passage
from khabar.quotations.people import DESCRIPTION, LONGEST, NAMESAKES, People, Person

_PEOPLE = 300
"""People whose names are looked for in the whole article; turns among which a slip of spelling is looked for."""
_GIVEN = 2
"""Words of a name behind a given name, where a mark shows the name's end."""
_OFTENER = 3
"""How much oftener a name stands in the article than a slip of it."""
_SHOUTED = 4
"""Letters of a word in capitals that is no abbreviation."""
_SLIP = 4
"""Letters of a name in which one may be a slip."""

Wanted = dict[str, list[Person]]
"""People by the last word of their name, or by the head of their description."""


def settle(people: People, chosen: Iterable[Person], passages: Iterable[Passage]) -> None:
    """Give those who speak (`chosen`) the fullest mention that the article (`passages`) has of them."""
    x = people.lexicon
    wanted, heads = _wanted(chosen, x)
    read = list(passages) if wanted or heads else []
    counts = _look(read, wanted, heads, x)
    named = [person for some in wanted.values() for person in some]
    for person in named:
        known = people.beginning(person.core) if len(person.core) > 1 and not x.capitals else None
        person.text = known.text if known is not None else person.text
        _spelt(person, counts, people.seen[:_PEOPLE])
    if not x.capitals and named:
        _cut([person for person in named if len(person.core) > 1], read, x)


def _wanted(chosen: Iterable[Person], x: Lexicon) -> tuple[Wanted, Wanted]:
    """Whose fuller name is looked for, and whose description is one of somebody named."""
    wanted: Wanted = {}
    heads: Wanted = {}
    for person in list(dict.fromkeys(chosen))[:_PEOPLE]:
        if person.named:
            wanted.setdefault(person.core[-1], []).append(person)
        elif _may_be_named(person, x):
            heads.setdefault(x.head(person.core[0]), []).append(person)
    return wanted, heads


def _look(read: Sequence[Passage], wanted: Wanted, heads: Wanted, x: Lexicon) -> dict[str, int]:
    """Look through an article for names that are wanted; how often each stands there."""
    counts: dict[str, int] = {}
    bearers: dict[str, dict[tuple[str, ...], str]] = {}
    for p in read:
        for i, stem in _places(p, wanted.keys(), heads.keys()):
            if stem in wanted:
                counts[stem] = counts.get(stem, 0) + 1
                if counts[stem] <= NAMESAKES:
                    _fuller(p, i, wanted[stem])
            elif (m := mention_at(p, i - (p.key(i - 1) in x.article), i + LONGEST)) and m.kind == NAME:
                text, _, _, core = form_of(p, m, None)
                bearers.setdefault(x.head(p.keys[i]), {}).setdefault(tuple(core[-1:]), text)
    for head, found in bearers.items():
        for person in heads[head] if len(found) == 1 else ():
            person.text = next(iter(found.values()))
    return counts


def _cut(people: Sequence[Person], read: Sequence[Passage], x: Lexicon) -> None:
    """Cut names that ran on into the sentence: behind a word that ends a name elsewhere, before words that stand
    nowhere else ("ترامب الكتاب")."""
    behind = _behind({word for person in people for word in person.core}, read, x)
    for person in people:
        keys = x.keys(person.text)
        if len(keys) != len(person.text.split()):
            continue  # marks within the name
        for k in range(max(0, len(keys) - len(person.core)), len(keys) - 1):
            if x.is_definite(keys[k]) or x.is_title(keys[k]) or "" not in behind.get(keys[k], ()):
                continue
            if all(len(behind.get(word, ())) == 1 for word in keys[k + 1 :]):
                person.text = " ".join(person.text.split()[: k + 1])
                break


def _behind(watched: Collection[str], read: Sequence[Passage], x: Lexicon) -> dict[str, list[str]]:
    """What stands behind words, wherever they stand; "" for what no name goes on with."""
    behind: dict[str, list[str]] = {}
    for p in read if watched else ():
        for i, key in enumerate(p.keys):
            if key in watched:
                end = i + 1 >= p.count or p.inside[i + 1] != p.inside[i] or not is_letters(p.keys[i + 1])
                after = "" if end or p.keys[i + 1] in x.small or x.cue_of(p.keys[i + 1]) else p.keys[i + 1]
                behind.setdefault(key, []).append(after)
    return behind


def _places(p: Passage, wanted: Collection[str], heads: Collection[str]) -> Iterator[tuple[int, str]]:
    """Where names that are wanted end, and descriptions that are wanted begin."""
    if not any(stem in p.low for stem in (*wanted, *heads)):
        return
    x = p.lexicon
    inflected = x.endings or x.suffixes
    stems = {key: x.stem(key) if inflected else key for key in set(p.keys)}
    found = {key: stem for key, stem in stems.items() if stem in wanted or (heads and x.head(key) in heads)}
    if found:
        yield from ((i, found[key]) for i, key in enumerate(p.keys) if key in found and p.inside[i] == -1)


def _may_be_named(person: Person, x: Lexicon) -> bool:
    """May a description be that of somebody who is named elsewhere: of a person, with the article?"""
    if not person.heads or len(person.core) > DESCRIPTION or person.gender == "n":
        return False
    return x.is_definite(person.core[0]) if x.definite else bool(x.article)


def _spelt(person: Person, counts: dict[str, int], seen: Sequence[Person]) -> None:
    """Take somebody seldom named, by one word, for a frequent one whose name differs by a letter."""
    word = person.core[-1]
    if len(person.core) > 1 or len(word) < _SLIP:
        return
    for other in seen:
        often = counts.get(other.core[-1], 0) >= _OFTENER * counts.get(word, 1)
        if often and other.named and a_letter_apart(word, other.core[-1]):
            person.text = other.text
            return


def _fuller(p: Passage, at: int, people: Sequence[Person]) -> None:
    """Take the longest mention that ends with a surname for those whose name it can be."""
    x = p.lexicon
    for start in range(max(p.began[at], at - LONGEST), at):
        if not _may_open(p, start, at):
            continue
        m = mention_at(p, start, at + 1 + (_GIVEN if x.marker else 0), whole=False)
        if m is None or m.last <= at or m.kind == NOUN or any(key in COMMAS for key in p.keys[start:at]):
            continue
        text, keys, _, core = form_of(p, m, None)
        fit = _fit(people, core, x)
        if not x.spaces and not x.marker and not x.is_title(p.key(m.last - len(core) - 1)):
            continue  # without spaces, and without a title, it may be a verb that goes before a name
        if len(fit) == 1 and len(keys) > len(fit[0].text.split() if x.spaces else x.keys(fit[0].text)):
            fit[0].text = text
            fit[0].core = max(fit[0].core, tuple(core), key=len)
        return


def _fit(people: Sequence[Person], core: Sequence[str], x: Lexicon) -> list[Person]:
    """Whose name one with these words may be; where a mark shows a name's end, by its beginning, too."""
    begins = [person for person in people if x.marker and person.core == tuple(core[: len(person.core)])]
    return begins or [person for person in people if alike(person.core, core)]


def _may_open(p: Passage, start: int, at: int) -> bool:
    """May a fuller name begin at a word that ends at another?"""
    x = p.lexicon
    if p.inside[start] != -1 or (not x.capitals and not _titled(p, start, at)) or _reports(p, start):
        return False
    if x.complements and not (p.capital(start) or x.is_title(p.keys[start]) or p.keys[start] in x.article):
        return False  # where nouns go on with nouns, a small word may be of what stands before
    return not x.capitals or _may_head(p, start, at)


def _may_head(p: Passage, start: int, at: int) -> bool:
    """May a fuller name begin at a word, where capitals show names: with a name, a title, an article before one? What
    follows is no clause, no dateline, no heading in capitals ("NEW YORK - Jane Roe")."""
    x, key = p.lexicon, p.keys[start]
    named = p.capital(start) and not (start == p.began[start] and (key in x.small or key in x.cues))
    titled = x.is_title(key) or key in x.honorific
    if key in x.article:
        named = (
            p.capital(start + 1) or x.is_title(p.keys[start + 1]) or p.keys[start + 1] in x.honorific or x.adjoined
        )
    if not (named or titled) or any(
        p.keys[i] in DASHES and p.starts[i] > p.ends[i - 1] for i in range(start + 1, at)
    ):
        return False
    shouted = p.written(start, start + 1).isupper() and len(key) > _SHOUTED and not p.written(at, at + 1).isupper()
    return not shouted and (x.adjoined or x.complements or not any(_is_clause(p, i) for i in range(start + 1, at)))


def _is_clause(p: Passage, i: int) -> bool:
    """Is a small word none that joins the parts of a name, or describes somebody?"""
    x, key = p.lexicon, p.keys[i]
    joins = key in x.particle or key in x.inside or key in x.article or key in x.within or key in x.honorific
    return is_letters(key) and not (p.capital(i) or joins or x.is_title(key) or key[0].isdigit())


def _reports(p: Passage, start: int) -> bool:
    """Is a word part of a cue ("a prévenu Me Roe"), or such a verb as is in no list ("…," laughs Jane Roe)?"""
    n = bisect_right(p.ats, start) - 1
    if n >= 0 and start < p.cues[n].to:
        return True
    key = p.keys[start]
    known = p.capital(start) or p.lexicon.is_title(key) or key in p.lexicon.article
    before = start - 1 - (p.key(start - 1) in COMMAS or p.key(start - 1) in DASHES)
    return p.lexicon.capitals and not known and before >= 0 and p.inside[before] >= 0


def _titled(p: Passage, start: int, at: int) -> bool:
    """Does a title begin at a word that no other one goes before ("نائب رئيس", "the rest of a longer one")?"""
    x, key, before = p.lexicon, p.keys[start], p.key(start - 1)
    if not (x.is_title(key) or key in x.honorific):
        return False
    if start > p.began[start] and x.is_title(before) and not x.is_definite(before):
        return False
    rest = p.keys[start + 1 : at]
    if any(a in x.inside and (x.is_title(b) or b in x.state) for a, b in pairwise(rest)):
        return False  # "مسؤول من دائرة الرئيس فلان" is not his title
    return not (x.definite and not x.is_definite(key) and not x.is_definite(p.key(start + 1)) and x.is_title(before))
