"""The article that the project began with, where the reference texts are beside the repo."""

from __future__ import annotations

import json
from pathlib import Path

import khabar
import pytest

SEED = Path(__file__).parents[2] / "shared" / "seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the reference texts are not here")
def test_the_seed_is_met_exactly() -> None:
    article = khabar.parse((SEED / "article.txt").read_bytes()).to_dict()
    gold = json.loads((SEED / "gold.json").read_text("utf-8"))
    assert article["title"] == gold["title"]
    assert article["sections"] == gold["sections"]
    assert [{k: i[k] for k in ("alt", "credit", "caption")} for i in article["images"]] == gold["images"]
    stripped = [piece["text"] for piece in article["stripped"]]
    assert all(line in stripped for line in gold["boilerplate"])
