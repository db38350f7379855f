"""The README's examples, run as a user would: each `sh` block, line by line, in a copy of the
samples. A block of text or JSON right behind it is what its last line prints.
"""

from __future__ import annotations

import gzip
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
    """The command lines of a block, which build on one another, and what the last of them prints."""

    commands: tuple[str, ...]
    prints: str | None


def examples() -> list[Example]:
    """All blocks of command lines, in order."""
    out: list[Example] = []
    blocks = list(_FENCE.finditer(README))
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block[1] != "sh":
            continue
        commands = tuple(line for line in block[2].replace("\\\n", "").splitlines() if line and line[0] != "#")
        close = after if after and not README[block.end() : after.start()].strip() else None
        out.append(Example(commands, close[2] if close and close[1] in ("json", "text") else None))
    return out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what the commands read, so that what they write stays out of the repo; and a reader's own crawl."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "home").mkdir()
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(_response(ROOT / "samples" / "english-page.html")))
    return tmp_path


def _response(page: Path) -> bytes:
    """A page as a record of a web archive."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.read_bytes()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(http)}\r\n"
    head += "WARC-Target-URI: https://news.example/1\r\n"
    named = "WARC-Record-ID: <urn:uuid:5d1a5a9e-0000-4000-8000-000000000001>\r\nWARC-Date: 2024-11-09T05:30:00Z\r\n"
    kind = "Content-Type: application/http; msgtype=response\r\n\r\n"
    return (head + named + kind).encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.commands[0][:60])
def test_commands_work(example: Example, folder: Path, khabar_command: str) -> None:
    printed = ""
    for command in example.commands:
        _skip_without(command)
        run = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=folder,
            env={"PATH": f"{Path(khabar_command).parent}:{os.environ['PATH']}", "HOME": str(folder / "home"),
                 "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=60,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        assert "Traceback" not in run.stderr
        printed = run.stdout
        written = re.findall(r"(?:>|-o) ([\w./-]+)", command)
        assert printed.strip() or written or "select(" in command
        for name in written:
            assert any((folder / name).iterdir()) if (folder / name).is_dir() else (folder / name).stat().st_size
    if example.prints is not None:
        assert printed.strip() == example.prints.strip()


def _skip_without(command: str) -> None:
    for tool in TOOLS:
        if re.search(rf"\b{tool} ", command) and not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    for sign, module in (("-f xlsx", "xlsxwriter"), ("-f parquet", "pyarrow")):
        if sign in command:
            pytest.importorskip(module)


def test_there_are_examples_of_every_tool() -> None:
    commands = "\n".join(line for example in examples() for line in example.commands)
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
