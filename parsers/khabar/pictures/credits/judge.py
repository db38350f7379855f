"""Is a text a credit? Agencies, names and words such as "handout", between slashes and commas; no sentence."""

from __future__ import annotations

from functools import lru_cache

from khabar.characters import fold
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon

Cut = tuple[int, int, int]
"""A credit in a text: where it begins with its brackets and a label that the lexicon does not have, where behind that
label, and where it ends."""
TOKEN = Lazy(r"\w+")
SHORT = 3
"""Letters of agencies' names that are ordinary words when written as those are: "PA", "AA"."""


class Table:
    """The words of credits in a lexicon, folded. The classes are explained in lexicon/common.txt."""

    __slots__ = (
        "after",
        "agencies",
        "by",
        "by_firsts",
        "by_tokens",
        "by_words",
        "capitals",
        "firsts",
        "kinds",
        "labels",
        "leads",
        "lexicon",
        "marks",
        "named",
        "particles",
        "photo",
        "phrases",
        "rights",
        "weak",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        none: set[str] = set()
        self.lexicon = lexicon
        self.particles = words.get("credit.particle", none)
        self.labels = words.get("credit.inline", none)
        self.weak = words.get("credit.inline.weak", none)
        self.by = words.get("credit.by", none)
        self.named = self.labels | self.weak | self.by
        self.by_firsts = {phrase.partition(" ")[0].rstrip(".") for phrase in self.by}
        self.by_tokens = {self._first(phrase) for phrase in self.by}
        self.by_words = max((phrase.count(" ") + 1 for phrase in self.by), default=0)
        self.photo = words.get("credit.photo", none)
        self.agencies = words.get("agency", none) | words.get("credit.agency", none) | self.photo
        self.capitals = words.get("credit.capitals", none)
        self.marks = words.get("credit.mark", none)
        self.kinds = words.get("credit.kind", none)
        self.phrases = self.agencies | self.marks | self.kinds
        self.after = tuple(words.get("credit.after", ()))
        self.rights = tuple(words.get("credit.rights", ()))
        self.leads = words.get("caption.lead", none)
        self.firsts = {self._first(phrase) for phrase in self.agencies | self.marks}

    def agency(self, key: str, text: str) -> bool:
        """Is a name an agency's? `key` is `text` folded; a short name must not be written as an ordinary word is."""
        if key not in self.agencies:
            return False
        if len(key) <= SHORT or key in self.capitals:
            return not (text[:1].isupper() and text[1:].islower())
        return True

    def _first(self, phrase: str) -> str:
        """The first run of letters that is no article: what a text's own runs are compared with."""
        head = phrase.partition(" ")[0]
        if head.isalnum() and head not in self.particles:
            return head
        found: list[str] = TOKEN().findall(phrase)
        return next((t for t in found if t not in self.particles), found[0] if found else phrase)


@lru_cache(maxsize=64)
def table_of(lexicon: Lexicon) -> Table:
    """The table of a lexicon. Lexicons are made once for each language, so few are ever kept."""
    return Table(lexicon)


def tokens(text: str) -> set[str]:
    """The runs of letters in a text, folded: if none of them begins a known phrase, no phrase need be looked for."""
    return set(TOKEN().findall(fold(text)))


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
PHRASE = 5
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
        for n in range(min(PHRASE, left), 0, -1):
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
