"""Parquet of whole documents and of texts, and what reads it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import khabar as library
import pytest
from process import Khabar

pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
FOLDER = Path(__file__).resolve().parents[2] / "samples"
SAMPLES = sorted([*FOLDER.glob("*.txt"), *FOLDER.glob("*.html")])
TEXT = ["id", "url", "title", "published", "language", "text", "n_words"]
DOCUMENT = [*library.FIELDS[1:], "record"]


def written(khabar: Khabar, *args: str, name: str = "out.parquet") -> Any:
    from pyarrow import parquet

    done = khabar.inside(*args, "--quiet", "-f", "parquet", "-o", name)
    assert (done.status, done.err, done.out) == (0, "", b"")
    return parquet.read_table(khabar.folder / name)


def without_nulls(value: Any) -> Any:
    """Keys of entries that JSON leaves out are null in a column."""
    if isinstance(value, list):
        return [without_nulls(one) for one in value]
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value


@pytest.fixture
def corpus(khabar: Khabar) -> Path:
    """Records with other fields, one of them an Arabic article and one almost empty."""
    texts = [path.read_text("utf-8") for path in SAMPLES if path.name.startswith("bbc") and path.suffix == ".txt"][:3]
    records = [{"id": f"n{n}", "text": text, "year": 2020 + n, "meta": {"n": n}} for n, text in enumerate(texts)]
    records.append({"id": "last", "text": "Two lines\n\nof which the second is the text.", "year": None, "tags": []})
    path = khabar.folder / "corpus.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


class TestDocuments:
    def test_the_same_as_in_json(self, khabar: Khabar) -> None:
        names = [str(path) for path in SAMPLES]
        table = written(khabar, "parse", *names)
        assert table.column_names == DOCUMENT
        documents = khabar.inside("parse", *names).records
        for row, document in zip(table.to_pylist(), documents, strict=True):
            assert row.pop("record") is None
            assert without_nulls(list(row.values())) == without_nulls(
                [v for k, v in document.items() if k != "schema"]
            )

    def test_types(self, khabar: Khabar) -> None:
        """The same for any documents: an empty list and a null have the type of what could be there."""
        (khabar.folder / "short.txt").write_text("One short line.\n")
        table = written(khabar, "parse", "short.txt")
        types = {field.name: str(field.type) for field in table.schema}
        assert types["title"] == types["record"] == "string"
        assert types["byline"] == types["warnings"] == "list<element: string>"
        sections = "list<element: struct<heading: string, paragraphs: list<element: string>>>"
        assert types["sections"] == sections
        assert "confidence: double, section: int32" in types["quotes"]
        assert "quoted: bool" in types["statements"]
        assert "agencies: list<element: string>" in types["images"]
        assert table.schema.equals(written(khabar, "parse", *map(str, SAMPLES)).schema)
        assert table.schema.metadata[b"khabar.schema"] == b"1"

    def test_records(self, khabar: Khabar, corpus: Path) -> None:
        rows = written(khabar, "parse", str(corpus)).to_pylist()
        assert [json.loads(row["record"]) for row in rows] == [
            document["record"] for document in khabar.inside("parse", str(corpus)).records
        ]
        names = "title,quotes,n_quotes,record.year,record.meta,record.meta.n"
        table = written(khabar, "parse", "--fields", names, str(corpus))
        assert table.column_names == ["source", *names.split(",")]
        assert table.column("record.year").to_pylist() == ["2020", "2021", "2022", None]
        assert table.column("record.meta").to_pylist()[:2] == ['{"n": 0}', '{"n": 1}']
        assert str(table.schema.field("n_quotes").type) == "int32"
        assert [len(quotes) for quotes in table.column("quotes").to_pylist()] == table.column("n_quotes").to_pylist()

    def test_groups_are_bounded(self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
        from khabar_cli.output import parquet as ours
        from pyarrow import parquet

        monkeypatch.setattr(ours, "_GROUP_CHARACTERS", 20_000)
        written(khabar, "parse", *["arabic.txt", "english.txt"] * 10)
        assert parquet.ParquetFile(khabar.folder / "out.parquet").num_row_groups > 1

    def test_no_documents(self, khabar: Khabar) -> None:
        from pyarrow import parquet

        for command, columns in (("parse", DOCUMENT), ("text", TEXT)):
            done = khabar.inside(command, "missing.txt", "-f", "parquet", "-o", "none.parquet")
            assert done.status == 1
            table = parquet.read_table(khabar.folder / "none.parquet")
            assert (table.num_rows, table.column_names) == (0, columns)


class TestText:
    def test_columns(self, khabar: Khabar, corpus: Path) -> None:
        table = written(khabar, "text", str(corpus), *map(str, SAMPLES))
        assert table.column_names == TEXT
        assert table.column("id").to_pylist()[:4] == ["n0", "n1", "n2", "last"]
        documents = khabar.inside("parse", str(corpus), *map(str, SAMPLES)).records
        texts = khabar.inside("text", "--jsonl", str(corpus), *map(str, SAMPLES)).records
        for row, document, text in zip(table.to_pylist(), documents, texts, strict=True):
            assert {name: row[name] for name in ("url", "title", "published", "language")} == {
                name: document[name] for name in ("url", "title", "published", "language")
            }
            assert row["text"] == text["text"]
        assert str(table.schema.field("n_words").type) == "int32"

    def test_fields(self, khabar: Khabar, corpus: Path) -> None:
        table = written(khabar, "text", "--fields", "text,byline,record.year", str(corpus))
        assert table.column_names == ["source", "text", "byline", "record.year"]
        assert str(table.schema.field("byline").type) == "list<element: string>"


def test_rows_with_fields_of_their_document(khabar: Khabar, corpus: Path) -> None:
    names = ["title", "byline", "record.year", "speaker", "confidence", "context"]
    table = written(khabar, "quotes", "--fields", ",".join(names), str(corpus))
    assert table.column_names == ["source", *names]
    rows = khabar.inside("quotes", "--fields", ",".join(names), str(corpus)).records
    assert [row["context"] for row in table.to_pylist()] == [row["context"] for row in rows]
    assert str(table.schema.field("confidence").type) == "double"


@pytest.mark.parametrize("args", [["explain"], ["explain", "--quotes"]])
def test_what_was_weighed(khabar: Khabar, args: list[str]) -> None:
    """Lists of a shape of their own are JSON."""
    table = written(khabar, *args, "arabic.txt")
    rows = khabar.inside(*args, "arabic.txt").records
    assert table.num_rows == len(rows)
    if "--quotes" in args:
        assert [json.loads(text) for text in table.column("candidates").to_pylist()] == [
            row["candidates"] for row in rows
        ]


@pytest.mark.parametrize("args", [["stats", "arabic.txt", "english.txt"], ["diff", "arabic.txt", "english.txt"]])
def test_what_has_rows_of_its_own(khabar: Khabar, args: list[str]) -> None:
    from pyarrow import parquet

    khabar.inside(*args, "-f", "parquet", "-o", "out.parquet")
    table = parquet.read_table(khabar.folder / "out.parquet")
    rows = list(csv.reader(io.StringIO(khabar.inside(*args, "-f", "csv", "--no-defuse").text)))
    assert table.column_names == rows[0]
    cells = [["" if value is None else str(value) for value in row.values()] for row in table.to_pylist()]
    assert cells == rows[1:]


class TestReaders:
    """Each reads both kinds of files: texts, and documents with lists of objects."""

    @pytest.fixture(autouse=True)
    def files(self, khabar: Khabar, corpus: Path) -> None:
        written(khabar, "text", str(corpus), name="text.parquet")
        written(khabar, "parse", str(corpus), name="parse.parquet")

    @pytest.fixture
    def quotes(self, khabar: Khabar, corpus: Path) -> int:
        """How many quotations there are."""
        return len(khabar.inside("quotes", str(corpus)).records)

    def test_duckdb(self, khabar: Khabar, quotes: int) -> None:
        duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
        with duckdb.connect() as connection:
            ids = connection.sql(f"select id from '{khabar.folder}/text.parquet' where n_words > 3").fetchall()
            assert len(ids) >= 3
            spoken = f"select unnest(quotes).speaker from '{khabar.folder}/parse.parquet'"
            assert len(connection.sql(spoken).fetchall()) == quotes
            years = f"select record->>'$.year' from '{khabar.folder}/parse.parquet' where record is not null"
            assert connection.sql(years).fetchall() == [("2020",), ("2021",), ("2022",), (None,)]

    def test_pandas(self, khabar: Khabar, quotes: int) -> None:
        pandas = pytest.importorskip("pandas", reason="pandas is not installed")
        assert pandas.read_parquet(khabar.folder / "text.parquet").columns.tolist() == TEXT
        frame = pandas.read_parquet(khabar.folder / "parse.parquet")
        assert sum(map(len, frame.quotes)) == quotes
        assert frame.sections[0][0]["paragraphs"][0]

    def test_polars(self, khabar: Khabar, quotes: int) -> None:
        polars = pytest.importorskip("polars", reason="polars is not installed")
        assert polars.read_parquet(khabar.folder / "text.parquet").columns == TEXT
        frame = polars.read_parquet(khabar.folder / "parse.parquet")
        assert frame["quotes"].list.len().sum() == quotes
        assert frame.explode("sections")["sections"].struct.field("paragraphs").list.len().sum() > 3

    def test_datasets(self, khabar: Khabar, quotes: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HF_HOME", str(khabar.folder / "cache"))
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        datasets = pytest.importorskip("datasets", reason="datasets is not installed")
        path = str(khabar.folder / "text.parquet")
        texts = datasets.Dataset.from_parquet(path, cache_dir=str(khabar.folder / "cache"))
        assert texts.column_names == TEXT
        path = str(khabar.folder / "parse.parquet")
        documents = datasets.Dataset.from_parquet(path, cache_dir=str(khabar.folder / "cache"))
        assert sum(len(document["quotes"]) for document in documents) == quotes
