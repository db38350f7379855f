"""The README's examples, run as a user would: each line of a `sh` block, in a copy of the samples.

A block of text or JSON right behind a `sh` block is what that block prints.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import khabar
import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOOLS = ("jq", "parallel", "iconv", "xargs", "find")


class Example(NamedTuple):
    """A command line of the README, and what it prints where the README says so."""

    command: str
    prints: str | None


def examples() -> list[Example]:
    """All command lines, in order."""
    out: list[Example] = []
    blocks = list(_FENCE.finditer(README))
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block[1] != "sh":
            continue
        commands = [line for line in block[2].replace("\\\n", "").splitlines() if line and line[0] != "#"]
        close = after if after and not README[block.end() : after.start()].strip() else None
        prints = close[2] if close and close[1] in ("json", "text") else None
        out += [Example(command, prints) for command in commands]
    return out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what the commands read, so that what they write stays out of the repo."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "home").mkdir()
    return tmp_path


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.command[:60])
def test_command_works(example: Example, folder: Path, khabar_command: str) -> None:
    for tool in TOOLS:
        if re.search(rf"\b{tool} ", example.command) and not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", example.command],
        cwd=folder,
        env={"PATH": f"{Path(khabar_command).parent}:{os.environ['PATH']}", "HOME": str(folder / "home"),
             "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    written = re.findall(r"> (\S+)|-o (\w+)/", example.command)
    assert run.stdout.strip() or written or "select(" in example.command
    for name in (a or b for a, b in written):
        assert any((folder / name).iterdir()) if (folder / name).is_dir() else (folder / name).stat().st_size
    if example.prints is not None:
        assert run.stdout.strip() == example.prints.strip()


def test_there_are_examples_of_every_tool() -> None:
    commands = "\n".join(example.command for example in examples())
    assert all(tool in commands for tool in TOOLS)


@pytest.mark.parametrize("code", [b[2] for b in _FENCE.finditer(README) if b[1] == "python"])
def test_python_works(code: str, folder: Path) -> None:
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()


def test_the_excerpt_is_in_the_sample() -> None:
    excerpt = next(b[2] for b in _FENCE.finditer(README) if b[1] == "text")
    assert excerpt.strip() in (ROOT / "samples" / "bbc-arabic-scraped.txt").read_text("utf-8")


def test_every_key_is_in_the_table() -> None:
    table = README.split("## What you get")[1].split("## What it cannot")[0]
    for key in khabar.FIELDS:
        assert re.search(rf"^\|.*`{key}`.*\|.*\|$", table, re.MULTILINE), key


def test_every_command_is_in_the_table(khabar_command: str) -> None:
    help_text = subprocess.run([khabar_command, "--help"], capture_output=True, text=True, timeout=60).stdout
    commands = re.findall(r"^  (\w+)  ", help_text.split("Commands:")[1], re.MULTILINE)
    assert len(commands) >= 6
    for command in commands:
        assert f"| `khabar {command}" in README


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "parsers" / "README.md", ROOT / "samples" / "README.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), f"{page}: {target}"
