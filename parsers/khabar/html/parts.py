"""The texts of pictures taken apart: a caption and the credit glued to it, a credit and its label word.

Runs once the language is known, since label words and agencies are the lexicon's. Every word stays in some block.
"""

from __future__ import annotations

import re

from khabar.blocks import Block
from khabar.characters import fold, words
from khabar.credits import clean_credit, is_credit_text, split_caption
from khabar.html.evidence import Evidence
from khabar.lexicon import PICTURE, Lexicon
from khabar.lookup import look_up

_LABELLED = frozenset(
    (*PICTURE, "embed.notice", "media", "promo", "share", "ads", "related", "comments", "byline", "updated", "published")
)
_SHORT = 60
_COUNTER = re.compile(r"\W*\d+\W*(?:[^\W\d]{1,5}\W*)?\d*\W*$")
"""Which picture of how many it is ("2 of 12 |"), or how long a film runs ("01:48 min")."""
_LEAST = 3
"""Words of a caption that no element says to be one, at the least."""
_TEXTS = frozenset(("caption", "credit", "free"))


def part_pictures(blocks: list[Block], lexicon: Lexicon) -> list[Block]:
    """The blocks, with those of each picture's texts as one caption, one credit and their label words."""
    out: list[Block] = []
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.markup is None or block.markup.part not in _TEXTS:
            out.append(block)
            i += 1
            continue
        j = i + 1
        while j < len(blocks) and blocks[j].group == block.group and _part(blocks[j]) in _TEXTS:
            j += 1
        out += _picture(blocks[i:j], lexicon)
        i = j
    return out


def _part(block: Block) -> str:
    return block.markup.part if block.markup is not None else ""


def _picture(texts: list[Block], lexicon: Lexicon) -> list[Block]:
    """The texts of one picture."""
    out: list[Block] = []
    captions: list[str] = []
    credits: list[str] = []
    captioned = any(_part(b) == "caption" for b in texts)
    free = [b for b in texts if _part(b) == "free"]
    for block in texts:
        part = _part(block)
        look_up(block, lexicon)
        if not _LABELLED.isdisjoint(block.hits) and words(block.text) < _SHORT:
            out.append(_made(block, block.text, "labelled"))  # the rules for label strings know what it is
            continue
        if part == "free":
            part = _free(block, free, captioned, lexicon)
        if part == "credit":
            credit, label = clean_credit(block.text, lexicon)
            _take(credit, credits, block, out, "credit")
            _label(label, block, out)
        elif part == "caption":
            parts = split_caption(block.text, lexicon)
            if parts.caption:
                _take(parts.caption, captions, block, out, "caption")
            if parts.credit:
                _take(parts.credit, credits, block, out, "credit")
            _label(parts.label, block, out)
        else:
            out.append(_made(block, block.text, "other"))
    head = texts[0]
    made = [_made(head, " ".join(captions), "caption")] if captions else []
    if credits:
        made.append(_made(head, credits[0], "credit"))
        made += [_made(head, more, "credit") for more in credits[1:]]
    return made + out


def _free(block: Block, free: list[Block], captioned: bool, lexicon: Lexicon) -> str:
    """What a text beside a picture is, of which no element says anything."""
    if _COUNTER.match(block.text):
        return "other"
    if is_credit_text(block.text, lexicon):
        return "credit"
    if captioned or words(block.text) < _LEAST or not any(map(str.isalpha, block.text)):
        # a name alone behind the caption, in an element of its own
        alone = len(free) == 2 and block is free[1] and not captioned and words(free[0].text) >= _LEAST
        return "credit" if alone and any(map(str.isalpha, block.text)) else "other"
    return "caption"


def _take(text: str, taken: list[str], block: Block, out: list[Block], part: str) -> None:
    """Keep a text unless it says again what another one says: pages show captions twice, for two widths."""
    if not text:
        return
    key = fold(text)
    if any(key in fold(other) for other in taken):
        out.append(_made(block, text, "again"))
    else:
        taken.append(text)


def _label(label: str, block: Block, out: list[Block]) -> None:
    if label:
        out.append(_made(block, label, "label"))


def _made(block: Block, text: str, part: str) -> Block:
    made = block.part(text, gap=True)
    evidence = Evidence("", block.markup.zone if block.markup is not None else 2)  # type: ignore[arg-type]
    evidence.part = part
    made.markup = evidence
    made.group = block.group
    made.media = block.media
    return made
