"""Second pass: label strings that are ordinary words too; they count only where their neighbours agree."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import last_mark
from khabar.labels.document import Document
from khabar.labels.markers import value_of
from khabar.labels.rules import OPEN, give, rule

RELATED_WEAK = rule(
    "related.weak", Label.RELATED, "a word that heads lists of other articles, with titles below it", "Analysis"
)
PROMO_WEAK = rule(
    "promo.weak", Label.PROMO, "a word of a button, beside other buttons or inside the page's furniture", "Email"
)
CREDIT_WEAK = rule(
    "credit.weak",
    Label.CREDIT,
    "a word that leads a photographer's name, beside a picture or at the text's ends",
    "تصوير محمود سالم",
)
BYLINE_WEAK = rule(
    "byline.weak", Label.BYLINE, "a word that leads an author's name, above the first paragraph", "Por Ana Silva"
)

_TOP = 6
_NAME_WORDS = 6
_BUTTONS = frozenset((Label.PROMO, Label.SKIP, Label.BOILERPLATE))
_PICTURE = frozenset((Label.ALT, Label.CREDIT, Label.CAPTION))


def weak(doc: Document) -> None:
    """Judge the lines that have only a weak label."""
    blocks = doc.blocks
    body = next((i for i, b in enumerate(blocks) if b.label is Label.PARAGRAPH and b.words > 12), len(blocks))
    for i, block in enumerate(blocks):
        hits = block.hits
        if not hits or block.label is not Label.UNKNOWN or i == 0:
            continue
        near = blocks[max(0, i - 1) : i] + blocks[i + 1 : i + 2]
        if "related.weak" in hits and _titles(blocks[i + 1 : i + 3]):
            give(block, RELATED_WEAK)
        elif ("share.weak" in hits or "promo.weak" in hits) and any(
            b.label in _BUTTONS or "share.weak" in b.hits or "promo.weak" in b.hits for b in near
        ):
            give(block, PROMO_WEAK)
        elif (
            "credit.weak" in hits
            and _name(block)
            and (any(b.label in _PICTURE for b in near) or i <= min(_TOP, body) or i >= len(blocks) - 3)
        ):
            give(block, CREDIT_WEAK, value=value_of(block, hits["credit.weak"]))
        elif "byline.weak" in hits and _name(block) and i <= min(_TOP, body):
            give(block, BYLINE_WEAK, value=value_of(block, hits["byline.weak"]))


def _name(block: Block) -> bool:
    """A few words with no mark behind them."""
    return 2 <= block.words <= _NAME_WORDS and last_mark(block.text) not in ".،,:؛"


def _titles(after: list[Block]) -> bool:
    """Two lines that are as long as titles and no sentences."""
    return len(after) == 2 and all(b.label in OPEN and 4 <= b.words <= 24 and not b.stop for b in after)
