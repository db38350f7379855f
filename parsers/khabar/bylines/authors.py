"""A byline to the names in it: one function for raw text, for metadata and for the elements of a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from khabar.bylines.names import EDGES, is_person, name_in
from khabar.bylines.words import BylineWords, words
from khabar.characters import fold, key

MOST = 40
"""Names of one byline at the most."""
_LONGEST = 400
"""Characters of a piece that is looked at: a longer one is no byline."""
_LABELS = 3
"""Markers before a name at the most: "Text: Von Ana Lund"."""


_URL = re.compile(r"(?:\bhttps?://|\bwww\.)\S*", re.IGNORECASE)
_NICK = re.compile(r"(?<=[\w.] )\(([^()\d]{1,24})\)(?= [^\W\d_])")
_KEPT = "\u2045\\1\u2046"
_NICK_BACK = str.maketrans("\u2045\u2046", "()")
"""Brackets inside of a name ("Ana (Anni) Lund") do not part it: while it is read other brackets stand for them."""


class Piece(NamedTuple):
    """A piece of a byline that no element divides; the border between two is one between words."""

    text: str
    sure: int = 0
    """Number of the element that says it holds a name and nothing else, so that two such elements are two names;
    0: no element says so."""


class Candidate(NamedTuple):
    """An element that may hold the author's name."""

    pieces: tuple[Piece, ...]
    below: bool
    """It stands at the article's end."""
    text: str
    """All its words."""
    marked: bool
    """Nothing says that it is a byline, but a marker in it may."""
    named: bool
    """An element of it says that it holds a name; else a marker or the name of the whole says so."""
    again: bool = False
    """It stands right behind the candidate before it and looks the same: another author."""


class _Part(NamedTuple):
    """A piece between two marks."""

    joint: str
    """What stands before it: "stop", "comma" or "and"; "" where a piece begins."""
    mark: str
    """The same as written."""
    text: str
    sure: int


class _Found(NamedTuple):
    name: str
    rank: int
    """_SURE and so on: why it is a name."""
    group: int
    """Names that commas and "and" join have one number."""


_WAW = "و"
_WAW_WORD = 3
"""Letters of a short name, which "and" is not told from the first letter of."""
_OTHER, _FIRST, _LED, _SURE = range(4)
"""Why a name is one: it looks like one; it stands first, too; a marker leads it; its element says so."""


def authors_in(
    pieces: Iterable[Piece],
    known: BylineWords,
    *,
    sites: Collection[str] = (),
    several: bool = False,
    marked: bool = False,
) -> tuple[str, ...]:
    """The names in a byline, in order, each once; none where it names nobody.

    Names only: no marker before them, no date, place, job, handle or address, no sentence. An agency or a desk counts
    where nobody else is named. `sites`: keys (`clean.key`) of the publisher's names, which are none. `several`: names
    that dashes and bars divide are all names (a raw text's line; on pages what follows them is something else).
    `marked`: only names that an element or a marker tells count.
    """
    reader = _Reader(known)
    found = [one for one in reader.read(pieces) if key(one.name) not in sites]
    if marked:
        groups = {one.group for one in found if one.rank >= _LED}
        found = [one for one in found if one.group in groups and (one.rank == _SURE or is_person(one.name, known))]
    names: dict[str, str] = {}
    for one in _chosen(reader, found, several=several)[:MOST]:
        name = one.name.translate(_NICK_BACK)
        names.setdefault(key(name), name)
    return tuple(names.values())


def _chosen(reader: _Reader, found: list[_Found], *, several: bool) -> list[_Found]:
    """Those of the names found that count: persons before agencies and desks, what its element says is a name before
    what looks like one."""
    known = reader.known
    people = [one for one in found if is_person(one.name, known)]
    if several and people:
        return people
    groups = {one.group for one in found if one.rank == _SURE}
    if groups:
        sure = [one for one in found if one.group in groups]
        return [one for one in sure if one in people] or [one for one in sure if one.rank == _SURE]
    if reader.sure:
        return []  # the element for the name names an account, or the publisher
    if people:
        first = max(people, key=lambda one: one.rank)
        return [one for one in people if one.group == first.group]
    alone = reader.parts == 1 or several
    organisations = [one for one in found if known.is_organisation(one.name)]
    return organisations or [one for one in found if alone or one.rank >= _LED][:1]


