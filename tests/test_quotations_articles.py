"""Who said what in whole articles, one for each language: `tests/fixtures/quotations/articles`.

The quotations of `xx.txt` are listed in `xx.json`. An entry may say with `xfail` which of its fields are known faults
(one, or a list); the others must be right.
"""

from __future__ import annotations

import json
from pathlib import Path

import khabar
import pytest
from quotation_cases import FOLDER

ARTICLES = sorted((FOLDER / "articles").glob("*.txt"))
FIELDS = ("kind", "speaker", "cue")


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_article(path: Path) -> None:
    article = khabar.parse(path.read_text("utf-8"))
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert (article.language or "").split("-")[0] == path.stem
    assert [quote.text for quote in article.quotes] == [entry["text"] for entry in expected]
    wrong = []
    for quote, entry in zip(article.quotes, expected, strict=True):
        known = entry.get("xfail", [])
        wrong += [
            f"{quote.text[:40]}: {field} {getattr(quote, field)!r}, not {entry[field]!r}"
            for field in FIELDS
            if getattr(quote, field) != entry[field] and field not in ([known] if isinstance(known, str) else known)
        ]
    assert not wrong, "\n".join(wrong)
