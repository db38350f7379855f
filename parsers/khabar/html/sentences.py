"""Names and dates inside a running sentence: the text tells of somebody, or of a day; none is the article's own."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element, iterwalk

from khabar.bylines.words import common
from khabar.characters import ends_sentence
from khabar.html.tags import INLINE, UNREAD

_LONG = 300
"""Characters of a line beside a name or a date, at the most: with more it is a paragraph."""
_NODES = 200
"""Elements of a line that are looked at."""
_WORDS = 2
"""Words of a sentence beside the name, at the least."""
_ROLE_WORDS = 5
"""Words behind a name and a comma at the most that say what the author is: ", our correspondent in Oslo."."""
_COMMAS = (",", "،", "、", "，", "|", "·", "•", "(", "-", "–", "—")


def line_round(el: _Element, skipped: Callable[[_Element], bool]) -> tuple[str, str]:
    """What stands before and after an element in its line, up to a line break or a block. `skipped`: elements
    whose text does not count."""
    block = el
    while block.tag in INLINE and (above := block.getparent()) is not None:
        block = above
    if block is el:
        return "", ""
    before: list[str] = []
    after: list[str] = []
    out, size = before, 0
    events = iterwalk(block, events=("start", "end"))
    for n, (event, at) in enumerate(events):
        if event == "start":
            text = at.text
            if at is not block and (at is el or not isinstance(at.tag, str) or at.tag in UNREAD or skipped(at)):
                events.skip_subtree()
                text = None
            elif at is not block and at.tag not in INLINE:  # a line break, or a block in the block
                if out is after:
                    break
                before.clear()
                size = 0
        else:
            text = at.tail if at is not block else None
            if at is el:
                out, size = after, 0
        if text:
            size += len(text)
            out.append(text)
        if size > _LONG or n > _NODES:
            break
    return " ".join("".join(before).split()), " ".join("".join(after).split())


def is_sentence(before: str, after: str, inner: str) -> bool:
    """Is a line with words before and after a name a sentence of the text, and no byline? `inner`: the name."""
    if len(before) + len(after) > _LONG:
        return True
    end = after if any(map(str.isalnum, after)) else inner + after
    if not ends_sentence(end) or common().label(before or inner) or _is_led(before):
        return False
    if not before and after.startswith(_COMMAS) and len(after.split()) <= _ROLE_WORDS:
        return False
    words = [word.strip(".,;:!?()\"'،؛؟。，！？«»“”’") for word in (*before.split(), *after.split())]
    words = [word for word in words if any(map(str.isalpha, word))]
    small = sum(not word[0].isupper() and word.isalpha() for word in words)
    return len(words) >= _WORDS and (small >= _WORDS or (small > 0 and bool(before) and bool(after)))


def _is_led(before: str) -> bool:
    """A date and a marker stand before the name: "Posted on 5 March 2024 by"."""
    last = before.rpartition(" ")[2]
    return any(map(str.isdigit, before)) and bool(common().label(f"{last} Ana"))
