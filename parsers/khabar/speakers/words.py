"""The words that a speaker's name is read by: those of a language's quotation lexicon, and `lexicon/speakers.txt`."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from khabar.language import script_of
from khabar.lexicon.additions import kept
from khabar.lexicon.store import file, quotation_file
from khabar.scripts import scripts

_OF_SCRIPT = {"Arab": "ar", "Cyrl": "ru", "Deva": "hi", "Hani": "zh", "Kana": "zh"}
"""The language whose words are taken for a name in a script, where no lexicon in it is known; else English."""


_STEM, _ENDING = 5, 2
"""Letters that a word keeps in all of its cases, at least, and that it may lose."""


class Vocabulary(NamedTuple):
    """What is known of the words of names in one language; all of them folded."""

    tag: str
    titles: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    """Small words that belong to the word behind them: "von", "de"."""
    articles: frozenset[str]
    links: frozenset[str]
    """Prepositions: what stands behind one belongs to the title, or is somebody else."""
    stops: frozenset[str]
    """Words that no name has: adverbs, conjunctions, pronouns."""
    states: frozenset[str]
    relations: frozenset[str]
    given: frozenset[str]
    """Given names that are titles, too: "Duke"."""
    things: frozenset[str]
    """Titles that nobody bears: "bill"."""
    institutions: frozenset[str]
    both: frozenset[str]
    """Words for "and"."""
    genitive: bool
    """What somebody presides over stands behind the title without a word between."""
    has_cases: bool
    masculine: frozenset[str]
    feminine: frozenset[str]


@kept
def vocabulary(tag: str) -> Vocabulary:
    """The words of a language that has a quotation lexicon."""
    found = quotation_file(tag, folded=True)
    classes: dict[str, set[str]] = {}
    for group in found.groups if found else ():
        if not group.cls.startswith("cue"):
            words = classes.setdefault(group.cls, set())
            for entry in group.keys:
                words.update(_last(word) for word in entry.partition("+")[0].replace("/", " ").split())

    def of(*names: str) -> frozenset[str]:
        return frozenset().union(*(classes.get(name, ()) for name in names))

    return Vocabulary(
        tag=tag,
        titles=of("title", "honorific"),
        honorifics=of("honorific"),
        particles=of("particle") if tag != "ar" else frozenset(),
        articles=of("article"),
        links=of("inside", "within", "setting", "particle") - words_of("compound"),
        stops=of("stop", "that", "relative") | words_of("nobody"),
        states=of("state"),
        given=of("given"),
        things=of("neuter"),
        institutions=words_of("institution") | words_of("institution.case"),
        both=words_of("and"),
        genitive=tag in words_of("genitive"),
        has_cases=tag in words_of("case"),
        relations=of("kin") | words_of(f"relation.{tag}"),
        masculine=of("masculine"),
        feminine=of("feminine"),
    )


def _last(phrase: str) -> str:
    """Of words joined by underscores the last: "prime_minister" ends as "minister"."""
    return phrase.rpartition("_")[2]


@cache
def words_of(cls: str) -> frozenset[str]:
    """The words of a class of `lexicon/speakers.txt`."""
    groups = [group for group in file("speakers.txt").groups if group.cls == cls]
    return frozenset(word for group in groups for entry in group.keys for word in entry.split())


def is_institution(word: str, words: Vocabulary) -> bool:
    """Is a folded word a body or a text that speaks? In languages with cases in any of them."""
    if word in words.institutions:
        return True
    return words.has_cases and any(word[:end] in _stems() for end in range(_STEM, len(word) + 1))


@cache
def _stems() -> frozenset[str]:
    return frozenset(word[:-_ENDING] for word in words_of("institution.case") if len(word) >= _STEM + _ENDING)


def vocabulary_for(name: str, language: str | None) -> Vocabulary:
    """The words that a name is read by: its language's, if that has a lexicon and the name is in its script."""
    tag = (language or "").partition("-")[0]
    script = _script_of_letter(next((char for char in name if char.isalpha()), "a"))
    if not tag or quotation_file(tag) is None or _script_of_tag(tag) != script:
        tag = _OF_SCRIPT.get(script, "en")
    return vocabulary(tag)


@cache
def _script_of_tag(tag: str) -> str:
    return script_of(tag)


@lru_cache(maxsize=10_000)
def _script_of_letter(letter: str) -> str:
    code = ord(letter)
    return next((s.code for s in scripts() for first, last in s.ranges if first <= code <= last), "Latn")
