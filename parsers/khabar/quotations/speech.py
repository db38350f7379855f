"""What is said in an article: its quotations, and, where they are asked for, what is reported without marks."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from khabar.article import Article, Quote, Statement
from khabar.lexicon.store import quotation_file
from khabar.quotations.engine import in_title, made, prepared, quotations, read
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.passage import Passage


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
    from khabar.quotations.statements import CUES, reports, statement  # who asks for quotations alone reads no more

    lexicon = lexicon_of(language)
    texts, places, found = prepared(article, language, blocks)
    kept: dict[int, Passage] = {}
    verdicts = read(texts, places, found, lexicon, judge_of(lexicon.group, lexicon.tag), kept)
    reported, whole = reports(texts, places, verdicts, kept, lexicon, reports_of(lexicon.group, lexicon.tag))
    quotes = (*in_title(article.title, language), *made(texts, places, verdicts))
    told = () if whole else (f"more than {CUES} reporting words: statements behind them were not looked for",)
    return Speech(quotes, tuple(statement(one, places, verdicts) for one in reported), told)
