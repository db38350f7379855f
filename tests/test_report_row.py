"""The facts of one article for the page of many."""

from __future__ import annotations

import json

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.report.row import LONGEST, row

TEXT = """\
The old harbour opens again

Image source, Getty Images

Image caption, Boats came back to the harbour

"We take in 120 boats every morning," said mayor Alice Smith.

"It cost more than anybody thought," said Bob Jones, who keeps the "Old Gate".

"We will pay for it," said mayor Alice Smith.

Related Topics
Harbours
Boats
"""
ARABIC = """\
عبّارة تعود إلى الإبحار

صدر الصورة، Reuters

التعليق على الصورة، ركاب ينتظرون على الرصيف

وقال وزير النقل، مروان الدرعي: "وعدنا الناس بأن يعود البحر طريقا إلى بيوتهم، وقد عاد".
"""


def row_of(text: str, **told: object) -> dict[str, object]:
    traced = khabar.trace(text, input_format="text")
    return row(traced._replace(article=traced.article.replace(**{"source": "a.txt", **told})))


def test_row() -> None:
    found = row_of(TEXT)
    assert {key: found[key] for key in ("source", "title", "language", "direction", "publisher", "published")} == {
        "source": "a.txt",
        "title": "The old harbour opens again",
        "language": "en",
        "direction": "ltr",
        "publisher": "BBC News",
        "published": None,
    }
    assert found["quotes"] == 3  # the gate's name is nobody's words
    assert found["speakers"] == {"mayor Alice Smith": 2, "Bob Jones": 1}
    assert found["agencies"] == {"Getty Images": 1}
    assert found["images"] == [
        {
            "credit": "Getty Images",
            "caption": "Boats came back to the harbour",
            "agencies": ["Getty Images"],
            "media": None,
        }
    ]
    assert found["pictures"] == 1
    assert found["rules"] == {"related.list": 2, "related.label": 1}
    assert found["words"] == len(khabar.parse(TEXT, input_format="text").to_text().split())


def test_arabic() -> None:
    found = row_of(ARABIC)
    assert (found["language"], found["direction"]) == ("ar", "rtl")
    assert found["speakers"] == {"وزير النقل، مروان الدرعي": 1}
    assert found["agencies"] == {"Reuters": 1}


def test_without_blocks() -> None:
    """Then what was stripped is counted as the article tells it, markers within lines as well."""
    found = row(khabar.trace(TEXT, input_format="text", blocks=False))
    assert {"related.list": 2, "marker.word": 2}.items() <= dict(found["rules"]).items()


@pytest.mark.parametrize("text", ["\x1b[31mred\x9b", "a \u202e turned", "x" * 1_000_000, "\ud800", "</script>"])
def test_hostile(text: str) -> None:
    """In a list nothing is long, steers a terminal, or turns round what follows."""
    found = row_of(TEXT, title=text, publisher=text, source=text, warnings=(text,), published=text, language=text)
    for key in ("title", "publisher", "source", "published", "language"):
        told = str(found[key])
        assert len(told) <= LONGEST
        assert not {"\x1b", "\x9b", "\u202e", "\ud800"} & {*told}
    assert found["warnings"] == [found["title"]]


@given(st.text())
def test_always_json(text: str) -> None:
    traced = khabar.trace(TEXT, input_format="text")
    quotes = tuple(quote.replace(speaker=text) for quote in traced.article.quotes)
    images = tuple(
        image.replace(credit=text, caption=None, alt=text, agencies=(text,)) for image in traced.article.images
    )
    found = row(traced._replace(article=traced.article.replace(title=text, quotes=quotes, images=images)))
    assert json.loads(json.dumps(found)) == found
    assert json.dumps(found, ensure_ascii=False).encode()
