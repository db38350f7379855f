"""The texts of pictures taken apart: a caption and the credit glued to it, a credit and its label word.

Runs once the language is known, since label words and agencies are the lexicon's. Every word stays in some block.
"""

from __future__ import annotations

from khabar.blocks import Block
from khabar.characters import ends_sentence, fold, words
from khabar.html.evidence import Evidence
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon
from khabar.lookup import look_up
from khabar.pictures.credits import clean_credit, is_credit_text, is_label, is_marked_credit, split_caption
from khabar.pictures.lines import COMPARED, Texts, once, split_lines
from khabar.pictures.record import Picture, Piece

_LABELLED = frozenset(
    ("credit", "embed.notice", "media", "promo", "share", "ads", "related", "comments", "byline", "updated",
     "published")
)  # fmt: skip
_NAME = 4
"""Words of a photographer's name at the most."""
_BUTTON = 4
"""Words at the most on a button that is no button's element: "View 3 images"."""
_TELLS = 8
"""Words of a text, at the least, that may be a caption though its element is named a credit."""
_BUTTON_WORDS = 5
"""Words on a button that counts pictures, at the most."""
_NONE: set[str] = set()
_WORD = Lazy(r"[^\W\d]+")
_SHORT = 60
_HINTS = (":", "©", "|", "(", "/", "[")
"""One of these stands before a credit, or in it."""
_DIGITS = 6
"""Figures of a date and a time, at the least."""
_LEAST_HINT = 20
"""Characters of an attribute that may hold a caption and a credit."""
_BETWEEN = " / "
"""Between a photographer's and an agency's name that stand in elements of their own."""
_COUNTER = Lazy(r"\W*\d+\W*(?:[^\W\d]{1,5}\W*)?\d*\W*$")
"""Which picture of how many it is ("2 of 12 |"), or how long a film runs ("01:48 min")."""
_WAITS = (":", "：", ",", "،")
"""Marks at the end of a marker whose text follows."""
_LEAST = 3
"""Words of a caption that no element says to be one, at the least."""


def part_pictures(blocks: list[Block], lexicon: Lexicon) -> list[Block]:
    """The blocks, each picture's as an alt text, a caption, a credit, their label words and what else it holds."""
    out: list[Block] = []
    for block in blocks:
        if block.picture is None or block.markup is None or block.markup.part != "picture":
            out.append(block)
        else:
            out += _Parting(block, block.picture, lexicon).blocks()
    return out


