"""Whom mentions mean: surnames, descriptions, pronouns; and the fullest mention of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from khabar.quotations.grammar import Grammar
from khabar.quotations.mentions import NAME, NOUN, Mention, described
from khabar.quotations.passage import Passage

_RECENT = 8
"""Mentions back in which somebody is looked for whom a pronoun may mean."""
_LONGEST = 9
_NAMESAKES = 20
"""People, and forms of a name, with one surname that are told apart."""
_POSSESSIVE = ("'s", "’s", "'", "’")


class Person:
    """Somebody, or an institution, that words were attributed to."""

    __slots__ = ("core", "gender", "heads", "named", "text")

    def __init__(self, text: str, core: Sequence[str], named: bool, gender: str, heads: Sequence[str]) -> None:
        self.text = text
        """The fullest mention so far."""
        self.core = tuple(core)
        """The stems of the name, of a description its words."""
        self.named = named
        self.gender = gender
        self.heads = set(heads)


class Cast:
    """All that have spoken in an article."""

    __slots__ = ("by_name", "grammar", "seen")

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.by_name: dict[str, list[Person]] = {}
        self.seen: list[Person] = []

    def of(self, p: Passage, m: Mention, gender: str) -> Person:
        """Whom a mention means that is no pronoun. `gender`: what the verb or its title shows."""
        g = self.grammar
        text = _plain(p.written(m.first, m.last), g)
        heads = described(p, m, g)
        gender = gender or next((sex for sex in map(g.gender, (*p.keys[m.first : m.last], *heads)) if sex), "")
        core = core_of(p, m, g)
        named = m.kind == NAME
        known = self._named(core) if named else self._described(core, heads, p, m)
        if known is None:
            known = Person(text, core, named, gender, heads)
            for stem in core if named else (" ".join(core),):
                self.by_name.setdefault(stem, []).append(known)
        else:
            known.gender = known.gender or gender
            if named:
                known.heads.update(heads)
                if len(core) > len(known.core) or (tuple(core) == known.core and len(text) > len(known.text)):
                    known.text = text if len(text) >= len(known.text) else known.text
                    for stem in set(core) - set(known.core):
                        self.by_name.setdefault(stem, []).append(known)
                    known.core = tuple(core)
        self.seen.append(known)
        return known

    def known(self, p: Passage, m: Mention) -> Person | None:
        """Who spoke before by a name."""
        return self._named(core_of(p, m, self.grammar))

    def _named(self, core: Sequence[str]) -> Person | None:
        for person in self.by_name.get(core[-1], ())[: -_NAMESAKES - 1 : -1]:
            if person.named and alike(core, person.core):
                return person
        return None

    def _described(self, core: Sequence[str], heads: Sequence[str], p: Passage, m: Mention) -> Person | None:
        """Who bore a description before: the same words, or somebody of whom it was said by name."""
        g = self.grammar
        same = self.by_name.get(" ".join(core))
        if same:
            return same[-1]
        if not heads or m.last - m.first > 3 or (g.article and p.keys[m.first] in g.opening):
            return None
        for person in reversed(self.seen[-_RECENT:]):
            if person.named and heads[-1] in person.heads:
                return person
        return None

    def meant(self, gender: str, current: Person | None) -> Person | None:
        """Whom a pronoun or a verb of a gender means: whoever speaks, or the last of that gender that is known."""
        if current is not None and _may(current, gender):
            if gender in ("m", "f"):
                current.gender = current.gender or gender
            return current
        for person in reversed(self.seen[-_RECENT:]):
            if gender and (person.gender == gender or (not person.gender and person.named and gender != "n")):
                return person
        return None

    def settle(self, passages: Iterable[Passage]) -> None:
        """Once the article is read: everybody by the fullest mention."""
        wanted = self.wanted()
        found: dict[str, dict[tuple[str, ...], tuple[int, str]]] = {stem: {} for stem in wanted}
        for p in passages if wanted else ():
            for end, stem in _ends(p, wanted, self.grammar):
                first = _begin(p, end, self.grammar)
                words = tuple(core_of(p, Mention(first, end, NAME, ""), self.grammar))
                if len(words) <= _LONGEST and (words in found[stem] or len(found[stem]) < _NAMESAKES):
                    text = _plain(p.written(first, end), self.grammar)
                    size, _ = found[stem].get(words, (0, ""))
                    if len(text.split()) > size:
                        found[stem][words] = (len(text.split()), text)
        for stem, people in wanted.items():
            for person in people:
                _fullest(person, found[stem])

    def wanted(self) -> dict[str, list[Person]]:
        """Whose names may be fuller elsewhere, by the stem of the last word."""
        out: dict[str, list[Person]] = {}
        for person in dict.fromkeys(self.seen) if self.grammar.capitals else ():
            if person.named:
                out.setdefault(person.core[-1], []).append(person)
        return out


def _fullest(person: Person, found: dict[tuple[str, ...], tuple[int, str]]) -> None:
    """Take the longest mention, where all that share the surname are one person."""
    fit = {words: entry for words, entry in found.items() if alike(person.core, words)}
    full = [words for words in fit if len(words) > 1]
    if len(person.core) == 1 and any(not alike(a, b) for a in full for b in full[:4]):
        return
    best = max(fit.values(), default=(0, ""))
    if best[0] > len(person.text.split()):
        person.text = best[1]


def alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """May two names be one person's? The shorter one's words are all in the longer, initials for first names."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short[-1] != long[-1] and not (len(short) == 1 and len(long) > 2 and short[0] in long[1:]):
        return False
    return all(w in long or (len(w) == 1 and any(o.startswith(w) for o in long)) for w in short)


