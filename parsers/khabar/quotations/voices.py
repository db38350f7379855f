"""Who speaks by a reporting word: its own subject, or whoever spoke last.

The subject of the last reporting clause speaks on where a cue has none of its own, whether or not that clause had
marks; participles and nouns ("قائلا", "قوله") take the subject of their sentence.
"""

from __future__ import annotations

from collections import Counter, deque

from khabar.quotations.lexicon import ATTRIBUTION, FINITE, ING, ING_PART, MASDAR, NOUN, RELAY, Lexicon
from khabar.quotations.lines import Found, Line
from khabar.quotations.names import Name, agrees
from khabar.quotations.people import People, Person
from khabar.quotations.vso import antecedent, sentence_subject, subject_of, verb_gender

_BACK = 4
"""Paragraphs before, in which a verb's subject is looked for."""
_SENTENCES = 20
"""And sentences, in which what an article is about is looked for."""
_NO_TOPIC = 6
"""Words of a subject that is too long to be what an article is about."""

Done = dict[int, Person | None]
"""Who speaks by the cues of a line so far, by their number."""


class Voices:
    """Everybody that has spoken, and who speaks now."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.people = People(lexicon)
        self.current: Person | None = None
        self.lines: deque[Line] = deque(maxlen=_BACK)
        """The paragraphs before."""
        self._counts: tuple[Line, Counter[str]] | None = None

    def speaker(self, line: Line, n: int, done: Done, first: int) -> Person | None:
        """Who speaks by the n-th cue of a line. `first`: where the next quotation begins."""
        found = line.cues[n]
        kind = found.cue.kind
        if kind in (ING, ING_PART, NOUN):
            return self._sentence_speaker(line, n, done)
        if kind in (RELAY, ATTRIBUTION) and found.to < line.count:
            line.named.add(line.inside[found.to])
        name = subject_of(line, found, self.lexicon, first)
        if name is not None:
            person = self.person(line, name, found)
            if kind != MASDAR and self._moves(line, n):
                self.current = person
            return person
        if kind in (ATTRIBUTION, MASDAR):
            return None
        if self.embedded(line, found) and line.words.words[found.at].endswith(self.lexicon.pronouns):
            return self._sentence_speaker(line, n, done)  # "الفيلم الذي وصفه": what is named before is its object
        name = antecedent(line, found, self.lexicon)
        if name is not None:
            return self.person(line, name, found)
        if self.embedded(line, found):
            return None
        return self._clause_speaker(line, n) or self.carried(found.cue.gender) or self._topic(line, found)

    def person(self, line: Line, name: Name, found: Found) -> Person:
        """Whom a name in a line means."""
        words = [word for word in line.words.words[name.first : name.last] if any(c.isalnum() for c in word)]
        text = self._written(line, name, words, found)
        line.named.update(n for n in line.inside[name.first : name.last] if n >= 0)
        return self.people.of(text, words, name.gender, found.cue.gender, (line, name.first, name.last))

    def carried(self, gender: str) -> Person | None:
        """Who speaks on, by a cue of this gender."""
        current = self.current
        if current is not None and (gender in ("", "p") or current.gender in ("", gender)):
            return current
        return self.people.latest(gender)

    def embedded(self, line: Line, found: Found) -> bool:
        """A verb in a relative clause or the like has its own subject, which is not said."""
        before = line.words.words[found.at - 1] if found.at > line.began[found.at] else ""
        return before in self.lexicon.relative

    def _clause_speaker(self, line: Line, n: int) -> Person | None:
        """The subject of the sentence's first verb, where that is no report, for a verb that goes on from it."""
        found = line.cues[n]
        began = line.began[found.at]
        if found.at == began or any(c.at >= began and c.cue.kind in FINITE for c in line.cues[max(0, n - 8) : n]):
            return None
        name = self._subject(line, found.at)
        if name is None or not agrees(found.cue.gender, name.gender):
            return None
        many = found.cue.gender == "p" and line.words.words[name.first].endswith(self.lexicon.plural_ends)
        if not many and (name.gender == "" or found.cue.gender == "p"):
            return None
        self.current = self.person(line, name, found)
        return self.current

    def _sentence_speaker(self, line: Line, n: int, done: Done) -> Person | None:
        """The speaker of a participle or noun: that of the sentence's last verb, or its subject."""
        found = line.cues[n]
        began = line.began[found.at]
        gender = found.cue.gender
        for i in range(n - 1, -1, -1):
            other = line.cues[i]
            if other.at < began:
                break
            person = done[i]
            if person is None or other.cue.kind not in FINITE or self.embedded(line, other):
                continue
            if person.gender in ("", gender) or gender in ("", "p"):
                return person
        if found.at > began:
            name = self._subject(line, found.at)
            if name is not None and agrees(gender, name.gender):
                self.current = self.person(line, name, found)
                return self.current
        return self.carried(gender)

    def _topic(self, line: Line, found: Found) -> Person | None:
        """The subject of the last sentence with one that is spoken of again, by a verb that agrees with it."""
        gender = found.cue.gender
        counts = self._counted(line)
        left = _SENTENCES
        for before in (line, *reversed(self.lines)):
            end = found.at if before is line else before.count
            while end > 0 and left > 0:
                left -= 1
                start = before.began[end - 1]
                name = self._subject(before, end - 1)
                if name is not None and verb_gender(before, start, self.lexicon) == gender:
                    last = name.first
                    while last < min(name.last, name.first + _NO_TOPIC) and counts[before.words.words[last]] > 1:
                        last += 1
                    if any(c.isalnum() for word in before.words.words[name.first : last] for c in word):
                        self.current = self.person(before, name._replace(last=last), found)
                        return self.current
                end = start
        return None

    def _counted(self, line: Line) -> Counter[str]:
        """How often each word stands in a line and those before it; counted once for a line."""
        if self._counts is None or self._counts[0] is not line:
            self._counts = line, Counter(word for one in (line, *self.lines) for word in one.words.words)
        return self._counts[1]

    def _subject(self, line: Line, at: int) -> Name | None:
        return sentence_subject(line, at, self.lexicon, self.people.by_last)

    def _moves(self, line: Line, n: int) -> bool:
        """Does a cue's subject speak on? That of a clause within reported speech does not."""
        found = line.cues[n]
        word = line.words.words[found.at]
        began = line.began[found.at]
        if self.embedded(line, found):
            return False
        if found.at == began or self.lexicon.unjoined(word) != word:
            return True
        others = (other for other in line.cues[max(0, n - 8) : n] if other.at >= began)
        return not any(other.cue.kind in FINITE and not self.embedded(line, other) for other in others)

    def _written(self, line: Line, name: Name, words: list[str], found: Found) -> str:
        """The name as written, without a conjunction or preposition on its first word (nor in `words`)."""
        text = line.written(name.first, name.last)
        lexicon = self.lexicon
        head, article = words[0], lexicon.article
        if name.first == line.began[name.first] and lexicon.unjoined(head) != head:
            words[0] = head[1:]
            return text[1:]
        if found.cue.kind == ATTRIBUTION and len(head) > 3 and head[0] in lexicon.prepositions:
            if article and head[1] == article[1] and lexicon.is_title(article + head[2:]):
                words[0] = article + head[2:]
                return article + text[2:]
            if found.cue.lemma in lexicon.aimed:
                words[0] = head[1:]
                return text[1:]
        return text
