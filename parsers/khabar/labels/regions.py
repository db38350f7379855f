"""Second pass: what stands between a skip link and its end marker."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.first import SHORT
from khabar.labels.markers import EMBED_BEGIN, EMBED_END, SKIP_BEGIN, SKIP_END, SKIP_PAGE
from khabar.labels.rules import give, rule

PROMO_REGION = rule(
    "promo.region",
    Label.PROMO,
    "between a skip link and its end marker",
    "قناتنا الرسمية على واتساب",
)
EMBED_REGION = rule("embed.region", Label.PROMO, "inside a social embed", "— Jane (@jane) 11 February 2020")
PROMO_UNCLOSED = rule(
    "promo.unclosed", Label.PROMO, "a short line after a skip link that has no end marker", "اضغط هنا"
)

LONGEST = 60
"""Blocks between a skip link and its end marker at the most: a recommendations list has up to twenty lines."""
UNCLOSED = 6
"""Lines cut behind an unclosed skip link at the most: the label, a title, a description, a link."""
_SHORT = 12

_BEGINS = {SKIP_BEGIN.id: SKIP_END.id, EMBED_BEGIN.id: EMBED_END.id, SKIP_PAGE.id: SKIP_PAGE.id}
_ENDS = frozenset((SKIP_END.id, EMBED_END.id))


def regions(doc: Document) -> None:
    """Strip what stands between begin and end markers; warn of a block that is never closed."""
    blocks = doc.blocks
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.first_rule not in _BEGINS or _is_navigation(block):
            if block.rule in _ENDS and not _known(block, doc) and not _element(block):
                give(block, SHORT)  # its neighbours must tell
            i += 1
            continue
        end = end_of(blocks, i)
        if end is None:
            i = _unclosed(doc, i)
            continue
        embed = block.first_rule == EMBED_BEGIN.id
        for inner in blocks[i + 1 : end]:
            give(inner, EMBED_REGION if embed else PROMO_REGION)
        blocks[end].label = Label.SKIP
        if blocks[end].rule not in _ENDS:
            give(blocks[end], EMBED_END if embed else SKIP_END)
        i = end + 1


def _known(block: Block, doc: Document) -> bool:
    """An end marker that nothing opened is one only where it names a promo or a network that we know."""
    names = doc.lexicon.words.get("promo.title", set()) | doc.lexicon.words.get("embed.site", set())
    return any(name in block.key for name in names if len(name) > 1)


def end_of(blocks: list[Block], begin: int) -> int | None:
    """Index of the end marker of the block that `begin` opens; a line equal to the begin marker closes it too."""
    head = blocks[begin]
    same_closes = head.first_rule == SKIP_PAGE.id or "skip.end" in head.hits or "embed.end" in head.hits
    want = _BEGINS[head.first_rule]
    for j in range(begin + 1, min(len(blocks), begin + 1 + LONGEST)):
        block = blocks[j]
        if same_closes and block.key == head.key:
            return j
        if block.first_rule == want or (block.first_rule in _ENDS and want in _ENDS):
            return j
        if block.first_rule in (SKIP_BEGIN.id, EMBED_BEGIN.id) and block.key != head.key:
            return None
    return None


def _unclosed(doc: Document, begin: int) -> int:
    """Cut the few short lines that belong to an unclosed skip link; returns where the article goes on."""
    blocks = doc.blocks
    i = begin + 1
    if blocks[begin].first_rule == SKIP_PAGE.id:
        return i  # the site's own skip link opens nothing
    while i < len(blocks) and i <= begin + UNCLOSED:
        block = blocks[i]
        if block.markup is not None and (block.markup.heading or block.markup.title):
            break
        if block.stop or block.words > _SHORT or block.first in (Label.CREDIT, Label.CAPTION, Label.SKIP):
            break
        if i > begin + 1 and block.gap and i + 1 < len(blocks) and blocks[i + 1].words > _SHORT and _bare(block):
            break  # a heading: the article goes on with it
        give(block, PROMO_UNCLOSED)
        i += 1
    doc.warnings.append(
        f"line {blocks[begin].line}: the end of the block that this line offers to skip was not found;"
        f" {_counted(i - begin - 1)} stripped with it"
    )
    return i


def _counted(lines: int) -> str:
    return {0: "no other line was", 1: "the line below it was"}.get(lines, f"the {lines} lines below it were")


def _is_navigation(block: Block) -> bool:
    """A page's link to skip its menus: it stands above the text and may stand below it again, and opens nothing."""
    return block.markup is not None and block.rule == SKIP_PAGE.id


def _bare(block: Block) -> bool:
    """Nothing but its shape tells what the block is."""
    return block.first is Label.UNKNOWN


def _element(block: Block) -> bool:
    """A whole element of a page that is not read."""
    return block.markup is not None and block.markup.part == "region"
