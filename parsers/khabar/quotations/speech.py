"""What is said in an article: its quotations, and, where they are asked for, what is reported without marks."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from khabar.article import Article
from khabar.entries import Quote, Statement
from khabar.lexicon.store import quotation_file
from khabar.quotations.engine import in_title, made, prepared, quotations
from khabar.quotations.lexicon import lexicon_of


class Speech(NamedTuple):
    """What is said in an article; `told`: what a user should know of it."""

    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...] = ()
    told: tuple[str, ...] = ()


def speech(article: Article, language: str | None, blocks: Collection[str] = (), statements: bool = True) -> Speech:
    """The quotations of an article, as `quotations` gives them, and its statements, where they are asked for."""
    if not statements or language is None or quotation_file(language.split("-")[0]) is None:
        return Speech(quotations(article, language, blocks))
    from khabar.quotations.judge import judge_of, reports_of
    from khabar.quotations.statements import CUES, findings, statement  # who asks for quotations alone reads no more

    lexicon = lexicon_of(language)
    ready, key = prepared(article, language, blocks), (lexicon.group, lexicon.tag)
    found = findings(ready, lexicon, judge_of(*key), reports_of(*key))
    quotes = (*in_title(article.title, language), *made(ready.texts, ready.places, found.verdicts))
    told = () if found.whole else (f"more than {CUES} reporting words: statements behind them were not looked for",)
    return Speech(quotes, tuple(statement(one, ready.places, found.verdicts) for one in found.reports), told)
