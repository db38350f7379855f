"""The features of kinds that look at the whole article."""

from __future__ import annotations

import pytest
from khabar.quotations.kinds import Around
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.spans import marked


@pytest.mark.parametrize(
    ("texts", "inner", "expected"),
    [
        (["The “Larch Line” is late.", "Trains of the Larch Line stop here."], "Larch Line", "once bare"),
        (["The “Larch Line” is late.", "The “Larch Line” again."], "Larch Line", "marked"),
        (["The “Larch Line” is late.", "A larch linesman came."], "Larch Line", "once"),
        (["قطار «سنديان» متأخر.", "قال الركاب إن سنديان يتأخر."], "سنديان", "once bare"),
        (["قطار «سنديان» متأخر.", "نظر الركاب لسنديان طويلا."], "سنديان", "once joined"),
        (["قطار «سنديان» متأخر.", "نظر الركاب السنديانة طويلا."], "سنديان", "once"),
    ],
)
def test_where_the_article_has_the_words_again(texts: list[str], inner: str, expected: str) -> None:
    language = "en" if texts[0].startswith("The") else "ar"
    found = [marked(text, at, language == "ar") for at, text in enumerate(texts)]
    assert Around(texts, found, lexicon_of(language)).again(inner) == expected
