"""The examples in the library's docstrings are true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import khabar
import pytest

PARSERS = Path(khabar.__file__).parent.parent
MODULES = [
    ".".join(path.relative_to(PARSERS).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(Path(khabar.__file__).parent.rglob("*.py"))
    if any(">>> " in line and "+SKIP" not in line for line in path.read_text("utf-8").splitlines())
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    done = doctest.testmod(importlib.import_module(name), extraglobs={"khabar": khabar})
    assert done.attempted
    assert not done.failed


def test_the_library_has_examples() -> None:
    assert {"khabar", "khabar.article", "khabar.arguments"} <= set(MODULES)
