"""Second pass: the title, and where it is said again."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.rules import OPEN, give, rule

TITLE = rule("title.first", Label.TITLE, "the first line that is no date, menu or promo", "اتفاقية تعاون بين البلدين")
ABOVE = rule(
    "title.above",
    Label.BOILERPLATE,
    "above the title: the name of the site, of an agency or of a section, a hashtag",
    "الرئيسية",
)
TITLE_REPEAT = rule("title.repeat", Label.TITLE_REPEAT, "the title said again", "اتفاقية تعاون بين البلدين")

TITLE_WORDS = 32
_FULL_STOP_WORDS = 14


def title_of(doc: Document) -> Block | None:
    """The block that is the title, if one is."""
    for block in doc.blocks:
        if block.label is Label.TITLE:
            return block
    return None


def title(doc: Document) -> None:
    """The first line that could be one; a text that begins with a paragraph has none."""
    above: list[Block] = []
    for block in doc.blocks[:12]:
        if block.label not in OPEN or block.bullet:
            if block.label in (Label.CREDIT, Label.CAPTION):
                return
            continue
        if block.words > TITLE_WORDS or (block.stop and block.text[-1] in ".۔।" and block.words > _FULL_STOP_WORDS):
            return
        if _outlet(block, doc):
            above.append(block)
            continue
        give(block, TITLE)
        for passed in above:
            give(passed, ABOVE)
        return


def _outlet(block: Block, doc: Document) -> bool:
    """A publisher's or an agency's name alone, a site's address ("AHDATH.INFO"), a section's name, a hashtag."""
    if block.words > 4:
        return False
    if "navigation" in block.hits or (block.text[0] == "#" and " " not in block.text):
        return True
    key = block.key.strip(" .:|-")
    if key in doc.lexicon.words.get("agency", ()) or key in doc.lexicon.words.get("brand", ()):
        return True
    return " " not in key and "." in key and key.isascii()


def repeats(doc: Document) -> None:
    """The title said again, anywhere in the text."""
    first = title_of(doc)
    if first is None or first.words < 3:
        return
    key = first.key.strip(" .")
    for block in doc.blocks:
        if block is not first and block.label in OPEN and block.key.strip(" .") == key:
            give(block, TITLE_REPEAT)
