"""The texts of pictures taken apart: a caption and the credit glued to it, a credit and its label word.

Runs once the language is known, since label words and agencies are the lexicon's. Every word stays in some block.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from khabar.blocks import Block
from khabar.characters import ends_sentence, fold, words
from khabar.html.evidence import Evidence
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon
from khabar.lookup import look_up
from khabar.pictures.credits import clean_credit, is_credit_text, is_label, is_marked_credit, is_names, split_caption
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
_SENTENCE = 5
"""Words of a sentence, or of a caption and its credit, in such an element, at the least."""
_PLAIN = 3
"""Words in small letters that a caption or a sentence has, and a credit has not, at the least."""
_TIMES = 2
"""Half the words of a caption without a stop are in small letters, at the least: of "Ana Lund for the Ashby Post and
the Quay Press" fewer are."""
_CLOCK = Lazy(r"\d{1,2}:\d\d(?!\d)")
"""The time in a line of place and date, which some sites put into the credit's element."""
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
_KEPT = 256
"""Pictures whose texts are kept, told apart."""
_FEW = 8
"""Texts of such a picture at the most."""
_LEAST = 3
"""Words of a caption that no element says to be one, at the least."""


def part_pictures(blocks: list[Block], lexicon: Lexicon) -> list[Block]:
    """The blocks, each picture's as an alt text, a caption, a credit, their label words and what else it holds."""
    out: list[Block] = []
    for block in blocks:
        if block.picture is None or block.markup is None or block.markup.part != "picture":
            out.append(block)
        else:
            out += _blocks_of(block, block.picture, lexicon)
    return out


class _Texts(NamedTuple):
    """A picture's texts, told apart."""

    captions: tuple[str, ...]
    credits: tuple[str, ...]
    rest: tuple[tuple[str, str], ...]
    """Others, and what part of the picture each is."""
    media: str


def _blocks_of(block: Block, picture: Picture, lexicon: Lexicon) -> list[Block]:
    """The picture's blocks, the alt text first."""
    tell = _known_texts if len(picture.pieces) <= _FEW else _texts_of
    texts = tell(tuple(picture.pieces), picture.media, lexicon) if picture.pieces else _NO_TEXTS
    picture.media = texts.media or picture.media
    parts: list[tuple[str, str]] = []
    if picture.alt or (picture.shown and not texts.captions and not texts.credits):
        parts.append((picture.alt or "", "alt"))
    if texts.captions:
        parts.append((" ".join(texts.captions), "caption"))
    credit = _BETWEEN.join(texts.credits) or _hinted(picture, lexicon)
    if credit:
        parts.append((credit, "credit"))
    return [_made(block, picture, text, part) for text, part in (*parts, *texts.rest)]


def _hinted(picture: Picture, lexicon: Lexicon) -> str | None:
    """A credit that only the image's attributes give."""
    for text in (picture.title, picture.alt):
        if text and len(text) > _LEAST_HINT and any(mark in text for mark in _HINTS):
            parts = split_caption(text, lexicon)
            if parts.credit and parts.caption:
                return parts.credit
    return None


def _made(block: Block, picture: Picture, text: str, part: str) -> Block:
    made = block.part(text, gap=True)
    evidence = Evidence("", block.markup.zone if block.markup is not None else 2)  # type: ignore[arg-type]
    evidence.part = part
    made.markup = evidence
    made.picture = picture
    made.media = picture.media
    return made


_NO_TEXTS = _Texts((), (), (), "")


def _texts_of(pieces: tuple[Piece, ...], media: str, lexicon: Lexicon) -> _Texts:
    """The texts told apart."""
    return _Parting(media, lexicon).texts(list(pieces))


@lru_cache(maxsize=_KEPT)
def _known_texts(pieces: tuple[Piece, ...], media: str, lexicon: Lexicon) -> _Texts:
    """The same of a few texts. Pages show a picture twice, for two widths, and some say the same below each."""
    return _texts_of(pieces, media, lexicon)


def _said_once(credit: str, lexicon: Lexicon) -> tuple[str, str]:
    """A credit without its end that says it again behind a marker ("Ana Lund Copyright Ana Lund"), and that end."""
    at = credit.rfind(f" {credit.split(' ', 1)[0]}")
    name, before = credit[at + 1 :], credit[: max(at, 0)]
    if at < 0 or not before.startswith(f"{name} ") or not is_label(before[len(name) :].strip(), lexicon):
        return credit, ""
    return name, credit[len(name) :].strip()


