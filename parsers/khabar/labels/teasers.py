"""Second pass: teasers of other articles at the end, as full paragraphs with no label before them.

Some publishers' pages end so, and a scraper that takes all paragraphs takes them too (CNN Arabic: about 28 of
100 texts of 2018). Only the topic tells: a teaser is one sentence of news that begins afresh and shares few
words with the article. Which publishers do so is knowledge of the lexicon: `[teasers word]` holds the strings
that such a text has in its first lines, and only there the rule is tried; `[teasers.goes-on word]` beginnings of
a paragraph that goes on from the one before, `[teasers.begins word]` exceptions to them.
"""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.labels.rules import give, rule

TEASER = rule(
    "related.teaser",
    Label.RELATED,
    "at the end of a text of a publisher whose pages end so: a sentence of "
    "other news, in words that the article does not have",
    "وافقت كندا على اتفاقية تجارية",
)

MOST = 5
LEAST = 3
"""Teasers in a row, at the most and at the least: fewer cannot be told from an article's last paragraphs."""
_SHORTEST, _LONGEST = 12, 60
SHARED = 0.55
SHARED_MEAN = 0.32
"""Share of a teaser's words that the article has too: any, and the mean of all. In 40 Arabic texts the last
paragraphs of an article lie between .1 and .7, in the mean of three seldom under .3; teasers between .05 and .4."""
_HEAD = 4
"""Blocks at the beginning in which the publisher's string is looked for."""


def teasers(doc: Document) -> None:
    """Strip the run of teasers that ends the text, if there is one."""
    marks = doc.lexicon.words.get("teasers")
    if not marks or not _ours(doc, marks):
        return
    body = [b for b in doc.blocks if b.label is Label.PARAGRAPH]
    goes_on = tuple(doc.lexicon.words.get("teasers.goes-on", ()))
    begins = tuple(doc.lexicon.words.get("teasers.begins", ()))
    run: list[Block] = []
    for block in reversed(body[3:]):
        if len(run) == MOST or not _fresh(block, goes_on, begins):
            break
        run.append(block)
    if len(run) < LEAST:
        return
    known: set[str] = set()
    for block in doc.blocks:
        if block not in run and block.label in (Label.PARAGRAPH, Label.TITLE, Label.HEADING):
            known |= _stems(block)
    shares = [len(s & known) / len(s) for b in run if (s := _stems(b))]
    if max(shares) <= SHARED and sum(shares) / len(shares) <= SHARED_MEAN:
        for block in run:
            give(block, TEASER)


def _ours(doc: Document, marks: set[str]) -> bool:
    head = fold(" ".join(b.text[:300] for b in doc.blocks[:_HEAD]))
    return any(mark in head for mark in marks)


def _fresh(block: Block, goes_on: tuple[str, ...], begins: tuple[str, ...]) -> bool:
    """One or two sentences that do not go on from what stands before: no "and", no list mark."""
    text = block.text
    if not _SHORTEST <= block.words <= _LONGEST or block.bullet or text.replace("..", "").count(". ") > 1:
        return False
    return not block.key.startswith(goes_on) or block.key.startswith(begins)


def _stems(block: Block) -> set[str]:
    """The longer words' beginnings: Arabic changes a word at its ends."""
    return {w[:5] for w in (x.strip(".,،:\"()؛'") for x in fold(block.text).split()) if len(w) > 3}
