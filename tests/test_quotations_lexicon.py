"""The Arabic lexicon of quotations: what its header explains is what it has, and what the engine asks for."""

from __future__ import annotations

import pytest
from khabar.lexicon.files import read
from khabar.quotations.lexicon import Cue, Lexicon, lexicon_of
from khabar.quotations.passage import Passage

FILE = "quotations/ar.txt"


def cues(text: str) -> list[Cue]:
    """The reporting words of a text."""
    return [found.cue for found in Passage(0, text, (), lexicon_of("ar")).cues]


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


@pytest.mark.parametrize(
    "text", ["ولم يعلن الوزير موعدا", "هل قال الوزير ذلك", "وقد يقول الوزير إن الجسر قديم", "سوف تعلن البلدية الخطة"]
)
def test_what_was_not_said_is_no_report(text: str) -> None:
    assert not cues(text)


@pytest.mark.parametrize(
    ("text", "kind", "type", "takes"),
    [
        ("وأنكر المدير وجود الخطة", "say", "denial", ""),
        ("وطالبت النقابة بزيادة الأجور", "part", "demand", "ب"),
        ("، مرحبين بالقرار", "ingpart", "stance", "ب"),
        ("وتحدثت المعلمة عن المدرسة", "say", "statement", "عن"),
        ("وقد أعلن المدير الخطة", "say", "statement", "عن"),
        ("ولم يستبعد المدير تأجيل الحفل", "say", "statement", ""),
    ],
)
def test_what_a_cue_reports(text: str, kind: str, type: str, takes: str) -> None:
    assert [(cue.kind, cue.type, "".join(cue.takes)) for cue in cues(text)] == [(kind, type, takes)]