class _Parting:
    """The texts of one picture on the way to captions, credits and what else they are."""

    __slots__ = ("_captions", "_credits", "_lexicon", "_media", "_rest")

    def __init__(self, media: str, lexicon: Lexicon) -> None:
        self._media = media
        self._lexicon = lexicon
        self._captions, self._credits = Texts(), Texts()
        self._rest: list[tuple[str, str]] = []

    def texts(self, pieces: list[Piece]) -> _Texts:
        """Tell them apart."""
        self._sort(_with_markers(pieces, self._lexicon))
        credits = self._longest(self._credits.kept)
        return _Texts(tuple(self._captions.kept), tuple(credits), tuple(self._rest), self._media)

    def _sort(self, pieces: list[Piece]) -> None:
        """Take the texts apart: what is a credit, a line of the caption, something else."""
        pieces, spare = _without_spare(pieces)
        free = [piece.text for piece in pieces if piece.kind == "free"]
        captioned = any(piece.kind in ("caption", "figcaption") for piece in pieces)
        named = any(piece.kind == "caption" for piece in pieces)
        lines: list[Piece] = []
        for piece in pieces:
            block = Block(piece.text, 0, 0, True)
            look_up(block, self._lexicon)
            for cls in ("caption.video", "caption.audio"):
                if cls in block.hits and not self._media:
                    self._media = cls.rpartition(".")[2]
            part = self._meaning(piece, block, free, captioned=captioned, named=named)
            if part == "credit":
                self._credit(*clean_credit(piece.text, self._lexicon))
            elif part == "caption":
                lines.append(piece)
            else:
                self._rest.append((piece.text, part))
        lines, again = once(lines) if len(lines) > 1 else (lines, [])
        if lines:
            parts = split_lines(lines, self._lexicon, self._credits.kept)
            for line in parts.captions:
                if not self._captions.add(line):
                    self._rest.append((line, "again"))
            for credit in parts.credits:
                self._credit(credit, "")
            for label in parts.labels:
                self._label(label)
        self._rest += [(piece.text, "again") for piece in (*again, *spare)]

    def _longest(self, credits: list[str]) -> list[str]:
        """The credits without those that a longer one says, too."""
        keys = [fold(credit) for credit in credits[:COMPARED]]
        kept: list[str] = []
        for credit in credits:
            if any(fold(credit) != key and fold(credit) in key for key in keys):
                self._rest.append((credit, "again"))
            else:
                kept.append(credit)
        return kept

    def _credit(self, credit: str, label: str) -> None:
        credit, again = _said_once(credit, self._lexicon)
        if again:
            self._rest.append((again, "again"))
        if credit and not self._credits.add(credit):
            self._rest.append((credit, "again"))
        self._label(label)

    def _label(self, label: str) -> None:
        if label:
            self._rest.append((label, "label"))

    def _meaning(self, piece: Piece, block: Block, free: list[str], *, captioned: bool, named: bool) -> str:
        """What a text of a picture is: "credit", "caption", "labelled" or "other"."""
        hit = block.hits.get("credit")
        if hit is not None and hit.length >= len(block.key) and is_credit_text(block.text, self._lexicon):
            return "credit"  # an agency's name, which leads photographers' names elsewhere
        size = words(piece.text)
        if piece.kind == "credit" and _CLOCK().search(piece.text) and sum(map(str.isdigit, piece.text)) >= _DIGITS:
            return "other"
        if piece.kind == "credit" and hit is not None and size < _SHORT:
            return "credit"
        if not _LABELLED.isdisjoint(block.hits) and size < _SHORT:
            return "labelled"  # the rules for markers know what it is
        if piece.kind == "free":
            return self._free(piece.text, free, captioned=captioned)
        if piece.kind == "credit":
            return self._credited(piece.text, captioned=captioned)
        if piece.kind == "other" or not any(map(str.isalnum, piece.text)) or self._counts(piece.text):
            return "other"
        if named and piece.kind == "figcaption" and size <= _BUTTON and not ends_sentence(piece.text):
            return "credit" if is_credit_text(piece.text, self._lexicon) else "other"
        return "credit" if is_marked_credit(piece.text, self._lexicon) else "caption"

    def _credited(self, text: str, *, captioned: bool) -> str:
        """What a text is whose element is named a credit: a credit, a caption with its credit, a caption alone;
        beside a caption a sentence of another kind."""
        size = words(text)
        if size < _SENTENCE or is_credit_text(text, self._lexicon) or is_names(text, self._lexicon):
            return "credit"
        parts = split_caption(text, self._lexicon)
        plain = sum(word[:1].islower() for word in text.split())
        if parts.credit:
            both = parts.caption and words(parts.caption) >= _LEAST and not is_names(parts.caption, self._lexicon)
            return "caption" if both and plain and (not captioned or _TIMES * plain >= size) else "credit"
        if plain < _PLAIN or not (ends_sentence(text) or (size >= _TELLS and _TIMES * plain >= size)):
            return "credit"
        return "other" if captioned or size < _TELLS else "caption"

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
