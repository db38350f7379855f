"""What was stripped, in words."""

from __future__ import annotations

from pathlib import Path

import khabar
import pytest
from khabar.labels import in_words as module
from khabar.labels.in_words import in_words, words_for


@pytest.mark.parametrize("rule", [rule.id for rule in khabar.rules()])
def test_every_rule_has_words(rule: str) -> None:
    one, several = words_for(rule) or ("", "")
    assert one
    assert several not in ("", one)


def test_the_file_names_no_rule_that_is_not_there() -> None:
    ids = {rule.id for rule in khabar.rules()}
    text = (Path(module.__file__).parent / "stripped.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    named = [rule for line in lines for rule in line.split(" | ")[2].split()]
    assert len(named) == len(set(named))
    for rule in named:
        assert rule in ids or (rule.endswith(".*") and any(one.startswith(rule[:-1]) for one in ids)), rule


def test_numbers_and_order() -> None:
    rules = ["marker.word", "promo.line", "promo.region", "marker.alone", "promo.unclosed", "skip.begin"]
    assert in_words(rules) == ["3 lines of promotions", "2 markers", "1 skip link"]
    assert in_words([]) == []
    assert in_words(["nobody.knows"]) == ["1 nobody.knows"]
