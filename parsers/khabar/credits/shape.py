"""The shape of a credit: agencies, names and words such as "handout", between slashes and commas; no sentence."""

from __future__ import annotations

from khabar.characters import fold
from khabar.credits.table import Table
from khabar.lazy import Lazy

NO, NAMES, LOOSE, MARK, PROOF = range(5)
"""What a text may be: no credit; nothing but names, as a credit is; names and, with nothing between, an agency that
stands in credits only ("Tony Blair Getty Images", which may be a caption too); a credit by a mark in it ("Handout",
which alone may be a heading too); a credit by an agency in it."""

WORDS = 18
"""Words of an unlabelled credit at the most."""
_CASED = 6
_UNCASED = 4
"""Words of one name at the most, in scripts with and without capital letters."""
_DESK = 4
"""Letters of an editor's initials at the most."""
_PHRASE = 5
"""Words of an agency's name at the most."""
_PARTS = Lazy(
    r"\s*[/|,;+、／｜،؛•·]\s*|\s+[-–—]+\s+|^[-–—]+\s+|(?:^|\s+)via\s+|\n|(?<=\w\w\w)[.。]\s+|(?<=\w)[-–=＝](?=\w)"
)
_HYPHENS = frozenset("-–=＝")
_EDGE = " \t\n()[]{}（）［］【】〔〕<>〈〉\"'“”„«»‘’:：.。*"
_MAIL = Lazy(r"[\w.+-]+@[\w-]+\.\w+")
_HANDLE = Lazy(r"@|://|\w\.\w")


def judge(text: str, table: Table, *, handles: bool = False) -> int:
    """NO, NAMES, LOOSE, MARK or PROOF. Words of the kind "file photo" alone are no credit, nor are figures.

    `handles`: one name may be a word in small letters, where an agency stands beside it ("ipopba / Getty Images").
    """
    if text.count(" ") >= WORDS:
        return NO
    found = NO
    small = False
    parts = _parts(text, table)
    for at, part in enumerate(parts, 1):
        verdict = _judge_part(part, table)
        if verdict is None:
            continue
        if verdict == NO:
            if found >= MARK and at == len(parts) and len(part.strip(_EDGE)) <= _DESK:
                break  # the desk's initials: "ANTARA FOTO/Ani Putri/aww."
            if not handles or " " in part.strip():
                return NO
            handles = False
            small = True
            continue
        found = max(found, verdict)
    return NO if small and found < MARK else found


def said(text: str) -> bool:
    """Is there a letter or a figure in it?"""
    return any(map(str.isalnum, text))


def _parts(text: str, table: Table) -> list[str]:
    """The names in a credit. A hyphen divides only where agencies stand on one of its sides ("رويترز-أرشيف")."""
    parts: list[str] = []
    at = 0
    for gap in _PARTS().finditer(text):
        if gap[0] in _HYPHENS:
            word_at = max(text.rfind(" ", at, gap.start()), text.rfind("/", at, gap.start()), at - 1) + 1
            if fold(text[word_at : gap.start()]).strip(_EDGE) not in table.agencies:
                continue
        parts.append(text[at : gap.start()])
        at = gap.end()
    parts.append(text[at:])
    return parts


def _judge_part(part: str, table: Table) -> int | None:
    """A verdict on one name; None where it says nothing (empty, a word such as "file")."""
    text = part.strip(_EDGE)
    if not text:
        return None
    key = fold(text)
    if table.agency(key, text):
        return PROOF
    if key in table.marks:
        return NAMES if text.isalpha() and text.islower() else MARK  # "(pool)" may be anything
    if key in table.kinds or (text[0].isdigit() and " " not in text):
        return None  # "file photo", "3.mai.24"
    words, keys = text.split(), key.split()
    if len(words) != len(keys):
        words = keys  # something folded to nothing: the case of the letters is lost, which makes it no name
    begin, at_begin = _known(words, keys, table, front=True)
    end, at_end = _known(words[begin:], keys[begin:], table, front=False)
    rest, rest_keys = words[begin : len(words) - end], keys[begin : len(keys) - end]
    if not rest or (begin + end and all(w.isdigit() for w in rest)):
        return max(at_begin, at_end) or NAMES
    if not _named(rest, rest_keys, table):
        return NO
    if _MAIL().search(text):
        return PROOF  # the photographer's address
    return LOOSE if _photo(keys, begin, end, table) else NAMES


def _known(words: list[str], keys: list[str], table: Table, *, front: bool) -> tuple[int, int]:
    """How many words at one end are known phrases of credits, and what is among them: PROOF, MARK, or 0."""
    taken = found = 0
    while taken < len(keys):
        left = len(keys) - taken
        for n in range(min(_PHRASE, left), 0, -1):
            part = slice(taken, taken + n) if front else slice(left - n, left)
            phrase = " ".join(keys[part]).strip(_EDGE)
            if phrase in table.phrases:
                break
        else:
            break
        if table.agency(phrase, " ".join(words[part]).strip(_EDGE)):
            found = PROOF
        elif phrase in table.marks:
            found = max(found, MARK)
        elif phrase not in table.kinds:
            break
        taken += n
    return taken, found


def _photo(keys: list[str], begin: int, end: int, table: Table) -> bool:
    """Do the known words beside a name belong to an agency that stands in nothing but credits?"""
    sides = (" ".join(keys[:begin]), " ".join(keys[len(keys) - end :]) if end else "")
    return any(side and (side in table.photo or side in table.marks) for side in sides)


def _named(words: list[str], keys: list[str], table: Table) -> bool:
    """Words of names: capital letters at their beginnings, particles; a few words in scripts without capitals."""
    cased = uncased = figures = 0
    for word, key in zip(words, keys, strict=True):
        plain = word.strip(_EDGE)
        if not plain:
            continue
        first = plain[0]
        if first.isupper() or first.istitle():
            cased += 1
        elif first.isdigit():
            figures += 1
        elif key in table.particles or key.strip(_EDGE) in table.kinds or _HANDLE().search(plain):
            continue
        elif first.isalpha() and first.lower() == first.upper():
            uncased += 1 + len(plain) // 6
        elif any(map(str.isalpha, plain)) and not any(map(str.isupper, plain)):
            return False
    return cased <= _CASED and uncased <= _UNCASED and figures <= 2 and not (figures and not cased + uncased)
