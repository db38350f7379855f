"""Which tests the quick subset leaves out, `pytest -m "not slow"`: those of `slow.txt`, and Hypothesis'."""

from __future__ import annotations

from pathlib import Path

import pytest

_LIST = Path(__file__).with_suffix(".txt")
SLOW = tuple(line for line in _LIST.read_text("utf-8").splitlines() if line and line[0] != "#")
"""How the names of the slow tests begin."""


def is_slow(item: pytest.Item) -> bool:
    """Is it in the list, or run on a hundred examples by Hypothesis?"""
    return item.nodeid.startswith(SLOW) or bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))
