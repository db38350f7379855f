"""What a user's own lexicon files add to ours, in this process, and the caches that depend on it.

`user` reads such files; `store` merges them with ours. Where there are none this costs a look at an empty tuple.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple, TypeVar

from khabar.lexicon.files import Group, LexiconFile

MARKERS, QUOTATIONS, AGENCIES, BYLINES = "markers", "quotations", "agencies.txt", "bylines.txt"
"""Who reads a section: the look-up of lines, the quotations of a language, and those who read one file of ours."""

_Function = TypeVar("_Function", bound=Callable[..., object])


class Addition(NamedTuple):
    """A user's lexicon file, checked. Can be pickled."""

    name: str
    """The file as the user called it."""
    languages: tuple[str, ...]
    """The tags that it is for; none: all languages."""
    keys: dict[str, list[str]]
    """`name` and `brand` of a publisher."""
    groups: dict[str, list[Group]]
    """The sections, by who reads them; their entries say where they stand."""
    people: tuple[tuple[str, ...], ...] = ()
    """People who are known by several names: the name to show, then the others."""

    def is_for(self, tags: Iterable[str]) -> bool:
        """Is it for texts of any of these tags, in whatever script?"""
        return not self.languages or any(
            tag in self.languages or tag.partition("-")[0] in self.languages for tag in tags
        )


class _State:
    """What is in use. One object, so that who imports it sees every change."""

    used: tuple[Addition, ...] = ()
    cached: list[Callable[[], None]] = []  # noqa: RUF012 of the process


def kept(function: _Function) -> _Function:
    """A cache without a bound, emptied when the user's lexicon changes."""
    return empties(cache(function))  # type: ignore[return-value]


def empties(cached: _Function) -> _Function:
    """A function with a cache, which is emptied when the user's lexicon changes."""
    _State.cached.append(cached.cache_clear)  # type: ignore[attr-defined]
    return cached


def used() -> tuple[Addition, ...]:
    """What is in use; to be handed to `install` in another process."""
    return _State.used


def install(additions: tuple[Addition, ...]) -> None:
    """Use these and no others. Not while another thread parses."""
    if additions != _State.used:
        _State.used = additions
        for clear in _State.cached:
            clear()


def with_added(file: LexiconFile, reader: str, language: str = "") -> LexiconFile:
    """A file of ours behind what the user adds for its reader. `language`: only for this one, a tag without a
    script."""
    chosen = [
        one for one in _State.used if not language or language in {tag.partition("-")[0] for tag in one.languages}
    ]
    groups = [group for one in chosen for group in one.groups.get(reader, ())]
    return LexiconFile(file.keys, [*groups, *file.groups]) if groups else file


def added_files(tags: Iterable[str], ours: Iterable[LexiconFile]) -> list[LexiconFile]:
    """The user's markers of some languages, a file for each of theirs. An entry that we have as well keeps our
    source: by some sources a publisher is known."""
    if not _State.used:
        return []
    tags = tuple(tags)
    chosen = [one for one in _State.used if one.is_for(tags)]
    wanted = {group.cls for one in chosen for group in one.groups.get(MARKERS, ())}
    sources: dict[tuple[str, str], str] = {}
    for file in ours:
        for group in file.groups:
            if group.cls in wanted:
                for key in group.keys:
                    sources.setdefault((group.cls, key), group.source)
    return [
        LexiconFile(one.keys, [part for group in one.groups.get(MARKERS, ()) for part in _parted(group, sources)])
        for one in chosen
    ]


def _parted(group: Group, sources: dict[tuple[str, str], str]) -> Iterator[Group]:
    """A section, cut where its entries' source changes."""
    entries = zip(group.texts, group.keys, group.wheres, strict=True)
    for source, some in groupby(entries, lambda entry: sources.get((group.cls, entry[1]), group.source)):
        texts, keys, wheres = map(list, zip(*some, strict=True))
        yield Group(group.cls, group.mode, source, texts, keys, wheres)


def places_in(key: str, tags: Iterable[str]) -> tuple[str, ...]:
    """Where the words and pairs of the user's lexicon stand that a folded line has in it, in its languages."""
    tags = tuple(tags)
    found: dict[str, None] = {}
    for one in _State.used:
        for reader in (MARKERS, AGENCIES, BYLINES) if one.is_for(tags) else (AGENCIES, BYLINES):
            for group in one.groups.get(reader, ()):
                if group.mode in ("word", "pair"):
                    entries = zip(group.keys, group.wheres, strict=True)
                    found.update((where, None) for entry, where in entries if _stands_in(key, entry, reader))
    return tuple(found)


def _stands_in(key: str, entry: str, reader: str) -> bool:
    """Has a folded line the words of this entry? Of a pair those on the left; of an agency those on either side."""
    left, _, right = entry.partition(" = ")
    others = right.split(";") if reader == AGENCIES and right else ()
    return any(_has(key, word) for word in (left, *others))


def _has(key: str, word: str) -> bool:
    """Has a folded line these words?"""
    word = word.strip()
    return word in key and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", key) is not None
