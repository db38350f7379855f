"""Characters: what is equal, where a label ends in the text as written, what ends a sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.characters import ends_sentence, fold, fold_cut, fold_lines, last_mark, words

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئء"
MARKS = "\u064b\u064e\u0651\u0652\u0670\u0640\u200c\u200d\u200e\u200f\u202b\u202c\u2067\u2069\ufeff\u00ad\u061c"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("صدرَ الصـورة", "صدر الصوره"),
        ("إقرأ أيضاً", "اقرا ايضا"),
        ("کتاب فارسی", "كتاب فارسي"),
        ("می\u200cرود", "میرود"),
        ("\u200fالعنوان", "العنوان"),
        ("\u202bصدر الصورة\u202c", "صدر الصورة"),
        ("ﻋﻠﻰ اﻟﻤﺪى", "على المدى"),
        ("ویڈیو کیپشن", "ويڈيو كيپشن"),
        ("ہے ھے ۀ ۂ", "هي هي ه ه"),
        ("نوێ ې ے", "نوێ ي ي"),
        ("FOTOĞRAF ALTI YAZISI,", "Fotoğraf altı yazısı,"),
        ("İÇERİĞE GÖTÜR", "içeriğe götür"),
        ("СКОПИРОВАТЬ", "скопировать"),
        ("Straße", "STRASSE"),
        ("Image\u00a0source", "image  source"),
        ("one\u202ftwo\u2009three\u3000four\tfive", "one two three four five"),
        ("‘single’ ʻʼ´ “double” „low”", "'single' ''' \"double\" \"low\""),
        ("«هكذا»", '"هكذا"'),
        ("2019–2021 — ‑", "2019-2021 - -"),
        ("图像来源：，", "图像来源:,"),
        ("Ｉｍａｇｅ", "image"),
        ("soft\u00adhyphen", "softhyphen"),
        ("बाज\u093cार", "बा\u095bार"),
        ("ড\u09bc", "\u09dc"),
    ],
)
def test_look_alikes_are_equal(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ق", "ف"),
        ("ص", "س"),
        ("،", ","),
        ("؟", "?"),
        ("a", "á"),
        ("и", "й"),
        ("پ", "ب"),
        ("0", "٠"),
        (":", ";"),
        ("ó", "o"),
    ],
)
def test_what_differs_stays_different(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@given(st.text(st.characters(exclude_categories=())))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(ARABIC + MARKS + " «»\n"))
def test_decomposed_arabic_is_equal(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize("text", ["Crédito:", "Nguồn hình ảnh,", "사진 출처,", "Последний", "Отримуйте її"])
def test_decomposed_text_is_equal(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_white_space_is_single(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert fold(f"  {text}\n\n") == folded


@given(st.text())
def test_lines_folded_together_are_as_many(text: str) -> None:
    assert fold_lines(text).count("\n") == text.count("\n")


@given(st.lists(st.text(ARABIC + MARKS + "abcÉİ ،:«»‘—", min_size=1), max_size=5))
def test_lines_folded_together_or_one_by_one_are_the_same(lines: list[str]) -> None:
    together = fold_lines("\n".join(["é", *lines])).split("\n")[1:]
    assert [" ".join(line.split()) for line in together] == [fold(line) for line in lines]


def test_a_long_text_is_folded_as_a_short_one_is() -> None:
    text = "صدرَ الصـورة، Getty Images "
    assert fold(text * 40) == " ".join([fold(text)] * 40)


# -- where a label ends


def test_the_cut_is_found_in_the_text_as_written() -> None:
    text = "صَدْرَ الصـورة، Reuters"
    cut = fold_cut(text, len(fold("صدر الصورة،")))
    assert text[:cut] == "صَدْرَ الصـورة،"
    assert text[cut:].strip() == "Reuters"


@pytest.mark.parametrize(
    "label", ["صدر الصورة،", "Image source,", "Fotoğraf altı yazısı,", "图像来源，", "،تصویر کا ذریعہ"]
)
@settings(max_examples=40)
@given(value=st.text(ARABIC + "abc xyz", max_size=20), data=st.data())
def test_a_label_is_cut_off_whole_whatever_is_written_into_it(label: str, value: str, data: st.DataObject) -> None:
    marks = data.draw(st.lists(st.sampled_from(["", "", *MARKS]), min_size=len(label), max_size=len(label)))
    written = "".join(c + m for c, m in zip(label, marks, strict=True))
    cut = fold_cut(written + value, len(fold(label)))
    assert fold((written + value)[:cut]) == fold(label)
    assert not fold((written + value)[cut : len(written)])


@given(st.text(ARABIC + MARKS + " abc«»", max_size=40), st.integers(0, 40))
def test_the_cut_is_inside_the_text(text: str, length: int) -> None:
    cut = fold_cut(text, min(length, len(fold(text))))
    assert 0 <= cut <= len(text)
    assert len(fold(text[:cut])) >= min(length, len(fold(text)))


# -- what ends a sentence


@pytest.mark.parametrize(
    "text",
    [
        "نعم.",
        "لماذا؟",
        '"انتهى."',
        "ختم۔",
        "कहा।",
        "说。",
        "Yes!)",
        "«так».",
        "ہے۔‘",
        "نعم.\u200f",
        "تم ( . )",
        "ነው።",
        "။ပြီ။",
        "「はい。」",
        "wait…",
        "終わり！",
        "何？",
        "Ok. \xa0",
    ],
)
def test_ends_as_a_sentence_does(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["عالم متعدد الأقطاب", "قال:", "one, two,", "", '"', "»", " ", "(رويترز)", "وقال؛", "1.5", ".net", "ครับ"]
)
def test_does_not_end(text: str) -> None:
    assert not ends_sentence(text)


def test_last_mark_is_behind_quotes_and_brackets() -> None:
    assert last_mark('قال "نعم؟")') == "؟"
    assert last_mark('"»') == ""
    assert last_mark("") == ""
    assert last_mark("«نعم،»") == "،"


# -- words


@pytest.mark.parametrize(("text", "n"), [("واحد اثنان ثلاثة", 3), ("one two", 2), ("سوق", 1), ("a - b", 3)])
def test_words(text: str, n: int) -> None:
    assert words(text) == n


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("这次调查的其他重要发现", 6, 8),
        ("แรงงานไทยที่ถูกลืม", 2, 6),
        ("市議会は、古い港の修理が来月始まると発表した。", 9, 14),
        ("ဈေးဟောင်းပြုပြင်မှုကို လာမည့်လတွင် စတင်မည်", 5, 14),
        ("시의회는 오래된 항구의 수리가 시작된다고 밝혔다.", 6, 6),
        ("BBC 中文", 2, 3),
    ],
)
def test_words_in_scripts_without_spaces(text: str, least: int, most: int) -> None:
    assert least <= words(text) <= most


@given(st.text(min_size=1), st.text(min_size=1))
def test_more_text_has_more_words(a: str, b: str) -> None:
    assert words(f"{a} {b}") >= 2
