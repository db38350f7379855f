"""The one type that everything turns on: a block of the source, its label, and the rule that gave it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from khabar.characters import fold

if TYPE_CHECKING:
    from khabar.html.evidence import Evidence
    from khabar.lexicon import Hit
    from khabar.pictures.record import Picture


When = Literal["", "published", "modified", "either"]
"""Which date of the article a block states; "either": the first such one is when it was published."""


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
        "_key", "bullet", "credit", "end_line", "first", "first_rule", "gap", "hits", "indent", "label",
        "line", "markup", "media", "names", "picture", "rule", "stop", "text", "value", "when", "words",
    )  # fmt: skip

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

        self._key: str | None = None
        self.hits = NOT_LOOKED_UP
        """Markers of the lexicon found in it, by class (see lookup.look_up)."""
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
        self.picture: Picture | None = None
        """The picture that it is (as the reader of a page gives it), or is a part of."""
        self.media = ""
        """"video" or "audio" where the marker says so."""
        self.value: str | None = None
        """The text without the marker that led it: a credit, a caption, a date; "" where nothing follows the marker.
        None where the verdict is about the whole text."""
        self.credit: str | None = None
        """The photo credit within a caption."""
        self.names: tuple[str, ...] | None = None
        """The names in a byline; none in a line that stands with one (a role, a source). None: the value is the
        name."""
        self.when: When = ""
        """Which of the article's dates a date is; "" for a date that is not the article's."""

    @property
    def key(self) -> str:
        """The whole text, folded for comparison (see characters.fold)."""
        if self._key is None:
            self._key = fold(self.text)
        return self._key

    def part(self, text: str, *, bullet: str = "", gap: bool = False) -> Block:
        """A new block for a part of this one's text; it keeps the line numbers."""
        return Block(text, self.line, self.end_line, gap, bullet, self.indent)

    def __repr__(self) -> str:
        return f"Block({self.line}: {self.rule or '?'} {self.text[:60]!r})"


NOT_LOOKED_UP: dict[str, Hit] = {}
"""The `hits` of a block whose markers were not looked up yet."""


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
    lexicon: tuple[str, ...] = ()
    """Where the entries of the user's own lexicon stand that were found in it: "FILE:LINE"."""
    value: str | None = None
    credit: str | None = None

    @classmethod
    def of(cls, block: Block) -> LabelledBlock:
        """Of a block in the making."""
        return cls(
            block.text,
            block.line,
            block.end_line,
            block.bullet,
            block.label,
            block.rule,
            block.first,
            block.first_rule,
            tuple(hit.entry.where for hit in block.hits.values() if hit.entry.where),
            block.value,
            block.credit,
        )
