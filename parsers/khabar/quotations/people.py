"""Who has spoken so far: the fullest mention of each, what descriptions mean, and who speaks on."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.quotations.given import given_of
from khabar.quotations.lexicon import Lexicon
from khabar.quotations.lines import Line

_LONGEST = 10
_DESCRIPTION = 3
_SHORT = 2
_TIDY = 4
"""Words of a name from which it may have run on into the sentence."""


Place = tuple[Line, int, int]
"""Where a mention stands: a line, and its words [first:last]."""


class Person:
    """Somebody, or something, that words were attributed to."""

    __slots__ = ("gender", "heads", "place", "text", "words")

    def __init__(self, text: str, words: Sequence[str], gender: str, place: Place) -> None:
        self.text = text
        """The fullest mention so far."""
        self.place = place
        self.words = tuple(words)
        self.heads = set(words[:2])
        self.gender = gender


class People:
    """All that have spoken in a story, the latest last."""

    __slots__ = ("by_given", "by_last", "called", "lexicon", "seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.by_last: dict[str, list[Person]] = {}
        self.by_given: dict[str, Person] = {}
        self.seen: list[Person] = []

    def of(self, text: str, words: Sequence[str], gender: str, cue: str, place: Place) -> Person:
        """Whom a mention means. `cue`: the gender of the verb, which tells what the name does not; `place`: where."""
        gender = gender or (cue if cue in ("m", "f") else "")
        known = self._described(words, gender) if self.is_description(words) else self._named(words)
        if known is None:
            known = Person(text, words, gender, place)
            self.by_last.setdefault(words[-1], []).append(known)
            given = given_of(words, self.lexicon)
            if given:
                self.by_given[given] = known
        else:
            known.heads.update(words[:2])
            known.gender = known.gender or gender
            if len(known.words) < len(words) <= _LONGEST and known.words[-1] == words[-1]:
                known.text, known.words, known.place = text, tuple(words), place
        self.seen.append(known)
        return known

    def is_description(self, words: Sequence[str]) -> bool:
        """Is it a title without a name ("الوزير الفرنسي")?"""
        lexicon = self.lexicon
        article = lexicon.article
        return (
            bool(article)
            and len(words) <= _DESCRIPTION
            and all(word.startswith(article) for word in words)
            and lexicon.is_title(words[0])
        )

    def _named(self, words: Sequence[str]) -> Person | None:
        """The latest whose name ends as this one, or this one as theirs; "الدكتور فلان" is known by his name."""
        while len(words) > 1 and self._is_address(words[0]):
            words = words[1:]
        for person in reversed(self.by_last.get(words[-1], ())):
            size = min(len(words), len(person.words))
            if person.words[-size:] == tuple(words[-size:]):
                longer = words if len(words) > size else person.words
                if len(longer) == size or not self._of_another(longer, len(longer) - size):
                    return person
        return self.by_given.get(words[0]) if len(words) == 1 else None

    def _of_another(self, words: Sequence[str], at: int) -> bool:
        """Is it somebody who belongs to the one whose name begins at a word ("محامي X", "متحدث باسم X")?"""
        lexicon, before = self.lexicon, words[at - 1]
        owner = before in lexicon.title and not self._is_address(before)
        return words[0] in lexicon.kin or owner or before in lexicon.inside

    def _is_address(self, word: str) -> bool:
        """Is it what somebody is called before the name: "الدكتور", "الوزير"?"""
        lexicon = self.lexicon
        return word in lexicon.honorific or (lexicon.is_definite(word) and lexicon.is_title(word))

    def _described(self, words: Sequence[str], gender: str) -> Person | None:
        """The latest who bore the title."""
        article = self.lexicon.article
        head = words[0]
        bare = head[len(article) :]
        same = self._named(words)
        if same is not None and same.words[0] == head:
            return same
        for person in reversed(self.seen[-12:]):
            if (head in person.heads or bare in person.heads) and (not person.gender or person.gender == gender):
                return person
        return None

    def latest(self, gender: str) -> Person | None:
        """Who spoke last, among those that a cue of this gender may have for its subject."""
        for person in reversed(self.seen[-6:]):
            if gender in ("", "p") or person.gender in ("", gender):
                return person
        return None

    def settle(self, lines: Sequence[Line]) -> None:
        """Once the article is read: names by the fullest mention, and none that runs on into the sentence."""
        short = {p.words[-1]: p for group in self.by_last.values() for p in group if self._is_short(p)}
        short = {last: person for last, person in short.items() if len(person.words) <= _SHORT}
        for line in lines if short else ():
            for at, word in enumerate(line.words.words):
                if word in short:
                    self._titled(short[word], line, at)

    def _is_short(self, person: Person) -> bool:
        return len(person.words) <= _SHORT and not self.lexicon.is_title(person.words[0])

    def _titled(self, person: Person, line: Line, at: int) -> None:
        """Take a mention with a title ("الرئيس الروسي فلاديمير بوتين") for somebody whom the cues only name."""
        words, lexicon = line.words.words, self.lexicon
        for start in range(at - 1, max(line.began[at], at - 7) - 1, -1):
            if line.inside[start] >= 0 or words[start] in lexicon.stop or not words[start][-1:].isalpha():
                return
            bare = lexicon.unjoined(words[start])
            if bare != words[start]:
                return
            if lexicon.is_title(words[start]):
                definite = words[start].startswith(lexicon.article)
                before = words[start - 1] if start > line.began[at] else ""
                if definite == (before in lexicon.title) and definite:
                    return
                if not definite and (at - start < 3 or not words[start + 1].startswith(lexicon.article)):
                    return
                own = tuple(words[at + 1 - len(person.words) : at + 1])
                if at + 1 - start > len(person.words) and own == person.words:
                    person.text, person.words = line.written(start, at + 1), tuple(words[start : at + 1])
                return
