"""Whom mentions mean: surnames, given names, descriptions; and the fullest mention of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from khabar.quotations.lexicon import ATTRIBUTIONS, Lexicon, is_letters
from khabar.quotations.mentions import NAME, NOUN, Mention, described, mention_at, name_of
from khabar.quotations.passage import COMMAS, DASHES, Found, Passage

_RECENT = 12
"""Mentions back in which the bearer of a description is looked for."""
_DESCRIPTION = 3
"""Words of a description that may mean somebody named before."""
_NAME_WORDS = 3
"""Words at the end of a long name by which it is known again, and of a name that has a given name."""
_LONGEST = 12
"""Words of a mention that somebody is given by."""
_LATELY = 20
"""Turns back after which nobody is remembered as a speaker."""
_PEOPLE = 300
"""People whose names are looked for in the whole article; turns among which a slip of spelling is looked for."""
_GIVEN = 2
"""Words of a name behind a given name, where a mark shows the name's end."""
_NAMESAKES = 20
"""Places of one surname that are looked at, and people that bear it."""
_OFTENER = 3
"""How much oftener a name stands in the article than a slip of it."""
_SHOUTED = 4
"""Letters of a word in capitals that is no abbreviation."""
_SLIP = 4
"""Letters of a name in which one may be a slip."""


class Person:
    """Somebody, or an institution, that words were attributed to."""

    __slots__ = ("core", "forms", "gender", "heads", "met", "named", "text")

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
        self.met = 0
        """Which of all turns was the last of theirs; 0: none."""


