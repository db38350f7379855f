"""The lines of a picture's caption: which of them end in a credit, by their elements and by their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from khabar.characters import ends_sentence, fold, one_line, words
from khabar.lexicon import Lexicon
from khabar.pictures.credits import clean_credit, is_credit_text, is_label, is_names, split_caption
from khabar.pictures.record import Piece, Unit

_LEAST = 3
"""Words before a name that is set apart: fewer may be a name's first half."""
_NAME = 6
"""Words of a photographer's name at the most, with the agency's."""
_WAITS = (":", "：", "，", "،", ",", "&", "+")
"""Marks at the end of a text that more of it must follow."""
_SLASHES = ("/", "／")
_SEPARATORS = " \t\u00a0|/–—-•·(（["
"""What stands between a caption and its credit and belongs to neither."""
_AHEAD = " \t\u00a0:：;,،|"
"""Marks that a caption does not begin with: what stood before them is in an element of its own."""
COMPARED = 8
"""Texts of a picture that others are looked for in: pages show a caption twice, hardly ever nine captions."""


class Lines(NamedTuple):
    """The lines of a caption taken apart."""

    captions: list[str]
    credits: list[str]
    labels: list[str]


class Texts:
    """Texts of one kind, each kept once: pages show captions twice, for two widths."""

    __slots__ = ("_keys", "_seen", "kept")

    def __init__(self) -> None:
        self.kept: list[str] = []
        self._keys: list[str] = []
        self._seen: set[str] = set()

    def add(self, text: str) -> bool:
        """Keep a text. False where it says again what one that is kept says."""
        key = fold(text)
        if key in self._seen or any(key in other for other in self._keys):
            return False
        self._seen.add(key)
        if len(self._keys) < COMPARED:
            self._keys.append(key)
        self.kept.append(text)
        return True


def once(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces, each once, and those that another one says, too."""
    kept: list[Piece] = []
    again: list[Piece] = []
    seen: set[str] = set()
    longest = [piece.text for piece in pieces[:COMPARED]]
    for piece in pieces:
        text = piece.text
        if text in seen or any(len(text) < len(other) and text in other for other in longest):
            again.append(piece)
        else:
            seen.add(text)
            kept.append(piece)
    return kept, again


def split_lines(pieces: Iterable[Piece], lexicon: Lexicon, known: Iterable[str]) -> Lines:
    """Take the lines of one caption apart. `known`: credits that elements of their own gave: besides those only one
    with a marker is looked for in the words. No word is lost."""
    out = Lines([], [], [])
    lines: list[str] = []
    for piece in pieces:
        unit = _credit(piece, lexicon)
        if unit is None:
            lines.append(piece.text)
            continue
        credit, label = clean_credit(unit.text, lexicon)
        out.credits.append(credit)
        out.labels.append(label)
        lines.append(unit.before.rstrip(_SEPARATORS))
    text = "\n".join(lines)  # a line break tells the splitter where a credit may begin
    parts = split_caption(text, lexicon)
    sure = {fold(credit) for credit in (*known, *out.credits)}
    caption = parts.caption
    if parts.credit and sure and not parts.label and fold(parts.credit) not in sure:
        caption = text
    elif parts.credit:
        out.credits.append(one_line(parts.credit))
    out.labels.append(one_line(parts.label))
    out.captions.extend(filter(None, (line.lstrip(_AHEAD).rstrip() for line in (caption or "").split("\n"))))
    if out.captions and (sure or out.credits):
        last, label = _without_label(out.captions[-1].rstrip(_SEPARATORS), lexicon)
        out.captions[-1] = last
        out.labels.append(label)
    return out


def _without_label(caption: str, lexicon: Lexicon) -> tuple[str, str]:
    """A caption without the marker at its end, whose credit stands in another element; and that marker."""
    at = max(caption.rfind(" "), caption.rfind("."), caption.rfind("!"))
    word = caption[at + 1 :] if at > 0 else ""
    before = caption[: at + 1].rstrip()
    if word and is_label(word, lexicon) and (word.endswith((":", "：", "©")) or ends_sentence(before)):
        return before, word
    return caption, ""


def _credit(piece: Piece, lexicon: Lexicon) -> Unit | None:
    """The element at a line's end that is the credit; None where a marker in the words says which words are."""
    if not piece.units:
        return None
    whole = split_caption(piece.text, lexicon)
    if whole.credit and whole.label:
        return None
    for unit in piece.units:
        before = unit.before.rstrip(_SEPARATORS)
        if before.endswith(_WAITS) or before.count("(") > before.count(")") or unit.before.endswith(_SLASHES):
            continue
        if split_caption(before, lexicon).credit:
            return None  # the element holds only the last words of a credit
        if is_credit_text(unit.text, lexicon) or (
            (unit.named or ends_sentence(before))
            and words(before) >= _LEAST
            and words(unit.text) <= _NAME
            and is_names(unit.text, lexicon)
            and not is_label(unit.text, lexicon)
        ):
            return unit
    return None
