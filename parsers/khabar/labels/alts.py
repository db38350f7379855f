"""Second pass: each picture gets its record, and its alt line is found.

An alt text has no label and stands where, without it, a paragraph or a heading of the article stands: before the
credit or the caption. Whether a text shows alt lines at all, its pictures decide together.
"""

from __future__ import annotations

import itertools
from collections import Counter

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.labels.pictures import Place, pictures_of
from khabar.labels.rules import give, rule
from khabar.labels.values import MARKER_ALONE
from khabar.pictures.record import Picture

ALT = rule(
    "alt.before",
    Label.ALT,
    "a line without a full stop right before a credit or a caption, in a text whose pictures have such lines",
    "بوتين يقود السيارة",
)
ALT_ECHO = rule(
    "alt.echo",
    Label.ALT,
    "right before a credit or caption, in the caption's words",
    "كيم وبوتين يتصافحان",
)

ALT_REPEATED = rule(
    "alt.repeated",
    Label.ALT,
    "a short line that stands several times in the text: a divider's or a logo's alt text",
    "Section divider",
)
ALT_DECOR = rule("alt.decor", Label.ALT, "the name of a divider, a banner or the like", "grey line")
ALT_TIGHT = rule(
    "alt.tight",
    Label.ALT,
    "set closer to the date, caption, list or alt line beside it than paragraphs are to each other",
    "Map of the area",
)

ALT_BOX = rule(
    "alt.box",
    Label.ALT,
    "set close above the links below it, as the head of a box is",
    "More about the storm",
)

ALT_SENTENCE = rule(
    "alt.sentence",
    Label.ALT,
    "a sentence right before a credit or caption, in a text whose pictures have such lines",
    "La Casa Blanca con flores.",
)

ALT_WORDS = 60
"""Words of an alt text at the most."""
PRIOR = 1
"""Votes for alt lines beforehand, where credits stand on the line of their marker: the form that shows them."""
FOR, AGAINST = 3, -3
"""The vote of a line without a full stop right before a picture, and of a sentence as long as the text's paragraphs
or of a caption: of the lines before pictures, 1 in 25 is a heading where the text shows no alt lines, and 1 in 12
a sentence where it does (300 BBC pages in two forms)."""
SENTENCE_WORDS = 14
"""Words of a sentence at the most that tells nothing of itself."""
_ECHO = 0.6
"""Share of the shorter one that an alt text and a caption have in common when one echoes the other."""
LONE_WORDS = 30
"""Words of an alt text at the most where neither credit nor caption stands below it."""
REPEATED_WORDS = 12
"""Words of a line at the most that tells by its repetition that it is no heading."""
REPEATED_BLOCKS = 400
"""Blocks of a text at the least in which short lines are tables, and say the same many times."""
_CLOSE = frozenset((Label.DATE, Label.CAPTION, Label.LIST_ITEM, Label.ALT, Label.RELATED, Label.CREDIT))
"""Labels of lines below which a paragraph has a blank line."""
_PROSE = frozenset((Label.UNKNOWN, Label.PARAGRAPH, Label.DATE, Label.BYLINE))
_TIMES, _SENTENCE_TIMES = 2.0, 1.25
"""How often as many words as the caption an alt text that echoes it has at the most; where it is a sentence."""
_NOTICES = frozenset((Label.SKIP, Label.MEDIA, Label.PROMO, Label.RELATED, Label.BOILERPLATE, Label.TITLE_REPEAT))
"""Labels of lines between which and a picture an alt line may be missing: the picture is a player's."""


def pictures(doc: Document) -> None:
    """Give the parts of each picture their record, and find its alt line."""
    blocks = doc.blocks
    found = pictures_of(blocks)
    doc.alts = _find_alts(doc, found) if found else None
    for place in found:
        picture = Picture()
        for at in (place.alt, place.credit, place.caption):
            if at is not None:
                blocks[at].picture = picture


def lone_alts(doc: Document) -> None:
    """Alt lines of pictures that have neither credit nor caption: dividers, charts, logos."""
    for block in doc.blocks[1:]:
        if block.label is Label.UNKNOWN and not block.bullet and "alt" in block.hits:
            give(block, ALT_DECOR)
    if doc.spaced and doc.alts is not False:
        _repeated(doc)
        _close(doc)


def _repeated(doc: Document) -> None:
    """Short lines that stand several times in the text."""
    blocks = doc.blocks
    if len(blocks) >= REPEATED_BLOCKS:
        return
    seen = Counter(b.key for b in blocks if b.label in (Label.UNKNOWN, Label.ALT) and b.words <= REPEATED_WORDS)
    for block in blocks[1:]:
        if block.words <= REPEATED_WORDS and _may_be_alt(block, doc) and seen[block.key] >= 2:
            give(block, ALT_REPEATED)