class People:
    """All that have spoken in an article, the latest last."""

    __slots__ = ("by_name", "lexicon", "seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.by_name: dict[str, list[Person]] = {}
        self.seen: list[Person] = []

    def of(self, p: Passage, m: Mention, found: Found | None = None) -> Person:
        """Whom a mention means that is no pronoun. `found`: its cue. Nobody new is kept: that is for `meet`."""
        asked = ("of", m, found.at if found is not None and found.cue.kind in ATTRIBUTIONS else -1)
        if asked not in p.mentions or p.mentions[asked][0] != len(self.seen):
            p.mentions[asked] = len(self.seen), self._of(p, m, found)
        out: Person = p.mentions[asked][1]
        return out

    def _of(self, p: Passage, m: Mention, found: Found | None) -> Person:
        x, (text, keys, heads, core) = self.lexicon, _form(p, m, found)
        known = self.named(core) if m.kind == NAME else self._described(core, heads, m)
        owner = self._head(heads[0]) if heads and m.kind == NAME else ""
        if known is not None and (owner in x.kin or owner in x.neuter) and owner not in known.heads:
            known, core = None, list(keys)  # "مكتب فلان", "محامي فلان" is not he
        if known is None:
            gender = next((sex for sex in map(x.gender, heads or keys[:1]) if sex), "")
            if x.feminine_ends and not heads and len(core) < 2 and not x.is_definite(core[0]):
                gender = ""  # a surname shows nothing
            return Person(text, core, m.kind == NAME, gender, map(self._head, heads))
        return known

    def meet(self, person: Person, p: Passage, m: Mention | None = None, found: Found | None = None) -> Person:
        """Keep somebody who spoke, with the mention by which it was said."""
        if m is not None:
            text, keys, heads, core = _form(p, m, found)
            person.forms.add(text)
            p.named.update(n for n in p.inside[m.first : m.last] if n >= 0)
            if m.kind == NAME and person.named:
                person.heads.update(map(self._head, heads))
                fuller = len(core) > len(person.core) or (tuple(core) == person.core and len(text) > len(person.text))
                if fuller and len(keys) <= _LONGEST:
                    person.core, person.text = tuple(core), max(text, person.text, key=len)
        if found is not None and found.cue.gender in ("m", "f"):
            person.gender = person.gender or found.cue.gender
        for stem in person.core if person.named else (" ".join(person.core),):
            same = self.by_name.setdefault(stem, [])
            if person not in same[-_NAMESAKES:]:
                same.append(person)
        self.seen.append(person)
        person.met = len(self.seen)
        return person

    def recent(self, person: Person) -> bool:
        """Did somebody speak not long ago?"""
        return person.met > max(0, len(self.seen) - _LATELY)

    def named(self, core: Sequence[str]) -> Person | None:
        """Who is known by a name, whole or in part."""
        for person in self.by_name.get(core[-1], ())[: -_NAMESAKES - 1 : -1]:
            if person.named and alike(core, person.core):
                return person
        if not self.lexicon.capitals and (known := self._beginning(core)) is not None:
            return known
        if len(core) == 1 and not self.lexicon.is_definite(core[0]):
            same = self.by_name.get(core[0], ())[-_NAMESAKES:]
            given = {id(q): q for q in same if q.core[0] == core[0] and q.named}
            if len(given) == 1:
                return next(iter(given.values()))
        return None

    def _beginning(self, core: Sequence[str]) -> Person | None:
        """Whose name a mention begins with that ran on into the sentence ("ترامب الكتاب")."""
        for size in range(len(core) - 1, 0, -1):
            for person in self.by_name.get(core[size - 1], ())[-_NAMESAKES:]:
                own = person.core
                if person.named and len(own) <= size and own == tuple(core[size - len(own) : size]):
                    return person
        return None

    def _described(self, core: Sequence[str], heads: Sequence[str], m: Mention) -> Person | None:
        """Who bore a description before: the same words, or somebody of whom it was said by name."""
        same = self.by_name.get(" ".join(core))
        if same:
            return same[-1]
        if not heads or m.last - m.first > _DESCRIPTION:
            return None
        if self.lexicon.definite and not self.lexicon.is_definite(heads[0]):
            return None
        head = self._head(heads[-1] if self.lexicon.capitals else heads[0])
        for person in reversed(self.seen[-_RECENT:]):
            if head in person.heads and person.named:
                return person
        return None

    def bearer(self, p: Passage, m: Mention) -> Person | None:
        """Whom a description may mean that nobody was called by: who spoke last, if never called anything else."""
        x, key = self.lexicon, p.keys[m.first]
        if m.kind != NOUN or m.last - m.first > _DESCRIPTION or not self.seen or self.of(p, m).named:
            return None
        if (x.definite and not x.is_definite(key)) or self._head(key) in x.neuter:
            return None
        last = self.seen[-1]
        return last if last.named and not last.heads and x.gender(key) in (last.gender or "m", "") else None

    def _head(self, word: str) -> str:
        x = self.lexicon
        return x.stem(word[len(x.definite) :] if x.is_definite(word) and word not in x.title else word)

    def settle(self, people: Iterable[Person], passages: Iterable[Passage]) -> None:
        """Once the article is read: those that speak by the fullest mention, slips of spelling put right, and
        descriptions by the only one who is named with them."""
        x = self.lexicon
        wanted: dict[str, list[Person]] = {}
        heads: dict[str, list[Person]] = {}
        for person in list(dict.fromkeys(people))[:_PEOPLE]:
            if person.named:
                wanted.setdefault(person.core[-1], []).append(person)
            elif self._may_be_named(person):
                heads.setdefault(self._head(person.core[0]), []).append(person)
        counts: dict[str, int] = {}
        bearers: dict[str, dict[tuple[str, ...], str]] = {}
        read = list(passages) if wanted or heads else []
        for p in read:
            for i, stem in self._places(p, wanted.keys(), heads.keys()):
                if stem in wanted:
                    counts[stem] = counts.get(stem, 0) + 1
                    if counts[stem] <= _NAMESAKES:
                        _fuller(p, i, wanted[stem])
                elif (m := mention_at(p, i - (p.key(i - 1) in x.article), i + _LONGEST)) and m.kind == NAME:
                    text, _, _, core = _form(p, m, None)
                    bearers.setdefault(self._head(p.keys[i]), {}).setdefault(tuple(core[-1:]), text)
        for head, found in bearers.items():
            if len(found) == 1:
                for person in heads[head]:
                    person.text = next(iter(found.values()))
        for person in (q for some in wanted.values() for q in some):
            known = self._beginning(person.core) if len(person.core) > 1 and not self.lexicon.capitals else None
            person.text = known.text if known is not None else person.text
            self._spelt(person, counts)
        if not x.capitals and wanted:
            self._cut([q for some in wanted.values() for q in some if len(q.core) > 1], read)

    def _cut(self, people: Sequence[Person], read: Sequence[Passage]) -> None:
        """Cut names that ran on into the sentence: behind a word that ends a name elsewhere, before words that stand
        nowhere else ("ترامب الكتاب")."""
        x = self.lexicon
        watched = {word for person in people for word in person.core}
        behind: dict[str, list[str]] = {}
        for p in read if watched else ():
            for i, key in enumerate(p.keys):
                if key in watched:
                    end = i + 1 >= p.count or p.inside[i + 1] != p.inside[i] or not is_letters(p.keys[i + 1])
                    after = "" if end or p.keys[i + 1] in x.small or x.cue_of(p.keys[i + 1]) else p.keys[i + 1]
                    behind.setdefault(key, []).append(after)
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

    def _places(self, p: Passage, wanted: Collection[str], heads: Collection[str]) -> Iterator[tuple[int, str]]:
        """Where names that are wanted end, and descriptions that are wanted begin."""
        if not any(stem in p.low for stem in (*wanted, *heads)):
            return
        inflected = self.lexicon.endings or self.lexicon.suffixes
        stems = {key: self.lexicon.stem(key) if inflected else key for key in set(p.keys)}
        found = {key: stem for key, stem in stems.items() if stem in wanted or (heads and self._head(key) in heads)}
        if found:
            yield from ((i, found[key]) for i, key in enumerate(p.keys) if key in found and p.inside[i] == -1)

    def _may_be_named(self, person: Person) -> bool:
        """May a description be that of somebody who is named elsewhere: of a person, with the article?"""
        x = self.lexicon
        if not person.heads or len(person.core) > _DESCRIPTION or person.gender == "n":
            return False
        return x.is_definite(person.core[0]) if x.definite else bool(x.article)

    def _spelt(self, person: Person, counts: dict[str, int]) -> None:
        """Take somebody seldom named, by one word, for a frequent one whose name differs by a letter."""
        word = person.core[-1]
        if len(person.core) > 1 or len(word) < _SLIP:
            return
        for other in self.seen[:_PEOPLE]:
            often = counts.get(other.core[-1], 0) >= _OFTENER * counts.get(word, 1)
            if often and other.named and _a_letter_apart(word, other.core[-1]):
                person.text = other.text
                return


Form = tuple[str, list[str], list[str], list[str]]
"""A mention as written, its words as compared, what it says of somebody, and by what it is known again."""


def _form(p: Passage, m: Mention, found: Found | None) -> Form:
    asked = ("form", m, found.at if found is not None and found.cue.kind in ATTRIBUTIONS else -1)
    if asked not in p.mentions:
        text, keys = plain(p, m, found)
        p.mentions[asked] = text, keys, described(p, m), core_of(p, m, keys)
    out: Form = p.mentions[asked]
    return out


def plain(p: Passage, m: Mention, found: Found | None) -> tuple[str, list[str]]:
    """A mention as written, without what is written onto its first or last word; and its words as compared."""
    x = p.lexicon
    keys = [key for key in p.keys[m.first : m.last] if is_letters(key)] or p.keys[m.first : m.last]
    text = p.written(m.first, m.last)
    head = keys[0]
    if x.capitals:
        for end in ("'s", "’s", *x.suffixes):
            cut = text.rfind(end)
            if cut > 0 and " " not in text[cut:] and (end in x.suffixes or cut + len(end) == len(text)):
                text = text[:cut]
        return text.removesuffix("’").removesuffix("'"), keys
    bare = x.unjoined(head)
    if bare != head and m.first == p.began[m.first] and (x.is_title(bare) or x.is_definite(bare)):
        return text[1:], [bare, *keys[1:]]
    if found is not None and found.cue.kind in ATTRIBUTIONS and len(head) > 3 and head[0] in x.prepositions:
        if x.definite and head[1] == x.definite[1] and x.is_title(x.definite + head[2:]):
            return x.definite + text[2:], [x.definite + head[2:], *keys[1:]]
        if p.keys[found.at] in x.aimed:
            return text[1:], [head[1:], *keys[1:]]
    return text.strip("\u200b\u200e\u200f\u202a\u202b\u202c"), keys


def core_of(p: Passage, m: Mention, keys: Sequence[str]) -> list[str]:
    """The words of a mention by which it is known again: the name's, or all but the article."""
    x = p.lexicon
    if not x.capitals:
        first = name_of(p, m.first, m.last) if m.kind == NAME else m.first
        words = [x.stem(key) for key in p.keys[first : m.last] if is_letters(key)]
        if m.kind != NAME or first == m.first:
            words = [x.stem(key) for key in keys]  # without what is written onto the first
        while not x.spaces and len(words) > 1 and (words[-1] in x.honorific or x.is_title(words[-1])):
            words.pop()  # "大谷さん", "李女士", "高橋教授"
        return words[-_NAME_WORDS:] if m.kind == NAME and len(words) > 0 else words or [keys[-1]]
    at = [i for i in range(m.first, m.last) if p.keys[i][0].isalnum() and p.keys[i] not in x.article]
    if m.kind == NAME:
        names = [i for i in at if p.capital(i) and not x.is_title(p.keys[i]) and p.keys[i] not in x.honorific]
        at = names[-_NAME_WORDS:] or at
    return [x.stem(p.keys[i]) for i in at] or [p.keys[m.first]]


def alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """May two names be one person's? The shorter one's words are all in the longer, initials for first names."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short[-1] != long[-1] and not (len(short) == 1 and len(long) > 2 and short[0] in long[1:]):
        return False
    return all(w in long or (len(w) == 1 and any(o.startswith(w) for o in long)) for w in short)


def _fuller(p: Passage, at: int, people: Sequence[Person]) -> None:
    """Take the longest mention that ends with a surname for those whose name it can be."""
    for start in range(max(p.began[at], at - _LONGEST), at):
        if p.inside[start] != -1 or (not p.lexicon.capitals and not _titled(p, start, at)) or _reports(p, start):
            continue
        x = p.lexicon
        if x.complements and not (p.capital(start) or x.is_title(p.keys[start]) or p.keys[start] in x.article):
            continue  # where nouns go on with nouns, a small word may be of what stands before
        if x.capitals and not _may_head(p, start, at):
            continue
        m = mention_at(p, start, at + 1 + (_GIVEN if x.marker else 0), whole=False)
        if m is None or m.last <= at or m.kind == NOUN or any(key in COMMAS for key in p.keys[start:at]):
            continue
        text, keys, _, core = _form(p, m, None)
        begins = [q for q in people if x.marker and q.core == tuple(core[: len(q.core)])]
        fit = begins or [q for q in people if alike(q.core, core)]
        if not x.spaces and not x.marker and not x.is_title(p.key(m.last - len(core) - 1)):
            continue  # without spaces, and without a title, it may be a verb that goes before a name
        if len(fit) == 1 and len(keys) > len(fit[0].text.split() if x.spaces else x.keys(fit[0].text)):
            fit[0].text = text
            fit[0].core = max(fit[0].core, tuple(core), key=len)
        return


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


def _a_letter_apart(a: str, b: str) -> bool:
    """Do two words differ by one letter: another, one more, one less, or two exchanged?"""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    swapped = a[i + 1 : i + 2] == b[i : i + 1] and a[i : i + 1] == b[i + 1 : i + 2] and a[i + 2 :] == b[i + 2 :]
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:] or (len(a) == len(b) and swapped)
