"""What is wrong with one file of records is told with its name, and ends no run."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import ENGLISH
from process import Khabar

TITLE = ENGLISH.split("\n")[0]
JOBS = pytest.mark.parametrize("jobs", ["1", "2"])


class TestNames:
    """JSON has one value under a name."""

    def write(self, khabar: Khabar, names: list[str], columns: list[Any]) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pyarrow.table(columns, names=names), khabar.folder / "a.parquet")

    @JOBS
    def test_of_fields(self, khabar: Khabar, jobs: str) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        two = pyarrow.StructArray.from_arrays([pyarrow.array([1, 2, 3])] * 2, ["x", "x"])
        inside = pyarrow.ListArray.from_arrays([0, 1, 2, 3], two)
        for column in (two, inside, two.take(pyarrow.array([0, None, 2]))):
            self.write(khabar, ["text", "t"], [[ENGLISH] * 3, column])
            done = khabar("parse", "a.parquet", "english.txt", "-j", jobs, "--fields", "title")
            told = [f"khabar: a.parquet:{n}: the column t holds two fields that are called x" for n in (1, 2, 3)]
            missing = [1] if column.null_count else []
            assert done.told == [line for n, line in enumerate(told) if n not in missing]
            assert (done.status, done.records[-1]["source"]) == (1, "english.txt")
            assert len(done.records) == 1 + len(missing)

    @JOBS
    @pytest.mark.parametrize("name", ["text", "note"])
    def test_of_columns(self, khabar: Khabar, jobs: str, name: str) -> None:
        columns = [[ENGLISH], [ENGLISH], ["x"], ["y"]]
        self.write(khabar, ["text", name, "note", "more"], columns)
        done = khabar("parse", "a.parquet", "english.txt", "-j", jobs)
        assert [r["source"] for r in done.records] == ["english.txt"]
        assert (done.status, done.told) == (1, [f"khabar: a.parquet: two columns are called {name}"])


@pytest.mark.parametrize("jobs", [(), ("-j", "2")])
@pytest.mark.parametrize("room", ["json_lines.lines", "warc.responses", "parquet.rows"])
@pytest.mark.parametrize("error", [KeyError("x"), RuntimeError("x"), MemoryError(), AssertionError()])
def test_an_error_of_ours_has_the_name_of_the_file(
    khabar: Khabar, monkeypatch: pytest.MonkeyPatch, room: str, error: Exception, jobs: tuple[str, ...]
) -> None:
    def broken(*_: Any) -> Any:
        raise error

    monkeypatch.setattr(f"khabar.corpus.{room}", broken)
    name = {"json_lines.lines": "a.jsonl", "warc.responses": "a.warc", "parquet.rows": "a.parquet"}[room]
    (khabar.folder / name).write_bytes(b"PAR1\x00" if "parquet" in name else b"")
    done = khabar.inside("parse", name, "english.txt", *jobs)
    assert (done.status, [r["source"] for r in done.records]) == (1, ["english.txt"])
    (told,) = done.told
    assert told.startswith(f"khabar: {name}: ")
    assert ("too big for this machine" if isinstance(error, MemoryError) else type(error).__name__) in told
    if isinstance(error, KeyError):
        assert "Traceback" not in done.err
        shown = khabar.inside("parse", name, "--debug", "english.txt", *jobs, KHABAR_DEBUG="1")
        assert "Traceback" in shown.err


def test_an_error_of_ours_in_a_folder(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise KeyError("x")

    monkeypatch.setattr("khabar.corpus.folders.walk", broken)
    done = khabar.inside("parse", "texts", "english.txt")
    assert (done.status, done.told) == (1, ["khabar: texts: internal error: KeyError: 'x'"])
    assert [r["source"] for r in done.records] == ["english.txt"]
