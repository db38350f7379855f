"""What somebody is reported to have said in whole articles: `tests/fixtures/statements/articles`.

The statements of `xx.txt` are listed in `xx.json`; the form is that of the quotations' articles.
"""

from __future__ import annotations

import json
from pathlib import Path

import khabar
import pytest
from quotation_cases import STATEMENTS, amiss

ARTICLES = sorted((STATEMENTS / "articles").glob("*.txt"))
FIELDS = ("type", "speaker", "cue", "quoted")


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_article(path: Path) -> None:
    article = khabar.parse(path.read_text("utf-8"), fields=["statements"])
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert (article.language or "").split("-")[0] == path.stem
    assert [one.text for one in article.statements] == [entry["text"] for entry in expected]
    wrong = amiss(article.statements, expected, FIELDS)
    assert not wrong, "\n".join(wrong)
