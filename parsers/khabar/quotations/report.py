"""One pass through the article, word by word: which quotations a reporting word governs, and so who says them."""

from __future__ import annotations

from khabar.quotations.lexicon import ATTRIBUTION, FINITE, ING, ING_PART, MASDAR, NOUN, TAG, Lexicon
from khabar.quotations.lines import Found, Line
from khabar.quotations.people import Person
from khabar.quotations.voices import Done, Voices
from khabar.quotations.vso import subject_of

_COMMAS = frozenset("،,")
_PUNCTUATION = frozenset("،,.؛;-–—!؟?")
_ENDS = frozenset(".!؟?")


class Said:
    """What governs a quotation: the cue (None where nothing does), its words as written, and who speaks.

    `behind`: the cue stands behind the quotation.
    """

    __slots__ = ("behind", "cue", "found", "person")

    def __init__(self, found: Found | None, cue: str | None, person: Person | None, behind: bool) -> None:
        self.found = found
        self.cue = cue
        self.person = person
        self.behind = behind


NOBODY = Said(None, None, None, False)


class Report:
    """The state of the pass."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.voices = Voices(lexicon)
        self.last: Person | None = None
        """Whose the last quotation was."""
        self.announced: Said = NOBODY
        """What the last paragraph ended with, where that is a cue and a colon."""

    def read(self, line: Line) -> list[Said]:
        """Take in a paragraph; what governs each of its quotations."""
        out: list[Said] = []
        done: Done = {}
        cues = line.cues
        n = 0
        for k in range(len(line.places) + 1):
            first = line.places[k][0] if k < len(line.places) else line.count
            while n < len(cues) and cues[n].at < first:
                done[n] = self.voices.speaker(line, n, done, first)
                n += 1
            if k < len(line.places):
                said = self._governs(line, k, n, done)
                if said is NOBODY and _alone(line, k):
                    if k == 0 and self.announced is not NOBODY:
                        said = self.announced
                    elif self.last is not None:
                        said = Said(None, None, self.last, False)  # a sentence in marks right behind another one
                self.last = said.person
                out.append(said)
        if not line.places:
            self.last = None
        self.announced = self._announced(line, done)
        self.voices.lines.append(line)
        return out

    def _announced(self, line: Line, done: Done) -> Said:
        """The cue of a paragraph that ends with a colon: what it says is the next one."""
        if not line.count or line.words.words[-1] != ":" or not line.cues:
            return NOBODY
        n = len(line.cues) - 1
        found = line.cues[n]
        if found.at < line.began[-1] or found.cue.kind == TAG:
            return NOBODY
        return Said(None, line.written(found.at, found.to), done.get(n), False)

    def _governs(self, line: Line, k: int, n: int, done: Done) -> Said:
        """What governs the k-th quotation; `n`: the number of cues before it."""
        first, last = line.places[k]
        began = line.began[first] if first < line.count else 0
        for i in range(n - 1, -1, -1):
            found = line.cues[i]
            if found.at < began:
                break
            if found.cue.kind == TAG or (found.cue.kind == ATTRIBUTION and self._aside(line, i)):
                continue
            if (found.cue.kind == MASDAR and done[i] is None) or self._inner(line, i, first):
                continue
            return Said(found, line.written(found.at, found.to), done[i], False)
        return self._behind(line, last) or NOBODY

    def _inner(self, line: Line, n: int, first: int) -> bool:
        """A verb in a relative clause that ends before the quotation, where the sentence has a report around it."""
        found = line.cues[n]
        embedded = self.voices.embedded
        if not embedded(line, found) or _COMMAS.isdisjoint(line.words.words[found.to : first]):
            return False
        began = line.began[found.at]
        others = line.cues[max(0, n - 4) : n]
        return any(o.at >= began and o.cue.kind in FINITE and not embedded(line, o) for o in others)

    def _aside(self, line: Line, n: int) -> bool:
        """An attribution within somebody's report: behind a verb in its own clause."""
        began = line.began[line.cues[n].at]
        return any(other.at >= began and other.cue.kind in FINITE for other in line.cues[max(0, n - 4) : n])

    def _behind(self, line: Line, last: int) -> Said | None:
        """The cue right behind a quotation that ends before word `last`: "بحسب X", "كما قال X"."""
        words, lexicon = line.words.words, self.lexicon
        at = last
        while at < min(line.count, last + 2) and words[at] in _PUNCTUATION:
            at += 1
        at += at < line.count and words[at] in lexicon.as_with
        found = next((found for found in line.cues if found.at >= last), None)
        if found is None or found.at > at or found.cue.kind in (ING, ING_PART, NOUN):
            return None
        if found.cue.kind != ATTRIBUTION and words[at - 1] in _ENDS and line.inside[at - 1] < 0:
            return None
        name = subject_of(line, found, lexicon, line.count)
        person = self.voices.person(line, name, found) if name else None
        if person is None and found.cue.kind != ATTRIBUTION:
            person = self.voices.carried(found.cue.gender)
        start = found.at - (words[found.at - 1] in lexicon.as_with)
        return Said(found, line.written(start, found.to), person, True)


def _alone(line: Line, k: int) -> bool:
    """Is a quotation a sentence of its own, with no word of the reporter's?"""
    first, last = line.places[k]
    return (
        first < line.count
        and first == line.began[first]
        and (last >= line.count or line.words.words[last] in _PUNCTUATION)
    )
