"""Many documents at once: `-j`, what is lost when a process dies, limits for each document, and how a run ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import khabar as library
import pytest
from conftest import ARABIC, ENGLISH
from khabar.corpus import batch
from khabar.corpus.batch import run as run_batch
from khabar.corpus.item import Failure, Item
from khabar.corpus.work import Job
from khabar_cli.rendering import Rendering
from khabar_cli.terminal import look
from khabar_cli.views import view_class
from process import PATIENCE, Khabar, heard

COUNT = 60
_TRACE = library.trace

_MISBEHAVE = """
import khabar, os, signal, time

found = khabar.trace

def trace(data, **options):
    told = data if isinstance(data, bytes) else data.encode()
    if b"KILL" in told:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"SLEEP" in told:
        time.sleep(10_000)
    if b"SPIN" in told:
        sum(range(10 ** 9))  # deaf to signals, as a library in C can be
    return found(data, **options)

khabar.trace = trace
"""
needs_proc = pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="children are found in /proc")


class Many(Khabar):
    """The command in a folder of many articles, some of which may misbehave."""

    def env(self, **more: str) -> dict[str, str]:
        return super().env(PYTHONPATH=str(self.folder / "hooks"), **more)

    @property
    def names(self) -> list[str]:
        return [f"docs/{n:02}.txt" for n in range(COUNT)]

    def spoil(self, number: int, word: str) -> str:
        """Make one of them misbehave."""
        name = self.names[number]
        (self.folder / name).write_text(f"{word}\n\n{ENGLISH}", "utf-8")
        return name

    def popen(self, *args: str) -> subprocess.Popen[bytes]:
        """A process group of its own, as a shell makes for a job."""
        with heard():
            return subprocess.Popen(
                [self.command, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                cwd=self.folder, env=self.env(), start_new_session=True,
            )  # fmt: skip


@pytest.fixture
def many(tmp_path: Path, khabar_command: str) -> Many:
    for folder in ("docs", "hooks"):
        (tmp_path / folder).mkdir()
    (tmp_path / "hooks" / "sitecustomize.py").write_text(_MISBEHAVE)
    made = Many(khabar_command, tmp_path)
    for number, name in enumerate(made.names):
        text = f"{(ARABIC, ENGLISH)[number % 2]}\nParagraph {number} of these, which is long enough to be one.\n"
        (tmp_path / name).write_text(text, "utf-8")
    return made


def sources(records: list[dict[str, Any]]) -> list[str]:
    return [record["source"] for record in records]


def children(process: int) -> list[int]:
    try:
        return [int(n) for n in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: Any, seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.02)


@pytest.mark.parametrize(
    "call",
    ["parse", "parse --json", "parse -f csv", "parse -f table", "parse -f markdown", "parse -f blocks", "text",
     "sections -f tsv", "sections -f table", "credits --json", "explain", "quotes", "speakers", "speakers --json",
     "statements -f csv", "speakers --of quotes,statements",
     "agencies", "agencies -f csv",
     "parse --errors json"],
)  # fmt: skip
def test_the_output_is_that_of_one_process(many: Many, call: str) -> None:
    args = [*call.split(), *many.names[:30], "missing.txt", *many.names[30:]]
    one, two = many.inside(*args), many.inside(*args, "-j", "2")
    assert (two.status, two.err) == (one.status, one.err)
    assert two.out == one.out
    assert one.out


def test_a_folder_in_order_and_records(many: Many) -> None:
    done = many("parse", "docs", "-j", "2")
    assert (done.status, done.err) == (0, "")
    assert sources(done.records) == many.names
    lines = [json.dumps({"id": n, "text": ENGLISH, "url": "u"}) for n in range(200)]
    done = many("parse", "-j", "2", "--input-format", "jsonl", stdin="\n".join(lines).encode())
    assert (done.status, done.err) == (0, "")
    assert sources(done.records) == [str(n) for n in range(200)]


def test_unordered_comes_as_it_is_done(many: Many) -> None:
    (many.folder / "hooks" / "sitecustomize.py").write_text(_MISBEHAVE.replace("sleep(10_000)", "sleep(1)"))
    slow = many.spoil(0, "SLEEP")
    done = many("parse", "docs", "-j", "2", "--unordered")
    assert (done.status, done.err) == (0, "")
    assert sorted(sources(done.records)) == many.names
    assert sources(done.records)[0] != slow
    assert sources(many("parse", "docs", "-j", "2").records) == many.names


def test_few_files_and_one_job_need_no_other_process(many: Many) -> None:
    code = (
        "import sys\nfrom khabar_cli.main import run\nstatus = run(sys.argv[1:])\n"
        "sys.exit(3 if 'multiprocessing' in sys.modules else status)"
    )

    def status(*args: str) -> int:
        call = [sys.executable, "-c", code, "parse", *args]
        return subprocess.run(call, cwd=many.folder, capture_output=True, timeout=PATIENCE).returncode

    assert status("-j", "2", *many.names[:19]) == 0
    assert status("docs") == 0
    assert status("-j", "2", *many.names[:20]) == 3


class TestDeath:
    """A process is killed, by whatever: the document at hand is told of, all others come."""

    @pytest.mark.parametrize("order", [(), ("--unordered",)])
    def test_of_workers(self, many: Many, order: tuple[str, ...]) -> None:
        bad = [many.spoil(n, "KILL") for n in (0, 7, 8, 59)]
        done = many("parse", "docs", "-j", "2", *order)
        assert done.status == 1
        assert sorted(done.told) == [f"khabar: {name}: the worker died (killed by signal 9)" for name in bad]
        found = sources(done.records)
        assert (sorted(found) if order else found) == [name for name in many.names if name not in bad]

    def test_as_data(self, many: Many) -> None:
        bad = many.spoil(30, "KILL")
        done = many("parse", "docs", "-j", "2", "--errors", "json")
        assert (done.status, done.err) == (1, "")
        assert sources(done.records) == many.names
        assert [(r["source"], r["error"]["code"]) for r in done.records if "error" in r] == [(bad, "worker")]

    @needs_proc
    def test_from_outside(self, many: Many) -> None:
        bad = many.spoil(25, "SLEEP")
        process = many.popen("parse", "docs", "-j", "2", "--unordered")
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(COUNT - 1)]  # all but the one that sleeps
        for worker in children(process.pid):
            os.kill(worker, signal.SIGKILL)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out) == (1, b"")
        assert err.decode() == f"khabar: {bad}: the worker died (killed by signal 9)\n"
        assert len(set(lines)) == COUNT - 1

    @needs_proc
    def test_of_the_command_itself_leaves_nobody_behind(self, many: Many) -> None:
        many.spoil(50, "SLEEP")
        process = many.popen("parse", "docs", "-j", "2", "--unordered")
        assert process.stdout is not None
        for _ in range(COUNT - 1):
            process.stdout.readline()
        workers = children(process.pid)
        assert len(workers) == 2
        process.kill()
        process.communicate(timeout=PATIENCE)
        wait_for(lambda: not any(map(lives, workers)))  # the one that slept over its document, too


class TestLimits:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    @pytest.mark.parametrize("word", ["SLEEP", "SPIN"])
    def test_timeout(self, many: Many, jobs: str, word: str) -> None:
        bad = [many.spoil(n, word) for n in (3, 40)]
        done = many("parse", "docs", "-j", jobs, "--timeout", "1.2")
        assert done.status == 1
        assert done.told == [f"khabar: {name}: took longer than 1.2 s (--timeout)" for name in bad]
        assert sources(done.records) == [name for name in many.names if name not in bad]

    def test_timeout_of_one_file(self, many: Many) -> None:
        bad = many.spoil(0, "SPIN")
        done = many("parse", bad, "--timeout", ".5", "--errors", "json")
        assert (done.status, done.err) == (1, "")
        assert done.records[0]["error"]["code"] == "timeout"
        assert many("parse", many.names[1], "--timeout", "30").status == 0

    @pytest.mark.parametrize("seconds", ["2200000", "1e9", "1e300"])
    def test_a_timeout_of_years(self, many: Many, seconds: str) -> None:
        """Longer than a system can wait at once."""
        done = many("parse", many.names[1], "--timeout", seconds)
        assert (done.status, done.err, len(done.records)) == (0, "", 1)

    def test_a_reader_that_is_slow_is_no_timeout(self, many: Many) -> None:
        """Time counts while a document is at work, not while nobody reads what comes out."""
        script = "khabar parse docs docs docs docs docs docs -f json --timeout 1 | (sleep 3; wc -l)"
        done = many.bash(script)
        assert (done.status, done.err) == (0, "")

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_max_bytes(self, many: Many, jobs: str) -> None:
        name = many.names[5]
        (many.folder / name).write_text(ENGLISH * 200, "utf-8")
        done = many("parse", "docs", "-j", jobs, "--max-bytes", "10K")
        assert done.status == 1
        assert done.told == [f"khabar: {name}: more than 10 KiB (see --max-bytes)"]
        assert len(done.records) == COUNT - 1

    @pytest.mark.parametrize(
        ("option", "told"),
        [
            (("-j", "-1"), "jobs"),
            (("--timeout", "0"), "--timeout"),
            (("--timeout", "nan"), "--timeout"),
            (("--max-bytes", "0"), "--max-bytes"),
            (("--max-bytes", "5X"), "such as 500000, 64K or 10M"),
        ],
    )
    def test_usage(self, many: Many, option: tuple[str, ...], told: str) -> None:
        done = many.inside("parse", *option, "docs")
        assert (done.status, done.out) == (2, b"")
        assert told in " ".join(done.err.split())


class TestEnds:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_fail_fast(self, many: Many, jobs: str) -> None:
        (many.folder / many.names[30]).write_text("")
        (many.folder / many.names[45]).write_text("")
        done = many("parse", "docs", "-j", jobs, "--fail-fast")
        assert (done.status, done.told) == (1, [f"khabar: {many.names[30]}: empty"])
        assert sources(done.records) == many.names[:30]
        array = many("parse", "docs", "-j", jobs, "--fail-fast", "--errors", "json", "--json")
        assert len(json.loads(array.out)) == 31

    @needs_proc
    @pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
    def test_interrupt(self, many: Many, stop: signal.Signals) -> None:
        """What is done is out, in order, and nobody goes on."""
        for number in (40, 41):
            many.spoil(number, "SLEEP")
        process = many.popen("parse", "docs", "-j", "2")
        assert process.stdout is not None
        first = [json.loads(process.stdout.readline())["source"] for _ in range(40)]
        assert first == many.names[:40]
        workers = children(process.pid)
        assert len(workers) == 2
        os.killpg(process.pid, stop)  # as a terminal does it: to all of them
        out, err = process.communicate(timeout=PATIENCE)  # not when those that sleep have slept enough
        assert (process.returncode, out, err) == (130 if stop == signal.SIGINT else -stop, b"", b"")
        wait_for(lambda: not any(map(lives, workers)))

    @needs_proc
    def test_interrupt_of_the_command_alone(self, many: Many) -> None:
        many.spoil(10, "SPIN")
        process = many.popen("parse", "docs", "-j", "2", "--unordered")
        assert process.stdout is not None
        for _ in range(COUNT - 1):
            process.stdout.readline()
        workers = children(process.pid)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, err) == (130, b"")
        assert not any(map(lives, workers))

    def test_closed_pipe(self, many: Many) -> None:
        many.spoil(59, "SLEEP")
        for call in ("parse docs -j 2 | head -1", "parse --json docs -j 2 | true"):
            done = many.bash(f"khabar {call}")
            assert (done.status, done.err) == (0, "")  # before it has slept enough: nobody waited for the last one

    def test_full_disk(self, many: Many) -> None:
        done = many.bash("khabar parse docs -j 2 > /dev/full")
        assert (done.status, done.told) == (1, ["khabar: standard output: No space left on device"])


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched here is not there in a process that starts anew")
class TestWindow:
    """What is held while the first document takes its time."""

    @pytest.fixture(autouse=True)
    def slow_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def trace(data: bytes, **options: Any) -> library.Trace:
            if data.startswith(b"FIRST"):
                time.sleep(1.5)
            return _TRACE(b"Old port opens again\n\nThe mayor said so.\n", **options)

        monkeypatch.setattr(library, "trace", trace)

    def pulled(self, count: int, data: bytes, ordered: bool) -> tuple[int, list[str]]:
        """How many items were taken before the first result came, and the names of all results."""
        taken = 0

        def items() -> Iterator[Item | Failure]:
            nonlocal taken
            for number in range(count):
                taken += 1
                yield Item(str(number), None, b"FIRST" if number == 0 else data, None, str(number))

        screen = look(to_file=True, color="never", bidi="none", width=80)
        job = Job(Rendering(view_class("parse")(("title",)), "jsonl", screen), fields=("title",))
        results = run_batch(items(), job, 2, ordered)
        first = next(results)
        before = taken
        return before, [first.source, *(result.source for result in results)]

    def test_documents(self) -> None:
        before, names = self.pulled(3000, b"x", ordered=True)
        assert batch.WINDOW // 2 < before <= batch.WINDOW
        assert names == [str(n) for n in range(3000)]

    def test_bytes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(batch, "WINDOW_BYTES", 5000)
        before, names = self.pulled(1000, b"x", ordered=True)
        assert before < 5000 // 50 + 2 * 64 + 20
        assert names == [str(n) for n in range(1000)]
        before, names = self.pulled(30, b"x" * 6000, ordered=True)  # one is more than the window takes
        assert names == [str(n) for n in range(30)]

    def test_unordered_holds_nothing_back(self) -> None:
        before, names = self.pulled(3000, b"x", ordered=False)
        assert before <= 2 * 64 + 20
        assert sorted(names, key=int) == [str(n) for n in range(3000)]
        assert names[0] != "0"
