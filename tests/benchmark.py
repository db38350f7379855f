"""How many documents in a second, with 1 and 2 processes: `python tests/benchmark.py [COUNT] [JOBS...]`.

The texts are those of make_corpus.py, the command is the one beside this Python, the output goes to a file.
Each number of processes has two runs in turn, and the faster one counts: a machine that does something else
meanwhile makes both slow. Processor time is that of the command and its workers.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from make_corpus import COUNT, make

ROUNDS = 2


def run(folder: Path, jobs: int, call: list[str]) -> tuple[float, float]:
    """Seconds, and seconds of processors."""
    command = str(Path(sys.executable).with_name("khabar"))
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with open(folder / "out.jsonl", "wb") as out:
        call = [command, *call, "texts", "-q", "-j", str(jobs)]
        failed = subprocess.run(call, cwd=folder, stdout=out, stderr=subprocess.PIPE).stderr.splitlines()
    if failed:
        print(f"{len(failed)} failed, the first: {failed[0].decode()[:150]}", file=sys.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(count: int, jobs: list[int]) -> None:
    calls = {"parse": ["parse"], "text": ["text", "--jsonl"]}
    with tempfile.TemporaryDirectory(prefix="khabar-") as name:
        folder = Path(name)
        make(folder / "texts", count)
        size = sum(path.stat().st_size for path in (folder / "texts").rglob("*.txt"))
        print(f"{count} texts, {size / 1e6:.0f} MB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        for title, call in calls.items():
            best: dict[int, tuple[float, float]] = {}
            for _ in range(ROUNDS):
                for number in jobs:
                    best[number] = min(best.get(number, (1e9, 0.0)), run(folder, number, call))
            for number, (seconds, processor) in best.items():
                print(
                    f"khabar {title} -j {number}: {seconds:6.1f} s, {count / seconds:6.0f} documents/s, "
                    f"{best[jobs[0]][0] / seconds:.2f} x, {processor:.1f} s of processors"
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT, [int(n) for n in sys.argv[2:]] or [1, 2])
