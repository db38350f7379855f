"""Where a mention ends in a script with capitals, which show what is a name.

Words without a capital go on with it where its shape lets them: adjectives and nouns behind an article, what belongs
to an office, particles within a name.
"""

from __future__ import annotations

from khabar.quotations.passage import Passage

LONGEST = 16
"""Words of a mention."""
MARKED = 4
"""Words in marks that may belong to a name."""
_LOWER = 4
"""Words without a capital between an article and its noun."""
_CHAIN = 8
"""Words without a capital where nouns go on with nouns ("начальник відділу вищої освіти і науки")."""
_COORDINATED = 6
"""Words between "and" in a description and the name behind it."""
_ADJECTIVES = 2
"""Adjectives behind a noun."""


def of_capitals(p: Passage, at: int, limit: int, whole: bool) -> tuple[int, bool]:
    """The word behind the mention that begins at a word (itself where none does), and whether it is a name."""
    x, start = p.lexicon, behind_article(p, at, min(limit, at + 2))
    run = _Run(p, at, start, limit, whole)
    while run.i < run.limit and run.step():
        pass
    last, inner = run.last, run.inner
    if last <= start:
        return at, False
    named = run.proper == last and (not x.nouns_capital or start == at or names(p, start, last) > 1)
    if named and inner and start > at:  # "the editor of the Standard", but "le ministre de l'Économie Bruno Le Maire"
        named = x.adjoined and (names(p, inner, last) > 2 or _ends_with_name(p, inner, last))
    return last, named


def behind_article(p: Passage, at: int, end: int) -> int:
    """The first word that is no article."""
    while at < end and p.keys[at] in p.lexicon.article:
        at += 1
    return at


def _ends_with_name(p: Passage, first: int, last: int) -> bool:
    """Does a name of two words stand behind a word without a capital ("le commissaire à l'économie Jean Roe")?"""
    at = last
    while at > first and (p.capital(at - 1) or p.keys[at - 1] in p.lexicon.particle):
        at -= 1
    return at > first and last - at > 1


def names(p: Passage, first: int, last: int) -> int:
    """How many words have a capital and are no descriptions."""
    return sum(p.capital(i) and not p.lexicon.is_title(p.keys[i]) for i in range(first, last))


