"""What is wrong with one file of records is told with its name, and ends no run."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import ENGLISH
from process import Khabar, Result

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


class TestCells:
    """Of Parquet."""

    @pytest.fixture(autouse=True)
    def pyarrow(self) -> Any:
        return pytest.importorskip("pyarrow")

    def run(self, khabar: Khabar, column: Any, *more: str) -> Result:
        import pyarrow
        from pyarrow import parquet

        texts = pyarrow.array([ENGLISH] * len(column))
        parquet.write_table(pyarrow.table({"text": texts, "t": column}), khabar.folder / "a.parquet")
        return khabar.inside("parse", "a.parquet", "--fields", "title", *more)

    def values(self, khabar: Khabar, column: Any) -> list[Any]:
        done = self.run(khabar, column)
        assert (done.status, done.err) == (0, "")
        return [record["record"]["t"] for record in done.records]

    @pytest.mark.parametrize("zone", ["Foo/Bar", "+99:00", "EST5EDT4", "x"])
    def test_a_time_zone_that_nobody_knows(self, khabar: Khabar, pyarrow: Any, zone: str) -> None:
        found = self.values(khabar, pyarrow.array([0, 86_400_000_001, None], pyarrow.timestamp("us", zone)))
        if found[0].endswith("-05:00"):
            pytest.skip("this one is known here")
        assert found == ["1970-01-01T00:00:00+00:00", "1970-01-02T00:00:00.000001+00:00", None]

    def test_maps(self, khabar: Khabar, pyarrow: Any) -> None:
        when = 123_456_789_123_456_789
        times = pyarrow.array([[("a", when), ("b", None)], None, []], pyarrow.map_("string", pyarrow.timestamp("ns")))
        assert self.values(khabar, times) == [[["a", "1973-11-29T21:33:09.123456789"], ["b", None]], None, []]
        numbers = pyarrow.array([[(1, [float("nan")])]], pyarrow.map_("int8", pyarrow.list_(pyarrow.float64())))
        assert self.values(khabar, numbers) == [[[1, [None]]]]
        far = pyarrow.array([[("a", 2**62)], [("a", 1)]], pyarrow.map_("string", pyarrow.timestamp("us")))
        told = "khabar: a.parquet:1: the column t holds a time that is outside of the years 1 to 9999"
        assert self.run(khabar, far).told == [told]

    @pytest.mark.parametrize(("unit", "bits"), [("s", 32), ("ms", 32), ("us", 64), ("ns", 64)])
    def test_times_of_day(self, khabar: Khabar, pyarrow: Any, unit: str, bits: int) -> None:
        per = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}[unit]
        kind = getattr(pyarrow, f"time{bits}")(unit)
        column = pyarrow.array([0, 86_400 * per - 1, 86_400 * per, -5, None], f"int{bits}").view(kind)
        done = self.run(khabar, column)
        found = [record["record"]["t"] for record in done.records]
        assert found[0] == "00:00:00"
        assert found[1].startswith("23:59:59")
        assert found[2:] == [None]
        told = "the column t holds a time of day that is outside of 24 hours"
        assert done.told == [f"khabar: a.parquet:{n}: {told}" for n in (3, 4)]

    def test_a_row_has_its_own_bytes(self, khabar: Khabar, pyarrow: Any) -> None:
        """A column whose values stand in a dictionary is as large as all of them in no row."""
        texts = pyarrow.array([f"{n} {'x' * 1000}" for n in range(3000)])
        plain = texts.dictionary_encode()
        offsets = list(range(3001))
        inside = pyarrow.ListArray.from_arrays(offsets, plain)
        fields = pyarrow.StructArray.from_arrays([plain, inside], ["a", "b"])
        for column in (plain, inside, fields, texts):
            done = self.run(khabar, column.slice(1000, 100), "--max-bytes", "4K")
            assert (done.status, len(done.records)) == (0, 100)
            done = self.run(khabar, column.slice(1000, 2), "--max-bytes", "1K")
            told = "more than 1 KiB (see --max-bytes)"
            assert done.told == [f"khabar: a.parquet:{n}: {told}" for n in (1, 2)]
