"""The reporting words of English: what they report, and where they are no report."""

from __future__ import annotations

import pytest
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.passage import Passage


def cues(text: str) -> list[tuple[str, str]]:
    """The cues of a sentence as they are written, with the type of what they report."""
    p = Passage(0, text, (), lexicon_of("en"))
    return [(p.written(found.at, found.to), found.cue.type) for found in p.cues]


@pytest.mark.parametrize(
    ("text", "cue", "type"),
    [
        ("The mayor called for a new bridge.", "called for", "demand"),
        ("The fishermen called on the town to pay.", "called on", "demand"),
        ("Reporters asked whether the pumps were old.", "asked", "demand"),
        ("She left the room, demanding an apology.", "demanding", "demand"),
        ("The judge ordered the firm to pay.", "ordered", "demand"),
        ("He denied that the pier was unsafe.", "denied", "denial"),
        ("The firm rejected the claim that it had known.", "rejected the claim", "denial"),
        ("Their denial of any leak came late.", "denial of", "denial"),
        ("The union condemned the plan.", "condemned", "stance"),
        ("She called the plan a mistake.", "called", "stance"),
        ("He went on to criticize the harbour board.", "went on to criticize", "stance"),
        ("He has said the pier is safe.", "said", "statement"),
        ("He would later say the pier was safe.", "say", "statement"),
        ("A survey shows most residents want a bridge.", "shows", "statement"),
        ("Officials emphasize that the water is clean.", "emphasize", "statement"),
        ("She made the case that the town could pay.", "made the case", "statement"),
        ("He continued to insist the pier was safe.", "continued to insist", "statement"),
        ("His contention that the pier is safe is new.", "contention that", "statement"),
    ],
)
def test_what_is_reported(text: str, cue: str, type: str) -> None:
    assert cues(text) == [(cue, type)]


@pytest.mark.parametrize(
    "text",
    [
        "He did not say who would pay.",
        "He would say that the pier is safe.",
        "The firm refused to say who paid.",
        "She might say no.",
        "The town will announce the winner in May.",
        "He hasn't said who would pay.",
        "She did not immediately say who would pay.",
        "They left without saying who would pay.",
        "A plan rejected by the town is back.",
        "The man accused of the theft is in jail.",
        "Ten boats sank, compared with two last year.",
    ],
)
def test_no_report(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    ("word", "takes"), [("warned", "of about against"), ("told", "of about"), ("hinted", "at of")]
)
def test_prepositions_of_what_it_is_about(word: str, takes: str) -> None:
    cue = lexicon_of("en").cue_of(word)
    assert cue is not None
    assert cue.takes == frozenset(takes.split())
