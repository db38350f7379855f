"""A credit without its markers, brackets and marks; and whether a text is one."""

from __future__ import annotations

from functools import lru_cache

from khabar.characters import ends_sentence, fold, fold_cut
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon
from khabar.pictures.credits.breaks import name_shaped
from khabar.pictures.credits.judge import MARK, NAMES, PROOF, Table, judge, table_of, tokens
from khabar.pictures.credits.markers import BY, MARKED, SIGN, Spot, spots
from khabar.pictures.credits.punctuation import EDGE, said, unbracket

CAPTION_CLASSES = ("caption.image", "caption.video", "caption.audio", "caption")
_MARKERS = ("credit", *CAPTION_CLASSES)
_KEPT = 256
"""Credits whose parts are kept."""
_YEAR = Lazy(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?!\w)[,.]?\s*(?=\w)")
_ROUNDS = 4
"""Labels before one credit at the most: "© Foto: Photo by"."""
_LABEL = 60
"""Characters at the beginning of a credit in which its labels are looked for."""
_RIGHTS = 60
"""Characters at the end of a text in which "All rights reserved" stands."""
_MAIL = Lazy(r"[\w.-]+@[\w-]+\.\w")
_DIGITS = 7
"""Figures of a telephone number at the least; letters beside it are fewer ("Tel:", "Phone")."""
_LONGEST = 500
"""Characters of a credit in which an address is looked for."""
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
    if text.count(" ") >= _CREDIT_WORDS or (":" not in text and "：" not in text) or ends_sentence(text):
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
    text, contact = _without_contact(text)
    for word in table.after:
        if text.endswith(word) and len(text) > len(word):
            labels.append(word)
            text = text[: -len(word)]
            break
    return text.strip(EDGE), " ".join((*labels, *contact, *rights))


def _without_contact(text: str) -> tuple[str, list[str]]:
    """The text without the telephone number and the e-mail address at its end, and those. (An address alone is
    how some photographers sign.)"""
    if "@" not in text or len(text) > _LONGEST:
        return text, []
    parts = text.split(", ")
    kept = len(parts)
    while kept > 1 and _MAIL().search(parts[kept - 1]):
        kept -= 1
    if kept == len(parts) or kept == 1 or not _is_number(parts[kept - 1]):
        return text, []
    return ", ".join(parts[: kept - 1]), [", ".join(parts[kept - 1 :])]


def _is_number(text: str) -> bool:
    """Figures with a short word at the most. (Without an address behind them it may be an archive's number.)"""
    return sum(map(str.isdigit, text)) >= _DIGITS and sum(map(str.isalpha, text)) < _DIGITS


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