class _Reader:
    """The pieces of a byline, while names are found in them."""

    def __init__(self, known: BylineWords) -> None:
        self.known = known
        self.out: list[_Found] = []
        self.group = 0
        self.led = False
        """A marker stands right before."""
        self.asked = False
        """The marker says that it is an interview: whom "with" leads did not write it."""
        self.joint = ""
        """The mark that a piece ended with."""
        self.last: _Found | None = None
        """The name right before; None where something else stands there."""
        self.parts = 0
        """Parts with a text beside the marker."""
        self.sure = False
        """An element says that it holds a name."""
        self.done: set[int] = set()
        """Elements that gave their name."""

    def read(self, pieces: Iterable[Piece]) -> list[_Found]:
        """Names, and what may be names, in order."""
        for piece in pieces:
            parts = self._merged(list(self._parts(piece)))
            for part in parts:
                self._part(part, alone=len(parts) == 1)
        return self.out

    def _parts(self, piece: Piece) -> Iterator[_Part]:
        """A piece, parted at marks and at "and"."""
        text = _URL.sub(" | ", piece.text[:_LONGEST])
        text, joint, mark, at = f" {_NICK.sub(_KEPT, text)} ", "", "", 0
        for found in self.known.joints.finditer(text):
            if joint == "stop" and found.lastgroup == "and" and not text[at : found.start()].strip():
                joint, mark, at = "and", found[0], found.end()  # "(with Bo Ek)"
                continue
            yield from self._apart(_Part(joint, mark, text[at : found.start()].strip(), piece.sure))
            joint, mark, at = found.lastgroup or "stop", found[0], found.end()
        yield from self._apart(_Part(joint, mark, text[at:].strip(), piece.sure))

    def _apart(self, part: _Part) -> Iterator[_Part]:
        """The part, or two where the second begins with the Arabic "and", which is written onto the word."""
        found = part.text.split() if _WAW in part.text else []
        for at in range(1, len(found)):
            if (
                found[at].startswith(_WAW)
                and len(found[at]) > _WAW_WORD
                and fold(found[at]) not in words("author.waw")
                and (1 < at < len(found) - 1 or self.known.is_agency(" ".join(found[at:])[1:]))
            ):
                yield part._replace(text=" ".join(found[:at]))
                yield _Part("and", "", " ".join([found[at][1:], *found[at + 1 :]]), part.sure)
                return
        yield part

    def _merged(self, parts: list[_Part]) -> list[_Part]:
        """The parts, but "and" parts two people only: "José Ortega y Gasset", "Dolce and Gabbana"."""
        out = parts[:1]
        for part in parts[1:]:
            last = out[-1]
            if part.joint == "and" and last.text and part.text and not (self._stands(last) and self._stands(part)):
                joint = f" {part.mark} " if part.mark else f" {_WAW}"
                out[-1] = last._replace(text=f"{last.text}{joint}{part.text}")
            else:
                out.append(part)
        if len(out) == 2 and out[1].joint == "comma" and out[1].sure and all(_single(one.text) for one in out):
            if not any(self.known.is_organisation(one.text) for one in out):  # "Roe, Jane"
                return [out[0]._replace(text=f"{out[1].text} {out[0].text}")]
        return out

    def _stands(self, part: _Part) -> bool:
        """A person, an agency or a desk, or a word for those who wrote it ("Staff and agencies")."""
        text = part.text[self.known.label(part.text) :].strip(EDGES)
        if self.known.is_organisation(text) or all(map(self.known.is_role, text.split())):
            return True
        return is_person(name_in(text, self.known), self.known)

    def _part(self, part: _Part, *, alone: bool) -> None:
        joint, self.joint = part.joint or self.joint, ""
        if self.asked and joint == "and" and fold(part.mark.strip()) in words("author.with"):
            self.last = None
            return
        text, led = self._unled(part.text)
        self.led = self.led or led
        if not text:
            if not led:
                self.joint = joint
            return
        self.parts += 1
        led, self.led = self.led, False
        self.sure = self.sure or part.sure > 0
        if joint == "colon" and self.last is not None and _single(self.last.name):
            self.out.remove(self.last)  # "Interview: Ana Lund"
            led = True
        name = name_in(text, self.known, lower=part.sure > 0 and alone)
        last, self.last = self.last, None
        if not name:
            self.last = last if joint == "comma" else None
        elif joint in _JOINTS and last is not None and not led:
            self.last = last
            if is_person(name, self.known) or self.known.is_organisation(name):
                self._add(_Found(name, max(last.rank, _SURE if part.sure else 0), last.group))
        elif part.sure and part.sure in self.done:
            if not joint and last is not None and _single(name) and _single(last.name):
                self.out[-1] = self.last = last._replace(name=f"{last.name} {name}")  # an element for each word
        else:
            self.group += 1
            rank = _SURE if part.sure else _LED if led else _OTHER if self.out else _FIRST
            self._add(_Found(name, rank, self.group))
        self.done.add(part.sure)

    def _add(self, found: _Found) -> None:
        self.out.append(found)
        self.last = found

    def _unled(self, text: str) -> tuple[str, bool]:
        """A part without the marker before the name, and whether there was one; also behind a date."""
        led = False
        for _ in range(_LABELS):
            end = self.known.label(text) if text else 0
            if not end:
                break
            self.asked = self.asked or not words("author.interview").isdisjoint(fold(text[:end]).split())
            text, led = text[end:].lstrip(EDGES), True
        if not led and any(map(str.isdigit, text)):
            found = text.split()[:_DATE_WORDS]
            dated = False
            for at, word in enumerate(found):
                dated = dated or any(map(str.isdigit, word))
                rest = " ".join(text.split()[at:])
                if dated and at and (end := self.known.label(rest)) and rest[end:].strip():
                    return rest[end:].lstrip(EDGES), True
        return (text if any(map(str.isalnum, text)) else ""), led


_JOINTS = frozenset(("comma", "and"))
_DATE_WORDS = 12
"""Words of a date before the marker at the most: "Wednesday 18 January 2017, 10:44 am PST by Ana Lund"."""


def _single(text: str) -> bool:
    return " " not in text and text[:1].isupper()
