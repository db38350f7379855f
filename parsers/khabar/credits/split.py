"""A caption with the credit glued on, taken apart; a credit without its markers."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from khabar.characters import ends_sentence, fold, fold_cut
from khabar.credits.judge import MARK, NAMES, PROOF, Cut, Table, judge, table_of, tokens
from khabar.credits.markers import BY, MARKED, SIGN, Spot, labelled, spots
from khabar.credits.punctuation import EDGE, said, unbracket
from khabar.credits.unmarked import bracket, name_shaped, sentence_and_agency, tail
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon


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
_CAPTION_CLASSES = ("caption.image", "caption.video", "caption.audio", "caption")
_MARKERS = ("credit", *_CAPTION_CLASSES)
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
        for cls in _CAPTION_CLASSES:
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
    return Parts(_flat(f"{caption} {behind}") or None, value, label)


_YEAR = Lazy(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?!\w)[,.]?\s*(?=\w)")
_ROUNDS = 4
"""Labels before one credit at the most: "© Foto: Photo by"."""
_LABEL = 60
"""Characters at the beginning of a credit in which its labels are looked for."""
_RIGHTS = 60
"""Characters at the end of a text in which "All rights reserved" stands."""
_LONG = 160
_CREDIT_WORDS = 14
_HANDLE_WORDS = 5


def clean_credit(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """A text known to be a credit, without label words, brackets and marks, and the label words.

    "(Foto: Pool via REUTERS)" is ("Pool via REUTERS", "Foto:"). Nothing but marks is lost. The credit is empty
    where there is none behind the label.
    """
    table = table_of(lexicon)
    credit, label = cleaned(" ".join(text.split()), table)
    head, _, names = credit.partition(" ")
    if " " in names and fold(head) in table.labels and judge(names, table) >= NAMES:
        return names, f"{label} {head}".strip()  # "Credit Ana Lund": what its element says, its marker need not
    return credit, label


def is_credit_text(text: str, lexicon: Lexicon) -> bool:
    """Does a short text look like a credit by itself: an agency's name, a label and a name ("AFP", "Foto: dpa")?"""
    text = text.strip()
    if not text or len(text) > _LONG:
        return False
    return looks_like_credit(" ".join(text.split()), table_of(lexicon))


def is_marked_credit(text: str, lexicon: Lexicon) -> bool:
    """Does a short line beside a picture begin with a credit's marker and its colon, whatever follows
    ("Photo: screen grab from a film")? A sentence is none."""
    if text.count(" ") >= _CREDIT_WORDS or ends_sentence(text):
        return False
    credit, label = clean_credit(text, lexicon)
    return bool(credit) and label[-1:] in (":", "：") and text.startswith(label)


def is_names(text: str, lexicon: Lexicon) -> bool:
    """Is a short text nothing but names, as a credit is ("Ana Lund", "(Bo Ek, pool)")?"""
    text = unbracket(" ".join(text.split()).strip(EDGE))
    return name_shaped(text, 1) and judge(text, table_of(lexicon)) >= NAMES


def is_label(text: str, lexicon: Lexicon) -> bool:
    """Is a short text nothing but the marker of a caption or a credit ("Image source,", "Copyright")?"""
    if len(text) > _LABEL:
        return False
    table = table_of(lexicon)
    if fold(text).strip(EDGE + ".…") in table.named:
        return True
    key = fold(text)
    hits = lexicon.find(key)
    return any(hit.mode == "prefix" and hit.length >= len(key.rstrip(EDGE)) for hit in map(hits.get, _MARKERS) if hit)


def looks_like_credit(text: str, table: Table) -> bool:
    """`is_credit_text` of a text with single spaces."""
    if text.count(" ") >= _CREDIT_WORDS:
        return False
    found = tokens(text)
    inner = unbracket(text)
    spot = _label_at_start(inner, table, found)
    if spot is not None:
        value, _ = cleaned(inner, table)
        verdict = judge(value, table, handles=True)
        return bool(value) and (verdict >= MARK or (verdict == NAMES and spot.kind != SIGN) or _signed(value, spot))
    if table.firsts.isdisjoint(found):
        return False
    least = PROOF if inner == text else MARK
    return judge(inner, table, handles=text.count(" ") <= _HANDLE_WORDS) >= least


def _signed(value: str, spot: Spot) -> bool:
    """A few words behind a copyright sign."""
    return spot.kind == SIGN and value.count(" ") < 8


@lru_cache(maxsize=_KEPT)
def cleaned(text: str, table: Table) -> tuple[str, str]:
    """`clean_credit` of a text with single spaces."""
    labels: list[str] = []
    text, rights = without_rights(unbracket(text.strip().lstrip(EDGE)), table)
    text = unbracket(text)
    for _ in range(_ROUNDS):
        spot = _label_at_start(text, table, tokens(text[:_LABEL]))
        if spot is None:
            break
        label = text[: spot.end].strip(" \t|/-–—")
        if said(label):
            labels.append(label)
        text = unbracket(text[spot.end :].strip(EDGE))
        if spot.kind == SIGN or fold(label).startswith("copyright"):
            year = _YEAR().match(text)
            if year is not None:
                labels.append(year[0].strip())
                text = text[year.end() :]
    for word in table.after:
        if text.endswith(word) and len(text) > len(word):
            labels.append(word)
            text = text[: -len(word)]
            break
    return text.strip(EDGE), " ".join((*labels, *rights))


def _label_at_start(text: str, table: Table, found: set[str]) -> Spot | None:
    """The label that a credit begins with; one without its mark only where something stands behind it."""
    for spot in spots(text[:_LABEL], table, found):
        if said(text[: spot.start]):
            break
        if spot.kind in (SIGN, MARKED):
            return spot
        value = text[spot.end :].strip(EDGE)
        if spot.kind != BY:
            return spot if judge(value, table, handles=True) else None
        if value and (" " in text[: spot.end].strip() or judge(value, table, handles=True)):
            return spot
    if table.lexicon.may_begin(fold(text[:16])):
        hit = table.lexicon.find(fold(text[:48]), whole=False).get("credit")
        if hit is not None and hit.mode == "prefix" and not hit.entry.key.endswith("/"):
            return Spot(0, fold_cut(text, hit.length), MARKED)
    return None


def without_rights(text: str, table: Table) -> tuple[str, list[str]]:
    """The text without "All rights reserved" and the like at its end, and those words."""
    start = max(0, len(text) - _RIGHTS)
    end = text[start:]
    key = fold(end).rstrip(" .")
    if key.endswith(table.rights):
        words = max((w for w in table.rights if key.endswith(w)), key=len)
        cut = start + fold_cut(end, len(key[: -len(words)].rstrip()))
        if cut:
            return text[:cut].rstrip(EDGE + "."), [text[cut:].strip(EDGE + ".")]
    return text, []
