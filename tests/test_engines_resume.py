"""A run of datatrove that is killed in the middle and started again: no document is lost, none is there twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import engine_pages as corpus
import pytest

pytest.importorskip("datatrove", reason="khabar[datatrove] is not installed")
pytest.importorskip("orjson", reason="khabar[datatrove] is not installed")
pytest.importorskip("regex", reason="khabar[datatrove] is not installed")

_SLOW = """
import sys, time
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import {kind}Reader
from datatrove.pipeline.writers import {kind}Writer
from khabar.engines.datatrove import Khabar

def slowly(data, rank=0, world_size=1):
    for doc in data:
        time.sleep(float(sys.argv[1]) if rank > 1 else 0)
        yield doc

if __name__ == "__main__":
    step = Khabar(["title", "published"])
    options = dict(schema=step.schema(), batch_size=5) if "{kind}" == "Parquet" else {{}}
    writer = {kind}Writer("clean", **options)
    pipeline = [{kind}Reader("pages", text_key="html", id_key="url"), slowly, step, writer]
    LocalPipelineExecutor(pipeline, tasks=4, workers=2, logging_dir="logs").run()
"""


@pytest.mark.skipif(os.name != "posix", reason="groups of processes")
@pytest.mark.parametrize("killed", ["all", "executor"])
@pytest.mark.parametrize("kind", ["Jsonl", "Parquet"])
def test_killed_and_started_again(kind: str, killed: str, tmp_path: Path) -> None:
    if kind == "Jsonl":
        corpus.write_jsonl(tmp_path / "pages")
    else:
        pytest.importorskip("pyarrow", reason="khabar[parquet] is not installed")
        corpus.write_parquet(tmp_path / "pages")
    (tmp_path / "slow.py").write_text(_SLOW.format(kind=kind), "utf-8")
    logs = tmp_path / "logs"
    completed = logs / "completions"
    # tasks 0 and 1 are done at once; the kill comes while 2 and 3 are under way, six seconds each
    with (tmp_path / "stderr").open("w") as err:
        run = subprocess.Popen([sys.executable, "slow.py", "0.5"], cwd=tmp_path, stderr=err, start_new_session=True)
    try:
        wait_for(lambda: completed.is_dir() and len(list(completed.iterdir())) == 2)
        wait_for(lambda: len(list(logs.glob("logs/task_0000[23].log"))) == 2)
        time.sleep(1)
        if killed == "executor":
            run.kill()
            wait_for(lambda: (tmp_path / "stderr").read_text("utf-8").count("the executor is gone") >= 1)
        else:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        done = written(tmp_path / "clean")
        again = subprocess.run(
            [sys.executable, "slow.py", "0"], cwd=tmp_path, capture_output=True, text=True, timeout=120
        )
        time.sleep(1 if killed == "executor" else 0)  # a worker that lived on would write now
    finally:
        if killed == "executor":
            os.killpg(run.pid, signal.SIGKILL)  # datatrove's manager of queues, which nobody else ends
    assert again.returncode == 0, again.stderr[-4000:]
    assert "Skipping 2 already completed tasks" in again.stderr
    assert {path.name for path in completed.iterdir()} == {f"{rank:05}" for rank in range(4)}
    kept = {name: when for name, when in written(tmp_path / "clean").items() if "00000" in name or "00001" in name}
    assert len(kept) == 2
    assert kept.items() <= done.items()
    read = corpus.read_jsonl if kind == "Jsonl" else corpus.read_parquet
    assert sorted(doc["id"] for doc in read(tmp_path / "clean")) == corpus.good()


def written(folder: Path) -> dict[str, int]:
    """The files, and when they were last written to."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def wait_for(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.01)
