"""The languages whose clauses are read by position: their lexicons, and what the cases in fixtures leave open."""

from __future__ import annotations

import re

import pytest
from effort import effort
from khabar.article import Article
from khabar.entries import Quote, Section
from khabar.lexicon.files import HERE, names, read
from khabar.quotations import quotations
from khabar.quotations.lexicon import CLASSES, TYPES, lexicon_of

TAGS = [name.partition("/")[2].removesuffix(".txt") for name in names("quotations")]
KINDS = {"cue", "none", "attribution", "postposed", "behind", "tag", "pronoun", "name"}
"""Classes that are no sets of words."""


def quoted(tag: str, *paragraphs: str) -> tuple[Quote, ...]:
    """The quotations of an article of these paragraphs."""
    return quotations(Article(sections=(Section(None, paragraphs),)), tag)


def speakers(tag: str, *paragraphs: str) -> list[str | None]:
    """Who speaks in them."""
    return [quote.speaker for quote in quoted(tag, *paragraphs)]


def explained() -> set[str]:
    """Classes and keys that the header of the English file explains."""
    out: set[str] = set()
    with open(f"{HERE}/quotations/en.txt", encoding="utf-8") as handle:
        header = handle.read().partition("@name")[0]
    for line in header.splitlines():
        if told := re.match(r"# (@?[a-z_.]+(?:, [a-z_.]+)*) ", line):
            out.update(told[1].split(", "))
        out.update(re.findall(r"@[a-z_]+", line))
        out.update(re.findall(r"`([a-z_.]+)`", line))
    return out


@pytest.mark.parametrize("tag", TAGS)
def test_every_class_is_explained_and_asked_for(tag: str) -> None:
    file = read(f"quotations/{tag}.txt")
    told = explained()
    assert {"@" + key for key in file.keys} - {"@name"} <= told
    classes = [group.cls.split(".") for group in file.groups]
    assert {".".join(parts[:2]) for parts in classes} <= told
    assert {type for parts in classes for type in parts[2:]} <= set(TYPES)
    assert {f".{type}" for type in TYPES} <= told
    assert {parts[0] for parts in classes} <= set(CLASSES) | KINDS
    assert {group.mode for group in file.groups} == {"word"}


@pytest.mark.parametrize("tag", TAGS)
def test_the_commonest_classes_are_there(tag: str) -> None:
    lexicon = lexicon_of(tag)
    phrases = [cue for forms in lexicon.phrases.values() for _, cue in forms]
    assert {cue.kind for cue in (*lexicon.cues.values(), *phrases)} >= {"say"}
    for words in (lexicon.title, lexicon.stop, lexicon.naming, lexicon.lead, lexicon.day):
        assert words
    assert lexicon.that or "spaces" in read(f"quotations/{tag}.txt").keys  # Chinese has no such word
    assert lexicon.pronouns


def test_a_region_has_its_language() -> None:
    assert lexicon_of("pt-BR").order == "svo"
    assert speakers("en-GB", '"It rains," said Jane Roe.') == ["Jane Roe"]


def test_turkish_letters() -> None:
    lexicon = lexicon_of("tr")
    assert lexicon.key("IŞIK İzmir") == "ışık izmir"
    assert len(lexicon.key("İİİ")) == 3
    assert speakers("tr", 'İlhan IŞIK, "Kapıyı açtık ve herkes girdi." dedi.') == ["İlhan IŞIK"]


def test_words_are_cut_where_clitics_are() -> None:
    assert lexicon_of("fr").keys("L'Élysée aujourd'hui, a-t-il dit") == [
        *("l'", "élysée", "aujourd'hui", ",", "a", "-t-il", "dit"),
    ]
    assert lexicon_of("en").keys("Jean-Luc O'Brien's") == ["jean-luc", "o'brien's"]
    assert lexicon_of("fa").keys("می\u200cگوید") == ["ميگويد"]  # one spelling of ye for all


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", '"It is late," they said.'),
        ("en", 'She went to London and the crowd cheered "go home" all night.'),
        ("en", 'On arrival in London said to be "the greatest city".'),
        ("en", 'The meeting with Tom Hale said nothing about "the plan of the town".'),
        ("de", "Es hieß: „Niemand darf den Hafen betreten.“"),
        ("fr", "On peut lire : « Personne ne doit entrer dans le port. »"),
        ("es", 'En el cartel se lee: "Nadie debe entrar en el puerto".'),
        ("ru", "На двери написано: «Никому не входить в порт»."),
        ("tr", 'Kapıda "Limana girmek yasaktır" yazıyordu.'),
        ("fa", "روی در نوشته بودند: «ورود به بندر ممنوع است»."),
    ],
)
def test_nobody_rather_than_a_guess(tag: str, text: str) -> None:
    assert set(speakers(tag, text)) <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It rains," said the mayor of Westmouth on Monday.', "the mayor of Westmouth"),
        ('"It rains," Ann Field told the Westmouth Herald in an interview.', "Ann Field"),
        ('Speaking on Monday, Ann Field said: "It rains."', "Ann Field"),
        ('But Ann Field, the mayor, has warned that "it will rain for weeks".', "Ann Field"),
        ('The mayor, Ann Field, said: "It rains."', "The mayor, Ann Field"),
        ('Police in Leeds said: "It rains."', "Police in Leeds"),
        ('Two witnesses said: "It rains."', "Two witnesses"),
        ('Ludwig van der Berg said: "It rains."', "Ludwig van der Berg"),
        ('The newspaper "Westmouth Herald" wrote: "It rains in all the towns."', 'The newspaper "Westmouth Herald"'),
        ('Secretary of State Marc Rub said: "It rains."', "Secretary of State Marc Rub"),
        ('"It rains", according to a source at the ministry.', "a source"),
    ],
)
def test_where_an_english_name_ends(text: str, speaker: str) -> None:
    assert speakers("en", text)[-1] == speaker


def test_a_block_quotation_is_who_was_announced() -> None:
    block = "The quay is sinking, and nobody cares about it."
    article = Article(sections=(Section(None, ("Jane Roe wrote to the council:", block)),))
    assert [quote.speaker for quote in quotations(article, "en", blocks=(block,))] == ["Jane Roe"]


HOSTILE = {
    "verbs": "said " * 6_000,
    "names": "Roe, " * 2_000 + "said",
    "articles": "minister of the " * 2_000 + "said",
    "asides": "( " * 15_000 + ") said",
    "quotes": '"Yes we do," said Roe. ' * 1_200,
    "elided": "l'" * 15_000,
    "hyphens": "a-" * 15_000,
    "incised": "« " + "oui, dit " * 3_000 + "»",
}


@pytest.mark.parametrize("tag", ["en", "fr", "de", "tr", "fa", "ur", "zh"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_paragraph_takes_no_long_time(tag: str, name: str) -> None:
    assert effort(lambda: quoted(tag, HOSTILE[name], HOSTILE[name] + '"a b c d"'))[1] < 2
