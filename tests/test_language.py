"""Language and direction, from a sentence or two in each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.language import detect, direction_of, profiles, script_of

RTL = {"ar", "fa", "ur", "ps", "ckb", "he"}
FILE = Path(__file__).parent / "fixtures" / "sentences.txt"
SENTENCES = dict(line.split(" ", 1) for line in FILE.read_text("utf-8").splitlines())
"""The same news, the repair of an old market or a bridge, in fifty-one languages."""


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_is_enough(tag: str) -> None:
    assert detect(SENTENCES[tag]) == (tag, "rtl" if tag in RTL else "ltr")


@pytest.mark.parametrize("text", ["", "1234 — 56", "😀 …", "\u200f\n"])
def test_nothing_to_tell_from(text: str) -> None:
    assert detect(text) == (None, "ltr")


def test_letters_alone_tell_little() -> None:
    assert detect("Ashby Qwxz") == (None, "ltr")
    assert detect("مدينة الواحة") == ("ar", "rtl")
    assert detect("ქალაქი")[1] == "ltr"
    assert detect("העיר העתיקה")[1] == "rtl"


def test_latin_menus_do_not_hide_the_text() -> None:
    assert detect("Home News Sport Login\n" * 3 + SENTENCES["ar"] * 2)[0] == "ar"
    assert detect("Home News Sport Login\n" * 100 + SENTENCES["ar"] * 40 + "Privacy Cookies\n" * 100)[0] == "ar"


def test_names_in_another_script_change_nothing() -> None:
    assert detect(SENTENCES["ja"] + " Ashby Harbour Wall Trust")[0] == "ja"
    assert detect(SENTENCES["ru"] + " (Ashby Harbour Wall Trust)")[0] == "ru"


def test_a_quotation_in_another_language_changes_nothing() -> None:
    assert detect(SENTENCES["fa"] * 3 + SENTENCES["ar"])[0] == "fa"
    assert detect(SENTENCES["uk"] * 3 + SENTENCES["ru"])[0] == "uk"


@given(st.text())
def test_any_text_has_a_direction(text: str) -> None:
    tag, direction = detect(text)
    assert tag is None or tag in {profile.tag for profile in profiles().values()}
    assert direction in ("rtl", "ltr")


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("ar", "Arab", "rtl"),
        ("ar-EG", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("zh", "Hani", "ltr"),
        ("zh-Hant-TW", "Hani", "ltr"),
        ("sr-Cyrl", "Cyrl", "ltr"),
        # the script that a tag names counts more than its language's own file
        ("ur-Latn", "Latn", "ltr"),
        ("az-Arab-IR", "Arab", "rtl"),
        # without a file: a row of detect.txt, or of scripts.txt
        ("ug", "Arab", "rtl"),
        ("yi", "Hebr", "rtl"),
        ("dv", "Thaa", "rtl"),
        ("prs", "Arab", "rtl"),
        ("os", "Cyrl", "ltr"),
        # known nowhere
        ("eo", "Latn", "ltr"),
        ("qaa-Nkoo", "Nkoo", "rtl"),
    ],
)
def test_script_and_direction_of_a_tag(tag: str, script: str, direction: str) -> None:
    assert (script_of(tag), direction_of(tag)) == (script, direction)


@pytest.mark.parametrize("text", ["ދިވެހި ބަސް", "ܠܫܢܐ ܣܘܪܝܝܐ", "ߒߞߏ ߞߊ߲"])
def test_direction_of_a_script_without_a_language_file(text: str) -> None:
    assert detect(text)[1] == "rtl"


def test_a_script_that_nothing_decides_in_has_its_first_language() -> None:
    assert detect("शहर")[0] == "hi"
    assert detect("город")[0] == "ru"
    assert detect("העיר")[0] == "he"
