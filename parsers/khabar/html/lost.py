"""What a reading of a page took away, weighed against the body that it left.

A name is a hint. Where one element that was not gone into, or all paragraphs that one name stripped, hold more
sentences than the body that is left, the name was wrong, and the page is read again with those elements trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from khabar.blocks import Block, Label
from khabar.html.gather import Taken
from khabar.html.prose import NOTHING, Prose, is_prose, prose, sentences
from khabar.html.roles import Role

_STRIPPED = frozenset((Label.BOILERPLATE, Label.RELATED, Label.PROMO, Label.DATE, Label.BYLINE))
_RULES = frozenset(("page.again", "quote.pulled", "related.card", "related.link"))
"""Rules that say of a text that it stands there twice, or is another article's teaser: there may be any number."""
TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.UNKNOWN))
"""Labels of the body's text."""
_PARAGRAPHS = frozenset(("p", "blockquote", "li", "dd", "pre", "font"))
_OTHERS = frozenset((Role.COMMENTS, Role.COOKIE))
"""Roles of elements with texts of their own, of any length."""
_USED = frozenset(("form", "button", "input", "textarea", "select", "time"))
"""What comments and questions for consent have in them, and an article that is only called so has not."""
_SENTENCE = 35
"""Characters of a sentence, in the mean, at the least: of what has fewer the sentences need not be counted."""
_LINKED = 1.5
"""Links for each sentence, at the most, in what may be an article where there is no other text."""
_PROMOS = frozenset(
    (Role.FOOTER, Role.RELATED, Role.TEASER, Role.NEWSLETTER, Role.AUTHOR, Role.DISCLAIMER, Role.POPUP, Role.ADS)
)
"""Roles of elements that may well have more sentences than a short article."""


def body_sentences(blocks: Iterable[Block]) -> int:
    """Sentences of the body."""
    return sum(sentences(block.text) for block in blocks if block.label in TEXT)


def most_stripped(blocks: Iterable[Block]) -> tuple[str, int]:
    """The rule that stripped the most sentences, and how many; whole elements do not count, nor what stands there
    twice or in rows of teasers."""
    counts: dict[str, int] = {}
    for block in blocks:
        markup = block.markup
        if block.label in _STRIPPED and markup is not None and not markup.part and block.rule not in _RULES:
            counts[block.rule] = counts.get(block.rule, 0) + sentences(block.text)
    return max(counts.items(), key=lambda item: item[1], default=("", 0))


def lost(taken: Sequence[Taken], left: int) -> frozenset[_Element]:
    """The elements that are the article's after all, where the body that is left has `left` sentences."""
    best, found = max(left, NOTHING - 1), frozenset[_Element]()
    groups: dict[str, list[_Element]] = {}
    sizes: dict[str, int] = {}
    said: set[str] = set()
    least = _SENTENCE * (best + 1)
    for block, el in taken:
        markup = block.markup
        if markup is None or (markup.role in _OTHERS and not (left < NOTHING and _is_headed(el, beside=not left))):
            continue
        size = markup.chars or len(block.text)
        if block.picture is not None:
            size = sum(len(piece.text) for piece in block.picture.pieces)
        if markup.part == "region" and (el.tag in _PARAGRAPHS or markup.role not in _PROMOS):
            name = f"{el.tag} {markup.role}"
            if block.text in said:
                continue  # a player's message, say
            said.add(block.text)
            sizes[name] = sizes.get(name, 0) + size
            groups.setdefault(name, []).append(el)
        if size >= least:
            held = prose(el, size // _SENTENCE if left >= NOTHING else None)
            if held.sentences > best and _is_story(held, markup.role, left, el):
                best, found = held.sentences, frozenset((el,))
    for name, elements in groups.items():
        if len(elements) > 1 and sizes[name] >= least:
            all_held = [prose(el) for el in elements]
            held = Prose(*map(sum, zip(*all_held, strict=True)))
            if held.sentences > best and is_prose(held):
                best, found = held.sentences, frozenset(elements)
    return found


def _is_story(held: Prose, role: Role | None, left: int, el: _Element) -> bool:
    """May an element be the article, and no list of teasers, no foot of the page?"""
    if left < NOTHING and held.headed * 2 <= held.sentences and held.links <= _LINKED * held.sentences:
        return True  # whatever it is called, it is all there is
    return is_prose(held) and (role not in _PROMOS or left < NOTHING or _holds_article(el))


def _is_headed(el: _Element, *, beside: bool) -> bool:
    """Does the page's first h1 head an element that is called comments or cookies? It stands in it, or, where there
    is no other text, `beside` it in one that is not the whole page; and the element has nothing that those have."""
    heading = next(el.getroottree().iter("h1"), None)
    above = el.getparent()
    if heading is None or above is None or next(el.iter(*_USED), None) is not None:
        return False
    around = {*heading.iterancestors()}
    return el in around or (beside and above in around and above.tag != "body")


def _holds_article(el: _Element) -> bool:
    return next(el.iter("article", "h1"), None) is not None
