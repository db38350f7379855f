"""Characters: what is equal, where a label ends in the text as written, what ends a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar.characters import ends_sentence, fold, fold_cut, fold_lines, last_mark, words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("صدرَ الصـورة", "صدر الصوره"),
        ("إقرأ أيضاً", "اقرا ايضا"),
        ("کتاب فارسی", "كتاب فارسي"),
        ("می\u200cرود", "میرود"),
        ("\u200fالعنوان", "العنوان"),
        ("ﻋﻠﻰ اﻟﻤﺪى", "على المدى"),
        ("FOTOĞRAF ALTI YAZISI,", "Fotoğraf altı yazısı,"),
        ("Image\u00a0source", "image  source"),
        ("‘single’ “double”", "'single' \"double\""),
    ],
)
def test_look_alikes_are_equal(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once or not text.isprintable()
    assert fold_lines(text).count("\n") == text.count("\n")


def test_the_cut_is_found_in_the_text_as_written() -> None:
    text = "صَدْرَ الصـورة، Reuters"
    cut = fold_cut(text, len(fold("صدر الصورة،")))
    assert text[:cut] == "صَدْرَ الصـورة،"
    assert text[cut:].strip() == "Reuters"


@pytest.mark.parametrize("text", ["نعم.", "لماذا؟", '"انتهى."', "ختم۔", "कहा।", "说。", "Yes!)", "«так».", "ہے۔‘"])
def test_ends_as_a_sentence_does(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["عالم متعدد الأقطاب", "قال:", "one, two,", "", '"'])
def test_does_not_end(text: str) -> None:
    assert not ends_sentence(text)


def test_last_mark_is_behind_quotes_and_brackets() -> None:
    assert last_mark('قال "نعم؟")') == "؟"
    assert last_mark('"»') == ""


def test_words_in_scripts_without_spaces() -> None:
    assert words("واحد اثنان ثلاثة") == 3
    assert words("one two") == 2
    assert 6 <= words("这次调查的其他重要发现") <= 8
    assert 2 <= words("แรงงานไทยที่ถูกลืม") <= 6