def _close(doc: Document) -> None:
    """Lines that stand closer to their neighbours than a paragraph does, from the last to the first."""
    blocks = doc.blocks
    lists = bool(doc.alts) and _lists_stand_apart(blocks)
    after: Block | None = None
    for block, before in itertools.pairwise(reversed(blocks)):
        if _may_be_alt(block, doc):
            if after is None or after.gap:
                if not block.gap and before.label in _CLOSE:
                    give(block, ALT_TIGHT)
            elif after.bullet:
                if lists:
                    give(block, ALT_BOX)
            elif after.label is Label.ALT or (doc.alts and after.label not in _PROSE):
                give(block, ALT_TIGHT)
        after = block


def _may_be_alt(block: Block, doc: Document) -> bool:
    """A short line; or a sentence, in a text whose pictures have alt lines."""
    if block.bullet or block.text[-1] in ":：":
        return False
    if block.label is Label.PARAGRAPH:
        return doc.alts is True and block.words <= ALT_WORDS
    return block.label is Label.UNKNOWN and block.words <= LONE_WORDS


def _lists_stand_apart(blocks: list[Block]) -> bool:
    """Blank lines stand above lists: one without belongs to the line above it."""
    above = [b.gap for a, b in itertools.pairwise(blocks) if b.bullet and not a.bullet]
    return any(above) and sum(above) * 2 >= len(above)


def _find_alts(doc: Document, found: list[Place]) -> bool:
    """Alt lines, by a vote of the whole text: its pictures all have alt lines, or none has.

    Returns whether this text shows alt text.
    """
    blocks = doc.blocks
    if _markers_apart(doc, found):
        return False
    pictures = [p for p in found if p.first > 1 and _may_have_alt(p, doc)]
    lines = [blocks[p.first - 1] for p in pictures]
    echoes = [p.caption is not None and _echoes(blocks[p.first - 1], blocks[p.caption]) for p in pictures]
    votes = [FOR if echo else vote for echo, vote in zip(echoes, _votes(doc, lines), strict=True)]
    shown = PRIOR + sum(votes) > 0 and not doc.dump  # in a whole page buttons stand beside a picture, too
    for picture, line, echo in zip(pictures, lines, echoes, strict=True):
        if (shown and _is_open(line) and line.words <= ALT_WORDS) or (echo and line.words > 2):
            picture.alt = picture.first - 1
            give(line, ALT_ECHO if echo else ALT_SENTENCE if line.stop else ALT)
    return shown


def _markers_apart(doc: Document, found: list[Place]) -> bool:
    """Half of the markers stand on lines of their own, in a form that shows no alt text so."""
    apart = [p for p in found if doc.blocks[p.first].rule == MARKER_ALONE.id and (p.inner or not doc.spaced)]
    return len(apart) * 2 >= len(found)


def _may_have_alt(picture: Place, doc: Document) -> bool:
    """No notice of a player above it; and an alt line and a caption that belong together stand together."""
    first, before = doc.blocks[picture.first], doc.blocks[picture.first - 1]
    return before.label not in _NOTICES and not (picture.credit is None and doc.spaced and first.gap)


def _votes(doc: Document, lines: list[Block]) -> list[int]:
    """What the line before each picture says: above 0 that it is an alt text, below that it is none."""
    before = set(lines)
    body = [b for b in doc.blocks if b.label is Label.PARAGRAPH and b not in before]
    lengths = sorted(b.words for b in body)
    usual = lengths[len(lengths) // 2] if body else SENTENCE_WORDS * 2
    # agencies describe their pictures in English, in texts of every script
    foreign = sum(b.text.isascii() for b in body) * 4 < len(body)
    out = []
    for block in lines:
        if not _is_open(block):
            out.append(AGAINST)  # nothing stands between the picture and a caption, a date, a list
        elif (doc.spaced and not block.gap) or (foreign and block.text.isascii()):
            out.append(FOR)
        elif block.stop or (doc.stopless and block.words > SENTENCE_WORDS) or block.words > ALT_WORDS:
            brief = block.words <= min(SENTENCE_WORDS, usual // 2)
            out.append(0 if brief else -1 if block.words * 4 < usual * 3 else AGAINST)
        else:
            out.append(FOR)
    return out


def _is_open(block: Block) -> bool:
    return block.label is Label.UNKNOWN or block.label is Label.PARAGRAPH


def _echoes(line: Block, caption: Block) -> bool:
    """It says what the caption says, and not much more."""
    longest = caption.words * (_SENTENCE_TIMES if line.stop else _TIMES)
    return _is_open(line) and line.words <= longest and _overlap(line, caption) >= _ECHO


def _overlap(a: Block, b: Block) -> float:
    """Share of the shorter text's words that the other has too; of its pairs of characters, in scripts
    written without spaces."""
    other = b.key if b.value is None else fold(b.value)
    left, right = frozenset(a.key.split()), frozenset(other.split())
    if len(left) < 4 and a.words > 6:
        left, right = _pairs(a.key), _pairs(other)
    least = min(len(left), len(right))
    return len(left & right) / least if least > 1 else float(left == right)


def _pairs(text: str) -> frozenset[str]:
    text = text.replace(" ", "")
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
