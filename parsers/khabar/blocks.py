"""The one type that everything turns on: a block of the source, its label, and the rule that gave it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from khabar.html.evidence import Evidence
    from khabar.lexicon import Hit


class Label(StrEnum):
    """What a block is. The values are what `khabar explain` prints."""

    TITLE = "title"
    TITLE_REPEAT = "title-repeat"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    ALT = "alt"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATE = "date"
    RELATED = "related"
    PROMO = "promo"
    SKIP = "skip"
    MEDIA = "media"
    MARKER = "marker"
    BOILERPLATE = "boilerplate"
    UNKNOWN = "unknown"


class Block:
    """A piece of the source. The reader fills the first group; the labeller the second, and nothing else.

    No block is ever dropped or merged after reading, so what was stripped can always be told.
    (A plain class: dozens are made for each text.)
    """

    __slots__ = (
        "bullet",
        "end_line",
        "first",
        "first_rule",
        "gap",
        "group",
        "hits",
        "indent",
        "key",
        "label",
        "line",
        "markup",
        "media",
        "rule",
        "stop",
        "text",
        "words",
    )

    def __init__(
        self, text: str, line: int, end_line: int, gap: bool = False, bullet: str = "", indent: int = 0
    ) -> None:
        self.text = text
        """The words as written, no line breaks, outer white space and list mark taken off."""
        self.line = line
        """First source line, counted from 1."""
        self.end_line = end_line
        """Last source line."""
        self.gap = gap
        """True where a blank line (or the start of the text) stands before it."""
        self.bullet = bullet
        """The list mark that was taken off, as written ("•", "-", "*", "o", "ـ")."""
        self.indent = indent
        """White space before the text, in columns."""
        self.markup: Evidence | None = None
        """What a page's markup says of it; None in raw text."""

        self.key = ""
        """The text, or the beginning of a long one, folded for look-up (see characters.fold)."""
        self.hits: dict[str, Hit] = _NONE
        """Labels of the lexicon found in it, by class."""
        self.words = 0
        """About how many words it has."""
        self.stop = False
        """It ends as a sentence does."""
        self.label = Label.UNKNOWN
        """The final verdict."""
        self.rule = ""
        """Id of the rule that gave the final verdict."""
        self.first = Label.UNKNOWN
        """The verdict of the first pass: what the block is by itself."""
        self.first_rule = ""
        """Id of the rule that gave the first verdict."""
        self.group = 0
        """Number of the picture that an alt, caption or credit belongs to; 0 is none."""
        self.media = ""
        """"video" or "audio" where the label says so."""

    def part(self, text: str, *, bullet: str = "", gap: bool = False) -> Block:
        """A new block for a part of this one's text; it keeps the line numbers."""
        return Block(text, self.line, self.end_line, gap, bullet, self.indent)

    def __repr__(self) -> str:
        return f"Block({self.line}: {self.rule or '?'} {self.text[:60]!r})"


_NONE: dict[str, Hit] = {}


class LabelledBlock(NamedTuple):
    """A piece of the source as it is handed out, with both verdicts; the fields are those of `Block`."""

    text: str
    line: int
    end_line: int
    bullet: str
    label: Label
    rule: str
    first: Label
    first_rule: str

    @classmethod
    def of(cls, block: Block) -> LabelledBlock:
        return cls(
            block.text,
            block.line,
            block.end_line,
            block.bullet,
            block.label,
            block.rule,
            block.first,
            block.first_rule,
        )
