"""Pages that nest deeper than libxml2 goes (2,048 levels): the same page with less depth and all of its text.

Unclosed formatting is the common cause, so formatting that is open three times over opens no more (the HTML
standard's "Noah's Ark clause"). What still is too deep stands side by side instead of inside each other: each block
of text in the element next to it, no elements without text.
"""

from __future__ import annotations

from collections import Counter

from khabar.html.tree.tokens import Token, tokens

_DEEPEST = 256
"""Levels that are kept: more than any page needs, few enough for whoever walks up from every element."""
_SAME = 3
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
    "var",
))  # fmt: skip
_ENDS_SAME = frozenset(["p", "li", "dt", "dd", "option", "tr", "td", "th"])
"""Elements that the next of the same name ends, if nothing else is open in between."""


def flatten(source: str) -> str:
    """The source with at most `_DEEPEST` levels of elements. Text, its order and elements without content (pictures,
    line breaks) are kept, and the attributes of what is not left out. Comments go."""
    page = _Flat(source)
    at = 0
    for token in tokens(source):
        page.text(source[at : token.start])
        at = token.end
        page.take(token)
    page.text(source[at:])
    return "".join(page.out)


class _Flat:
    """The page so far. `open` are the elements that are open in the source, of which the first `_DEEPEST` are open in
    the output too; every end tag that those need is written out, so the two never differ in depth."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.open: list[str] = []
        self.count: Counter[str] = Counter()
        self.block: tuple[str, str] | None = None
        """Name and start tag of the block that text at too deep a place stands in, until it is written."""
        self.flat = ""
        """The name of such a block that is open in the output."""

    def text(self, text: str) -> None:
        if self.block and text and not text.isspace():
            self._begin_block(self.block)
        if text:
            self.out.append(text)

    def take(self, token: Token) -> None:
        if not token.closed and token.kind != "raw":
            self.out.append(self.source[token.start :])  # not ours to judge (unclosed.py)
        elif token.kind in ("empty", "raw"):
            if self.block and token.name != "br":
                self._begin_block(self.block)
            self.out.append(self.source[token.start : token.end])
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token.name)

    def _start(self, token: Token) -> None:
        name = token.name
        if self.open and self.open[-1] == name and name in _ENDS_SAME:
            self._pop()
        inline = name in _INLINE
        if inline and self.count[name] >= _SAME:
            return
        self.open.append(name)
        self.count[name] += 1
        if len(self.open) <= _DEEPEST:
            self.out.append(self.source[token.start : token.end])
        elif not inline:
            self.block = name, self.source[token.start : token.end]
            self._end_block()

    def _end(self, name: str) -> None:
        if not self.count[name]:
            return  # ends nothing
        if name in _INLINE:
            # does not end a block that began in it: only the inline elements on top are looked at, which are few
            for above in reversed(self.open):
                if above == name:
                    break
                if above not in _INLINE:
                    return
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name = self.open.pop()
        self.count[name] -= 1
        if len(self.open) < _DEEPEST:
            self._end_block()
            self.block = None
            self.out.append(f"</{name}>")
        elif name not in _INLINE:
            self._end_block()
            self.block = "div", "<div>"
        return name

    def _begin_block(self, block: tuple[str, str]) -> None:
        self.block = None
        self._end_block()
        self.flat, tag = block
        self.out.append(tag)

    def _end_block(self) -> None:
        if self.flat:
            self.out.append(f"</{self.flat}>")
            self.flat = ""
