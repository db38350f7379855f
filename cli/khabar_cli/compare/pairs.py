"""Which document of the one side is compared with which of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from khabar.corpus.item import Failure

from khabar_cli.compare.document import Entry


class Pair(NamedTuple):
    """A document of each side, or of one alone."""

    a: Entry | None
    b: Entry | None


def pairs(
    a: Iterator[Entry | Failure], b: Iterator[Entry | Failure], failed: Callable[[Failure], None]
) -> Iterator[Pair]:
    """Those of one name, as soon as both are met; then what is left of `a` and of `b`. The only document of each side
    is compared with that of the other, whatever their names. Nothing is left where a side had no document but only
    failures: these are told to `failed`."""
    waiting: tuple[dict[str, Entry], dict[str, Entry]] = ({}, {})
    met, lost = [0, 0], [0, 0]
    for both in zip_longest(a, b):
        for side, entry in enumerate(both):
            if isinstance(entry, Failure):
                lost[side] += 1
                failed(entry)
            elif entry is not None:
                met[side] += 1
                other = waiting[1 - side].pop(entry.key, None)
                if other is not None:
                    yield Pair(entry, other) if side == 0 else Pair(other, entry)
                    continue
                waiting[side][entry.key] = entry
        for side, entry in enumerate(both):  # in files of one order nobody gets so far as to wait
            if isinstance(entry, Entry) and waiting[side].get(entry.key) is entry:
                entry.wait()
    if not any(lost[side] and not met[side] for side in (0, 1)):
        yield from _left([*waiting[0].values()], [*waiting[1].values()], only=met == [1, 1] and lost == [0, 0])


def _left(a: list[Entry], b: list[Entry], *, only: bool) -> Iterator[Pair]:
    """What has no partner. `only`: each side had one document."""
    if only and a:
        yield Pair(a[0], b[0])
        return
    yield from (Pair(entry, None) for entry in a)
    yield from (Pair(None, entry) for entry in b)
