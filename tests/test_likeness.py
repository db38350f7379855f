"""The likeness of two texts: what pieces are taken of them."""

from __future__ import annotations

from khabar.labels.likeness import _MOST, pieces


def test_a_long_text_has_pieces_up_to_the_limit_and_none_behind_it() -> None:
    within = "a " * ((_MOST - 4) // 2) + "news"
    assert len(within) == _MOST
    assert pieces(within) == {"news"}
    assert pieces("a " + within) == set()


def test_vowel_signs_stand_inside_words() -> None:
    assert pieces("हिन्दी") == {"हिन्", "िन्द", "न्दी"}


def test_two_letters_of_chinese_are_a_piece() -> None:
    assert pieces("北京市，") == {"北京", "京市"}
