"""The model and its dictionary: the output contract."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.article import FIELDS, SCHEMA, Article
from khabar.entries import Image, Quote, Section, Stripped

FULL = Article(
    source="a.txt",
    encoding="utf-8",
    language="ar",
    direction="rtl",
    publisher="صحيفة الواحة",
    title="السوق القديم",
    byline=("منى سالم", "سامي حداد"),
    published="2021-07-05",
    modified="2021-07-06T10:00:00Z",
    sections=(Section(None, ("قالت البلدية.",)), Section("ساحة أوسع", ("قال تاجر: «لن نرحل».", "وبقي."))),
    quotes=(Quote("لن نرحل", "direct", "تاجر", "قال", 1, 0, 11, 18),),
    images=(
        Image(credit="AFP", caption="السوق", alt="رجل", agencies=("AFP",)),
        Image(caption="جولة", section=1, media="video"),
    ),
    stripped=(Stripped("skip.page", "تخطى إلى المحتوى"),),
    warnings=("line 1: something",),
)


def test_the_contract_of_an_empty_article() -> None:
    assert Article().to_dict() == {
        "schema": SCHEMA,
        "source": None,
        "format": "text",
        "encoding": None,
        "language": None,
        "direction": "ltr",
        "publisher": None,
        "url": None,
        "title": None,
        "image": None,
        "byline": [],
        "published": None,
        "modified": None,
        "sections": [],
        "quotes": [],
        "statements": [],
        "images": [],
        "stripped": [],
        "warnings": [],
    }


def test_the_contract_of_a_full_one() -> None:
    document = FULL.to_dict()
    assert document["byline"] == ["منى سالم", "سامي حداد"]
    assert document["sections"] == [
        {"heading": None, "paragraphs": ["قالت البلدية."]},
        {"heading": "ساحة أوسع", "paragraphs": ["قال تاجر: «لن نرحل».", "وبقي."]},
    ]
    assert document["images"] == [
        {
            "credit": "AFP",
            "caption": "السوق",
            "agencies": ["AFP"],
            "alt": "رجل",
            "src": None,
            "section": 0,
            "paragraph": 0,
        },
        {
            "credit": None,
            "caption": "جولة",
            "agencies": [],
            "alt": None,
            "src": None,
            "section": 1,
            "paragraph": 0,
            "media": "video",
        },
    ]
    assert document["stripped"] == [{"rule": "skip.page", "text": "تخطى إلى المحتوى"}]
    (quote,) = document["quotes"]
    assert list(quote) == ["text", "kind", "speaker", "cue", "confidence", "section", "paragraph", "start", "end"]
    paragraph = FULL.sections[quote["section"]].paragraphs[quote["paragraph"]]
    assert paragraph[quote["start"] : quote["end"]] == quote["text"]


def test_a_picture_has_no_media_a_player_has() -> None:
    assert "media" not in Image(credit="AFP").to_dict()
    assert list(Image(media="audio").to_dict())[-1] == "media"


def test_speakers_below_a_confidence_are_none() -> None:
    quote = FULL.quotes[0]
    weighed = FULL.replace(quotes=(quote.replace(confidence=0.7), quote.replace(confidence=0.69), quote))
    assert [one.speaker for one in weighed.confident(0.7).quotes] == ["تاجر", None, None]
    assert weighed.confident(0) == weighed
    assert weighed.confident(1).quotes[0] == quote.replace(confidence=None, speaker=None)
    assert weighed.quotes[0].to_dict()["confidence"] == 0.7


def test_keys_stand_in_the_contracts_order() -> None:
    assert tuple(FULL.to_dict()) == FIELDS
    assert tuple(FULL.to_dict(list(reversed(FIELDS)))) == FIELDS


def test_the_document_is_json() -> None:
    document = FULL.to_dict()
    assert json.loads(json.dumps(document, ensure_ascii=False)) == document
    assert FULL.title is not None
    assert FULL.title in json.dumps(document, ensure_ascii=False)


@pytest.mark.parametrize("kind", [list, tuple, set, frozenset])
def test_fields_of_any_collection(kind: type) -> None:
    assert FULL.to_dict(kind(["title", "images"])).keys() == {"schema", "source", "title", "images"}


def test_no_fields_leave_what_tells_a_record_from_another() -> None:
    assert FULL.to_dict([]) == {"schema": SCHEMA, "source": "a.txt"}


@given(st.sets(st.sampled_from(FIELDS)))
def test_chosen_fields_are_what_they_are_in_the_whole(fields: set[str]) -> None:
    whole = FULL.to_dict()
    assert FULL.to_dict(fields) == {k: v for k, v in whole.items() if k in fields | {"schema", "source"}}


@pytest.mark.parametrize("name", ["titel", "Title", "", "sections.heading", "to_dict", "_fields", "count"])
def test_an_unknown_field_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError) as raised:
        FULL.to_dict(["title", name])
    assert raised.value.args == (name,)


def test_every_field_is_an_attribute_but_the_schemas_number() -> None:
    assert set(Article.__match_args__) == set(FIELDS) - {"schema"}


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        FULL.title = "x"  # type: ignore[misc]
    assert hash(FULL) == hash(FULL.replace())


@pytest.mark.parametrize(
    "number", [10**400, -(10**400), 10**5000, float("inf"), float("nan")], ids=["big", "low", "huge", "inf", "nan"]
)
def test_a_number_that_is_too_large_is_a_value_error(number: float) -> None:
    quote = {"text": "a", "kind": "direct", "section": 0, "paragraph": 0, "start": 0, "end": 1, "confidence": number}
    with pytest.raises(ValueError, match="confidence: this must be a number, not "):
        Quote.from_dict(quote)
    with pytest.raises(ValueError, match=r"quotes\[0\].confidence: this must be a number, not "):
        Article.from_dict({"quotes": [quote]})
