"""The texts of pictures taken apart: a caption and the credit glued to it, a credit and its label word.

Runs once the language is known, since label words and agencies are the lexicon's. Every word stays in some block.
"""

from __future__ import annotations

from collections.abc import Mapping

from khabar.blocks import Block
from khabar.characters import ends_sentence, fold, words
from khabar.credits import clean_credit, is_credit_text, split_caption
from khabar.html.evidence import Evidence
from khabar.html.words import plain
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon
from khabar.lookup import look_up

_LABELLED = frozenset(
    ("credit", "embed.notice", "media", "promo", "share", "ads", "related", "comments", "byline", "updated",
     "published")
)  # fmt: skip
_NAME = 4
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
_LEAST = 3
"""Words of a caption that no element says to be one, at the least."""
_TEXTS = frozenset(("caption", "credit", "free"))


def part_pictures(blocks: list[Block], lexicon: Lexicon, titles: Mapping[int, str]) -> list[Block]:
    """The blocks, with those of each picture's texts as one caption, one credit and their label words.

    `titles`: title attributes of images, by number: where nothing else gives a credit, one may stand there or in
    the alt text.
    """
    out: list[Block] = []
    i = 0
    while i < len(blocks):
        block = blocks[i]
        part = _part(block)
        if part != "alt" and part not in _TEXTS:
            out.append(block)
            i += 1
            continue
        j = i + 1
        while j < len(blocks) and blocks[j].group == block.group and _part(blocks[j]) in _TEXTS:
            j += 1
        texts = blocks[i:j]
        if part == "alt":
            out.append(texts.pop(0))
        made = _picture(texts, lexicon) if texts else []
        if not any(_part(b) == "credit" or "credit" in b.hits for b in made):
            made += _hinted(block, titles.get(block.group), lexicon)
        out += made
        i = j
    return out


def _hinted(block: Block, title: str | None, lexicon: Lexicon) -> list[Block]:
    """A credit that only the image's attributes give."""
    for text in (title, block.text if _part(block) == "alt" else None):
        if text and len(text) > _LEAST_HINT and any(mark in text for mark in _HINTS):
            parts = split_caption(text, lexicon)
            if parts.credit and parts.caption:
                return [_made(block, parts.credit, "credit")]
    return []


def _part(block: Block) -> str:
    return block.markup.part if block.markup is not None else ""


def _picture(texts: list[Block], lexicon: Lexicon) -> list[Block]:
    """The texts of one picture."""
    out: list[Block] = []
    captions: list[str] = []
    credits: list[str] = []
    captioned = any(_part(b) == "caption" for b in texts)
    free = [b for b in texts if _part(b) == "free"]
    lines: list[Block] = []
    media = ""
    for block in texts:
        look_up(block, lexicon)
        if "caption.video" in block.hits or "caption.audio" in block.hits:
            media = "video" if "caption.video" in block.hits else "audio"
        part = _meaning(block, free, captioned, lexicon)
        if part == "credit":
            credit, label = clean_credit(block.text, lexicon)
            _take(credit, credits, block, out)
            _label(label, block, out)
        elif part == "caption":
            lines.append(block)
        else:
            out.append(_made(block, block.text, part))
    if lines:
        # a line break between the texts of elements tells the splitter where a credit may begin
        parts = split_caption("\n".join(_once(lines, out)), lexicon)
        for line in (parts.caption or "").split("\n"):
            _take(line.strip(), captions, lines[0], out)
        if parts.credit:
            _take(plain(parts.credit), credits, lines[0], out)
        _label(plain(parts.label), lines[0], out)
    head = texts[0]
    head.media = head.media or media
    made = [_made(head, " ".join(captions), "caption")] if captions else []
    if credits:
        made.append(_made(head, _BETWEEN.join(credits), "credit"))
    return made + out


def _meaning(block: Block, free: list[Block], captioned: bool, lexicon: Lexicon) -> str:
    """What a text of a picture is: "credit", "caption", "labelled" or "other"."""
    hit = block.hits.get("credit")
    if hit is not None and hit.length >= len(block.key) and is_credit_text(block.text, lexicon):
        return "credit"  # an agency's name, which leads photographers' names elsewhere
    if not _LABELLED.isdisjoint(block.hits) and words(block.text) < _SHORT:
        return "labelled"  # the rules for markers know what it is
    part = _part(block)
    if part == "free":
        part = _free(block, free, captioned, lexicon)
    return "other" if part == "caption" and not any(map(str.isalnum, block.text)) else part


def _once(lines: list[Block], out: list[Block]) -> list[str]:
    """The texts, each once: pages show captions twice, for two widths."""
    kept: list[str] = []
    for line in lines:
        longer = any(line.text in other.text and len(other.text) > len(line.text) for other in lines)
        if longer or line.text in kept:
            out.append(_made(line, line.text, "again"))
        else:
            kept.append(line.text)
    return kept


def _free(block: Block, free: list[Block], captioned: bool, lexicon: Lexicon) -> str:
    """What a text beside a picture is, of which no element says anything."""
    if _COUNTER().match(block.text) or (sum(map(str.isdigit, block.text)) >= _DIGITS and ":" in block.text):
        return "other"
    if is_credit_text(block.text, lexicon):
        return "credit"
    letters = any(map(str.isalpha, block.text))
    if letters and len(free) == 2 and block is free[1] and not captioned:
        # a name alone behind the caption, in an element of its own
        if words(block.text) <= _NAME and not ends_sentence(block.text) and words(free[0].text) >= _LEAST:
            return "credit"
    return "other" if captioned or not letters or words(block.text) < _LEAST else "caption"


def _take(text: str, taken: list[str], block: Block, out: list[Block]) -> None:
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
