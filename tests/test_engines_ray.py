"""khabar.parse in Ray Data's map_batches, on a Ray of this machine."""

from __future__ import annotations

from pathlib import Path

import engine_pages as corpus
import pytest

pytest.importorskip("ray.data", reason="ray[data] is not installed")


def test_map_batches(tmp_path: Path) -> None:
    corpus.write_parquet(tmp_path / "pages")
    corpus.run("ray_data.py", tmp_path)
    out = {row["source"]: row for row in corpus.read_parquet(tmp_path / "clean")}
    assert sorted(url for url, row in out.items() if not row["error"]) == corpus.good()
    assert {url: row["error"]["code"] for url, row in out.items() if row["error"]} == dict.fromkeys(
        corpus.NO_ARTICLES, "empty"
    )
    row = out[corpus.url(1)]
    assert (row["title"], row["published"]) == (corpus.title(1), "2024-06-19T14:05:00+00:00")
    assert row["sections"][0]["paragraphs"] == corpus.EN
    assert row["images"][0]["credit"] == "Reuters"
