"""The marks in a caption: brackets, separators, the ends of sentences."""

from __future__ import annotations

OPEN = "([（［【〔<〈{"
CLOSE = ")]）］】〕>〉}"
EDGE = " \t\n|/–—-•·*,;:،؛:：=＝│／｜\u200b\u200e\u200f\ufeff"
"""Marks that separate a credit from what stands beside it."""
_PAIRS = dict(zip(CLOSE, OPEN, strict=True))
_FAR = 400
"""Characters between a bracket and its other half at the most."""


def unbracket(text: str) -> str:
    """Without the brackets that stand round the whole of it, or that have no other half."""
    while len(text) > 1 and text[-1] in _PAIRS and text[0] == _PAIRS[text[-1]] and opening(text, len(text) - 1) == 0:
        text = text[1:-1].strip(EDGE)
    if text and text[0] in OPEN and closing(text, 0) < 0:
        text = text[1:].lstrip(EDGE)
    if text and text[-1] in _PAIRS and opening(text, len(text) - 1) < 0:
        text = text[:-1].rstrip(EDGE)
    return text


def opening(text: str, close: int) -> int:
    """Where the bracket opens that closes at `close`, or -1."""
    closer = text[close]
    opener = _PAIRS[closer]
    depth = 0
    for i in range(close, max(-1, close - _FAR), -1):
        if text[i] == closer:
            depth += 1
        elif text[i] == opener:
            depth -= 1
            if depth == 0:
                return i
    return -1


def closing(text: str, start: int) -> int:
    """Where the bracket closes that opens at `start`, or -1."""
    opener = text[start]
    closer = CLOSE[OPEN.index(opener)]
    depth = 0
    for i in range(start, min(len(text), start + _FAR)):
        if text[i] == opener:
            depth += 1
        elif text[i] == closer:
            depth -= 1
            if depth == 0:
                return i
    return -1


def said(text: str) -> bool:
    """Is there a letter or a figure in it?"""
    return any(map(str.isalnum, text))


_STOPS = ".!?…؟۔।。！？:;"
_QUOTES = " \t\"'”’“»«›」』"
_SEPARATORS = "|/–—-•·,،／｜、\n" + OPEN


def boundary(text: str, at: int) -> bool:
    """Does a new sentence or part begin at `at`: at the text's beginning, behind a full stop, a separator?"""
    before = text[:at].rstrip(" \t")
    if not before or before[-1] in _SEPARATORS or before[-1] in CLOSE:
        return True
    return before.rstrip(_QUOTES)[-1:] in _STOPS
