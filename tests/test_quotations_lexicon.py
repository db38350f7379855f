"""The Arabic lexicon of quotations: what its header explains is what it has, and what the engine asks for."""

from __future__ import annotations

import pytest
from khabar.lexicon.files import read
from khabar.quotations.lexicon import Cue, Lexicon, lexicon_of

FILE = "quotations/ar.txt"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicon_of("ar-EG")


def test_no_entry_twice_in_a_class() -> None:
    for group in read(FILE).groups:
        if not group.cls.startswith("cue."):
            words = [word for entry in group.texts for word in entry.split()]
            assert len(words) == len(set(words)), group.cls


def test_forms_have_their_gender(lexicon: Lexicon) -> None:
    def cue(word: str) -> Cue:
        found = lexicon.cue_of(word)
        assert found is not None
        return found

    assert (cue("قال").kind, cue("قال").gender) == ("say", "m")
    assert cue("وقالت").gender == "f"
    assert cue("يقولون").gender == "p"
    assert cue("وصف") == cue("ووصف")
    assert cue("مضيفه").kind == "ing"
    assert lexicon.cue_of("وزير") is None


def test_titles_and_naming_nouns(lexicon: Lexicon) -> None:
    assert lexicon.is_title("الوزير")
    assert lexicon.is_title("وزير")
    assert not lexicon.is_title("لافروف")
    for word in ("صحيفه", "لصحيفه", "الصحيفه", "للشركه", "وفيلم"):
        assert lexicon.is_naming(word)
    assert not lexicon.is_naming("شجره")
