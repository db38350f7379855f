"""Second pass: teasers of other articles at the end, as full paragraphs without a marker.

A scraper that takes all paragraphs of a page takes them too. Only the topic tells: each is one sentence of news that
begins afresh and says little of what the article says. `[teasers.goes-on word]` in a language's lexicon holds what a
paragraph begins with that goes on from the one before, `[teasers.begins word]` exceptions; without them the rule is
not tried.
"""

from __future__ import annotations

import itertools

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.likeness import pieces, share
from khabar.labels.rules import give, rule

TEASER = rule(
    "related.teaser",
    Label.RELATED,
    "one of several sentences at the end, each on other news: in words that the article does not use",
    "وافقت كندا على اتفاقية تجارية",
)

MOST, LEAST = 5, 3
"""Teasers in a row, at the most and at the least: fewer cannot be told from an article's last paragraphs."""
_SHORTEST, _LONGEST = 12, 60
"""Words of a teaser."""
SHARED = 0.37
"""Share of the teasers that the article says, too, in the mean, at the most. In 210 Arabic articles teasers lie
between .14 and .34, an article's last three paragraphs from .37 on."""


def teasers(doc: Document) -> None:
    """The run of teasers that ends the text, each a paragraph of one sentence that begins afresh."""
    goes_on = tuple(doc.lexicon.words.get("teasers.goes-on", ()))
    begins = tuple(doc.lexicon.words.get("teasers.begins", ()))
    body = [b for b in doc.blocks if b.label is Label.PARAGRAPH]
    fresh = itertools.takewhile(lambda b: _is_fresh(b, goes_on, begins), reversed(body[LEAST:])) if goes_on else ()
    run = list(itertools.islice(fresh, MOST))
    told = [b for b in doc.blocks if b.label in (Label.PARAGRAPH, Label.TITLE, Label.HEADING)]
    found = {id(b): pieces(b.text) for b in told} if len(run) >= LEAST else {}
    for size in range(len(run), LEAST - 1, -1):
        if _are_of_other_news(found, run[:size], body[:-size][-LEAST:]):
            for block in run[:size]:
                give(block, TEASER)
            return


def _are_of_other_news(found: dict[int, frozenset[str]], run: list[Block], before: list[Block]) -> bool:
    """The text says little of the last paragraphs, and more of those before them: on a front page each is of another
    story."""
    last, above = {id(b) for b in run}, [id(b) for b in before]
    known = set().union(*(words for at, words in found.items() if at not in last))
    topic = set().union(*(words for at, words in found.items() if at not in last and at not in above))
    alike = sum(share(found[at], known) for at in last) / len(last)
    return alike <= SHARED and sum(share(found[at], topic) for at in above) > alike * len(above)


def _is_fresh(block: Block, goes_on: tuple[str, ...], begins: tuple[str, ...]) -> bool:
    """One or two sentences that do not go on from what stands before: no "and", no list mark."""
    text = block.text
    if (
        not _SHORTEST <= block.words <= _LONGEST
        or block.bullet
        or text[0].isdigit()
        or text.replace("..", "").count(". ") > 1
    ):
        return False
    return not block.key.startswith(goes_on) or block.key.startswith(begins)
