"""What all tests share: where the reference sets are, the command as installed, Hypothesis' settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# The same examples on every build machine, so that a build that fails fails again; new ones at home.
EXAMPLES = int(os.environ.get("KHABAR_EXAMPLES", "150"))
settings.register_profile("khabar", deadline=None, derandomize="CI" in os.environ, max_examples=EXAMPLES)
settings.load_profile("khabar")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference texts beside the repo; a test that needs it is skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not (folder / "bench" / "bench.py").is_file():
        pytest.skip("no reference texts beside the repo (../shared)")
    return folder


@pytest.fixture(scope="session")
def khabar_command() -> str:
    """The installed command, of the interpreter that runs the tests."""
    command = Path(sys.executable).with_name("khabar")
    if not command.is_file():
        pytest.skip("the command is not installed beside this Python")
    return str(command)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Written examples of quotations that do not hold yet, by their test's name: `fixtures/quotations/known.txt`."""
    known = set((ROOT / "tests" / "fixtures" / "quotations" / "known.txt").read_text("utf-8").splitlines())
    for item in items:
        if item.nodeid.encode("ascii", "backslashreplace").decode("ascii") in known:
            item.add_marker(pytest.mark.xfail(reason="does not hold yet", strict=False))
