"""Lines that say how long ago: "قبل 12 دقيقة", "2 hours ago"."""

from __future__ import annotations

import re

from khabar.characters import fold
from khabar.dates import words
from khabar.dates.tokens import digits_to_ascii

_LONGEST = 40
_WORD = re.compile(r"\d+|[^\W\d_][^\s\d.,،:•|()-]*")
_STAMPED = ("updated", "published")


def is_relative_time(text: str) -> bool:
    """Whether the whole line says how long ago: "قبل 12 دقيقة", "منذ ساعتين", "2 hours ago", "۱۲ دقیقه
    پیش"."""
    if len(text) > _LONGEST:
        return False
    found = _WORD.findall(digits_to_ascii(fold(text)))
    if not 2 <= len(found) <= 8:
        return False
    relative = words.relative()
    known = words.table()
    counted = marked = measured = False
    for word in found:
        bare = word[1:] if len(word) > 1 and word[0] in relative.conjunctions else word  # "3 ساعات و5 دقائق"
        if word.isdecimal():
            counted = True
        elif word in relative.wholes:
            marked = measured = True
        elif word in relative.ago:
            marked = True
        elif bare in relative.numbers:
            counted = True
        elif bare in relative.duals:
            counted = measured = True
        elif bare in relative.units:
            measured = True
        elif word not in relative.conjunctions and known.get(word, ("", 0))[0] not in _STAMPED:
            return False
    # "منذ ساعة" has no number; "منذ سنوات" is not said of an article
    return marked and measured and (counted or (len(found) == 2 and found[1] in relative.ones))
