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
    parts = [line.split(" | ") for line in lines]
    named = [rule for line in parts if len(line) == 3 for rule in line[2].split()]
    assert len(named) == len(set(named))
    for rule in [*named, *(line[2] for line in parts if len(line) == 4)]:
        assert rule in ids or (rule.endswith(".*") and any(one.startswith(rule[:-1]) for one in ids)), rule


def pieces(*given: str) -> list[khabar.Stripped]:
    """`rule: text` each."""
    return [khabar.Stripped(*one.split(": ", 1)) if ": " in one else khabar.Stripped(one, "text") for one in given]


def test_numbers_and_order() -> None:
    given = pieces("marker.word", "promo.line", "promo.region", "marker.alone", "promo.unclosed", "skip.begin")
    assert in_words(given) == ["3 lines of promotions", "2 markers", "1 skip link"]
    assert in_words([]) == []
    assert in_words(pieces("nobody.knows")) == ["1 nobody.knows"]


def test_what_is_promoted() -> None:
    given = pieces("promo.region: قناتنا الرسمية على واتساب", "promo.region: تابعوا التغطية", "promo.region: اشترك")
    assert in_words(given) == ["3 lines of WhatsApp promotions"]
    apart = [given[0], *pieces("marker.word"), given[1]]
    assert in_words(apart) == ["1 line of a WhatsApp promotion", "1 marker", "1 line of a promotion"]
    assert in_words(pieces("promo.share: Share on WhatsApp")) == ["1 share button"]
    assert in_words(pieces("skip.begin: Skip WhatsApp")) == ["1 skip link"]
