"""The Arabic lexicon of quotations: what its header explains is what it has, and what the engine asks for."""

from __future__ import annotations

import re

import pytest
from khabar.lexicon.files import HERE, read
from khabar.quotations.lexicon import NONE, Cue, Lexicon, lexicon_of

FILE = "quotations/ar.txt"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicon_of("ar-EG")


def test_every_class_is_explained_and_asked_for() -> None:
    with open(f"{HERE}/{FILE}", encoding="utf-8") as handle:
        header = handle.read().partition("@name")[0]
    explained = {
        name.removeprefix("@")
        for line in header.splitlines()
        if (told := re.match(r"# (@?[a-z_.]+(?:, [a-z_]+)*)  ", line))
        for name in told[1].split(", ")
    }
    file = read(FILE)
    used = {group.cls for group in file.groups} | set(file.keys) - {"name"}
    assert used == explained
    known = set(Lexicon.__annotations__) | {"as", "name", "attribution", "tag", "none"}
    assert {group.cls for group in file.groups if not group.cls.startswith("cue.")} <= known
    assert {group.mode for group in file.groups} == {"word"}


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
    assert (cue("وقالت").gender, cue("وقالت").lemma) == ("f", "قال")
    assert cue("يقولون").gender == "p"
    assert cue("وصف").lemma == cue("ووصف").lemma == "وصف"
    assert cue("مضيفه").kind == "ing"
    assert lexicon.cue_of("فحسب") is None
    assert lexicon.cue_of("وزير") is None
    assert all(one.kind == NONE or one.lemma for one in lexicon.cues.values())


def test_titles_and_naming_nouns(lexicon: Lexicon) -> None:
    assert lexicon.is_title("الوزير")
    assert lexicon.is_title("وزير")
    assert not lexicon.is_title("لافروف")
    for word in ("صحيفه", "لصحيفه", "الصحيفه", "للشركه", "وفيلم"):
        assert lexicon.is_naming(word)
    assert not lexicon.is_naming("شجره")
