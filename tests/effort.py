"""How much work a call is, whatever machine it runs on and whoever else does."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_UNIT = 0.04
"""CPU seconds that the measure took on the machine that the bounds in the tests were set on."""


def _measure() -> float:
    """CPU seconds of a piece of work that never changes, here and now: loops and regular expressions."""
    start = time.process_time()
    text = "the mayor said that 120 boats come " * 300
    for _ in range(80):
        for word in text.split():
            word.casefold().strip(".,")
        re.findall(r"\w+", text)
    return time.process_time() - start


def effort(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and its CPU seconds as they would be on the machine that bounds were set on."""
    before = _measure()
    start = time.process_time()
    found = work()
    spent = time.process_time() - start
    return found, spent * _UNIT / max(before, _measure())
