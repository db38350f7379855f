"""What all tests share: where the reference sets are, the command as installed, Hypothesis' settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from khabar.frozen import Frozen, values_of
from slow import is_slow

ROOT = Path(__file__).resolve().parents[1]
os.environ["KHABAR_NO_CONFIG"] = "1"  # a khabar.toml above the tests' folders is none of theirs

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


FIXTURES = ROOT / "tests" / "fixtures"
KNOWN = {name: FIXTURES / name / "known.txt" for name in ("quotations", "statements")}
"""Written examples of quotations and of statements that do not hold yet, by their test's name. After a learning:
`KHABAR_KNOWN=1 pytest tests/test_quotations_*.py tests/test_statements_*.py tests/test_samples.py` lists those that
failed; read the diff."""
WRITTEN = ("test_attribution", "test_article", "test_gives_the_expected_speakers",
           "test_gives_the_expected_statements", "test_nobody_rather_than_a_guess",
           "test_where_an_english_name_ends", "test_reported")  # fmt: skip
"""The tests that are such examples; nothing else may be a known fault."""
_failed: set[str] = set()
_ran: set[str] = set()
"""Test files that ran."""


def _name(nodeid: str) -> str:
    return nodeid.encode("ascii", "backslashreplace").decode("ascii")


def _listed(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _list_of(name: str) -> Path:
    """The list that a test's name belongs in."""
    return KNOWN["statements" if "statements" in name.partition("[")[0] else "quotations"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    known = set() if "KHABAR_KNOWN" in os.environ else {name for path in KNOWN.values() for name in _listed(path)}
    for item in items:
        if _name(item.nodeid) in known:
            item.add_marker(pytest.mark.xfail(reason="does not hold yet", strict=False))
        if is_slow(item):
            item.add_marker(pytest.mark.slow)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    file, _, test = report.nodeid.partition("::")
    if report.when == "call":
        _ran.add(file)
        if report.failed and test.startswith(WRITTEN):
            _failed.add(_name(report.nodeid))


def pytest_sessionfinish() -> None:
    if "KHABAR_KNOWN" not in os.environ:
        return
    for path in KNOWN.values():
        others = {name for name in _listed(path) if name.partition("::")[0] not in _ran}
        failed = {name for name in _failed if _list_of(name) == path}
        path.write_text("".join(f"{name}\n" for name in sorted(others | failed)), "utf-8")


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Where articles, or parts of them, are not equal: all that is in them, which their `repr` has not."""
    shown = [_in_full(left), _in_full(right)]
    if op != "==" or shown == [left, right]:
        return None
    return ["these are equal:", *(f"{one!r}" for one in shown)]


def _in_full(value: object) -> object:
    """The fields of an article or a part, or of each in a tuple or list; anything else as it is."""
    if isinstance(value, Frozen):
        return {name: _in_full(field) for name, field in zip(value.__match_args__, values_of(value), strict=True)}
    if isinstance(value, tuple | list):
        return (list if isinstance(value, list) else tuple)(map(_in_full, value))
    return value
