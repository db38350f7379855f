"""Progress: a line on a terminal while long work goes on, a last line, and --quiet."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ENGLISH
from khabar.corpus.item import Failure, Item
from khabar_cli.progress import MANY, Total, clock, last_line, line
from process import PATIENCE, Khabar, heard

COUNT = 40
_SLOW = """
import khabar, time

found = khabar.trace

def trace(data, **options):
    time.sleep(0.08)
    return found(data, **options)

khabar.trace = trace
"""


class Watched(Khabar):
    """Standard error is a terminal, standard output a file."""

    def env(self, **more: str) -> dict[str, str]:
        return super().env(PYTHONPATH=str(self.folder / "hooks"), **more)

    def watch(self, *args: str) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        with open(self.folder / "out", "wb") as out, heard():
            process = subprocess.Popen(
                [self.command, *args], stdin=subprocess.DEVNULL, stdout=out, stderr=theirs,
                cwd=self.folder, env=self.env(), start_new_session=True,
            )  # fmt: skip
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how a terminal says that nobody writes any more
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
        return process.wait(PATIENCE), shown.decode().replace("\r\n", "\n")


@pytest.fixture
def watched(tmp_path: Path, khabar_command: str) -> Watched:
    for folder in ("docs", "hooks"):
        (tmp_path / folder).mkdir()
    (tmp_path / "hooks" / "sitecustomize.py").write_text(_SLOW)
    for number in range(COUNT):
        (tmp_path / "docs" / f"{number:02}.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "docs" / "36.txt").write_text("")
    return Watched(khabar_command, tmp_path)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_that_changes_and_one_that_stays(watched: Watched, jobs: str) -> None:
    twice = ["docs", "docs"] if jobs == "2" else ["docs"]
    status, shown = watched.watch("parse", *twice, "-j", jobs)
    assert status == 1
    count = COUNT * len(twice)
    assert re.search(rf"\r\x1b\[K(khabar: \d+ of {count} documents, \d+(\.\d)?/s,( 1 failed,)? \d+:\d\d left)", shown)
    *_, told, last, end = shown.split("\n")
    assert told.endswith("\r\x1b[Kkhabar: docs/36.txt: empty")  # on a line of its own
    # a line that changes is there no more, if there was time for another one
    told = rf"khabar: {count - len(twice)} read, {len(twice)} failed \(\d+ s\)"
    assert re.fullmatch(rf"(.*\r\x1b\[K)?{told}", last)
    assert end == ""
    if jobs == "1":
        status, shown = watched.watch("parse", "docs", "--quiet")
        assert (status, shown) == (1, "khabar: docs/36.txt: empty\n")


def test_short_work_says_nothing(watched: Watched) -> None:
    patient = "\nimport khabar_cli.progress\n\nkhabar_cli.progress.PATIENCE = 1000.0\n"  # on a slow machine, too
    (watched.folder / "hooks" / "sitecustomize.py").write_text(_SLOW + patient)
    assert watched.watch("parse", "docs/01.txt", "docs/02.txt") == (0, "")


def test_no_line_among_documents_on_a_terminal(watched: Watched) -> None:
    done = watched.terminal("parse", "docs")
    assert done.told == ["khabar: docs/36.txt: empty"]


def test_many_documents_have_a_last_line_everywhere(watched: Watched) -> None:
    (watched.folder / "hooks" / "sitecustomize.py").write_text("")
    records = b'{"text": "Old port\\n\\nThe mayor said that it opens."}\n' * MANY
    args = ("parse", "--input-format", "jsonl", "--fields", "title")
    done = watched(*args, stdin=records)
    assert done.status == 0
    assert re.fullmatch(rf"khabar: {MANY} read, 0 failed \(\d+ s\)\n", done.err)
    assert watched(*args, "-q", stdin=records).err == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_told_on_a_terminal(watched: Watched, jobs: str) -> None:
    stop = "\nimport os, signal\nfound_too = khabar.trace\n\n"
    stop += "def trace(data, **options):\n    data.startswith(b'Stop') and os.killpg(0, signal.SIGINT)\n"
    stop += "    return found_too(data, **options)\n\nkhabar.trace = trace\n"
    (watched.folder / "hooks" / "sitecustomize.py").write_text(_SLOW + stop)
    (watched.folder / "docs" / "20.txt").write_text("Stop\n\n" + ENGLISH, "utf-8")
    status, shown = watched.watch("parse", "docs", "-j", jobs)
    assert status == 130
    assert re.fullmatch(
        r"khabar: interrupted: \d+ read, 0 failed( \(\d+ s\))?", shown.split("\n")[-2].split("\x1b[K")[-1]
    )


def test_the_line() -> None:
    assert line(1, 0, 2.0, None) == "khabar: 1 document, 0.5/s"
    assert line(1500, 3, 3.0, None) == "khabar: 1500 documents, 500/s, 3 failed"
    assert line(1500, 3, 3.0, 3000) == "khabar: 1500 of 3000 documents, 500/s, 3 failed, 0:03 left"
    assert line(7, 0, 1.0, 5) == "khabar: 7 of 5 documents, 7.0/s, 0:00 left"
    assert [clock(s) for s in (0, 59.6, 3599, 7265)] == ["0:00", "1:00", "59:59", "2:01:05"]


def test_the_last_line() -> None:
    assert last_line(412, 3, 0, "", None) == "khabar: 412 read, 3 failed"
    told = last_line(0, 0, 250, "17 skipped: 12 .pdf, 5 .jpg", 61.2)
    assert told == "khabar: 0 read, 0 failed, 250 there already, 17 skipped: 12 .pdf, 5 .jpg (61 s)"


def test_the_number_of_all() -> None:
    def items(*data: bytes | None) -> Iterator[Item | Failure]:
        for number, one in enumerate(data):
            yield Item(str(number), None if one else "x", one, None, "x")
        yield Failure("gone", "not-found", "gone")

    assert Total(items(None, None))() == 3
    records = Total(items(None, b"data", None))
    assert (records(), records()) == (None, None)
