"""Kinds, cues and speakers in a language whose verbs come first."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.article import Quote, QuoteKind
from khabar.quotations.kinds import kind_of
from khabar.quotations.lexicon import Lexicon, lexicon_of
from khabar.quotations.lines import Line
from khabar.quotations.made import HEADING, PROSE, Place, plain_kind, quote
from khabar.quotations.mend import mend
from khabar.quotations.report import NOBODY, Report, Said
from khabar.quotations.spans import Marked, Span

_BREAK = 40
"""Characters of the longest line that may stand between two stories."""


def attributed(texts: Sequence[str], places: Sequence[Place], found: list[Marked], language: str) -> list[Quote]:
    """The quotations with cue and speaker. Names are settled at the end, when every mention is known."""
    lexicon = lexicon_of(language)
    report = Report(lexicon)
    lines: list[Line] = []
    out: list[tuple[Span, QuoteKind, Said]] = []
    open_to, after = -1, 0
    for at, text in enumerate(texts):
        spans = found[at].spans
        if places[at][1] is None:
            out += ((span, HEADING, NOBODY) for span in spans)
        elif len(text) > PROSE:
            out += ((span, plain_kind(text, span), NOBODY) for span in spans)
        elif at < open_to:
            continue  # the middle of a quotation
        else:
            line = _line(at, " " * (after - 1) + "." + text[after:] if at == open_to else text, found[at], lexicon)
            lines.append(line)
            for k, said in enumerate(report.read(line)):
                span = line.spans[k]
                inner = text[span.start : span.end if span.last == at else len(text)]
                out.append((span, kind_of(line, k, said, inner, lexicon), said))
                if span.last > at:
                    open_to, after = span.last, max(span.after, 1)
    report.voices.people.settle(lines)
    return [
        quote(texts, places, span, kind, said.person.text if said.person is not None else None, said.cue)
        for span, kind, said in out
    ]


def _line(at: int, text: str, found: Marked, lexicon: Lexicon) -> Line:
    """A paragraph made ready, with the quotations of which a mark is missing."""
    line = Line(at, text, found.spans, lexicon)
    if found.unclosed is None and not found.unopened:
        return line
    mended = mend(found, line, lexicon)
    return line if mended == found.spans else Line(at, text, mended, lexicon)
