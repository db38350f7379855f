"""The list of slow tests: each entry still stands for a test, and the quick subset still has what tells most."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from slow import SLOW

ROOT = Path(__file__).resolve().parents[1]
QUICK = ("test_rules", "test_labels_by_language", "test_samples", "test_quotations_languages",
         "test_statements_written", "test_library", "test_lexicon_data", "cli/test_cli_schema", "cli/test_cli_fields",
         "cli/test_cli_config")  # fmt: skip


@pytest.mark.parametrize("entry", SLOW)
def test_an_entry_begins_the_name_of_a_test(entry: str) -> None:
    file, _, test = entry.partition("::")
    files = [ROOT / file] if file.endswith(".py") else list(ROOT.glob(f"{file}*.py"))
    assert files
    assert all(path.is_file() for path in files)
    if test:
        assert re.search(rf"^ *(def|class) {re.escape(test)}", files[0].read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", QUICK)
def test_what_tells_most_is_quick(name: str) -> None:
    assert (ROOT / f"tests/{name}.py").is_file()
    assert f"tests/{name}.py" not in SLOW
