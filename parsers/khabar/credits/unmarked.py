"""The credit at a caption's end that no marker shows: in brackets, after a full stop, a separator, a slash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from khabar.characters import fold
from khabar.credits.judge import LOOSE, MARK, NAMES, NO, PHRASE, PROOF, Cut, Table, judge
from khabar.credits.punctuation import CLOSE, boundary, opening, said
from khabar.lazy import Lazy

WINDOW = 170
"""Characters at a caption's end in which its credit is."""
_BREAKS = Lazy(
    r"\n"
    r"|\s[|•·/–—-]+\s+|\s?[／｜│]\s?|\s+(?=[—–-]\w)"
    r"|(?<=[^\s.]\S[.!?…؟۔।。！？:])[\"'”’“»«›)]*\s*(?=[^\s.])"
    r"|(?<=\S[\"”»«“›)\]）】」])\s*(?=\w)"
    r"|[=＝](?=\w)"
)
_MARKS = (*"\n|/•·／｜│@", ". -", ". –", ". —")
"""One of these stands before a credit in which no word is known."""
_SEPARATORS = frozenset("|/•·／｜│")
"""Marks behind which a name needs no agency to be a credit."""
_DASHES = frozenset("-–—")
STOP, SEPARATOR, DASH, LINE, COLON, EQUALS = range(6)


class Break(NamedTuple):
    """A place where a caption may end and its credit begin."""

    start: int
    end: int
    kind: int


def breaks(text: str, window: int) -> Iterator[Break]:
    """The breaks in the last `window` characters of a text that have a word before them and something behind them."""
    for gap in _BREAKS().finditer(text, max(0, len(text) - window)):
        start, end = gap.span()
        if end >= len(text) or not said(text[:start]):
            continue
        mark = gap[0].strip(" \"'”’“»«›)")
        if "\n" in gap[0]:
            kind = LINE
        elif mark in _SEPARATORS:
            kind = SEPARATOR
        elif mark in ("=", "＝"):
            kind = EQUALS
        elif mark or text[end] in _DASHES:
            kind = DASH
        elif text[start - 1] == ":":
            kind = COLON
        else:
            kind = STOP
            if start == end and (text[end].islower() or text[start - 2].isdigit()):
                continue  # "golem.de", "3.mai"
        yield Break(start, end, kind)


def name_shaped(text: str, least: int) -> bool:
    """A few names with capital letters and without figures."""
    words = text.replace("/", " ").split()
    return (
        least <= len(words) <= 6
        and any(w[0].isupper() and len(w) > 1 for w in words)
        and not any(map(str.isdigit, text))
    )


_ENDS = " .,;。\u200e\u200f"
_NAME = 3
"""Words of a photographer's name at the most, where nothing else proves it."""
_NAME_LETTERS = 48
"""Characters before brackets in which a photographer's name is looked for."""
_LABEL = 2
"""Words of a label that the lexicon does not have, at the most."""
_AFTER_LETTERS = 14
"""Letters of a name that its label follows ("山田太郎撮影"), with the label, at the most."""


def bracket(text: str, table: Table) -> Cut | None:
    """The credit in brackets at the end: an agency in it, or behind a full stop nothing but a name."""
    end = len(text.rstrip(_ENDS))
    if not end or text[end - 1] not in CLOSE:
        return None
    start = opening(text, end - 1)
    inner = text[start + 1 : end - 1]
    if start < 0 or not inner.strip() or len(inner) > WINDOW:
        return None
    verdict = judge(inner, table, handles=True)
    before = text[:start].rstrip()
    if inner.endswith(table.after) and len(inner) <= _AFTER_LETTERS and verdict:
        return start, start, end
    if verdict >= LOOSE:
        if _initials(before, inner):
            return None
        begin = _name_and(before, start, table)
        return begin, begin, end
    head, colon, value = inner.partition(":")
    if colon and head.count(" ") < _LABEL:
        if judge(value, table) >= MARK:
            return start, end - 1 - len(value), end
        if judge(head, table) >= MARK and judge(value, table) >= NAMES:
            return start, start, end
    if (
        verdict == NAMES
        and boundary(text, start)
        and before[-1:] not in (",", "،", ":", ";")
        and name_shaped(inner, 1)
    ):
        return start, start, end
    return None


