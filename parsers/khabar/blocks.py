"""The one type that everything turns on: a block of the source, its label, and the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    LABEL = "label"
    FURNITURE = "furniture"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Block:
    """A piece of the source. The reader fills the first group; the labeller the second, and nothing else.

    No block is ever dropped or merged after reading, so what was stripped can always be told.
    """

    text: str
    """The words as written, no line breaks, outer white space and bullet taken off."""
    line: int
    """First source line, counted from 1."""
    end_line: int
    """Last source line."""
    gap: bool = False
    """True where a blank line (or the start of the text) stands before it."""
    bullet: str = ""
    """The list mark that was taken off, as written ("•", "-", "*", "o", "ـ")."""
    indent: int = 0
    """White space before the text, in columns."""

    key: str = ""
    """The text, or the beginning of a long one, folded for look-up (see characters.fold)."""
    hits: dict[str, Hit] = field(default_factory=dict)
    """Labels of the lexicon found in it, by class."""
    words: int = 0
    """About how many words it has."""
    stop: bool = False
    """It ends as a sentence does."""
    label: Label = Label.UNKNOWN
    """The final verdict."""
    rule: str = ""
    """Id of the rule that gave the final verdict."""
    first: Label = Label.UNKNOWN
    """The verdict of the first pass: what the block is by itself."""
    first_rule: str = ""
    """Id of the rule that gave the first verdict."""
    value_at: int = 0
    """Where the value starts when a label word leads the text: text[:value_at] is the label ("صدر الصورة،")."""
    group: int = 0
    """Number of the picture that an alt, caption or credit belongs to; 0 is none."""
    media: str = ""
    """"video" or "audio" where the label says so."""
