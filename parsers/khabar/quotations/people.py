"""Whom mentions mean: surnames, given names, descriptions; and the fullest mention of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.quotations.lexicon import ATTRIBUTIONS, Lexicon
from khabar.quotations.mentions import NAME, NOUN, Mention
from khabar.quotations.names import alike, form_of
from khabar.quotations.passage import Found, Passage

_RECENT = 12
"""Mentions back in which the bearer of a description is looked for."""
DESCRIPTION = 3
"""Words of a description that may mean somebody named before."""
LONGEST = 12
"""Words of a mention that somebody is given by."""
_LATELY = 20
"""Turns back after which nobody is remembered as a speaker."""
NAMESAKES = 20
"""Places of one surname that are looked at, and people that bear it."""


class Person:
    """Somebody, or an institution, that words were attributed to."""

    __slots__ = ("core", "forms", "gender", "heads", "met", "named", "several", "text")

    def __init__(self, text: str, core: Sequence[str], named: bool, gender: str, heads: Iterable[str]) -> None:
        self.text = text
        """The fullest mention so far."""
        self.core = tuple(core)
        """The stems of the name; of a description its words."""
        self.named = named
        self.gender = gender
        self.heads = set(heads)
        self.forms = {text}
        """All mentions as written."""
        self.several = False
        """Are they more than one, as a cue in the plural or the dual showed?"""
        self.met = 0
        """Which of all turns was the last of theirs; 0: none."""


class People:
    """All that have spoken in an article, the latest last."""

    __slots__ = ("_asked", "by_name", "lexicon", "seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.by_name: dict[str, list[Person]] = {}
        self.seen: list[Person] = []
        self._asked: dict[tuple[Passage, Mention, int], tuple[int, Person]] = {}

    def of(self, p: Passage, m: Mention, found: Found | None = None) -> Person:
        """Whom a mention means that is no pronoun. `found`: its cue. Nobody new is kept: that is for `meet`."""
        asked = (p, m, found.at if found is not None and found.cue.kind in ATTRIBUTIONS else -1)
        known = self._asked.get(asked)
        if known is None or known[0] != len(self.seen):
            known = self._asked[asked] = len(self.seen), self._of(p, m, found)
        return known[1]

    def _of(self, p: Passage, m: Mention, found: Found | None) -> Person:
        x, (text, keys, heads, core) = self.lexicon, form_of(p, m, found)
        known = self._called(core, heads) if m.kind == NAME else self._described(core, heads, m)
        owner = self.lexicon.head(heads[0]) if heads and m.kind == NAME else ""
        if known is not None and (owner in x.kin or owner in x.neuter) and owner not in known.heads:
            known, core = None, list(keys)  # "مكتب فلان", "محامي فلان" is not he
        if known is None:
            gender = next((sex for sex in map(x.gender, heads or keys[:1]) if sex), "")
            if x.feminine_ends and not heads and len(core) < 2 and not x.is_definite(core[0]):
                gender = ""  # a surname shows nothing
            return Person(text, core, m.kind == NAME, gender, map(self.lexicon.head, heads))
        return known

    def meet(self, person: Person, p: Passage, m: Mention | None = None, found: Found | None = None) -> Person:
        """Keep somebody who spoke, with the mention by which it was said."""
        if m is not None:
            text, keys, heads, core = form_of(p, m, found)
            person.forms.add(text)
            p.named.update(n for n in p.inside[m.first : m.last] if n >= 0)
            if m.kind == NAME and person.named:
                if self._is_titled(person.core) and not alike(core, person.core):
                    person.core = person.core[1:]
                person.heads.update(map(self.lexicon.head, heads))
                fuller = len(core) > len(person.core) or (tuple(core) == person.core and len(text) > len(person.text))
                if fuller and len(keys) <= LONGEST:
                    person.core, person.text = tuple(core), max(text, person.text, key=len)
        if found is not None and found.cue.gender in ("m", "f"):
            person.gender = person.gender or found.cue.gender
        elif found is not None and found.cue.gender == "p":
            person.several = True
        for stem in person.core if person.named else (" ".join(person.core),):
            same = self.by_name.setdefault(stem, [])
            if person not in same[-NAMESAKES:]:
                same.append(person)
        self.seen.append(person)
        person.met = len(self.seen)
        return person

    def recent(self, person: Person) -> bool:
        """Did somebody speak not long ago?"""
        return person.met > max(0, len(self.seen) - _LATELY)

    def _called(self, core: Sequence[str], heads: Sequence[str]) -> Person | None:
        """Who is known by a name, with a title or without: "Prince Omar", "Crown Prince Omar van Roe"."""
        known = self.named(core)
        if known is None and self._is_titled(core):
            known = self.named(core[1:])
            return known if known is not None and core[0] in known.heads else None
        if known is None and heads:
            titles = {self.lexicon.head(head) for head in heads}
            for person in self.by_name.get(core[-1], ())[: -NAMESAKES - 1 : -1]:
                titled = person.named and self._is_titled(person.core) and person.core[0] in titles
                if titled and alike(core, person.core[1:]):
                    return person
        return known

    def _is_titled(self, core: Sequence[str]) -> bool:
        """May a name of two words be a title and one word? Not with a form of address: those say nothing."""
        x = self.lexicon
        if len(core) != 2 or core[0] not in x.given:
            return False
        return not (x.is_thing(core[0]) or core[0] in x.honorific or x.definite + core[0] in x.honorific)

    def named(self, core: Sequence[str]) -> Person | None:
        """Who is known by a name, whole or in part."""
        for person in self.by_name.get(core[-1], ())[: -NAMESAKES - 1 : -1]:
            if person.named and alike(core, person.core):
                return person
        if not self.lexicon.capitals and (known := self.beginning(core)) is not None:
            return known
        if len(core) == 1 and not self.lexicon.is_definite(core[0]):
            same = self.by_name.get(core[0], ())[-NAMESAKES:]
            given = {id(q): q for q in same if q.core[0] == core[0] and q.named}
            if len(given) == 1:
                return next(iter(given.values()))
        return None

    def beginning(self, core: Sequence[str]) -> Person | None:
        """Whose name a mention begins with that ran on into the sentence ("ترامب الكتاب")."""
        for size in range(len(core) - 1, 0, -1):
            for person in self.by_name.get(core[size - 1], ())[-NAMESAKES:]:
                own = person.core
                if person.named and len(own) <= size and own == tuple(core[size - len(own) : size]):
                    return person
        return None

    def _described(self, core: Sequence[str], heads: Sequence[str], m: Mention) -> Person | None:
        """Who bore a description before: the same words, or somebody of whom it was said by name."""
        thing = self.lexicon.is_thing(core[0])  # "the bill" is not Bill
        same = self.by_name.get(" ".join(core))
        if same and not (thing and same[-1].named):
            return same[-1]
        if thing or not heads or m.last - m.first > DESCRIPTION:
            return None
        if self.lexicon.definite and not self.lexicon.is_definite(heads[0]):
            return None
        head = self.lexicon.head(heads[-1] if self.lexicon.capitals else heads[0])
        for person in reversed(self.seen[-_RECENT:]):
            if head in person.heads and person.named:
                return person
        return None

    def bearer(self, p: Passage, m: Mention) -> Person | None:
        """Whom a description may mean that nobody was called by: who spoke last, if never called anything else."""
        x, key = self.lexicon, p.keys[m.first]
        if m.kind != NOUN or m.last - m.first > DESCRIPTION or not self.seen or self.of(p, m).named:
            return None
        if (x.definite and not x.is_definite(key)) or self.lexicon.head(key) in x.neuter:
            return None
        last = self.seen[-1]
        return last if last.named and not last.heads and x.gender(key) in (last.gender or "m", "") else None
