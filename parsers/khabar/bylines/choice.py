"""Whose names count: those that the metadata give, those that the page shows, those of the text's own lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from khabar.bylines.authors import Candidate, Piece, authors_in
from khabar.bylines.names import is_person
from khabar.bylines.words import BylineWords
from khabar.characters import fold, key


def choose_byline(
    said: Sequence[str],
    shown: Sequence[Candidate],
    read: Sequence[str],
    known: BylineWords,
    sites: frozenset[str],
    is_shown: Callable[[str], bool],
    accounts: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The article's authors. `said`: the metadata's names; `read`: those of lines of the text; `is_shown` tells
    whether a name stands anywhere on the page. `accounts`: keys of names that a program gives by itself.

    The metadata count, unless the page shows the same names in full ("Todd", "Todd Bates"), more of them, or a
    person where the metadata have an account, an organisation, or somebody whom the page does not name. A name of
    one word that it does not show is an account, and so is one of `accounts`.
    """
    seen = shown_names(shown, known, sites)
    names = tuple(
        name
        for name in _of_metadata(said, known, sites)
        if not (_is_account(name) or key(name) in accounts) or is_shown(name)
    )
    if not names:
        return seen or tuple(read)
    if not seen:
        return names
    people = [name for name in seen if is_person(name, known)]
    if people and not any(is_person(name, known) for name in names):
        return seen
    if people and not any(map(is_shown, names)):
        head = [one for one in shown if one.named and not one.below]
        return shown_names(head, known, sites) or names
    if people and all(any(_is_within(name, full) for full in seen) for name in names):
        return seen
    return names


def _is_account(name: str) -> bool:
    """One word, in a script that has capitals."""
    return " " not in name and name.lower() != name.upper()


def _of_metadata(said: Sequence[str], known: BylineWords, sites: frozenset[str]) -> Iterable[str]:
    for name in said:
        yield from authors_in([Piece(name)], known, sites=sites) or (name,)


def _is_within(name: str, full: str) -> bool:
    """Is a name the other, or a part of it: "Todd" and "Todd Bates", "toddbates"?"""
    return set(fold(name).split()) <= set(fold(full).split()) or key(name) == key(full)


def shown_names(shown: Iterable[Candidate], known: BylineWords, sites: frozenset[str]) -> tuple[str, ...]:
    """The names in the elements for the author: of the head, else of the article's end, but accounts there."""
    best: tuple[str, ...] = ()
    desk: tuple[str, ...] = ()
    below: dict[bool, set[tuple[str, ...]]] = {True: set(), False: set()}
    listed = list(shown)
    for at, one in enumerate(listed):
        names = authors_in(one.pieces, known, sites=sites, marked=one.marked)
        if not names:
            continue
        names = _with_others(names, takewhile(lambda other: other.again, listed[at + 1 :]), known, sites)
        if one.below:
            if not all(_is_account(name) and name.islower() for name in names):
                below[one.named].add(names)
        elif known.is_organisation(names[0]):
            desk = desk or names
        elif one.named:
            return names
        else:
            best = best or names
    if best or desk:
        return best or desk
    last = below[True] or below[False]
    return next(iter(last)) if len(last) == 1 else ()  # several are the authors of other articles


def _with_others(
    names: tuple[str, ...], others: Iterable[Candidate], known: BylineWords, sites: frozenset[str]
) -> tuple[str, ...]:
    """The names, and those of the elements behind theirs that look the same, each once."""
    out = {key(name): name for name in names}
    for one in others:
        for name in authors_in(one.pieces, known, sites=sites, marked=one.marked):
            if is_person(name, known):
                out.setdefault(key(name), name)
    return tuple(out.values())
