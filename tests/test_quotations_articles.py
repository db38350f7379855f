"""Who said what in whole articles, one for each language: `tests/fixtures/quotations/articles`.

The quotations of `xx.txt` are listed in `xx.json`. An entry may say with `xfail` which of its fields are known faults
(one, or a list); the others must be right.
"""

from __future__ import annotations

import json
from pathlib import Path

import khabar
import pytest
from quotation_cases import FOLDER, amiss

ARTICLES = sorted((FOLDER / "articles").glob("*.txt"))
FIELDS = ("kind", "speaker", "cue")


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_article(path: Path) -> None:
    article = khabar.parse(path.read_text("utf-8"))
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert (article.language or "").split("-")[0] == path.stem
    assert [quote.text for quote in article.quotes] == [entry["text"] for entry in expected]
    wrong = amiss(article.quotes, expected, FIELDS)
    assert not wrong, "\n".join(wrong)