def core_of(p: Passage, m: Mention, g: Grammar) -> list[str]:
    """The words of a mention by which it is known again: the name's, or all but the article."""
    words = [i for i in range(m.first, m.last) if p.keys[i][0].isalnum() and p.keys[i] not in g.article]
    if m.kind == NAME and g.capitals:
        names = [i for i in words if p.capital(i) and not g.is_title(p.keys[i]) and p.keys[i] not in g.honorific]
        words = names[-3:] or words
    return [stem_of(p.keys[i], g) for i in words] or [p.keys[m.first]]


def stem_of(key: str, g: Grammar) -> str:
    """A word without its possessive or case ending."""
    for end in _POSSESSIVE:
        if key.endswith(end) and len(key) > len(end) + 1:
            key = key[: -len(end)]
            break
    return g.stem(key) if g.endings or g.suffixes else key


def _plain(text: str, g: Grammar) -> str:
    """As written, without a possessive ending or a case ending behind an apostrophe."""
    for end in (*_POSSESSIVE[:2], *g.suffixes):
        cut = text.rfind(end)
        if cut > 0 and (
            (end in _POSSESSIVE and cut + len(end) == len(text)) or (end in g.suffixes and " " not in text[cut:])
        ):
            text = text[:cut]
    return text


def _may(person: Person, gender: str) -> bool:
    if gender in ("", "p"):
        return True
    return person.gender in ("", gender)


def _ends(p: Passage, wanted: Collection[str], g: Grammar) -> list[tuple[int, str]]:
    """Ends of names in a passage that end with a wanted word."""
    if len(wanted) > _NAMESAKES:
        stems = ((i, stem_of(key, g)) for i, key in enumerate(p.keys) if p.capital(i))
        return [(i + 1, stem) for i, stem in stems if stem in wanted]
    out = []
    for stem in wanted:
        place = p.low.find(stem)
        while place >= 0:
            i = bisect_left(p.starts, place)
            if i < p.count and p.starts[i] == place and p.capital(i) and stem_of(p.keys[i], g) == stem:
                out.append((i + 1, stem))
            place = p.low.find(stem, place + len(stem))
    return out


def _begin(p: Passage, end: int, g: Grammar) -> int:
    """Where the name begins that ends before a word: capitals, particles, initials, descriptions."""
    i = end - 1
    low = max(0, end - _LONGEST)
    names = 1
    while i > low:
        at, key = i - 1, p.keys[i - 1]
        if p.inside[at] != p.inside[i]:
            break
        if not _links(p, at, low, names, g):
            if _is_no_name(key, g) or not (
                p.capital(at) or g.is_title(key) or key in g.honorific or key in g.particle
            ):
                break
            if not g.is_title(key) and key not in g.honorific and p.capital(at):
                if g.nouns_capital and names >= 3:
                    break
                names += 1
            elif key in g.particle and not (at > low and p.capital(at - 1)) and not g.is_title(key):
                break
        i = at
    return i


def _links(p: Passage, at: int, low: int, names: int, g: Grammar) -> bool:
    """Does a word link two parts of a name: the stop of an initial, a preposition behind a title?"""
    key = p.keys[at]
    if at <= low:
        return False
    if key == ".":
        return len(p.keys[at - 1]) == 1 or p.keys[at - 1] in g.honorific
    return key in g.inside and names > 1 and g.is_title(p.keys[at - 1])


def _is_no_name(key: str, g: Grammar) -> bool:
    """Is it a word that no name has in it?"""
    small = (g.stop, g.day, g.lead, g.article, g.adverb, g.relative, g.opening, g.blocks)
    return key in g.cues or key in g.pronouns or key.endswith(("'s", "’s")) or any(key in words for words in small)


__all__ = ["NOUN", "Cast", "Person", "alike", "core_of"]