class _Parting:
    """One picture on the way from its texts to their blocks."""

    __slots__ = ("_block", "_captions", "_credits", "_lexicon", "_picture", "_rest")

    def __init__(self, block: Block, picture: Picture, lexicon: Lexicon) -> None:
        self._block = block
        self._picture = picture
        self._lexicon = lexicon
        self._captions, self._credits = Texts(), Texts()
        self._rest: list[Block] = []

    def blocks(self) -> list[Block]:
        """The picture's blocks, the alt text first."""
        picture = self._picture
        if picture.pieces:
            self._sort(_with_markers(picture.pieces, self._lexicon))
        captions, credits = self._captions.kept, self._longest(self._credits.kept)
        made: list[Block] = []
        if picture.alt or (picture.shown and not captions and not credits):
            made.append(self._made(picture.alt or "", "alt"))
        if captions:
            made.append(self._made(" ".join(captions), "caption"))
        if credits:
            made.append(self._made(_BETWEEN.join(credits), "credit"))
        elif not any("credit" in block.hits for block in self._rest):
            made += self._hinted()
        return made + self._rest

    def _sort(self, pieces: list[Piece]) -> None:
        """Take the texts apart: what is a credit, a line of the caption, something else."""
        pieces, spare = _without_spare(pieces)
        free = [piece.text for piece in pieces if piece.kind == "free"]
        captioned = any(piece.kind in ("caption", "figcaption") for piece in pieces)
        named = any(piece.kind == "caption" for piece in pieces)
        lines: list[Piece] = []
        for piece in pieces:
            block = self._block.part(piece.text)
            look_up(block, self._lexicon)
            for cls in ("caption.video", "caption.audio"):
                if cls in block.hits and not self._picture.media:
                    self._picture.media = cls.rpartition(".")[2]
            part = self._meaning(piece, block, free, captioned=captioned, named=named)
            if part == "credit":
                self._credit(*clean_credit(piece.text, self._lexicon))
            elif part == "caption":
                lines.append(piece)
            else:
                self._rest.append(self._made(piece.text, part))
        lines, again = once(lines) if len(lines) > 1 else (lines, [])
        if lines:
            parts = split_lines(lines, self._lexicon, self._credits.kept)
            for line in parts.captions:
                if not self._captions.add(line):
                    self._rest.append(self._made(line, "again"))
            for credit in parts.credits:
                self._credit(credit, "")
            for label in parts.labels:
                self._label(label)
        self._rest += [self._made(piece.text, "again") for piece in (*again, *spare)]

    def _longest(self, credits: list[str]) -> list[str]:
        """The credits without those that a longer one says, too."""
        keys = [fold(credit) for credit in credits[:COMPARED]]
        kept: list[str] = []
        for credit in credits:
            if any(fold(credit) != key and fold(credit) in key for key in keys):
                self._rest.append(self._made(credit, "again"))
            else:
                kept.append(credit)
        return kept

    def _credit(self, credit: str, label: str) -> None:
        if credit and not self._credits.add(credit):
            self._rest.append(self._made(credit, "again"))
        self._label(label)

    def _label(self, label: str) -> None:
        if label:
            self._rest.append(self._made(label, "label"))

    def _meaning(self, piece: Piece, block: Block, free: list[str], *, captioned: bool, named: bool) -> str:
        """What a text of a picture is: "credit", "caption", "labelled" or "other"."""
        hit = block.hits.get("credit")
        if hit is not None and hit.length >= len(block.key) and is_credit_text(block.text, self._lexicon):
            return "credit"  # an agency's name, which leads photographers' names elsewhere
        size = words(piece.text)
        if piece.kind == "credit" and hit is not None and size < _SHORT:
            return "credit"
        if not _LABELLED.isdisjoint(block.hits) and size < _SHORT:
            return "labelled"  # the rules for markers know what it is
        if piece.kind == "free":
            return self._free(piece.text, free, captioned=captioned)
        if piece.kind == "credit":
            return "credit" if captioned or size < _TELLS or not self._tells(piece.text) else "caption"
        if piece.kind == "other" or not any(map(str.isalnum, piece.text)) or self._counts(piece.text):
            return "other"
        if named and piece.kind == "figcaption" and size <= _BUTTON and not ends_sentence(piece.text):
            return "credit" if is_credit_text(piece.text, self._lexicon) else "other"
        return "credit" if is_marked_credit(piece.text, self._lexicon) else "caption"

    def _tells(self, text: str) -> bool:
        """Is a text whose element is named a credit a caption with its credit, or a caption alone?"""
        if is_credit_text(text, self._lexicon):
            return False
        parts = split_caption(text, self._lexicon)
        return bool(parts.caption and parts.credit) or (not parts.credit and ends_sentence(text))

    def _counts(self, text: str) -> bool:
        """Is a text a button's that says how many pictures there are ("View 3 images")?"""
        if words(text) > _BUTTON_WORDS or not any(map(str.isdigit, text)):
            return False
        return not self._lexicon.words.get("caption.count", _NONE).isdisjoint(_WORD().findall(fold(text)))

    def _free(self, text: str, free: list[str], *, captioned: bool) -> str:
        """What a text beside a picture is, of which no element says anything."""
        if _COUNTER().match(text) or self._counts(text) or (sum(map(str.isdigit, text)) >= _DIGITS and ":" in text):
            return "other"
        if is_credit_text(text, self._lexicon) or is_marked_credit(text, self._lexicon):
            return "credit"
        letters = any(map(str.isalpha, text))
        if letters and len(free) == 2 and text is free[1] and not captioned:
            # a name alone behind the caption, in an element of its own
            if words(text) <= _NAME and not ends_sentence(text) and words(free[0]) >= _LEAST:
                return "credit"
        return "other" if captioned or not letters or words(text) < _LEAST else "caption"

    def _hinted(self) -> list[Block]:
        """A credit that only the image's attributes give."""
        for text in (self._picture.title, self._picture.alt):
            if text and len(text) > _LEAST_HINT and any(mark in text for mark in _HINTS):
                parts = split_caption(text, self._lexicon)
                if parts.credit and parts.caption:
                    return [self._made(parts.credit, "credit")]
        return []

    def _made(self, text: str, part: str) -> Block:
        block = self._block
        made = block.part(text, gap=True)
        evidence = Evidence("", block.markup.zone if block.markup is not None else 2)  # type: ignore[arg-type]
        evidence.part = part
        made.markup = evidence
        made.picture = self._picture
        made.media = self._picture.media
        return made


def _without_spare(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The texts that the page shows, with those of pop-ups where it shows none of their kind; and the others."""
    if not any(piece.spare for piece in pieces):
        return pieces, []
    shown = {_sort_of(piece) for piece in pieces if not piece.spare}
    kept: list[Piece] = []
    spare: list[Piece] = []
    for piece in pieces:
        (spare if piece.spare and _sort_of(piece) in shown else kept).append(piece)
    return kept, spare


def _sort_of(piece: Piece) -> str:
    return "caption" if piece.kind == "figcaption" else piece.kind


def _is_marker(piece: Piece, lexicon: Lexicon) -> bool:
    """Is a text the marker of the next one?"""
    waits = piece.text.endswith(_WAITS)
    if piece.kind == "marker":
        return waits or is_label(piece.text, lexicon)
    return (waits or piece.kind == "credit") and is_label(piece.text, lexicon)


def _with_markers(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, markers of their own elements before the text that they lead; other words for screen readers are
    no text of the picture."""
    out: list[Piece] = []
    marker = ""
    for piece in pieces:
        text = piece.text
        if _is_marker(piece, lexicon):
            marker = f"{marker} {text}".strip()
            continue
        if piece.kind == "marker":
            out.append(piece._replace(kind="other"))
            continue
        if marker:
            units = tuple(unit._replace(before=f"{marker} {unit.before}") for unit in piece.units)
            piece = piece._replace(text=f"{marker} {text}", units=units)
            marker = ""
        out.append(piece)
    if marker:
        out.append(Piece(marker, "credit"))
    return out
