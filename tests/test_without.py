"""Rules and passes that are switched off."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import khabar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.decode import decode
from khabar.labels.rules import OFF
from khabar.labels.switches import passes, switched_off
from words import unaccounted

TEXT = """\
Old port opens again after ten years

By Jane Doe

Image source, Reuters

Image caption, Boats came back to the harbour on Monday

The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.

What comes next

The work cost 40 million dollars and covered the quays, the stores and the market next to them.

2 March 2024
"""
PAGE = (
    "<!doctype html><html lang=en><head><title>Old port opens again</title></head><body><nav>Home | World</nav>"
    "<article><h1>Old port opens again</h1><p>The mayor said that the port takes in 120 boats every morning.</p>"
    "<h2>What comes next</h2><p>The work cost 40 million dollars and covered the quays, and the stores too.</p>"
    "</article></body></html>"
)
SWITCHABLE = sorted([rule.id for rule in khabar.rules() if rule.stage != "assemble"] + list(passes()))
SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))


def rules_of(text: str, *without: str) -> set[str]:
    blocks = khabar.trace(text, without=without).blocks
    return {rule for block in blocks for rule in (block.rule, block.first_rule)}


def test_a_rule_gives_no_verdict() -> None:
    whole = rules_of(TEXT)
    assert {"credit.label", "caption.label"} <= whole
    for rule in whole:
        assert rule not in rules_of(TEXT, rule)
    page = {block.rule for block in khabar.trace(PAGE).blocks}
    for rule in page:
        assert rule not in {block.rule for block in khabar.trace(PAGE, without=(rule,)).blocks}


def test_the_next_marker_that_fits_is_tried() -> None:
    text = TEXT.replace("By Jane Doe", "Related: the harbour")
    block = next(b for b in khabar.trace(text).blocks if b.text.startswith("Related"))
    assert block.first_rule.startswith("related")
    other = next(b for b in khabar.trace(text, without=(block.first_rule,)).blocks if b.text.startswith("Related"))
    assert other.first_rule == "short"


def test_a_pass_is_left_out() -> None:
    rule = khabar.trace(TEXT).blocks[0].rule
    assert rule.startswith("title.")
    assert rule not in rules_of(TEXT, "title")
    assert rule in rules_of(TEXT, "bylines")


def test_nothing_is_switched_off_for_long() -> None:
    with pytest.raises(khabar.EmptyInput):
        khabar.parse(" ", without=("credit.label",))
    assert OFF.get() == frozenset()
    with ThreadPoolExecutor(2) as pool:  # each document has its own
        jobs = [pool.submit(khabar.parse, TEXT, without=("title",) if n % 2 else ()) for n in range(20)]
    assert [job.result().title is None for job in jobs] == [bool(n % 2) for n in range(20)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("credit.lable", "did you mean credit.label"),
        ("bylnes", "did you mean bylines"),
        ("zzzzzz", "`khabar rules` lists the rules"),
        ("first_pass", "no rule or step is called first_pass"),
        ("marker.word", "marker.word cannot be switched off"),
    ],
)
def test_unknown_names(name: str, told: str) -> None:
    with pytest.raises(khabar.UnknownRule) as error:
        khabar.parse(TEXT, without=("credit.label", name))
    assert told in str(error.value)


def test_one_name_is_one_name() -> None:
    assert switched_off("title") == {"title"}
    assert not {rule.id for rule in khabar.rules()} & set(passes())


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(SWITCHABLE), max_size=len(SWITCHABLE)), st.sampled_from([TEXT, PAGE, *SAMPLES]))
def test_no_word_is_lost_whatever_is_switched_off(without: set[str], source: str | Path) -> None:
    text = decode(source.read_bytes()).text if isinstance(source, Path) else source
    article = khabar.parse(text, without=without)
    if article.format == "text":
        assert unaccounted(text, article.to_dict()) == (Counter(), Counter())