def _initials(before: str, inner: str) -> bool:
    """Is a name in brackets the short form of the words before it: "the European Space Agency (ESA)"?"""
    if not 2 <= len(inner) <= 6 or not inner.isupper():
        return False
    words = before[-WINDOW:].replace("-", " ").split()
    return "".join(word[0] for word in words).upper().endswith(inner)


def _name_and(before: str, start: int, table: Table) -> int:
    """Where a credit begins whose agency is in brackets: "… port. Ana Pérez (EFE)" has a name before them."""
    for gap in breaks(before, _NAME_LETTERS):
        name = before[gap.end :]
        if name_shaped(name, 2) and len(name.split()) <= _NAME and judge(name, table) == NAMES:
            return gap.end
    return start


_SLASH = Lazy("[/—]")
_WORD = Lazy(r"\S+")
_CAPITALS = 4
"""Words of a photographer's name before a slash, and of one that is written in capitals."""
_REACH = 80
"""Characters before a slash, or at the end, in which a name is looked for."""


def slashed(text: str, table: Table, window: int) -> int:
    """Where a credit with a slash in it begins, or -1: "…en Madrid EFE/ J.J. Guillén", "…port Jane Doe/Reuters"."""
    for slash in _SLASH().finditer(text, max(0, len(text) - window)):
        verdict = judge(text[slash.end() :], table)
        if verdict != NO:
            start = before_slash(text, slash.start(), table, verdict)
            if start >= 0:
                return start
    return -1


def before_slash(text: str, slash: int, table: Table, verdict: int) -> int:
    """Where the name before a slash begins, or -1: an agency's, else a few words in capitals, or with capital letters
    if an agency stands behind it (`verdict`, of what stands there)."""
    words = _words(text, slash)
    if not words:
        return -1
    keys = [fold(w[0]) for w in words]
    for n in range(min(PHRASE, len(words) - 1), 0, -1):
        start = words[-n].start()
        if table.agency(" ".join(keys[-n:]), text[start:slash].rstrip()):
            return start
    if verdict < LOOSE:
        return -1
    capitals = run = 0
    for word in reversed(words):
        if not word[0].isupper() or len(word[0]) < 2:
            break
        capitals += 1
    if capitals:
        return words[-min(capitals, _CAPITALS)].start()
    for at, (word, key) in enumerate(zip(reversed(words), reversed(keys), strict=True), 1):
        if word[0][0].isupper():
            run = at
        elif key not in table.particles:
            break
    if run:
        return words[-(run if run <= _NAME else 2)].start()
    return slash if text[slash - 1].isspace() else -1


def _words(text: str, end: int) -> list[re.Match[str]]:
    """The last words before `end`, whole ones."""
    start = max(0, end - _REACH)
    words = list(_WORD().finditer(text, start, end))
    return words[1:] if start and not text[start - 1].isspace() else words


def pictures(text: str, table: Table) -> int:
    """Where an agency begins that follows a word with nothing between, or -1: one that stands in nothing but credits,
    or is written in capitals. "for Getty Images" is a sentence's end."""
    words = _words(text, len(text))
    for n in range(min(PHRASE, len(words) - 1), 0, -1):
        start = words[-n].start()
        key = fold(text[start:])
        if key in table.photo or (key in table.agencies and text[start:].isupper() and len(key) > PHRASE):
            before = words[-n - 1][0]
            return -1 if before.islower() and len(before) <= _NAME else start
    return -1


_LED = 10
"""Words of a credit that begins with "Courtesy of" at the most."""
_DELIMITERS = "、，,。.（(＝=:：／/"
"""Marks before a name that its label follows."""


def sentence_and_agency(text: str, table: Table) -> Cut | None:
    """A caption of a few names, a full stop or a dash, and an agency: "Angela Merkel. Reuters". The whole of it would
    pass for a credit."""
    for gap in breaks(text, WINDOW):
        if gap.kind in (STOP, DASH) and judge(text[gap.end :], table) >= LOOSE:
            before = text[: gap.start]
            if judge(before, table) < LOOSE and not (before.islower() and " " not in before):
                return gap.end, gap.end, len(text)
    return None


