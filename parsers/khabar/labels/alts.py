"""Second pass: pictures are numbered, and the alt line of each is found.

An alt text has no label and stands where, without it, a paragraph or a heading of the article stands: before the
credit or the caption. Whether a text shows alt lines at all, its pictures decide together.
"""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.labels.pictures import Picture, pictures_of
from khabar.labels.rules import give, rule
from khabar.labels.values import MARKER_ALONE

ALT = rule(
    "alt.before",
    Label.ALT,
    "a line without a full stop right before a credit or a caption, in a text whose pictures have such lines",
    "بوتين يقود السيارة",
)
ALT_ECHO = rule(
    "alt.echo",
    Label.ALT,
    "it stands before a credit or caption and says what the caption says",
    "كيم وبوتين يتصافحان",
)

ALT_REPEATED = rule(
    "alt.repeated",
    Label.ALT,
    "a short line that stands several times in the text: a divider's or a logo's alt text",
    "Section divider",
)
ALT_DECOR = rule("alt.decor", Label.ALT, "it names a divider, a banner or the like", "grey line")
ALT_TIGHT = rule(
    "alt.tight",
    Label.ALT,
    "no blank line between it and the caption, list or alt line beside it, where "
    "blank lines stand between all paragraphs",
    "Map of the area",
)

ALT_SENTENCE = rule(
    "alt.sentence",
    Label.ALT,
    "a short sentence right before a credit or caption, in a text whose pictures all have such a line",
    "La Casa Blanca con flores.",
)

ALT_WORDS = 60
PRIOR = 1
"""Votes for alt lines beforehand, where credits stand on the line of their label: the form that shows them."""
SENTENCE_WORDS = 14
"""Words of an alt text that ends with a full stop, at the most; a paragraph of the body is longer."""
_ECHO = 0.6
"""Share of the shorter one's words that an alt text and a caption have in common when one echoes the other."""


def pictures(doc: Document) -> None:
    """Number the pictures, and find the alt line of each."""
    blocks = doc.blocks
    found = pictures_of(blocks)
    shows_alts = _find_alts(doc, found) if found else True
    _lone_alts(doc, shows_alts)
    for number, picture in enumerate(found, 1):
        for at in (picture.alt, picture.credit, picture.caption):
            if at is not None:
                blocks[at].group = number


def _lone_alts(doc: Document, shows_alts: bool) -> None:
    """Alt lines of pictures that have neither credit nor caption: dividers, charts, logos."""
    blocks, spaced = doc.blocks, doc.spaced
    seen: dict[str, int] = {}
    for block in blocks:
        if block.label in (Label.UNKNOWN, Label.ALT) and block.words <= 6:
            seen[block.key] = seen.get(block.key, 0) + 1
    for i, block in enumerate(blocks):
        if block.label is not Label.UNKNOWN or i == 0 or block.bullet:
            continue
        if "alt" in block.hits:
            give(block, ALT_DECOR)
        elif not shows_alts or block.words > 30 or block.text[-1] in ":：":
            continue
        elif seen.get(block.key, 0) >= 2 and spaced and len(blocks) < 400:
            give(block, ALT_REPEATED)
        elif (
            spaced and not block.gap and blocks[i - 1].label in _TIGHT and (i + 1 >= len(blocks) or blocks[i + 1].gap)
        ):
            give(block, ALT_TIGHT)
    for block, after in zip(reversed(blocks[1:-1]), reversed(blocks[2:]), strict=False):
        if (
            spaced
            and block.label is Label.UNKNOWN
            and after.label is Label.ALT
            and not after.gap
            and not block.bullet
        ):
            give(block, ALT_TIGHT)


_TIGHT = frozenset((Label.CAPTION, Label.LIST_ITEM, Label.ALT, Label.RELATED, Label.CREDIT))


def _find_alts(doc: Document, found: list[Picture]) -> bool:
    """Alt lines, by a vote of the whole text: pictures of a text all have alt lines, or none has.

    Returns whether this text shows alt text.
    """
    blocks = doc.blocks
    longest = ALT_WORDS
    if not any(p.credit is not None for p in found) and not doc.spaced:
        if any(blocks[p.first].rule == MARKER_ALONE.id for p in found):
            return False  # labels on lines of their own: no alt text in this form
    if doc.stopless:
        longest = min(longest, SENTENCE_WORDS)
    candidates: list[tuple[Picture, int, float]] = []
    inner = sum(p.inner for p in found)
    yes = no = short = 0
    before = {p.first - 1 for p in found}
    body = [b for i, b in enumerate(blocks) if b.label is Label.PARAGRAPH and i not in before]
    lengths = sorted(b.words for b in body)
    brief = min(SENTENCE_WORDS, lengths[len(lengths) // 2] // 2) if body else SENTENCE_WORDS
    # agencies describe their pictures in English, in texts of every script
    foreign = sum(b.text.isascii() for b in body) * 4 < len(body)
    for picture in found:
        at = picture.first - 1
        if at < 1 or blocks[at].label in (Label.SKIP, Label.DATE, Label.BYLINE, Label.TITLE):
            continue
        if blocks[at].label in (Label.CREDIT, Label.CAPTION):
            no += 1  # picture upon picture, and nothing between them
            continue
        block = blocks[at]
        if block.label not in (Label.UNKNOWN, Label.PARAGRAPH) or block.words > ALT_WORDS:
            no += block.label is Label.PARAGRAPH
            continue
        echo = _overlap(block, blocks[picture.caption]) if picture.caption is not None else 0.0
        if doc.dump and echo < _ECHO:
            continue  # in a whole page buttons stand beside a picture; only an echo of the caption is its alt text
        if echo >= _ECHO or (not block.stop and block.words <= longest):
            candidates.append((picture, at, echo))
            yes += 2 if echo >= _ECHO else 1
        elif foreign and block.text.isascii():
            candidates.append((picture, at, 1.0))
            yes += 1
        elif block.words <= brief:
            short += 1
            candidates.append((picture, at, echo))
        else:
            no += 1
    if inner * 2 > len(found):  # labels on lines of their own: no alt text in this form
        return False
    for picture, at, echo in candidates:
        block = blocks[at]
        if echo >= _ECHO and (block.words > 2 or yes > no):
            picture.alt = at
            give(block, ALT_ECHO)
        elif (not block.stop and yes + short + PRIOR > no) or (block.stop and yes + short > 1 + 4 * no):
            picture.alt = at
            give(block, ALT if not block.stop else ALT_SENTENCE)
    return yes + short + PRIOR > no


def _overlap(a: Block, b: Block) -> float:
    """Share of the shorter text's words that the other has too; of its pairs of characters, in scripts
    written without spaces."""
    other = b.key if b.value is None else fold(b.value)
    left, right = set(a.key.split()), set(other.split())
    if not left or not right:
        return 0.0
    if len(left) < 4 and a.words > 6:
        left, right = _pairs("".join(left)), _pairs("".join(right))
    least = min(len(left), len(right))
    return len(left & right) / least if least > 1 else float(left == right)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
