"""A paragraph of a language with capitals, or with verbs last, made ready: words, sentences, reporting words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from khabar.quotations.grammar import FINITE, NO_CUE, Cue, Grammar, bare
from khabar.quotations.spans import Span

_ENDS = frozenset(".!?؟۔…")
_PAUSES = frozenset(",،—–-:")
PAUSES = frozenset(",.—–-:;!?؟،۔…")
"""What may stand between a quotation and the cue behind it."""
_NEAR = 8
"""Words behind a quotation among which its cue shows that the sentence goes on."""
_APART = 3
"""Words between an auxiliary and its participle."""


class Found(NamedTuple):
    """A cue: words [at:to] of a passage."""

    at: int
    to: int
    cue: Cue


class Passage:
    """One paragraph. `inside[i]` is the index of the quotation that word i stands in, marks included, or -1 (-2: one
    that an earlier paragraph opened); `began[i]` the first word of its sentence."""

    __slots__ = (
        "at", "ats", "began", "count", "cues", "ends", "inside", "keys", "low", "named", "places", "starts", "text",
    )  # fmt: skip

    def __init__(self, at: int, text: str, spans: Sequence[Span], grammar: Grammar, closed: int = 0) -> None:
        """`closed`: up to where the text belongs to a quotation of an earlier paragraph."""
        self.at = at
        self.text = text
        low = self.low = grammar.key(text)
        hits = [hit.span() for hit in grammar.token.finditer(low)]
        self.starts = [start for start, _ in hits]
        self.ends = [end for _, end in hits]
        self.keys = [low[start:end] for start, end in hits]
        if not grammar.capitals:
            self.keys = [bare(word) or word for word in self.keys]  # a lone vowel sign stays
        self.count = len(hits)
        self.inside = [-1] * self.count
        if closed:
            outside = bisect_left(self.starts, closed)
            self.inside[:outside] = [-2] * outside
        self.named: set[int] = set()
        """Quotations that are part of a speaker's name."""
        self.places: list[tuple[int, int]] = []
        for n, span in enumerate(spans):
            first = bisect_left(self.starts, span.before)
            last = bisect_left(self.starts, span.after) if span.last == at else self.count
            self.places.append((first, last))
            self.inside[first:last] = [n] * (last - first)
        self.cues = self._find(grammar)
        self.ats = [found.at for found in self.cues]
        self.began = self._sentences(grammar, spans)

    def written(self, first: int, last: int) -> str:
        """Words as written, without a possessive ending."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def capital(self, at: int) -> bool:
        """Does a word begin with a capital letter?"""
        return self.text[self.starts[at]].isupper()

    def end_of(self, at: int, most: int = 40) -> int:
        """The word behind the sentence that a word stands in, or `most` words on."""
        began, to = self.began[at], at + 1
        stop = min(self.count, at + most)
        while to < stop and self.began[to] == began:
            to += 1
        return to

    def _sentences(self, grammar: Grammar, spans: Sequence[Span]) -> list[int]:
        keys, inside = self.keys, self.inside
        ats = set(self.ats)
        begins = {0}
        for _, last in self.places if self.places else ():
            if last < self.count and inside[last] != inside[last - 1]:
                if self._closes(last, spans[inside[last - 1]].end, ats, grammar):
                    begins.add(last)
        last = next((i for i, n in enumerate(inside) if n != -2), 0) if inside and inside[0] == -2 else 0
        if last and self._closes(last, self.ends[last - 1] - 1, ats, grammar):
            begins.add(last)
        for i in [i for i, key in enumerate(keys) if key in _ENDS and inside[i] == -1]:
            after = i + 1
            if after < self.count and keys[after] not in _ENDS and keys[after] not in _PAUSES:
                if not self._shortened(i, grammar):
                    begins.add(after)
        starts = sorted(begins)
        out: list[int] = []
        for start, end in zip(starts, [*starts[1:], self.count], strict=True):
            out += [start] * (end - start)
        return out

    def _closes(self, i: int, end: int, ats: set[int], grammar: Grammar) -> bool:
        """Does the sentence end with the quotation before word i? `end`: where its text ends."""
        last = self.text[end - 1 : end]
        if last not in _ENDS or self.keys[i] in _PAUSES or self.keys[i] in _ENDS:
            return False
        if self.text[self.starts[i]].islower() if grammar.capitals else i in ats:
            return False
        if last in ".۔":
            return True
        return not any(at in ats for at in range(i, min(self.count, i + _NEAR)))

    def _shortened(self, stop: int, grammar: Grammar) -> bool:
        """Is the full stop that of an initial or an abbreviation, or one of three?"""
        before, after = self.keys[stop - 1], self.text[self.starts[stop + 1]]
        if before in grammar.honorific or (len(before) == 1 and before.isalpha()):
            return True
        if before.isdigit() and (len(before) < 3 or after.isdigit()):
            return True
        return after.islower()

    def _find(self, grammar: Grammar) -> list[Found]:
        """The reporting words that stand in no quotation, in order."""
        out: list[Found] = []
        inside, first = self.inside, grammar.first
        skip = 0
        for i in [i for i, key in enumerate(self.keys) if key in first]:
            if i < skip or inside[i] != -1:
                continue
            found = self.cue_at(i, grammar)
            if found is not None:
                skip = found.to
                if found.cue.kind != NO_CUE and found.at >= 0:
                    out.append(found)
        return out

    def cue_at(self, i: int, grammar: Grammar) -> Found | None:
        """The cue at a word; `at` is -1 where it is no report here."""
        keys = self.keys
        cue, to = grammar.cues.get(keys[i]), i + 1
        for rest, other in grammar.phrases.get(keys[i], ()):
            if tuple(keys[i + 1 : i + 1 + len(rest)]) == rest and i + 1 + len(rest) > to:
                cue, to = other, i + 1 + len(rest)
        if cue is None or (grammar.nouns_capital and i and self.capital(i) and self.keys[i - 1][0].isalnum()):
            return None  # "ein Schreiben"
        return Found(self._begin(i, cue, grammar) if cue.kind in FINITE else i, to, cue)

    def _begin(self, i: int, cue: Cue, grammar: Grammar) -> int:
        """Where a verb begins, its auxiliary included; -1 where it is no report here."""
        keys = self.keys
        if not cue.perfect:
            return -1 if i and keys[i - 1] in grammar.blocks else i
        for at in range(i - 1, max(-1, i - 2 - _APART), -1):
            if keys[at] in grammar.auxiliary and self.inside[at] == self.inside[i]:
                return at if not at or keys[at - 1] not in grammar.blocks else -1
        return -1
