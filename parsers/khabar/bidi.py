"""Bidi controls that would reach beyond their text: what is shown after it would be turned round as well."""

from __future__ import annotations

import re

CONTROLS = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates, and what ends them."""
_CONTROL = re.compile(f"[{CONTROLS}]")
_ISOLATES = "\u2066\u2067\u2068"
_END, _END_OF_ISOLATE = "\u202c", "\u2069"


def contained(text: str) -> str:
    """The text without the controls that it does not end, and without ends that end nothing (UAX 9, BD9 to BD13).

    >>> contained("a\\u202eb"), contained("a \\u2067b\\u2069 c") == "a \\u2067b\\u2069 c"
    ('ab', True)
    """
    left_out = unended(text)
    return "".join(char for at, char in enumerate(text) if at not in left_out) if left_out else text


def unended(text: str) -> frozenset[int]:
    """The places of the controls that the text does not end, and of ends that end nothing.

    >>> sorted(unended("a\\u202eb\\u202c\\u202c"))
    [4]
    """
    if text.isascii() or not _CONTROL.search(text):
        return frozenset()
    left_out: set[int] = set()
    begun: list[int] = []
    for found in _CONTROL.finditer(text):
        at, control = found.start(), found[0]
        if control == _END:
            if begun and text[begun[-1]] not in _ISOLATES:
                begun.pop()
            else:
                left_out.add(at)
        elif control == _END_OF_ISOLATE:
            isolate = max((n for n, begin in enumerate(begun) if text[begin] in _ISOLATES), default=None)
            if isolate is None:
                left_out.add(at)
            else:
                left_out.update(begun[isolate + 1 :])
                del begun[isolate:]
        else:
            begun.append(at)
    left_out.update(begun)
    return frozenset(left_out)