def tail(text: str, table: Table, *, known: bool) -> Cut | None:
    """The credit at the end that a full stop, a separator or a line break precedes; an agency with its slash and
    the name before it; an agency of pictures alone. `known`: a word of an agency's name or a mark is in the text.
    """
    end = len(text)
    after = _after(text, table)
    if after >= 0:
        return after, after, end
    if not known and not any(c in text for c in _MARKS) and not text[-1].isupper():
        return None
    for gap in breaks(text, WINDOW):
        start = _behind(text, gap, table)
        if start >= 0:
            return start, gap.end if gap.kind == COLON else start, end
    if not known:
        return None
    start = slashed(text, table, WINDOW)
    if start < 0:
        start = pictures(text.rstrip(_ENDS), table)
    return (start, start, end) if start >= 0 else None


def _behind(text: str, gap: Break, table: Table) -> int:
    """Where the credit begins, if what stands behind a break is one; or -1."""
    segment = text[gap.end :]
    verdict = judge(segment, table)
    kind = gap.kind
    size = len(segment.split())
    if verdict == NO:
        return gap.end if kind in (STOP, LINE) and size <= _LED and _led(segment, table) else -1
    if kind == EQUALS:
        return gap.end if verdict == PROOF else -1
    if kind == COLON:
        return _label_before(text, gap) if verdict == PROOF else -1
    if verdict >= LOOSE:
        slash = kind == SEPARATOR and text[gap.start : gap.end].strip() in "/／"
        return _own(text, gap, table) if slash else gap.end
    words = text[: gap.start].count(" ") + 1
    names = name_shaped(segment, 2)
    if kind == LINE:
        fits = names and words > _NAME and size <= _NAME
    elif kind == SEPARATOR:
        fits = names and words > 1
    elif kind == DASH:
        after_sentence = text[: gap.start].rstrip()[-1:] == "." and size <= _NAME
        fits = (name_shaped(segment, 3) and "/" in segment) or (names and after_sentence)
    else:
        fits = names and ("/" in segment or (segment.isupper() and size <= _NAME))
    return gap.end if fits else -1


def _label_before(text: str, gap: Break) -> int:
    """Where a label of a word or two begins that the lexicon does not have ("Valokuva: AFP"), or -1."""
    head = text[: gap.start]
    start = len(head)
    for _ in range(_LABEL):
        start = head.rfind(" ", 0, start)
        if start < 0:
            return -1
        if boundary(text, start + 1):
            return start + 1
    return -1


def _own(text: str, gap: Break, table: Table) -> int:
    """Where the credit begins that has a slash with spaces in it, or before it: "Jane Doe / AFP", "at sea / AFP"."""
    start = before_slash(text, gap.start, table, judge(text[gap.end :], table))
    if start <= 0 or text.count(" ", start, gap.start) == 0:
        return gap.end
    before = text[:start].split()[-1:]
    place = bool(before) and before[0].islower() and len(before[0]) <= _NAME
    return gap.end if place else start


def _led(segment: str, table: Table) -> bool:
    """Does a sentence begin with a mark of two words or more ("Cedida por", "Courtesy of")?"""
    keys = fold(segment).split()
    return any(" ".join(keys[:n]) in table.marks for n in (2, 3))


def _after(text: str, table: Table) -> int:
    """Where a name with its label behind it begins ("…で、山田太郎撮影"), or -1."""
    plain = text.rstrip(_ENDS + ")）]】")
    if not plain.endswith(table.after):
        return -1
    reach = max(0, len(plain) - _AFTER_LETTERS - 1)
    for delimiters in (_DELIMITERS + " ", _DELIMITERS):
        begin = max(plain.rfind(mark, reach) for mark in delimiters) + 1
        name = plain[begin:].lstrip()
        if begin and len(name) > _LABEL and not any(map(str.isdigit, name)):
            return len(plain) - len(name)
    return -1
