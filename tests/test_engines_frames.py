"""khabar.parse in frames: pandas, and Spark's mapInPandas where Spark and a Java are there."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import engine_pages as corpus
import pytest

pytest.importorskip("pandas", reason="pandas is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    corpus.write_parquet(tmp_path / "pages")
    return tmp_path


def test_pandas(pages: Path) -> None:
    printed = corpus.run("frames.py", pages).stdout
    assert all(f"{url} " not in printed for url in corpus.NO_ARTICLES)
    good = [int(url.rpartition("/")[2]) for url in corpus.good()]
    assert f"Reuters    {sum(n % 2 for n in good)}" in printed
    assert f"[{len(good)} rows x 3 columns]" in printed


def test_spark(pages: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if not shutil.which("java"):
        pytest.skip("no Java for Spark")
    corpus.run("spark.py", pages, PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    out = {row["url"]: row for row in corpus.read_parquet(pages / "clean")}
    assert sorted(url for url, row in out.items() if row["error"] is None) == corpus.good()
    assert {row["error"] for url, row in out.items() if url in corpus.NO_ARTICLES} == {"empty"}
    row = out[corpus.url(1)]
    assert (row["title"], row["published"]) == (corpus.title(1), "2024-06-19T14:05:00+00:00")
    assert (row["paragraphs"], row["credits"]) == (corpus.EN, ["Reuters"])
    assert out[corpus.url(2)]["published"] is None