class _Run:
    """A mention as far as it is read, up to word `i`: the word behind its last one and behind the last proper name in
    it, its last preposition, whether it has an office and an article, words without a capital behind these."""

    __slots__ = (
        "article",
        "at",
        "end",
        "head",
        "i",
        "inner",
        "last",
        "limit",
        "lower",
        "p",
        "proper",
        "start",
        "whole",
    )

    def __init__(self, p: Passage, at: int, start: int, limit: int, whole: bool) -> None:
        self.p, self.at, self.start, self.end, self.whole = p, at, start, limit, whole
        self.limit = min(limit, at + LONGEST)
        self.i = self.last = start
        self.proper, self.head, self.article = at, False, start > at
        self.lower = self.inner = 0

    def step(self) -> bool:
        """Take in the next word, or what stands in marks; False where the mention ends before it."""
        p, x, i = self.p, self.p.lexicon, self.i
        if p.inside[i] != -1:
            return self._marks()
        key = p.keys[i]
        if not key[0].isalnum():
            self.i += 1
            return _joins_parts(p, i, self.start, self.end)
        joins = i > self.start and (key in x.inside or (self.whole and key in x.within))
        if joins and (x.is_title(p.keys[i - 1]) or (self.head and self.proper < i)):
            return self._belonging()
        if self.head and self.proper == self.at and key in x.lead and _joins_nouns(p, i, self.end):
            self.i += 1
            return True
        return not _ends_mention(p, i, self.start) and self._word(key)

    def _marks(self) -> bool:
        """A name in marks."""
        p, i = self.p, self.i
        to = 0 if i == self.at else marked_name(p, i) or (short_title(p, i) if i == self.start else 0)
        self.i = to
        if to:
            self.last = self.proper = to
        return to > 0

    def _belonging(self) -> bool:
        """A preposition and what follows it, where that belongs to the description ("a spokesman for the union")."""
        p, i = self.p, self.i
        if not _goes_on(p, i, self.end):
            return False
        i += p.keys[i + 1] in p.lexicon.article
        self.article, self.head, self.lower, self.inner = True, False, 0, i
        self.i = i + 1
        if not p.capital(i + 1):
            self.last = i + 2
        return True

    def _word(self, key: str) -> bool:
        """A title, a name, a particle of one, or a word without a capital."""
        p, x, i = self.p, self.p.lexicon, self.i
        capital = p.capital(i)
        if x.is_title(key):
            self.head, self.last = True, i + 1
        elif capital or (key[0].isdigit() and self.article):
            self.last = i + 1
            self.proper = self.last if capital else self.proper
        elif key not in x.particle or not _leads_on(p, i, self.end):
            if self.lower >= (_CHAIN if x.complements else _LOWER) or not self._lowercase():
                return False
            self.lower, self.last = self.lower + 1, i + 1
        self.i += 1
        return True

    def _lowercase(self) -> bool:
        """May a word without a capital be part of the mention, as an adjective or the noun itself?"""
        p, x, i, limit, named = self.p, self.p.lexicon, self.i, self.end, self.proper > self.start
        if self.inner and named and p.key(i + 1) != ",":
            # "le ministère des Affaires étrangères", "español, X,"; "голова обласної ради з питань освіти Іван Дуб"
            return (x.adjoined and _adjective(p, i, limit)) or (x.complements and _leads_to_name(p, i, limit))
        if self.head:
            if x.complements:
                return not named or _leads_to_name(p, i, limit)  # "Direktur Pasar Jane Roe | datang"
            return _adjective(p, i, limit) if x.adjoined else named and _leads_to_title(p, i, limit)
        if self.article:
            return not named or (not x.nouns_capital and _described_next(p, i + 1, limit))
        if named:
            return i + 1 < limit and p.inside[i + 1] == -1 and x.is_title(p.keys[i + 1])
        return not x.nouns_capital and _leads_to_name(p, i, limit)


def _described_next(p: Passage, at: int, limit: int) -> bool:
    """Does what a name or an adjective with a capital describes follow at once, one word behind it?"""
    if at >= limit or not p.is_word(at):
        return True
    x, key = p.lexicon, p.keys[at]
    return p.capital(at) or x.is_title(key) or key in x.stop or key in x.cues or key in x.relative


def _joins_nouns(p: Passage, i: int, limit: int) -> bool:
    """Does "and" stand between nouns of a description that a name follows ("голова ради освіти і науки Х")?"""
    x = p.lexicon
    if not x.complements or p.capital(i):
        return False
    for at in range(i + 1, min(limit, i + _COORDINATED)):
        key = p.keys[at]
        if not p.is_word(at) or key in x.stop or key in x.lead or key in x.cues or key in x.article:
            return False
        if p.capital(at):
            return at > i + 1
        if at == i + 1 and x.is_title(key):
            return False
    return False


def _leads_on(p: Passage, i: int, limit: int) -> bool:
    """Does a name go on behind a particle?"""
    return i + 1 < limit and (p.capital(i + 1) or p.keys[i + 1] in p.lexicon.particle)


def _joins_parts(p: Passage, i: int, start: int, limit: int) -> bool:
    """Does a mark stand within a name: the stop of an initial or a title, "&" or a hyphen between capitals?"""
    key = p.keys[i]
    if key == "." and i > start:
        return len(p.keys[i - 1]) == 1 or p.keys[i - 1] in p.lexicon.honorific
    if key == "-" and p.starts[i] > p.ends[i - 1]:
        return False  # a dash: "NEW YORK - Jane Roe"
    return key in "&-’'" and 0 < i + 1 < limit and p.capital(i - 1) and p.capital(i + 1)


def _ends_mention(p: Passage, i: int, start: int) -> bool:
    """Is a word none that a mention has in it?"""
    x, key = p.lexicon, p.keys[i]
    if i > start and p.capital(i) and not x.nouns_capital and _in_name(p, i):
        return False
    if key in x.ends:
        return not (key in x.particle and key in x.lead and _coordinates(p, i, start))
    if i == p.began[i] and key in x.verbal and not (p.is_word(i + 1) and p.capital(i + 1)):
        return True  # a capital shows nothing at the head of a sentence
    if i > start and (key in x.pronouns or (key in x.article and key not in x.particle)):
        return True
    if p.capital(i) or x.is_title(key) or key in x.particle:
        return False
    return key in x.verbal or key in x.blocks


