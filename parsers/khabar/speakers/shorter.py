"""What a name may be short for, by itself; and so which names of one document may be one person's."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from khabar.characters import fold
from khabar.speakers.known import NOBODY, Known
from khabar.speakers.name import Core
from khabar.speakers.names import read_name
from khabar.speakers.nodes import Entry

_SONS = ("بن", "ابن", "بنت")
"""Begin a word of a core that is somebody's father's name: "محمد بن سلمان" is enough for "محمد بن سلمان آل سعود"."""


def shortened(core: Core, *, double: bool) -> Iterator[Core]:
    """What a full name may be written as: without its middle names, with initials, and where people have two
    surnames (`double`) without the second."""
    first, *middle, last = core
    short: set[Core] = {(first, last), (first[:1], last)}
    if middle:
        initials = tuple(word[:1] for word in middle)
        short |= {(first, *initials, last), (first[:1], *initials, last)}
        if core[1].startswith(_SONS) or (double and len(middle) == 1):
            short.add(core[:2])
    short.discard(core)
    yield from short


def together(entries: Collection[Entry], known: Known = NOBODY) -> list[frozenset[str]]:
    """The names of one document in groups: those that could turn out to be one person, and each other by itself.

    What `merge_speakers` makes one is in one group here, whatever the other documents have.
    """
    if len(entries) == 1:
        return [frozenset(name for name, _ in entries)]
    first: dict[str, int] = {}
    parent = list(range(len(entries)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    given = sorted(entries, key=lambda entry: (entry[0], entry[1] or ""))
    for at, entry in enumerate(given):
        for key in _keys(entry, known):
            parent[root(at)] = root(first.setdefault(key, at))
    for at, entry in enumerate(given):
        for key in _surnames(entry, known):
            if key in first:
                parent[root(at)] = root(first[key])
    groups: dict[int, set[str]] = {}
    for at, (name, _) in enumerate(given):
        groups.setdefault(root(at), set()).add(name)
    return [frozenset(group) for group in groups.values()]


def _keys(entry: Entry, known: Known) -> Iterator[str]:
    """What two names have in common where they may be one, a bare surname apart."""
    for name, language in _forms(entry, known):
        yield "=" + fold(name)
        read = read_name(name, language)
        if read.core:
            yield "".join(read.core)
        for tail in read.tails:
            yield "".join(tail)
        if read.full:
            for short in shortened(read.core, double=True):
                yield "".join(short)
        if read.joined:
            yield read.joined
        if read.called:  # it may turn out to be a title
            yield read.core[-1]


def _surnames(entry: Entry, known: Known) -> Iterator[str]:
    """The words that a full name may be called by."""
    for name, language in _forms(entry, known):
        read = read_name(name, language)
        if read.full:
            yield from (read.core[-1], read.core[0])
        for tail in read.tails:
            yield from (tail[-1], tail[0])


def _forms(entry: Entry, known: Known) -> Iterator[Entry]:
    """A name, and whatever it is called in the list."""
    yield entry
    fixed = known.names.get(fold(entry[0])) if known.names else None
    if fixed is not None:
        yield from ((form, None) for form in known.forms[fixed])
