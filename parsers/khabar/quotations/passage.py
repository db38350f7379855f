"""A paragraph made ready for reading: its words, which of them stand in quotations, its sentences, its cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from khabar.quotations.lexicon import BEHIND, FINITE, NONE, NOUN, SAY, Cue, Lexicon, is_letters
from khabar.quotations.spans import Span

_T = TypeVar("_T")
ENDS = frozenset(".!?؟۔…।。！？॥")
COMMAS = frozenset(",،，、")
LISTED = "、"
"""A comma that only parts the members of a list."""
DASHES = frozenset("—–-―")
PAUSES = frozenset(",.—–-―:;!?؟،۔…।。，、！？：؛")
"""What may stand between a quotation and the cue behind it."""
COLONS = frozenset(":：")
_CLOSERS = frozenset(")]")
_NEAR = 8
"""Words behind a quotation among which its cue shows that the sentence goes on."""
_APART = 3
"""Words between an auxiliary and its participle."""
_INITIAL = 2
"""Letters of what is cut short by a full stop: "د.", "Mr"."""


class Found(NamedTuple):
    """A cue: words [at:to] of a passage. `begins`: a clause begins with it."""

    at: int
    to: int
    cue: Cue
    begins: bool = True


class Passage:
    """One paragraph. `inside[i]` is the index of the quotation that word i stands in, marks included, or -1 (-2: one
    that an earlier paragraph opened); `began[i]` the first word of its sentence."""

    __slots__ = (
        "at", "ats", "began", "count", "cues", "ends", "inside", "keys", "lexicon", "low", "mentions",
        "named",
        "places", "spans", "starts", "text",
    )  # fmt: skip

    def __init__(self, at: int, text: str, spans: Sequence[Span], lexicon: Lexicon, closed: int = 0) -> None:
        """`closed`: up to where the text belongs to a quotation of an earlier paragraph."""
        self.at = at
        self.text = text
        self.lexicon = lexicon
        self.spans = spans
        low = self.low = lexicon.key(text)
        self.keys, self.starts, self.ends = lexicon.cut(low)
        self.count = len(self.keys)
        self.inside = [-1] * self.count
        if closed:
            outside = bisect_left(self.starts, closed)
            self.inside[:outside] = [-2] * outside
        self.named: set[int] = set()
        """Quotations that are part of a speaker's name."""
        self.mentions: dict[object, Any] = {}
        """What was found out about its words, by what was asked."""
        self.places: list[tuple[int, int]] = []
        """First word of each quotation (its mark), and the word behind its closing mark."""
        for n, span in enumerate(spans):
            first = bisect_left(self.starts, span.before)
            last = bisect_left(self.starts, span.after) if span.last == at else self.count
            self.places.append((first, last))
            self.inside[first:last] = [n] * (last - first)
        self.cues = self._find()
        self.ats = [found.at for found in self.cues]
        self.began = self._sentences()

    def written(self, first: int, last: int) -> str:
        """The words from one to another (not included) as they are written."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def key(self, at: int) -> str:
        """A word as it is compared; "" where there is none."""
        return self.keys[at] if 0 <= at < self.count else ""

    def capital(self, at: int) -> bool:
        """Does a word begin with a capital letter?"""
        return self.text[self.starts[at]].isupper()

    def is_word(self, at: int) -> bool:
        """Is it a word that stands in no quotation, and no mark?"""
        return 0 <= at < self.count and self.inside[at] == -1 and is_letters(self.keys[at])

    def titled(self, first: int, last: int) -> bool:
        """Is a title among some words?"""
        return any(map(self.lexicon.is_title, self.keys[first:last]))

    def once(self, asked: object, find: Callable[..., _T], *args: object) -> _T:
        """What a function finds out about its words, looked for once."""
        if asked not in self.mentions:
            self.mentions[asked] = find(*args)
        found: _T = self.mentions[asked]
        return found

    def end_of(self, at: int, most: int = 40) -> int:
        """The word behind the sentence that a word stands in, or `most` words on."""
        began, to = self.began[at], at + 1
        stop = min(self.count, at + most)
        while to < stop and self.began[to] == began:
            to += 1
        return to

    def _sentences(self) -> list[int]:
        keys, inside = self.keys, self.inside
        ats = set(self.ats)
        begins = {0}
        for (_, last), span in zip(self.places, self.spans, strict=True):
            if last < self.count and inside[last] != inside[last - 1] and self._closes(last, span.end, ats):
                begins.add(last)
        last = next((i for i, n in enumerate(inside) if n != -2), 0) if inside and inside[0] == -2 else 0
        if last and self._closes(last, self.ends[last - 1] - 1, ats):
            begins.add(last)
        for i in [i for i, key in enumerate(keys) if key in ENDS and inside[i] == -1]:
            after = i + 1
            while after < self.count and keys[after] in _CLOSERS:
                after += 1
            if after > i + 1 and after < self.count and self.text[self.starts[after]].islower():
                continue  # "Rep. Jane Roe (D-Mass.) said"
            if after < self.count and keys[after] not in ENDS and keys[after] not in PAUSES:
                if not self._shortened(i):
                    begins.add(after)
        starts = sorted(begins)
        out: list[int] = []
        for start, end in zip(starts, [*starts[1:], self.count], strict=True):
            out += [start] * (end - start)
        return out

    def _closes(self, i: int, end: int, ats: set[int]) -> bool:
        """Does the sentence end with the quotation before word i? `end`: where its text ends."""
        last = self.text[end - 1 : end]
        if last not in ENDS or self.keys[i] in PAUSES or self.keys[i] in ENDS:
            return False
        if self.text[self.starts[i]].islower() if self.lexicon.capitals else i in ats:
            return False
        if last in ".۔।。":
            return True
        return not any(at in ats for at in range(i, min(self.count, i + _NEAR)))

    def _shortened(self, stop: int) -> bool:
        """Is the full stop that of an initial or an abbreviation, of a figure, or one of three?"""
        if not stop or self.keys[stop] not in ".…":
            return False
        before, after = self.keys[stop - 1], self.text[self.starts[stop + 1]]
        if before in self.lexicon.honorific or before == "." or before.rpartition("-")[2] in self.lexicon.honorific:
            return True
        if before in self.lexicon.day and after.isdigit():
            return True  # "Sept. 11"
        if len(before) < _INITIAL + (not self.lexicon.capitals) and before.isalpha():
            return True
        if before.isdigit():
            return (after.isdigit() and self.starts[stop + 1] == self.ends[stop]) or len(before) <= _INITIAL
        return after.islower()

    def _find(self) -> list[Found]:
        """The reporting words that stand in no quotation, in order."""
        out: list[Found] = []
        inside, first, joined = self.inside, self.lexicon.first, self.lexicon.conjunctions
        skip = 0
        for i, key in enumerate(self.keys):
            if i < skip or inside[i] != -1 or not (key in first or (joined and key[1:] in first)):
                continue
            found = self.cue_at(i)
            if found is not None:
                skip = found.to
                if found.cue.kind != NONE and found.at >= 0:
                    out.append(found)
        return out

    def cue_at(self, i: int) -> Found | None:
        """The cue at a word; `at` is -1 where it is no report here."""
        keys, lexicon = self.keys, self.lexicon
        cue, to = lexicon.cue_of(keys[i]), i + 1
        for rest, other in lexicon.phrases.get(keys[i], ()):
            end = i + 1 + len(rest)
            if end >= to + (cue is not None and bool(rest)) and tuple(keys[i + 1 : end]) == rest:
                cue, to = other, end
        if cue is None or (
            lexicon.nouns_capital and cue.kind != NOUN and i and self.capital(i) and keys[i - 1][0].isalnum()
        ):
            return None  # "ein Schreiben"
        if cue.kind == BEHIND and self.capital(i) and (not i or keys[i - 1] in ENDS):
            return None  # "So gewonnene Daten"
        at = self._begin(i, cue) if cue.kind in FINITE else i
        return Found(at, to, cue, not cue.weak or i == 0 or self._begins_clause(i))

    def _begins_clause(self, i: int) -> bool:
        before = self.keys[i - 1]
        joined = self.lexicon.unjoined(self.keys[i]) != self.keys[i]
        return joined or before in self.lexicon.clause or not is_letters(before)

    def _begin(self, i: int, cue: Cue) -> int:
        """Where a verb begins, its auxiliary included; -1 where it is no report here."""
        keys, blocks = self.keys, self.lexicon.blocks
        if not cue.perfect:
            return -1 if i and keys[i - 1] in blocks else i
        for at in range(i - 1, max(-1, i - 2 - _APART), -1):
            if keys[at] in self.lexicon.auxiliary and self.inside[at] == self.inside[i]:
                return at if not at or keys[at - 1] not in blocks else -1
        return -1


UNKNOWN = Cue(SAY, "")
"""A verb that is in no list, where its place shows that it reports: "…," laughs Jane Roe."""
