"""A caption with the credit glued on, taken apart."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from khabar.characters import fold, fold_cut
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon
from khabar.pictures.credits.clean import CAPTION_CLASSES, cleaned, looks_like_credit, without_rights
from khabar.pictures.credits.judge import NAMES, Cut, Table, judge, table_of, tokens
from khabar.pictures.credits.markers import MARKED, labelled, spots
from khabar.pictures.credits.punctuation import said
from khabar.pictures.credits.unmarked import bracket, sentence_and_agency, tail


class Parts(NamedTuple):
    """A caption's text taken apart."""

    caption: str | None
    credit: str | None
    label: str
    """The words cut off: "Foto:", "صدر الصورة،"; brackets and separators are not in it."""


LONGEST = 3000
"""Characters: what is longer is no caption, and is not looked into."""
_KEPT = 256
"""Captions whose parts are kept."""
_SPACE = Lazy(r"[^\S\n]+")
_LINES = Lazy(r" ?\n\s*")
_JOINED = Lazy(r"\n(?=[/|,&+)\]])|(?<=[/|,&+(:：\[])\n")
"""Line breaks beside a slash or behind a colon: they stand inside a credit, not before it."""
_BEFORE = " \t\n|/–—-•·:;,،؛(（[［【<〈│／｜＝="
_BEHIND = " \t\n|/–—•·:;,،؛)）]］】>〉│／｜"
_NAME_SLASH = Lazy(r"[^\W\d]\S+ [^\W\d][^\s/]+(?: [^\s/]+)?/[^\W\d][^\s/]+(?: [^\s/]+){0,2}")
"""The whole of a text: "Name Name/Paper"."""


def split_caption(text: str, lexicon: Lexicon) -> Parts:
    """A caption as a page shows it, and the credit in it: of the usual forms of any language.

    Line breaks count as boundaries of its parts, and white space comes out single. Without a credit the text is the
    caption; a text that is nothing but a credit has the caption None, a label alone has neither. No word is lost:
    each is in `caption`, `credit` or `label`.
    """
    if "\n" in text and len(text) <= LONGEST:
        plain = _JOINED().sub(" ", _LINES().sub("\n", _SPACE().sub(" ", text).strip()))
    else:
        plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST:
        return Parts(plain, None, "")
    return _split_known(plain, lexicon)


@lru_cache(maxsize=_KEPT)
def _split_known(text: str, lexicon: Lexicon) -> Parts:
    """`split_caption` of a text with single spaces. Pages show a caption twice, and a series of pictures has one."""
    table = table_of(lexicon)
    rest, label = _caption_label(text, lexicon)
    rest, rights = without_rights(rest, table)
    caption, credit, cut = _split(rest, table)
    return Parts(caption, credit, " ".join(filter(None, (label, cut, *rights))))


def _caption_label(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """The text behind its caption's label ("Legende:", "Image caption,"), and that label."""
    if lexicon.may_begin(fold(text[:16])):
        hits = lexicon.find(fold(text[:48]), whole=False)
        for cls in CAPTION_CLASSES:
            hit = hits.get(cls)
            if hit is not None and hit.mode == "prefix":
                cut = fold_cut(text, hit.length)
                return text[cut:].lstrip(_BEHIND), text[:cut].strip()
    return text, ""


def _split(text: str, table: Table) -> Parts:
    if not text:
        return Parts(None, None, "")
    found = tokens(text)
    for spot in spots(text, table, found):
        if not said(text[: spot.start] + text[spot.end :]) and (spot.kind == MARKED or " " in text):
            return Parts(None, None, _flat(text))  # a label alone
        cut = labelled(text, spot, table)
        parts = _parts(text, cut, table) if cut is not None else None
        if parts is not None:
            return parts
    cut = _unlabelled(text, table, found)
    parts = _parts(text, cut, table) if cut is not None else None
    return parts or Parts(_flat(text) or None, None, "")


def _unlabelled(text: str, table: Table, found: set[str]) -> Cut | None:
    """Where a credit stands that no label leads: on a line of its own, in brackets, as the whole, at the end."""
    known = not table.firsts.isdisjoint(found)
    line = text.find("\n")
    if line > 0 and known and looks_like_credit(text[:line], table):
        return 0, 0, line
    cut = bracket(text, table)
    if cut is not None:
        return cut
    if known:
        cut = sentence_and_agency(text, table)
        if cut is not None:
            return cut
    flat = _flat(text)
    if known and looks_like_credit(flat, table):
        return 0, 0, len(text)
    if "/" in flat and _NAME_SLASH().fullmatch(flat) is not None and judge(flat, table) >= NAMES:
        return 0, 0, len(text)
    return tail(text, table, known=known)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _parts(text: str, cut: Cut, table: Table) -> Parts | None:
    """The parts of a text whose credit, with its label, is cut out; None where there is no credit in it."""
    start, begin, end = cut
    value, label = cleaned(_flat(text[begin:end]), table)
    if begin > start:
        label = _flat(f"{text[start:begin].lstrip('([（［')} {label}")
    if not said(value):
        return None
    behind = text[end:].lstrip(_BEHIND + ".")
    caption = text[:start].rstrip(_BEFORE).lstrip(_BEHIND)
    if not any(map(str.isalpha, value)):  # a number: a year of rights, or of the picture
        sign = label == "" or fold(label).startswith("copyright") or not any(map(str.isalpha, label))
        return Parts(_flat(f"{caption} {behind}") or None, None, f"{label} {value}".strip()) if sign else None
    return Parts(_flat(f"{caption} {behind}") or None, value, label)
