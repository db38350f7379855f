"""Help: every command has it under both names, and its examples run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from khabar_cli.help import HELP
from process import Khabar

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXAMPLES = [line for text in HELP.values() for line in text.examples]


def test_help_under_both_names(khabar: Khabar) -> None:
    short, long = khabar("-h"), khabar("--help")
    assert short.status == long.status == 0
    assert short.out == long.out
    for name, text in HELP.items():
        assert name in short.text
        assert text.text.split(":")[0][:30] in short.text
    assert "130 interrupted" in short.text


@pytest.mark.parametrize("name", HELP)
def test_help_of_a_command(khabar: Khabar, name: str) -> None:
    done = khabar.inside(name, "-h")
    assert done.status == 0
    for example in HELP[name].examples:
        assert f"\n    {example}\n" in done.text, example


def test_examples_run(khabar: Khabar) -> None:
    """All in one shell, each for itself, on a folder of articles and a page only."""
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    for name in ("empty.txt", "blank.txt", "binary.txt"):
        (khabar.folder / name).unlink()
    (khabar.folder / "arabic.txt").rename(khabar.folder / "article.txt")
    shutil.copy(SAMPLES / "german-page.html", khabar.folder / "page.html")
    script = "\n".join(f"{line} > out || echo FAILED" if ">" not in line else line for line in EXAMPLES)
    done = khabar.bash(script)
    assert (done.status, done.text) == (0, "")
    assert done.told == [
        "khabar: 3 read, 0 failed, 2 skipped: 1 .csv, 1 without extension"
    ]  # of the folder's own files
    assert (khabar.folder / "articles.csv").read_text("utf-8").count("article.txt") == 1
    assert (khabar.folder / "article.md").read_text("utf-8").startswith("# ")
    assert (khabar.folder / "rules.md").read_text("utf-8").startswith("| id |")


def test_completion_is_there(khabar: Khabar) -> None:
    done = khabar("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert "_KHABAR_COMPLETE" in done.text
