"""A paragraph made ready for reading: its words, which of them stand in quotations, and where sentences begin."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.quotations.lexicon import ATTRIBUTION, NONE, TAG, Cue, Lexicon
from khabar.quotations.spans import Span
from khabar.quotations.words import Words

_ENDS = frozenset(".!?؟۔。！？।…")
_NO_TAKES: frozenset[str] = frozenset()


class Line:
    """One paragraph. `inside[i]` is the index of the span that word i stands in, marks included, or -1;
    `began[i]` the index of the first word of its sentence."""

    __slots__ = ("at", "began", "count", "cues", "inside", "named", "places", "spans", "starts", "text", "words")

    def __init__(self, at: int, text: str, spans: Sequence[Span], lexicon: Lexicon) -> None:
        self.at = at
        self.text = text
        self.spans = spans
        self.words = Words(text)
        words = self.words.words
        self.starts = self.words.starts
        self.count = len(words)
        self.inside = [-1] * self.count
        self.places: list[tuple[int, int]] = []
        """First word of each span (its mark), and the word behind its closing mark."""
        for n, span in enumerate(spans):
            first = self.words.at(span.before)
            last = self.words.at(span.after) if span.last == at else self.count
            self.places.append((first, last))
            for i in range(first, last):
                self.inside[i] = n
        self.named: set[int] = set()
        """Spans that are part of a speaker's name."""
        self.began = self._sentences(words)
        self.cues = find_cues(self, lexicon)

    def _sentences(self, words: Sequence[str]) -> list[int]:
        out = [0] * self.count
        began = 0
        inside, starts, ends = self.inside, self.starts, self.words.ends
        for i, word in enumerate(words):
            if began < i and words[i - 1] in _ENDS and inside[i - 1] < 0 and word not in _ENDS:
                before = words[i - 2] if i > 1 else ""
                initial = len(before) < 3 and before.isalnum() and words[i - 1] == "."
                dots = i > 1 and words[i - 2] == "."
                figure = before.isdigit() and word.isdigit() and starts[i] == ends[i - 1]
                if not (initial or dots or figure):
                    began = i
            out[i] = began
        return out

    def written(self, first: int, last: int) -> str:
        """Words as written."""
        return self.words.written(first, last)


class Found:
    """A cue in a line: words [at:to], the cue, and, once it is known, who speaks."""

    __slots__ = ("at", "cue", "to")

    def __init__(self, at: int, to: int, cue: Cue) -> None:
        self.at = at
        self.to = to
        self.cue = cue


def find_cues(line: Line, lexicon: Lexicon) -> list[Found]:
    """The reporting words of a line that stand in no quotation, in order."""
    out: list[Found] = []
    words = line.words.words
    cues, phrases, joined, inside = lexicon.cues, lexicon.phrases, frozenset(lexicon.joined), line.inside
    skip = 0
    for i, word in enumerate(words):
        if i < skip or inside[i] >= 0:
            continue
        if word in phrases:
            found = _phrase(words, i, phrases[word])
            if found is not None:
                if found[1] != NONE:
                    out.append(Found(i, i + found[0], Cue(found[1], "", word, _NO_TAKES)))
                skip = i + found[0]
                continue
        cue = cues.get(word)
        if cue is None and word[:1] in joined:
            cue = lexicon.cue_of(word)
        if cue is not None and cue.kind != NONE and (word not in lexicon.weak or _begins(line, i, lexicon)):
            out.append(Found(i, i + 1, cue))
    return out


def _begins(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Does a clause begin at a word without a conjunction?"""
    before = line.words.words[at - 1]
    return before in lexicon.clause or not before[-1:].isalnum()


def _phrase(words: Sequence[str], at: int, rests: Sequence[tuple[tuple[str, ...], str]]) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for rest, cls in rests:
        size = len(rest)
        if tuple(words[at + 1 : at + 1 + size]) == rest and (best is None or size >= best[0]):
            best = (size + 1, cls)
    return best


__all__ = ["ATTRIBUTION", "TAG", "Found", "Line", "find_cues"]
