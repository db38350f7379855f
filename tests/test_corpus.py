"""A folder of 20,000 texts (made by make_corpus.py): count, order, memory that does not grow with it, and what
a kill leaves behind. KHABAR_CORPUS sets another number."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_corpus import COUNT, make, name

SIZE = int(os.environ.get("KHABAR_CORPUS", COUNT))
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("corpus")
    make(folder / "texts", SIZE)
    return folder


def names(count: int = SIZE) -> list[str]:
    return [f"texts/{name(number)}" for number in range(count)]


def sources(out: Path) -> list[str]:
    """The names in a file of JSON Lines, from the beginnings of its lines."""
    begin = '{"schema": 1, "source": "'
    with open(out, encoding="utf-8") as file:
        return [line[len(begin) : line.index('"', len(begin))] for line in file if line.startswith(begin)]


def tree(process: int) -> Iterator[int]:
    yield process
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in found:
        yield from tree(int(child))


def resident(process: int) -> int:
    """Megabytes of the process that are its own."""
    try:
        for entry in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if entry.startswith("Private_Dirty:"):
                return int(entry.split()[1]) >> 10
    except OSError:
        pass
    return 0


def test_all_in_order_in_bounded_memory(corpus: Path, khabar_command: str) -> None:
    """The command and its workers are as large at the end as after the first tenth."""
    out = corpus / "out.jsonl"
    early, late = 0, 0
    with open(out, "wb") as file:
        process = subprocess.Popen(
            [khabar_command, "parse", "texts", "-j", "2", "--fields", "title,sections"],
            cwd=corpus, stdout=file, stderr=subprocess.PIPE,
        )  # fmt: skip
        written = 0.0
        expected = SIZE * 2800.0  # bytes, about: only to tell early from late
        while process.poll() is None:
            written = os.path.getsize(out)
            used = sum(map(resident, tree(process.pid)))
            if written < expected / 5:
                early = max(early, used)
            else:
                late = max(late, used)
            time.sleep(0.2)
    assert process.stderr is not None
    err = process.stderr.read().decode()
    process.stderr.close()
    assert process.returncode == 0, err
    assert sources(out) == names()
    assert len(err.splitlines()) == int(SIZE >= 1000)
    assert late < 200
    assert late <= early + 40, (early, late)


def test_resume_after_kills(corpus: Path, khabar_command: str) -> None:
    """Killed at any moment and started again: no document is half, missing or done for nothing."""
    count = min(SIZE, 3000)
    files = corpus / "files"
    files.write_text("\n".join(names(count)))
    call = [khabar_command, "parse", "--files-from", "files", "-o", "parsed/", "--skip-existing", "-j", "2", "-q",
            "--fields", "title,sections"]  # fmt: skip
    chance = random.Random(5)
    for part in range(1, 5):
        process = subprocess.Popen(call, cwd=corpus, stderr=subprocess.DEVNULL)
        while process.poll() is None and len(list((corpus / "parsed").rglob("*.json"))) < count * part // 8:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.02)
        process.kill()
        process.wait()
    done = {path: path.stat().st_mtime_ns for path in (corpus / "parsed").rglob("*.json")}
    assert 0 < len(done) < count
    last = subprocess.run(call, cwd=corpus, capture_output=True, timeout=120)
    assert (last.returncode, last.stderr) == (0, b"")
    assert [path for path, when in done.items() if path.stat().st_mtime_ns != when] == []
    found = [str(path.relative_to(corpus / "parsed")) for path in (corpus / "parsed").rglob("*") if path.is_file()]
    found.remove(".khabar-sources")
    assert sorted(found) == [f"{one}.json" for one in names(count)]

    import json

    for path in (corpus / "parsed").rglob("*.json"):
        assert json.loads(path.read_bytes())["sections"]