def _in_name(p: Passage, i: int) -> bool:
    """Is it a given name that is a month, too; a surname that is a small word, too; an initial?"""
    if p.keys[i] in p.lexicon.day:
        return p.is_word(i + 1) and p.capital(i + 1)
    return p.capital(i - 1) or (len(p.keys[i]) == 1 and p.key(i + 1) == ".")


def _coordinates(p: Passage, i: int, start: int) -> bool:
    """Does "and" stand within a name or an office: "Karina de Oliveira e Silva", "Menteri Koperasi dan UKM"?"""
    x = p.lexicon
    if i - 2 < start or i + 1 >= p.count or p.inside[i + 1] != -1:
        return False
    if not (p.capital(i - 1) and p.capital(i + 1)) or x.is_title(p.keys[i + 1]):
        return False
    return p.keys[i - 2] in x.particle or (x.complements and p.titled(start, i))


def marked_name(p: Passage, i: int) -> int:
    """Behind a name in marks that the word before calls one ("the newspaper “X”"); 0 where it is none."""
    if i == 0 or p.inside[i] < 0 or (p.keys[i - 1] not in p.lexicon.naming and not p.lexicon.is_title(p.keys[i - 1])):
        return 0
    first, to = p.places[p.inside[i]]
    return to if first == i and to - first - 2 <= MARKED else 0


def short_title(p: Passage, i: int) -> int:
    """Behind a short name in marks, as after an article: "laut dem «Nordblatt»"; 0 where it is none."""
    if p.inside[i] < 0:
        return 0
    first, to = p.places[p.inside[i]]
    short = first == i and 2 < to - first < MARKED + 3
    return to if short and p.capital(i + 1) and p.keys[to - 2][0].isalnum() else 0


def _goes_on(p: Passage, i: int, limit: int) -> bool:
    """Does what follows a preposition belong to the description before it ("a spokesman for the union")?"""
    x = p.lexicon
    if not p.is_word(i + 1) or i + 1 >= limit:
        return False
    key = p.keys[i + 1]
    if key in x.article:
        return i + 2 < limit and p.is_word(i + 2) and p.keys[i + 2] not in x.day
    return key not in x.no_noun


def _adjective(p: Passage, i: int, limit: int) -> bool:
    """Is it an adjective behind its noun ("le président américain Jean Roe"): does the mention end, or a name begin,
    behind it or behind another one?"""
    x = p.lexicon
    for at in range(i + 1, i + _ADJECTIVES + 1):
        if at >= limit or p.inside[at] != -1 or not p.keys[at][0].isalnum():
            return True
        key = p.keys[at]
        if p.capital(at) or x.is_title(key):
            return not p.keys[at - 1].endswith(x.verb_ends)  # "o presidente recebeu Jane Roe"
        if key in x.verbal:
            return True
        if key in x.small:
            return False
    return False


def _leads_to_title(p: Passage, i: int, limit: int) -> bool:
    """Is it an adjective before an office ("Ashby University political scientist Jane Roe")?"""
    x = p.lexicon
    for at in range(i + 1, min(i + _ADJECTIVES + 1, limit)):
        if p.inside[at] != -1 or p.keys[at] in x.small or p.keys[at] in x.cues or not p.keys[at][0].isalnum():
            return False
        if x.is_title(p.keys[at]):
            return True
    return False


def _leads_to_name(p: Passage, i: int, limit: int) -> bool:
    """Is it the first word of a description without an article, a name behind it ("retired teacher Jane Roe")?"""
    for at in range(i, min(i + _LOWER + 1, limit)):
        if p.inside[at] != -1 or not p.keys[at][0].isalpha():
            return False
        if p.capital(at):
            return at > i
        if p.keys[at] in p.lexicon.small or p.keys[at] in p.lexicon.cues:
            return False
    return False
